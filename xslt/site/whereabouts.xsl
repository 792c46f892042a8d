<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a register entry is in the texts: letters from and to it, every mention in context. Of what
     is on hundreds of places there are lists of their own, in pages of fifty. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="ed:acts" match="ed:action" use="(ed:party | ed:place)/@entries ! tokenize(.)"/>
  <!-- More letters of a kind, and more mentions, are not on the page of an entry. -->
  <xsl:variable name="ed:most-letters" as="xs:integer" select="50"/>
  <xsl:variable name="ed:most-mentions" as="xs:integer" select="300"/>

  <!-- Letters from and to a person, a body or a place; by date, as the texts are. -->
  <xsl:template name="ed:entry-letters" as="element(section)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:variable name="entry" as="element(ed:entry)" select="."/>
    <xsl:variable name="acts" as="element()*" select="key('ed:acts', @id)"/>
    <xsl:if test="$acts">
      <section class="letters-of" aria-labelledby="letters">
        <h2 id="letters">{ed:label('letters', $lang)}</h2>
        <xsl:for-each-group select="$acts" group-by="string(@type)">
          <xsl:sort select="index-of(('sent', 'received'), current-grouping-key())" order="descending"/>
          <xsl:sequence select="ed:letters-listed($entry, current-group(), $lang)"/>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:letters-listed" as="element()+">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="acts" as="element(ed:action)+"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:string"
        select="ed:action-label($acts[1]/@type, $lang) || ' (' || count($acts) || ')'"/>
    <xsl:choose>
      <xsl:when test="count($acts) gt $ed:most-letters">
        <h3><a href="../lists/{ed:letters-name($entry, $acts[1])}.html">{$words}</a></h3>
      </xsl:when>
      <xsl:otherwise>
        <h3>{$words}</h3>
        <ul>
          <xsl:for-each select="$acts/ancestor::ed:facts">
            <li lang="{@lang}">
              <a href="../{@id}.html">{ed:text-line(., @lang)?title}</a>
              <span class="what">{ed:text-line(., @lang)?words}</span>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:letters-name" as="xs:string">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="act" as="element(ed:action)"/>
    <xsl:sequence select="'letters-' || encode-for-uri($act/@type) || '-' || $entry/@id"/>
  </xsl:function>

  <xsl:template name="ed:entry-mentions" as="element(section)?">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:variable name="mentions" as="element()*" select="key('ed:mentions', @id)"/>
    <xsl:if test="$mentions">
      <section class="mentions" aria-labelledby="mentions">
        <h2 id="mentions">{ed:label('mentions-heading', $lang)}</h2>
        <xsl:choose>
          <xsl:when test="count($mentions) gt $ed:most-mentions">
            <p><a href="../lists/mentions-{@id}.html">{ed:mentioned(., $lang)}</a></p>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each-group select="$mentions" group-by="../@id">
              <h3><a href="../{../@id}.html">{ed:name-of-text(..)}</a> ({count(current-group())})</h3>
              <ol><xsl:apply-templates select="current-group()" mode="ed:kwic"/></ol>
            </xsl:for-each-group>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The lists that the page of an entry leads to. -->
  <xsl:template name="ed:entry-lists" as="element(html)*">
    <xsl:variable name="entry" as="element(ed:entry)" select="."/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <xsl:for-each-group select="key('ed:acts', @id)" group-by="string(@type)">
      <xsl:if test="count(current-group()) gt $ed:most-letters">
        <xsl:sequence select="ed:entry-list($entry, ed:letters-name($entry, .),
            ed:label('letters', $lang) || ' · ' || ed:action-label(@type, $lang),
            current-group()/ancestor::ed:facts ! ed:text-line(., $lang))"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:variable name="mentions" as="element()*" select="key('ed:mentions', @id)"/>
    <xsl:if test="count($mentions) gt $ed:most-mentions">
      <xsl:variable name="lines" as="map(*)*">
        <xsl:for-each-group select="$mentions" group-by="string(../@id)">
          <xsl:sequence select="map{'href': current-grouping-key() || '.html', 'lang': string(../@lang),
              'title': ed:name-of-text(..),
              'words': ed:so-many(count(current-group()), 'mention', 'mentions', $lang)}"/>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:sequence select="ed:entry-list($entry, 'mentions-' || @id, ed:label('mentions-heading', $lang), $lines)"/>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:entry-list" as="element(html)+">
    <xsl:param name="entry" as="element(ed:entry)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lines" as="map(*)*"/>
    <xsl:for-each select="root($entry)/ed:site">
      <xsl:call-template name="ed:list-pages">
        <xsl:with-param name="list" select="map{
            'name': $name, 'first': 'lists/' || $name || '.html', 'lang': ed:lang(.), 'filed': false(),
            'title': $entry/ed:name || ' · ' || $title, 'lines': $lines,
            'up': function($number as xs:integer) {'../'}}"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
