<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page of the site has: head, way through the site, foot. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:around" as="element()?" select="$ed:surroundings/ed:surroundings"/>
  <!-- Where the site will stand, with a slash at the end; empty where the edition does not say. -->
  <xsl:variable name="ed:address" as="xs:string" select="string($ed:around/@address)"/>
  <xsl:variable name="ed:known" as="xs:string*" select="$ed:around/ed:entry/@id/string()"/>

  <xsl:template name="ed:site-frame" as="element(html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="head" as="node()*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <html lang="{$lang}" dir="{ed:direction($lang)}" data-page="{$page}">
      <head>
        <xsl:call-template name="ed:site-head">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="page" select="$page[$kind ne 'missing']"/>
        </xsl:call-template>
        <xsl:sequence select="$head"/>
        <script src="{$ed:up}assets/edition.js" defer="defer"/>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#main">{ed:label('skip', $lang)}</a>
        <xsl:call-template name="ed:site-header">
          <xsl:with-param name="page" select="$page"/>
        </xsl:call-template>
        <main id="main"><xsl:sequence select="$main"/></main>
        <xsl:call-template name="ed:site-footer"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:site-head" as="element()+">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="page" as="xs:string?"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>{string-join(distinct-values(($title, $ed:edition)[.]), ' · ')}</title>
    <meta name="generator" content="editio"/>
    <meta name="color-scheme" content="light dark"/>
    <link rel="stylesheet" href="{$ed:up}assets/edition.css"/>
    <link rel="icon" href="{$ed:up}assets/icon.svg" type="image/svg+xml"/>
    <xsl:if test="$ed:address and exists($page)">
      <link rel="linkset" href="{$ed:address}linkset.json" type="application/linkset+json"/>
      <link rel="canonical" href="{$ed:address}{$page[. ne 'index.html']}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:site-header" as="element(header)">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <header class="site" data-pagefind-ignore="all">
      <a class="home" href="{$ed:up}index.html">{($ed:edition[.], ed:label('home', $lang))[1]}</a>
      <nav aria-label="{ed:label('site', $lang)}">
        <ul>
          <xsl:for-each select="ed:places($lang)">
            <li>
              <a href="{$ed:up}{@href}">
                <xsl:if test="@href = $page">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:text>{.}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
      <button type="button" class="theme" data-words="{string-join(('auto', 'light', 'dark') !
          ed:label('theme-' || ., $lang), '|')}">{ed:label('theme-auto', $lang)}</button>
    </header>
  </xsl:template>

  <!-- The order in which editions give their registers; others follow. -->
  <xsl:variable name="ed:usual" as="xs:string*"
      select="'persons', 'places', 'organisations', 'events', 'works'"/>

  <!-- The pages that every page leads to. A format that adds one adds its ed:place here. -->
  <xsl:function name="ed:places" as="element(ed:place)*">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="$ed:around/ed:register">
      <xsl:sort select="(index-of($ed:usual, @id), 99)[1]"/>
      <ed:place href="{@id}.html">{ed:register-name(@id, @title, $lang)}</ed:place>
    </xsl:for-each>
    <ed:place href="interventions.html">{ed:label('interventions', $lang)}</ed:place>
    <ed:place href="search.html">{ed:label('search', $lang)}</ed:place>
    <xsl:if test="tokenize($ed:around/@formats) = 'data'">
      <ed:place href="../data/index.html">{ed:label('data', $lang)}</ed:place>
    </xsl:if>
    <ed:place href="about.html">{ed:label('about-edition', $lang)}</ed:place>
  </xsl:function>

  <!-- A register is called by its label where there is one, else by its own title. -->
  <xsl:function name="ed:register-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="'register-' || $id"/>
    <xsl:variable name="name" as="xs:string" select="ed:label($key, $lang)"/>
    <xsl:sequence select="if ($name = $key) then ($title[.], $id)[1] else $name"/>
  </xsl:function>

  <xsl:template name="ed:site-footer" as="element(footer)">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <footer class="site" data-pagefind-ignore="all">
      <p>
        <xsl:value-of select="$ed:edition"/>
        <xsl:text> · </xsl:text>
        <a href="{$ed:up}about.html#cite">{ed:label('how-to-cite', $lang)}</a>
        <xsl:text> · </xsl:text>
        <a href="{$ed:up}about.html#accessibility">{ed:label('accessibility', $lang)}</a>
      </p>
    </footer>
  </xsl:template>
</xsl:stylesheet>
