<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse and drama: lines, stanzas, speeches, stage directions, cast lists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="l" mode="ed:rules">
    <ed:line>
      <xsl:copy-of select="@n, @part"/>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:line>
  </xsl:template>

  <xsl:template match="lg | sp | speaker | castGroup | performance | prologue | epilogue | set"
      mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="stage" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'block'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="castList" mode="ed:rules">
    <ed:list kind="simple">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:list>
  </xsl:template>
  <xsl:template match="castItem" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'item'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
