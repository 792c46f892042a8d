<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page and the box that leads to it. What is found is shown by script; where that
     cannot run, the page says so and leads to the registers. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:search-box" as="element(search)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <search>
      <form class="search" action="search.html" method="get">
        <label for="q">{ed:label('search-words', $lang)}</label>
        <input id="q" name="q" type="search" autocomplete="off"/>
        <button type="submit">{ed:label('search', $lang)}</button>
      </form>
    </search>
  </xsl:template>

  <xsl:template name="ed:search-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:label('search', $lang)"/>
      <xsl:with-param name="page" select="'search.html'"/>
      <xsl:with-param name="kind" select="'search-page'"/>
      <xsl:with-param name="head" as="element(script)">
        <script src="assets/search.js" defer="defer"/>
      </xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead"><h1>{ed:label('search', $lang)}</h1></header>
        <xsl:call-template name="ed:search-box"/>
        <p class="hint">{ed:label('search-hint', $lang)}</p>
        <div id="facets" class="filters"/>
        <p id="found" role="status" data-words="{string-join(('hit', 'hits', 'no-hits', 'searching',
            'search-from-disk', 'filter-text', 'register-persons', 'register-places', 'all') !
            ed:label(., $lang), '|')}"/>
        <ol id="hits"/>
        <xsl:call-template name="ed:without-search"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:without-search" as="element()+">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <noscript><p>{ed:label('search-without-script', $lang)}</p></noscript>
    <ul class="plain">
      <xsl:for-each select="ed:register">
        <li><a href="{@id}.html">{ed:register-name(@id, ed:title, $lang)}</a></li>
      </xsl:for-each>
      <xsl:for-each select="ed:facts">
        <li><a href="{@id}.html">{ed:field[@name = 'title'][1]}</a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
