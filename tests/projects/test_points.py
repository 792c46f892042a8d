"""Every extension point of the handbook: it has words, and its example is compiled and run."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from editio.edition.beside import extension
from editio.edition.beside.offered import PACKAGES, components
from editio.edition.beside.own import NOTHING, own
from editio.edition.config.configuration import Settings
from editio.edition.edition import Edition, opened
from editio.engines.saxon import engine, strings
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, labels, register
from editio.resources import XSLT
from lxml import etree
from PIL import Image

from tests.docs.points import ON_HTML, SAID, shown, sign, skeleton
from tests.docs.reference import words
from tests.pipeline.editions import tei

# Values that mean something to the program have no sign: what some of them make of the page.
UNSIGNED = {f"own-{name.removeprefix('ed:')}" for name in SAID}
MADE = ("own-class", "own-serialize", "<mark", 'layer="commentary"', ">Certainty<")

# What `xsl:original` of another point calls is ours, and not the example: these are tried apart.
WITHIN = ("ed:reading-told", "ed:noted", "ed:sigla-told", "ed:signed")


def points(package: str) -> Iterator[etree._Element]:
    """Yield what the handbook says that a stylesheet for a package may put its own in place of."""
    for source in (package, *(["html"] if package in ON_HTML else [])):
        yield from components(source)


def overriding(package: str, *alone: str) -> str:
    """Return a package with the example of each point, or of some alone."""
    inside = [
        shown(one, source)
        for source in (package, *(["html"] if package in ON_HTML else []))
        for one in components(source)
        if one.get("name") in alone or (not alone and one.get("name") not in WITHIN)
    ]
    return skeleton(package, "\n".join(inside))


@pytest.mark.parametrize("package", PACKAGES)
def test_points_have_words(package: str) -> None:
    """One line on what each is for, which stands above it."""
    assert [one.get("name") for one in components(package) if not words(one)] == []


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that comes of a small edition in which the example of each point is in use."""
    root = tmp_path_factory.mktemp("points") / "edition"
    shutil.copytree(Path(__file__).parent / "points", root)
    (root / "xslt").mkdir()
    for name in extension.NAMES:
        (root / f"xslt/{name}.xsl").write_text(overriding(name), "utf-8")
    edition, found = opened(root)
    assert found == []
    made = build(Plan(edition, ("html", "text", "epub", "data"), root / "build", cached=False))
    assert [one.message for one in made.diagnostics if one.code[0] in "TC"] == []
    return "".join([*_written(root / "build"), *_set(edition)])


