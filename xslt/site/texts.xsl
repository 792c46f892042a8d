<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of the texts: for each who wrote it to whom, when, where, of what kind it is. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Up to so many texts are cards on the first page. -->
  <xsl:variable name="ed:most-cards" as="xs:integer" select="20"/>

  <xsl:function name="ed:texts-list" as="map(*)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($site)"/>
    <xsl:sequence select="map{
        'name': 'texts', 'first': 'index.html', 'title': ed:label('texts', $lang), 'lang': $lang,
        'lines': ed:lines-by-day($site/ed:facts, $lang), 'filed': true(),
        'keys': ('author', 'partner', 'place', 'kind', 'material', 'language'),
        'up': function($number as xs:integer) {if ($number eq 1) then '' else '../'}}"/>
  </xsl:function>
  <!-- Texts are in order; where some hold several letters, all letters are once more, behind what is none. -->
  <xsl:function name="ed:lines-by-day" as="map(*)*">
    <xsl:param name="texts" as="element(ed:facts)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="letters" as="element(ed:facts)*" select="$texts[ed:letter]"/>
    <xsl:sequence select="
        if (empty($letters/ed:letter/ed:link)) then $texts ! ed:text-line(., $lang)
        else (($texts except $letters) ! ed:text-line(., $lang),
          sort($letters ! ed:text-lines(., $lang), (), function($line) {(string($line?day)[.], '9999')[1]}))"/>
  </xsl:function>

  <!-- Letters that are parts of a text are lines of their own. -->
  <xsl:function name="ed:text-lines" as="map(*)+">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="element(ed:letter)*" select="$facts/ed:letter[ed:link]"/>
    <xsl:sequence select="if ($parts) then $parts ! ed:letter-line(., $lang) else ed:text-line($facts, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:letter-line" as="map(*)">
    <xsl:param name="letter" as="element(ed:letter)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="map:merge((
        map{'href': $letter/../@id || '.html' || $letter/ed:link[1]/@target, 'title': ed:letter-title($letter)},
        ed:line-of-letters($letter/.., $letter, $lang)))"/>
  </xsl:function>
  <!-- A mere number says which of the letters of a text it is. -->
  <xsl:function name="ed:letter-title" as="xs:string">
    <xsl:param name="letter" as="element(ed:letter)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($letter/ed:link[1])"/>
    <xsl:sequence select="string-join(
        (ed:name-of-text($letter/..)[not(matches($words, '\p{L}'))][.], $words), ': ')"/>
  </xsl:function>

  <xsl:function name="ed:text-line" as="map(*)">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:line-of-letters($facts, $facts/ed:letter, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:line-of-letters" as="map(*)">
    <xsl:param name="facts" as="element(ed:facts)"/>
    <xsl:param name="letters" as="element(ed:letter)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="sent" as="element()*" select="$letters/ed:action[@type = 'sent']"/>
    <xsl:variable name="received" as="element()*" select="$letters/ed:action[@type = 'received']"/>
    <xsl:variable name="authors" as="xs:string*" select="
        if ($sent/ed:party) then ed:names-of($sent/ed:party)
        else distinct-values($facts/ed:field[@name = 'author']/string())[.]"/>
    <xsl:variable name="partners" as="xs:string*" select="ed:names-of($received/ed:party)"/>
    <xsl:variable name="places" as="xs:string*" select="ed:names-of(($sent | $received)/ed:place)"/>
    <xsl:variable name="date" as="element()?" select="($sent/ed:date, $facts/ed:field[@name = 'date'])[1]"/>
    <xsl:variable name="held" as="element(ed:row)?" select="
        $facts[not(ed:letter)]/ed:row[@table = 'manuscripts'][not(ed:value/@name = 'within')][1]"/>
    <xsl:sequence select="map{
        'href': $facts/@id || '.html', 'title': if ($facts/ed:letter) then string($facts/ed:field[@name = 'title'][1]) else ed:name-of-text($facts),
        'lang': string($facts/@lang), 'day': (ed:day-of($date)[.], $held ! ed:value(., 'from'), '')[1],
        'until': ($date[ed:day-of(.)]/(@to, @notAfter), $held[not(ed:day-of($date))] ! ed:value(., 'to')[.])[1] ! string(),
        'material': $held ! ed:value(., 'material')[.] ! (ed:labelled('material-' || ., $lang), .)[1],
        'language': ($held ! tokenize(ed:value(., 'languages'), '\|'), string($facts[empty($held)]/@lang))[.] ! (ed:labelled('language-' || ., $lang), .)[1],
        'group': (ed:group-of($facts, $ed:edition)[.], ed:day-of($date)[. and $sent] ! ed:year-of(., $lang))[1],
        'author': $authors, 'partner': $partners,
        'place': ($places, $held ! string-join(('settlement', 'repository') ! tokenize(ed:value($held, .), '\|')[.], ', ')[.]),
        'kind': $facts/@kind ! ed:label('genre-' || ., $lang),
        'words': string-join((
          if ($letters[2]) then string-join($letters ! ed:letter-words(
            ed:told-names(ed:action[@type = 'sent']/ed:party), ed:told-names(ed:action[@type = 'received']/ed:party),
            ed:action[@type = 'sent']/ed:place, ed:action[@type = 'sent']/ed:date, $lang)[.], ' / ')
          else ed:letter-words(if ($sent/ed:party) then ed:told-names($sent/ed:party) else $authors,
            ed:told-names($received/ed:party), $sent/ed:place, $date, $lang),
          $facts/ed:field[@name = 'source'][1][not($facts/ed:letter)]/ed:shortened(ed:without(string(), $facts/ed:field[@name = 'title'][1])))[.], ' · ')}"/>
  </xsl:function>
  <!-- Anne → Bert · Basel · 3 May 1850 -->
  <xsl:function name="ed:letter-words" as="xs:string">
    <xsl:param name="authors" as="xs:string*"/>
    <xsl:param name="partners" as="xs:string*"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:param name="dates" as="element()*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join((
        string-join((string-join($authors, '; '), string-join($partners, '; '))[.], ed:label('arrow', $lang)),
        string-join(ed:told-names($places), '; '),
        $dates[1] ! ed:with-doubt(., (ed:when(., $lang), normalize-space(.))[.][1]))[.], ' · ')"/>
  </xsl:function>

  <!-- A name as its register entry has it, so that one person is one line of a filter. -->
  <xsl:function name="ed:names-of" as="xs:string*">
    <xsl:param name="named" as="element()*"/>
    <xsl:sequence select="distinct-values($named ! (
        key('ed:entry', tokenize(@entries)[1], root(.))[1]/ed:name/string()[.], string()[.])[1])"/>
  </xsl:function>

  <!-- The same as readers are told them: with what the header doubts. -->
  <xsl:function name="ed:told-names" as="xs:string*">
    <xsl:param name="named" as="element()*"/>
    <xsl:sequence select="distinct-values($named ! ed:with-doubt(., ed:names-of(.)))"/>
  </xsl:function>

  <!-- The first day that a date can mean, without its hour; nothing where it has no year. -->
  <xsl:function name="ed:day-of" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:sequence select="string(($date/(@when, @from, @notBefore, @to, @notAfter)
        ! string()[matches(., '^-?\d{4}')])[1] ! replace(., 'T.*$', ''))"/>
  </xsl:function>

  <!-- A source whose shelfmark is the title is told without it: that stands above. -->
  <xsl:function name="ed:without" as="xs:string">
    <xsl:param name="source" as="xs:string"/>
    <xsl:param name="title" as="xs:string?"/>
    <xsl:sequence select="
        if ($title and ends-with($source, ', ' || $title))
        then substring($source, 1, string-length($source) - string-length($title) - 2) else $source"/>
  </xsl:function>

  <xsl:function name="ed:shortened" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="
        if (string-length($words) le 160) then $words
        else replace(substring($words, 1, 160), '\s\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- The texts on the first page: cards, or the first lines of a list. -->
  <xsl:template name="ed:home-texts" as="element()*">
    <xsl:param name="ed:texts" as="map(*)" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="count(ed:facts) le $ed:most-cards">
        <xsl:call-template name="ed:list-ways"/>
        <xsl:for-each-group select="ed:facts" group-adjacent="ed:group-of(., $ed:edition)">
          <xsl:where-populated><h3 class="group">{current-grouping-key()}</h3></xsl:where-populated>
          <ol>
            <xsl:apply-templates select="current-group()" mode="ed:card">
              <xsl:with-param name="ed:under" tunnel="yes" select="if (current-grouping-key()) then 'h4' else 'h3'"/>
            </xsl:apply-templates>
          </ol>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise>
        <p class="byline">{ed:so-many(count(ed:facts), 'count-text', 'count-texts', $ed:texts?lang)}</p>
        <xsl:call-template name="ed:list-ways"/>
        <xsl:sequence select="ed:list-part($ed:texts, 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="ed:further-texts" as="element(html)*">
    <xsl:param name="ed:texts" as="map(*)" tunnel="yes"/>
    <xsl:if test="count(ed:facts) gt $ed:most-cards">
      <xsl:call-template name="ed:list-pages">
        <xsl:with-param name="list" select="$ed:texts"/>
        <xsl:with-param name="begin" select="2"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Other ways through letters, dictionaries, plays. -->
  <xsl:template name="ed:list-ways" as="element(p)?">
    <xsl:param name="ed:headwords" as="map(*)" tunnel="yes"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="are-many" as="xs:boolean" select="count(ed:facts) gt $ed:most-cards"/>
    <xsl:variable name="ways" as="map(*)" select="map{
        'correspondences': 'correspondences'[$are-many and $ed:around/ed:correspondence],
        'calendar': ed:calendar-years(current())[1][$are-many] ! ('calendar-' || .),
        'headwords': 'headwords'[exists($ed:headwords?lines)],
        'characters': 'characters'[current()/ed:facts/ed:row/@table = 'speeches']}"/>
    <xsl:if test="exists($ways?*)">
      <p class="list-ways">
        <xsl:for-each select="('correspondences', 'calendar', 'headwords', 'characters')[exists($ways(.))]">
          <a href="lists/{$ways(.)}.html">{(ed:labelled('list-' || ., $lang), ed:label(., $lang))[1]}</a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Who corresponds, and the letters of each correspondence by date. -->
  <xsl:template name="ed:correspondences" as="element(html)*">
    <xsl:variable name="site" as="element(ed:site)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="up" as="function(*)" select="function($n as xs:integer) {'../'}"/>
    <xsl:if test="count(ed:facts) gt $ed:most-cards and $ed:around/ed:correspondence">
      <xsl:call-template name="ed:list-pages">
        <xsl:with-param name="list" select="map{
            'name': 'correspondences', 'first': 'lists/correspondences.html', 'lang': $lang, 'filed': false(),
            'title': ed:label('correspondences', $lang), 'up': $up,
            'lines': sort($ed:around/ed:correspondence, (), function($one) {ed:partner($one, $site)}) ! map{
              'href': 'lists/' || @slug || '.html', 'title': ed:partner(., $site), 'words': ed:so-many(@count, 'count-letter', 'count-letters', $lang)}}"/>
      </xsl:call-template>
      <xsl:for-each select="$ed:around/ed:correspondence">
        <xsl:variable name="list" as="map(*)" select="map{
            'name': string(@slug), 'first': 'lists/' || @slug || '.html', 'lang': $lang, 'filed': false(),
            'title': ed:label('letters-with', $lang) || ' ' || ed:partner(., $site), 'up': $up,
            'lines': tokenize(@letters) ! ed:letter-called(., $site, $lang)}"/>
        <xsl:for-each select="$site">
          <xsl:call-template name="ed:list-pages"><xsl:with-param name="list" select="$list"/></xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
  <!-- The line of a letter by its id, or by that of its text and its part: book#l3. -->
  <xsl:function name="ed:letter-called" as="map(*)?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="facts" as="element(ed:facts)?" select="key('ed:text', replace($id, '#.*', ''), $site)"/>
    <xsl:variable name="part" as="element(ed:letter)?"
        select="$facts/ed:letter[ed:link/@target = '#' || substring-after($id, '#')][1]"/>
    <xsl:sequence select="if ($part) then ed:letter-line($part, $lang) else $facts ! ed:text-line(., $lang)"/>
  </xsl:function>
  <!-- Those at the other end: as the registers call them where these have all. -->
  <xsl:function name="ed:partner" as="xs:string">
    <xsl:param name="correspondence" as="element(ed:correspondence)"/>
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:variable name="parties" as="xs:string*" select="tokenize($correspondence/@parties)"/>
    <xsl:variable name="names" as="xs:string*" select="$parties ! key('ed:entry', ., $site)[1]/ed:name"/>
    <xsl:sequence select="
        if (count($names) eq count($parties)) then string-join($names, ' – ') else string($correspondence/@with)"/>
  </xsl:function>
  <xsl:key name="ed:text" match="ed:facts" use="string(@id)"/>
</xsl:stylesheet>
