<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries (chapter DI, TEI Lex-0): an entry is a paragraph. Where the encoding leaves its
     punctuation to the reader, the reading text has it by rule: numbers of senses, marks around
     examples, brackets around etymologies. Where the source punctuates, nothing is added, and never
     in the diplomatic text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:entry-of" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor-or-self::*[self::entry or self::entryFree or
        self::dictScrap or self::re or self::superEntry][last()]"/>
  </xsl:function>
  <!-- The source has its own signs between the parts of an entry. -->
  <xsl:function name="ed:has-signs" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:entry-of($node) ! ed:entry-has-signs(.) = true()"/>
  </xsl:function>
  <!-- Asked for each part, and looked for once: entries have thousands of senses. The signs of a
       sentence that is quoted are its own. -->
  <xsl:function name="ed:entry-has-signs" as="xs:boolean" cache="yes">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="exists($entry[self::entryFree or self::dictScrap][text()[normalize-space()]])
        or exists($entry//(pc[not(ancestor::quote or ancestor::q)] | (entry | hom | sense | form | gramGrp | cit)/text()[normalize-space()]))"/>
  </xsl:function>

  <xsl:template match="superEntry" mode="ed:rules">
    <ed:block kind="superEntry">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="*" mode="ed:rules"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="superEntry/form | entry | entryFree | dictScrap" mode="ed:rules">
    <ed:block kind="entry">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:entry-parts"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="(entry | entryFree | dictScrap)[ancestor::entry or ancestor::entryFree]"
      mode="ed:rules" priority="1">
    <xsl:call-template name="ed:entry-part"/>
  </xsl:template>

  <xsl:template mode="ed:rules" priority="1" match="
      (form | gramGrp | sense | hom | re | etym | xr | usg | def | orth | pron | gram | pos | gen |
      number | case | per | tns | mood | iType | subc | colloc | hyph | syll | stress | lbl | lang)
        [ed:entry-of(.)][not(parent::superEntry)]">
    <xsl:call-template name="ed:entry-part"/>
  </xsl:template>
  <xsl:template match="cit[ed:entry-of(.)] | quote[parent::cit][ed:entry-of(.)]" mode="ed:rules"
      priority="2">
    <xsl:call-template name="ed:entry-part"/>
  </xsl:template>

  <!-- A part: its words, with the signs that belong around them. -->
  <xsl:template name="ed:entry-part">
    <xsl:variable name="signs" as="xs:string*" select="ed:signs-around(.)"/>
    <ed:inline kind="{local-name()}">
      <xsl:for-each select="ed:entry-dress(.)"><xsl:attribute name="rend" select="."/></xsl:for-each>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added($signs[1], 'reading')"/>
      <!-- Among words a sense has the number that it is given, where these do not say it. -->
      <xsl:if test="self::sense[@n][../text()[normalize-space()]]
          [not(preceding-sibling::node()[normalize-space()][1][self::text() or self::num or self::lbl]
            ! replace(., '[\s.:)\]]+$', '') ! ends-with(., current()/@n))]">
        <!-- The blank before it may be the first sign of its words. -->
        <xsl:variable name="blank" as="xs:boolean" select="matches(., '^\s')"/>
        <xsl:variable name="number" as="xs:string?" select="ed:number-of(.)"/>
        <xsl:if test="$number and $blank and matches(ed:last-signs(preceding-sibling::node()[1], 1), '\S')"><xsl:text> </xsl:text></xsl:if>
        <xsl:sequence select="ed:bold(if ($blank) then $number ! normalize-space() else $number)"/>
      </xsl:if>
      <xsl:call-template name="ed:entry-parts"/>
      <xsl:sequence select="ed:added($signs[2], 'reading')"/>
    </ed:inline>
  </xsl:template>
  <!-- Bold: no number of what stands before it, of a page, say. -->
  <xsl:function name="ed:bold" as="element()?">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:for-each select="ed:added($number, 'reading')">
      <xsl:copy><xsl:attribute name="rend" select="'bold'"/><xsl:copy-of select="@*, node()"/></xsl:copy>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:entry-dress" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        if ($part/@rend) then ()
        else if ($part/self::orth[not(ancestor::cit)]) then 'bold'
        else if ($part/(self::gramGrp | self::gram[not(parent::gramGrp)] | self::pos[not(parent::gramGrp)]))
        then 'italic' else ()"/>
  </xsl:function>

  <xsl:variable name="ed:of-parts" as="xs:string*" select="'cit', 'dictScrap', 'entry', 'entryFree',
      'etym', 'form', 'gramGrp', 'hom', 're', 'sense', 'superEntry', 'xr'"/>

  <!-- What stands in an entry or a part of one: words as they are; parts without words between them
       with a blank, and the sign that tells them apart. -->
  <xsl:template name="ed:entry-parts">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()] or not(*) or not(local-name() = $ed:of-parts)">
        <xsl:call-template name="ed:content"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- The blank of a sentence may stand inside the part that follows it. -->
        <xsl:variable name="among-words" as="xs:boolean" select="not(local-name(..) = $ed:of-parts)
            or exists(../text()[normalize-space()])"/>
        <xsl:value-of select="node()[1]/self::text()[$among-words]"/>
        <xsl:for-each select="*[not(self::sense or self::form or self::gramGrp or self::gram or self::etym)
            or ed:shows(.) or .//@value or .//(oRef | pRef)]">
          <xsl:if test="position() gt 1">
            <xsl:sequence select="ed:added(ed:sign-before(.), 'reading')"/>
            <xsl:if test="not(ed:stands-close(.))"><xsl:text> </xsl:text></xsl:if>
          </xsl:if>
          <xsl:sequence select="ed:bold(ed:number-of(.))"/>
          <xsl:sequence select="ed:added(ed:tongue-before(.), 'reading')"/>
          <xsl:apply-templates select="." mode="ed:rules"/>
        </xsl:for-each>
        <xsl:if test="$among-words and not(matches(following-sibling::node()[1]/self::text(), '^[\s,.;:!?)\]]'))">
          <xsl:value-of select="node()[last()]/self::text()"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- No blank before what closes, or behind what opens, or beside a note. -->
  <xsl:function name="ed:stands-close" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/(self::note[@place] | self::lb | self::pb | self::cb)) or
        matches($part/self::pc, '^[\s,.;:!?)\]}”’»/]') or
        exists($part/preceding-sibling::*[1]/self::pc[matches(., '[(\[{“‘«]\s*$')])"/>
  </xsl:function>

  <xsl:variable name="ed:part-signs" as="map(xs:string, xs:string+)" select="map{
      'usg': ('(', ')'), 'hyph': ('(', ')'), 'syll': ('(', ')'), 'stress': ('(', ')'),
      'pron': ('/', '/'), 'etym': ('[', ']')}"/>
  <xsl:function name="ed:signs-around" as="xs:string*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($part)"/>
    <xsl:sequence select="
        if ($words = '' or ed:has-signs($part)) then ()
        else if ($part/self::quote[ed:is-example(..)][not(ed:has-marks($words))])
        then ed:marks-of($part/..)[position() le 2]
        else if (matches($words, '^[(\[/]')) then ()
        else if ($part/self::cit[parent::cit][not(ed:is-example(.))])
        then ('(' || (ed:tongue-told($part) ! (. || ': ')), ')')
        else $ed:part-signs(local-name($part))[not($part/(self::hyph | self::syll | self::stress))
          or $part/parent::*[local-name() = $ed:of-parts]]"/>
  </xsl:function>
  <xsl:function name="ed:is-example" as="xs:boolean">
    <xsl:param name="cit" as="element()"/>
    <xsl:sequence select="not(matches($cit/@type, '^trans', 'i'))"/>
  </xsl:function>

  <!-- The sign between a part and the one before it. -->
  <xsl:function name="ed:sign-before" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="before" as="element()" select="$part/preceding-sibling::*[1]"/>
    <xsl:sequence select="
        if (ed:has-signs($part) or matches(string($before), '[,;:!?]\s*$')
          or $before/self::def[matches(string(.), '\.\s*$')]) then ()
        else if ($part[self::orth or self::form]) then
          ','[$part/preceding-sibling::*[self::orth or self::form[not(ed:is-bound(.))]]]
        else if ($part/self::cit[ed:is-example(.)]) then
          if ($before/self::cit[ed:is-example(.)]) then ';' else ':'[$before[self::def or self::cit]]
        else if ($part/self::cit) then
          if ($part/parent::cit) then ()
          else if ($before/self::cit[not(ed:is-example(.))]) then (if (ed:tongue($before) = ed:tongue($part)) then ',' else ';')
          else (';'[$before[self::def or self::cit]], ed:colon-before($part))[1]
        else if ($part/self::sense) then ed:colon-before($part)
        else if ($part[self::re or self::dictScrap or self::entry[parent::entry]])
        then ';'[$before[self::sense or self::re or self::def or self::entry]]
        else if ($part/self::def) then ';'[$before/self::def]
        else if ($part/self::xr) then ';'[not($before[self::form or self::gramGrp or self::lbl])]
        else ()"/>
  </xsl:function>

  <!-- What a headword is in another language is told from it: by the name of that language where the
       dictionary gives several, by a colon where it gives one. -->
  <xsl:function name="ed:colon-before" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="':'[$part/preceding-sibling::*[1]/(self::form | self::gramGrp)]
        [(if ($part/self::sense) then $part/*[1] else $part)/self::cit[not(ed:is-example(.))]
          [empty(ed:tongue-told(.))]][empty(ed:number-of($part))]"/>
  </xsl:function>
  <xsl:function name="ed:tongue" as="xs:string">
    <xsl:param name="cit" as="element(cit)"/>
    <xsl:sequence select="string(($cit/(@xml:lang, (quote | form | form/orth)/@xml:lang))[1]
        ! replace(ed:language-tag(.), '^([^-]{2,})-.*$', '$1'))"/>
  </xsl:function>
  <xsl:function name="ed:tongue-told" as="xs:string?">
    <xsl:param name="cit" as="element(cit)"/>
    <xsl:sequence select="ed:tongue($cit)[.][ed:has-tongues(root($cit))][not(ed:has-signs($cit))]
        [empty($cit/*[1]/(self::lang | self::lbl))] ! ed:language-name(., $cit)"/>
  </xsl:function>
  <xsl:function name="ed:tongue-before" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part/self::cit[not(parent::cit)][not(ed:is-example(.))]
        [not(preceding-sibling::*[1]/self::cit[not(ed:is-example(.))][ed:tongue(.) = ed:tongue($part)])]
        ! ed:tongue-told(.) ! ('(' || . || ') ')"/>
  </xsl:function>
  <!-- Asked for each equivalent, and looked for once. -->
  <xsl:function name="ed:has-tongues" as="xs:boolean" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="exists(distinct-values(
        $root//cit[ed:entry-of(.)][not(ed:is-example(.))] ! ed:tongue(.)[.])[2])"/>
  </xsl:function>

  <!-- An article or a pronoun goes with the form that follows it. -->
  <xsl:function name="ed:is-bound" as="xs:boolean">
    <xsl:param name="form" as="element()"/>
    <xsl:sequence select="
        matches($form/@type, '^(determiner|article|particle|preposition|(personal)?pronoun)$', 'i')"/>
  </xsl:function>

  <!-- 1. for a sense, I. for a homograph: as numbered, else counted where there are several. -->
  <xsl:function name="ed:number-of" as="xs:string?">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="ranks" as="map(xs:string, xs:integer)?"
        select="$part[self::sense or self::hom]/.. ! ed:ranks-in(., local-name($part))"/>
    <xsl:variable name="depth" as="xs:integer" select="count($part/ancestor::sense)"/>
    <xsl:sequence select="
        if (empty($ranks) or $part/(lbl | num)[. is ../*[1]] or ed:has-signs($part)[not($part/@n)]
          or ed:says-its-number($part)) then ()
        else if ($part/self::hom[matches(@n, '^[1-9]\d?$')]) then format-integer($part/@n, 'I') || '. '
        else if ($part/@n) then replace($part/@n, '(\w)$', '$1.') || ' '
        else if (map:size($ranks) = 1) then ()
        else format-integer($ranks(generate-id($part)), if ($part/self::hom) then 'I' else ('1', 'a', 'i', '1')[min(($depth + 1, 4))])
          || '. '"/>
  </xsl:function>

  <xsl:function name="ed:ranks-in" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="parent" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:map>
      <xsl:for-each select="$parent/*[local-name() = $name]">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The words begin with it: "1. ", "b) ". -->
  <xsl:function name="ed:says-its-number" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="replace($part/@n, '\W+$', '')"/>
    <xsl:sequence select="$n ne '' and
        matches(substring-after(normalize-space($part), $n), '^[\s.):]')
        and starts-with(normalize-space($part), $n)"/>
  </xsl:function>

  <xsl:template match="note[ed:entry-of(.)][not(@place or @target)]" mode="ed:rules" priority="4">
    <xsl:variable name="apart" as="xs:boolean" select="local-name(..) = $ed:of-parts
        and not(ed:has-signs(.)) and not(matches(normalize-space(), '^[(\[]'))"/>
    <ed:inline kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added('('[$apart], 'reading')"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:added(')'[$apart], 'reading')"/>
    </ed:inline>
  </xsl:template>

  <!-- "see", "cf.": where the source does not say how it refers. -->
  <xsl:template match="xr[ed:entry-of(.)][not(lbl)][not(text()[normalize-space()])]"
      mode="ed:rules" priority="2">
    <ed:inline kind="xr">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="not(ed:has-signs(.))">
        <xsl:sequence select="ed:added((ed:said('xr-' || @type, .), ed:say('xr', .))[1] || ' ', 'reading')"/>
      </xsl:if>
      <xsl:call-template name="ed:entry-parts"/>
    </ed:inline>
  </xsl:template>
  <!-- A pointer without words to an entry has its headword. -->
  <xsl:template match="(ref | ptr)[not(normalize-space())][ed:headword(.)]" mode="ed:rules"
      priority="3">
    <ed:link target="{tokenize(@target)[1]}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(ed:headword(.))"/>
    </ed:link>
  </xsl:template>
  <xsl:function name="ed:headword" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="place" as="element()?" select="key('ed:by-id',
        substring-after(tokenize($pointer/@target)[1], '#'), root($pointer))[1]"/>
    <xsl:sequence select="$place/ancestor-or-self::*[self::entry or self::entryFree or self::re][1]
        /(.//orth)[1]/normalize-space()"/>
  </xsl:function>
  <!-- A form is referred to: the one that is meant, else the headword. -->
  <xsl:template match="(oRef | oVar | pRef | pVar)[not(normalize-space())]" mode="ed:rules" priority="1">
    <xsl:variable name="form" as="element()?"
        select="key('ed:by-id', substring-after(@target, '#'))[1]"/>
    <xsl:sequence select="ed:added(($form ! normalize-space()[.], '~')[1], 'reading')"/>
  </xsl:template>
  <!-- What grammar says as a value. -->
  <xsl:template mode="ed:rules" priority="1.5" match="(gram | pos | gen | number | case | per | tns | mood | iType |
      subc)[not(normalize-space())][@value]">
    <xsl:sequence select="ed:added(@value, 'reading')"/>
  </xsl:template>
</xsl:stylesheet>
