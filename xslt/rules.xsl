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

  <!-- What the stylesheets of an edition may call and override (docs/own-rules.md). -->
  <xsl:expose component="template" names="ed:behave ed:content ed:common ed:phrase"
      visibility="public"/>
  <xsl:expose component="function" names="ed:added#1 ed:own-words#1" visibility="public"/>

  <xsl:include href="ends.xsl"/>
  <xsl:include href="rules/typewriter.xsl"/>
  <xsl:include href="rules/words.xsl"/>
  <xsl:include href="rules/header.xsl"/>
  <xsl:include href="rules/people.xsl"/>
  <xsl:include href="rules/rights.xsl"/>
  <xsl:include href="rules/correspondence.xsl"/>
  <xsl:include href="rules/parallel.xsl"/>
  <xsl:include href="rules/about.xsl"/>
  <xsl:include href="rules/about-header.xsl"/>
  <xsl:include href="rules/rendition.xsl"/>
  <xsl:include href="rules/rendition-css.xsl"/>
  <xsl:include href="rules/structure.xsl"/>
  <xsl:include href="prepare/greeting.xsl"/>
  <xsl:include href="prepare/content.xsl"/>
  <xsl:include href="prepare/lines.xsl"/>
  <xsl:include href="rules/blocks.xsl"/>
  <xsl:include href="rules/quotation.xsl"/>
  <xsl:include href="rules/verse-drama.xsl"/>
  <xsl:include href="rules/inline.xsl"/>
  <xsl:include href="rules/links.xsl"/>
  <xsl:include href="rules/editorial.xsl"/>
  <xsl:include href="rules/apparatus.xsl"/>
  <xsl:include href="rules/apparatus-apart.xsl"/>
  <xsl:include href="rules/witnesses.xsl"/>
  <xsl:include href="rules/notes.xsl"/>
  <xsl:include href="rules/stand-off.xsl"/>
  <xsl:include href="rules/breaks.xsl"/>
  <xsl:include href="rules/added.xsl"/>
  <xsl:include href="rules/transcription.xsl"/>
  <xsl:include href="rules/transposed.xsl"/>
  <xsl:include href="rules/document.xsl"/>
  <xsl:include href="rules/dictionary.xsl"/>
  <xsl:include href="rules/speech.xsl"/>
  <xsl:include href="rules/overlap.xsl"/>
  <xsl:include href="rules/bibliography.xsl"/>
  <xsl:include href="rules/bibliography-titles.xsl"/>
  <xsl:include href="rules/leiden.xsl"/>
  <xsl:include href="rules/entries.xsl"/>
  <xsl:include href="rules/elements.xsl"/>
  <xsl:include href="rules/features.xsl"/>
  <xsl:include href="rules/foreign.xsl"/>
  <xsl:include href="rules/manuscript.xsl"/>
  <xsl:include href="rules/manuscript-parts.xsl"/>
  <xsl:include href="rules/measures.xsl"/>
  <xsl:include href="rules/called.xsl"/>
  <xsl:include href="rules/number.xsl"/>
  <xsl:include href="rules/addresses.xsl"/>
  <xsl:include href="rules/rows.xsl"/>
  <xsl:include href="rules/own.xsl"/>

  <!-- An element of TEI: what it becomes. -->
  <xsl:mode name="ed:rules" visibility="public" on-no-match="fail"
      use-accumulators="ed:open-spans ed:verse"/>

  <xsl:key name="ed:by-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- Where an edition's own package is run, the accumulators of ours are not applied to what it is
       given (XTDE3362), but to all trees that are made here. -->
  <xsl:template match="/" mode="ed:rules" as="document-node()" priority="1">
    <xsl:variable name="applied" as="xs:boolean">
      <xsl:try select="count(accumulator-before('ed:open-spans')) ge 0">
        <xsl:catch errors="*:XTDE3362" select="false()"/>
      </xsl:try>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$applied"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="copy" as="document-node()"><xsl:copy-of select="."/></xsl:variable>
        <xsl:apply-templates select="$copy" mode="ed:rules"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="/" mode="ed:rules" as="document-node()">
    <xsl:variable name="behaviours" as="document-node()">
      <xsl:document>
        <ed:document>
          <xsl:sequence select="ed:main-language(*)"/>
          <!-- Ids that are counted change with the text; only those of the TEI stay, if each stands once. -->
          <xsl:if test="ed:are-counted(*)">
            <xsl:attribute name="counted" select="'yes'"/>
          </xsl:if>
          <xsl:apply-templates select="*/@ed:id" mode="ed:common"/>
          <xsl:copy-of select="*/(@ed:key-by, @ed:layers, @ed:note-series, @ed:notes-at, @ed:positive, @ed:translated, @ed:original, @ed:versions)"/>
          <xsl:if test="empty(*/teiHeader)">
            <ed:metadata><ed:field name="title"><xsl:value-of select="*/@ed:id"/></ed:field></ed:metadata>
          </xsl:if>
          <xsl:apply-templates mode="ed:rules"/>
          <xsl:sequence select="ed:rows(*)"/>
          <xsl:sequence select="ed:witnesses(.)"/>
        </ed:document>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="kept" as="document-node()">
      <xsl:choose>
        <xsl:when test="$behaviours//ed:note[ancestor::*/@only]">
          <xsl:apply-templates select="$behaviours" mode="ed:keep-notes"/>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$behaviours"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:apply-templates select="$kept" mode="ed:number"/>
  </xsl:template>

  <xsl:function name="ed:are-counted" as="xs:boolean">
    <xsl:param name="tei" as="element()?"/>
    <xsl:variable name="given" as="attribute()*" select="$tei//@xml:id[normalize-space()]"/>
    <xsl:sequence select="exists($tei/(text | sourceDoc)//*[@ed:id][not(@xml:id[normalize-space()])]
        [not(self::quote or self::bibl or self::cit)][* or normalize-space() or not(self::p or self::ab)])
        or count($given) ne count(distinct-values($given))"/>
  </xsl:function>

  <xsl:template match="text()" mode="ed:rules">
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- An element that no rule knows: its content is published, and it is reported; another vocabulary
       by its outermost element. -->
  <xsl:template match="*" mode="ed:rules" priority="-9">
    <xsl:if test="namespace-uri() = 'http://www.tei-c.org/ns/1.0' or namespace-uri() ne namespace-uri(..)">
      <xsl:call-template name="ed:diagnostic">
        <xsl:with-param name="code" select="
            if (namespace-uri() = ('', 'http://www.tei-c.org/ns/1.0')) then 'T001' else 'T013'"/>
        <xsl:with-param name="node" select="."/>
        <xsl:with-param name="subject" select="name()"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="
          if (ed:holds-blocks(.) or not(ed:is-inline(.))) then 'block' else 'inline'"/>
      <xsl:with-param name="kind" select="'unknown'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One behaviour around the content of the context element; kind defaults to its name. -->
  <xsl:template name="ed:behave">
    <xsl:param name="behaviour" as="xs:string"/>
    <xsl:param name="kind" as="xs:string" select="local-name()"/>
    <xsl:param name="only" as="xs:string?" select="()"/>
    <xsl:element name="ed:{$behaviour}" namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="$kind"/>
      <xsl:if test="$kind = 'unknown'">
        <xsl:attribute name="element" select="name()"/>
      </xsl:if>
      <xsl:if test="$only"><xsl:attribute name="only" select="$only"/></xsl:if>
      <xsl:sequence select="ed:shown-number(.)"/>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </xsl:element>
  </xsl:template>

  <!-- The number of a verse, a paragraph, a stanza, a part: unless its id or its heading is that
       number, or it is the first and only part. Paragraphs whose numbers do not follow each other
       are numbered by something else, such as the lines of a transcript. An address, as CTS has it
       there, is no number. -->
  <xsl:variable name="ed:no-number" as="xs:string" select="'^\s*(urn|https?):'"/>
  <xsl:function name="ed:shown-number" as="attribute(n)?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="n" as="xs:string" select="normalize-space($element/@n)"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:if test="$n and not(matches($n, $ed:no-number, 'i')) and (
        $name = ('ab', 'lg', 'seg') or ($name = 'p' and not($element/@xml:id = ('p' || $n, $n)) and ed:is-counted($element))
        or (matches($name, '^div\d?$') and not($element/@xml:id = ('d' || $n, 'div' || $n))
          and not(tokenize($element/head[1], '[^\p{L}\p{N}.]+') ! replace(., '\.$', '') = $n)
          and not($n = '1' and empty(($element/../*[local-name() = $name][@n])[2]))))">
      <xsl:attribute name="n" select="$n"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:is-counted" as="xs:boolean">
    <xsl:param name="p" as="element(p)"/>
    <xsl:variable name="beside" as="element(p)*" select="
        $p/(preceding-sibling::p[@n][1], following-sibling::p[@n][1])"/>
    <xsl:sequence select="
        if (empty($beside) or not($p/@n castable as xs:integer)) then empty($p/ancestor::quote)
        else abs(number($beside[1]/@n) - number($p/@n)) eq 1
          or abs(number($beside[last()]/@n) - number($p/@n)) eq 1"/>
  </xsl:function>

  <!-- What stands in an element, and the notes that are called at its beginning or its end. -->
  <xsl:template name="ed:content">
    <xsl:apply-templates select="ed:notes-before(.)" mode="ed:placed">
      <xsl:with-param name="at" select="."/>
    </xsl:apply-templates>
    <xsl:apply-templates mode="ed:rules"/>
    <xsl:apply-templates select="ed:notes-after(.)" mode="ed:placed">
      <xsl:with-param name="at" select="."/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:function name="ed:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | l | lg | list | table | div | sp | quote[p]))"/>
  </xsl:function>

  <!-- The attributes that every behaviour may carry. What the edition itself dresses has no look that
       is unknown. -->
  <xsl:template name="ed:common">
    <xsl:param name="dressed" as="element()?" select="()" tunnel="yes"/>
    <xsl:sequence select="ed:look(., exists($dressed intersect .))"/>
    <xsl:apply-templates mode="ed:common" select="
        @ed:id, @xml:lang, @ed:at, @resp, @cert, @evidence, @source, @wit, @type, @subtype, @reason,
        (@ed:entries, @ref[not(parent::g)])[1],
        self::*[local-name() = ('p', 'div', 'div1', 'div2', 'div3')]/@n, @when, @from, @to, @notBefore, @notAfter, @level, @hand, @facs,
        (@change, parent::subst/@change, parent::mod/@change)[1]"/>
    <xsl:sequence select="ed:corresponding(.)"/>
  </xsl:template>

  <xsl:mode name="ed:common" on-no-match="deep-skip"/>
  <xsl:template match="@ed:id | @xml:id" mode="ed:common" as="attribute()">
    <xsl:attribute name="id" select="."/>
  </xsl:template>
  <xsl:template match="@xml:lang" mode="ed:common" as="attribute()">
    <xsl:attribute name="lang" select="ed:language-tag(.)"/>
  </xsl:template>

  <!-- The language of a document: as its root or its text says, else as the header names it. -->
  <xsl:function name="ed:main-language" as="attribute(lang)?" cache="yes">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="
        ($root/@xml:lang, $root/text/@xml:lang)[normalize-space()] ! ed:language-tag(.),
        ed:used-language($root)"/>
    <xsl:if test="exists($said)"><xsl:attribute name="lang" select="$said[1]"/></xsl:if>
  </xsl:function>
  <xsl:template match="@ed:at" mode="ed:common" as="attribute()">
    <xsl:attribute name="at" select="."/>
  </xsl:template>
  <xsl:template match="@resp | @cert | @evidence | @source | @wit | @type | @subtype | @reason | @when | @from | @to |
      @notBefore | @notAfter | @level" mode="ed:common" as="attribute()">
    <xsl:attribute name="{local-name()}" select="."/>
  </xsl:template>

  <!-- No year has eight digits: a date that cannot be meant is none. -->
  <xsl:template match="(@when | @from | @to | @notBefore | @notAfter)[matches(., '^\s*\d{8}\s*$')]"
      mode="ed:common" priority="1"/>

  <!-- The number of a division or a paragraph, by which entries of an apparatus may be keyed. -->
  <xsl:template match="@n" mode="ed:common" as="attribute()?">
    <xsl:if test="normalize-space() and not(matches(., $ed:no-number, 'i'))"><xsl:attribute name="number" select="normalize-space()"/></xsl:if>
  </xsl:template>

  <!-- What shows the place on an image, with the files of ours that were found (edition/images/facsimile.py). -->
  <xsl:template match="@facs" mode="ed:common" as="attribute()">
    <xsl:attribute name="facs" select="normalize-space((../@ed:images, .)[1])"/>
  </xsl:template>

  <!-- The register entries that are meant: as reading found them out (edition/registers/pointing.py), else
       #id, or file.xml#id. -->
  <xsl:template match="@ed:entries" mode="ed:common" as="attribute()">
    <xsl:attribute name="entries" select="."/>
  </xsl:template>
  <xsl:template match="@ref" mode="ed:common" as="attribute()?">
    <xsl:variable name="entries" as="xs:string*"
        select="tokenize(.)[contains(., '#')] ! substring-after(., '#')"/>
    <xsl:if test="exists($entries)">
      <xsl:attribute name="entries" select="$entries"/>
    </xsl:if>
  </xsl:template>

  <!-- indent, indented, indent2, indent(2), et, #et2: how many steps. -->
  <xsl:function name="ed:indent" as="xs:string?">
    <xsl:param name="word" as="xs:string"/>
    <xsl:variable name="steps" as="xs:string"
        select="replace($word, '^#?(indent(?:ed)?|et)-?\(?([1-6]?)\)?$', 's$2')"/>
    <xsl:sequence select="
        if ($steps = $word) then () else 'indent-' || (substring($steps, 2)[.], '1')[1]"/>
  </xsl:function>
</xsl:package>
