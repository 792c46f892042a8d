"""Elements of the TEI where nobody looks for them: published, told, and no fault of editio."""

import zipfile
from pathlib import Path

import pytest
from lxml import html

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

HEADER = "<teiHeader><fileDesc><titleStmt><title>Stray</title></titleStmt></fileDesc></teiHeader>"
FORMATS = [word for name in ("html", "text", "epub", "tables") for word in ("--format", name)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"<div>{HEADER}<p>Beside.</p></div>", ("Stray", "Beside.")),
        (f"<p>In <TEI>{HEADER}<text><body><p>Inner.</p></body></text></TEI> words.</p>",
         ("Stray", "Inner.", "words.")),
        ('<p>In <teiCorpus/> words.</p>', ("words.",)),
        ('<TEI xml:id="a"><text><body><p xml:id="b">Inner <pb/>.</p></body></text></TEI>',
         ("Inner",)),
        ("<listBibl><msDesc><msIdentifier><settlement>Here</settlement><idno>MS 1</idno>"
         "</msIdentifier></msDesc><bibl>Then.</bibl></listBibl>", ("MS 1", "Then.")),
        ("<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier><row><cell>Lone</cell></row>"
         "<physDesc><cell>Other</cell></physDesc></msDesc>", ("Lone", "Other")),
    ],
    ids=["header", "text", "corpus", "inner-id", "manuscripts", "cells"],
)  # fmt: skip
def test_strays(tmp_path: Path, body: str, words: tuple[str, ...]) -> None:
    """The words of each are in the web page and the plain text; the build is whole."""
    folder = edition(tmp_path, small=tei(body))
    result = run("build", folder, "--no-check", "--no-cache", "--jobs", "1", *FORMATS)
    assert result.exit_code == 0, result.stderr
    page = (folder / "build/small.html").read_text("utf-8")
    text = (folder / "build/text/reading/small.txt").read_text("utf-8")
    for one in words:
        assert one in page
        assert one in text


def test_a_document_with_two_headers(tmp_path: Path) -> None:
    """The first gives the title; the parts of both are said about the text, in every format."""
    second = HEADER.replace("</fileDesc>", "<sourceDesc><p>A box.</p></sourceDesc></fileDesc>")
    folder = edition(tmp_path, small=tei().replace("</teiHeader>", f"</teiHeader>{second}"))
    result = run("build", folder, "--no-check", "--no-cache", "--jobs", "1", *FORMATS)
    assert result.exit_code == 0, result.stderr
    page = (folder / "build/small.html").read_text("utf-8")
    assert ("<title>A small text" in page, page.count("A box."), page.count("None.")) == (
        True,
        1,
        1,
    )


def test_an_example_with_prefixes(tmp_path: Path) -> None:
    """Is printed as it is, declared where it is used or outside: markup is what it is about."""
    example = (
        '<egXML xmlns="http://www.tei-c.org/ns/Examples" xmlns:s="urn:signs"><p>A '
        '<s:sign s:kind="mill">wheel</s:sign> and <w:word xmlns:w="urn:words"/>.</p></egXML>'
    )
    folder = edition(tmp_path, small=tei(f"<p>So:</p>{example}"))
    done = run("build", folder, *FORMATS, "--jobs", "1")
    assert done.exit_code == 0, done.output
    shown = '<s:sign s:kind="mill">wheel</s:sign> and <w:word'
    assert shown in (folder / "build/text/reading/small.txt").read_text("utf-8")
    pages = [html.fromstring((folder / "build/small.html").read_bytes())]
    with zipfile.ZipFile(folder / "build/epub/small.epub") as book:
        pages.append(html.fromstring(book.read("EPUB/small.xhtml")))
    assert [shown in str(one.xpath("string()")) for one in pages] == [True, True]
