<?xml version="1.0" encoding="UTF-8"?>
<!-- About the edition: its own document in full, the encoding manual where there is one, how to
     cite. What was checked on these pages only the edition's own document can say: a division of
     type "accessibility" in it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:about-page" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:label('about-edition', $lang)"/>
      <xsl:with-param name="page" select="'about.html'"/>
      <xsl:with-param name="kind" select="'about-page'"/>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead"><h1>{ed:label('about-edition', $lang)}</h1></header>
        <xsl:apply-templates select="$ed:own/ed:text" mode="ed:html"/>
        <xsl:for-each select="$ed:own"><xsl:call-template name="ed:notes"/></xsl:for-each>
        <xsl:apply-templates select="$ed:own/ed:about/ed:section" mode="ed:html"/>
        <xsl:for-each select="ed:manual[1]">
          <h2 id="{ed:about-id('encoding')}">{ed:label('encoding-manual', $lang)}</h2>
          <p><a href="{@page}">{.//h1}</a></p>
        </xsl:for-each>
        <xsl:call-template name="ed:home-foot"/>
        <section aria-labelledby="{ed:about-id('type')}">
          <h2 id="{ed:about-id('type')}">{ed:label('type-notice', $lang)}</h2>
          <p>{ed:label('type-used', $lang)} <a href="assets/fonts/OFL.txt">OFL 1.1</a></p>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A page of the encoding manual, which comes as an article made from the ODD. -->
  <xsl:template match="ed:manual" mode="ed:site-pages" as="element(html)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="normalize-space((.//h1)[1]) || ' · ' ||
          ed:label('encoding-manual', $lang)"/>
      <xsl:with-param name="page" select="string(@page)"/>
      <xsl:with-param name="kind" select="'manual-page'"/>
      <xsl:with-param name="main" as="node()*">
        <p class="crumb"><a href="about.html#{ed:about-id('encoding')}">{ed:label('about-edition', $lang)}</a></p>
        <xsl:copy-of select="article" copy-namespaces="no"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
