"""Where the start tags of a file stand, in a document that is kept and in one that is looked at."""

from pathlib import Path

import pytest
from editio.checks.runs import runs
from editio.edition.reading.source import TEI, Document, Passing, read
from lxml import etree

HEAD = "<teiHeader><fileDesc><titleStmt><title>Ä</title></titleStmt></fileDesc></teiHeader>"
TEXT = f"""<?xml version="1.0"?>
<!-- <TEI> --><TEI
 xmlns="{TEI}" n='a>b "c"'>{HEAD}<?go <p>?><text>
<body><p>𝔄 <hi>b</hi><!-- <p>
<l/> --> <seg
n="1"/><![CDATA[<p>]]>\t<lb/></p></body></text></TEI>"""
PLACES = {"TEI": (2, 15), "text": (3, 143), "p": (4, 7), "hi": (4, 12), "seg": (5, 10)}


def _read(folder: Path, text: str, brief: bool) -> Document:
    file = folder / "one.xml"
    file.write_bytes(text.encode())
    document = read(file, "one.xml", brief=brief)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_places_are_those_of_the_file(tmp_path: Path, end: str, before: str) -> None:
    """Line and column are counted in characters; what only looks like a tag is none."""
    text = before + TEXT.replace("\n", end)
    for brief in (True, False):
        document = _read(tmp_path, text, brief)
        found = {etree.QName(one).localname: document.at(one) for one in document.root.iter("{*}*")}
        assert {name: found[name] for name in PLACES} == PLACES
        assert isinstance(document, Passing) is (brief and not before)


def test_what_is_looked_at_is_what_would_be_kept(tmp_path: Path) -> None:
    """Both say the same of themselves, and give the stylesheets the same text."""
    one, other = (_read(tmp_path, TEXT, brief) for brief in (True, False))
    assert etree.canonicalize(one.xml) == etree.canonicalize(other.xml)
    assert (one.id, one.digest, one.data, one.lines) == (
        *(other.id, other.digest, other.data, other.lines),
    )


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n<!--", "\n<!DOCTYPE TEI [<!ENTITY a '<p/>'>]><!--").replace("b<", "&a;<"),
        TEXT.replace("<body>", '<body xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include/>'),
        f'<teiCorpus xmlns="{TEI}">{TEXT[TEXT.rindex("<TEI") :]}</teiCorpus>',
        TEXT.replace("hi>", "äh>"),
    ],
)  # fmt: skip
def test_what_is_more_than_its_tags_is_read_whole(tmp_path: Path, text: str) -> None:
    """Entities that bring tags along, other files, several texts in one, names in other letters."""
    assert not isinstance(_read(tmp_path, text, True), Passing)


def test_words_of_a_header_are_passed_over(tmp_path: Path) -> None:
    """But not where a text may stand in it, or where it is not sure where it ends."""
    for header in (
        HEAD,
        HEAD.replace("Ä", "<!-- </teiHeader> -->Ä"),
        HEAD.replace("Ä", "<text/>Ä"),
    ):
        document = _read(tmp_path, TEXT.replace(HEAD, header), True)
        said = [one.text for one in runs(document) if not one.text.isspace()]
        assert said == ["𝔄 ", "b"]
