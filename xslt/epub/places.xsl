<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the texts of an EPUB name an entry, in words that its readers find there: the title of the
     text, the heading, the number of a verse or note. Short ids of paragraphs stand before them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Title: heading, heading (1, 2); title (note 3). What stands alone is the link itself. -->
  <xsl:template name="ed:epub-places" as="node()*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:variable name="several" as="xs:boolean" select="count(/ed:volume/ed:facts) gt 1"/>
    <xsl:for-each-group select="ed:mentions-of(.)" group-by="string(../@id)">
      <xsl:variable name="text" as="element(ed:facts)" select=".."/>
      <xsl:variable name="title" as="xs:string" select="ed:name-of-text(..)"/>
      <xsl:text>{if (position() gt 1) then '; ' else ' '}</xsl:text>
      <xsl:for-each-group select="current-group()" group-adjacent="ed:heading-over(.)">
        <xsl:variable name="heading" as="xs:string" select="current-grouping-key()"/>
        <xsl:choose>
          <xsl:when test="position() gt 1"><xsl:text>, </xsl:text></xsl:when>
          <xsl:when test="$several and $heading"><cite class="italic">{$title}</cite><xsl:text>: </xsl:text></xsl:when>
        </xsl:choose>
        <xsl:sequence select="ed:links-to(($heading[.], $title)[1], current-group(), $text, $lang)"/>
      </xsl:for-each-group>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="ed:links-to" as="node()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="mentions" as="element(ed:mention)+"/>
    <xsl:param name="text" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="ids" as="xs:string+" select="distinct-values($mentions/@in)"/>
    <xsl:variable name="bare" as="xs:string*" select="$ids[not(ed:number-shown(., $text, $lang))]"/>
    <xsl:choose>
      <xsl:when test="count(($bare, $ids)) = 2"><a href="{$text/@id}#{$ids}">{$name}</a></xsl:when>
      <xsl:otherwise>
        <xsl:text>{$name} (</xsl:text>
        <xsl:for-each select="$ids">
          <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
          <a href="{$text/@id}#{.}">{(ed:number-shown(., $text, $lang), index-of($bare, .))[1]}</a>
        </xsl:for-each>
        <xsl:text>)</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:key name="ed:unit" match="ed:unit" use="@id"/>
  <!-- The number that stands at a place: that of a note or verse. -->
  <xsl:function name="ed:number-shown" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="text" as="element(ed:facts)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="key('ed:unit', $id, $text)[1][@n]">
      <xsl:sequence select="
          if (@kind = 'note') then ed:label('count-note', $lang) || ' ' || @n
          else if (@kind = 'line') then string(@n) else ()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The heading under which something is named; that of the mention before, where it stands in no
       place that can be cited. The title of the text is told apart from its headings. -->
  <xsl:function name="ed:heading-over" as="xs:string">
    <xsl:param name="mention" as="element(ed:mention)"/>
    <xsl:variable name="headings" as="map(xs:string, xs:string)" select="ed:headings-of($mention/..)"/>
    <xsl:variable name="known" as="element(ed:mention)?" select="
        ($mention[map:contains($headings, @in)],
          $mention/preceding-sibling::ed:mention[map:contains($headings, @in)][1])[1]"/>
    <xsl:sequence select="string($known ! $headings(@in))"/>
  </xsl:function>
  <xsl:function name="ed:headings-of" as="map(xs:string, xs:string)" cache="yes">
    <xsl:param name="text" as="element(ed:facts)"/>
    <xsl:map>
      <xsl:iterate select="$text/ed:unit[not(@only = ('diplomatic', 'apparatus'))]">
        <xsl:param name="last" as="xs:string" select="''"/>
        <xsl:variable name="heading" as="xs:string" select="
            if (not(@kind = 'heading')) then $last
            else if (. = $text/ed:field[@name = 'title']) then '' else normalize-space()"/>
        <xsl:map-entry key="string(@id)" select="$heading"/>
        <xsl:next-iteration><xsl:with-param name="last" select="$heading"/></xsl:next-iteration>
      </xsl:iterate>
    </xsl:map>
  </xsl:function>
</xsl:stylesheet>
