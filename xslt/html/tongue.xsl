<?xml version="1.0" encoding="UTF-8"?>
<!-- Which words of a page are English because the interface has none in the language of the page. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A finished page, as it is where its language has every word. -->
  <xsl:function name="ed:told-apart" visibility="public" as="element(html)">
    <xsl:param name="page" as="element(html)"/>
    <xsl:variable name="lang" as="xs:string" select="string($page/@lang)"/>
    <xsl:variable name="english" as="map(xs:string, xs:boolean)" select="ed:only-english($lang)"/>
    <xsl:choose>
      <xsl:when test="map:size($english) gt 0">
        <xsl:apply-templates select="$page" mode="ed:told-apart">
          <xsl:with-param name="english" tunnel="yes" select="$english"/>
          <xsl:with-param name="speechless" tunnel="yes" select="empty($ed:labels/*/ed:labels[@xml:lang =
              ($lang, substring-before($lang || '-', '-'))])"/>
          <xsl:with-param name="mark" as="attribute()+" tunnel="yes">
            <xsl:attribute name="lang" select="'en'"/>
            <xsl:if test="ed:direction($lang) ne 'ltr'"><xsl:attribute name="dir" select="'ltr'"/></xsl:if>
          </xsl:with-param>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$page"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The labels that stand in English on pages of a language, asked for by every page. -->
  <xsl:function name="ed:only-english" as="map(xs:string, xs:boolean)" cache="yes">
    <xsl:param name="lang" as="xs:string"/>
    <!-- Of a language that is marked as whole (render/job.py) no word is looked for. -->
    <xsl:variable name="all" as="element(ed:label)*" select="
        $ed:labels/*[empty(ed:labels[@xml:lang = ($lang, substring-before($lang || '-', '-'))]/@whole)]
          /ed:labels[@xml:lang = 'en']/ed:label"/>
    <xsl:sequence select="map:merge(
        $all[empty(ed:labelled(@key, $lang))] ! map{normalize-space(): true()}, map{'duplicates': 'use-first'})"/>
  </xsl:function>

  <!-- What holds a label and nothing else is told by its words, outside of the text; where there are no
       labels at all, so are counts, and gaps, whose words are never of the source. -->
  <xsl:mode name="ed:told-apart" on-no-match="shallow-copy"/>
  <xsl:template match="div[tokenize(@class) = ('text', 'lead')] | section[tokenize(@class) = 'notes']//ol" mode="ed:told-apart">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="ed:told-apart">
        <xsl:with-param name="english" select="map{}" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="h1 | h2 | h3 | h4 | th | dt | a | button | summary | label | caption | span | p" mode="ed:told-apart">
    <xsl:param name="english" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="speechless" as="xs:boolean" tunnel="yes"/>
    <xsl:param name="mark" as="attribute()+" tunnel="yes"/>
    <xsl:variable name="is-english" as="xs:boolean" select="not(@lang) and
        (tokenize(@class) = ('gap', 'count')[$speechless and matches(current(), '\p{L}')] or map:contains($english, normalize-space()))"/>
    <xsl:copy>
      <xsl:sequence select="@*, $mark[$is-english]"/>
      <xsl:apply-templates mode="ed:told-apart">
        <xsl:with-param name="english" select="if ($is-english) then map{} else $english" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
