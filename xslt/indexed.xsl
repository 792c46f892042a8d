<?xml version="1.0" encoding="UTF-8"?>
<!-- An entry of a register as the book's indexes and the registers of an EPUB have it: the name with
     its dates, which person or thing is meant, and the numbers of the sources that say so; and the
     list of these sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What each kind of register entry is indexed under. -->
  <xsl:variable name="ed:indexed" as="map(xs:string, xs:string)" select="map{
      'person': 'person', 'place': 'place', 'work': 'work', 'organisation': 'subject',
      'event': 'subject', 'concept': 'subject', 'object': 'work', 'name': 'subject'}"/>
  <xsl:key name="ed:mentioned" match="ed:mention" use="tokenize(@entries)"/>

  <!-- Where the texts that books have name an entry. -->
  <xsl:function name="ed:mentions-of" as="element(ed:mention)*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="key('ed:mentioned', $entry/@id, root($entry))
        [not(@only = ('diplomatic', 'apparatus'))]"/>
  </xsl:function>

  <!-- The entries of an index that a text names. -->
  <xsl:function name="ed:named-entries" as="element(ed:entry)*">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:param name="index" as="xs:string"/>
    <xsl:sequence select="$volume/ed:register/ed:entry[$ed:indexed(@kind) = $index]
        [ed:mentions-of(.)]"/>
  </xsl:function>

  <!-- Which person, place or thing is meant, where the register says so in a line; a work is told by
       its author. -->
  <xsl:function name="ed:who" as="xs:string?">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="$entry[not(@kind = ('work', 'name'))]/ed:note[@kind = 'identification'][1]
        [string-length(.) le 200] ! normalize-space()"/>
  </xsl:function>

  <!-- A person with the years of life, an event with its date, a work with its author. A name may run
       from right to left without turning round what stands beside it. -->
  <xsl:function name="ed:index-name" as="node()*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="years" as="xs:string*" select="
        for $role in ('birth', 'death')
        return string($entry/ed:date[@role = $role][1]/@when ! ed:year-of(., $lang)) ||
          '?'[ed:is-unsourced($entry/ed:date[@role = $role][1])]"/>
    <xsl:variable name="unsure" as="xs:string" select="'' || '?'[$entry/ed:name/@cert = ('low', 'medium', 'unknown')]"/>
    <xsl:variable name="when" as="xs:string" select="
        if ($entry/@kind = 'person' and string-join($years)) then string-join($years, '–')
        else string($entry[@kind = 'event'] ! ed:when(., $lang)[.] ! (. || '?'[ed:is-unsourced($entry)]))"/>
    <xsl:variable name="authors" as="element(ed:field)*" select="$entry/ed:part[ed:field[@name = 'author']][1]/ed:field[@name = 'author']"/>
    <xsl:variable name="by" as="xs:string"
        select="string-join(for $one in ($authors[1], $authors[position() = (2, 3)][not($authors[4])]) return
          ed:surname($one) || '?'[$one/@cert = ('low', 'medium', 'unknown')], ', ')"/>
    <xsl:choose>
      <xsl:when test="$entry/ed:part[1]/ed:field/@level = ('a', 'u')">
        <bdi>{ed:label('opening-mark', $lang)}{$entry/ed:name}{ed:label('closing-mark', $lang)}{$unsure}</bdi>
      </xsl:when>
      <xsl:when test="$entry/@kind = 'work'">
        <cite class="italic"><bdi>{$entry/ed:name}{$unsure}</bdi></cite>
      </xsl:when>
      <xsl:otherwise><bdi>{$entry/ed:name}{$unsure}</bdi></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$when ne ''">
      <xsl:text> </xsl:text>
      <!-- Kept in one line; what is longer than a column of the book is not. -->
      <span>
        <xsl:if test="string-length($when) le 30"><xsl:attribute name="class" select="'years'"/></xsl:if>
        <xsl:text>({$when})</xsl:text>
      </span>
    </xsl:if>
    <xsl:if test="$entry/@kind = 'work' and $by ne ''"><xsl:text> ({$by})</xsl:text></xsl:if>
  </xsl:function>

  <!-- What stands before the comma of a name, else its last word. -->
  <xsl:function name="ed:surname" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if (contains($name, ',')) then normalize-space(substring-before($name, ','))
        else replace($name, '^.*\s', '')"/>
  </xsl:function>

  <!-- The sources of what an entry says; where its other names stand is told by the texts, and whose
       its identifiers are is not printed with them. -->
  <xsl:function name="ed:proofs" as="element(ed:source)*">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="$entry/../ed:source[@id =
        ($entry/@source, $entry/(* except (ed:form[@kind = 'variant'] | ed:idno))/descendant-or-self::*/@source) ! tokenize(.)]"/>
  </xsl:function>

  <!-- Sources by number, in the order in which the entries name them; one that two registers have is
       one. -->
  <xsl:function name="ed:numbered-proofs" as="map(xs:string, xs:integer)">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:variable name="words" as="xs:string*" select="distinct-values($entries ! ed:proofs(.) ! string())"/>
    <xsl:sequence select="map:merge(for $n in 1 to count($words) return map{$words[$n]: $n})"/>
  </xsl:function>

  <!-- [2, 5], behind the name and its dates: who is meant is told by the editors. -->
  <xsl:template name="ed:proof-marks" as="node()*">
    <xsl:param name="ed:numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="marks" as="xs:integer*" select="sort(distinct-values(ed:proofs(.) ! $ed:numbers(string())))"/>
    <xsl:if test="exists($marks)">
      <xsl:text> </xsl:text>
      <span class="proofs">
        <xsl:text>[</xsl:text>
        <xsl:for-each select="$marks">
          <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
          <a href="#index-source-{.}">{.}</a>
        </xsl:for-each>
        <xsl:text>]</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- [2] Title. address -->
  <xsl:template name="ed:proof-list" as="element(p)*">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:param name="ed:numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:for-each-group select="$entries/ed:proofs(.)" group-by="string()">
      <xsl:sort select="$ed:numbers(current-grouping-key())"/>
      <p class="entry" id="index-source-{$ed:numbers(current-grouping-key())}">
        <xsl:text>[{$ed:numbers(current-grouping-key())}] {.}</xsl:text>
        <xsl:for-each select="distinct-values(current-group()/@web ! tokenize(.))">
          <xsl:text> </xsl:text>
          <a class="out" href="{.}">{replace(., '^https?://(www\.)?|/$', '')}</a>
        </xsl:for-each>
      </p>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Entries in the order of the alphabet, whatever the accents. -->
  <xsl:function name="ed:plain-letters" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        translate(replace(normalize-unicode(lower-case($words), 'NFD'), '\p{M}', ''), 'łøđ', 'lod')"/>
  </xsl:function>
</xsl:stylesheet>
