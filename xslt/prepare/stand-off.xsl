<?xml version="1.0" encoding="UTF-8"?>
<!-- What annotations and spans in standOff say of a place in the text is a note of the editors there.
     Codes of single words (parts of speech, names of features) are data alone (rules/rows.xsl); what
     names no place of the text is told (rules/stand-off.xsl). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="(annotation | span)[ancestor::standOff][exists(ed:said-of(.))]" mode="ed:prepare" priority="2">
    <xsl:variable name="places" as="xs:string+" select="ed:said-of(.)"/>
    <note type="commentary" ed:was="{local-name()}" xmlns="http://www.tei-c.org/ns/1.0">
      <xsl:copy-of select="@xml:id, @xml:lang, @ed:at, @cert, @source"/>
      <xsl:for-each select="(@resp, respStmt/@xml:id ! ('#' || .))[1]">
        <xsl:attribute name="resp" select="."/>
      </xsl:for-each>
      <xsl:attribute name="ed:id" select="ed:id(.)"/>
      <xsl:for-each select="(@motivation, @type, parent::spanGrp/@type)[1]">
        <xsl:attribute name="subtype" select="."/>
      </xsl:for-each>
      <xsl:attribute name="target" select="$places ! ('#' || .)"/>
      <xsl:if test="@to and not(@target)"><xsl:attribute name="targetEnd" select="'#' || $places[last()]"/></xsl:if>
      <xsl:apply-templates select="self::span/node(), self::annotation/(* except (respStmt | revisionDesc))"
          mode="ed:annotated"/>
    </note>
  </xsl:template>

  <!-- What is said of a witness outside of an entry is a note that names it. -->
  <xsl:template match="witDetail[not(ancestor::app)][ancestor::text][normalize-space()]" mode="ed:prepare" priority="2">
    <note type="commentary" ed:was="witDetail" xmlns="http://www.tei-c.org/ns/1.0">
      <xsl:copy-of select="@xml:id, @xml:lang, @ed:at, @resp, @cert"/>
      <xsl:attribute name="ed:id" select="ed:id(.)"/>
      <xsl:value-of select="tokenize(@wit) ! replace(., '^.*#', '')" separator=" "/>
      <xsl:text>: </xsl:text>
      <xsl:apply-templates mode="ed:prepare"/>
    </note>
  </xsl:template>

  <!-- A note that says nothing, as one whose paragraph is to come, has no sign, and neither calls another
       nor is called. -->
  <xsl:template match="note[ed:is-silent(.)]" mode="ed:prepare" priority="2"/>
  <xsl:function name="ed:is-silent" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not(normalize-space($note) or $note//*[not(self::p | self::ab | self::list | self::item | self::lg | self::l)] or $note/(@n | @sameAs | @corresp | @next | @prev))
        and empty($note/@xml:id/key('ed:pointers', '#' || ., root($note)))"/>
  </xsl:function>
  <xsl:key name="ed:pointers" match="ref[@target] | ptr" use="tokenize(@target)"/>

  <!-- The words of an annotation; what it names without words is called by its address. -->
  <xsl:mode name="ed:annotated" on-no-match="shallow-copy"/>
  <xsl:template match="annotation/*" mode="ed:annotated">
    <xsl:if test="self::note and preceding-sibling::*[not(self::respStmt or self::revisionDesc)]">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:apply-templates select="if (self::note) then node() else ." mode="ed:prepare"/>
  </xsl:template>
  <xsl:template match="span/node()" mode="ed:annotated">
    <xsl:apply-templates select="." mode="ed:prepare"/>
  </xsl:template>

  <!-- The ids in the text that an annotation or a span speaks of; nothing where it says nothing, or a
       code of words. -->
  <xsl:function name="ed:said-of" as="xs:string*">
    <xsl:param name="said" as="element()"/>
    <xsl:variable name="places" as="element()*" select="ed:said-places($said)"/>
    <xsl:variable name="says" as="xs:string" select="normalize-space(string-join($said/(
        self::span | self::annotation/(* except (respStmt | revisionDesc)))//text(), ' '))"/>
    <xsl:sequence select="$places/@xml:id[$says ne '' or $said/self::annotation//(ptr | ref)]
        [contains($says, ' ') or $places[not(self::w or self::pc or self::m or self::c or self::s or self::phr or self::cl)]]
        ! string()"/>
  </xsl:function>
  <xsl:function name="ed:said-places" as="element()*">
    <xsl:param name="said" as="element()"/>
    <xsl:for-each select="($said/@target, $said/(@from, @to)[not($said/@target)]) ! tokenize(.)">
      <!-- #string-range(p1,0,4), #range(a,b), file.xml#p1 -->
      <xsl:variable name="id" as="xs:string" select="
          replace(substring-after(., '#'), '^[a-zA-Z-]+\(\s*(xpath\(id\(.)?#?([\w.\-]+).*$', '$2')"/>
      <xsl:sequence select="root($said) ! key('ed:given', $id, .)[ancestor::text or ancestor::sourceDoc][1]"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
