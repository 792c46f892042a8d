<?xml version="1.0" encoding="UTF-8"?>
<!-- Editions of inscriptions and papyri (EpiDoc): what editors saw and did in the signs of the Leiden
     conventions, line by line. They hold in div[@type='edition'] that has its lines marked
     (ed:is-inscription). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:leiden" match="div[ed:is-inscription(.)]" use="'yes'"/>
  <!-- leiden, papyri or plain: as the edition says, else as the text is encoded. -->
  <xsl:function name="ed:signs" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="said" as="xs:string?" select="root($node)/*/@ed:signs"/>
    <xsl:sequence select="
        if ($said) then $said
        else if (exists(key('ed:leiden', 'yes', root($node)))
          and exists($node/ancestor::div[@type = 'edition'])) then 'leiden' else 'plain'"/>
  </xsl:function>
  <xsl:function name="ed:is-leiden" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="$node ! ed:signs(.) ne 'plain' and exists($node/ancestor::text)
        and empty($node/ancestor::note)"/>
  </xsl:function>
  <xsl:function name="ed:is-papyri" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:signs($node) = 'papyri'"/>
  </xsl:function>

  <xsl:function name="ed:sign" as="element(ed:inline)?">
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:if test="$sign ne ''"><ed:inline kind="sign"><xsl:value-of select="$sign"/></ed:inline></xsl:if>
  </xsl:function>
  <xsl:template name="ed:signed" as="element(ed:inline)">
    <xsl:param name="signs" as="xs:string+"/>
    <ed:inline kind="{local-name()}" part="signed">
      <xsl:for-each select="ed:only(.)"><xsl:attribute name="only" select="."/></xsl:for-each>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:sign($signs[1])"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:sign((if (@cert = 'low') then '(?)' else '') || $signs[2])"/>
    </ed:inline>
  </xsl:template>

  <!-- Signs around words, by element; (abc) for what is resolved, and so on. -->
  <xsl:variable name="ed:leiden-signs" as="map(xs:string, xs:string+)" select="map{
      'ex': ('(', ')'), 'surplus': ('{', '}'), 'del': ('⟦', '⟧'), 'corr': ('⸢', '⸣'),
      'add': ('ˋ', '´'), 'add-overstrike': ('«', '»'), 'abbr': ('', '(- - -)')}"/>
  <!-- Where those of papyri differ. -->
  <xsl:variable name="ed:papyri-signs" as="map(xs:string, xs:string+)" select="map{
      'add': ('\', '/'), 'add-overstrike': ('', ''), 'abbr': ('', '( )')}"/>
  <xsl:variable name="ed:over-the-line" as="xs:string*"
      select="'above', 'supralinear', 'interlinear', 'overstrike'"/>
  <xsl:template mode="ed:rules" priority="3" match="
      (ex | surplus | del[not(parent::subst)] | add[not(@place) or @place = $ed:over-the-line] | choice/corr |
      abbr[not(ancestor::expan or parent::choice)])[ed:is-leiden(.)]">
    <xsl:call-template name="ed:signed">
      <xsl:with-param name="signs" select="(
          (local-name() || '-' || @place, local-name()) ! $ed:papyri-signs(.)[ed:is-papyri(current())],
          (local-name() || '-' || @place, local-name()) ! $ed:leiden-signs(.))[position() le 2]"/>
    </xsl:call-template>
  </xsl:template>
  <!-- What was cut and what was cut away again stands in both texts, in its signs. -->
  <xsl:template match="(surplus | del[not(parent::subst)])[ed:is-leiden(.)]" mode="ed:only" priority="1"
      as="xs:string?"/>

  <!-- A text on papyrus has what was written; what it should be is for the apparatus. -->
  <xsl:template match="(choice[corr]/sic | choice[sic]/corr)[ed:is-papyri(.)]" mode="ed:rules"
      priority="4">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="ed:only(.)"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="(choice[corr]/sic | choice[sic]/corr)[ed:is-papyri(.)]" mode="ed:only" priority="1"
      as="xs:string?">
    <xsl:sequence select="'apparatus'[current()/self::corr]"/>
  </xsl:template>

  <!-- What the writer left to the reader's mind, and never wrote. -->
  <xsl:variable name="ed:unwritten" as="xs:string*" select="'subaudible', 'explanation'"/>

  <!-- Brackets that would meet are one; within brackets a gap has none of its own. -->
  <xsl:function name="ed:is-lost" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node[self::supplied[not(@reason = ('omitted', $ed:unwritten))]
        [not(ed:holds-marks-alone(.))] or self::gap[@reason = 'lost'][not(starts-with(@unit, 'line'))]])"/>
  </xsl:function>
  <xsl:function name="ed:bracket" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="opens" as="xs:boolean"/>
    <xsl:sequence select="
        if ($element/self::gap/ancestor::supplied[ed:is-lost(.)]) then ''
        else if ($opens) then (if (ed:is-lost($element/preceding-sibling::node()[1])) then '' else '[')
        else if (ed:is-lost($element/following-sibling::node()[1])) then '' else ']'"/>
  </xsl:function>

  <xsl:template match="supplied[ed:is-leiden(.)]" mode="ed:rules" priority="3">
    <xsl:variable name="signs" as="xs:string+" select="
        if (ancestor::*[self::supplied or self::note][1]/self::supplied[ed:is-supplied-as(., current())]) then ('', '')
        else if (@reason = 'omitted') then ('⟨', '⟩') else if (@reason = $ed:unwritten) then ('(', ')')
        else (ed:bracket(., true()), ed:bracket(., false()))"/>
    <ed:inline kind="supplied" only="reading" open="{$signs[1]}"
        close="{if (@cert = 'low') then '(?)' else ''}{$signs[2]}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
    <xsl:if test="not(@reason = ('omitted', $ed:unwritten))"><xsl:sequence select="ed:lost-letters(.)"/></xsl:if>
  </xsl:template>
  <!-- What the diplomatic text has for letters that are lost: a point each, in their lines. -->
  <xsl:function name="ed:lost-letters" as="element(ed:inline)+">
    <xsl:param name="supplied" as="element(supplied)"/>
    <ed:inline kind="sign" only="diplomatic">
      <xsl:value-of select="ed:bracket($supplied, true())"/>
      <xsl:for-each select="$supplied//(text() | lb | gap)[not(ancestor::ex or ancestor::note or ancestor::gap or ancestor::rdg)]">
        <xsl:apply-templates select="self::lb" mode="ed:rules"/>
        <xsl:value-of select="self::gap ! ed:gap-sign(.)"/>
        <xsl:value-of select="self::text() ! replace(replace(., '\p{M}', ''), '\S', '.')"/>
      </xsl:for-each>
      <xsl:value-of select="ed:bracket($supplied, false())"/>
    </ed:inline>
  </xsl:function>

  <xsl:template match="(gap | space)[ed:is-leiden(.)]" mode="ed:rules" priority="3">
    <xsl:variable name="sign" as="xs:string?" select="ed:gap-sign(.)"/>
    <ed:gap kind="{local-name()}">
      <xsl:if test="$sign"><xsl:attribute name="sign" select="$sign"/></xsl:if>
      <xsl:copy-of select="@unit, ed:quantity(.), @extent, @precision"/>
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="desc" mode="ed:rules"/>
    </ed:gap>
  </xsl:template>

  <!-- Where nothing is written the words stand apart. -->
  <xsl:template match="space[ed:is-leiden(.)]" mode="ed:rules" priority="4">
    <xsl:if test="preceding-sibling::node()[1][self::* or not(matches(ed:last-signs(., 1), '\s'))]">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
    <xsl:if test="following-sibling::node()[1][self::* or not(matches(., '^\s'))]">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- [...], [c. 5], [- - -], +++, - - - - - -, (vac. 2). -->
  <xsl:function name="ed:gap-sign" as="xs:string?">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="lines" as="xs:boolean" select="starts-with($gap/@unit, 'line')"/>
    <xsl:sequence select="
        if ($gap/self::space[ed:is-papyri(.)]) then string-join(('vac.', ed:quantity($gap)), ' ')
        else if ($gap/self::space) then '(' || string-join(('vac.', ed:quantity($gap)), ' ') || ')'
        else if ($lines) then '- - - - - -'[not(ed:quantity($gap)) and not($gap/@reason = 'ellipsis')]
        else if ($gap/@reason = 'illegible')
        then string-join((1 to xs:integer((ed:quantity($gap)[. castable as xs:integer], 3)[1]))
          ! (if (ed:is-papyri($gap)) then '.' else '+'))
        else if ($gap/@reason = 'lost')
        then ed:bracket($gap, true()) || ed:beside-letters($gap) || ed:bracket($gap, false())
        else ()"/>
  </xsl:function>
  <!-- A number, or dashes, in one bracket with supplied letters stands apart from them. -->
  <xsl:function name="ed:beside-letters" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="sign" as="xs:string" select="ed:extent-sign($gap)"/>
    <xsl:variable name="apart" as="xs:boolean" select="matches($sign, '[^.]')"/>
    <xsl:variable name="within" as="text()*" select="$gap/parent::supplied/text()"/>
    <xsl:sequence select="
        ' '[$apart and $gap/preceding-sibling::node()[1][self::supplied or . intersect $within[not(matches(ed:last-signs(., 1), '\s'))]]] || $sign
        || ' '[$apart and $gap/following-sibling::node()[1][self::supplied or . intersect $within[not(matches(., '^\s'))]]]"/>
  </xsl:function>
  <xsl:function name="ed:extent-sign" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="number" as="xs:integer?"
        select="ed:quantity($gap)[. castable as xs:integer] ! xs:integer(.)"/>
    <xsl:sequence select="
        if (exists($gap/(@atLeast, @atMost))) then string-join($gap/(@atLeast, @atMost), '–')
        else if (empty($number)) then (if (ed:is-papyri($gap)) then '-ca.?-' else '- - -')
        else if ($gap/@precision = 'low') then (if (ed:is-papyri($gap)) then 'ca. ' else 'c. ') || $number
        else if ($number gt 12) then '. . ' || $number || ' . .'
        else string-join((1 to $number) ! '.')"/>
  </xsl:function>

  <!-- Letters that can be told only from what is around them have a dot below; those with a mark have
       it, where they have none already, as Greek letters have accents: an acute is a vowel's apex. -->
  <xsl:variable name="ed:letter" as="xs:string" select="'((\p{L}|\p{N})\p{M}*)'"/>
  <xsl:variable name="ed:letter-marks" as="map(xs:string, xs:string)" select="map{
      'supraline': '&#x305;', 'intraline': '&#x336;', 'ligature': '&#x361;', 'apex': '&#x301;',
      'acute': '&#x301;', 'grave': '&#x300;', 'circumflex': '&#x302;', 'diaeresis': '&#x308;',
      'asper': '&#x314;', 'lenis': '&#x313;'}"/>
  <xsl:function name="ed:letter-marks-of" as="xs:string*">
    <xsl:param name="rend" as="attribute()*"/>
    <xsl:sequence select="$rend ! tokenize(.)[map:contains($ed:letter-marks, .)]"/>
  </xsl:function>
  <xsl:template match="hi[exists(ed:letter-marks-of(@rend))][ed:is-leiden(.)]" mode="ed:rules" priority="3">
    <ed:inline kind="hi" marked="{ed:letter-marks-of(@rend) ! $ed:letter-marks(.) => string-join()}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>
  <!-- A point under a letter is no sign of doubt where letters of the text have it, as in transliterations. -->
  <xsl:function name="ed:has-dotted-letters" as="xs:boolean" cache="yes">
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="contains(normalize-unicode(string-join($root//text/string()), 'NFD'), '&#x323;')"/>
  </xsl:function>
  <xsl:template match="unclear[not(ed:has-no-letter(.) or parent::choice)][ed:is-leiden(.)][ed:has-dotted-letters(root())]"
      mode="ed:rules" priority="3">
    <xsl:call-template name="ed:signed">
      <xsl:with-param name="signs" select="'', '(?)'[not(current()/@cert = 'low')]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="text()[ancestor::unclear or ancestor::hi/@rend][ed:is-leiden(.)]" mode="ed:rules"
      priority="2">
    <xsl:variable name="marks" as="xs:string*" select="ed:letter-marks-of(ancestor::hi/@rend)"/>
    <xsl:variable name="dotted" as="xs:string" select="
        if (ancestor::unclear and not(ed:has-dotted-letters(root()))) then replace(., $ed:letter, '$1&#x323;') else string()"/>
    <xsl:value-of select="fold-left($marks, $dotted, ed:marked#2)"/>
  </xsl:template>
  <!-- Strokes are set with any other mark; the bow of a ligature, once. -->
  <xsl:function name="ed:marked" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="rend" as="xs:string"/>
    <xsl:variable name="mark" as="xs:string" select="$ed:letter-marks($rend)"/>
    <xsl:sequence select="
        if ($rend = 'ligature') then replace($words, '^' || $ed:letter, '$1' || $mark)
        else if ($rend = ('supraline', 'intraline')) then replace($words, $ed:letter, '$1' || $mark)
        else analyze-string(normalize-unicode($words, 'NFD'), '[\p{L}\p{N}]\p{M}*')/*
          ! (if (self::*:match and not(matches(., '[\p{M}-[&#x323;]]'))) then . || $mark else string())
          => string-join() => normalize-unicode()"/>
  </xsl:function>

  <!-- Lines stand under each other with their numbers, and "-" where a word goes on. -->
  <xsl:template match="lb[ed:is-leiden(.)]" mode="ed:rules" priority="3">
    <xsl:variable name="supplied" as="element()?" select="ancestor::supplied[1]"/>
    <xsl:if test="$supplied"><ed:inline kind="sign">]</ed:inline></xsl:if>
    <ed:break unit="line" numbered="yes" keep="yes">
      <xsl:copy-of select="@n[normalize-space()]"/>
      <xsl:if test="@break = 'no'"><xsl:attribute name="divides" select="'yes'"/></xsl:if>
      <xsl:if test="@ed:space"><xsl:attribute name="space" select="'yes'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
    </ed:break>
    <xsl:if test="$supplied"><ed:inline kind="sign">[</ed:inline></xsl:if>
  </xsl:template>

  <!-- The diplomatic text has the letters of the stone, capitals; not those of a transliteration, where
       capitals say something else. -->
  <xsl:template match="div/@type[. = 'edition'][ed:stands-in-capitals(..)]" mode="ed:common" priority="1"
      as="attribute()+">
    <xsl:attribute name="type" select="."/>
    <xsl:attribute name="capitals" select="'yes'"/>
  </xsl:template>
  <xsl:function name="ed:stands-in-capitals" as="xs:boolean">
    <xsl:param name="edition" as="element(div)"/>
    <xsl:variable name="lang" as="xs:string"
        select="string($edition/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:sequence select="ed:is-leiden(($edition[ed:is-inscription(.)]//lb)[1]) and not(ed:is-papyri($edition))
        and not(matches($lang, '-Latn|^(akk|arc|cop|egy|hit|peo|pi|sa|sux|uga)(-|$)', 'i'))"/>
  </xsl:function>

  <!-- A face, a column, a fragment is called by its kind and number. -->
  <xsl:template match="div[@type = 'textpart'][not(head)][@n]" mode="ed:rules" priority="3">
    <ed:section kind="textpart">
      <xsl:call-template name="ed:common"/>
      <ed:block kind="part-name">
        <xsl:sequence select="ed:added(string-join((@subtype ! ed:part-label(., ed:page-lang(current())), @n), ' '))"/>
      </ed:block>
      <xsl:call-template name="ed:content"/>
    </ed:section>
  </xsl:template>
</xsl:stylesheet>
