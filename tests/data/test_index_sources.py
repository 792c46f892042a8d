"""Indexes of the book, registers of an EPUB: who is meant, and by which sources that is told."""

from typing import Any

import pytest
from editio.engines.saxon import EDITIO, strings
from editio.render.job import here, labels
from lxml import html

VOLUME = f"""<ed:volume xmlns:ed="{EDITIO}" lang="en">
<ed:facts id="letter" lang="en" words="9" notes="0" editorial-notes="0" interventions="0">
<ed:field name="title">A letter</ed:field>
{{}}
</ed:facts>
<ed:register id="people" lang="en"><ed:title>People</ed:title>
<ed:source id="s1" web="https://example.org/press">Files of the press.</ed:source>
<ed:source id="s2" web="">Names of the town.</ed:source>
<ed:source id="s3" web="https://example.org/roth">Life of Ada Roth.</ed:source>
<ed:entry id="ada" kind="person" sort="roth, ada"><ed:date role="birth" when="1851" source="s3"/>
<ed:date role="death" when="1912" resp="ed" cert="medium"/><ed:name>Roth, Ada</ed:name>
<ed:form kind="variant" source="s2">Ada R.</ed:form>
<ed:note kind="identification">Printer in Lund</ed:note></ed:entry>
<ed:entry id="fair" kind="event" sort="fair" when="1880" source="s1"><ed:name>Fair</ed:name>
</ed:entry>
<ed:entry id="feasts" kind="event" sort="feasts" notBefore="1929-12-21" notAfter="1949-12-21">
<ed:name>Feasts</ed:name></ed:entry>
<ed:entry id="ida" kind="person" sort="holm, ida"><ed:name>Holm, Ida M.</ed:name></ed:entry>
</ed:register></ed:volume>"""
MENTION = (
    '<ed:mention entries="{0}" kind="rs" in="p{1}" mention="m{1}"><ed:before/>'
    "<ed:form>x</ed:form><ed:after/></ed:mention>"
)


ENTRIES = {
    "volume": ["Roth, Ada (1851–1912?) [1]Printer in Lund", "Fair (1880) [2]"],
    "epub": ["Roth, Ada (1851–1912?) [1]. Printer in Lund. A letter", "Fair (1880) [2]. A letter"],
}


def made(sheet: str, page: str, named: tuple[str, ...]) -> Any:
    """The page that a stylesheet makes of a volume whose text names these."""
    mentions = "".join(MENTION.format(one, number) for number, one in enumerate(named, 1))
    known = {"labels": labels(), "edition": "Letters"}
    tree = here().parse(VOLUME.format(mentions))
    pages = strings(here().run(sheet, tree, sheet, known).value)
    return html.fromstring(pages[page]) if page in pages else None


def told(page: Any) -> list[str]:
    """The entries and sources, in words."""
    return [" ".join(one.text_content().split()) for one in page.xpath("//*[@class='entry']")]


@pytest.mark.parametrize(("sheet", "page"), [("volume", "page"), ("epub", "registers")])
def test_an_entry_leads_to_the_sources_of_what_it_says(sheet: str, page: str) -> None:
    """Not to those of its other names; a year that rests on none has its mark."""
    found = made(sheet, page, ("ada", "fair"))
    assert [one for one in told(found) if "see" not in one] == [
        *ENTRIES[sheet],
        "[1] Life of Ada Roth. example.org/roth",
        "[2] Files of the press. example.org/press",
    ]
    links = found.xpath("//*[@class='proofs']/a/@href")
    assert sorted(links) == ["#index-source-1", "#index-source-2"]
    assert len(found.xpath("//*[@id='index-sources']")) == 1


@pytest.mark.parametrize(("sheet", "page"), [("volume", "page"), ("epub", "registers")])
def test_where_nothing_has_a_source_nothing_is_said_of_sources(sheet: str, page: str) -> None:
    """No empty list, no promise of one."""
    found = made(sheet, page, ("ida",))
    assert told(found)[0] == {"volume": "Holm, Ida M.", "epub": "Holm, Ida M. A letter"}[sheet]
    assert not found.xpath("//*[@id='index-sources']")
    assert "square brackets" not in found.text_content()


