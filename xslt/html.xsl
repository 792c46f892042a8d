<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to HTML: what pages on the web (site.xsl) and on paper (print.xsl) have in common. What
     is around the text is theirs; so is what a name or a correction leads to. -->
<xsl:package name="urn:editio:html" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
  </xsl:use-package>

  <xsl:include href="html/frame.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/links.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/sources.xsl"/>
  <xsl:include href="html/passages.xsl"/>
  <xsl:include href="html/entries.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/letters.xsl"/>
  <xsl:include href="html/tongue.xsl"/>

  <!-- The title of the edition that the text belongs to. -->
  <xsl:param name="ed:edition" as="xs:string" select="''"/>
  <!-- How it is cited, for what is read apart from the site: book, offprint, EPUB. -->
  <xsl:param name="ed:cited" as="xs:string" select="''"/>
  <!-- The line that says so. -->
  <xsl:template name="ed:how-to-cite" as="element(p)?" visibility="public">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="$ed:cited ne ''">
      <p class="citation">{ed:label('how-to-cite', $lang)}: {$ed:cited}</p>
    </xsl:if>
  </xsl:template>

  <!-- A behaviour: HTML, which pages, book and EPUB share. -->
  <xsl:mode name="ed:html" visibility="public" on-no-match="fail"/>

  <xsl:template match="ed:document" mode="ed:html" as="element(html)">
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:field(., 'title')"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:masthead"/>
        <xsl:call-template name="ed:contents"/>
        <xsl:apply-templates select="ed:text" mode="ed:html"/>
        <xsl:call-template name="ed:notes"/>
        <xsl:call-template name="ed:entries"/>
        <xsl:call-template name="ed:apparatus"/>
        <xsl:apply-templates select="ed:about" mode="ed:html"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Of the two texts one is shown; ed:shown names it. Variants stand in the textual notes. -->
  <xsl:template match="*[@only]" mode="ed:html" priority="8">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:if test="@only = $ed:shown"><xsl:next-match/></xsl:if>
  </xsl:template>

  <xsl:template match="ed:metadata" mode="ed:html"/>

  <!-- A title page that says no more than the masthead is not shown twice. -->
  <xsl:template match="ed:block[ed:is-title(.)]" mode="ed:html" priority="3"/>
  <!-- Whether a title page says no more than the masthead above it. -->
  <xsl:function name="ed:is-title" as="xs:boolean" visibility="public">
    <xsl:param name="block" as="element(ed:block)"/>
    <xsl:sequence select="$block/@kind = 'titlePage'
        and ed:plain($block) = ed:field(root($block)/ed:document, 'title')"/>
  </xsl:function>
</xsl:package>
