<?xml version="1.0" encoding="UTF-8"?>
<!-- A text and its translation in columns: each side whole and in its order, its blocks in as many
     cells as there are pairs, so that the style sets pairs level with one another. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:key name="ed:sided" match="ed:section[@type = 'translation' or @lang and preceding-sibling::ed:section] | ed:text/ed:text[2]" use="'any'"/>
  <xsl:key name="ed:original" match="(ed:section | ed:text)[ed:other-side(.)]" use="'any'"/>

  <xsl:function name="ed:is-sided" as="xs:boolean">
    <xsl:param name="side" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="exists(key('ed:sided', 'any', root($side))) and $role = (
        if (ed:other-side($side)) then 'original' else 'translation'[ed:original-of($side)])"/>
  </xsl:function>
  <xsl:function name="ed:has-sides" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="exists(key('ed:sided', 'any', root($document)))
        and exists(key('ed:original', 'any', root($document)))
        or exists($document/ed:text//ed:section[exists(ed:twins(.))])"/>
  </xsl:function>

  <xsl:template name="ed:in-columns" as="element(div)">
    <xsl:variable name="other" as="element()" select="ed:other-side(.)"/>
    <xsl:variable name="pairs" as="array(*)*" select="ed:pairs(., $other)"/>
    <div class="parallel">
      <xsl:for-each select="., $other">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:call-template name="ed:column">
          <xsl:with-param name="cells" select="$pairs ! array{.($number)}"/>
        </xsl:call-template>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- Blocks of one division beside one another. -->
  <xsl:template name="ed:twins" as="element(div)">
    <xsl:variable name="twin" as="array(*)" select="."/>
    <xsl:variable name="pairs" as="array(*)*" select="ed:twin-pairs(.)"/>
    <div class="parallel">
      <xsl:for-each select="1, 2">
        <xsl:variable name="number" as="xs:integer" select="."/>
        <div class="column">
          <xsl:for-each select="$twin($number)[1]">
            <xsl:attribute name="lang" select="ed:lang(.)"/>
            <xsl:sequence select="ed:dir(.)"/>
          </xsl:for-each>
          <xsl:for-each select="$pairs">
            <div class="pair"><xsl:apply-templates select=".($number)" mode="ed:html"/></div>
          </xsl:for-each>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- A side, a cell a pair; where it has nothing to say, an empty one. -->
  <xsl:template name="ed:column" as="element(div)">
    <xsl:param name="cells" as="array(*)*"/>
    <xsl:variable name="side" as="element()" select="."/>
    <div class="column">
      <xsl:for-each select="$side">
        <xsl:copy-of select="@id"/>
        <xsl:attribute name="lang" select="ed:lang(.)"/>
        <xsl:sequence select="ed:dir(.)"/>
        <xsl:for-each select="@type"><xsl:attribute name="data-type" select="."/></xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$cells">
        <div class="pair">
          <xsl:variable name="blocks" as="element()*" select="?*"/>
          <!-- The divisions and stanzas that begin here keep their places. -->
          <xsl:for-each select="$blocks[1]/ancestor::*[@id][ancestor::* intersect $side]
              [ed:units(.)[1] is $blocks[1]]">
            <span id="{@id}"/>
          </xsl:for-each>
          <xsl:apply-templates select="$blocks" mode="ed:html"/>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>
</xsl:stylesheet>
