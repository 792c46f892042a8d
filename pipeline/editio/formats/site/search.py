"""Search: for each word the passages that have it, for each text its passages, in small files.

A page asks for what a query needs: the words that begin alike, the passages that it shows. The
files are scripts, which a page that was opened from disk can load, too. They hold the same bytes at
every build, and a text that changes changes its own passages and the files of its words alone.
Passages are made with the pages of their text, and read text by text: no page is held for it.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from editio.formats.site.passages import lemmas, passages, terms
from editio.model.context import Files, Sums, Whole
from editio.model.facts import Facts
from editio.model.letters import UNDATED

_CARRIED = {"person", "place"}
# Passages in a file; texts in a file of titles; characters of a file of words before it is parted
# by the next letter.
CHUNK, SPAN, SHARD = 50, 500, 60_000
_END = b");\n"
_YEAR = re.compile(r"-?\d{4}")
# Where words stand, as it is written: ";text:passage,passage;text:passage-passage", a byte a sign.
Postings = dict[str, bytearray]


@dataclass(frozen=True)
class Found:
    """What is gathered text by text: what each is called, where words stand, and who is named."""

    entries: Mapping[str, tuple[str, str]]
    texts: list[list[Any]] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    words: Postings = field(default_factory=lambda: defaultdict(bytearray))
    named: Postings = field(default_factory=lambda: defaultdict(bytearray))


@dataclass(frozen=True)
class _Stands:
    """Where the words of a text stand, and where it names entries; each with blanks between them.
    `asked`: a digest of what they were read of.
    """

    asked: str
    words: str
    places: str
    entries: str
    named: str


@dataclass(frozen=True)
class _Kept:
    """Where the words of some texts stand."""

    texts: tuple[_Stands, ...]


def of_text(name: str, page: bytes, diplomatic: Sequence[bytes] = ()) -> Files:
    """Return the passages of a text, from the page that has it whole and those of its diplomatic
    text; nothing without words.
    """
    found = passages(page, diplomatic)
    if not any(one.own for one in found):
        return {}
    rows = [[one.place, one.words, *([one.others] if one.others else [])] for one in found]
    return {
        f"search/passages/{name}-{at // CHUNK}.js": _script(
            "passages", f"{name}-{at // CHUNK}", rows[at : at + CHUNK]
        )
        for at in range(0, len(rows), CHUNK)
    }


def index(whole: Whole) -> Files:
    """Return search/ for the texts that have words; nothing where none has."""
    entries = _entries(whole)
    found = Found(entries)
    for facts, stands in zip(whole.facts, _all_stands(whole), strict=True):
        _read(facts, stands, found)
    if not found.words:
        return {}
    words = {prefix: _script("words", prefix, some) for prefix, some in _shards(found.words)}
    known = {"chunk": CHUNK, "span": SPAN, "count": len(found.texts), "prefixes": sorted(words)}
    named = {entry: _code(found.named[entry]) for entry in sorted(found.named)}
    people = {"entries": entries, "named": named, "people": list(found.names)}
    described = [found.texts[at : at + SPAN] for at in range(0, len(found.texts), SPAN)]
    return {
        **{f"search/words/{_name(prefix)}.js": script for prefix, script in words.items()},
        **{f"search/texts-{n}.js": _script("texts", str(n), some)
           for n, some in enumerate(described)},
        "search/index.js": _script("index", "", known),
        "search/named.js": _script("named", "", people),
    }  # fmt: skip


def _read(facts: Facts, stands: _Stands, found: Found) -> None:
    """Note what a text is called and where its words are."""
    text = f";{len(found.texts)}:"
    found.texts.append(_described(facts, found))
    for term, places in zip(stands.words.split(), stands.places.split(), strict=True):
        found.words[term] += (text + places).encode()
    for entry, places in zip(stands.entries.split(), stands.named.split(), strict=True):
        if entry in found.entries:
            found.named[entry] += (text + places).encode()


def _all_stands(whole: Whole) -> Iterator[_Stands]:
    """Yield where the words of each text stand: as it is kept, where the text is as it was."""
    pages, store = whole.parts, whole.store
    for first in range(0, len(whole.facts), SPAN):
        question = "words of the site", str(whole.edition.project.root), first
        kept = (store.recall(question, _Kept) if store else None) or _Kept(())
        known = {one.asked: one for one in kept.texts}
        found = []
        for at, facts in enumerate(whole.facts[first : first + SPAN], first):
            paths = [path for path, _ in _written(facts.id, pages)]
            asked = _sum([whole.facts_xml[at].encode(), *(_sum_of(one, pages) for one in paths)])
            found.append(known.get(asked) or _stands(asked, facts, pages))
        yield from found
        if store and tuple(found) != kept.texts:
            store.keep(question, _Kept(tuple(found)))


def _sum(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for one in parts:
        digest.update(b"%d " % len(one) + one)
    return digest.hexdigest()


def _sum_of(path: str, pages: Mapping[str, bytes]) -> bytes:
    """Return the digest of a page, which is known of those that lie on disk."""
    return pages.sum(path).encode() if isinstance(pages, Sums) else _sum([pages[path]]).encode()


def _stands(asked: str, facts: Facts, pages: Mapping[str, bytes]) -> _Stands:
    """Read the passages of one text, which are let go again."""
    rows = list(_passages(facts.id, pages))
    places: dict[str, list[int]] = defaultdict(list)
    for at, (place, *_) in enumerate(rows):
        places[place].append(at)
    bases = lemmas(facts, places)
    found: dict[str, list[int]] = defaultdict(list)
    for at, (_, words, *others) in enumerate(rows):
        for term in {*terms(" ".join((words, *chain(*others)))), *bases.get(at, ())}:
            found[term].append(at)
    named = _named(facts, places, len(rows))
    return _Stands(
        asked,
        " ".join(sorted(found)),
        " ".join(_places(found[term]) for term in sorted(found)),
        " ".join(sorted(named)),
        " ".join(_places(named[entry]) for entry in sorted(named)),
    )


def _written(name: str, pages: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the files that have the passages of a text: path, and by which name it tells them."""
    for part in count():
        told = f"{name}-{part}"
        if (path := f"search/passages/{told}.js") not in pages:
            return
        yield path, told


