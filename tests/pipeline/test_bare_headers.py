"""A header that lacks what lists and citations are made from: told, and published all the same."""

import json
import re
from pathlib import Path

import pytest
from editio.formats import FORMATS

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run
from tests.typesetting.reading import given_back

STATEMENT = "<titleStmt><title>A small text</title></titleStmt>"
HEADER = re.compile("<teiHeader>.*</teiHeader>", re.DOTALL)
TEXT = re.compile("<text>.*</text>", re.DOTALL)
# Name of a text -> what becomes of its document, and what is told of it.
BARE = {
    "untitled": (tei().replace("<title>A small text</title>", ""), {"H001"}),
    "blank": (tei().replace("A small text", " <!-- to come --> "), {"H001"}),
    "noted": (tei().replace("A small text", "<note>A note.</note>"), set()),
    "sub": (tei().replace("<title>", '<title type="sub">'), set()),
    "unstated": (tei().replace(STATEMENT, ""), {"H001"}),
    "headless": (HEADER.sub("", tei()), {"H001", "H002", "H004"}),
    "empty": (HEADER.sub("<teiHeader/>", tei()), {"H001", "H002", "H004"}),
    "speechless": (tei().replace('xml:lang="en"', 'xml:lang=""'), {"H005"}),
    "wordless": (TEXT.sub("<text/>", tei()), set()),
    "unpublished": (tei().replace("<p>Unpublished.</p>", "<date>1999</date>"), {"H002", "H003"}),
}
TITLED = {"sub", "speechless", "wordless", "unpublished"}


def _named(words: str, name: str) -> str:
    return words.replace('xml:id="small"', f'xml:id="{name}"')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build all of them, in all formats."""
    texts = {name: _named(words, name) for name, (words, _) in BARE.items()}
    folder = edition(tmp_path_factory.mktemp("bare"), **texts)
    result = run("build", folder, "--no-cache", "--jobs", "1")
    assert result.exit_code == 0, result.stderr
    for name, (_, codes) in BARE.items():
        told = re.findall(rf"{name}\.xml\S*: warning (\w+)", result.stderr)
        assert set(told) == codes, name
    return folder / "build"


@pytest.mark.parametrize("name", sorted(BARE))
def test_a_text_without_a_title_has_its_name(built: Path, name: str) -> None:
    """Pages, citations, the book and the other formats call it by its id."""
    title = "A small text" if name in TITLED else name
    page = (built / f"{name}.html").read_text("utf-8")
    assert f"<title>{title}" in page
    # Texts of one title are told apart where they are listed.
    listed = f"{title} ({name})" if name in TITLED else name
    page = (built / "index.html").read_text("utf-8")
    assert f'<h3><a href="{name}.html" lang="en">{listed}</a></h3>' in page
    record = json.loads((built / f"citations/{name}.json").read_text("utf-8"))
    assert f'"title": "{title}"' in json.dumps(record)
    assert title in " ".join(given_back(built / f"pdf/{name}.pdf").split())
    assert title in (built / f"text/reading/{name}.txt").read_text("utf-8")
    assert (built / f"epub/{name}.epub").is_file()


def test_a_note_on_a_title_is_told(built: Path) -> None:
    """It is no part of the title, and no word of it is lost."""
    page = (built / "noted.html").read_text("utf-8")
    assert "<title>noted" in page
    assert "<h3>Remarks</h3><p>A note.</p>" in page


def test_every_format_is_there(built: Path) -> None:
    """No format gives up because of one of them."""
    made = {one.name for one in built.iterdir() if one.is_dir()}
    assert made >= set(FORMATS) - {"html", "places"}


def test_no_text_has_words(tmp_path: Path) -> None:
    """An edition without a single word has its pages, and no index to search."""
    folder = edition(tmp_path, small=tei("<p/>", title=""))
    result = run("build", folder, "--format", "html")
    assert result.exit_code == 0, result.stderr
    assert (folder / "build/small.html").is_file()
    assert not (folder / "build/search").exists()


def test_a_language_that_is_none(tmp_path: Path) -> None:
    """A tag that cannot be one is "undetermined" on the pages and where names are sorted."""
    every = (ROOT / "tests/mini/tei").rglob("*.xml")
    for file in every:
        place = tmp_path / file.relative_to(ROOT / "tests/mini")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.read_text("utf-8").replace('xml:lang="en"', 'xml:lang="}"'), "utf-8")
    result = run("build", tmp_path, "--format", "html", "--no-check", "--no-cache")
    assert result.exit_code == 0, result.stderr
    assert '<html lang="und"' in (tmp_path / "build/index.html").read_text("utf-8")
    assert '<html lang="und"' in (tmp_path / "build/tyger.html").read_text("utf-8")


def test_an_empty_id(tmp_path: Path) -> None:
    """The empty id of a text is an error; without a check it is published under its file's name."""
    folder = edition(tmp_path, small=tei(id=""))
    formats = [word for name in FORMATS for word in ("--format", name)]
    assert "error P023" in run("check", folder).stdout
    assert run("build", folder, *formats).exit_code == 1
    assert not (folder / "build").exists()
    assert run("build", folder, *formats, "--no-check", "--jobs", "1").exit_code == 0
    assert (folder / "build/small.html").is_file()
    assert (folder / "build/epub/small.epub").is_file()


def test_entries_with_one_id(tmp_path: Path) -> None:
    """Two registers that define one entry are told; without a check the first has the page."""
    folder = edition(tmp_path, small=tei('<p>Ask <persName ref="#ann">Ann</persName>.</p>'))
    for name in ("one", "two"):
        person = f'<person xml:id="ann"><persName>Ann {name}</persName></person>'
        words = f"<standOff><listPerson>{person}</listPerson></standOff>"
        register = folder / f"tei/registers/{name}.xml"
        register.parent.mkdir(exist_ok=True)
        register.write_text(TEXT.sub(words, tei(id=name)), "utf-8")
    assert "error P006" in run("check", folder).stdout
    assert run("build", folder, "--format", "html", "--no-check").exit_code == 0
    assert "Ann one" in (folder / "build/register/ann.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["", "<persName/>", "<persName> </persName>"])
def test_an_entry_without_a_name(name: str, tmp_path: Path) -> None:
    """And with a blank in place of its id: it is told, and without a check nothing stops at it."""
    folder = edition(tmp_path, small=tei())
    words = f'<standOff><listPerson><person xml:id=" ">{name}</person></listPerson></standOff>'
    register = folder / "tei/registers/one.xml"
    register.parent.mkdir(exist_ok=True)
    register.write_text(TEXT.sub(words, tei(id="one")), "utf-8")
    assert "error P023" in run("check", folder).stdout
    formats = [word for name in FORMATS for word in ("--format", name)]
    done = run("build", folder, *formats, "--no-check", "--jobs", "1")
    assert (done.exit_code, "T002" in done.stdout) == (0, False)
