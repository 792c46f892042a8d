<?xml version="1.0" encoding="UTF-8"?>
<!-- Rows of what is spoken: turns of a transcript, speeches of a play, lines of verse that are
     analysed. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template match="u" mode="ed:rows">
    <xsl:variable name="block" as="element()?" select="parent::annotationBlock"/>
    <xsl:variable name="who" as="xs:string?" select="string((@who, $block/@who)[1])"/>
    <xsl:sequence select="ed:row('utterances', map{
        'id': string((@xml:id, $block/@xml:id, ed:place-of(.))[1]), 'who': ed:ids($who), 'name': ed:who(.),
        'role': ed:ids(@ana), 'party': ed:party($who, .),
        'start': string(ed:seconds((@start, $block/@start)[1])), 'end': string(ed:seconds((@end, $block/@end)[1])),
        'words': string(ed:word-count(.))})"/>
  </xsl:template>

  <!-- Seconds from the beginning of the timeline, or the time of day that a point says. -->
  <xsl:function name="ed:seconds" as="xs:string?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="$pointer ! key('ed:by-id', substring-after(., '#'), root(.))[1] ! ed:time-of(., 0)"/>
  </xsl:function>
  <xsl:function name="ed:time-of" as="xs:string?">
    <xsl:param name="point" as="element()"/>
    <xsl:param name="more" as="xs:double"/>
    <xsl:variable name="interval" as="xs:double?"
        select="$point/@interval[. castable as xs:double] ! xs:double(.)"/>
    <xsl:variable name="unit" as="xs:double" select="
        if (($point/@unit, $point/../@unit)[1] = 'ms') then 0.001
        else if (($point/@unit, $point/../@unit)[1] = 'min') then 60 else 1"/>
    <xsl:variable name="since" as="element()?" select="
        ($point/@since ! key('ed:by-id', substring-after(., '#'), root($point))[1],
         $point/preceding-sibling::when[1][$point[not(@since)]][exists($interval)])[1]"/>
    <xsl:variable name="all" as="xs:double" select="$more + ($interval, 0)[1] * $unit"/>
    <xsl:sequence select="
        if ($point/@absolute and $more = 0) then string($point/@absolute)
        else if ($since and not($since is $point)) then ed:time-of($since, $all)
        else if (exists($interval) or $more gt 0 or $point/self::when) then string(round($all, 3)) else ()"/>
  </xsl:function>

  <!-- The party of a speaker on the day of the sitting. -->
  <xsl:function name="ed:party" as="xs:string*">
    <xsl:param name="who" as="xs:string?"/>
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="day" as="xs:string?" select="
        (root($node)/*/teiHeader//(settingDesc//date | sourceDesc//date)/@when)[1]"/>
    <xsl:sequence select="distinct-values(
        for $token in tokenize($who), $one in key('ed:by-id', replace($token, '^.*#', ''), root($node))[1]/affiliation
            [@role = ('member', 'representative') or not(@role)]
            [empty($day) or (not(@from gt $day) and not(@to lt $day))]
        return ((ed:ids($one/@ref) ! key('ed:by-id', ., root($node))[1]/(orgName[@full = 'abb'], orgName, name)[1] ! ed:said-by(.))[1],
          ed:row-words($one), ed:ids($one/@ref))[. ne ''][1])"/>
  </xsl:function>

  <xsl:template match="sp" mode="ed:rows">
    <xsl:variable name="parts" as="element()*" select="ancestor::*[matches(local-name(), '^div\d?$')]"/>
    <xsl:sequence select="ed:row('speeches', map{
        'id': ed:place-of(.), 'act': ed:part-of-play(($parts[@type = 'act'], $parts[not(@type = 'scene')])[1]),
        'scene': ed:part-of-play(($parts[@type = 'scene'], tail($parts))[1]),
        'speaker': speaker ! (if (stage) then normalize-space(string-join(.//text()[not(ancestor::stage)]))
          else ed:row-words(.)), 'who': ed:ids(@who),
        'name': let $names := tokenize(@who) ! ed:name-of(., current()) return $names[not(deep-equal($names, ed:ids(current()/@who)))],
        'lines': string(count(.//l[not(@part = ('M', 'F'))])),
        'words': string(ed:word-count(* except (speaker, stage)))})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>
  <xsl:function name="ed:part-of-play" as="xs:string">
    <xsl:param name="part" as="element()?"/>
    <xsl:sequence select="string(($part/@n, $part/head[1] ! ed:row-words(.), $part/@xml:id)[. ne ''][1])"/>
  </xsl:function>

  <xsl:template match="l[@met or @real or @rhyme or @enjamb or rhyme or ancestor::lg[1][@met or @rhyme]]" mode="ed:rows">
    <xsl:variable name="group" as="element(lg)?" select="ancestor::lg[1]"/>
    <xsl:sequence select="ed:row('lines', map{
        'id': ed:place-of(.), 'n': string(@n), 'met': string((@met, ancestor::lg/@met)[last()]),
        'real': string(@real), 'rhyme': string((@rhyme, $group/@rhyme)[1]),
        'labels': .//rhyme/@label, 'enjamb': string(@enjamb), 'words': ed:row-words(.)})"/>
    <xsl:apply-templates mode="ed:rows"/>
  </xsl:template>
</xsl:stylesheet>
