"""A sheet of plain text (xslt/text.xsl) set in lines, with the place of each thing in it.

Turns stacks, runs and marks into one string and the Spans of what carries an id. Offsets count
characters (Unicode code points) from 0; they come from the same steps that put the characters
there, so they cannot be wrong by a line break or a prefix.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from editio.engines.saxon import EDITIO

_GAPS = {"0": " ", "1": "\n", "2": "\n\n"}
_SAID = ("id", "entries", "mention", "key", "note")


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive) stand for something; `facts` say for what."""

    start: int
    end: int
    facts: dict[str, str]


@dataclass(frozen=True)
class Laid:
    """Text in lines, and its spans in the order in which they begin, outer ones first."""

    text: str = ""
    spans: tuple[Span, ...] = ()


def lay(sheet: str, width: int = 0) -> Laid:
    """Set a sheet, given as XML, in lines of up to `width` characters; 0: a paragraph a line."""
    laid = _composed(_block(etree.fromstring(sheet), width))
    spans = sorted(laid.spans, key=lambda span: (span.start, -span.end))
    return Laid(laid.text + "\n", tuple(spans))


def _block(element: etree._Element, width: int) -> Laid:
    """Lay out a stack, or anything else as a run."""
    if _name(element) != "stack":
        return _Run(element, width).laid()
    first, rest = element.get("first", ""), element.get("rest", "")
    room = width and max(20, width - max(len(first), len(rest)))
    inner = _joined((_block(child, room) for child in element), _GAPS[element.get("gap", "2")])
    last = element.get("last", "") if inner.text else ""
    laid = _prefixed(_ended(inner, last, room), first, rest) if inner.text else inner
    edge = len(first) if laid.text else 0
    return _spanned(laid, element, edge, len(laid.text) - len(last))


def _joined(parts: Iterable[Laid], gap: str) -> Laid:
    """Put parts under each other; an empty part leaves its spans where the next one begins."""
    texts: list[str] = []
    spans: list[Span] = []
    end, waiting = 0, list[Span]()
    for part in parts:
        waiting += () if part.text else part.spans
        if not part.text:
            continue
        start = end + len(gap) if texts else 0
        spans += [replace(span, start=start, end=start) for span in waiting]
        spans += [replace(s, start=s.start + start, end=s.end + start) for s in part.spans]
        texts.append(part.text)
        end, waiting = start + len(part.text), []
    spans += [replace(span, start=end, end=end) for span in waiting]
    return Laid(gap.join(texts), tuple(spans))


def _ended(laid: Laid, last: str, width: int) -> Laid:
    """Put `last` behind the last line, which is broken anew."""
    if not last:
        return laid
    before, end, line = laid.text.rpartition("\n")
    line += last
    return Laid(before + end + (_wrapped(line, width) if width else line), laid.spans)


def _prefixed(laid: Laid, first: str, rest: str) -> Laid:
    """Put `first` before the first line, `rest` before the others."""
    if not first and not rest:
        return laid
    lines = laid.text.split("\n")
    before = [len(rest if at else first) for at in range(len(lines))]
    shown = [((rest if at else first) + line).rstrip(" ") for at, line in enumerate(lines)]
    old = [0, *accumulate(len(line) + 1 for line in lines)]
    new = [0, *accumulate(len(line) + 1 for line in shown)]

    def place(offset: int) -> int:
        at = bisect_right(old, offset) - 1
        return min(new[at] + before[at] + offset - old[at], new[at] + len(shown[at]))

    spans = (replace(span, start=place(span.start), end=place(span.end)) for span in laid.spans)
    return Laid("\n".join(shown), tuple(spans))


def _spanned(laid: Laid, element: etree._Element, start: int, end: int) -> Laid:
    """Add the span of `element` itself, where it stands for something."""
    facts = _facts(element)
    return Laid(laid.text, (Span(start, max(start, end), facts), *laid.spans)) if facts else laid


def _facts(element: etree._Element) -> dict[str, str]:
    named = any(name in element.attrib for name in _SAID)
    kept = ("id", "kind", "type", "cert", "entries", "mention", "key", "note")
    return {name: element.get(name, "") for name in kept if element.get(name)} if named else {}


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(f"{{{EDITIO}}}")


