<?xml version="1.0" encoding="UTF-8"?>
<!-- How the source looks, in the few words that formats know: from @rend, from what @rendition names
     and the header declares (tagsDecl), from @style. What is none of them is told and kept as data. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Declarations for all elements of a name. -->
  <xsl:key name="ed:selected" match="rendition[@selector]"
      use="tokenize(@selector, '\s*,\s*')[matches(., '^[A-Za-z]+$')]"/>

  <xsl:function name="ed:look" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="dressed" as="xs:boolean"/>
    <xsl:variable name="declared" as="element(rendition)*"
        select="key('ed:selected', local-name($element), root($element))"/>
    <xsl:if test="$element/(@rend | @rendition | @style) or exists($declared)">
      <xsl:variable name="pointers" as="xs:string*" select="tokenize($element/@rendition)"/>
      <xsl:variable name="words" as="xs:string*" select="distinct-values((
          $declared ! ed:css-words(.), $pointers ! ed:rendition-words(., root($element)),
          ed:said-looks($element/@rend) ! ed:rend-words(.), $element/@rend ! ed:css-words(.),
          $element/@style ! ed:css-words(.)))"/>
      <xsl:variable name="asked" as="xs:string*"
          select="$pointers[not($element/(self::pb | self::cb | self::lb | self::milestone))]"/>
      <xsl:variable name="own" as="xs:string*" select="
          $element/@rend/ed:unknown-rend(.),
          $asked[empty(ed:declared(., root($element)))] ! ed:unknown-rendition(., root($element)),
          $element[ancestor::text][not(self::handShift)]/@style ! ed:unknown-css(.)"/>
      <xsl:variable name="others" as="element(rendition)*" select="
          $declared[exists(ed:unknown-css(.))],
          $asked[exists(ed:unknown-rendition(., root($element)))] ! ed:declared(., root($element))"/>
      <xsl:if test="not($dressed)">
        <xsl:sequence select="ed:tell-looks($own, $element)"/>
        <!-- What a declaration has is told where it stands. -->
        <xsl:sequence select="$others ! ed:tell-looks(
            if (ed:is-css(.)) then ed:unknown-css(.) else '#' || @xml:id, .)"/>
      </xsl:if>
      <xsl:for-each select="($element/@rend, ($element/@rendition, $element/@style)[exists(($own, $others))])[1]">
        <xsl:attribute name="rendered" select="normalize-space(.)"/>
      </xsl:for-each>
      <xsl:if test="exists($words)"><xsl:attribute name="rend" select="$words"/></xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:tell-looks" as="empty-sequence()">
    <xsl:param name="looks" as="xs:string*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="distinct-values($looks)">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T006'"/>
        <xsl:with-param name="node" select="$element"/>
        <xsl:with-param name="subject" select="."/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:function>

  <!-- The words of @rend, which may have CSS instead: color(red) is one word, slant(italic)case(allcaps) two. -->
  <xsl:function name="ed:said-looks" as="xs:string*">
    <xsl:param name="rend" as="attribute()?"/>
    <xsl:sequence select="$rend[not(ed:is-css(.)) or ed:is-flagged(.)] ! ed:looks-in(.)"/>
  </xsl:function>
  <xsl:function name="ed:looks-in" as="xs:string*" cache="yes">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="
        tokenize(replace(lower-case($rend), ':\s+', ':') => replace('\)(\p{L})', ') $1'), '[\s;,]+')[.]"/>
  </xsl:function>

  <!-- bold:true; fontSize:0.0; as Transkribus writes it. -->
  <xsl:function name="ed:is-flagged" as="xs:boolean">
    <xsl:param name="rend" as="xs:string"/>
    <xsl:sequence select="matches($rend, '^(\s*\w+:\s*(true|false|[\d.]+)\s*;)+\s*$')"/>
  </xsl:function>

  <!-- Of @rend only where it says how words look: elsewhere it may say what somebody did. -->
  <xsl:function name="ed:unknown-rend" as="xs:string*">
    <xsl:param name="rend" as="attribute()"/>
    <xsl:if test="$rend/(parent::hi | parent::emph | parent::foreign | parent::title | parent::term |
        parent::seg | parent::head | parent::p | parent::l | parent::ab | parent::q | parent::quote |
        parent::name | parent::persName | parent::placeName)">
      <xsl:sequence select="$rend[ed:is-css(.)][not(ed:is-flagged(.))] ! ed:unknown-css(.), ed:said-looks($rend)
          [empty(ed:rend-words(.))][not($ed:plain-looks(.))][not(matches(., ':(false|[\d.]+)$'))]
          [not($ed:letter-marks(.) and ed:is-leiden($rend/..))]"/>
    </xsl:if>
  </xsl:function>

  <!-- #id of a declaration, or a word behind # or a prefix; asked once for each of them. -->
  <xsl:function name="ed:rendition-words" as="xs:string*" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="declared" as="element(rendition)?" select="ed:declared($pointer, $root)"/>
    <xsl:sequence select="
        if ($declared) then ed:css-words($declared) else ed:rend-words(ed:pointed-look($pointer))"/>
  </xsl:function>

  <xsl:function name="ed:unknown-rendition" as="xs:string*" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:variable name="declared" as="element(rendition)?" select="ed:declared($pointer, $root)"/>
    <xsl:variable name="word" as="xs:string" select="ed:pointed-look($pointer)"/>
    <xsl:sequence select="
        if ($declared) then if (ed:is-css($declared)) then ed:unknown-css($declared) else $pointer
        else $pointer[empty(ed:rend-words($word)) and not($ed:plain-looks($word))]"/>
  </xsl:function>

  <xsl:function name="ed:declared" as="element(rendition)?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="root" as="node()"/>
    <xsl:sequence select="key('ed:by-id', substring-after($pointer, '#'), $root)[1]/self::rendition"/>
  </xsl:function>

  <xsl:function name="ed:pointed-look" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($pointer, '^.*[#:]', ''))"/>
  </xsl:function>

  <xsl:function name="ed:rend-words" as="xs:string*" cache="yes">
    <xsl:param name="word" as="xs:string"/>
    <xsl:sequence select="tokenize($ed:renditions(replace($word, $ed:look-forms, '$2$3$4'))), ed:indent($word),
        ed:colour-word(replace($word, '^#?(colou?r)?[-_(:]?(\p{L}+|#[0-9a-f]+)\)?([-_](ink|tinte|buntstift))?$', '$2'))"/>
  </xsl:function>

  <!-- One look in the ways it is written: #italic, simple:italic, slant(italic), italic:true. -->
  <xsl:variable name="ed:look-forms" as="xs:string"
      select="'^(#|simple:)?(?:(?:slant|weight|case|post-?ition|face)\((.+)\)|(\p{L}+):true|(.+))$'"/>

  <!-- Words that say how something stands, which its rule decides, or that it looks like any other. -->
  <xsl:variable name="ed:plain-looks" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
      antiqua apex aq black block blockquote bulleted display fr decorinit hanging hr hrblue hrred in initial dropcap inline justify justified latintype
      left ligature no-indent no_indent noindent none normal numbered ordered plain quoted quotes run-in runon simple supraline underdot'
      ) ! map{.: true()})" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  <xsl:variable name="ed:renditions" as="map(xs:string, xs:string)" select="map{
      'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic',
      'bold': 'bold', 'b': 'bold', 'bo': 'bold', 'strong': 'bold', 'underline': 'underline',
      'underlined': 'underline', 'u': 'underline', 'uu': 'underline stroke-double', 'sc': 'smallcaps',
      'smallcaps': 'smallcaps', 'small-caps': 'smallcaps', 'smcap': 'smallcaps', 'k': 'smallcaps',
      'sup': 'superscript', 'super': 'superscript', 'superscript': 'superscript',
      'sub': 'subscript', 'subscript': 'subscript', 'spaced': 'spaced', 'g': 'spaced',
      'letterspaced': 'spaced', 'letterspace': 'spaced', 'letter-spaced': 'spaced', 'spaced-out': 'spaced',
      'gesperrt': 'spaced', 'kursiv': 'italic', 'fett': 'bold', 'hochgestellt': 'superscript', 'strikethrough': 'struck',
      'line-through': 'struck', 's': 'struck', 'caps': 'caps', 'allcaps': 'caps',
      'lowercase': 'lowercase', 'capitalize': 'capitalized', 'overline': 'overline', 'roman': 'upright', 'upright': 'upright',
       'large': 'larger', 'tall': 'larger', 'larger': 'larger', 'x-large': 'larger', 'big': 'larger',
      'small': 'smaller', 'smaller': 'smaller', 'x-small': 'smaller', 'normalweight': 'normal-weight',
      'monospace': 'monospaced', 'typewriter': 'monospaced', 'tt': 'monospaced', 'boxed': 'boxed', 'box': 'boxed', 'center': 'center', 'centre': 'center',
      'centered': 'center', 'c': 'center', 'right': 'right', 'align-center': 'center',
      'align(center)': 'center', 'align-right': 'right', 'rightjustify': 'right', 'flushright': 'right', 'align(right)': 'right',
      'ital': 'italic', 'oblique': 'italic', 'slanted': 'italic', 'bf': 'bold',
      'capitals': 'caps', 'uppercase': 'caps', 'all-caps': 'caps', 'smallcap': 'smallcaps',
      'small_caps': 'smallcaps', 'small-capitals': 'smallcaps', 'superior': 'superscript',
      'doublestrikethrough': 'struck stroke-double', 'double-strikethrough': 'struck stroke-double',
      'wavyunderline': 'underline stroke-wavy', 'wavy-underline': 'underline stroke-wavy', 'strike': 'struck', 'struck': 'struck', 'strike-through': 'struck', 'double-underline': 'underline stroke-double',
      'doubleunderline': 'underline stroke-double', 'sperrschrift': 'spaced', 'letterspacing': 'spaced',
      'unterstrichen': 'underline', 'durchgestrichen': 'struck', 'tiefgestellt': 'subscript', 'kapitälchen': 'smallcaps',
      'zentriert': 'center', 'rechtsbündig': 'right', 'italique': 'italic', 'italiques': 'italic', 'gras': 'bold', 'souligné': 'underline',
      'barré': 'struck', 'exposant': 'superscript', 'centré': 'center', 'cursiva': 'italic', 'cursivas': 'italic', 'negrita': 'bold',
      'subrayado': 'underline', 'tachado': 'struck', 'versalitas': 'smallcaps', 'centrado': 'center', 'corsivo': 'italic',
      'grassetto': 'bold', 'sottolineato': 'underline', 'barrato': 'struck', 'maiuscoletto': 'smallcaps', 'apice': 'superscript',
      'pedice': 'subscript', 'centrato': 'center', 'cursief': 'italic', 'vet': 'bold', 'onderstreept': 'underline'}"/>
</xsl:stylesheet>
