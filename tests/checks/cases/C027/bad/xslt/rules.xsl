<xsl:package name="own-rules" package-version="1" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:editio:ns"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:use-package name="urn:editio:rules">
    <xsl:override>
      <xsl:template match="body//porsName[@ref]" mode="ed:rules">
        <xsl:next-match/>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>
</xsl:package>
