<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: frame and masthead to be made by a format, contents, bytes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:serialize" as="xs:string" visibility="public">
    <xsl:param name="page" as="element(html)"/>
    <xsl:sequence select="serialize($page, map{
        'method': 'html', 'html-version': 5.0, 'indent': false(),
        'include-content-type': false()}) || '&#xA;'"/>
  </xsl:function>

  <!-- The page around $main, and what opens it: each format has its own. -->
  <xsl:template name="ed:frame" visibility="abstract" as="element(html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
  </xsl:template>
  <xsl:template name="ed:masthead" visibility="abstract" as="element()+"/>

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
