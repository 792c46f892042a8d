<?xml version="1.0" encoding="UTF-8"?>
<!-- Half-title, title, imprint, contents, introduction: roman pages. And the colophon. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:opening-pages" as="element(section)+">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="title" as="xs:string" select="ed:volume-title($volume)"/>
    <xsl:variable name="metadata" as="element(ed:metadata)?" select="$ed:about//ed:metadata"/>
    <section class="half-title"><p>{$title}</p></section>
    <section class="title right">
      <h1 data-title="{$title}"><xsl:sequence select="ed:title-lines($title)"/></h1>
      <xsl:for-each select="$metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <p class="publisher">{$metadata/ed:field[@name = 'publisher'][1]}</p>
    </section>
    <section class="imprint">
      <xsl:for-each select="distinct-values(($title, $metadata/ed:field[@name = 'edition']))">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:sequence select="$ed:about/ed:document ! ed:rights(.)"/>
      <xsl:for-each select="$volume/div[section[@class = 'rights']/*]">
        <h2>{@data-title}</h2>
        <xsl:copy-of select="section[@class = 'rights']/*"/>
      </xsl:for-each>
      <p>{ed:label('set-in', $ed:lang)}</p>
    </section>
  </xsl:function>

  <xsl:function name="ed:volume-contents" as="element(nav)">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <nav class="contents">
      <h2>{ed:label('contents', $ed:lang)}</h2>
      <ol>
        <xsl:if test="$ed:about//ed:text//ed:paragraph">
          <li><a class="roman" href="#introduction">{ed:label('introduction', $ed:lang)}</a></li>
        </xsl:if>
        <xsl:for-each select="$volume/div">
          <xsl:variable name="facts" as="element()?" select="$volume/ed:facts[@id = current()/@id]"/>
          <li class="part">
            <xsl:for-each select="string-join($facts/ed:field[@name = 'author'], ', ')[.]">
              <span class="by">{.}</span>
            </xsl:for-each>
            <a href="#{@id}">{@data-title}</a>
          </li>
          <xsl:for-each select="nav//li">
            <li class="level-2"><xsl:copy-of select="node()"/></li>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:sequence select="ed:contents-behind($volume)"/>
      </ol>
    </nav>
  </xsl:function>

  <xsl:function name="ed:contents-behind" as="element(li)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:for-each select="('apparatus', 'about')[$volume/div/section/@class = .],
        ed:index-kinds($volume) ! ('index-' || .)">
      <li>
        <xsl:if test="position() = 1"><xsl:attribute name="class" select="'part'"/></xsl:if>
        <a href="#{.}">{ed:label(ed:behind-label(.), $ed:lang)}</a>
      </li>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:introduction" as="element(section)?">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:if test="$ed:about//ed:text//ed:paragraph">
      <xsl:variable name="title" as="xs:string" select="ed:label('introduction', $ed:lang)"/>
      <section class="introduction">
        <h1 id="introduction" data-title="{$title}">{$title}</h1>
        <xsl:apply-templates select="$ed:about/ed:document/ed:text/node()" mode="ed:html"/>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:colophon" as="element(section)">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <section class="colophon">
      <p>{ed:label('colophon', $ed:lang)}</p>
      <p>{ed:label('set-in', $ed:lang)}</p>
    </section>
  </xsl:function>
</xsl:stylesheet>
