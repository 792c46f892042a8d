"""Plain text as users ask for it: with and without header, wrapped, described, put back."""

import csv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from editio.cli.main import main
from editio.engines.saxon import EDITIO, strings
from editio.render.job import behaviours, here, labels
from lxml import html

from tests.pipeline.editions import ROOT, edition, tei

BODY = """<p>A paragraph that is longer than a line of forty characters may be.</p>
<lg><lg><l>Tyger Tyger, burning bright, in the forests of the night;</l></lg>
<lg><l>What immortal hand or eye</l></lg></lg>
<list rend="numbered"><item>an item that is longer than a line of forty characters</item></list>
<table><row><cell>a cell that is long enough</cell><cell>and another one beside it</cell></row>
</table>
<quote><p>A quotation that is longer than a line of forty characters may be.</p></quote>"""

WRAPPED = """A paragraph that is longer than a line
of forty characters may be.

Tyger Tyger, burning bright, in the forests of the night;

What immortal hand or eye

1. an item that is longer than a line of
   forty characters

a cell that is long enough\tand another one beside it

> A quotation that is longer than a line
> of forty characters may be.
"""


def run(*arguments: object) -> str:
    """Run editio, which must succeed; give what it wrote."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_wrapped_and_bare(tmp_path: Path) -> None:
    """--wrap breaks prose and nothing else; --bare leaves the words alone."""
    run("build", edition(tmp_path, small=tei(BODY)), "--format", "text", "--bare", "--wrap", "40")
    assert (tmp_path / "build/text/reading/small.txt").read_text("utf-8") == WRAPPED


def test_header(tmp_path: Path) -> None:
    """Without --bare, a block before the words says what they are and by which policy."""
    run("build", edition(tmp_path, small=tei("<p>Words.</p>")), "--format", "text")
    for reading, words in (("reading", "supplied words"), ("diplomatic", "uncorrected")):
        text = (tmp_path / f"build/text/{reading}/small.txt").read_text("utf-8")
        head, body = text.split("\n\n***\n\n")
        assert body == "Words.\n"
        assert head.startswith("Title: A small text\n")
        assert words in head.splitlines()[-1]
        assert head.splitlines()[-1].startswith("Policy: ")


def test_signs_of_supplied_words(tmp_path: Path) -> None:
    """The policy explains the signs that the text uses, and no others."""
    left_out = '<supplied reason="omitted">it</supplied>'
    body = f'<p>Put {left_out} d<supplied cert="low">own</supplied>.</p>'
    run("build", edition(tmp_path, small=tei(body)), "--format", "text")
    head, words = (tmp_path / "build/text/reading/small.txt").read_text("utf-8").split("***")
    assert words.strip() == "Put ⟨it⟩ d[own(?)]."
    assert head.strip().endswith(
        "numbered as in the text. ⟨ ⟩: supplied words that the source left out; "
        "[ ]: supplied words; (?): certainty low."
    )
    text = (tmp_path / "build/text/diplomatic/small.txt").read_text("utf-8")
    assert "⟨ ⟩" not in text


def test_a_source_that_is_not_certain(tmp_path: Path) -> None:
    """What the header doubts of it is marked in the line of the source and in the list."""
    source = """<listBibl><biblStruct><monogr><title cert="medium">Salt Review</title><imprint>
    <publisher cert="low">Mill Press</publisher><date when="1901" cert="high">1901</date></imprint>
    </monogr></biblStruct></listBibl>"""
    text = tei().replace("<sourceDesc><p>None.</p>", f"<sourceDesc>{source}")
    run("build", edition(tmp_path, small=text), "--format", "text", "--format", "html")
    said = (tmp_path / "build/text/reading/small.txt").read_text("utf-8")
    assert "Source: Salt Review (?), Mill Press (?), 1901" in said
    assert said.splitlines()[-1] == "Salt Review (?). Mill Press (?). 1901"
    assert "(?): in sources and registers: not certain." in said
    page: Any = html.fromstring((tmp_path / "build/small.html").read_bytes())
    told = [one.text_content() for one in page.xpath("//section[@class='about']//dd[not(.//dd)]")]
    assert {"Salt Review (?)", "Mill Press (?)", "1901"} <= {" ".join(one.split()) for one in told}


def test_a_gap_that_may_be_none(tmp_path: Path) -> None:
    """It has the sign of what is little certain, which is explained."""
    body = '<p>Salt <gap reason="lost" cert="low"/> and rye <gap reason="lost" cert="high"/>.</p>'
    run("build", edition(tmp_path, small=tei(body)), "--format", "text")
    head, words = (tmp_path / "build/text/reading/small.txt").read_text("utf-8").split("***")
    assert words.strip() == "Salt [… lost (?)] and rye [… lost]."
    assert head.strip().endswith("numbered as in the text. (?): certainty low.")


def test_signs_in_what_is_read_apart(tmp_path: Path) -> None:
    """EPUB, offprint and book tell them too, and the book what its stroke is."""
    signs = "⟨ ⟩: supplied words that the source left out; (?): certainty low"
    left_out = '<supplied reason="omitted" cert="low">it</supplied>'
    body = f'<pb n="7"/><p>Put {left_out} <pb n="8"/>down.</p>'
    run("build", edition(tmp_path, small=tei(body)), "--format", "epub")
    with zipfile.ZipFile(tmp_path / "build/epub/small.epub") as book:
        leaf = book.read("EPUB/small.xhtml").decode()
    assert f'<p class="signs">Signs: {signs}.</p>' in leaf
    tree = behaviours("t.xml", tei(body)).tree
    known = {"labels": labels(), "edition": "", "notes-at": "foot"}
    made = strings(here().run("print", tree, "print", known).value)
    page: Any = html.fromstring(made["page"])
    (line,) = page.xpath("//section[@class='imprint']/p[@class='signs']/text()")
    stroke = "|: a page of the source begins, its number in the margin"
    assert line == f"Signs: {signs}; {stroke}."
    assert "Page numbers are those of this offprint" in page.text_content()
    parts: Any = html.fromstring(made["parts"])
    assert parts.get("data-signs").split("\t") == [
        "⟨ ⟩ = policy-omitted", "(?) = sign-low", "| = sign-page"
    ]  # fmt: skip


def test_signs_of_texts_in_several_languages(tmp_path: Path) -> None:
    """A book tells them in its own language, each once with all that it means."""
    body = """<p>Put <supplied>it</supplied> down{}.</p><p><choice><sic>teh</sic><corr>the</corr>
    </choice> <choice><sic>rie</sic><corr>rye</corr></choice></p>"""
    texts = {
        "small": body.format(""), "other": body.format(" [so]")
    }  # fmt: skip
    parts = []
    for name, words in texts.items():
        tree = behaviours(
            "t.xml", tei(words, id=name).replace('xml:lang="en"', 'xml:lang="de"')
        ).tree
        known = {"labels": labels(), "edition": ""}
        facts = here().run("facts", tree, "facts", {"labels": labels()}).value.head
        parts.append(str(facts) + strings(here().run("print", tree, "print", known).value)["parts"])
    whole = here().parse(f'<ed:volume xmlns:ed="{EDITIO}" lang="en">{"".join(parts)}</ed:volume>')
    known = {"labels": labels(), "edition": ""}
    page: Any = html.fromstring(strings(here().run("volume", whole, "volume", known).value)["page"])
    (line,) = page.xpath("//section[@class='imprint']/p[@class='signs']/text()")
    assert line == (
        "Signs: [ ]: supplied words (the source has such signs of its own, too); "
        "‖: between textual notes on one line."
    )
    (hint,) = page.xpath("//section[@class='matter']//p[@class='hint']/text()")
    assert hint.startswith("What was done throughout or by rule (")


def test_signs_that_the_source_has_too(tmp_path: Path) -> None:
    """Brackets of the author are not said to be the editors'."""
    body = "<p>Put <supplied>it</supplied> down{}.</p>"
    told = "[ ]: supplied words"
    for own, more in (("", "."), (" [here]", " (the source has such signs of its own, too).")):
        folder = edition(tmp_path / str(len(own)), small=tei(body.format(own)))
        run("build", folder, "--format", "text")
        words = (folder / "build/text/reading/small.txt").read_text("utf-8")
        assert f" {told}{more}\n" in words


