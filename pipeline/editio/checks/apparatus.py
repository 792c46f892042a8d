"""The apparatus: its entries have readings, and its readings have witnesses."""

from collections.abc import Collection, Iterator
from itertools import islice

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.near import Names
from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import ERROR, WARNING
from editio.diagnostics.repeats import in_file, once
from editio.edition.reading.source import TEI, XML_ID, Document

_APP, _LEM, _RDG = (f"{{{TEI}}}{name}" for name in ("app", "lem", "rdg"))
_GROUP = f"{{{TEI}}}rdgGrp"
_WITNESS = (f"{{{TEI}}}witness", f"{{{TEI}}}listWit", f"{{{TEI}}}msDesc", f"{{{TEI}}}bibl")
_BESIDE = (f"{{{TEI}}}person", f"{{{TEI}}}handNote")
_NAMING = frozenset({"wit", "source", "resp", "varSeq", "copyOf", "exclude", "hand"})
_DETAIL = f"{{{TEI}}}witDetail"
_REMARKS = (f"{{{TEI}}}note", f"{{{TEI}}}wit", _DETAIL)
_MANY = 20
_LATER = tuple(f"{{{TEI}}}{name}" for name in ("add", "del", "subst", "mod"))


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

    Asked only of texts that list their witnesses (listWit); a note that follows the reading, or the
    sigla as a source prints them (wit), may say it in words.

    Wrong:
        <app><lem wit="#A">stratagems</lem><rdg>strategems</rdg></app>
    Right:
        <app><lem wit="#A">stratagems</lem><rdg wit="#B">strategems</rdg></app>
    """
    known, detailed = witnesses(document), _detailed(document)
    for reading in document.root.iter(_RDG):
        parent = reading.getparent()
        around = [reading, *([parent] if parent is not None and parent.tag == _GROUP else [])]
        named = _NAMING & {str(a) for one in around for a in one.attrib}
        told = named or reading.get(XML_ID) in detailed or _is_told_of(reading)
        if known and not told:
            yield here(document, reading, witnesses=_listed(known))


@document_check(
    "A003",
    WARNING,
    "@wit names “{siglum}”, which is not a witness of this text{times}",
    "{advice}",
)
def unknown_sigla(document: Document) -> Iterator[Finding]:
    """A siglum in @wit is the id of a witness, a person or a hand that the header lists.

    Wrong:
        <rdg wit="#Frus">contentions</rdg>, where the witness is <witness xml:id="FRUS">
    Right:
        <rdg wit="#FRUS">contentions</rdg>
    """
    known, others = dict.fromkeys(witnesses(document)), _others(document)
    found = [
        (reading, siglum)
        for reading in bearers(document.root, "wit")
        if str(reading.tag).startswith(f"{{{TEI}}}")
        for siglum in reading.get("wit", "").split()
        if (siglum.startswith("#") or not set(siglum) & set(":/"))
        and (siglum[:1] != "#" or siglum[1:] not in known)
        and siglum not in others
    ]
    names = Names(known if found else ())
    for (reading, siglum), count in once(found, lambda one: one[1]):
        advice = _meant(siglum.lstrip("#"), known, names)
        times = in_file(count)
        yield here(document, reading, "wit", siglum=siglum, times=times, advice=advice)


def _others(document: Document) -> set[str]:
    """Return what else @wit may be: sigla in @n of witnesses without an id; persons and hands."""
    listed = (one for one in document.root.iter(_WITNESS[0]) if not one.get(XML_ID))
    beside = (f"#{one.get(XML_ID)}" for one in document.root.iter(*_BESIDE) if one.get(XML_ID))
    return {*(one.get("n", "") for one in listed), *beside} - {""}


def _meant(siglum: str, known: Collection[str], names: Names) -> str:
    near = siglum if siglum in known else names.nearest(siglum)
    if near:
        return f"Did you mean “#{near}”?"
    if known:
        return f"Witnesses are: {_listed(known)}."
    return f'Describe it in the header: <listWit><witness xml:id="{siglum}">…</witness></listWit>'


@document_check(
    "A004",
    WARNING,
    "the witness “{siglum}” has two different readings here",
    "A witness reads one thing at one place: take it out of one of the two, or use @varSeq.",
)
def witness_twice(document: Document) -> Iterator[Finding]:
    """A witness has the lemma or a reading, not both.

    What stands in its margin or comes from its correctors (add, del, @hand, @cause, @varSeq) is
    another reading of the same witness, and so is one of which a witDetail tells how it is there.

    Wrong:
        <app><lem wit="#A #B">detente</lem><rdg wit="#B">détente</rdg></app>
    Right:
        <app><lem wit="#A">detente</lem><rdg wit="#B">détente</rdg></app>
    """
    for app in document.root.iter(_APP):
        own = [one for one in app.iter(_LEM, _RDG) if _app_of(one) is app]
        if any({"varSeq", "hand", "cause"} & set(one.attrib) for one in own):
            continue
        lemma = {siglum for one in own if one.tag == _LEM for siglum in one.get("wit", "").split()}
        lemma -= {siglum for one in app.iter(_DETAIL) for siglum in one.get("wit", "").split()}
        for reading in own:
            if reading.tag == _RDG and not _is_later(reading):
                for siglum in sorted(lemma & set(reading.get("wit", "").split())):
                    yield here(document, reading, "wit", siglum=siglum)


def _is_told_of(reading: etree._Element) -> bool:
    """Whether a remark follows in the entry, which may be about it, or it is words of another place
    once more.
    """
    if reading.find("*[@copyOf]") is not None:
        return True
    return next(reading.itersiblings(*_REMARKS), None) is not None


def _is_later(reading: etree._Element) -> bool:
    """Whether a reading is one of the margin, of a corrector, or the lemma once more."""
    return "copyOf" in reading.attrib or next(reading.iter(*_LATER), None) is not None


def _app_of(reading: etree._Element) -> etree._Element | None:
    return next(reading.iterancestors(_APP), None)


def _listed(known: Collection[str]) -> str:
    """Name witnesses, but for those of a long list."""
    return ", ".join(f"#{one}" for one in islice(known, _MANY)) + ", …" * (len(known) > _MANY)


def _detailed(document: Document) -> set[str]:
    """Return the ids of readings whose witnesses a <witDetail> tells."""
    details = document.root.iter(_DETAIL)
    return {one.lstrip("#") for detail in details for one in detail.get("target", "").split()}


def witnesses(document: Document) -> list[str]:
    """Ids of witnesses, groups of witnesses, and described sources, in order."""
    return [name for one in document.root.iter(*_WITNESS) if (name := one.get(XML_ID))]
