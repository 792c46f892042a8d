<?xml version="1.0" encoding="UTF-8"?>
<!-- The texts, each from a right-hand page, and what is gathered behind them all. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="div" mode="ed:volume" as="element(section)">
    <xsl:variable name="facts" as="element()?" select="../ed:facts[@id = current()/@id]"/>
    <xsl:variable name="title" as="xs:string" select="@data-title"/>
    <section id="{@id}" lang="{@lang}">
      <xsl:copy-of select="@dir"/>
      <xsl:copy-of select="section[@class = 'work']/@data-title"/>
      <xsl:attribute name="class" select="'work', 'first'[empty(current()/preceding-sibling::div)]"/>
      <header class="opening">
        <xsl:for-each select="string-join($facts/ed:field[@name = 'author'], ', ')[.]">
          <p class="author">{.}</p>
        </xsl:for-each>
        <h1 data-title="{$title}"><xsl:sequence select="ed:title-lines($title)"/></h1>
        <xsl:for-each select="$facts/ed:field[@name = 'date'][1]">
          <p class="date">{ed:date(string((@when, .)[1]), $ed:lang)}</p>
        </xsl:for-each>
      </header>
      <xsl:copy-of select="section[@class = 'work']/node()"/>
    </section>
  </xsl:template>

  <!-- Textual notes, or sources, of all texts under one heading. -->
  <xsl:function name="ed:gathered" as="element(section)?">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="found" as="element(div)*" select="$volume/div[section/@class = $kind]"/>
    <xsl:variable name="title" as="xs:string"
        select="ed:label(ed:behind-label($kind), $ed:lang)"/>
    <xsl:if test="exists($found)">
      <section class="matter">
        <h1 id="{$kind}" data-title="{$title}">{$title}</h1>
        <xsl:for-each select="$found">
          <h2 data-title="{@data-title}">{@data-title}</h2>
          <div class="{$kind}" lang="{@lang}">
            <xsl:copy-of select="@dir"/>
            <xsl:copy-of select="section[@class = $kind]/(node() except h2)"/>
          </div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:behind-label" as="xs:string">
    <xsl:param name="part" as="xs:string"/>
    <xsl:sequence select="if ($part = 'about') then 'list-of-sources' else $part"/>
  </xsl:function>
</xsl:stylesheet>
