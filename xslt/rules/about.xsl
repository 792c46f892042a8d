<?xml version="1.0" encoding="UTF-8"?>
<!-- "About this text": the parts of the teiHeader that a reader or an archive wants in words, as
     sections with paragraphs and labelled records. Headings and labels are named, not worded. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:about" on-no-match="deep-skip"/>
  <xsl:mode name="ed:record" on-no-match="shallow-skip"/>

  <xsl:template match="teiHeader" mode="ed:about">
    <ed:about>
      <xsl:apply-templates mode="ed:about" select="
          fileDesc/sourceDesc, fileDesc/publicationStmt/availability, fileDesc/notesStmt,
          encodingDesc/(projectDesc, samplingDecl, editorialDecl), profileDesc/handNotes,
          revisionDesc"/>
    </ed:about>
  </xsl:template>

  <xsl:template mode="ed:about" match="
      sourceDesc | availability | notesStmt | projectDesc | samplingDecl | editorialDecl |
      handNotes | revisionDesc">
    <ed:section kind="about">
      <xsl:call-template name="ed:common"/>
      <ed:heading level="2" label="about-{local-name()}"/>
      <xsl:apply-templates mode="ed:record"/>
    </ed:section>
  </xsl:template>

  <!-- Prose stays prose. -->
  <xsl:template match="p | ab | list | table | quote | bibl[not(*/p)]" mode="ed:record">
    <xsl:apply-templates select="." mode="ed:rules"/>
  </xsl:template>

  <!-- editorialDecl and its like: a heading, then prose. -->
  <xsl:template match="editorialDecl/*[p]" mode="ed:record">
    <ed:section kind="about">
      <ed:heading level="3" label="{local-name()}"/>
      <xsl:apply-templates mode="ed:record"/>
    </ed:section>
  </xsl:template>

  <!-- A list with a heading is a part of its own. -->
  <xsl:template match="listBibl[head] | listWit[head]" mode="ed:record" priority="2">
    <ed:section kind="about">
      <ed:heading level="3"><xsl:apply-templates select="head/node()" mode="ed:rules"/></ed:heading>
      <xsl:apply-templates select="* except head" mode="ed:record"/>
    </ed:section>
  </xsl:template>

  <!-- Anything else: a label and what it holds. What holds labelled parts alone, within a group of
       a record, is not told: its parts are. -->
  <xsl:template match="*[ed:only-groups(.)][not(self::bibl | self::analytic | self::monogr |
      self::series)]" mode="ed:record" priority="0.6">
    <xsl:apply-templates mode="ed:record"/>
  </xsl:template>
  <xsl:template match="*" mode="ed:record">
    <xsl:choose>
      <xsl:when test="parent::sourceDesc | parent::availability | parent::revisionDesc |
          parent::handNotes | parent::notesStmt | parent::listBibl | parent::listWit">
        <ed:record label="{local-name()}">
          <xsl:for-each select="(@n, @when)[1]"><xsl:attribute name="n" select="."/></xsl:for-each>
          <xsl:call-template name="ed:common"/>
          <xsl:call-template name="ed:entries"/>
        </ed:record>
      </xsl:when>
      <xsl:otherwise>
        <ed:entry label="{if (self::title[@type = 'series']) then 'series' else local-name()}">
          <xsl:call-template name="ed:entries"/>
        </ed:entry>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ed:entries">
    <xsl:choose>
      <xsl:when test="ed:holds-words(.)">
        <xsl:apply-templates mode="ed:rules"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="ed:record"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:holds-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/*) or exists($element/text()[normalize-space()]) or (
        every $part in $element/* satisfies $part/(self::persName or self::orgName or self::name or
        self::placeName or self::measure or self::idno[parent::altIdentifier]))"/>
  </xsl:function>
  <xsl:function name="ed:only-groups" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="record" as="element()?" select="$element/ancestor::*[parent::sourceDesc
        or parent::listBibl or parent::listWit or parent::handNotes or parent::notesStmt][1]"/>
    <xsl:sequence select="exists($record) and exists($element/.. except $record)
        and not(ed:holds-words($element)) and not($element/(p, ab, list, table, quote, bibl))
        and count($element/../*[node-name() = node-name($element)]) eq 1"/>
  </xsl:function>

  <xsl:template match="listBibl | listWit" mode="ed:record" priority="1">
    <xsl:apply-templates mode="ed:record"/>
  </xsl:template>
  <xsl:template match="text()" mode="ed:record">
    <xsl:value-of select=".[normalize-space()]"/>
  </xsl:template>
</xsl:stylesheet>
