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
    <xsl:param name="last" as="xs:string" select="''"/>
    <ed:stack gap="{$gap}" first="{$first}" rest="{$rest}" last="{$last}">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:sequence select="ed:blocks(.)"/>
    </ed:stack>
  </xsl:template>

  <xsl:template match="ed:heading" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1" first="{string-join((1 to xs:integer(@level)) ! '#')}# ">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:for-each-group select="node()[not(self::text()[not(normalize-space())]
          [(preceding-sibling::*[1], following-sibling::*[1])[@kind = 'subheading']])]"
          group-adjacent="exists(self::ed:inline[@kind = 'subheading']) ! (if (.) then generate-id(current()) else '')">
        <ed:run keep="yes"><ed:fold><xsl:apply-templates select="current-group()" mode="ed:text"/></ed:fold></ed:run>
      </xsl:for-each-group>
    </ed:stack>
  </xsl:template>

  <!-- Records: a field a line. -->
  <xsl:template match="ed:block[@kind = ('fields', 'field', 'msItem')]" mode="ed:text"
      as="element(ed:stack)">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="1"/>
    </xsl:call-template>
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
  <!-- So is a speech; a song in it that has a heading stands apart from what is said. -->
  <xsl:template match="ed:block[@kind = 'sp']" mode="ed:text" as="element(ed:stack)">
    <xsl:variable name="blocks" as="document-node()">
      <xsl:document><xsl:sequence select="ed:blocks(.)"/></xsl:document>
    </xsl:variable>
    <ed:stack gap="2">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:for-each-group select="$blocks/*" group-starting-with="*[ed:begins-verse(.)]">
        <ed:stack gap="1"><xsl:sequence select="current-group()"/></ed:stack>
      </xsl:for-each-group>
    </ed:stack>
  </xsl:template>
  <xsl:function name="ed:begins-verse" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="before" as="element()?"
        select="$block/preceding-sibling::*[not(self::ed:mark)][1]"/>
    <xsl:sequence select="($block, $before)[@kind = 'lg']//@kind = 'lg-head'
        or $block/@kind = 'lg' and $before/@kind = 'lg'"/>
  </xsl:function>
  <!-- A line in which others stand, of what it quotes, say, is parted by them. -->
  <xsl:template match="ed:line[*[ed:is-block(.)]]" mode="ed:text" as="element(ed:stack)" priority="1">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="1"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="ed:line" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1">
      <xsl:call-template name="ed:stands-for"/>
      <ed:run keep="yes"><xsl:apply-templates mode="ed:text"/></ed:run>
    </ed:stack>
  </xsl:template>

  <xsl:template match="ed:block[@kind = 'cit']//ed:block[@kind = 'quote'][empty(ancestor::ed:note)]"
      mode="ed:text" as="element(ed:stack)" priority="1">
    <xsl:call-template name="ed:stack"/>
  </xsl:template>
  <xsl:template match="ed:block[@kind = ('quote', 'q', 'said', 'cit')]" mode="ed:text"
      as="element(ed:stack)">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="first" select="'> '"/>
      <xsl:with-param name="rest" select="'> '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="ed:list | ed:table" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1">
      <xsl:call-template name="ed:stands-for"/>
      <!-- Words of a line between the items, as a rule of an edition may have them. -->
      <xsl:for-each-group select="*" group-adjacent="exists(self::ed:inline | self::ed:link)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <ed:run><xsl:apply-templates select="current-group()" mode="ed:text"/></ed:run>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="current-group()" mode="ed:text"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </ed:stack>
  </xsl:template>
  <xsl:template match="ed:item" mode="ed:text" as="element(ed:stack)">
    <xsl:variable name="mark" as="xs:string" select="
        if (node()[1][self::ed:list]) then '  '
        else if (../@signs) then string('  '[current()/ancestor::ed:item[1]/../@signs])
        else if (@numbered = 'no') then '- '
        else if (../@kind = 'ordered') then replace((@n, ed:ranks(..)(generate-id()))[1]
          || ' ', '(\w) $', '$1. ') else '- '"/>
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="1"/>
      <xsl:with-param name="first" select="$mark"/>
      <xsl:with-param name="rest" select="replace($mark, '.', ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Which of its items each item of a list is, in the text that is made. -->
  <xsl:function name="ed:ranks" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="list" as="element()"/>
    <xsl:map>
      <xsl:for-each select="$list/ed:item[not(@only ne $ed:reading)]"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- A row a line, its cells parted by tabulators, as spreadsheets take them. -->
  <xsl:template match="ed:row" mode="ed:text" as="element(ed:run)">
    <ed:run keep="yes">
      <xsl:for-each select="ed:cell">
        <xsl:variable name="at" as="xs:integer" select="ed:column(.)"/>
        <xsl:variable name="end" as="xs:integer?"
            select="preceding-sibling::ed:cell[1] ! (ed:column(.) + ed:width(.) - 1)"/>
        <xsl:value-of select="(1 to $at - ($end, 1)[1]) ! '&#x9;'" separator=""/>
        <ed:fold><xsl:apply-templates mode="ed:text"/></ed:fold>
        <xsl:value-of select="(2 to ed:width(.)) ! '&#x9;'" separator=""/>
      </xsl:for-each>
    </ed:run>
  </xsl:template>

  <!-- The caption stands for a picture; without one, the words that describe it. -->
  <xsl:template match="ed:figure" mode="ed:text" as="element(ed:stack)">
    <ed:stack gap="1">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:for-each-group group-adjacent="not(ed:is-block(.))" select="
          * except (ed:graphic, ed:foreign, ed:block[@kind = 'figDesc'][not(../ed:table)])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <ed:run><xsl:apply-templates select="current-group()" mode="ed:text"/></ed:run>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="ed:text"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
      <xsl:apply-templates mode="ed:text" select="ed:block[@kind = 'figDesc'][not(../ed:table)],
          (ed:graphic, ed:foreign)[not(../ed:block)][1], ed:foreign[@kind = 'music'][../ed:block]"/>
    </ed:stack>
  </xsl:template>
  <xsl:template match="ed:figure[not(ed:table)]/ed:block[@kind = 'figDesc']" mode="ed:text" as="element(ed:stack)"
      priority="1">
    <xsl:call-template name="ed:described">
      <xsl:with-param name="words" as="node()*"><xsl:apply-templates mode="ed:text"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="ed:graphic | ed:figure/ed:foreign" mode="ed:text" as="element(ed:stack)?" priority="1">
    <xsl:if test="@alt[normalize-space()]">
      <xsl:call-template name="ed:described">
        <xsl:with-param name="words" as="text()"><xsl:value-of select="@alt"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="ed:figure/ed:foreign[@kind = 'music']" mode="ed:text" as="element(ed:run)" priority="2">
    <ed:run>{@alt}</ed:run>
  </xsl:template>
  <xsl:template name="ed:described" as="element(ed:stack)">
    <xsl:param name="words" as="node()*"/>
    <ed:stack gap="1" first="[{ed:label('figure', ed:lang(.))}: " last="]">
      <ed:run><xsl:sequence select="$words"/></ed:run>
    </ed:stack>
  </xsl:template>
  <xsl:template match="ed:apart | ed:point | ed:note[@place = 'entry']" mode="ed:text" priority="3"/>
  <xsl:template match="ed:verbatim" mode="ed:text" as="element(ed:run)">
    <ed:run keep="yes"><xsl:apply-templates mode="ed:text"/></ed:run>
  </xsl:template>

  <!-- The blocks of a behaviour: runs of words between the blocks that stand in it; one of the other
       text parts none. A figure in the midst of a sentence follows the paragraph. -->
  <xsl:function name="ed:blocks" as="element()*">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="figures" as="element()*" select="$behaviour/self::ed:paragraph/ed:figure"/>
    <xsl:for-each-group select="$behaviour/node() except $figures"
        group-adjacent="if (self::ed:line) then 'line'
          else string(ed:is-block(.) and not(parent::ed:paragraph and @only ne $ed:reading))">
      <xsl:choose>
        <xsl:when test="current-grouping-key() = 'line'">
          <ed:stack gap="1"><xsl:apply-templates select="current-group()" mode="ed:text"/></ed:stack>
        </xsl:when>
        <xsl:when test="current-grouping-key() = 'true'">
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
        self::ed:table or self::ed:figure or self::ed:graphic[parent::ed:figure] or self::ed:line or self::ed:section or self::ed:text or
        self::ed:part or self::ed:heading or self::ed:verbatim or self::ed:item
        or self::ed:note[@place = 'block'] or self::ed:*[ed:holds-blocks(.)]])"/>
  </xsl:function>

  <!-- Words with blocks among them; those of a note, or of another text, stand elsewhere. -->
  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
        exists($node[self::ed:inline or self::ed:alternate or self::ed:link]
          //(ed:paragraph | ed:list | ed:table | ed:line | ed:section | ed:verbatim)
          [not(ancestor-or-self::*[self::ed:note or @only ne $ed:reading][ancestor::* intersect $node])])"/>
  </xsl:function>
</xsl:stylesheet>
