<?xml version="1.0" encoding="UTF-8"?>
<!-- What a text means, once for all formats: prepared TEI to a tree of behaviours, named after the
     TEI Processing Model (TEI Guidelines, chapter TD). Formats see this tree and never the TEI, so
     they cannot disagree about what is in a text. How a behaviour looks is left to them.

     Every behaviour may carry: id, n, lang, kind (what it is), rend (how the source had it),
     only ("reading" or "diplomatic": absent from the other text), resp, cert, source, at. -->
<xsl:package name="urn:editio:rules" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:common" package-version="1.0"/>

  <xsl:include href="rules/header.xsl"/>
  <xsl:include href="rules/about.xsl"/>
  <xsl:include href="rules/structure.xsl"/>
  <xsl:include href="rules/blocks.xsl"/>
  <xsl:include href="rules/quotation.xsl"/>
  <xsl:include href="rules/verse-drama.xsl"/>
  <xsl:include href="rules/inline.xsl"/>
  <xsl:include href="rules/editorial.xsl"/>
  <xsl:include href="rules/notes.xsl"/>
  <xsl:include href="rules/breaks.xsl"/>
  <xsl:include href="rules/number.xsl"/>

  <xsl:mode name="ed:rules" visibility="public" on-no-match="fail"/>

  <xsl:key name="ed:by-id" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template match="/" mode="ed:rules" as="document-node()">
    <xsl:variable name="behaviours" as="document-node()">
      <xsl:document>
        <ed:document>
          <xsl:apply-templates select="*/@xml:lang, */@ed:id" mode="ed:common"/>
          <xsl:apply-templates mode="ed:rules"/>
        </ed:document>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates select="$behaviours" mode="ed:number"/>
  </xsl:template>

  <xsl:template match="text()" mode="ed:rules">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- An element that no rule knows: its content is published, and it is reported. -->
  <xsl:template match="*" mode="ed:rules" priority="-9">
    <xsl:call-template name="ed:diagnostic">
      <xsl:with-param name="code" select="'T001'"/>
      <xsl:with-param name="node" select="."/>
      <xsl:with-param name="subject" select="name()"/>
    </xsl:call-template>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:holds-blocks(.)) then 'block' else 'inline'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One behaviour around the content of the context element; kind defaults to its name. -->
  <xsl:template name="ed:behave">
    <xsl:param name="behaviour" as="xs:string"/>
    <xsl:param name="kind" as="xs:string" select="local-name()"/>
    <xsl:param name="only" as="xs:string?" select="()"/>
    <xsl:element name="ed:{$behaviour}" namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="$kind"/>
      <xsl:if test="$only"><xsl:attribute name="only" select="$only"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </xsl:element>
  </xsl:template>

  <!-- What stands in an element, and the notes that are called at its beginning or its end. -->
  <xsl:template name="ed:content">
    <xsl:apply-templates select="ed:notes-before(.)" mode="ed:placed"/>
    <xsl:apply-templates mode="ed:rules"/>
    <xsl:apply-templates select="ed:notes-after(.)" mode="ed:placed"/>
  </xsl:template>

  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | lg | list | table | div | sp | quote[p]))"/>
  </xsl:function>

  <!-- The attributes that every behaviour may carry. -->
  <xsl:template name="ed:common">
    <xsl:apply-templates mode="ed:common" select="
        @ed:id, @xml:lang, @ed:at, @resp, @cert, @source, @wit, @type, @reason, @rend,
        @ref, @when, @from, @to, @notBefore, @notAfter, @level"/>
  </xsl:template>

  <xsl:mode name="ed:common" on-no-match="deep-skip"/>
  <xsl:template match="@ed:id | @xml:id" mode="ed:common" as="attribute()">
    <xsl:attribute name="id" select="."/>
  </xsl:template>
  <xsl:template match="@xml:lang" mode="ed:common" as="attribute()">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>
  <xsl:template match="@ed:at" mode="ed:common" as="attribute()">
    <xsl:attribute name="at" select="."/>
  </xsl:template>
  <xsl:template match="@resp | @cert | @source | @wit | @type | @reason | @when | @from | @to |
      @notBefore | @notAfter | @level" mode="ed:common" as="attribute()">
    <xsl:attribute name="{local-name()}" select="."/>
  </xsl:template>

  <!-- The register entries that are meant: #id, or file.xml#id. -->
  <xsl:template match="@ref" mode="ed:common" as="attribute()?">
    <xsl:variable name="entries" as="xs:string*"
        select="tokenize(.)[contains(., '#')] ! substring-after(., '#')"/>
    <xsl:if test="exists($entries)">
      <xsl:attribute name="entries" select="$entries"/>
    </xsl:if>
  </xsl:template>

  <!-- How the source had it, in the few words that formats know. -->
  <xsl:template match="@rend" mode="ed:common" as="attribute()?">
    <xsl:variable name="known" as="xs:string*" select="
        distinct-values(tokenize(lower-case(.), '[\s;,]+') ! $ed:renditions(.))"/>
    <xsl:if test="exists($known)">
      <xsl:attribute name="rend" select="$known"/>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="ed:renditions" as="map(xs:string, xs:string)" select="map{
      'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic',
      'bold': 'bold', 'b': 'bold', 'underline': 'underline', 'underlined': 'underline',
      'u': 'underline', 'sc': 'smallcaps', 'smallcaps': 'smallcaps', 'small-caps': 'smallcaps',
      'sup': 'superscript', 'super': 'superscript', 'superscript': 'superscript',
      'sub': 'subscript', 'subscript': 'subscript', 'spaced': 'spaced', 'strikethrough': 'struck',
      'center': 'center', 'centre': 'center', 'right': 'right', 'indent': 'indent'}"/>
</xsl:package>
