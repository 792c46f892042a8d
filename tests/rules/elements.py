"""docs/elements.md: every element of the TEI, what becomes of it, and the case that shows it.

Made from the stylesheets, which say what they treat, and from the cases of this folder, each of
which is sent through the rules. `python -m tests.rules.elements > docs/elements.md` renews it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editio.render.job import behaviours
from lxml import etree

from tests.rules.outputs import document
from tests.rules.reasons import FIELDS, LETTER, NAMED, SHAPES, TOLD, WITH_ANOTHER, why
from tests.rules.treated import named, treated

CASES = Path(__file__).parent / "cases"
ED = "{urn:editio:ns}"
TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"
# Of other vocabularies what is carried as it is.
CARRIED = (
    "{http://www.w3.org/1998/Math/MathML}math",
    "{http://www.w3.org/2000/svg}svg",
)
# What stands in About this text, and not in the text.
ABOUT = "about "
# An edition of several texts in one file is no case of one text.
CORPUS = "[test_corpus](../tests/pipeline/test_corpus.py)"
HEAD = """# What becomes of each element

Made by `python -m tests.rules.elements > docs/elements.md` from the rules (`xslt/rules/`) and their
cases (`tests/rules/cases/`); do not edit. *Becomes* names the behaviours, which every format reads;
EPUB has them as HTML has. *Case* is one of those in which the element stands, with its output in
every format beside it. An element that is not in this table is published as its content and
reported (T001, T013).
"""


@dataclass
class Seen:
    """What the cases say of an element."""

    cases: list[str] = field(default_factory=list)
    shapes: dict[str, None] = field(default_factory=dict)
    inside: frozenset[str] | None = None
    worded: bool = False
    told: bool = False


def seen() -> Mapping[str, Seen]:
    """Return name of element -> what the cases show of it."""
    found: dict[str, Seen] = defaultdict(Seen)
    for case in sorted(CASES.iterdir()):
        root = etree.fromstring(document((case / "tei.xml").read_text("utf-8")).encode())
        for n, element in enumerate(root.iter("{*}*"), 1):
            element.set(f"{ED}at", f"{n}:1")
        tree = behaviours("case.xml", etree.tostring(root, encoding="unicode")).tree
        ruled = etree.fromstring(str(tree).encode())
        _enter(case.name, root, ruled, found)
    return found


def _enter(case: str, root: etree._Element, ruled: etree._Element, found: dict[str, Seen]) -> None:
    """Enter what a case shows of each of its elements."""
    placed: dict[str, list[str]] = defaultdict(list)
    about = {one for part in ruled.iter(f"{ED}about") for one in part.iterdescendants(f"{ED}*")}
    said = "".join(f" {_words(one)} " for one in ruled.iter(f"{ED}about"))
    for one in ruled.iter(f"{ED}*"):
        shape = f"{ABOUT}{_name(one)}" if one in about and _name(one) not in TOLD else _name(one)
        placed[one.get("at", "")].append(shape)
        # Facts of the header are called by the element that they are from.
        placed[(one.get("label") or one.get("name") or "").removeprefix("about-")] += [shape]
    carried = {one.get("kind"): ["foreign"] for one in ruled.iter(f"{ED}foreign")}
    for element in root.iter(f"{TEI}*", EXAMPLE, *CARRIED):
        entry = found[_name(element)]
        entry.cases += [case] if case not in entry.cases else []
        around = frozenset(_name(one) for one in element.iterancestors())
        here = placed.get(element.get(f"{ED}at", ""), [])
        here = carried.get(_name(element), []) if element.tag in CARRIED else here
        here = here or (placed.get(_name(element), []) if "teiHeader" in around else here)
        entry.shapes |= dict.fromkeys(here)
        entry.inside = around if entry.inside is None else entry.inside & around
        entry.worded |= bool("".join(map(str, element.itertext())).strip())
        entry.told |= (
            "teiHeader" in around and bool(words := _words(element)) and f" {words} " in said
        )


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def rows() -> Iterator[str]:
    """Yield the rows of the table, an element each."""
    reasons, known = named(), seen()
    for name in sorted(treated() | {"TEI", "teiCorpus"}, key=lambda one: (one.lower(), one)):
        entry = known.get(name, Seen())
        cells = _becomes(name, entry, reasons)
        case = (
            f"[{entry.cases[0]}](../tests/rules/cases/{entry.cases[0]})" if entry.cases else CORPUS
        )
        yield f"| `{name}` | {' | '.join(cells)} | {case} |"


def _becomes(name: str, entry: Seen, reasons: Mapping[str, str]) -> tuple[str, str, str, str]:
    known = [one for one in entry.shapes if one.removeprefix(ABOUT) in SHAPES]
    shapes = [one for one in known if not one.startswith(ABOUT)] or known
    if shapes and name != "TEI":
        parts = zip(*(_shape(name, one) for one in shapes[:2]), strict=True)
        html, text, paper = ("; ".join(dict.fromkeys(part)) for part in parts)
        names = dict.fromkeys(f"`{one.removeprefix(ABOUT)}`" for one in shapes[:3])
        return ", ".join(names), html, text, paper
    if name in LETTER:
        return LETTER[name]
    if entry.told and "teiHeader" in (entry.inside or ()) and name not in NAMED:
        return "its words, with what it stands in", *WITH_ANOTHER
    reason = why(name, entry.inside or frozenset(), reasons)
    content = "its content, without a behaviour of its own" if entry.worded else ""
    return reason or content, "–", "–", "–"


def _shape(name: str, behaviour: str) -> tuple[str, str, str]:
    """Return what a behaviour of an element is in each format."""
    if behaviour == "field" and name in FIELDS:
        return FIELDS[name]
    if behaviour.startswith(ABOUT):
        return f"{SHAPES[behaviour.removeprefix(ABOUT)][0]} of About this text", *WITH_ANOTHER[1:]
    return SHAPES[behaviour]


def page() -> str:
    """Return docs/elements.md."""
    head = "| element | becomes | HTML and EPUB | plain text | print | case |\n" + "|---" * 6 + "|"
    return "\n".join([HEAD, head, *rows(), ""])


if __name__ == "__main__":
    sys.stdout.write(page())
