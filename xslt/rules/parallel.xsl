<?xml version="1.0" encoding="UTF-8"?>
<!-- Which parts of a text say the same in another language or version: @corresp on either of them, or
     a link that names both. What is made of it is the formats'. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:linked" match="link[@target][not(ancestor::egXML)]"
      use="tokenize(@target) ! substring-after(., '#')"/>

  <!-- The ids of the parts that correspond to a part of a text, and those of them that are said to be
       in another file: there may be an id in both. -->
  <xsl:function name="ed:corresponding" as="attribute()*">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="links" as="element(link)*" select="
        $part[self::ab or self::cit or self::div or self::entry or self::head or self::item or self::l or
          self::lg or self::list or self::p or self::quote or self::row or self::s or self::seg or self::sp or
          self::stage or self::table or self::text or self::u][@xml:id] ! key('ed:linked', @xml:id)"/>
    <xsl:variable name="pointers" as="xs:string*" select="
        ($part[not(self::note)]/@corresp, $links/@target) ! tokenize(.)[contains(., '#')]"/>
    <xsl:variable name="ids" as="xs:string*" select="
        distinct-values($pointers ! substring-after(., '#'))[not(. = $part/@xml:id)]"/>
    <xsl:if test="exists($ids)"><xsl:attribute name="corresp" select="$ids"/></xsl:if>
    <xsl:variable name="across" as="xs:string*" select="
        distinct-values($pointers[not(starts-with(., '#'))] ! substring-after(., '#'))"/>
    <xsl:if test="exists($across)"><xsl:attribute name="across" select="$across"/></xsl:if>
  </xsl:function>
</xsl:stylesheet>
