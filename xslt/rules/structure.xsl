<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a text: TEI, text, front, body, back, divisions and their headings. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="TEI" mode="ed:rules">
    <xsl:apply-templates select="teiHeader, text, ed:documents(.)" mode="ed:rules"/>
    <xsl:apply-templates select="teiHeader" mode="ed:about"/>
  </xsl:template>

  <!-- teiCorpus: its texts one after the other. -->
  <xsl:function name="ed:documents" as="element()*">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="$root/(TEI | teiCorpus)"/>
  </xsl:function>
  <xsl:template match="teiCorpus" mode="ed:rules">
    <xsl:apply-templates select="teiHeader, ed:documents(.)" mode="ed:rules"/>
    <xsl:apply-templates select="teiHeader" mode="ed:about"/>
  </xsl:template>

  <!-- Registers, facsimiles and stand-off annotation are data about the text, not its words. -->
  <xsl:template match="standOff | facsimile | sourceDoc | fsdDecl | xenoData" mode="ed:rules"/>

  <xsl:template match="text | group | floatingText" mode="ed:rules">
    <ed:text>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:text>
  </xsl:template>

  <xsl:template match="front | body | back" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'part'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Divisions that record how a text reached us, not what its author wrote. -->
  <xsl:variable name="ed:transmission" as="xs:string*" select="'catalogueRecord', 'webFrame'"/>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'section'"/>
      <xsl:with-param name="kind" select="string((@type, 'section')[1])"/>
      <xsl:with-param name="only" select="'diplomatic'[current()/@type = $ed:transmission]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="head" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="kind" select="parent::*/local-name() || '-head'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | front | body | back |
      lg[parent::body or parent::div])/head" mode="ed:rules">
    <ed:heading level="{count(ancestor::*[matches(local-name(), '^div|^lg$')])}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:heading>
  </xsl:template>

  <xsl:template match="titlePage" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="docTitle" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
