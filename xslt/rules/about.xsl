<?xml version="1.0" encoding="UTF-8"?>
<!-- "About this text": the parts of the teiHeader that a reader or an archive wants in words, as
     sections with paragraphs and labelled records. Headings and labels are named, not worded. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A part of the header that is told about the text: the section that it becomes. -->
  <xsl:mode name="ed:about" visibility="public" on-no-match="deep-skip"/>
  <!-- A part of such a section: prose, a record, a labelled line of one. -->
  <xsl:mode name="ed:record" visibility="public" on-no-match="shallow-skip"/>

  <!-- One for a document, with what all its headers say. -->
  <xsl:template match="teiHeader" mode="ed:about"/>
  <xsl:template match="*[not(parent::*)]/teiHeader[1]" mode="ed:about">
    <ed:about>
      <xsl:for-each select="., root(.)//teiHeader[not(ed:is-among-text(.))] except .">
        <!-- What the header of a document within this one says, under its title. -->
        <xsl:for-each select=".[position() gt 1 or parent::TEI/parent::TEI]/ed:titles(.)[. ne '–']">
          <ed:paragraph kind="inner-title">
            <ed:inline kind="added" rend="bold"><xsl:value-of select="."/></ed:inline>
          </ed:paragraph>
        </xsl:for-each>
        <xsl:apply-templates mode="ed:about" select="
            fileDesc/sourceDesc, fileDesc/publicationStmt[p | ab],
            fileDesc/publicationStmt/availability, fileDesc/notesStmt"/>
        <xsl:sequence select="ed:about-publication(.), ed:about-edition(.), ed:about-text(.)"/>
        <xsl:apply-templates mode="ed:about" select="
            encodingDesc/(projectDesc, samplingDecl, editorialDecl), encodingDesc,
            profileDesc/handNotes, revisionDesc, parent::TEI/standOff"/>
      </xsl:for-each>
    </ed:about>
  </xsl:template>

  <xsl:template mode="ed:about" match="
      sourceDesc | availability | notesStmt | projectDesc | samplingDecl | editorialDecl |
      handNotes | revisionDesc | publicationStmt">
    <xsl:variable name="said" as="node()*">
      <xsl:if test="self::availability[@status = 'restricted' or @status = 'unknown' and empty(ed:said-of-rights(.))]">
        <ed:statement label="rights-{@status}"/>
      </xsl:if>
      <xsl:apply-templates mode="ed:record"/>
    </xsl:variable>
    <xsl:if test="exists($said/descendant-or-self::*[self::ed:statement or self::ed:graphic or self::ed:witness or @n or text()[normalize-space()]])">
      <ed:section kind="about">
        <xsl:call-template name="ed:common"/>
        <ed:heading level="2" label="about-{local-name()}"/>
        <xsl:sequence select="$said"/>
      </ed:section>
    </xsl:if>
  </xsl:template>

  <!-- Prose stays prose. -->
  <xsl:template match="p | ab | list | table | quote | bibl[not(*/p)]" mode="ed:record">
    <xsl:apply-templates select="." mode="ed:rules"/>
  </xsl:template>

  <!-- What else is said of the encoding: its prose, and what names, units, signs and classes mean.
       Looks, schemas and signs of writing are machines' business. -->
  <xsl:template match="encodingDesc" mode="ed:about">
    <xsl:variable name="rest" as="element()*" select="(* except (projectDesc, samplingDecl, editorialDecl,
        schemaSpec, styleDefDecl, charDecl))[ed:meant(.)]"/>
    <xsl:if test="exists($rest)">
      <ed:section kind="about">
        <ed:heading level="2" label="about-encodingDesc"/>
        <xsl:apply-templates select="$rest" mode="ed:encoding"/>
      </ed:section>
    </xsl:if>
  </xsl:template>
  <xsl:function name="ed:meant" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part//text()[normalize-space()][not(parent::rendition)])"/>
  </xsl:function>
  <xsl:mode name="ed:encoding" on-no-match="deep-skip"/>
  <xsl:template match="*[ed:meant(.)]" mode="ed:encoding">
    <xsl:choose>
      <xsl:when test="self::p or self::ab or self::list or self::table or self::bibl">
        <xsl:apply-templates select="." mode="ed:rules"/>
      </xsl:when>
      <xsl:when test="text()[normalize-space()]">
        <ed:paragraph>
          <xsl:sequence select="ed:added((@gi, @value, @ident, ../@ident)[1] ! (. || ': '))"/>
          <xsl:apply-templates mode="ed:rules"/>
        </ed:paragraph>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*" mode="ed:encoding"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What holds parts alone, without a blank between them. -->
  <xsl:template match="(p | ab)[parent::publicationStmt][*[2]][not(text())]" mode="ed:record" priority="0.7">
    <xsl:if test="normalize-space()">
      <ed:paragraph><xsl:sequence select="ed:row-of(.)"/></ed:paragraph>
    </xsl:if>
  </xsl:template>

  <!-- editorialDecl and its like: a heading, then prose. -->
  <xsl:template match="editorialDecl/*[p][not(normalize-space())]" mode="ed:record" priority="0.7"/>
  <xsl:template match="editorialDecl/*[p]" mode="ed:record">
    <ed:section kind="about">
      <xsl:if test="ed:is-called(.)"><ed:heading level="3" label="{local-name()}"/></xsl:if>
      <xsl:apply-templates mode="ed:record"/>
    </ed:section>
  </xsl:template>

  <!-- A list with a heading is a part of its own. -->
  <xsl:template match="listBibl[head] | listWit[head]" mode="ed:record" priority="2">
    <ed:section kind="about">
      <ed:heading level="3"><xsl:apply-templates select="head/node()" mode="ed:rules"/></ed:heading>
      <xsl:apply-templates select="* except head" mode="ed:record"/>
    </ed:section>
  </xsl:template>

  <!-- A recording that is told by values alone: audio, 5 min, 3 May 1999, the file. -->
  <xsl:template match="recording[not(normalize-space())]" mode="ed:record" priority="2">
    <ed:paragraph kind="recording">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:added(string-join((@type, ed:duration((@dur, media/@dur)[1]),
          .//date ! ed:open-date(ed:dates(.), ed:page-lang(.)), .//media/@url)[. ne ''], ed:say('comma', .)))"/>
    </ed:paragraph>
  </xsl:template>

  <!-- Anything else: a label and what it holds. What holds labelled parts alone, within a group of
       a record, is not told: its parts are. -->
  <xsl:template match="*[ed:only-groups(.)][not(self::bibl | self::analytic | self::monogr |
      self::series)]" mode="ed:record" priority="0.6">
    <xsl:apply-templates mode="ed:record"/>
  </xsl:template>
  <!-- Of a source that is described as a file is, the parts; who did what, and an address, as a line. -->
  <xsl:template match="biblFull/*[not(ed:holds-words(.) or p)]" mode="ed:record" priority="0.7">
    <xsl:apply-templates mode="ed:record"/>
  </xsl:template>
  <xsl:template match="(biblFull | biblStruct)//respStmt[resp]" mode="ed:record" priority="0.7">
    <ed:entry label="respStmt">
      <xsl:value-of select="string-join((string-join(resp ! ed:said-by(.)[.], '; ')[.],
          string-join((name | persName | orgName) ! ed:said-by(.)[.], ', ')[.]), ': ')"/>
    </ed:entry>
  </xsl:template>
  <!-- Several who are named, or one with what else is said of him, in a line. -->
  <xsl:template match="(author | editor | publisher)[*[2]][not(text()[normalize-space()] or (forename | surname)[not(../persName)])]"
      mode="ed:record" priority="0.7">
    <ed:entry label="{local-name()}"><xsl:sequence select="ed:parts-of(.)"/></ed:entry>
  </xsl:template>
  <!-- Surname first: with a comma. -->
  <xsl:template match="(author | editor)[count(persName) eq 1]/persName[surname[ed:comes-first(.)]][not(text()[normalize-space()])]"
      mode="ed:rules" priority="1.2">
    <xsl:choose>
      <xsl:when test="ancestor::teiHeader">
        <ed:inline kind="persName">
          <xsl:call-template name="ed:common"/>
          <xsl:value-of select="ed:said-by(.)"/>
        </ed:inline>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- A number says of what. -->
  <xsl:template match="(biblStruct | biblFull)//idno[@type][not(ed:is-internal(@type) or * or starts-with(normalize-space(), 'http'))]"
      mode="ed:record" priority="0.7">
    <ed:entry label="idno">
      <xsl:sequence select="ed:added(ed:number-kind(@type)[.][not(starts-with(normalize-space(current()), .))] ! (. || ' '))"/>
      <xsl:call-template name="ed:entries"/>
    </ed:entry>
  </xsl:template>
  <!-- Where a source can be read leads there. -->
  <xsl:template match="(ref | ptr)[@target]" mode="ed:record" priority="0.7">
    <ed:entry label="{local-name()}"><xsl:apply-templates select="." mode="ed:rules"/></ed:entry>
  </xsl:template>
  <xsl:template match="(biblFull | biblStruct)//date[not(normalize-space())]" mode="ed:record" priority="0.7">
    <xsl:for-each select="ed:dates(.) ! ed:open-date(., ed:page-lang(current()))[.]">
      <ed:entry label="date"><xsl:sequence select="ed:added(.)"/></ed:entry>
    </xsl:for-each>
  </xsl:template>
  <!-- Pages and volumes that are told by values alone. -->
  <xsl:template match="biblScope[not(normalize-space())][@from or @to]" mode="ed:record" priority="0.7">
    <xsl:choose>
      <xsl:when test="ed:is-called(.)"><ed:entry label="biblScope"><xsl:sequence select="ed:scope(., false())"/></ed:entry></xsl:when>
      <xsl:otherwise><ed:paragraph kind="biblScope"><xsl:sequence select="ed:scope(., true())"/></ed:paragraph></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="address" mode="ed:record" priority="0.7">
    <ed:entry label="ref"><xsl:value-of select="* ! ed:said-by(.)[.]" separator=", "/></ed:entry>
  </xsl:template>

  <!-- Whom and what the source names is in the registers. -->
  <xsl:template match="*[@ed:listed]" mode="ed:record" priority="3"/>
  <xsl:template match="*" mode="ed:record">
    <xsl:choose>
      <xsl:when test="parent::sourceDesc | parent::availability | parent::revisionDesc |
          parent::handNotes | parent::notesStmt[parent::fileDesc] | parent::listBibl | parent::listWit |
          parent::listChange[ancestor::revisionDesc]">
        <ed:record label="{if (self::licence[not(ed:is-given(.) or exists(ed:licence-addresses(.)))]) then 'rights' else local-name()}">
          <xsl:for-each select="(@n, self::licence/../@n, @when[not(../date[normalize-space()] or ../self::licence)])[1]">
            <xsl:attribute name="n" select="."/>
          </xsl:for-each>
          <xsl:call-template name="ed:common"/>
          <xsl:if test="not(self::licence[ed:is-called-only(.)])"><xsl:call-template name="ed:entries"/></xsl:if>
          <xsl:sequence select="self::licence ! (ed:licence-links(.), ed:added(ed:time-of(.)))"/>
          <xsl:sequence select="self::change[@who] ! ed:added(' (' || ed:who(.) || ')')"/>
        </ed:record>
      </xsl:when>
      <xsl:when test="not(ed:is-called(.))"><xsl:call-template name="ed:in-a-row"/></xsl:when>
      <xsl:otherwise>
        <ed:entry label="{if (self::title[@type = 'series' or parent::seriesStmt]) then 'series' else local-name()}">
          <xsl:call-template name="ed:entries"/>
          <!-- Of a source what is not certain is marked, as where it stands in a line. -->
          <xsl:sequence select="ed:added(' (?)')[exists(current()[ancestor::biblStruct or ancestor::biblFull]
              [@cert = ('low', 'medium')]/(self::title | self::author | self::editor | self::publisher
              | self::pubPlace | self::date | self::edition | self::biblScope))]"/>
        </ed:entry>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A licence without words is called by its name. -->
  <xsl:template match="licence[not(normalize-space())][ed:licence-addresses(.)]" mode="ed:record"
      priority="2">
    <ed:record label="licence"><xsl:copy-of select="(../@n, @n)[last()]"/><xsl:sequence select="ed:licence-links(.), ed:added(ed:time-of(.))"/></ed:record>
  </xsl:template>

  <!-- Whether all words of a licence are its name, or its address. -->
  <xsl:function name="ed:is-called-only" as="xs:boolean">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:sequence select="empty($licence/*) and
        normalize-space($licence) = ed:licence-addresses($licence) ! (., ed:licence-name(.))"/>
  </xsl:function>

  <!-- Links to where a licence can be read, by its name, but for those that its words have. -->
  <xsl:function name="ed:licence-links" as="element()*">
    <xsl:param name="licence" as="element(licence)"/>
    <xsl:variable name="linked" as="xs:string*"
        select="$licence//@target[not(.. is $licence)]/ed:web-addresses(.)"/>
    <xsl:variable name="links" as="element()*">
      <xsl:for-each select="ed:licence-addresses($licence)[not(. = $linked)]">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:sequence select="ed:added(', '[$at gt 1])"/>
        <ed:link target="{.}"><xsl:value-of select="ed:licence-name(.)"/></ed:link>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="empty($links)"/>
      <xsl:when test="$licence/(p | ab | list)"><ed:paragraph><xsl:sequence select="$links"/></ed:paragraph></xsl:when>
      <xsl:when test="normalize-space($licence) and not(ed:is-called-only($licence))">
        <xsl:sequence select="ed:added(' ('), $links, ed:added(')')"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$links"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether there is a word for a part; the volume of a series says what it is by itself. -->
  <xsl:function name="ed:is-called" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="
        exists((ed:page-lang($part), 'en') ! ed:labelled(local-name($part), .)) and not(ed:is-volume($part)
        or $part/self::biblScope/@unit[not(matches(., '^(pp?$|pag|seit|s\.?$)', 'i'))])"/>
  </xsl:function>
  <xsl:function name="ed:is-volume" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="$part/self::biblScope/@unit = ('volume', 'vol', 'issue', 'number', 'part')"/>
  </xsl:function>
  <!-- What has no name that a reader knows: its words, those of its parts after each other. -->
  <xsl:template name="ed:in-a-row">
    <xsl:choose>
      <xsl:when test="list | table"><xsl:apply-templates mode="ed:record"/></xsl:when>
      <xsl:when test="p | ab">
        <xsl:for-each select="*">
          <ed:paragraph><xsl:sequence select="ed:row-of(.)"/></ed:paragraph>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="normalize-space()">
        <ed:paragraph kind="{local-name()}">
          <xsl:call-template name="ed:common"/>
          <xsl:sequence select="ed:row-of(.)"/>
        </ed:paragraph>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:row-of" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:choose>
      <xsl:when test="ed:is-volume($part)"><xsl:sequence select="ed:scope($part, true())"/></xsl:when>
      <xsl:when test="$part/self::time[not(normalize-space())]">
        <xsl:sequence select="ed:added(string-join($part/(@when, @from, @to) ! replace(., '^(\d\d:\d\d):00$', '$1'), '–'))"/>
      </xsl:when>
      <xsl:when test="ed:holds-words($part)"><xsl:apply-templates select="$part/node()" mode="ed:rules"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:parts-of($part)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:parts-of" as="node()*">
    <xsl:param name="part" as="element()"/>
    <xsl:for-each select="$part/*[normalize-space() or self::time/(@when | @from | @to)]">
      <xsl:if test="position() gt 1">
        <xsl:sequence select="ed:added(if (self::surname or self::forename[not(preceding-sibling::*[1][ed:comes-first(.)])])
            then ' ' else ', ')"/>
      </xsl:if>
      <ed:inline kind="{local-name()}">
        <xsl:call-template name="ed:common"/>
        <xsl:sequence select="ed:row-of(.)"/>
      </ed:inline>
    </xsl:for-each>
  </xsl:function>

  <xsl:template name="ed:entries">
    <xsl:choose>
      <xsl:when test="ed:holds-words(.)">
        <xsl:apply-templates mode="ed:rules"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates mode="ed:record"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:function name="ed:holds-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/*) or exists($element/text()[normalize-space()]) or (
        every $part in $element/* satisfies $part/(self::persName or self::orgName or self::name or
        self::placeName or self::measure or self::idno[parent::altIdentifier]))"/>
  </xsl:function>
  <xsl:function name="ed:only-groups" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="record" as="element()?" select="$element/ancestor::*[parent::sourceDesc
        or parent::listBibl or parent::listWit or parent::handNotes or parent::notesStmt][1]"/>
    <xsl:sequence select="exists($record) and exists($element/.. except $record)
        and not(ed:holds-words($element)) and not($element/(p, ab, list, table, quote, bibl))
        and count($element/../*[node-name() = node-name($element)]) eq 1"/>
  </xsl:function>

  <!-- When it was changed, and by whom, stand apart from what was done. -->
  <xsl:template match="(date | name | persName | orgName)[parent::change][matches(., '\w$')]
      [matches(following-sibling::node()[1], '^\w')]" mode="ed:rules" priority="0.9">
    <xsl:next-match/>
    <xsl:sequence select="ed:added(' ')"/>
  </xsl:template>

  <xsl:template match="listBibl | listWit | revisionDesc//listChange" mode="ed:record" priority="1">
    <xsl:apply-templates mode="ed:record"/>
  </xsl:template>
  <!-- What has no words, and no value that stands for them. -->
  <xsl:template match="*[not(* or normalize-space() or @when or parent::listBibl or parent::sourceDesc)]"
      mode="ed:record" priority="0.55"/>
  <xsl:template match="(author | editor | publisher | distributor | pubPlace | respStmt | address)[not(normalize-space())]
      [not(descendant-or-self::*/(@key | @ref | @ed:called))]" mode="ed:record" priority="0.75"/>
  <xsl:template match="text()" mode="ed:record">
    <xsl:value-of select=".[normalize-space()]"/>
  </xsl:template>
</xsl:stylesheet>
