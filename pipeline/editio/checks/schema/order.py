"""Order: which element may stand before which in a third one, and which children are out of place.

Turns the patterns of a grammar into answers, and the children of an element into Strays. A grammar
is read generously: what it says is out of order is so for certain.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml import etree

Node = etree._Element
# What a repeated pattern holds may stand before and after itself; a grammar of its own inside a
# pattern is rare, and not looked into.
_REPEATED = frozenset({"zeroOrMore", "oneOrMore", "grammar"})
_MANY = 3_000  # children among which it takes too long to look for the one out of place
_SINGLE = frozenset({"element", "attribute"})


class Order:
    """What a grammar says of two elements inside a third."""

    def __init__(
        self,
        patterns: Mapping[str, Sequence[Node]],
        defines: Mapping[str, Sequence[Node]],
        names: Callable[[Node], frozenset[str]],
    ) -> None:
        """`patterns`: those of each element; `names`: the elements that a pattern allows."""
        self._patterns, self._defines, self._names = patterns, defines, names
        self.allows = cache(self._allows)

    def _allows(self, around: str, first: str, then: str) -> bool:
        """Whether `first` may stand somewhere before `then` in `around`."""
        return any(
            self._in_turn(list(pattern.iterchildren(etree.Element)), (first, then), frozenset())
            for pattern in self._patterns.get(around, ())
        )

    def _in_turn(
        self,
        parts: Sequence[Node],
        pair: tuple[str, str],
        seen: frozenset[str],
        mixed: bool = False,
    ) -> bool:
        """Whether patterns that follow each other allow the pair; `mixed`: in any order."""
        first = [place for place, part in enumerate(parts) if pair[0] in self._names(part)]
        then = [place for place, part in enumerate(parts) if pair[1] in self._names(part)]
        return any(one < other or (mixed and one != other) for one in first for other in then) or (
            any(self._within(parts[place], pair, seen) for place in first)
        )

    def _within(self, node: Node, pair: tuple[str, str], seen: frozenset[str]) -> bool:
        """Whether one pattern allows the pair; where it holds both, its parts decide."""
        kind, children = etree.QName(node).localname, list(node.iterchildren(etree.Element))
        if kind in _SINGLE or not self._names(node).issuperset(pair):
            return False
        if kind in {"ref", "parentRef"}:
            return self._referred(node.get("name", ""), pair, seen)
        if kind == "choice":
            return any(self._within(one, pair, seen) for one in children)
        return kind in _REPEATED or self._in_turn(children, pair, seen, kind == "interleave")

    def _referred(self, name: str, pair: tuple[str, str], seen: frozenset[str]) -> bool:
        defines = () if name in seen else self._defines.get(name, ())
        if any(one.get("combine") == "interleave" for one in defines):
            return self._in_turn(defines, pair, seen | {name}, True)
        return any(self._within(one, pair, seen | {name}) for one in defines)


@dataclass(frozen=True)
class Stray:
    """A child out of place, the sibling beside which it is so, and how: `before` is its place."""

    element: Node
    other: Node
    place: str


@lru_cache(maxsize=8)  # asked again for every child that is complained of
def strays(order: Order, parent: Node, names: frozenset[str]) -> tuple[Stray, ...]:
    """Return the fewest children whose removal leaves the others in order, the worst one first.

    `names`: the children that may stand there at all; others are passed over.
    """
    if len(parent) > _MANY:
        return ()
    left, found = [one for one in parent.iterchildren(etree.Element) if one.tag in names], []
    around = str(parent.tag)

    def clash(first: Node, then: Node) -> bool:
        return not order.allows(around, str(first.tag), str(then.tag))

    while any(clashes := _clashes(order, around, [str(one.tag) for one in left])):
        at = max(range(len(left)), key=lambda place: (clashes[place], place))
        one = left.pop(at)
        earlier = next((other for other in left[:at] if clash(other, one)), None)
        later = next((other for other in reversed(left[at:]) if clash(one, other)), None)
        other = later if earlier is None else earlier
        assert other is not None
        fits = not (clash(other, one) if earlier is None else clash(one, other))
        place = "after" if earlier is None else "before"
        once = "once" if other.tag == one.tag else "beside"
        found.append(Stray(one, other, place if fits else once))
    return tuple(found)


def _clashes(order: Order, around: str, tags: Sequence[str]) -> list[int]:
    """Count for each child the siblings that may not stand before or after it as they do."""
    before, after, counts = Counter[str](), Counter(tags), list[int]()
    for tag in tags:
        after[tag] -= 1
        counts.append(
            sum(n for other, n in before.items() if not order.allows(around, other, tag))
            + sum(n for other, n in after.items() if not order.allows(around, tag, other))
        )
        before[tag] += 1
    return counts
