"""Which elements of the TEI hold elements only, so that their children are never one word.

The comparison of words must not take this from the stylesheets that it judges, so the names stand
here too; `tests/rules/test_content_models.py` holds both lists to the TEI's own content models.
"""


def names(listed: str) -> frozenset[str]:
    """Return the names in a text, parted by white space."""
    return frozenset(listed.split())


ELEMENT_ONLY = names("""
    abstract additional address adminInfo alternate altGrp altIdentifier analytic annotation
    annotationBlock appInfo application arc argument attDef attList availability back biblFull
    biblStruct bicond binding bindingDesc body broadcast calendar calendarDesc castGroup
    castList category certainty char charDecl cit citeStructure classDecl classes classSpec
    climate cond constraintSpec correction correspAction correspContext correspDesc cRefPattern
    custodialHist dataRef dataSpec decoDesc dimensions div div1 div2 div3 div4 div5 div6 div7
    divGen docTitle editionStmt editorialDecl eLeaf elementSpec ellipsis encodingDesc entry
    epigraph epilogue equipment eTree event exemplum facsimile fDecl figure fileDesc fLib
    floatingText forest front fs fsConstraints fsdDecl fsDecl fvLib glyph graph graphic group
    handDesc handNotes history hom hyphenation if imprint incident index iNode interpGrp
    interpretation join joinGrp keywords kinesic langKnowledge langUsage layoutDesc leaf lg
    linkGrp list listAnnotation listApp listBibl listChange listEvent listForest listNym
    listObject listOrg listPerson listPlace listPrefixDef listRef listRelation listTranspose
    listWit location locusGrp macroSpec media metDecl model modelGrp modelSequence moduleRef
    moduleSpec monogr msContents msDesc msFrag msIdentifier msItem msItemStruct msPart namespace
    node normalization notatedMusic noteGrp notesStmt nym object objectDesc objectIdentifier org
    paramList paramSpec particDesc performance person persona personGrp physDesc place
    population postscript precision prefixDef profileDesc projectDesc prologue publicationStmt
    punctuation quotation recordHist recording recordingStmt refsDecl relatedItem relation
    remarks respons respStmt revisionDesc root row samplingDecl schemaRef schemaSpec scriptDesc
    scriptStmt seal sealDesc segmentation sequence seriesStmt set setting settingDesc sourceDesc
    sourceDoc sp spanGrp specGrp specList spGrp standOff state stdVals styleDefDecl superEntry
    supportDesc surface surfaceGrp table tagsDecl taxonomy terrain text textClass textDesc
    timeline titlePage titleStmt trait transcriptionDesc transpose tree triangle typeDesc
    unitDecl unitDef valItem valList vAlt vColl vDefault vLabel vMerge vNot vocal vRange
""")

# Alternatives and groups inside a word: what stands on either side belongs to it.
TRANSPARENT = frozenset(("app", "choice", "rdgGrp", "ruby", "subst", "substJoin"))

# Elements with words in them that stand apart from the words around them.
APART = names("""
    ab argument byline camera caption castItem cell closer dateline desc docAuthor docDate
    docEdition
    docImprint eg entryFree epigraph figDesc fw head imprimatur item l label lg list note opener p
    quote role roleDesc row rt salute signed sound speaker stage subheading table tech titlePart
    trailer u view witDetail witness zone line
""")
