<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a text: the reading text with its apparatus, the diplomatic text, and both side by
     side. The same ids stand on all three, so that a place can be looked up on each. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:document" mode="ed:text-pages" as="element(html)+">
    <xsl:variable name="pages" as="element(html)+">
      <xsl:call-template name="ed:reading-page"/>
      <xsl:call-template name="ed:diplomatic-page"/>
      <xsl:if test="ed:is-compared(.)"><xsl:call-template name="ed:comparison-page"/></xsl:if>
    </xsl:variable>
    <xsl:call-template name="ed:parted"><xsl:with-param name="pages" select="$pages"/></xsl:call-template>
  </xsl:template>

  <!-- Where the pages of a text are. -->
  <xsl:function name="ed:page-of" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$id || (if ($text = 'reading') then '' else '-' || $text) || '.html'"/>
  </xsl:function>

  <!-- What a page of a text is called where it stands among those of other texts. -->
  <xsl:function name="ed:page-title" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="string(($ed:around/@called, ed:field($document, 'title'))[1])"/>
  </xsl:function>

  <xsl:template name="ed:reading-page" as="element(html)">
    <xsl:variable name="after" as="element()*">
      <xsl:call-template name="ed:indexes"/>
      <xsl:call-template name="ed:notes"/>
      <xsl:call-template name="ed:entries">
        <xsl:with-param name="ed:described" tunnel="yes"
            select="map:merge(ed:witnesses//ed:witness[@id ! ed:source-entry(.., .)]
                ! map{string(@siglum): string(@id)})"/>
      </xsl:call-template>
      <xsl:call-template name="ed:apparatus"/>
      <xsl:apply-templates select="ed:about" mode="ed:html"/>
    </xsl:variable>
    <xsl:variable name="after" as="element()*" select="ed:folded($after)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:page-title(.)"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'reading')"/>
      <xsl:with-param name="kind" select="'text-page' || (if (ed:has-sides(.)) then ' paired' else ' noted'[current()/ed:text//ed:note or exists(ed:told-entries(current()))])"/>
      <xsl:with-param name="head" as="node()*">
        <xsl:call-template name="ed:text-metadata"/>
      </xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:masthead"/>
        <xsl:call-template name="ed:toolbar"/>
        <xsl:call-template name="ed:letter-bar"/>
        <xsl:sequence select="ed:image-data(.)"/>
        <article id="{ed:own-id(., 'text')}" data-pagefind-body="">
          <xsl:apply-templates select="ed:text" mode="ed:html"/>
          <xsl:sequence select="$after[@role = 'doc-endnotes']"/>
        </article>
        <xsl:sequence select="$after[not(@role = 'doc-endnotes')]"/>
        <xsl:call-template name="ed:citation"/>
        <xsl:call-template name="ed:neighbours"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:diplomatic-page" as="element(html)">
    <xsl:variable name="words" as="xs:string" select="ed:label('diplomatic', ed:lang(.))"/>
    <xsl:variable name="notes" as="element(section)*">
      <xsl:call-template name="ed:notes">
        <xsl:with-param name="ed:shown" select="'diplomatic'" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:page-title(.) || ': ' || $words"/>
      <xsl:with-param name="page" select="ed:page-of(@id, 'diplomatic')"/>
      <xsl:with-param name="kind" select="'text-page diplomatic' || ' paired'[ed:has-sides(current())]"/>
      <xsl:with-param name="main" as="node()*">
        <xsl:call-template name="ed:text-masthead">
          <xsl:with-param name="text" select="'diplomatic'"/>
        </xsl:call-template>
        <xsl:call-template name="ed:toolbar">
          <xsl:with-param name="text" select="'diplomatic'"/>
        </xsl:call-template>
        <xsl:sequence select="ed:image-data(.)"/>
        <article id="{ed:own-id(., 'text')}">
          <xsl:apply-templates select="ed:text" mode="ed:html">
            <xsl:with-param name="ed:shown" select="'diplomatic'" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:sequence select="ed:folded($notes)"/>
        </article>
        <xsl:call-template name="ed:neighbours"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:text-masthead" as="element()+">
    <xsl:param name="text" as="xs:string" select="'reading'"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <header class="masthead">
      <xsl:for-each select="distinct-values(ed:metadata/ed:field[@name = 'series'])[. ne $ed:edition]">
        <p class="series">{.}</p>
      </xsl:for-each>
      <h1>
        <!-- The title page that the heading stands for keeps its address. -->
        <xsl:copy-of select="(ed:text//ed:block[ed:is-title(.)]//@id)[1][$text = 'reading']"/>
        <xsl:text>{ed:field(., 'title')}</xsl:text>
      </h1>
      <xsl:for-each select="ed:metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <xsl:if test="matches(ed:field(., 'status'), '(^|\W)(draft|unfinished)$')">
        <p class="status">{ed:label('status-draft', $lang)}</p>
      </xsl:if>
      <!-- What the text was edited from is not what a witness of it is. -->
      <xsl:sequence select="ed:metadata[not($text = 'witness')] ! ed:basis(.)"/>
      <xsl:for-each select="ed:byline(ed:metadata, $lang)[.]"><p class="byline">{.}</p></xsl:for-each>
      <xsl:call-template name="ed:letters"/>
      <xsl:call-template name="ed:abstract"/>
      <xsl:if test="ed:field(., 'source') and not($text = 'witness')">
        <p class="byline">
          <xsl:text>{ed:label('text-source', $lang)}: {ed:shortened(ed:field(., 'source'))} · </xsl:text>
          <a href="{ed:page-of(@id, 'reading')[$text ne 'reading']}#{ed:own-id(., 'about')}">{
            ed:label('about', $lang)}</a>
        </p>
      </xsl:if>
    </header>
  </xsl:template>

  <xsl:template name="ed:abstract" as="element(p)?">
    <xsl:for-each select="ed:field(., 'abstract')[.]"><p class="abstract">{.}</p></xsl:for-each>
  </xsl:template>

  <!-- The other formats of a text that are built beside the site. -->
  <xsl:function name="ed:files" as="element(a)*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="formats" as="xs:string*" select="tokenize($ed:around/@formats)"/>
    <xsl:if test="$formats = 'pdf'">
      <a href="pdf/{$id}.pdf" type="application/pdf">{ed:label('format-pdf', $lang)}</a>
    </xsl:if>
    <xsl:if test="$formats = 'tei'">
      <a href="tei/{$id}.xml" type="application/tei+xml">{ed:label('format-tei', $lang)}</a>
    </xsl:if>
    <xsl:if test="$formats = 'text'">
      <xsl:for-each select="'reading', 'diplomatic'">
        <a href="text/{.}/{$id}.txt" type="text/plain">{
          ed:label('format-text-' || ., $lang)}</a>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
