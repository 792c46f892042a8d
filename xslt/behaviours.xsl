<?xml version="1.0" encoding="UTF-8"?>
<!-- How formats read the tree of behaviours that rules.xsl makes: facts, language, plain words. -->
<xsl:package name="urn:editio:behaviours" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:use-package name="urn:editio:common" package-version="1.0">
    <xsl:accept component="*" names="*" visibility="public"/>
  </xsl:use-package>

  <xsl:include href="behaviours/interventions.xsl"/>

  <!-- The first fact of that name in the header, or nothing. -->
  <xsl:function name="ed:field" as="xs:string" visibility="public">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="string($document/ed:metadata/ed:field[@name = $name][1])"/>
  </xsl:function>

  <xsl:function name="ed:lang" as="xs:string" visibility="public">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string(($node/ancestor-or-self::*[@lang][1]/@lang, 'en')[1])"/>
  </xsl:function>

  <!-- Languages that are written from right to left, unless the tag names another script. -->
  <xsl:function name="ed:direction" as="xs:string" visibility="public">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="
        if (matches($lang, '-(Arab|Aran|Hebr|Mand|Nkoo|Samr|Syrc|Syre|Syrj|Syrn|Thaa)(-|$)', 'i')
          or matches($lang, '^(ar|arc|ckb|dv|fa|hbo|he|jpa|mid|nqo|ota|ps|sam|sd|syc|syr|tmr|ug|ur|yi)(-|$)')
          and not(matches($lang, '-[A-Z][a-z]{3}(-|$)')))
        then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- Where words run otherwise than those around them. Hebrew in Latin letters, though tagged as
       Hebrew, runs as Latin does. -->
  <xsl:function name="ed:dir" as="attribute(dir)?" visibility="public">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="around" as="element()?" select="$node/ancestor::*[@lang][1]"/>
    <xsl:variable name="runs" as="xs:string" select="ed:runs($node)"/>
    <xsl:if test="$runs ne (if ($around) then ed:runs($around) else 'ltr')">
      <xsl:attribute name="dir" select="$runs"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:runs" as="xs:string">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
        if (matches($node, '[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;]'))
        then ed:direction(ed:lang($node)) else 'ltr'"/>
  </xsl:function>

  <!-- What stands for a gap: why and how much, as far as the encoding says. -->
  <xsl:function name="ed:gap-words" as="xs:string" visibility="public">
    <xsl:param name="gap" as="element(ed:gap)"/>
    <xsl:variable name="lang" as="xs:string" select="ed:lang($gap)"/>
    <xsl:variable name="size" as="xs:string?" select="
        $gap/@quantity ! (. || ' ' || ed:label(
          $gap/@unit || (if (. = '1') then '' else 's'), $lang))"/>
    <xsl:sequence select="
        if ($gap/@kind = 'space') then '&#x2003;'
        else '[' || string-join(('…', ed:label(string(($gap/@reason, 'gap')[1]), $lang), $size), ' ')
          || ']'"/>
  </xsl:function>

  <!-- The reading text of a behaviour as a string, without notes. -->
  <xsl:function name="ed:plain" as="xs:string" visibility="public">
    <xsl:param name="behaviour" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$behaviour/node()" mode="ed:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>
  <xsl:mode name="ed:plain" on-no-match="shallow-skip" visibility="public"/>
  <xsl:template match="text()" mode="ed:plain" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>
  <xsl:template match="ed:note | *[@only = ('diplomatic', 'apparatus')]" mode="ed:plain"/>
  <xsl:template match="ed:gap" mode="ed:plain" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>
  <xsl:template match="ed:break[@space]" mode="ed:plain" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <!-- The id of the place that calls a note. -->
  <xsl:function name="ed:call-id" as="xs:string" visibility="public">
    <xsl:param name="note" as="element(ed:note)"/>
    <xsl:sequence select="string(($note/@call, 'call-' || $note/@id)[1])"/>
  </xsl:function>
</xsl:package>