def _written(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        if file.suffix in {".html", ".txt"}:
            yield file.read_text("utf-8")
        elif file.suffix == ".epub":
            with zipfile.ZipFile(file) as book:
                yield from (book.read(name).decode("utf-8", "ignore") for name in book.namelist())


def _set(edition: Edition) -> Iterator[str]:
    """Yield what is between TEI and pages, and what is set: of a text, and of the book."""
    own = edition.project.own.rendering
    now, known = here(own), {"labels": labels(own), "edition": "Own"}
    ruled = behaviours("leaf.xml", edition.texts[0].xml, own)
    facts = now.run("facts", ruled.tree, "facts", known).value.head
    yield from (
        now.serialize(ruled.prepared),
        now.serialize(ruled.tree),
        str(facts),
        register(edition.registers[0].xml, own),
    )
    yield str(strings(now.run("text", ruled.tree, "text", known).value))
    yield strings(now.run("print", ruled.tree, "print", known).value)["page"]
    book = f'<ed:volume xmlns:ed="urn:editio:ns">{facts}<div id="d" data-title="D"/></ed:volume>'
    yield strings(now.run("volume", now.parse(book), "volume", known).value)["page"]
    ruled_alone = now.serialize(now.run("rules", ruled.prepared, "rules", known).value.head)
    for names in (WITHIN[:2], WITHIN[2:]):
        sheet = overriding("apparatus", *names)
        sheet = sheet.replace("<xsl:override>", f"{extension._ACCEPT}<xsl:override>")
        alone = engine(XSLT, ("apparatus",), (("apparatus", sheet),))
        said = {"labels": alone.parse(now.serialize(known["labels"]))}
        entries = alone.run("apparatus", alone.parse(ruled_alone), "apparatus", said)
        yield alone.serialize(entries.value.head)


def test_examples_run(published: str) -> None:
    """Each leaves its sign in what is published, or in what it is made from."""
    every = {sign(one) for package in extension.NAMES for one in points(package)}
    assert [one for one in MADE if one not in published] == []
    assert sorted(every - UNSIGNED - set(re.findall(r"own-[\w-]+", published))) == []


# Where an example decides and adds no sign: package, name, what ours makes, what it makes of it.
LEAF = """<div><head>One</head><p xml:id="p1">Ann has
<choice><sic>teh</sic><corr>the</corr></choice>
<stamp>Library</stamp> seal, <choice><sic>adn</sic><corr>and</corr></choice>
<fs><f name="case"><symbol value="dative"/></f></fs>,
<formula notation="words">Ann  by two</formula>.
</p><p>กา
ขา</p><figure><graphic url="a.tif"/><figDesc>A leaf</figDesc></figure></div>"""
FRONT = (
    '<front><titlePage rend="center"><docTitle><titlePart>Ann’s leaf</titlePart></docTitle>'
    "</titlePage></front><body>"
)
DECIDED = {
    ("rules", "ed:added"): ("[case: dative]", "[case = dative]"),
    ("prepare", "ed:collapsed"): ("Ann by two.", "Ann own-collapsed by two."),
    ("prepare", "ed:unspaced"): ("กา ขา", "กาขา"),
    ("site", "ed:is-title"): (
        '<h1 id="front1.titlePage1">Ann’s leaf</h1>',
        '<div id="front1.titlePage1" class="titlePage center" data-rend="center">'
        '<div class="titlePart">Ann’s leaf</div></div>',
    ),
    ("site", "ed:has-blocks"): (
        "> Library seal",
        '> <div class="stamp">Library</div> seal',
    ),
    ("site", "ed:box"): ('<span id="c1" class="correction">', '<mark id="c1" class="correction">'),
    ("site", "ed:is-shown"): (
        '<span class="no-picture">[A leaf]</span>',
        '<img src="media/{tif}" alt="A leaf" loading="lazy" width="12" height="8">',
    ),
    ("site", "ed:interventions"): ("teh→the, adn→and", "adn→and, teh→the"),
    ("site", "ed:says-where"): (
        "is not listed. What the edition says of it",
        "is not listed.</p>",
    ),
}


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """What comes of a leaf: as it is, and with the examples that decide something."""
    made = []
    for number, with_them in enumerate((False, True)):
        root = tmp_path_factory.mktemp("decided") / str(number)
        (root / "tei/texts").mkdir(parents=True)
        (root / "edition.toml").write_text("", "utf-8")
        leaf = tei(LEAF, "leaf", "Ann’s leaf").replace("<body>", FRONT)
        (root / "tei/texts/leaf.xml").write_text(leaf, "utf-8")
        Image.new("RGB", (12, 8), (200, 0, 0)).save(root / "tei/texts/a.tif")
        (root / "xslt").mkdir()
        for package in ("prepare", "rules", "site") if with_them else ():
            names = [name for where, name in DECIDED if where == package]
            (root / f"xslt/{package}.xsl").write_text(overriding(package, *names), "utf-8")
        edition, found = opened(root)
        assert found == []
        built = build(Plan(edition, ("html", "text"), root / "build", cached=False))
        assert built.diagnostics == ()
        page = (root / "build/leaf.html").read_text("utf-8")
        rows = re.findall(r"<td>(\w+)</td><td>(\w+)</td>", page)
        listed = ", ".join(f"{was}→{now}" for was, now in rows)
        words = (root / "build/text/reading/leaf.txt").read_text("utf-8")
        made.append("\n".join([page, words, listed]))
    return made[0], made[1]


@pytest.mark.parametrize(("package", "name"), DECIDED)
def test_what_an_example_decides(decided: tuple[str, str], package: str, name: str) -> None:
    """What ours makes is there without it, and gone with it; what it makes the other way round."""
    without, with_it = decided
    ours, theirs = DECIDED[package, name]
    (tif,) = set(re.findall(r"[\w-]+\.tif", with_it)) or {""}
    theirs = theirs.replace("{tif}", tif)
    assert [ours in without, theirs in without] == [True, False]
    assert [ours in with_it, theirs in with_it] == [False, True]


@pytest.mark.parametrize(
    ("words", "ours", "theirs"),
    [(40, "in-columns", "in-columns"), (200, "in-columns", "facing"), (400, "facing", "facing")],
)
def test_how_a_translation_stands_is_decided(
    tmp_path: Path, words: int, ours: str, theirs: str
) -> None:
    """The example has texts of more than 500 characters facing their translation."""
    (tmp_path / "xslt").mkdir()
    (tmp_path / "xslt/print.xsl").write_text(overriding("print", "ed:beside-by"), "utf-8")
    mine, found = own(tmp_path, Settings())
    assert found == []
    side = "<div type='{}'><p {}='{}'>" + "word " * words + "</p></div>"
    text = tei(
        side.format("edition", "xml:id", "a1") + side.format("translation", "corresp", "#a1")
    )
    for rendering, expected in ((NOTHING, ours), (mine.rendering, theirs)):
        now, known = here(rendering), {"labels": labels(rendering), "edition": ""}
        tree = behaviours("a.xml", text, rendering).tree
        page = strings(now.run("print", tree, "print", known).value)["page"]
        assert re.findall(r'class="(in-columns|facing)"', page) == [expected]


def test_what_decides_is_tried() -> None:
    """Whatever leaves no sign is tried above, or shows what it made."""
    shown_there = {"ed:tag", "ed:class", "ed:layer", "ed:apparatus-last", "ed:serialize"}
    assert {name for _, name in DECIDED} | {"ed:beside-by"} | shown_there == {*SAID}
