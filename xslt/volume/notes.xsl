<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes of texts that run on share pages: they are counted through these texts, so that no page has
     two notes of one number. Numbers of the source stay as they are. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <!-- More notes than a page can hold: the next text begins with 1 again. -->
  <xsl:variable name="ed:page-of-notes" as="xs:integer" select="50"/>

  <!-- Series of notes, by the form of their numbers. -->
  <xsl:variable name="ed:forms-of-signs" as="map(xs:string, xs:string)" select="map{
      '1': '^\d+$', 'a': '^[a-z]+$', 'A': '^[A-Z]+$', 'α': '^[α-ω]+$'}"/>

  <!-- What is told of notes whose number changes: by the id of the note, and by that of its call. -->
  <xsl:function name="ed:new-signs" as="map(xs:string, xs:string)">
    <xsl:param name="volume" as="element(ed:volume)"/>
    <xsl:variable name="parts" as="element(div)*" select="
        $volume/div[not(ed:is-joined-to(.))] ! (., ed:joined(.)[not(ed:faces(.))])"/>
    <xsl:variable name="found" as="map(xs:string, xs:string)*">
      <xsl:for-each-group select="$parts" group-starting-with="
          div[not(ed:is-joined-to(.)) and not(ed:runs-on(.))]">
        <xsl:variable name="run" as="element(div)+" select="current-group()"/>
        <xsl:if test="count($run) gt 1">
          <xsl:sequence select="map:keys($ed:forms-of-signs) ! ed:run-of-signs($run, .)"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map:merge($found)"/>
  </xsl:function>

  <!-- The same for a series of notes, in figures or in letters of one kind, of texts that run on. -->
  <xsl:function name="ed:run-of-signs" as="map(xs:string, xs:string)*">
    <xsl:param name="run" as="element(div)+"/>
    <xsl:param name="format" as="xs:string"/>
    <xsl:iterate select="$run">
      <xsl:param name="taken" as="xs:string*" select="()"/>
      <xsl:variable name="calls" as="element(a)*" select="ed:calls(., $format)"/>
      <xsl:variable name="printed" as="xs:string*" select="$calls[not(@data-counted)] ! ed:sign(.)"/>
      <xsl:variable name="free" as="xs:string*" select="
          (1 to count(($calls, $taken))) ! format-integer(., $format)[not(. = ($taken, $printed))]"/>
      <xsl:for-each select="$calls[@data-counted]">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:map>
          <xsl:map-entry key="string(@id)" select="$free[$at]"/>
          <xsl:map-entry key="substring(@href, 2)" select="$free[$at]"/>
        </xsl:map>
      </xsl:for-each>
      <xsl:next-iteration>
        <xsl:with-param name="taken" select="
            if (count($taken) gt $ed:page-of-notes) then ()
            else ($taken, $printed, $free[position() le count($calls[@data-counted])])"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>
  <xsl:function name="ed:calls" as="element(a)*">
    <xsl:param name="part" as="element(div)"/>
    <xsl:param name="format" as="xs:string"/>
    <xsl:variable name="calls" as="element(a)*" select="$part/section[@class = 'work']//a[@id][contains(@class, 'note-call')]
        [matches(ed:sign(.), $ed:forms-of-signs($format))]"/>
    <!-- Not those that call a counted note again. -->
    <xsl:variable name="counted" as="xs:string*" select="$calls[@data-counted]/@href"/>
    <xsl:sequence select="$calls[@data-counted or not(@href = $counted)]"/>
  </xsl:function>
  <xsl:function name="ed:sign" as="xs:string">
    <xsl:param name="call" as="element(a)"/>
    <xsl:sequence select="translate($call, '[]', '')"/>
  </xsl:function>

  <!-- Calls, notes, and what refers to notes by their number. -->
  <xsl:mode name="ed:counted" on-no-match="shallow-copy"/>
  <xsl:template match="a[matches(., '^\[?(\d+|[a-z]+|[A-Z]+|[α-ω]+)\]?$')]" mode="ed:counted">
    <xsl:param name="signs" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="sign" as="xs:string?" select="$signs(substring(@href, 2))"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:sequence select="if ($sign) then replace(., '[^\[\]]+', $sign) else node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
