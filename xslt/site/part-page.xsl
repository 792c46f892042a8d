<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of a parted text: what each says of itself, ways from one to the other, links to where
     places are now; and the whole, for those who print or search it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:finished" as="element(html)+">
    <xsl:param name="whole" as="map(*)"/>
    <xsl:sequence select="$whole?views ! ed:finished-view($whole, .),
        ed:part-page(map:put($whole, 'view', $whole?views[1]))"/>
  </xsl:function>
  <xsl:function name="ed:finished-view" as="element(html)+">
    <xsl:param name="whole" as="map(*)"/>
    <xsl:param name="view" as="map(*)"/>
    <xsl:sequence select="
        $view?numbers ! ed:part-page(map:merge((map{'number': ., 'view': $view}, $whole)))"/>
  </xsl:function>
  <xsl:function name="ed:part-page" as="element(html)">
    <xsl:param name="part" as="map(*)"/>
    <xsl:apply-templates select="$part?view?page/html" mode="ed:part">
      <xsl:with-param name="ed:part" tunnel="yes" select="$part"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- The path of a part; number 0 is the whole. -->
  <xsl:function name="ed:part-path" as="xs:string">
    <xsl:param name="part" as="map(*)"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="$part?document/@id"/>
    <xsl:sequence select="
        if ($number eq 0) then $id || '-whole.html'
        else ed:page-of(ed:part-name($id, $number), ($text[.], 'reading')[1])"/>
  </xsl:function>

  <xsl:mode name="ed:part" on-no-match="shallow-copy"/>
  <xsl:template match="html/@data-page" mode="ed:part" as="attribute()">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:attribute name="data-page" select="ed:part-path($ed:part, $ed:part?number, $ed:part?view?text)"/>
  </xsl:template>
  <xsl:template match="head/title" mode="ed:part" as="element(title)">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <title>{string-join((ed:part-title($ed:part), .), ' · ')}</title>
  </xsl:template>
  <xsl:function name="ed:part-title" as="xs:string?">
    <xsl:param name="part" as="map(*)"/>
    <xsl:variable name="name" as="xs:string?" select="$part?names[$part?number]"/>
    <!-- Parts of one name, and those without, have their number. -->
    <xsl:sequence select="
        if ($part?number eq 0) then ed:label('whole-text', $part?lang)
        else string-join(($name, $part?number[. gt 1][$name = '' or count($part?names[. = $name]) gt 1])
          [string()], ' · ')[.]"/>
  </xsl:function>
  <xsl:template match="head/link[@rel = 'canonical']/@href" mode="ed:part" as="attribute()">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:attribute name="href" select="$ed:address || ed:part-path($ed:part, $ed:part?number, $ed:part?view?text)"/>
  </xsl:template>

  <!-- Addresses that lead to the first page and name a place elsewhere are sent on. -->
  <xsl:template match="body" mode="ed:part" as="element(body)">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <body>
      <xsl:apply-templates select="@*" mode="ed:part"/>
      <xsl:if test="$ed:part?number eq 1 and $ed:part?view?text = ('', 'diplomatic', 'comparison')">
        <xsl:attribute name="data-places" select="$ed:part?document/@id || '-places.js'"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:part"/>
    </body>
  </xsl:template>

  <!-- The head of the text stands on its first page. -->
  <xsl:template match="header[@class = 'masthead']/*[not(self::h1)] | h1/@id" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?number le 1"><xsl:copy-of select="."/></xsl:if>
  </xsl:template>
  <xsl:template match="main/nav[@class = 'toolbar']" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:next-match/>
    <p class="part-line">
      <xsl:if test="$ed:part?number gt 0">
        <xsl:text>{$ed:part?number} / {count($ed:part?names)}</xsl:text>
      </xsl:if>
      <xsl:sequence select="ed:whole-link($ed:part)"/>
    </p>
  </xsl:template>
  <xsl:function name="ed:whole-link" as="node()*">
    <xsl:param name="part" as="map(*)"/>
    <xsl:variable name="to" as="xs:integer" select="if ($part?number eq 0) then 1 else 0"/>
    <xsl:text>{' · '[$to = 0]}</xsl:text>
    <a href="{ed:part-path($part, $to, '')}">{ed:label(if ($to eq 0) then 'whole-text' else 'parted-text', $part?lang)}</a>
  </xsl:function>

  <!-- Search reads the whole. The text, as much of it as is here; then notes and apparatus, as much as belongs here. -->
  <xsl:template match="main/article | main/table[@class = 'comparison'] | main/div[@class = 'scroll']/table[@class = 'comparison']" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?number le $ed:part?texts">
      <xsl:copy>
        <xsl:apply-templates select="@* except @data-pagefind-body[$ed:part?number gt 0]" mode="ed:part"/>
        <xsl:choose>
          <xsl:when test="$ed:part?number eq 0"><xsl:apply-templates mode="ed:part"/></xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="$ed:part?view?parts($ed:part?number)/node()" mode="ed:part"/>
            <xsl:apply-templates select="section[@role = 'doc-endnotes']" mode="ed:part"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:copy>
      <xsl:call-template name="ed:part-ways"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="section[ed:has-items(.)]" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?number eq 0
        or .//(li | tr)[ed:is-item(.)]/@id ! $ed:part?view?places(.) = $ed:part?number"><xsl:next-match/></xsl:if>
  </xsl:template>
  <xsl:template match="(li | tr)[ed:is-item(.)]" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?number = (0, $ed:part?view?places(@id))"><xsl:next-match/></xsl:if>
  </xsl:template>
  <xsl:template match="main/section[tokenize(@class) = ('about', 'index')]" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?number le 1"><xsl:next-match/></xsl:if>
  </xsl:template>
  <!-- What is about the text and too long to stand behind it is open on pages of its own. -->
  <xsl:template match="main/section[@class = 'about'][ed:is-apart(.)]" mode="ed:part" priority="1">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$ed:part?number eq 0"><xsl:next-match/></xsl:when>
      <xsl:when test="$ed:part?number gt $ed:part?texts">
        <section class="about" id="{../article/@id}" aria-labelledby="{@aria-labelledby}">
          <xsl:copy-of select="details/summary/h2"/>
          <xsl:apply-templates mode="ed:part"
              select="$ed:part?view?parts($ed:part?number)/details/(node() except summary)"/>
        </section>
        <xsl:call-template name="ed:part-ways"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:is-apart" as="xs:boolean">
    <xsl:param name="about" as="element(section)"/>
    <xsl:sequence select="ed:weight($about) gt $ed:most"/>
  </xsl:function>
  <xsl:template match="table[@class = 'collation']/tbody/tr" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:if test="$ed:part?view?rows(generate-id()) = $ed:part?number"><xsl:next-match/></xsl:if>
  </xsl:template>
  <xsl:template match="div[@class = 'scrolled'][table/@class = 'collation']" mode="ed:part">
    <xsl:next-match/>
    <xsl:call-template name="ed:part-ways"/>
  </xsl:template>

  <!-- Images of the pages of the source that are on this one; the first goes on from the part before. -->
  <xsl:template match="script[@class = 'images']" mode="ed:part">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer" select="$ed:part?number"/>
    <xsl:variable name="places" as="map(*)" select="$ed:part?view?places"/>
    <xsl:variable name="leaves" as="element(ed:leaf)*" select="ed:images($ed:part?document)"/>
    <xsl:sequence select="ed:image-data-of($ed:part?document, if ($number eq 0) then $leaves else (
        $leaves[min(tokenize(@at) ! $places(.)) lt $number][last()] |
        $leaves[(tokenize(@at), ed:zone/@to) ! $places(.) = $number]))"/>
  </xsl:template>

  <!-- From part to part, as soon as the text has been read; the ways to other texts stand below. -->
  <xsl:template name="ed:part-ways" as="element(nav)?">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:variable name="near" as="xs:integer*" select="
        let $numbers := $ed:part?view?numbers[$ed:part?number gt 0] return
          ($numbers[. lt $ed:part?number][last()], $numbers[. gt $ed:part?number][1])"/>
    <xsl:if test="exists($near)">
      <nav class="neighbours" aria-label="{ed:label('parts', $ed:part?lang)}">
        <xsl:sequence select="$near ! ed:part-way($ed:part, .)"/>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:part-way" as="element(a)">
    <xsl:param name="part" as="map(*)"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:variable name="role" as="xs:string" select="if ($to gt $part?number) then 'next' else 'previous'"/>
    <a href="{ed:part-path($part, $to, $part?view?text)}" rel="{replace($role, 'ious', '')}" class="{$role}">
      <span>{ed:label($role, $part?lang)}</span>
      <xsl:text> {($part?names[$to][.], ed:field($part?document, 'title')[$to = 1], $to)[1]}</xsl:text>
    </a>
  </xsl:function>
  <xsl:template match="nav[@class = 'neighbours']/a/@rel" mode="ed:part"/>

  <!-- Where a place is now. -->
  <xsl:template match="a/@href[contains(., '#')][not(contains(., ':'))]" mode="ed:part" as="attribute()">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:variable name="file" as="xs:string" select="substring-before(., '#')"/>
    <xsl:variable name="place" as="xs:string" select="substring-after(., '#')"/>
    <xsl:variable name="view" as="map(*)?" select="
        if ($file = '') then $ed:part?view
        else $ed:part?views[ed:part-path($ed:part, 1, ?text) = $file]"/>
    <xsl:variable name="to" as="xs:integer?" select="$view ! ?places($place)"/>
    <xsl:variable name="here" as="xs:boolean" select="
        $view?text = $ed:part?view?text and $ed:part?number = (0, $to)"/>
    <xsl:attribute name="href" select="
        if (empty($to) or not($view?numbers = $to)) then .
        else (ed:part-path($ed:part, $to, $view?text)[not($here)] || '#' || $place)"/>
  </xsl:template>
  <xsl:template match="ul[@class = 'views']//a/@href" mode="ed:part" priority="1" as="attribute()">
    <xsl:param name="ed:part" as="map(*)" tunnel="yes"/>
    <xsl:attribute name="href" select="
        ($ed:part?views[ed:part-path($ed:part, 1, ?text) = current()] !
          ed:part-path($ed:part, (?numbers[. le $ed:part?number][last()], 1)[1], ?text), .)[1]"/>
  </xsl:template>

  <!-- For addresses that name a place on the first page: at which part it is now. -->
  <xsl:function name="ed:places-file" as="map(xs:string, xs:string)?">
    <xsl:param name="pages" as="element(html)*"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="parts" as="map(*)" select="map:merge(
        for $page in $pages[matches(@data-page, '-part-\d+(-diplomatic)?\.html$')],
            $number in replace($page/@data-page, '^.*-part-(\d+)(-\w+)?\.html$', '$1')
        return map{$number: $page//(article | section[ed:has-items(.)])/descendant::*/@id/string()},
        map{'duplicates': 'combine'})"/>
    <xsl:if test="map:size($parts) gt 0">
      <xsl:map-entry key="$id || '-places.js'" select="'editioPlaces(' || serialize(
          map:merge(map:for-each($parts, function($n, $ids) {map{$n: array{distinct-values($ids)}}})),
          map{'method': 'json', 'use-character-maps': map{'/': '/'}}) || ');&#10;'"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
