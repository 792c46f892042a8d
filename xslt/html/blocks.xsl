<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs and what stands between them. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- id, lang and direction, classes from kind, type and rend. -->
  <xsl:template name="ed:attributes" visibility="public" as="attribute()*">
    <xsl:param name="class" as="xs:string*" select="()"/>
    <xsl:variable name="classes" as="xs:string*" select="
        distinct-values(($class, @kind, @type, tokenize(@rend))[.])"/>
    <xsl:if test="@id"><xsl:attribute name="id" select="@id"/></xsl:if>
    <xsl:if test="@lang">
      <xsl:attribute name="lang" select="@lang"/>
      <xsl:sequence select="ed:dir(.)"/>
    </xsl:if>
    <xsl:if test="exists($classes)"><xsl:attribute name="class" select="$classes"/></xsl:if>
  </xsl:template>

  <!-- Phrasing content or a box? HTML allows no block inside p. -->
  <xsl:function name="ed:has-blocks" as="xs:boolean" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:sequence select="exists($behaviour//(ed:block | ed:paragraph | ed:list | ed:table |
        ed:figure | ed:line | ed:verbatim | ed:text | ed:section | ed:heading)
        [not(ancestor::ed:note[ancestor::* intersect $behaviour])])"/>
  </xsl:function>

  <xsl:template match="ed:text | ed:part" mode="ed:html">
    <div>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="local-name()"/>
      </xsl:call-template>
      <xsl:apply-templates mode="ed:html"/>
    </div>
  </xsl:template>
  <xsl:template match="ed:part[not(node())]" mode="ed:html"/>

  <xsl:template match="ed:section" mode="ed:html">
    <section>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </section>
  </xsl:template>

  <xsl:template match="ed:heading" mode="ed:html">
    <xsl:element name="h{min((6, xs:integer(@level) + 1))}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ed:paragraph | ed:block" mode="ed:html">
    <xsl:element name="{if (self::ed:paragraph and not(ed:has-blocks(.))) then 'p' else 'div'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="ed:block[@kind = ('quote', 'q', 'said')]" mode="ed:html">
    <blockquote>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="ed:line" mode="ed:html">
    <div>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'line'"/>
      </xsl:call-template>
      <xsl:if test="number(@n) mod 5 = 0"><span class="line-number">{@n}</span></xsl:if>
      <xsl:apply-templates mode="ed:html"/>
    </div>
  </xsl:template>

  <xsl:template match="ed:list" mode="ed:html">
    <xsl:apply-templates select="ed:block" mode="ed:html"/>
    <xsl:element name="{if (@kind = 'ordered') then 'ol' else if (@kind = 'gloss') then 'dl' else 'ul'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates select="node() except ed:block" mode="ed:html"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="ed:item" mode="ed:html">
    <xsl:element name="{if (../@kind = 'gloss') then 'dd' else 'li'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="ed:label" mode="ed:html">
    <dt>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </dt>
  </xsl:template>

  <xsl:template match="ed:table" mode="ed:html">
    <table>
      <xsl:call-template name="ed:attributes"/>
      <xsl:for-each select="ed:block[1]">
        <caption><xsl:apply-templates mode="ed:html"/></caption>
      </xsl:for-each>
      <tbody><xsl:apply-templates select="ed:row" mode="ed:html"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="ed:row" mode="ed:html">
    <tr>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates select="ed:cell" mode="ed:html"/>
    </tr>
  </xsl:template>
  <xsl:template match="ed:cell" mode="ed:html">
    <xsl:element name="{if (@kind = 'label') then 'th' else 'td'}">
      <xsl:call-template name="ed:attributes"/>
      <xsl:for-each select="@cols"><xsl:attribute name="colspan" select="."/></xsl:for-each>
      <xsl:for-each select="@rows"><xsl:attribute name="rowspan" select="."/></xsl:for-each>
      <xsl:apply-templates mode="ed:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ed:figure" mode="ed:html">
    <figure>
      <xsl:call-template name="ed:attributes"/>
      <xsl:apply-templates mode="ed:html"/>
    </figure>
  </xsl:template>
  <xsl:template match="ed:graphic" mode="ed:html">
    <img src="{@url}" alt="{@alt}">
      <xsl:call-template name="ed:attributes"/>
    </img>
  </xsl:template>
  <xsl:template match="ed:verbatim" mode="ed:html">
    <pre><code><xsl:value-of select="."/></code></pre>
  </xsl:template>
</xsl:stylesheet>
