"""Labels whose keys are put together at run time: how such a key begins, in which files that is
done, and each way in which it can end. Nothing asks for a key that is neither here nor in the code
as a whole.
"""

# Beginning: where it is written, and its endings. These are words of those files, names and values
# of the TEI, languages (ISO 639), and what FREE has.
BUILT: dict[str, tuple[str, str]] = {
    "about-": (
        "xslt/rules/about-header.xsl xslt/rules/about.xsl xslt/rules/stand-off.xsl",
        "availability encodingDesc interp notesStmt sourceDesc "
        "publicationStmt titles respStmt funder seriesStmt editionStmt extent creation "
        "langUsage textClass settingDesc particDesc textDesc calendarDesc projectDesc "
        "samplingDecl editorialDecl handNotes revisionDesc",
    ),
    "altIdentifier-": (
        "xslt/rules/manuscript.xsl",
        "former internal",
    ),
    "app-": (
        "xslt/apparatus/told.xsl",
        "lacunaStart lacunaEnd witStart witEnd",
    ),
    "apparatus-": (
        "xslt/html/apparatus.xsl xslt/site/interventions.xsl",
        "certainty source-has edition-has treatment authority",
    ),
    "bib-": (
        "xslt/rules/bibliography.xsl",
        "vol vols page pages issue issues",
    ),
    "bib-by-": (
        "xslt/rules/bibliography.xsl",
        "translator",
    ),
    "cert-": (
        "xslt/print.xsl xslt/common.xsl xslt/site/entry.xsl xslt/site/interventions.xsl",
        "high medium low unknown",
    ),
    "data-": (
        "xslt/html/blocks.xsl xslt/data/page.xsl xslt/site/tools.xsl "
        "pipeline/editio/formats/__init__.py",
        "file purpose size sha256 licence text tables tei citations places epub pdf dts",
    ),
    "evidence-": ("xslt/common.xsl", "internal external conjecture"),
    "relation-": (
        "xslt/common.xsl",
        "isPartOf continues parent parentOf child childOf spouse sibling friend acquaintance "
        "teacher teacherOf",
    ),
    "did-": (
        "xslt/site/interventions.xsl xslt/print/foot.xsl xslt/behaviours/interventions.xsl "
        "xslt/rules/editorial.xsl",
        "correction regularisation expansion revision variant surplus sic unclear gap",
    ),
    "dimensions-": (
        "xslt/rules/measures.xsl",
        "leaf written ruled binding diameter",
    ),
    "event-": (
        "xslt/rules/speech.xsl",
        "vocal kinesic incident writing",
    ),
    "event-pause-": (
        "xslt/rules/speech.xsl",
        "micro short medium long",
    ),
    "filter-": (
        "xslt/site/interventions.xsl",
        "treatment cert",
    ),
    "for-": (
        "xslt/data/page.xsl pipeline/editio/formats/data.py",
        "tei-corpus cmif tei transcript text-reading text-register text-front text-diplomatic "
        "text-witness offsets metadata datapackage table-csv table-jsonl places bibtex ris "
        "csl-json citation epub pdf font-licence dts",
    ),
    "format-text-": (
        "xslt/site/text.xsl",
        "reading diplomatic",
    ),
    "genre-": (
        "xslt/site/texts.xsl xslt/site/search.xsl",
        "letter play dictionary manuscript verse",
    ),
    "idno-": (
        "xslt/site/entry.xsl",
        "wikidata VIAF GND geonames",
    ),
    "index-": (
        "xslt/volume/index.xsl xslt/volume/front.xsl",
        "person place work subject",
    ),
    "kind-": (
        "xslt/site/registers.xsl pipeline/editio/edition/registers/entries.py "
        "pipeline/editio/formats/dictionary.py",
        "persons places organisations events works concepts objects names",
    ),
    "language-": (
        "xslt/rules/manuscript-parts.xsl xslt/site/texts.xsl",
        "la en enm ang de gmh goh fr fro frm it es pt ca grc el he ar fa ota tr syc syr cop "
        "gez hy ka cu ru pl cs nl dum sv da no non is ga cy sa zh ja yi hu mul und",
    ),
    "layer-": (
        "xslt/apparatus/entries.xsl xslt/behaviours/readings.xsl",
        "variants testimonia sources parallels commentary",
    ),
    "part-": (
        "xslt/rules/structure.xsl xslt/common.xsl",
        "translation commentary bibliography envelope address enclosure attachment "
        "book poem speech letter act scene part face fragment",
    ),
    "letter-": (
        "xslt/behaviours/letters.xsl",
        "sent received cc copy forwarded redirected transmitted delivered",
    ),
    "letters-": (
        "xslt/site/whereabouts.xsl xslt/site/neighbours.xsl "
        "pipeline/editio/edition/texts/correspondence.py",
        "collection correspondence",
    ),
    "list-": (
        "xslt/site/texts.xsl xslt/site/lists.xsl",
        "filter more sort group as-is none before after title day count author partner place "
        "material language decade half",
    ),
    "locus-": (
        "xslt/rules/manuscript-parts.xsl",
        "folios pages",
    ),
    "form-": ("xslt/rules/manuscript.xsl", "codex roll fragment leaf sheet"),
    "scope-": ("xslt/rules/manuscript-parts.xsl", "sole major minor"),
    "material-": (
        "xslt/rules/manuscript.xsl xslt/site/texts.xsl",
        "perg chart mixed papyrus",
    ),
    "month-": (
        "xslt/common.xsl xslt/site/calendar.xsl pipeline/editio/formats/cited.py",
        "01 02 03 04 05 06 07 08 09 10 11 12",
    ),
    "ms-": (
        "xslt/rules/manuscript.xsl",
        "msContents physDesc history additional decoNote",
    ),
    "note-": (
        "xslt/print.xsl xslt/html/notes.xsl xslt/text/notes.xsl xslt/text/inline.xsl "
        "pipeline/editio/engines/paged/structure.py",
        "margin above below top opposite overleaf inspace interlinear left right bottom end",
    ),
    "passages-": (
        "xslt/html/passages.xsl",
        "place words lacking from why",
    ),
    "policy-": (
        "xslt/text/header.xsl pipeline/editio/formats/text.py",
        "reading diplomatic",
    ),
    "reason-": (
        "xslt/behaviours.xsl xslt/html/passages.xsl xslt/behaviours/interventions.xsl",
        "lost illegible redacted omitted damage inaudible deleted editorial sampling missing "
        "foreign",
    ),
    "recipe-": (
        "xslt/data/page.xsl",
        "voyant antconc txm annotations spreadsheet python qgis whg zotero latex reader xml dts",
    ),
    "register-": (
        "xslt/site/frame.xsl pipeline/editio/cli/register.py "
        "pipeline/editio/edition/registers/gathering.py",
        "organisations events works objects names",
    ),
    "rights-": (
        "xslt/text/header.xsl xslt/rules/about.xsl",
        "unknown restricted free",
    ),
    "role-": (
        "xslt/rules/about-header.xsl xslt/behaviours/letters.xsl",
        "editor translator illustrator compiler",
    ),
    "said-": (
        "xslt/behaviours/letters.xsl",
        "affiliation age education event faith gender geo langKnown location nationality "
        "occupation persPronouns population residence role sex socecStatus state trait bibl",
    ),
    "shift-": (
        "xslt/rules/speech.xsl",
        "loud-f loud-ff loud-p loud-pp loud-cresc loud-dimin tempo-a tempo-aa tempo-acc "
        "tempo-l tempo-ll tempo-rall pitch-high pitch-low voice-whisp voice-laugh "
        "voice-giggle voice-sob voice-sigh",
    ),
    "short-": (
        "xslt/text/registers.xsl",
        "birth death floruit",
    ),
    "show-": (
        "xslt/site/tools.xsl",
        "marks names pages lines side parallel",
    ),
    "sigla-": (
        "xslt/html/entries.xsl",
        "siglum witness readings",
    ),
    "text-": (
        "xslt/text/header.xsl xslt/site/tools.xsl",
        "original translated title subtitle series rights author edition basis licence kind",
    ),
    "textDesc-": (
        "xslt/rules/about-header.xsl",
        "channel constitution derivation domain factuality interaction preparedness purpose "
        "authorGender size canonicity reprintCount timeSlot",
    ),
    "theme-": (
        "xslt/site/frame.xsl",
        "light dark",
    ),
    "tool-": (
        "xslt/data/page.xsl",
        "voyant antconc txm annotations spreadsheet python qgis whg zotero latex reader xml dts",
    ),
    "trait-": (
        "xslt/rules/about-header.xsl",
        "s w sw ws m x unknown single composite frags original revision translation "
        "abridgment plagiarism traditional art domestic religious business education govt "
        "public fiction fact mixed inapplicable none partial complete singular plural "
        "corporate self many group world scripted formulaic revised spontaneous persuade "
        "express inform entertain high medium low short long unspecified F M",
    ),
    "xr-": (
        "xslt/rules/dictionary.xsl",
        "cf syn synonymy ant antonymy",
    ),
}

