<?xml version="1.0" encoding="UTF-8"?>
<!-- A text and its translation from another file beside each other: on facing pages, or in two columns.
     What corresponds was told by print/sides.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- The part that stands beside this one, whichever of the two is the original. -->
  <xsl:function name="ed:joined" as="element(div)?">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="other" as="element(div)?"
        select="$part/../div[@id = $part/ed:side/@other][ed:side/@other = $part/@id]"/>
    <xsl:sequence select="$other[ed:joined-how($part, .) ne 'after']"/>
  </xsl:function>
  <xsl:function name="ed:joined-how" as="xs:string">
    <xsl:param name="part" as="element(div)"/>
    <xsl:param name="other" as="element(div)"/>
    <xsl:variable name="sides" as="element(ed:side)+" select="($part, $other)/ed:side"/>
    <xsl:sequence select="($sides/@asked[. ne ''], ed:beside-by(
        string-join($sides/@rend, ' '), xs:integer(max($sides/@length ! number())), true()))[1]"/>
  </xsl:function>

  <!-- A translation stands where its original does. -->
  <xsl:function name="ed:is-joined-to" as="xs:boolean">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="$part/ed:side/@role = 'original' and exists(ed:joined($part))"/>
  </xsl:function>
  <xsl:function name="ed:faces" as="xs:boolean">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="ed:joined($part) ! ed:joined-how($part, .) = 'facing'"/>
  </xsl:function>

  <xsl:template match="div[ed:is-joined-to(.)]" mode="ed:volume" priority="2"/>

  <!-- What stands in the place of a text that has its translation beside it. -->
  <xsl:function name="ed:joined-texts" as="element()+">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="other" as="element(div)" select="ed:joined($part)"/>
    <xsl:variable name="rows" as="array(*)*" select="
        [$part, $other], ed:paired($part/ed:side/ed:unit/*[1], $other/ed:side/ed:unit/*[1])"/>
    <div class="text {if (ed:faces($part)) then 'facing' else 'in-columns'}">
      <xsl:choose>
        <xsl:when test="ed:faces($part)">
          <xsl:for-each select="1, 2">
            <xsl:variable name="number" as="xs:integer" select="."/>
            <div class="side">
              <xsl:copy-of select="($part, $other)[$number]/(@lang, @dir)"/>
              <xsl:sequence select="$rows ! ed:cell(.($number))"/>
            </div>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$rows">
            <div class="row"><xsl:sequence select="ed:cell(.(1)), ed:cell(.(2))"/></div>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </div>
    <xsl:sequence select="($part, $other) ! ed:work(.)/section[@class = 'endnotes']"/>
  </xsl:function>
  <xsl:function name="ed:work" as="element(section)?">
    <xsl:param name="part" as="element(div)"/>
    <xsl:sequence select="$part/section[@class = 'work']"/>
  </xsl:function>

  <!-- One side of a pair: the head of a text, or blocks that correspond. -->
  <xsl:function name="ed:cell" as="element(div)">
    <xsl:param name="told" as="element()*"/>
    <xsl:variable name="made" as="element(div)*" select="$told/following-sibling::div[1]"/>
    <div class="pair">
      <xsl:choose>
        <xsl:when test="$told[1]/self::div[ed:side]">
          <xsl:attribute name="class" select="'pair opens'"/>
          <xsl:copy-of select="$told/(@lang, @dir)"/>
          <xsl:sequence select="ed:text-head($told), ed:work($told)/dl"/>
        </xsl:when>
        <xsl:otherwise><xsl:copy-of select="$made[1]/@*, $made/node()"/></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:function>
</xsl:stylesheet>
