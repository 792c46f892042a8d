<?xml version="1.0" encoding="UTF-8"?>
<!-- A text whose translation, or whose original, is a file of its own (edition/texts/translations.py): its
     blocks one by one, each with what tells which block of the other file corresponds to it. The
     volume puts the two beside each other (volume/sides.xsl); the offprint has the text by itself. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:function name="ed:side" as="element(ed:side)?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="text" as="element(ed:text)*" select="$document/ed:text[not(@only)]"/>
    <xsl:for-each select="$document/(@ed:translated, @ed:original)">
      <ed:side role="{local-name()}" other="{.}" length="{sum($text ! string-length(.))}"
          asked="{$ed:parallel}"
          rend="{string-join($text/descendant-or-self::*[position() le 3]/(@rendered, @rend), ' ')}">
        <xsl:for-each select="$text ! ed:units(.)">
          <ed:unit><xsl:sequence select="ed:told-of(.), ed:named(ed:at-words(ed:pair(.)), $document/@id)"/></ed:unit>
        </xsl:for-each>
      </ed:side>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether a text stands beside another in the book, without its divisions. -->
  <xsl:function name="ed:is-side" as="xs:boolean">
    <xsl:param name="one" as="node()"/>
    <xsl:sequence select="exists(root($one)/ed:document/(@ed:translated, @ed:original))"/>
  </xsl:function>
</xsl:stylesheet>
