"""What is written on each image of a text: the words of its pages in the diplomatic text, from one
place to the next, and the notes that are called there. Read from the finished pages.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from editio.formats.site.parts import opened

# Signs of ours among the words, and what stands after them.
_ASIDE = frozenset({"pl", "to-image", "note-call", "note-back", "note-number", "page-break"})
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "u",
})  # fmt: skip


@dataclass(frozen=True)
class Zone:
    """A part of an image: where it is, and the id of the place of the text that is on it."""

    to: str
    box: str = ""
    points: str = ""


@dataclass(frozen=True)
class Leaf:
    """An image as the viewer knows it: `at` has the ids of the places where its page begins."""

    n: str = ""
    at: tuple[str, ...] = ()
    src: str = ""
    url: str = ""
    iiif: str = ""
    size: tuple[int, int] = (0, 0)
    box: tuple[float, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True)
class Written:
    """The words of pages in their order, in pieces; at which piece a place begins and ends."""

    pieces: tuple[str, ...]
    begin: dict[str, int]
    end: dict[str, int]
    # Where the block ends in which a place is.
    block: dict[str, int]
    # Where pages of the source begin, with an image or without.
    breaks: tuple[int, ...]
    # At which piece which note is called.
    calls: tuple[tuple[int, str], ...]
    # Its words, and whether they are the editors'.
    notes: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def words(self, start: int, stop: int) -> str:
        """Return the words between two pieces, a line a line."""
        return _settled(self.pieces[start:stop])

    def noted(self, start: int, stop: int) -> list[tuple[str, bool]]:
        """Return the notes that are called between two pieces, and whether they are editorial."""
        return [self.notes[one] for at, one in self.calls if start <= at < stop]

    def on(self, to: str, marks: Iterable[str]) -> str:
        """Return the words of a place: its own, or those up to the next of these marks."""
        if to not in self.begin:
            return ""
        start = self.begin[to]
        if own := self.words(start, self.end[to]):
            return own
        later = (self.begin[one] for one in marks if self.begin.get(one, -1) > start)
        return self.words(start, min(*later, self.block[to], self._page_end(start)))

    def _page_end(self, start: int) -> int:
        later = (one for one in self.breaks if one > start and self.words(start, one))
        return min(later, default=len(self.pieces))

    def pages(self, leaves: Sequence[Leaf]) -> dict[int, tuple[int, int]]:
        """Return for each leaf, by its number, between which pieces its page stands."""
        starts = {self.begin[one]: n for n, leaf in enumerate(leaves)
                  for one in leaf.at if one in self.begin}  # fmt: skip
        ends = [*sorted(starts), len(self.pieces)]
        found: dict[int, tuple[int, int]] = {}
        for start, stop in pairwise(ends):
            found.setdefault(starts[start], (start, min(stop, self._page_end(start))))
        return found


@dataclass(frozen=True)
class _Reader:
    """Reads pages; what it has read so far."""

    pieces: list[str] = field(default_factory=list)
    begin: dict[str, int] = field(default_factory=dict)
    end: dict[str, int] = field(default_factory=dict)
    block: dict[str, int] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    calls: list[tuple[int, str]] = field(default_factory=list)

    def read(self, element: Any) -> None:
        """Take in an element and what it holds."""
        if not isinstance(element.tag, str):
            return
        kinds = set((element.get("class") or "").split())
        block = element.tag not in _INLINE and not kinds & _ASIDE
        self.pieces.extend(["\n"] * block)
        before = len(self.places)
        self._note(element, kinds)
        if not kinds & _ASIDE and element.get("role") != "doc-endnotes":
            self.pieces.append(element.text or "")
            for child in element:
                self.read(child)
                self.pieces.append(child.tail or "")
        if name := element.get("id"):
            self.end.setdefault(name, len(self.pieces))
        for inside in self.places[before:] if block else ():
            self.block.setdefault(inside, len(self.pieces))
        self.pieces.extend(["\n"] * block)

    def _note(self, element: Any, kinds: set[str]) -> None:
        """Note what begins here: a place, a page of the source, a call of a note."""
        if name := element.get("id"):
            self.begin.setdefault(name, len(self.pieces))
            self.places.append(name)
        if element.get("role") == "doc-pagebreak":
            self.breaks.append(len(self.pieces))
        if "note-call" in kinds:
            self.calls.append((len(self.pieces), (element.get("href") or "").lstrip("#")))


def written(pages: Iterable[bytes]) -> Written:
    """Return what is written on pages of one text."""
    reader, notes = _Reader(), dict[str, tuple[str, bool]]()
    for page in pages:
        root = opened(page)
        for article in root.iter("article"):
            reader.read(article)
        for section in root.xpath("//*[@role='doc-endnotes']"):
            editorial = "editorial-notes" in section.get("class", "")
            for note in section.xpath(".//li[@id]"):
                of_note = _Reader()
                of_note.read(note)
                notes[note.get("id", "")] = (_settled(of_note.pieces), editorial)
    calls = tuple(one for one in reader.calls if one[1] in notes)
    return Written(tuple(reader.pieces), reader.begin, reader.end, reader.block,
                   tuple(reader.breaks), calls, notes)  # fmt: skip


def leaves(pages: Iterable[bytes]) -> list[Leaf]:
    """Return the images that pages of one text tell the viewer of, each once."""
    found: dict[str, Leaf] = {}
    for page in pages:
        for told in opened(page).xpath("//script[@class='images']"):
            for one in json.loads(told.text or "[]"):
                found.setdefault(json.dumps(one, sort_keys=True), _leaf(one))
    return list(found.values())


def _leaf(told: dict[str, Any]) -> Leaf:
    return Leaf(
        n=told.get("n", ""),
        at=tuple(told.get("at", "").split()),
        src=told.get("src", ""),
        url=told.get("url", ""),
        iiif=told.get("iiif", ""),
        size=(int(told.get("width", 0)), int(told.get("height", 0))),
        box=tuple(map(float, told.get("box", "").split())),
        zones=tuple(_zone(one) for one in told.get("zones", [])),
    )


def _zone(told: dict[str, str]) -> Zone:
    return Zone(told["to"], told.get("box", ""), told.get("points", ""))


def _settled(pieces: Iterable[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))
