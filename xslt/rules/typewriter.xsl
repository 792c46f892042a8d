<?xml version="1.0" encoding="UTF-8"?>
<!-- Signs of a typewriter: where a text declares it (normalization with ana="#typewriter"), the
     reading text has a dash for a double hyphen and printers' quotation marks for straight ones. The
     diplomatic text keeps what was typed, and so do readings beside a lemma. Words do not change, and the rule is stated once, in the
     header: no sign is an intervention of its own. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:typewritten" match="normalization[tokenize(@ana) = '#typewriter']" use="'yes'"/>

  <!-- Whether the text is one of those is asked first, at no cost. -->
  <xsl:template match="text//text()[exists(key('ed:typewritten', 'yes'))][matches(., '--|[&quot;'']')]
      [not(ancestor::note[@resp] or ancestor::fw or ancestor::rdg[ancestor::app[1]/lem])]" mode="ed:rules" priority="3" as="node()*">
    <xsl:variable name="opens" as="xs:boolean" select="ed:opens(.)"/>
    <xsl:analyze-string select="." regex="(^|[\s(])&quot;|(--)&quot;(\w)|--|[&quot;&#39;]">
      <xsl:matching-substring>
        <xsl:value-of select="regex-group(1)"/>
        <xsl:sequence select="regex-group(2)[.] ! ed:typed(., false())"/>
        <xsl:sequence select="ed:typed(replace(., '^([\s(]|--(&quot;))|\w$', '$2'),
            regex-group(1) or regex-group(2) or ($opens and position() eq 1))"/>
        <xsl:value-of select="regex-group(3)"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:value-of select="."/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- A sign as it was typed, and as it is set. -->
  <xsl:function name="ed:typed" as="element(ed:inline)+">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="opening" as="xs:boolean"/>
    <xsl:variable name="set" as="map(xs:string, xs:string)"
        select="map{'--': '—', '''': '’', '&quot;': if ($opening) then '“' else '”'}"/>
    <ed:inline kind="typed" only="diplomatic"><xsl:value-of select="$sign"/></ed:inline>
    <ed:inline kind="typed" only="reading"><xsl:value-of select="$set($sign)"/></ed:inline>
  </xsl:function>

  <!-- Whether a quotation mark at the beginning of this text opens: nothing, a blank or a bracket is
       before it, or the end of a line. -->
  <xsl:function name="ed:opens" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="before" as="text()?" select="$text/preceding::text()[1]
        [(ancestor::p | ancestor::ab | ancestor::head) intersect $text/ancestor::*]"/>
    <xsl:sequence select="empty($before) or matches(ed:last-signs($before, 1), '[\s(]')
        or exists($text/preceding::node()[self::text() or self::lb][1][self::lb[not(@break = 'no')]])"/>
  </xsl:function>
</xsl:stylesheet>
