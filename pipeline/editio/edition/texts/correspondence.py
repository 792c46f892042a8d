"""The order of letters: which comes before and after another, in all of them and with one partner.

Reads the correspDesc of each text. What the editors say of a letter's neighbours (correspContext)
comes before what the dates say. What a letter's page shows of it is in rules/correspondence.xsl.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import PurePosixPath

from editio.edition.names import composed, key, published
from editio.edition.reading.source import TEI, XML_ID, Document
from editio.edition.reading.trees import TREES
from editio.edition.registers.pointing import CALLED, MEANT
from editio.edition.registers.prefixes import full, prefixes
from editio.edition.texts.titles import words
from lxml import etree

_DATES = ("when", "from", "notBefore", "when-iso", "from-iso", "notBefore-iso", "to", "notAfter")
_NAMES = tuple(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "name", "rs"))
_LAST = "9999"
# No year has eight digits; so ISO 8601 writes a day, which XML Schema does not.
_DAY = re.compile(r"-?\d{4}(?!\d{4}$)")
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)")
# What stands for no date, and for no year (rules/words.xsl has them, too).
_NONE = re.compile(r"9999(-|$)|0001-01-01")
_YEARLESS = re.compile(r"(?:0001|1000)-\d\d")


@dataclass(frozen=True)
class Neighbour:
    """A letter beside another: `role` previous or next; `within` collection or correspondence, and
    with whom that is. `text` is empty where the edition does not have the letter.
    """

    role: str
    within: str
    partner: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class Stated:
    """What editors say of a letter beside: its role, within what, where it is, and its title."""

    role: str
    within: str
    target: str
    title: str


@dataclass(frozen=True)
class Correspondence:
    """Those who correspond, in words and by key; the name of their page; the ids of letters."""

    partner: str
    parties: tuple[str, ...]
    slug: str
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """What orders a letter: the first day on which it can have been sent, who wrote and got it."""

    day: str
    parties: tuple[tuple[str, str], ...]
    stated: tuple[Stated, ...]


def letter(text: Document) -> Letter | None:
    """Return what orders a text that is a letter; nothing for other texts."""
    return _letter(text.before, text.stamped)


@lru_cache(maxsize=2**16)  # by its text: both orders ask for it
def _letter(before: str, stamped: bytes) -> Letter | None:
    told = _chosen(TREES.tree(before, stamped))
    if told is None:
        return None
    acts = {kind: _acts(told, kind) for kind in ("sent", "received")}
    parties = dict(party for some in acts.values() for act in some for party in _parties(act))
    days = (_day(act) for some in acts.values() for act in some)
    return Letter(next(filter(None, days), ""), tuple(parties.items()), tuple(_stated(told)))


def _chosen(root: etree._Element) -> etree._Element | None:
    """Return the first letter of a text: one that it chooses by @decls, else that of its header."""
    every = root.findall(f".//{{{TEI}}}profileDesc/{{{TEI}}}correspDesc")
    texts = root.iterchildren(f"{{{TEI}}}text")
    named = {one.lstrip("#") for text in texts for one in text.get("decls", "").split()}
    return next((one for one in every if one.get(XML_ID) in named), every[0] if every else None)


def by_date(texts: Sequence[Document]) -> list[Document]:
    """Return texts with the letters among them, where each is dated, in the order of their days.

    Undated ones come last; what is no letter keeps its place.
    """
    known = [letter(text) for text in texts]
    dated = [(one.day or _LAST, n) for n, one in enumerate(known) if one]
    ordered = iter(sorted(dated))
    return [texts[next(ordered)[1]] if one else texts[n] for n, one in enumerate(known)]


def neighbours(texts: Sequence[Document], titles: Sequence[str]) -> list[tuple[Neighbour, ...]]:
    """Return, for each text, the letters beside it, as the editors and as the dates have them."""
    known = [letter(text) for text in texts]
    places = {composed(text.id): n for n, text in enumerate(texts)}
    places |= {composed(PurePosixPath(text.path).stem): n for n, text in enumerate(texts)}

    def named(said: Stated) -> Neighbour:
        at = places.get(composed(_file(said.target)))
        title, text = (said.title, "") if at is None else (titles[at], texts[at].id)
        return Neighbour(said.role, said.within, "", title, text)

    found = [[named(said) for said in one.stated] if one else [] for one in known]
    found = [[one for one in some if one.title or one.text] for some in found]
    for partner, _, some in _correspondences(known):
        for before, after in pairwise(some):
            for n, other, role in ((after, before, "previous"), (before, after, "next")):
                if not _is_stated(found[n], role):
                    made = titles[other], texts[other].id
                    found[n].append(Neighbour(role, "correspondence", partner, *made))
    return [tuple(one) for one in found]


def correspondences(texts: Sequence[Document]) -> list[Correspondence]:
    """Return who corresponds, from A to Z."""
    found = []
    slugs: Counter[str] = Counter()
    for partner, parties, some in sorted(_correspondences([letter(text) for text in texts])):
        slug = f"with-{published(None, partner)}"
        slugs[key(slug)] += 1
        again = f"-n{slugs[key(slug)]}" if slugs[key(slug)] > 1 else ""
        found.append(
            Correspondence(partner, parties, slug + again, tuple(texts[n].id for n in some))
        )
    return found


def _file(target: str) -> str:
    """Return what a pointer calls a letter: its file without folder and ending, or its id."""
    bare = re.sub(r"^#|(\.xml|\.tei)?(#.*)?$", "", target)
    return bare if ":" in bare else bare.rpartition("/")[2]


def _is_stated(found: Sequence[Neighbour], role: str) -> bool:
    """Whether editors name a letter of the edition as the one beside, in the correspondence."""
    return any(one.text and not one.partner for one in found
               if (one.role, one.within) == (role, "correspondence"))  # fmt: skip


def _correspondences(
    known: Sequence[Letter | None],
) -> Iterator[tuple[str, tuple[str, ...], list[int]]]:
    """Yield who corresponds, in words and by key, with the numbers of their letters by date."""
    grouped: dict[frozenset[str], list[tuple[str, int]]] = defaultdict(list)
    called: dict[str, str] = {}
    for n, one in enumerate(known):
        if one and len(one.parties) > 1:
            grouped[frozenset(dict(one.parties))].append((one.day or _LAST, n))
            for party, name in one.parties:
                called.setdefault(party, name)
    centre = _centre([one for one in known if one])
    for group, some in grouped.items():
        parties = sorted(group - {centre}, key=lambda party: (called[party], party))
        names = " – ".join(called[party] for party in parties)
        yield names, tuple(parties), [n for _, n in sorted(some)]


def _centre(known: Sequence[Letter]) -> str:
    """Return who takes part in more than half of the letters: all others are partners then."""
    counts = Counter(party for one in known for party, _ in one.parties)
    party, most = next(iter(counts.most_common(1)), ("", 0))
    return party if most > len(known) / 2 else ""


def _acts(told: etree._Element, kind: str) -> list[etree._Element]:
    # One that does not say what it is has all who take part, which their names say of themselves.
    return [one for one in told.iter(f"{{{TEI}}}correspAction") if one.get("type", kind) == kind]


def _parties(act: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield who took part, by the address or key that tells them apart, else by name."""
    for name in act.iter(*_NAMES):
        if any(above.tag in _NAMES for above in name.iterancestors()):
            continue
        said = name.get(CALLED) or words(name)
        pointers = (name.get(MEANT) or name.get("ref") or name.get("key") or "").split()
        if known := (pointers[0] if pointers else said).rpartition("#")[2]:
            yield known, said or known


