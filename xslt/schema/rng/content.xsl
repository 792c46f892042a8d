<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models of Pure ODD to patterns. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:rng="http://relaxng.org/ns/structure/1.0"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:pattern" on-no-match="fail"/>

  <xsl:template match="content" mode="ed:pattern" as="element()*">
    <xsl:apply-templates select="*" mode="ed:pattern"/>
  </xsl:template>

  <!-- How often something may stand; the same for every part of a content model. -->
  <xsl:template match="*[@minOccurs or @maxOccurs]" mode="ed:pattern" priority="5" as="element()*">
    <xsl:variable name="times" as="xs:string"
        select="(@minOccurs, '1')[1] || ' to ' || (@maxOccurs, '1')[1]"/>
    <xsl:variable name="pattern" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$times = '1 to 1'">
        <xsl:sequence select="$pattern"/>
      </xsl:when>
      <xsl:when test="map:contains($ed:times, $times)" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
        <xsl:element name="rng:{$ed:times($times)}">
          <xsl:sequence select="$pattern"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:unknown(., $times || ' times')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="ed:times" as="map(xs:string, xs:string)" select="map{
      '0 to 1': 'optional', '0 to unbounded': 'zeroOrMore', '1 to unbounded': 'oneOrMore'}"/>

  <xsl:template match="sequence[not(@preserveOrder = 'false')]" mode="ed:pattern"
      as="element(rng:group)">
    <rng:group>
      <xsl:apply-templates select="*" mode="ed:pattern"/>
    </rng:group>
  </xsl:template>

  <xsl:template match="alternate" mode="ed:pattern" as="element(rng:choice)">
    <rng:choice>
      <xsl:apply-templates select="*" mode="ed:pattern"/>
    </rng:choice>
  </xsl:template>

  <xsl:template match="textNode" mode="ed:pattern" as="element(rng:text)">
    <rng:text/>
  </xsl:template>

  <xsl:template match="empty" mode="ed:pattern" as="element(rng:empty)">
    <rng:empty/>
  </xsl:template>

  <xsl:template match="elementRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'elementSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="classRef[@key][not(@expand | @include | @except)]" mode="ed:pattern"
      as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'classSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="macroRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'macroSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="dataRef[@key][not(@restriction)]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'dataSpec')" mode="ed:reference"/>
  </xsl:template>

  <!-- A datatype of XML Schema, with the pattern that its values follow. -->
  <xsl:template match="dataRef[@name][not(dataFacet)]" mode="ed:pattern" as="element(rng:data)">
    <rng:data type="{@name}">
      <xsl:for-each select="@restriction">
        <rng:param name="pattern">{.}</rng:param>
      </xsl:for-each>
    </rng:data>
  </xsl:template>

  <xsl:template match="*" mode="ed:pattern" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || string-join((name(),
        (@* except (@minOccurs, @maxOccurs, @ed:at)) ! (name() || '=&quot;' || . || '&quot;')), ' ')
        || '>')"/>
  </xsl:template>

  <xsl:mode name="ed:reference" on-no-match="fail"/>
  <xsl:template match="*" mode="ed:reference" as="element(rng:ref)">
    <rng:ref name="{@ident}"/>
  </xsl:template>
</xsl:stylesheet>