def test_how_to_cite_goes_with_all_that_is_read_apart(tmp_path: Path) -> None:
    """With the text of a witness that of the text; with registers and the EPUB the edition's."""
    sigla = '<listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc>'
    body = '<p>The <app><lem wit="#A">ash</lem><rdg wit="#B">oak</rdg></app>.</p>'
    texts = {"small": tei(body).replace("</sourceDesc>", sigla), "other": tei(id="other")}
    folder = edition(tmp_path, **texts)
    own = tei("<p>Welcome.</p>", id="whole", title="Trees and Salt")
    (folder / "tei/edition.xml").write_text(own, "utf-8")
    (folder / "tei/registers").mkdir()
    place = "<listPlace><place xml:id='ely'><placeName>Ely</placeName></place></listPlace>"
    head = tei(id="places").partition("<text>")[0]
    register = f"{head}<standOff>{place}</standOff></TEI>"
    (folder / "tei/registers/places.xml").write_text(register, "utf-8")
    run("build", folder, "--format", "text", "--format", "epub")
    for path in ("reading/small", "witness/small/A"):
        said = (folder / f"build/text/{path}.txt").read_text("utf-8")
        assert "\nHow to cite: “A small text”. In Trees and Salt." in said, path
    said = (folder / "build/text/registers/places.txt").read_text("utf-8")
    assert said.splitlines()[-1].startswith("How to cite: Trees and Salt.")
    with zipfile.ZipFile(folder / "build/epub/edition.epub") as book:
        leaf = book.read("EPUB/introduction.xhtml").decode()
    assert '<p class="citation">How to cite: Trees and Salt.' in leaf


