<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries of a list of persons, places, events and the like where they stand as text: what is said
     in parts, with commas between them; what holds blocks, under each other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template mode="ed:rules" priority="-7" match="
      (person | personGrp | persona | place | org | event | object | nym)
        [not(text()[normalize-space()])][not(ed:is-inline(.))]">
    <ed:block kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each-group select="*" group-adjacent="ed:is-a-fact(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:sequence select="ed:facts-in-a-row(current-group())"/>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="current-group() ! ed:apart-in-entry(.)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </ed:block>
  </xsl:template>

  <!-- What is noted of an entry is a part of it. -->
  <xsl:template mode="ed:rules" priority="4" match="(person | personGrp | persona | place | org | event |
      object | nym)/note[not(@place or @target)][not(ed:is-inline(.))]">
    <ed:block kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:block>
  </xsl:template>

  <!-- Who is related to whom, and as what: Ann Reed → Bob: parent. -->
  <xsl:template mode="ed:rules" priority="-6" match="relation[@active | @passive | @mutual]">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:variable name="sides" as="xs:string*" select="
        (@active, @mutual, @passive) ! string-join(tokenize(.) ! ed:told-of($here, .)[.], ', ')[.]"/>
    <ed:block kind="relation">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(string-join((string-join($sides, ' → '),
          (@name, @type)[1] ! ed:relation-name(., ed:page-lang($here))), ': ')), ed:added(' ')[$here/*]"/>
      <xsl:call-template name="ed:content"/>
    </ed:block>
  </xsl:template>

  <!-- What is no fact is a block, also where it is words with a note. -->
  <xsl:function name="ed:apart-in-entry" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="said" as="node()*"><xsl:apply-templates select="$part" mode="ed:rules"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="$part/self::desc and empty($said/self::ed:block)">
        <ed:block kind="remark"><xsl:sequence select="$said"/></ed:block>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$said"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Said in a line: what holds no block and is none itself. -->
  <xsl:function name="ed:is-a-fact" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="not(ed:holds-blocks($part)) and not(starts-with(local-name($part), 'list'))
        and empty($part/(self::head | self::p | self::ab | self::note | self::event | self::place
          | self::person | self::org | self::msContents | self::physDesc | self::history
          | self::additional | self::bibl | self::biblStruct | self::figure | self::graphic | self::table | self::relation))
        and empty($part//(p | note | table | list | addrLine))"/>
  </xsl:function>
  <!-- The words of a birth or a death that do not say themselves which it is. -->
  <xsl:function name="ed:needs-name" as="xs:boolean">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="exists($fact/(self::birth | self::death)) and not(matches(lower-case($fact),
        '[*+†]|(^|\P{L})(b\.|d\.|born|died?|geb|gest|né|nee|mort|nat|mor|nac|fall|ob|ur\.|zm\.|род|ум)'))"/>
  </xsl:function>
  <!-- A form of several labels, each with what it is about: From: Ann Reed; Amount: 3 s. -->
  <xsl:function name="ed:before-fact" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:variable name="form" as="xs:boolean" select="exists($fact/../label[2])
        and (every $label in $fact/../label satisfies exists($label/following-sibling::*[1]/self::desc))"/>
    <xsl:variable name="label" as="element()?" select="$fact/self::desc/preceding-sibling::*[1]/self::label[normalize-space()]"/>
    <xsl:sequence select="if ($form and $label) then (if (ends-with(normalize-space($label), ':')) then ' ' else ': ')
        else if ($form and $fact/self::label) then '; ' else ', '"/>
  </xsl:function>
  <xsl:function name="ed:facts-in-a-row" as="node()*">
    <xsl:param name="facts" as="element()+"/>
    <xsl:for-each select="$facts[ed:shows(.) or ed:is-dated(.) or @quantity]">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(ed:before-fact(.))"/></xsl:if>
      <xsl:choose>
        <xsl:when test="ed:shows(.)">
          <xsl:sequence select="self::idno/@type[not(lower-case(.) = ('uri', 'url'))] ! ed:added(. || ' ')"/>
          <xsl:sequence select=".[ed:needs-name(.)] ! ed:added(ed:said(local-name(), .) || ' ')"/>
          <xsl:apply-templates select="." mode="ed:rules"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
          <xsl:variable name="what" as="xs:string?" select="
              (self::state/@type, self::trait/@type, ed:said(local-name(), .), ed:said('said-' || local-name(), .))[1]"/>
          <xsl:variable name="when" as="xs:string" select="ed:open-date(ed:dates(.), $lang)"/>
          <xsl:sequence select="ed:added(string-join((
              $what, @quantity, $when[.] ! (if (current()/@quantity) then '(' || . || ')' else .)), ' '))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
