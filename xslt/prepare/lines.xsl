<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines of source documents in the order in which they are read: over the borders of zones and
     pages, past what only lies on a page, as its number. Asked by the settling of white space and by
     the rules. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What is on a page and none of its text. -->
  <xsl:variable name="ed:beside-the-text" as="xs:string*" select="
      'pagination', 'library', 'page_number', 'pageNum', 'stamp', 'running_head'"/>
  <xsl:function name="ed:is-read" as="xs:boolean">
    <xsl:param name="line" as="element(line)"/>
    <xsl:sequence select="exists($line[parent::zone or parent::surface])
        and not($line/ancestor::zone/@type = $ed:beside-the-text)"/>
  </xsl:function>
  <xsl:function name="ed:line-before" as="element(line)?">
    <xsl:param name="line" as="element(line)"/>
    <xsl:sequence select="($line/preceding-sibling::line[1],
        $line[ed:is-read(.)]/preceding::line[ed:is-read(.)][1])[1]"/>
  </xsl:function>
  <xsl:function name="ed:line-after" as="element(line)?">
    <xsl:param name="line" as="element(line)"/>
    <xsl:sequence select="($line/following-sibling::line[1],
        $line[ed:is-read(.)]/following::line[ed:is-read(.)][1])[1]"/>
  </xsl:function>
</xsl:stylesheet>
