"""A teiCorpus: each TEI in it is a text, with what it inherits; its title is the edition's."""

import csv
import json
import re
from pathlib import Path

import pytest
from editio.edition.edition import opened

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.typesetting.reading import given_back

STATEMENT = "<publicationStmt><publisher>The Press</publisher></publicationStmt>"
CORPUS = f"""<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:lang="nl">
<teiHeader><fileDesc><titleStmt><title>Two friends</title></titleStmt>{STATEMENT}
<sourceDesc><p>A box in an attic.</p></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="nl">Dutch</language></langUsage></profileDesc></teiHeader>
<TEI xml:id="first"><teiHeader><fileDesc><titleStmt><title>A first</title></titleStmt>
<publicationStmt><p>By itself.</p></publicationStmt></fileDesc></teiHeader>
<text><body><p xml:id="begin">Een begin.</p></body></text></TEI>
<teiCorpus xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Later</title></titleStmt>
<publicationStmt><publisher>A guest</publisher></publicationStmt>
<sourceDesc><p>Another box.</p></sourceDesc></fileDesc></teiHeader>
<TEI><text><body><p>An answer to <ref target="#begin">the first</ref>,
and <ref target="#here">itself</ref>.</p><p xml:id="here">Here.</p></body></text></TEI>
</teiCorpus>
</teiCorpus>
"""


def written(folder: Path, words: str = CORPUS) -> Path:
    """Write an edition that is one corpus."""
    (folder / "tei/texts").mkdir(parents=True)
    (folder / "tei/texts/letters.xml").write_text(words, "utf-8")
    return folder


def test_each_text_is_published(tmp_path: Path) -> None:
    """In every format, under its id or under file and number; links lead from one to another."""
    folder = written(tmp_path)
    formats = ("html", "text", "tei", "epub", "tables", "citations")
    result = run("build", folder, *(word for name in formats for word in ("--format", name)))
    assert result.exit_code == 0, result.output
    build = folder / "build"
    assert "Een begin." in (build / "text/reading/first.txt").read_text("utf-8")
    page = (build / "letters-2.html").read_text("utf-8")
    assert "first.html#begin" in page
    assert 'href="#here"' in page
    assert "Een begin." not in page
    assert "<title>Two friends" in (build / "index.html").read_text("utf-8")
    assert 'target="first.xml#begin"' in (build / "tei/letters-2.xml").read_text("utf-8")
    for name in ("first", "letters-2"):
        assert (build / f"epub/{name}.epub").stat().st_size > 0
        record = json.loads((build / f"citations/{name}.json").read_text("utf-8"))
        assert json.dumps(record).count("Two friends") == 1


def test_corpora_group_their_texts(tmp_path: Path) -> None:
    """On the first page and in the contents of the book, under their titles, from the outermost. A
    text without a title is called as its corpus is.
    """
    inner = (
        "<teiCorpus><teiHeader><fileDesc><titleStmt><title>{}</title></titleStmt>{}<sourceDesc>"
        "<p>A box.</p></sourceDesc></fileDesc></teiHeader>{}</teiCorpus>"
    )
    text = (
        "<TEI xml:id='{0}'><teiHeader><fileDesc><titleStmt><title>T {0}</title></titleStmt>"
        "</fileDesc></teiHeader><text><body><p>Rye {0}.</p></body></text></TEI>"
    )
    deep = inner.format("In March", STATEMENT, text.format("c") + text.format("d"))
    later = inner.format("Much later", STATEMENT, text.format("b") + deep)
    words = CORPUS.replace("</teiCorpus>\n</teiCorpus>", f"</teiCorpus>{later}</teiCorpus>")
    folder = written(tmp_path, words)
    result = run("build", folder, "--format", "html", "--format", "pdf")
    assert result.exit_code == 0, result.output
    home = (folder / "build/index.html").read_text("utf-8")
    assert re.findall(r'<h3 class="group">([^<]*)|<h[34]><a[^>]*>([^<]*)', home) == [
        ("", "A first"), ("", "Later"), ("Much later", ""), ("", "T b"),
        ("Much later · In March", ""), ("", "T c"), ("", "T d"),
    ]  # fmt: skip
    contents = given_back(folder / "build/pdf/edition.pdf").partition("Inhoud")[2]
    found = re.findall(r"A first|Later|Much later(?: · In March)?|T [b-d]", contents)
    assert found[:7] == [
        "A first", "Later", "Much later", "T b", "Much later · In March", "T c", "T d",
    ]  # fmt: skip


