"""Search: for each word the passages that have it, for each text its passages, in small files.

A page asks for what a query needs: the words that begin alike, the passages that it shows. The
files are scripts, which a page that was opened from disk can load, too. They hold the same bytes at
every build, and a text that changes changes its own passages and the files of its words alone.
Passages are made with the pages of their text, and read text by text: no page is held for it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from editio.formats.site.passages import lemmas, passages, terms
from editio.model.context import Files, Whole
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
    for facts in whole.facts:
        _read(facts, found, whole.parts)
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


def _read(facts: Facts, found: Found, pages: Mapping[str, bytes]) -> None:
    """Read the passages of one text, which are let go again: where its words are stays."""
    n = len(found.texts)
    found.texts.append(_described(facts, found))
    rows = list(_passages(facts.id, pages))
    places: dict[str, list[int]] = defaultdict(list)
    for at, (place, *_) in enumerate(rows):
        places[place].append(at)
    bases = lemmas(facts, places)
    stands: dict[str, list[int]] = defaultdict(list)
    for at, (_, words, *others) in enumerate(rows):
        for term in {*terms(" ".join((words, *chain(*others)))), *bases.get(at, ())}:
            stands[term].append(at)
    for term, at_all in stands.items():
        found.words[term] += _places(n, at_all)
    for entry, at_all in sorted(_named(facts, found.entries, places, len(rows))):
        found.named[entry] += _places(n, at_all)


def _passages(name: str, pages: Mapping[str, bytes]) -> Iterator[list[Any]]:
    """Yield place, words and other wordings of the passages that were made with a text's pages."""
    for part in count():
        name_of_part = f"{name}-{part}"
        written = pages.get(f"search/passages/{name_of_part}.js")
        if written is None:
            return
        yield from json.loads(written[len(_head("passages", name_of_part)) : -len(_END)])


def _entries(whole: Whole) -> dict[str, tuple[str, str]]:
    """Return the entries that passages are narrowed by: kind and name."""
    every = (entry for register in whole.registers for entry in register.entries)
    return {one.id: (one.kind, one.name) for one in every if one.kind in _CARRIED}


def _named(
    facts: Facts,
    entries: Mapping[str, object],
    places: Mapping[str, list[int]],
    total: int,
) -> Iterator[tuple[str, list[int]]]:
    """Yield where each entry is named; a letter is, as a whole, from and to its parties."""
    found: dict[str, set[int]] = defaultdict(set)
    for mention in facts.mentions:
        for entry in entries.keys() & set(mention.entries):
            found[entry].update(places.get(mention.within, []))
    acts = [act for letter in facts.letters for act in letter.actions]
    for party in (one for act in acts for one in (*act.parties, *act.places)):
        for entry in entries.keys() & set(party.entries):
            found[entry].update(range(total))
    for entry, at_all in found.items():
        if at_all:
            yield entry, sorted(at_all)


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


def _places(text: int, passages: list[int]) -> bytes:
    """Write the passages of a text shortly."""
    return f";{text}:{','.join(_runs(passages))}".encode()


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
