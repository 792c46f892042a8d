<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what the edition is, its texts, search, how to cite. And the page for addresses
     that lead nowhere. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:own" as="element()?" select="$ed:about/ed:document"/>

  <xsl:template match="ed:site" mode="ed:site-pages" as="element(html)+">
    <xsl:call-template name="ed:home-page"/>
    <xsl:apply-templates select="ed:register" mode="ed:site-pages"/>
    <xsl:call-template name="ed:interventions-page"/>
    <xsl:call-template name="ed:search-page"/>
    <xsl:call-template name="ed:about-page"/>
    <xsl:apply-templates select="ed:manual" mode="ed:site-pages"/>
    <xsl:call-template name="ed:missing-page"/>
  </xsl:template>

  <xsl:template name="ed:home-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="title" as="xs:string"
        select="string(($ed:edition[.], ed:facts[1]/ed:field[@name = 'title'])[1])"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="page" select="'index.html'"/>
      <xsl:with-param name="kind" select="'home-page'"/>
      <xsl:with-param name="head" as="node()*"><xsl:call-template name="ed:edition-metadata"/></xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead">
          <h1>{$title}</h1>
          <xsl:for-each select="$ed:own/ed:metadata">
            <xsl:for-each select="ed:field[@name = 'subtitle']"><p class="subtitle">{.}</p></xsl:for-each>
            <p class="byline">{string-join((ed:editors(.), ed:field[@name = 'edition']), ' · ')}</p>
          </xsl:for-each>
        </header>
        <!-- What and why: the first division of the edition's own document. -->
        <div class="lead">
          <xsl:apply-templates select="($ed:own//ed:section)[1]/ed:paragraph" mode="ed:html"/>
        </div>
        <section class="texts" aria-labelledby="texts">
          <h2 id="texts">{ed:label('texts', $lang)}</h2>
          <ol><xsl:apply-templates select="ed:facts" mode="ed:card"/></ol>
        </section>
        <xsl:call-template name="ed:search-box"/>
        <xsl:call-template name="ed:home-foot"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Those whom the edition names as responsible, else its publisher. -->
  <xsl:function name="ed:editors" as="xs:string?">
    <xsl:param name="fields" as="element()"/>
    <xsl:variable name="names" as="xs:string*" select="distinct-values(
        $fields/ed:field[@name = ('editor', 'resp', 'publisher')]/string())[.]"/>
    <xsl:sequence select="string-join($names, ', ')[.]"/>
  </xsl:function>

  <xsl:mode name="ed:card" on-no-match="fail"/>
  <xsl:template match="ed:facts" mode="ed:card" as="element(li)">
    <li lang="{@lang}">
      <h3><a href="{@id}.html">{ed:field[@name = 'title'][1]}</a></h3>
      <p class="byline">{ed:byline(., @lang)}</p>
      <p class="byline">{ed:amount(.)}</p>
      <xsl:if test="ed:field[@name = 'source'][normalize-space()]">
        <p class="source">{ed:label('text-source', @lang)}: {ed:field[@name = 'source'][1]}</p>
      </xsl:if>
      <p class="downloads">
        <a href="{@id}-comparison.html">{ed:label('comparison', @lang)}</a>
        <xsl:for-each select="ed:files(@id, @lang)"><xsl:text> </xsl:text><xsl:sequence select="."/></xsl:for-each>
      </p>
    </li>
  </xsl:template>

  <!-- 4,700 words, 18 notes, 8 editorial notes, 26 textual notes -->
  <xsl:function name="ed:amount" as="xs:string">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:variable name="lang" as="xs:string" select="$facts/@lang"/>
    <xsl:variable name="words" as="xs:integer" select="xs:integer($facts/@words)"/>
    <xsl:variable name="rounded" as="xs:integer"
        select="if ($words gt 1000) then xs:integer(round($words, -2)) else $words"/>
    <xsl:sequence select="string-join((
        format-number($rounded, '#,##0') || ' ' || ed:label('words', $lang),
        ($facts/@notes, $facts/@editorial-notes, $facts/@interventions)[. ne '0'] !
          (. || ' ' || lower-case(ed:label(
            if (local-name() = 'interventions') then 'apparatus' else local-name(), $lang)))
        ), ', ')"/>
  </xsl:function>

  <xsl:template name="ed:home-foot" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">{ed:label('how-to-cite', $lang)}</h2>
      <p class="citation">
        <xsl:copy-of select="($ed:reference/*/node(), ed:edition-cited()[empty($ed:reference)])"/>
      </p>
      <xsl:for-each select="$ed:own/ed:metadata/ed:field[@name = 'licence'][1]">
        <h3>{ed:label('licence', $lang)}</h3>
        <p class="hint">
          <xsl:text>{.} </xsl:text>
          <xsl:if test="@target"><a rel="license" href="{@target}">{@target}</a></xsl:if>
        </p>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:function name="ed:edition-cited" as="xs:string">
    <xsl:sequence select="string-join(($ed:edition[.],
        $ed:own/ed:metadata/ed:field[@name = 'edition']/string(),
        $ed:own/ed:metadata/ed:field[@name = 'publisher']/string(), $ed:address[.]), '. ') || '.'"/>
  </xsl:function>

  <xsl:template name="ed:edition-metadata" as="element()*">
    <meta property="og:type" content="website"/>
    <meta property="og:title" content="{$ed:edition}"/>
    <xsl:for-each select="$ed:own/ed:metadata/ed:field[@name = 'subtitle'][1]">
      <meta name="description" content="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$ed:own/ed:metadata ! ed:licence(.)"><link rel="license" href="{.}"/></xsl:for-each>
    <xsl:for-each select="ed:facts"><link rel="item" href="{@id}.html"/></xsl:for-each>
  </xsl:template>

  <!-- Shown for any address, so its own links are from the root of the host. -->
  <xsl:template name="ed:missing-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="ed:up" tunnel="yes"
          select="(replace($ed:address, '^https?://[^/]+', '')[.], '/')[1]"/>
      <xsl:with-param name="title" select="ed:label('missing', $lang)"/>
      <xsl:with-param name="page" select="'404.html'"/>
      <xsl:with-param name="kind" select="'missing'"/>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead"><h1>{ed:label('missing', $lang)}</h1></header>
        <p>{ed:label('missing-hint', $lang)}</p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