def test_what_is_inherited(tmp_path: Path) -> None:
    """Header, or the parts of it that are missing, and the language, from the nearest corpus."""
    edition, found = opened(written(tmp_path))
    assert [one.code for one in found] == []
    first, second = edition.texts
    assert (first.id, second.id, edition.title) == ("first", "letters-2", "Two friends")

    def words(text: object, path: str) -> list[str]:
        root = text.root  # type: ignore[attr-defined]
        return ["".join(one.itertext()) for one in root.iterfind(f".//{{*}}{path}")]

    assert words(first, "teiHeader//{*}publicationStmt") == ["By itself."]
    assert words(first, "sourceDesc") == ["A box in an attic."]
    assert words(first, "language") == words(second, "language") == ["Dutch"]
    assert words(second, "publicationStmt") == ["A guest"]
    assert words(second, "sourceDesc") == ["Another box."]
    assert words(first, "titleStmt") == ["A first"]
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (first.root.get(language), second.root.get(language)) == ("nl", "en")
    assert second.at(second.root[-1][0][0]) == (12, 18)


def test_a_text_says_of_what_it_is_a_part(tmp_path: Path) -> None:
    """Titles of the corpora around it, and whose they are, as of series; who paid, paid for it."""
    made = "<author>Ada Roth</author><funder>Mill Trust</funder></titleStmt>"
    head = (
        "<teiHeader><fileDesc><titleStmt><title>Answer</title></titleStmt></fileDesc></teiHeader>"
    )
    corpus = CORPUS.replace("Two friends</title></titleStmt>", f"Two friends</title>{made}")
    corpus = corpus.replace("<TEI><text>", f"<TEI>{head}<text>")
    folder = written(tmp_path, corpus)
    (folder / "edition.toml").write_text('title = "Mills"', "utf-8")
    formats = ("html", "text", "tei", "tables", "citations")
    result = run("build", folder, *(word for name in formats for word in ("--format", name)))
    assert result.exit_code == 0, result.output
    build = folder / "build"
    told = (build / "text/reading/letters-2.txt").read_text("utf-8").splitlines()
    assert told[1] == "Series: Later, Two friends (Author: Ada Roth)"
    for name, titles in (("first", ["Two friends"]), ("letters-2", ["Later", "Two friends"])):
        page = (build / f"{name}.html").read_text("utf-8")
        assert re.findall(r'<p class="series">(.*?)</p>', page) == titles
        assert "Mill Trust" in page
        record = (build / f"citations/{name}.json").read_text("utf-8")
        assert (titles[0] in record, "Roth" in record) == (True, False)
    source = (build / "tei/first.xml").read_text("utf-8")
    assert '<editor role="author">Ada Roth</editor></seriesStmt>' in source
    with (build / "tables/texts.csv").open(encoding="utf-8", newline="") as rows:
        assert [one["series"] for one in csv.DictReader(rows)] == [
            "Two friends",
            "Later|Two friends",
        ]


def test_an_empty_statement_is_none(tmp_path: Path) -> None:
    """What a schema wants, and says nothing, is taken over from the corpus."""
    silent = CORPUS.replace("<p>By itself.</p>", "<p/>")
    edition, _ = opened(written(tmp_path, silent))
    stated = edition.texts[0].root.findall(".//{*}teiHeader//{*}publicationStmt")
    assert ["".join(map(str, one.itertext())) for one in stated] == ["The Press"]


