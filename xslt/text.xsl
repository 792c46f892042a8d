<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to a sheet of plain text, in the reading or the diplomatic text: what is said, in
     which order, with which marks ("# " before a heading, "> " before a quotation, "- " before an
     item, "[1]" for a note, notes at the end). formats/sheet.py sets it in lines and
     counts the characters. A sheet is made of

       ed:stack  blocks, one under the other; @gap line ends between them (0: a space);
                 @first, @rest: what stands before the first line and before the others; @last:
                 what stands behind the last
       ed:run    words in lines; @keep: its lines are never broken
       ed:fold   words whose line ends become spaces
       ed:feed   a line end of the source
       ed:mark   words that stand for something in the TEI

     Stacks and marks carry id, kind, entries, mention, key where they stand for something. -->
<xsl:package name="urn:editio:text" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0"/>

  <xsl:include href="ends.xsl"/>
  <xsl:include href="cells.xsl"/>
  <xsl:include href="text/header.xsl"/>
  <xsl:include href="text/blocks.xsl"/>
  <xsl:include href="text/inline.xsl"/>
  <xsl:include href="text/notes.xsl"/>
  <xsl:include href="text/registers.xsl"/>
  <xsl:include href="text/entries.xsl"/>
  <xsl:include href="text/sources.xsl"/>

  <!-- Which of the two texts: 'reading' or 'diplomatic'. -->
  <xsl:param name="ed:reading" as="xs:string" select="'reading'"/>
  <!-- 'yes': without the header block. -->
  <xsl:param name="ed:cited" as="xs:string" select="''"/>
  <xsl:param name="ed:bare" as="xs:string" select="'no'"/>

  <!-- 'yes': the texts of the witnesses, as far as they are known from entries at their words. -->
  <xsl:param name="ed:witnesses" as="xs:string" select="'no'"/>

  <!-- 'yes': its sentences, where their words are analysed. -->
  <xsl:param name="ed:tokens" as="xs:string" select="'no'"/>

  <!-- 'yes': opened by its title, where it does not open so itself. -->
  <xsl:param name="ed:titled" as="xs:string" select="'no'"/>

  <!-- Behaviours: stacks and lines of plain text. -->
  <xsl:mode name="ed:text" visibility="public" on-no-match="fail"/>

  <!-- In: the behaviours of a text. Out: path -> sheet, as XML; of witnesses, siglum -> sheet; of
       sentences, conllu -> all, with a blank line between them. -->
  <xsl:template match="/" mode="ed:text" as="map(xs:string, xs:string)">
    <xsl:variable name="document" as="element(ed:document)" select="ed:document"/>
    <xsl:choose>
      <xsl:when test="$ed:tokens = 'yes'">
        <xsl:sequence select="map{'conllu': string-join($document/ed:rows/ed:row[@table = 'sentences'], '&#xA;&#xA;')}"/>
      </xsl:when>
      <xsl:when test="$ed:witnesses = 'yes'">
        <xsl:variable name="had" as="map(xs:string, xs:integer)" select="ed:readings-had($document)"/>
        <xsl:sequence select="map:merge(
            ed:with-texts($document)[count(ed:collated($document)) gt 1]
              ! map{.: ed:sheet(ed:as-in($document, ., $had)/ed:document)})"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map{$ed:reading || '/' || $document/@id || '.txt': ed:sheet($document)}"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:sheet" as="xs:string">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="sheet" as="element(ed:stack)">
      <xsl:apply-templates select="$document" mode="ed:text"/>
    </xsl:variable>
    <xsl:sequence select="
        serialize($sheet, map{'method': 'xml', 'indent': false(), 'omit-xml-declaration': true()})"/>
  </xsl:function>

  <xsl:template match="ed:document" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="2">
      <xsl:if test="$ed:bare ne 'yes'">
        <xsl:sequence select="ed:header(.)"/>
      </xsl:if>
      <xsl:for-each select="ed:field(., 'title')[$ed:titled = 'yes'][not(ed:opens-with(current(), .))]">
        <ed:stack gap="1" first="# "><ed:run keep="yes">{.}</ed:run></ed:stack>
      </xsl:for-each>
      <xsl:apply-templates select="ed:text" mode="ed:text"/>
      <xsl:if test="not(@witness)">
        <xsl:sequence select="ed:notes(.), ed:entries(.), ed:sources(.)[$ed:bare ne 'yes']"/>
      </xsl:if>
    </ed:stack>
  </xsl:template>

  <!-- What belongs to the other text; the mark keeps the words on either side apart. -->
  <xsl:template match="*[@only ne $ed:reading]" mode="ed:text" as="element(ed:mark)" priority="9">
    <ed:mark/>
  </xsl:template>

  <!-- What in the TEI the words stand for. -->
  <xsl:template name="ed:stands-for" as="attribute()*">
    <xsl:sequence select="@id, @entries, @mention, @key, @type, @cert"/>
    <xsl:attribute name="kind" select="(self::ed:section/@type, @kind, local-name())[1]"/>
  </xsl:template>
</xsl:package>
