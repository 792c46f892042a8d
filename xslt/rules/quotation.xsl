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
      ('pl', 'ro') ! map{.: ('„', '”', '«', '»')},
      'hu' ! map{.: ('„', '”', '»', '«')},
      'fr' ! map{.: ('«&#x202F;', '&#x202F;»', '“', '”')},
      ('de-ch', 'fr-ch') ! map{.: ('«', '»', '‹', '›')},
      ('it', 'es', 'ca', 'pt-pt', 'el', 'grc', 'hy', 'no', 'nb', 'nn', 'fa')
        ! map{.: ('«', '»', '“', '”')},
      ('ru', 'uk', 'be') ! map{.: ('«', '»', '„', '“')},
      'ar' ! map{.: ('”', '“', '’', '‘')},
      ('sv', 'fi', 'he') ! map{.: ('”', '”', '’', '’')},
      ('ja', 'zh-hant', 'zh-tw', 'zh-hk') ! map{.: ('「', '」', '『', '』')}))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:template match="(q | quote | said | soCalled |
      gloss[not(@type or ancestor::entry or ancestor::entryFree or ancestor::cit)][ed:is-near-its-term(.)] |
      title[@level = 'a'][not(ancestor::bibl or ancestor::biblStruct or ancestor::biblFull)] |
      (title | hi | emph | term | mentioned)[tokenize(@rend) = $ed:with-marks])[ed:lacks-marks(.)]" mode="ed:rules"
      priority="1">
    <xsl:variable name="marks" as="xs:string+" select="ed:marks-of(..)"/>
    <xsl:variable name="inner" as="xs:integer"
        select="2 * (count(ancestor::*[ed:is-quoted(.)][ed:lacks-marks(.)]) mod 2)"/>
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:quotation-mark(., $marks[1 + $inner])"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:quotation-mark(., $marks[2 + $inner])"/>
    </ed:inline>
  </xsl:template>
  <!-- Where it is said that the source had such marks they are in both texts. -->
  <xsl:variable name="ed:with-marks" as="xs:string+" select="'quoted', 'quotes'"/>
  <xsl:function name="ed:quotation-mark" as="element(ed:inline)">
    <xsl:param name="quoted" as="element()"/>
    <xsl:param name="mark" as="xs:string"/>
    <ed:inline kind="quotation-mark">
      <xsl:if test="not(tokenize($quoted/@rend) = $ed:with-marks)"><xsl:attribute name="only" select="'reading'"/></xsl:if>
      <xsl:value-of select="$mark"/>
    </ed:inline>
  </xsl:function>

  <!-- A gloss that points to a list of terms is no explanation where it stands. -->
  <xsl:function name="ed:is-near-its-term" as="xs:boolean">
    <xsl:param name="gloss" as="element(gloss)"/>
    <xsl:sequence select="not($gloss/@target) or exists(tokenize($gloss/@target) ! key('ed:by-id',
        substring-after(., '#'), root($gloss))[ancestor::* intersect $gloss/ancestor::*[not(ed:is-inline(.))][1]])"/>
  </xsl:function>

  <!-- The marks of the language of an element, with its region if that has its own. -->
  <xsl:function name="ed:marks-of" as="xs:string+">
    <xsl:param name="element" as="node()"/>
    <xsl:variable name="lang" as="xs:string"
        select="lower-case((($element/ancestor-or-self::*/@xml:lang)[last()] ! ed:language-tag(.),
          ed:main-language(root($element)/*))[1])"/>
    <xsl:sequence select="
        ($ed:marks?($lang), $ed:marks?(tokenize($lang, '-')[1]), $ed:marks?en)[position() le 4]"/>
  </xsl:function>

  <xsl:function name="ed:is-quoted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::q | self::quote | self::said | self::soCalled))"/>
  </xsl:function>

  <!-- Among words, not declared to have its marks as text, and without any of its own; not a turn that
       begins with the name of who speaks. -->
  <xsl:function name="ed:lacks-marks" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="declared" as="xs:string*"
        select="root($element)/TEI/teiHeader/encodingDesc/editorialDecl/quotation/@marks"/>
    <xsl:variable name="words" as="xs:string"
        select="string-join($element//text()[not(ancestor::note[. &gt;&gt; $element])]) => normalize-space()"/>
    <xsl:sequence select="ed:is-inline($element) and not(ed:holds-blocks($element))
        and not(ed:is-set-off($element) or tokenize($element/@rend) = 'none') and not($element/*[1]/(self::label | self::speaker)) and $words
        and (exists($element/ancestor::teiHeader) or not($declared = ('all', 'some')))
        and not(ed:has-marks($words))
        and not(matches(ed:beside($element, true()), '[‘' || $ed:double || ']\s?$'))
        and not(matches(ed:beside($element, false()), '^\s?([' || $ed:double || ']|’(\W|$))'))"/>
  </xsl:function>

  <!-- Marks around all the words, or one at one end whose fellow stands elsewhere: speech that is
       interrupted. Words that only hold a quotation have no marks. -->
  <xsl:variable name="ed:double" as="xs:string" select="'&quot;“”„‟«»「」『』'"/>
  <xsl:function name="ed:has-marks" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($words, '[.,;:!?…]+$', '')"/>
    <xsl:variable name="mark" as="xs:string" select="'[' || $ed:double || ']'"/>
    <xsl:variable name="begins" as="xs:boolean" select="matches($bare, '^' || $mark)"/>
    <xsl:variable name="ends" as="xs:boolean" select="matches($bare, $mark || '$')"/>
    <xsl:variable name="odd" as="xs:boolean"
        select="count(analyze-string($bare, $mark)/*:match) mod 2 eq 1"/>
    <xsl:sequence select="matches($bare, '^[‘‚''].*[’‘'']$')
        or ($begins or $ends) and $odd
        or $begins and $ends and not(matches(substring($bare, 2, string-length($bare) - 2),
          '^[^' || $ed:double || ']*\S' || $mark || '(\s|$)'))"/>
  </xsl:function>

  <!-- What stands beside an element in its block: the words before it, or those behind. -->
  <xsl:function name="ed:beside" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="xs:boolean"/>
    <xsl:sequence select="string((
        for $outer in reverse($element/ancestor-or-self::*[ed:is-inline(.)])
        return if ($before) then $outer/preceding-sibling::node()[not(self::note)][1]
          else $outer/following-sibling::node()[not(self::note)][1])[1])"/>
  </xsl:function>
  <!-- Set off from its sentence, as the source had it. -->
  <xsl:function name="ed:is-set-off" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="tokenize($quotation/@rend) = ('block', 'blockquote', 'display')"/>
  </xsl:function>
</xsl:stylesheet>
