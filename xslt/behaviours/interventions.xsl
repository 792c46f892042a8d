<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors did, in words: where, what the source has, what the edition has, how it was treated
     and on whose authority. Tables of every format are made from these. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- As the entry says that tells of it; else the page and line of the source where they are known,
       else chapter and verse or the paragraph. -->
  <xsl:function name="ed:locus" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="page" as="xs:string?" select="
        $behaviour[ed:has-breaks(., 'page')]/preceding::ed:break[@unit = 'page'][1]/@n"/>
    <xsl:variable name="line" as="xs:string?" select="$behaviour[ed:has-breaks(., 'numbered line')]
        /preceding::ed:break[@unit = 'line'][@n][1]/@n"/>
    <xsl:variable name="entry" as="element(ed:entry)?" select="ed:entry-of($behaviour)"/>
    <xsl:sequence select="
        if ($entry) then ed:entry-place($entry)
        else if ($behaviour/@loc) then string($behaviour/@loc)
        else if ($behaviour/ancestor::ed:line[1]/@n) then ed:verse-key($behaviour/ancestor::ed:line[1])
        else if (exists(($page, $line))) then string-join(($page, $line), '.')
        else (ed:chapter-verse($behaviour), ed:place-told($behaviour/ancestor::*[@id = ed:cited-place($behaviour)][1]))[1]"/>
  </xsl:function>

  <!-- The paragraph, heading or note around something, by which readers cite; a quotation or a
       reference within it has its id for machines. -->
  <xsl:function name="ed:cited-place" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="around" as="element()*" select="$behaviour/ancestor::*[@id]"/>
    <xsl:sequence select="string(($around[not(self::ed:inline)][last()], $around[last()])[1]/@id)"/>
  </xsl:function>

  <!-- How readers are told of a place: by the id that it was given, else by its paragraph, else by the
       part that it is in. An id that was made (body1.div2.p3) is an address and says nothing. -->
  <xsl:function name="ed:place-told" as="xs:string" visibility="public">
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="id" as="attribute()?" select="$place/ancestor-or-self::*[@id][1]/@id"/>
    <xsl:variable name="part" as="element()?" select="$place/ancestor-or-self::ed:section[ed:is-named(.)][1]"/>
    <xsl:sequence select="string(($id[not(matches(., $ed:made-id))], $place ! ed:paragraph-number(.) ! ('¶ ' || .),
        $part ! ed:part-name(.), $id ! '¶')[1])"/>
  </xsl:function>
  <xsl:variable name="ed:made-id" as="xs:string" static="yes"
      select="'(^|\.)(TEI|teiHeader|standOff|sourceDoc|text|group|front|body|back)\d+(\.|$)'"/>

  <!-- The number that a paragraph has, else its rank in the text; of what stands elsewhere, that of
       the paragraph before it. -->
  <xsl:function name="ed:paragraph-number" as="xs:string?" visibility="public">
    <xsl:param name="place" as="element()"/>
    <xsl:for-each select="$place/ancestor-or-self::*[self::ed:paragraph or self::ed:block[@kind = 'ab']]
        [not(ancestor::ed:note)][last()]">
      <xsl:sequence select="string((@n, @number, ed:paragraph-ranks(root())(generate-id()),
          count(ed:paragraphs(root())[. &lt;&lt; current()]) + count(ancestor::ed:about[1]))[1])"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:paragraphs" as="element()*">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="$root/descendant-or-self::*[self::ed:paragraph or self::ed:block[@kind = 'ab']]
        [not(ancestor::ed:note or ancestor::ed:about or ancestor::*/@only = 'apparatus')]"/>
  </xsl:function>
  <xsl:function name="ed:paragraph-ranks" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:map>
      <xsl:for-each select="ed:paragraphs($root)">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- Where there is no such break, what goes before need not be searched for it. -->
  <xsl:key name="ed:breaks" match="ed:break" use="
      @unit, .[@unit = 'line'][@n] ! 'numbered line'"/>
  <xsl:function name="ed:has-breaks" as="xs:boolean">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="
        exists(root($behaviour)[self::document-node()] ! key('ed:breaks', $kind, .))
        or not(root($behaviour) instance of document-node())"/>
  </xsl:function>

  <!-- Words without notes and links; the sigla of a reading follow it as ed:siglum. -->
  <xsl:function name="ed:source-has" as="node()*" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="entry" as="element(ed:entry)?"
        select="$behaviour[@method or not(*/@kind = 'lem')] ! ed:entry-of(.)"/>
    <xsl:if test="$entry/ed:lemma"><xsl:text>{$entry/ed:lemma/@words}</xsl:text></xsl:if>
    <xsl:apply-templates mode="ed:words" select="
        if ($entry or ed:entry-of($behaviour)/@tear) then () else if ($behaviour/self::ed:alternate) then ed:earlier($behaviour) else $behaviour">
      <xsl:with-param name="ed:without" select="'reading', 'apparatus'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>
  <xsl:function name="ed:edition-has" as="node()*" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:choose>
      <xsl:when test="$behaviour/self::ed:alternate[@kind = 'variant']">
        <xsl:variable name="entry" as="element(ed:entry)?" select="ed:entry-of($behaviour)"/>
        <xsl:variable name="against" as="node()*" select="ed:against($entry)"/>
        <!-- Witnesses first: they have the lemma, which is told where the source has other words. -->
        <xsl:if test="$against[normalize-space()][1]/self::ed:siglum
            and normalize-space(string-join(ed:source-has($behaviour)[not(self::ed:siglum)])) ne $entry/ed:lemma/@words">
          <xsl:text>{$entry/ed:lemma/@words} </xsl:text>
        </xsl:if>
        <xsl:for-each select="$against">
          <xsl:choose>
            <xsl:when test="self::ed:siglum"><xsl:sequence select="."/></xsl:when>
            <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$behaviour/@kind = 'choice' and ed:other-forms($behaviour)">
        <xsl:value-of select="ed:other-forms($behaviour)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="ed:words" select="
            if (ed:is-told-how-to-read($behaviour)) then $behaviour/*[not(@only)]
            else if ($behaviour/self::ed:alternate[not(@kind = 'revision')]) then $behaviour/*[@only = 'reading']
            else $behaviour">
          <xsl:with-param name="ed:without" tunnel="yes" select="'diplomatic', 'apparatus'"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Forms that editors hold to be possible beside the one that the texts have. A choice whose forms
       lead from the source to the reading text, a step each, is none of these. -->
  <xsl:function name="ed:other-forms" as="xs:string?" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="
        $behaviour/self::ed:alternate[not(@kind = 'variant' or @kind = 'choice' and */@only = 'diplomatic')]
          /*[@only = 'apparatus']"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each select="$forms">
        <xsl:variable name="words" as="text()*">
          <xsl:apply-templates select="node()" mode="ed:words">
            <xsl:with-param name="ed:without" tunnel="yes" select="'diplomatic', 'apparatus'"/>
          </xsl:apply-templates>
        </xsl:variable>
        <!-- With what is said of them. -->
        <xsl:variable name="notes" as="xs:string*" select=".//ed:note[@place = 'entry'] ! normalize-space()"/>
        <xsl:sequence select="normalize-space(string-join($words)) || string-join($notes[.] ! (' (' || . || ')'))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($words[.], ' / ')[.]"/>
  </xsl:function>

  <!-- Whether both texts have what was written, and what should have been is told beside it alone, as of a
       papyrus. -->
  <xsl:function name="ed:is-told-how-to-read" as="xs:boolean" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="exists($behaviour/self::ed:alternate[@kind = 'correction']
        [*[@kind = 'sic'][not(@only)]][*[@kind = 'corr']][not(*[@kind = 'corr'][not(@only = 'apparatus')])])"/>
  </xsl:function>

  <!-- Of what was revised in the source the words that it had at first: the later ones are in both
       texts. -->
  <xsl:function name="ed:earlier" as="element()*">
    <xsl:param name="alternate" as="element(ed:alternate)"/>
    <xsl:variable name="struck" as="element()*" select="$alternate/*[@only = 'diplomatic']"/>
    <xsl:sequence select="
        if ($alternate/@kind = 'revision' and exists($struck)) then $struck else $alternate/*"/>
  </xsl:function>

  <xsl:mode name="ed:words" on-no-match="shallow-skip" visibility="public"/>
  <xsl:template match="text()" mode="ed:words"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="ed:note | ed:gap | ed:inline[@kind = 'sign']
      | ed:inline[ed:is-by-rule(.)]" mode="ed:words" priority="2"/>
  <!-- Whether words stand by a label or a rule that an edition has, and are none of a source: a rule
       may have put them in place of all that an element has, a label never does. -->
  <xsl:function name="ed:is-by-rule" as="xs:boolean" visibility="public">
    <xsl:param name="words" as="element(ed:inline)"/>
    <xsl:sequence select="$words/@own = 'label'
        or exists($words/@own) and exists($words/../(text(), *[not(@own)])[normalize-space()])"/>
  </xsl:function>
  <xsl:template match="ed:foreign" mode="ed:words"><xsl:value-of select="@alt"/></xsl:template>
  <xsl:template match="ed:break[@space]" mode="ed:words"><xsl:text> </xsl:text></xsl:template>
  <!-- A corrected hyphen at the end of a line is in neither reading text, but it is what is said. -->
  <xsl:template match="*[@only][not(@kind = 'hyphen')]" mode="ed:words" priority="1">
    <xsl:param name="ed:without" as="xs:string*" tunnel="yes"/>
    <xsl:if test="not(@only = $ed:without)"><xsl:next-match/></xsl:if>
  </xsl:template>
  <!-- The hyphen of a line that ends within a reading is no part of it, unless it is all of it, or
       was misread. -->
  <xsl:template match="ed:inline[@kind = 'hyphen'][ancestor::ed:alternate[1]/@kind = 'variant'
        or matches(., '^[-‐‑&#xAD;⸗]$') and normalize-space(ancestor::*[parent::ed:alternate][1]) ne normalize-space()]"
      mode="ed:words" priority="3"/>
  <xsl:template match="ed:inline[@wit][not(ancestor::ed:alternate[2])]" mode="ed:words">
    <xsl:apply-templates mode="ed:words"/>
    <xsl:text> </xsl:text>
    <ed:siglum>{ed:pointers(@wit)}</ed:siglum>
  </xsl:template>

  <xsl:function name="ed:treatment" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($behaviour)"/>
    <xsl:sequence select="if (ed:is-told-how-to-read($behaviour)) then ed:label('app-lege', $lang) || ' ' || ed:other-forms($behaviour)
      else string-join((
        if ($behaviour[@kind = 'variant'] and ed:entry-of($behaviour)/@tear) then ed:label('did-extent', $lang)
        else ed:label('did-' || $behaviour/@kind, $lang),
        $behaviour[not(@kind = 'choice')] ! ed:other-forms(.) ! (ed:label('did-choice', $lang) || ' ' || .),
        $behaviour/@defect,
        $behaviour/self::ed:gap/@reason ! ed:value-label('reason', ., $lang)), ', ')"/>
  </xsl:function>

  <!-- What the editors say about a gap. -->
  <xsl:function name="ed:why" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="normalize-space($behaviour/self::ed:gap)"/>
  </xsl:function>

  <!-- The name of a person or body responsible, from the header; its pointer where it has none. -->
  <xsl:function name="ed:responsible" as="xs:string" visibility="public">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($pointers) ! substring-after(., '#')"/>
    <xsl:variable name="names" as="xs:string*"
        select="$document/ed:metadata/ed:field[@name = 'resp'][@id = $ids]/string()"/>
    <xsl:sequence select="
        if (exists($names)) then string-join($names, ', ') else ed:pointers($pointers)"/>
  </xsl:function>

  <xsl:function name="ed:pointers" as="xs:string" visibility="public">
    <xsl:param name="pointers" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($pointers) ! replace(., '^.*#', ''), ' ')"/>
  </xsl:function>
</xsl:stylesheet>
