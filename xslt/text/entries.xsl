<?xml version="1.0" encoding="UTF-8"?>
<!-- The apparatus behind the reading text: an entry a line, by layer. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:entries" as="element()*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="entries" as="element(ed:entry)*"
        select="ed:told-entries($document)[$ed:reading = 'reading']"/>
    <xsl:variable name="layers" as="element(ed:layer)*" select="ed:layers($document)"/>
    <xsl:if test="exists($entries)">
      <ed:run keep="yes">## {ed:label('app-entries', ed:lang($document))}</ed:run>
      <xsl:for-each select="$layers[@name = $entries/@layer]">
        <xsl:if test="@headed or count($layers) gt 1"><ed:run keep="yes">### {@title}</ed:run></xsl:if>
        <ed:stack gap="1">
          <xsl:for-each select="$entries[@layer = current()/@name]">
            <ed:run>{ed:entry-place(.)} {string-join(ed:entry-words(.))}</ed:run>
          </xsl:for-each>
        </ed:stack>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
