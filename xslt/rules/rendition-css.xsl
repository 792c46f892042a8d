<?xml version="1.0" encoding="UTF-8"?>
<!-- CSS of the source (rendition, @style) is read for what carries sense, declaration by declaration,
     and never passed on: pages have classes, whose style sheets keep words legible on light and dark
     grounds. Colours become one of nine, of which formats have shades. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:function name="ed:is-css" as="xs:boolean">
    <xsl:param name="css" as="node()"/>
    <xsl:sequence select="not($css/@scheme[. ne 'css']) and contains($css, ':')
        and matches($css, '^(\s|/\*.*?\*/)*[a-zA-Z-]+\s*:\s*[^\s;(]', 's')
        and not(starts-with($css, 'simple:'))"/>
  </xsl:function>

  <!-- Its declarations, in one way of writing; of a scope such as “before” none is of the words. -->
  <xsl:function name="ed:declarations" as="xs:string*">
    <xsl:param name="css" as="node()"/>
    <xsl:variable name="scope" as="xs:string?" select="$css/@scope[. ne 'first-line'] ! (' (' || . || ')')"/>
    <xsl:variable name="read" as="xs:string"
        select="normalize-space(replace(lower-case($css), '/\*.*?\*/|!\s*important', ' ', 's'))"/>
    <xsl:sequence select="
        if (ed:is-css($css)) then tokenize($read, ' ?; ?')[.] ! (replace(., ' ?([:,]) ?', '$1') || $scope) else ()"/>
  </xsl:function>

  <xsl:function name="ed:css-words" as="xs:string*">
    <xsl:param name="css" as="node()"/>
    <xsl:sequence select="ed:declarations($css) ! ed:declaration-words(.)"/>
  </xsl:function>

  <!-- What of it no format knows; of what is no CSS, all. -->
  <xsl:function name="ed:unknown-css" as="xs:string*">
    <xsl:param name="css" as="node()"/>
    <xsl:sequence select="
        if (ed:is-css($css)) then ed:declarations($css)
          [empty(ed:declaration-words(.))][not(matches(., $ed:plain-css))] ! substring(., 1, 60)
        else substring(normalize-space($css), 1, 60)[.]"/>
  </xsl:function>

  <!-- Those of which the first letters are others are not tried. -->
  <xsl:function name="ed:declaration-words" as="xs:string*" cache="yes">
    <xsl:param name="declaration" as="xs:string"/>
    <xsl:variable name="value" as="xs:string" select="substring-after($declaration, ':')"/>
    <xsl:variable name="colour" as="xs:string?" select="ed:colour-word($value)"/>
    <xsl:if test="not(matches($declaration, '\([a-z-]+\)$'))">
      <xsl:sequence select="
          $ed:css-looks[substring(substring-after(., ' '), 1, 4) = (substring($declaration, 1, 4), '(tex')]
            [matches($declaration, '^(' || substring-after(., ' ') || ')')] ! substring-before(., ' '),
          ed:indent-by($declaration), $colour[starts-with($declaration, 'color:')],
          'shaded'[$colour and matches($declaration, '^background(-color)?:')]"/>
    </xsl:if>
  </xsl:function>

  <!-- The word for a look, and the declarations that mean it. -->
  <xsl:variable name="ed:css-looks" as="xs:string+" select="
      'italic font(-style)?:(.* )?(italic|oblique)', 'upright font-style:normal',
      'bold font(-weight)?:(.* )?(bold|bolder|[6-9]00)( |$)',
      'normal-weight font-weight:(normal|lighter|[1-5]00)',
      'smallcaps font(-variant|-variant-caps)?:(.* )?small-caps', 'caps text-transform:uppercase',
      'lowercase text-transform:lowercase', 'capitalized text-transform:capitalize',
      'spaced letter-spacing:\+?(0?\.0?[1-9]|[1-9])', 'struck text-decoration.*line-through',
      'underline text-decoration.*underline', 'overline text-decoration.*overline',
      'stroke-double text-decoration.*double', 'stroke-wavy text-decoration.*wavy',
      'stroke-dotted text-decoration.*(dotted|dashed)',
      'superscript vertical-align:super', 'subscript vertical-align:sub$',
      'center text-align:center', 'right text-align:(right|end)', 'left text-align:(left|start)',
      'justified text-align:justify', 'boxed border:.*(solid|double|dashed|dotted)',
      'larger font-size:(x+-)?large', 'larger font-size:(1[1-9]\d|[2-9]\d\d)(\.\d+)?%',
      'larger font-size:(1\.[1-9]\d*|[2-9](\.\d+)?)r?em', 'larger font-size:(1[5-9]|[2-9]\d)(\.\d+)?pt',
      'larger font-size:(19|[2-9]\d)(\.\d+)?px', 'smaller font-size:(x+-)?small',
      'smaller font-size:[1-9]\d?(\.\d+)?%', 'smaller font-size:0?\.0*[1-9]\d*r?em',
      'smaller font-size:[1-9](\.\d+)?pt', 'smaller font-size:([1-9]|1[0-3])(\.\d+)?px',
      'monospaced font-family:.*(monospace|courier)', 'sans font-family:.*sans-serif'"/>

  <!-- How far words are indented, in six steps of an em and a half: deeper lines stand deeper. -->
  <xsl:variable name="ed:ems" as="map(xs:string, xs:numeric)" select="map{
      'em': 1, 'rem': 1, 'pc': 1, 'ch': .5, 'ex': .5, 'px': 1 div 16, 'pt': 1 div 12, '%': .35,
      'mm': .236, 'cm': 2.36, 'in': 6}"/>
  <xsl:function name="ed:indent-by" as="xs:string?">
    <xsl:param name="declaration" as="xs:string"/>
    <xsl:analyze-string select="$declaration"
        regex="^(text-indent|margin-left|padding-left|margin-inline-start):((0?\.[5-9]|[1-9])[0-9]*(\.[0-9]+)?)([a-z]+|%)?">
      <xsl:matching-substring>
        <xsl:variable name="ems" as="xs:double"
            select="number(regex-group(2)) * ($ed:ems(regex-group(5)), 1)[1] div 1.5"/>
        <xsl:sequence select="'indent-' || max((1, min((6, round($ems)))))"/>
      </xsl:matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- Declarations that ask for what is there without them. -->
  <xsl:variable name="ed:plain-css" as="xs:string" select="
      '^[a-z-]+:(inherit|initial|unset|revert|normal|auto|medium|baseline|transparent|currentcolor|black|#000(000)?|rgb\(0,0,0\)|0?\.?0+([a-z]+|%)?)$'
      || '|^(text-decoration|text-transform|border|background|float|clear|list-style|outline)[a-z-]*:none$|^background(-color)?:(white|#fff(fff)?)$|^font-size:(100%|1r?em|1[0-4]pt|1[4-8]px)$|^font-family:(.*,)?serif$|^display:(inline|block)$'"/>

  <!-- colour-red and its like, of a name or a value of CSS; black has none. -->
  <xsl:function name="ed:colour-word" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="hex" as="xs:string" select="
        if (matches($value, '^#[0-9a-f]{3}$')) then replace($value, '([0-9a-f])', '$1$1') else $value"/>
    <xsl:variable name="parts" as="xs:double*" select="
        if (matches($hex, '^#[0-9a-f]{6}([0-9a-f]{2})?$')) then (2, 4, 6) ! ed:from-hex(substring($hex, ., 2))
        else if (matches($value, '^rgba?\([\d., /]+\)$')) then tokenize($value, '[^\d.]+')[. castable as xs:double][position() le 3] ! number()
        else ()"/>
    <xsl:variable name="hue" as="xs:string?" select="if (count($parts) eq 3) then ed:hue($parts) else $ed:hues($value)"/>
    <xsl:sequence select="$hue ! ('colour-' || .)"/>
  </xsl:function>

  <xsl:function name="ed:from-hex" as="xs:double">
    <xsl:param name="two" as="xs:string"/>
    <xsl:variable name="digits" as="xs:integer*" select="
        string-to-codepoints($two) ! string-length(substring-before('0123456789abcdef', codepoints-to-string(.)))"/>
    <xsl:sequence select="xs:double(16 * $digits[1] + $digits[2])"/>
  </xsl:function>

  <!-- By the angle of the colour on the wheel; what has hardly any is grey, or black. -->
  <xsl:function name="ed:hue" as="xs:string?">
    <xsl:param name="rgb" as="xs:double+"/>
    <xsl:variable name="max" as="xs:double" select="max($rgb)"/>
    <xsl:variable name="range" as="xs:double" select="$max - min($rgb)"/>
    <xsl:variable name="angle" as="xs:double" select="
        if ($range eq 0) then 0
        else if ($rgb[1] eq $max) then 60 * ($rgb[2] - $rgb[3]) div $range
        else if ($rgb[2] eq $max) then 60 * ($rgb[3] - $rgb[1]) div $range + 120
        else 60 * ($rgb[1] - $rgb[2]) div $range + 240"/>
    <xsl:sequence select="
        if ($max lt 40) then ()
        else if ($range lt 30) then 'grey'
        else if ($angle lt -45) then 'pink'
        else if ($angle lt 16) then 'red'
        else if ($angle lt 44) then if ($max lt 190) then 'brown' else 'orange'
        else if ($angle lt 68) then 'yellow'
        else if ($angle lt 166) then 'green'
        else if ($angle lt 256) then 'blue'
        else if ($angle lt 300) then 'purple' else 'pink'"/>
  </xsl:function>

  <!-- Names of CSS, of pens and inks, in a few languages. -->
  <xsl:variable name="ed:hues" as="map(xs:string, xs:string)" select="map:merge((
      'red red darkred crimson firebrick maroon indianred tomato rubric rubricated rubrication rubrica rot rote roter rouge rosso rojo',
      'brown brown saddlebrown sienna chocolate peru tan sepia braun brauner braune',
      'orange orange darkorange orangered coral',
      'yellow yellow gold golden goldenrod darkgoldenrod ochre gelb gelber jaune',
      'green green darkgreen lime limegreen forestgreen seagreen olive olivedrab grün grüner grüne gruen vert verde',
      'blue blue navy darkblue mediumblue royalblue steelblue dodgerblue skyblue lightblue cyan aqua teal turquoise blau blauer blaue bleu azul',
      'purple purple violet indigo darkviolet orchid lila violett',
      'pink pink hotpink deeppink magenta fuchsia rosa',
      'grey grey gray darkgrey darkgray dimgrey dimgray silver lightgrey lightgray slategrey slategray grau grauer gris'
      ) ! (let $names := tokenize(.) return tail($names) ! map{.: $names[1]}), map{'duplicates': 'use-first'})"/>
</xsl:stylesheet>
