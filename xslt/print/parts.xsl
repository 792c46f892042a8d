<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a printed text for the volume, and ids that stay unique when texts are bound
     together: each begins with the id of its text. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A page with ids that begin with that of its text. -->
  <xsl:function name="ed:named" as="element()" visibility="public">
    <xsl:param name="page" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:apply-templates select="$page" mode="ed:named">
      <xsl:with-param name="text" select="$text" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:mode name="ed:named" on-no-match="shallow-copy"/>
  <xsl:template match="@id | @data-key | @data-line | @data-beside | @data-table" mode="ed:named" as="attribute()">
    <xsl:param name="text" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="$text || '.' || ."/>
  </xsl:template>
  <xsl:template match="@href[starts-with(., '#')]" mode="ed:named" as="attribute()">
    <xsl:param name="text" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="href" select="'#' || $text || '.' || substring(., 2)"/>
  </xsl:template>
  <xsl:template match="@aria-labelledby" mode="ed:named"/>

  <!-- Work, textual notes, sources and rights, out of the page that was made for the offprint. -->
  <xsl:function name="ed:parts" as="element(div)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="page" as="element(html)"/>
    <div id="{$document/@id}" lang="{ed:lang($document)}"
        data-title="{ed:field($document, 'title')}"
        data-cited="{$ed:cited}" data-signs="{$document[ed:text] ! ed:signs-in-print(.) => string-join('&#x9;')}"
        data-editors="{$document/ed:metadata ! ed:editors-named(., ed:lang($document)) => string-join('|')}">
      <xsl:sequence select="ed:dir($document)"/>
      <xsl:copy-of select="$page/body/(section[@class = ('conspectus', 'work', 'apparatus', 'about')] | nav)"/>
      <xsl:variable name="rights" as="element(section)">
        <section class="rights"><xsl:sequence select="ed:rights($document)[self::*]"/></section>
      </xsl:variable>
      <xsl:sequence select="ed:named($rights, $document/@id), ed:side($document)"/>
    </div>
  </xsl:function>
</xsl:stylesheet>
