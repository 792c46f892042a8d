<?xml version="1.0" encoding="UTF-8"?>
<!-- A register as a page: A to Z, one line an entry, with a map of places or a line of dates where
     the register has them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:mentions" match="ed:mention" use="tokenize(@entries)"/>
  <xsl:key name="ed:spoken" match="ed:row[@table = ('speeches', 'utterances')]/ed:value[@name = 'who']"
      use="tokenize(., '\|'),
      ancestor::ed:facts/@id ! (for $who in tokenize(current(), '\|') return . || '-' || $who)"/>
  <xsl:key name="ed:entry" match="ed:entry" use="@id"/>

  <!-- Up to so many entries are on one page. -->
  <xsl:variable name="ed:most-entries" as="xs:integer" select="100"/>

  <xsl:template match="ed:register" mode="ed:site-pages" as="element(html)+">
    <xsl:variable name="register" as="element()" select="."/>
    <xsl:variable name="entries" as="element(ed:entry)*" select="ed:in-order(.)"/>
    <xsl:variable name="at" as="map(xs:string, xs:string)" select="ed:entry-pages(., $entries)"/>
    <xsl:for-each-group select="$entries, .[empty($entries)]" group-adjacent="string($at(string(@id)))">
      <xsl:variable name="part" as="element(ed:entry)*" select="current-group()[self::ed:entry]"/>
      <xsl:variable name="number" as="xs:integer" select="position()"/>
      <xsl:for-each select="$register">
        <xsl:call-template name="ed:register-page">
          <xsl:with-param name="entries" select="$entries"/>
          <xsl:with-param name="part" select="$part"/>
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="at" select="$at"/>
          <xsl:with-param name="ed:up" select="if ($number eq 1) then '' else '../'" tunnel="yes"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each-group>
    <xsl:apply-templates select="ed:entry[not(root()/ed:site/@apart)]" mode="ed:site-pages">
      <xsl:with-param name="ed:at" select="$at" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Pages of entries that are made apart: id of the entry, line end, path -> page. -->
  <xsl:mode name="ed:entries-apart" on-no-match="fail"/>
  <xsl:template match="ed:register" mode="ed:entries-apart" as="map(xs:string, xs:string)*">
    <xsl:variable name="wanted" as="map(xs:string, xs:boolean)"
        select="map:merge(../ed:wanted/@id ! map{string(): true()})"/>
    <xsl:variable name="at" as="map(xs:string, xs:string)" select="ed:entry-pages(., ed:in-order(.))"/>
    <xsl:for-each select="ed:entry[$wanted(string(@id))]">
      <xsl:variable name="id" as="xs:string" select="string(@id)"/>
      <xsl:variable name="pages" as="element(html)+">
        <xsl:apply-templates select="." mode="ed:site-pages">
          <xsl:with-param name="ed:at" select="$at" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:sequence select="map:for-each(ed:bound($pages), function($path, $page) {map{$id || '&#10;' || $path: $page}})"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Entries as they are listed: kind by kind, from A to Z. -->
  <xsl:function name="ed:in-order" as="element(ed:entry)*">
    <xsl:param name="register" as="element(ed:register)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($register/..)"/>
    <xsl:for-each-group select="$register/ed:entry" group-by="@kind">
      <xsl:perform-sort select="current-group()">
        <xsl:sort select="ed:initial(.)"/>
        <xsl:sort select="@sort" lang="{$lang}"/>
      </xsl:perform-sort>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The page of the list that an entry is on. -->
  <xsl:function name="ed:entry-pages" as="map(xs:string, xs:string)">
    <xsl:param name="register" as="element(ed:register)"/>
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:variable name="name" as="xs:string" select="$register/@id"/>
    <xsl:variable name="size" as="xs:integer" select="
        if (count($entries) gt $ed:most-entries) then $ed:page-size else $ed:most-entries"/>
    <xsl:map>
      <xsl:for-each-group select="$entries" group-by="string(@id)">
        <xsl:map-entry key="current-grouping-key()" select="
            ed:list-page($name, $name || '.html', (position() - 1) idiv $size + 1)"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:template name="ed:register-page" as="element(html)">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:param name="part" as="element(ed:entry)*"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="at" as="map(xs:string, xs:string)"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(..)"/>
    <xsl:variable name="name" as="xs:string" select="ed:register-name(@id, ed:title, $lang)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="ed:list-page-title($name, $number, $lang)"/>
      <xsl:with-param name="page" select="ed:list-page(@id, @id || '.html', $number)"/>
      <xsl:with-param name="kind" select="'register-page'"/>
      <xsl:with-param name="head" as="node()*"><xsl:sequence select="ed:list-script($ed:up)"/></xsl:with-param>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead">
          <h1>{$name}</h1>
          <p class="byline">{ed:so-many(count($entries), 'entry', 'entries', $lang)}</p>
        </header>
        <xsl:if test="$number eq 1"><xsl:call-template name="ed:figures"/></xsl:if>
        <xsl:if test="count($entries) ge $ed:least-filtered">
          <xsl:sequence select="ed:list-tools(@id, $ed:up, $lang)"/>
        </xsl:if>
        <div class="list" id="{ed:own-id(., 'list')}">
          <xsl:call-template name="ed:entries-by-kind">
            <xsl:with-param name="entries" select="$entries"/>
            <xsl:with-param name="part" select="$part"/>
            <xsl:with-param name="at" select="$at"/>
          </xsl:call-template>
          <xsl:sequence select="ed:pager(map{'name': string(@id), 'first': @id || '.html', 'lang': $lang,
              'lines': $entries[count($entries) gt $ed:most-entries],
              'up': function($n as xs:integer) {$ed:up}}, $number)"/>
        </div>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Those of one page; each kind has a heading of its own where the register has several. -->
  <xsl:template name="ed:entries-by-kind" as="element()*">
    <xsl:param name="entries" as="element(ed:entry)*"/>
    <xsl:param name="part" as="element(ed:entry)*"/>
    <xsl:param name="at" as="map(xs:string, xs:string)"/>
    <xsl:param name="ed:up" as="xs:string" tunnel="yes"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(..)"/>
    <xsl:for-each-group select="$part" group-adjacent="string(@kind)">
      <xsl:variable name="all" as="element()+" select="$entries[@kind = current-grouping-key()]"/>
      <xsl:if test="count($all) ne count($entries)">
        <h2 id="{ed:own-id(., @kind)}">{ed:label('kind-' || @kind || 's', $lang)}</h2>
      </xsl:if>
      <xsl:sequence select="ed:letter-bar($all, $at, $ed:up, $lang), ed:by-letter(current-group(), $ed:up)"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- From A to Z, on whichever page that is. -->
  <xsl:function name="ed:letter-bar" as="element(nav)?">
    <xsl:param name="entries" as="element(ed:entry)+"/>
    <xsl:param name="at" as="map(xs:string, xs:string)"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:if test="count($entries) gt 20">
      <nav class="letters" aria-label="A–Z {ed:label('kind-' || $entries[1]/@kind || 's', $lang)}">
        <xsl:for-each-group select="$entries" group-by="ed:initial(.)">
          <a href="{($up || $at(string(@id)))[count($entries/..//ed:entry) gt $ed:most-entries]}#{ed:letter-id(.)}">{
            current-grouping-key()}</a>
        </xsl:for-each-group>
      </nav>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:letter-id" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="ed:own-id($entry, $entry/@kind || '-' || ed:initial($entry))"/>
  </xsl:function>

  <xsl:function name="ed:by-letter" as="element(ul)+">
    <xsl:param name="entries" as="element(ed:entry)+"/>
    <xsl:param name="up" as="xs:string"/>
    <xsl:for-each-group select="$entries" group-adjacent="ed:initial(.)">
      <ul class="entries" id="{ed:letter-id(.)}">
        <xsl:apply-templates select="current-group()" mode="ed:line">
          <xsl:with-param name="up" select="$up"/>
        </xsl:apply-templates>
      </ul>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The lines of a register for the file from which it is filtered. -->
  <xsl:function name="ed:register-list" as="map(*)">
    <xsl:param name="register" as="element(ed:register)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($register/..)"/>
    <xsl:sequence select="map{'name': string($register/@id), 'keys': ('kind', 'place'),
        'lines': ed:in-order($register) ! ed:entry-line(., $lang)}"/>
  </xsl:function>
  <xsl:function name="ed:entry-line" as="map(*)">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="said" as="xs:string*" select="
        ed:lived($entry, $lang), ed:identified($entry, $lang), ed:mentioned($entry, $lang)"/>
    <xsl:sequence select="map{
        'href': 'register/' || $entry/@id || '.html', 'title': string($entry/ed:name),
        'words': string-join($said[.], ' · '), 'lang': '',
        'day': ed:day-of(($entry[@when | @from | @notBefore | @to | @notAfter], $entry/ed:date)[1]),
        'count': count(key('ed:mentions', $entry/@id, root($entry))),
        'kind': ($entry/@type/string()[.], ed:label('kind-' || $entry/@kind || 's', $lang))[1],
        'place': distinct-values($entry/ed:within/string()[.])}"/>
  </xsl:function>

  <!-- The letter under which an entry stands: accents apart, digits together. -->
  <xsl:function name="ed:initial" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:sequence select="ed:first-letter($entry/@sort)"/>
  </xsl:function>
  <xsl:function name="ed:first-letter" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="first" as="xs:string" select="upper-case(substring(replace(
        normalize-unicode($words, 'NFD'), '[\p{M}\p{P}\s]', ''), 1, 1))"/>
    <xsl:sequence select="if (matches($first, '\p{L}')) then $first else '0-9'"/>
  </xsl:function>

  <xsl:mode name="ed:line" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:line" as="element(li)">
    <xsl:param name="up" as="xs:string"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <li id="{@id}">
      <a href="{$up}register/{@id}.html">{ed:known-as(.)}</a>
      <xsl:for-each select="ed:lived(., $lang)[.]"><xsl:text> </xsl:text><span class="dates">{.}</span></xsl:for-each>
      <xsl:for-each select="ed:identified(., $lang)[.]"><span class="what">{.}</span></xsl:for-each>
      <span class="count">{ed:mentioned(., $lang)}</span>
    </li>
  </xsl:template>

  <!-- 3 letters, 12 mentions -->
  <xsl:function name="ed:mentioned" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="mentions" as="xs:integer"
        select="count(key('ed:mentions', $entry/@id, root($entry)))"/>
    <xsl:variable name="letters" as="xs:integer"
        select="count(key('ed:acts', $entry/@id, root($entry))/ancestor::ed:facts)"/>
    <xsl:sequence select="
        if ($mentions + $letters = 0) then ed:label(
          if (exists(key('ed:spoken', $entry/@id, root($entry)))) then 'speaks' else 'mentioned-nowhere', $lang)
        else string-join((
          ed:so-many($letters, 'count-letter', 'count-letters', $lang)[$letters gt 0],
          ed:so-many($mentions, 'mention', 'mentions', $lang)[$mentions gt 0]), ed:label('comma', $lang))"/>
  </xsl:function>

  <!-- 1894–1971; 14 October 1964; 1917–1991 -->
  <xsl:function name="ed:lived" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="birth" as="element()?" select="$entry/ed:date[@role = 'birth'][1]"/>
    <xsl:variable name="death" as="element()?" select="$entry/ed:date[@role = 'death'][1]"/>
    <xsl:sequence select="
        if ($birth and not($death)) then ed:label('born', $lang) || ' ' || ed:year($birth, $lang)
        else if ($birth or $death) then ed:year($birth, $lang) || '–' || ed:year($death, $lang)
        else if ($entry/ed:date[@role = 'floruit']) then
          ed:label('floruit', $lang) || ' ' || ($entry/ed:date[@role = 'floruit'][1] ! ed:doubted(., $lang))
        else ed:doubted($entry, $lang)"/>
  </xsl:function>
  <!-- A date in a list; what is not sure, and rests on no source, as years are. -->
  <xsl:function name="ed:doubted" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="when" as="xs:string" select="ed:when($dated, $lang)"/>
    <xsl:sequence select="$when || ' (?)'[$when ne ''][ed:is-unsourced($dated)]"/>
  </xsl:function>
  <xsl:function name="ed:year" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="iso" as="xs:string?" select="
        $date/(@when, @from, @notBefore, @notAfter)[1]/string()"/>
    <xsl:sequence select="
        if (empty($iso)) then '?'
        else ed:year-of($iso, $lang) || (if ($date/@when and not(ed:is-unsourced($date))) then '' else ' (?)')"/>
  </xsl:function>

  <xsl:function name="ed:identified" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($entry/@kind = 'work') then ed:published($entry, $lang)
        else string($entry/ed:note[@kind = 'identification'][1])"/>
  </xsl:function>
</xsl:stylesheet>
