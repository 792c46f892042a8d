<?xml version="1.0" encoding="UTF-8"?>
<!-- How a numbered line of the source is named. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The number of a line, behind that of the part of the object (a face, a column) where numbers
       begin anew with it: all lines of the part, those with a number that no other has, too. -->
  <xsl:key name="ed:numbered-lines" match="ed:break[@numbered][@n]" use="@n"/>
  <xsl:function name="ed:line-of-source" as="xs:string" visibility="public">
    <xsl:param name="line" as="element(ed:break)"/>
    <xsl:variable name="parts" as="element(ed:section)*"
        select="$line/ancestor::ed:section[@kind = 'textpart'][@number]"/>
    <xsl:variable name="first" as="attribute()?"
        select="$parts[last()]/descendant::ed:break[@numbered][@n][1]/@n"/>
    <xsl:variable name="others" as="element(ed:break)*" select="
        $parts[1]/key('ed:numbered-lines', ($first, $line/@n), root($line))[not(ancestor::* intersect $parts[last()])]"/>
    <xsl:sequence select="string-join(($parts[exists($others)]/@number, $line/@n), '.')"/>
  </xsl:function>
  <!-- A range of them; the part is named once. -->
  <xsl:function name="ed:lines-of-source" as="xs:string*" visibility="public">
    <xsl:param name="first" as="element(ed:break)?"/>
    <xsl:param name="last" as="element(ed:break)?"/>
    <xsl:sequence select="$first ! ed:line-of-source(.), $last[not(. is $first)] ! (
        if (ancestor::ed:section[1] is $first/ancestor::ed:section[1]) then string(@n) else ed:line-of-source(.))"/>
  </xsl:function>
</xsl:stylesheet>
