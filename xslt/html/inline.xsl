<?xml version="1.0" encoding="UTF-8"?>
<!-- Words: inline behaviours, breaks, gaps, links. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:inline" mode="ed:html">
    <xsl:element name="{ed:tag(.)}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:call-template name="ed:words"/>
    </xsl:element>
  </xsl:template>

  <!-- HTML's own word for what is marked, where it has one. -->
  <xsl:variable name="ed:tags" as="map(xs:string, xs:string)" select="map{
      'emph': 'em', 'foreign': 'i', 'title': 'cite', 'term': 'dfn', 'code': 'code', 'del': 'del',
      'add': 'ins', 'abbr': 'abbr', 'quote': 'span', 'hi': 'span'}"/>
  <xsl:function name="ed:tag" as="xs:string" visibility="public">
    <xsl:param name="inline" as="element(ed:inline)"/>
    <xsl:sequence select="
        if (ed:has-blocks($inline)) then 'div'
        else if ($inline/@rend = 'superscript') then 'sup'
        else if ($inline/@rend = 'subscript') then 'sub'
        else ($ed:tags($inline/@kind), 'span')[1]"/>
  </xsl:function>

  <xsl:template match="ed:alternate" mode="ed:html">
    <span>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'alternate'"/>
      </xsl:call-template>
      <xsl:call-template name="ed:key"/>
      <xsl:call-template name="ed:words"/>
    </span>
  </xsl:template>

  <!-- What an editor did can be pointed to. -->
  <xsl:template name="ed:key" visibility="public" as="attribute()*">
    <xsl:if test="@key and not(@id)"><xsl:attribute name="id" select="@key"/></xsl:if>
  </xsl:template>

  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:html">
    <span>
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates mode="ed:html"/>
      <xsl:text>]</xsl:text>
    </span>
  </xsl:template>

  <!-- Something is missing: what, how much and why, as far as the encoding says. -->
  <xsl:template match="ed:gap" mode="ed:html">
    <span>
      <xsl:call-template name="ed:attributes"/>
      <xsl:call-template name="ed:key"/>
      <xsl:text>{ed:gap-words(.)}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="ed:break" mode="ed:html">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>
  <xsl:template match="ed:break[@unit = 'line']" mode="ed:html">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:next-match/>
    <xsl:if test="$ed:shown = 'diplomatic'"><br/></xsl:if>
  </xsl:template>
  <xsl:template match="ed:break[@keep]" mode="ed:html" priority="1">
    <br/>
  </xsl:template>
  <xsl:template match="ed:break[@unit = 'page']" mode="ed:html">
    <xsl:next-match/>
    <span role="doc-pagebreak" title="{ed:label('page', ed:lang(.))} {@n}">
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'page-break'"/>
      </xsl:call-template>
      <xsl:text>{@n}</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="ed:link" mode="ed:html">
    <a href="{@target}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </a>
  </xsl:template>
  <!-- A note called a second time. -->
  <xsl:template match="ed:link[@kind = 'note']" mode="ed:html">
    <a class="note-call" href="{@target}">{.}</a>
  </xsl:template>
  <xsl:template match="ed:anchor" mode="ed:html">
    <span id="{@id}"/>
  </xsl:template>
</xsl:stylesheet>
