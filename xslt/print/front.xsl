<?xml version="1.0" encoding="UTF-8"?>
<!-- What a printed text opens with: head of the page, title, imprint. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What PDF readers and catalogues are told. The date is that of the edition: no clock. -->
  <xsl:function name="ed:head" as="element(head)" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="metadata" as="element(ed:metadata)?"/>
    <xsl:variable name="date" as="xs:string?"
        select="($metadata/ed:field[@name = 'published']/@when[. castable as xs:date])[1]"/>
    <head>
      <meta charset="utf-8"/>
      <title>{$title}</title>
      <xsl:for-each select="$metadata/ed:field[@name = 'author']">
        <meta name="author" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="($metadata/ed:field[@name = ('subtitle', 'source')])[1]">
        <meta name="description" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$metadata/ed:field[@name = ('term', 'item')]">
        <meta name="keywords" content="{translate(., ',', ';')}"/>
      </xsl:for-each>
      <meta name="generator" content="editio"/>
      <meta name="dcterms.created" content="{($date, '1970-01-01')[1]}"/>
      <meta name="dcterms.modified" content="{($date, '1970-01-01')[1]}"/>
    </head>
  </xsl:function>

  <!-- A title in two lines where a colon divides it: no line break of chance. -->
  <xsl:function name="ed:title-lines" as="node()+" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize($title, ': ')"/>
    <xsl:choose>
      <xsl:when test="count($parts) eq 2">
        <span class="title-line">{$parts[1]}:</span>
        <xsl:text> </xsl:text>
        <span class="title-line rest">{$parts[2]}</span>
      </xsl:when>
      <xsl:otherwise><xsl:text>{$title}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:short-title" as="xs:string" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="tokenize($title, ': ')[1]"/>
  </xsl:function>

  <xsl:function name="ed:title-page" as="element(section)">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="title" as="xs:string" select="ed:field($document, 'title')"/>
    <section class="title">
      <xsl:for-each select="string-join($document/ed:metadata/ed:field[@name = 'author'], ', ')[.]">
        <p class="author">{.}</p>
      </xsl:for-each>
      <h1 data-title="{$title}"><xsl:sequence select="ed:title-lines($title)"/></h1>
      <xsl:for-each select="$document/ed:metadata/ed:field[@name = 'subtitle']">
        <p class="subtitle">{.}</p>
      </xsl:for-each>
      <p class="publisher">{ed:field($document, 'publisher')}</p>
    </section>
  </xsl:function>

  <!-- The back of the title: edition, rights, and what the type is. -->
  <xsl:function name="ed:imprint" as="element(section)">
    <xsl:param name="document" as="element(ed:document)"/>
    <section class="imprint">
      <xsl:for-each select="distinct-values(($ed:edition, ed:field($document, 'edition'))[.])">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:sequence select="ed:rights($document)"/>
      <p>{ed:label('set-in', ed:lang($document))}</p>
    </section>
  </xsl:function>

  <xsl:function name="ed:rights" as="node()*" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:apply-templates mode="ed:html" select="
        $document/ed:about/ed:section[ed:heading/@label = 'about-availability']/
          (* except ed:heading)"/>
  </xsl:function>
</xsl:stylesheet>
