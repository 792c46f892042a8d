<?xml version="1.0" encoding="UTF-8"?>
<!-- Bibliographic records (chapter CO): where the encoding has fields and no punctuation, they are
     set in the manner of the MHRA. Records with words between the fields keep their own form. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:is-record-of-fields" as="xs:boolean">
    <xsl:param name="bibl" as="element()"/>
    <xsl:variable name="fields" as="element()*" select="$bibl/(author | biblScope | citedRange | date | distributor |
        edition | editor | extent | funder | imprint | principal | pubPlace | publisher | sponsor)"/>
    <xsl:sequence select="exists($bibl/self::biblStruct) or
        exists($bibl[not(text()[normalize-space()])][$fields[2] or (title or (ptr | ref) and citedRange) and $fields])"/>
  </xsl:function>

  <!-- order="free": the fields stand in the order of the style, not in that of the source. -->
  <xsl:template match="biblStruct | biblFull | bibl[ed:is-record-of-fields(.)]" mode="ed:rules" priority="1">
    <xsl:element name="ed:{if (ed:is-inline(.) or parent::cit or ../text()[normalize-space()])
        then 'inline' else 'block'}" namespace="urn:editio:ns">
      <xsl:attribute name="kind" select="local-name()"/>
      <xsl:attribute name="order" select="'free'"/>
      <xsl:call-template name="ed:common"/>
      <!-- What names neither work nor author, as an issue in the head of a paper or pages of what is
           pointed to, is in no style. -->
      <xsl:sequence select="if (self::bibl[not((title | author | editor | monogr | relatedItem)[ed:shows-field(.)])]/(
            date | biblScope | citedRange[../(ptr | ref)]))
          then ed:listed-fields(*) else ed:reference(.)"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="analytic | monogr | series | imprint" mode="ed:rules">
    <xsl:sequence select="ed:listed-fields(*)"/>
  </xsl:template>
  <xsl:function name="ed:listed-fields" as="node()*">
    <xsl:param name="fields" as="element()*"/>
    <xsl:for-each select="$fields[ed:shows-field(.)]">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(', ')"/></xsl:if>
      <xsl:sequence select="if (self::citedRange) then ed:scope(., true()) else ed:field-words(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Bell, Jo, ‘On salt’, Salt Review, 4 (1901), 7–19. What the style has no place for comes last. -->
  <xsl:function name="ed:reference" as="node()*">
    <xsl:param name="bibl" as="element()"/>
    <xsl:variable name="book" as="element()*" select="
        ($bibl/monogr, $bibl/titleStmt, $bibl[not(monogr or titleStmt)])"/>
    <xsl:variable name="inner" as="element()?" select="$bibl/analytic[1]"/>
    <xsl:variable name="all" as="element()*" select="ed:fields-of($bibl)"/>
    <xsl:variable name="names" as="element()*"
        select="($bibl/analytic/author, $book/author[not($inner/author)])[ed:shows-field(.)]"/>
    <xsl:variable name="titles" as="element()*" select="($inner/title, $book/title)[ed:shows-field(.)]"/>
    <xsl:variable name="editors" as="element()*" select="$all[self::editor][ed:shows-field(.)]"/>
    <xsl:variable name="series" as="element()*" select="$bibl/(series | seriesStmt)/*"/>
    <xsl:variable name="edition" as="element()*" select="$all[self::edition]"/>
    <!-- Who did something else, as a translator did, is no editor of it. -->
    <xsl:variable name="in-front" as="element()*" select="
        $editors[empty($names)][empty(@role ! ed:said('bib-by-' || ., ..))]"/>
    <xsl:variable name="imprint" as="element()*" select="$all[self::pubPlace or self::publisher or self::date]"/>
    <xsl:variable name="scopes" as="element()*" select="$all[self::biblScope or self::citedRange] except $series"/>
    <xsl:variable name="journal" as="xs:boolean" select="$titles/@level = 'j'"/>
    <xsl:variable name="place" as="node()*" select="ed:numbers-of-volume($scopes, $journal)"/>
    <xsl:sequence select="ed:set-in-row((
        [ed:persons($names, true())],
        [ed:editors-in-front($in-front)],
        ed:titles($titles, ($book/title)[exists($inner)][1], $journal),
        [ed:by($editors except $in-front)],
        $edition ! [ed:field-words(.)], [ed:listed-fields($series)],
        [$place[$journal or not($imprint)], ed:imprint($imprint, $journal, exists($place))],
        [$place[not($journal)][exists($imprint)]],
        $scopes[not(@unit = ('volume', 'vol', 'issue', 'number', 'part'))] ! [ed:scope(., not($journal))],
        ($all except ($names, $titles, $editors, $edition, $series, $imprint, $scopes))
          [ed:shows-field(.)] ! [ed:field-words(.)]))"/>
  </xsl:function>
  <xsl:function name="ed:fields-of" as="element()*">
    <xsl:param name="bibl" as="element()"/>
    <xsl:sequence select="
        $bibl/(. | analytic | monogr | series | monogr/imprint | imprint | titleStmt | publicationStmt |
          editionStmt | fileDesc/*)/*[not(self::analytic or self::monogr or self::series or self::imprint
          or self::titleStmt or self::publicationStmt or self::editionStmt or self::seriesStmt)]"/>
  </xsl:function>
  <!-- Where nobody is named as author. -->
  <xsl:function name="ed:editors-in-front" as="node()*">
    <xsl:param name="editors" as="element()*"/>
    <xsl:sequence select="ed:persons($editors, true()), $editors[1] !
        ed:added(' (' || ed:say(if ($editors[2]) then 'bib-eds' else 'bib-ed', .) || ')')"/>
  </xsl:function>
  <!-- 4.2 -->
  <xsl:function name="ed:numbers-of-volume" as="node()*">
    <xsl:param name="scopes" as="element()*"/>
    <xsl:param name="journal" as="xs:boolean"/>
    <xsl:variable name="volume" as="element()*" select="$scopes[@unit = ('volume', 'vol')]"/>
    <xsl:sequence select="ed:scope($volume, not($journal)),
        $scopes[@unit = ('issue', 'number', 'part')] ! (ed:added('.'[$volume]), ed:scope(., false()))"/>
  </xsl:function>
  <!-- The parts of a reference that are there, with commas between them. -->
  <xsl:function name="ed:set-in-row" as="node()*">
    <xsl:param name="parts" as="array(node()*)*"/>
    <xsl:for-each select="$parts[exists(.?*)]">
      <xsl:if test="position() gt 1">
        <xsl:sequence select="ed:added(if (.?*[1]/@opens) then ' ' else ', ')
            [not(current()?*[1]/(self::ed:block or self::ed:section or self::ed:list
              or self::ed:note[@place = ('foot', 'end')]))]"/>
      </xsl:if>
      <xsl:sequence select=".?*"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether a field has something to show, and what: its words, else its value. -->
  <xsl:function name="ed:shows-field" as="xs:boolean">
    <xsl:param name="field" as="element()"/>
    <xsl:sequence select="normalize-space($field[not(self::idno[ed:is-internal(@type)][ancestor::teiHeader])])
        or exists((ed:dates($field), $field/(@target | @url | @cRef), $field/descendant-or-self::*/@ed:called))"/>
  </xsl:function>
  <xsl:function name="ed:field-words" as="node()*">
    <xsl:param name="field" as="element()"/>
    <xsl:choose>
      <xsl:when test="$field/self::idno[not(starts-with(normalize-space(.), 'http'))]/@type">
        <xsl:sequence select="ed:added(($ed:numbers(lower-case($field/@type)), $field/@type[not(matches($field, '\p{L}'))])[1]
            ! (. || ' ')[not(starts-with($field, .))])"/>
        <xsl:apply-templates select="$field" mode="ed:rules"/>
      </xsl:when>
      <xsl:when test="normalize-space($field) or $field/@target or $field/descendant-or-self::*/@ed:called">
        <xsl:sequence select="ed:without-edges($field)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="ed:added(ed:open-date(ed:dates($field), ed:page-lang($field)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The comma behind a field stands close to its words, also where its tags stand in lines of their
       own. -->
  <xsl:function name="ed:without-edges" as="node()*">
    <xsl:param name="field" as="element()"/>
    <xsl:variable name="made" as="node()*">
      <xsl:apply-templates select="$field" mode="ed:rules"/>
    </xsl:variable>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*, node() except (node()[1], node()[last()])[self::text()[not(normalize-space())]]"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- Bell, Jo, and Ann Reed. -->
  <xsl:function name="ed:persons" as="node()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:param name="inverted" as="xs:boolean"/>
    <xsl:variable name="count" as="xs:integer" select="count($names)"/>
    <xsl:for-each select="$names">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:sequence select="ed:added((', ', ' ')[if ($at lt $count or $at = 2 and $inverted and ed:is-inverted($names[1])) then 1 else 2])[$at gt 1],
          ed:added(ed:say('and', .) || ' ')[$at gt 1 and $at = $count]"/>
      <xsl:sequence select="ed:person-name(., $inverted and $at = 1)"/>
    </xsl:for-each>
  </xsl:function>
  <!-- Whether the surname comes first: by our doing, or as the source writes it. -->
  <xsl:function name="ed:is-inverted" as="xs:boolean">
    <xsl:param name="person" as="element()"/>
    <xsl:sequence select="exists($person//*[surname][forename][not(text()[normalize-space()])])
        or contains($person, ',')"/>
  </xsl:function>
  <xsl:function name="ed:person-name" as="node()*">
    <xsl:param name="person" as="element()"/>
    <xsl:param name="inverted" as="xs:boolean"/>
    <xsl:variable name="name" as="element()" select="($person//*[surname][forename][1], $person)[1]"/>
    <xsl:choose>
      <xsl:when test="$inverted and $name/surname and $name/forename
          and not($name/text()[normalize-space()])">
        <ed:inline kind="{local-name($person)}">
          <xsl:apply-templates select="$person/(@ref, @ed:at)" mode="ed:common"/>
          <xsl:for-each select="$name/surname, $name/(* except surname), $person/(* except ($name, $name/*))">
            <xsl:if test="position() gt 1">
              <xsl:sequence select="ed:added(if (preceding-sibling::surname or position() = 2) then ', ' else ' ')"/>
            </xsl:if>
            <xsl:apply-templates select="." mode="ed:rules"/>
          </xsl:for-each>
        </ed:inline>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="ed:without-edges($person)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>
  <xsl:function name="ed:by" as="node()*">
    <xsl:param name="editors" as="element()*"/>
    <xsl:for-each-group select="$editors" group-adjacent="string(@role)">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added(', ')"/></xsl:if>
      <xsl:sequence select="ed:added((ed:said('bib-by-' || current-grouping-key(), .),
          ed:say('bib-by', .))[1] || ' '), ed:persons(current-group(), false())"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Paragraphs in a record run on in it. -->
  <xsl:template match="biblFull//p | biblFull//*[p][not(self::note)]" mode="ed:rules" priority="1">
    <xsl:call-template name="ed:phrase"/>
  </xsl:template>

  <xsl:template match="(biblStruct | analytic | monogr | series | imprint)/note[not(@place)] |
      biblStruct//note/note[not(@place)]" mode="ed:rules" priority="2">
    <ed:inline kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:call-template name="ed:content"/>
    </ed:inline>
  </xsl:template>
  <!-- Keywords, as programs export them. -->
  <xsl:template match="biblStruct//note[note][not(@place or text()[normalize-space()])]" mode="ed:rules" priority="3">
    <ed:inline kind="remark">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:listed-fields(*)"/>
    </ed:inline>
  </xsl:template>

  <!-- (Leipzig: Teubner, 1901); of a journal the year. -->
  <xsl:function name="ed:imprint" as="node()*">
    <xsl:param name="fields" as="element()*"/>
    <xsl:param name="journal" as="xs:boolean"/>
    <xsl:param name="follows" as="xs:boolean"/>
    <xsl:variable name="shown" as="element()*" select="$fields[ed:shows-field(.)]"/>
    <xsl:variable name="places" as="element()*" select="$shown[self::pubPlace]"/>
    <xsl:variable name="houses" as="element()*" select="$shown[self::publisher]"/>
    <xsl:variable name="bare" as="xs:boolean"
        select="exists($shown[self::date][last()][matches(., '^\s*\(')]) and empty(($places, $houses))"/>
    <xsl:sequence select="ed:listed-fields($shown[self::date])[$bare]"/>
    <xsl:if test="exists($shown) and not($bare)">
      <xsl:sequence select="ed:added(' ')[$journal and $follows]"/>
      <ed:inline kind="added"><xsl:if test="not($journal)"><xsl:attribute name="opens" select="'yes'"/></xsl:if>(</ed:inline>
      <xsl:sequence select="ed:listed-fields($places), ed:added(': ')[$places and $houses],
          ed:listed-fields($houses), ed:added(', ')[($places or $houses) and $shown[self::date]],
          ed:listed-fields($shown[self::date])"/>
      <xsl:sequence select="ed:added(')')"/>
    </xsl:if>
  </xsl:function>

  <!-- 4, vol. 4, 7–19, pp. 7–19. -->
  <xsl:function name="ed:scope" as="node()*">
    <xsl:param name="scopes" as="element()*"/>
    <xsl:param name="named" as="xs:boolean"/>
    <xsl:for-each select="$scopes[ed:shows-field(.)]">
      <xsl:variable name="words" as="xs:string"
          select="(normalize-space(), string-join(distinct-values((@from, @to)), '–'))[.][1]"/>
      <xsl:variable name="several" as="xs:boolean" select="matches($words, '\d\s*[-–,]')"/>
      <xsl:if test="$named and matches($words, '^\d') and @unit">
        <xsl:sequence select="ed:added(ed:said('bib-' || replace(@unit, '^(vol|page)(ume|s)?$', '$1')
            || 's'[$several], .) ! (. || ' '))"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="normalize-space()"><xsl:sequence select="ed:without-edges(.)"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="ed:added($words)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
