"""Each element of the cases, doubled and emptied: no stylesheet takes it that something stands
once, or has words.
"""

import copy
from collections.abc import Iterator

import pytest
from editio.engines.saxon import TransformError
from editio.render.job import behaviours, here, labels
from lxml import etree

from tests.rules.outputs import document
from tests.shared import ROOT

CASES = ROOT / "tests/rules/cases"

APPLIED = {"facts": "facts", "site": "text-pages", "print": "print", "epub": "epub"}
# A few at every change, every case before a release.
FEW = {"choice"}
NAMES = [
    pytest.param(one.name, marks=[] if one.name in FEW else pytest.mark.long)
    for one in sorted(CASES.iterdir())
]


def mutants(xml: str) -> Iterator[tuple[str, str]]:
    """Yield what was done to which element, and the document; of each name the first is taken."""
    root = etree.fromstring(xml.encode())
    every = [one for one in root.iter(etree.Element) if one is not root]
    for number in {str(one.tag): n for n, one in reversed(list(enumerate(every)))}.values():
        for done in ("doubled", "emptied"):
            mutant = copy.deepcopy(root)
            element = [one for one in mutant.iter(etree.Element) if one is not mutant][number]
            if done == "doubled":
                element.addnext(copy.deepcopy(element))
            else:
                element[:], element.text = [], None
            yield f"{element.tag} {done}", etree.tostring(mutant, encoding="unicode")


def _failure(xml: str) -> str:
    """Return what a stylesheet says when it fails; nothing if none does."""
    known = {"labels": labels()}
    pages = {**known, "edition": "", "reference": here().parse("<p/>")}
    try:
        tree = behaviours("case.xml", xml).tree
        for stylesheet, mode in APPLIED.items():
            here().run(stylesheet, tree, mode, known if stylesheet == "facts" else pages)
    except TransformError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", NAMES)
def test_no_stylesheet_fails(name: str) -> None:
    """Twice what should be once, nothing where words should be: pages come of it all the same."""
    every = dict(mutants(document((CASES / name / "tei.xml").read_text("utf-8"))))
    assert len(every) > 10
    assert {done: said for done, xml in every.items() if (said := _failure(xml))} == {}