def _day(act: etree._Element) -> str:
    dates: Iterable[etree._Element] = act.iter(f"{{{TEI}}}date")
    given = ((one, _written(one, name)) for one in dates for name in _DATES)
    known = ((one, day) for one, day in given if _DAY.match(day) and not stands_for_none(day))
    return next((day for one, day in known if not is_yearless(words(one), day)), "")


def _written(date: etree._Element, name: str) -> str:
    """Return a value of a date, with strokes, where ISO 8601 has it without them."""
    value = date.get(name, "")
    basic = _BASIC.fullmatch(value) if name.endswith("-iso") else None
    return "-".join(basic.groups()) if basic else value


def stands_for_none(day: str) -> bool:
    """Whether databases write this where no date is known."""
    return bool(_NONE.match(day))


def is_yearless(said: str, day: str) -> bool:
    """Whether words name a day of no year, and the attribute has a year that stands for none."""
    names_a_day = re.search(r"\d", said) and not re.search(r"\d{3}", said)
    return bool(_YEARLESS.match(day) and names_a_day)


def _stated(told: etree._Element) -> Iterator[Stated]:
    declared = prefixes(told.getroottree().getroot())
    for one in told.iterfind(f"{{{TEI}}}correspContext/*"):
        said = f"{one.get('type', '')} {one.get('subtype', '')}".lower()
        role = "previous" if "prev" in said else "next" if "next" in said else ""
        # The letters to or from one alone are another order.
        if role and "sender" not in said and "addressee" not in said:
            within = "correspondence" if "corresp" in said else "collection"
            yield Stated(role, within, full(one.get("target", ""), declared), words(one))
