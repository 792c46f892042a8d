<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a description of a manuscript: shelfmark, items with their leaves, languages,
     dimensions, origin. A value in an attribute is shown where there are no words. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- A description in the header is the text where the text itself has no words. -->
  <xsl:function name="ed:is-the-text" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="root" as="element()?" select="$element/ancestor::TEI[1]"/>
    <xsl:sequence select="exists($root/teiHeader/fileDesc/sourceDesc/msDesc)
        and empty($root/(text | sourceDoc)//text()[normalize-space()])"/>
  </xsl:function>
  <xsl:template match="body[not(.//text()[normalize-space()] or ancestor::teiHeader)][ed:is-the-text(.)]" mode="ed:rules"
      priority="2">
    <ed:part kind="body">
      <xsl:call-template name="ed:common"/>
      <xsl:apply-templates select="ancestor::TEI[1]/teiHeader/fileDesc/sourceDesc/msDesc" mode="ed:ms"/>
    </ed:part>
  </xsl:template>
  <xsl:template match="msDesc[ed:is-the-text(.)]" mode="ed:record" priority="4"/>
  <xsl:template match="sourceDesc[msDesc[ed:is-the-text(.)]][empty(* except msDesc)]"
      mode="ed:about" priority="2"/>

  <!-- Hallow, Town Library, MS 7 -->
  <xsl:function name="ed:shelfmark" as="node()*">
    <xsl:param name="description" as="element()"/>
    <xsl:variable name="parts" as="element()*" select="$description/msIdentifier/ed:shelf-parts(.),
        $description/altIdentifier[not($description/msIdentifier)][1]/(collection | idno)"/>
    <xsl:variable name="number" as="xs:string?" select="$description[self::msPart | self::msFrag]/@n"/>
    <xsl:sequence select="ed:listed($parts, ', ')"/>
    <xsl:if test="empty($parts) and $description[self::msPart | self::msFrag]">
      <xsl:sequence select="ed:added(string-join((ed:say(local-name($description), $description),
          $number), ' '))"/>
    </xsl:if>
  </xsl:function>
  <xsl:function name="ed:shelf-parts" as="element()*">
    <xsl:param name="identifier" as="element()"/>
    <xsl:sequence select="$identifier/(country | region | placeName | geogName | settlement | institution | repository | collection | msName |
        idno[ed:is-shelfmark(.)])"/>
  </xsl:function>
  <!-- In a reference, where no description is told. -->
  <xsl:template match="(msIdentifier | altIdentifier | objectIdentifier)[not(ancestor::msDesc)]"
      mode="ed:rules">
    <ed:inline kind="{local-name()}">
      <xsl:call-template name="ed:common"/>
      <xsl:sequence select="ed:listed-fields(* except note)"/>
      <xsl:apply-templates select="note" mode="ed:rules"/>
    </ed:inline>
  </xsl:template>

  <!-- An object is described as a manuscript is. -->
  <xsl:template match="object/(msContents | physDesc | history | additional)" mode="ed:rules">
    <xsl:apply-templates select="." mode="ed:ms"/>
  </xsl:template>

  <!-- A number without a type, or so called; else the first that is no address and no inner number. -->
  <xsl:function name="ed:is-shelfmark" as="xs:boolean">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="all" as="element(idno)+" select="$idno/../idno"/>
    <xsl:variable name="sure" as="element(idno)*"
        select="$all[not(@type) or matches(@type, 'shelf|signat|call|cote', 'i')]"/>
    <xsl:variable name="other" as="element(idno)*" select="$all[not(matches(@type, 'ark|doi|handle|intern|' ||
        '(^|[\W_])ur[iln]|ur[iln]$|uid|^id|iiif|purl|viaf|wikidata|record|system|catalog|old|former|tm$|trismegistos', 'i'))]
        [not(matches(., '^\s*\w+://'))]"/>
    <xsl:sequence select="exists($idno intersect (if ($sure) then $sure else $other[1]))"/>
  </xsl:function>
  <!-- Where else it is told what it is. -->
  <xsl:template match="msIdentifier" mode="ed:ms">
    <xsl:apply-templates select="* except ed:shelf-parts(.)" mode="ed:ms"/>
  </xsl:template>
  <xsl:template match="(msPart | msFrag)[not(msIdentifier)]/altIdentifier[1]" mode="ed:ms">
    <xsl:apply-templates select="* except (collection | idno)" mode="ed:ms"/>
  </xsl:template>

  <!-- What is seen of some elements, with a sign between two. -->
  <xsl:function name="ed:listed" as="node()*">
    <xsl:param name="elements" as="element()*"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:for-each select="$elements[exists(ed:ms-said(.))]">
      <xsl:if test="position() gt 1"><xsl:sequence select="ed:added($sign)"/></xsl:if>
      <xsl:sequence select="ed:ms-said(.)"/>
    </xsl:for-each>
  </xsl:function>
  <!-- Nothing where a form was left empty. -->
  <xsl:function name="ed:ms-said" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="node()*">
      <xsl:apply-templates select="$element" mode="ed:ms-words"/>
    </xsl:variable>
    <xsl:sequence select="$words[normalize-space(string-join($words))
        or exists($words/descendant-or-self::*[self::ed:graphic or self::ed:gap or self::ed:foreign])]"/>
  </xsl:function>

  <!-- 1. fols. 1r–9v: Ann Reed, On Salt; the other fields in lines below it, inner items last. -->
  <xsl:template match="msItem | msItemStruct" mode="ed:ms">
    <xsl:variable name="places" as="element()*" select="(locus | locusGrp)[normalize-space() or
        descendant-or-self::locus/(@from | @to)]"/>
    <xsl:variable name="named" as="element()*" select="author | docAuthor | title |
        docTitle | respStmt | editor"/>
    <xsl:variable name="inner" as="element()*" select="msItem | msItemStruct"/>
    <ed:block kind="msItem">
      <xsl:call-template name="ed:common"/>
      <xsl:if test="@n or exists(($places, $named))">
        <ed:block kind="field">
          <xsl:sequence select="ed:added(@n ! (. || (if (matches(., '\w$')) then '. ' else ' ')))"/>
          <xsl:sequence select="ed:listed($places, ', '),
              ed:added(': '[exists($places) and exists($named[normalize-space()])]),
              ed:listed($named, ', ')"/>
        </ed:block>
      </xsl:if>
      <xsl:apply-templates select="* except ($places, $named, $inner, locus, locusGrp)" mode="ed:ms"/>
      <xsl:apply-templates select="$inner" mode="ed:ms"/>
    </ed:block>
  </xsl:template>

  <xsl:mode name="ed:ms-words" on-no-match="fail"/>
  <xsl:template match="*" mode="ed:ms-words">
    <xsl:if test="normalize-space() or .//(graphic | ptr | gap) or .//(height | width | depth | dim | measure | num)[ed:measured(.)]
        or .//(date | time)[ed:is-dated(.)]">
      <xsl:call-template name="ed:content"/>
    </xsl:if>
  </xsl:template>
  <xsl:template mode="ed:ms-words" match="country | region | settlement | institution | repository | collection | idno |
      msName | author | title | editor | respStmt | locus | locusGrp">
    <xsl:apply-templates select="." mode="ed:rules"/>
  </xsl:template>
  <xsl:template match="docTitle" mode="ed:ms-words">
    <xsl:sequence select="ed:listed(titlePart, ', ')"/>
  </xsl:template>
  <xsl:template match="docImprint[not(text()[normalize-space()])]" mode="ed:ms-words">
    <xsl:sequence select="ed:listed(*, ', ')"/>
  </xsl:template>

  <!-- The leaves: words, or fol. 3r, fols. 1r–9v, pp. 3–9. -->
  <xsl:template match="locus[not(normalize-space())]" mode="ed:rules">
    <xsl:variable name="pages" as="xs:boolean" select="contains(@scheme, 'pag')"/>
    <xsl:variable name="several" as="xs:boolean" select="@to != @from"/>
    <xsl:sequence select="ed:added(ed:say(string-join((
        if ($pages) then 'locus-page' else 'locus-folio', 's'[$several])), .)
        || ' ' || string-join(distinct-values((@from, @to)) ! replace(., '^(f+|fol|fols)\.?\s*(\d)', '$2'), '–'))
        [current()/(@from | @to)], ed:parted-behind(.)"/>
  </xsl:template>
  <xsl:template match="locusGrp" mode="ed:rules">
    <xsl:sequence select="ed:listed(locus, ', ')"/>
  </xsl:template>

  <xsl:template match="textLang[not(normalize-space()) or matches(., '^\s*[a-z]{2,3}\s*$')]" mode="ed:ms-words">
    <xsl:sequence select="ed:added(string-join(
        tokenize(string-join((@mainLang, @otherLangs, .[not(@mainLang)]), ' ')) ! ed:language-name(., current()), ', '))"/>
  </xsl:template>
  <xsl:function name="ed:language-name" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="(ed:said('language-' || $tag, $node),
        ed:said('language-' || tokenize(ed:language-tag($tag), '-')[1], $node),
        root($node)//teiHeader/profileDesc/langUsage/language[@ident = $tag] ! normalize-space()[.], $tag)[1]"/>
  </xsl:function>

  <!-- Hallow, 1400–1425: parts without words between them; a date that is a
       value alone comes last. -->
  <xsl:template match="origin[not(text()[normalize-space()])][origPlace | origDate | date][not(p | ab)]"
      mode="ed:ms-words">
    <xsl:sequence select="ed:listed((origPlace[not(../(origDate | date)[normalize-space()])],
        * except origPlace[not(../(origDate | date)[normalize-space()])]), ', ')"/>
  </xsl:template>
  <xsl:template match="origPlace/text()[not(normalize-space())][not(following-sibling::*)]" mode="ed:rules"/>
  <xsl:template match="origin/*" mode="ed:ms-words">
    <xsl:apply-templates select="." mode="ed:rules"/>
    <xsl:sequence select="ed:added(ed:calendar-of(.) ! (' (' || . || ')'))"/>
  </xsl:template>
  <xsl:template match="(origDate | origPlace/date)[not(normalize-space())]" mode="ed:rules">
    <xsl:sequence select="ed:parted-before(.), ed:added(ed:open-date(ed:dates(.), ed:page-lang(.))),
        ed:parted-behind(.)"/>
  </xsl:template>

  <!-- When and where it was made, little certain: (?). -->
  <xsl:template match="(origDate | origPlace)[ancestor::msDesc][@cert = ('low', 'medium', 'unknown')][not(matches(., '\?'))]"
      mode="ed:rules" priority="1">
    <xsl:next-match/>
    <xsl:sequence select="ed:added(' (?)')"/>
  </xsl:template>

  <!-- Fields whose only words are attributes. -->
  <xsl:template match="layout[not(normalize-space(string-join(* except dimensions) || string-join(text())))]"
      mode="ed:ms-words">
    <xsl:variable name="lang" as="xs:string" select="ed:page-lang(.)"/>
    <xsl:variable name="numbers" as="xs:string" select="string-join((
        @columns[matches(., '[1-9]')] ! ed:amount(ed:up-to(.), 'column', 'columns', $lang),
        (@writtenLines, @ruledLines)[matches(., '[1-9]')][1]
          ! ed:amount(ed:up-to(.), 'line', 'lines', $lang)), ed:label('comma', $lang))"/>
    <xsl:sequence select="ed:added($numbers), ed:added('; '[$numbers][current()/dimensions[ed:is-sized(.)]])"/>
    <xsl:apply-templates select="dimensions" mode="ed:rules"/>
  </xsl:template>
  <!-- Two numbers are the least and the most. -->
  <xsl:function name="ed:up-to" as="xs:string">
    <xsl:param name="numbers" as="attribute()"/>
    <xsl:sequence select="string-join(distinct-values(tokenize($numbers)), '–')"/>
  </xsl:function>
  <xsl:template match="handNote[not(normalize-space())]" mode="ed:ms-words">
    <xsl:sequence select="ed:added(string-join(((@script, @medium) ! translate(., '_-', '  '),
        @scope ! ed:value-label('scope', ., ed:page-lang(..))), ', '))"/>
  </xsl:template>

  <!-- A note of a cataloguer stands in its sentence. -->
  <xsl:template match="note[ancestor::msDesc][not(@place)][not(ed:is-placed(.))]" mode="ed:rules"
      priority="2">
    <xsl:if test="preceding-sibling::node()[1]/self::*"><xsl:text> </xsl:text></xsl:if>
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:holds-blocks(.)) then 'block' else 'inline'"/>
      <xsl:with-param name="kind" select="'remark'"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
