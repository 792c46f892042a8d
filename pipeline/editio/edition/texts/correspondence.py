"""The order of letters: which comes before and after another, in all of them and with one partner.

Reads the correspDesc of each text. What the editors say of a letter's neighbours (correspContext)
comes before what the dates say. What a letter's page shows of it is in rules/correspondence.xsl.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from editio.edition.names import composed, key, published
from editio.edition.reading.noted import Noted
from editio.edition.reading.source import TEI, XML_ID, Document
from editio.edition.registers.pointing import CALLED, MEANT
from editio.edition.registers.prefixes import full, prefixes
from editio.edition.texts.titles import words
from lxml import etree

_DATES = ("when", "from", "notBefore", "when-iso", "from-iso", "notBefore-iso", "to", "notAfter")
_PARTS = tuple(f"{{{TEI}}}{name}" for name in ("text", "div", "floatingText"))
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
    with whom that is. `text` is empty where the edition does not have the letter; `part` is the id
    of what it is in a text of several.
    """

    role: str
    within: str
    partner: str
    title: str
    text: str = ""
    part: str = ""


@dataclass(frozen=True)
class Stated:
    """What editors say of a letter beside: its role, within what, where it is, and its title."""

    role: str
    within: str
    target: str
    title: str


@dataclass(frozen=True)
class Correspondence:
    """Those who correspond, in words and by key; the name of their page; the ids of letters, of one
    of several in a text with the id of its part: `book#l3`.
    """

    partner: str
    parties: tuple[str, ...]
    slug: str
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """What orders a letter: the first day on which it can have been sent, who wrote and got it; the
    id and the heading of the part of a text that it is, where that holds several.
    """

    day: str
    parties: tuple[tuple[str, str], ...]
    stated: tuple[Stated, ...]
    part: str = ""
    head: str = ""


@dataclass(frozen=True)
class _Placed:
    """A letter, and the number of the text that it is or stands in."""

    text: int
    letter: Letter

    @property
    def when(self) -> tuple[str, int]:
        return self.letter.day or _LAST, self.text


def _letters(text: Document) -> tuple[Letter, ...]:
    return tuple(_letter(told, part) for told, part in _chosen(text.root))


# What orders a text that is a letter or holds several; nothing for other texts.
letters: Noted[tuple[Letter, ...]] = Noted(_letters)


def _letter(told: etree._Element, part: etree._Element | None) -> Letter:
    acts = {kind: _acts(told, kind) for kind in ("sent", "received")}
    parties = dict(party for some in acts.values() for act in some for party in _parties(act))
    days = (_day(act) for some in acts.values() for act in some)
    head = part.find(f"{{{TEI}}}head") if part is not None else None
    if head is None and part is not None:
        head = part.find(f"*/{{{TEI}}}head")
    return Letter(
        next(filter(None, days), ""),
        tuple(parties.items()),
        tuple(_stated(told)),
        part.get(XML_ID, "") if part is not None else "",
        words(head) if head is not None else "",
    )


def _chosen(root: etree._Element) -> Sequence[tuple[etree._Element, etree._Element | None]]:
    """Return the letters of a text: each that a part of it with an id chooses by @decls, with that
    part; else the one that the text chooses, or the first of its header.
    """
    every = root.findall(f".//{{{TEI}}}profileDesc/{{{TEI}}}correspDesc")
    parts: dict[str, etree._Element] = {}
    for part in root.iter(*_PARTS) if len(every) > 1 else ():
        for name in part.get("decls", "").split():
            parts.setdefault(name.lstrip("#"), part)
    found = [(one, parts.get(one.get(XML_ID, ""))) for one in every]
    inner = [pair for pair in found if pair[1] is not None and pair[1].getparent() is not root]
    if inner and all(part is not None and part.get(XML_ID) for _, part in inner):
        return inner
    own = (one for one, part in found if part is not None)
    return [(one, None) for one in (*own, *every)][:1]


