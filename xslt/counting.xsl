<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers and what is counted: which form of a word a number asks for. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The word for so many things: $one (line), $many (lines), or $many-two, $many-few in languages
       that have words of their own for two and for a few. -->
  <xsl:function name="ed:counted" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="form" as="xs:string" select="ed:plural($number, substring-before($lang || '-', '-'))"/>
    <xsl:sequence select="
        if ($form = 'one') then ed:label($one, $lang)
        else (ed:labelled($many || '-' || $form, $lang), ed:label($many, $lang))[1]"/>
  </xsl:function>
  <!-- A number with the signs that a language has between thousands and before decimals (CLDR):
       4,700 and 1.5, 4.700 and 1,5. -->
  <xsl:variable name="ed:thousands" as="map(xs:string, xs:string)" select="map{
      'de': '.', 'es': '.', 'it': '.', 'nl': '.', 'pt': '.', 'fr': '&#x202F;', 'pl': '&#xA0;', 'ru': '&#xA0;'}"/>
  <xsl:function name="ed:number" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:decimal"/>
    <xsl:param name="picture" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="sign" as="xs:string?" select="$ed:thousands(substring-before($lang || '-', '-'))"/>
    <xsl:variable name="plain" as="xs:string" select="format-number($number, $picture)"/>
    <xsl:sequence select="if ($sign) then translate($plain, ',.', $sign || ',') else $plain"/>
  </xsl:function>
  <!-- The number and its word: 3 letters. -->
  <xsl:function name="ed:so-many" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="ed:amount(ed:number($number, '#,##0', $lang), $one, $many, $lang)"/>
  </xsl:function>
  <!-- The same of a number as it is written. A word for two of a thing says the number itself. -->
  <xsl:function name="ed:amount" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="many" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="translate($number, ',.&#x202F;&#xA0;', '')"/>
    <xsl:sequence select="
        (ed:labelled($many || '-two', $lang)[ed:plural($plain, substring-before($lang || '-', '-')) = 'two'],
        $number || ' ' || ed:counted($plain, $one, $many, $lang))[1]"/>
  </xsl:function>
  <!-- The form that a number asks for, as CLDR has it for whole numbers; what is no number is many. -->
  <xsl:function name="ed:plural" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="n" as="xs:integer" select="
        if ($number castable as xs:integer) then abs(xs:integer($number)) else 5"/>
    <xsl:variable name="last" as="xs:integer" select="$n mod 10"/>
    <xsl:variable name="slavic" as="xs:boolean" select="$lang = ('pl', 'ru', 'uk', 'be', 'sr', 'hr', 'bs')"/>
    <xsl:sequence select="
        if ($n = 1 or ($n = 0 and $lang = ('fr', 'pt'))
          or ($slavic and $lang ne 'pl' and $last = 1 and $n mod 100 ne 11)) then 'one'
        else if ($n = 2 and $lang = ('ar', 'he')) then 'two'
        else if ($slavic and $last = (2 to 4) and not($n mod 100 = (12 to 14))
          or $lang = ('cs', 'sk') and $n = (2 to 4)
          or $lang = 'ar' and $n mod 100 = (3 to 10)) then 'few'
        else 'many'"/>
  </xsl:function>
</xsl:stylesheet>
