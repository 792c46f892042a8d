<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI ODD to the encoding manual: a first page, and a page for each chapter with a section for
     each element. The prose is that of the ODD. A page is one article; the frame around it, with
     navigation and styles, is left to the site. -->
<xsl:package name="urn:editio:odd-manual" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:odd" package-version="1.0"/>

  <xsl:include href="manual/element.xsl"/>
  <xsl:include href="manual/content.xsl"/>
  <xsl:include href="manual/attributes.xsl"/>
  <xsl:include href="manual/example.xsl"/>

  <xsl:mode name="ed:manual" visibility="public" on-no-match="fail"/>

  <!-- In: an ODD. Out: path -> page. -->
  <xsl:template match="/" mode="ed:manual" as="map(xs:string, xs:string)">
    <xsl:variable name="pages" as="map(xs:string, xs:string)*">
      <xsl:apply-templates select="*" mode="ed:manual"/>
      <xsl:apply-templates select="ed:chapters(.), //schemaSpec[elementSpec]" mode="ed:manual"/>
    </xsl:variable>
    <xsl:sequence select="map:merge($pages)"/>
  </xsl:template>

  <!-- The chapters: divisions with groups of elements that are in the schema. -->
  <xsl:function name="ed:chapters" as="element(div)*">
    <xsl:param name="odd" as="document-node()"/>
    <xsl:sequence select="$odd//div[specGrp[@xml:id]/elementSpec]"/>
  </xsl:function>

  <xsl:template match="/*" mode="ed:manual" as="map(xs:string, xs:string)">
    <xsl:variable name="main" as="element()*">
      <h1>{ed:title(.)}</h1>
      <xsl:apply-templates select="text/body/div[1][not(.//specGrp | .//schemaSpec)]/p" mode="ed:prose"/>
      <xsl:apply-templates select="ed:chapters(root()), //schemaSpec[elementSpec]" mode="ed:contents"/>
      <xsl:apply-templates select="//div[specGrp][not(specGrp/elementSpec)]" mode="ed:rules"/>
    </xsl:variable>
    <xsl:sequence select="ed:page('encoding.html', $main)"/>
  </xsl:template>

  <xsl:template match="div | schemaSpec" mode="ed:manual" as="map(xs:string, xs:string)">
    <xsl:variable name="elements" as="element(elementSpec)*" select="elementSpec, specGrp/elementSpec"/>
    <xsl:variable name="main" as="element()*">
      <p class="up"><a href="encoding.html">{ed:title(root()/*)}</a></p>
      <h1>{ed:heading(.)}</h1>
      <xsl:apply-templates select="self::div/p" mode="ed:prose"/>
      <p class="elements"><xsl:sequence select="ed:list($elements ! ed:link(.), ', ')"/></p>
      <xsl:apply-templates select="$elements" mode="ed:element"/>
    </xsl:variable>
    <xsl:sequence select="ed:page(ed:chapter($elements[1]), $main)"/>
  </xsl:template>
  <xsl:function name="ed:heading" as="xs:string">
    <xsl:param name="chapter" as="element()"/>
    <xsl:sequence select="normalize-space(($chapter/self::div/head, $chapter/self::schemaSpec/'Elements', $chapter/specGrp/@n)[1])"/>
  </xsl:function>

  <!-- A chapter on the first page: its elements, each with its gloss. -->
  <xsl:mode name="ed:contents" on-no-match="fail"/>
  <xsl:template match="div | schemaSpec" mode="ed:contents" as="element()">
    <section>
      <h2><a href="{ed:chapter((elementSpec, specGrp/elementSpec)[1])}">{ed:heading(.)}</a></h2>
      <ul class="elements">
        <xsl:for-each select="elementSpec, specGrp/elementSpec">
          <li><xsl:sequence select="ed:link(.)"/> {ed:words(., 'gloss')}</li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- The rules that are about no single element. -->
  <xsl:mode name="ed:rules" on-no-match="fail"/>
  <xsl:template match="div" mode="ed:rules" as="element()?">
    <xsl:variable name="rules" as="element()*">
      <xsl:apply-templates select="specGrp/constraintSpec" mode="ed:rule"/>
    </xsl:variable>
    <xsl:if test="exists($rules)">
      <section>
        <h2>{head}</h2>
        <xsl:apply-templates select="p" mode="ed:prose"/>
        <ul class="rules"><xsl:sequence select="$rules"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What the ODD says in its own words. -->
  <xsl:mode name="ed:prose" on-no-match="fail"/>
  <xsl:template match="p" mode="ed:prose" as="element()">
    <p><xsl:apply-templates mode="ed:prose"/></p>
  </xsl:template>
  <xsl:template match="text()" mode="ed:prose" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>
  <xsl:template match="ref" mode="ed:prose" as="element()">
    <a href="{@target}"><xsl:apply-templates mode="ed:prose"/></a>
  </xsl:template>
  <xsl:template match="ptr" mode="ed:prose" as="element()">
    <a href="{@target}">{replace(@target, '^.*/ref-|\.html$', '')}</a>
  </xsl:template>
  <xsl:template match="code | gi | att | val" mode="ed:prose" as="element()">
    <code><xsl:apply-templates mode="ed:prose"/></code>
  </xsl:template>
  <xsl:template match="gi[ed:specs-called(., root())[self::elementSpec]]" mode="ed:prose" priority="2"
      as="element()">
    <xsl:sequence select="ed:link(ed:specs-called(., root())[self::elementSpec][1])"/>
  </xsl:template>
  <!-- Other markup of the prose is published as its words. -->
  <xsl:template match="*" mode="ed:prose" priority="-9" as="node()*">
    <xsl:apply-templates mode="ed:prose"/>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()" mode="ed:prose"/>

  <xsl:function name="ed:title" as="xs:string">
    <xsl:param name="odd" as="element()"/>
    <xsl:sequence select="normalize-space(($odd/teiHeader/fileDesc/titleStmt/title, $odd//schemaSpec/@ident)[1])"/>
  </xsl:function>

  <!-- The page of an element: that of its group, or the one of all that are in no chapter. -->
  <xsl:function name="ed:chapter" as="xs:string">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <xsl:sequence select="'encoding-' || ($spec/parent::specGrp[parent::div]/@xml:id, 'elements')[1] || '.html'"/>
  </xsl:function>

  <!-- One page: its path and its article as HTML. -->
  <xsl:function name="ed:page" as="map(xs:string, xs:string)">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="main" as="element()*"/>
    <xsl:variable name="article" as="element()">
      <article class="manual" lang="en"><xsl:sequence select="$main"/></article>
    </xsl:variable>
    <xsl:sequence select="map{$path: serialize($article, map{
        'method': 'html', 'html-version': 5.0, 'indent': false()}) || '&#xA;'}"/>
  </xsl:function>
</xsl:package>
