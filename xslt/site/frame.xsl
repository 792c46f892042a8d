<?xml version="1.0" encoding="UTF-8"?>
<!-- What every page of the site has: head, way through the site, foot. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:around" as="element()?" select="$ed:surroundings/ed:surroundings"/>
  <!-- Where the site will stand, with a slash at the end; empty where the edition does not say. -->
  <xsl:variable name="ed:address" as="xs:string" select="string($ed:around/@address)"/>
  <xsl:variable name="ed:known" as="xs:string*" select="$ed:around/ed:entry/@id/string()"/>

  <!-- Pages that span texts are in the language of the edition, whatever that of a register is. -->
  <xsl:function name="ed:page-lang" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:lang(($node/ancestor-or-self::ed:site, $node)[1])"/>
  </xsl:function>

  <xsl:template name="ed:site-frame" as="element(html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="head" as="node()*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
    <xsl:variable name="id" as="xs:string"
        select="ed:free-id($main/descendant-or-self::*/@id/string(), 'main')"/>
    <html lang="{$lang}" dir="{ed:direction($lang)}" data-page="{$page}">
      <xsl:sequence select="ed:first-shown()[tokenize($kind) = 'text-page']"/>
      <head>
        <xsl:call-template name="ed:site-head">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="page" select="$page[$kind ne 'missing']"/>
        </xsl:call-template>
        <xsl:sequence select="$head"/>
        <script src="{$ed:up}assets/edition.js" defer="defer"/>
        <xsl:for-each select="('reading', 'columns')[tokenize($kind) = 'text-page']">
          <script src="{$ed:up}assets/{.}.js" defer="defer"/>
        </xsl:for-each>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#{($main/self::article/@id, $id)[1]}">{ed:label('skip', $lang)}</a>
        <xsl:call-template name="ed:site-header">
          <xsl:with-param name="page" select="$page"/>
        </xsl:call-template>
        <main id="{$id}" data-card="{string-join(('close', 'previous', 'next') ! ed:label(., $lang), '|')}">
          <xsl:sequence select="$main"/>
        </main>
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
    <xsl:call-template name="ed:face-links"/>
    <link rel="stylesheet" href="{$ed:up}assets/edition.css"/>
    <xsl:call-template name="ed:look-links"/>
    <xsl:if test="$ed:address and exists($page)">
      <link rel="linkset" href="{$ed:address}linkset.json" type="application/linkset+json"/>
      <link rel="canonical" href="{$ed:address}{$page[. ne 'index.html']}"/>
    </xsl:if>
  </xsl:template>

  <!-- The head of every page: the title of the edition and its menu. -->
  <xsl:template name="ed:site-header" as="element(header)">
    <xsl:param name="page" as="xs:string"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
    <header class="site">
      <a class="home" href="{$ed:up}index.html"><xsl:call-template name="ed:logo"/>{($ed:edition[.], ed:label('home', $lang))[1]}</a>
      <nav aria-label="{ed:label('site', $lang)}">
        <ul>
          <xsl:apply-templates select="ed:menu-in($lang)" mode="ed:menu">
            <xsl:with-param name="page" select="$page" tunnel="yes"/>
          </xsl:apply-templates>
        </ul>
      </nav>
      <button type="button" class="theme" data-words="{string-join(('auto', 'light', 'dark') !
          ed:label('theme-' || ., $lang), '|')}"><xsl:sequence select="ed:icon('theme')"/><span>{
          ed:label('theme-auto', $lang)}</span></button>
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
      <ed:place href="{@id}.html">{(@called ! ed:label('register-' || ., $lang), ed:register-name(@id, @title, $lang))[1]}</ed:place>
    </xsl:for-each>
    <ed:place href="interventions.html">{ed:label('interventions', $lang)}</ed:place>
    <ed:place href="search.html">{ed:label('search', $lang)}</ed:place>
    <xsl:if test="tokenize($ed:around/@formats) = 'data'">
      <ed:place href="data/index.html">{ed:label('data', $lang)}</ed:place>
    </xsl:if>
    <ed:place href="about.html">{ed:label('about-edition', $lang)}</ed:place>
  </xsl:function>

  <xsl:function name="ed:menu-in" as="element(ed:place)*" cache="yes">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:menu(ed:places($lang))"/>
  </xsl:function>

  <!-- A register is called by its label where there is one, else by its own title. -->
  <xsl:function name="ed:register-name" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="'register-' || $id"/>
    <xsl:variable name="name" as="xs:string" select="ed:label($key, $lang)"/>
    <xsl:sequence select="if ($name ne $key) then $name
        else string(($ed:around/ed:register[@id = $id]/@title/string(), $title, $id)[.][1])"/>
  </xsl:function>

  <!-- An id that the pages about the edition need for themselves: its own document may have it. -->
  <xsl:function name="ed:about-id" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="ed:free-id(tokenize($ed:around/@taken), $name)"/>
  </xsl:function>

  <!-- The foot of every page. -->
  <xsl:template name="ed:site-footer" as="element(footer)">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
    <footer class="site">
      <xsl:apply-templates select="$ed:look/ed:footer/node()" mode="ed:from-root"/>
      <p>
        <xsl:value-of select="$ed:edition"/>
        <xsl:text> · </xsl:text>
        <a href="{$ed:up}about.html#{ed:about-id('cite')}">{ed:label('how-to-cite', $lang)}</a>
        <xsl:for-each select="$ed:about//ed:section[@kind = 'accessibility'][@id][1]">
          <xsl:text> · </xsl:text>
          <a href="{$ed:up}about.html#{@id}">{ed:label('accessibility', $lang)}</a>
        </xsl:for-each>
      </p>
    </footer>
  </xsl:template>
</xsl:stylesheet>
