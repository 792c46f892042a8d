<?xml version="1.0" encoding="UTF-8"?>
<!-- Declarations to one specification a name: what is added, changed, replaced and deleted. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:merged" as="map(xs:string, element())">
    <xsl:param name="declared" as="element()*"/>
    <xsl:sequence select="$declared/self::classSpec[@type[not(. = ('model', 'atts'))]]
        ! ed:unknown(., '&lt;classSpec type=&quot;' || @type || '&quot;>')"/>
    <xsl:variable name="taken" as="element()*">
      <xsl:apply-templates select="$declared[not(ed:is-spec(.) or self::constraintSpec)]" mode="ed:taken"/>
    </xsl:variable>
    <xsl:variable name="base" as="map(xs:string, element())" select="map:merge(
        $taken ! map:entry(ed:name(.), .), map{'duplicates': 'use-last'})"/>
    <xsl:sequence select="fold-left($declared[ed:is-spec(.)], $base, ed:applied#2)"/>
  </xsl:function>

  <!-- One specification of the ODD, onto what is there. -->
  <xsl:function name="ed:applied" as="map(xs:string, element())">
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="ed:name-there($there, $spec)"/>
    <xsl:choose>
      <xsl:when test="$spec/@mode = 'delete'">
        <xsl:sequence select="map:remove($there, $name)"/>
      </xsl:when>
      <xsl:when test="$spec/@mode = 'change'">
        <xsl:variable name="base" as="element()?" select="($there($name), ed:unselected($spec))[1]"/>
        <!-- What is amiss comes first: behind the map it is put off, and not told. -->
        <xsl:sequence select="if ($base) then map:put($there, $name, ed:changed($base, $spec))
            else (ed:nothing-to-change($spec), $there)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map:put($there, $name, $spec)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A change or deletion without a namespace may mean an element of any. -->
  <xsl:function name="ed:name-there" as="xs:string">
    <xsl:param name="there" as="map(xs:string, element())"/>
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="ed:name($spec)"/>
    <xsl:variable name="elsewhere" as="xs:string?" select="
        if ($spec/@ns or not($spec/@mode = ('change', 'delete')) or map:contains($there, $name)) then ()
        else map:keys($there)[starts-with(., $name || '{')][1]"/>
    <xsl:sequence select="($elsewhere, $name)[1]"/>
  </xsl:function>

  <!-- Macros and datatypes need not be selected to be changed. -->
  <xsl:function name="ed:unselected" as="element()?">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec[self::macroSpec or self::dataSpec] ! ed:base(., local-name(), @ident)"/>
  </xsl:function>
  <xsl:function name="ed:nothing-to-change" as="empty-sequence()">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="if ($ed:sources[ed:source/@uri = ''] or $spec/ancestor-or-self::*/@source)
        then ed:remark($spec, '“' || $spec/@ident || '” is not in the schema, so that there is nothing to change')
        else ed:absent($spec, $spec/@ident)"/>
  </xsl:function>

  <!-- A specification with a change made to it. What is kept of either is in the TEI's order. -->
  <xsl:function name="ed:changed" as="element()">
    <xsl:param name="base" as="element()"/>
    <xsl:param name="change" as="element()"/>
    <xsl:element name="{name($base)}" namespace="{namespace-uri($base)}">
      <xsl:copy-of select="$base/@*, $change/(@* except (@mode, @module))"/>
      <xsl:copy-of select="('altIdent', 'equiv', 'gloss', 'desc') ! ed:newer($base, $change, .)"/>
      <xsl:sequence select="ed:classes($base, $change)"/>
      <xsl:copy-of select="('content', 'datatype') ! ed:newer($base, $change, .)"/>
      <xsl:copy-of select="$base/constraintSpec[not(@ident = $change/constraintSpec/@ident)],
          $change/constraintSpec[not(@mode = 'delete')]"/>
      <xsl:copy-of select="ed:newer($base, $change, 'defaultVal')"/>
      <xsl:sequence select="ed:value-list($base/valList, $change/valList)"/>
      <xsl:sequence select="ed:attributes-changed($base, $change)"/>
      <xsl:copy-of select="('exemplum', 'remarks', 'listRef') ! ed:newer($base, $change, .)"/>
    </xsl:element>
  </xsl:function>
  <xsl:function name="ed:newer" as="element()*">
    <xsl:param name="base" as="element()"/>
    <xsl:param name="change" as="element()"/>
    <xsl:param name="child" as="xs:string"/>
    <xsl:variable name="new" as="element()*" select="$change/*[local-name() = $child]"/>
    <xsl:sequence select="if ($new) then $new[not(@mode = 'delete')] else $base/*[local-name() = $child]"/>
  </xsl:function>

  <!-- The classes: those of the change, unless that only changes some of them. -->
  <xsl:function name="ed:classes" as="element(classes)?">
    <xsl:param name="base" as="element()"/>
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="new" as="element(classes)?" select="$change/classes[1]"/>
    <xsl:choose>
      <xsl:when test="$new/@mode = 'change'">
        <classes xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:copy-of select="$base/classes/memberOf[not(@key = $new/memberOf/@key)],
              $new/memberOf[not(@mode = 'delete')]"/>
        </classes>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy-of select="($new, $base/classes)[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A list of values: a new one, or the old one with some items changed. Where the TEI changes an
       attribute of a class of its own, a list that does not say how it is meant is a suggestion:
       so it is in the schemas that the TEI publishes. -->
  <xsl:function name="ed:value-list" as="element(valList)?">
    <xsl:param name="base" as="element(valList)?"/>
    <xsl:param name="change" as="element(valList)?"/>
    <xsl:choose>
      <xsl:when test="$change/@mode = 'delete'"/>
      <xsl:when test="not($change/@mode = 'change') or empty($base)">
        <xsl:copy-of select="($change[@mode or @ed:at], $base)[1]"/>
      </xsl:when>
      <xsl:otherwise>
        <valList xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:copy-of select="$base/@type, $change/@type"/>
          <xsl:copy-of select="$base/valItem[not(@ident = $change/valItem/@ident)],
              $change/valItem[not(@mode = 'delete')]"/>
        </valList>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The attributes: the old ones with their changes, then what does not stand among them. -->
  <xsl:function name="ed:attributes-changed" as="element(attList)?">
    <xsl:param name="base" as="element()"/>
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="new" as="element()*" select="$change/attList/*"/>
    <xsl:variable name="old" as="xs:string*" select="$base/attList//attDef/@ident ! string()"/>
    <xsl:where-populated>
      <attList xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:copy-of select="($change, $base)/attList/@org"/>
        <xsl:apply-templates select="$base/attList/*" mode="ed:attribute-changed">
          <xsl:with-param name="new" as="element(attDef)*" select="$change/attList//attDef" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:sequence select="$new[not(self::attDef/@ident = $old)] except $base ! ed:not-its-own(., $new, $old)"/>
      </attList>
    </xsl:where-populated>
  </xsl:function>

  <!-- An element may change what it has from its classes; a class only what is its own. -->
  <xsl:function name="ed:not-its-own" as="element(attDef)*">
    <xsl:param name="base" as="element()"/>
    <xsl:param name="new" as="element()*"/>
    <xsl:param name="old" as="xs:string*"/>
    <xsl:for-each select="$new/self::attDef[$base/self::classSpec][@mode = ('change', 'delete', 'replace')][not(@ident = $old)]">
      <xsl:sequence select="., ed:remark(., '“' || @ident || '” is no attribute of the class “' || $base/@ident
          || '” itself, so that there is nothing to change')"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="ed:attribute-changed" on-no-match="shallow-copy"/>
  <xsl:template match="attDef" mode="ed:attribute-changed" as="element(attDef)?">
    <xsl:param name="new" as="element(attDef)*" tunnel="yes"/>
    <xsl:variable name="change" as="element(attDef)?" select="$new[@ident = current()/@ident][last()]"/>
    <xsl:choose>
      <xsl:when test="empty($change)"><xsl:sequence select="."/></xsl:when>
      <!-- Deleted here, it is not to come back from a class. -->
      <xsl:when test="$change/@mode = 'delete'"><xsl:sequence select="$change"/></xsl:when>
      <xsl:when test="$change/@mode = 'change'">
        <xsl:sequence select="ed:changed(., $change)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$change"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A specification without some of its attributes. -->
  <xsl:function name="ed:without" as="element()">
    <xsl:param name="spec" as="element()"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:apply-templates select="$spec" mode="ed:without">
      <xsl:with-param name="names" as="xs:string*" select="$names" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>
  <xsl:mode name="ed:without" on-no-match="shallow-copy"/>
  <xsl:template match="attDef" mode="ed:without" as="element()?">
    <xsl:param name="names" as="xs:string*" tunnel="yes"/>
    <xsl:sequence select=".[not(@ident = $names)]"/>
  </xsl:template>
</xsl:stylesheet>
