<?xml version="1.0" encoding="UTF-8"?>
<!-- Words. Line ends of the source are line ends in the diplomatic text, spaces in the other. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="text()" mode="ed:text" as="text()">
    <xsl:copy/>
  </xsl:template>
  <xsl:template match="text()[$ed:reading = 'diplomatic'][ancestor::ed:section/@capitals]
      [not(ancestor::ed:block/@kind = 'figDesc')]" mode="ed:text"
      as="text()">
    <xsl:value-of select="ed:in-capitals(.)"/>
  </xsl:template>

  <xsl:template match="ed:inline | ed:alternate | ed:link" mode="ed:text" as="node()*">
    <xsl:apply-templates mode="ed:text"/>
  </xsl:template>
  <!-- Numbers that lead to further places lead nowhere from a sheet. -->
  <xsl:template match="ed:inline[@further]" mode="ed:text" priority="2"/>
  <xsl:template match="(ed:inline | ed:alternate | ed:link)[@id or @entries or @key]"
      mode="ed:text" as="node()*" priority="1">
    <ed:mark>
      <xsl:call-template name="ed:stands-for"/>
      <xsl:next-match/>
    </ed:mark>
  </xsl:template>
  <!-- Words of the edition's own, by a label or a rule, are told from those of the text; signs are not. -->
  <xsl:template match="ed:inline[ed:is-bracketed(.)]" mode="ed:text" as="text()" priority="2">
    <xsl:value-of select="replace(., '\S(.*\S)?', '[$0]', 's')"/>
  </xsl:template>
  <xsl:function name="ed:is-bracketed" as="xs:boolean">
    <xsl:param name="words" as="element(ed:inline)"/>
    <xsl:sequence select="$words/@own = 'label' and normalize-space($words)
        or exists($words/@own) and matches($words, '[\p{L}\p{N}]') and not(matches($words, '^\s*\[.*\]\s*$')
          or $words/preceding-sibling::node()[1]/self::ed:inline[@own]/matches(., '\[\s*$'))"/>
  </xsl:function>
  <!-- Blocks among the words: marks of words cannot hold them. Of verse they are as near to each
       other as verse is. -->
  <xsl:template match="ed:*[ed:holds-blocks(.)]" mode="ed:text" as="element(ed:stack)" priority="2">
    <xsl:call-template name="ed:stack">
      <xsl:with-param name="gap" select="if (ed:holds-lines(.)) then 1 else 2"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:function name="ed:holds-lines" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node//ed:line) and empty($node//(ed:paragraph | ed:list | ed:table |
        ed:section | ed:block)[not(ancestor-or-self::*/@only = 'apparatus')])"/>
  </xsl:function>

  <!-- Raised figures behind a figure are no part of its number: 4¹⁰ is not 410. -->
  <xsl:template match="ed:inline[tokenize(@rend) = 'superscript'][matches(., '^\d+$')]/text()
      [matches(ed:last-signs(../preceding-sibling::node()[1]/self::text(), 1), '\d')]" mode="ed:text" as="text()" priority="1">
    <xsl:value-of select="ed:superior(.)"/>
  </xsl:template>

  <xsl:template match="ed:inline[@kind = 'rt']" mode="ed:text" as="node()*">
    <xsl:variable name="wide" as="xs:boolean" select="matches(., $ed:unspaced)"/>
    <xsl:text>{if ($wide) then '（' else ' ('}</xsl:text>
    <xsl:apply-templates mode="ed:text"/>
    <xsl:text>{if ($wide) then '）' else ')'}</xsl:text>
  </xsl:template>

  <xsl:template match="ed:inline[@kind = 'supplied'][normalize-space()]" mode="ed:text"
      as="element(ed:mark)" priority="1.5">
    <xsl:call-template name="ed:bracketed"/>
  </xsl:template>
  <xsl:template name="ed:bracketed" as="element(ed:mark)">
    <ed:mark first="{ed:opening(.)}" last="{ed:closing(.)}">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates mode="ed:text"/>
    </ed:mark>
  </xsl:template>

  <!-- The diplomatic text shows how the source came to be: signs for what plain text cannot strike
       out or set above the line; of white space alone it says nothing. -->
  <xsl:variable name="ed:revision-signs" as="map(xs:string, xs:string+)" select="map{
      'del': ('⟦', '⟧'), 'restored': ('⟦', '⟧{stet}'), 'add': ('\', '/'), 'add-below': ('/', '\')}"/>
  <xsl:template match="ed:inline[@kind = ('del', 'restored', 'add')][not(@part)][normalize-space() or exists(* except ed:break)]
      [$ed:reading = 'diplomatic']" mode="ed:text" as="node()+" priority="1.5">
    <!-- A blank that begins what is marked stands before the sign. -->
    <xsl:if test="matches(., '^\s+\S')"><xsl:text> </xsl:text></xsl:if>
    <xsl:variable name="signs" as="xs:string+" select="
        ($ed:revision-signs(@kind || '-' || @place), $ed:revision-signs(@kind))"/>
    <xsl:variable name="beside" as="xs:boolean"
        select="@kind = 'add' and matches(@place, 'left|right|margin|top|bottom|opposite|overleaf|end|inspace')"/>
    <ed:mark first="{if ($beside) then '‹' || ed:place-label(@place, ed:lang(.)) || ': ' else $signs[1]}"
        last="{if ($beside) then '›' else $signs[2]}">
      <xsl:call-template name="ed:stands-for"/>
      <xsl:apply-templates mode="ed:text"/>
    </ed:mark>
  </xsl:template>

  <xsl:function name="ed:place-label" as="xs:string">
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($place) ! ed:value-label('note', ., $lang), ' ')"/>
  </xsl:function>

  <!-- A formula in a line of signs; a drawing is told to be there. -->
  <xsl:template match="ed:foreign" mode="ed:text" as="text()">
    <xsl:text>{@alt}</xsl:text>
  </xsl:template>
  <xsl:template match="ed:foreign[@kind = 'svg']" mode="ed:text" as="text()">
    <xsl:text>[{string-join((ed:label('figure', ed:lang(.)), @alt[normalize-space()]), ': ')}]</xsl:text>
  </xsl:template>

  <xsl:template match="ed:gap" mode="ed:text" as="element(ed:mark)">
    <ed:mark>
      <xsl:call-template name="ed:stands-for"/>
      <xsl:text>{ed:gap-words(.)}</xsl:text>
    </ed:mark>
  </xsl:template>

  <xsl:template match="ed:break" mode="ed:text" as="node()*">
    <xsl:if test="@space"><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
  <xsl:template match="ed:break[@keep]" mode="ed:text" as="node()*">
    <ed:feed/>
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
  <xsl:template match="ed:break[@numbered]" mode="ed:text" as="node()*" priority="3">
    <xsl:if test="@divides"><xsl:text>-</xsl:text></xsl:if>
    <ed:feed/>
    <xsl:sequence select="ed:place(.)"/>
    <xsl:text>{@n ! (. || ' ')}</xsl:text>
  </xsl:template>
  <xsl:template match="ed:break[$ed:reading = 'diplomatic']" mode="ed:text" as="node()*"
      priority="1">
    <ed:feed/>
    <xsl:sequence select="ed:break-sign(.)"/>
  </xsl:template>
  <xsl:template match="ed:break[$ed:reading = 'diplomatic'][not(@unit = ('page', 'column', 'line'))]"
      mode="ed:text" as="node()*" priority="2">
    <xsl:if test="@space or (preceding-sibling::node()[1]/self::text() and empty(following-sibling::node()))
        "><xsl:text> </xsl:text></xsl:if>
    <xsl:sequence select="if (ed:break-words(.)) then ed:break-sign(.) else ed:place(.)"/>
  </xsl:template>

  <!-- A line of verse stays one line. -->
  <xsl:template match="ed:line//ed:break[$ed:reading = 'diplomatic'][@unit = ('page', 'column')]"
      mode="ed:text" as="node()*" priority="3">
    <xsl:text> </xsl:text>
    <xsl:sequence select="ed:break-sign(.)[self::ed:mark]"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- "[page 3]"; a page on a line of its own, parts of a page and of a text in the line. -->
  <xsl:function name="ed:break-sign" as="node()*">
    <xsl:param name="break" as="element(ed:break)"/>
    <xsl:for-each select="$break[ed:break-words(.)]">
      <ed:mark>
        <xsl:call-template name="ed:stands-for"/>
        <xsl:attribute name="kind" select="@unit"/>
        <xsl:text>[{ed:break-words(.)}]</xsl:text>
      </ed:mark>
      <xsl:choose>
        <xsl:when test="@unit = ('page', 'column')"><ed:feed/></xsl:when>
        <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- A place between words, for what begins there and is not told. -->
  <xsl:function name="ed:place" as="element(ed:mark)?">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:for-each select="$behaviour[@id]">
      <ed:mark id="{@id}" kind="{(@unit, local-name())[1]}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="ed:anchor" mode="ed:text" as="element(ed:mark)?">
    <xsl:sequence select="ed:place(.)"/>
  </xsl:template>
</xsl:stylesheet>
