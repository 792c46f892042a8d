<?xml version="1.0" encoding="UTF-8"?>
<!-- Behaviours to facts: what pages and tables that span texts need to know of one text, so that
     nothing has to open it again. -->
<xsl:package name="urn:editio:facts" package-version="1.0" version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all">

  <xsl:use-package name="urn:editio:behaviours" package-version="1.0"/>

  <xsl:include href="facts/mentions.xsl"/>
  <xsl:include href="facts/interventions.xsl"/>
  <xsl:include href="facts/notes.xsl"/>

  <!-- Behaviours: what lists, tables and services know of a text. -->
  <xsl:mode name="ed:facts" visibility="public" on-no-match="fail"/>

  <xsl:template match="/" mode="ed:facts" as="element(ed:facts)">
    <xsl:apply-templates select="ed:document" mode="ed:facts"/>
  </xsl:template>

  <xsl:template match="ed:document" mode="ed:facts" as="element(ed:facts)">
    <xsl:variable name="notes" as="element(ed:note)*" select="ed:text//ed:note[not(@place = 'entry' or @again)]"/>
    <ed:facts id="{@id}" lang="{ed:lang(.)}"
        words="{count(tokenize(string-join(ed:text//(ed:paragraph | ed:heading | ed:line)
            [not(ancestor::ed:paragraph or ancestor::ed:note or self::ed:heading[ed:inline][not(node() except ed:inline[@kind = 'added'])])] ! ed:plain(.), ' ')))}"
        notes="{count($notes[not(@kind = 'editorial')])}"
        editorial-notes="{count($notes[@kind = 'editorial'])}"
        interventions="{count(ed:text//*[@key])}">
      <xsl:for-each select="count(ed:images(.))[. gt 0]">
        <xsl:attribute name="images" select="."/>
      </xsl:for-each>
      <xsl:for-each select="ed:genre(.)"><xsl:attribute name="kind" select="."/></xsl:for-each>
      <xsl:if test="ed:is-compared(.)"><xsl:attribute name="compared" select="'yes'"/></xsl:if>
      <xsl:if test="ed:text-lang(.) ne ed:lang(.)">
        <xsl:attribute name="text-lang" select="ed:text-lang(.)"/>
      </xsl:if>
      <xsl:copy-of select="ed:metadata/(ed:field[not(@name = 'projectDesc')] | ed:letter)"/>
      <xsl:apply-templates select="ed:text//(ed:heading | ed:paragraph | ed:note[not(@place = 'entry')] | ed:line |
          ed:figure | ed:break[@unit = 'page'])[@id]" mode="ed:facts"/>
      <xsl:apply-templates select="ed:text//*[@entries]" mode="ed:mention"/>
      <xsl:apply-templates select="ed:text//(*[@key] | (ed:note | ed:link)[@called-in or @place-cert or @place-why])" mode="ed:intervention"/>
      <xsl:apply-templates select="$notes" mode="ed:note"/>
      <xsl:copy-of select="ed:facsimile, ed:rows/ed:row[not(@table = 'sentences')], ed:witnesses, ed:apparatus"/>
    </ed:facts>
  </xsl:template>

  <!-- What kind of text it is, where its encoding says so. -->
  <xsl:function name="ed:genre" as="xs:string?">
    <xsl:param name="document" as="element(ed:document)"/>
    <xsl:variable name="text" as="element()*" select="$document/ed:text"/>
    <xsl:sequence select="
        if ($document/ed:metadata/ed:letter) then 'letter'
        else if ($text//ed:block[@kind = 'entry']) then 'dictionary'
        else if ($text//ed:block[@kind = 'speaker']) then 'play'
        else if ($document/ed:about//*[@kind = 'msDesc'] and not($text//text()[normalize-space()])) then 'manuscript'
        else if (count($text//ed:line) gt count($text//ed:paragraph)) then 'verse' else ()"/>
  </xsl:function>

  <!-- What can be cited, in the order of the text: id, kind, number, the text it belongs to. -->
  <xsl:template match="ed:heading" mode="ed:facts" as="element(ed:unit)">
    <ed:unit id="{@id}" kind="heading" level="{@level}">
      <xsl:copy-of select="ancestor-or-self::*[@only][1]/@only"/>
      <xsl:value-of select="ed:heading-words(.)"/>
    </ed:unit>
  </xsl:template>
  <xsl:template match="ed:paragraph | ed:note | ed:line | ed:figure | ed:break" mode="ed:facts"
      as="element(ed:unit)">
    <ed:unit id="{@id}" kind="{if (self::ed:break) then 'page' else local-name()}">
      <xsl:copy-of select="@n, @facs, ancestor-or-self::*[@only][1]/@only"/>
    </ed:unit>
  </xsl:template>
</xsl:package>
