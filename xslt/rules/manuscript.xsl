<?xml version="1.0" encoding="UTF-8"?>
<!-- Descriptions of manuscripts (chapter MS), in a text or in its header: an entry under its shelfmark,
     its parts under headings, what they say as labelled lines. Order is that of the source. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A part of a description of a manuscript: the line, or the lines under a heading, that it becomes. -->
  <xsl:mode name="ed:ms" visibility="public" on-no-match="fail"/>

  <xsl:template match="msDesc | msPart | msFrag" mode="ed:rules">
    <xsl:apply-templates select="." mode="ed:ms"/>
  </xsl:template>
  <xsl:template match="msDesc" mode="ed:record" priority="3">
    <xsl:apply-templates select="." mode="ed:ms"/>
  </xsl:template>

  <xsl:template match="msDesc | msPart | msFrag" mode="ed:ms">
    <ed:section kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:variable name="name" as="node()*" select="ed:shelfmark(.)"/>
      <xsl:if test="exists($name)">
        <ed:heading level="{ed:ms-level(.)}" raise="1"><xsl:sequence select="$name"/></ed:heading>
      </xsl:if>
      <xsl:call-template name="ed:ms-fields"/>
    </ed:section>
  </xsl:template>

  <!-- Headings of a description go down from where it stands. -->
  <xsl:function name="ed:ms-level" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        count($element/ancestor::*[matches(local-name(), '^(div\d?|ms(Desc|Part|Frag|Contents))$')])
        + (if ($element/ancestor::teiHeader and not(ed:is-the-text($element))) then 2 else 0)"/>
  </xsl:function>

  <!-- Lines under each other, until a part with a heading of its own comes. -->
  <xsl:template name="ed:ms-fields">
    <xsl:for-each-group select="*" group-adjacent="exists(self::msContents | self::physDesc |
        self::history | self::additional | self::msPart | self::msFrag)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="ed:ms"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="ed:fields">
            <xsl:with-param name="parts" select="current-group()"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="msContents | physDesc | history | additional" mode="ed:ms">
    <xsl:if test="normalize-space() or .//@*[not(namespace-uri())]">
      <ed:section kind="ms-part">
        <xsl:call-template name="ed:common"/>
        <ed:heading level="{ed:ms-level(.)}" raise="1">
          <xsl:sequence select="ed:added(ed:say('ms-' || local-name(), .))"/>
        </ed:heading>
        <xsl:for-each-group select="*" group-adjacent="exists(self::msItem | self::msItemStruct)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()" mode="ed:ms"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="ed:fields">
                <xsl:with-param name="parts" select="current-group()"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </ed:section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ed:fields">
    <xsl:param name="parts" as="element()*"/>
    <xsl:variable name="fields" as="node()*">
      <xsl:apply-templates select="$parts" mode="ed:ms"/>
    </xsl:variable>
    <xsl:if test="exists($fields)">
      <ed:block kind="fields"><xsl:sequence select="$fields"/></ed:block>
    </xsl:if>
  </xsl:template>

  <!-- What groups fields, and says something as an attribute. -->
  <xsl:template mode="ed:ms" match="objectDesc | supportDesc | layoutDesc | handDesc | scriptDesc |
      decoDesc | bindingDesc | sealDesc | typeDesc | adminInfo | recordHist | custodialHist |
      surrogates | listBibl">
    <xsl:if test="@form and not(objectType)">
      <xsl:sequence select="ed:field(ed:say('ms-form', .), ed:added((ed:said(
          'form-' || replace(lower-case(@form), '^scroll$', 'roll'), .), translate(@form, '_', ' '))[1]))"/>
    </xsl:if>
    <xsl:if test="@material and not(support[normalize-space()])">
      <xsl:sequence select="ed:field(ed:say('support', .),
          ed:added(ed:value-label('material', @material, ed:page-lang(.))))"/>
    </xsl:if>
    <xsl:if test="p | ab"><xsl:call-template name="ed:field-of"/></xsl:if>
    <xsl:apply-templates select="* except (p | ab)" mode="ed:ms"/>
  </xsl:template>

  <!-- A statement in words: paragraphs and the like stand as they are. -->
  <xsl:template match="p | ab | list | table | quote | cit | head" mode="ed:ms">
    <ed:block kind="field">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="note" mode="ed:ms" priority="1">
    <ed:block kind="field">
      <ed:inline kind="remark">
        <xsl:call-template name="ed:common"/>
        <xsl:apply-templates mode="ed:rules"/>
      </ed:inline>
    </ed:block>
  </xsl:template>
  <!-- How large it is, below paragraphs: with sign and unit, as within them. -->
  <xsl:template match="dimensions[ed:is-sized(.)]" mode="ed:ms" priority="1">
    <ed:block kind="field"><xsl:apply-templates select="." mode="ed:rules"/></ed:block>
  </xsl:template>
  <xsl:template match="list | table | row | cell | quote | cit" mode="ed:ms" priority="1">
    <xsl:apply-templates select="." mode="ed:rules"/>
  </xsl:template>
  <xsl:template match="listBibl/*[not(self::msDesc)]" mode="ed:ms" priority="2">
    <ed:block kind="field"><xsl:apply-templates select="." mode="ed:rules"/></ed:block>
  </xsl:template>

  <!-- What only the project's own programs read is in the metadata; in a text it is a part of that. -->
  <xsl:template match="teiHeader//(idno[ed:is-internal(@type)] |
      altIdentifier[idno][every $one in * satisfies $one/self::idno[ed:is-internal(@type)]])" mode="ed:ms"/>
  <xsl:template match="idno[ed:is-internal(@type)]" mode="ed:record" priority="3"/>
  <xsl:template match="*" mode="ed:ms">
    <xsl:call-template name="ed:field-of"/>
  </xsl:template>
  <!-- Label and words; the label stands before the first of several paragraphs. -->
  <xsl:template name="ed:field-of">
    <xsl:variable name="label" as="xs:string" select="ed:ms-label(.)"/>
    <xsl:variable name="words" as="node()*" select="ed:ms-said(.)"/>
    <xsl:choose>
      <xsl:when test="(p | ab) and not(text()[normalize-space()])">
        <xsl:for-each select="(p | ab)[ed:shows(.)]">
          <ed:block kind="field">
            <xsl:call-template name="ed:common"/>
            <xsl:if test="position() = 1"><xsl:sequence select="ed:field-label($label)"/></xsl:if>
            <xsl:apply-templates mode="ed:rules"/>
          </ed:block>
        </xsl:for-each>
        <xsl:apply-templates select="* except (p | ab | summary)" mode="ed:ms"/>
      </xsl:when>
      <xsl:when test="exists($words)">
        <ed:block kind="field">
          <xsl:call-template name="ed:common"/>
          <xsl:sequence select="ed:field-label($label), $words"/>
        </ed:block>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="ed:field" as="element(ed:block)">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="words" as="node()*"/>
    <ed:block kind="field"><xsl:sequence select="ed:field-label($label), $words"/></ed:block>
  </xsl:function>
  <xsl:function name="ed:field-label" as="element(ed:inline)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="$label">
      <ed:inline kind="added" rend="bold"><xsl:value-of select="$label || ': '"/></ed:inline>
    </xsl:if>
  </xsl:function>

  <!-- "Decoration (miniature)": the name of the field and its type, if that tells fields apart and is a
       word; what has no name that a reader knows is called by its type, or stands without. -->
  <xsl:function name="ed:ms-label" as="xs:string">
    <xsl:param name="field" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="
        (local-name($field/self::bibl/parent::surrogates)[.],
         map{'docDate': 'date', 'docImprint': 'imprint', 'decoDesc': 'decoNote', 'biblFull': 'bibl',
           'biblStruct': 'bibl'}(local-name($field)), local-name($field))[1]"/>
    <xsl:variable name="type" as="xs:string?" select="
        ($field/(self::decoNote | self::custEvent | self::provenance)/@type,
        $field/(self::altIdentifier | self::idno)/ed:number-kind(@type)[.])[not(matches(., '\p{Ll}\p{Lu}|_|^other$'))]"/>
    <xsl:sequence select="
        ($field/self::idno/$ed:numbers(lower-case(@type))[.],
         ed:said('page-address', $field)[$field/self::idno[matches(@type, '^ur[il]$', 'i')]],
         ed:said($name || '-' || $type, $field),
         (ed:said('ms-' || $name, $field), ed:said($name, $field))[1]
           ! (. || string-join((translate($type, '-', ' ')[.], ed:untold-date($field)), ', ')[.] ! (' (' || . || ')')),
         $field/@type/string(), '')[1]"/>
  </xsl:function>
  <!-- When something came to pass, where the words name no year: Provenance (1782): sold. -->
  <xsl:function name="ed:untold-date" as="xs:string?">
    <xsl:param name="field" as="element()"/>
    <xsl:variable name="event" as="element()?" select="
        $field/(self::provenance | self::acquisition | self::custEvent | self::change | self::binding | self::seal)[normalize-space()]
          [not(.//date | .//origDate)][not(matches(., '\d{3}'))]"/>
    <xsl:sequence select="$event ! ed:open-date(ed:dates(.), ed:page-lang(.))[.]"/>
  </xsl:function>
</xsl:stylesheet>
