<?xml version="1.0" encoding="UTF-8"?>
<xsl:package name="urn:own:site" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:editio:ns">
  <xsl:use-package name="urn:editio:site">
    <xsl:override>
      <!-- A ruler is marked as such. -->
      <xsl:template match="ed:inline[@kind = 'objectName']" mode="ed:html">
        <mark><xsl:apply-templates mode="ed:html"/></mark>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>
</xsl:package>
