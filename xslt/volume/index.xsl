<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes of persons, places, works and subjects: entries of the registers that the texts name,
     with the pages where they do, and references from their other names. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What each kind of register entry is indexed under. -->
  <xsl:variable name="ed:indexed" as="map(xs:string, xs:string)" select="map{
      'person': 'person', 'place': 'place', 'work': 'work', 'organisation': 'subject',
      'event': 'subject', 'concept': 'subject', 'object': 'work', 'name': 'subject'}"/>

  <xsl:key name="ed:locators" match="ed:locators" use="@entry"/>
  <xsl:key name="ed:mentioned" match="ed:mention" use="tokenize(@entries)"/>

  <!-- The indexes that have entries, in their order. -->
  <xsl:function name="ed:index-kinds" as="xs:string*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:sequence select="('person', 'place', 'work', 'subject')
        [ed:entries($volume, .)]"/>
  </xsl:function>

  <xsl:function name="ed:entries" as="element(ed:entry)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:param name="index" as="xs:string"/>
    <xsl:sequence select="$volume/ed:register/ed:entry[$ed:indexed(@kind) = $index]
        [key('ed:mentioned', @id, $volume)]
        [not($volume/ed:locators) or key('ed:locators', @id, $volume)]"/>
  </xsl:function>

  <xsl:function name="ed:indexes" as="element(section)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:for-each select="ed:index-kinds($volume)">
      <xsl:variable name="title" as="xs:string" select="ed:label('index-' || ., $ed:lang)"/>
      <xsl:variable name="lines" as="element(p)*">
        <xsl:apply-templates select="ed:entries($volume, .)" mode="ed:index"/>
      </xsl:variable>
      <section class="index">
        <h1 id="index-{.}" data-title="{$title}">{$title}</h1>
        <xsl:if test="position() = 1"><p>{ed:label('index-note', $ed:lang)}</p></xsl:if>
        <div class="entries"><xsl:sequence select="ed:in-order($lines)"/></div>
      </section>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="ed:in-order" as="element(p)*">
    <xsl:param name="lines" as="element(p)*"/>
    <xsl:for-each select="$lines">
      <xsl:sort select="ed:plain-letters(@data-sort)"/>
      <p class="entry"><xsl:copy-of select="node()"/></p>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:plain-letters" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        translate(replace(normalize-unicode(lower-case($words), 'NFD'), '\p{M}', ''), 'łøđ', 'lod')"/>
  </xsl:function>

  <xsl:mode name="ed:index" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:index" as="element(p)+">
    <xsl:variable name="entry" as="element(ed:entry)" select="."/>
    <p data-sort="{@sort}">
      <xsl:sequence select="ed:index-name(.)"/>
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

  <!-- Which person or place is meant, where the register says so in a line. -->
  <xsl:function name="ed:who" as="xs:string?">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="$entry[@kind = ('person', 'place')]/ed:note[@kind = 'identification'][1]
        [string-length(.) le 200] ! normalize-space()"/>
  </xsl:function>

  <!-- A person with the years of life, a work with its author. A name may run from right to left
       without turning round what stands beside it. -->
  <xsl:function name="ed:index-name" as="node()*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="years" as="xs:string*" select="
        for $role in ('birth', 'death')
        return string($entry/ed:date[@role = $role][1]/@when ! ed:year-of(., $ed:lang)) ||
          '?'[ed:is-unsourced($entry/ed:date[@role = $role][1])]"/>
    <xsl:variable name="by" as="xs:string?"
        select="($entry/ed:part/ed:field[@name = 'author'])[1] ! ed:surname(.)"/>
    <xsl:choose>
      <xsl:when test="$entry/ed:part[1]/ed:field/@level = ('a', 'u')">
        <bdi>{ed:label('opening-mark', $ed:lang)}{$entry/ed:name}{ed:label('closing-mark', $ed:lang)}</bdi>
      </xsl:when>
      <xsl:when test="$entry/@kind = 'work'">
        <cite class="italic"><bdi>{$entry/ed:name}</bdi></cite>
      </xsl:when>
      <xsl:otherwise><bdi>{$entry/ed:name}</bdi></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$entry/@kind = 'person' and string-join($years)">
      <xsl:text> </xsl:text>
      <span class="years">({string-join($years, '–')})</span>
    </xsl:if>
    <xsl:if test="$entry/@kind = 'work' and $by"><xsl:text> ({$by})</xsl:text></xsl:if>
  </xsl:function>

  <!-- What stands before the comma of a name, else its last word. -->
  <xsl:function name="ed:surname" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if (contains($name, ',')) then normalize-space(substring-before($name, ','))
        else replace($name, '^.*\s', '')"/>
  </xsl:function>

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
