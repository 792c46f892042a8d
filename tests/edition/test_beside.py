"""Words, pages and stylesheets beside TEI: used with or without edition.toml, told where amiss."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from editio.cli.main import main
from editio.diagnostics import Diagnostic
from editio.edition.beside.astray import astray
from editio.edition.beside.markdown import blocks, typed
from editio.edition.config.unmet import unmet
from editio.edition.edition import opened
from editio.edition.project import discover
from editio.render.build import Plan, build
from lxml import etree
from PIL import Image

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="leaf" xml:lang="en"><teiHeader><fileDesc>'
    "<titleStmt><title>A leaf</title></titleStmt><publicationStmt><p>x</p></publicationStmt>"
    "<sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><div>"
    "<head>One</head><p>Words.</p></div></body></text></TEI>"
)
LABELS = '<labels xmlns="urn:editio:ns" xml:lang="en">\n  {}\n</labels>'
PAGE = """# About us

See [the leaf](../leaf.html), [the sequel](more.md#the-end-of-it), [a table](list.csv),
[us](Über%20uns.md).

![drawn](red.png) ![far](https://far.example.org/a.png) ![near](https://near.example.org/b.png)

> # A heading in a quotation

# Again

## And more
"""


XI = "http://www.w3.org/2001/XInclude"


def style(layout: str, *macros: str) -> str:
    """A style of citations."""
    body = f"<bibliography><layout>{layout}</layout></bibliography>"
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    return f"{head}{''.join(macros)}<citation><layout/></citation>{body}</style>"


INCLUDING = TEI.replace("<p>", f'<xi:include href="b.xml" xmlns:xi="{XI}"/><p>', 1)
SHEET = """<xsl:package name="own" package-version="1" version="3.0"
xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:use-package name="urn:editio:site"/>
</xsl:package>"""
MACRO_B = '\n<macro name="b"><text macro="a"/></macro>'


def folder(root: Path, **files: str) -> Path:
    """Write files, their names with __ for / and _ for the full stop before the ending."""
    for name, words in {"tei__texts__leaf_xml": TEI, **files}.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        path = root / f"{stem}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")
    return root


def told(found: list[Diagnostic]) -> list[tuple[str, str, int, int]]:
    """Codes and places of findings."""
    return [(one.code, one.file, one.line, one.column) for one in found]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with pages and words of its own, built; its settings name one server."""
    root = folder(
        tmp_path_factory.mktemp("beside"),
        pages__about_md=PAGE,
        pages__more_md="# More\n\n3. third\n4. fourth\n\n"
        "[x](leaf.html) [y](about.md) [z](../data/)\n\n## The *end*, of it\n\n"
        "[up](#more) [no](#mor) [note](../leaf.html#n9) [w](../leaf.html#main)[^1]\n\n[^1]: N.\n",
        **{"pages__Über uns_md": "# We\n"},
        pages__list_csv="a,b\n",
        labels__en_xml=LABELS.format('<label key="texts">Leaves</label>'),
        edition_toml='front = ["more"]\n[site]\n'
        'footer = "[More](pages/more.md), ![r](pages/red.png), [top](#x), [no](none.html) "\n'
        'home = "[p](leaf.html#p9), [t](#texts), [x](#txts)\\n\\n# Welcome\\n\\n## More"\n'
        '[media]\nhosts = ["near.example.org"]\n',
    )
    made = io.BytesIO()
    Image.new("RGB", (12, 8), (200, 0, 0)).save(made, "png")
    (root / "pages/red.png").write_bytes(made.getvalue())
    edition, found = opened(root)
    assert told(found) == [("P025", "pages/about.md", 6, 26)]
    # Places of the page of the edition are known when they are built.
    assert told([*astray(edition.project)]) == [
        ("O028", "pages/more.md", 6, 5), ("O028", "pages/more.md", 10, 18),
        ("O028", "pages/more.md", 10, 31), ("O028", "edition.toml", 4, 13),
        ("O028", "edition.toml", 3, 71),
    ]  # fmt: skip
    done = build(Plan(edition, ("html", "text", "epub"), root / "build", cached=False))
    dead = [one for one in done.diagnostics if one.code != "T001"]
    assert told(dead) == [
        ("O028", "pages/more.md", 6, 5), ("O028", "pages/more.md", 10, 18),
        ("O028", "pages/more.md", 10, 31), ("O028", "edition.toml", 4, 13),
        ("O028", "edition.toml", 4, 45), ("O028", "edition.toml", 3, 71),
    ]  # fmt: skip
    assert "Did you mean" in dead[0].hint
    assert dead[1].message == "the link “#mor” leads to no place of that page"
    assert dead[1].hint.startswith("Did you mean “more”?")
    return root / "build"


PLACES = ("p1", "p2", "body1.p2", "body1.p9", "surface1", "main", "c1", "p9", "note2", "h1")


@pytest.mark.parametrize(
    ("files", "lost"),
    [
        ({}, ["p9", "note2", "h1"]),
        ({"edition_toml": '[behaviours]\nhi = { class = "h" }\n'}, ["p9", "note2", "h1"]),
        ({"xslt__site_xsl": SHEET}, []),
        ({"tei__texts__leaf_xml": INCLUDING}, []),
    ],
)
def test_places_of_texts_are_told_where_they_are_known(
    tmp_path: Path, files: dict[str, str], lost: list[str]
) -> None:
    """By what has an id in the TEI; not what is counted, and not where others may make some."""
    words = "\n".join(f"- [x](../leaf.html#{one})" for one in PLACES)
    leaf = {"tei__texts__leaf_xml": TEI.replace("<p>", '<p xml:id="p1"><pb xml:id="p2"/>', 1)}
    root = folder(tmp_path, pages__more_md=f"# More\n\n{words}\n", **{**leaf, **files})
    found = astray(opened(root)[0].project)
    assert [one.message.partition("#")[2].partition("”")[0] for one in found] == lost


def test_places_of_other_pages_in_tei_are_told_as_those_of_texts(tmp_path: Path) -> None:
    """Of pages/ and of about.html, in the menu."""
    page = TEI.replace("<p>W", '<p xml:id="p1">W').replace('"leaf"', '"own"')
    menu = 'menu = ["pages/own.xml#p1", "pages/own.xml#p9", "about#p1", "about.html#p8"]'
    files = {"tei__edition_xml": page.replace(' xml:id="own"', ""), "pages__own_xml": page}
    root = folder(tmp_path, edition_toml=f"[site]\n{menu}\n", **files)
    found = [one.message for one in astray(opened(root)[0].project)]
    assert [re.findall("“(.*)”", one) for one in found] == [["pages/own.xml#p9"], ["about.html#p8"]]


ROOTED = """[site]
home = "[a](/leaf.html#p1) [b](/nope.html) [c](//far.example.org/x)"
menu = ["leaf#p1", "leaf.html#p9", "register/ann", "register/bob", "pages/more#two",
  "pages/more.md#tow", { title = "R", address = "/nope.html" }, "search#main", "leaf#nope"]
"""
PERSONS = (
    '<standOff><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson>'
    "</standOff><text>"
)


def test_a_menu_leads_to_places_and_entries(tmp_path: Path) -> None:
    """By name, and is called as its page is; what is not there is told, as elsewhere. An address
    from the root of the server misses a site that stands below it.
    """
    leaf = TEI.replace("<p>Words", '<p xml:id="p1">Words').replace("<text>", PERSONS)
    root = folder(
        tmp_path, tei__texts__leaf_xml=leaf, edition_toml=ROOTED,
        pages__more_md="# More\n\n[x](/leaf.html)\n\n## Two\n",
    )  # fmt: skip
    edition, found = opened(root)
    assert found == []
    wrong = [
        ("O028", "pages/more.md", 3, 5), ("O028", "edition.toml", 2, 13),
        ("O028", "edition.toml", 2, 32), ("O028", "edition.toml", 3, 21),
        ("O028", "edition.toml", 3, 53), ("O028", "edition.toml", 4, 4),
        ("O028", "edition.toml", 4, 50),
    ]  # fmt: skip
    known = [*astray(edition.project)]
    assert told(known) == wrong
    hints = [one.hint.partition(" Addresses")[0] for one in known]
    assert hints[:2] == ["Write “../leaf.html”.", "Write “leaf.html#p1”."]
    assert hints[5] == "Did you mean “two”?"
    done = build(Plan(edition, ("html",), root / "build", cached=False))
    dead = [one for one in done.diagnostics if one.code == "O028"]
    # A place that is counted is known when the page is made.
    assert told(dead) == [*wrong, ("O028", "edition.toml", 4, 81)]
    head = (root / "build/index.html").read_text("utf-8").partition("</nav>")[0]
    led = re.findall(r'<li><a href="([^"]+)">([^<]+)<', head)
    assert led[:3] == [
        ("leaf.html#p1", "A leaf"), ("leaf.html#p9", "A leaf"), ("register/ann.html", "Ann")
    ]  # fmt: skip
    assert led[4:] == [
        ("pages/more.html#two", "More"), ("pages/more.html#tow", "More"), ("/nope.html", "R"),
        ("search.html#main", "Search"), ("leaf.html#nope", "A leaf"),
    ]  # fmt: skip


DEAD = """# Dead

`[code](gone.md)`, [one](gone.md "title") and
[two](gone.md#end); again: [one](gone.md), [us](<Über uns, alt.md>), [ref][1].

```
[code](../lef.html)
```

A note.[^1]

![none](no.png) and ![none](no.png)

[1]: ../lef.html
[^1]: As [there](nobody.md) is; see [it](../tei/texts/leaf.xml).

[a](../tei/leaf.xml) [b](../tei/corpus.xml) [c](../tei/texts/lef.xml)
[d](../tei/registers/persons.xml) [e](../epub/leaf.epub)
"""


def test_the_nearest_page_is_named_as_the_link_names_pages(tmp_path: Path) -> None:
    """By its file or as it is published."""
    settings = '[site]\nhome = "[x](pages/wrk.md) [y](pages/wrk.html)"\n'
    root = folder(tmp_path, pages__work_md="# Work\n\n[z](wrk.md)\n", edition_toml=settings)
    hints = [one.hint.partition("”")[0] for one in astray(opened(root)[0].project)]
    assert hints == [
        f"Did you mean “{one}" for one in ("work.md", "pages/work.md", "pages/work.html")
    ]


def test_a_dead_link_is_told_as_it_is_written(tmp_path: Path) -> None:
    """With line and column of that very link, wherever it stands, and its address; what is meant
    is said as it would be written there.
    """
    settings = '[site]\nhome = \'[x](pages/gone.md)\'\nfooter = """\nSee\n[y](nix.html)."""\n'
    root = folder(tmp_path, pages__dead_md=DEAD, edition_toml=settings)
    edition, missing = opened(root)
    assert [(one.code, one.line, one.column) for one in missing] == [
        ("P031", 12, 9), ("P031", 12, 29)
    ]  # fmt: skip
    found = build(Plan(edition, ("html",), root / "build", cached=False)).diagnostics
    told = [(one.file, one.line, one.column, one.message.split("”")[0].split("“")[1])
            for one in found if one.code == "O028"]  # fmt: skip
    # `check` tells all of them before, and they are told once.
    assert {one for one in found if one.code == "O028"} == {*astray(edition.project)}
    assert {*astray(edition.project)} <= {*unmet(edition.project)}
    assert told == [
        ("pages/dead.md", 3, 26, "gone.md"),
        ("pages/dead.md", 4, 7, "gone.md#end"),
        ("pages/dead.md", 4, 34, "gone.md"),
        ("pages/dead.md", 4, 50, "Über uns, alt.md"),
        ("pages/dead.md", 14, 6, "../lef.html"),
        ("pages/dead.md", 17, 49, "../tei/texts/lef.xml"),
        ("pages/dead.md", 18, 5, "../tei/registers/persons.xml"),
        ("pages/dead.md", 15, 18, "nobody.md"),
        ("pages/dead.md", 15, 42, "../tei/texts/leaf.xml"),
        ("edition.toml", 2, 13, "pages/gone.md"),
        ("edition.toml", 5, 5, "nix.html"),
    ]
    (written,) = [one for one in found if "tei/texts/leaf.xml" in one.message]
    assert written.hint.startswith("Write “../leaf.html”.")
    (lost,) = [one for one in found if "persons.xml" in one.message]
    assert lost.hint.startswith("Of TEI texts are published, by id: ../tei/leaf.xml.")
    (near,) = [one for one in found if "lef.html" in one.message]
    assert near.hint == (
        "Did you mean “../leaf.html”? Addresses are written from the file that has the link."
    )


def test_what_is_not_published_of_pages_leaves_its_words(tmp_path: Path) -> None:
    """Links that run or hold something, and pictures that are not there or no pictures: told at
    their place; on the page stand their words. A picture that its address holds is shown.
    """
    page = """# Refused

[one](javascript:go(1)), [*two*](data:text/html,x) [three](FILE:///etc/x) end

![gone](no.png) ![wrong](list.csv) ![run](javascript:go(2)) ![empty](https:///x.png)

![held](data:image/gif;base64,R0lGODlhAQABAAAAACw=) `[code](javascript:go(3))`
"""
    settings = '[site]\nfooter = "[foot](javascript:go(4)) ![none](no.png)"\n'
    files = {"pages__refused_md": page, "pages__list_csv": "a,b\n", "edition_toml": settings}
    edition, found = opened(folder(tmp_path, **files))
    right = [
        ("O028", "pages/refused.md", 3, 7), ("O028", "pages/refused.md", 3, 34),
        ("O028", "pages/refused.md", 3, 60), ("P031", "pages/refused.md", 5, 9),
        ("P032", "pages/refused.md", 5, 26), ("P031", "pages/refused.md", 5, 43),
        ("P031", "pages/refused.md", 5, 70),
    ]  # fmt: skip
    assert sorted(told(found), key=lambda one: one[1:]) == [
        ("O028", "edition.toml", 2, 18), ("P031", "edition.toml", 2, 44), *right
    ]  # fmt: skip
    message = "the link “javascript:go(1)” leads to no address that is published"
    assert message in {one.message for one in found}
    build(Plan(edition, ("html", "text", "epub"), root := tmp_path / "build", cached=False))
    words = (root / "pages/refused.html").read_text("utf-8")
    assert "<p>one, <em>two</em> three end</p>" in words
    assert "<p>gone wrong run empty</p>" in words
    assert words.count("<img") == 1
    assert words.count("javascript:") == 1
    assert "foot none" in words


def test_links_and_pictures_of_pages_lead_where_they_mean(site: Path) -> None:
    """A page as it is written is a page as it is published; what lies there is taken along; of
    pictures elsewhere those of a server that the settings name are shown, others are linked.
    """
    page = (site / "pages/about.html").read_text("utf-8")
    assert '<a href="../leaf.html">the leaf</a>' in page
    assert '<a href="../pages/more.html#the-end-of-it">the sequel</a>' in page
    assert '<a href="../pages/%C3%9Cber-uns.html">us</a>' in page
    assert (site / "pages/Über-uns.html").is_file()
    names = {one.name for one in (site / "media").iterdir()}
    picture = next(one for one in names if one.endswith("-red.png"))
    assert f'<img src="../media/{picture}" alt="drawn" width="12" height="8">' in page
    assert any(f'href="../media/{one}">a table<' in page for one in names)
    assert '<a href="https://far.example.org/a.png">far</a>' in page
    assert 'src="https://far' not in page
    assert '<img src="https://near.example.org/b.png" alt="near" loading="lazy"' in page


def test_lists_before_the_texts_are_counted_as_they_are_written(site: Path) -> None:
    """A list that begins with three does so everywhere."""
    words = (site / "text/front/more.txt").read_text("utf-8")
    assert "3. third\n4. fourth" in words
    assert '<ol start="3">' in (site / "pages/more.html").read_text("utf-8")


def test_a_page_has_one_title(site: Path) -> None:
    """Other headings of the first rank in words of Markdown are of the second."""
    pages = [(site / name).read_text("utf-8") for name in ("index.html", "pages/about.html")]
    assert [one.count("<h1") for one in pages] == [1, 1]
    assert re.findall(r"<(h[2-6])>(Welcome|More)<", pages[0]) == [("h2", "Welcome"), ("h3", "More")]
    ranks = re.findall(r'<(h\d) id="([a-z-]+)"', pages[1])
    assert ranks == [
        ("h1", "about-us"), ("h2", "a-heading-in-a-quotation"), ("h2", "again"), ("h3", "and-more")
    ]  # fmt: skip


def test_headings_of_pages_are_places(site: Path) -> None:
    """Of the page and of the EPUB, where links to them lead."""
    page = (site / "pages/more.html").read_text("utf-8")
    assert '<h1 id="more">More</h1>' in page
    assert '<h2 id="the-end-of-it">The <em>end</em>, of it</h2>' in page
    assert '<a href="#more">up</a>' in page
    with ZipFile(site / "epub/edition.epub") as book:
        bound = book.read("EPUB/page-more.xhtml").decode()
    assert re.search(r'id="the-end-of-it"[^>]*>\s*<h2', bound)


@pytest.mark.parametrize(("name", "up"), [("leaf", ""), ("pages/about", "../")])
def test_links_in_the_footer_hold_on_every_page(site: Path, name: str, up: str) -> None:
    """They are written from the root of the edition."""
    footer = (site / f"{name}.html").read_text("utf-8").partition('<footer class="site">')[2]
    assert f'<a href="{up}pages/more.html">More</a>' in footer
    assert f'<img src="{up}media/' in footer
    assert '<a href="#x">top</a>' in footer
    assert "xmlns" not in footer


def test_they_are_used_without_settings(tmp_path: Path) -> None:
    """As anyone would expect who puts them there; what has nothing of editio is passed over."""
    sheet = (
        '<xsl:package name="x" version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
        "{}</xsl:package>"
    )
    root = folder(
        tmp_path,
        pages__about_md="# About\n",
        **{"pages__how we work_md": "# How\n"},
        pages__essay_xml=TEI.replace('"leaf"', '"essay"'),
        pages__scan_xml="<PcGts/>",
        labels__en_xml=LABELS.format('<label key="texts">Leaves</label>'),
        labels__other_xml="<labels/>",
        site__own_css="h1 { color: red }",
        xslt__rules_xsl=sheet.format('<xsl:use-package name="urn:editio:rules"/>'),
        xslt__text_xsl=sheet.format(""),
    )
    project, found = discover(root)
    assert found == []
    assert [one.name for one in project.own.pages] == ["about", "how-we-work"]
    assert [one.name for one in project.pages] == ["essay.xml"]
    assert len(project.own.labels) == 1
    assert project.settings.site.css == "site/own.css"
    assert [name for name, _ in project.own.stylesheets] == ["rules"]
    (root / "edition.toml").write_text("", "utf-8")
    assert [(one.code, one.file) for one in discover(root)[1]] == [
        ("C012", "xslt/text.xsl"), ("C012", "labels/other.xml")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words", "expected", "part"),
    [
        ("labels__en_xml", LABELS.format("<label>x</label>"), ("C012", 2, 3), "without @key"),
        (
            "labels__en_xml",
            LABELS.format('<label key="home">x</label> <label key="home">y</label>'),
            ("C012", 2, 31),
            "the key “home” stands here again",
        ),
        ("labels__en_xml", LABELS.format('<label key="texts"/>'), ("C012", 2, 3), "no words"),
        ("labels__en_xml", LABELS.format("<lable/>"), ("C012", 2, 3), "<lable> stands where"),
        ("labels__en_xml", LABELS.format('<label key="x">'), ("W001", 3, 1), "</labels> stands"),
        (
            "labels__en_xml",
            LABELS.format('<label key="serch">Find</label>'),
            ("C018", 2, 3),
            "Did you mean “search”?",
        ),
        (
            "labels__en_xml",
            LABELS.format('<label key="zzzzzz">Find</label>'),
            ("C018", 2, 3),
            "editio help labels",
        ),
        (
            "labels__en_xml",
            LABELS.format("").replace('"en"', '"deutsch"'),
            ("C012", 1, 1),
            "write de",
        ),
        *(
            (
                f"labels__{name}_xml",
                LABELS.format(""),
                ("C012", 1, 1),
                f"its name says {said}, its xml:lang en; one of the two is wrong",
            )
            for name, said in (("de", "de"), ("de-AT", "de-AT"), ("grc", "grc"), ("deutsch", "de"))
        ),
        ("citation_csl", "<style/>", ("C012", 1, 1), "it is no style of CSL with a bibliography"),
        ("citation_csl", "<style>\n<x></style>", ("C012", 2, 4), "</style> stands where <x>"),
        ("citation_csl", style('\n<text macro="who"/>'), ("C012", 2, 1), "no macro “who”"),
        (
            "citation_csl",
            style('<text macro="a"/>', '<macro name="a">\n<text macro="b"/></macro>', MACRO_B),
            ("C012", 3, 17),
            "the macro “a” calls itself",
        ),
        ("citation_csl", style("\n<wrods/>"), ("C012", 2, 1), "<wrods> is no element of a style"),
        ("citation_csl", style("\n <text/>"), ("C012", 2, 2), "has no macro, variable, term"),
        ("citation_csl", style('<text term="nothing-known"/>'), ("C012", 1, 1), "is written"),
        ("pages__a_docx", "x", ("C022", 0, 0), "does not end in .md or .xml"),
        ("pages__a_MD", "# A", ("C022", 0, 0), "does not end in .md or .xml"),
        ("pages__deep__a_md", "# A", ("C022", 0, 0), "Put it into pages/."),
        ("tei__texts__a_docx", "x", ("C022", 0, 0), "Export it as TEI"),
        ("labels__en_txt", "x", ("C022", 0, 0), "does not end in .xml"),
        ("pages__a_md", "# A\n\nb\0c", ("C012", 3, 2), "U+0000 is not a character"),
        ("pages__a_md", "![x](no.png)", ("P031", 1, 6), "there is no such file"),
        ("tei__schema__own_odd", "<TEI>\n<p></TEI>", ("W001", 2, 4), "</TEI> stands where <p>"),
    ],
)
def test_what_cannot_be_used_has_a_place(
    tmp_path: Path, name: str, words: str, expected: tuple[str, int, int], part: str
) -> None:
    """Line and column in the file itself."""
    _, found = discover(folder(tmp_path, edition_toml="", **{name: words}))
    assert [(one.code, one.line, one.column) for one in found] == [expected]
    assert part in found[0].message + found[0].hint


@pytest.mark.parametrize("name", ["en", "en-GB", "english", "own", "words"])
def test_names_of_labels_that_say_nothing_else(tmp_path: Path, name: str) -> None:
    """The same language, with or without a region, in words, or none at all."""
    root = folder(tmp_path, edition_toml="", **{f"labels__{name}_xml": LABELS.format("")})
    assert discover(root)[1] == []


@pytest.mark.parametrize(
    ("words", "title", "told"),
    [
        ('---\ntitle: "On size"\n---\n\nIt is glue.\n', "On size", ""),
        ("---\ntitle: On size\nlang: de\ntags:\n  - a\n---\n# On size\n\nGlue.\n", "On size",
         "not lang, tags"),
        ("---\ntitle: Size\n---\n# On size\n\nGlue.\n", "On size", "another one, “On size”"),
        ("---\ntitle: >\n  Size\n---\nGlue.\n", "work", "and not title"),
        ("---\n\nGlue: it holds.\n\n---\n", "work", ""),
        ("---\nGlue holds.\n---\n", "work", ""),
        ("\n", "work", "nothing stands in it"),
        ("---\ntitle: Size\n---\n", "Size", "nothing stands in it"),
        ("<!-- Write\n\nit. -->\n", "work", "nothing stands in it"),
    ],
)  # fmt: skip
def test_what_stands_in_front_of_a_page(tmp_path: Path, words: str, title: str, told: str) -> None:
    """Of what other programs read there the title is taken, and the rest told; so is a page in
    which nothing stands, which is not published.
    """
    project, found = discover(folder(tmp_path, edition_toml="", pages__work_md=words))
    assert len(project.own.pages) == (told != "nothing stands in it")
    for page in project.own.pages:
        assert page.title == title
        assert "title:" not in page.article and "lang:" not in page.article
    assert [one.code for one in found] == ["C022"] * bool(told)
    assert told in "".join(one.message for one in found)


def test_an_empty_page_is_none(tmp_path: Path) -> None:
    """What names it leads nowhere, and is told."""
    settings = 'front = ["work"]\n[site]\nhome = "[w](pages/work.md)"\nmenu = ["work", "leaf"]\n'
    root = folder(tmp_path, pages__work_md="<!-- Later. -->\n", edition_toml=settings)
    project, found = discover(root)
    assert project.own.pages == ()
    named = [("C015", "edition.toml", 1, 11), ("C015", "edition.toml", 4, 10)]
    assert sorted(told(found)) == [*named, ("C022", "pages/work.md", 1, 1)]
    assert told([*astray(project)]) == [("O028", "edition.toml", 3, 13)]


@pytest.mark.parametrize(
    ("words", "made", "left"),
    [
        ("a <!-- b --> c&nbsp;d", "<p>a c\u00a0d</p>", []),
        ("<!-- a\n\nb -->\n\nc", "<p>c</p>", []),
        ("<!-- a --> <!-- b --> c", "<p>c</p>", []),
        ("<!-- a\n\nb --> c", "<p>c</p>", []),
        ("> <!-- a\n> b -->\n> c", "<blockquote><p>c</p></blockquote>", []),
        ("- a\n\n  <!-- b\n\n  c -->", "<ul><li><p>a</p></li></ul>", []),
        ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>", []),
        ("    <!-- a -->", "<pre><code>&lt;!-- a --&gt;</code></pre>", []),
        ("a\n\nb <!-- c", "<p>a</p><p>b &lt;!-- c</p>", [("<!--", 3, 3)]),
        ("a \\<!-- c", "<p>a &lt;!-- c</p>", []),
        ("a &lt;!-- c", "<p>a &lt;!-- c</p>", []),
        ("a <!-- b --> \\<!-- c", "<p>a &lt;!-- c</p>", []),
        ("a <!-- b --> c <!-- d", "<p>a c &lt;!-- d</p>", [("<!--", 1, 16)]),
        ("<i>a *b*</i> H<SUB>2</SUB>", "<p><em>a <em>b</em></em> H<sub>2</sub></p>", []),
        ("*a <b>b* c</b>", "<p><em>a &lt;b&gt;b</em> c&lt;/b&gt;</p>",
         [("<b>", 1, 4), ("</b>", 1, 11)]),
        ("<div>\na <b class='x'>b</b></div>",
         "<p>&lt;div&gt;a &lt;b class='x'&gt;b&lt;/b&gt;&lt;/div&gt;</p>",
         [("<div>", 1, 1), ("<b class='x'>", 2, 3), ("</b>", 2, 17), ("</div>", 2, 21)]),
        ("![a <b>c</b> <q>](d.png)", '<p><img src="d.png" alt="a c &lt;q&gt;"/></p>',
         [("<q>", 1, 14)]),
        ("a\\\nb<br>c", "<p>a<br/>b<br/>c</p>", []),
    ],
)  # fmt: skip
def test_html_in_markdown(words: str, made: str, left: list[tuple[str, int, int]]) -> None:
    """Comments are left out, a few elements are read, the rest stands as typed, with its place."""
    found = etree.tostring(blocks(words), encoding="unicode").replace("\n", "")
    assert found == f"<article>{made}</article>"
    assert list(typed(words)) == left


def test_html_in_settings_has_a_place(tmp_path: Path) -> None:
    """In the words of the settings; what to write in place of it stands in the hint."""
    settings = "[site]\nfooter = \"© <a href='https://example.org/'>us</a><!-- x -->\"\n"
    _, found = discover(folder(tmp_path, edition_toml=settings))
    assert told(found) == [("C030", "edition.toml", 2, 13)]
    assert found[0].hint == "Write a link as [words](address)."


def test_bytes_that_are_no_text_have_a_place(tmp_path: Path) -> None:
    """A page saved in another encoding."""
    root = folder(tmp_path, pages__a_md="# A")
    (root / "pages/a.md").write_bytes("# Ä\n\nBöhm".encode("latin-1"))
    assert told(discover(root)[1]) == [("C012", "pages/a.md", 1, 3)]


def test_a_page_that_is_a_link(tmp_path: Path) -> None:
    """Within the edition it is a page; what lies elsewhere on the machine is not published."""
    root = folder(tmp_path / "own", pages__a_md="# A", notes_md="# N")
    (tmp_path / "private").write_text("years", "utf-8")
    (root / "pages/b.md").symlink_to("../notes.md")
    (root / "pages/c.md").symlink_to(tmp_path / "private")
    project, found = discover(root)
    assert [one.name for one in project.own.pages] == ["a", "b"]
    assert told(found) == [("C012", "pages/c.md", 0, 0)]


@pytest.mark.parametrize(("other", "has"), [("essay.md", "essay"), ("ESSAY.md", "x")])
def test_two_pages_of_one_name(tmp_path: Path, other: str, has: str) -> None:
    """In Markdown and in TEI, by the name of the file or the id of the root."""
    root = folder(tmp_path, pages__essay_xml=TEI.replace('"leaf"', f'"{has}"'))
    (root / "pages" / other).write_text("# E\n", "utf-8")
    found = [(one.code, one.file) for one in discover(root)[1]]
    assert found == [("C017", "pages/essay.xml")] * (has == "essay")


def test_pages_that_differ_by_case_only(tmp_path: Path) -> None:
    """Of two in Markdown one would be lost on some systems, as of two texts."""
    root = folder(tmp_path, pages__Essay_md="# E", pages__essay_md="# F")
    assert told(discover(root)[1]) == [("C017", "pages/essay.md", 1, 1)]


def test_pages_called_as_devices_are(tmp_path: Path) -> None:
    """No file can have such a name under Windows: published under another one, and told."""
    page = TEI.replace(' xml:id="leaf"', "")
    root = folder(tmp_path, pages__Con_md="# C", pages__lpt1_xml=page, pages__index_md="# I")
    edition, found = opened(root)
    assert [one.name for one in edition.project.own.pages] == ["tei-Con", "index"]
    renamed = [("P021", "pages/Con.md", 1, 1), ("P021", "pages/lpt1.xml", 1, 1)]
    assert told(found) == renamed
    output = CliRunner().invoke(main, ["check", str(root), "--select", "P021"]).output
    assert re.findall(r"(\S+):1:1: warning P021", output) == [file for _, file, *_ in renamed]
