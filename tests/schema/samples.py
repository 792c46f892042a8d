"""Documents that nobody wrote, made by walking edition.rng at random.

Where the schema has a choice, one branch is taken, and every member of a class is as likely as its
neighbour; where something may be repeated, it stands up to three times. Deep down, the shortest way
out is taken.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from tests.schema.fragments import RELAXNG, TEI, XML

_ENOUGH = 5
_VALUES = {
    "date": "1964-04-17",
    "gYearMonth": "1964-04",
    "gYear": "1964",
    "positiveInteger": "26",
    "language": "la",
    "string": "@xml:id",
}
_PATTERNED = {
    r"#\S+": "#editio",
    r"(\.\./|https?://)\S+": "https://www.tei-c.org/",
    r"(#|\.\./|https?://)\S+": "#id1",
    r"[^\s]+": "12",
    r"[0-9]+\.[0-9]+\.[0-9]+( with changes since)?": "0.1.0",
    r"-?[0-9]{1,2}(\.[0-9]+)? -?[0-9]{1,3}(\.[0-9]+)?": "52.5 13.4",
    r".*\S.*": "@xml:id",
    r"\S+": "https://www.tei-c.org/",
}

Step = Callable[[etree._Element, etree._Element, int], None]


class Sampler:
    """Makes elements after a schema, the same ones for the same seed."""

    def __init__(self, schema: Path, seed: int) -> None:
        root = etree.parse(schema).getroot()
        self._defined = {one.get("name", ""): one for one in root.iter(f"{RELAXNG}define")}
        self._random = random.Random(seed)
        self._count = 0
        self._height: dict[etree._Element, float] = {}
        self._steps: dict[str, Step] = {
            "group": self._all,
            "choice": self._choice,
            "optional": self._repeat,
            "zeroOrMore": self._repeat,
            "oneOrMore": self._repeat,
            "ref": self._ref,
            "attribute": self._attribute,
            "text": self._text,
            "data": self._data,
            "empty": lambda pattern, into, depth: None,
            "element": self._element,
        }

    def element(self, name: str) -> etree._Element:
        """Make one element called `name`."""
        parent = etree.Element("parent")
        self._walk(self._defined[name], parent, 0)
        return parent[0]

    def _walk(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        for part in pattern.iterchildren(f"{RELAXNG}*"):
            self._steps[str(part.tag).removeprefix(RELAXNG)](part, into, depth)

    def _all(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self._walk(pattern, into, depth)

    def _choice(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        branches = list(self._branches(pattern))
        if depth > _ENOUGH:
            branches = [min(branches, key=self._least)]
        chosen = self._random.choice(branches)
        self._steps[str(chosen.tag).removeprefix(RELAXNG)](chosen, into, depth)

    def _branches(self, pattern: etree._Element) -> Iterator[etree._Element]:
        """Yield the branches of a choice, those of the classes in it among them."""
        for part in pattern.iterchildren(f"{RELAXNG}*"):
            named = self._defined.get(part.get("name", ""), part)
            inner = named.find(f"{RELAXNG}choice")
            if part.tag != f"{RELAXNG}ref" or inner is None:
                yield part
            else:
                yield from self._branches(inner)

    def _repeat(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        kind = str(pattern.tag).removeprefix(RELAXNG)
        least = 1 if kind == "oneOrMore" else 0
        most = 1 if kind == "optional" else 3
        for _ in range(least if depth > _ENOUGH else self._random.randint(least, most)):
            self._walk(pattern, into, depth)

    def _ref(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self._walk(self._defined[pattern.get("name", "")], into, depth)

    def _element(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self._walk(pattern, etree.SubElement(into, TEI + pattern.get("name", "")), depth + 1)

    def _attribute(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        name = pattern.get("name", "").replace("xml:", XML)
        times = self._random.randint(1, 2) if pattern.find(f"{RELAXNG}list") is not None else 1
        into.set(name, " ".join(self._value(pattern) for _ in range(times)))

    def _value(self, pattern: etree._Element) -> str:
        values = pattern.findall(f".//{RELAXNG}value")
        if values:
            return self._random.choice(values).text or ""
        for ref in pattern.iter(f"{RELAXNG}ref"):
            return self._value(self._defined[ref.get("name", "")])
        return self._datum(self._random.choice(list(pattern.iter(f"{RELAXNG}data"))))

    def _datum(self, data: etree._Element) -> str:
        if data.get("type") == "ID":
            self._count += 1
            return f"id{self._count}"
        pattern = data.findtext(f"{RELAXNG}param")
        return _PATTERNED[pattern] if pattern else _VALUES[data.get("type", "")]

    def _text(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self._write("words ", into)

    def _data(self, pattern: etree._Element, into: etree._Element, depth: int) -> None:
        self._write(self._datum(pattern), into)

    def _write(self, words: str, into: etree._Element) -> None:
        if len(into):
            into[-1].tail = (into[-1].tail or "") + words
        else:
            into.text = (into.text or "") + words

    def _least(self, pattern: etree._Element) -> float:
        """Return the least number of elements that a branch brings, as far as it can be seen."""
        if pattern in self._height:
            return self._height[pattern]
        self._height[pattern] = float("inf")
        kind = str(pattern.tag).removeprefix(RELAXNG)
        parts = (
            list(self._defined[pattern.get("name", "")].iterchildren(f"{RELAXNG}*"))
            if kind == "ref"
            else list(pattern.iterchildren(f"{RELAXNG}*"))
        )
        known = [self._least(part) for part in parts]
        self._height[pattern] = _HEIGHTS.get(kind, sum)(known) + (kind == "element")
        return self._height[pattern]


def _nothing(parts: list[float]) -> float:
    return 0


_HEIGHTS: dict[str, Callable[[list[float]], float]] = {
    "choice": lambda parts: min(parts, default=0),
    "optional": _nothing,
    "zeroOrMore": _nothing,
    "attribute": _nothing,
}
