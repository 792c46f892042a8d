<?xml version="1.0" encoding="UTF-8"?>
<!-- The teiHeader as facts about the text (chapter HD): one ed:field a fact, in reading order.
     People are in people.xsl, rights in rights.xsl, letters in correspondence.xsl. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A document has the facts of one header, its first; what is in others is said about the text. -->
  <xsl:template match="teiHeader[not(. is root(.)/*/teiHeader[1])]" mode="ed:rules">
    <xsl:if test="ed:is-among-text(.)"><xsl:next-match/></xsl:if>
  </xsl:template>
  <xsl:template match="*[not(parent::*)]/teiHeader[1]" mode="ed:rules">
    <ed:metadata>
      <xsl:sequence select="ed:titles(.)"/>
      <xsl:apply-templates mode="ed:field" select="
          fileDesc/seriesStmt/title[normalize-space()],
          fileDesc/titleStmt/(author, editor, respStmt, funder, sponsor, principal),
          fileDesc/(editionStmt | publicationStmt)/respStmt,
          (fileDesc/sourceDesc//(msDesc | biblStruct | bibl | biblFull)
            [not(ancestor::recordingStmt or ed:is-one-of-many(.))])[1],
          fileDesc/notesStmt/note[@type = 'basis'], fileDesc/editionStmt/edition,
          fileDesc/publicationStmt/((publisher, authority, distributor)[normalize-space()][1],
            pubPlace[1], date[ed:is-dated(.) or normalize-space()][1], idno),
          (.//idno except fileDesc/publicationStmt/idno)[ed:is-internal(@type)]"/>
      <xsl:sequence select="ed:rights(.), ed:dated(.), ed:paged(.), ed:stage-fields(.)"/>
      <xsl:apply-templates mode="ed:field" select="
          profileDesc/langUsage/language, profileDesc/textClass/keywords//(term | item[not(term)]),
          profileDesc/abstract, encodingDesc/projectDesc, ed:letters-of(.), revisionDesc[@status]"/>
    </ed:metadata>
  </xsl:template>

  <xsl:mode name="ed:field" on-no-match="fail"/>

  <xsl:template match="*" mode="ed:field">
    <xsl:call-template name="ed:field"/>
  </xsl:template>
  <xsl:template match="idno[ed:is-internal(@type)]" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="'internal-number'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="ed:field" as="element(ed:field)">
    <xsl:param name="name" as="xs:string" select="local-name()"/>
    <ed:field name="{$name}">
      <xsl:copy-of select="@target, @key, @type, @ref, @n"/>
      <xsl:sequence select="ed:dates(.)"/>
      <xsl:for-each select="@ident">
        <xsl:attribute name="ident" select="ed:language-tag(.)"/>
      </xsl:for-each>
      <xsl:value-of select="ed:said-by(.)"/>
    </ed:field>
  </xsl:template>

  <!-- The titles by their roles, which reading has marked (edition/texts/titles.py): the text's own first.
       A text without a title is called by its id. -->
  <xsl:function name="ed:titles" as="element(ed:field)+">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="titles" as="element(title)*"
        select="$header/fileDesc/titleStmt/title[ed:said-by(.) ne '']"/>
    <xsl:variable name="main" as="element(title)?"
        select="($titles[@ed:role = 'title'], $titles[not(@type = 'sub')], $titles)[1]"/>
    <ed:field name="title">
      <xsl:value-of select="($main/ed:said-by(.), $header/../(@ed:id, @xml:id)[. ne ''], '–')[1]"/>
    </ed:field>
    <xsl:for-each select="$titles except $main">
      <ed:field name="{(@ed:role, @type[. = 'sub'] ! 'subtitle', 'other')[1]
          => replace('^(short|other)$', '$1-title')}">
        <xsl:copy-of select="@type, @level"/>
        <xsl:value-of select="ed:said-by(.)"/>
      </ed:field>
    </xsl:for-each>
  </xsl:function>
  <!-- Who edits a series is named beside it: the text is not theirs. -->
  <xsl:template match="seriesStmt/title" mode="ed:field">
    <ed:field name="series">
      <xsl:copy-of select="@type, @ref, @n"/>
      <!-- A corpus: it groups its texts. -->
      <xsl:for-each select="parent::*[title[1] is current()]/@ed:group"><xsl:attribute name="group" select="."/></xsl:for-each>
      <xsl:for-each select="string-join(parent::*[title[1] is current()] ! ed:series-people(.), '; ')[.]">
        <xsl:attribute name="said" select="."/>
      </xsl:for-each>
      <xsl:value-of select="ed:said-by(.)"/>
    </ed:field>
  </xsl:template>
  <xsl:function name="ed:series-people" as="xs:string*">
    <xsl:param name="series" as="element(seriesStmt)"/>
    <xsl:sequence select="$series/editor[ed:name-of(.)] ! (ed:role-said(.) || ': ' || ed:name-of(.)),
        $series/respStmt ! ed:responsibility(.)[.]"/>
  </xsl:function>
  <!-- What the text was edited from, and what was not seen: a reader must know it at once. -->
  <xsl:template match="notesStmt/note" mode="ed:field">
    <ed:field name="basis">
      <xsl:value-of select=".//text() => string-join() => normalize-space()"/>
    </ed:field>
  </xsl:template>
  <!-- How far the text has come: a draft says so at its head. -->
  <xsl:template match="revisionDesc" mode="ed:field">
    <ed:field name="status"><xsl:value-of select="lower-case(normalize-space(@status))"/></ed:field>
  </xsl:template>
  <xsl:template match="publicationStmt/date" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="'published'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- By the name alone: where to find it is told about the text. -->
  <xsl:template match="publisher | authority | distributor" mode="ed:field">
    <ed:field name="publisher">
      <xsl:copy-of select="@key, @type, @ref, @n"/>
      <xsl:value-of select="ed:unpointed(ed:name-of(.))"/>
    </ed:field>
  </xsl:template>
  <xsl:template match="pubPlace" mode="ed:field">
    <ed:field name="pubPlace">
      <xsl:copy-of select="@key, @type, @ref, @n"/>
      <xsl:value-of select="ed:unpointed(ed:said-by(.))"/>
    </ed:field>
  </xsl:template>
  <xsl:template match="keywords//(term | item)" mode="ed:field">
    <ed:field name="term">
      <xsl:copy-of select="ancestor::keywords[1]/@scheme, @ref, @key"/>
      <xsl:value-of select="ed:said-by(.)"/>
    </ed:field>
  </xsl:template>

  <!-- One of several witnesses is not the source of a text, and its date not that of the text. -->
  <xsl:function name="ed:is-one-of-many" as="xs:boolean">
    <xsl:param name="description" as="element()"/>
    <xsl:sequence select="count($description/(ancestor::listWit |
        ancestor::listBibl/ancestor::sourceDesc//listWit)//witness) gt 1"/>
  </xsl:function>

  <!-- The date of the text itself: when it was written, else sent, else what the description of the
       source says of it. When an edition was published says nothing about that. -->
  <xsl:function name="ed:dated" as="element(ed:field)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="source" as="element(sourceDesc)*" select="$header/fileDesc/sourceDesc"/>
    <xsl:variable name="dates" as="element()*" select="
        $header/profileDesc/creation/date,
        ed:letters-of($header)/correspAction[@type = 'sent']/date,
        $header/profileDesc/settingDesc[count(setting) eq 1]/setting[count(date) eq 1]/date,
        for $kind in ('written', 'premiere', 'print')
        return ($source//date[@type = $kind], $header/../standOff/listEvent/event[@type = $kind]),
        for $kind in ('firstEdition', 'printSource') return $source//bibl[@type = $kind]//date,
        for $own in (true(), false())
        return $source//msDesc[not(ed:is-one-of-many(.))]//origDate[empty(ed:calendar-of(.)) = $own]"/>
    <xsl:for-each select="$dates[ed:is-dated(.) or normalize-space()][1]">
      <ed:field name="date">
        <xsl:copy-of select="@type, ed:as-sure-as(.)[name() = 'cert']"/>
        <xsl:sequence select="ed:dates(.)"/>
        <xsl:value-of select="ed:said-by(.), ed:calendar-of(.)[current()/self::origDate] ! ('(' || . || ')')"/>
      </ed:field>
    </xsl:for-each>
  </xsl:function>
  <!-- The language that the header names: the only one, or the one that is used most. -->
  <xsl:function name="ed:used-language" as="xs:string?">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="named" as="element(language)*"
        select="$root/teiHeader/profileDesc/langUsage/language[normalize-space(@ident)]"/>
    <xsl:variable name="most" as="xs:double?" select="
        max($named/@usage[. castable as xs:double] ! xs:double(.))"/>
    <xsl:variable name="chosen" as="element(language)*" select="
        if (count(distinct-values($named/@ident)) eq 1) then $named[1]
        else $named[@usage[. castable as xs:double] ! xs:double(.) = $most]"/>
    <xsl:sequence select="$chosen[1][count($chosen) eq 1]/@ident/ed:language-tag(.)"/>
  </xsl:function>

  <!-- Whose pages are marked, where marks name an edition or a witness: its words, else what stands
       for it. A field without words is for marks that name none. -->
  <xsl:function name="ed:paged" as="element(ed:field)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="marks" as="element(pb)*" select="$header/../(text | sourceDoc)//pb[not(ancestor::egXML)]"/>
    <xsl:if test="$marks/(@ed | @edRef)">
      <xsl:for-each select="distinct-values($marks ! ed:edition-paged(.))">
        <ed:field name="page-source"><xsl:value-of select="."/></ed:field>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:edition-paged" as="xs:string*">
    <xsl:param name="mark" as="element(pb)"/>
    <xsl:variable name="named" as="xs:string*" select="$mark/(tokenize(@edRef), tokenize(@ed)[not($mark/@edRef)])"/>
    <xsl:sequence select="
        if (empty($named)) then ''
        else for $one in $named return (key('ed:by-id', replace($one, '^#', ''), root($mark))[1]
          ! ed:unpointed(ed:said-by(.))[.], $one)[1]"/>
  </xsl:function>

  <!-- The source in one line. -->
  <xsl:template match="bibl" mode="ed:field">
    <xsl:call-template name="ed:field">
      <xsl:with-param name="name" select="'source'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="msDesc | biblStruct | biblFull" mode="ed:field">
    <ed:field name="source">
      <xsl:value-of separator=", " select="(
          msIdentifier/(placeName | geogName | settlement | institution | repository | collection |
            idno[ed:is-shelfmark(.)]),
          ((analytic, monogr)[1] | titleStmt)/author ! ed:name-of(.),
          analytic/title[1],
          monogr/(title[1] | imprint/(publisher | pubPlace | date) | biblScope),
          titleStmt/title[1], publicationStmt/(pubPlace | publisher | date))
          ! (replace(if (. instance of node()) then (ed:unpointed(ed:said-by(.))[.], @when)[1] else .,
              '(\d)\.$', '$1') || (if (. instance of node() and @cert = ('low', 'medium')) then ' (?)' else ''))[.]"/>
    </ed:field>
  </xsl:template>
</xsl:stylesheet>
