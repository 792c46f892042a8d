<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to TEI: the same text with its white space settled, words joined across breaks, and
     ids and note numbers on everything that can be cited. What it means is left to rules.xsl. -->
<xsl:package name="urn:editio:prepare" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="prepare/white-space.xsl"/>
  <xsl:include href="prepare/ids.xsl"/>

  <xsl:mode name="ed:prepare" visibility="public" on-no-match="shallow-copy"
      use-accumulators="ed:unnumbered"/>

  <xsl:template match="/" mode="ed:prepare" as="document-node()">
    <xsl:document>
      <xsl:apply-templates mode="ed:prepare"/>
    </xsl:document>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="ed:prepare"/>

  <!-- Quoted markup is printed as it was written. -->
  <xsl:template match="egXML | *:egXML" mode="ed:prepare" priority="5">
    <xsl:copy-of select="."/>
  </xsl:template>
</xsl:package>
