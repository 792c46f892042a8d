<?xml version="1.0" encoding="UTF-8"?>
<!-- Long lists, in pages of fifty, and the file from which a script filters, sorts and groups them:
     a line is a map of words, made once for both. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="ed:page-size" as="xs:integer" select="50"/>
  <!-- Fewer lines than these are seen at a glance. -->
  <xsl:variable name="ed:least-filtered" as="xs:integer" select="20"/>

  <xsl:function name="ed:page-count" as="xs:integer">
    <xsl:param name="lines" as="xs:integer"/>
    <xsl:sequence select="max((1, ($lines + $ed:page-size - 1) idiv $ed:page-size))"/>
  </xsl:function>

  <!-- Where a page of a list is: the first where it belongs, the others in lists/. -->
  <xsl:function name="ed:list-page" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="
        if ($number eq 1) then $first else 'lists/' || $name || '-' || $number || '.html'"/>
  </xsl:function>

  <!-- What a page of a list is called where it stands among others: tabs, bookmarks, hits. -->
  <xsl:function name="ed:list-page-title" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join(($title, (ed:label('page', $lang) || ' ' || $number)[$number gt 1]), ' · ')"/>
  </xsl:function>

  <xsl:function name="ed:lines-on" as="map(*)*">
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="subsequence($list?lines, ($number - 1) * $ed:page-size + 1, $ed:page-size)"/>
  </xsl:function>

  <!-- From page to page of a list: to those near this one, to the first and the last. -->
  <xsl:function name="ed:pager" as="element(nav)?">
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="last" as="xs:integer" select="ed:page-count(count($list?lines))"/>
    <xsl:if test="$last gt 1">
      <nav class="pager" aria-label="{ed:label('list-pages', $list?lang)}">
        <ul>
          <xsl:for-each select="(1 to $last)[. = (1, $last) or abs(. - $number) le 3]">
            <li>
              <a href="{$list?up($number)}{ed:list-page($list?name, $list?first, .)}">
                <xsl:if test=". eq $number"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:attribute name="aria-label" select="ed:label('page', $list?lang) || ' ' || ."/>
                <xsl:text>{.}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- One page of a list: what a script finds its file by, the lines, ways to the other pages. -->
  <xsl:function name="ed:list-part" as="element()*">
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="lines" as="map(*)*" select="ed:lines-on($list, $number)"/>
    <xsl:if test="$list?filed and count($list?lines) ge $ed:least-filtered">
      <xsl:sequence select="ed:list-tools($list?name, $list?up($number), $list?lang)"/>
    </xsl:if>
    <div class="list" id="list">
      <xsl:for-each-group select="$lines" group-adjacent="(.?group, '')[1]">
        <xsl:if test="current-grouping-key()">
          <xsl:element name="{ed:group-heading($list?name, $list?up($number))}">
            <xsl:attribute name="class" select="'group'"/>
            <xsl:if test="$list?name = 'headwords'">
              <xsl:attribute name="id" select="ed:group-id(current-grouping-key())"/>
            </xsl:if>
            <xsl:value-of select="current-grouping-key()"/>
          </xsl:element>
        </xsl:if>
        <ol class="entries">
          <xsl:sequence select="current-group() ! ed:list-line(., $list?up($number))"/>
        </ol>
      </xsl:for-each-group>
      <xsl:sequence select="ed:pager($list, $number)"/>
    </div>
  </xsl:function>

  <!-- The list of texts stands on the first page under a heading of its own. -->
  <xsl:function name="ed:group-heading" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:sequence select="if ($name = 'texts' and $up = '') then 'h3' else 'h2'"/>
  </xsl:function>

  <xsl:function name="ed:list-line" as="element(li)">
    <xsl:param name="line" as="map(*)"/>
    <xsl:param name="up" as="xs:string"/>
    <li>
      <xsl:if test="$line?id"><xsl:attribute name="id" select="$line?id"/></xsl:if>
      <xsl:if test="$line?lang"><xsl:attribute name="lang" select="$line?lang"/></xsl:if>
      <a href="{$up}{$line?href}">{$line?title}</a>
      <xsl:if test="$line?words"><span class="what">{$line?words}</span></xsl:if>
    </li>
  </xsl:function>

  <!-- The controls are made by the script, which is told the words for them. -->
  <xsl:function name="ed:list-tools" as="element(div)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <div class="filters list-tools" data-list="{$name}" data-up="{$up}"
        data-heading="{ed:group-heading($name, $up)}" data-words="{ed:list-words($lang)}"/>
  </xsl:function>
  <xsl:function name="ed:list-words" as="xs:string">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="keys" as="xs:string*" select="'filter', 'more', 'sort', 'group', 'as-is', 'none',
        'before', 'after', 'title', 'day', 'count', 'year', 'decade', 'half', 'author', 'partner', 'place', 'kind', 'material', 'language'"/>
    <xsl:sequence select="serialize(map:merge(($keys ! map{.: ed:label('list-' || ., $lang)},
        map{'before-christ': ed:label('before-christ', $lang), 'entries': array{('1', '2', '3', '0') ! ed:counted(., 'entry', 'entries', $lang)}})),
        map{'method': 'json'})"/>
  </xsl:function>

  <!-- The further pages of a list, and all pages of one that has no page elsewhere. -->
  <xsl:template name="ed:list-pages" as="element(html)*">
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="intro" as="element()*" select="()"/>
    <xsl:param name="begin" as="xs:integer" select="1"/>
    <xsl:variable name="site" as="element()" select="."/>
    <xsl:for-each select="$begin to ed:page-count(count($list?lines))">
      <xsl:variable name="number" as="xs:integer" select="."/>
      <xsl:for-each select="$site">
        <xsl:call-template name="ed:frame">
          <xsl:with-param name="ed:up" select="$list?up($number)" tunnel="yes"/>
          <xsl:with-param name="title" select="ed:list-page-title($list?title, $number, $list?lang)"/>
          <xsl:with-param name="page" select="ed:list-page($list?name, $list?first, $number)"/>
          <xsl:with-param name="kind" select="'list-page'"/>
          <xsl:with-param name="head" as="node()*"><xsl:sequence select="ed:list-script($list?up($number))[$list?filed]"/></xsl:with-param>
          <xsl:with-param name="main" as="node()*">
            <xsl:sequence select="ed:list-head($list)"/>
            <xsl:sequence select="$intro, ed:list-part($list, $number)"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="ed:list-head" as="element(header)">
    <xsl:param name="list" as="map(*)"/>
    <header class="masthead">
      <h1>{$list?title}</h1>
      <p class="byline">{ed:so-many(count($list?lines), 'entry', 'entries', $list?lang)}</p>
    </header>
  </xsl:function>
  <xsl:function name="ed:list-script" as="element(script)">
    <xsl:param name="up" as="xs:string"/>
    <script src="{$up}assets/lists.js" defer="defer"/>
  </xsl:function>

  <!-- The file of a list: a script, since a page that is opened from disk can load no other. Names
       that many lines have are in it once; a line has their numbers. -->
  <xsl:function name="ed:list-file" as="map(xs:string, xs:string)">
    <xsl:param name="list" as="map(*)"/>
    <xsl:variable name="lines" as="map(*)*" select="$list?lines"/>
    <xsl:variable name="names" as="array(xs:string)*" select="
        for $key in $list?keys return array{sort(distinct-values($lines ! map:get(., $key)))}"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)*" select="
        $names ! map:merge(for $n in 1 to array:size(.) return map{.($n): $n - 1})"/>
    <xsl:variable name="rows" as="array(*)" select="array{$lines ! ed:list-row(., $list?keys, $numbers)}"/>
    <xsl:sequence select="if (count($lines) lt $ed:least-filtered) then map{}
        else map{'assets/lists/' || $list?name || '.js': '(window.editioLists ??= {})['
          || serialize($list?name, map{'method': 'json'}) || ']='
          || serialize(map{'keys': array{$list?keys}, 'names': array{$names}, 'rows': $rows},
            map{'method': 'json', 'use-character-maps': map{'/': '/'}}) || ';&#10;'}"/>
  </xsl:function>
  <xsl:function name="ed:list-row" as="array(*)">
    <xsl:param name="line" as="map(*)"/>
    <xsl:param name="keys" as="xs:string*"/>
    <xsl:param name="numbers" as="map(xs:string, xs:integer)*"/>
    <xsl:sequence select="array{$line?href, $line?title, string($line?words), string-join(($line?day, $line?until[not(. = $line?day)])[.], '/'),
        string($line?lang), ($line?count, 0)[1],
        for $n in 1 to count($keys) return array{distinct-values(map:get($line, $keys[$n])) ! $numbers[$n](.)}}"/>
  </xsl:function>
</xsl:stylesheet>
