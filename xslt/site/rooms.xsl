<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of what is in texts of a genre: the headwords of dictionaries, the characters of plays and
     what each of them says. Made from the rows that a text has in the tables of its genre. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:room" as="map(*)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lines" as="map(*)*"/>
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:sequence select="map{
        'name': $name, 'first': 'lists/' || $name || '.html', 'title': $title, 'lang': ed:lang($site),
        'lines': $lines, 'filed': false(), 'keys': 'kind', 'up': function($number as xs:integer) {'../'}}"/>
  </xsl:function>

  <!-- Headwords from A to Z, with what the entry says of their grammar. -->
  <xsl:function name="ed:headword-list" as="map(*)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:variable name="rows" as="element(ed:row)*" select="
        $site/ed:facts/ed:row[@table = 'entries'][ed:value[@name = 'headword']]"/>
    <xsl:variable name="raised" as="map(xs:string, xs:string)" select="ed:homographs($rows)"/>
    <xsl:variable name="lines" as="map(*)*" select="for $row in $rows return map{
        'href': $row/../@id || '.html#' || ed:value($row, 'id'), 'title': ed:value($row, 'headword') || $raised(generate-id($row)),
        'lang': (ed:value($row, 'language')[.], string($row/../@lang))[1],
        'words': translate(ed:value($row, 'grammar'), '|', ' '), 'day': '',
        'kind': ed:value($row, 'grammar')[.] ! tokenize(., '\|')[1],
        'group': ed:first-letter((ed:value($row, 'sort')[.], ed:value($row, 'headword'))[1]),
        'sort': (ed:value($row, 'sort')[.], ed:value($row, 'headword'))[1]}"/>
    <xsl:variable name="sorted" as="map(*)*">
      <xsl:perform-sort select="$lines">
        <xsl:sort select="?group"/>
        <xsl:sort select="?sort" lang="{ed:lang($site)}"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:sequence select="map:put(ed:room('headwords', ed:label('list-headwords', ed:lang($site)), $sorted, $site),
        'filed', true())" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <xsl:template name="ed:rooms" as="element(html)*">
    <xsl:param name="ed:headwords" as="map(*)" tunnel="yes"/>
    <xsl:if test="exists($ed:headwords?lines)">
      <xsl:call-template name="ed:list-pages">
        <xsl:with-param name="list" select="$ed:headwords"/>
        <xsl:with-param name="intro" select="ed:group-bar($ed:headwords)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ed:characters"/>
  </xsl:template>

  <!-- The first letters of a list, each leading to the page on which it begins. -->
  <xsl:function name="ed:group-bar" as="element(nav)">
    <xsl:param name="list" as="map(*)"/>
    <xsl:variable name="groups" as="xs:string*" select="$list?lines?group"/>
    <nav class="letters" aria-label="A–Z {$list?title}">
      <xsl:for-each select="distinct-values($groups)">
        <xsl:variable name="page" as="xs:integer" select="(index-of($groups, .)[1] - 1) idiv $ed:page-size + 1"/>
        <a href="../{ed:list-page($list?name, $list?first, $page)}#{ed:group-id(.)}">{.}</a>
      </xsl:for-each>
    </nav>
  </xsl:function>
  <xsl:function name="ed:group-id" as="xs:string">
    <xsl:param name="group" as="xs:string"/>
    <xsl:sequence select="'group-' || encode-for-uri($group)"/>
  </xsl:function>

  <!-- Who speaks in a play, in the order of their first words. -->
  <xsl:template name="ed:characters" as="element(html)*">
    <xsl:variable name="site" as="element(ed:site)" select="."/>
    <xsl:variable name="all" as="map(*)*" select="ed:facts ! ed:character-lines(., ed:lang($site))"/>
    <xsl:if test="exists($all)">
      <xsl:call-template name="ed:list-pages">
        <xsl:with-param name="list" select="ed:room('characters', ed:label('list-characters', ed:lang(.)), $all, .)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$all">
      <xsl:variable name="list" as="map(*)" select="ed:room(?slug, ?title || ' – ' || ?group, ?speeches, $site)"/>
      <xsl:for-each select="$site">
        <xsl:call-template name="ed:list-pages"><xsl:with-param name="list" select="$list"/></xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Those to whom speeches are given, by id where they have one, else as printed. -->
  <xsl:function name="ed:character-lines" as="map(*)*">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="rows" as="element(ed:row)*" select="$facts/ed:row[@table = 'speeches']"/>
    <!-- By their numbers, which the lines show. -->
    <xsl:for-each-group select="1 to count($rows)" group-by="let $n := . return ed:given-to($rows[$n])">
      <xsl:variable name="key" as="xs:string" select="current-grouping-key()"/>
      <xsl:variable name="theirs" as="element(ed:row)+" select="for $n in current-group() return $rows[$n]"/>
      <xsl:variable name="alone" as="element(ed:row)*" select="
          $theirs[not(contains(ed:value(., 'who'), '|'))][ed:value(., 'speaker')]"/>
      <xsl:variable name="slug" as="xs:string" select="'speeches-' || $facts/@id || '-' || position()"/>
      <xsl:sequence select="map{
          'title': (ed:most-said($alone), $theirs ! ed:name-given(., $key), $key)[1], 'href': 'lists/' || $slug || '.html', 'slug': $slug,
          'lang': string($facts/@lang), 'group': ed:name-of-text($facts),
          'words': ed:speech-counts($theirs, true(), $lang),
          'speeches': for $n in current-group() return ed:speech-line($rows[$n], $n, $lang)}"/>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="ed:given-to" as="xs:string*">
    <xsl:param name="row" as="element(ed:row)"/>
    <xsl:sequence select="tokenize(ed:value($row, 'who'), '\|')[.],
        ed:value($row, 'speaker')[. and empty($row/ed:value[@name = 'who'])]"/>
  </xsl:function>
  <!-- How a character is most often called, without the full stop after it. -->
  <xsl:function name="ed:most-said" as="xs:string?">
    <xsl:param name="rows" as="element(ed:row)*"/>
    <xsl:variable name="names" as="xs:string*" select="$rows ! replace(ed:value(., 'speaker'), '[.:,\s]+$', '')"/>
    <xsl:sequence select="sort(distinct-values($names)[.], (), function($one) {-count($names[. = $one])})[1]"/>
  </xsl:function>
  <xsl:function name="ed:speech-line" as="map(*)">
    <xsl:param name="row" as="element(ed:row)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="map{
        'href': $row/../@id || '.html#' || ed:value($row, 'id'), 'title': string($number), 'lang': '',
        'group': string-join((ed:value($row, 'act'), ed:value($row, 'scene'))[.], ', '),
        'words': ed:speech-counts($row, false(), $lang)}"/>
  </xsl:function>
  <!-- 3 speeches, 12 lines, 80 words -->
  <xsl:function name="ed:speech-counts" as="xs:string">
    <xsl:param name="rows" as="element(ed:row)+"/>
    <xsl:param name="counted" as="xs:boolean"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="lines" as="xs:double" select="sum($rows ! number((ed:value(., 'lines')[.], '0')[1]))"/>
    <xsl:variable name="words" as="xs:double" select="sum($rows ! number((ed:value(., 'words')[.], '0')[1]))"/>
    <xsl:sequence select="string-join((
        ed:so-many(count($rows), 'list-speech', 'list-speeches', $lang)[$counted],
        ed:so-many(xs:integer($lines), 'line', 'lines', $lang)[$lines gt 0],
        ed:so-many(xs:integer($words), 'word', 'words', $lang)), ed:label('comma', $lang))"/>
  </xsl:function>
</xsl:stylesheet>
