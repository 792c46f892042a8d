<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse and drama: lines, stanzas, speeches, stage directions, cast lists. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Lines are counted through a poem that has a head or ten lines, and is no speech; the parts of a
       shared line count once. What the source numbers has its own numbers. -->
  <xsl:accumulator name="ed:verse" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="lg[not(ancestor::lg)]" select="0"/>
    <xsl:accumulator-rule match="l[not(@part = ('M', 'F'))][not(ancestor::note)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="l" mode="ed:rules">
    <ed:line>
      <xsl:copy-of select="@part"/>
      <xsl:sequence select="ed:line-number(.)"/>
      <xsl:if test="@part = ('M', 'F')">
        <xsl:attribute name="after" select="ed:parts-before(.)"/>
      </xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:line>
  </xsl:template>

  <!-- n: the number; shown: each fifth, and one that does not follow the last. -->
  <xsl:function name="ed:line-number" as="attribute()*">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="poem" as="element(lg)?" select="$line/ancestor::lg[last()]
        [not(ancestor::quote | ancestor::q | ancestor::epigraph | ancestor::note | ancestor::cit)]"/>
    <xsl:variable name="n" as="xs:string?" select="($line/@n[normalize-space()]/string(),
        $poem[ed:is-counted-through(.)][not($line/@part = ('M', 'F'))]
          ! string($line/accumulator-before('ed:verse')))[1]"/>
    <xsl:variable name="last" as="xs:string" select="string($line/preceding-sibling::*[
        descendant-or-self::l[not(ancestor::rdg)]][1]/descendant-or-self::l[not(ancestor::rdg)][last()]/@n)"/>
    <xsl:if test="exists($n)">
      <xsl:attribute name="n" select="$n"/>
      <xsl:if test="number($n) mod 5 = 0 or
          $last castable as xs:integer and number($n) ne number($last) + 1">
        <xsl:attribute name="shown" select="'yes'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- Asked by each of its lines. -->
  <xsl:function name="ed:is-counted-through" as="xs:boolean" cache="yes">
    <xsl:param name="poem" as="element(lg)"/>
    <xsl:sequence select="empty($poem//l/@n) and
        (exists($poem/head) or empty($poem/ancestor::sp) and count($poem//l) ge 10)"/>
  </xsl:function>

  <!-- The words of a shared line before this part of it. -->
  <xsl:function name="ed:parts-before" as="xs:string">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="last" as="element(l)?"
        select="$line/preceding::l[1][@part = ('I', 'M', 'Y')]"/>
    <xsl:sequence select="string-join($last ! (ed:parts-before(.),
        normalize-space(string-join(.//text()[not(ancestor::note)]))), ' ') => normalize-space()"/>
  </xsl:function>

  <!-- A pause within a line parts words. -->
  <xsl:template match="caesura" mode="ed:rules">
    <ed:inline kind="caesura">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="not(matches(ed:last-signs(preceding-sibling::node()[1], 1), '\s') or
          matches(following-sibling::node()[1], '^\s'))"><xsl:text> </xsl:text></xsl:if>
    </ed:inline>
  </xsl:template>

  <xsl:template match="lg | sp | spGrp | performance | set" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- They have headings, and a place in the contents, as acts have. -->
  <xsl:template match="prologue | epilogue" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'section'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How a speech is given stands in the line of its speaker. -->
  <xsl:template match="speaker" mode="ed:rules">
    <ed:block kind="speaker">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
      <xsl:for-each select="following-sibling::*[1][ed:is-delivery(.)]">
        <xsl:text> </xsl:text>
        <xsl:call-template name="ed:phrase"/>
      </xsl:for-each>
    </ed:block>
  </xsl:template>
  <xsl:template match="stage[ed:is-delivery(.)]" mode="ed:rules" priority="1"/>
  <xsl:function name="ed:is-delivery" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::stage[tokenize(@type) = 'delivery'][not(.//p | .//l)]
        /preceding-sibling::*[1]/self::speaker)"/>
  </xsl:function>

  <!-- In a sentence, directions stand apart from each other and from the words. -->
  <xsl:template match="(stage | sound | tech | camera | view)[ed:is-inline(.)]" mode="ed:rules" priority="0.9">
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:if test="not(matches(., '^\s')) and ($before/(self::stage | self::sound | self::tech | self::camera | self::view)
        or matches(ed:last-signs($before, 1), '[^\s\p{Ps}\p{Pi}\p{Pd}]'))">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
    <xsl:next-match/>
    <xsl:if test="not(matches(ed:last-signs(., 1), '\s')) and matches(following-sibling::node()[1][not(self::stage or self::sound or self::tech or self::camera or self::view)], '^[\p{L}\p{N}\p{Ps}\p{Pi}]')">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="stage | sound | tech | camera | caption | view" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'block'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="move[@ed:id]" mode="ed:rules">
    <ed:anchor><xsl:call-template name="ed:common"/></ed:anchor>
  </xsl:template>

  <xsl:template match="castList" mode="ed:rules">
    <ed:list kind="simple">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:list>
  </xsl:template>
  <!-- A group is an item: its head, its members as a list, what is said of all of them. -->
  <xsl:template match="castGroup" mode="ed:rules">
    <ed:item kind="castGroup">
      <xsl:call-template name="ed:common"/>
      <xsl:variable name="first" as="element(roleDesc)*"
          select="roleDesc[not(preceding-sibling::castItem or preceding-sibling::castGroup)]"/>
      <xsl:apply-templates select="head/node(), head/ed:notes-after(.)" mode="ed:group-head"/>
      <xsl:sequence select="ed:added(', ')[exists(current()/head[normalize-space()])][exists($first)]"/>
      <xsl:apply-templates select="$first" mode="ed:rules"/>
      <ed:list kind="simple">
        <xsl:apply-templates select="* except (head, roleDesc, trailer)" mode="ed:rules"/>
      </ed:list>
      <xsl:apply-templates select="roleDesc except $first, trailer" mode="ed:rules"/>
    </ed:item>
  </xsl:template>
  <xsl:mode name="ed:group-head" on-no-match="fail"/>
  <xsl:template match="note[ed:is-placed(.)]" mode="ed:group-head">
    <xsl:apply-templates select="." mode="ed:placed"/>
  </xsl:template>
  <xsl:template match="node()" mode="ed:group-head" priority="-1">
    <xsl:apply-templates select="." mode="ed:rules"/>
  </xsl:template>

  <!-- Between a role, what it is and who plays it: a comma where the source has nothing. -->
  <xsl:template match="castItem" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'item'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template mode="ed:rules" priority="1" match="(role | roleDesc | actor)[ed:follows-unparted(.)]">
    <xsl:variable name="before" as="element()"
        select="preceding-sibling::*[self::role or self::roleDesc or self::actor][1]"/>
    <xsl:sequence select="ed:added(if (matches(normalize-space(), '^[.,;:)]')) then ''
        else if (matches(ed:last-signs(normalize-space($before), 1), '[.,;:]')) then ' ' else ', ')"/>
    <xsl:next-match/>
  </xsl:template>
  <xsl:function name="ed:follows-unparted" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/parent::castItem[not(text()[normalize-space()])])
        and exists($part/preceding-sibling::*[self::role or self::roleDesc or self::actor])"/>
  </xsl:function>
  <xsl:template match="castItem[not(text()[normalize-space()])]/text()" mode="ed:rules"/>
</xsl:stylesheet>
