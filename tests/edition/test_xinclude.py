"""One text in many files: what is included, with its places, and what is not."""

from pathlib import Path

import pytest
from editio.edition.reading import source, xinclude
from editio.edition.reading.copies import plain
from editio.edition.reading.source import Document

from tests.checks.editions import found as checked
from tests.pipeline.test_failures import run

NAMES = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"'
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Two parts</title></titleStmt><publicationStmt>"
    "<publisher>P</publisher><availability><p>Free.</p></availability></publicationStmt>"
    "<sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader>"
)


def edition(folder: Path, body: str, **parts: str) -> Path:
    """Write a text, and parts beside it in a folder of their own."""
    root = folder / "edition"
    (root / "tei/texts").mkdir(parents=True)
    (root / "tei/parts").mkdir()
    text = f'<TEI {NAMES} xml:lang="en">{HEADER}\n<text><body>{body}</body></text></TEI>'
    (root / "tei/texts/main.xml").write_text(text)
    for name, words in parts.items():
        (root / f"tei/parts/{name}.xml").write_text(words)
    return root


def include(name: str, more: str = "", inside: str = "") -> str:
    """Write an xi:include of a part."""
    return f'<xi:include href="../parts/{name}" {more}>{inside}</xi:include>'


def read(root: Path) -> Document:
    """Read the text."""
    found = source.read(root / "tei/texts/main.xml", "tei/texts/main.xml")
    assert isinstance(found, Document), found
    return found


def told(root: Path) -> list[tuple[str, str]]:
    """Return the file and the words of each error."""
    found = source.read(root / "tei/texts/main.xml", "tei/texts/main.xml")
    assert isinstance(found, Document)
    return [(one.code, f"{one.file}:{one.line}: {one.message}") for one in found.told]


def words(document: Document) -> str:
    """Return the words of the body."""
    body = document.root.find(".//{*}body")
    assert body is not None
    return " ".join("".join(map(str, body.itertext())).split())


ONE = f'<div {NAMES}>\n<p xml:id="p1">First.</p>\n<p xml:id="p2" rend="bold">Second.</p></div>'


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "a First. Second. z"),
        ('xpointer="p2"', "a Second. z"),
        ('xpointer="element(p1)"', "a First. z"),
        ('xpointer="element(/1/2)"', "a Second. z"),
        ("xpointer=\"xpointer(id('p1'))\"", "a First. z"),
        ('xpointer="xmlns(t=http://www.tei-c.org/ns/1.0) xpath(//t:p)"', "a First.Second. z"),
    ],
)
def test_whole_files_and_parts(tmp_path: Path, more: str, expected: str) -> None:
    """An include is replaced by what it names; the words around it stay."""
    root = edition(tmp_path, f"<ab>a </ab>{include('one.xml', more)}<ab> z</ab>", one=ONE)
    assert words(read(root)) == expected


def test_text_is_included_as_text(tmp_path: Path) -> None:
    """With parse="text" markup is characters."""
    root = edition(
        tmp_path, f"<p>[{include('one.xml', 'parse=' + chr(34) + 'text' + chr(34))}]</p>"
    )
    (root / "tei/parts/one.xml").write_bytes("<b>\r\nà".encode())
    assert words(read(root)) == "[<b> à]"


def test_places_are_those_of_the_included_file(tmp_path: Path) -> None:
    """An element knows its file, line and column, also at the second remove."""
    two = f"<div {NAMES}>\n\n{include('one.xml')}</div>"
    document = read(edition(tmp_path, include("two.xml"), one=ONE, two=two))
    (second,) = document.root.iterfind(".//*[@rend]")
    assert (document.file(second), document.at(second)) == ("tei/parts/one.xml", (3, 1))
    assert document.file(document.root) == "tei/texts/main.xml"
    assert "urn:editio" not in plain(document)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (include("gone.xml"), "“../parts/gone.xml” cannot be included: there is no such file"),
        (include("../../../x.xml"), "it lies outside the folder of the edition"),
        ('<xi:include href="/etc/passwd" parse="text"/>', "it lies outside the folder"),
        ('<xi:include href="http://127.0.0.1:9/x"/>', "it is not a file of this edition"),
        ('<xi:include href="main.xml"/>', "tei/texts/main.xml includes itself"),
        ('<xi:include xpointer="element(/1)"/>', "it includes what it stands in"),
        (include("one.xml", 'xpointer="p9"'), "nothing in the file is “p9”"),
        ("<xi:include/>", "it names no file"),
    ],
)
def test_what_cannot_be_included(tmp_path: Path, body: str, reason: str) -> None:
    """It is an error at the xi:include."""
    (tmp_path / "x.xml").write_text("<p>secret</p>")
    ((code, said),) = told(edition(tmp_path, body, one=ONE))
    assert code == "W006"
    assert said.startswith("tei/texts/main.xml:2: ")
    assert reason in said


def test_a_link_that_leads_outside(tmp_path: Path) -> None:
    """A link of the folder that leads out of it is not followed."""
    root = edition(tmp_path, include("link.xml"))
    (tmp_path / "x.xml").write_text("<p>secret</p>")
    (root / "tei/parts/link.xml").symlink_to(tmp_path / "x.xml")
    ((code, said),) = told(root)
    assert (code, "outside the folder" in said) == ("W006", True)


