<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotation marks that the encoding stands for (chapter HD, quotation): where the text has none
     of its own, words tagged as speech or quotation get those of the language around them. They are
     not in the source, so the diplomatic text does without. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all" expand-text="yes"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Outer and inner marks, opening and closing, by language (Unicode CLDR, delimiters; French
       with its narrow spaces). Other languages have those of English. -->
  <xsl:variable name="ed:marks" as="map(xs:string, xs:string+)" select="map:merge((
      'en' ! map{.: ('“', '”', '‘', '’')},
      ('de', 'cs', 'sk', 'sl', 'bg', 'is', 'lt', 'et') ! map{.: ('„', '“', '‚', '‘')},
      ('pl', 'ro', 'hu') ! map{.: ('„', '”', '«', '»')},
      'fr' ! map{.: ('«&#x202F;', '&#x202F;»', '“', '”')},
      ('it', 'es', 'ca', 'pt', 'el', 'grc', 'hy', 'no', 'nb', 'nn', 'fa')
        ! map{.: ('«', '»', '“', '”')},
      ('ru', 'uk', 'be') ! map{.: ('«', '»', '„', '“')},
      ('sv', 'fi', 'he') ! map{.: ('”', '”', '’', '’')},
      'ja' ! map{.: ('「', '」', '『', '』')}))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:template match="(q | quote | said | soCalled)[ed:lacks-marks(.)]" mode="ed:rules"
      priority="1">
    <xsl:variable name="marks" as="xs:string+" select="
        let $lang := ../ancestor-or-self::*[@xml:lang][1]/@xml:lang ! tokenize(., '-')[1]
        return ($ed:marks?($lang), $ed:marks?en)[position() le 4]"/>
    <xsl:variable name="inner" as="xs:integer"
        select="2 * (count(ancestor::*[ed:is-quoted(.)][ed:lacks-marks(.)]) mod 2)"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <ed:inline kind="quotation-mark" only="reading">{$marks[1 + $inner]}</ed:inline>
      <xsl:call-template name="ed:content"/>
      <ed:inline kind="quotation-mark" only="reading">{$marks[2 + $inner]}</ed:inline>
    </ed:inline>
  </xsl:template>

  <xsl:function name="ed:is-quoted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::q | self::quote | self::said | self::soCalled))"/>
  </xsl:function>

  <!-- Among words, not declared to have its marks as text, and none at either end, in or out. -->
  <xsl:function name="ed:lacks-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="declared" as="xs:string*"
        select="root($element)/TEI/teiHeader/encodingDesc/editorialDecl/quotation/@marks"/>
    <xsl:sequence select="ed:is-inline($element) and not(ed:holds-blocks($element))
        and not($element/@rend = 'block')
        and (exists($element/ancestor::teiHeader) or not($declared = ('all', 'some')))
        and not(ed:has-marks($element))"/>
  </xsl:function>
  <xsl:function name="ed:has-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="sign" as="xs:string" select="'[&quot;“”„‟«»‹›‘’‚‛''「」『』]'"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($element)"/>
    <xsl:sequence select="matches($words, '^' || $sign) or matches($words, $sign || '[.,;:!?]?$')
        or matches($element/preceding::text()[1], $sign || '$')
        or matches($element/following::text()[1], '^' || $sign)"/>
  </xsl:function>
</xsl:stylesheet>
