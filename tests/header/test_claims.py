"""What is claimed on anybody's pages: marks of notes, addresses, accessibility, register dates."""

import csv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.saxon import strings
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, labels
from lxml import html

HEAD = """<teiHeader><fileDesc><titleStmt><title>{}</title><respStmt xml:id="{}r"><resp>Edited by
</resp><name>Ida Holm</name></respStmt></titleStmt><publicationStmt><publisher>Haus</publisher>
</publicationStmt><sourceDesc><p>Ein Heft.</p></sourceDesc></fileDesc></teiHeader>"""
MARKED = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="marked" xml:lang="en">
{HEAD.format("Marked", "m")}<text><body><p xml:id="p1">Salt is dear.<ref xml:id="a1" target="#n1"
resp="#mr" cert="low"><supplied reason="lost">1</supplied></ref> Rye is not.<ref xml:id="a2"
target="#n2">2</ref></p></body><back><div xml:id="notes"><note xml:id="n1" n="1" place="end">So B.
</note><note xml:id="n2" n="2" place="end">So C.</note></div></back></text></TEI>"""
# Five marks that the editors placed, one that they answer for, and the place of a note unsure.
PLACED = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="placed" xml:lang="en">
{HEAD.format("Placed", "s")}<text><body><p xml:id="s1">Salt.<anchor xml:id="m1" cert="low"
resp="#sr"/> Rye.<ref xml:id="m2" target="#t2" cert="low" resp="#sr"
evidence="internal"/> Oats.<ref xml:id="m3"
target="#t3" cert="low" resp="#sr">3</ref> Hay.<supplied resp="#sr" cert="low"><ref xml:id="m4"
target="#t4">4</ref></supplied> Corn.<ref xml:id="m5" target="#t5"><supplied cert="low"
resp="#sr">5</supplied></ref> Tar.<ref xml:id="m6" target="#t6" resp="#sr">6</ref> Wax.<anchor
xml:id="m7"/><note place="margin" cert="medium">Dear.</note></p></body><back><div xml:id="ends">{
    "".join(
        f'''<note xml:id="t{n}" n="{n}"
place="end" target="#m{n}">So {n}.</note>'''
        for n in range(1, 7)
    )
}<note xml:id="t7" n="7"
place="end" target="#m7" cert="low">So 7.</note></div></back></text></TEI>"""
CALLS = ["[1]", "[2]", "[3]", "[4]", "[5]", "6", "7"]
COUNTED = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="counted" xml:lang="en">
{HEAD.format("Counted", "c")}<text><body><p><persName ref="#anne">Anne</persName> came.</p></body>
</text></TEI>"""
PERSONS = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en">
{HEAD.format("Persons", "p")}<standOff><listPerson><person xml:id="anne"><persName
type="preferred">Korn, Anne</persName><persName>Anne K<choice><sic>o.r</sic>
<corr>or</corr></choice>n</persName><persName type="variant" subtype="misread">Xnne</persName>
<birth when="1800-02-03" resp="#pr" cert="medium"/><death when="1870-01-01" source="#b"/>
<occupation when="1820" cert="low">Miller</occupation></person><person xml:id="bert">
<persName cert="medium">Bert</persName><birth when="1801"/></person></listPerson><listEvent>
<event xml:id="fair" when="1822-05-06" cert="low"><label>The fair</label></event>
<event xml:id="frost" when="1823" cert="low" source="#b"><label>The frost</label></event>
<event xml:id="flood" when="1824"><label>The flood</label></event>
<event xml:id="strike" from="1825-03-01" to="1825-03-09"><label>The strike</label></event>
<event xml:id="march" from="1825-03-29" to="1825-04-02"><label>The march</label></event>
<event xml:id="feud" from="1825" to="1827"><label>The feud</label></event>
<event xml:id="siege" from="1825-12" to="1826-01-02"><label>The siege</label></event>
</listEvent><listBibl><biblStruct xml:id="rye"><monogr><author cert="low">Bo Reed</author>
<title>On Rye</title><imprint><date when="1870" cert="medium">1870</date></imprint></monogr>
</biblStruct><biblStruct xml:id="hay"><monogr><author>Cy Moss</author><title>On Hay</title>
<imprint><date when="1871" cert="medium" source="#b">1871</date></imprint></monogr></biblStruct>
<bibl xml:id="tar"><author><persName cert="medium">Di Ash</persName></author><title>On Tar</title>
<date when="1872">1872</date></bibl></listBibl></standOff></TEI>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build texts with restored marks, one with counted ids, and a register."""
    root = tmp_path_factory.mktemp("claims")
    for name in ("texts", "registers"):
        (root / "tei" / name).mkdir(parents=True)
    (root / "tei" / "texts" / "marked.xml").write_text(MARKED, "utf-8")
    (root / "tei" / "texts" / "placed.xml").write_text(PLACED, "utf-8")
    (root / "tei" / "texts" / "counted.xml").write_text(COUNTED, "utf-8")
    (root / "tei" / "registers" / "persons.xml").write_text(PERSONS, "utf-8")
    formats = ("html", "text", "tables", "epub")
    built = build(Plan(load(discover(root)[0])[0], formats, root / "out", cached=False))
    assert set(built.written) == set(formats), built.diagnostics
    return root / "out"


