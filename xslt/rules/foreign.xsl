<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not TEI: formulas and drawings are carried as they are, music is told to be there, with the
     words that are sung, examples of markup are printed as they were written, other elements are
     published as their words and reported. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:mei="http://www.music-encoding.org/ns/mei"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- alt: what stands for it where it cannot be shown. -->
  <xsl:template match="math:math" mode="ed:rules">
    <ed:foreign kind="math" alt="{normalize-space((@alttext, ed:linear(.))[1])}" linear="{ed:linear(.)}">
      <xsl:apply-templates select="." mode="ed:carried"/>
    </ed:foreign>
  </xsl:template>
  <xsl:template match="svg:svg" mode="ed:rules">
    <ed:foreign kind="svg" alt="{normalize-space((svg:title, svg:desc,
        string-join(.//svg:text ! normalize-space(), ' '))[1])}">
      <xsl:apply-templates select="." mode="ed:carried"/>
    </ed:foreign>
  </xsl:template>

  <!-- Music has a figure, or in a line its words; a picture of it shows it. -->
  <xsl:template match="notatedMusic" mode="ed:rules">
    <xsl:sequence select="ed:part-from(preceding-sibling::node()[1], '[\w)]$')"/>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'figure'"/>
    </xsl:call-template>
    <xsl:sequence select="ed:part-from(following-sibling::node()[1], '^[\w(]')"/>
  </xsl:template>
  <xsl:template match="(head | label | desc)[parent::notatedMusic[not(ed:is-inline(.))]]" mode="ed:rules" priority="2">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'block'"/>
      <xsl:with-param name="kind" select="'caption'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- MEI and MusicXML are not engraved. -->
  <xsl:template mode="ed:rules" match="
      mei:*[not(parent::mei:*)] | *:score-partwise | *:score-timewise">
    <xsl:if test="empty(parent::notatedMusic/(graphic | binaryObject))">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="'T009'"/>
        <xsl:with-param name="node" select="."/>
        <xsl:with-param name="subject" select="if (self::mei:*) then 'MEI' else 'MusicXML'"/>
      </xsl:call-template>
      <xsl:sequence select="ed:part-from(preceding-sibling::node()[1], '[\w)]$')"/>
      <ed:foreign kind="music" alt="[{string-join((ed:say('music', .), ed:sung(.)), ': ')}]">
        <xsl:apply-templates select="@ed:at" mode="ed:common"/>
      </ed:foreign>
      <xsl:sequence select="ed:part-from(following-sibling::node()[1], '^[\w(]')"/>
    </xsl:if>
  </xsl:template>
  <!-- The words that are sung, a voice and a stanza after the other; syllables of one word are joined. -->
  <xsl:function name="ed:sung" as="xs:string?">
    <xsl:param name="music" as="element()"/>
    <xsl:variable name="stanzas" as="xs:string*">
      <xsl:for-each-group select="$music//(mei:syl | *:lyric/*:text)" group-by="
          (ancestor::mei:staff/@n, ancestor::*:part/@id)[1] || ' ' || (ancestor::mei:verse/@n, ../@number)[1]">
        <xsl:value-of select="current-group() ! (normalize-space() ||
            (if (@con = 'd' or @wordpos = ('i', 'm') or ../*:syllabic = ('begin', 'middle')) then '' else ' '))
            => string-join() => normalize-space()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($stanzas[.], ' / ')[.]"/>
  </xsl:function>
  <!-- A blank where a letter is beside what is none of its word. -->
  <xsl:function name="ed:part-from" as="element()?">
    <xsl:param name="beside" as="node()?"/>
    <xsl:param name="letter" as="xs:string"/>
    <xsl:if test="matches(string($beside/self::text()), $letter)">
      <xsl:sequence select="ed:added(' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- Without prefixes, scripts, and addresses outside the page. -->
  <xsl:mode name="ed:carried" on-no-match="shallow-copy"/>
  <xsl:template match="*" mode="ed:carried">
    <xsl:element name="{local-name()}" namespace="{namespace-uri()}">
      <xsl:apply-templates select="@*, node()" mode="ed:carried"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="svg:script | svg:foreignObject | svg:iframe | svg:handler" mode="ed:carried"/>
  <xsl:template mode="ed:carried" priority="2" match="
      @ed:* | @*[starts-with(lower-case(local-name()), 'on')] |
      @*[local-name() = ('href', 'src')][not(starts-with(., '#') or starts-with(., 'data:image/'))] |
      @style[matches(., 'url\s*\(|expression|@import', 'i')] | @xml:base"/>

  <!-- A formula in a line of signs: x^2, a/b. -->
  <xsl:function name="ed:linear" as="xs:string">
    <xsl:param name="formula" as="element()?"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$formula" mode="ed:linear"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>
  <xsl:mode name="ed:linear" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:linear" as="xs:string">
    <xsl:sequence select="normalize-space()"/>
  </xsl:template>
  <xsl:template match="math:annotation | math:annotation-xml | math:mphantom" mode="ed:linear"/>
  <xsl:template match="math:msup | math:msub | math:mfrac" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:grouped(*[1]), map{'msup': '^', 'msub': '_', 'mfrac': '/'}(local-name()),
        ed:grouped(*[2])"/>
  </xsl:template>
  <xsl:template match="math:msubsup" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:grouped(*[1]), '_', ed:grouped(*[2]), '^', ed:grouped(*[3])"/>
  </xsl:template>
  <!-- Limits are those of a sign, and not of what follows it. -->
  <xsl:template match="math:munder | math:mover | math:munderover" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:linear(*[1]), ('_'[current()/self::math:munder], '^'[current()/self::math:mover],
        '_' || ed:grouped(*[2]) || '^')[1], ed:grouped(*[last()]), ' '[exists(current()/following-sibling::*)]"/>
  </xsl:template>
  <xsl:template match="math:mover[@accent = 'true']" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:linear(*[1]), ed:linear(*[2])"/>
  </xsl:template>
  <xsl:template match="math:msqrt" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="'√(' || string-join(* ! ed:linear(.)) || ')'"/>
  </xsl:template>
  <xsl:template match="math:mroot" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="'√[' || ed:linear(*[2]) || '](' || ed:linear(*[1]) || ')'"/>
  </xsl:template>
  <!-- Rows and cells are apart from each other. -->
  <xsl:template match="math:mtable" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="'[' || string-join(* ! string-join(* ! ed:linear(.), ', '), '; ') || ']'"/>
  </xsl:template>
  <xsl:function name="ed:grouped" as="xs:string">
    <xsl:param name="part" as="element()?"/>
    <xsl:variable name="words" as="xs:string" select="string-join($part ! ed:linear(.))"/>
    <xsl:sequence select="if (string-length($words) gt 1) then '(' || $words || ')' else $words"/>
  </xsl:function>

  <!-- A formula is inline among words, else a block; the source of one in TeX stands for it. -->
  <xsl:template match="formula" mode="ed:rules">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:is-displayed(.)) then 'block' else 'inline'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:function name="ed:is-displayed" as="xs:boolean">
    <xsl:param name="formula" as="element(formula)"/>
    <xsl:sequence select="not($formula/parent::collation or ed:is-inline($formula)) or $formula/@rend = ('block', 'display')"/>
  </xsl:function>
  <!-- One that stands for itself has its number behind it. -->
  <xsl:template match="formula[@n][ed:is-displayed(.)]" mode="ed:rules" priority="0.8">
    <ed:block kind="formula">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
      <xsl:sequence select="ed:added(' (' || replace(@n, '^\((.*)\)$', '$1') || ')')"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="formula[matches(@notation, '^(la)?tex$', 'i')][not(@ed:tex)][normalize-space()]"
      mode="ed:rules" priority="1">
    <xsl:call-template name="ed:diagnostic">
      <xsl:with-param name="code" select="'T005'"/>
      <xsl:with-param name="node" select="."/>
      <xsl:with-param name="subject" select="normalize-space(.)"/>
    </xsl:call-template>
    <ed:inline kind="code">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>

  <xsl:template match="*:egXML" mode="ed:rules" priority="2">
    <ed:verbatim kind="egXML">
      <xsl:call-template name="ed:common"/>
      <xsl:value-of select="string-join(node() ! ed:example(.))"/>
    </ed:verbatim>
  </xsl:template>
  <xsl:template match="eg[not(*)]" mode="ed:rules" priority="1">
    <ed:verbatim kind="eg">
      <xsl:call-template name="ed:common"/>
      <xsl:value-of select="replace(., '^\s*\n|\s+$', '')"/>
    </ed:verbatim>
  </xsl:template>
  <xsl:template match="eg[*]" mode="ed:rules" priority="1">
    <ed:verbatim kind="eg">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:verbatim>
  </xsl:template>
  <!-- Markup that is quoted as text is markup already. -->
  <xsl:function name="ed:example" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node/self::text()) then string($node) else ed:markup($node)"/>
  </xsl:function>

  <!-- An element as it is written, with its prefixes. -->
  <xsl:function name="ed:markup" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="name" as="xs:string" select="name($node)"/>
    <xsl:variable name="inner" as="xs:string" select="string-join($node/node() ! ed:markup(.))"/>
    <xsl:sequence select="
        if ($node/self::*) then
          '&lt;' || $name || ed:declared($node) || string-join($node/@*[namespace-uri() ne 'urn:editio:ns']
            ! (' ' || name() || '=&quot;' || ed:escaped(.) || '&quot;'))
          || (if ($inner) then '>' || $inner || '&lt;/' || $name || '>' else '/>')
        else if ($node/self::text()) then ed:escaped($node)
        else serialize($node)"/>
  </xsl:function>
  <xsl:function name="ed:escaped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$words => replace('&amp;', '&amp;amp;') => replace('&lt;', '&amp;lt;')
        => replace('&quot;', '&amp;quot;')"/>
  </xsl:function>
  <!-- Namespaces that begin here, those of the TEI and of its examples apart. -->
  <xsl:function name="ed:declared" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="known" as="xs:string*" select="'http://www.tei-c.org/ns/Examples',
        'http://www.tei-c.org/ns/1.0', 'urn:editio:ns', 'http://www.w3.org/XML/1998/namespace'"/>
    <xsl:variable name="outer" as="element()?" select="$element/parent::*"/>
    <xsl:value-of separator="">
      <xsl:for-each select="in-scope-prefixes($element)">
        <xsl:variable name="uri" as="xs:string" select="string(namespace-uri-for-prefix(., $element))"/>
        <xsl:if test="not($uri = $known)
            and not($outer and string(namespace-uri-for-prefix(., $outer)) = $uri)">
          <xsl:sequence select="' xmlns' || ':'[current()] || . || '=&quot;' || $uri || '&quot;'"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:value-of>
  </xsl:function>
</xsl:stylesheet>
