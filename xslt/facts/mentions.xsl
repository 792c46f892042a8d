<?xml version="1.0" encoding="UTF-8"?>
<!-- Mentions of register entries: which entry, in what words, where, with the words around. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- How many characters of the paragraph are given on either side. -->
  <xsl:variable name="ed:reach" as="xs:integer" select="60"/>

  <xsl:mode name="ed:mention" on-no-match="fail"/>

  <!-- kind is the TEI element (persName, rs ...), in the id of the citable place. -->
  <xsl:template match="*" mode="ed:mention" as="element(ed:mention)">
    <xsl:variable name="place" as="element()?" select="ed:around(.)"/>
    <ed:mention entries="{@entries}" kind="{@kind}" in="{ancestor::*[@id][1]/@id}">
      <xsl:copy-of select="@mention, @type, @cert, ancestor-or-self::*[@only][1]/@only"/>
      <ed:before><xsl:value-of select="ed:before(., $place)"/></ed:before>
      <ed:form><xsl:value-of select="ed:plain(.)"/></ed:form>
      <ed:after><xsl:value-of select="ed:after(., $place)"/></ed:after>
    </ed:mention>
  </xsl:template>

  <!-- The block whose words are given around a mention. -->
  <xsl:function name="ed:around" as="element()?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="$mention/ancestor::*[self::ed:paragraph or self::ed:heading or
        self::ed:note or self::ed:line or self::ed:block or self::ed:item or self::ed:cell][1]"/>
  </xsl:function>

  <xsl:function name="ed:before" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="words" as="xs:string"
        select="ed:plain-of($place//(text() | ed:break)[. &lt;&lt; $mention], $place)"/>
    <xsl:sequence select="
        if (string-length($words) le $ed:reach) then $words
        else replace(substring($words, string-length($words) - $ed:reach), '^\S*\s', '')"/>
  </xsl:function>

  <xsl:function name="ed:after" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="words" as="xs:string" select="
        ed:plain-of($place//(text() | ed:break)[. &gt;&gt; $mention]
          except $mention//(text() | ed:break), $place)"/>
    <xsl:sequence select="
        if (string-length($words) le $ed:reach) then $words
        else replace(substring($words, 1, $ed:reach), '\s\S*$', '')"/>
  </xsl:function>

  <!-- The reading text of some text nodes and breaks of a place, notes left out. -->
  <xsl:function name="ed:plain-of" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="place" as="element()?"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="ed:plain" select="
          $nodes[not(ancestor::ed:gap)][not(ancestor::*[@only = ('diplomatic', 'apparatus')])]
            [not((ancestor::ed:note except $place/ancestor-or-self::ed:note))]"/>
    </xsl:variable>
    <xsl:sequence select="replace(string-join($words), '\s+', ' ')"/>
  </xsl:function>
</xsl:stylesheet>
