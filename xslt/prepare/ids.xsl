<?xml version="1.0" encoding="UTF-8"?>
<!-- Ids: ed:id is the xml:id or, without one, the place in the tree. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Elements that readers cite or jump to. The one list of them: `editio ids` and P028 read it
       (edition/texts/identify.py). -->
  <xsl:variable name="ed:citable" as="map(xs:string, xs:boolean)" select="ed:set((
      'ab', 'bibl', 'castList', 'cit', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6',
      'div7', 'entry', 'epigraph', 'figure', 'head', 'item', 'l', 'lg', 'list', 'note', 'p', 'pb',
      'quote', 'sp', 'surface', 'table', 'titlePage', 'u', 'zone'))"/>

  <xsl:template name="ed:identity" as="attribute()*">
    <xsl:sequence select="@*, .[self::div or starts-with(local-name(), 'list')] ! ed:listing(.)"/>
    <xsl:if test="@xml:id[normalize-space()] or @ed:aim or ($ed:citable(local-name())
        and (ancestor::text or ancestor::sourceDoc or self::note[ancestor::standOff]))">
      <xsl:attribute name="ed:id" select="ed:id(.)"/>
    </xsl:if>
  </xsl:template>

  <!-- The root has the name that its document is published under (edition/names.py).
       An xml:id is stable for good; p3.note1 as long as p3 and what stands before it in p3 is;
       body1.div2.p3 as long as nothing is inserted before. -->
  <xsl:function name="ed:id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="step" as="xs:string"
        select="local-name($element) || ed:rank($element)"/>
    <xsl:sequence select="
        if ($element/@ed:id) then string($element/@ed:id)
        else if ($element/@xml:id[normalize-space()]) then string($element/@xml:id)
        else if ($element/parent::*[parent::*][@xml:id or ancestor::text or ancestor::sourceDoc
            or ancestor-or-self::standOff or ancestor-or-self::TEI[parent::*]])
        then ed:counted($element, ed:id($element/parent::*) || '.' || $step)
        else ed:counted($element, $step)"/>
  </xsl:function>
  <!-- A place that is counted has no name that an element was given. -->
  <xsl:key name="ed:given" match="*[@xml:id]" use="@xml:id"/>
  <xsl:function name="ed:counted" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
        if (root($element)[self::document-node()] ! key('ed:given', $name, .))
        then ed:counted($element, $name || '.0') else $name"/>
  </xsl:function>

  <!-- Among how many of its name an element stands, counted once for all: head first, the children
       of the element that is open so far, by name, then those of each element around it. -->
  <xsl:accumulator name="ed:ranks" as="map(xs:QName, xs:integer)*" initial-value="map{}">
    <xsl:accumulator-rule match="*" select="
        map{}, map:put(head($value), node-name(), (head($value)(node-name()), 0)[1] + 1), tail($value)"/>
    <xsl:accumulator-rule match="*" phase="end" select="tail($value)"/>
  </xsl:accumulator>
  <xsl:function name="ed:rank" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element ! accumulator-before('ed:ranks')[2](node-name())"/>
  </xsl:function>
</xsl:stylesheet>
