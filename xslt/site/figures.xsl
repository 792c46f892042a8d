<?xml version="1.0" encoding="UTF-8"?>
<!-- The pictures of a register as SVG: a map of places that have coordinates, a line of events that
     have dates. Each mark is a link with its name; the entries below say the same in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="ed:figure" on-no-match="fail"/>

  <xsl:template name="ed:figures" as="element(figure)*">
    <xsl:apply-templates select="ed:map, ed:timeline" mode="ed:figure"/>
  </xsl:template>

  <xsl:template match="ed:map | ed:timeline" mode="ed:figure" as="element(figure)">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(root(.)/ed:site)"/>
    <figure class="figure">
      <div class="scroll" tabindex="0" role="group"
          aria-label="{ed:label(local-name() || '-title', $lang)}">
        <svg class="{local-name()}" viewBox="0 0 {@width} {@height}" width="{@width}"
            height="{@height}">
          <xsl:apply-templates mode="ed:figure"/>
        </svg>
      </div>
      <figcaption>
        <xsl:text>{ed:label(local-name() || '-title', $lang)}. </xsl:text>
        <xsl:text>{ed:label(local-name() || '-note', $lang)}</xsl:text>
      </figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="text()" mode="ed:figure"/>
  <xsl:template match="ed:land" mode="ed:figure" as="element(path)">
    <path class="land" d="{@d}"/>
  </xsl:template>

  <!-- Places that are too many to be told apart: lines without length, whose ends are round. -->
  <xsl:template match="ed:dots" mode="ed:figure" as="element(path)">
    <path class="dots" d="{@d}"/>
  </xsl:template>

  <!-- A label that had to give way is tied to its place by a line. -->
  <xsl:template match="ed:point" mode="ed:figure" as="element(a)">
    <xsl:variable name="aside" as="xs:double" select="if (@side = 'left') then -1 else 1"/>
    <a href="register/{@entry}.html">
      <title>{.}</title>
      <xsl:if test="number(@label) gt number(@y) + 8">
        <line x1="{@x}" y1="{@y}" x2="{number(@x) + 8 * $aside}" y2="{number(@label) - 4}"/>
      </xsl:if>
      <circle cx="{@x}" cy="{@y}" r="5"/>
      <text x="{number(@x) + 10 * $aside}" y="{@label}"
          text-anchor="{if (@side = 'left') then 'end' else 'start'}">{.}</text>
    </a>
  </xsl:template>

  <xsl:template match="ed:year" mode="ed:figure" as="element()+">
    <line x1="{@x}" y1="22" x2="{@x}" y2="{../@height}"/>
    <text class="year" x="{@x}" y="14" text-anchor="middle">{.}</text>
  </xsl:template>

  <xsl:template match="ed:mark" mode="ed:figure" as="element(a)">
    <xsl:variable name="x" as="xs:double" select="number(@x)"/>
    <xsl:variable name="y" as="xs:double" select="number(@y)"/>
    <xsl:variable name="width" as="xs:double" select="number(@width)"/>
    <a href="register/{@entry}.html">
      <title>{.}, {ed:when(key('ed:entry', @entry)[1], ed:lang(root(.)/ed:site))}</title>
      <xsl:choose>
        <xsl:when test="$width gt 6">
          <line class="span" x1="{$x}" y1="{$y}" x2="{$x + $width}" y2="{$y}"/>
        </xsl:when>
        <xsl:otherwise><circle cx="{$x}" cy="{$y}" r="5"/></xsl:otherwise>
      </xsl:choose>
      <text x="{$x + max(($width, 4)) + 8}" y="{$y + 4}">{.}</text>
    </a>
  </xsl:template>
</xsl:stylesheet>