# Endings that are none of these: values that encoders write where the TEI has no list of its own,
# numbers, plurals, attributes of behaviours.
FREE = {
    "altIdentifier-": "former",
    "dimensions-": "diameter",
    "bib-": "vols pages issues",
    "bib-by-": "translator",
    "event-pause-": "micro",
    "idno-": "wikidata GND geonames",
    "letter-": "cc copy delivered",
    "relation-": (
        "isPartOf continues parent parentOf child childOf spouse sibling friend acquaintance "
        "teacher teacherOf"
    ),
    "locus-": "folios",
    "form-": "codex roll fragment leaf sheet",
    "part-": "face fragment speech",
    "material-": "perg chart papyrus",
    "month-": "01 02 03 04 05 06 07 08 09 10 11",
    "note-": "interlinear",
    "reason-": "lost redacted missing",
    "role-": "illustrator compiler",
    "shift-": (
        "loud-f loud-ff loud-p loud-pp loud-cresc loud-dimin tempo-a tempo-aa tempo-acc tempo-l "
        "tempo-ll tempo-rall pitch-high pitch-low voice-whisp voice-laugh voice-giggle voice-sob "
        "voice-sigh"
    ),
    "text-": "translated",
    "textDesc-": "authorGender canonicity reprintCount timeSlot",
    "trait-": "spontaneous long",
    "xr-": "synonymy ant antonymy",
}

