<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models of Pure ODD to patterns. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:rng="http://relaxng.org/ns/structure/1.0"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:pattern" on-no-match="fail"/>

  <xsl:template match="content" mode="ed:pattern" as="element()*">
    <xsl:apply-templates select="*" mode="ed:pattern"/>
  </xsl:template>

  <!-- How often something may stand; the same for every part of a content model. -->
  <xsl:template match="*[@minOccurs or @maxOccurs]" mode="ed:pattern" priority="5" as="element()*">
    <xsl:variable name="pattern" as="element()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="ed:repeated($pattern, @minOccurs, @maxOccurs)"/>
  </xsl:template>

  <!-- A pattern so many times: as often as it must stand, and then as often as it may. -->
  <xsl:function name="ed:repeated" as="element()*">
    <xsl:param name="pattern" as="element()*"/>
    <xsl:param name="least" as="attribute()?"/>
    <xsl:param name="most" as="attribute()?"/>
    <xsl:variable name="min" as="xs:integer" select="xs:integer(($least, '1')[1])"/>
    <xsl:variable name="max" as="xs:integer?" select="($most, string(max((1, $min))))[1][. != 'unbounded'] ! xs:integer(.)"/>
    <xsl:variable name="kind" as="xs:string" select="
        if ($max) then 'optional' else if ($min = 1) then 'oneOrMore' else 'zeroOrMore'"/>
    <xsl:sequence select="(1 to $min - count($kind[. = 'oneOrMore'])) ! $pattern"/>
    <xsl:for-each select="1 to (if ($max) then $max - $min else 1)">
      <xsl:element name="rng:{$kind}"><xsl:sequence select="$pattern"/></xsl:element>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="sequence" mode="ed:pattern" as="element()">
    <xsl:element name="rng:{if (@preserveOrder = 'false') then 'interleave' else 'group'}">
      <xsl:apply-templates select="*" mode="ed:pattern"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="alternate" mode="ed:pattern" as="element(rng:choice)">
    <rng:choice>
      <xsl:apply-templates select="*" mode="ed:pattern"/>
    </rng:choice>
  </xsl:template>
  <!-- What stands more than once in a choice is one branch of it. -->
  <xsl:template match="alternate/*[xs:integer((@maxOccurs[. != 'unbounded'], @minOccurs, '1')[1]) gt 1]"
      mode="ed:pattern" priority="7" as="element(rng:group)">
    <rng:group>
      <xsl:next-match/>
    </rng:group>
  </xsl:template>

  <xsl:template match="textNode" mode="ed:pattern" as="element(rng:text)">
    <rng:text/>
  </xsl:template>

  <xsl:template match="empty" mode="ed:pattern" as="element(rng:empty)">
    <rng:empty/>
  </xsl:template>

  <xsl:template match="elementRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'elementSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="classRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'classSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="macroRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'macroSpec')" mode="ed:reference"/>
  </xsl:template>
  <xsl:template match="dataRef[@key]" mode="ed:pattern" as="element(rng:ref)?">
    <xsl:apply-templates select="ed:named(., 'dataSpec')" mode="ed:reference"/>
  </xsl:template>

  <!-- Some of the elements of a class, or all of them in one of several orders. -->
  <xsl:template match="classRef[@key][@expand[not(. = $ed:choices)] | @include | @except]" mode="ed:pattern"
      priority="2" as="element()">
    <xsl:variable name="include" as="xs:string*" select="@include ! tokenize(.)"/>
    <xsl:variable name="except" as="xs:string*" select="@except ! tokenize(.)"/>
    <xsl:sequence select="ed:expanded(ed:named(., 'classSpec') ! ed:some-of(., $include, $except),
        (@expand, 'alternation')[1])"/>
  </xsl:template>
  <!-- The elements of a class; if some are named, those, and all of a class in it that is named. -->
  <xsl:function name="ed:some-of" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:param name="include" as="xs:string*"/>
    <xsl:param name="except" as="xs:string*"/>
    <xsl:for-each select="ed:members($class)[not(@ident = $except)]">
      <xsl:variable name="wanted" as="xs:string*" select="$include[not(current()/@ident = $include)]"/>
      <xsl:sequence select="self::elementSpec[empty($wanted)],
          self::classSpec ! ed:some-of(., $wanted, $except)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- “alternate” is what the TEI called an alternation once. -->
  <xsl:variable name="ed:choices" as="xs:string+" select="'alternation', 'alternate'"/>
  <xsl:variable name="ed:orders" as="xs:string+" select="$ed:choices, 'sequence', 'sequenceOptional',
      'sequenceRepeatable', 'sequenceOptionalRepeatable'"/>
  <xsl:variable name="ed:times" as="map(xs:string, xs:string)" select="map{'sequenceOptional': 'optional',
      'sequenceRepeatable': 'oneOrMore', 'sequenceOptionalRepeatable': 'zeroOrMore'}"/>
  <xsl:function name="ed:expanded" as="element()">
    <xsl:param name="elements" as="element(elementSpec)*"/>
    <xsl:param name="order" as="xs:string"/>
    <xsl:variable name="each" as="element()*">
      <xsl:apply-templates select="$elements/." mode="ed:reference">
        <xsl:sort select="xs:integer((@ed:order, 0)[1])"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:element name="rng:{if ($order = $ed:choices) then 'choice' else 'group'}">
      <xsl:for-each select="$each">
        <xsl:element name="rng:{($ed:times($order), 'group')[1]}"><xsl:sequence select="."/></xsl:element>
      </xsl:for-each>
      <xsl:if test="empty($each)">
        <xsl:element name="rng:{if ($order = $ed:choices) then 'notAllowed' else 'empty'}"/>
      </xsl:if>
    </xsl:element>
  </xsl:function>

  <!-- A datatype of XML Schema, with the pattern and the bounds that its values follow. -->
  <xsl:template match="dataRef[@name]" mode="ed:pattern" as="element(rng:data)">
    <rng:data type="{@name}">
      <xsl:for-each select="@restriction">
        <rng:param name="pattern">{.}</rng:param>
      </xsl:for-each>
      <xsl:for-each select="dataFacet">
        <rng:param name="{@name}">{@value}</rng:param>
      </xsl:for-each>
    </rng:data>
  </xsl:template>

  <xsl:template match="*" mode="ed:pattern" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || string-join((name(),
        (@* except (@minOccurs, @maxOccurs, @ed:at)) ! (name() || '=&quot;' || . || '&quot;')), ' ')
        || '>')"/>
  </xsl:template>

  <xsl:mode name="ed:reference" on-no-match="fail"/>
  <xsl:template match="*" mode="ed:reference" as="element(rng:ref)">
    <rng:ref name="{ed:pattern-of(.)}"/>
  </xsl:template>
</xsl:stylesheet>
