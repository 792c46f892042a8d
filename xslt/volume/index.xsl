<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes of persons, places, works and subjects: entries of the registers that the texts name,
     with the pages where they do, and references from their other names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:locators" match="ed:locators" use="@entry"/>

  <!-- The indexes that have entries, in their order. -->
  <xsl:function name="ed:index-kinds" as="xs:string*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="('person', 'place', 'work', 'subject')
        [ed:entries($volume, .)]"/>
  </xsl:function>

  <xsl:function name="ed:entries" as="element(ed:entry)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:param name="index" as="xs:string"/>
    <xsl:sequence select="ed:named-entries($volume, $index)
        [not($volume/ed:locators) or key('ed:locators', @id, $volume)]"/>
  </xsl:function>

  <!-- Whether the registers say where they have from what the indexes say. -->
  <xsl:function name="ed:has-proofs" as="xs:boolean">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="map:size(ed:numbered-proofs(ed:index-kinds($volume) ! ed:entries($volume, .))) gt 0"/>
  </xsl:function>

  <xsl:function name="ed:indexes" as="element(section)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="kinds" as="xs:string*" select="ed:index-kinds($volume)"/>
    <xsl:variable name="entries" as="element(ed:entry)*" select="$kinds ! ed:entries($volume, .)"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="ed:numbered-proofs($entries)"/>
    <xsl:for-each select="$kinds">
      <xsl:variable name="title" as="xs:string" select="ed:label('index-' || ., $ed:lang)"/>
      <xsl:variable name="lines" as="element(p)*">
        <xsl:apply-templates select="ed:entries($volume, .)" mode="ed:index">
          <xsl:with-param name="ed:numbers" select="$numbers" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <section class="index">
        <h1 id="index-{.}" data-title="{$title}">{$title}</h1>
        <xsl:if test="position() = 1">
          <p>{ed:label('index-note', $ed:lang)}{(' ' || ed:label('index-proofs', $ed:lang))[map:size($numbers) gt 0]}</p>
        </xsl:if>
        <div class="entries"><xsl:sequence select="ed:in-order($lines)"/></div>
      </section>
    </xsl:for-each>
    <xsl:if test="map:size($numbers) gt 0">
      <xsl:variable name="title" as="xs:string" select="ed:label('index-sources', $ed:lang)"/>
      <section class="index">
        <h1 id="index-sources" data-title="{$title}">{$title}</h1>
        <xsl:call-template name="ed:proof-list">
          <xsl:with-param name="entries" select="$entries"/>
          <xsl:with-param name="ed:numbers" select="$numbers" tunnel="yes"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:in-order" as="element(p)*">
    <xsl:param name="lines" as="element(p)*"/>
    <xsl:for-each select="$lines">
      <xsl:sort select="ed:plain-letters(@data-sort)"/>
      <p class="entry"><xsl:copy-of select="node()"/></p>
    </xsl:for-each>
  </xsl:function>
  <xsl:mode name="ed:index" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:index" as="element(p)+">
    <xsl:variable name="entry" as="element(ed:entry)" select="."/>
    <p data-sort="{@sort}">
      <xsl:sequence select="ed:index-name(., $ed:lang)"/>
      <xsl:call-template name="ed:proof-marks"/>
      <xsl:for-each select="key('ed:locators', @id)/ed:locator">
        <xsl:text>, </xsl:text>
        <a class="locator{if (@main) then ' main' else ''}" href="#{@href}">{.}</a>
      </xsl:for-each>
      <xsl:for-each select="ed:who(.)"><span class="who">{.}</span></xsl:for-each>
    </p>
    <xsl:for-each select="distinct-values(ed:other-names(.))">
      <p data-sort="{lower-case(replace(., '^(The|A|An) |[“”]', ''))}">
        <bdi>{.}</bdi>
        <xsl:text> </xsl:text>
        <i class="see">{ed:label('see', $ed:lang)}</i>
        <xsl:text> </xsl:text>
        <bdi>{$entry/ed:name}</bdi>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- Names under which a reader would look elsewhere in the alphabet; a person's are inverted. -->
  <xsl:function name="ed:other-names" as="xs:string*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="own" as="xs:string"
        select="substring(ed:plain-letters($entry/@sort), 1, 3)"/>
    <xsl:for-each select="$entry/ed:form[@kind = ('variant', 'alternative')]">
      <xsl:variable name="name" as="xs:string" select="
          if ($entry/@kind = 'person' and not(contains(., ',')))
          then replace(., '^(.*)\s(\S+)$', '$2, $1') else string(.)"/>
      <xsl:sequence select="$name[
          matches(., '^[“”]?\p{Lu}') and
          not(starts-with(ed:plain-letters(replace(., '^(The|A|An) |[“”]', '')), $own))]"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
