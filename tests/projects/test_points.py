"""Every extension point of the handbook: it has words, and its example is compiled and run."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from editio.edition import extension
from editio.edition.edition import Edition, opened
from editio.engines.saxon import engine, strings
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, labels, register
from editio.resources import XSLT
from lxml import etree

from tests.docs.points import ON_HTML, SAID, shown, sign, skeleton
from tests.docs.reference import components, words

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


@pytest.mark.parametrize("package", (*extension.NAMES, "html"))
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
