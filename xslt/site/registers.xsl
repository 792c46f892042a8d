<?xml version="1.0" encoding="UTF-8"?>
<!-- A register as a page: A to Z, one line an entry, with a map of places or a line of dates where
     the register has them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:mentions" match="ed:mention" use="tokenize(@entries)"/>
  <xsl:key name="ed:entry" match="ed:entry" use="@id"/>

  <xsl:template match="ed:register" mode="ed:site-pages" as="element(html)+">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(..)"/>
    <xsl:variable name="name" as="xs:string" select="ed:register-name(@id, ed:title, $lang)"/>
    <xsl:call-template name="ed:frame">
      <xsl:with-param name="title" select="$name"/>
      <xsl:with-param name="page" select="@id || '.html'"/>
      <xsl:with-param name="kind" select="'register-page'"/>
      <xsl:with-param name="main" as="node()*">
        <header class="masthead">
          <h1>{$name}</h1>
          <p class="byline">{count(ed:entry)} {ed:label('entries', $lang)}</p>
        </header>
        <xsl:call-template name="ed:figures"/>
        <xsl:for-each-group select="ed:entry" group-by="@kind">
          <xsl:if test="last() gt 1">
            <h2 id="{@kind}">{ed:label('kind-' || @kind || 's', $lang)}</h2>
          </xsl:if>
          <xsl:sequence select="ed:letters(current-group(), $lang)"/>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
    <xsl:apply-templates select="ed:entry" mode="ed:site-pages"/>
  </xsl:template>

  <xsl:function name="ed:letters" as="element()+">
    <xsl:param name="entries" as="element(ed:entry)+"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="kind" as="xs:string" select="$entries[1]/@kind"/>
    <xsl:if test="count($entries) gt 20">
      <nav class="letters" aria-label="A–Z {ed:label('kind-' || $kind || 's', $lang)}">
        <xsl:for-each select="sort(distinct-values($entries ! ed:initial(.)))">
          <a href="#{$kind}-{.}">{.}</a>
        </xsl:for-each>
      </nav>
    </xsl:if>
    <xsl:for-each-group select="$entries" group-by="ed:initial(.)">
      <xsl:sort select="current-grouping-key()"/>
      <ul class="entries" id="{$kind}-{current-grouping-key()}">
        <xsl:apply-templates select="current-group()" mode="ed:line">
          <xsl:sort select="@sort" lang="{$lang}"/>
        </xsl:apply-templates>
      </ul>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The letter under which an entry stands: accents apart, digits together. -->
  <xsl:function name="ed:initial" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:variable name="first" as="xs:string" select="upper-case(substring(replace(
        normalize-unicode($entry/@sort, 'NFD'), '[\p{M}\p{P}\s]', ''), 1, 1))"/>
    <xsl:sequence select="if (matches($first, '\p{L}')) then $first else '0-9'"/>
  </xsl:function>

  <xsl:mode name="ed:line" on-no-match="fail"/>
  <xsl:template match="ed:entry" mode="ed:line" as="element(li)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <li id="{@id}">
      <a href="register/{@id}.html">{ed:name}</a>
      <xsl:for-each select="ed:lived(., $lang)[.]"><xsl:text> </xsl:text><span class="dates">{.}</span></xsl:for-each>
      <xsl:for-each select="ed:identified(., $lang)[.]"><span class="what">{.}</span></xsl:for-each>
      <span class="count">{ed:mentioned(., $lang)}</span>
    </li>
  </xsl:template>

  <!-- 12 mentions -->
  <xsl:function name="ed:mentioned" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="count" as="xs:integer"
        select="count(key('ed:mentions', $entry/@id, root($entry)))"/>
    <xsl:sequence select="
        if ($count = 0) then ed:label('mentioned-nowhere', $lang)
        else $count || ' ' || ed:label(if ($count = 1) then 'mention' else 'mentions', $lang)"/>
  </xsl:function>

  <!-- 1894–1971; 14 October 1964; 1917–1991 -->
  <xsl:function name="ed:lived" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="birth" as="element()?" select="$entry/ed:date[@role = 'birth'][1]"/>
    <xsl:variable name="death" as="element()?" select="$entry/ed:date[@role = 'death'][1]"/>
    <xsl:sequence select="
        if ($birth and not($death)) then ed:label('born', $lang) || ' ' || ed:year($birth)
        else if ($birth or $death) then ed:year($birth) || '–' || ed:year($death)
        else if ($entry/ed:date[@role = 'floruit']) then
          ed:label('floruit', $lang) || ' ' || ed:when($entry/ed:date[@role = 'floruit'][1], $lang)
        else ed:when($entry, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:year" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="iso" as="xs:string?" select="
        $date/(@when, @from, @notBefore, @notAfter)[1]/string()"/>
    <xsl:sequence select="
        if (empty($iso)) then '?'
        else replace($iso, '^(-?\d{4}).*$', '$1') || (if ($date/@when) then '' else ' (?)')"/>
  </xsl:function>

  <!-- A date or a span of dates in words, with how sure it is. -->
  <xsl:function name="ed:when" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="ends" as="xs:string*" select="
        ($dated/@from, $dated/@to, $dated/@notBefore, $dated/@notAfter) ! ed:date(., $lang)"/>
    <xsl:sequence select="
        if ($dated/@when) then ed:date($dated/@when, $lang)
        else if (count($ends) gt 1) then string-join($ends[position() le 2], '–')
        else if ($dated/@from) then ed:label('from', $lang) || ' ' || $ends
        else if ($dated/@to) then ed:label('to', $lang) || ' ' || $ends
        else if ($dated/@notBefore) then ed:label('not-before', $lang) || ' ' || $ends
        else if ($dated/@notAfter) then ed:label('not-after', $lang) || ' ' || $ends else ''"/>
  </xsl:function>

  <xsl:function name="ed:identified" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if ($entry/@kind = 'work') then ed:published($entry, $lang)
        else string($entry/ed:note[@kind = 'identification'][1])"/>
  </xsl:function>
</xsl:stylesheet>
