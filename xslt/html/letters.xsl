<?xml version="1.0" encoding="UTF-8"?>
<!-- The head of a letter: who wrote to whom, where and when, a line each, in the order of the
     header. The same on the web, on paper and in an EPUB. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Who wrote to whom, where and when, above a letter. -->
  <xsl:template name="ed:letters" visibility="public" as="element(dl)*">
    <xsl:variable name="lang" as="xs:string" select="ed:lang(.)"/>
    <xsl:for-each select="ed:metadata/ed:letter[exists(ed:letter-lines(., $lang))]">
      <dl class="letter">
        <xsl:for-each select="ed:letter-lines(., $lang)">
          <div>
            <dt>{?label}</dt>
            <dd>
              <xsl:choose>
                <xsl:when test="exists(?link)"><xsl:apply-templates select="?link" mode="ed:html"/></xsl:when>
                <xsl:when test="exists(?action)">
                  <xsl:sequence select="ed:action-html(?action, $lang)"/>
                </xsl:when>
                <xsl:otherwise>{?words}</xsl:otherwise>
              </xsl:choose>
            </dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:for-each>
  </xsl:template>

  <!-- The words of an action, each name leading to its register entry. -->
  <xsl:function name="ed:action-html" as="node()*">
    <xsl:param name="action" as="element(ed:action)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:for-each select="$action/(ed:party, ed:place)[normalize-space()], $action/ed:date[ed:date-words(., $lang)]">
      <xsl:if test="position() gt 1">{
          if (self::ed:party) then ed:between-names($action/ed:party, $lang) else ed:label('comma', $lang)}</xsl:if>
      <xsl:choose>
        <xsl:when test="self::ed:date">{ed:behind(ed:date-words(., $lang), $lang)}</xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:party-html(.)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:variable name="said" as="element()*" select="$action/(ed:party, ed:place, ed:date)[normalize-space()]"/>
    <xsl:for-each select="ed:action-remark($action, string($said[1]))[.]">
      <xsl:text> {.}</xsl:text>
    </xsl:for-each>
  </xsl:function>
  <xsl:function name="ed:party-html" as="node()*">
    <xsl:param name="party" as="element()"/>
    <xsl:variable name="link" as="element(a)?" select="ed:link-of($party)"/>
    <xsl:variable name="words" as="xs:string?" select="ed:with-doubt($party, string($party))"/>
    <xsl:choose>
      <xsl:when test="$link"><a><xsl:copy-of select="$link/@*"/>{$words}</a></xsl:when>
      <xsl:otherwise>{$words}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