# Keys that a variable holds: how they are asked for, in which file; behind that, where the words
# stand that it may hold; these.
HELD = {
    "ed:label($part, $lang) else ed:value-label": (
        "xslt/common.xsl", "column line gathering section chapter verse folio"
    ),
    "ed:label(., $lang), '|')": ("xslt/site/frame.xsl", "close previous next"),
    "ed:label($role, $lang)": (
        "xslt/site/neighbours.xsl pipeline/editio/formats/site/surroundings.py", "previous next"
    ),
    "ed:label($role, $part?lang)": ("xslt/site/part-page.xsl", "previous next"),
    "ed:label(local-name() || '-title', $lang)": (
        "xslt/site/figures.xsl", "map-title timeline-title"
    ),
    "ed:label(local-name() || '-note', $lang)": (
        "xslt/site/figures.xsl", "map-note timeline-note"
    ),
    "ed:label($name, ed:lang($document))": ("xslt/site/indexes.xsl", "speakers headwords"),
    "ed:label((map{'words': 'speech-words', 'place': 'apparatus-place'}(.), .)[1], $lang)": (
        "xslt/site/indexes.xsl", "speaker speeches speech-words apparatus-place"
    ),
    "$ed:said-of($reading/@kind) ! ed:label(., $lang)": (
        "xslt/behaviours/readings.xsl",
        "app-omission app-addition app-transposition reason-illegible reason-lost a-space",
    ),
    "ed:label(ed:notes-class(.), $lang)": ("xslt/common.xsl", "editorial-notes notes"),
    "ed:label($label, $lang)": (
        "xslt/behaviours/calls.xsl xslt/html/notes.xsl xslt/text/notes.xsl",
        "placed placed-here placed-plain",
    ),
    "ed:label(ed:behind-label($kind), $ed:lang)": (
        "xslt/volume/texts.xsl xslt/volume/front.xsl", "list-of-sources"
    ),
    "ed:label(string((@name[not(. = 'title')], 'published-in')[1]), $lang)": (
        "xslt/site/entry.xsl", "published-in author"
    ),
    "local-name() = $name": ("xslt/rules/links.xsl", "table figure"),
    "ed:label($means[1], $lang)": (
        "xslt/behaviours/signs.xsl xslt/print/front.xsl",
        "policy-omitted policy-understood policy-supplied policy-of-source sign-unsure sign-page "
        "sign-notes",
    ),
}  # fmt: skip

# Keys that are the name of an element as it comes: those that called.xml makes the rules ask for.
ELEMENTS = (
    "accMat acquisition additional additions adminInfo altIdentifier analytic author authority "
    "availability bibl biblScope binding bindingDesc catchwords change collation collection "
    "colophon condition correction country custEvent custodialHist date decoDesc decoNote "
    "distributor edition editor explicit extent filiation finalRubric foliation funder handDesc "
    "head history hyphenation idno imprint incipit institution interpretation layout layoutDesc "
    "locus material measure monogr msContents msFrag msIdentifier msItem msName msPart "
    "normalization note objectDesc objectType origDate origPlace origin physDesc provenance ptr "
    "pubPlace publisher punctuation quotation recordHist ref region repository resp respStmt "
    "rubric scriptDesc scriptNote seal sealDesc secFol segmentation series settlement signatures "
    "source sponsor stdVals summary support supportDesc surrogates textLang title typeDesc "
    "typeNote watermark witness"
)