def test_notes_say_on_what_they_rest(tmp_path: Path) -> None:
    """A note of the editors has its sources and its certainty, in the text and in the table."""
    source = '<bibl xml:id="almanac"><title>The Almanac</title></bibl>'
    note = '<note type="editorial" source="#almanac" cert="low" xml:id="n1">A leap year.</note>'
    body = f"<p>The year{note} was long.</p><p>So was it.<note>Indeed.</note></p>"
    text = tei(body).replace("</sourceDesc>", f"<listBibl>{source}</listBibl></sourceDesc>")
    folder = edition(tmp_path, small=text)
    run("build", folder, "--format", "text", "--format", "tables", "--bare", "--wrap", "30")
    words = (folder / "build/text/reading/small.txt").read_text("utf-8")
    assert words.endswith("[a] A leap year. (Source: The\nAlmanac; certainty low)\n\n[1] Indeed.\n")
    with (folder / "build/tables/notes.csv").open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["words"], first["source"]) == ("A leap year.", "The Almanac")
    assert (first["certainty"], second["source"], second["certainty"]) == ("low", "", "")


@pytest.mark.slow
def test_metadata_by_file_name(tmp_path: Path) -> None:
    """metadata.csv has a row a text, and its first column names the files."""
    texts = {"b": tei(id="b", title="Second"), "a": tei(id="a", title="First, with a comma")}
    run("build", edition(tmp_path, **texts), "--format", "text")
    folder = tmp_path / "build" / "text"
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert next(iter(rows[0])) == "id"
    assert {row["id"]: row["title"] for row in rows} == {"a": "First, with a comma", "b": "Second"}
    assert {row["id"] for row in rows} == {file.stem for file in (folder / "reading").iterdir()}


@pytest.mark.parametrize("text", ["khrushchev-at-70", "soviet-admissions"])
def test_transcript(text: str) -> None:
    """The transcript comes back as it was received, to the byte."""
    result = CliRunner().invoke(main, ["transcript", text, str(ROOT)])
    assert result.stdout_bytes == (ROOT / "tei" / "sources" / f"{text}.txt").read_bytes()


def test_transcript_of_no_text() -> None:
    """A name that does not exist is answered with the nearest that does."""
    result = CliRunner().invoke(main, ["transcript", "soviet-admision", str(ROOT)])
    assert result.exit_code == 2
    assert "Did you mean soviet-admissions?" in result.output


def test_a_witness_that_has_the_lemma_is_told_with_it(tmp_path: Path) -> None:
    """What the source has wrong and another witness right is in the list of corrections."""
    sigla = '<listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc>'
    lemma = "<choice><sic>asch</sic><corr>ash</corr></choice>"
    body = f'<p>The <app><lem wit="#A">{lemma}</lem><rdg wit="#B">ash</rdg></app>.</p>'
    folder = edition(tmp_path, small=tei(body).replace("</sourceDesc>", sigla))
    run("build", folder, "--format", "tables")
    with (tmp_path / "build/tables/corrections.csv").open(encoding="utf-8") as file:
        (row,) = [one for one in csv.DictReader(file) if one["kind"] == "variant"]
    assert (row["source_has"], row["edition_has"]) == ("asch A", "ash B; asch A")


def test_sources_of_names_in_a_register(tmp_path: Path) -> None:
    """A name that a source gives has its number; of a variant the text that has it is no source. A
    doubt of the editors stays where a source is named.
    """
    names = """<persName cert="medium" source="#b">Reed, Bo</persName>
    <persName type="variant" source="#t">Bo</persName>
    <persName type="birth" source="#c">Rye</persName>"""
    head = tei(id="persons").partition("<text>")[0]
    listed = "".join(f'<bibl xml:id="{one}">Book {one}</bibl>' for one in "bct")
    head = head.replace("<p>None.</p>", f"<listBibl>{listed}</listBibl>")
    folder = edition(tmp_path, small=tei("<p><name ref='#bo'>Bo</name></p>"))
    (folder / "tei/registers").mkdir(parents=True)
    entry = f'<listPerson><person xml:id="bo">{names}</person></listPerson>'
    text = f"{head}<standOff>{entry}</standOff></TEI>"
    (folder / "tei/registers/persons.xml").write_text(text, "utf-8")
    run("build", folder, "--format", "text", "--format", "html")
    said = (folder / "build/text/registers/persons.txt").read_text("utf-8").splitlines()
    assert said[0] == "Reed, Bo (?) (Bo; Rye) [1] [2]"
    assert [one for one in said if one.startswith("[")] == ["[1] Book b", "[2] Book c"]
    page: Any = html.fromstring((folder / "build/register/bo.html").read_bytes())
    assert "Book b" in page.text_content()
    assert "Book t" not in page.text_content()
