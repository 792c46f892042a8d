<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to plain text, in the reading or the diplomatic text: a paragraph a line (the
     diplomatic text keeps the lines of its source), blank lines between blocks, "# " before a
     heading, "> " before a quotation, "- " before an item, notes at the end. -->
<xsl:package name="urn:editio:text" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0"/>

  <xsl:include href="text/header.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/inline.xsl"/>

  <!-- Which of the two texts: 'reading' or 'diplomatic'. -->
  <xsl:param name="ed:reading" as="xs:string" select="'reading'"/>

  <xsl:mode name="ed:text" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> text. -->
  <xsl:template match="/" mode="ed:text" as="map(xs:string, xs:string)">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="ed:document" mode="ed:text"/>
    </xsl:variable>
    <xsl:sequence select="map{
        $ed:reading || '/' || ed:document/@id || '.txt':
        normalize-unicode(string-join($blocks ! ed:trimmed(.)[.], '&#xA;&#xA;'), 'NFC') || '&#xA;'}"/>
  </xsl:template>

  <xsl:template match="ed:document" mode="ed:text" as="xs:string*">
    <xsl:sequence select="ed:header(.)"/>
    <xsl:apply-templates select="ed:text" mode="ed:text"/>
    <xsl:sequence select="ed:notes(., 'notes'), ed:notes(., 'editorial-notes')"/>
  </xsl:template>

  <!-- A block without white space and line ends at its edges; a line end alone is no block. -->
  <xsl:function name="ed:trimmed" as="xs:string">
    <xsl:param name="block" as="xs:string"/>
    <xsl:variable name="edge" as="xs:string" select="'[\s' || $ed:feed || ']+'"/>
    <xsl:sequence select="replace($block, '^' || $edge || '|' || $edge || '$', '')"/>
  </xsl:function>

  <xsl:template match="*[@only ne $ed:reading]" mode="ed:text" priority="9"/>
</xsl:package>
