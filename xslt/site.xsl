<?xml version="1.0" encoding="UTF-8"?>
<!-- The web site: the pages of one text (behaviours to pages), and the pages that span texts (facts
     and registers to pages). What HTML on the web and on paper share is in html.xsl; what a page
     has around its text, and what names and corrections lead to, is here. -->
<xsl:package name="urn:editio:site" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:html" package-version="1.0">
    <xsl:override>
      <xsl:template name="ed:frame" as="element(html)">
        <xsl:param name="title" as="xs:string"/>
        <xsl:param name="main" as="node()*"/>
        <xsl:param name="page" as="xs:string" select="''"/>
        <xsl:param name="head" as="node()*" select="()"/>
        <xsl:param name="kind" as="xs:string" select="'page'"/>
        <xsl:call-template name="ed:site-frame">
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="main" select="$main"/>
          <xsl:with-param name="page" select="$page"/>
          <xsl:with-param name="head" select="$head"/>
          <xsl:with-param name="kind" select="$kind"/>
        </xsl:call-template>
      </xsl:template>

      <xsl:template name="ed:masthead" as="element()+">
        <xsl:call-template name="ed:text-masthead"/>
      </xsl:template>

      <!-- A name leads to its register entry, what an editor did to its textual note. -->
      <xsl:function name="ed:link-of" as="element(a)?">
        <xsl:param name="behaviour" as="element()"/>
        <xsl:sequence select="ed:web-link($behaviour)"/>
      </xsl:function>

      <xsl:function name="ed:locus-href" as="xs:string">
        <xsl:param name="behaviour" as="element()"/>
        <xsl:sequence select="
            ed:page-of(root($behaviour)/*/@id, 'diplomatic')[$behaviour/@only = 'diplomatic']
            || '#' || $behaviour/(@id, @key)[1]"/>
      </xsl:function>

      <!-- The table after the reading text leaves out what happened in stamps and records. -->
      <xsl:function name="ed:interventions" as="element()*">
        <xsl:param name="document" as="element(ed:document)"/>
        <xsl:sequence select="$document/ed:text//*[@key]
            [not(ancestor::*/@only = ('diplomatic', 'apparatus'))]"/>
      </xsl:function>

      <xsl:template match="*[@only]" mode="ed:html" priority="9">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:if test="@only = $ed:shown"><xsl:next-match/></xsl:if>
      </xsl:template>

      <!-- Elements that look like the words around them need no tag of their own. -->
      <xsl:template mode="ed:html" match="ed:inline[ed:is-unmarked(.)]">
        <xsl:call-template name="ed:words"/>
      </xsl:template>

      <xsl:template match="ed:alternate" mode="ed:html">
        <xsl:call-template name="ed:treated"/>
      </xsl:template>
      <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:html">
        <xsl:call-template name="ed:bracketed"/>
      </xsl:template>
      <xsl:template match="ed:gap" mode="ed:html">
        <xsl:call-template name="ed:gap-link"/>
      </xsl:template>

      <!-- A heading that the editors supplied is none in the diplomatic text. -->
      <xsl:template mode="ed:html" priority="1" match="ed:heading[not(@label)]
          [not(.//text()[normalize-space()][not(ancestor::*/@only = 'reading' or ancestor::ed:note)])]">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:choose>
          <xsl:when test="$ed:shown = 'reading'"><xsl:next-match/></xsl:when>
          <xsl:otherwise>
            <div><xsl:copy-of select="@id"/><xsl:apply-templates mode="ed:html"/></div>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:template>

      <xsl:template match="ed:paragraph" mode="ed:html">
        <xsl:element name="{if (ed:has-blocks(.)) then 'div' else 'p'}">
          <xsl:call-template name="ed:attributes"/>
          <xsl:call-template name="ed:permalink"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <xsl:template match="ed:break[@unit = 'line']" mode="ed:html">
        <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
        <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
        <xsl:choose>
          <!-- Not wbr: within a word a line must not end here. -->
          <xsl:when test="$ed:shown = 'reading' and not(@keep)"><i/></xsl:when>
          <!-- A block begins on a new line anyway. -->
          <xsl:when test="parent::ed:inline or preceding-sibling::node()[normalize-space()]"><br/></xsl:when>
        </xsl:choose>
      </xsl:template>

      <!-- Another text of the edition is another page. A file beside the TEI is not on the site:
           its name stays, the link goes. -->
      <xsl:template match="ed:link[not(matches(@target, '^(#|[a-z]+:)'))]" mode="ed:html">
        <xsl:variable name="page" as="xs:string?" select="ed:page-named(@target)"/>
        <xsl:element name="{if ($page) then 'a' else 'span'}">
          <xsl:if test="$page"><xsl:attribute name="href" select="$page"/></xsl:if>
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </xsl:element>
      </xsl:template>

      <xsl:template match="ed:graphic" mode="ed:html">
        <img src="{@url}" alt="{@alt}" loading="lazy">
          <xsl:call-template name="ed:attributes"/>
        </img>
      </xsl:template>
    </xsl:override>
  </xsl:use-package>

  <!-- What is around a text or a page in the edition: ed:surroundings. -->
  <xsl:param name="ed:surroundings" as="document-node()?" select="()"/>
  <!-- How the text, or the edition, is cited, as a citation processor has it. -->
  <xsl:param name="ed:reference" as="document-node()?" select="()"/>
  <!-- The behaviours of the edition's own document, where it has one. -->
  <xsl:param name="ed:about" as="document-node()?" select="()"/>

  <xsl:include href="site/frame.xsl"/>
  <xsl:include href="site/metadata.xsl"/>
  <xsl:include href="site/links.xsl"/>
  <xsl:include href="site/text.xsl"/>
  <xsl:include href="site/comparison.xsl"/>
  <xsl:include href="site/home.xsl"/>
  <xsl:include href="site/registers.xsl"/>
  <xsl:include href="site/entry.xsl"/>
  <xsl:include href="site/figures.xsl"/>
  <xsl:include href="site/interventions.xsl"/>
  <xsl:include href="site/search.xsl"/>
  <xsl:include href="site/about.xsl"/>
  <xsl:include href="data/page.xsl"/>

  <xsl:mode name="ed:text-pages" visibility="public" on-no-match="fail"/>
  <xsl:mode name="ed:site-pages" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> page. -->
  <xsl:template match="/" mode="ed:text-pages" as="map(xs:string, xs:string)">
    <xsl:variable name="pages" as="element(html)*">
      <xsl:apply-templates select="ed:document" mode="ed:text-pages"/>
    </xsl:variable>
    <xsl:sequence select="ed:bound($pages)"/>
  </xsl:template>

  <!-- In: ed:site with the facts of all texts and all registers. Out: path -> page. -->
  <xsl:template match="/" mode="ed:site-pages" as="map(xs:string, xs:string)">
    <xsl:variable name="pages" as="element(html)*">
      <xsl:apply-templates select="ed:site" mode="ed:site-pages"/>
    </xsl:variable>
    <xsl:sequence select="ed:bound($pages)"/>
  </xsl:template>

  <!-- A page carries its path to here in data-page, and loses it. -->
  <xsl:function name="ed:bound" as="map(xs:string, xs:string)">
    <xsl:param name="pages" as="element(html)*"/>
    <xsl:map>
      <xsl:for-each select="$pages">
        <xsl:variable name="page" as="element(html)">
          <html><xsl:copy-of select="@* except @data-page, node()"/></html>
        </xsl:variable>
        <xsl:map-entry key="string(@data-page)" select="ed:serialize($page)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>
</xsl:package>
