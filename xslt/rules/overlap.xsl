<?xml version="1.0" encoding="UTF-8"?>
<!-- Speech at the same time (chapter TS): where turns have their times on a timeline, what two speakers
     say together stands in ⌈ ⌉ with the first and in ⌊ ⌋ with the second. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:timed" match="u[exists(ed:time(., 'start')) and exists(ed:time(., 'end'))]" use="'yes'"/>

  <!-- The moments of timelines by their rank; of two with one id the first counts. -->
  <xsl:function name="ed:moments" as="map(xs:string, xs:integer)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="moments" as="element(when)*" select="$root//timeline/when[@xml:id]"/>
    <xsl:sequence select="map:merge(for-each-pair($moments, 1 to count($moments),
        function($moment, $rank) {map{string($moment/@xml:id): $rank}}))"/>
  </xsl:function>
  <xsl:function name="ed:moment" as="xs:integer?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="$pointer ! ed:moments(root(.))(substring-after(normalize-space(.), '#'))"/>
  </xsl:function>
  <xsl:function name="ed:time" as="xs:integer?">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="ed:moment(($turn/@*[local-name() = $name], $turn/parent::annotationBlock/@*[local-name() = $name])[1])"/>
  </xsl:function>

  <!-- By turn: the stretches that it has together with one of the next or last turns. -->
  <xsl:variable name="ed:far" as="xs:integer" select="12"/>
  <xsl:function name="ed:stretches" as="map(xs:string, array(xs:integer)*)" cache="yes">
    <xsl:param name="root" as="document-node()"/>
    <xsl:variable name="turns" as="element(u)*" select="key('ed:timed', 'yes', $root)"/>
    <xsl:map>
      <xsl:for-each select="$turns">
        <xsl:variable name="turn" as="element(u)" select="."/>
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:map-entry key="generate-id()" select="
            for $other in subsequence($turns, $at - $ed:far, 2 * $ed:far + 1) except $turn,
              $from in max((ed:time($turn, 'start'), ed:time($other, 'start'))),
              $to in min((ed:time($turn, 'end'), ed:time($other, 'end')))
            return [$from, $to, if ($turn &lt;&lt; $other) then 1 else 2][$from lt $to]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The signs at a moment of a turn; of a stretch whose other end the turn does not mark, none. -->
  <xsl:function name="ed:overlap" as="element(ed:inline)?">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:param name="moment" as="xs:integer?"/>
    <xsl:variable name="marked" as="xs:integer*" select="
        ed:time($turn, 'start'), ed:time($turn, 'end'), $turn//anchor/@synch ! ed:moment(.)"/>
    <xsl:variable name="stretches" as="array(xs:integer)*" select="
        if (empty($moment)) then () else
        ed:stretches(root($turn))(generate-id($turn))[.(1) = $marked and .(2) = $marked]"/>
    <xsl:sequence select="ed:added(string-join((
        distinct-values(for $one in $stretches[.(2) = $moment] return ('⌉', '⌋')[$one(3)]),
        distinct-values(for $one in $stretches[.(1) = $moment] return ('⌈', '⌊')[$one(3)]))))"/>
  </xsl:function>
  <!-- At an end of a turn that has no anchor there. -->
  <xsl:function name="ed:overlap-at" as="element(ed:inline)?">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:param name="end" as="xs:string"/>
    <xsl:variable name="moment" as="xs:integer?" select="ed:time($turn, $end)"/>
    <xsl:sequence select="ed:overlap($turn, $moment[not(. = $turn//anchor/@synch ! ed:moment(.))])"/>
  </xsl:function>

  <xsl:template match="anchor[@synch][ancestor::u]" mode="ed:rules" priority="1">
    <xsl:next-match/>
    <xsl:sequence select="ed:overlap(ancestor::u[1], ed:moment(@synch))"/>
  </xsl:template>
</xsl:stylesheet>
