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
      <xsl:with-param name="head" as="element(script)*">
        <xsl:if test="$ed:searched">
          <script src="assets/search.js" defer="defer"/>
          <script src="search/index.js" defer="defer"/>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead"><h1>{ed:label('search', $lang)}</h1></header>
        <xsl:call-template name="ed:search-place"/>
        <xsl:call-template name="ed:without-search"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Where words are asked for and places found; or that no text has any. -->
  <xsl:template name="ed:search-place" as="element()+">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:choose>
      <xsl:when test="$ed:searched">
        <xsl:call-template name="ed:search-box"/>
        <p class="hint">{ed:label('search-hint', $lang)}</p>
        <div id="facets" class="filters"/>
        <p id="found" role="status" data-words="{ed:search-words($lang)}"/>
        <ol id="hits"/>
        <noscript><p>{ed:label('search-without-script', $lang)}</p></noscript>
      </xsl:when>
      <xsl:otherwise><p class="hint">{ed:label('search-nothing', $lang)}</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the script says, and what it calls that by which hits are narrowed. -->
  <xsl:function name="ed:search-words" as="xs:string">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="map(*)" select="map{
        'all': ed:label('all', $lang), 'text': ed:label('filter-text', $lang),
        'year': ed:label('list-year', $lang), 'from': ed:label('from', $lang), 'to': ed:label('to', $lang), 'kind': ed:label('list-kind', $lang),
        'author': ed:label('list-author', $lang), 'partner': ed:label('list-partner', $lang),
        'person': ed:label('register-persons', $lang), 'place': ed:label('register-places', $lang),
        'hits': array{('1', '2', '3', '0') ! ed:counted(., 'hit', 'hits', $lang)},
        'before-christ': ed:label('before-christ', $lang), 'no-hits': ed:label('no-hits', $lang), 'searching': ed:label('searching', $lang),
        'elsewhere': ed:label('apparatus', $lang), 'more': ed:label('search-more', $lang), 'top': ed:label('search-top', $lang),
        'kinds': map:merge(('letter', 'play', 'dictionary', 'manuscript', 'verse') !
          map{.: ed:label('genre-' || ., $lang)})}" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:sequence select="serialize($words, map{'method': 'json'})"/>
  </xsl:function>

  <xsl:template name="ed:without-search" as="element()">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <ul class="plain">
      <xsl:for-each select="ed:register">
        <li><a href="{@id}.html">{ed:register-name(@id, ed:title, $lang)}</a></li>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="count(ed:facts) gt $ed:most-cards">
          <li><a href="index.html">{ed:label('texts', $lang)}</a></li>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="ed:facts">
            <li><a href="{@id}.html">{ed:name-of-text(.)}</a></li>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </ul>
  </xsl:template>
</xsl:stylesheet>
