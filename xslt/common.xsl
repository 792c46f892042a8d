<?xml version="1.0" encoding="UTF-8"?>
<!-- What every stage shares: how a problem is reported, how a label is looked up. -->
<xsl:package name="urn:editio:common" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- labels.xml, handed in by whoever runs a format; stylesheets open no files. -->
  <xsl:param name="ed:labels" as="document-node()?" select="()"/>

  <xsl:key name="ed:label" match="ed:label" use="@key"/>

  <!-- The words for $key in $lang, or in its primary language, or in English; the key if none. -->
  <xsl:function name="ed:label" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="element()*"
        select="$ed:labels ! key('ed:label', $key, .)/ed:in"/>
    <xsl:variable name="found" as="element()*" select="
        $words[@lang = $lang], $words[@lang = substring-before($lang || '-', '-')],
        $words[@lang = 'en']"/>
    <xsl:sequence select="if ($found) then string($found[1]) else $key"/>
  </xsl:function>

  <!-- A date as readers write it (1964-04-17 -> 17 April 1964); other values as they stand.
       format-date knows English only in Saxon-HE, so month names are labels. -->
  <xsl:function name="ed:date" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:sequence select="
        if (not(matches($iso, '^\d{4}(-\d\d){0,2}$'))) then $iso
        else string-join((
          $parts[3] ! string(xs:integer(.)),
          $parts[2] ! ed:label('month-' || ., $lang),
          $parts[1]), ' ')"/>
  </xsl:function>

  <!-- Reports a problem to the host, which turns it into a Diagnostic at the node's line. -->
  <xsl:template name="ed:diagnostic" visibility="public">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:message>
      <ed:diagnostic code="{$code}" subject="{$subject}"
          at="{($node/ancestor-or-self::*/(@ed:at, @at))[last()]}"/>
    </xsl:message>
  </xsl:template>
</xsl:package>
