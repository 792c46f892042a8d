<?xml version="1.0" encoding="UTF-8"?>
<!-- A TEI ODD to its house rules as ISO Schematron: what RELAX NG cannot say. One pattern for each
     constraintSpec, so that every rule is tried on its own. -->
<xsl:package name="urn:editio:odd-sch" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="xsl xs ed" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:odd" package-version="1.0"/>

  <xsl:mode name="ed:sch" visibility="public" on-no-match="fail"/>

  <!-- In: an ODD. Out: path -> schema. -->
  <xsl:template match="/" mode="ed:sch" as="map(xs:string, xs:string)">
    <xsl:variable name="schema" as="element(sch:schema)">
      <xsl:apply-templates select="//schemaSpec" mode="ed:sch"/>
    </xsl:variable>
    <xsl:sequence select="map{'edition.sch':
        serialize($schema, map{'indent': true(), 'omit-xml-declaration': false(),
          'suppress-indentation': ('assert', 'report') ! QName('http://purl.oclc.org/dsdl/schematron', .)})
        || '&#xA;'}"/>
  </xsl:template>

  <xsl:template match="schemaSpec" mode="ed:sch" as="element(sch:schema)">
    <xsl:variable name="constraints" as="element(constraintSpec)*"
        select="(ed:specs(.)/descendant-or-self::constraintSpec)[not(ancestor::exemplum)]"/>
    <sch:schema queryBinding="xslt3" xml:lang="en">
      <xsl:comment>{$ed:origin}</xsl:comment>
      <sch:title>{ed:words(., 'gloss')}</sch:title>
      <xsl:sequence select="ed:prefixes($constraints)"/>
      <!-- A pattern without rules declares what the rules of others use. -->
      <xsl:apply-templates select="$constraints/constraint/sch:pattern[not(sch:rule)]/*" mode="ed:rule"/>
      <xsl:apply-templates select="$constraints" mode="ed:sch">
        <xsl:with-param name="all" as="element(constraintSpec)*" select="$constraints" tunnel="yes"/>
      </xsl:apply-templates>
    </sch:schema>
  </xsl:template>

  <!-- The prefixes that are declared for the rules, then those that expressions have from the ODD. -->
  <xsl:function name="ed:prefixes" as="element(sch:ns)*">
    <xsl:param name="constraints" as="element(constraintSpec)*"/>
    <xsl:variable name="declared" as="element(sch:ns)*">
      <xsl:for-each-group select="$constraints/constraint/sch:ns" group-by="@prefix">
        <sch:ns prefix="{@prefix}" uri="{@uri}"/>
      </xsl:for-each-group>
      <xsl:if test="$constraints//sch:rule[not(@context)] or $constraints/constraint/(sch:assert | sch:report)
          or empty($constraints/constraint/sch:ns)">
        <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="used" as="element(sch:ns)*">
      <xsl:for-each select="$constraints//sch:*/(@test | @context | @value | @select)">
        <xsl:sequence select="ed:prefixes-in(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$declared, $used" group-by="@prefix">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>
  <xsl:function name="ed:prefixes-in" as="element(sch:ns)*">
    <xsl:param name="expression" as="attribute()"/>
    <xsl:for-each select="in-scope-prefixes($expression/..)[not(. = ('', 'xml', 'sch'))]
        [contains($expression, . || ':')]">
      <sch:ns prefix="{.}" uri="{namespace-uri-for-prefix(., $expression/..)}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="constraintSpec[constraint/(* except sch:ns)]" mode="ed:sch"
      as="element(sch:pattern)*">
    <xsl:param name="all" as="element(constraintSpec)*" tunnel="yes"/>
    <xsl:variable name="name" as="xs:string" select="string-join((ancestor::*[@ident]/@ident
        [count($all[@ident = current()/@ident]) gt 1], @ident), '-') => replace('[^\w.-]', '.')"/>
    <xsl:if test="constraint/(* except (sch:ns, sch:pattern))">
      <sch:pattern id="{$name}">
        <sch:title>{ed:words(., 'desc')}</sch:title>
        <xsl:apply-templates select="constraint" mode="ed:rule"/>
      </sch:pattern>
    </xsl:if>
    <xsl:for-each select="constraint/sch:pattern[sch:rule]">
      <sch:pattern>
        <xsl:attribute name="id" select="$name || position()[current()/../(* except sch:ns)[2]]"/>
        <xsl:copy-of select="@* except (@ed:at, @id)"/>
        <xsl:apply-templates mode="ed:rule"/>
      </sch:pattern>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="constraintSpec" mode="ed:sch"/>
  <xsl:template match="constraintSpec[@scheme[not(. = ('schematron', 'isoschematron'))]]" mode="ed:sch"
      priority="5" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., 'scheme=&quot;' || @scheme || '&quot;')"/>
  </xsl:template>

  <xsl:mode name="ed:rule" on-no-match="fail"/>

  <xsl:template match="constraint" mode="ed:rule" as="element()*">
    <xsl:apply-templates select="* except (sch:ns, sch:pattern)" mode="ed:rule"/>
  </xsl:template>

  <!-- Tests without a rule of their own are about what they stand in: an element, the elements of a
       class, an attribute. -->
  <xsl:template match="constraint[sch:assert | sch:report]" mode="ed:rule" as="element(sch:rule)">
    <sch:rule context="{ed:context(.)}">
      <xsl:next-match/>
    </sch:rule>
  </xsl:template>
  <xsl:function name="ed:context" as="xs:string">
    <xsl:param name="constraint" as="element(constraint)"/>
    <xsl:variable name="attribute" as="xs:string?" select="$constraint/ancestor::attDef ! ('@' || @ident)"/>
    <xsl:variable name="elements" as="xs:string*" select="$constraint/(ancestor::elementSpec,
        ancestor::classSpec ! ed:elements-of(.))/@ident ! ('tei:' || .)"/>
    <xsl:sequence select="(if (exists($elements)) then $elements else 'tei:*')
        ! string-join((., $attribute), '/') => string-join(' | ')"/>
  </xsl:function>

  <!-- Rebuilt and not copied: no namespace and no mark of ours gets into the schema. -->
  <xsl:template match="sch:* | xsl:*" mode="ed:rule" as="element()">
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:copy-of select="@* except @ed:at"/>
      <xsl:apply-templates mode="ed:rule"/>
    </xsl:element>
  </xsl:template>
  <!-- Fixes that some editors offer are no rules. -->
  <xsl:template match="sqf:*" mode="ed:rule" xmlns:sqf="http://www.schematron-quickfix.com/validator/process"/>
  <!-- What other languages of markup mark in a message is words. -->
  <xsl:template match="(sch:assert | sch:report)//tei:*" xmlns:tei="http://www.tei-c.org/ns/1.0" mode="ed:rule"
      as="node()*">
    <xsl:apply-templates mode="ed:rule"/>
  </xsl:template>

  <xsl:template match="text()" mode="ed:rule" as="text()?">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>
  <xsl:template match="(sch:assert | sch:report)/node()[1][self::text()]" mode="ed:rule" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ') => replace('^ ', '')"/>
  </xsl:template>
  <xsl:template match="constraint/text() | sch:rule/text() | sch:pattern/text() | comment() | processing-instruction()"
      mode="ed:rule" priority="2"/>

  <xsl:template match="*" mode="ed:rule" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || '>')"/>
  </xsl:template>
</xsl:package>
