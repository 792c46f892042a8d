<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models without what is not in the schema. What no source defines is reported. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:rng="http://relaxng.org/ns/structure/1.0" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:pruned" as="element()">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)"/>
    <xsl:apply-templates select="$spec" mode="ed:pruned">
      <xsl:with-param name="there" as="map(xs:string, element())" select="$there" tunnel="yes"/>
      <xsl:with-param name="filled" as="map(xs:string, xs:boolean)" select="$filled" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:mode name="ed:pruned" on-no-match="shallow-copy"/>
  <xsl:template match="exemplum | remarks | constraintSpec" mode="ed:pruned" as="element()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- Where the order of a class counts it is that of its source, whatever an ODD changes first. -->
  <xsl:variable name="ed:positions" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$ed:sources//elementSpec" group-by="ed:name(.)">
        <xsl:map-entry key="current-grouping-key()" select="position()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:template match="elementSpec" mode="ed:pruned" as="element()">
    <xsl:copy>
      <xsl:for-each select="$ed:positions(ed:name(.))">
        <xsl:attribute name="ed:order" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="@*, node()" mode="ed:pruned"/>
    </xsl:copy>
  </xsl:template>

  <!-- Content of which nothing remains is nothing; content that is given as nothing, too. -->
  <xsl:template match="elementSpec/content | macroSpec/content" mode="ed:pruned" as="element(content)">
    <xsl:variable name="parts" as="node()*">
      <xsl:apply-templates select="*" mode="ed:pruned"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="$parts"/>
      <xsl:if test="empty($parts)"><empty xmlns="http://www.tei-c.org/ns/1.0"/></xsl:if>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="content//sequence | content//alternate" mode="ed:pruned" as="element()?">
    <xsl:param name="there" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="parts" as="node()*">
      <xsl:apply-templates select="*" mode="ed:pruned"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="ed:needless(., $there, $filled)"/>
      <xsl:when test="exists($parts)">
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:sequence select="$parts"/>
        </xsl:copy>
      </xsl:when>
      <!-- One of the choices is to have none of what is gone. -->
      <xsl:when test="parent::alternate"><empty xmlns="http://www.tei-c.org/ns/1.0"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="ed:pruned" as="element()?" match="content//elementRef[@key]
      | content//classRef[@key] | content//macroRef[@key] | content//dataRef[@key] | datatype/dataRef[@key]">
    <xsl:param name="there" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="meant" as="element()?" select="ed:meant-there(., $there)"/>
    <xsl:choose>
      <xsl:when test="$meant/@type = 'model'">
        <xsl:sequence select=".[not(ed:needless(., $there, $filled))]"/>
      </xsl:when>
      <xsl:when test="$meant">
        <xsl:sequence select="."/>
      </xsl:when>
      <!-- An element of no source may be one of a grammar that the ODD brings in. -->
      <xsl:otherwise>
        <xsl:sequence select="if (ed:known(@key)) then ()
            else if (self::elementRef and $ed:sources/ed:source[empty(* except rng:grammar)]) then .
            else ed:missing(., @key)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A class without an element cannot be there, nor can a sequence that asks for it: that goes where
       it need not be there, and stays where it must, so that what has it cannot be either. -->
  <xsl:function name="ed:needless" as="xs:boolean">
    <xsl:param name="model" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)"/>
    <xsl:sequence select="($model/@minOccurs = '0' or exists($model/parent::alternate))
        and ed:impossible($model, $there, $filled)"/>
  </xsl:function>
  <xsl:function name="ed:impossible" as="xs:boolean">
    <xsl:param name="model" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)"/>
    <xsl:variable name="parts" as="xs:boolean*" select="$model/*[$model/self::alternate or not(@minOccurs = '0')]
        [not(self::elementRef)] ! ed:impossible(., $there, $filled)"/>
    <xsl:choose>
      <xsl:when test="$model/self::classRef">
        <xsl:sequence select="$there($model/@key)/@type = 'model' and not($filled($model/@key))"/>
      </xsl:when>
      <xsl:when test="$model/self::sequence"><xsl:sequence select="$parts = true()"/></xsl:when>
      <xsl:when test="$model/self::alternate">
        <xsl:sequence select="exists($parts) and not($parts = false()) and not(ed:selected($model/elementRef, $there))"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="false()"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:selected" as="xs:boolean">
    <xsl:param name="references" as="element(elementRef)*"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:sequence select="$references ! exists(ed:meant-there(., $there)) = true()"/>
  </xsl:function>

  <xsl:function name="ed:meant-there" as="element()?">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:variable name="kind" as="xs:string" select="replace(local-name($reference), 'Ref$', 'Spec')"/>
    <xsl:sequence select="($there($reference/@key),
        map:keys($there)[starts-with(., $reference/@key || '{')] ! $there(.))[local-name() = $kind][1]"/>
  </xsl:function>

  <!-- Whether a source has it, be it selected or not. -->
  <xsl:function name="ed:known" as="xs:boolean">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="exists(($ed:sources ! ed:specs-called($key, .))[1])"/>
  </xsl:function>

  <!-- A reference of RELAX NG: to what is there, by its name; to what is not, as nothing. What no
       source knows may be defined by a grammar that the ODD brings in. -->
  <xsl:template match="rng:ref" mode="ed:pruned" as="element()">
    <xsl:param name="there" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:param name="filled" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="found" as="element()*" select="ed:idents-of(@name) ! $there(.)"/>
    <xsl:choose>
      <xsl:when test="$found[not(@type = 'model') or $filled(@ident)]">
        <xsl:sequence select="."/>
      </xsl:when>
      <xsl:when test="exists($found) or ed:idents-of(@name) ! ed:known(.) = true()">
        <xsl:element name="rng:{if ($found or parent::rng:choice) then 'notAllowed' else 'empty'}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
