<?xml version="1.0" encoding="UTF-8"?>
<!-- What an edition adds to its site: its look, its menu, its own pages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:look" as="element()?" select="$ed:around/ed:look"/>

  <!-- The faces of the words are asked for with the page, not when the style sheet has been read:
       where they are near they come before the first words are seen, so that nothing moves. -->
  <xsl:template name="ed:face-links" as="element(link)*">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:variable name="ours" as="xs:string+"
        select="('', '-italic') ! ('assets/fonts/source-serif-4-latin' || . || '.woff2')"/>
    <xsl:for-each select="if ($ed:look/ed:face) then $ed:look/ed:face/@href ! string() else $ours">
      <link rel="preload" href="{$ed:up}{.}" as="font" type="font/woff2" crossorigin="anonymous"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Style sheets after ours; the icon of the edition, or ours. -->
  <xsl:template name="ed:look-links" as="element(link)*">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:for-each select="tokenize($ed:look/@styles)">
      <link rel="stylesheet" href="{$ed:up}{.}"/>
    </xsl:for-each>
    <xsl:variable name="icon" as="xs:string" select="string(($ed:look/@icon, 'assets/icon.svg')[1])"/>
    <link rel="icon" href="{$ed:up}{$icon}">
      <xsl:if test="ends-with($icon, '.svg')">
        <xsl:attribute name="type" select="'image/svg+xml'"/>
      </xsl:if>
    </link>
  </xsl:template>

  <!-- The logo says nothing that the title beside it does not. -->
  <xsl:template name="ed:logo" as="element(img)?">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:for-each select="$ed:look/@logo"><img class="logo" src="{$ed:up}{.}" alt=""/></xsl:for-each>
  </xsl:template>

  <!-- Words that stand on every page: their addresses are from the root of the site. -->
  <xsl:mode name="ed:from-root" on-no-match="shallow-copy"/>
  <xsl:template match="*" mode="ed:from-root" as="element()">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates select="@*, node()" mode="ed:from-root"/></xsl:copy>
  </xsl:template>
  <!-- The heading that is the title of its page, though it is that of a part of it. -->
  <xsl:template match="h2" mode="ed:from-root" as="element()">
    <xsl:param name="ed:title" as="element()?" tunnel="yes" select="()"/>
    <xsl:element name="{if (. is $ed:title) then 'h1' else 'h2'}">
      <xsl:apply-templates select="@*, node()" mode="ed:from-root"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="@href | @src" mode="ed:from-root" as="attribute()">
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <xsl:attribute name="{name()}" select="ed:from-root(., $ed:up)"/>
  </xsl:template>
  <xsl:function name="ed:from-root" as="xs:string">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:sequence select="$up[not(matches($address, '^([a-z][a-z\d+.-]*:|/|#|\.\./)', 'i'))] || $address"/>
  </xsl:function>

  <!-- The pages in the order of the settings: by name, as usual or of the edition's own, and
       addresses elsewhere; without settings all of them. -->
  <xsl:function name="ed:menu" as="element(ed:place)*">
    <xsl:param name="usual" as="element(ed:place)*"/>
    <xsl:variable name="own" as="element(ed:place)*">
      <xsl:for-each select="$ed:around/ed:page">
        <ed:place href="pages/{@id}.html">{@title}</ed:place>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="all" as="element(ed:place)*"
        select="$usual[position() lt last()], $own, $usual[last()]"/>
    <xsl:sequence select="if ($ed:look/ed:entry) then $ed:look/ed:entry ! ed:led(., $all) else $all"/>
  </xsl:function>

  <!-- A page, an address elsewhere, or a group of them. -->
  <xsl:function name="ed:led" as="element(ed:place)*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="places" as="element(ed:place)*"/>
    <xsl:variable name="bare" as="xs:string" select="replace($entry/@address, '[?#].*$', '')"/>
    <!-- With its folder before any that is only called so. -->
    <xsl:variable name="address" as="xs:string" select="replace($bare, '(/index)?\.(html|md|xml)$', '')"/>
    <xsl:variable name="place" as="xs:string" select="substring($entry/@address, string-length($bare) + 1)"/>
    <xsl:variable name="alike" as="element(ed:place)*" select="$places[replace(@href,
        '^pages/|(/index)?\.html$', '') = replace($address, '^pages/', '')]"/>
    <xsl:variable name="found" as="element(ed:place)?"
        select="($alike[replace(@href, '(/index)?\.html$', '') = $address], $alike[not($entry/@text)])[1]"/>
    <xsl:variable name="elsewhere" as="xs:string?" select="ed:address($entry/@address[matches(., '[./:]')])"/>
    <xsl:choose>
      <xsl:when test="$entry/ed:entry">
        <ed:place title="{$entry/@title}"><xsl:sequence select="$entry/ed:entry ! ed:led(., $places)"/></ed:place>
      </xsl:when>
      <xsl:when test="$found">
        <ed:place href="{$found/@href}{$place}">{($entry/@title[. ne ''], $found)[1]}</ed:place>
      </xsl:when>
      <xsl:when test="$elsewhere">
        <ed:place href="{$elsewhere}">{($entry/@title, $entry/@address)[. ne ''][1]}</ed:place>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- A group opens without a script, as the menus of a text do. -->
  <xsl:mode name="ed:menu" on-no-match="fail"/>
  <xsl:template match="ed:place" mode="ed:menu" as="element(li)">
    <xsl:param name="page" as="xs:string" tunnel="yes"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes" select="''"/>
    <li>
      <a href="{ed:from-root(@href, $ed:up)}">
        <xsl:if test="@href = $page">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:text>{.}</xsl:text>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="ed:place[not(@href)]" mode="ed:menu" as="element(li)">
    <li>
      <details class="menu" name="site-menu">
        <summary>{@title}</summary>
        <div class="panel"><ul><xsl:apply-templates select="ed:place" mode="ed:menu"/></ul></div>
      </details>
    </li>
  </xsl:template>

  <!-- A page of the edition's own: made from Markdown, in the language of the site, or from
       behaviours of TEI, in a language of its own. -->
  <xsl:template match="ed:page" mode="ed:site-pages" as="element(html)">
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="ed:up" tunnel="yes" select="'../'"/>
      <xsl:with-param name="title" select="string(@title)"/>
      <xsl:with-param name="page" select="'pages/' || @id || '.html'"/>
      <xsl:with-param name="kind" select="'own-page'"/>
      <xsl:with-param name="main" as="node()*">
        <!-- A heading that opens the page is its title. -->
        <xsl:variable name="opening" as="element()?"
            select="article/*[1]/self::h1, ed:document[ed:opens-with(., current()/@title)]"/>
        <xsl:variable name="masthead" as="element(header)?">
          <xsl:if test="not($opening/self::ed:document)">
            <header class="masthead"><h1><xsl:copy-of select="$opening/@id, if ($opening) then $opening/node() else @title/string()" copy-namespaces="no"/></h1></header>
          </xsl:if>
        </xsl:variable>
        <xsl:sequence select="$masthead[not(current()/ed:document)]"/>
        <xsl:apply-templates select="article/(node() except $opening)" mode="ed:markdown"/>
        <xsl:for-each select="ed:document">
          <xsl:call-template name="ed:own-article">
            <xsl:with-param name="masthead" select="$masthead"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="ed:own-article" as="element(article)">
    <xsl:param name="masthead" as="element(header)?"/>
    <xsl:variable name="made" as="node()*">
      <xsl:apply-templates select="ed:text" mode="ed:html"/>
      <xsl:call-template name="ed:notes"/>
    </xsl:variable>
    <article lang="{ed:lang(.)}" dir="{ed:runs(.)}">
      <xsl:sequence select="$masthead"/>
      <xsl:apply-templates select="$made" mode="ed:from-root">
        <xsl:with-param name="ed:up" tunnel="yes" select="'../'"/>
        <xsl:with-param name="ed:title" tunnel="yes" select="($made//(h1 | h2))[1][empty($masthead)]"/>
      </xsl:apply-templates>
    </article>
  </xsl:template>

  <!-- Footnotes of Markdown, as those of texts are. -->
  <xsl:mode name="ed:markdown" on-no-match="shallow-copy"/>
  <xsl:template match="*" mode="ed:markdown" as="element()">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates select="@*, node()" mode="ed:markdown"/></xsl:copy>
  </xsl:template>
  <xsl:template match="sup[@class = 'footnote-ref']" mode="ed:markdown" as="element(a)">
    <xsl:variable name="n" as="xs:string" select="replace(a, '^\[(\d+).*$', '$1')"/>
    <a class="note-call" role="doc-noteref" id="{a/@id}" href="{a/@href}" aria-label="{ed:label('note', ed:page-lang(.))} {$n}">{$n}</a>
  </xsl:template>
  <xsl:template match="hr[@class = 'footnotes-sep']" mode="ed:markdown"/>
  <xsl:template match="section[@class = 'footnotes']" mode="ed:markdown" as="element(section)">
    <xsl:variable name="id" as="xs:string" select="ed:free-id(ancestor::article//@id ! string(), 'notes')"/>
    <section class="notes" role="doc-endnotes" aria-labelledby="{$id}">
      <h2 id="{$id}">{ed:label('notes', ed:page-lang(.))}</h2>
      <ol><xsl:apply-templates select="ol/li" mode="ed:markdown"/></ol>
    </section>
  </xsl:template>
  <xsl:template match="li[@class = 'footnote-item']" mode="ed:markdown" as="element(li)">
    <li id="{@id}">
      <span class="note-number">{position()}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="ed:markdown"/>
    </li>
  </xsl:template>
  <xsl:template match="a[@class = 'footnote-backref']" mode="ed:markdown" as="element(a)">
    <a class="note-back" role="doc-backlink" href="{@href}"
        aria-label="{ed:label('back', ed:page-lang(.))} {count(ancestor::li[1]/preceding-sibling::li) + 1}">↩</a>
  </xsl:template>
</xsl:stylesheet>
