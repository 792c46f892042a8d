<?xml version="1.0" encoding="UTF-8"?>
<!-- What the content models of TEI P5 say about white space: which elements hold elements alone,
     and which parts of a record never touch. The first list is that of the TEI's own
     specification; a test holds it against it. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:ed="urn:editio:ns" exclude-result-prefixes="#all"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:function name="ed:set" as="map(xs:string, xs:boolean)">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="map:merge($names ! map{.: true()})"/>
  </xsl:function>

  <!-- Alternatives and groups that stand inside a run without starting one. -->
  <xsl:variable name="ed:transparent" as="map(xs:string, xs:boolean)" select="ed:set((
      'app', 'choice', 'rdgGrp', 'ruby', 'subst', 'substJoin'))"/>

  <!-- Elements whose content model has no text. -->
  <xsl:variable name="ed:element-only" as="map(xs:string, xs:boolean)" select="
      ed:set((map:keys($ed:transparent), tokenize('
        TEI abstract additional address adminInfo altGrp altIdentifier alternate
        analytic annotation annotationBlock appInfo application arc argument attDef
        attList availability back biblFull biblStruct bicond binding bindingDesc body
        broadcast cRefPattern calendar calendarDesc castGroup castList category
        certainty char charDecl cit citeStructure classDecl classSpec classes climate
        cond constraintSpec content correction correspAction correspContext correspDesc
        custodialHist dataRef dataSpec datatype decoDesc dimensions div div1 div2 div3
        div4 div5 div6 div7 divGen docTitle eLeaf eTree editionStmt editorialDecl
        elementSpec ellipsis encodingDesc entry epigraph epilogue equipment event
        exemplum fDecl fLib facsimile figure fileDesc floatingText forest front fs
        fsConstraints fsDecl fsdDecl fvLib gap glyph graph graphic group handDesc
        handNotes history hom hyphenation iNode if imprint incident index interpGrp
        interpretation join joinGrp keywords kinesic langKnowledge langUsage layoutDesc
        leaf lg linkGrp list listAnnotation listApp listBibl listChange listEvent
        listForest listNym listObject listOrg listPerson listPlace listPrefixDef listRef
        listRelation listTranspose listWit location locusGrp macroSpec media metDecl
        model modelGrp modelSequence moduleRef moduleSpec monogr msContents msDesc
        msFrag msIdentifier msItem msItemStruct msPart namespace node normalization
        notatedMusic noteGrp notesStmt nym object objectDesc objectIdentifier org
        paramList paramSpec particDesc performance person personGrp persona physDesc
        place population postscript precision prefixDef profileDesc projectDesc prologue
        publicationStmt punctuation quotation recordHist recording recordingStmt
        refsDecl relatedItem relation remarks respStmt respons revisionDesc root row
        ruby samplingDecl schemaRef schemaSpec scriptDesc scriptStmt seal sealDesc
        segmentation sequence seriesStmt set setting settingDesc sourceDesc sourceDoc sp
        spGrp space spanGrp specGrp specList standOff state stdVals styleDefDecl
        superEntry supportDesc surface surfaceGrp table tagsDecl taxonomy teiCorpus
        teiHeader terrain text textClass textDesc timeline titlePage titleStmt trait
        transcriptionDesc transpose tree triangle typeDesc unitDecl unitDef vAlt vColl
        vDefault vLabel vMerge vNot vRange valItem valList vocal
      ')))"/>

  <!-- Of these, the ones whose children are blocks, or rows of blocks, in any output. -->
  <xsl:variable name="ed:of-blocks" as="map(xs:string, xs:boolean)" select="ed:set(tokenize('
        TEI teiCorpus text group front body back div div1 div2 div3 div4 div5 div6 div7 floatingText
        lg list listBibl sp spGrp table row castList castGroup figure argument epigraph titlePage
        docTitle performance prologue epilogue set postscript'))"/>

  <!-- Elements that start a run of text wherever they stand. -->
  <xsl:variable name="ed:run" as="map(xs:string, xs:boolean)" select="ed:set((
      'ab', 'byline', 'cell', 'closer', 'dateline', 'desc', 'docAuthor', 'docDate', 'docEdition',
      'docImprint', 'figDesc', 'figure', 'fw', 'head', 'imprimatur', 'item', 'l', 'line', 'list', 'note',
      'opener', 'p', 'salute', 'signed', 'speaker', 'table', 'titlePart', 'trailer', 'wit', 'witDetail',
      'zone'))"/>

  <!-- Mixed content that is a record where it has no words of its own, and what is a part of one:
       nothing between two parts is a blank. -->
  <xsl:variable name="ed:records" as="map(xs:string, xs:boolean)" select="ed:set(tokenize('
        acquisition affiliation author bibl birth byline castItem catDesc collation collection dateline death dictScrap docAuthor
        docImprint editor education entryFree etym extent form geogName gramGrp head idno langKnown measure measureGrp
        name objectName occupation org orgName origin origPlace persName place placeName provenance
        publisher re residence rs sense series signed stamp xr'))"/>
  <xsl:variable name="ed:parts" as="map(xs:string, xs:boolean)" select="ed:set(tokenize('
        actor addName address addrLine affiliation analytic author availability bibl biblScope
        bloc case catchwords citedRange colloc country date def depth desc dim dimensions
        distributor district docAuthor docDate edition editor email etym extent forename form
        formula funder gen genName geo geogFeat geogName gram gramGrp height hom hyph idno iType
        lang lbl location locus measure meeting mentioned mood msIdentifier name nameLink num
        number objectIdentifier occupation offset oRef orgName origDate origPlace orth per
        persName placeName pos postBox postCode pRef principal pron publisher pubPlace quantity re
        ref region relatedItem resp respStmt role roleDesc roleName sense series settlement
        signatures sponsor state street stress subc surname syll term textLang time title tns
        trait unit usg width xr'))"/>

  <!-- Records where words between some parts say nothing of the others. -->
  <xsl:variable name="ed:lexical" as="map(xs:string, xs:boolean)"
      select="ed:set(tokenize('author castItem dictScrap editor entryFree etym form geogName gramGrp
        name orgName persName placeName re sense xr'))"/>

  <!-- Elements alone: so the TEI has it, and no word stands there all the same. Without exists() the
       pattern might ask for a position, for which Saxon counts siblings again at each of them. -->
  <xsl:key name="ed:worded" match="text()[exists($ed:element-only(local-name(..)))][normalize-space()]"
      use="generate-id(..)"/>
  <xsl:function name="ed:has-elements-alone" as="xs:boolean" cache="yes">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="exists($ed:element-only(string(local-name($element))))
        and empty(key('ed:worded', generate-id($element), root($element))) or ed:is-substitution($element)"/>
  </xsl:function>

  <!-- Whether a mod says what subst does: something was deleted and something added in its place. -->
  <xsl:function name="ed:is-substitution" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="exists($element/self::subst) or exists($element/self::mod[del][add]
        [not(text()[normalize-space()])][empty((* except (del, add, metamark))[normalize-space()])])"/>
  </xsl:function>
  <!-- An edition in lines, as EpiDoc has it: in ab, or in prose or verse, where the object is described
       and words of it are lost, or lines are numbered and its kind is named, white space is kept, or parts
       of it are named. -->
  <xsl:function name="ed:is-inscription" as="xs:boolean">
    <xsl:param name="division" as="element(div)"/>
    <xsl:sequence select="$division/@type = 'edition' and (exists($division//ab//lb) or
        exists($division//lb) and exists($division//(gap | supplied)[@reason = 'lost']) and
          exists(root($division)/*/teiHeader/fileDesc/sourceDesc//physDesc//(support | condition | layout)) or
        exists($division//lb[@n]) and exists($division/(ancestor-or-self::*[@xml:space = 'preserve'],
          .//div[@type = 'textpart'], root()/*/teiHeader/fileDesc/sourceDesc//physDesc//objectType)))"/>
  </xsl:function>
  <xsl:function name="ed:is-transparent" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="exists($ed:transparent(string(local-name($element)))) or ed:is-substitution($element)"/>
  </xsl:function>

  <!-- Asked by each child of an element, and looked for once. -->
  <xsl:key name="ed:own-words" match="*[text()[normalize-space()]]" use="generate-id()"/>
  <xsl:function name="ed:has-own-words" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node ! key('ed:own-words', generate-id(), root()))"/>
  </xsl:function>

  <!-- Something in a sentence whose words stand in parts of their own. -->
  <xsl:function name="ed:is-record" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::*) and ed:has-elements-alone($node)
        and not(ed:is-transparent($node) or $ed:of-blocks(local-name($node)))"/>
  </xsl:function>

  <!-- Whether a blank is wanted between an element and what stands before it: beside another child
       of an element that has elements alone, or between two parts of a record. -->
  <xsl:function name="ed:stands-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$element/parent::*"/>
    <xsl:variable name="name" as="xs:string" select="string($parent/local-name())"/>
    <xsl:sequence select="
        if (ed:has-elements-alone($parent)) then
          not(ed:is-transparent($parent) or $ed:of-blocks($name))
          and exists($element/preceding-sibling::*)
        else if ($ed:records($name)) then
          exists($ed:parts(local-name($element)))
          and exists($element/preceding-sibling::node()[1][$ed:parts(local-name())][not(matches(ed:last-signs(., 1), '[\s''’-]'))])
          and not(matches($element, '^\s'))
          and not(ed:runs-on($element))
          and (exists($ed:lexical($name)) or not(ed:has-own-words($parent)))
        else ed:is-paragraph($element) and exists($element/preceding-sibling::node()[1][not(matches(ed:last-signs(., 1), '\s'))])"/>
  </xsl:function>

  <!-- A paragraph among words, as catalogues have it. -->
  <xsl:function name="ed:is-paragraph" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::seg[@type = ('para', 'paragraph')])"/>
  </xsl:function>

  <!-- In a script that has no blanks between words. -->
  <xsl:function name="ed:runs-on" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches($element, '^' || $ed:unspaced)
        and matches(ed:last-signs($element/preceding-sibling::node()[1], 1), $ed:unspaced)"/>
  </xsl:function>

  <!-- What is unclear and has no letter: a gap. -->
  <xsl:function name="ed:has-no-letter" as="xs:boolean">
    <xsl:param name="unclear" as="element(unclear)"/>
    <xsl:sequence select="empty($unclear/parent::choice) and empty($unclear/(* | text()[normalize-space()]))"/>
  </xsl:function>
</xsl:stylesheet>
