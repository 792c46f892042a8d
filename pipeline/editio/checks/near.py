"""Names that may have been meant: the nearest of many, found without comparing with all of them."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

_LONGEST = 80  # characters of a name that is typed, and so mistyped
_FURTHEST = 2  # characters that a slip adds or leaves out
_MOST = 50  # names that are compared for each of the ways to look them up
_ALIKE = 0.75
_SHORT = 6  # fewer characters have no ends to speak of

_Key: TypeAlias = tuple[object, ...]


class Names:
    """Names to which one is compared; numbers in them are never a slip, for p17 is not p71."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_key: dict[_Key, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            if len(name) <= _LONGEST:
                for key in _keys(name, len(name)):
                    self._by_key[key].append(name)

    def nearest(self, name: str) -> str:
        """Return the name that may have been meant, or nothing."""
        if len(name) > _LONGEST:
            return ""
        folded = {one.casefold(): one for one in self._candidates(name)}
        near = difflib.get_close_matches(name.casefold(), folded, 1, _ALIKE)
        return folded[near[0]] if near else ""

    def _candidates(self, name: str) -> Iterator[str]:
        for length in range(max(1, len(name) - _FURTHEST), len(name) + _FURTHEST + 1):
            for key in _keys(name, length):
                yield from islice(self._by_key.get(key, ()), _MOST)


def _keys(name: str, length: int) -> Iterator[_Key]:
    """Name the shelves of a name: its length, its numbers, and how it begins or how it ends.

    One slip leaves one of the two as it is.
    """
    folded, end = name.casefold(), 1 if length < _SHORT else 3
    numbers = tuple(int(digits) for digits in re.findall(r"\d+", folded, re.ASCII))
    yield length, numbers, "begins", folded[:end]
    yield length, numbers, "ends", folded[-end:]
