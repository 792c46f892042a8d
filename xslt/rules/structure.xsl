<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of a text: TEI, text, front, body, back, divisions and their headings. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A TEI or a header that stands among words is none of the tree of documents: no rule knows it. -->
  <xsl:template match="TEI[not(ed:is-among-text(.))]" mode="ed:rules">
    <xsl:apply-templates select="teiHeader, text | sourceDoc | facsimile[ed:is-written(.)], ed:documents(.)" mode="ed:rules"/>
    <xsl:apply-templates select="facsimile | sourceDoc" mode="ed:pictured"/>
    <xsl:apply-templates select="standOff" mode="ed:unshown"/>
    <xsl:call-template name="ed:untold-doubts"/>
    <xsl:apply-templates select="teiHeader" mode="ed:about"/>
  </xsl:template>

  <!-- teiCorpus: its texts one after the other. -->
  <xsl:function name="ed:documents" as="element()*">
    <xsl:param name="root" as="element()"/>
    <xsl:sequence select="$root/(TEI | teiCorpus)"/>
  </xsl:function>
  <xsl:function name="ed:is-among-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[not(self::TEI or self::teiCorpus)])"/>
  </xsl:function>
  <xsl:template match="teiCorpus[not(ed:is-among-text(.))]" mode="ed:rules">
    <xsl:apply-templates select="teiHeader, ed:documents(.)" mode="ed:rules"/>
    <xsl:apply-templates select="teiHeader" mode="ed:about"/>
  </xsl:template>

  <!-- Registers, facsimiles and stand-off annotation are data about the text, not its words. -->
  <xsl:template match="standOff | facsimile | fsdDecl | xenoData" mode="ed:rules"/>

  <!-- Lists in front or back that are registers are shown as such (prepare/listed.xsl). -->
  <xsl:template match="*[@ed:listed]" mode="ed:rules" priority="3"/>

  <xsl:template match="text | group | floatingText" mode="ed:rules">
    <ed:text>
      <xsl:if test="ed:is-beside-original(.)"><xsl:attribute name="only" select="'reading'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:inner-title(.)"/>
      <xsl:call-template name="ed:content"/>
      <xsl:apply-templates select="self::text/parent::TEI/standOff//listApp" mode="ed:rules"/>
    </ed:text>
  </xsl:template>

  <!-- A document within a document stands under its title, unless its own words begin with that. -->
  <xsl:function name="ed:inner-title" as="element(ed:heading)?">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="titles" as="element(ed:field)*" select="
        $text/self::text/parent::TEI[parent::TEI]/teiHeader/fileDesc[titleStmt/title[normalize-space()]]/..
          ! ed:titles(.)"/>
    <xsl:for-each select="$titles[@name = 'title'][1][not(. = $text//(head | titlePart)[1]/normalize-space())]">
      <ed:heading level="1"><xsl:sequence select="ed:added(.)"/></ed:heading>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="front | body | back" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'part'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'section'"/>
      <xsl:with-param name="kind" select="'section'"/>
      <!-- What the edition says leaves the reading text: edition/texts/dress.py. -->
      <xsl:with-param name="only" select="(@ed:only, 'reading'[ed:is-beside-original(current())])[1]"/>
    </xsl:call-template>
  </xsl:template>
  <!-- Parts beside an inscription are told by what they are, where they have no heading. -->
  <xsl:template mode="ed:rules" priority="0.6" match="div[@type = ('translation', 'commentary', 'bibliography')]
      [not(head or ancestor::div) and normalize-space()][../div[ed:is-inscription(.)]]">
    <xsl:variable name="made" as="element()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="name" as="element()">
      <ed:heading level="1"><xsl:sequence select="ed:added(ed:say('part-' || @type, .))"/></ed:heading>
    </xsl:variable>
    <xsl:sequence select="ed:opened-by($made, $name)"/>
  </xsl:template>
  <!-- So are what came with a letter, and its envelope. -->
  <xsl:template mode="ed:rules" priority="0.6" match="div[@type = ('envelope', 'address', 'enclosure',
      'attachment')][not(head) and normalize-space()][ancestor::div/@type = 'letter' or
      root()/*/teiHeader/profileDesc/correspDesc]">
    <xsl:variable name="made" as="element()*"><xsl:next-match/></xsl:variable>
    <xsl:variable name="name" as="element()">
      <ed:block kind="part-name"><xsl:sequence select="ed:added(ed:say('part-' || @type, .))"/></ed:block>
    </xsl:variable>
    <xsl:sequence select="ed:opened-by($made, $name)"/>
  </xsl:template>
  <!-- What was made of a part, with its name before all else in it. -->
  <xsl:function name="ed:opened-by" as="element()*">
    <xsl:param name="made" as="element()*"/>
    <xsl:param name="name" as="element()"/>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*, $name, node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>
  <!-- What is written in the source is the original: a translation of it is in the reading text alone. -->
  <xsl:function name="ed:is-beside-original" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part/@type = 'translation'
        and exists(($part/(../(* except head), parent::back/../body/*))
          [matches(local-name(), '^(text|group|div.?)$')]
          [not(@type = $ed:beside-text)][normalize-space()])"/>
  </xsl:function>

  <xsl:template match="head" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="kind" select="parent::*/local-name() || '-head'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Heads that follow each other are one heading: the first, or the one that says it is the main
       one; the others stand under it. A division without a heading is no level of its own; a text
       within the text is one. -->
  <xsl:template mode="ed:rules" match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | front |
      body | back | prologue | epilogue)/head">
    <xsl:variable name="heads" as="element(head)+" select="., ed:heads-after(.)"/>
    <xsl:variable name="main" as="element(head)" select="($heads[@type = 'main'], $heads)[1]"/>
    <ed:heading level="{count(ancestor::*[head][matches(local-name(), '^(div|prologue|epilogue)') or parent::floatingText])}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:headed"><xsl:with-param name="main" select="$main"/></xsl:call-template>
      <xsl:for-each select="tail($heads)">
        <xsl:text> </xsl:text>
        <xsl:call-template name="ed:headed"><xsl:with-param name="main" select="$main"/></xsl:call-template>
      </xsl:for-each>
    </ed:heading>
  </xsl:template>
  <xsl:template mode="ed:rules" priority="1" match="(div | div1 | div2 | div3 | div4 | div5 | div6 |
      div7 | front | body | back)/head[preceding-sibling::*[1][self::head]]"/>
  <xsl:template name="ed:headed" as="node()*">
    <xsl:param name="main" as="element(head)"/>
    <xsl:choose>
      <xsl:when test=". is $main"><xsl:call-template name="ed:content"/></xsl:when>
      <xsl:otherwise>
        <ed:inline kind="subheading">
          <xsl:if test="preceding-sibling::*[1][self::head]"><xsl:call-template name="ed:common"/></xsl:if>
          <xsl:call-template name="ed:content"/>
        </ed:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:heads-after" as="element(head)*">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="next" as="element(head)?"
        select="$head/following-sibling::*[1]/self::head"/>
    <xsl:sequence select="$next, $next ! ed:heads-after(.)"/>
  </xsl:function>

  <xsl:template match="titlePage" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="docTitle" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
