<?xml version="1.0" encoding="UTF-8"?>
<!-- An example as the characters of its markup, as an editor would write it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:function name="ed:markup" as="xs:string">
    <xsl:param name="example" as="element()"/>
    <xsl:variable name="characters" as="xs:string*">
      <xsl:apply-templates select="$example/node()" mode="ed:markup"/>
    </xsl:variable>
    <xsl:sequence select="ed:outdented(string-join($characters))"/>
  </xsl:function>

  <!-- Takes away the indent that the example has inside the ODD. -->
  <xsl:function name="ed:outdented" as="xs:string">
    <xsl:param name="markup" as="xs:string"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize($markup, '\n')[normalize-space()]"/>
    <xsl:variable name="indent" as="xs:integer"
        select="string-length(replace($lines[1], '\S.*$', ''))"/>
    <xsl:sequence select="string-join(
        $lines ! replace(., '^ {1,' || max((1, $indent)) || '}', ''), '&#xA;')"/>
  </xsl:function>

  <xsl:mode name="ed:markup" on-no-match="fail"/>

  <xsl:template match="*" mode="ed:markup" as="xs:string*">
    <xsl:variable name="tag" as="xs:string" select="
        string-join((name(), (@* except @ed:at) ! (name() || '=&quot;' || ed:escaped(.) || '&quot;')), ' ')"/>
    <xsl:sequence select="'&lt;' || $tag || (if (node()) then '>' else '/>')"/>
    <xsl:apply-templates mode="ed:markup"/>
    <xsl:sequence select="if (node()) then '&lt;/' || name() || '>' else ()"/>
  </xsl:template>
  <xsl:template match="text()" mode="ed:markup" as="xs:string">
    <xsl:sequence select="ed:escaped(.)"/>
  </xsl:template>
  <xsl:template match="comment()" mode="ed:markup" as="xs:string">
    <xsl:sequence select="'&lt;!--' || . || '-->'"/>
  </xsl:template>

  <xsl:function name="ed:escaped" as="xs:string">
    <xsl:param name="characters" as="xs:string"/>
    <xsl:sequence select="$characters => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;')
        => replace('&quot;', '&amp;quot;') => replace('&#xA0;', '&amp;#xA0;')"/>
  </xsl:function>
</xsl:stylesheet>
