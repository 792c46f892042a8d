<?xml version="1.0" encoding="UTF-8"?>
<!-- A register in plain text: an entry a line, in the order of the alphabet: the name, other names,
     birth and death with their places, what else is said of it, identifiers, the numbers of its
     sources; behind them the sources. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A register: a line of plain text for each entry. -->
  <xsl:mode name="ed:register-text" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:register-text" as="map(xs:string, xs:string)">
    <xsl:apply-templates select="ed:register" mode="ed:register-text"/>
  </xsl:template>
  <xsl:template match="ed:register" mode="ed:register-text" as="map(xs:string, xs:string)">
    <xsl:variable name="register" as="element(ed:register)" select="."/>
    <xsl:variable name="named" as="xs:string*" select="distinct-values(ed:entry//@source ! tokenize(.))"/>
    <xsl:variable name="sources" as="element(ed:source)*" select="ed:source[@id = $named]"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:apply-templates select="sort(ed:entry, (), function($one) {string($one/@sort)})"
          mode="ed:register-text">
        <xsl:with-param name="ed:numbers" tunnel="yes"
            select="map:merge(for $n in 1 to count($sources) return map{string($sources[$n]/@id): $n})"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="listed" as="xs:string*" select="
        for $n in 1 to count($sources) return '[' || $n || '] ' || string-join(($sources[$n], $sources[$n]/@web[. ne '']), ' ')"/>
    <xsl:sequence select="map{'registers/' || @id || '.txt': string-join(($lines,
        string-join(('## ' || ed:label('list-of-sources', @lang))[exists($listed)]),
        string-join($listed, '&#xA;'),
        $ed:cited[.] ! (ed:label('how-to-cite', $register/@lang) || ': ' || .))[.], '&#xA;&#xA;') || '&#xA;'}"/>
  </xsl:template>

  <xsl:template match="ed:entry" mode="ed:register-text" as="xs:string">
    <xsl:param name="ed:numbers" as="map(xs:string, xs:integer)" tunnel="yes" select="map{}"/>
    <xsl:variable name="lang" as="xs:string" select="../@lang"/>
    <xsl:variable name="forms" as="xs:string*"
        select="distinct-values(ed:form[not(. = current()/ed:name)])"/>
    <xsl:variable name="told" as="xs:string" select="string-join((
        ed:known-as(.) || string-join($forms, '; ')[.] ! (' (' || . || ')'),
        for $role in ('birth', 'death', 'floruit') return
          ed:date[@role = $role] ! ed:day-of-life(., $lang),
        ed:with-source(ed:when(., $lang), ., $lang)[.], ed:within, ed:geo ! (@latitude || ', ' || @longitude),
        ed:note[@kind = 'identification'], ed:part/ed:field[. ne ''][not(@name = 'title' and . = current()/(ed:name | ed:form))] ! ed:of-work(., $lang),
        ed:statement ! ed:statement-words(., $lang), ed:relation ! ed:relation-words(., $lang)), ed:label('comma', $lang))"/>
    <xsl:sequence select="string-join((
        $told, string-join(ed:idno[not(ed:is-internal(@type))] ! string-join((ed:number-kind(@type)[.], .), ' '), ed:label('comma', $lang))[.],
        ed:note[not(@kind = 'identification')] ! replace(., '\.$', '')), '. ')
        || string-join(sort(distinct-values((@source, .//@source) ! tokenize(.)) ! $ed:numbers(.)) ! (' [' || . || ']'))"/>
  </xsl:template>

  <!-- b. 5 March 1880, Lund -->
  <xsl:function name="ed:day-of-life" as="xs:string?">
    <xsl:param name="date" as="element(ed:date)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:string"
        select="string-join((($date/@words, ed:when($date, $lang))[. ne ''][1], $date/@place), ed:label('comma', $lang))"/>
    <xsl:sequence select="$words[.] ! (ed:label('short-' || $date/@role, $lang) || ' ' ||
        ed:with-source(., $date, $lang))"/>
  </xsl:function>
  <!-- spouse: Ida Holm; from the other side, the relation is read against its name. -->
  <xsl:function name="ed:relation-words" as="xs:string">
    <xsl:param name="relation" as="element(ed:relation)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="other" as="element(ed:entry)?"
        select="$relation/../../ed:entry[@id = $relation/@entry][1]"/>
    <xsl:sequence select="'← '[$relation/@side = 'passive'] || ed:relation-name($relation/@name, $lang)
        || ': ' || ($other/ed:name, $relation/@entry)[1] || ed:relation-aside($relation, $lang)"/>
  </xsl:function>
  <xsl:function name="ed:statement-words" as="xs:string">
    <xsl:param name="statement" as="element(ed:statement)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="ed:when($statement, $lang)"/>
    <xsl:variable name="when" as="xs:string" select="
        if ($plain = string($statement)) then $plain else ed:with-source($plain, $statement, $lang)"/>
    <xsl:variable name="said" as="xs:string" select="ed:statement-said($statement, $lang)"/>
    <xsl:sequence select="if ($statement = '') then ed:statement-name($statement/@name, $lang) || $when[.] ! (' (' || . || ')')
        else if ($when = ('', string($statement))) then $said else $said || ' (' || $when || ')'"/>
  </xsl:function>
</xsl:stylesheet>
