<?xml version="1.0" encoding="UTF-8"?>
<!-- The section of one element: what it is for, where it may stand, what may stand in it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:element" on-no-match="fail"/>

  <xsl:template match="elementSpec" mode="ed:element" as="element()">
    <section id="{@ident}" class="element">
      <h2><code>{@ident}</code> {ed:words(., 'gloss')}</h2>
      <p>{ed:words(., 'desc')}</p>
      <dl>
        <xsl:call-template name="ed:places"/>
        <dt>Contains</dt>
        <dd class="content"><xsl:apply-templates select="content" mode="ed:content"/></dd>
        <xsl:call-template name="ed:attributes"/>
        <xsl:call-template name="ed:element-rules"/>
        <xsl:apply-templates select="exemplum" mode="ed:element"/>
      </dl>
      <xsl:apply-templates select="remarks/p" mode="ed:prose"/>
      <xsl:call-template name="ed:guideline"/>
    </section>
  </xsl:template>

  <!-- The page of the TEI Guidelines on an element that is of the TEI. -->
  <xsl:template name="ed:guideline" as="element()?">
    <xsl:context-item as="element(elementSpec)" use="required"/>
    <xsl:if test="@module">
      <p>In the TEI Guidelines: <a
          href="https://www.tei-c.org/release/doc/tei-p5-doc/en/html/ref-{@ident}.html">{@ident}</a></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:places" as="element()+">
    <xsl:context-item as="element(elementSpec)" use="required"/>
    <xsl:variable name="parents" as="element(elementSpec)*" select="ed:parents(.)"/>
    <dt>Stands in</dt>
    <dd>
      <xsl:sequence select="ed:list($parents ! ed:link(.), ', ')"/>
      <xsl:if test="empty($parents)">nothing: it is the root of a document</xsl:if>
    </dd>
  </xsl:template>

  <xsl:template name="ed:element-rules" as="element()*">
    <xsl:context-item as="element(elementSpec)" use="required"/>
    <xsl:where-populated>
      <dt><xsl:text>{constraintSpec[1]/'Rules'}</xsl:text></dt>
      <dd>
        <xsl:where-populated>
          <ul class="rules"><xsl:apply-templates select="constraintSpec" mode="ed:rule"/></ul>
        </xsl:where-populated>
      </dd>
    </xsl:where-populated>
  </xsl:template>

  <!-- A rule as it is told to editors; a constraint without a test is none. -->
  <xsl:mode name="ed:rule" on-no-match="fail"/>
  <xsl:template match="constraintSpec[.//sch:assert | .//sch:report]" mode="ed:rule" as="element()">
    <li>{ed:words(., 'desc')} <code>{@ident}</code></li>
  </xsl:template>
  <xsl:template match="constraintSpec" mode="ed:rule" priority="-1"/>

  <xsl:template match="exemplum[not(*:egXML)]" mode="ed:element" priority="2"/>
  <xsl:template match="exemplum" mode="ed:element" as="element()+">
    <dt>Example</dt>
    <dd>
      <pre><code><xsl:value-of select="ed:markup(*:egXML[1])"/></code></pre>
    </dd>
  </xsl:template>

  <!-- The name of an element, leading to its section. -->
  <xsl:function name="ed:link" as="element()">
    <xsl:param name="spec" as="element(elementSpec)"/>
    <a href="{ed:chapter($spec)}#{$spec/@ident}"><code>{$spec/@ident}</code></a>
  </xsl:function>

  <!-- Links with a sign between them. -->
  <xsl:function name="ed:list" as="node()*">
    <xsl:param name="links" as="element()*"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:for-each select="$links">
      <xsl:if test="position() gt 1"><xsl:value-of select="$sign"/></xsl:if>
      <xsl:sequence select="."/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
