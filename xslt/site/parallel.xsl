<?xml version="1.0" encoding="UTF-8"?>
<!-- A text and its translations in columns: each side whole and in its order, its blocks in as many
     cells as there are rows, so that the style sets what corresponds level. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:array="http://www.w3.org/2005/xpath-functions/array"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:key name="ed:sided" match="ed:section[@type = 'translation' or @lang and preceding-sibling::ed:section] | ed:text/ed:text[position() gt 1]" use="'any'"/>
  <xsl:key name="ed:original" match="(ed:section | ed:text)[exists(ed:sides(.))]" use="'any'"/>

  <xsl:function name="ed:is-sided" as="xs:boolean">
    <xsl:param name="side" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:sequence select="exists(key('ed:sided', 'any', root($side))) and (
        if ($role = 'original') then exists(ed:sides($side))
        else exists($side/../*[node-name() = node-name($side)][ed:sides(.) intersect $side]))"/>
  </xsl:function>
  <xsl:function name="ed:has-sides" as="xs:boolean" cache="yes">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:sequence select="exists(key('ed:sided', 'any', root($document)))
        and exists(key('ed:original', 'any', root($document)))
        or exists($document/ed:text//ed:section[exists(ed:twins(.))])"/>
  </xsl:function>

  <xsl:template name="ed:in-columns" as="element(div)">
    <xsl:variable name="sides" as="element()+" select="ed:sides(.)"/>
    <xsl:variable name="rows" as="array(*)*" select="ed:rows(., $sides)"/>
    <div class="parallel">
      <xsl:for-each select="., $sides">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:call-template name="ed:column">
          <xsl:with-param name="cells" select="$rows ! array{.($number)}"/>
        </xsl:call-template>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- What stands level: of a text and one other, pairs; of several, from where all of them begin one. -->
  <xsl:function name="ed:rows" as="array(*)*">
    <xsl:param name="original" as="element()"/>
    <xsl:param name="sides" as="element()+"/>
    <xsl:variable name="pairings" as="array(*)*" select="$sides ! array{ed:pairs($original, .)}"/>
    <xsl:variable name="begun" as="array(xs:string)*" select="$pairings ! array{?* ! generate-id(.(1)[1])[.]}"/>
    <xsl:variable name="common" as="xs:string*" select="$begun[1]?*[every $other in $begun satisfies . = $other?*]"/>
    <xsl:variable name="parts" as="array(*)*" select="$pairings ! array{ed:joined-pairs(?*, $common)}"/>
    <xsl:sequence select="
        if (empty($sides[2])) then $pairings?*
        else for $n in 1 to array:size($parts[1]) return array:join(([$parts[1]($n)(1)], $parts ! [.($n)(2)]))"/>
  </xsl:function>
  <!-- Pairs, joined where the next one does not begin with one of these blocks. -->
  <xsl:function name="ed:joined-pairs" as="array(*)*">
    <xsl:param name="pairs" as="array(*)*"/>
    <xsl:param name="begin" as="xs:string*"/>
    <xsl:variable name="groups" as="array(*)*">
      <xsl:for-each-group select="$pairs" group-starting-with=".[generate-id(.(1)[1]) = $begin]">
        <xsl:sequence select="array{current-group()}"/>
      </xsl:for-each-group>
    </xsl:variable>
    <!-- What the other has before the first block stands beside that. -->
    <xsl:variable name="early" as="xs:integer" select="count($groups) - max((1, count($begin)))"/>
    <xsl:sequence select="(array:join($groups[position() le $early + 1]), $groups[position() gt $early + 1])
        ! [?* ! .(1), ?* ! .(2)]"/>
  </xsl:function>

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
