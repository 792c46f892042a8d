<?xml version="1.0" encoding="UTF-8"?>
<!-- Who has a reading: sigla in the order of the lists of witnesses, as the lists give them; else as
     the source prints them; else who conjectured it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:witness" match="ed:witness" use="@id"/>
  <xsl:key name="ed:by-siglum" match="ed:witness" use="@siglum"/>

  <xsl:function name="ed:witness-of" as="element(ed:witness)?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#|^\w+:', '')"/>
    <xsl:sequence select="(key('ed:witness', $id, $root), key('ed:by-siglum', $id, $root))[1]"/>
  </xsl:function>
  <!-- The siglum of the witness to which a pointer leads, else the word that points. -->
  <xsl:function name="ed:siglum-of" as="xs:string" visibility="public">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="string((ed:witness-of($pointer, $root)/@siglum,
        replace($pointer, '^.*#|^\w+:', ''))[1])"/>
  </xsl:function>

  <!-- Pointers in the order in which the witnesses are listed; others last, as they stand. -->
  <xsl:function name="ed:ordered" as="xs:string*">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="listed" as="element()*" select="($pointers ! ed:witness-of(., $root))/."/>
    <xsl:variable name="known" as="xs:string*" select="$listed/@id"/>
    <xsl:sequence select="distinct-values(($listed ! string((@id, @siglum)[1]),
        $pointers[not(replace(., '^.*#|^\w+:', '') = ($known, $listed/@siglum))]))"/>
  </xsl:function>

  <xsl:function name="ed:named-by" as="attribute()*">
    <xsl:param name="reading" as="element(ed:inline)"/>
    <xsl:variable name="root" as="document-node()" select="root($reading)"/>
    <xsl:variable name="wit" as="xs:string*" select="
        ed:ordered(($reading/@wit, $reading//ed:inline[@kind = $ed:torn]/@wit)[1] ! tokenize(.), $root)"/>
    <xsl:if test="exists($wit)">
      <xsl:attribute name="wit" select="$wit ! replace(., '^.*#', '')"/>
      <xsl:attribute name="sigla" select="$wit ! ed:siglum-of(., $root)"/>
      <xsl:attribute name="expanded" select="distinct-values($wit ! ed:members(., $root))"/>
    </xsl:if>
    <xsl:if test="empty($wit) and $reading/@sigla">
      <xsl:attribute name="sigla" select="ed:printed-sigla($reading/@sigla, $root)"/>
    </xsl:if>
    <xsl:if test="$reading/@hand">
      <xsl:attribute name="hand" select="tokenize($reading/@hand) ! ed:hand-of(., $root)"/>
    </xsl:if>
    <xsl:if test="$reading/@source">
      <xsl:attribute name="source" select="tokenize($reading/@source) ! ed:siglum-of(., $root)"/>
    </xsl:if>
    <xsl:for-each select="$reading/@resp">
      <xsl:attribute name="resp" select="
          if (ed:is-in-words(., $root)) then normalize-space()
          else string-join(tokenize(.) ! ed:person-of(., $root), ', ')"/>
    </xsl:for-each>
  </xsl:function>
  <!-- A book or a name as one writes it, not pointers: BL 3.4. -->
  <xsl:function name="ed:is-in-words" as="xs:boolean">
    <xsl:param name="resp" as="attribute(resp)"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="not(matches($resp, '[#:/]'))
        and (every $one in tokenize($resp) satisfies empty(ed:witness-of($one, $root)))"/>
  </xsl:function>
  <!-- Sigla as they are printed, of which not each is known, are one: its blanks do not part. -->
  <xsl:function name="ed:printed-sigla" as="xs:string">
    <xsl:param name="printed" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="each" as="xs:string*" select="tokenize($printed)"/>
    <xsl:sequence select="if (every $one in $each satisfies ed:witness-of($one, $root))
        then $printed else translate($printed, ' ', '&#xA0;')"/>
  </xsl:function>
  <xsl:function name="ed:members" as="xs:string*">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="witness" as="element()?" select="ed:witness-of($pointer, $root)"/>
    <xsl:sequence select="if ($witness/@kind = 'group')
        then $witness//ed:witness[not(@kind = 'group')][not(parent::ed:witness[@kind ne 'group'])]/@siglum/string()
        else ed:siglum-of($pointer, $root)"/>
  </xsl:function>
  <xsl:function name="ed:person-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="string((ed:witness-of($pointer, $root)/@siglum,
        ed:responsible($root/ed:document, $pointer))[1])"/>
  </xsl:function>
  <!-- A hand by the number that its description has, which is raised on a siglum; else by that of its
       id, or by its id. The first corrector is not the first hand. -->
  <xsl:function name="ed:hand-of" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="witness" as="element()?" select="ed:witness-of($pointer, $root)"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:sequence select="($witness/@n/string(), $witness[not(@siglum = @id)]/@siglum/string(),
        ed:hand-by-id($id, ed:label('app-hand', ed:lang($root/*))))[1]"/>
  </xsl:function>

  <!-- The sigla of a reading with what is said of each: B² (above the line) C -->
  <xsl:function name="ed:sigla-told" as="node()*" visibility="public">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($reading/@wit)"/>
    <xsl:variable name="sigla" as="xs:string*" select="tokenize($reading/@sigla)"/>
    <xsl:variable name="said" as="element(ed:detail)*" select="$reading/ed:detail"/>
    <xsl:for-each select="1 to count($sigla)">
      <xsl:variable name="at" as="xs:integer" select="."/>
      <xsl:variable name="own" as="element(ed:detail)*"
          select="$said[tokenize(@wit) ! replace(., '^.*#', '') = $ids[$at]]"/>
      <xsl:if test="$at gt 1"><xsl:text> </xsl:text></xsl:if>
      <ed:siglum>{translate($sigla[$at], '&#xA0;', ' ') || $reading/@hand[matches(., '^\d$')] ! ed:superior(.)
        || string-join($own[ed:is-superior(.)])}</ed:siglum>
      <xsl:sequence select="ed:in-parentheses((
          $reading/@hand[not(matches(., '^\d$'))][$at = count($sigla)],
          $own[not(ed:is-superior(.))][not(tokenize(@wit) ! replace(., '^.*#', '') = $ids[position() gt $at])]))"/>
    </xsl:for-each>
    <!-- A number says what it is where no siglum holds it. -->
    <xsl:sequence select="ed:in-parentheses($reading/@hand[empty($sigla)] ! (
          if (matches(., '^\d')) then ed:label('app-hand', ed:lang($reading)) || ' ' || . else string())),
        ed:conjectured($reading, exists($sigla)), ed:in-parentheses(
        $said[not(tokenize(@wit) ! replace(., '^.*#', '') = $ids)])"/>
  </xsl:function>
  <xsl:function name="ed:is-superior" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words, '^[⁰¹²³⁴⁵⁶⁷⁸⁹]$')"/>
  </xsl:function>
  <xsl:function name="ed:in-parentheses" as="text()?">
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="all" as="xs:string" select="string-join($words ! string()[.], '; ')"/>
    <xsl:if test="$all"><xsl:text>{if (matches($all, '^\([^()]*\)$')) then ' ' || $all else ' (' || $all || ')'}</xsl:text></xsl:if>
  </xsl:function>
  <!-- No witness has the words: who thought of them is told, also where lemmata are without sigla. -->
  <xsl:function name="ed:is-conjecture" as="xs:boolean">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:sequence select="exists($reading[not(@sigla)]/(@resp, @source)[. ne ''])"/>
  </xsl:function>
  <!-- Editors stand behind the witnesses that they follow; alone, it is their conjecture. -->
  <xsl:function name="ed:conjectured" as="node()*">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:param name="follows" as="xs:boolean"/>
    <xsl:for-each select="$reading/(@source, @resp[not($follows)][not(../@source)])">
      <xsl:if test="$follows or position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <ed:siglum>{translate(., '&#xA0;', ' ')}</ed:siglum>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
