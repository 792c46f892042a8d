"""Letters and entries of a catalogue in one volume: they run on, and say once what all share."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import composition, setter
from editio.render.build import Plan, build

from tests.typesetting.books import aside
from tests.typesetting.pages import words
from tests.typesetting.reading import given_back
from tests.typesetting.test_facing import volume

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter{0}" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Letter {0}</title><author>Miller, Ann</author><author>Miller,
Ann</author>
<author>Weaver, Jo</author><editor>Ruth Reader</editor></titleStmt>
<publicationStmt><publisher>A press</publisher><date when="2026">2026</date>
<availability><p>All may copy these letters.</p></availability></publicationStmt>
<sourceDesc><p>Made for a test.</p><listWit><witness xml:id="A">{3}</witness></listWit>
</sourceDesc></fileDesc></teiHeader>
<text><body><p>{1} <app><lem>Or</lem><rdg wit="#A">But</rdg></app> so.<note xml:id="n"
place="foot">See <ptr target="#n"/> of {0}. {2}</note>
</p></body></text></TEI>"""


@cache
def _volume() -> tuple[str, int]:
    """The page of the volume in HTML, and how many pages it fills."""
    root = aside()
    pages: list[tuple[str, int]] = []
    (root / "tei" / "texts").mkdir(parents=True)
    for number in range(1, 7):
        said = "The ferry is late again and nobody minds. " * 12
        note = "It was late. " * (200 if number == 6 else 1)
        copy = "A draft" if number == 3 else "A fair copy"
        file = root / "tei" / "texts" / f"letter{number}.xml"
        file.write_text(LETTER.format(number, said, note, copy), "utf-8")
    project, _ = discover(root)
    edition, _ = load(project)
    compose = composition.compose_indexed

    def listening(page: Any, *rest: Any) -> composition.Composed:
        made = compose(page, *rest)
        pages.append((made.page, len(made.document.pages)))
        return made

    with patch.object(composition, "compose_indexed", listening):
        build(Plan(edition, ("pdf",), aside(), cached=False))
    return pages[0]


@pytest.mark.slow
def test_short_texts_follow_one_another() -> None:
    """Six letters of a third of a page take three pages, not twelve, however long their notes."""
    html, pages = _volume()
    assert html.count("run-on") == 5
    assert pages <= 12


@pytest.mark.slow
def test_rights_that_hold_for_all_are_said_once() -> None:
    """In one imprint, without the title of each text."""
    html, _ = _volume()
    imprint = html[html.index('class="imprint"') :]
    imprint = imprint[: imprint.index("</section>")]
    assert imprint.count("All may copy these letters.") == 1
    assert "Letter 3" not in imprint


def test_notes_of_texts_that_share_pages_are_counted_through() -> None:
    """No page has two notes of one number; a note and what refers to it have that of its call."""
    page, _ = _volume()
    calls = re.findall(r"<a [^>]*data-counted[^>]*>([^<]*)</a>", page)
    assert calls == ["1", "2", "3", "4", "5", "6"]
    notes = re.findall(r'data-id="n".*?<a class="note-number"[^>]*>([^<]*)</a>(.*? of .)', page)
    said = [(number, re.sub("<[^>]*>", "", words).strip()) for number, words in notes]
    assert said == [(n, f"See {n} of {n}") for n in calls]


def test_sigla_are_told_before_the_texts() -> None:
    """Once for all texts whose witnesses are the same, and named in the contents."""
    page, _ = _volume()
    sigla = page[page.index('<section class="conspectus"') : page.index('<section id="letter1"')]
    assert '<a class="roman" href="#conspectus">Sigla</a>' in page[: page.index(sigla)]
    said = [part for part in re.split(r"\s*<[^>]*>\s*", sigla) if part]
    others = "; ".join(f"Letter {number}" for number in (1, 2, 4, 5, 6))
    assert said[:6] == ["Sigla", others, "Siglum", "Witness", "A", "A fair copy"]
    assert said[6:] == ["Letter 3", "Siglum", "Witness", "Readings", "A", "A draft", "1"]


