"""The elements that checks ask for by their attributes."""

from editio.checks.bearers import bearers
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
