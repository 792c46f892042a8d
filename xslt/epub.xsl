<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to the documents of an EPUB: the reading text with its notes, the textual notes, what
     there is to know about the text; and registers to one of who and what is named. The dress is that
     of the web; roles are given twice, for browsers (role) and for reading systems (epub:type).
     formats/epub.py binds them. -->
<xsl:package name="urn:editio:epub" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:epub="http://www.idpf.org/2007/ops"
    exclude-result-prefixes="xsl xs ed" expand-text="yes">

  <xsl:use-package name="urn:editio:html" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
    <xsl:override>
      <xsl:template name="ed:frame" as="element(html)">
        <xsl:param name="title" as="xs:string"/>
        <xsl:param name="main" as="node()*"/>
        <html lang="{ed:lang(.)}">
          <xsl:sequence select="self::*/ed:dir(.)"/>
          <head>
            <title>{$title}</title>
            <link rel="stylesheet" href="book.css" type="text/css"/>
          </head>
          <body><xsl:sequence select="$main"/></body>
        </html>
      </xsl:template>

      <xsl:template name="ed:masthead" as="element()+">
        <header class="masthead">
          <h1>{ed:field(., 'title')}</h1>
          <xsl:for-each select="ed:metadata/ed:field[@name = 'subtitle']">
            <p class="subtitle">{.}</p>
          </xsl:for-each>
          <xsl:for-each select="ed:byline(ed:metadata, ed:lang(.))[.]"><p class="byline">{.}</p></xsl:for-each>
          <xsl:sequence select="ed:basis(ed:metadata), ed:signs-line(ed:signs-used(., 'reading', ed:lang(.)), ed:lang(.))"/>
          <xsl:call-template name="ed:letters"/>
        </header>
      </xsl:template>

      <!-- The heading that is the title stands above already; what points to it finds its place. -->
      <xsl:template match="ed:heading" mode="ed:html" priority="20">
        <xsl:param name="ed:titled" as="element()?" tunnel="yes" select="()"/>
        <xsl:choose>
          <xsl:when test="generate-id() = $ed:titled/generate-id()">
            <xsl:for-each select="@id"><span id="{.}"/></xsl:for-each>
          </xsl:when>
          <xsl:otherwise><xsl:next-match/></xsl:otherwise>
        </xsl:choose>
      </xsl:template>

      <!-- Only what is in the book can be pointed to. -->
      <xsl:function name="ed:interventions" visibility="public" as="element()*">
        <xsl:param name="document" as="element(ed:document)"/>
        <xsl:sequence select="$document/ed:text//*[@key]
            [not(ancestor-or-self::*/@only = ('diplomatic', 'apparatus'))]"/>
      </xsl:function>

    </xsl:override>
  </xsl:use-package>

  <xsl:include href="indexed.xsl"/>
  <xsl:include href="epub/places.xsl"/>

  <!-- 'yes': the document is the edition's own, behind whose introduction stands how to cite it. -->
  <xsl:param name="ed:whole" as="xs:string" select="'no'"/>

  <!-- The behaviours of a text: its documents in the EPUB. -->
  <xsl:mode name="ed:epub" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: part of the book -> document. -->
  <xsl:template match="/" mode="ed:epub" as="map(xs:string, xs:string)">
    <xsl:apply-templates select="ed:document" mode="ed:epub"/>
  </xsl:template>

  <!-- A page before the texts has its title once, as on the site and in the book. -->
  <xsl:template match="document-node()[ed:page]" mode="ed:epub" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(ed:document)" select="ed:page/ed:document"/>
    <xsl:apply-templates select="$page" mode="ed:epub">
      <xsl:with-param name="ed:titled" tunnel="yes"
          select="$page[ed:opens-with(., ed:field(., 'title'))]/(ed:text//ed:heading)[1]"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="ed:document" mode="ed:epub" as="map(xs:string, xs:string)">
    <xsl:variable name="cited" as="element(p)?">
      <xsl:call-template name="ed:how-to-cite">
        <xsl:with-param name="lang" select="ed:lang(.)"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="text" as="element()+">
      <xsl:call-template name="ed:masthead"/>
      <xsl:apply-templates select="ed:text" mode="ed:html"/>
      <xsl:call-template name="ed:notes"/>
      <xsl:sequence select="$cited[$ed:whole = 'yes']"/>
    </xsl:variable>
    <xsl:variable name="apparatus" as="element()*">
      <xsl:call-template name="ed:entries"/>
      <xsl:call-template name="ed:apparatus"/>
    </xsl:variable>
    <xsl:variable name="about" as="element()?">
      <xsl:apply-templates select="ed:about" mode="ed:html"/>
    </xsl:variable>
    <xsl:sequence select="map:merge((
        map{'text': ed:page(., $text)},
        $apparatus[1] ! map{'apparatus': ed:page(current(), $apparatus)},
        $about ! map{'about': ed:page(current(), (., $cited))}))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <!-- The registers of a book: who and what its texts name, where, and by which sources that is told. -->
  <xsl:template match="document-node()[ed:volume]" mode="ed:epub" as="map(xs:string, xs:string)">
    <xsl:apply-templates select="ed:volume" mode="ed:epub"/>
  </xsl:template>
  <xsl:template match="ed:volume" mode="ed:epub" as="map(xs:string, xs:string)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="volume" as="element(ed:volume)" select="."/>
    <xsl:variable name="entries" as="element(ed:entry)*"
        select="('person', 'place', 'work', 'subject') ! ed:named-entries($volume, .)"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="ed:numbered-proofs($entries)"/>
    <xsl:variable name="html" as="element(html)?">
      <xsl:if test="exists($entries)">
        <xsl:call-template name="ed:frame">
          <xsl:with-param name="title" select="ed:label('indexes', $lang)"/>
          <xsl:with-param name="main" as="element()+">
            <h1>{ed:label('indexes', $lang)}</h1>
            <xsl:call-template name="ed:registers">
              <xsl:with-param name="entries" select="$entries"/>
              <xsl:with-param name="ed:numbers" select="$numbers" tunnel="yes"/>
            </xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="map:merge($html ! map{'registers': ed:xhtml(.)})"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>

  <xsl:template name="ed:registers" as="element(section)+">
    <xsl:param name="entries" as="element(ed:entry)+"/>
    <xsl:param name="ed:numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:for-each-group select="$entries" group-by="$ed:indexed(@kind)">
      <section class="register">
        <h2 id="index-{current-grouping-key()}">{ed:label('index-' || current-grouping-key(), $lang)}</h2>
        <xsl:if test="position() = 1 and exists($ed:numbers?*)"><p>{ed:label('index-proofs', $lang)}</p></xsl:if>
        <xsl:apply-templates select="sort(current-group(), (), function($one) {ed:plain-letters($one/@sort)})"
            mode="ed:epub-entry"/>
      </section>
    </xsl:for-each-group>
    <xsl:if test="exists($ed:numbers?*)">
      <section class="register">
        <h2 id="index-sources">{ed:label('index-sources', $lang)}</h2>
        <xsl:call-template name="ed:proof-list">
          <xsl:with-param name="entries" select="$entries"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Name (dates) [2]. Who it is. Where it is named: a text that is not the only one has its title before. -->
  <xsl:mode name="ed:epub-entry" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:epub-entry" as="element(p)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="head" as="node()*">
      <xsl:sequence select="ed:index-name(., $lang)"/>
      <xsl:call-template name="ed:proof-marks"/>
    </xsl:variable>
    <p class="entry" id="register-{@id}">
      <xsl:sequence select="$head"/>
      <xsl:text>{'.'[not(ends-with(string-join($head), '.'))]}{ed:who(.) ! (' ' || replace(., '\.$', '') || '.')}</xsl:text>
      <xsl:call-template name="ed:epub-places"/>
    </p>
  </xsl:template>

  <xsl:function name="ed:page" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="main" as="element()+"/>
    <xsl:variable name="html" as="element(html)">
      <xsl:for-each select="$document">
        <xsl:call-template name="ed:frame">
          <xsl:with-param name="title" select="ed:field(., 'title')"/>
          <xsl:with-param name="main" select="$main"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="ed:xhtml($html)"/>
  </xsl:function>
  <xsl:function name="ed:xhtml" as="xs:string">
    <xsl:param name="html" as="element(html)"/>
    <xsl:variable name="page" as="element()">
      <xsl:apply-templates select="ed:unique(ed:told-apart($html))" mode="ed:xhtml"/>
    </xsl:variable>
    <xsl:sequence select="serialize($page, map{'method': 'xml', 'indent': false()})"/>
  </xsl:function>

  <!-- HTML to XHTML, with the words that reading systems know. -->
  <xsl:mode name="ed:xhtml" on-no-match="shallow-copy"/>
  <xsl:template match="*" mode="ed:xhtml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:apply-templates select="@*" mode="ed:xhtml"/>
      <!-- Tables and forms of citation name paragraphs by their ids, where these are short, as pages do. -->
      <xsl:if test="self::*[tokenize(@class) = 'p'][string-length(@id) le 5][matches(@id, '\d')][not(@data-n)]
          /ancestor::div[tokenize(@class) = 'text'][not(tokenize(@class) = 'about')]">
        <xsl:attribute name="data-place" select="@id"/>
      </xsl:if>
      <xsl:if test="self::li[../../@role = 'doc-endnotes']">
        <xsl:attribute name="epub:type" select="'endnote'"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:xhtml"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="*[namespace-uri()]" mode="ed:xhtml" as="element()">
    <xsl:copy-of select="." copy-namespaces="no"/>
  </xsl:template>
  <xsl:template match="@lang" mode="ed:xhtml" as="attribute()+">
    <xsl:copy/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>
  <xsl:template match="@role[starts-with(., 'doc-')]" mode="ed:xhtml" as="attribute()+">
    <xsl:copy/>
    <xsl:attribute name="epub:type" select="substring-after(., 'doc-')"/>
  </xsl:template>
</xsl:package>
