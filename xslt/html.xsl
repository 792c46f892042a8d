<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to the page of one text on the web. Both texts are on the page; the parts of the
     diplomatic one are hidden until a reader asks for them. print.xsl dresses the same tree for
     paper and overrides what paper does otherwise. -->
<xsl:package name="urn:editio:html" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
  </xsl:use-package>

  <xsl:include href="html/frame.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/about.xsl"/>

  <!-- The title of the edition that the text belongs to. -->
  <xsl:param name="ed:edition" as="xs:string" select="''"/>

  <xsl:mode name="ed:html" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> page. -->
  <xsl:template match="/" mode="ed:html" as="map(xs:string, xs:string)">
    <xsl:variable name="page" as="element(html)">
      <xsl:apply-templates select="ed:document" mode="ed:html"/>
    </xsl:variable>
    <xsl:sequence select="map{ed:document/@id || '.html': ed:serialize($page)}"/>
  </xsl:template>

  <xsl:template match="ed:document" mode="ed:html" as="element(html)">
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:field(., 'title')"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:masthead"/>
        <xsl:call-template name="ed:contents"/>
        <xsl:apply-templates select="ed:text" mode="ed:html"/>
        <xsl:call-template name="ed:notes"/>
        <xsl:call-template name="ed:apparatus"/>
        <xsl:apply-templates select="ed:about" mode="ed:html"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ed:metadata" mode="ed:html"/>

  <!-- A title page that says no more than the masthead is not shown twice. -->
  <xsl:template match="ed:block[@kind = 'titlePage'][ed:plain(.) = ed:field(/ed:document, 'title')]"
      mode="ed:html" priority="3"/>
</xsl:package>