@pytest.mark.parametrize(
    ("publisher", "licences"),
    [
        ("<publisher>The  Press</publisher>", ["By the press"]),
        ("<publisher>Guests</publisher>", []),
    ],
)
def test_terms_are_those_of_the_corpus_where_it_has_the_same_publisher(
    tmp_path: Path, publisher: str, licences: list[str]
) -> None:
    """Of what somebody else publishes, nobody has said under which terms."""
    terms = (
        "<availability><licence target='https://example.org/'>By the press</licence></availability>"
    )
    corpus = CORPUS.replace("The Press</publisher>", f"The Press</publisher>{terms}")
    own = f"{publisher}<date when='1999'/>"
    edition, _ = opened(written(tmp_path, corpus.replace("<p>By itself.</p>", own)))
    found = edition.texts[0].root.iterfind(".//{*}publicationStmt//{*}licence")
    assert ["".join(map(str, one.itertext())) for one in found] == licences


def test_faults_have_their_place_in_the_file(tmp_path: Path) -> None:
    """An unknown element of the second text is told at its line of the file; ids are told apart."""
    spoilt = CORPUS.replace("Here.", "<foo>Here.</foo>").replace("<TEI><", '<TEI xml:id="first"><')
    output = run("check", written(tmp_path, spoilt)).stdout
    assert "letters.xml:13:59: warning T001: no rule for <foo>" in output
    assert "error P003" in output
    assert "warning P021" not in output


def test_a_name_that_no_text_of_a_corpus_can_have(tmp_path: Path) -> None:
    """The file of a corpus has no page, so that it may be called as it likes; its texts have."""
    folder = written(tmp_path, CORPUS.replace("<TEI><", '<TEI xml:id="index"><', 1))
    (folder / "tei/texts/letters.xml").rename(folder / "tei/texts/corpus.xml")
    told = [one for one in opened(folder)[1] if one.code == "P021"]
    assert [(one.line, "“index”" in one.message) for one in told] == [(12, True)]
    output = run("check", folder, "--select", "P021").stdout
    assert re.findall(r"(\d+):1: warning P021: “(\w+)”", output) == [("12", "index")]


@pytest.mark.slow
def test_pointers_into_the_file_of_a_corpus(tmp_path: Path) -> None:
    """Each leads to the text of the corpus that has the id; the file itself means its first."""
    folder = written(tmp_path)
    links = " ".join(
        f'<ref target="{one}">there</ref>'
        for one in (
            "letters.xml#here", "../texts/letters.xml#begin", "letters.xml#first", "letters.xml",
            "https://example.org/letters.xml#here",
        )
    )  # fmt: skip
    (folder / "tei/texts/other.xml").write_text(tei(f"<p>{links}</p>", id="other"), "utf-8")
    assert "P0" not in run("check", folder, "--ignore", "P010,P028").stdout
    formats = ("--format", "html", "--format", "tei")
    result = run("build", folder, *formats)
    assert result.exit_code == 0, result.output
    page = (folder / "build/other.html").read_text("utf-8")
    wanted = ["letters-2.html#here", "first.html#begin", "first.html", "first.html"]
    wanted.append("https://example.org/letters.xml#here")
    assert re.findall(r'href="([^"]*)"[^>]*>there<', page) == wanted
    source = (folder / "build/tei/other.xml").read_text("utf-8")
    assert 'target="letters-2.xml#here"' in source
    whole = (folder / "build/tei/corpus.xml").read_text("utf-8")
    assert ('target="#letters-2.here"' in whole, 'target="#first.begin"' in whole) == (True, True)


@pytest.mark.slow
def test_pointers_to_a_file_that_is_called_tei(tmp_path: Path) -> None:
    """They lead to its page like those to any other."""
    folder = edition(tmp_path, small=tei('<p><ref target="more.tei#p">More</ref></p>'))
    (folder / "tei/texts/more.tei").write_text(tei('<p xml:id="p">More.</p>', id="more"), "utf-8")
    assert run("build", folder, "--format", "html").exit_code == 0
    assert 'href="more.html#p"' in (folder / "build/small.html").read_text("utf-8")
