"""What is published is what was transcribed: nothing lost on the way, nothing put in."""

import re
from pathlib import Path

import pytest
from editio.edition.reading.source import Document, read
from editio.formats.text import plain as set_in_lines
from editio.model.context import Text
from editio.render.job import behaviours, here, labels
from lxml import etree

from tests.pipeline.editions import ROOT
from tests.texts.streams import transcript_stream

TEXTS = sorted((ROOT / "tei" / "texts").glob("*.xml"))


def document(path: Path) -> Document:
    """Read a text of the edition, which is known to be sound."""
    found = read(path, path.name)
    assert isinstance(found, Document)
    return found


def plain(path: Path, reading: str) -> str:
    """Return one of the two plain texts."""
    ruled = behaviours(path.name, document(path).xml)
    text = Text(path.stem, path.name, here(), ruled.tree, labels(), "", lambda _: None)
    return set_in_lines(text, reading).text


def said(path: Path) -> str:
    """Return the diplomatic text, without the head of the file and the sources behind it."""
    words = plain(path, "diplomatic").split("***\n\n", 1)[1]
    return re.split(r"\n## (?:Sigla|Sources)\n", words, maxsplit=1)[0]


def squeezed(words: str) -> str:
    """Leave white space out: how lines are broken is the format's business."""
    return re.sub(r"\s", "", words)


# What the text format adds, each on a line or in brackets of its own: marks of page and column, of
# gaps, of headings and quotations.
ADDED = re.compile(r"\[(?:page|column) \w+\]|\[… [^\]]*\]|^#+ |^> ?", re.M)


def test_diplomatic_text_of_the_report() -> None:
    """Every character of the transcript is in the diplomatic text, in reading order, and no other.

    The caption stands after its paragraph, which in the source goes on behind it.
    """
    path = ROOT / "tei/texts/khrushchev-at-70.xml"
    found = said(path)
    (caption,) = re.findall(r"\n\n(Khrushchev, in World War II.*?)\n\n", found, re.S)
    found = squeezed(ADDED.sub("", found)).replace(squeezed(caption), "")
    wanted = squeezed(transcript_stream(etree.parse(path).getroot()))
    assert wanted.count(squeezed(caption)) == 1
    assert found == wanted.replace(squeezed(caption), "")


def test_diplomatic_text_of_the_essay() -> None:
    """The same for the essay, whose notes move to the end of the file, behind the author's line."""
    path = ROOT / "tei/texts/soviet-admissions.xml"
    body, notes = said(path).split("\n## Notes\n")
    wanted = squeezed(transcript_stream(etree.parse(path).getroot()))
    text, rest = wanted.split("1.OnBukharin", 1)
    printed, author = f"1.OnBukharin{rest}".split("•", 1)
    assert squeezed(ADDED.sub("", body)) == f"{text}•{author}"
    said_of_marks = (
        r" \(marker placed by the editors; certainty \w+; (in|ex)ternal evidence[.;] .*\)$"
    )
    notes = re.sub(said_of_marks, "", notes, flags=re.M)
    assert squeezed(re.sub(r"^\[(\d+)\]", r"\1.", notes, flags=re.M)) == printed


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_nothing_unknown(path: Path) -> None:
    """Every element of the edition's own texts has a rule."""
    assert behaviours(path.name, document(path).xml).diagnostics == ()


def test_reading_text_of_the_report() -> None:
    """Passages that the transcript tore apart are whole; what is supplied is in brackets."""
    page = plain(ROOT / "tei/texts/khrushchev-at-70.xml", "reading")
    for passage in (
        "divided into two periods. The[9] earlier one, ending with the fall of Marshal Zhukov",
        "orient the economy and military services, and make the Soviet Union a first-rate world",
        "has led him to lean more heavily on personal advisers",
        "at the Berlin wall [in][22] October 1961, Khrushchev [told the West German ambassador",
        "## [The Uncertain Succession]",
    ):
        assert passage in page
    text = page.split("***\n\n", 1)[1].partition("## Notes")[0]
    for mark in ("Approved For", "25X6 ", "Xhrushchev", '"', "--"):
        assert mark not in text
    # The classification stands where the cover has it, and not at the head and foot of each page.
    assert text.count("\nSECRET\n") == 1
    assert "“one of them”—the bosses" in text
