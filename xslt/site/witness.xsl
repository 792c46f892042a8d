<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the text as one of its witnesses has it (behaviours/witness.xsl). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:witness-page" as="element(html)">
    <xsl:param name="siglum" as="xs:string"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="ed:label('witness-text', ed:lang(.)) || ' ' || $siglum"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:page-title(.) || ': ' || $words"/>
      <xsl:with-param name="page" select="$page"/>
      <xsl:with-param name="kind" select="'text-page'"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:text-masthead"><xsl:with-param name="text" select="'witness'"/></xsl:call-template>
        <xsl:call-template name="ed:toolbar"><xsl:with-param name="text" select="'collated'"/></xsl:call-template>
        <h2>{$words}</h2>
        <xsl:for-each select="ed:witnesses//ed:witness[@siglum = $siglum][1]/ed:words[text()]"><p class="byline">{.}</p></xsl:for-each>
        <p class="hint">{ed:label('witness-text-hint', ed:lang(.))}</p>
        <article id="{ed:own-id(., 'text')}"><xsl:apply-templates select="ed:text" mode="ed:html"/></article>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
