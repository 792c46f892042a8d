<?xml version="1.0" encoding="UTF-8"?>
<!-- A text and its translation in a book: the original on left-hand pages and the translation on
     right-hand ones, or both in two columns. What corresponds begins level (engines/paged/facing.py). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- What the edition asks for: facing, columns, after; without a word, what the TEI asks for. -->
  <xsl:param name="ed:parallel" as="xs:string" select="''"/>

  <!-- A division that has its other side beside it in the book. -->
  <xsl:key name="ed:beside" match="ed:section | ed:text" use="
      if (ed:other-side(.) and ed:beside-how(.)) then 'original ' || generate-id()
      else if (ed:original-of(.) ! ed:beside-how(.)) then 'translation ' || generate-id() else ()"/>
  <xsl:function name="ed:is-beside" as="xs:boolean">
    <xsl:param name="side" as="element()"/>
    <xsl:param name="roles" as="xs:string*"/>
    <xsl:sequence select="exists(key('ed:beside', $roles ! (. || ' ' || generate-id($side)), root($side)))"/>
  </xsl:function>

  <!-- Without a wish of the editors, a text that is longer than a page has its translation facing,
       a shorter one whose parts correspond in a column. -->
  <xsl:function name="ed:beside-how" as="xs:string?">
    <xsl:param name="original" as="element()"/>
    <xsl:variable name="other" as="element()?" select="ed:other-side($original)"/>
    <xsl:variable name="asked" as="xs:string" select="
        string-join(($original/.., $original, $other)/(@rendered, @rend), ' ')"/>
    <xsl:variable name="said" as="xs:string" select="ed:beside-by($asked, string-length($original),
        $other and ed:correspond($original, $other))"/>
    <xsl:sequence select="if ($other) then ($ed:parallel[.], $said)[1][not(. = 'after')] else ()"/>
  </xsl:function>

  <!-- How a translation stands beside its text (facing, columns, after): as the TEI asks, else by
       length, and whether any parts correspond. -->
  <xsl:function name="ed:beside-by" as="xs:string" visibility="public">
    <xsl:param name="asked" as="xs:string"/>
    <xsl:param name="length" as="xs:integer"/>
    <xsl:param name="correspond" as="xs:boolean"/>
    <xsl:sequence select="
        if (matches($asked, 'facing')) then 'facing'
        else if (matches($asked, 'column|parallel')) then 'columns'
        else if ($length gt 1500) then 'facing'
        else if ($correspond) then 'columns' else 'after'"/>
  </xsl:function>

  <xsl:template name="ed:parallel" as="element(div)">
    <xsl:variable name="other" as="element()" select="ed:other-side(.)"/>
    <xsl:variable name="pairs" as="array(*)*" select="ed:pairs(., $other)"/>
    <xsl:variable name="sides" as="element()+" select="., $other"/>
    <xsl:choose>
      <xsl:when test="ed:beside-how(.) = 'facing'">
        <div class="facing">
          <xsl:for-each select="1, 2">
            <xsl:variable name="number" as="xs:integer" select="."/>
            <div class="side">
              <xsl:sequence select="ed:side-attributes($sides[$number])"/>
              <xsl:sequence select="$pairs ! ed:pair(.($number))"/>
            </div>
          </xsl:for-each>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <div class="in-columns">
          <xsl:for-each select="$pairs">
            <div class="row">
              <xsl:sequence select="ed:pair(.(1), true()), ed:pair(.(2), true())"/>
            </div>
          </xsl:for-each>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="ed:side-attributes" as="attribute()*">
    <xsl:param name="side" as="element()"/>
    <xsl:copy-of select="$side/@id"/>
    <xsl:attribute name="lang" select="ed:lang($side)"/>
    <xsl:sequence select="ed:dir($side)"/>
  </xsl:function>

  <!-- One side of a pair. The divisions that begin with it keep their places for references; in columns,
       which have no element for it, so does the whole side. -->
  <xsl:function name="ed:pair" as="element(div)">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:sequence select="ed:pair($blocks, false())"/>
  </xsl:function>
  <xsl:function name="ed:pair" as="element(div)">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:param name="in-columns" as="xs:boolean"/>
    <xsl:variable name="words" as="element()*" select="$blocks[not(self::ed:break or self::ed:anchor)]"/>
    <div class="{string-join(('pair', ed:pair-kind($words)), ' ')}">
      <xsl:for-each select="($words, $blocks)[1]">
        <xsl:attribute name="lang" select="ed:lang(.)"/>
        <xsl:sequence select="ed:dir(.)"/>
      </xsl:for-each>
      <xsl:for-each select="$blocks[1]">
        <xsl:variable name="begun" as="attribute()*" select="
            ancestor::*[self::ed:section or self::ed:text or self::ed:block]
            [ed:units(.)[1] is current()][$in-columns or not(ed:other-side(.) or ed:original-of(.))]/@id"/>
        <xsl:copy-of select="$begun[last()]"/>
        <!-- An element without words is a line of its own before a block. -->
        <xsl:for-each select="$begun[position() lt last()]"><span id="{.}" class="place-of"/></xsl:for-each>
      </xsl:for-each>
      <xsl:apply-templates select="$blocks" mode="ed:html"/>
    </div>
  </xsl:function>
  <!-- A paragraph behind another one is indented, stanzas stand apart, lines of one do not. -->
  <xsl:function name="ed:pair-kind" as="xs:string?">
    <xsl:param name="blocks" as="element()*"/>
    <xsl:variable name="before" as="element()?" select="$blocks[1]/preceding-sibling::*[1]"/>
    <xsl:sequence select="
        if ($blocks[1]/self::ed:heading) then 'headed'
        else if ($blocks[1]/self::ed:paragraph and $before/self::ed:paragraph) then 'next'
        else if ($blocks[1]/self::ed:line) then 'verse'
        else if ($blocks[1]/self::ed:block) then 'stanza' else ()"/>
  </xsl:function>
</xsl:stylesheet>
