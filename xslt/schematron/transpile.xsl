<?xml version="1.0" encoding="UTF-8"?>
<!-- ISO Schematron (ISO/IEC 19757-3) to a stylesheet that gives the findings on a document.
     Two steps: what is abstract is written out (expand.xsl), then each pattern becomes a mode and
     each rule a template (compile.xsl). Inclusions have been resolved before; nothing is opened. -->
<xsl:package name="urn:editio:schematron" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:ed="urn:editio:ns"
    exclude-result-prefixes="#all">

  <!-- The phase to be checked: a name, #DEFAULT or #ALL. -->
  <xsl:param name="ed:phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:include href="expand.xsl"/>
  <xsl:include href="compile.xsl"/>
  <xsl:include href="message.xsl"/>

  <xsl:mode name="ed:transpile" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:transpile" as="document-node()">
    <xsl:variable name="expanded" as="document-node()">
      <xsl:document>
        <xsl:apply-templates mode="ed:expand"/>
      </xsl:document>
    </xsl:variable>
    <xsl:document>
      <xsl:apply-templates select="$expanded/sch:schema" mode="ed:compile"/>
    </xsl:document>
  </xsl:template>
</xsl:package>
