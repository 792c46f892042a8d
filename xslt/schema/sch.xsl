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
        select="ed:specs(.)/descendant-or-self::constraintSpec"/>
    <sch:schema queryBinding="xslt3" xml:lang="en">
      <xsl:comment>{$ed:origin}</xsl:comment>
      <sch:title>{ed:words(., 'gloss')}</sch:title>
      <xsl:apply-templates select="$constraints/constraint/sch:ns" mode="ed:rule"/>
      <xsl:apply-templates select="$constraints" mode="ed:sch"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraintSpec[constraint/(* except sch:ns)]" mode="ed:sch"
      as="element(sch:pattern)">
    <sch:pattern id="{@ident}">
      <sch:title>{ed:words(., 'desc')}</sch:title>
      <xsl:apply-templates select="constraint" mode="ed:rule"/>
    </sch:pattern>
  </xsl:template>
  <xsl:template match="constraintSpec" mode="ed:sch"/>
  <xsl:template match="constraintSpec[not(@scheme = 'schematron')]" mode="ed:sch" priority="5"
      as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., 'scheme=&quot;' || @scheme || '&quot;')"/>
  </xsl:template>

  <xsl:mode name="ed:rule" on-no-match="fail"/>

  <xsl:template match="constraint" mode="ed:rule" as="element()*">
    <xsl:apply-templates select="* except sch:ns" mode="ed:rule"/>
  </xsl:template>

  <!-- Tests without a rule of their own are about the element in whose specification they stand. -->
  <xsl:template match="constraint[sch:assert | sch:report]" mode="ed:rule" as="element(sch:rule)">
    <sch:rule context="tei:{ancestor::elementSpec/@ident}">
      <xsl:next-match/>
    </sch:rule>
  </xsl:template>

  <!-- Rebuilt and not copied: no namespace and no mark of ours gets into the schema. -->
  <xsl:template match="sch:rule | sch:let | sch:assert | sch:report | sch:value-of | sch:name | sch:ns"
      mode="ed:rule" as="element()">
    <xsl:element name="{name()}">
      <xsl:copy-of select="@* except @ed:at"/>
      <xsl:apply-templates mode="ed:rule"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="ed:rule" as="text()?">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>
  <xsl:template match="(sch:assert | sch:report)/node()[1][self::text()]" mode="ed:rule" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ') => replace('^ ', '')"/>
  </xsl:template>
  <xsl:template match="(constraint | sch:rule)/text()" mode="ed:rule" priority="2"/>

  <xsl:template match="*" mode="ed:rule" priority="-9" as="empty-sequence()">
    <xsl:sequence select="ed:unknown(., '&lt;' || name() || '>')"/>
  </xsl:template>
</xsl:package>
