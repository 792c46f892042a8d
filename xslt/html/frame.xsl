<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: head, masthead, contents, foot. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:serialize" as="xs:string" visibility="public">
    <xsl:param name="page" as="element(html)"/>
    <xsl:sequence select="serialize($page, map{
        'method': 'html', 'html-version': 5.0, 'indent': false(),
        'include-content-type': false()}) || '&#xA;'"/>
  </xsl:function>

  <xsl:template name="ed:frame" visibility="public" as="element(html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <html lang="{$lang}" data-text="reading">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{string-join(distinct-values(($title, $ed:edition)[.]), ' · ')}</title>
        <xsl:for-each select="ed:metadata/ed:field[@name = 'author']">
          <meta name="author" content="{.}"/>
        </xsl:for-each>
        <meta name="generator" content="editio"/>
        <meta name="color-scheme" content="light dark"/>
        <link rel="stylesheet" href="assets/edition.css"/>
        <script src="assets/edition.js" defer="defer"/>
      </head>
      <body>
        <a class="skip" href="#main">{ed:label('skip', $lang)}</a>
        <header class="site">
          <a href="index.html">{($ed:edition[.], ed:label('home', $lang))[1]}</a>
        </header>
        <main id="main">
          <xsl:sequence select="$main"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="ed:masthead" visibility="public" as="element()+">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <header class="masthead">
      <h1>{ed:field(., 'title')}</h1>
      <xsl:for-each select="ed:metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <p class="byline">
        <xsl:value-of separator=" · " select="
            string-join(ed:metadata/ed:field[@name = 'author'], ', ')[.],
            ed:metadata/ed:field[@name = 'date'][1] ! ed:date(string((@when, .)[1]), $lang)"/>
      </p>
    </header>
    <div class="toolbar" hidden="hidden" role="group" aria-label="{ed:label('text-shown', $lang)}">
      <xsl:for-each select="'reading', 'diplomatic'">
        <button type="button" data-text="{.}" aria-pressed="{. = 'reading'}">{
          ed:label(., $lang)}</button>
      </xsl:for-each>
      <button type="button" data-marks="" aria-pressed="false">{ed:label('marks', $lang)}</button>
    </div>
  </xsl:template>

  <xsl:template name="ed:contents" visibility="public" as="element(nav)?">
    <xsl:variable name="headings" as="element(ed:heading)*"
        select="ed:text//ed:heading[not(ancestor::ed:section/@only)][@level le '2']"/>
    <xsl:if test="count($headings) gt 1">
      <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">{ed:label('contents', ed:lang(.))}</h2>
        <ol>
          <xsl:for-each select="$headings">
            <li class="level-{@level}"><a href="#{@id}">{ed:plain(.)}</a></li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
