<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of prose: paragraphs, quotations, lists, tables, figures, letters, title pages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="p | ab" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'paragraph'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="ed:rules" match="
      titlePart | docAuthor | docDate | docEdition | docImprint | imprimatur | byline | opener |
      closer | salute | signed | dateline | postscript | trailer | argument | epigraph | address |
      addrLine | eg | listBibl | listPerson | listPlace | listOrg | biblStruct | biblFull |
      msDesc | entry | superEntry | entryFree | dictScrap">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A quotation set off from the text, and what stands with it. -->
  <xsl:template match="cit" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'block'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="quote | q | said" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:holds-blocks(.) or not(ed:is-inline(.)) or @rend = 'block') then 'block'
          else 'inline'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="bibl" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:is-inline(.) or parent::cit or ../text()[normalize-space()]) then 'inline'
          else 'block'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Among the words of a block, or in the place of one? -->
  <xsl:function name="ed:is-inline" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::p or self::ab or self::head or self::l
        or self::item or self::cell or self::bibl or self::titlePart or self::docAuthor
        or self::note[not(p)] or self::cit[parent::p]])"/>
  </xsl:function>

  <xsl:template match="list" mode="ed:rules">
    <ed:list kind="{if (label) then 'gloss' else if (@rend = ('numbered', 'ordered') or
        @type = ('ordered', 'numbered')) then 'ordered' else if (@type = 'simple') then 'simple'
        else 'bulleted'}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:list>
  </xsl:template>
  <xsl:template match="item" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'item'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="list/label" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'label'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="table | row" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="local-name()"/>
      <xsl:with-param name="kind" select="string((@role, 'data')[1])"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="cell" mode="ed:rules">
    <ed:cell kind="{(@role, ../@role, 'data')[1]}">
      <xsl:copy-of select="@cols, @rows"/>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:cell>
  </xsl:template>

  <!-- figDesc is the text alternative of an image; without an image it says why there is none. -->
  <xsl:template match="figure" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'figure'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="figure/p | figure/head" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="kind" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="figDesc[../graphic]" mode="ed:rules"/>
  <xsl:template match="figDesc" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="only" select="'reading'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="graphic | media" mode="ed:rules">
    <ed:graphic url="{@url}" alt="{normalize-space((desc, ../figDesc)[1])}">
      <xsl:call-template name="ed:common"/>
    </ed:graphic>
  </xsl:template>

  <xsl:template match="*:egXML" mode="ed:rules" priority="2">
    <ed:verbatim>
      <xsl:value-of select="serialize(node() ! ed:plain-markup(.))"/>
    </ed:verbatim>
  </xsl:template>
  <xsl:function name="ed:plain-markup" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:choose>
      <xsl:when test="$node/self::*">
        <xsl:element name="{name($node)}">
          <xsl:copy-of select="$node/@*[namespace-uri() ne 'urn:editio:ns']"/>
          <xsl:sequence select="$node/node() ! ed:plain-markup(.)"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$node"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
