<?xml version="1.0" encoding="UTF-8"?>
<!-- Measures and dates: with words, these; without, what their attributes say. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- leaf 210 × 150 mm -->
  <!-- A form that was left empty is no size. -->
  <xsl:function name="ed:is-sized" as="xs:boolean">
    <xsl:param name="dimensions" as="element()"/>
    <xsl:sequence select="normalize-space($dimensions) or exists($dimensions/*[ed:measured(.)])"/>
  </xsl:function>
  <xsl:template mode="ed:rules" priority="1.1" match="dimensions[not(ed:is-sized(.))]"/>
  <xsl:template mode="ed:rules" priority="1" match="dimensions |
      measureGrp[height | width | depth][not(text()[normalize-space()])]">
    <xsl:variable name="before" as="node()?"
        select="preceding-sibling::node()[not(self::text()[not(normalize-space())])][1]"/>
    <xsl:variable name="unit" as="xs:string?" select="(@unit, */@unit)[1]"/>
    <xsl:sequence select="ed:added('; '[$before/self::text()[matches(ed:last-signs(., 1), '[^\s,;:(\[–—-]')
          or ed:counts-before-sizes(.)] or $before/self::*[not(self::p or self::ab)]])"/>
    <ed:inline kind="dimensions">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added((ed:said('dimensions-' || replace(@type, '^leaves$', 'leaf'), .), @type)[1]
          ! (. || ' '))"/>
      <xsl:for-each select="*[normalize-space() or ed:measured(.)]">
        <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(' × ')"/></xsl:if>
        <xsl:apply-templates select="." mode="ed:rules"/>
      </xsl:for-each>
      <xsl:sequence select="ed:added($unit ! (' ' || .))"/>
    </ed:inline>
  </xsl:template>

  <!-- Sizes and counts of one extent stand apart from each other: height and width as those of a leaf, others
       by semicolons. -->
  <xsl:function name="ed:size-before" as="element()?">
    <xsl:param name="size" as="element()"/>
    <xsl:sequence select="$size/parent::extent/$size/preceding-sibling::node()
        [self::* or self::text()[normalize-space()]][1]/(self::height | self::width | self::depth | self::dim
          | self::measure | self::dimensions)[normalize-space() or self::dimensions or ed:measured(.)]"/>
  </xsl:function>
  <xsl:template mode="ed:rules" priority="1.2" match="(height | width | depth | dim | measure)[parent::extent]
      [normalize-space() or ed:measured(.)][ed:size-before(.)]">
    <xsl:variable name="sides" as="xs:string*" select="'height', 'width', 'depth'"/>
    <xsl:sequence select="ed:added(
        if (local-name() = $sides and local-name(ed:size-before(.)) = $sides) then ' × ' else '; ')"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template mode="ed:rules" match="extent/text()[not(normalize-space())]
      [following-sibling::node()[1]/(self::height | self::width | self::depth | self::dim | self::measure)[ed:size-before(.)]]"/>

  <!-- What is measured besides stands apart from the words before it. -->
  <xsl:template match="extent/measure[preceding-sibling::node()[1]/self::text()[matches(ed:last-signs(., 1), '[\w)\]]')]]"
      mode="ed:rules" priority="1">
    <xsl:sequence select="ed:added('; ')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="(extent | support | layout | handNote)/text()[not(normalize-space())]
      [following-sibling::node()[1][self::dimensions]][preceding-sibling::node()]" mode="ed:rules"/>

  <!-- "40 leaves", behind which sizes are said of what is named by their type. -->
  <xsl:template match="extent/text()[ed:counts-before-sizes(.)]" mode="ed:rules" priority="1">
    <xsl:value-of select="replace(., '\s+$', '')"/>
  </xsl:template>
  <xsl:function name="ed:counts-before-sizes" as="xs:boolean">
    <xsl:param name="words" as="text()"/>
    <xsl:sequence select="exists($words/parent::extent) and matches(string-join(($words/preceding-sibling::*, $words)), '\d') and matches(ed:last-signs($words, 2), '[\w)]\s')
        and exists($words/following-sibling::node()[1]/self::dimensions[@type][ed:is-sized(.)])"/>
  </xsl:function>

  <!-- A measure without words is what its attributes say; alone, with its unit. What a number in the text
       stands for is no word of it, nor is the size of what cannot be read. -->
  <xsl:template mode="ed:rules" priority="0.7" match="(height | width | depth | dim | measure |
      num[ancestor::teiHeader or ancestor::msDesc])[not(normalize-space() or *)][ed:measured(.)]">
    <xsl:sequence select="ed:parted-before(.)[empty(ed:size-before(current()))]"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:added(string-join((ed:with-unit(ed:measured(.), @unit[not(current()/(parent::dimensions
          | parent::measureGrp))], ed:page-lang(.)), @commodity[not(current()/parent::measureGrp)]), ' '))"/>
    </ed:inline>
    <xsl:sequence select="ed:parted-behind(.)"/>
  </xsl:template>
  <xsl:template match="(height | width | depth | dim)[matches(., '\d\s*$')][@unit]
      [not(parent::dimensions | parent::measureGrp)] | msDesc//extent/measure[ed:counts-alone(.)]"
      mode="ed:rules" priority="0.7">
    <xsl:call-template name="ed:phrase"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space()"/>
    <xsl:sequence select="ed:added((substring-after(ed:with-unit($number, @unit, ed:page-lang(.)), $number)[.], ' ' || @unit)[1])"/>
  </xsl:template>
  <!-- 40 leaves: what is counted by a word of the language, where there is one; else by that of the source. -->
  <xsl:variable name="ed:counted-in" as="map(xs:string, array(xs:string))" select="map{
      'leaf': ['count-leaf', 'count-leaves'], 'page': ['count-page', 'count-pages'], 'folio': ['folio', 'folios'],
      'line': ['line', 'lines'], 'column': ['column', 'columns'], 'word': ['word', 'words']}"/>
  <xsl:function name="ed:with-unit" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="unit" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="labels" as="array(xs:string)?"
        select="$ed:counted-in(replace(replace($unit, '^leaves$', 'leaf'), 's$', ''))[matches($number, '^\d+$')]"/>
    <xsl:sequence select="
        if (exists($labels)) then ed:amount($number, $labels(1), $labels(2), $lang)
        else string-join(($number, $unit), ' ')"/>
  </xsl:function>
  <!-- A number without the word for what it counts, and none behind it. -->
  <xsl:function name="ed:counts-alone" as="xs:boolean">
    <xsl:param name="measure" as="element(measure)"/>
    <xsl:sequence select="matches($measure, '^\s*[\d.,]+\s*$') and exists($measure/@unit)
        and not($measure/following-sibling::node()[1]/self::text()[normalize-space()])"/>
  </xsl:function>
  <xsl:function name="ed:measured" as="xs:string?">
    <xsl:param name="measure" as="element()"/>
    <xsl:variable name="range" as="xs:string"
        select="string-join($measure/((@min, @atLeast)[1], (@max, @atMost)[1]), '–')"/>
    <xsl:sequence select="$measure/(@quantity, @value, @extent, $range[.])[1]"/>
  </xsl:function>

  <!-- So is a date that is a value alone. -->
  <xsl:template match="(date | time)[not(normalize-space() or *)][ed:is-dated(.) or @dur]" mode="ed:rules"
      priority="0.7">
    <xsl:sequence select="ed:parted-before(.)"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added((ed:open-date(ed:dates(.), ed:page-lang(.))[.], ed:duration(@dur))[1])"/>
    </ed:inline>
    <xsl:sequence select="ed:parted-behind(.)"/>
  </xsl:template>
</xsl:stylesheet>
