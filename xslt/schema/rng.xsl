<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI ODD to its RELAX NG schema (XML syntax): what may stand where. The rules in its
     constraintSpecs are left to sch.xsl. -->
<xsl:package name="urn:editio:odd-rng" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:odd" package-version="1.0"/>

  <xsl:include href="rng/content.xsl"/>
  <xsl:include href="rng/attributes.xsl"/>

  <xsl:mode name="ed:rng" visibility="public" on-no-match="fail"/>

  <!-- In: an ODD. Out: path -> schema. -->
  <xsl:template match="/" mode="ed:rng" as="map(xs:string, xs:string)">
    <xsl:variable name="grammar" as="element(rng:grammar)">
      <xsl:apply-templates select="//schemaSpec" mode="ed:rng"/>
    </xsl:variable>
    <xsl:sequence select="map{'edition.rng':
        serialize($grammar, map{'indent': true(), 'omit-xml-declaration': false()}) || '&#xA;'}"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="ed:rng" as="element(rng:grammar)">
    <rng:grammar ns="{@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:comment>{$ed:origin}</xsl:comment>
      <rng:start>
        <rng:choice>
          <xsl:for-each select="tokenize(@start)">
            <rng:ref name="{.}"/>
          </xsl:for-each>
        </rng:choice>
      </rng:start>
      <xsl:apply-templates select="ed:specs(.)" mode="ed:define"/>
    </rng:grammar>
  </xsl:template>

  <!-- One definition for each specification. -->
  <xsl:mode name="ed:define" on-no-match="fail"/>

  <xsl:template match="elementSpec" mode="ed:define" as="element(rng:define)">
    <rng:define name="{@ident}">
      <rng:element name="{@ident}">
        <a:documentation>{ed:words(., 'desc')}</a:documentation>
        <xsl:apply-templates select="content" mode="ed:pattern"/>
        <xsl:apply-templates select="classes/memberOf" mode="ed:attribute"/>
        <xsl:apply-templates select="attList" mode="ed:attribute"/>
      </rng:element>
    </rng:define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="ed:define" as="element(rng:define)">
    <xsl:variable name="members" as="element()*" select="ed:members(.)"/>
    <rng:define name="{@ident}">
      <rng:choice>
        <xsl:for-each select="$members">
          <rng:ref name="{@ident}"/>
        </xsl:for-each>
        <xsl:if test="empty($members)"><rng:notAllowed/></xsl:if>
      </rng:choice>
    </rng:define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="ed:define" as="element(rng:define)">
    <rng:define name="{@ident}.attributes">
      <rng:empty/>
      <xsl:apply-templates select="classes/memberOf" mode="ed:attribute"/>
      <xsl:apply-templates select="attList" mode="ed:attribute"/>
    </rng:define>
  </xsl:template>

  <xsl:template match="dataSpec | macroSpec" mode="ed:define" as="element(rng:define)">
    <rng:define name="{@ident}">
      <xsl:apply-templates select="content" mode="ed:pattern"/>
    </rng:define>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="ed:define"/>

  <xsl:template match="*" mode="ed:define" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || ' type=&quot;' || @type || '&quot;>')"/>
  </xsl:template>
</xsl:package>
