<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of a list of persons, places, events and the like where they stand as text: what is said
     in parts, with commas between them; what holds blocks, under each other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="ed:rules" priority="-7" match="
      (person | personGrp | persona | place | org | event | object | nym)
        [not(text()[normalize-space()])][not(ed:is-inline(.))]">
    <ed:block kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each-group select="*" group-adjacent="ed:is-a-fact(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:sequence select="ed:facts-in-a-row(current-group())"/>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="current-group()" mode="ed:rules"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </ed:block>
  </xsl:template>

  <!-- What is noted of an entry is a part of it. -->
  <xsl:template mode="ed:rules" priority="4" match="(person | personGrp | persona | place | org | event |
      object | nym)/note[not(@place or @target)][not(ed:is-inline(.))]">
    <ed:block kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:block>
  </xsl:template>

  <!-- Said in a line: what holds no block and is none itself. -->
  <xsl:function name="ed:is-a-fact" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="not(ed:holds-blocks($part)) and not(starts-with(local-name($part), 'list'))
        and empty($part/(self::head | self::p | self::ab | self::note | self::event | self::place
          | self::person | self::org | self::msContents | self::physDesc | self::history
          | self::additional | self::figure | self::graphic | self::table | self::relation))
        and empty($part//(p | note | table | list | addrLine))"/>
  </xsl:function>
  <xsl:function name="ed:facts-in-a-row" as="node()*">
    <xsl:param name="facts" as="element()+"/>
    <xsl:for-each select="$facts[ed:shows(.) or ed:is-dated(.)]">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(', ')"/></xsl:if>
      <xsl:choose>
        <xsl:when test="ed:shows(.)"><xsl:apply-templates select="." mode="ed:rules"/></xsl:when>
        <xsl:otherwise>
          <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
          <xsl:sequence select="ed:added(string-join((ed:said(local-name(), .),
              string-join(ed:dates(.) ! ed:date(., $lang), '–')), ' '))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
