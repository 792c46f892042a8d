<?xml version="1.0" encoding="UTF-8"?>
<!-- The teiHeader as facts about the text (chapter HD): one ed:field a fact, in reading order. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="teiHeader" mode="ed:rules">
    <ed:metadata>
      <xsl:apply-templates mode="ed:field" select="
          fileDesc/titleStmt/(title, author, editor, respStmt),
          (fileDesc/sourceDesc//(msDesc | biblStruct | bibl | biblFull))[1],
          fileDesc/editionStmt/edition, fileDesc/publicationStmt/(publisher, date, idno),
          fileDesc/publicationStmt/availability/licence, profileDesc/creation/date[1],
          profileDesc/langUsage/language, profileDesc/textClass/keywords/(term | list/item),
          profileDesc/abstract, encodingDesc/projectDesc"/>
    </ed:metadata>
  </xsl:template>

  <xsl:mode name="ed:field" on-no-match="fail"/>

  <xsl:template match="*" mode="ed:field">
    <xsl:call-template name="ed:field"/>
  </xsl:template>
  <xsl:template name="ed:field" as="element(ed:field)">
    <xsl:param name="name" as="xs:string" select="local-name()"/>
    <ed:field name="{$name}">
      <xsl:copy-of select="@target, @when, @ident, @key, @type, @ref, @n"/>
      <xsl:sequence select="ed:name-parts(.)"/>
      <xsl:value-of select="normalize-space(string-join(.//text()[not(ancestor::note)]))"/>
    </ed:field>
  </xsl:template>

  <xsl:template match="title" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="if (@type = ('sub', 'desc')) then 'subtitle' else 'title'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="publicationStmt/date" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="'published'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="respStmt" mode="ed:field">
    <ed:field name="resp" id="{@xml:id}" task="{resp => string-join('; ') => normalize-space()}">
      <xsl:value-of select="(name, persName, orgName) ! normalize-space() => string-join(', ')"/>
    </ed:field>
  </xsl:template>

  <!-- The parts of a person's name, where the header tells them apart: lists are sorted by them. -->
  <xsl:function name="ed:name-parts" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[self::author or self::editor]/descendant-or-self::*[surname][1]">
      <xsl:attribute name="family" select="surname ! normalize-space()"/>
      <xsl:attribute name="given" select="forename ! normalize-space()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The source in one line. -->
  <xsl:template match="bibl" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="'source'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="msDesc | biblStruct | biblFull" mode="ed:field">
    <ed:field name="source">
      <xsl:value-of separator=", " select="(
          msIdentifier/(settlement | institution | repository | collection | idno),
          monogr/(title[1] | imprint/(publisher | pubPlace | date) | biblScope),
          titleStmt/title[1], publicationStmt/(publisher | date))
          ! (normalize-space() || (if (@cert = ('low', 'medium')) then ' (?)' else ''))"/>
    </ed:field>
  </xsl:template>
</xsl:stylesheet>
