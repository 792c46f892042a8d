<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors do to a text (chapters CO, PH, TC): corrections, expansions, supplied and deleted
     words, gaps, variants. The reading text has what the editors decided, the diplomatic text what
     the source has; both are kept, each marked for the one it belongs to. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="choice | app | subst" mode="ed:rules">
    <ed:alternate kind="{
        if (self::app) then 'variant' else if (self::subst) then 'revision'
        else if (corr) then 'correction' else if (expan) then 'expansion'
        else if (reg) then 'regularisation' else 'choice'}">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="(corr, reg, expan)[1]/(@resp, @cert, @source)" mode="ed:common"/>
      <xsl:apply-templates select="sic/@ana" mode="ed:common"/>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:alternate>
  </xsl:template>

  <xsl:template match="@ana" mode="ed:common" as="attribute()">
    <xsl:attribute name="ana" select="."/>
  </xsl:template>

  <xsl:template match="choice/sic | choice/orig | choice/abbr | subst/del" mode="ed:rules">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="'diplomatic'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="choice/corr | choice/reg | choice/expan | ex | supplied" mode="ed:rules">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="'reading'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first of several possible readings is the editors' choice. -->
  <xsl:template match="choice/unclear | choice/seg" mode="ed:rules">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="
          'apparatus'[exists(current()/preceding-sibling::*[node-name() = node-name(current())])]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Apparatus: the lemma, or the first reading without one, is the text; the rest is variants. -->
  <xsl:template match="lem | rdg" mode="ed:rules">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="
          'apparatus'[current()/self::rdg[ancestor::app[1]/lem or
              preceding-sibling::rdg or parent::rdgGrp/preceding-sibling::*]]"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="rdgGrp | choice/choice" mode="ed:rules">
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
  <xsl:template match="wit" mode="ed:rules"/>

  <xsl:template match="surplus | am | del" mode="ed:rules">
    <xsl:call-template name="ed:reading">
      <xsl:with-param name="only" select="'diplomatic'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Alone, these mark words that stand in both texts. -->
  <xsl:template match="sic | corr | add | unclear | damage | restore | retrace | secl | mod |
      metamark | ellipsis" mode="ed:rules">
    <xsl:call-template name="ed:reading"/>
  </xsl:template>

  <xsl:template name="ed:reading" as="element(ed:inline)">
    <xsl:param name="only" as="xs:string?" select="()"/>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'inline'"/>
      <xsl:with-param name="only" select="$only"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A gap that the editors could fill from elsewhere is seen in the diplomatic text alone. -->
  <xsl:template match="gap | space" mode="ed:rules">
    <ed:gap kind="{local-name()}">
      <xsl:if test="following-sibling::node()[not(self::text()[not(normalize-space())])][1]
          /self::supplied">
        <xsl:attribute name="only" select="'diplomatic'"/>
      </xsl:if>
      <xsl:copy-of select="@unit, @quantity, @extent"/>
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="desc" mode="ed:rules"/>
    </ed:gap>
  </xsl:template>
</xsl:stylesheet>
