<?xml version="1.0" encoding="UTF-8"?>
<!-- Openers and closers of letters: what is a line of its own, and what a part of a sentence. Asked
     by the settling of white space and by the rules. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- "My dear Bert, how are you?": an opener or a closer that has words of its own is a sentence, and
       so is what stands in it, but for a place and date before them and a name after them. -->
  <xsl:function name="ed:is-in-greeting" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="own" as="text()*" select="
        $part/(self::salute | self::signed | self::dateline)/../(self::opener | self::closer)
        /text()[normalize-space()]"/>
    <xsl:sequence select="exists($own) and (
        if ($part/parent::opener) then exists($part/self::salute | $part/self::signed | $own[. &lt;&lt; $part])
        else exists($part/self::salute | $own[. &gt;&gt; $part]))"/>
  </xsl:function>
</xsl:stylesheet>
