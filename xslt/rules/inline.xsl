<?xml version="1.0" encoding="UTF-8"?>
<!-- Words within a block: names, dates, titles, emphasis, links, and the parts of bibliographic,
     manuscript and dictionary descriptions. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:template name="ed:phrase" as="element()">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="'inline'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Names, dates, measures (chapter ND). -->
  <xsl:template mode="ed:rules" match="
      addName | affiliation | bloc | climate | country | date | district | email | eventName |
      forename | genName | geogFeat | geogName | measure | measureGrp | name | nameLink | num |
      offset | orgName | persName | placeName | population | region | roleName | rs | settlement |
      street | surname | terrain | time | trait | unit">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Words and phrases (chapters CO, AI, TC). -->
  <xsl:template mode="ed:rules" match="
      abbr | c | caesura | camera | cl | desc | distinct | expan | gloss | label | m | mentioned |
      orig | pc | phr | reg | rhyme | s | seg | soCalled | sound | stamp | tech | term | view | w">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Bibliography and description of manuscripts and persons (chapters CO, MS). -->
  <xsl:template mode="ed:rules" match="
      actor | analytic | author | availability | biblScope | citedRange | collection | colophon |
      depth | dim | dimensions | edition | editor | explicit | extent | funder | height |
      heraldry | idno | imprint | incipit | institution | locus | locusGrp | material | meeting |
      monogr | msIdentifier | msName | objectType | occupation | origDate | origPlace | pubPlace |
      publisher | repository | resp | respStmt | role | roleDesc | rubric | secFol | series |
      signatures | sponsor | textLang | watermark | width">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Dictionaries (chapter DI) and names of markup (chapter TD). -->
  <xsl:template mode="ed:rules" match="
      att | case | code | colloc | def | etym | form | formula | gen | gi | gram | gramGrp | hom |
      hyph | ident | iType | lang | lbl | mood | number | oRef | orth | per | pos | pRef | pron |
      sense | stress | subc | syll | tag | tns | usg | val | xr">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <!-- Highlighted words are italic unless the source says otherwise. -->
  <xsl:template match="emph | foreign | hi" mode="ed:rules">
    <xsl:call-template name="ed:highlighted">
      <xsl:with-param name="italic" select="empty(@rend)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Titles of books and journals are italic, those of parts are not: the text has its own marks. -->
  <xsl:template match="title" mode="ed:rules">
    <xsl:call-template name="ed:highlighted">
      <xsl:with-param name="italic" select="empty(@rend) and @level = ('m', 'j', 's')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="ed:highlighted" as="element(ed:inline)">
    <xsl:param name="italic" as="xs:boolean"/>
    <ed:inline kind="{local-name()}">
      <xsl:if test="$italic"><xsl:attribute name="rend" select="'italic'"/></xsl:if>
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>

  <xsl:template match="g" mode="ed:rules">
    <ed:inline kind="g">
      <xsl:call-template name="ed:common"/>
      <xsl:value-of select="if (normalize-space()) then . else key('ed:by-id', substring(@ref, 2))
          /(mapping, charProp/value)[1]"/>
    </ed:inline>
  </xsl:template>

  <!-- Links: to a place in this text, or out. A bare pointer shows where it leads: the heading of
       a part of the text, the number of a note or table, else its address. -->
  <xsl:template match="ref | ptr" mode="ed:rules">
    <ed:link target="{tokenize(@target)[1]}">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
      <xsl:if test="self::ptr">
        <xsl:variable name="place" as="element()?" select="key('ed:by-id', substring(@target, 2))"/>
        <xsl:value-of select="($place/head[1]/string-join(.//text()[not(ancestor::note)]),
            $place/@n, @target)[normalize-space()][1] => normalize-space()"/>
      </xsl:if>
    </ed:link>
  </xsl:template>
  <xsl:template match="anchor | milestone[@xml:id and not(@unit)]" mode="ed:rules">
    <ed:anchor><xsl:call-template name="ed:common"/></ed:anchor>
  </xsl:template>

  <!-- Markers for machines: nothing is read where they stand. -->
  <xsl:template mode="ed:rules" match="
      index | handShift | delSpan | addSpan | damageSpan | link | linkGrp | join | joinGrp | span |
      spanGrp | alt | altGrp | interp | interpGrp | divGen | timeline"/>
</xsl:stylesheet>
