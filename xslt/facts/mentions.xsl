<?xml version="1.0" encoding="UTF-8"?>
<!-- Mentions of register entries: which entry, in what words, where, with the words around. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- How many characters of the paragraph are given on either side. -->
  <xsl:variable name="ed:reach" as="xs:integer" select="60"/>

  <xsl:mode name="ed:mention" on-no-match="fail"/>

  <!-- kind is the TEI element (persName, rs ...), in the id of the place by which readers cite. -->
  <xsl:template match="*" mode="ed:mention" as="element(ed:mention)">
    <xsl:variable name="place" as="element()?" select="ed:around(.)"/>
    <ed:mention entries="{@entries}" kind="{@kind}" in="{ed:cited-place(.)}">
      <xsl:copy-of select="@mention, @type, @cert, ancestor-or-self::*[@only][1]/@only"/>
      <ed:before><xsl:value-of select="ed:before(., $place)"/></ed:before>
      <ed:form><xsl:value-of select="ed:plain(.)"/></ed:form>
      <ed:after><xsl:value-of select="ed:after(., $place)"/></ed:after>
    </ed:mention>
  </xsl:template>

  <!-- The block whose words are given around a mention. -->
  <xsl:function name="ed:around" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="$mention/ancestor::*[self::ed:paragraph or self::ed:heading or
        self::ed:note or self::ed:line or self::ed:block or self::ed:item or self::ed:cell][1]"/>
  </xsl:function>

  <xsl:function name="ed:before" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="nodes" as="node()*" select="ed:readable($place)"/>
    <xsl:variable name="words" as="xs:string" select="replace(
        ed:joined(subsequence($nodes, ed:before-node($nodes, $mention, 0, count($nodes)) - $ed:far, $ed:far + 1)),
        '^ ', '')"/>
    <xsl:variable name="near" as="xs:string"
        select="substring($words, string-length($words) - $ed:reach)"/>
    <xsl:sequence select="
        if (string-length($words) le $ed:reach) then $words
        else if (contains($near, ' ')) then substring-after($near, ' ') else $near"/>
  </xsl:function>

  <xsl:function name="ed:after" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="end" as="node()" select="($mention/descendant::node()[last()], $mention)[1]"/>
    <xsl:variable name="nodes" as="node()*" select="ed:readable($place)"/>
    <xsl:variable name="before" as="xs:integer" select="ed:before-node($nodes, $end, 0, count($nodes))"/>
    <xsl:variable name="words" as="xs:string" select="
        ed:joined(subsequence($nodes, $before + 1, $ed:far + 1)[not(. is $end)][position() le $ed:far])"/>
    <xsl:sequence select="
        if (string-length($words) le $ed:reach) then $words
        else replace(substring($words, 1, $ed:reach), '\s\S*$', '')"/>
  </xsl:function>
  <!-- How many of some nodes in a row stand before a node; that they are so many is known of $from,
       and that they are no more of $to. -->
  <xsl:function name="ed:before-node" as="xs:integer">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="node" as="node()"/>
    <xsl:param name="from" as="xs:integer"/>
    <xsl:param name="to" as="xs:integer"/>
    <xsl:variable name="middle" as="xs:integer" select="($from + $to + 1) idiv 2"/>
    <xsl:sequence select="
        if ($from eq $to) then $from
        else if ($nodes[$middle] &lt;&lt; $node) then ed:before-node($nodes, $node, $middle, $to)
        else ed:before-node($nodes, $node, $from, $middle - 1)"/>
  </xsl:function>
  <!-- So many pieces of text hold as many words as are given, and more. -->
  <xsl:variable name="ed:far" as="xs:integer" select="4 * $ed:reach"/>

  <!-- The text nodes and breaks of a place that are in the reading text, notes and labels left out; those of
       a place with many mentions are looked for once. -->
  <xsl:function name="ed:readable" as="node()*" cache="yes">
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="own" as="element(ed:note)*" select="$place/ancestor-or-self::ed:note"/>
    <xsl:sequence select="$place//(text() | ed:break)[not(ancestor::ed:gap)]
        [not(ancestor::*[@only = ('diplomatic', 'apparatus')])]
        [not(ancestor::ed:note except $own)]
        [not(parent::ed:inline[@own][normalize-space()][ed:is-by-rule(.)])]
        [not(ancestor::ed:figure[@within][. >> $place])]"/>
  </xsl:function>
  <xsl:function name="ed:joined" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="ed:collapsed(string-join($nodes ! ed:piece(.)))"/>
  </xsl:function>
  <!-- What a node adds to the words, asked by each mention near it. -->
  <xsl:function name="ed:piece" as="xs:string" cache="yes">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="apart" as="xs:boolean"
        select="if ($node/self::text()) then ed:begins-apart($node) else exists($node/@space)"/>
    <xsl:sequence select="' '[$apart] || $node"/>
  </xsl:function>
  <!-- Whether words stand apart from those before them: they begin a block in a block, as an item, a verse,
       a cell, or follow one. -->
  <xsl:function name="ed:begins-apart" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="before" as="node()?" select="$node/preceding-sibling::node()[string()]
        [not(self::ed:note or @only = ('diplomatic', 'apparatus'))][1]"/>
    <xsl:variable name="beside" as="node()?" select="($before, $node/..)[1]"/>
    <xsl:sequence select="
        if (local-name($beside) = $ed:standing-apart) then true()
        else empty($before) and exists($beside) and ed:begins-apart($beside)"/>
  </xsl:function>
  <xsl:variable name="ed:standing-apart" as="xs:string+" select="'block', 'cell', 'figure', 'heading', 'item', 'label',
      'line', 'list', 'paragraph', 'row', 'section', 'table', 'verbatim'"/>
</xsl:stylesheet>
