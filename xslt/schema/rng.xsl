<?xml version="1.0" encoding="UTF-8"?>
<!-- A complete TEI ODD to its RELAX NG schema (XML syntax): what may stand where. The rules in its
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
  <xsl:include href="rng/foreign.xsl"/>

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
    <xsl:variable name="specs" as="element()*" select="ed:specs(.)"/>
    <rng:grammar ns="{(@ns, 'http://www.tei-c.org/ns/1.0')[1]}"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:comment>{$ed:origin}</xsl:comment>
      <rng:start>
        <rng:choice>
          <xsl:sequence select="ed:start(.)"/>
        </rng:choice>
      </rng:start>
      <xsl:apply-templates select="$specs" mode="ed:define"/>
      <xsl:apply-templates select="$specs//anyElement" mode="ed:any"/>
      <xsl:sequence select="ed:stand-in(.)"/>
    </rng:grammar>
  </xsl:template>

  <!-- The elements with which a document may begin: those that are named, or a TEI or corpus of it. -->
  <xsl:function name="ed:start" as="element(rng:ref)*">
    <xsl:param name="schema" as="element(schemaSpec)"/>
    <xsl:variable name="names" as="xs:string*"
        select="($schema/@start[normalize-space()], 'TEI teiCorpus')[1] => tokenize()"/>
    <xsl:variable name="found" as="element(elementSpec)*" select="$names !
        ed:specs-called(ed:idents-of(.), root($schema))[self::elementSpec][1]"/>
    <xsl:sequence select="if ($found or $schema/@start = '') then ()
        else $names ! ed:missing($schema, .)"/>
    <xsl:for-each select="$found">
      <rng:ref name="{ed:pattern-of(.)}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The name of the pattern of a specification. Two elements of one name are in two namespaces. -->
  <xsl:function name="ed:pattern-of" as="xs:string">
    <xsl:param name="spec" as="element()"/>
    <xsl:variable name="same" as="element()*" select="ed:specs-called($spec/@ident, root($spec))"/>
    <xsl:sequence select="(string(count($same[. &lt;&lt; $spec]))[. != '0'] ! ($spec/@prefix, 'other' || . || '_')[1])
        || $spec/@ident"/>
  </xsl:function>

  <!-- One definition for each specification. -->
  <xsl:mode name="ed:define" on-no-match="fail"/>

  <xsl:template match="elementSpec" mode="ed:define" as="element(rng:define)">
    <rng:define name="{ed:pattern-of(.)}">
      <rng:element name="{ed:called(.)}">
        <xsl:copy-of select="@ns"/>
        <a:documentation>{ed:words(., 'desc')}</a:documentation>
        <xsl:apply-templates select="content" mode="ed:pattern"/>
        <xsl:if test="empty(content/*)"><rng:empty/></xsl:if>
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
          <rng:ref name="{ed:pattern-of(.)}"/>
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
      <xsl:if test="empty(content/*)"><rng:empty/></xsl:if>
    </rng:define>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="ed:define"/>

  <xsl:template match="*" mode="ed:define" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || ' type=&quot;' || @type || '&quot;>')"/>
  </xsl:template>
</xsl:package>
