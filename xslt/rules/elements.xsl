<?xml version="1.0" encoding="UTF-8"?>
<!-- Every element of the TEI that no other rule treats: what becomes of it, by name. The lists are
     what docs/elements.md is told by; a test holds them against the TEI's own list of elements.
     A template for an element, with any priority above these, takes it out of their hands. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:each" as="map(xs:string, xs:string)">
    <xsl:param name="names" as="xs:string"/>
    <xsl:param name="treatment" as="xs:string"/>
    <xsl:sequence select="map:merge(tokenize($names) ! map{.: $treatment})"/>
  </xsl:function>

  <!-- Blocks of their own; words in a line; nothing to read where they are empty, with the reason. -->
  <xsl:variable name="ed:blocks-by-name" as="map(xs:string, xs:string)" select="map:merge((
      ed:each('event nym object org person personGrp persona place relation listEvent listNym
        listObject listRelation listWit witness', 'an entry of a list of its own'),
      ed:each('recording recordingStmt scriptStmt broadcast equipment transcriptionDesc', 'how speech was recorded'),
      ed:each('post spGrp caption graph tree eTree forest listForest', 'a block'),
      ed:each('annotation listAnnotation', 'what is said of a place elsewhere'),
      ed:each('fsdDecl fsDecl fDecl fLib fvLib fsConstraints cond bicond', 'declarations of features'),
      ed:each('charDecl char glyph', 'characters that are described'),
      ed:each('abstract change correspDesc correspAction correspContext settingDesc setting
        particDesc textDesc category taxonomy handNotes scriptNote listChange metDecl calendar',
        'a part of the header')))"/>
  <xsl:variable name="ed:phrases-by-name" as="map(xs:string, xs:string)" select="map:merge((
      ed:each('age birth death education faith floruit gender geo langKnowledge langKnown location
        nationality objectIdentifier objectName persPronouns residence sex socecStatus state',
        'a fact about a person or place'),
      ed:each('accMat acquisition additional additions adminInfo altIdentifier binding bindingDesc
        catchwords collation condition custEvent custodialHist decoDesc decoNote filiation
        finalRubric foliation handDesc handNote history layout layoutDesc msContents msIdentifier
        msItem msItemStruct musicNotation objectDesc origin physDesc provenance recordHist
        scriptDesc seal sealDesc source summary support supportDesc surrogates typeDesc typeNote',
        'a part of a description of a manuscript'),
      ed:each('domain channel constitution derivation factuality interaction preparedness purpose
        locale activity', 'a fact about a text or its setting'),
      ed:each('headItem headLabel postBox postCode rb relatedItem witDetail', 'words in a line'),
      ed:each('altIdent classes content datatype defaultVal exemplum memberOf remarks valDesc
        constraint model modelGrp modelSequence outputRendition param paramList sequence alternate',
        'a part of the documentation of an element'),
      ed:each('root iNode leaf eLeaf triangle', 'a place in a graph'),
      ed:each('authority catDesc classCode conversion correction creation distributor editionStmt
        editorialDecl fileDesc hyphenation interpretation keywords langUsage language licence
        localProp mapping metSym namespace normalization notesStmt principal projectDesc
        publicationStmt punctuation quotation refState rendition samplingDecl segmentation
        seriesStmt sourceDesc stdVals tagUsage tagsDecl textClass titleStmt unitDecl unitDef
        calendarDesc citeData cRefPattern citeStructure encodingDesc prefixDef listPrefixDef
        profileDesc refsDecl revisionDesc styleDefDecl appInfo application classDecl geoDecl
        string vAlt vColl vLabel vMerge vNot if fDescr fsDescr vDefault vRange', 'words of a declaration')))"/>
  <xsl:variable name="ed:silent-by-name" as="map(xs:string, xs:string)" select="map:merge((
      ed:each('when', 'a moment of a recording'),
      ed:each('certainty precision', 'how sure something is: told with what it is about, else reported (T012)'),
      ed:each('respons', 'who answers for something, kept as data'),
      ed:each('witStart witEnd lacunaStart lacunaEnd variantEncoding', 'where a witness begins or ends'),
      ed:each('move', 'a movement on the stage without words'),
      ed:each('path', 'a shape on a picture'),
      ed:each('catRef schemaRef fsdLink unicodeProp unihanProp', 'a pointer of a declaration'),
      ed:each('default dataFacet dataRef empty textNode anyElement then iff equiv', 'a sign of a formal description')))"/>

  <xsl:template match="*" mode="ed:rules" priority="-8">
    <xsl:variable name="name" as="xs:string" select="local-name()"/>
    <xsl:choose>
      <xsl:when test="map:contains($ed:silent-by-name, $name) and not(normalize-space())"/>
      <xsl:when test="map:contains($ed:blocks-by-name, $name)">
        <xsl:call-template name="ed:behave">
          <xsl:with-param name="behaviour" select="if (ed:is-inline(.)) then 'inline' else 'block'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="map:contains(map:merge(($ed:phrases-by-name, $ed:silent-by-name)), $name)">
        <xsl:call-template name="ed:phrase-or-block"/>
      </xsl:when>
      <xsl:otherwise><xsl:next-match/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="ed:phrase-or-block">
    <xsl:call-template name="ed:behave">
      <xsl:with-param name="behaviour" select="if (ed:holds-blocks(.)) then 'block' else 'inline'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is said of how sure something is stands apart from it. -->
  <xsl:template match="(certainty | precision | respons)[normalize-space()]" mode="ed:rules">
    <xsl:sequence select="ed:added(' (')"/>
    <xsl:call-template name="ed:phrase"/>
    <xsl:sequence select="ed:added(')')"/>
  </xsl:template>

  <!-- Documentation of elements (chapter TD): a name, then what is said of it; models as they are. -->
  <xsl:template mode="ed:rules" match="
      elementSpec | classSpec | macroSpec | dataSpec | moduleSpec | schemaSpec | constraintSpec |
      specGrp | attList | attDef | valList | valItem | paramSpec | attRef">
    <ed:block kind="{if (ed:holds-blocks(.) or *[not(self::gloss | self::desc | self::altIdent)])
        then 'fields' else 'field'}">
      <xsl:call-template name="ed:common"/>
      <xsl:for-each select="(@ident, @name)[1]">
        <ed:inline kind="added" rend="bold"><xsl:value-of select="."/></ed:inline>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates mode="ed:rules"/>
    </ed:block>
  </xsl:template>
  <xsl:template match="content | datatype | constraint" mode="ed:rules">
    <xsl:if test="node()">
      <ed:verbatim kind="markup"><xsl:value-of select="string-join(node() ! ed:markup(.))"/></ed:verbatim>
    </xsl:if>
  </xsl:template>
  <xsl:template match="model | modelGrp | modelSequence" mode="ed:rules">
    <ed:verbatim kind="markup"><xsl:sequence select="ed:markup(.)"/></ed:verbatim>
  </xsl:template>
  <xsl:template mode="ed:rules" match="
      specList | listRef">
    <ed:block kind="fields"><xsl:apply-templates mode="ed:rules"/></ed:block>
  </xsl:template>
  <xsl:template mode="ed:rules" match="
      specDesc | classRef | elementRef | macroRef | moduleRef | specGrpRef | memberOf">
    <ed:inline kind="code"><xsl:sequence select="ed:added(string((@key, @target)[1]))"/></ed:inline>
    <xsl:apply-templates mode="ed:rules"/>
  </xsl:template>
</xsl:stylesheet>
