<?xml version="1.0" encoding="UTF-8"?>
<!-- Ids and numbers: ed:id is the xml:id or, without one, the place in the tree; ed:n is a note's
     number as printed or, without one, its rank among the notes of its kind. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements that readers cite or jump to. -->
  <xsl:variable name="ed:citable" as="xs:string*" select="
      'ab', 'bibl', 'castList', 'cit', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6',
      'div7', 'entry', 'epigraph', 'figure', 'head', 'item', 'l', 'lg', 'list', 'note', 'p', 'pb',
      'quote', 'sp', 'table', 'titlePage'"/>

  <xsl:accumulator name="ed:unnumbered" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[ed:counts(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template name="ed:identity" as="attribute()*">
    <xsl:sequence select="@*"/>
    <xsl:if test="@xml:id or (local-name() = $ed:citable and ancestor::text)">
      <xsl:attribute name="ed:id" select="ed:id(.)"/>
    </xsl:if>
    <xsl:if test="self::note">
      <xsl:attribute name="ed:n" select="
          (@n, accumulator-before('ed:unnumbered')[ed:counts(current())])[1]"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="ed:counts" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@n) and not($note/@place = ('inline', 'margin'))"/>
  </xsl:function>

  <!-- An xml:id is stable for good; p3.note1 as long as p3 and what stands before it in p3 is;
       body1.div2.p3 as long as nothing is inserted before. -->
  <xsl:function name="ed:id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="step" as="xs:string"
        select="local-name($element) || ed:rank($element)"/>
    <xsl:sequence select="
        if ($element/@xml:id) then string($element/@xml:id)
        else if ($element/parent::*[@xml:id or ancestor::text])
        then ed:id($element/parent::*[not(self::TEI)]) || '.' || $step
        else $step"/>
  </xsl:function>

  <xsl:function name="ed:rank" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        1 + count($element/preceding-sibling::*[node-name() = node-name($element)])"/>
  </xsl:function>
</xsl:stylesheet>
