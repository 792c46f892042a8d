<?xml version="1.0" encoding="UTF-8"?>
<!-- How sure something is, said in an element of its own (certainty, precision): where pages say so of
     what it is about, it is as if it stood in an attribute there, and marked as shown. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What is said of another value, or of one under a condition, is nothing about the text. -->
  <xsl:key name="ed:said-of" match="(certainty | precision)[not(@assertedValue or @given)]" use="
      if (@target) then tokenize(@target) ! substring-after(., '#')[. ne '']
      else ../generate-id()"/>

  <xsl:key name="ed:by-own-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- Of the element itself, of whom it means or how much it is; not of where it begins. -->
  <xsl:function name="ed:is-of-all" as="xs:boolean">
    <xsl:param name="said" as="element()"/>
    <xsl:variable name="whole" as="xs:string" select="if ($said/@target) then '\.|self::\*' else '\.\.|parent::\*'"/>
    <xsl:variable name="part" as="xs:string"
        select="if ($said/self::precision) then 'quantity|extent' else 'ref|key|quantity|extent'"/>
    <xsl:sequence select="not($said/@locus = ('start', 'end', 'location')) and (empty($said/@match)
        or matches($said/@match, '^(' || $whole || ')?(/?@(' || $part || '))?$'))"/>
  </xsl:function>
  <!-- What one such element alone says. -->
  <xsl:function name="ed:said-of" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="said" as="element()*" select="($element/@xml:id, generate-id($element))
        ! key('ed:said-of', ., root($element))[local-name() = $name]"/>
    <xsl:sequence select="$said[count($said) = 1][ed:is-of-all(.)]"/>
  </xsl:function>

  <!-- Elements of which pages say how sure they are, and gaps, of which they say how large. -->
  <xsl:function name="ed:says-how-sure" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="exists($element[ancestor::text or parent::correspAction]/(
        if ($said/self::precision) then self::gap[not(@precision)][$said/@precision]
        else (self::supplied | self::unclear | self::gap | self::surplus | self::subst | self::note
          | self::lem | self::rdg | self::sic[not(parent::choice)]
          | (self::corr | self::reg | self::expan)[parent::choice]
          | self::*[@ref or @key or parent::correspAction][not(self::g)])[not(@cert)]))"/>
  </xsl:function>

  <xsl:mode name="ed:doubts" on-no-match="shallow-copy"/>
  <xsl:template match="egXML | *:egXML" mode="ed:doubts" priority="5"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="*" mode="ed:doubts">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="ed:said-of(., 'certainty')[ed:says-how-sure(current(), .)]">
        <xsl:attribute name="cert" select="(@cert, @degree, 'unknown')[1]"/>
      </xsl:for-each>
      <xsl:copy-of select="ed:said-of(., 'precision')[ed:says-how-sure(current(), .)]/@precision"/>
      <xsl:apply-templates mode="ed:doubts"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="certainty | precision" mode="ed:doubts">
    <xsl:variable name="meant" as="element()*" select="if (@target)
        then tokenize(@target) ! key('ed:by-own-id', substring-after(., '#'), root(current())) else .."/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($meant) and (every $one in $meant satisfies
          ed:says-how-sure($one, .) and ed:said-of($one, local-name()) is .)">
        <xsl:attribute name="ed:shown" select="'yes'"/>
      </xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
