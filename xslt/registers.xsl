<?xml version="1.0" encoding="UTF-8"?>
<!-- A register (TEI standOff lists, chapters ND and CO) to entries in one shape for all kinds:
     what register pages, entity cards and tables are made from. Pointers stay ids. -->
<xsl:package name="urn:editio:registers" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:common" package-version="1.0"/>

  <xsl:mode name="ed:registers" visibility="public" on-no-match="fail"/>

  <xsl:variable name="ed:kinds" as="map(xs:string, xs:string)" select="map{
      'person': 'person', 'place': 'place', 'org': 'organisation', 'event': 'event',
      'biblStruct': 'work', 'bibl': 'work', 'category': 'concept'}"/>

  <xsl:template match="/" mode="ed:registers" as="element(ed:register)">
    <ed:register id="{*/(@xml:id, @ed:id)[1]}" lang="{(*/@xml:lang, 'en')[1]}">
      <ed:title><xsl:value-of select="normalize-space((//titleStmt/title)[1])"/></ed:title>
      <xsl:apply-templates select="//sourceDesc//bibl[@xml:id]" mode="ed:register-source"/>
      <xsl:apply-templates mode="ed:registers" select="
          //standOff//(person | place | org | event | biblStruct | listBibl/bibl)[@xml:id],
          //classDecl//category[@xml:id]"/>
    </ed:register>
  </xsl:template>

  <!-- A source that entries point to. -->
  <xsl:mode name="ed:register-source" on-no-match="fail"/>
  <xsl:template match="bibl" mode="ed:register-source" as="element(ed:source)">
    <ed:source id="{@xml:id}"><xsl:value-of select="normalize-space()"/></ed:source>
  </xsl:template>

  <xsl:template match="*" mode="ed:registers" as="element(ed:entry)">
    <xsl:variable name="names" as="element()*" select="
        persName | placeName | orgName | eventName | catDesc/term |
        (analytic, monogr)[1]/title | self::bibl/title"/>
    <xsl:variable name="preferred" as="element()?"
        select="($names[@type = 'preferred'], $names)[1]"/>
    <ed:entry id="{@xml:id}" kind="{$ed:kinds(local-name())}"
        sort="{lower-case(replace(normalize-space($preferred), '^(The|A|An) |[“”]', ''))}">
      <xsl:copy-of select="@type, @when, @from, @to, @notBefore, @notAfter, @cert, @ed:at"/>
      <xsl:apply-templates select="@source" mode="ed:register-part"/>
      <ed:name><xsl:value-of select="normalize-space($preferred)"/></ed:name>
      <xsl:apply-templates mode="ed:register-part" select="
          $names except $preferred, birth, death, floruit, country, region,
          location, (. | catDesc)/idno, (. | catDesc)/gloss, note, analytic, monogr, series,
          citedRange, ../listRelation/relation[@active = '#' || current()/@xml:id]"/>
    </ed:entry>
  </xsl:template>

  <xsl:mode name="ed:register-part" on-no-match="fail"/>
  <xsl:template match="@source" mode="ed:register-part" as="attribute()">
    <xsl:attribute name="source" select="tokenize(.) ! substring-after(., '#')"/>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | eventName | term | title"
      mode="ed:register-part" as="element(ed:form)">
    <ed:form kind="{(@subtype, @type, 'variant')[1]}"><xsl:value-of select="normalize-space()"/></ed:form>
  </xsl:template>

  <xsl:template match="birth | death | floruit" mode="ed:register-part" as="element(ed:date)">
    <ed:date role="{local-name()}">
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter, @cert"/>
      <xsl:apply-templates select="@source" mode="ed:register-part"/>
    </ed:date>
  </xsl:template>

  <xsl:template match="country | region" mode="ed:register-part" as="element(ed:within)">
    <ed:within kind="{local-name()}"><xsl:value-of select="normalize-space()"/></ed:within>
  </xsl:template>

  <!-- Latitude and longitude in degrees, WGS 84 (TEI Guidelines, geo). -->
  <xsl:template match="location" mode="ed:register-part" as="element(ed:geo)?">
    <xsl:variable name="degrees" as="xs:string*" select="tokenize(geo[1], '[\s,]+')[.]"/>
    <xsl:if test="count($degrees) = 2">
      <ed:geo latitude="{$degrees[1]}" longitude="{$degrees[2]}">
        <xsl:apply-templates select="@source" mode="ed:register-part"/>
      </ed:geo>
    </xsl:if>
  </xsl:template>

  <xsl:template match="idno" mode="ed:register-part" as="element(ed:idno)">
    <ed:idno type="{@type}" uri="{ed:authority(@type, normalize-space())}">
      <xsl:apply-templates select="@source" mode="ed:register-part"/>
      <xsl:value-of select="normalize-space()"/>
    </ed:idno>
  </xsl:template>

  <!-- The address of an identifier with its authority; empty where the authority has no pages. -->
  <xsl:variable name="ed:authorities" as="map(xs:string, xs:string)" select="map{
      'wikidata': 'https://www.wikidata.org/entity/', 'gnd': 'https://d-nb.info/gnd/',
      'viaf': 'https://viaf.org/viaf/', 'geonames': 'https://www.geonames.org/',
      'ror': 'https://ror.org/'}"/>
  <xsl:function name="ed:authority" as="xs:string">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if (matches($value, '^https?://')) then $value
        else string(($ed:authorities(lower-case($type)) ! (. || $value), '')[1])"/>
  </xsl:function>

  <xsl:template match="note | gloss" mode="ed:register-part" as="element(ed:note)">
    <ed:note kind="{(@type, 'identification'[current()/self::gloss], 'remark')[1]}">
      <xsl:value-of select="normalize-space()"/>
    </ed:note>
  </xsl:template>

  <!-- A work: one ed:part a bibliographic level, with its fields as the register has them. -->
  <xsl:template match="analytic | monogr | series" mode="ed:register-part" as="element(ed:part)">
    <ed:part level="{local-name()}">
      <xsl:for-each select="author | editor | title | imprint/(publisher | pubPlace | date) |
          biblScope | imprint/biblScope | edition">
        <ed:field name="{local-name()}">
          <xsl:copy-of select="@level, @when, @unit, @type"/>
          <xsl:for-each select="(@ref, */@ref)[1]">
            <xsl:attribute name="entry" select="substring-after(., '#')"/>
          </xsl:for-each>
          <xsl:value-of select="normalize-space()"/>
        </ed:field>
      </xsl:for-each>
    </ed:part>
  </xsl:template>
  <xsl:template match="citedRange" mode="ed:register-part" as="element(ed:cited)">
    <ed:cited><xsl:value-of select="normalize-space()"/></ed:cited>
  </xsl:template>
  <xsl:template match="relation" mode="ed:register-part" as="element(ed:relation)">
    <ed:relation name="{@name}" entry="{substring-after(@passive, '#')}"/>
  </xsl:template>
</xsl:package>
