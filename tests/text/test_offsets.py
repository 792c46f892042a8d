"""From the characters of a plain text back to the TEI, held against the TEI itself.

What a span of the diplomatic text says must be what the source says within the element of that id,
read by another way: formats/transcript.py drops what editors added and knows nothing of rules.
"""

import json
import re
from copy import deepcopy
from functools import cache

import pytest
from editio.edition.edition import opened
from editio.formats.sheet import Laid, Span
from editio.formats.text import offsets, plain
from editio.formats.transcript import is_editors, words
from editio.model.context import Options, Text
from editio.render.job import behaviours, here, labels
from lxml import etree

from tests.pipeline.editions import ROOT, tei
from tests.texts.streams import NS, TEI, XML_ID, squeezed

TEXTS = ["khrushchev-at-70", "soviet-admissions"]
# What the format puts in: marks of columns, of headings and quotations.
ADDED = re.compile(r"\[column \w+\]|^#+ |^> ?|^\[\]$", re.M)
# Spans that the source does not have, and captions, which follow their paragraph.
ELSEWHERE = {"call", "page", "gap", "figure"}


@cache
def laid(name: str, reading: str, options: Options) -> Laid:
    """Set a text of the edition."""
    (found,) = (one for one in opened(ROOT)[0].texts if one.id == name)
    ruled = behaviours(found.path, found.xml)
    text = Text(name, found.path, here(), ruled.tree, labels(), "", lambda _: None, options=options)
    return plain(text, reading)


def encoded(name: str) -> dict[str, etree._Element]:
    """Return the elements of the text that have an xml:id."""
    root = etree.parse(ROOT / "tei" / "texts" / f"{name}.xml").getroot()
    return {e.get(XML_ID, ""): e for e in root.iterfind(f"tei:text//*[@{{{XML_ID[1:-3]}}}id]", NS)}


def own_words(element: etree._Element) -> str:
    """Return what the source has in an element, without the notes and captions within."""
    copy = deepcopy(element)
    for inner in list(copy.iter(f"{{{TEI}}}note", f"{{{TEI}}}figure")):
        if inner is not copy:
            inner.tag = f"{{{TEI}}}supplied"
    return squeezed(words(copy).removesuffix(copy.tail or ""))


def told(found: Laid, span: Span) -> str:
    """Return what a span says of the source: its characters without those of spans that do not."""
    kept = list(found.text[span.start : span.end])
    for inner in found.spans[found.spans.index(span) + 1 :]:
        if inner.end <= span.end and inner.facts.get("kind") in ELSEWHERE:
            for at in range(inner.start, inner.end):
                kept[at - span.start] = ""
    return squeezed(ADDED.sub("", "".join(kept)))


@pytest.mark.parametrize("options", [Options(), Options(bare=True), Options(wrap=60)])
@pytest.mark.parametrize("name", TEXTS)
def test_round_trip(name: str, options: Options) -> None:
    """Every span of the diplomatic text has the words of the element whose id it names."""
    elements, found = encoded(name), laid(name, "diplomatic", options)
    compared = 0
    for span in found.spans:
        element = elements.get(span.facts.get("id", ""))
        if element is None or span.facts.get("kind") in {"call", "page"}:
            continue
        wanted = own_words(element)
        if element.tag == f"{{{TEI}}}note":
            wanted = re.sub(r"^\d+\.", "", wanted)
        assert told(found, span) == wanted, span.facts
        compared += 1
    assert compared > 70


@pytest.mark.parametrize("name", TEXTS)
def test_no_id_is_missed(name: str) -> None:
    """Every xml:id of the text is in one of the two maps."""
    mapped = {
        span.facts.get("id")
        for reading in ("reading", "diplomatic")
        for span in laid(name, reading, Options()).spans
    }
    left_out = {id_ for id_, element in encoded(name).items() if is_left_out(element)}
    assert set(encoded(name)) - mapped == left_out


def is_left_out(element: etree._Element) -> bool:
    """Whether neither text has it: a division whose notes all stand elsewhere; an editors' note
    on what the reading text leaves out, since the diplomatic text has no editors' notes.
    """
    record = element.xpath("boolean(ancestor::tei:div[@type='catalogueRecord'])", namespaces=NS)
    return element.get("type") == "notes" or (record is True and is_editors(element))


@pytest.mark.parametrize("name", TEXTS)
def test_spans_nest(name: str) -> None:
    """Spans lie within or beside each other, in the text, and never cross."""
    found = laid(name, "reading", Options(wrap=72))
    open_: list[int] = []
    for span in found.spans:
        assert 0 <= span.start <= span.end < len(found.text)
        while open_ and open_[-1] <= span.start:
            open_.pop()
        assert not open_ or span.end <= open_[-1], span
        if span.end > span.start:
            open_.append(span.end)


def test_how_certain_a_mention_is() -> None:
    """A name whose reference is doubted says so where its characters are told."""
    doubted = '<persName ref="#ada" cert="low">Ada</persName>'
    said = f'<p>Old {doubted} and <persName ref="#bo">Bo</persName></p>'
    ruled = behaviours("a.xml", tei(said))
    text = Text("a", "a.xml", here(), ruled.tree, labels(), "", lambda _: None)
    for reading in ("reading", "diplomatic"):
        lines = [json.loads(one) for one in offsets(plain(text, reading).spans).splitlines()]
        names = {one["mention"]: one.get("cert") for one in lines if "mention" in one}
        assert list(names.values()) == ["low", None]