def test_editors_are_named_on_the_title_page() -> None:
    """Once, where the headers of all texts name the same."""
    html, _ = _volume()
    assert html.count("Edited by Ruth Reader") == 1


def test_who_edited_one_text_did_not_edit_the_others(tmp_path: Path) -> None:
    """The title page names those who edited every text, the head of a text who else did."""
    edited = {"a": ("Ruth Reader", "Ed Vos"), "b": ("Ruth Reader",), "c": ("Ruth Reader",)}
    page = volume(
        tmp_path,
        {
            name: LETTER_OF.format("3. V. 1850").replace(
                "</title>", "</title>" + "".join(f"<editor>{one}</editor>" for one in editors)
            )
            for name, editors in edited.items()
        },
    )
    assert page.xpath("//section[@class='title right']/p[@class='editors']/text()") == [
        "Edited by Ruth Reader"
    ]
    assert page.xpath("//header/p[@class='editors']/text()") == ["Edited by Ed Vos"]


def test_authors_of_all_texts_are_named_once_and_parted_by_semicolons_where_names_have_commas() -> (
    None
):
    """As the headers of libraries write them: surname, forename; on the title page."""
    html, _ = _volume()
    named = '<p class="author">Miller, Ann; Weaver, Jo</p>'
    assert html.count("Miller, Ann; Weaver, Jo") == 1
    assert named in html[html.index('class="title right"') : html.index('class="contents"')]


ENTRY = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>MS {0}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><msDesc
xml:id="m{0}"><msIdentifier><settlement>Hallow</settlement><repository>Town
Library</repository><idno>MS {0}</idno></msIdentifier><msContents><msItem n="1">
<title>Salt</title><incipit>Sal</incipit></msItem></msContents></msDesc></sourceDesc></fileDesc>
</teiHeader><text><body><p/></body></text></TEI>"""


LETTER_OF = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>To Bert</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/>
</sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent">
<persName>Ann</persName><date when="1850-05-03">{}</date></correspAction></correspDesc>
</profileDesc></teiHeader><text><body><p>Rye.</p></body></text></TEI>"""


def test_long_texts_are_cited_each_by_itself(tmp_path: Path) -> None:
    """Among their sources; letters that run on are cited as the book is, which its imprint says."""
    texts = {name: LETTER.format(name, "Long. " * 1200, "", "X") for name in ("a", "b")}
    texts |= {name: LETTER.format(name, "Short.", "", "X") for name in ("c", "d")}
    page = volume(tmp_path, texts)
    assert page.xpath("//h2[../h1[@id='about']]/text()") == [f"Letter {name}" for name in "abcd"]
    cited = page.xpath("//div[@class='about']/p[@class='citation']")
    assert [one.text for one in cited] == [f"How to cite: letter{name}. Cited." for name in "ab"]


def test_the_date_of_a_letter_is_told_once(tmp_path: Path) -> None:
    """In its head, as that writes it; above it where the head has none."""
    dates = {"a": "3. V. 1850", "b": "a Friday"}
    page = volume(tmp_path, {name: LETTER_OF.format(date) for name, date in dates.items()})
    works = page.xpath("//section[contains(@class, 'work')]")
    assert [work.xpath(".//p[@class='date']/text()") for work in works] == [[], ["3 May 1850"]]


def test_who_wrote_a_letter_is_said_once(tmp_path: Path) -> None:
    """By its head, and in the contents by its title; by the contents where the title does not."""
    by = "</title><author>Holm, Ida von</author>"
    sent = "<persName>Holm, Ida von</persName>"
    letter = LETTER_OF.replace("</title>", by).replace("<persName>Ann</persName>", sent)
    other = letter.replace(sent, "<persName>Ann</persName>")
    page = volume(
        tmp_path,
        {
            "a": letter.replace("To Bert", "Holm to Bert"),
            "b": letter,
            "c": other.replace("Ida von", "Eva"),
        },
    )
    assert page.xpath("//header/p[@class='author']/text()") == ["Holm, Eva"]
    assert [list(one.itertext()) for one in page.xpath("//nav//li[@class='part']")] == [
        ["Holm to Bert"], ["Holm, Ida von", "To Bert"], ["Holm, Eva", "To Bert"]
    ]  # fmt: skip


