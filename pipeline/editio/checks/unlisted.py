"""Names whose entries are not in the edition at all: no list of that kind stands anywhere.

So begin editions whose registers are kept elsewhere or are still to be made; that every such name
leads nowhere is one finding, not thousands.
"""

from collections.abc import Iterator

from editio.checks.index import Corpus, Index, Pointer
from editio.checks.registers import KINDS, wanted
from editio.checks.registry import Finding, edition_check
from editio.checks.targets import known
from editio.diagnostics.codes import WARNING
from editio.edition.registers.entries import HOMES

# Names that the check of kinds (P005) leaves alone: they may be of more kinds than one.
_MORE = {
    "author": "a person",
    "editor": "a person",
    "name": "",
    "rs": "",
    "objectName": "an object",
}
_MORE |= dict.fromkeys(("forename", "surname", "roleName", "addName"), "a person")
_MORE |= dict.fromkeys(("district", "bloc", "geogFeat", "pubPlace"), "a place")
_MORE |= {"eventName": "an event", "publisher": "an organisation"}
_LISTED = KINDS | {"an object": frozenset({"object"})}
# Kind -> the kind in words, and an entry of it.
_WORDS = {
    "a person": ("persons", "person"),
    "a place": ("places", "place"),
    "an organisation": ("organisations", "org"),
    "an event": ("events", "event"),
    "a work": ("works", "bibl"),
    "an object": ("objects", "object"),
    "": ("persons, places or other entries", "person"),
}


@edition_check(
    "P026",
    WARNING,
    "@ref points to “{target}”{others}, but the edition has no register of {kind}",
    "Put the entries into tei/registers/{file}: <standOff><{list}>…, each with its xml:id; “editio "
    "register” drafts them. Until then such names are published as plain words.",
)
def names_without_register(corpus: Corpus) -> Iterator[Finding]:
    """The entries that names point to stand in a register of the edition, in tei/registers/.

    Where no file of the edition has an entry of that kind, this is said once for each kind, and the
    edition can be built. As soon as there is one, every name that leads nowhere is an error (P002,
    P004), since it may be a slip.

    Wrong:
        <persName ref="#lenin">Lenin</persName>, and no <person> in any file
    Right:
        <person xml:id="lenin"> in tei/registers/persons.xml
    """
    listed, everything = listed_kinds(corpus), known(corpus)
    missed: dict[str, list[tuple[Pointer, Index]]] = {}
    for index in corpus.checked():
        for pointer, goal in everything.aims(index):
            there = goal.file in corpus.present and not everything.has(goal, index)
            asks = (goal.id or goal.file) and not (goal.outside or goal.prefix or there)
            if asks and is_unlisted(pointer, listed) and not everything.hit(goal, index):
                missed.setdefault(_kind(pointer), []).append((pointer, index))
    for kind, found in missed.items():
        pointer, index = found[0]
        words, entry = _WORDS[kind]
        holder, file = HOMES[entry]
        count = len({one.token for one, _ in found}) - 1
        others = f" and {count} other{'s' if count > 1 else ''} like it" if count else ""
        facts = {"target": pointer.token, "others": others, "kind": words}
        facts |= {"file": f"{file}.xml", "list": holder}
        yield Finding(pointer.file or index.path, pointer.line, pointer.column, facts)


def listed_kinds(corpus: Corpus) -> frozenset[str]:
    """Return the names of the elements that have ids anywhere in the edition."""
    return frozenset(one.kind for index in corpus.files.values() for one in index.anchors)


def is_unlisted(pointer: Pointer, listed: frozenset[str]) -> bool:
    """Whether this is a name, and the edition lists nothing of what it names."""
    is_name = bool(wanted(pointer)) or pointer.element in _MORE
    kinds = _LISTED.get(_kind(pointer)) or frozenset().union(*KINDS.values())
    return pointer.attribute == "ref" and is_name and not kinds & listed


def _kind(pointer: Pointer) -> str:
    return wanted(pointer) or _MORE.get(pointer.element, "")
