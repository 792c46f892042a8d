<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters of the text's own (chapter WD): one that Unicode has no letter for stands as the header
     maps it, where it is empty or has a number for private use, which no other font has; but for the
     hyphen at the end of a line, as keyers of early prints have it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:key name="ed:character" match="char | glyph" use="@xml:id"/>

  <xsl:template match="g[@ref][matches(normalize-space(), '^\p{Co}*$')][not(*)][not(matches(@ref, '[#:]EOL\w*$'))]" mode="ed:prepare"
      priority="2">
    <xsl:copy>
      <xsl:call-template name="ed:identity"/>
      <xsl:value-of select="
          (key('ed:character', replace(@ref, '^.*[#:]', '')) ! ed:stands-for(.), string())[1]"/>
    </xsl:copy>
  </xsl:template>

  <!-- What is told of a character in letters: as it is usually written, else what it is made of. -->
  <xsl:function name="ed:stands-for" as="xs:string?">
    <xsl:param name="character" as="element()"/>
    <xsl:variable name="said" as="item()*" select="
        for $kind in ('normal|standard|modern|simplif', 'diplom|composition')
        return $character/(mapping[matches(@type, $kind, 'i')],
          charProp[matches(localName, $kind, 'i')]/value, localProp[matches(@name, $kind, 'i')]/@value),
        $character/mapping, $character/charProp/value"/>
    <xsl:sequence select="
        ($said ! normalize-space())[. ne '' and not(matches(., '\p{Co}|^U\+[0-9A-F]+$'))][1]"/>
  </xsl:function>
</xsl:stylesheet>
