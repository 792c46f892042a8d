"""Parts of a choice, a revision or an entry of an apparatus stay in the text that they stand in,
whatever else an edition makes of them.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from editio.edition.beside import processing
from editio.edition.edition import opened
from editio.render.build import Plan, build
from editio.resources import XSLT

from tests.projects.test_stylesheets import package
from tests.typesetting.reading import given_back

PARTS = ("sic", "corr", "orig", "reg", "abbr", "expan", "am", "ex", "del", "surplus", "lem", "rdg")
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="leaf" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A leaf</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body>
<p xml:id="p1">They <choice><sic>misred</sic><corr>misread</corr></choice> an
<choice><orig>olde</orig><reg>old</reg></choice> book of
<choice><abbr>Dr</abbr><expan>Doctor</expan></choice> Low,
<subst><del>thick</del><add>thin</add></subst> and <del>very</del> dry, with
<surplus>with</surplus> a do<choice><am>~</am><ex>mi</ex></choice>nus and
<app><lem wit="#A">blue</lem><rdg wit="#B">green</rdg></app> and <app><rdg wit="#A">red</rdg><rdg
wit="#B">pink</rdg></app> and <choice><unclear>last</unclear><unclear>lost</unclear></choice>
edges, <del xml:id="d1">still</del> so.</p><p xml:id="p2">And no more.</p></body></text></TEI>"""
READING = (
    "They misread an old book of Doctor Low, thin and dry, with a dominus and blue and red and last"
    " edges, so. And no more."
)
DIPLOMATIC = (
    "They misred an olde book of Dr Low, thickthin and very dry, with with a do~nus and blue and"
    " red and last edges, still so. And no more."
)
# What the standard models of TEI Publisher say of these elements, in short.
MODELS = """<elementSpec ident="choice"><model predicate="sic and corr" behaviour="alternate">
  <param name="default" value="corr[1]"/><param name="alternate" value="sic[1]"/></model>
  <model behaviour="inline"/></elementSpec>
<elementSpec ident="subst"><model behaviour="inline"/></elementSpec>
<elementSpec ident="app"><model behaviour="inline"/></elementSpec>
<elementSpec ident="am"><model behaviour="inline"/></elementSpec>
<elementSpec ident="add"><model behaviour="inline"><outputRendition>color: green;</outputRendition>
  </model></elementSpec>
""" + "".join(
    f'<elementSpec ident="{name}"><model predicate="parent::choice and count(parent::*/*) gt 1" '
    f'behaviour="{behaviour}"/><model behaviour="inline" cssClass="{name}">'
    "<outputRendition>text-decoration: underline;</outputRendition></model></elementSpec>"
    for name, behaviour in {
        "sic": "inline", "corr": "inline", "orig": "text", "reg": "pass-through", "ex": "inline",
        "abbr": "inline", "expan": "inline", "del": "inline", "unclear": "inline", "lem": "inline",
        "surplus": "inline", "rdg": "omit",
    }.items()
)  # fmt: skip
ODD = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<schemaSpec ident="own" start="TEI">{MODELS}</schemaSpec></body></text></TEI>"""


def wishes(behaviour: str) -> Mapping[str, str]:
    """Return the files that say the same of every part."""
    said = "".join(f"{one} = {{ {behaviour} }}\n" for one in PARTS)
    return {"edition.toml": f"[behaviours]\n{said}"}


# Of a wish for a type nobody knows which elements it meets: here readings and what was struck.
TYPED = {
    "edition.toml": '[behaviours]\n".struck" = { behaviour = "block", class = "mine" }\n',
    "tei/leaf.xml": re.sub(r"<(app|lem|rdg|del|sic|choice|subst)\b", r'<\1 type="struck"', TEI),
}
ENTRIES = ["¶ 1 blue] green B", "¶ 1 red] pink B"]


def words(page: str) -> str:
    """Return the words of the paragraphs of a page, without their own links."""
    shown = re.sub(r'<a class="pl".*?</a>', "", page, flags=re.S)
    body = "".join(re.findall(r"<p\b[^>]*\bid=\"p[12]\".*?</p>", shown, flags=re.S))
    return said(re.sub(r"<[^>]+>", "", body.replace("</p>", " ")))


def rarely(files: Mapping[str, str]) -> Any:
    """Return a case that `make test-all` runs."""
    return pytest.param(files, marks=pytest.mark.slow)


def said(text: str) -> str:
    """Return words without those of the edition's own."""
    return " ".join(text.replace("[Own:] ", "").replace("Own: ", "").split())


