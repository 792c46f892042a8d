<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the cells of a table stand, for every format that asks. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- The column that a cell begins in: those that cells above reach down into are passed over. -->
  <xsl:function name="ed:column" as="xs:integer" cache="yes">
    <xsl:param name="cell" as="element(ed:cell)"/>
    <xsl:variable name="next" as="xs:integer" select="
        ($cell/preceding-sibling::ed:cell[1] ! (ed:column(.) + ed:width(.)), 1)[1]"/>
    <xsl:variable name="rows" as="element(ed:row)*" select="
        $cell/../preceding-sibling::ed:row[position() lt ed:tallest($cell/../..)]"/>
    <xsl:variable name="above" as="xs:integer*" select="
        for $at in 1 to count($rows)
        return $rows[$at]/ed:cell[@rows castable as xs:integer]
          [xs:integer(@rows) gt count($rows) + 1 - $at] ! (ed:column(.) to ed:column(.) + ed:width(.) - 1)"/>
    <xsl:sequence select="min(($next to $next + count($above))[not(. = $above)])"/>
  </xsl:function>
  <!-- How many rows the highest cell of a table fills. -->
  <xsl:function name="ed:tallest" as="xs:integer" cache="yes">
    <xsl:param name="table" as="element()"/>
    <xsl:sequence select="max((1, $table/ed:row/ed:cell/@rows[. castable as xs:integer] ! xs:integer(.)))"/>
  </xsl:function>
  <xsl:function name="ed:width" as="xs:integer">
    <xsl:param name="cell" as="element(ed:cell)"/>
    <xsl:sequence select="($cell/@cols[. castable as xs:positiveInteger] ! xs:integer(.), 1)[1]"/>
  </xsl:function>
</xsl:stylesheet>
