"""A text may be called what it likes: its pages stay in their folder and are nobody else's."""

import re
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from editio.edition import names
from editio.edition.edition import load
from editio.edition.project import discover
from editio.formats import FORMATS
from editio.render.build import Plan
from editio.render.build import build as build_edition

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.pipeline.test_publish import tree

QUICK = ("html", "text", "epub", "tables", "tei", "citations", "places", "dts", "data")
QUICKLY = [part for name in QUICK for part in ("--format", name)]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("letter-1", "letter-1"),
        ("été", "été"),
        ("e\u0301te\u0301", "été"),
        ("किताब", "किताब"),
        ("../../../pwned", "pwned"),
        ("/etc/passwd", "etc-passwd"),
        ("C:\\temp\\x", "C-temp-x"),
        ("..", "the-file"),
        ("", "the-file"),
        (None, "the-file"),
        ("a\0b\nc", "a-b-c"),
        ("letter.", "letter"),
        (".hidden", "hidden"),
        ("con", "tei-con"),
        ("NUL.1", "tei-NUL.1"),
        ("index", "tei-index"),
        ("Corpus", "tei-Corpus"),
        ("encoding-page", "tei-encoding-page"),
        ("conclusion", "conclusion"),
    ],
)
def test_name(given: str | None, name: str) -> None:
    """What is no plain name becomes one; a plain name stays as it is."""
    assert names.published(given, "the file") == name
    assert names.is_safe(f"{name}.html")


def test_long_names_are_cut_and_differ() -> None:
    """A file system takes 255 bytes; two long names that begin alike stay two."""
    one, two = (names.published("ü" * 150 + end, "x") for end in ("a", "b"))
    assert one != two
    assert all(len(name.encode()) <= names.LONGEST for name in (one, two))


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "a/./b", "a\0", "a\\b", "", "é" * 128])
def test_unsafe_paths(path: str) -> None:
    """Paths that leave their folder, or that a system cannot write."""
    assert not names.is_safe(path)


def test_paths_stay_where_no_folder_is_a_link(tmp_path: Path) -> None:
    """Each path is judged by itself, its folder once for all; a file may be a link."""
    (tmp_path / "there/in").mkdir(parents=True)
    (tmp_path / "away").symlink_to(tmp_path / "there")
    (tmp_path / "there/link.html").symlink_to(tmp_path / "there/in")
    good = ["a.html", "there/b.html", "there/in/c.html", "there/link.html", ".own", "è/é.html"]
    bad = ["there/..", "there/\0", "away/b.html", "away/in/c.html", "../a.html", "", 7, None]
    assert list(names.staying(tmp_path, bad + good + bad)) == good
    assert [names.stays(tmp_path, one) for one in (*good, *bad)] == [True] * 6 + [False] * 8
    assert all(names.is_safe(one) for one in good) and not names.is_safe("a" * 256)


def test_names_of_ours_are_known(tmp_path: Path) -> None:
    """Whatever the formats write beside the texts, no text can be called like it."""
    folder = edition(tmp_path, small=tei(), other=tei(id="other"))
    one, _ = load(discover(folder)[0])
    made = build_edition(Plan(one, tuple(FORMATS), tmp_path / "out", cached=False))
    assert made.written
    texts = re.compile(r"(small|other)(-diplomatic|-comparison)?")
    for path in tree(tmp_path / "out"):
        steps = PurePosixPath(path).parts
        # In tables/ and places/ no file is named after a text.
        if steps[0] in {"tables", "places"} or steps[-1].startswith("."):
            continue
        of_format = len(steps) > 1 and steps[0] in FORMATS
        for step in steps[: 1 + of_format]:
            name = PurePosixPath(step).stem
            assert texts.fullmatch(name) or names.is_taken(name), path


def test_texts_keep_their_pages(tmp_path: Path) -> None:
    """Texts with the names of our pages are published beside them, which is told."""
    taken = ("index", "about", "search", "404", "corpus", "edition", "text", "Data", "html")
    texts = {name: tei(f"<p>Body of {name}.</p>", id=name) for name in taken}
    texts["404"] = texts["404"].replace('xml:id="404" ', "")
    folder = edition(tmp_path, **texts)
    result = run("build", folder, *QUICKLY)
    assert result.exit_code == 0, result.output
    assert result.output.count("P021") == len(taken)
    out = folder / "build"
    for name in taken:
        words = f"Body of {name}."
        assert words in (out / f"tei-{name}.html").read_text("utf-8")
        assert words not in (out / "index.html").read_text("utf-8")
        assert words in (out / f"text/reading/tei-{name}.txt").read_text("utf-8")
        assert f'xml:id="tei-{name}"' in (out / f"tei/tei-{name}.xml").read_text("utf-8")
        assert (out / f"epub/tei-{name}.epub").is_file()