@pytest.mark.parametrize(("named", "kept"), [("fair", 1), ("feasts", 0)])
def test_a_date_that_fills_a_column_may_be_broken(named: str, kept: int) -> None:
    """One that is kept in a line would be printed over the column beside it."""
    page = made("volume", "page", (named,))
    (entry,) = page.xpath("//p[@class='entry'][not(@id)]")
    assert "(" in entry.text_content()
    assert len(entry.xpath(".//span[@class='years']")) == kept


PLACED = """<ed:unit id="h1" kind="heading" level="1">A letter</ed:unit>
<ed:unit id="p1" kind="paragraph"/><ed:unit id="h2" kind="heading" level="2">On the road</ed:unit>
<ed:unit id="p2" kind="paragraph"/><ed:unit id="n1" kind="note" n="4"/>
<ed:unit id="h3" kind="heading" level="2">At home</ed:unit>
<ed:unit id="p4" kind="paragraph"/><ed:unit id="l7" kind="line" n="7"/>"""


def test_an_epub_tells_places_by_what_is_shown_there() -> None:
    """Headings, numbers of notes and verses; no id, which its reader finds nowhere."""
    mentions = "".join(
        MENTION.format("ada", "").replace('in="p"', f'in="{one}"')
        for one in ("p1", "p2", "q2", "n1", "h3")
    )
    mentions += "".join(
        MENTION.format("ida", "").replace('in="p"', f'in="{one}"') for one in ("p4", "l7")
    )
    tree = here().parse(VOLUME.format(PLACED + mentions))
    pages = strings(here().run("epub", tree, "epub", {"labels": labels(), "edition": "x"}).value)
    found: Any = html.fromstring(pages["registers"])
    assert told(found)[:2] == [
        "Holm, Ida M. At home (1, 7)",
        "Roth, Ada (1851–1912?) [1]. Printer in Lund. A letter, "
        "On the road (1, 2, note 4), At home",
    ]
    assert found.xpath("//*[@id='register-ada']/a/@href")[1:] == [
        "letter#p2", "letter#q2", "letter#n1", "letter#h3"
    ]  # fmt: skip


def test_a_name_that_rests_on_no_source_has_its_mark() -> None:
    """In the index of book and EPUB, as a year has it."""
    volume = VOLUME.format(MENTION.format("ida", 1)).replace(
        "<ed:name>Holm", '<ed:name cert="medium">Holm'
    )
    for sheet, page in (("volume", "page"), ("epub", "registers")):
        made = here().run(sheet, here().parse(volume), sheet, {"labels": labels(), "edition": "x"})
        assert told(html.fromstring(strings(made.value)[page]))[0].startswith("Holm, Ida M.?")


def test_what_a_book_has_not_is_not_in_its_index() -> None:
    """Names in the diplomatic text alone, which neither book nor EPUB has."""
    mentions = MENTION.format("ada", 1) + MENTION.format("ida", 2).replace(
        " mention", " only='diplomatic' mention"
    )
    for sheet, page in (("volume", "page"), ("epub", "registers")):
        tree = here().parse(VOLUME.format(mentions))
        pages = strings(here().run(sheet, tree, sheet, {"labels": labels(), "edition": "x"}).value)
        assert [one for one in told(html.fromstring(pages[page])) if "Holm" in one] == []


def test_a_work_has_all_of_its_few_authors() -> None:
    """Two or three; of more, the first."""
    work = """<ed:register id="works" lang="en"><ed:title>Works</ed:title>
    <ed:entry id="w" kind="work" sort="tales"><ed:name>Tales</ed:name><ed:part>{}</ed:part>
    </ed:entry></ed:register></ed:volume>"""
    authors = ["Ada Roth", "Holm, Ida", "Olav Moe", "Jon Dahl"]
    for many, said in (
        (2, "Tales (Roth, Holm)"),
        (3, "Tales (Roth, Holm, Moe)"),
        (4, "Tales (Roth)"),
    ):
        fields = "".join(f'<ed:field name="author">{one}</ed:field>' for one in authors[:many])
        volume = VOLUME.format(MENTION.format("w", 1)).replace("</ed:volume>", work.format(fields))
        made = here().run(
            "epub", here().parse(volume), "epub", {"labels": labels(), "edition": "x"}
        )
        page = html.fromstring(strings(made.value)["registers"])
        assert [one.removesuffix(". A letter") for one in told(page)] == [said]


def test_a_book_that_names_nobody_has_no_registers() -> None:
    """As an EPUB, too."""
    assert made("epub", "registers", ()) is None