def _passages(name: str, pages: Mapping[str, bytes]) -> Iterator[list[Any]]:
    """Yield place, words and other wordings of the passages that were made with a text's pages."""
    for path, told in _written(name, pages):
        yield from json.loads(pages[path][len(_head("passages", told)) : -len(_END)])


def _entries(whole: Whole) -> dict[str, tuple[str, str]]:
    """Return the entries that passages are narrowed by: kind and name."""
    every = (entry for register in whole.registers for entry in register.entries)
    return {one.id: (one.kind, one.name) for one in every if one.kind in _CARRIED}


def _named(facts: Facts, places: Mapping[str, list[int]], total: int) -> dict[str, list[int]]:
    """Return where each entry is named; a letter is, as a whole, from and to its parties."""
    found: dict[str, set[int]] = defaultdict(set)
    for mention in facts.mentions:
        for entry in mention.entries:
            found[entry].update(places.get(mention.within, []))
    acts = [act for letter in facts.letters for act in letter.actions]
    for party in (one for act in acts for one in (*act.parties, *act.places)):
        for entry in party.entries:
            found[entry].update(range(total))
    return {entry: sorted(at_all) for entry, at_all in found.items() if at_all}


def _described(facts: Facts, found: Found) -> list[Any]:
    """Return what a text is narrowed by and called: id, title, language, year, kind, numbers of
    the names of its authors or senders, and of its addressees, the last year if it is another.
    """
    date = next((one.date for one in facts.header.named("date")), UNDATED)
    year = _year(date.when, date.start, date.not_before, date.end, date.not_after)
    last = _year(date.when, date.end, date.not_after)
    authors = _parties(facts, "sent", found) or [one.text for one in facts.header.named("author")]
    people = (authors, _parties(facts, "received", found))
    numbers = [[found.names.setdefault(one, len(found.names)) for one in dict.fromkeys(some) if one]
               for some in people]  # fmt: skip
    ends = [last] if last not in ("", year) else []
    return [facts.id, facts.name, facts.lang, year, facts.genre, *numbers, *ends]


def _year(*days: str) -> str:
    """Return the year of the first of these days that has one."""
    return next((found[0] for found in map(_YEAR.match, days) if found), "")


def _parties(facts: Facts, what: str, found: Found) -> list[str]:
    """Return who sent or received the letters of a text, as their entries are called."""
    acts = (act for letter in facts.letters for act in letter.actions if act.type == what)
    return [
        next((found.entries[entry][1] for entry in one.entries if entry in found.entries), one.name)
        for act in acts for one in act.parties
    ]  # fmt: skip


def _shards(found: Postings) -> Iterator[tuple[str, dict[str, str]]]:
    """Part words by their first letters, until each part is small enough to be asked for. What is
    given away is held no more.
    """
    waiting = [("", sorted(found))]
    while waiting:
        prefix, some = waiting.pop()
        size = sum(len(term) + len(found[term]) + 5 for term in some)
        if prefix and (size <= SHARD or len(some) == 1):
            yield prefix, {term: _code(found.pop(term)) for term in some}
            continue
        parts: dict[str, list[str]] = defaultdict(list)
        for term in some:
            parts[term[: len(prefix) + 1]].append(term)
        whole = parts.pop(prefix, []) if prefix else []
        if whole:  # a word that is no longer than what parts it
            yield f"{prefix} ", {term: _code(found.pop(term)) for term in whole}
        waiting += parts.items()


def _code(places: bytearray) -> str:
    """Return places as they are published: text:passage,passage;text:passage-passage …"""
    return places[1:].decode()


def _places(passages: list[int]) -> str:
    """Write the passages of a text shortly."""
    return ",".join(_runs(passages))


def _runs(numbers: list[int]) -> Iterator[str]:
    """Yield numbers, those that follow each other as the first and the last of them."""
    start = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] != number + 1:
            first = numbers[start]
            yield str(number) if number == first else f"{first}-{number}"
            start = at


def _name(prefix: str) -> str:
    """Return the name of a file of words, which is one on every system."""
    return "w-" + "".join(
        sign if sign.isascii() and sign.isalnum() else f"_{ord(sign):x}" for sign in prefix
    )


def _script(kind: str, name: str, data: Any) -> bytes:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _head(kind, name) + written.encode() + _END


def _head(kind: str, name: str) -> bytes:
    return f"editioSearch({json.dumps(kind)},{json.dumps(name)},".encode()