def by_date(texts: Sequence[Document]) -> list[Document]:
    """Return texts with the letters among them, where each is dated, in the order of their days.

    Undated ones come last; what is no letter keeps its place.
    """
    known = [letters(text) for text in texts]
    dated = [(min(one.day or _LAST for one in some), n) for n, some in enumerate(known) if some]
    ordered = iter(sorted(dated))
    return [texts[next(ordered)[1]] if some else texts[n] for n, some in enumerate(known)]


def neighbours(texts: Sequence[Document], titles: Sequence[str]) -> list[tuple[Neighbour, ...]]:
    """Return, for each text, the letters beside it, as the editors and as the dates have them."""
    known = _placed(texts)
    places = {composed(text.id): n for n, text in enumerate(texts)}
    places |= {composed(PurePosixPath(text.path).stem): n for n, text in enumerate(texts)}
    parts = {(one.text, one.letter.part): one for one in known if one.letter.part}
    inside = {one.letter.part: one for one in parts.values()}

    def called(one: _Placed) -> tuple[str, str, str]:
        return one.letter.head or titles[one.text], texts[one.text].id, one.letter.part

    def named(said: Stated) -> Neighbour:
        at, part = places.get(composed(_file(said.target))), said.target.rpartition("#")[2]
        one = inside.get(part) if at is None else parts.get((at, part))
        whole = (said.title, "", "") if at is None else (titles[at], texts[at].id, "")
        return Neighbour(said.role, said.within, "", *(called(one) if one else whole))

    found: list[list[Neighbour]] = [[] for _ in texts]
    for one in known:
        told = [named(said) for said in one.letter.stated]
        # What stands in the same text is on its page.
        own = texts[one.text].id
        found[one.text] += [near for near in told if (near.title or near.text) and near.text != own]
    for partner, _, some in _correspondences(known):
        for before, after in pairwise(some):
            for one, other, role in ((after, before, "previous"), (before, after, "next")):
                stated = _is_stated(found[one.text], role)
                if one.text != other.text and not stated:
                    near = Neighbour(role, "correspondence", partner, *called(other))
                    found[one.text].append(near)
    return [tuple(dict.fromkeys(some)) for some in found]


def correspondences(texts: Sequence[Document]) -> list[Correspondence]:
    """Return who corresponds, from A to Z."""
    found = []
    slugs: Counter[str] = Counter()
    for partner, parties, some in sorted(_correspondences(_placed(texts)), key=lambda one: one[:2]):
        slug = f"with-{published(None, partner)}"
        slugs[key(slug)] += 1
        again = f"-n{slugs[key(slug)]}" if slugs[key(slug)] > 1 else ""
        ids = (f"{texts[one.text].id}#{one.letter.part}".removesuffix("#") for one in some)
        found.append(Correspondence(partner, parties, slug + again, tuple(ids)))
    return found


def _placed(texts: Sequence[Document]) -> list[_Placed]:
    return [_Placed(n, one) for n, text in enumerate(texts) for one in letters(text)]


def _file(target: str) -> str:
    """Return what a pointer calls a letter: its file without folder and ending, or its id."""
    bare = re.sub(r"^#|(\.xml|\.tei)?(#.*)?$", "", target)
    return bare if ":" in bare else bare.rpartition("/")[2]


def _is_stated(found: Iterable[Neighbour], role: str) -> bool:
    """Whether editors name a letter of the edition as the one beside, in the correspondence."""
    return any(one.text and not one.partner for one in found
               if (one.role, one.within) == (role, "correspondence"))  # fmt: skip


def _correspondences(
    known: Sequence[_Placed],
) -> Iterator[tuple[str, tuple[str, ...], list[_Placed]]]:
    """Yield who corresponds, in words and by key, with their letters by date."""
    grouped: dict[frozenset[str], list[_Placed]] = defaultdict(list)
    called: dict[str, str] = {}
    for one in known:
        if len(one.letter.parties) > 1:
            grouped[frozenset(dict(one.letter.parties))].append(one)
            for party, name in one.letter.parties:
                called.setdefault(party, name)
    centre = _centre([one.letter for one in known])
    for group, some in grouped.items():
        parties = sorted(group - {centre}, key=lambda party: (called[party], party))
        names = " – ".join(called[party] for party in parties)
        yield names, tuple(parties), sorted(some, key=lambda one: one.when)


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
