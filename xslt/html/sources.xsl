<?xml version="1.0" encoding="UTF-8"?>
<!-- On what a statement of the editors rests: its sources, each leading to its entry where a page
     has that, and how certain it is. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The sources on which a statement rests, by name. -->
  <xsl:template name="ed:sources" visibility="public" as="node()*">
    <xsl:variable name="one" as="element()" select="."/>
    <xsl:for-each select="ed:source-ids(@source)">
      <xsl:if test="position() gt 1"><xsl:text>; </xsl:text></xsl:if>
      <xsl:sequence select="ed:source-told($one, .)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A source by its name; pages on the web make a link of it. -->
  <xsl:function name="ed:source-told" as="node()" visibility="public">
    <xsl:param name="at" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:value-of select="ed:source-name($at, $id)"/>
  </xsl:function>

  <!-- (Source: Title; certainty high), behind an editor's note; behind any other, how certain it is. -->
  <xsl:template name="ed:rests-on" visibility="public" as="node()*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="source" as="attribute()?" select="@source[../@kind = 'editorial']"/>
    <xsl:if test="($source or @cert) and not(@called-in)">
      <xsl:text> </xsl:text>
      <span class="rests-on">
        <xsl:text>(</xsl:text>
        <xsl:for-each select=".[$source]">
          <xsl:text>{ed:label('source', $lang)}: </xsl:text>
          <xsl:call-template name="ed:sources"/>
        </xsl:for-each>
        <xsl:text>{'; '[$source and current()/@cert]}</xsl:text>
        <xsl:text>{@cert ! ed:certainty(., $lang)}</xsl:text>
        <xsl:text>)</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- What an intervention rests on: certainty, sources and who answers for it, in this order. -->
  <xsl:template name="ed:parts-joined" visibility="public" as="node()*">
    <xsl:param name="before" as="xs:string*"/>
    <xsl:param name="after" as="xs:string*"/>
    <xsl:text>{string-join($before, '; ')}</xsl:text>
    <xsl:if test="@source">
      <xsl:text>{'; '[exists($before)]}</xsl:text>
      <xsl:call-template name="ed:sources"/>
    </xsl:if>
    <xsl:text>{'; '[exists($after) and (exists($before) or current()/@source)]}{string-join($after, '; ')}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
