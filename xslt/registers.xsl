<?xml version="1.0" encoding="UTF-8"?>
<!-- A register (TEI lists, wherever they stand; chapters ND and CO) to entries in one shape for all
     kinds: what register pages, entity cards and tables are made from. Pointers stay ids. -->
<xsl:package name="urn:editio:registers" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:use-package name="urn:editio:common" package-version="1.0"/>

  <xsl:include href="rules/words.xsl"/>
  <xsl:include href="rules/rights.xsl"/>
  <xsl:include href="registers/names.xsl"/>
  <xsl:include href="registers/parts.xsl"/>
  <xsl:include href="registers/statements.xsl"/>

  <!-- An entry of a register, in TEI: what pages know of it. -->
  <xsl:mode name="ed:registers" visibility="public" on-no-match="fail"/>

  <xsl:variable name="ed:kinds" as="map(xs:string, xs:string)" select="map{
      'person': 'person', 'personGrp': 'person', 'place': 'place', 'org': 'organisation',
      'event': 'event', 'biblStruct': 'work', 'biblFull': 'work', 'bibl': 'work',
      'object': 'object', 'nym': 'name', 'category': 'concept'}"/>

  <xsl:template match="/" mode="ed:registers" as="element(ed:register)">
    <ed:register id="{*/(@ed:id, @xml:id)[1]}" lang="{(*/@xml:lang, 'en')[1] => ed:language-tag()}">
      <ed:title><xsl:value-of select="normalize-space((//titleStmt/title)[1])"/></ed:title>
      <xsl:sequence select="*/teiHeader/ed:rights(.)"/>
      <xsl:apply-templates select="//sourceDesc//bibl[@xml:id]" mode="ed:register-source"/>
      <xsl:apply-templates mode="ed:registers" select="
          //(person | personGrp | place | org | event | object | nym | biblStruct | listBibl/bibl |
            listBibl/biblFull)[@xml:id][ed:is-entry(.)], //classDecl//category[@xml:id]"/>
    </ed:register>
  </xsl:template>

  <!-- Records in an entry say something of it, and so do those of the header, but for the people
       and places that it describes. -->
  <xsl:function name="ed:is-entry" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        (empty($element/ancestor::teiHeader) or exists($element/ancestor::*[self::particDesc or self::settingDesc]))
        and not($element/(self::bibl | self::biblStruct | self::biblFull)
          /ancestor::*[self::person or self::place or self::org or self::event or self::object])"/>
  </xsl:function>

  <!-- A source that entries point to: what it is called, and where on the web it can be read; brackets
       that held an address alone go with it. -->
  <xsl:mode name="ed:register-source" on-no-match="fail"/>
  <xsl:template match="bibl" mode="ed:register-source" as="element(ed:source)">
    <xsl:variable name="web" as="xs:string*" select="
        distinct-values(.//(ptr | ref)/@target ! tokenize(.)[matches(., '^https?://')] ! ed:address(.))"/>
    <xsl:variable name="words" as="text()*" select=".//text()[not(normalize-space() = $web)]"/>
    <ed:source id="{@xml:id}" web="{$web}"><xsl:value-of select="
        replace(normalize-space(string-join($words)), ' ?\( ?\)', '')"/></ed:source>
  </xsl:template>

  <xsl:template match="*" mode="ed:registers" as="element(ed:entry)">
    <xsl:variable name="names" as="element()*" select="ed:names(.)"/>
    <xsl:variable name="preferred" as="element()?" select="ed:head-name($names)"/>
    <xsl:variable name="name" as="xs:string"
        select="string(($preferred ! ed:head-words(.), @n, @xml:id)[normalize-space()][1])"/>
    <ed:entry id="{@xml:id}" kind="{$ed:kinds(local-name())}" sort="{ed:sort-key($preferred, $name)}">
      <xsl:copy-of select="@type, self::event/ed:certainty-of-date(.), @cert, @ed:at"/>
      <xsl:sequence select="ed:dates(.)"/>
      <xsl:apply-templates select="@source" mode="ed:register-part"/>
      <ed:name>
        <xsl:copy-of select="$preferred/@cert"/>
        <xsl:apply-templates select="$preferred/@source[not(../@type = 'variant')]" mode="ed:register-part"/>
        <xsl:value-of select="$name"/>
      </ed:name>
      <xsl:apply-templates mode="ed:register-part" select="
          ($names except $preferred)[not(@subtype = 'misread' or @type = 'misread')][ed:called(.)]"/>
      <xsl:apply-templates mode="ed:register-part" select="self::place/parent::place/@xml:id, @role, @sex, @age"/>
      <xsl:apply-templates mode="ed:register-part" select="
          (* | catDesc/*) except ($names | catDesc | category[@xml:id] | (person | place | org | event)[@xml:id]
            | ed:name-parts(.) | (*/*[@xml:id])/parent::*[self::listPerson or self::listPlace])"/>
      <xsl:sequence select="self::bibl/ed:record-of(.), ed:relations(.)"/>
    </ed:entry>
  </xsl:template>
</xsl:package>
