"""An id on a page is one element's: what a text calls its parts never meets what a page calls its
own.
"""

import io
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.shared import CORPORA

MINI = Path(__file__).parents[1] / "mini"
# What pages of 0.1 wrote for themselves, and what is counted where a text gives no id.
OURS = (
    "main", "notes", "editorial-notes", "about", "cite", "apparatus", "contents", "title", "texts",
    "mentions", "accessibility", "type", "encoding", "interventions", "q", "found", "hits",
    "c1", "c2", "t-c1", "t-c2", "m1", "m2", "call-n1", "call-call-n1", "ed-main", "ed-cite", "p1",
    "body1.p1", "body1.div1", "body1.div1.p1", "text1", "call-", "persons", "person", "places",
)  # fmt: skip
BODY = (
    "<div><head>One</head><p>Counted.<note>A counted note.</note></p></div>"
    "<div><head>Two</head><p>A <choice><sic>wrod</sic><corr>word</corr></choice>, a "
    '<supplied>second</supplied>, a <gap reason="lost"/>.<note xml:id="n1">A note.</note>'
    '<note resp="#ed" type="editorial">Ours.</note></p>{paragraphs}'
    '<p xml:id="">Nameless. <space xml:id=""/><hi xml:id=" ">Blank.</hi></p></div>'
)


def _pages(out: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(out.rglob("*.html")):
        yield file.relative_to(out).as_posix(), file.read_bytes()
    for book in sorted(out.rglob("*.epub")):
        with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as files:
            for name in files.namelist():
                if name.endswith(".xhtml"):
                    yield f"{book.name}/{name}", files.read(name)


def _tree(page: bytes) -> Any:
    return html.fromstring(page)


def _faults(out: Path) -> list[str]:
    """Tell ids that are empty or given twice, and links within a page that lead nowhere."""
    found = []
    for name, page in _pages(out):
        tree = _tree(page)
        ids = Counter(map(str, tree.xpath("//@id")))
        found += [f"{name}: {one!r} {n}" for one, n in ids.items() if n > 1 or not one.strip()]
        inner = {str(one)[1:] for one in tree.xpath("//@href[starts-with(., '#')]")}
        labels = {one for many in tree.xpath("//@aria-labelledby") for one in str(many).split()}
        found += [f"{name}: no {one!r}" for one in sorted((inner | labels) - set(ids))]
    return found


def _built(folder: Path, out: Path) -> None:
    done = run(
        "build", str(folder), "--no-check", "--out", str(out), "--format", "html",
        "--format", "epub",
    )  # fmt: skip
    assert (out / "index.html").is_file(), done


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small edition and two texts, of which one has all ids and one has none."""
    folder = tmp_path_factory.mktemp("ids")
    root = folder / "edition"
    shutil.copytree(MINI, root)
    paragraphs = "".join(f'<p xml:id="{one}">The part called {one}.</p>' for one in OURS)
    paragraphs += '<p>See <ref target="#cite">the part</ref>.</p>'
    for name, parts in (("ours", paragraphs), ("own", "")):
        text = tei(BODY.format(paragraphs=parts), id=name)
        (root / "tei/texts" / f"{name}.xml").write_text(text, "utf-8")
    about = root / "tei/edition.xml"
    named = iter(("cite", "accessibility", "main", "texts"))
    words = re.sub("<p>", lambda _: f'<p xml:id="{next(named, "")}">', about.read_text("utf-8"))
    about.write_text(words.replace(' xml:id=""', ""), "utf-8")
    _built(root, folder / "out")
    return folder / "out"


def test_no_id_is_given_twice_or_empty(out: Path) -> None:
    """On every page and in every book, ids are unique, and links within a page lead somewhere."""
    assert len(list(_pages(out))) > 20
    assert _faults(out) == []


@pytest.mark.parametrize("one", OURS)
def test_ids_of_a_text_are_kept(out: Path, one: str) -> None:
    """The address that the encoding gives leads to what it names, in each text and in the book."""
    texts = ("ours.html", "ours-diplomatic.html", "ours.epub/EPUB/ours.xhtml")
    pages = dict(_pages(out))
    names = [name for name in pages if name.removesuffix(".xhtml") in texts or name in texts]
    assert len(names) >= 2
    for name in names:
        found = _tree(pages[name]).xpath("//*[@id=$one]", one=one)
        assert f"The part called {one}." in found[0].text_content(), name


def test_what_a_page_adds_has_an_id_of_its_own(out: Path) -> None:
    """Without such ids in a text, what a page adds has its plain address."""
    ids = set(_tree((out / "own.html").read_bytes()).xpath("//@id"))
    assert {"main", "notes", "apparatus", "about", "cite", "c1", "t-c1", "call-n1"} <= ids
    met = _tree((out / "ours.html").read_bytes())
    assert met.xpath("//main/@id") == ["ed-ed-main"]
    assert met.xpath("//section[@class='cite']/h2/@id") == ["ed-ed-cite"]
    assert met.xpath("//a[@class='c'][text()]/@href")[:1] == ["ours.html#t-ed-c1"]
    led = met.xpath("//a[.='the part']/@href | //*[@id='cite']/text()")
    assert led == ["The part called cite.", "#cite"]


@pytest.mark.shared
@pytest.mark.parametrize(
    "kind",
    [
        "dictionaries",
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("letters", "plays", "inscriptions")
        ),
    ],
)
def test_no_id_is_given_twice_in_other_peoples_texts(kind: str, tmp_path: Path) -> None:
    """The same for a few texts of others."""
    files = sorted((CORPORA / kind).rglob("*.xml"), key=lambda one: one.stat().st_size)[1:12:4]
    assert files
    texts = {f"t{n}": file.read_text("utf-8") for n, file in enumerate(files)}
    root = edition(tmp_path / "edition", **texts)
    _built(root, tmp_path / "out")
    assert [one for one in _faults(tmp_path / "out") if ": no " not in one] == []
