<?xml version="1.0" encoding="UTF-8"?>
<!-- Transpositions (chapter PH, transpose): the reading text has the parts in the order that was
     wanted, the diplomatic text as they were written. Each place takes the part that the list puts
     there, so that what stands between them stays. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:transposed" match="transpose" use="ptr/@target ! tokenize(.) ! substring-after(., '#')"/>
  <xsl:template match="listTranspose | transpose" mode="ed:rules"/>

  <xsl:template match="*[@xml:id][key('ed:transposed', @xml:id)]" mode="ed:rules" priority="11">
    <xsl:param name="ed:moved" as="element()?" tunnel="yes" select="()"/>
    <xsl:variable name="other" as="element()" select="ed:put-here(.)"/>
    <xsl:choose>
      <xsl:when test="exists($ed:moved) or $other is ."><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="written" as="node()*"><xsl:next-match/></xsl:variable>
        <xsl:variable name="wanted" as="node()*">
          <xsl:apply-templates select="$other" mode="ed:rules">
            <xsl:with-param name="ed:moved" select="$other" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:variable name="both" as="node()*" select="ed:only-in($written, 'diplomatic'), ed:only-in($wanted, 'reading')"/>
        <!-- Words in a line are told as what was revised; lines and paragraphs are seen. -->
        <xsl:choose>
          <xsl:when test="empty($both[not(self::ed:inline)])">
            <ed:alternate kind="revision"><xsl:sequence select="$both"/></ed:alternate>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="$both"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The part that is wanted where this one stands; itself where the list cannot be followed. -->
  <xsl:function name="ed:put-here" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="wanted" as="element()*" select="
        key('ed:transposed', $element/@xml:id, root($element))[1]/ptr/@target ! tokenize(.)
          ! key('ed:by-id', substring-after(., '#'), root($element))[1]"/>
    <xsl:variable name="written" as="element()*" select="$wanted/."/>
    <xsl:variable name="at" as="xs:integer" select="count($written[. &lt;&lt; $element]) + 1"/>
    <xsl:sequence select="
        if (count($written) eq count($wanted) and exists($element intersect $written)
          and empty($written intersect $written//*)) then $wanted[$at] else $element"/>
  </xsl:function>

  <!-- Behaviours for one of the two texts; in that for both, what was moved is told once. -->
  <xsl:function name="ed:only-in" as="node()*">
    <xsl:param name="made" as="node()*"/>
    <xsl:param name="reading" as="xs:string"/>
    <xsl:for-each select="$made">
      <xsl:choose>
        <xsl:when test="self::*[@only ne $reading]"/>
        <xsl:when test="self::*">
          <xsl:copy>
            <xsl:copy-of select="@* except @id[$reading = 'diplomatic']"/>
            <xsl:attribute name="only" select="$reading"/>
            <xsl:attribute name="moved" select="'yes'"/>
            <xsl:copy-of select="node()"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise>
          <ed:inline kind="seg" only="{$reading}" moved="yes"><xsl:copy-of select="."/></ed:inline>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
