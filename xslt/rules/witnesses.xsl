<?xml version="1.0" encoding="UTF-8"?>
<!-- The witnesses of a text (chapter TC), in the order of its lists: siglum, group, description; and
     whatever else its readings point to, by the name that it has. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:witnesses" as="element(ed:witnesses)?">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="listed" as="element()*" select="$document//listWit[not(ancestor::listWit)]"/>
    <xsl:if test="exists($listed) or exists($document//app)">
      <xsl:variable name="named" as="xs:string*" select="distinct-values($document//app//(@wit | @source |
          @hand | @resp) ! tokenize(.) ! replace(., '^.*#', ''))"/>
      <ed:witnesses>
        <xsl:apply-templates select="$listed" mode="ed:witness"/>
        <xsl:apply-templates mode="ed:witness" select="
            $named ! key('ed:by-id', ., $document)[not(self::witness | self::listWit)]
              [self::bibl | self::biblStruct | self::msDesc | self::person | self::handNote | self::object]"/>
      </ed:witnesses>
    </xsl:if>
  </xsl:function>

  <xsl:mode name="ed:witness" on-no-match="fail"/>
  <!-- A list with an id is a witness of its own: a group. -->
  <xsl:template match="listWit" mode="ed:witness" as="element(ed:witness)*">
    <xsl:variable name="inner" as="element(ed:witness)*">
      <xsl:apply-templates select="witness | listWit" mode="ed:witness"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@xml:id or head">
        <ed:witness kind="group">
          <xsl:sequence select="ed:witness-facts(.)"/>
          <ed:words><xsl:value-of select="head[1]/ed:words-without-siglum(.)"/></ed:words>
          <xsl:sequence select="$inner"/>
        </ed:witness>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$inner"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="ed:witness" as="element(ed:witness)">
    <ed:witness kind="{local-name()}">
      <xsl:sequence select="ed:witness-facts(.)"/>
      <ed:words><xsl:value-of select="ed:words-without-siglum(.)"/></ed:words>
      <xsl:apply-templates select="listWit | witness" mode="ed:witness"/>
    </ed:witness>
  </xsl:template>

  <!-- id, siglum, and the date and the library where they are told. -->
  <xsl:function name="ed:witness-facts" as="attribute()*">
    <xsl:param name="witness" as="element()"/>
    <xsl:variable name="own" as="element()*" select="$witness/descendant::*[
        not(ancestor::witness[. >> $witness] or self::witness or self::listWit)]
        [not(ancestor::listWit[. >> $witness])]"/>
    <xsl:copy-of select="($witness/@xml:id)[1] ! ed:named('id', .)"/>
    <xsl:attribute name="siglum" select="ed:siglum($witness)"/>
    <xsl:for-each select="($own/self::origDate, $own/self::date)[normalize-space() or @when][1]">
      <xsl:attribute name="date" select="(normalize-space()[.], @when)[1]"/>
    </xsl:for-each>
    <xsl:for-each select="string-join($own[self::msIdentifier][1]/(settlement, repository, idno)
        ! normalize-space(), ', ')[.]">
      <xsl:attribute name="place" select="."/>
    </xsl:for-each>
    <xsl:copy-of select="$witness/self::handNote/@n"/>
  </xsl:function>

  <!-- How a witness is called: its siglum, its label, its number, its id; a hand as entries call it. -->
  <xsl:function name="ed:siglum" as="xs:string">
    <xsl:param name="witness" as="element()"/>
    <xsl:variable name="mark" as="element()?" select="($witness/(. | head | title)/abbr[@type = 'siglum'],
        $witness/(. | head)/label, $witness/(. | msIdentifier)/(idno | altIdentifier/idno)[@type = 'siglum'])[1]"/>
    <xsl:variable name="name" as="xs:string*"
        select="$witness/self::person/persName[1]/(surname, .)[1] ! normalize-space(),
          $witness[not(@n)]/(self::bibl | self::biblStruct)[.//author][.//date] ! translate(string-join((
            (.//author)[1]/((.//surname)[1], .)[1], (.//date)[1]/(@when ! substring(., 1, 4), .)[1])
            ! normalize-space(), ' '), ' ', '&#xA0;')"/>
    <xsl:sequence select="string(($mark ! ed:raised(.), $name[.],
        $witness/@n[not($witness/self::handNote)][normalize-space()]
          [not(string-length() gt string-length($witness/@xml:id)) or not($witness/@xml:id)],
        ed:bracketed-siglum($witness), $witness/self::handNote ! (@n ! (ed:say('app-hand', ..) || ' ' || .),
          @xml:id ! ed:hand-by-id(., ed:say('app-hand', ..))), $witness/@xml:id)[normalize-space()][1])"/>
  </xsl:function>
  <!-- 【大】, as all that is said of a witness. -->
  <xsl:function name="ed:bracketed-siglum" as="xs:string?">
    <xsl:param name="witness" as="element()"/>
    <xsl:sequence select="$witness[not(*)]/normalize-space()[matches(., '^[【\[〔〈(]\S{1,6}[】\]〕〉)]$')]"/>
  </xsl:function>

  <!-- Words in which raised figures are raised: N² -->
  <xsl:function name="ed:raised" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($element//text() ! (
        if (ancestor::hi[ancestor::* intersect $element/ancestor-or-self::*]
          [matches(@rend, 'sup')]) then translate(., '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹') else .)))"/>
  </xsl:function>

  <xsl:function name="ed:words-without-siglum" as="xs:string">
    <xsl:param name="witness" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(
        $witness/(. | msDesc/head)/node()[not(self::listWit or self::witness or self::label or
          (self::abbr | self::idno)[@type = 'siglum'] or self::msDesc or parent::msDesc)][not(parent::msDesc)]
          ! ed:words-and-addresses(.), if ($witness[text()[normalize-space()]][not(msDesc)]) then '' else ' '))"/>
    <xsl:sequence select="
        if (exists(ed:bracketed-siglum($witness))) then ''
        else replace(replace($words, '^[:,;.]\s*', ''), '\s+([.,;:)])', '$1')"/>
  </xsl:function>
  <!-- A pointer to an address of the web is read as that address. -->
  <xsl:function name="ed:words-and-addresses" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
        if ($node/(self::bibl | self::biblStruct)[ed:is-record-of-fields(.)])
        then normalize-space(string-join(ed:reference($node)))
        else string-join($node/descendant-or-self::node()
          ! (self::text(), self::ptr/@target[matches(., '^https?:')]))"/>
  </xsl:function>
</xsl:stylesheet>
