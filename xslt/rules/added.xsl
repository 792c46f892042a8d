<?xml version="1.0" encoding="UTF-8"?>
<!-- Words and signs that are not in the text: labels in the language of the page, punctuation
     between the parts of a record. They are of kind "added", so that nobody takes them for the
     text's own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The language that the page of a text speaks. -->
  <xsl:function name="ed:page-lang" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string((ed:main-language(root($node)/*), 'en')[1])"/>
  </xsl:function>

  <xsl:function name="ed:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:label($key, ed:page-lang($node))"/>
  </xsl:function>

  <!-- The label for a key if there is one, else nothing. -->
  <xsl:function name="ed:said" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="ed:say($key, $node)[. ne $key]"/>
  </xsl:function>

  <!-- Words that are not in the text; nothing where there are none. -->
  <xsl:function name="ed:added" as="element(ed:inline)?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="ed:added($words, ())"/>
  </xsl:function>
  <xsl:function name="ed:added" as="element(ed:inline)?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:param name="only" as="xs:string?"/>
    <xsl:if test="$words ne ''">
      <ed:inline kind="added">
        <xsl:if test="$only"><xsl:attribute name="only" select="$only"/></xsl:if>
        <xsl:value-of select="$words"/>
      </ed:inline>
    </xsl:if>
  </xsl:function>

  <!-- Whether anything is seen where an element stands, in the reading text. -->
  <xsl:function name="ed:shows" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space($element) or exists($element//(graphic | gap | ptr | ref))"/>
  </xsl:function>
</xsl:stylesheet>
