<?xml version="1.0" encoding="UTF-8"?>
<!-- Writes out what is abstract: rules that others extend, patterns that others instantiate.
     Schematron to Schematron without abstract rules and patterns (ISO/IEC 19757-3, 6.3 to 6.5). -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:ed="urn:editio:ns"
    exclude-result-prefixes="#all">

  <xsl:mode name="ed:expand" visibility="private" on-no-match="shallow-copy"/>

  <xsl:key name="ed:abstract-rule" match="sch:rule[@abstract = ('true', '1')]" use="@id"/>
  <xsl:key name="ed:abstract-pattern" match="sch:pattern[@abstract = ('true', '1')]" use="@id"/>

  <xsl:template match="sch:pattern[@abstract = ('true', '1')]" mode="ed:expand"/>
  <xsl:template match="sch:rule[@abstract = ('true', '1')] | sch:rules" mode="ed:expand"/>

  <!-- The parts of an abstract rule in the place of the reference; that of the own pattern first. -->
  <xsl:template match="sch:extends[@rule]" mode="ed:expand">
    <xsl:variable name="found" as="element(sch:rule)*" select="key('ed:abstract-rule', @rule)"/>
    <xsl:variable name="pattern" as="element()?" select="ancestor::sch:pattern"/>
    <xsl:variable name="own" as="element()?" select="$found[ancestor::sch:pattern is $pattern][1]"/>
    <xsl:if test="empty($found)">
      <xsl:sequence select="error((), concat('the abstract rule “', @rule, '” is not defined'))"/>
    </xsl:if>
    <xsl:apply-templates select="($own, $found)[1]/node()" mode="ed:expand"/>
  </xsl:template>

  <!-- An instance: the content of the abstract pattern with $name replaced by its value. -->
  <xsl:template match="sch:pattern[@is-a]" mode="ed:expand">
    <xsl:variable name="model" as="element(sch:pattern)*"
        select="key('ed:abstract-pattern', @is-a)"/>
    <xsl:if test="empty($model)">
      <xsl:sequence select="error((), concat('the abstract pattern “', @is-a, '” is not defined'))"/>
    </xsl:if>
    <xsl:copy>
      <xsl:copy-of select="@* except @is-a"/>
      <xsl:apply-templates select="$model[1]/node() | sch:let" mode="ed:expand">
        <xsl:with-param name="values" tunnel="yes" as="map(xs:string, xs:string)"
            select="map:merge((sch:param ! map{string(@name): string(@value)}, ed:defaults($model[1])))"
            xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:pattern/sch:param" mode="ed:expand"/>

  <xsl:function name="ed:defaults" as="map(xs:string, xs:string)*" visibility="private">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="$pattern/sch:param[@value] ! map{string(@name): string(@value)}"/>
  </xsl:function>

  <xsl:template match="@context | @test | @value | @select | @path | @subject | @documents"
      mode="ed:expand">
    <xsl:param name="values" tunnel="yes" as="map(xs:string, xs:string)" select="map{}"/>
    <xsl:attribute name="{name()}" select="ed:substituted(., $values)"/>
  </xsl:template>

  <!-- Names are taken whole: $foo leaves $foobar alone. -->
  <xsl:function name="ed:substituted" as="xs:string" visibility="private">
    <xsl:param name="expression" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$expression" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:sequence select="($values(regex-group(1)), .)[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>
</xsl:stylesheet>
