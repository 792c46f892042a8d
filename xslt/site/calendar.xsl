<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar of dated letters: a page a year, twelve months, and the letters of the year, which are
     in pages of fifty where they are many. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A letter is a text, or one of several that are parts of it. -->
  <xsl:key name="ed:in-year" match="ed:facts[ed:letter][not(ed:letter/ed:link)] | ed:letter[ed:link]" use="substring(ed:day-of(ed:letter-date(.)), 1, 4)"/>
  <xsl:key name="ed:on-day" match="ed:facts[ed:letter][not(ed:letter/ed:link)] | ed:letter[ed:link]" use="ed:day-of(ed:letter-date(.))"/>

  <xsl:function name="ed:letter-date" as="element()?">
    <xsl:param name="letter" as="element()"/>
    <xsl:sequence select="if ($letter/self::ed:letter) then $letter/(ed:action[@type = 'sent'], ed:action)/ed:date => head()
        else ($letter/ed:field[@name = 'date'], $letter/ed:letter/ed:action/ed:date)[1]"/>
  </xsl:function>

  <!-- The years that have letters, where there are so many that a calendar helps. -->
  <xsl:function name="ed:calendar-years" as="xs:string*">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:variable name="letters" as="element()*"
        select="$site/ed:facts[ed:letter]/(if (ed:letter/ed:link) then ed:letter[ed:link] else .)"/>
    <xsl:if test="count($letters) gt $ed:most-cards">
      <xsl:sequence select="sort(distinct-values(
          $letters ! substring(ed:day-of(ed:letter-date(.)), 1, 4))[matches(., '^\d{4}$')])"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="ed:calendar" as="element(html)*">
    <xsl:variable name="site" as="element(ed:site)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="years" as="xs:string*" select="ed:calendar-years(.)"/>
    <xsl:for-each select="$years">
      <xsl:variable name="list" as="map(*)" select="ed:year-list($site, ., $lang)"/>
      <xsl:variable name="head" as="element()+" select="
          ed:calendar-nav($years, ., $lang), ed:months($site, ., $list, $lang)"/>
      <xsl:for-each select="1 to ed:page-count(count($list?lines))">
        <xsl:variable name="number" as="xs:integer" select="."/>
        <xsl:for-each select="$site">
          <xsl:call-template name="ed:frame">
            <xsl:with-param name="ed:up" select="'../'" tunnel="yes"/>
            <xsl:with-param name="title" select="ed:list-page-title($list?title, $number, $lang)"/>
            <xsl:with-param name="page" select="ed:list-page($list?name, $list?first, $number)"/>
            <xsl:with-param name="kind" select="'list-page'"/>
            <xsl:with-param name="main" as="node()*">
              <header class="masthead"><h1>{$list?title}</h1></header>
              <xsl:sequence select="$head[$number eq 1 or self::nav]"/>
              <ol class="entries">
                <xsl:sequence select="($list?whole, ed:lines-on($list, $number)) ! ed:list-line(., '../')"/>
              </ol>
              <xsl:sequence select="ed:pager($list, $number)"/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The letters of a year by date: `whole` on one page, or `lines` on several. -->
  <xsl:function name="ed:year-list" as="map(*)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="name" as="xs:string" select="'calendar-' || $year"/>
    <xsl:variable name="lines" as="map(*)*">
      <xsl:for-each-group select="key('ed:in-year', $year, $site)" group-by="ed:day-of(ed:letter-date(.))">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:for-each select="current-group()">
          <xsl:sequence select="ed:dated-line(., position(), $lang)"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="are-many" as="xs:boolean" select="count($lines) gt $ed:most-entries"/>
    <xsl:sequence select="map{
        'name': $name, 'first': 'lists/' || $name || '.html', 'lang': $lang,
        'title': ed:label('calendar', $lang) || ' ' || $year, 'up': function($n as xs:integer) {'../'},
        'whole': $lines[not($are-many)], 'lines': $lines[$are-many],
        'page-of': map:merge(for $n in 1 to count($lines) return $lines[$n]?id ! map{string(.): ($n - 1) idiv $ed:page-size + 1})}"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <!-- The first letter of a day has the day's address. -->
  <xsl:function name="ed:dated-line" as="map(*)">
    <xsl:param name="letter" as="element()"/>
    <xsl:param name="place" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="map:put(
        if ($letter/self::ed:letter) then ed:letter-line($letter, $lang) else ed:text-line($letter, $lang),
        'id', ('d' || ed:day-of(ed:letter-date($letter)))[$place eq 1])"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:function>

  <xsl:function name="ed:calendar-nav" as="element(nav)">
    <xsl:param name="years" as="xs:string*"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <nav class="letters" aria-label="{ed:label('list-year', $lang)}">
      <xsl:for-each select="$years">
        <a href="calendar-{.}.html">
          <xsl:if test=". = $year"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
          <xsl:text>{.}</xsl:text>
        </a>
      </xsl:for-each>
    </nav>
  </xsl:function>

  <xsl:function name="ed:months" as="element(div)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <div class="months"><xsl:sequence select="(1 to 12) ! ed:month($site, $year, ., $list, $lang)"/></div>
  </xsl:function>
  <xsl:function name="ed:month" as="element(table)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:param name="month" as="xs:integer"/>
    <xsl:param name="list" as="map(*)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="begin" as="xs:string" select="$year || '-' || format-integer($month, '00')"/>
    <xsl:variable name="first" as="xs:date" select="xs:date($begin || '-01')"/>
    <xsl:variable name="days" as="xs:integer" select="
        day-from-date($first + xs:yearMonthDuration('P1M') - xs:dayTimeDuration('P1D'))"/>
    <!-- Cells before the first: it is a Monday on 1 January 1900. -->
    <xsl:variable name="blank" as="xs:integer" select="
        (days-from-duration($first - xs:date('1900-01-01')) mod 7 + 7) mod 7"/>
    <table class="month">
      <caption>{ed:label('month-' || format-integer($month, '00'), $lang)}</caption>
      <thead>
        <tr><xsl:for-each select="tokenize(ed:label('weekdays', $lang))"><th scope="col">{.}</th></xsl:for-each></tr>
      </thead>
      <tbody>
        <xsl:for-each select="0 to ($blank + $days - 1) idiv 7">
          <xsl:variable name="week" as="xs:integer" select="."/>
          <tr>
            <xsl:for-each select="1 to 7">
              <xsl:sequence select="ed:day-cell($site, $begin, $week * 7 + . - $blank, $days, $list)"/>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>
  <!-- A day that is the first of several possible ones, or that editors are not sure of. -->
  <xsl:function name="ed:is-guessed" as="xs:boolean">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="not($date/(@when, @from)) or $date/@cert = ('low', 'unknown') or $date/@evidence = 'conjecture'"/>
  </xsl:function>
  <xsl:function name="ed:day-cell" as="element(td)">
    <xsl:param name="site" as="element(ed:site)"/>
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="day" as="xs:integer"/>
    <xsl:param name="days" as="xs:integer"/>
    <xsl:param name="list" as="map(*)"/>
    <xsl:variable name="iso" as="xs:string" select="$month || '-' || format-integer($day, '00')"/>
    <xsl:variable name="letters" as="element()*" select="key('ed:on-day', $iso, $site)"/>
    <td>
      <xsl:choose>
        <xsl:when test="$day lt 1 or $day gt $days"/>
        <xsl:when test="$letters">
          <!-- They are on the page that shows the months, or on one behind it. -->
          <xsl:variable name="page" as="xs:integer" select="($list?page-of('d' || $iso)[exists($list?lines)], 1)[1]"/>
          <a href="{if (count($letters) eq 1) then '../' || ed:dated-line($letters, 2, $list?lang)?href
              else ('../' || ed:list-page($list?name, $list?first, $page))[$page gt 1] || '#d' || $iso}"
              title="{if (count($letters) gt 5) then ed:so-many(count($letters), 'count-letter', 'count-letters', $list?lang)
              else string-join($letters/(if (self::ed:letter) then ed:letter-title(.) else ed:name-of-text(.)), '; ')}">{$day}{
            '?'[every $letter in $letters satisfies ed:is-guessed(ed:letter-date($letter))]}</a>
        </xsl:when>
        <xsl:otherwise>{$day}</xsl:otherwise>
      </xsl:choose>
    </td>
  </xsl:function>
</xsl:stylesheet>
