<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes in words, one ed:note each, with where they are called. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:mode name="ed:note" on-no-match="fail"/>

  <!-- in: the id of the citable place that calls the note. -->
  <xsl:template match="ed:note" mode="ed:note" as="element(ed:note)">
    <ed:note id="{@id}" n="{@n}" kind="{@kind}" in="{ancestor::*[@id][1]/@id}">
      <xsl:copy-of select="@cert, ancestor-or-self::*[@only][1]/@only, @called-in"/>
      <xsl:value-of select="ed:plain(.)"/>
      <xsl:for-each select="ed:source-names(.)"><ed:source><xsl:value-of select="."/></ed:source></xsl:for-each>
    </ed:note>
  </xsl:template>
</xsl:stylesheet>
