<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: what stands under what, how far apart, with which marks at the beginning of a line. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:text | ed:part | ed:section | ed:paragraph | ed:block | ed:label"
      mode="ed:text" as="element(ed:stack)">
    <xsl:call-template name="ed:stack"/>
  </xsl:template>

  <xsl:template name="ed:stack" as="element(ed:stack)">
    <xsl:param name="gap" as="xs:integer" select="2"/>
    <xsl:param name="first" as="xs:string" select="''"/>
    <xsl:param name="rest" as="xs:string" select="''"/>
    <ed:stack gap="{$gap}" first="{$first}" rest="{$rest}">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:sequence select="ed:blocks(.)"/>
    </ed:stack>
  </xsl:template>

  <xsl:template match="ed:heading" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1" first="{string-join((1 to xs:integer(@level)) ! '#')}# ">
      <xsl:call-template name="ed:stands-for"/>
      <ed:run keep="yes"><ed:fold><xsl:apply-templates mode="ed:text"/></ed:fold></ed:run>
    </ed:stack>
  </xsl:template>

  <!-- Verse: a line a line, which nothing breaks; a blank line between stanzas. -->
  <xsl:template match="ed:block[@kind = 'lg']" mode="ed:text" as="element(ed:stack)">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="1"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="ed:block[@kind = 'lg'][ed:block[@kind = 'lg']]" mode="ed:text"
      as="element(ed:stack)" priority="1">
    <xsl:call-template name="ed:stack"/>
  </xsl:template>
  <xsl:template match="ed:line" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1">
      <xsl:call-template name="ed:stands-for"/>
      <ed:run keep="yes"><xsl:apply-templates mode="ed:text"/></ed:run>
    </ed:stack>
  </xsl:template>

  <xsl:template match="ed:block[@kind = ('quote', 'q', 'said')]" mode="ed:text"
      as="element(ed:stack)">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="first" select="'> '"/>
      <xsl:with-param name="rest" select="'> '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ed:list | ed:table" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates select="*" mode="ed:text"/>
    </ed:stack>
  </xsl:template>
  <xsl:template match="ed:item" mode="ed:text" as="element(ed:stack)">
    <xsl:variable name="mark" as="xs:string" select="
        if (../@kind = 'ordered') then (1 + count(preceding-sibling::ed:item)) || '. ' else '- '"/>
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="1"/>
      <xsl:with-param name="first" select="$mark"/>
      <xsl:with-param name="rest" select="replace($mark, '.', ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A row a line, its cells parted by tabulators, as spreadsheets take them. -->
  <xsl:template match="ed:row" mode="ed:text" as="element(ed:run)">
    <ed:run keep="yes">
      <xsl:for-each select="ed:cell">
        <xsl:if test="position() gt 1"><xsl:text>&#x9;</xsl:text></xsl:if>
        <ed:fold><xsl:apply-templates mode="ed:text"/></ed:fold>
      </xsl:for-each>
    </ed:run>
  </xsl:template>

  <xsl:template match="ed:figure" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1" first="[" last="]">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates select="*" mode="ed:text"/>
    </ed:stack>
  </xsl:template>
  <xsl:template match="ed:graphic" mode="ed:text" as="element(ed:run)">
    <ed:run>{@alt}</ed:run>
  </xsl:template>
  <xsl:template match="ed:verbatim" mode="ed:text" as="element(ed:run)">
    <ed:run keep="yes">{.}</ed:run>
  </xsl:template>

  <!-- The blocks of a behaviour: runs of words between the blocks that stand in it. A figure in the
       midst of a sentence follows the paragraph. -->
  <xsl:function name="ed:blocks" as="element()*">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="figures" as="element()*" select="$behaviour/self::ed:paragraph/ed:figure"/>
    <xsl:for-each-group select="$behaviour/node() except $figures" group-adjacent="ed:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="ed:text"/>
        </xsl:when>
        <xsl:otherwise>
          <ed:run><xsl:apply-templates select="current-group()" mode="ed:text"/></ed:run>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:apply-templates select="$figures" mode="ed:text"/>
  </xsl:function>

  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::ed:paragraph or self::ed:block or self::ed:list or
        self::ed:table or self::ed:figure or self::ed:line or self::ed:section or self::ed:text or
        self::ed:part or self::ed:heading or self::ed:verbatim or self::ed:item
        or self::ed:note[@place = 'block'] or self::ed:*[ed:holds-blocks(.)]])"/>
  </xsl:function>

  <!-- Words with blocks among them; those of a note stand elsewhere. -->
  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
        exists($node[self::ed:inline or self::ed:alternate or self::ed:link]
          //(ed:paragraph | ed:list | ed:table | ed:line | ed:section | ed:verbatim)
          [not(ancestor::ed:note[ancestor::* intersect $node])])"/>
  </xsl:function>
</xsl:stylesheet>
