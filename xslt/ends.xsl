<?xml version="1.0" encoding="UTF-8"?>
<!-- How a string ends, for every stage that asks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- The last signs of a text. An expression that ends in $ tries every place in the text: it is asked of
       these alone. -->
  <xsl:function name="ed:last-signs" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:param name="many" as="xs:integer"/>
    <xsl:sequence select="substring($text, string-length($text) - $many + 1)"/>
  </xsl:function>
</xsl:stylesheet>
