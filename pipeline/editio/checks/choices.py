"""The editor's corrections: they correct, and stand against what they correct."""

from collections.abc import Iterator

from lxml import etree

from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import WARNING
from editio.edition.reading.source import TEI, Document

_CHOICE = f"{{{TEI}}}choice"
# Not orig and reg: programs regularise, and leave most words as they are.
_PAIRS = {"sic": "corr", "abbr": "expan"}


@document_check(
    "A005",
    WARNING,
    "<{after}> says the same as <{before}>: nothing is {done}",
    "Write what it should be, or remove the <choice>.",
)
def empty_corrections(document: Document) -> Iterator[Finding]:
    """A correction changes something; so does an expansion.

    Wrong:
        <choice><sic>strategems</sic><corr>strategems</corr></choice>
    Right:
        <choice><sic>strategems</sic><corr>stratagems</corr></choice>
    """
    done = {"corr": "corrected", "expan": "expanded"}
    for choice in document.root.iter(_CHOICE):
        for before, after in _PAIRS.items():
            first, second = (choice.find(f"{{{TEI}}}{name}") for name in (before, after))
            if first is None or second is None:
                continue
            if etree.tostring(first, encoding="unicode", method="text", with_tail=False) == (
                etree.tostring(second, encoding="unicode", method="text", with_tail=False)
            ) and _markup(first) == _markup(second):
                yield here(document, second, before=before, after=after, done=done[after])


def _markup(element: etree._Element) -> list[str]:
    return [str(one.tag) for one in element.iterdescendants(etree.Element)]


@document_check(
    "A006",
    WARNING,
    "this <choice> offers only <{name}>, without an alternative",
    "Add the alternative, or remove the <choice>.",
)
def lonely_choices(document: Document) -> Iterator[Finding]:
    """A choice holds at least two alternatives.

    Wrong:
        <choice><sic>strategems</sic></choice>
    Right:
        <sic>strategems</sic>, or <choice><sic>strategems</sic><corr>stratagems</corr></choice>
    """
    for choice in document.root.iter(_CHOICE):
        children = list(choice.iterchildren(f"{{{TEI}}}*"))
        if len(children) == 1:
            yield here(document, choice, name=str(children[0].tag).rpartition("}")[2])
