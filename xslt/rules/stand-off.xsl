<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands off: notes are at their places (notes.xsl), lists are registers, entries of an apparatus
     its own; interpretations are told about the text. What remains is shown nowhere, and is told. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:mode name="ed:unshown" on-no-match="deep-skip"/>
  <xsl:template match="standOff | listAnnotation | spanGrp | noteGrp | standOff/annotationBlock" mode="ed:unshown">
    <xsl:apply-templates select="*" mode="ed:unshown"/>
  </xsl:template>
  <xsl:template match="standOff/*" mode="ed:unshown" priority="-0.1">
    <xsl:call-template name="ed:unshown"/>
  </xsl:template>
  <xsl:template match="standOff/(listPerson | listPlace | listOrg | listEvent | listObject | listNym | listRelation |
      listBibl | listApp | listWit | listChange | listTranspose | listForest | interp | interpGrp | timeline |
      fs | fLib | fvLib)"
      mode="ed:unshown"/>
  <xsl:template match="note[ed:is-placed(.) or ed:is-of-entry(.)]" mode="ed:unshown" priority="1"/>
  <!-- Codes of words are data. -->
  <xsl:template match="span[ed:is-code(.)] | annotation[ed:is-code(.)]" mode="ed:unshown" priority="1"/>
  <xsl:function name="ed:is-code" as="xs:boolean">
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="exists($said/(@target, @from)[1] ! tokenize(.)[1]
        ! key('ed:by-id', substring-after(., '#'), root($said))/(self::w | self::pc | self::m | self::c | self::s
          | self::phr | self::cl))"/>
  </xsl:function>
  <xsl:template match="note | span | annotation" mode="ed:unshown">
    <xsl:call-template name="ed:unshown"/>
  </xsl:template>

  <xsl:template name="ed:unshown">
    <xsl:if test="normalize-space()">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T008'"/>
        <xsl:with-param name="node" select="."/>
        <xsl:with-param name="subject" select="local-name()"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- How sure something is, without words of its own, where nothing else shows it. -->
  <xsl:template name="ed:untold-doubts">
    <xsl:for-each select="(text//(certainty | precision), standOff/(certainty | precision))
        [not(@ed:shown)][not(normalize-space())][not(ed:is-in-register(.))], text//(seg | num | measure | date | time
          | persName | orgName | placeName | name | rs)[@cert = ('low', 'medium', 'unknown')][not(ed:needs-no-doubt(.))]">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T012'"/>
        <xsl:with-param name="node" select="."/>
        <xsl:with-param name="subject" select="local-name()"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- What its @cert is about is told with a name that leads to an entry; of a value that pages do not
       show (the year of “then”) nothing needs telling, and what stands in a list is no word of the text. -->
  <xsl:function name="ed:needs-no-doubt" as="xs:boolean">
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="exists($said/(@ref | @key | @ed:entries | @value | @quantity | @atLeast | @atMost))
        or ed:is-dated($said) or exists($said/@*[ends-with(local-name(), '-custom')])
        or ed:is-in-register($said)"/>
  </xsl:function>
  <xsl:function name="ed:is-in-register" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(ancestor::listPerson | ancestor::listPlace | ancestor::listOrg
        | ancestor::listEvent | ancestor::listBibl))"/>
  </xsl:function>

  <!-- Interpretations that the text names (@ana), by kind. -->
  <xsl:template match="standOff" mode="ed:about">
    <xsl:if test=".//interp[normalize-space()]">
      <ed:section kind="about">
        <ed:heading level="2" label="about-interp"/>
        <xsl:for-each select=".//interpGrp[interp] | .//interp[not(parent::interpGrp)]">
          <ed:paragraph>
            <xsl:sequence select="ed:added(@type ! (. || ': '))"/>
            <xsl:for-each select="descendant-or-self::interp[normalize-space()]">
              <xsl:sequence select="ed:added(if (position() gt 1) then '; ' else ())"/>
              <xsl:apply-templates select="node()[current()/text()[normalize-space()]]" mode="ed:rules"/>
              <!-- Descriptions of one kind of what is meant, as in several languages. -->
              <xsl:for-each select="*[not(current()/text()[normalize-space()])]">
                <xsl:sequence select="ed:added(if (position() gt 1) then ' / ' else ())"/>
                <xsl:apply-templates select="." mode="ed:rules"/>
              </xsl:for-each>
            </xsl:for-each>
          </ed:paragraph>
        </xsl:for-each>
      </ed:section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
