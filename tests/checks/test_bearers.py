"""The elements that checks ask for by their attributes, and how often they do."""

from pathlib import Path

import pytest
from editio.checks import addresses
from editio.checks.bearers import bearers
from editio.edition.reading.source import TEI, Document, read
from lxml import etree

TEXT = (
    '<div n="1"><p when="1964" n="2">a <hi when="1918"/></p><!-- n="x" --><p xml:id="p">b</p></div>'
)
ID = "{http://www.w3.org/XML/1998/namespace}id"


def test_elements_come_once_and_in_the_order_of_the_text() -> None:
    """Whatever the order in which attributes are named; the root is one of them."""
    root = etree.fromstring(TEXT)
    assert [one.tag for one in bearers(root, "when", "n")] == ["div", "p", "hi"]
    assert [one.tag for one in bearers(root, "n", "when", ID)] == ["div", "p", "hi", "p"]
    assert bearers(root, "who") == []


@pytest.mark.parametrize(
    ("text", "walks", "told"),
    [
        ("<p>a\u00a0b <ref target='https://example.org/'>c</ref></p>", 0, 0),
        ("<p>a\u00a0b <idno>java\u00a0script:x</idno></p>", 0, 1),
        ("<p>a <ref target='java\u200bscript:x'>c</ref></p>", 2, 1),
        ("<p>a <name ref='javascript:x'>c</name></p>", 1, 1),
        ("<p>a <name ref='javascript&#58;x'>c</name></p>", 2, 1),
    ],
)
def test_addresses_are_gone_through_where_one_may_be_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, walks: int, told: int
) -> None:
    """Blanks that do not break stand in most texts; they matter in addresses alone."""
    file = tmp_path / "one.xml"
    file.write_text(f"<TEI xmlns='{TEI}'><text><body>{text}</body></text></TEI>", "utf-8")
    document = read(file, file.name, brief=True)
    assert isinstance(document, Document)
    asked: list[tuple[str, ...]] = []

    def noting(root: etree._Element, *names: str) -> list[etree._Element]:
        asked.append(names)
        return bearers(root, *names)

    monkeypatch.setattr(addresses, "bearers", noting)
    assert len([*addresses.odd_schemes(document)]) == told
    assert [*addresses.no_addresses(document)] == []
    assert len(asked) == walks
