<?xml version="1.0" encoding="UTF-8"?>
<!-- Those who answer for a text, with what they did: authors, editors by their role, and others as
     the header says it. An encoder is no editor: who is cited as one says so in the header. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Several who are named in one element are as many facts, each with what is said of all. -->
  <xsl:template match="author | editor | funder | sponsor | principal" mode="ed:field">
    <xsl:variable name="all" as="element()" select="."/>
    <xsl:for-each select="ed:named-in(.)[ed:name-of(.)]">
      <ed:field name="{local-name($all)}">
        <xsl:if test="position() eq 1 and $all/@xml:id">
          <xsl:attribute name="id" select="$all/@xml:id"/>
        </xsl:if>
        <xsl:if test="$all/self::editor">
          <xsl:attribute name="role" select="(ed:role($all/@role), 'editor')[1]"/>
        </xsl:if>
        <xsl:copy-of select="$all/@cert, @cert, @key, @ref"/>
        <xsl:sequence select="ed:name-parts(.), ed:agent(.)"/>
        <xsl:value-of select="ed:name-of(.)"/>
      </ed:field>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="ed:named-in" as="element()+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="ed:forms-in($element)[ed:said-by(.)]"/>
    <xsl:sequence select="
        if ($forms[2] and count(distinct-values($forms ! local-name())) eq 1 and not(ed:are-one($forms)))
        then $forms else $element"/>
  </xsl:function>

  <xsl:template match="respStmt" mode="ed:field">
    <xsl:variable name="people" as="element()*" select="name | persName | orgName"/>
    <xsl:variable name="task" as="xs:string"
        select="resp ! ed:task(.) => string-join('; ')"/>
    <xsl:variable name="role" as="xs:string?"
        select="(resp/(@key | @ref) ! ed:role(.), ed:role($task))[. = ('editor', 'translator')][1]"/>
    <ed:field name="resp" id="{@xml:id}" task="{$task}">
      <xsl:if test="count($people) eq 1">
        <xsl:sequence select="$people/(ed:name-parts(.), ed:agent(.))"/>
      </xsl:if>
      <xsl:if test="$role"><xsl:attribute name="role" select="$role"/></xsl:if>
      <xsl:value-of select="$people ! ed:name-of(.)" separator=", "/>
    </ed:field>
  </xsl:template>

  <!-- Roles that citations have a place for, in the words of headers; the first that fits counts. -->
  <xsl:variable name="ed:roles" as="array(xs:string)+" select="
      ['translator', '^(trl$|translat|traduc|tradu[iz]|übersetz|vertaal|vert\.)'],
      ['editor', '^(edt$|eds?\.|editors?($|[ ,;])|edit(ed|ing|ion)|édit|hrsg|hg\.|herausg|a cura|curat)']"/>
  <xsl:function name="ed:role" as="xs:string?">
    <xsl:param name="said" as="xs:string?"/>
    <xsl:variable name="words" as="xs:string"
        select="lower-case(normalize-space(replace($said, '^(\S*[/#]|\w+:)(\w+)$', '$2')))"/>
    <xsl:sequence select="
        if ($words = ('primary', 'general')) then 'editor'
        else if (matches($words, '^(edit|édit)\S* (d\S+ |of (the )?)?(document |file |fichier )?(xml|tei)')) then ()
        else ($ed:roles[matches($words, .(2))][1] ! .(1), $words[.][not(contains(., ' '))])[1]"/>
  </xsl:function>

  <!-- A person or a body, where the header says which. -->
  <xsl:function name="ed:agent" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="named" as="element()*" select="$element/descendant-or-self::*"/>
    <xsl:variable name="kind" as="xs:string?" select="
        if ($named/(self::persName | self::surname | self::forename)) then 'person'
        else if ($named/self::orgName) then 'organisation' else ()"/>
    <xsl:if test="$kind"><xsl:attribute name="agent" select="$kind"/></xsl:if>
    <xsl:variable name="addresses" as="xs:string*" select="
        $named/self::idno ! ed:authority(@type, normalize-space()),
        $named/@ref ! tokenize(.) ! ed:authority(
          substring-before(.[not(matches(., '^https?:'))], ':'), replace(., '^(viaf|gnd|wikidata|orcid|lccn):', '', 'i'))"/>
    <xsl:if test="exists($addresses[. ne ''])">
      <xsl:attribute name="uri" select="$addresses[. ne ''][1]"/>
    </xsl:if>
  </xsl:function>

  <!-- A name and nothing else: identifiers and addresses are not part of it. Of one name in several
       forms the preferred one counts, several people are told apart by commas. -->
  <xsl:function name="ed:name-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="ed:forms-in($element)"/>
    <xsl:sequence select="
        if (ed:are-one($forms)) then ed:said-by(($forms[@type = ('main', 'pref', 'preferred')], $forms)[1])
        else if (exists($forms)) then string-join($forms ! ed:said-by(.)[.], ', ')
        else ed:said-or-body($element)"/>
  </xsl:function>
  <!-- What is said of somebody; the body, where that is all. -->
  <xsl:function name="ed:said-or-body" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(ed:said-by($element)[.],
        $element/affiliation[empty(../* except .)] ! ed:said-by(.)[.], '')[1]"/>
  </xsl:function>
  <xsl:function name="ed:forms-in" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="forms" as="element()*" select="$element/(persName | orgName | name)"/>
    <!-- Between names: commas, "&amp;", a short word for it. -->
    <xsl:variable name="parts" as="xs:string" select="
        if ($forms[2]) then '^[\s,;&amp;]*(\p{Ll}{1,3}\s)?\s*$' else '^\s*$'"/>
    <xsl:sequence select="$forms[every $words in ../text() satisfies matches($words, $parts)]"/>
  </xsl:function>
  <xsl:function name="ed:are-one" as="xs:boolean">
    <xsl:param name="forms" as="element()*"/>
    <xsl:sequence select="
        count($forms) gt 1 and (exists($forms/@type) or 
          count(distinct-values($forms/string(@xml:lang))) gt 1)"/>
  </xsl:function>

  <!-- The parts of a person's name, where the header tells them apart: lists are sorted by them. -->
  <xsl:function name="ed:name-parts" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[(self::author or self::editor or parent::respStmt or parent::author or parent::editor)]
        /descendant-or-self::*[surname][1]">
      <xsl:attribute name="family" select="surname ! normalize-space()"/>
      <xsl:attribute name="given" select="(forename | nameLink) ! normalize-space()"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
