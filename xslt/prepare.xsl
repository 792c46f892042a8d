<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to TEI: the same text with its white space settled, words joined across breaks, and
     ids and note numbers on everything that can be cited. What it means is left to rules.xsl. -->
<xsl:package name="urn:editio:prepare" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="ends.xsl"/>
  <xsl:include href="blanks.xsl"/>
  <xsl:include href="prepare/content.xsl"/>
  <xsl:include href="prepare/doubts.xsl"/>
  <xsl:include href="prepare/greeting.xsl"/>
  <xsl:include href="prepare/white-space.xsl"/>
  <xsl:include href="prepare/breaks.xsl"/>
  <xsl:include href="prepare/lines.xsl"/>
  <xsl:include href="prepare/tokens.xsl"/>
  <xsl:include href="prepare/signs.xsl"/>
  <xsl:include href="prepare/capitals.xsl"/>
  <xsl:include href="prepare/ids.xsl"/>
  <xsl:include href="prepare/listed.xsl"/>
  <xsl:include href="prepare/stand-off.xsl"/>

  <!-- TEI as it was read: white space, broken words, ids, numbers of notes. -->
  <xsl:mode name="ed:prepare" visibility="public" on-no-match="shallow-copy" use-accumulators="ed:ranks"/>

  <xsl:template match="/" mode="ed:prepare" as="document-node()">
    <!-- Where a package of an edition's own uses this one, nothing was counted in the text as it
         came (XTDE3362); in a copy everything is. -->
    <xsl:variable name="counted" as="document-node()">
      <xsl:try select=".[exists(accumulator-before('ed:ranks'))]">
        <xsl:catch><xsl:copy-of select="."/></xsl:catch>
      </xsl:try>
    </xsl:variable>
    <xsl:variable name="doubted" as="document-node()">
      <xsl:choose>
        <xsl:when test="//text//(certainty | precision) or //correspAction//(certainty | precision)
            or //standOff/(certainty | precision)">
          <xsl:document><xsl:apply-templates select="$counted/node()" mode="ed:doubts"/></xsl:document>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$counted"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:document>
      <xsl:apply-templates select="$doubted/node()" mode="ed:prepare">
        <xsl:with-param name="ed:tokens" tunnel="yes" select="exists(//(w | pc))"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="ed:prepare"/>

  <!-- Quoted markup is printed as it was written. -->
  <xsl:template match="egXML | *:egXML" mode="ed:prepare" priority="5">
    <xsl:copy-of select="."/>
  </xsl:template>
  <xsl:template match="eg[not(*)]" mode="ed:prepare" priority="5">
    <xsl:copy>
      <xsl:call-template name="ed:identity"/>
      <xsl:value-of select="."/>
    </xsl:copy>
  </xsl:template>
  <!-- The lines of an example with elements in it; none before its first and behind its last words. -->
  <xsl:template match="eg[*]/text()[not(preceding-sibling::node() and following-sibling::node())]"
      mode="ed:prepare" priority="5">
    <xsl:variable name="begun" as="xs:string"
        select="if (preceding-sibling::node()) then . else replace(., '^\s*\n', '')"/>
    <xsl:value-of select="if (following-sibling::node()) then $begun else replace($begun, '\s+$', '')"/>
  </xsl:template>
</xsl:package>
