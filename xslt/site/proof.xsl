<?xml version="1.0" encoding="UTF-8"?>
<!-- The numbers beside the text of a proof, by which a colleague says where a fault is: verse by line,
     prose by paragraph and item, counted through the whole text and alike in its two texts. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:is-proof" as="xs:boolean" select="exists($ed:look/@proof)"/>

  <!-- What is put beside each unit, by generate-id(): ¶ 12; a line of verse has its own number, or
       in brackets the one that is counted for want of it. -->
  <xsl:function name="ed:numbers" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="text" as="element(ed:text)?"/>
    <xsl:variable name="units" as="element()*" select="$text//(
        ed:paragraph | ed:line | ed:item[not(.//(ed:paragraph | ed:line | ed:item))])
        [not(ancestor::ed:note or ancestor-or-self::*/@only = 'apparatus')]"/>
    <xsl:map>
      <xsl:for-each select="$units[not(self::ed:line)]">
        <xsl:map-entry key="generate-id()" select="'¶ ' || position()"/>
      </xsl:for-each>
      <xsl:for-each select="$units[self::ed:line][@n]">
        <xsl:map-entry key="generate-id()" select="string(@n)"/>
      </xsl:for-each>
      <!-- A later part of a shared line is counted with its first. -->
      <xsl:for-each select="$units[self::ed:line][not(@n or @part = ('M', 'F'))]">
        <xsl:map-entry key="generate-id()" select="'[' || position() || ']'"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- What was made of a unit, with its number: the style puts it into the margin. -->
  <xsl:function name="ed:with-number" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:variable name="first" as="element()?" select="$made[self::*][1]"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="$number and . is $first">
          <xsl:copy>
            <xsl:copy-of select="@*"/>
            <span class="line-number" data-n="{$number}"/>
            <xsl:copy-of select="node() except span[@class = 'line-number']"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
