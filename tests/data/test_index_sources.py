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
<ed:entry id="ida" kind="person" sort="holm, ida"><ed:name>Holm, Ida M.</ed:name></ed:entry>
</ed:register></ed:volume>"""
MENTION = (
    '<ed:mention entries="{0}" kind="rs" in="p{1}" mention="m{1}"><ed:before/>'
    "<ed:form>x</ed:form><ed:after/></ed:mention>"
)


ENTRIES = {
    "volume": ["Roth, Ada (1851–1912?) [1]Printer in Lund", "Fair (1880) [2]"],
    "epub": ["Roth, Ada (1851–1912?) [1]. Printer in Lund. p1", "Fair (1880) [2]. p2"],
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
    assert told(found)[0] == {"volume": "Holm, Ida M.", "epub": "Holm, Ida M. p1"}[sheet]
    assert not found.xpath("//*[@id='index-sources']")
    assert "square brackets" not in found.text_content()


def test_a_book_that_names_nobody_has_no_registers() -> None:
    """As an EPUB, too."""
    assert made("epub", "registers", ()) is None
