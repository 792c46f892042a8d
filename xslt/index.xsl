<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of all texts to the first page of the site: the edition, its texts, its licence. -->
<xsl:package name="urn:editio:index" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:html" package-version="1.0"/>

  <!-- The behaviours of the edition's own document, where it has one. -->
  <xsl:param name="ed:about" as="document-node()?" select="()"/>
  <!-- The formats that are built beside this page. -->
  <xsl:param name="ed:formats" as="xs:string" select="'html'"/>

  <xsl:mode name="ed:index" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:index" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:site" mode="ed:index"/>
    </xsl:variable>
    <xsl:sequence select="map{'index.html': ed:serialize($page)}"/>
  </xsl:template>

  <xsl:template match="ed:site" mode="ed:index" as="element(html)">
    <xsl:variable name="site" as="element()" select="."/>
    <xsl:variable name="title" as="xs:string"
        select="string(($ed:edition[.], ed:facts[1]/ed:field[@name = 'title'])[1])"/>
    <xsl:variable name="main" as="node()*">
      <header class="masthead">
        <h1>{$title}</h1>
        <xsl:for-each select="$ed:about//ed:metadata/ed:field[@name = 'subtitle']">
          <p class="subtitle">{.}</p>
        </xsl:for-each>
        <xsl:for-each select="$ed:about//ed:metadata">
          <p class="byline">{string-join((ed:field[@name = 'publisher'],
            ed:field[@name = 'edition']), ' · ')}</p>
        </xsl:for-each>
      </header>
      <section class="texts" aria-labelledby="texts">
        <h2 id="texts">{ed:label('texts', 'en')}</h2>
        <ol>
          <xsl:apply-templates select="$site/ed:facts" mode="ed:index"/>
        </ol>
      </section>
      <xsl:apply-templates select="$ed:about/ed:document/ed:text" mode="ed:html"/>
      <xsl:apply-templates select="$ed:about/ed:document/ed:about" mode="ed:html"/>
    </xsl:variable>
    <xsl:for-each select="($ed:about/ed:document, $site)[1]">
      <xsl:call-template name="ed:frame">
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="main" select="$main"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="ed:facts" mode="ed:index" as="element(li)">
    <li lang="{@lang}">
      <h3><a href="{@id}.html">{ed:field[@name = 'title'][1]}</a></h3>
      <p class="byline">
        <xsl:value-of separator=" · " select="
            string-join(ed:field[@name = 'author'], ', ')[.],
            ed:field[@name = 'date'][1] ! ed:date(string((@when, .)[1]), ../@lang),
            ed:amount(.)"/>
      </p>
      <xsl:variable name="id" as="xs:string" select="@id"/>
      <xsl:variable name="lang" as="xs:string" select="@lang"/>
      <p class="downloads">
        <xsl:for-each select="tokenize($ed:formats)[. ne 'html']">
          <xsl:variable name="format" as="xs:string" select="."/>
          <xsl:for-each select="ed:download($format, $id)">
            <a href="{.}">{ed:label('format-' || replace(., '^.*/(pdf|text/[a-z]+)/.*$', '$1') =>
              translate('/', '-'), $lang)}</a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </xsl:for-each>
      </p>
    </li>
  </xsl:template>

  <!-- 4,700 words, 18 notes -->
  <xsl:function name="ed:amount" as="xs:string">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:variable name="lang" as="xs:string" select="$facts/@lang"/>
    <xsl:variable name="words" as="xs:integer"
        select="xs:integer(round(xs:integer($facts/@words), -2))"/>
    <xsl:sequence select="string-join((
        format-number($words, '#,##0') || ' ' || ed:label('words', $lang),
        $facts/@notes[. ne '0'] ! (. || ' ' || lower-case(ed:label('notes', $lang)))), ', ')"/>
  </xsl:function>

  <!-- Where a text is in another format, seen from this page. -->
  <xsl:function name="ed:download" as="xs:string*">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="
        if ($format = 'pdf') then '../pdf/' || $id || '.pdf'
        else ('reading', 'diplomatic') ! ('../text/' || . || '/' || $id || '.txt')"/>
  </xsl:function>
</xsl:package>
