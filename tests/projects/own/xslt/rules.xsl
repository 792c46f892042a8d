<?xml version="1.0" encoding="UTF-8"?>
<xsl:package name="urn:own:rules" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:editio:ns"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:use-package name="urn:editio:rules">
    <xsl:override>
      <!-- What is red in the leaf says so. -->
      <xsl:template match="hi[@rend = 'red']" mode="ed:rules">
        <xsl:call-template name="ed:dressed">
          <xsl:with-param name="class" select="'red'"/>
          <xsl:with-param name="made" as="node()*"><xsl:next-match/></xsl:with-param>
        </xsl:call-template>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>
  <xsl:include href="parts/more.xsl"/>
</xsl:package>