@pytest.mark.parametrize(
    "files",
    [
        wishes('behaviour = "inline"'),
        rarely(wishes('class = "mine"')),
        rarely(wishes('label = "Own:"')),
        rarely({"edition.toml": "", "tei/schema/own.odd": ODD}),
        rarely({"edition.toml": '[behaviours]\nchoice = { behaviour = "inline" }\n'
         'subst = { behaviour = "inline" }\napp = { behaviour = "inline" }\n'}),
        TYPED,
    ],
    ids=["inline", "class", "label", "models", "around", "typed"],
)  # fmt: skip
def test_parts_stay_in_their_text(files: Mapping[str, str], tmp_path: Path) -> None:
    """Each word in the texts in which editio's own rule has it, in every output."""
    for name, written in {"tei/leaf.xml": TEI, **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    edition, found = opened(tmp_path)
    assert found == []
    made = build(Plan(edition, ("html", "text", "epub"), tmp_path / "build", cached=False))
    assert [one for one in made.diagnostics if one.code.startswith("O")] == []
    reading, diplomatic = (
        said((tmp_path / f"build/text/{name}/leaf.txt").read_text("utf-8"))
        for name in ("reading", "diplomatic")
    )
    assert READING in reading
    assert [one for one in ENTRIES if one not in reading] == []
    # Without the signs of what was struck and added.
    assert DIPLOMATIC in re.sub(r"[⟦⟧\\/]", "", diplomatic)
    assert words((tmp_path / "build/leaf.html").read_text("utf-8")) == READING
    with ZipFile(next((tmp_path / "build/epub").glob("leaf.epub"))) as book:
        chapters = [book.read(one).decode() for one in book.namelist() if one.endswith("xhtml")]
    assert READING in [words(one) for one in chapters]


@pytest.mark.parametrize("files", [TYPED, rarely({"edition.toml": "", "tei/schema/own.odd": ODD})])
def test_readings_stay_in_the_apparatus(files: Mapping[str, str], tmp_path: Path) -> None:
    """Of the page, and at the foot of the print page; of what type they are is told behind them."""
    for name, written in {"tei/leaf.xml": TEI, **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    build(Plan(opened(tmp_path)[0], ("html", "pdf"), tmp_path / "build", cached=False))
    site = (tmp_path / "build/leaf.html").read_text("utf-8")
    entries = re.findall(r'<li id="t-c\d+">(.*?)</li>', site)
    told = [said(re.sub("<[^>]+>", "", one)) for one in entries]
    assert all(map(str.startswith, told, ENTRIES)) and len(told) == len(ENTRIES)
    ends = [one.removeprefix(entry) for one, entry in zip(told, ENTRIES, strict=True)]
    assert all(one.endswith(": struck") if files is TYPED else not one for one in ends)
    paper = " ".join(given_back(tmp_path / "build/pdf/leaf.pdf").split())
    assert [one[4:] for one in ENTRIES if one[4:] not in paper] == []


@pytest.mark.slow
def test_two_parts_in_one_text_are_two_words(tmp_path: Path) -> None:
    """Whichever stands first, in every output, and nothing is told; parts of a word stay one."""
    wished = {"sic": "reading", "reg": "diplomatic", "am": "reading", "del": "reading"}
    lines = "".join(f'{name} = {{ behaviour = "{text}" }}\n' for name, text in wished.items())
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{lines}", "utf-8")
    (tmp_path / "leaf.xml").write_text(TEI, "utf-8")
    edition, found = opened(tmp_path)
    made = build(Plan(edition, ("html", "text", "epub"), tmp_path / "build", cached=False))
    assert [one.message for one in (*found, *made.diagnostics)] == []
    expected = (
        "They misred misread an book of Doctor Low, thick thin and very dry, with a do~minus and"
        " blue and red and last edges, still so. And no more."
    )
    reading, diplomatic = (
        said((tmp_path / f"build/text/{name}/leaf.txt").read_text("utf-8"))
        for name in ("reading", "diplomatic")
    )
    assert expected in reading
    assert "They an olde old book" in diplomatic
    assert words((tmp_path / "build/leaf.html").read_text("utf-8")) == expected
    with ZipFile(next((tmp_path / "build/epub").glob("leaf.epub"))) as book:
        chapters = [book.read(one).decode() for one in book.namelist() if one.endswith("xhtml")]
    assert expected in [words(one) for one in chapters]


def test_what_our_rules_alone_can_say_is_one_list() -> None:
    """What is told of wishes and models, and what the rules carry out (xslt/rules/own.xsl): there
    parts of a choice are met by what they stand in, a gap since it has no words, and a mod only
    where it is a substitution.
    """
    source = (XSLT / "rules/own.xsl").read_text("utf-8")
    (listed,) = re.findall(r"exists\(\$element/\((self::tei:app.+?)\)\)\"", source, re.DOTALL)
    of_choices = {"abbr", "corr", "expan", "orig", "reg", "sic"}
    named = {*processing.READINGS, *processing.IN_LINE, *processing.OF_TABLES}
    assert set(re.findall(r"self::tei:(\w+)", listed)) == named - of_choices | {"gap", "mod"}
    assert set(re.findall(r"parent::tei:(\w+)", listed)) == {"choice", "subst", "mod"}


@pytest.mark.slow
def test_a_class_is_on_every_part(tmp_path: Path) -> None:
    """Also on those that the page links to what is said of them, and on those of a description."""
    named = (*PARTS, "app", "choice", "subst", "supplied", "gap", "space", "binding", "history")
    more = (
        '<supplied>so</supplied><gap reason="lost"/> <space quantity="2" unit="chars"/></p></body>'
    )
    said = "".join(f'{one} = {{ class = "mine-{one}" }}\n' for one in named)
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{said}", "utf-8")
    source = (
        "<msDesc><msIdentifier><settlement>Hallow</settlement><idno>7</idno></msIdentifier>"
        "<physDesc><bindingDesc><binding><p>Calf.</p></binding></bindingDesc></physDesc>"
        "<history><origin>Made there.</origin></history></msDesc>"
    )
    text = TEI.replace("</p></body>", more).replace(
        "<sourceDesc><p>None.</p>", f"<sourceDesc>{source}"
    )
    (tmp_path / "leaf.xml").write_text(text, "utf-8")
    build(Plan(opened(tmp_path)[0], ("html",), tmp_path / "build", cached=False))
    pages = [(tmp_path / f"build/leaf{one}.html").read_text("utf-8") for one in ("", "-diplomatic")]
    assert [
        one for one in named if not re.search(rf"\bown-mine-{one}\b", pages[0] + pages[1])
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("behaviour", "reading", "diplomatic"),
    [
        ("inline", "1 imp ⟦geta⟧ caes(ar) {et} aug", "1 IMP ⟦GETA⟧ CAES {ET} AUG"),
        ("diplomatic", "1 imp caes aug", "1 IMP ⟦GETA⟧ CAES(AR) {ET} AUG"),
    ],
)
def test_what_a_stone_has_keeps_its_signs(
    behaviour: str, reading: str, diplomatic: str, tmp_path: Path
) -> None:
    """In both texts, or in the one that is wished for."""
    stone = (
        '<div type="edition"><ab><lb n="1"/>imp <del>geta</del> caes<ex>ar</ex>'
        " <surplus>et</surplus> aug</ab></div>"
    )
    said = "".join(f'{one} = {{ behaviour = "{behaviour}" }}\n' for one in ("del", "ex", "surplus"))
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{said}", "utf-8")
    text = re.sub("<body>.*</body>", f"<body>{stone}</body>", TEI, flags=re.S)
    (tmp_path / "leaf.xml").write_text(text, "utf-8")
    build(Plan(opened(tmp_path)[0], ("text",), tmp_path / "build", cached=False))
    for name, words in (("reading", reading), ("diplomatic", diplomatic)):
        sheet = (tmp_path / f"build/text/{name}/leaf.txt").read_text("utf-8")
        assert " ".join(sheet.rpartition("***")[2].split()) == words


@pytest.mark.slow
def test_a_reading_that_a_rule_drops_is_told(tmp_path: Path) -> None:
    """A rule of the edition's own that makes no entry of an apparatus loses what others have."""
    rule = (
        '<xsl:template match="*:app" mode="ed:rules"><ed:inline kind="app">'
        '<xsl:apply-templates mode="#current"/></ed:inline></xsl:template>'
    )
    for name, written in {"tei/leaf.xml": TEI, "xslt/rules.xsl": package("rules", rule)}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    edition, found = opened(tmp_path)
    assert found == []
    made = build(Plan(edition, ("text",), tmp_path / "build", cached=False))
    (lost,) = made.diagnostics
    assert (lost.code, lost.line) == ("O010", 9)
    assert lost.message == "“bluegreen” is lost in the text as it is published (and once more)"


@pytest.mark.slow
def test_what_our_rules_alone_can_say_stays(tmp_path: Path) -> None:
    """Signs without words, supplied words, rows and cells, whatever is wished of their type; and an
    ODD cannot take a correction out of the reading text.
    """
    body = (
        '<p>A <gap type="x" reason="lost"/> <supplied type="x">leaf</supplied>'
        " <choice><sic>si</sic><corr>so</corr></choice>"
        ' <choice><orig type="y">olde</orig><reg>old</reg></choice>.</p>'
        '<table><row type="x"><cell type="x">one</cell><cell>two</cell></row></table>'
    )
    odd = '<elementSpec ident="corr"><model behaviour="omit"/></elementSpec>'
    for name, written in {
        "tei/leaf.xml": re.sub("<body>.*</body>", f"<body>{body}</body>", TEI, flags=re.S),
        "edition.toml": '[behaviours]\n".x" = { behaviour = "inline" }\n'
        '".y" = { behaviour = "reading" }\n',
        "tei/schema/own.odd": ODD.replace(MODELS, odd),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    edition, found = opened(tmp_path)
    assert [(one.code, "the behaviour “omit” for <corr>" in one.message) for one in found] == [
        ("C014", True)
    ]
    build(Plan(edition, ("text",), tmp_path / "build", cached=False))
    told = {
        name: " ".join((tmp_path / f"build/text/{name}/leaf.txt").read_text("utf-8").split())
        for name in ("reading", "diplomatic")
    }
    assert told["reading"].endswith("*** A [… lost] [leaf] so olde old. one two")
    assert "leaf" not in told["diplomatic"].rpartition("***")[2]


def test_what_holds_a_text_together_has_our_rules_alone(tmp_path: Path) -> None:
    """A model for it is told, and not carried out."""
    spec = '<elementSpec ident="body"><model behaviour="block"/></elementSpec>'
    for name, written in {"tei/leaf.xml": TEI, "edition.toml": "",
                          "tei/schema/own.odd": ODD.replace(MODELS, spec)}.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(written, "utf-8")
    edition, found = opened(tmp_path)
    assert [(one.code, "the behaviour “block” for <body>" in one.message) for one in found] == [
        ("C014", True)
    ]
    assert edition.project.own.stylesheets == ()
