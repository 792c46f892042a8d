<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around the text: frame and masthead to be made by a format, contents, bytes. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A page as it is written to its file. -->
  <xsl:function name="ed:serialize" as="xs:string" visibility="public">
    <xsl:param name="page" as="element(html)"/>
    <xsl:sequence select="serialize(ed:unique(ed:told-apart($page)), map{
        'method': 'html', 'html-version': 5.0, 'indent': false(),
        'include-content-type': false(), 'escape-uri-attributes': false()}) || '&#xA;'"/>
  </xsl:function>

  <!-- An id is one element's. Words that stand on a page twice have it the first time alone, and
       what the encoding gives twice leads to the first; an empty one is none. -->
  <xsl:function name="ed:unique" as="element()" visibility="public">
    <xsl:param name="page" as="element()"/>
    <xsl:variable name="again" as="attribute(id)*">
      <xsl:for-each-group select="$page//@id" group-by="string(.)">
        <xsl:sequence select="
            if (normalize-space(current-grouping-key())) then tail(current-group()) else current-group()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($again)"><xsl:sequence select="$page"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$page" mode="ed:unique">
          <xsl:with-param name="ed:again" tunnel="yes" select="$again ! generate-id()"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:mode name="ed:unique" on-no-match="shallow-copy"/>
  <xsl:template match="@id" mode="ed:unique" as="attribute()?">
    <xsl:param name="ed:again" as="xs:string*" tunnel="yes"/>
    <xsl:if test="not(generate-id() = $ed:again)"><xsl:copy/></xsl:if>
  </xsl:template>

  <!-- The page around $main, and what opens it: each format has its own. -->
  <xsl:template name="ed:frame" visibility="abstract" as="element(html)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="main" as="node()*"/>
  </xsl:template>
  <xsl:template name="ed:masthead" visibility="abstract" as="element()+"/>

  <!-- The headings of a text, as links; of divisions without one, what they are: Act 1. -->
  <xsl:template name="ed:contents" visibility="public" as="element(nav)?">
    <xsl:param name="ed:shown" as="xs:string" tunnel="yes" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="listed" as="element()*" select="
        ed:text//(ed:heading[@level le '2'] | ed:section[exists(ed:called(., $lang))][ed:depth(., $lang) le 2])[@id]
        [not(ancestor-or-self::*/@only[. ne $ed:shown])]"/>
    <xsl:if test="count($listed) gt 1">
      <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'contents')"/>
      <nav class="contents" aria-labelledby="{$id}">
        <h2 id="{$id}">{ed:label('contents', $lang)}</h2>
        <ol>
          <xsl:for-each select="$listed">
            <li class="level-{(ancestor-or-self::ed:section[1] ! ed:depth(., $lang), @level)[1]}">
              <a href="#{@id}">{if (self::ed:heading) then ed:heading-words(.) else ed:called(., $lang)}</a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>
  <!-- A division of verse or drama, a chapter, that has no heading: by its kind, where that has a word in
       the language, and its number. -->
  <xsl:function name="ed:called" as="xs:string?">
    <xsl:param name="section" as="element(ed:section)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="type" as="xs:string" select="lower-case($section/@type)"/>
    <xsl:variable name="kind" as="xs:string?" select="$section[@n][not(ed:heading)][normalize-space()]
        ! (if ($type = 'chapter') then ed:label($type, $lang) else ed:labelled('part-' || $type, $lang))[.]"/>
    <xsl:sequence select="$kind ! (upper-case(substring(., 1, 1)) || substring(., 2) || ' ' || $section/@n)"/>
  </xsl:function>
  <xsl:function name="ed:depth" as="xs:integer">
    <xsl:param name="section" as="element(ed:section)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="count($section/ancestor-or-self::ed:section[ed:heading or exists(ed:called(., $lang))])"/>
  </xsl:function>

  <!-- What the text was edited from, on its title page. -->
  <xsl:function name="ed:basis" as="element(p)?" visibility="public">
    <xsl:param name="metadata" as="element(ed:metadata)?"/>
    <xsl:for-each select="$metadata/ed:field[@name = 'basis'][1]">
      <p class="basis"><xsl:value-of select="."/></p>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