WORKS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="works"><teiHeader><fileDesc>
<titleStmt><title>W</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listBibl>
<bibl xml:id="rye"><author>Holm, Ida von</author><title>Roggen</title></bibl>
<bibl xml:id="oats"><author>Jo Weaver</author><title>Hafer</title></bibl>
</listBibl></standOff></TEI>"""


def test_the_book_speaks_the_language_of_its_texts(tmp_path: Path) -> None:
    """Its contents and indexes, too; there a work has the surname of its author."""
    named = '<p><title ref="#rye">Roggen</title>, <title ref="#oats">Hafer</title>.</p>'
    text = LETTER_OF.replace('"en"', '"de"').replace("<p>Rye.</p>", named)
    for file, said in (("texts/a", text), ("registers/works", WORKS)):
        (tmp_path / "tei" / file).parent.mkdir(parents=True)
        (tmp_path / "tei" / f"{file}.xml").write_text(said, "utf-8")
    edition, _ = load(discover(tmp_path)[0])
    build(Plan(edition, ("pdf",), tmp_path / "out", cached=False))
    told = given_back(tmp_path / "out" / "pdf" / "edition.pdf")
    assert "Inhalt" in told and "Contents" not in told
    assert "Roggen (Holm), 1" in told and "Hafer (Weaver), 1" in told


def test_the_contents_of_many_short_texts_are_close() -> None:
    """Titles alone follow line by line; what has parts or is of another kind stands apart."""
    entry = '<li class="part"><a href="#t">Letter</a></li>'
    parted = f'{entry}<li class="level-2"><a href="#t">Part</a></li>'
    html = (
        f'<nav class="contents"><h2>Contents</h2><ol>{entry * 20}{parted}{entry}'
        f'<li class="behind"><a href="#t">Sources</a></li></ol></nav><p id="t">Words</p>'
    )
    document, said = setter.lay_out(f'<html lang="en"><title>t</title><body>{html}</body></html>')
    assert said == []
    items = [
        box.position_y + box.margin_top
        for box in document.pages[0]._page_box.descendants()
        if box.element_tag == "li" and type(box).__name__ == "BlockBox"
    ]
    steps = [two - one for one, two in pairwise(items)]
    line = min(steps)
    assert [round(step / line) for step in steps] == [1] * 19 + [2, 1, 2, 2]


def test_an_entry_of_a_catalogue_has_one_heading(tmp_path: Path) -> None:
    """Town, library and shelfmark; what points to it finds it, contents and heads are short."""
    page = volume(tmp_path, {f"e{at}": ENTRY.format(at) for at in (1, 2)})
    works = page.xpath("//section[contains(@class, 'work')]")
    assert [["".join(one.itertext()) for one in work.xpath(".//h1 | .//h2")] for work in works] == [
        ["Hallow, Town Library, MS 1"], ["Hallow, Town Library, MS 2"]
    ]  # fmt: skip
    assert page.xpath("//header/h1/@data-running") == ["MS 1", "MS 2"]
    assert page.xpath("//nav//li[@class='part']/a/text()") == ["MS 1", "MS 2"]
    ids = page.xpath("//@id")
    assert {one[1:] for one in page.xpath("//a/@href") if one[0] == "#"} <= set(ids)


def test_no_letter_begins_with_part_of_its_heading_at_the_foot_of_a_page() -> None:
    """Who wrote it, what it is called and its first lines stand together, wherever pages end."""
    opening = (
        '<header class="opening"><p class="author">Jo</p><h1 data-title="t">Title</h1></header>'
    )
    work = f'<section class="work run-on">{opening}<div class="text"><p>{"Words. " * 90}</p></div>'
    document, said = setter.lay_out(f'<html lang="en"><title>t</title>{f"{work}</section>" * 14}')
    assert said == []
    pages = [words(page._page_box.children[0]) for page in document.pages]
    assert len(pages) > 3
    assert not [page for page in pages if page.rstrip().endswith(("Jo", "Title"))]
