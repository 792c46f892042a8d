<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters: who wrote to whom, where and when, and the letters before and after (chapter HD,
     correspDesc). One ed:letter a correspDesc; its actions stay in the order of the header. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Parts of a text, and texts, that choose one of several by @decls: each is a letter of its own. -->
  <xsl:key name="ed:choosing" match="(text | div | floatingText)[@decls]"
      use="tokenize(@decls) ! substring-after(., '#')"/>
  <xsl:function name="ed:parts-choosing" as="element()*">
    <xsl:param name="letter" as="element(correspDesc)"/>
    <xsl:sequence select="$letter/@xml:id ! key('ed:choosing', ., root($letter))"/>
  </xsl:function>
  <!-- The letters of a text: where it chooses some of those in its header, these, and those of its parts. -->
  <xsl:function name="ed:letters-of" as="element(correspDesc)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="all" as="element(correspDesc)*" select="$header/profileDesc/correspDesc"/>
    <xsl:sequence select="
        if ($all[ed:parts-choosing(.) intersect $header/../text]) then $all[ed:parts-choosing(.)] else $all"/>
  </xsl:function>

  <xsl:template match="correspDesc" mode="ed:field">
    <xsl:variable name="number" as="xs:string"
        select="string(count(preceding-sibling::correspDesc) + 1)"/>
    <xsl:variable name="part" as="element()?" select="ed:parts-choosing(.)[not(parent::TEI)][1]"/>
    <ed:letter>
      <xsl:copy-of select="@key, @ref"/>
      <xsl:for-each select="$part[@ed:id]">
        <ed:link target="#{@ed:id}">
          <xsl:value-of select="((head, */head, */*[1]/head)[1] ! ed:said-by(.)[.], @n[normalize-space()],
              $number)[1]"/>
        </ed:link>
      </xsl:for-each>
      <xsl:apply-templates mode="ed:letter"
          select=".//correspAction, .//correspContext/(ref | ptr), (. | correspContext)/(note | p)[normalize-space()]"/>
    </ed:letter>
  </xsl:template>

  <xsl:mode name="ed:letter" on-no-match="fail"/>

  <!-- An action that says only that it is the same as another is the other. -->
  <xsl:template match="correspAction" mode="ed:letter">
    <xsl:variable name="same" as="element()?" select="
        (@sameAs | @copyOf)[1] ! key('ed:by-id', substring-after(., '#'), root(.))[1]"/>
    <xsl:variable name="told" as="element()" select="if (*) then . else ($same, .)[1]"/>
    <!-- Prose is told as it is written. -->
    <xsl:variable name="prose" as="element(p)*" select="$told/p[matches(string-join(text()), '\p{L}')]"/>
    <xsl:variable name="named" as="element()*" select="
        $told//(persName | orgName | name | rs | placeName | settlement | country | region | date)
          [not(ancestor::*[self::persName or self::orgName or self::name or self::rs or
            self::placeName or self::settlement or self::note or . intersect $prose])]"/>
    <xsl:variable name="others" as="element()*" select="$named[not(ed:part-in(.) = ('', $told/@type))]"/>
    <xsl:variable name="remarks" as="element()*" select="$prose
        | $told/(note | p[not(.//persName or .//orgName or .//placeName or .//date)])[normalize-space()]"/>
    <!-- Where an action does not say what it is, its place and date are the sender's. -->
    <xsl:variable name="main" as="xs:string*" select="($others ! ed:part-in(.)) => sort() => reverse()"/>
    <xsl:variable name="shared" as="element()*" select="($named except $others)[$main[1] and not($told/@type)]"/>
    <xsl:variable name="own" as="element()*" select="$named except ($others, $shared)"/>
    <xsl:if test="$own or $remarks or empty($others)">
      <ed:action type="{(@subtype[. = ('cc', 'bcc', 'copy')] ! replace(., '^b', ''), @type, 'other')[1]}">
        <xsl:copy-of select="@cert, @evidence"/>
        <xsl:apply-templates mode="ed:letter" select="$own, $remarks"/>
      </ed:action>
    </xsl:if>
    <xsl:for-each-group select="$others" group-by="ed:part-in(.)">
      <ed:action type="{current-grouping-key()}">
        <xsl:apply-templates mode="ed:letter"
            select="current-group(), $shared[current-grouping-key() = $main[1]]"/>
      </ed:action>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Some put all into one action, where each name says of itself what part it has. -->
  <xsl:function name="ed:part-in" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="
        $name/(@type, @ana, @role) ! tokenize(lower-case(.)) ! tokenize(., '[#:/]')[last()]"/>
    <xsl:sequence select="
        if ($said = ('to', 'received', 'addressee', 'recipient', 'receiver', 'receivedby', 'destinataire', 'destinatario',
          'adressat', 'adressatin', 'empfänger', 'empfängerin')) then 'received'
        else if ($said = ('from', 'sent', 'sender', 'sentby', 'absender', 'absenderin', 'expéditeur', 'mittente', 'remitente'))
          then 'sent' else ''"/>
  </xsl:function>

  <xsl:template match="persName | orgName | name | rs" mode="ed:letter">
    <ed:party kind="{
        if (self::orgName or @type = ('org', 'organisation', 'organization')) then 'organisation'
        else 'person'}">
      <xsl:call-template name="ed:pointed"/>
    </ed:party>
  </xsl:template>
  <xsl:template match="placeName | settlement | country | region" mode="ed:letter">
    <ed:place><xsl:call-template name="ed:pointed"/></ed:place>
  </xsl:template>
  <!-- What is uncertain of an action is so of all that it says, but where that speaks for itself. -->
  <xsl:function name="ed:as-sure-as" as="attribute()*">
    <xsl:param name="said" as="element()"/>
    <xsl:sequence select="($said/@cert, $said/ancestor::correspAction[1]/@cert)[1],
        ($said/@evidence, $said/ancestor::correspAction[1]/@evidence)[1]"/>
  </xsl:function>

  <xsl:template name="ed:pointed" as="item()*">
    <xsl:copy-of select="@key"/>
    <xsl:sequence select="ed:as-sure-as(.)"/>
    <xsl:apply-templates select="(@ed:entries, @ref)[1]" mode="ed:common"/>
    <xsl:variable name="uri" as="attribute()?" select="ed:agent(.)[name() = 'uri']"/>
    <xsl:sequence select="$uri"/>
    <xsl:value-of select="(@ed:called, ed:said-by(.))[1]"/>
  </xsl:template>
  <xsl:template match="date" mode="ed:letter">
    <ed:date>
      <xsl:copy-of select="@calendar"/>
      <xsl:sequence select="ed:as-sure-as(.), ed:dates(.)"/>
      <xsl:value-of select="ed:said-by(.)"/>
    </ed:date>
  </xsl:template>
  <xsl:template match="note | p" mode="ed:letter">
    <ed:remark><xsl:value-of select="ed:said-by(.)"/></ed:remark>
  </xsl:template>

  <!-- The letters around this one: previous and next, within all of them or one correspondence. Those
       to or from one alone are neither. What is no order is said in words: to which correspondence it
       belongs, what it answers. -->
  <xsl:template match="correspContext/(ref | ptr)" mode="ed:letter">
    <xsl:variable name="said" as="xs:string" select="lower-case(string-join((@type, @subtype), ' '))"/>
    <ed:context role="{
        if (matches($said, 'sender|addressee')) then 'other'
        else if (contains($said, 'prev')) then 'previous' else if (contains($said, 'next')) then 'next'
        else if (not(normalize-space())) then 'other'
        else if (contains($said, 'correspondence')) then 'correspondence' else 'said'}" within="{
        if (contains($said, 'corresp')) then 'correspondence'
        else if (contains($said, 'collection')) then 'collection' else ''}">
      <xsl:copy-of select="@target"/>
      <xsl:value-of select="ed:said-by(.)"/>
    </ed:context>
  </xsl:template>
</xsl:stylesheet>
