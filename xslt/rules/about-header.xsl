<?xml version="1.0" encoding="UTF-8"?>
<!-- "About this text": the facts of the header that are no prose, a section for each kind: other
     titles, who did what, series, languages, keywords, and what the header says of its corpus. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A section of one line a fact; nothing where there is no fact. -->
  <xsl:function name="ed:told" as="element(ed:section)?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:variable name="said" as="item()*" select="distinct-values(
        $words[not(. instance of element())] ! string()[normalize-space()]), $words[. instance of element()]"/>
    <xsl:if test="exists($said)">
      <ed:section kind="about">
        <ed:heading level="2" label="about-{$label}"/>
        <xsl:for-each select="$said">
          <ed:paragraph><xsl:sequence select="if (. instance of element()) then node() else ."/></ed:paragraph>
        </xsl:for-each>
      </ed:section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="ed:about-people" as="element(ed:section)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="file" as="element(fileDesc)*" select="$header/fileDesc"/>
    <xsl:sequence select="ed:told('respStmt', (
        $file/titleStmt/editor[ed:name-of(.)] ! (ed:role-said(.) || ': ' || ed:name-of(.)),
        $file//respStmt[not(ancestor::sourceDesc or ancestor::notesStmt or parent::seriesStmt)] ! ed:responsibility(.),
        $file/(titleStmt | editionStmt)/principal[ed:all-names(.)]
          ! (ed:say('principal', .) || ': ' || ed:all-names(.)),
        $file/(titleStmt | seriesStmt)/(author | editor)[.//(idno | affiliation | email)
          or ed:are-one(ed:forms-in(.)[ed:said-by(.)])] ! ed:identified(.))),
        ed:told('funder', $file/(titleStmt | editionStmt)/(funder | sponsor)
          ! string-join((ed:all-names(.), idno ! string-join((ed:number-kind(@type)[.], normalize-space()), ' '),
            address//text() ! normalize-space())[.], ', '))"/>
  </xsl:function>

  <!-- Who did what; a form in which nobody is named says nothing. -->
  <xsl:function name="ed:responsibility" as="xs:string?">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:variable name="people" as="element()*" select="$statement/(name | persName | orgName)"/>
    <xsl:variable name="named" as="xs:string" select="string-join($people ! ed:name-of(.)[.], ', ')"/>
    <xsl:sequence select="string-join((string-join($statement/resp ! ed:task(.)[.], '; ')[.], $named[.]), ': ')
        [$named or empty($people)]"/>
  </xsl:function>

  <!-- Anne Korn, GND 118516906, Mill Trust: with links to the authorities that are known. -->
  <xsl:function name="ed:identified" as="element(ed:paragraph)">
    <xsl:param name="person" as="element()"/>
    <ed:paragraph>
      <xsl:value-of select="
          if (ed:are-one(ed:forms-in($person)[ed:said-by(.)])) then ed:all-names($person) else ed:name-of($person)"/>
      <xsl:for-each select="$person//(idno | affiliation | email)[normalize-space()][not(ed:is-internal(self::idno/@type))]">
        <xsl:variable name="address" as="xs:string"
            select="if (self::idno) then ed:authority(@type, normalize-space()) else ''"/>
        <xsl:variable name="words" as="xs:string"
            select="string-join((self::idno/ed:number-kind(@type)[.],
              if (self::affiliation) then ed:said-by(.) else normalize-space()), ' ')"/>
        <xsl:text>, </xsl:text>
        <xsl:choose>
          <xsl:when test="$address"><ed:link target="{$address}"><xsl:value-of select="$words"/></ed:link></xsl:when>
          <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </ed:paragraph>
  </xsl:function>

  <!-- What an editor did, in the language of the page where it has a word for it. -->
  <xsl:function name="ed:role-said" as="xs:string">
    <xsl:param name="editor" as="element(editor)"/>
    <xsl:variable name="said" as="xs:string" select="normalize-space($editor/@role)"/>
    <xsl:sequence select="(
        ('role-' || (lower-case($said)[.], 'editor')[1], ed:role($said)[. = 'translator'] ! ('role-' || .))
          ! ed:said(., $editor), ed:said('author', $editor)[lower-case($said) = 'author'], $said)[1]"/>
  </xsl:function>

  <!-- Who published the file, where and when, and under which numbers. -->
  <xsl:function name="ed:about-publication" as="element(ed:section)?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="published" as="element(publicationStmt)*"
        select="$header/fileDesc/publicationStmt[not(p | ab)]"/>
    <xsl:sequence select="ed:told('publicationStmt', (
        string-join($published/(publisher | distributor | authority | pubPlace[not(address)] | placeName | orgName | date)
          ! (ed:unpointed(ed:all-names(.))[.], ed:open-date(ed:dates(.), ed:page-lang(.))[.])[1], ', '),
        $published/(publisher | distributor | authority)/note ! normalize-space(),
        $published/(.//address, .//email[not(ancestor::address)], ref, publisher//ref)[not(ancestor::availability)]
          ! (if (self::address) then string-join(* ! normalize-space()[.], ', ') else normalize-space()),
        $published//idno[normalize-space()][not(idno) or ed:holds-words(.)][not(ed:is-internal(@type))]
          [not(parent::idno[ed:holds-words(.)])] ! string-join((ed:number-kind(@type)[.], normalize-space()), ': ')))"/>
  </xsl:function>

  <!-- A body in all its forms, such as in several languages. -->
  <xsl:function name="ed:all-names" as="xs:string">
    <xsl:param name="body" as="element()"/>
    <xsl:variable name="forms" as="xs:string*" select="distinct-values(ed:forms-in($body) ! ed:said-by(.)[.])"/>
    <xsl:sequence select="if (exists($forms)) then string-join($forms, ', ') else ed:said-or-body($body)"/>
  </xsl:function>

  <xsl:function name="ed:about-edition" as="element(ed:section)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="file" as="element(fileDesc)*" select="$header/fileDesc"/>
    <xsl:variable name="other" as="element(ed:field)*"
        select="ed:titles($header)[@name = ('other-title', 'short-title')]"/>
    <xsl:sequence select="
        ed:told('titles', $other), ed:told('notesStmt', ed:remarks($header)),
        ed:about-people($header),
        ed:told('seriesStmt', ($file/seriesStmt/string-join((
          (title | biblScope | idno | p) ! ed:numbered-words(.)[.]), ', '), $file/seriesStmt ! ed:series-people(.),
          ed:titles($header)[@name = 'series'])),
        ed:told('editionStmt', $file/editionStmt/(edition | p | ab) ! ed:said-by(.)),
        ed:told('extent', $file/extent ! ed:extent(.))"/>
  </xsl:function>

  <!-- What a part says; a number, with its kind: ISSN 1234-5679. -->
  <xsl:function name="ed:numbered-words" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:variable name="kind" as="xs:string?" select="$part/self::idno/@type ! ed:number-kind(.)"/>
    <xsl:variable name="said" as="xs:string" select="ed:said-by($part)"/>
    <xsl:sequence select="if ($kind and $said and not(starts-with($said, $kind) or starts-with($said, 'http')))
        then $kind || ' ' || $said else $said"/>
  </xsl:function>

  <!-- Notes on what is told in a line of words, which has no place for them, and what a project says there
       in elements of its own. A note alone says what somebody did. -->
  <xsl:function name="ed:remarks" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="file" as="element(fileDesc)*" select="$header/fileDesc"/>
    <xsl:variable name="profile" as="element(profileDesc)*" select="$header/profileDesc"/>
    <xsl:sequence select="
        ($profile/correspDesc except ed:letters-of($header)) ! ed:said-by(.)[.],
        ($file/(titleStmt | editionStmt | extent | seriesStmt), $file/publicationStmt[not(p | ab)]/(pubPlace | date | idno),
        $profile/(abstract | langUsage | textDesc | textClass | particDesc/(p | ab) | settingDesc/(p | ab | setting) |
          calendarDesc | correspDesc/(correspAction | correspContext)/(* except (note | p))))
        //note[not(ancestor::note)][not(parent::resp[not(text()[normalize-space()])])] ! normalize-space(),
        $file/(titleStmt | editionStmt | publicationStmt | seriesStmt)/*[namespace-uri() ne 'http://www.tei-c.org/ns/1.0']
          ! string-join(.//text() ! normalize-space()[.], ' ')[.]"/>
  </xsl:function>

  <!-- Parted by commas, or by semicolons where one of them has a comma of its own. -->
  <xsl:function name="ed:in-a-list" as="xs:string">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:sequence select="string-join($words, if (exists($words[contains(., ',')])) then '; ' else ', ')"/>
  </xsl:function>

  <xsl:function name="ed:about-text" as="element(ed:section)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="profile" as="element(profileDesc)*" select="$header/profileDesc"/>
    <xsl:sequence select="
        ed:told('creation', ($profile/creation/(ed:said-by(.)[.], date/ed:open-date(ed:dates(.), ed:page-lang(.))[.])[1],
          $profile/creation//note ! normalize-space())),
        ed:told('langUsage', $profile/langUsage/(
          language ! (if (ed:said-by(.) = ('', @ident)) then @ident ! ed:language-name(ed:language-tag(.), ..)
            else ed:said-by(.)),
          p ! ed:said-by(.))),
        ed:told('textClass', ($profile/textClass/keywords !
          ed:in-a-list(.//(term | item[not(.//term or .//item)]) ! ed:said-by(.)[.]),
          $profile/textClass/classCode ! ed:said-by(.),
          $profile/textClass/catRef/@target/tokenize(.) ! ed:category(., $header))),
        ed:told('settingDesc', (($header/fileDesc/titleStmt/meeting, $profile/settingDesc/(p | ab | setting)) ! ed:with-dates(.)[.],
          $profile/settingDesc/ed:described(.))),
        ed:told('particDesc', ($profile/particDesc/(p | ab) ! ed:said-by(.), $profile/particDesc/ed:described(.))),
        ed:told('textDesc', $profile/textDesc/* ! ed:trait(.)),
        ed:told('calendarDesc', $profile/calendarDesc/calendar ! ed:said-by(.))"/>
  </xsl:function>

  <!-- The words of a setting, and days that are values alone. -->
  <xsl:function name="ed:with-dates" as="xs:string">
    <xsl:param name="setting" as="element()"/>
    <xsl:sequence select="string-join((ed:said-by($setting), $setting/self::setting/date[not(normalize-space())]
        ! ed:open-date(ed:dates(.), ed:page-lang(.)))[.], ed:say('comma', $setting))"/>
  </xsl:function>

  <!-- Who takes part and where, of those that no name can point to and no register has. -->
  <xsl:function name="ed:described" as="xs:string*">
    <xsl:param name="description" as="element()"/>
    <xsl:sequence select="
        $description//(person | personGrp | persona | place | org | event | object | nym)
          [not(@xml:id[normalize-space()])]
          [empty(ancestor::*[self::person or self::place or self::org or self::event or self::object])]
        ! string-join((string-join((if (*) then *[not(self::persona[@xml:id])] else .) ! ed:said-by(.)[.], ', '),
          string-join((@role, @age, @size, @sex ! ed:value-said(.)), ed:say('comma', .))[.] ! ('(' || . || ')')), ' ')"/>
  </xsl:function>

  <!-- What a category is called: its description, if it is of this file. -->
  <xsl:function name="ed:category" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="category" as="element()?"
        select="key('ed:by-id', substring-after($pointer, '#'), root($header))[1]"/>
    <xsl:sequence select="$category/(catDesc, gloss, head)[1] ! ed:said-by(.)"/>
  </xsl:function>

  <!-- What is said of one side of a text: words, else its values by the name of the side, both in the
       language of the page where it has words for them ("domain: art", "author’s gender: female"). -->
  <xsl:function name="ed:trait" as="xs:string?">
    <xsl:param name="side" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="(ed:said('textDesc-' || local-name($side), $side),
        lower-case(replace(local-name($side), '(\p{Lu})', ' $1')))[1]"/>
    <xsl:variable name="roles" as="xs:string?" select="
        string-join($side/(@active, @passive) ! ed:value-said(.), ed:say('arrow', $side))[.] ! ('(' || . || ')')"/>
    <xsl:variable name="values" as="xs:string" select="string-join((
        string-join($side/(@type, @key, @mode, @degree) ! ed:value-said(.), ed:say('comma', $side))[.], $roles), ' ')"/>
    <xsl:sequence select="(ed:said-by($side)[.], $values[.] ! ($name || ': ' || .))[1]"/>
  </xsl:function>
  <xsl:function name="ed:value-said" as="xs:string">
    <xsl:param name="value" as="attribute()"/>
    <xsl:variable name="plain" as="xs:string" select="if ($value/self::attribute(sex)) then ed:sex($value) else $value"/>
    <xsl:sequence select="(ed:said('trait-' || $plain, $value/..), $value)[1]"/>
  </xsl:function>
</xsl:stylesheet>
