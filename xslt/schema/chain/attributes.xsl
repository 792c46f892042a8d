<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes of a specification against those of its classes. Where it changes, deletes or doubles
     one of a class, it leaves that class, and has what remains of it by itself. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- All attributes of a class, those of its classes included. -->
  <xsl:function name="ed:inherited" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:variable name="above" as="element(attDef)*" select="
        $spec/classes/memberOf ! $there(@key)[@type = 'atts'][not(. is $spec)] ! ed:inherited(., $there)"/>
    <xsl:variable name="own" as="element(attDef)*" select="$spec/attList//attDef"/>
    <xsl:sequence select="$own[not(@mode = 'delete')] ! ed:overriding(., $above),
        $above[not(@ident = $own/@ident)]"/>
  </xsl:function>

  <!-- An attribute of one's own: a change is made to the one that is inherited; without that there is none. -->
  <xsl:function name="ed:overriding" as="element(attDef)?">
    <xsl:param name="own" as="element(attDef)"/>
    <xsl:param name="above" as="element(attDef)*"/>
    <xsl:variable name="base" as="element(attDef)?" select="$above[@ident = $own/@ident][1]"/>
    <xsl:sequence select="
        if (not($own/@mode = 'change')) then $own
        else if ($base) then ed:changed($base, $own)
        else $own[@ed:at] ! ed:remark(., '“' || @ident || '” is no attribute there, so that there is nothing to change')"/>
  </xsl:function>

  <xsl:function name="ed:dressed" as="element()">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="attributes" as="map(xs:string, element(attDef)*)"/>
    <xsl:variable name="own" as="element(attDef)*"
        select="$spec/attList//attDef, $spec/attList//attRef ! ed:meant(., $there)"/>
    <xsl:variable name="classes" as="xs:string*"
        select="distinct-values($spec/classes/memberOf/@key[map:contains($attributes, .)])"/>
    <xsl:variable name="left" as="xs:string*" select="ed:left($classes, $own/@ident, $attributes)"/>
    <xsl:apply-templates select="$spec" mode="ed:dressed">
      <xsl:with-param name="above" as="element(attDef)*" select="$left ! $attributes(.)" tunnel="yes"/>
      <xsl:with-param name="own" as="xs:string*" select="$own/@ident ! string(),
          $classes[not(. = $left)] ! $attributes(.)/@ident ! string()" tunnel="yes"/>
      <xsl:with-param name="there" as="map(xs:string, element())" select="$there" tunnel="yes"/>
      <xsl:with-param name="kept" as="xs:string*" select="$classes[not(. = $left)],
          map:keys($there)[$there(.)/@type = 'model']" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- The classes to leave: those with an attribute that is one's own, or another class's. -->
  <xsl:function name="ed:left" as="xs:string*">
    <xsl:param name="classes" as="xs:string*"/>
    <xsl:param name="own" as="xs:string*"/>
    <xsl:param name="attributes" as="map(xs:string, element(attDef)*)"/>
    <xsl:iterate select="$classes">
      <xsl:param name="seen" as="xs:string*" select="$own"/>
      <xsl:variable name="names" as="xs:string*" select="$attributes(.)/@ident ! string()"/>
      <xsl:sequence select=".[$names = $seen]"/>
      <xsl:next-iteration>
        <xsl:with-param name="seen" select="$seen, $names"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:mode name="ed:dressed" on-no-match="shallow-copy"/>
  <xsl:template match="elementSpec | classSpec" mode="ed:dressed" as="element()">
    <xsl:param name="above" as="element(attDef)*" tunnel="yes"/>
    <xsl:param name="own" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="parts" as="xs:string*" select="'exemplum', 'remarks', 'listRef'"/>
    <xsl:copy>
      <xsl:apply-templates select="@* except (@mode, @source)" mode="ed:dressed"/>
      <xsl:apply-templates select="* except (attList, *[local-name() = $parts])" mode="ed:dressed"/>
      <xsl:where-populated>
        <attList xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:copy-of select="attList[@ed:at]/@org[not($above)]"/>
          <xsl:apply-templates select="attList/*" mode="ed:dressed"/>
          <xsl:sequence select="ed:once($above[not(@ident = $own)])"/>
        </attList>
      </xsl:where-populated>
      <xsl:apply-templates select="*[local-name() = $parts]" mode="ed:dressed"/>
    </xsl:copy>
  </xsl:template>
  <xsl:function name="ed:once" as="element(attDef)*">
    <xsl:param name="attributes" as="element(attDef)*"/>
    <xsl:for-each-group select="$attributes" group-by="@ident">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Classes that are not in the schema, or that nothing uses, give nothing. -->
  <xsl:template match="memberOf" mode="ed:dressed" as="element(memberOf)?">
    <xsl:param name="kept" as="xs:string*" tunnel="yes"/>
    <xsl:sequence select=".[@key = $kept][not(@key = preceding-sibling::memberOf/@key)]"/>
  </xsl:template>
  <xsl:template match="attDef" mode="ed:dressed" as="element(attDef)?">
    <xsl:param name="above" as="element(attDef)*" tunnel="yes"/>
    <xsl:variable name="same" as="element(attDef)*" select="ancestor::attList[last()]//attDef[@ident = current()/@ident]"/>
    <xsl:sequence select=".[not(@mode = 'delete')][. is $same[last()]] ! ed:overriding(., $above)"/>
  </xsl:template>
  <xsl:template match="attRef" mode="ed:dressed" as="element()*">
    <xsl:param name="there" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:variable name="meant" as="element(attDef)*" select="ed:meant(., $there)"/>
    <xsl:sequence select="$meant[not(@ident = current()/ancestor::attList[last()]//attDef/@ident)],
        .[empty($meant)]"/>
  </xsl:template>
  <xsl:template match="attList[empty(* except attDef[@mode = 'delete'])]" mode="ed:dressed"/>

  <!-- The attribute that an attRef means: of a class by name, or by the name of its pattern. -->
  <xsl:function name="ed:meant" as="element(attDef)*">
    <xsl:param name="reference" as="element(attRef)"/>
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($reference/@name, '\.attribute\.')"/>
    <xsl:variable name="class" as="xs:string*" select="$reference/@class,
        $parts[1][exists($parts[2])] ! ed:idents-of(.)"/>
    <xsl:variable name="found" as="element()?" select="
        ($class ! $there(.)/self::classSpec, $class ! ed:base($reference, 'classSpec', .))[1]"/>
    <xsl:variable name="name" as="xs:string?"
        select="$parts[last()] ! replace(., '^xml:?(id|lang|base|space)$', 'xml:$1')"/>
    <xsl:sequence select="$found/attList//attDef[empty($name) or @ident = $name]"/>
  </xsl:function>
</xsl:stylesheet>
