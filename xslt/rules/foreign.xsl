<?xml version="1.0" encoding="UTF-8"?>
<!-- What is not TEI: formulas and drawings are carried as they are, examples of markup are printed as
     they were written, other elements are published as their words and reported. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:svg="http://www.w3.org/2000/svg"
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
    <xsl:param name="formula" as="element()"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$formula" mode="ed:linear"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>
  <xsl:mode name="ed:linear" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="ed:linear" as="xs:string">
    <xsl:sequence select="normalize-space()"/>
  </xsl:template>
  <xsl:template match="math:annotation | math:annotation-xml" mode="ed:linear"/>
  <xsl:template match="math:msup | math:msub | math:mfrac" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:grouped(*[1]), map{'msup': '^', 'msub': '_', 'mfrac': '/'}(local-name()),
        ed:grouped(*[2])"/>
  </xsl:template>
  <xsl:template match="math:msubsup" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="ed:grouped(*[1]), '_', ed:grouped(*[2]), '^', ed:grouped(*[3])"/>
  </xsl:template>
  <xsl:template match="math:msqrt" mode="ed:linear" as="xs:string*">
    <xsl:sequence select="'√(' || string-join(* ! ed:linear(.)) || ')'"/>
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
    <xsl:sequence select="not(ed:is-inline($formula)) or $formula/@rend = ('block', 'display')"/>
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
    <ed:verbatim><xsl:value-of select="string-join(node() ! ed:example(.))"/></ed:verbatim>
  </xsl:template>
  <xsl:template match="eg[not(*)]" mode="ed:rules" priority="1">
    <ed:verbatim kind="eg">
      <xsl:call-template name="ed:common"/>
      <xsl:value-of select="replace(., '^\s*\n|\s+$', '')"/>
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