def test_nothing_leaves_the_folder(tmp_path: Path) -> None:
    """The id of a root, of an entry, of a paragraph cannot write elsewhere."""
    folder = edition(tmp_path / "deep/er", evil=tei('<p xml:id="../../p">Words.</p>', id="../../x"))
    entry = '<standOff><listPerson><person xml:id="../../../y"><persName>Y</persName></person>'
    register = tei(id="persons").replace("<text>", f"{entry}</listPerson></standOff><text>")
    (folder / "tei/registers").mkdir()
    (folder / "tei/registers/persons.xml").write_text(register, "utf-8")
    before = tree(tmp_path)
    result = run("build", folder, *QUICKLY)
    assert result.exit_code in {1, 2}
    assert tree(tmp_path) == before


def test_two_texts_with_one_page(tmp_path: Path) -> None:
    """A text that is called like a page of another is told, not lost."""
    folder = edition(tmp_path, letter=tei(id="letter"), other=tei(id="letter-diplomatic"))
    checked = run("check", folder)
    assert checked.exit_code == 1
    assert "tei/texts/other.xml:2:1: error P044" in checked.output
    result = run("build", folder, "--format", "html", "--no-check")
    assert result.exit_code == 1
    assert "tei/texts/other.xml:2:1: error P044" in result.output


def test_a_text_that_may_be_a_page_of_another(tmp_path: Path) -> None:
    """It is told, and is an error of the build where that text has such a page."""
    long = "".join(f"<div><head>{n}</head><p>Words.</p></div>" for n in range(1, 4))
    texts = {"letter": tei(long, id="letter"), "other": tei(id="letter-part-2")}
    folder = edition(tmp_path, **texts)
    (folder / "edition.toml").write_text('[site]\nsplit = "chapter"\n', "utf-8")
    checked = run("check", folder)
    assert checked.exit_code == 0
    assert "tei/texts/other.xml:2:1: warning P045" in checked.output
    result = run("build", folder, "--format", "html")
    assert "letter-part-2.html: error O022" in result.output
    (folder / "edition.toml").unlink()
    result = run("build", folder, "--format", "html")
    assert (result.exit_code, "warning P045" in result.output) == (0, True)


def test_signs_that_no_page_has_in_its_name(tmp_path: Path) -> None:
    """Check and build say the same of names of files: nothing, or that two texts would be one."""
    words = tei().replace(' xml:id="small"', "")
    folder = edition(tmp_path, **{"=x": words, "a b": words})
    assert run("check", folder).output.count("warning") == 1  # in the summary: no warnings
    assert run("build", folder, "--format", "html").exit_code == 0
    assert {"x.html", "a-b.html"} <= {one.name for one in (folder / "build").iterdir()}
    (folder / "tei/texts/a-b.xml").write_text(words, "utf-8")
    for command in ("check", "build"):
        assert "tei/texts/a-b.xml:2:1: error P003" in run(command, folder).output


@pytest.mark.slow
def test_links_to_files_with_odd_names(tmp_path: Path) -> None:
    """Blanks, brackets and umlauts in the name of a file break no link to it."""
    link = '<p xml:id="p1">See <ref target="Brief%20an%20M%C3%BCller%20(1).xml#p1">it</ref>.</p>'
    letter, other = (tei(link, id="x").replace('xml:id="x" ', "") for _ in range(2))
    folder = edition(tmp_path, **{"Brief an Müller (1)": letter, "été & hiver": other})
    assert run("build", folder, *QUICKLY).exit_code == 0
    out = folder / "build"
    page = (out / "été-hiver.html").read_text("utf-8")
    assert '<a href="Brief-an-Müller-1.html#p1">it</a>' in page
    alone = (out / "tei/été-hiver.xml").read_text("utf-8")
    assert 'target="Brief-an-M%C3%BCller-1.xml#p1"' in alone
    with zipfile.ZipFile(out / "epub/edition.epub") as book:
        assert "EPUB/été-hiver.xhtml" in book.namelist()
