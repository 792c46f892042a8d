"""C: what can be wrong with the folder and with edition.toml."""

from editio.diagnostics.codes.code import ERROR, HINT, WARNING, Code

CONFIGURATION = (
    Code(
        "C001",
        ERROR,
        "no TEI text found",
        "Put TEI files into tei/texts/, or name a folder that holds some.",
        """There is nothing to work on.

Texts are looked for where `texts` in edition.toml says, else in tei/texts/, else in tei/, else in
the folder itself; without settings, or where it holds none, also below it.

Wrong:
    an empty folder
Right:
    tei/texts/letter.xml
""",
    ),
    Code(
        "C002",
        ERROR,
        "not valid TOML: {reason}",
        "{advice}",
        """edition.toml is not valid TOML.

Wrong:
    title = Letters
Right:
    title = "Letters"
""",
    ),
    Code(
        "C003",
        ERROR,
        "unknown setting “{name}”",
        "{advice}",
        """edition.toml has a setting that editio does not know.

Wrong:
    tilte = "Letters"
Right:
    title = "Letters"
""",
    ),
    Code(
        "C004",
        ERROR,
        "“{name}” must be {wanted}",
        "{hint}",
        """A setting of edition.toml is of the wrong kind, or says what it cannot say.

Wrong:
    order = "letter"
Right:
    order = ["letter"]
""",
    ),
    Code(
        "C005",
        ERROR,
        "“{setting}” lists “{name}”, but no text has that id",
        "{advice}",
        """The reading order in edition.toml, or a pair of texts, names a text that is not there.

Wrong:
    order = ["leter"]
Right:
    order = ["letter"]
""",
    ),
    Code(
        "C006",
        ERROR,
        "“faces” names “{name}”, which {reason}",
        "Name TTF, OTF, TTC or OTC files, from the folder of edition.toml.",
        """A face of the edition's own cannot be set.

`faces` in [print] lists files of fonts, which are asked for the characters that EB Garamond lacks.
Of a collection the first face is taken, or the one whose PostScript name follows a #. Each style
of a family is named once, and no family that comes with editio.

Wrong:
    faces = ["fonts/NotoSerifCJK-Reglar.ttc"]
Right:
    faces = ["fonts/NotoSerifCJK-Regular.ttc#NotoSerifCJKjp-Regular"]
""",
    ),
    Code(
        "C007",
        ERROR,
        "“{setting}” names “{name}”, which is not {kind}",
        "{advice}",
        """A setting of edition.toml names a format, a code or a severity that editio does not know.

Wrong:
    formats = ["htlm"]
Right:
    formats = ["html"]
""",
    ),
    Code(
        "C008",
        ERROR,
        "the baseline cannot be used: {reason}",
        "Correct the path in edition.toml, or write the file again: editio check --write-baseline.",
        """The file of findings that are known is missing or is not what `editio check` writes.

`baseline` in [checks] names it, from the folder of edition.toml; without that setting it is
checks-baseline.json, if there is such a file.

Wrong:
    [checks]
    baseline = "baselin.json"
Right:
    [checks]
    baseline = "baseline.json", written by editio check --write-baseline
""",
    ),
    Code(
        "C009",
        ERROR,
        "{code} is always an error",
        "Take it out of “{setting}”: after it there is nothing that could be published.",
        """Some findings cannot be ignored: after them there is nothing that could be published.

These are files that cannot be read (W), that are no TEI (S001) or have the id of another text
(P003), what cannot be written (O), settings that cannot be used (C), and faults of editio.

Wrong:
    [checks]
    ignore = ["W001"]
Right:
    the file, mended or taken out of the edition
""",
    ),
    Code(
        "C010",
        ERROR,
        "“{file}” cannot be used for the site: {reason}",
        "{advice}",
        """A file of the site is missing, of another kind, or asks other servers for more.

`logo`, `icon`, `css` and `faces` in [site] name files of the folder site/, which is published with
the pages. The pages of an edition ask no other server for anything.

Wrong:
    [site]
    logo = "site/lgo.svg"
Right:
    [site]
    logo = "site/logo.svg"
""",
    ),
    Code(
        "C011",
        WARNING,
        "“{name}”: {colour} on {ground} has a contrast of {found} : 1, and is hard to read",
        "Choose a colour with a contrast of 4.5 : 1 at least (WCAG 2.2, 1.4.3).",
        """A colour of the site is hard to read on its ground.

The accent is the colour of links. One colour is for light pages, and made lighter for dark ones;
of two colours the second is for dark pages.

Wrong:
    [site]
    accent = "#f0c000"
Right:
    [site]
    accent = "#7a5200"
""",
    ),
    Code(
        "C012",
        ERROR,
        "this file of the edition’s own cannot be used: {reason}",
        "Correct the file, or remove it from the folder.",
        """A file of labels/, pages/ or xslt/ beside the TEI, or citation.csl, cannot be used.

labels/*.xml have words in place of those of editio, in the same form; pages/*.md are pages in
Markdown (UTF-8); xslt/*.xsl are packages that use and override those of editio; citation.csl is a
style of the Citation Style Language with a bibliography. They are used with or without
edition.toml; without one, files that have nothing to do with editio are passed over.

Wrong:
    labels/en.xml: <labels>…</labels>
Right:
    labels/en.xml: <labels xmlns="urn:editio:ns" xml:lang="en">…</labels>
""",
    ),
    Code(
        "C013",
        ERROR,
        "this stylesheet of the edition’s own failed: {reason}",
        "Correct it: `editio help own-rules` says what your own stylesheets may use and override.",
        """A stylesheet in xslt/ cannot be compiled, stops on a text, or makes what is no behaviour.

It uses and overrides a package of editio. It can open no file and no address, neither when it is
compiled nor when it runs. What its rules make are behaviours (ed:inline, ed:block …), which every
format knows.

Wrong:
    <xsl:template match="hi" mode="ed:rules">…</xsl:template> outside of xsl:override
Right:
    <xsl:override><xsl:template match="hi" mode="ed:rules">…</xsl:template></xsl:override>
""",
    ),
    Code(
        "C014",
        HINT,
        "this statement of the Processing Model is not carried out: {what}",
        "`editio help own-rules` says what is; a style sheet or xslt/rules.xsl may say the rest.",
        """A model in an ODD of tei/schema/ asks for what editio has no place for.

Carried out are the behaviours inline, block, paragraph, list, listItem, link, text and omit, and
those that editio has for the element itself, with @predicate, @cssClass, outputRendition, the
parameters content and uri, modelSequence and modelGrp. A rule of editio holds in every output, so
models for one output alone are not. The models of an ODD stand in place of those of the ODD that
its schemaSpec names as @source, if that one lies beside it.

Wrong:
    <elementSpec ident="ab" mode="change"><model behaviour="heading"/></elementSpec>
Right:
    <elementSpec ident="ab" mode="change"><model behaviour="block"/></elementSpec>
""",
    ),
    Code(
        "C015",
        ERROR,
        "“{setting}” names the page “{name}”, which is not there",
        "{advice}",
        """edition.toml leads to a page that the edition does not have.

In the menu, pages are those of texts and registers, those of pages/, and of the site itself:
search, interventions, data, about. A page has the name of its file and that under which it is
published, of TEI the xml:id of its root: either will do. Of several texts in one file each goes by
its xml:id. An address has a dot or a slash in it; that of a text, a register or their TEI
(other.html, other.xml) must be there as well. Before the texts (`front`) stand pages of pages/
alone.

Wrong:
    [site]
    menu = ["serch", "about"]
Right:
    [site]
    menu = ["search", "about"]
""",
    ),
    Code(
        "C016",
        ERROR,
        "the {what} “{name}” of the package {package} cannot be used: {reason}",
        "Update the package, or uninstall it: pip uninstall {package}.",
        """A package brings checks or a format that cannot be used.

Of checks: it cannot be imported, has a code that cannot be, or fails. A code is a capital letter
and three figures, and no other check has it. Of formats: the name is that of a format of editio, of
another package, or of a folder of the site, beside which its own would lie.

Packages declare the module that holds their checks by an entry point editio.checks. The checks that
were entered before the fault are made; the others are not, so nobody knows what they would find.

Wrong:
    @document_check("X001", …), which is a check of editio
Right:
    @document_check(CODE, …), whose code no other check has
""",
    ),
    Code(
        "C017",
        ERROR,
        "the page “{name}” is written twice: here and in {other}",
        "Give one of the two another file name or, in TEI, another xml:id of its root.",
        """Two pages of the edition's own would be published at one address.

A page has the name of its file without the ending; one in TEI that of the id of its root, if it has
one. Names that differ in capital letters alone are one name on some systems.

Wrong:
    pages/essay.md and pages/essay.xml
Right:
    pages/essay.md and pages/essay-on-red.xml
""",
    ),
    Code(
        "C018",
        WARNING,
        "the key “{key}” is neither one of editio’s nor a value in the texts",
        "{advice}",
        """A word in labels/ has a key that nothing asks for.

The words of editio, with their keys, are told by `editio help labels`; a word for a value that
stands in the texts, such as a @type, has that value as its key.

Wrong:
    <label key="contnets">In this book</label>
Right:
    <label key="contents">In this book</label>
""",
    ),
    Code(
        "C019",
        WARNING,
        "nothing uses this stylesheet",
        "xslt/NAME.xsl stands for the package NAME of editio, and may include others. {advice}",
        """A file of xslt/ has to do with editio, but stands for none of its packages.

Such a file is taken by its name: rules.xsl for urn:editio:rules. Any other is used only where one
of these includes it.

Wrong:
    xslt/rule.xsl
Right:
    xslt/rules.xsl
""",
    ),
    Code(
        "C022",
        WARNING,
        "this {what} is not used: {reason}{also}",
        "{advice}",
        """A file beside the TEI has a kind, a name or a place that is not used.

Settings are read from edition.toml, citations from citation.csl; texts, registers and models from
tei/; pages (*.md, *.xml) from pages/, words (*.xml) from labels/, stylesheets (*.xsl) from xslt/,
each from the folder itself; style sheets, fonts and pictures of the site from site/, as [site]
names them. Small and capital letters are told apart, as they are on servers. What a page, a text,
a stylesheet or a setting names has its use, and is not told. Of front matter (YAML) in a page in
Markdown the title is taken, and the rest is told; so is a page in which nothing stands.

Wrong:
    pages/about.docx, Pages/about.md, own.css, edition.yaml
Right:
    pages/about.md, site/own.css, edition.toml
""",
    ),
    Code(
        "C023",
        HINT,
        "“{file}” is published whole: {reason}",
        "Pages load it whole. Read its licence, ask its maker, or choose another face.",
        """A face of the site is cut to the characters of its pages, unless its maker forbids it.

The bits of fsType in the OS/2 table of a font say whether it may be embedded and cut (OpenType).
Where they forbid it, `faces` in [site] is published as it is, as WOFF2.

Wrong:
    a font whose fsType is 0x0100: no subsetting
Right:
    one whose fsType is 0: installable embedding
""",
    ),
    Code(
        "C024",
        WARNING,
        "“{address}” is not on the site: {reason}",
        "Put the file into the folder site/, and name it from where the style sheet lies. {advice}",
        """A style sheet of the edition asks for a font or a picture that is not published.

What lies in site/ is published with the pages. Addresses in a style sheet count from its folder.

Wrong:
    url("../fonts/own.woff2") in site/own.css, and a folder fonts/ beside site/
Right:
    url("fonts/own.woff2") in site/own.css, and a folder site/fonts/
""",
    ),
    Code(
        "C025",
        HINT,
        "{left} set for {what} has no effect: no rule applies where it stands",
        "`editio help own-rules` says where rules apply in headers and registers.",
        """A wish in [behaviours], or a model in an ODD, is for what only headers or registers have.

Entries of registers have one form for all kinds, and so has most of a header: its titles, names and
dates are facts. Prose in it, and descriptions of manuscripts, follow the rules of a text; records
of the source, of hands and of changes may have a class and a label, but no other behaviour.

Wrong:
    [behaviours]
    birth = { behaviour = "block" }
Right:
    xslt/registers.xsl, which says what an entry holds
""",
    ),
    Code(
        "C026",
        HINT,
        "“menu” leads to the site’s own page “{name}”, and not to the one in pages/",
        "Write “{name}.html” for the page of the site, “pages/{name}.md” (or .xml) for yours.",
        """A name in the menu is that of a page of the site and of one in pages/.

A name alone is that of the site: a register, a text, search, interventions, data, about. A page of
pages/ with the same name is meant with its folder.

Wrong:
    menu = ["search"], and pages/search.md
Right:
    menu = ["search.html", "pages/search.md"]
""",
    ),
    Code(
        "C027",
        HINT,
        "nothing in the edition is matched by “{match}”",
        "{advice}",
        """A template of xslt/ has nothing to do: no file has what its pattern names.

It may be misspelt, lack the namespace of the TEI (xpath-default-namespace), or name elements of
the TEI in a stylesheet that is given behaviours. Of the pattern, the last step is looked at, and
what it asks of attributes; the hint says which of them is nowhere.

Wrong:
    <xsl:template match="obejctName" mode="ed:rules">
Right:
    <xsl:template match="objectName" mode="ed:rules">
""",
    ),
    Code(
        "C028",
        HINT,
        "the interface has {some} in the language “{language}”: its pages have {rest} in English",
        "Write labels/{name}.xml beside the TEI (see `editio help own-rules`), or say in "
        "TEI/@xml:lang in which language the page is, and in text/@xml:lang that of its words.",
        """Pages are in a language for which there are no labels, or not all.

Menus, headings, dates, counts and notes on the text are in English there, and marked as such
(lang), also within a sentence. What is read out of an attribute (aria-label, title) and the title
of the page have the language of their element. It is said once for each language. A page is in the
language of TEI/@xml:lang; its words may have another, on text.

Wrong:
    <TEI xml:lang="cs">, without labels/cs.xml
Right:
    <TEI xml:lang="cs">, with labels/cs.xml
""",
    ),
    Code(
        "C029",
        HINT,
        "“menu” leads to “{address}” twice{again}",
        "Remove one of the two entries.",
        """Two entries of the menu, or of its groups, lead to one page, or to one place of a page.

A page may be named in several ways: about, about.html. What leads to different places of a page is
no repetition.

Wrong:
    menu = ["search", "about", "search.html"]
Right:
    menu = ["search", "about"]
""",
    ),
    Code(
        "C030",
        WARNING,
        "a tag of HTML in Markdown is published as it is typed: {tag}",
        "{advice}",
        """A tag of HTML in a page in Markdown, in `home` or in `footer` is not read.

What is read says what TEI says as well: <br>, and <em>, <i>, <strong>, <b>, <sub>, <sup>, <u>, <s>
and <del> without attributes, closed in the same paragraph. Comments are left out of everything that
is published; entities such as &nbsp; are the characters that they name. Of tags of one name the
first is told.

Wrong:
    See the <a href="https://example.org/">library</a>.
Right:
    See the [library](https://example.org/).
""",
    ),
    Code(
        "C020",
        WARNING,
        "“{setting}” names {kind} “{name}”, which the edition does not have",
        "{advice}",
        """edition.toml names something that no file of the edition has.

These are types of divisions (leave-out), of entries of an apparatus (layers) and of notes
(note-series), series of notes (notes-form), a witness, elements and types in [behaviours], and the
folder of pictures.

Wrong:
    [behaviours]
    sge = { class = "hedge" }
Right:
    [behaviours]
    seg = { class = "hedge" }
""",
    ),
    Code(
        "C021",
        ERROR,
        "“menu” leads to “{address}”, {reason}",
        "{advice}",
        """The menu leads to an address that no page can lead to.

Entries are pages and texts by name, files of the folder site/, and addresses of the web and of mail
with their scheme. Others would lead nowhere, or run a program.

Wrong:
    [site]
    menu = [{ title = "Blog", address = "example.org" }]
Right:
    [site]
    menu = [{ title = "Blog", address = "https://example.org/" }]
""",
    ),
)
