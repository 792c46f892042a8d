<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry as it is set after its key, in every format: lemma] reading sigla; reading sigla. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What an entry says behind its key: lemma] reading sigla; reading sigla. -->
  <xsl:function name="ed:told" as="node()*" visibility="public">
    <xsl:param name="one" as="element(ed:alternate)"/>
    <xsl:param name="readings" as="element(ed:reading)*"/>
    <xsl:variable name="lemma" as="element(ed:lemma)?" select="ed:lemma-of($one)"/>
    <xsl:variable name="tear" as="xs:boolean" select="ed:is-tear($lemma, $readings)"/>
    <xsl:variable name="own" as="element(ed:reading)?" select="$readings[@kind = 'lemma'][1]"/>
    <!-- Where editors corrected the witness of the text, those who have the right words stand with
         them, and the witness with its fault among the others. -->
    <xsl:variable name="mended" as="xs:boolean" select="ed:is-mended($one)"/>
    <xsl:variable name="agree" as="element(ed:reading)*" select="$readings[$mended][ed:agrees(., ed:about-words($one))]"/>
    <xsl:variable name="others" as="element(ed:reading)*" select="
        $readings[not(@kind = 'lemma') or $mended][not($mended and ed:agrees(., ed:about-words($one)))],
        $own[not($mended)] ! ed:tears-of(.)"/>
    <!-- Who stands with the lemma: all of them in a positive apparatus, else of whom something is said.
         A word beside an addition is nobody's reading; who left its words out is told behind it. -->
    <xsl:variable name="handled" as="xs:boolean" select="exists($lemma/@handle) and exists($others)"/>
    <xsl:variable name="with" as="element(ed:reading)?" select="$own[not($tear or $handled)]"/>
    <xsl:variable name="positive" as="node()*" select="
        if ($mended) then ed:all-sigla($agree)
        else $with ! (if (root($one)/ed:document/@ed:positive or ed:is-conjecture(.)) then . else .[ed:detail[ed:is-said(.)]] ! ed:detailed(.))
          ! (ed:sigla-told(.), ed:noted($own))"/>
    <xsl:variable name="remarks" as="element(ed:note)*" select="ed:entry-notes($one)"/>
    <xsl:if test="$lemma and $tear">
      <ed:said>{ed:label('app-after', ed:lang($one))}</ed:said>
      <xsl:text> </xsl:text>
      <ed:words>{$lemma}</ed:words>
      <xsl:text>: </xsl:text>
    </xsl:if>
    <!-- A line that is named for a remark alone is not repeated. -->
    <xsl:variable name="named" as="xs:boolean" select="$lemma and not($tear) and ($others or $positive
        or $own/ed:note or $remarks and not(ed:start-of($one)/@whole))"/>
    <xsl:variable name="bare" as="xs:boolean" select="$named and not($others or $positive)"/>
    <xsl:if test="$named">
      <xsl:if test="$lemma/@handle = 'before'">
        <ed:said>{ed:label('app-before', ed:lang($one))}</ed:said>
        <xsl:text> </xsl:text>
      </xsl:if>
      <ed:lemma>{$lemma}</ed:lemma>
      <xsl:sequence select="ed:noted($own[not($positive or $mended)][$others])"/>
      <xsl:text>] </xsl:text>
      <xsl:if test="$bare">
        <ed:words>{string-join(($own/ed:note, $remarks) ! ed:signed(.), ' ')}</ed:words>
      </xsl:if>
    </xsl:if>
    <xsl:sequence select="ed:parted(ed:parted($positive, ed:others-told($others, ed:lang($one))),
        $own[$handled][not($mended)][ed:is-conjecture(.)] ! ed:left-out(., ed:lang($one)))"/>
    <xsl:if test="$remarks and ($others or $positive)"><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="exists($remarks) and not($bare)"><ed:words>{string-join($remarks ! ed:signed(.), ' ')}</ed:words></xsl:if>
    <xsl:if test="$others or $positive or $remarks"><xsl:sequence select="ed:in-parentheses(ed:doubt($one))"/></xsl:if>
  </xsl:function>

  <!-- The witnesses of the lemma of whom something is said, more than which hand it is. -->
  <xsl:function name="ed:is-said" as="xs:boolean">
    <xsl:param name="detail" as="element(ed:detail)"/>
    <xsl:sequence select="$detail ne '' and not(ed:is-superior($detail))"/>
  </xsl:function>
  <xsl:function name="ed:detailed" as="element(ed:reading)">
    <xsl:param name="own" as="element(ed:reading)"/>
    <xsl:variable name="of" as="xs:string*" select="$own/ed:detail[ed:is-said(.)]/@wit ! tokenize(.) ! replace(., '^.*#', '')"/>
    <xsl:variable name="wit" as="xs:string*" select="tokenize($own/@wit)"/>
    <xsl:variable name="those" as="xs:integer*" select="for $at in 1 to count($wit) return $at[$wit[$at] = $of]"/>
    <ed:reading kind="lemma">
      <xsl:attribute name="wit" select="$wit[position() = $those]"/>
      <xsl:attribute name="sigla" select="tokenize($own/@sigla)[position() = $those]"/>
      <xsl:copy-of select="$own/ed:detail"/>
    </ed:reading>
  </xsl:function>
  <!-- An editor who leaves out what witnesses add. -->
  <xsl:function name="ed:left-out" as="node()*">
    <xsl:param name="own" as="element(ed:reading)"/>
    <xsl:param name="lang" as="xs:string"/>
    <ed:said>{ed:label('app-omission', $lang)}</ed:said>
    <xsl:text> </xsl:text>
    <xsl:sequence select="ed:trimmed(ed:sigla-told($own))"/>
  </xsl:function>

  <!-- Who begins or breaks off within the words of the text: told behind all readings. -->
  <xsl:function name="ed:tears-of" as="element(ed:reading)*">
    <xsl:param name="own" as="element(ed:reading)"/>
    <xsl:for-each select="$own/ed:torn">
      <ed:reading kind="torn">
        <xsl:copy-of select="$own[not(current()/@who)]/(@wit, @sigla)"/>
        <ed:words/>
        <xsl:copy-of select="."/>
      </ed:reading>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:all-sigla" as="node()*">
    <xsl:param name="readings" as="element(ed:reading)*"/>
    <xsl:for-each select="$readings">
      <xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if>
      <xsl:sequence select="ed:sigla-told(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:parted" as="node()*">
    <xsl:param name="first" as="node()*"/>
    <xsl:param name="second" as="node()*"/>
    <xsl:sequence select="ed:trimmed($first)"/>
    <xsl:if test="exists($first) and exists($second)"><xsl:text>; </xsl:text></xsl:if>
    <xsl:sequence select="$second"/>
  </xsl:function>
  <xsl:function name="ed:trimmed" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:for-each select="$nodes">
      <xsl:choose>
        <xsl:when test="position() = 1 and self::text()"><xsl:value-of select="replace(., '^\s+', '')"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- Readings of one group are nearer to each other; a word between two of them joins them. -->
  <xsl:function name="ed:others-told" as="node()*">
    <xsl:param name="readings" as="element(ed:reading)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="$readings">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:variable name="before" as="element()?" select="$readings[$at - 1]"/>
      <xsl:if test="$before">
        <xsl:text>{if (ed:joining($before) and @group = $before/@group) then ' ' || ed:joining($before) || ' '
            else if (@group = $before/@group) then ', ' else '; '}</xsl:text>
      </xsl:if>
      <xsl:sequence select="ed:reading-told(., $lang)"/>
      <xsl:sequence select="
          if (ed:joining(.) and $readings[$at + 1]/@group = @group) then ed:in-parentheses(@doubt) else ed:noted(.)"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:joining" as="xs:string?">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:sequence select="$reading[count(ed:note) = 1]/ed:note[not(contains(., ' '))]/string()"/>
  </xsl:function>

  <!-- One reading: its words, what is said of it, its sigla. -->
  <xsl:function name="ed:reading-told" as="node()*" visibility="public">
    <xsl:param name="reading" as="element(ed:reading)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="who" as="node()*" select="ed:sigla-told($reading)"/>
    <xsl:for-each select="ed:said-for($reading, $lang)">
      <ed:said>{.}</ed:said>
      <xsl:if test="$reading/ed:words ne ''"><xsl:text> </xsl:text></xsl:if>
    </xsl:for-each>
    <xsl:if test="$reading/ed:words ne ''"><ed:words><xsl:copy-of select="$reading/@rend"/>{$reading/ed:words}</ed:words></xsl:if>
    <xsl:if test="exists($who) and not($reading/@kind = 'torn')"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="ed:trimmed($who)"/>
    <xsl:for-each select="$reading/ed:torn">
      <xsl:variable name="whole" as="xs:boolean" select="$reading/@kind = 'torn'"/>
      <xsl:text>{if ($whole) then ' '[exists($who)] else ' ('}</xsl:text>
      <xsl:for-each select="tokenize(@who)"><ed:siglum>{.}</ed:siglum><xsl:text> </xsl:text></xsl:for-each>
      <ed:said>{ed:label('app-' || @kind, $lang)}</ed:said>
      <xsl:text>{')'[not($whole)]}</xsl:text>
    </xsl:for-each>
  </xsl:function>

  <!-- Notes, in parentheses behind their reading, signed where they are; and how certain it is, with the
       last of them unless that says how certain the note is. -->
  <xsl:function name="ed:noted" as="node()*" visibility="public">
    <xsl:param name="reading" as="element(ed:reading)?"/>
    <xsl:variable name="with" as="element(ed:note)?" select="$reading/ed:note[last()][not(@doubt)]"/>
    <xsl:for-each select="$reading/ed:note">
      <xsl:variable name="words" as="xs:string" select="
          string-join((ed:signed(.), $reading/@doubt[current() is $with]), '; ')"/>
      <xsl:text> (</xsl:text>
      <ed:words>{if (@resp) then $words else replace($words, '^\(([^()]*)\)(;|$)', '$1$2')}</ed:words>
      <xsl:text>)</xsl:text>
    </xsl:for-each>
    <xsl:sequence select="ed:in-parentheses($reading[not($with)]/@doubt)"/>
  </xsl:function>
  <!-- The words of a note, who answers for it, and how certain it is. -->
  <xsl:function name="ed:signed" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="string-join(($note, $note/@resp, $note/@doubt), '; ')"/>
  </xsl:function>
</xsl:stylesheet>
