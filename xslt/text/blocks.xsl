<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: each template gives one string a block, lines within it parted by a line feed. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:template match="ed:text | ed:part | ed:section" mode="ed:text" as="xs:string*">
    <xsl:apply-templates mode="ed:text"/>
  </xsl:template>

  <xsl:template match="ed:heading" mode="ed:text" as="xs:string?">
    <xsl:variable name="hashes" as="xs:string"
        select="string-join((1 to xs:integer(@level)) ! '#')"/>
    <xsl:sequence select="ed:words(.)[.] ! ($hashes || '# ' || translate(., '&#xA;', ' '))"/>
  </xsl:template>

  <xsl:template match="ed:paragraph | ed:block | ed:line | ed:label" mode="ed:text" as="xs:string*">
    <xsl:sequence select="ed:blocks(.)"/>
  </xsl:template>
  <xsl:template match="ed:block[@kind = 'lg']" mode="ed:text" as="xs:string">
    <xsl:sequence select="string-join(ed:blocks(.), '&#xA;')"/>
  </xsl:template>
  <xsl:template match="ed:block[@kind = ('quote', 'q', 'said')]" mode="ed:text" as="xs:string">
    <xsl:sequence select="ed:prefixed(string-join(ed:blocks(.), '&#xA;&#xA;'), '> ', '> ')"/>
  </xsl:template>

  <xsl:template match="ed:list" mode="ed:text" as="xs:string">
    <xsl:variable name="items" as="xs:string*">
      <xsl:apply-templates select="*" mode="ed:text"/>
    </xsl:variable>
    <xsl:sequence select="string-join($items, '&#xA;')"/>
  </xsl:template>
  <xsl:template match="ed:item" mode="ed:text" as="xs:string">
    <xsl:variable name="mark" as="xs:string" select="
        if (../@kind = 'ordered') then (1 + count(preceding-sibling::ed:item)) || '. ' else '- '"/>
    <xsl:sequence select="ed:prefixed(string-join(ed:blocks(.), '&#xA;'), $mark,
        translate($mark, '0123456789.-', '            '))"/>
  </xsl:template>

  <xsl:template match="ed:table" mode="ed:text" as="xs:string">
    <xsl:variable name="rows" as="xs:string*">
      <xsl:apply-templates select="*" mode="ed:text"/>
    </xsl:variable>
    <xsl:sequence select="string-join($rows, '&#xA;')"/>
  </xsl:template>
  <xsl:template match="ed:row" mode="ed:text" as="xs:string">
    <xsl:sequence select="string-join(ed:cell ! normalize-space(ed:words(.)), '&#x9;')"/>
  </xsl:template>

  <xsl:template match="ed:figure" mode="ed:text" as="xs:string*">
    <xsl:variable name="said" as="xs:string*">
      <xsl:apply-templates select="*" mode="ed:text"/>
    </xsl:variable>
    <xsl:sequence select="'[' || string-join($said, '&#xA;') || ']'"/>
  </xsl:template>
  <xsl:template match="ed:graphic" mode="ed:text" as="xs:string*">
    <xsl:sequence select="string(@alt)[.]"/>
  </xsl:template>
  <xsl:template match="ed:verbatim" mode="ed:text" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <!-- The blocks of a behaviour: runs of words between the blocks that stand in it. -->
  <xsl:function name="ed:blocks" as="xs:string*">
    <xsl:param name="behaviour" as="element()"/>
    <!-- A figure in the midst of a sentence follows the paragraph. -->
    <xsl:variable name="figures" as="element()*" select="$behaviour/self::ed:paragraph/ed:figure"/>
    <xsl:for-each-group select="$behaviour/node() except $figures" group-adjacent="ed:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="ed:text"/>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:joined(current-group())[.]"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:apply-templates select="$figures" mode="ed:text"/>
  </xsl:function>

  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::ed:paragraph or self::ed:block or self::ed:list or
        self::ed:table or self::ed:figure or self::ed:line or self::ed:section or self::ed:text or
        self::ed:part or self::ed:heading or self::ed:verbatim or self::ed:item
        or self::ed:note[@place = 'block'] or self::ed:inline[.//ed:paragraph or .//ed:list]])"/>
  </xsl:function>

  <xsl:function name="ed:prefixed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($text, '&#xA;')"/>
    <xsl:sequence select="string-join(
        for $i in 1 to count($lines)
        return replace((if ($i = 1) then $first else $rest) || $lines[$i], ' +$', ''), '&#xA;')"/>
  </xsl:function>

  <!-- The notes of the author, or those of the editors. -->
  <xsl:function name="ed:notes" as="xs:string*">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="notes" as="element(ed:note)*" select="
        $document/ed:text//ed:note[@place = ('foot', 'end')]
          [(@kind = 'editorial') = ($kind = 'editorial-notes')]
          [not(ancestor::*/@only ne $ed:reading)]
          [not(@kind = 'editorial' and $ed:reading = 'diplomatic')]"/>
    <xsl:if test="exists($notes)">
      <xsl:sequence select="'## ' || ed:label($kind, ed:lang($document)),
          $notes ! ('[' || @n || '] ' || string-join(ed:blocks(.), ' '))"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
