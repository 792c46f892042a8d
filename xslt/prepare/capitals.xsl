<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters of a stone or a papyrus that nobody understands (orig without a regular form) stand in
     capitals, as the Leiden conventions want it, wherever they are shown. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="ed:prepare" priority="2" match="
      orig[not(parent::choice)]//text()[ancestor::div[ed:is-inscription(.)]]
      [not(root()/*/@ed:signs[. ne 'leiden'])][not(ancestor::note)]">
    <xsl:variable name="settled" as="node()*"><xsl:next-match/></xsl:variable>
    <xsl:for-each select="$settled">
      <xsl:sequence select="if (self::text()) then upper-case(.) else ."/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
