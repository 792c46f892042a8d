<?xml version="1.0" encoding="UTF-8"?>
<!-- About this text: the header in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="ed:about" mode="ed:html">
    <xsl:variable name="id" as="xs:string" select="ed:own-id(., 'about')"/>
    <section class="about" aria-labelledby="{$id}">
      <h2 id="{$id}">{ed:label('about', ed:lang(.))}</h2>
      <xsl:apply-templates mode="ed:html"/>
    </section>
  </xsl:template>

  <xsl:template match="ed:heading[@label]" mode="ed:html" priority="1">
    <xsl:element name="h{min((6, xs:integer(@level) + 1))}">{ed:label(@label, ed:lang(root(.)/*))}</xsl:element>
  </xsl:template>

  <xsl:template match="ed:statement" mode="ed:html">
    <p>{ed:label(@label, ed:lang(root(.)/*))}</p>
  </xsl:template>

  <xsl:template match="ed:record" mode="ed:html">
    <xsl:choose>
      <xsl:when test="ed:entry and (every $one in node() satisfies $one/self::ed:entry)">
        <dl class="record">
          <xsl:call-template name="ed:attributes"/>
          <xsl:apply-templates mode="ed:html"/>
        </dl>
      </xsl:when>
      <xsl:otherwise>
        <div class="record">
          <xsl:call-template name="ed:attributes"/>
          <xsl:if test="string(@n)">
            <span class="record-key">{ed:date(@n, ed:lang(.))}</span>
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:call-template name="ed:entries-held"/>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ed:entry" mode="ed:html">
    <div>
      <xsl:call-template name="ed:attributes">
        <xsl:with-param name="class" select="'group'[current()/ed:entry]"/>
      </xsl:call-template>
      <dt>{ed:label(@label, ed:lang(root(.)/*))}</dt>
      <dd>
        <xsl:call-template name="ed:entries-held"/>
      </dd>
    </div>
  </xsl:template>

  <!-- Entries next to each other are a list; what else there is stands between. -->
  <xsl:template name="ed:entries-held">
    <xsl:for-each-group select="node()" group-adjacent="exists(self::ed:entry)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <dl><xsl:apply-templates select="current-group()" mode="ed:html"/></dl>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="current-group()" mode="ed:html"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
