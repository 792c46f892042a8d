<?xml version="1.0" encoding="UTF-8"?>
<!-- Words. Line ends of the source are line ends in the diplomatic text, spaces in the other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="text()" mode="ed:text" as="text()">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="ed:inline | ed:alternate | ed:link" mode="ed:text" as="node()*">
    <xsl:apply-templates mode="ed:text"/>
  </xsl:template>
  <xsl:template match="(ed:inline | ed:alternate | ed:link)[@id or @entries or @key]"
      mode="ed:text" as="node()*" priority="1">
    <ed:mark>
      <xsl:call-template name="ed:stands-for"/>
      <xsl:next-match/>
    </ed:mark>
  </xsl:template>
  <!-- Blocks among the words: marks of words cannot hold them. -->
  <xsl:template match="ed:*[ed:holds-blocks(.)]" mode="ed:text" as="element(ed:stack)" priority="2">
    <xsl:call-template name="ed:stack"/>
  </xsl:template>

  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:text"
      as="element(ed:mark)" priority="1.5">
    <xsl:call-template name="ed:bracketed"/>
  </xsl:template>
  <xsl:template name="ed:bracketed" as="element(ed:mark)">
    <ed:mark first="[" last="]">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates mode="ed:text"/>
    </ed:mark>
  </xsl:template>

  <xsl:template match="ed:gap" mode="ed:text" as="element(ed:mark)">
    <ed:mark>
      <xsl:call-template name="ed:stands-for"/>
      <xsl:text>{ed:gap-words(.)}</xsl:text>
    </ed:mark>
  </xsl:template>

  <xsl:template match="ed:break" mode="ed:text" as="node()*">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
  <xsl:template match="ed:break[@keep]" mode="ed:text" as="node()*">
    <ed:feed/>
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
  <xsl:template match="ed:break[$ed:reading = 'diplomatic']" mode="ed:text" as="node()*"
      priority="1">
    <ed:feed/>
    <xsl:if test="@unit = ('page', 'column')">
      <ed:mark>
        <xsl:call-template name="ed:stands-for"/>
        <xsl:attribute name="kind" select="@unit"/>
        <xsl:text>[{lower-case(ed:label(@unit, ed:lang(.)))} {@n}]</xsl:text>
      </ed:mark>
      <ed:feed/>
    </xsl:if>
  </xsl:template>

  <!-- A place between words, for what begins there and is not told. -->
  <xsl:function name="ed:place" as="element(ed:mark)?">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:for-each select="$behaviour[@id]">
      <ed:mark id="{@id}" kind="{(@unit, local-name())[1]}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="ed:anchor" mode="ed:text" as="element(ed:mark)?">
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
</xsl:stylesheet>