def page(folder: Path, name: str) -> html.HtmlElement:
    """Read a page of the site."""
    return html.document_fromstring((folder / f"{name}.html").read_bytes())


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """Read a table."""
    with (folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_mark_that_the_editors_placed(folder: Path) -> None:
    """It stands in brackets, its note says how sure it is, the notes say so at their head."""
    reading = page(folder, "marked")
    assert reading.xpath("//a[@class='note-call']/text()") == ["[1]", "2"]
    assert reading.xpath("//span[@class='placed']/text()") == [
        "(marker placed by the editors; certainty low)"
    ]
    assert "the editors placed those of the notes 1. Certainty low: 1." in reading.xpath(
        "string(//section[@class='notes']//p)"
    )
    assert page(folder, "marked-diplomatic").xpath("//a[@class='note-call']/text()") == ["2"]
    text = (folder / "text/reading/marked.txt").read_text("utf-8")
    assert "\n\nMarker placed by the editors: 1. Certainty low: 1.\n" in text
    with zipfile.ZipFile(folder / "epub" / "marked.epub") as book:
        leaf = book.read("EPUB/marked.xhtml")
    assert b">[1]</a>" in leaf
    assert b"the editors placed those of the notes 1. Certainty low: 1.</p>" in leaf


SENTENCE = (
    "The markers in square brackets are not in the source; "
    "the editors placed those of the notes {}. "
    "Certainty low: 1."
)


@pytest.mark.parametrize("asked", ["foot", "end"])
@pytest.mark.parametrize("number", [' n="1"', ""])
def test_marks_that_the_editors_placed_in_the_book(asked: str, number: str) -> None:
    """Which they are is said once, at the head of the notes or in the first of them at the foot;
    a number that the volume may change leads to its note.
    """
    marked = MARKED.replace('xml:id="n1" n="1"', f'xml:id="n1"{number}')
    marked = marked if number else marked.replace(">1</supplied>", "/>")
    marked = marked.replace('<ref xml:id="a2"', '<ref xml:id="a2" resp="#mr"').replace(
        'target="#n2">2</ref>', 'target="#n2"><supplied reason="lost">2</supplied></ref>'
    )
    known = {"labels": labels(), "edition": "", "notes-at": asked}
    tree = behaviours("t.xml", marked).tree
    read: Any = html.fromstring(strings(here().run("print", tree, "print", known).value)["page"])
    (said,) = read.xpath("//*[@class='placed'][contains(., 'square brackets')]")
    assert said.xpath("string()") == SENTENCE.format("1, 2")
    assert set(said.xpath(".//a/@href")) == (set() if number else {"#marked.n1"})
    if asked == "foot":
        (note,) = said.xpath("ancestor::span[contains(@class, 'footnote')]")
        assert note.get("data-id") == "n1"
    else:
        assert said.getprevious().tag == "h2"
        assert said.getnext().get("class") == "endnote"


def test_a_book_without_such_marks_says_nothing_of_them() -> None:
    """Where all calls are of the source."""
    known = {"labels": labels(), "edition": "", "notes-at": "foot"}
    marked = MARKED.replace('<supplied reason="lost">1</supplied>', "1").replace('cert="low"', "")
    tree = behaviours("t.xml", marked).tree
    read: Any = html.fromstring(strings(here().run("print", tree, "print", known).value)["page"])
    assert not read.xpath("//*[@class='placed']")


def test_the_mark_is_among_the_corrections(folder: Path) -> None:
    """In the table and on the page of corrections, with who answers for it."""
    (row,) = [one for one in rows(folder, "corrections") if one["text"] == "marked"]
    assert (row["edition_has"], row["certainty"], row["responsible"]) == ("[1]", "low", "Ida Holm")
    links = page(folder, "interventions").xpath("//tr[@data-treatment='marker']//a/@href")
    assert [one for one in links if one.startswith("marked.")] == ["marked.html#a1"]


def test_what_the_textual_notes_leave_out(folder: Path) -> None:
    """It is said above their table, in the book too, which has no page on the text."""
    changed = MARKED.replace("is dear", "<choice><sic>si</sic><corr>is</corr></choice> dear")
    tree = behaviours("t.xml", changed).tree
    for form, notes in (("print", {"notes-at": "end"}), ("epub", {})):
        known = {"labels": labels(), "edition": "", **notes}
        pages = strings(here().run(form, tree, form, known).value)
        page: Any = html.fromstring(pages[{"print": "page", "epub": "apparatus"}[form]])
        (hint,) = page.xpath("//section[@class='apparatus']/p[@class='hint']")
        said = " ".join(hint.text_content().split())
        assert said.startswith("What was done throughout or by rule (")
        assert ("“About this text”" in said) == (form == "epub")
        assert said.endswith(" Note markers that the editors placed are explained with the notes.")


def test_every_mark_that_the_editors_placed(folder: Path) -> None:
    """An anchor, an empty or a full pointer that says how sure it is, one supplied from within or
    around: all are the editors', and a note says how certain it is itself.
    """
    reading = page(folder, "placed")
    assert reading.xpath("//a[@class='note-call']/text()") == CALLS
    told = reading.xpath("//li/span[@class='placed']/text()")
    assert told.pop(1) == "(marker placed by the editors; certainty low; internal evidence)"
    assert told == ["(marker placed by the editors; certainty low)"] * 4
    (beside,) = reading.xpath("//span[contains(@class, 'note-margin')]")
    assert beside.xpath("string()").strip() == "Dear. (certainty medium)"
    (seventh,) = reading.xpath("//li[@id='t7']/span[@class='rests-on']/text()")
    assert seventh == "(certainty low)"
    said = "the editors placed those of the notes 1–5. Certainty low: 1–5; internal evidence: 2."
    assert said in reading.xpath("string(//section[@class='notes']//p)")
    assert page(folder, "placed-diplomatic").xpath("//a[@class='note-call']/text()") == ["6", "7"]
    with zipfile.ZipFile(folder / "epub" / "placed.epub") as book:
        leaf: Any = html.fromstring(book.read("EPUB/placed.xhtml"))
    assert leaf.xpath("//a[@class='note-call']/text()") == CALLS
    assert said in leaf.xpath("string(//section[@class='notes']//p)")
    assert leaf.xpath("//li[@id='t7']/span[@class='rests-on']/text()") == ["(certainty low)"]


def test_every_placed_mark_in_words_and_rows(folder: Path) -> None:
    """The plain text has the same, and the table of corrections a row of each."""
    text = (folder / "text/reading/placed.txt").read_text("utf-8")
    words = " ".join(text.split("## Notes")[0].split())
    assert "Salt.[1] Rye.[2] Oats.[3] Hay.[4] Corn.[5] Tar.[6] Wax.[7][" in words
    assert words.endswith("[margin: Dear. (certainty medium)]")
    assert (
        "\n\nMarker placed by the editors: 1–5. Certainty low: 1–5; internal evidence: 2.\n" in text
    )
    assert "[7] So 7. (certainty low)\n" in text
    found = [one for one in rows(folder, "corrections") if one["text"] == "placed"]
    assert [
        (one["kind"], one["edition_has"], one["certainty"], one["responsible"]) for one in found
    ] == [("marker", f"[{n}]", "low", "Ida Holm") for n in range(1, 6)]


@pytest.mark.parametrize("asked", ["foot", "end"])
def test_every_placed_mark_in_the_book(asked: str) -> None:
    """Brackets, what is said once, and how certain the place of the last note is."""
    known = {"labels": labels(), "edition": "", "notes-at": asked}
    tree = behaviours("t.xml", PLACED).tree
    read: Any = html.fromstring(strings(here().run("print", tree, "print", known).value)["page"])
    assert read.xpath("//a[@class='note-call']/text()") == CALLS
    (said,) = read.xpath("//*[@class='placed'][contains(., 'square brackets')]")
    assert "those of the notes 1–5. Certainty low: 1–5; internal evidence: 2." in said.xpath(
        "string()"
    )
    told = read.xpath("//span[@class='rests-on']/text()")
    assert sorted(told) == ["(certainty low)", "(certainty medium)"]


def test_addresses_for_good(folder: Path) -> None:
    """Only a text whose ids are in its TEI says that its addresses stay."""
    assert "from version to version" in page(folder, "marked").xpath(
        "string(//section[@class='cite'])"
    )
    counted = page(folder, "counted").xpath("string(//section[@class='cite'])")
    assert "from version" not in counted
    assert "permanent" not in counted
    assert "a link of its own" in counted


def test_nobody_says_what_was_not_checked(folder: Path) -> None:
    """No page and no book says how accessible it was found: nobody looked."""
    assert "axe" not in (folder / "about.html").read_text("utf-8")
    assert "Accessibility" not in page(folder, "index").text_content()
    with zipfile.ZipFile(folder / "epub" / "marked.epub") as book:
        assert b"accessibilitySummary" not in book.read("EPUB/package.opf")


def test_names_and_dates_of_the_register(folder: Path) -> None:
    """What a machine misread is no name; a date without a source is marked, and one with is not."""
    entry = page(folder, "register/anne")
    said = dict(
        zip(
            entry.xpath("//dt/text()"),
            (one.text_content() for one in entry.xpath("//dd")),
            strict=True,
        )
    )
    assert said["Also"] == "Anne Korn"
    assert said["Born"] == "3 February 1800 (without a source, not to be cited)"
    assert said["Died"] == "1 January 1870"
    listed = (folder / "text/registers/persons.txt").read_text("utf-8")
    assert "b. 3 February 1800 (without a source, not to be cited), d. 1 January 1870" in listed
    row = next(one for one in rows(folder, "persons") if one["id"] == "anne")
    assert row["variants"] == "Anne Korn"
    assert (row["birth_certainty"], row["death_certainty"]) == ("medium", "")


def test_a_name_without_a_source(folder: Path) -> None:
    """Marked where the register is not sure of it: on its page, in lists, plain text, tables."""
    assert page(folder, "register/bert").xpath("string(//h1)") == "Bert (?)"
    assert page(folder, "register/anne").xpath("string(//h1)") == "Korn, Anne"
    assert page(folder, "persons").xpath("//li[@id='bert']/a/text()") == ["Bert (?)"]
    assert "Bert (?)" in (folder / "text/registers/persons.txt").read_text("utf-8")
    said = {one["id"]: one["name_certainty"] for one in rows(folder, "persons")}
    assert said == {"anne": "", "bert": "medium"}


def test_dates_without_a_source(folder: Path) -> None:
    """Marked where the register says that it is not sure of them: of lives, of events, of what was
    done; what says nothing of its certainty is taken as it is, and a source leaves a doubt of it.
    """
    dates = {
        name: [one.text_content() for one in page(folder, f"register/{name}").xpath("//dl//dd")][:1]
        for name in ("bert", "fair", "frost", "flood")
    }
    assert dates == {
        "bert": ["1801"],
        "fair": ["6 May 1822 (without a source, not to be cited)"],
        "frost": ["1823 (?)"],
        "flood": ["1824"],
    }
    assert "Miller (?) (1820 (without a source, not to be cited))" in page(
        folder, "register/anne"
    ).xpath("string(//dl)")
    listed = "".join(one.read_text("utf-8") for one in (folder / "text/registers").iterdir())
    assert "The fair, 6 May 1822 (without a source, not to be cited)" in listed
    assert "Miller (?) (1820 (without a source, not to be cited))" in listed
    assert "The flood, 1824" in listed
    lists = page(folder, "persons").text_content()
    assert "6 May 1822 (?)" in lists
    assert "1824 (?)" not in lists


def test_works_without_a_source(folder: Path) -> None:
    """Dates, authors and what else is said of a work are marked as those of persons and events."""
    right = {
        "rye": "Bo Reed (?), 1870 (without a source, not to be cited)",
        "hay": "Cy Moss, 1871 (?)",
        "tar": "Di Ash (?), 1872",
    }
    for name, words in right.items():
        assert page(folder, f"register/{name}").xpath("string(//p[@class='what'])") == words
        assert (
            page(folder, "persons")
            .xpath(f"string(//li[@id='{name}']//span[@class='what'])")
            .startswith(words)
        )
        assert words in (folder / "text/registers/persons.txt").read_text("utf-8")
    said = {
        one["id"]: (one["author_certainty"], one["date_certainty"]) for one in rows(folder, "works")
    }
    assert said == {"rye": ("low", "medium"), "hay": ("", "medium"), "tar": ("medium", "")}


LIFE = '<person xml:id="{0}"><persName>{0}</persName>{1}</person>'


@pytest.mark.parametrize(
    ("others", "marked"),
    [
        ('<birth when="1801" source="#b"/><death when="1870" source="#b"/>', True),
        ('<birth when="1801"/><death when="1870" source="#b"/>', False),
        ('<birth><date when="1801" source="#b"/></birth><death when="1870" source="#b"/>', True),
    ],
)
def test_a_date_without_a_source_among_others(others: str, marked: bool, tmp_path: Path) -> None:
    """In a register that has sources for most of its dates; one that has few is its own source."""
    lives = LIFE.format("ada", others) + LIFE.format("bo", '<death when="1888"/>')
    lists = f"<standOff><listPerson>{lives}</listPerson></standOff></TEI>"
    (tmp_path / "tei" / "registers").mkdir(parents=True)
    (tmp_path / "tei" / "registers" / "persons.xml").write_text(
        PERSONS.partition("<standOff>")[0] + lists, "utf-8"
    )
    (tmp_path / "tei" / "texts").mkdir()
    text = COUNTED.replace(">Anne<", ' >Ada</persName> <persName ref="#bo">Bo<')
    (tmp_path / "tei" / "texts" / "one.xml").write_text(text.replace("#anne", "#ada"), "utf-8")
    formats = ("html", "text", "tables")
    one = load(discover(tmp_path)[0])[0]
    assert set(build(Plan(one, formats, tmp_path / "out", cached=False)).written) == set(formats)
    said = " (without a source, not to be cited)" * marked
    entry = page(tmp_path / "out", "register/bo")
    assert entry.xpath("//dl//dd")[0].text_content() == f"1888{said}"
    listed = (tmp_path / "out/text/registers/persons.txt").read_text("utf-8")
    assert f"d. 1888{said}\n" in listed
    row = next(one for one in rows(tmp_path / "out", "persons") if one["id"] == "bo")
    assert row["death_certainty"] == "unknown" * marked
    assert "(?)" not in page(tmp_path / "out", "register/ada").xpath("string(//dl)")


@pytest.mark.parametrize("source", ["<bibl>Book of Lund</bibl>", "<note>Book of Lund</note>"])
def test_the_source_of_a_date_is_none_of_its_words(source: str, tmp_path: Path) -> None:
    """What stands in a birth beside its date and place is told as a remark."""
    lives = LIFE.format("ada", f'<birth when="1791">{source}</birth>')
    lists = f"<standOff><listPerson>{lives}</listPerson></standOff></TEI>"
    (tmp_path / "persons.xml").write_text(PERSONS.partition("<standOff>")[0] + lists, "utf-8")
    (tmp_path / "one.xml").write_text(COUNTED.replace("#anne", "#ada"), "utf-8")
    one = load(discover(tmp_path)[0])[0]
    build(Plan(one, ("html", "text"), tmp_path / "out", cached=False))
    entry = page(tmp_path / "out", "register/ada")
    assert entry.xpath("//dl//dd")[0].text_content() == "1791"
    assert "Book of Lund" in entry.xpath("string(//main)")
    listed = (tmp_path / "out/text/registers/persons.txt").read_text("utf-8")
    assert "ada, b. 1791. Book of Lund" in listed


def test_what_both_ends_of_a_span_have_is_told_once(folder: Path) -> None:
    """Month and year of days in one month, the year of those in one year."""
    listed = "".join(one.read_text("utf-8") for one in (folder / "text/registers").iterdir())
    assert "The strike, 1–9 March 1825" in listed
    assert "The march, 29 March–2 April 1825" in listed
    assert "The feud, 1825–1827" in listed
    assert "The siege, December 1825–2 January 1826" in listed


@pytest.mark.parametrize("sheet", ["text", "print", "epub"])
def test_how_a_text_is_cited_is_said_in_every_output(sheet: str) -> None:
    """In the head of the plain text, in the imprint, behind what an EPUB says about the text."""
    known = {"labels": labels(), "edition": "Salt", "cited": "Marked. In Salt. Haus."}
    tree = behaviours("t.xml", MARKED).tree
    pages = strings(here().run(sheet, tree, sheet, known).value)
    said = " ".join(pages.values())
    assert said.count("How to cite: Marked. In Salt. Haus.") == 1
    known["cited"] = ""
    assert "How to cite" not in " ".join(
        strings(here().run(sheet, tree, sheet, known).value).values()
    )


def test_plain_registers_name_their_sources(tmp_path: Path) -> None:
    """An entry has the numbers of its sources, which stand behind all entries; others do not."""
    listed = '<bibl xml:id="a">Book of Ulm.</bibl><bibl xml:id="b">Book of Lund.</bibl>'
    book = f"<listBibl>{listed}</listBibl></sourceDesc>"
    lives = LIFE.format("ada", '<birth when="1791" source="#b"/>') + LIFE.format("bo", "")
    lists = f"<standOff><listPerson>{lives}</listPerson></standOff></TEI>"
    head = PERSONS.partition("<standOff>")[0].replace("</sourceDesc>", book)
    (tmp_path / "persons.xml").write_text(head + lists, "utf-8")
    (tmp_path / "one.xml").write_text(COUNTED.replace("#anne", "#ada"), "utf-8")
    one = load(discover(tmp_path)[0])[0]
    build(Plan(one, ("text",), tmp_path / "out", cached=False))
    listed = (tmp_path / "out/text/registers/persons.txt").read_text("utf-8")
    assert listed == "ada, b. 1791 [1]\n\nbo\n\n## Sources\n\n[1] Book of Lund.\n"
