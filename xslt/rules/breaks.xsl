<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks of page, column and line, and what a page carries beside its text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="ed:units" as="map(xs:string, xs:string)"
      select="map{'pb': 'page', 'cb': 'column', 'lb': 'line', 'gb': 'gathering'}"/>

  <xsl:template match="pb | cb | lb | gb | milestone" mode="ed:rules">
    <ed:break unit="{($ed:units(local-name()), @unit)[1]}">
      <xsl:copy-of select="@n[normalize-space()]"/>
      <!-- The lines of a title page or an address are part of its design, those of a speech may be verses. -->
      <xsl:if test="self::lb[ancestor::titlePage or ancestor::address[ancestor::text and not(ancestor::p)]][ed:is-behind-words(.)] or self::lb[ed:is-verse(.)]">
        <xsl:attribute name="keep" select="'yes'"/>
      </xsl:if>
      <xsl:if test="@ed:space"><xsl:attribute name="space" select="'yes'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
    </ed:break>
  </xsl:template>

  <xsl:function name="ed:is-behind-words" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists($break/ancestor::*[not(ed:is-inline(.))][1]//text()[. &lt;&lt; $break][normalize-space()])"/>
  </xsl:function>
  <!-- Where a speech is no paragraph and has its lines marked, they are those of verse, unless it is said
       that they are prose. -->
  <xsl:function name="ed:is-verse" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="said" as="element()?" select="
        if ($break/self::milestone) then $break else $break/following-sibling::*[1]/self::milestone"/>
    <xsl:sequence select="exists($break/ancestor::ab[1][parent::sp]) and not(matches($said/@ana, 'prose', 'i'))
        and exists($break/ancestor::ab[1]//text()[. &lt;&lt; $break][normalize-space()])"/>
  </xsl:function>
  <xsl:template match="milestone[matches(@unit, '^(f?tln|l|line|verse)$', 'i')][ed:is-verse(.)]
      [not(preceding-sibling::*[1]/self::lb)]" mode="ed:rules" priority="0.8">
    <ed:break unit="line" keep="yes"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Stars or a rule between two parts of a text are seen and have no number. -->
  <xsl:function name="ed:ornament" as="xs:string?">
    <xsl:param name="milestone" as="element(milestone)"/>
    <xsl:variable name="looks" as="xs:string" select="
        string-join($milestone[not(@n)]/(@rend, @rendition ! tokenize(.) ! ed:pointed-look(.)), ' ')"/>
    <xsl:sequence select="
        if (matches($looks, '(^|\s)(\*|stars?|asteris[km]s?|dinkus|ornament)', 'i')) then '* * *'
        else if (matches($looks, '(^|\s)dot(s|ted)', 'i')) then '. . .'
        else if (matches($looks, '(^|\s)(hr|h?rule|h?line|horizontal)', 'i')) then '———' else ()"/>
  </xsl:function>
  <xsl:template match="milestone[exists(ed:ornament(.))][not(ed:is-inline(.)) or parent::p[not(normalize-space())]]"
      mode="ed:rules" priority="1">
    <xsl:element name="ed:{if (ed:is-inline(.)) then 'inline' else 'block'}" namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="'ornament'"/>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(ed:ornament(.))"/>
    </xsl:element>
  </xsl:template>

  <!-- Running heads, page numbers, stamps: never part of the word beside them. -->
  <xsl:template match="fw" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="only" select="'diplomatic'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="fw[ed:is-inline(.)]" mode="ed:rules">
    <ed:inline kind="apart" only="diplomatic">
      <xsl:if test="not(preceding-sibling::node()[1][self::fw or matches(ed:last-signs(self::text(), 1), '\s')])"><xsl:text> </xsl:text></xsl:if>
      <xsl:call-template name="ed:behave">
        <xsl:with-param name="behaviour" select="'inline'"/>
      </xsl:call-template>
      <xsl:if test="not(matches(following-sibling::node()[1]/self::text(), '^\s'))"><xsl:text> </xsl:text></xsl:if>
    </ed:inline>
  </xsl:template>

  <!-- The hyphen of a word broken at the end of a line. -->
  <xsl:template match="pc[@type = 'softHyphen'] |
      pc[@force = 'weak'][following-sibling::*[1]/@break = 'no' or parent::line]"
      mode="ed:rules" priority="1">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'inline'"/>
      <xsl:with-param name="kind" select="'hyphen'"/>
      <xsl:with-param name="only" select="'diplomatic'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
