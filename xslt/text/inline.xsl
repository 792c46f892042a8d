<?xml version="1.0" encoding="UTF-8"?>
<!-- Words. Line ends of the source are line feeds in the diplomatic text, spaces in the other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:function name="ed:words" as="xs:string">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="ed:joined($behaviour/node())"/>
  </xsl:function>

  <xsl:function name="ed:joined" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="ed:text"/>
    </xsl:variable>
    <xsl:variable name="whole" as="xs:string*" select="$words[.]"/>
    <!-- No second space where something between two was left out, no space or empty line beside
         a line end, none at the edges; space that an encoder preserved is as it was. -->
    <xsl:sequence select="
        string-join(for $i in 1 to count($whole) return
          if (ends-with($whole[$i - 1], ' ')) then replace($whole[$i], '^ +', '') else $whole[$i])
        => replace(' *' || $ed:feed || '[ ' || $ed:feed || ']*', '&#xA;')
        => replace('^\s+|\s+$', '')"/>
  </xsl:function>

  <!-- A line end of the source, apart from those that an encoder preserved in the text. -->
  <xsl:variable name="ed:feed" as="xs:string" select="'&#xE000;'"/>

  <xsl:template match="text()" mode="ed:text" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="ed:inline | ed:alternate | ed:link" mode="ed:text" as="xs:string*">
    <xsl:apply-templates mode="ed:text"/>
  </xsl:template>
  <!-- A note called a second time. -->
  <xsl:template match="ed:link[@kind = 'note']" mode="ed:text" as="xs:string">
    <xsl:sequence select="'[' || . || ']'"/>
  </xsl:template>
  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:text" as="xs:string">
    <xsl:sequence select="'[' || ed:words(.) || ']'"/>
  </xsl:template>

  <xsl:template match="ed:gap" mode="ed:text" as="xs:string">
    <xsl:sequence select="ed:gap-words(.)"/>
  </xsl:template>

  <xsl:template match="ed:break" mode="ed:text" as="xs:string?">
    <xsl:sequence select="' '[current()/@space]"/>
  </xsl:template>
  <xsl:template match="ed:break[@keep]" mode="ed:text" as="xs:string">
    <xsl:sequence select="$ed:feed"/>
  </xsl:template>
  <xsl:template match="ed:break[$ed:reading = 'diplomatic']" mode="ed:text" as="xs:string"
      priority="1">
    <xsl:sequence select="$ed:feed || (
        if (@unit = ('page', 'column')) then '[' || lower-case(ed:label(@unit, ed:lang(.)))
          || ' ' || @n || ']' || $ed:feed else '')"/>
  </xsl:template>

  <xsl:template match="ed:note" mode="ed:text" as="xs:string?">
    <xsl:sequence select="
        ('[' || @n || ']')[ed:is-shown(current())]"/>
  </xsl:template>
  <!-- The diplomatic text is the source's alone: no calls that editors restored, no editors' notes. -->
  <xsl:function name="ed:is-shown" as="xs:boolean">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="not($note/@called-in ne $ed:reading) and
        not($ed:reading = 'diplomatic' and $note/@kind = 'editorial')"/>
  </xsl:function>
  <xsl:template match="ed:note[@place = ('inline', 'margin')]" mode="ed:text" as="xs:string">
    <xsl:sequence select="' [' || ed:words(.) || ']'"/>
  </xsl:template>
  <xsl:template match="ed:note[@place = 'block']" mode="ed:text" as="xs:string*">
    <xsl:sequence select="ed:blocks(.)"/>
  </xsl:template>

  <xsl:template match="ed:anchor" mode="ed:text"/>
</xsl:stylesheet>
