<?xml version="1.0" encoding="UTF-8"?>
<!-- A textual note that stands behind a block, as that on whole lines of verse does, goes to the end
     of the last words in it: by itself it would stand on the next page where the block ends one. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:function name="ed:at-words" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:apply-templates select="$page" mode="ed:at-words"/>
  </xsl:function>

  <xsl:mode name="ed:at-words" on-no-match="shallow-copy"/>
  <xsl:template match="*[*[ed:is-block(.)]][span[ed:is-note(.)]]" mode="ed:at-words">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each-group select="node()" group-starting-with="*[ed:is-block(.)]">
        <xsl:variable name="behind" as="node()*" select="tail(current-group())"/>
        <!-- Those behind it that have no words, up to the last note. -->
        <xsl:variable name="first-words" as="node()?" select="$behind[ed:has-words(.)][1]"/>
        <xsl:variable name="note" as="element()?"
            select="$behind[ed:is-note(.)][not($first-words &lt;&lt; .)][last()]"/>
        <xsl:variable name="moved" as="node()*"
            select="$behind[$note][ed:is-block(current-group()[1])][not(. >> $note)]"/>
        <xsl:variable name="made" as="node()?"><xsl:apply-templates select="." mode="ed:at-words"/></xsl:variable>
        <xsl:sequence select="if ($moved) then ed:ending($made, $moved) else $made"/>
        <xsl:apply-templates select="$behind except $moved" mode="ed:at-words"/>
      </xsl:for-each-group>
    </xsl:copy>
  </xsl:template>

  <!-- A block with more at the end of the innermost one that it ends with. -->
  <xsl:function name="ed:ending" as="element()">
    <xsl:param name="block" as="element()"/>
    <xsl:param name="more" as="node()*"/>
    <xsl:variable name="last" as="element()?"
        select="$block/node()[self::* or normalize-space()][last()][ed:is-block(.)]"/>
    <xsl:for-each select="$block">
      <xsl:copy>
        <xsl:copy-of select="@*, node()[not(. is $last)]"/>
        <xsl:sequence select="if ($last) then ed:ending($last, $more) else ()"/>
        <xsl:copy-of select="$more[not($last)]"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- Words, with more before them: at the beginning of the innermost block that they begin with. -->
  <xsl:function name="ed:opening-with" as="node()*">
    <xsl:param name="more" as="node()*"/>
    <xsl:param name="made" as="node()*"/>
    <xsl:variable name="first" as="node()?" select="$made[not(self::text()[not(normalize-space())])][1]"/>
    <xsl:choose>
      <xsl:when test="$first[ed:is-block(.)] or $first/*[1][ed:is-block(.)]">
        <xsl:for-each select="$made">
          <xsl:choose>
            <xsl:when test=". is $first">
              <xsl:copy><xsl:sequence select="@*, ed:opening-with($more, node())"/></xsl:copy>
            </xsl:when>
            <xsl:otherwise><xsl:sequence select="."/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$more, $made"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="ed:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="local-name($node) = ('div', 'p', 'blockquote', 'section', 'ul', 'ol', 'li', 'dl', 'dt',
        'dd', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')"/>
  </xsl:function>
  <xsl:function name="ed:is-note" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::span[tokenize(@class) = 'variant'][tokenize(@class) = 'footnote'])"/>
  </xsl:function>
  <xsl:function name="ed:has-words" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="not(ed:is-note($node)) and exists($node/descendant-or-self::text()[normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
