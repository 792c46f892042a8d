<?xml version="1.0" encoding="UTF-8"?>
<!-- The last step of the rules, for what leads somewhere: addresses that may not be followed are
     taken away here, so that no format has to look again. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:template match="ed:link" mode="ed:number">
    <xsl:variable name="target" as="xs:string?" select="ed:address(@target)"/>
    <xsl:element name="{if ($target) then 'ed:link' else 'ed:inline'}">
      <xsl:if test="empty($target)"><xsl:attribute name="kind" select="'ref'"/></xsl:if>
      <xsl:apply-templates select="@* except @target" mode="ed:number"/>
      <xsl:if test="$target"><xsl:attribute name="target" select="$target"/></xsl:if>
      <xsl:apply-templates mode="ed:number"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="ed:field/@target" mode="ed:number" as="attribute()?">
    <xsl:for-each select="ed:address(.)"><xsl:attribute name="target" select="."/></xsl:for-each>
  </xsl:template>

  <!-- A picture from elsewhere is linked and not shown: a page asks no other server for anything. -->
  <xsl:template match="ed:graphic[not(ancestor::ed:facsimile)][matches(@url, '^\s*([^/?#]*:|//)')]" mode="ed:number">
    <xsl:variable name="target" as="xs:string?" select="ed:address(@url)"/>
    <xsl:element name="{if ($target) then 'ed:link' else 'ed:inline'}">
      <xsl:attribute name="kind" select="'graphic'"/>
      <xsl:apply-templates select="@* except (@url, @alt, @kind)" mode="ed:number"/>
      <xsl:if test="$target"><xsl:attribute name="target" select="$target"/></xsl:if>
      <xsl:sequence select="string(@alt)[.], ed:added($target[not(current()/@alt != '')])"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ed:figure/ed:graphic[matches(@url, '^\s*([^/?#]*:|//)')]" mode="ed:number"
      priority="2">
    <ed:block kind="graphic"><xsl:next-match/></ed:block>
  </xsl:template>
</xsl:stylesheet>
