<?xml version="1.0" encoding="UTF-8"?>
<!-- What the editors did, one ed:intervention each: what tables that span texts are made from. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:mode name="ed:intervention" on-no-match="fail"/>

  <!-- in: the id of the citable place; only: the text that has it; place: page and line; responsible: who, in words. -->
  <xsl:template match="*" mode="ed:intervention" as="element(ed:intervention)">
    <ed:intervention key="{@key}" kind="{@kind}" in="{(ed:entry-of(.)[@apart]/@in, ancestor::*[@id][1]/@id)[1]}"
        place="{ed:locus(.)}" treatment="{ed:treatment(.)}">
      <xsl:copy-of select="@id, @cert, @evidence, @reason, @ana, (ancestor-or-self::*/@only)[1]"/>
      <xsl:if test="@source">
        <xsl:attribute name="source" select="ed:pointers(@source)"/>
      </xsl:if>
      <xsl:if test="@resp">
        <xsl:attribute name="responsible" select="ed:responsible(root(.)/ed:document, @resp)"/>
      </xsl:if>
      <ed:source-has><xsl:sequence select="ed:source-has(.)"/></ed:source-has>
      <ed:edition-has><xsl:sequence select="ed:edition-has(.)"/></ed:edition-has>
      <ed:why><xsl:value-of select="ed:why(.)"/></ed:why>
      <xsl:variable name="one" as="element()" select="."/>
      <xsl:for-each select="ed:source-ids(@source)">
        <ed:source id="{.}" listed="{exists(ed:source-entry($one, .))}"><xsl:value-of select="ed:source-name($one, .)"/></ed:source>
      </xsl:for-each>
    </ed:intervention>
  </xsl:template>

  <!-- A mark that the editors placed is their work as any supplied word is; one of the source whose
       place they doubt is told with how sure they are. -->
  <xsl:template match="ed:note | ed:link" mode="ed:intervention" as="element(ed:intervention)" priority="1">
    <xsl:variable name="id" as="xs:string" select="if (self::ed:note) then ed:call-id(.) else ed:again-id(.)"/>
    <ed:intervention key="{$id}" id="{$id}" kind="marker"
        in="{ancestor::*[@id][1]/@id}" place="{ed:locus(.)}"
        treatment="{ed:label(if (@called-in) then 'did-marker' else 'mark-place', ed:lang(.))}">
      <xsl:copy-of select="@cert[../@called-in], @evidence, ancestor-or-self::*[@only][1]/@only"/>
      <xsl:for-each select="@place-cert"><xsl:attribute name="cert" select="."/></xsl:for-each>
      <xsl:for-each select="@place-source"><xsl:attribute name="source" select="ed:pointers(.)"/></xsl:for-each>
      <xsl:for-each select="@called-by">
        <xsl:attribute name="responsible" select="ed:responsible(root(..)/ed:document, .)"/>
      </xsl:for-each>
      <ed:source-has><xsl:value-of select="@n[not(../@called-in)]"/></ed:source-has>
      <ed:edition-has><xsl:value-of select="ed:call-sign(.)"/></ed:edition-has>
      <ed:why><xsl:value-of select="@place-why"/></ed:why>
      <xsl:variable name="one" as="element()" select="."/>
      <xsl:for-each select="ed:source-ids(@place-source)">
        <ed:source id="{.}" listed="{exists(ed:source-entry($one, .))}"><xsl:value-of select="ed:source-name($one, .)"/></ed:source>
      </xsl:for-each>
    </ed:intervention>
  </xsl:template>
</xsl:stylesheet>
