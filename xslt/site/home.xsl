<?xml version="1.0" encoding="UTF-8"?>
<!-- The first page: what the edition is, its texts, search, how to cite. And the page for addresses
     that lead nowhere. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:own" as="element()?" select="$ed:about/ed:document"/>

  <xsl:template match="ed:site" mode="ed:site-pages" as="element(html)+">
    <xsl:call-template name="ed:home-page"/>
    <xsl:call-template name="ed:further-texts"/>
    <xsl:call-template name="ed:correspondences"/>
    <xsl:call-template name="ed:calendar"/>
    <xsl:call-template name="ed:rooms"/>
    <xsl:apply-templates select="ed:register" mode="ed:site-pages"/>
    <xsl:call-template name="ed:interventions-pages"/>
    <xsl:call-template name="ed:search-page"/>
    <xsl:call-template name="ed:about-page"/>
    <xsl:apply-templates select="ed:manual, ed:page" mode="ed:site-pages"/>
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
      <xsl:with-param name="head" as="node()*">
        <xsl:call-template name="ed:edition-metadata"/>
        <xsl:if test="count(ed:facts) gt $ed:most-cards"><xsl:sequence select="ed:list-script('')"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <xsl:sequence select="ed:home-masthead($title)"/>
        <xsl:call-template name="ed:home-lead"/>
        <section class="texts" aria-labelledby="{ed:about-id('texts')}">
          <h2 id="{ed:about-id('texts')}">{ed:label('texts', $lang)}</h2>
          <xsl:call-template name="ed:home-texts"/>
        </section>
        <xsl:if test="$ed:searched"><xsl:call-template name="ed:search-box"/></xsl:if>
        <xsl:call-template name="ed:home-foot"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="ed:home-masthead" as="element(header)">
    <xsl:param name="title" as="xs:string"/>
    <header class="masthead">
      <h1>{$title}</h1>
      <xsl:for-each select="$ed:own/ed:metadata">
        <xsl:for-each select="ed:field[@name = 'subtitle']"><p class="subtitle">{.}</p></xsl:for-each>
        <xsl:for-each select="string-join((ed:editors(.), ed:field[@name = 'edition']), ' · ')[.]">
          <p class="byline">{.}</p>
        </xsl:for-each>
      </xsl:for-each>
    </header>
  </xsl:function>

  <!-- What and why: words of the settings, else the first division of the edition's own document. -->
  <xsl:template name="ed:home-lead" as="element(div)">
    <div class="lead">
      <xsl:copy-of select="$ed:look/ed:home/node()" copy-namespaces="no"/>
      <xsl:if test="empty($ed:look/ed:home)">
        <xsl:variable name="said" as="element()*">
          <xsl:apply-templates select="($ed:own//ed:section)[1]/ed:paragraph" mode="ed:html"/>
        </xsl:variable>
        <xsl:apply-templates select="$said" mode="ed:of-about">
          <xsl:with-param name="here" tunnel="yes" select="$said//@id"/>
        </xsl:apply-templates>
      </xsl:if>
    </div>
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
    <xsl:param name="ed:under" as="xs:string" tunnel="yes" select="'h3'"/>
    <!-- What we say of a text is in the language of the page. -->
    <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
    <li>
      <xsl:element name="{$ed:under}"><a href="{@id}.html" lang="{@lang}">{ed:name-of-text(.)}</a></xsl:element>
      <xsl:for-each select="
          if (ed:letter/ed:action) then ed:text-line(., $lang)?words else ed:byline(., $lang)[.]">
        <p class="byline">{.}</p>
      </xsl:for-each>
      <p class="byline">{ed:amount(., $lang)}</p>
      <xsl:if test="ed:field[@name = 'source'][normalize-space()]">
        <p class="source">{ed:label('text-source', $lang)}: {ed:field[@name = 'source'][1]}</p>
      </xsl:if>
      <xsl:where-populated><p class="downloads">
        <xsl:if test="@compared"><a href="{@id}-comparison.html">{ed:label('comparison', $lang)}</a></xsl:if>
        <xsl:for-each select="ed:files(@id, $lang)"><xsl:text> </xsl:text><xsl:sequence select="."/></xsl:for-each>
      </p></xsl:where-populated>
    </li>
  </xsl:template>

  <!-- 4,700 words, 18 notes, 8 editorial notes, 26 textual notes -->
  <xsl:function name="ed:amount" as="xs:string">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:integer" select="xs:integer($facts/@words)"/>
    <xsl:variable name="rounded" as="xs:integer"
        select="if ($words gt 1000) then xs:integer(round($words, -2)) else $words"/>
    <xsl:sequence select="string-join((
        ed:so-many($rounded, 'word', 'words', $lang),
        ed:so-many(xs:integer($facts/@notes), 'count-note', 'count-notes', $lang),
        ed:so-many(xs:integer($facts/@editorial-notes), 'count-editorial-note', 'count-editorial-notes', $lang),
        ed:so-many(xs:integer($facts/@interventions), 'count-intervention', 'count-interventions', $lang))
          [not(starts-with(., '0 '))], ed:label('comma', $lang))"/>
  </xsl:function>

  <!-- How to cite the edition, below the first page. -->
  <xsl:template name="ed:home-foot" as="element(section)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <section class="cite" aria-labelledby="{ed:about-id('cite')}">
      <h2 id="{ed:about-id('cite')}">{ed:label('how-to-cite', $lang)}</h2>
      <p class="citation">
        <xsl:copy-of select="($ed:reference/*/node(), ed:edition-cited()[empty($ed:reference)])"/>
      </p>
      <xsl:call-template name="ed:edition-rights"/>
    </section>
  </xsl:template>

  <!-- What the edition's own header says of its rights. As a licence of the pages, for machines, it
       counts only where every text is under it. -->
  <xsl:template name="ed:edition-rights" as="element()*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="stated" as="element(ed:field)*" select="
        $ed:own/ed:metadata/ed:field[@name = ('licence', 'encoding-licence', 'rights-statement')]"/>
    <xsl:variable name="said" as="xs:string*"
        select="$ed:own/ed:metadata/ed:field[@name = 'rights']/@said/string()"/>
    <xsl:if test="$stated"><h3>{ed:label(if ($stated/@name != 'rights-statement') then 'licence' else 'rights', $lang)}</h3></xsl:if>
    <xsl:for-each select="$stated">
      <p class="hint">
        <xsl:variable name="name" as="xs:string" select="ed:licence-name(string(@target))"/>
        <xsl:text>{.[@name = 'encoding-licence'] ! (ed:label('licence-of-encoding', $lang) || ': ')}</xsl:text>
        <xsl:text>{.[not(@target and . = (@target, $name))]}</xsl:text>
        <xsl:if test="@target">
          <xsl:text>{' '[not(current() = (current()/@target, $name))]}</xsl:text>
          <a href="{@target}">{$name}</a>
        </xsl:if>
      </p>
    </xsl:for-each>
    <xsl:if test="exists($said) and not($stated and not($stated/@name != 'rights-statement'))"><h3>{ed:label('rights', $lang)}</h3></xsl:if>
    <xsl:for-each select="$said"><p class="hint">{.}</p></xsl:for-each>
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
    <xsl:variable name="facts" as="element(ed:facts)*" select="ed:facts"/>
    <xsl:for-each select="$ed:own/ed:metadata ! ed:licence(.)[
        every $one in $facts satisfies ed:licence($one) = .]">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="ed:facts[position() le $ed:page-size]"><link rel="item" href="{@id}.html"/></xsl:for-each>
  </xsl:template>

  <!-- Shown for any address, so its own links are from the root of the host, where it is known at
       which path of it the site stands. -->
  <xsl:template name="ed:missing-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="ed:up" tunnel="yes"
          select="replace($ed:address, '^https?://[^/]+', '')"/>
      <xsl:with-param name="title" select="ed:label('missing', $lang)"/>
      <xsl:with-param name="page" select="'404.html'"/>
      <xsl:with-param name="kind" select="'missing'"/>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead"><h1>{ed:label('missing', $lang)}</h1></header>
        <p>{ed:label('missing-hint', $lang)}</p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Notes and places that the home page does not have are on the page about the edition. -->
  <xsl:mode name="ed:of-about" on-no-match="shallow-copy"/>
  <xsl:template match="a/@href[starts-with(., '#')]" mode="ed:of-about">
    <xsl:param name="here" as="attribute(id)*" tunnel="yes"/>
    <xsl:attribute name="href" select="'about.html'[not(substring(current(), 2) = $here)] || ."/>
  </xsl:template>
</xsl:stylesheet>