@dataclass
class _Mark:
    """A span in the making; it begins with the first character in it that shows."""

    facts: dict[str, str]
    start: int = -1
    end: int = -1


@dataclass
class _Run:
    """The words of a run on their way into lines."""

    element: etree._Element
    width: int
    out: str = ""
    marks: list[_Mark] = field(default_factory=list)
    waiting: list[_Mark] = field(default_factory=list)
    edge: bool = True
    apart: bool = False  # behind a block within words
    folds: int = 0

    def laid(self) -> Laid:
        """Set the words: no space at an edge or beside a line end, lines broken where wanted."""
        self._into(self.element)
        text = self.out.rstrip(" \n")
        for mark in self.waiting:
            mark.start = len(text)
        spans = (Span(mark.start, max(mark.start, mark.end), mark.facts) for mark in self.marks)
        keep = self.element.get("keep") or not self.width
        return Laid(text if keep else _wrapped(text, self.width), tuple(spans))

    def _into(self, element: etree._Element) -> None:
        self._say(element.text or "")
        for child in element:
            {"feed": self._feed, "fold": self._fold}.get(_name(child), self._mark)(child)
            self._say(child.tail or "")

    def _say(self, words: str) -> None:
        """Add words, without a second space where something between two was left out."""
        if not self.out:
            words = words.lstrip(" \n")
        elif self.edge or self.out.endswith(" "):
            words = words.lstrip(" ")
        if not words:
            return
        if self.apart and words[0].isalnum() and not self.edge:
            words = f" {words}" if self.out[-1:].strip() else words
        self.apart = False
        if words.strip():
            start = len(self.out) + len(words) - len(words.lstrip())
            for mark in self.waiting:
                mark.start = start
            self.waiting.clear()
        self.out, self.edge = self.out + words, False

    def _feed(self, _: etree._Element) -> None:
        if self.folds:
            self._say(" ")
        elif self.out and not self.edge:
            self.out, self.edge = self.out.rstrip(" ") + "\n", True

    def _fold(self, child: etree._Element) -> None:
        self.edge, self.folds = True, self.folds + 1
        self._into(child)
        self.out, self.folds = self.out.rstrip(" "), self.folds - 1

    def _mark(self, element: etree._Element) -> None:
        """Add marked words. What the mark puts around them is not part of its span.

        A block within the words stands apart from what is before it and behind it.
        """
        block = _name(element) in {"stack", "run"}
        if block:
            self._say(" ")
        if before := element.get("first"):
            self._say(before)
            self.edge = True
        mark = _Mark(_facts(element))
        if mark.facts:
            self.marks.append(mark)
            self.waiting.append(mark)
        self._into(element)
        mark.end = len(self.out.rstrip())
        if after := element.get("last"):
            # A space within the signs stands behind them.
            space = " " if self.out.endswith(" ") else ""
            self.out, self.edge = self.out.rstrip(" ") + after + space, False
        self.apart = self.apart or block


def _wrapped(text: str, width: int) -> str:
    """Break lines at spaces: each becomes a line end, so no offset changes."""
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    broken, start, space = list(line), 0, 0
    for at, char in enumerate(line + " "):
        if char == " ":
            if at - start > width and space > start:
                broken[space], start = "\n", space + 1
            space = at
    return "".join(broken)


def _composed(laid: Laid) -> Laid:
    """Normalize to NFC. Words are composed one by one, which tells where each offset goes."""
    if unicodedata.is_normalized("NFC", laid.text):
        return laid
    places, out = [0], ""
    for char in _clusters(laid.text):
        composed = unicodedata.normalize("NFC", char)
        places += [len(out) + min(i, len(composed)) for i in range(1, len(char))]
        out += composed
        places.append(len(out))
    spans = (replace(s, start=places[s.start], end=places[s.end]) for s in laid.spans)
    return Laid(out, tuple(spans))


def _clusters(text: str) -> Iterable[str]:
    """Cut text before each ASCII character: nothing composes across one."""
    start = 0
    for at in range(1, len(text)):
        if text[at] < "\x80":
            yield text[start:at]
            start = at
    yield text[start:]
