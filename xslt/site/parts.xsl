<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a long text is divided into pages: at its divisions; where one is too long for a page, at
     those in it; where it has none, between its blocks. Said as the elements that open pages. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- In bytes of a page, by estimate: what stays on one page; what a page holds at most, and at
       least before the next division opens another. -->
  <xsl:variable name="ed:undivided" as="xs:integer" select="190000"/>
  <xsl:variable name="ed:most" as="xs:integer" select="100000"/>
  <xsl:variable name="ed:least" as="xs:integer" select="12000"/>

  <!-- chapter, never; else as the length of the text wants it. -->
  <xsl:variable name="ed:split" as="xs:string" select="string($ed:around/@split)"/>

  <xsl:function name="ed:weight" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-length($element) + 70 * count($element//*)"/>
  </xsl:function>

  <!-- The elements that open the second and each further page of a text. -->
  <xsl:function name="ed:openings" as="element()*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="long" as="xs:boolean" select="sum($document/ed:text ! ed:weight(.)) gt $ed:undivided"/>
    <xsl:if test="$ed:split = 'chapter' or ($long and not($ed:split = 'never'))">
      <xsl:sequence select="ed:opened($document/ed:text ! ed:stretches(., true()))"/>
    </xsl:if>
  </xsl:function>

  <!-- The stretches of a text that are not parted, in order: what opens it, its weight, whether it
       is a division. -->
  <xsl:function name="ed:stretches" as="map(xs:string, item())*">
    <xsl:param name="whole" as="element()"/>
    <xsl:param name="division" as="xs:boolean"/>
    <xsl:for-each select="$whole/*[not(ed:is-division(.) and ed:is-sided(., 'translation'))]">
      <xsl:variable name="first" as="xs:boolean" select="position() = 1"/>
      <xsl:variable name="opening" as="element()" select="if ($first and not($whole/self::ed:text)) then $whole else ."/>
      <xsl:variable name="divides" as="xs:boolean" select="if ($first) then $division or ed:is-division(.) else ed:is-division(.)"/>
      <xsl:variable name="inner" as="map(xs:string, item())*"
          select="if (ed:is-parted(.)) then ed:stretches(., $divides) else ()"/>
      <xsl:sequence select="
          if (exists($inner)) then (map:put($inner[1], 'opening', $opening), tail($inner))
          else map{'opening': $opening, 'weight': ed:weight(.), 'division': $divides}"/>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::ed:section or self::ed:text or self::ed:part])"/>
  </xsl:function>
  <!-- Parts of the book hold divisions; a division is parted where it is too long. A text beside its
       translation is not: the pairs are one. -->
  <xsl:function name="ed:is-parted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="ed:is-division($element) and not(ed:is-sided($element, 'original'))
        and ($element[self::ed:text or self::ed:part] or ed:weight($element) gt $ed:most)"/>
  </xsl:function>

  <!-- A page ends where a division begins and there is enough on it; or where it would be too long. -->
  <xsl:function name="ed:opened" as="element()*">
    <xsl:param name="stretches" as="map(xs:string, item())*"/>
    <xsl:variable name="least" as="xs:integer" select="if ($ed:split = 'chapter') then 1 else $ed:least"/>
    <xsl:sequence select="fold-left($stretches, map{'held': 0, 'openings': ()}, function($done, $next) {
        if ($done?held ge $least and ($next?division or $done?held + $next?weight gt $ed:most)
          and $next?opening/@id)
        then map{'held': $next?weight, 'openings': ($done?openings, $next?opening)}
        else map{'held': $done?held + $next?weight, 'openings': $done?openings}
      })?openings"/>
  </xsl:function>

  <!-- What a page is called: by the heading that it opens with. -->
  <xsl:function name="ed:opening-name" as="xs:string">
    <xsl:param name="opening" as="element()?"/>
    <xsl:sequence select="string($opening ! (.//ed:heading[normalize-space()])[1][
        $opening/self::ed:section or . is $opening] ! ed:heading-words(.))"/>
  </xsl:function>
</xsl:stylesheet>
