"""Addresses stay where each is in the TEI and stands there once; patterns of prefixes."""

import pytest
from editio.render.job import behaviours

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        ('<p xml:id="a">A <quote>b</quote>.</p>', None),
        ("<p>A.</p>", "yes"),
        ('<p xml:id=" ">A.</p>', "yes"),
        ('<p xml:id="a">A.</p><p xml:id="a">B.</p>', "yes"),
        ('<list xml:id="a"><item>A</item></list>', "yes"),
        ('<p xml:id="a">A.<name xml:id="a">B</name></p>', "yes"),
    ],
)
def test_counted(body: str, counted: str | None) -> None:
    """Counted ids, empty ones and those that stand twice do not stay."""
    tree = behaviours("a.xml", TEI.format(body)).tree
    assert tree.children[0].get_attribute_value("counted") == counted


def test_a_prefix_whose_pattern_is_none() -> None:
    """It leads nowhere, and stops nothing."""
    header = (
        "<teiHeader><encodingDesc><listPrefixDef><prefixDef ident='x' matchPattern='('"
        " replacementPattern='$1'/></listPrefixDef></encodingDesc></teiHeader>"
    )
    text = TEI.format("<p><ref target='x:a'>b</ref></p>").replace("<text>", f"{header}<text>")
    assert '"ref">b</ed:inline>' in str(behaviours("a.xml", text).tree)


def test_the_number_of_a_note_beside_a_word() -> None:
    """It does not run into it."""
    text = TEI.format('<p>see<ptr target="#n"/>, <ptr target="#n"/>.<note xml:id="n">N</note></p>')
    words = behaviours("a.xml", text).tree.string_value
    assert "see 1, 1." in words
