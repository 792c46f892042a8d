<xsl:package name="own" package-version="1" version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:use-package name="urn:editio:rules"/>
</xsl:package>