def test_files_that_include_each_other(tmp_path: Path) -> None:
    """A circle is told at the include that closes it."""
    one, two = (f"<div {NAMES}>{include(f'{name}.xml')}</div>" for name in ("two", "one"))
    ((code, said),) = told(edition(tmp_path, include("one.xml"), one=one, two=two))
    assert (code, said[:21]) == ("W006", "tei/parts/two.xml:1: ")
    assert "tei/parts/one.xml includes itself" in said


def test_files_that_multiply(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What doubles at each step is stopped before the memory is full."""
    monkeypatch.setattr(xinclude, "_MOST", 1_000)
    parts = {f"p{n}": f"<ab {NAMES}>{include(f'p{n + 1}.xml') * 20}</ab>" for n in range(30)}
    found = told(edition(tmp_path, include("p0.xml"), **parts, p30=ONE))
    assert "the text includes more than 1,000 files" in found[-1][1]


def test_a_fault_of_an_included_file(tmp_path: Path) -> None:
    """It is told where it is."""
    found = told(edition(tmp_path, include("one.xml"), one="<p>\n&</p>"))
    assert found[0] == ("W001", "tei/parts/one.xml:2: not well-formed XML: an unescaped ampersand")


def test_a_fallback(tmp_path: Path) -> None:
    """A fallback stands in for what is not there, and that is told."""
    inside = f"<xi:fallback><p>b</p>{include('one.xml')}<p>c</p></xi:fallback>"
    document = read(edition(tmp_path, include("gone.xml", "", inside), one=ONE))
    assert words(document) == "b First. Second.c"
    assert [one.code for one in document.told] == ["W007"]


def test_an_example_is_not_followed(tmp_path: Path) -> None:
    """What a text about XInclude shows is left as it is."""
    eg = f'<egXML xmlns="http://www.tei-c.org/ns/Examples">{include("gone.xml")}</egXML>'
    assert next(read(edition(tmp_path, eg)).root.iter("{*}include"), None) is not None


def test_checks_name_the_included_file(tmp_path: Path) -> None:
    """Every kind of check places what it finds: pointers, texts, dates, the schema."""
    part = (
        f'<div {NAMES}>\n<p>A <ref target="#nowhere">x</ref>, <date when="1999-13">y</date>,\n'
        f'two\u200b, <ptr target="one.xml"/> <bogus>z</bogus>.</p></div>'
    )
    root = edition(tmp_path, include("one.xml"), one=part)
    schema = Path(__file__).parents[1] / "mini/tei/schema/mini.rnc"
    places = {(d.file, d.line, d.code) for d in checked(root, schemas=(schema,))}
    file = "tei/parts/one.xml"
    wanted = {(file, 2, "P002"), (file, 2, "D001"), (file, 3, "X003"), (file, 3, "S002")}
    assert wanted <= places
    assert not any(code == "P004" for _, _, code in places)


def test_a_part_is_no_text_of_its_own(tmp_path: Path) -> None:
    """A file beside the text that this includes is published in it, and only there."""
    root = edition(tmp_path, '<xi:include href="one.xml"/>')
    (root / "tei/texts/one.xml").write_text(ONE)
    assert [one.code for one in checked(root)] == ["S011"]
    result = run("build", root, "--format", "text", "--format", "html")
    assert result.exit_code == 0, result.output
    assert [one.stem for one in (root / "build/text/reading").iterdir()] == ["main"]
    assert "First.\n\nSecond." in (root / "build/text/reading/main.txt").read_text()
    pages = [page.read_text() for page in (root / "build").rglob("*.html")]
    assert any("Second." in page for page in pages)


def beside(root: Path, name: str, body: str) -> None:
    """Write another text beside the first."""
    text = f'<TEI {NAMES} xml:lang="en">{HEADER}<text><body>{body}</body></text></TEI>'
    (root / f"tei/texts/{name}.xml").write_text(text)


@pytest.mark.slow
def test_a_text_of_which_another_has_a_passage_is_published(tmp_path: Path) -> None:
    """The passage stands in both; taken in with all its words, a text is a part of the other."""
    root = edition(tmp_path, '<xi:include href="other.xml" xpointer="p1"/>')
    beside(root, "other", '<p xml:id="p1">First.</p><p xml:id="p2">Second.</p>')
    beside(root, "third", '<xi:include href="fourth.xml" xpointer="element(/1/2/1)"/>')
    beside(root, "fourth", "<p>Fourth.</p>")
    assert run("build", root, "--format", "text", "--no-check").exit_code == 0
    made = {one.stem: one.read_text() for one in (root / "build/text/reading").iterdir()}
    assert set(made) == {"main", "other", "third"}
    assert "First.\n\nSecond." in made["other"]
    assert "Fourth." in made["third"]


@pytest.mark.slow
def test_texts_that_include_each_other_are_told_and_none_is_lost(tmp_path: Path) -> None:
    """Each of them is checked, and published by those who must."""
    root = edition(tmp_path, '<p>One.</p><xi:include href="other.xml"/>')
    beside(root, "other", '<p>Two.</p><xi:include href="main.xml"/>')
    assert {(one.file, one.code) for one in checked(root)} >= {
        ("tei/texts/main.xml", "W006"), ("tei/texts/other.xml", "W006"),
    }  # fmt: skip
    done = run("build", root, "--format", "text", "--no-check")
    assert {one.stem for one in (root / "build/text/reading").iterdir()} == {"main", "other"}
    assert "W006" in done.output
