"""Wishes of [behaviours] and models of an ODD for elements that stand only where no rule of a text
is asked: in registers, whose entries have one form for all, and in most of a header (C025).

Says of each what is left undone. An element that no file has is the business of C020; a model for
one is none, since an ODD may serve many editions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.processing import Model, models
from editio.edition.config.settings import FILE
from editio.edition.config.spots import spot_in
from editio.edition.project import Project
from editio.edition.reading import source
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.entries import HOMES
from lxml import etree

# What is said of a text on its page, as the rules for headers have it (xslt/rules/about.xsl).
_SAID = frozenset({
    "sourceDesc", "availability", "notesStmt", "projectDesc", "samplingDecl", "editorialDecl",
    "handNotes", "revisionDesc",
})  # fmt: skip
# Prose in it, and descriptions of manuscripts, which have rules of their own.
_PROSE = frozenset({"p", "ab", "list", "table", "quote", "bibl", "msDesc"})
# What holds labelled records, and is none.
_LISTS = frozenset({"listWit", "listBibl"})
# Parts of a record that is set in the order of a style, wherever it stands.
_OF_RECORDS = frozenset({
    "analytic", "monogr", "series", "imprint", "titleStmt", "publicationStmt", "editionStmt",
    "seriesStmt",
})  # fmt: skip
# What is taken apart, and leaves no element behind that could be dressed.
_NO_PART = frozenset({"TEI", "teiCorpus", "imprint", "msIdentifier"})
# Lists in what a header says of its source that are registers alone, where each entry has an id
# (xslt/prepare/listed.xsl), and what they list.
_LISTED = frozenset(kind for kind, (home, _) in HOMES.items() if home not in _LISTS)
_REGISTERS = frozenset(HOMES[kind][0] for kind in _LISTED)
_NAMES = frozenset({"persName", "orgName", "name", "placeName", "measure"})


@dataclass(frozen=True)
class _Wish:
    """What is wished for an element, a type or both, and where it is written."""

    element: str
    kind: str
    behaviour: str
    dressed: bool
    file: str
    at: tuple[int, int]
    what: str

    def met(self, one: etree._Element) -> bool:
        """Whether it is about an element."""
        return not self.kind or one.get("type") == self.kind


def unreached(project: Project, files: Sequence[Path]) -> Iterator[Diagnostic]:
    """C025: what is wished of elements that the files hold, and comes to nothing."""
    wishes = [*_settings(project), *_models(project.root)]
    held: dict[_Wish, set[str]] = {one: set() for one in wishes}
    for file in files if wishes else ():
        open_wishes = [one for one in wishes if "behaviour" not in held[one]]
        if open_wishes and (tree := source.tree(file)) is not None:
            for one in open_wishes:
                held[one].update(_places(tree, one, file in project.registers))
    for one in wishes:
        if held[one] and (left := _left(one, held[one])):
            yield diagnostic("C025", one.file, *one.at, what=one.what, left=left)


def _settings(project: Project) -> Iterator[_Wish]:
    for name, wish in project.settings.behaviours:
        element, _, kind = name.partition(".")
        dressed = bool(wish.get("class") or wish.get("label"))
        place = spot_in(project.root, "behaviours", name, name)
        what = f"<{element}>" if not kind else f"“{name}”"
        yield _Wish(element, kind, wish.get("behaviour", ""), dressed, FILE, place, what)


def _models(root: Path) -> Iterator[_Wish]:
    """Yield the first model of each element that asks for something."""
    told: set[str] = set()
    for one in (model for statement in models(root)[0] for model in statement):
        if one.element not in told and (one.behaviour or _is_dressed(one)):
            told.add(one.element)
            yield _Wish(one.element, "", one.behaviour, _is_dressed(one), one.file, one.at,
                        f"<{one.element}>")  # fmt: skip


def _is_dressed(one: Model) -> bool:
    return bool(one.classes or one.style or one.before or one.after)


def _places(tree: etree._Element, wish: _Wish, register: bool) -> Iterator[str]:
    """Yield for each element that is meant what can be done where it stands: a behaviour (and all
    else), its dress alone, or nothing.
    """
    lists = () if register else _listed(tree)
    for one in tree.iter(f"{{{TEI}}}{wish.element or '*'}"):
        if wish.met(one):
            alone = register or any(each in lists for each in (one, *one.iterancestors()) if lists)
            yield "nothing" if alone else _place(one)


def _left(wish: _Wish, places: set[str]) -> str:
    """Return what is not carried out."""
    if "behaviour" in places or (wish.dressed and not wish.behaviour and "dress" in places):
        return ""
    return (
        f"the behaviour “{wish.behaviour}”"
        if wish.dressed and "dress" in places
        else "the treatment"
    )


def _place(one: etree._Element) -> str:
    """Return what the rules do where an element stands in a text."""
    above = [etree.QName(each).localname for each in one.iterancestors(etree.Element)]
    name = etree.QName(one).localname
    if name in _NO_PART:
        return "nothing"
    if "teiHeader" not in above and name != "teiHeader":
        set_in_order = name in _OF_RECORDS and {"biblStruct", "biblFull"} & {*above}
        return "nothing" if set_in_order or "standOff" in above else "behaviour"
    inside = above[: above.index("teiHeader")] if "teiHeader" in above else []
    if name in _PROSE or _PROSE & {*inside} or _is_among_words(one):
        return "behaviour" if {*inside} & {*_SAID, "encodingDesc", "publicationStmt"} else "nothing"
    is_record = bool({*inside} & _SAID) and name not in _LISTS
    is_section = name in {*_SAID, "encodingDesc"} or (
        name == "publicationStmt" and one.find(f"{{{TEI}}}p") is not None
    )
    return "dress" if is_record or is_section else "nothing"


def _is_among_words(one: etree._Element) -> bool:
    """Whether an element stands among words, or holds a name alone, as a text does."""
    parent = one.getparent()
    if parent is None or etree.QName(parent).localname in {*_SAID, *_LISTS, "encodingDesc"}:
        return False
    words = [parent.text, *(each.tail for each in parent)]
    names = (etree.QName(each).localname for each in parent.iterchildren(etree.Element))
    return any((each or "").strip() for each in words) or {*names} <= _NAMES


def _listed(tree: etree._Element) -> list[etree._Element]:
    """Return the lists in what a header says of its source of which each entry has an id."""
    of_sources = (
        each
        for source_of in tree.iter(f"{{{TEI}}}sourceDesc")
        for each in source_of.iter(*(f"{{{TEI}}}{name}" for name in _REGISTERS))
    )
    return [each for each in of_sources if _has_ids(each)]


def _has_ids(entries: etree._Element) -> bool:
    found = [
        each
        for each in entries.iter(*(f"{{{TEI}}}{name}" for name in _LISTED))
        if not {etree.QName(up).localname for up in each.iterancestors(etree.Element)} & _LISTED
    ]
    return bool(found) and all(each.get(XML_ID) for each in found)
