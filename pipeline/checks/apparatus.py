"""The apparatus and the editor's corrections: readings have witnesses, corrections correct."""

import difflib
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.checks.registry import Finding, document_check, here
from pipeline.codes import ERROR, WARNING
from pipeline.source import TEI, XML_ID, Document

_APP, _LEM, _RDG, _CHOICE = (f"{{{TEI}}}{name}" for name in ("app", "lem", "rdg", "choice"))
_GROUP = f"{{{TEI}}}rdgGrp"
_WITNESS = (f"{{{TEI}}}witness", f"{{{TEI}}}listWit", f"{{{TEI}}}msDesc", f"{{{TEI}}}bibl")
_PAIRS = {"sic": "corr", "orig": "reg", "abbr": "expan"}


@document_check(
    "A001",
    ERROR,
    "this apparatus entry has neither <lem> nor <rdg>",
    "Put the readings into it: <lem> for the text, <rdg> for each that differs.",
)
def empty_apparatus(document: Document) -> Iterator[Finding]:
    """An apparatus entry holds readings (TEI Guidelines, chapter TC).

    Wrong:
        <app>stratagems</app>
    Right:
        <app><lem wit="#A">stratagems</lem><rdg wit="#B">strategems</rdg></app>
    """
    for app in document.root.iter(_APP):
        if next(app.iter(_LEM, _RDG), None) is None and app.find(f"{{{TEI}}}note") is None:
            yield here(document, app)


@document_check(
    "A002",
    WARNING,
    "this reading does not say which witness has it",
    'Add wit="#…", one of: {witnesses}; or @source, or @resp for a conjecture.',
)
def readings_without_witness(document: Document) -> Iterator[Finding]:
    """A reading names its witnesses, its source, or the one who conjectures it.

    Asked only of texts that list their witnesses (listWit).

    Wrong:
        <app><lem wit="#A">stratagems</lem><rdg>strategems</rdg></app>
    Right:
        <app><lem wit="#A">stratagems</lem><rdg wit="#B">strategems</rdg></app>
    """
    witnesses = _witnesses(document)
    for reading in document.root.iter(_RDG):
        parent = reading.getparent()
        around = [reading, *([parent] if parent is not None and parent.tag == _GROUP else [])]
        named = {"wit", "source", "resp", "varSeq"} & {str(a) for one in around for a in one.attrib}
        if witnesses and not named:
            yield here(document, reading, witnesses=", ".join(f"#{one}" for one in witnesses))


@document_check(
    "A003",
    ERROR,
    "@wit names “{siglum}”, which is not a witness of this text",
    "{advice}",
)
def unknown_sigla(document: Document) -> Iterator[Finding]:
    """A siglum in @wit is the id of a witness that the header lists.

    Wrong:
        <rdg wit="#Frus">contentions</rdg>, where the witness is <witness xml:id="FRUS">
    Right:
        <rdg wit="#FRUS">contentions</rdg>
    """
    witnesses = _witnesses(document)
    for reading in document.root.iter(f"{{{TEI}}}*"):
        for siglum in reading.get("wit", "").split():
            own = siglum.startswith("#") or not set(siglum) & set(":/")
            if own and (siglum[:1] != "#" or siglum[1:] not in witnesses):
                advice = _nearest(siglum.lstrip("#"), witnesses)
                yield here(document, reading, "wit", siglum=siglum, advice=advice)


def _nearest(siglum: str, witnesses: list[str]) -> str:
    folded = {one.casefold(): one for one in witnesses}
    near = difflib.get_close_matches(siglum.casefold(), folded, 1)
    if near:
        return f"Did you mean “#{folded[near[0]]}”?"
    if witnesses:
        return f"Witnesses are: {', '.join(f'#{one}' for one in witnesses)}."
    return f'Describe it in the header: <listWit><witness xml:id="{siglum}">…</witness></listWit>'


@document_check(
    "A004",
    ERROR,
    "the witness “{siglum}” has two different readings here",
    "A witness reads one thing at one place: take it out of one of the two, or use @varSeq.",
)
def witness_twice(document: Document) -> Iterator[Finding]:
    """A witness stands once in an apparatus entry.

    Wrong:
        <app><lem wit="#A #B">detente</lem><rdg wit="#B">détente</rdg></app>
    Right:
        <app><lem wit="#A">detente</lem><rdg wit="#B">détente</rdg></app>
    """
    for app in document.root.iter(_APP):
        own = [one for one in app.iter(_LEM, _RDG) if _app_of(one) is app]
        if any({"varSeq", "hand", "cause"} & set(one.attrib) for one in own):
            continue
        count: Counter[str] = Counter()
        for reading in own:
            sigla = set(reading.get("wit", "").split())
            count.update(sigla)
            for siglum in sorted(one for one in sigla if count[one] == 2):
                yield here(document, reading, "wit", siglum=siglum)


def _app_of(reading: etree._Element) -> etree._Element | None:
    return next(reading.iterancestors(_APP), None)


@document_check(
    "A005",
    ERROR,
    "<{after}> says the same as <{before}>: nothing is {done}",
    "Write what it should be, or take the <choice> away.",
)
def empty_corrections(document: Document) -> Iterator[Finding]:
    """A correction changes something; so does a regularisation, so does an expansion.

    Wrong:
        <choice><sic>strategems</sic><corr>strategems</corr></choice>
    Right:
        <choice><sic>strategems</sic><corr>stratagems</corr></choice>
    """
    done = {"corr": "corrected", "reg": "regularised", "expan": "expanded"}
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
    "this <choice> offers only <{name}>, and nothing against it",
    "Add what it is to be chosen against, or take the <choice> away.",
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


def _witnesses(document: Document) -> list[str]:
    """Ids of witnesses, groups of witnesses, and described sources, in order."""
    return [name for one in document.root.iter(*_WITNESS) if (name := one.get(XML_ID))]
