<?xml version="1.0" encoding="UTF-8"?>
<!-- Titles in a bibliographic reference, with their subtitles. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:titles" as="array(node()*)*">
    <xsl:param name="titles" as="element()*"/>
    <xsl:param name="holding" as="element()?"/>
    <xsl:param name="journal" as="xs:boolean"/>
    <xsl:for-each-group select="$titles" group-starting-with="*[not(ed:is-subtitle(.))]">
      <xsl:sequence select="[ed:title-of(current-group(), exists($holding intersect .), $journal)]"/>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="ed:is-subtitle" as="xs:boolean">
    <xsl:param name="title" as="element()"/>
    <xsl:variable name="before" as="element(title)?" select="$title/preceding-sibling::title[1]"/>
    <xsl:sequence select="$title/@type = ('sub', 'subordinate') and exists($before)
        and not(matches($before, '[:.?!]\s*$')) and not($before/@level != $title/@level)"/>
  </xsl:function>

  <!-- ‘On salt’; in a book the title of the book follows "in"; a subtitle follows a colon. -->
  <xsl:function name="ed:title-of" as="node()*">
    <xsl:param name="titles" as="element()+"/>
    <xsl:param name="holds" as="xs:boolean"/>
    <xsl:param name="journal" as="xs:boolean"/>
    <xsl:variable name="title" as="element()" select="head($titles)"/>
    <xsl:variable name="marks" as="xs:string+" select="
        if (starts-with(ed:page-lang($title), 'en')) then ('‘', '’') else ed:marks-of(root($title)/*)[position() le 2]"/>
    <xsl:variable name="quoted" as="xs:boolean"
        select="$title/@level = ('a', 'u') and not(ed:has-marks(normalize-space($title)))"/>
    <xsl:sequence select="ed:added(ed:say('bib-in', $title) || ' ')[$holds and not($journal)],
        ed:added($marks[1])[$quoted]"/>
    <xsl:for-each select="$titles">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(': ')"/></xsl:if>
      <xsl:apply-templates select="." mode="ed:rules"/>
    </xsl:for-each>
    <xsl:sequence select="ed:added($marks[2])[$quoted]"/>
  </xsl:function>
</xsl:stylesheet>
