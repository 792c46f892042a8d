<?xml version="1.0" encoding="UTF-8"?>
<!-- The pictures of a register as SVG: a map of places that have coordinates, a line of events that
     have dates. Each mark is a link with a title; the entries below say the same in words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="ed:figures" as="element(figure)*"/>
</xsl:stylesheet>
