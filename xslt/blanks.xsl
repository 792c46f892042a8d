<?xml version="1.0" encoding="UTF-8"?>
<!-- White space of a string, for every stage that collapses it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- Where it is written into others by _select they are compiled once, not each time. -->
  <xsl:variable name="ed:unspaced-sign" static="yes" as="xs:string" select="
      '[&#x3000;-&#x30FF;&#x3400;-&#x9FFF;&#xF900;-&#xFAFF;&#xFE30;-&#xFE4F;&#xFF00;-&#xFFEF;&#x20000;-&#x3FFFD;]'"/>
  <!-- Letters and signs of East Asia, which no blanks part: an expression for one of them. -->
  <xsl:variable name="ed:unspaced" as="xs:string" visibility="public" select="$ed:unspaced-sign"/>

  <!-- White space as one blank, where words stand in no running text, as in a formula. -->
  <xsl:function name="ed:collapsed" as="xs:string" visibility="public">
    <xsl:param name="text" as="xs:string"/>
    <!-- Regular expressions do the same in twenty times the time. -->
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="
        if ($words = '') then ' '[$text] || ''
        else ' '[ed:begins-blank($text)] || $words || ' '[ed:ends-blank($text)]"/>
  </xsl:function>
  <xsl:function name="ed:begins-blank" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="normalize-space(substring($text, 1, 1)) = ''"/>
  </xsl:function>
  <xsl:function name="ed:ends-blank" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="normalize-space(substring($text, string-length($text))) = ''"/>
  </xsl:function>
</xsl:stylesheet>
