"""Where a note stands among the words of a text, which may hold thousands that begin alike."""

from bisect import bisect_left
from collections.abc import Mapping

from editio.model.words import Flow

_TRIED = 80  # places at which a note is looked for


def place(flow: Flow, rest: list[str], starts: Mapping[str, list[int]], after: int) -> int:
    """Return the place in `rest` where most of the first words of a note are.

    Of words that stand everywhere the places nearest to `after` are tried, where the note before
    ended: notes come in order. Of notes that begin alike the next one behind it is meant.
    """

    def alike(start: int) -> tuple[int, bool, int]:
        pairs = zip(flow.words[:12], rest[start : start + 12], strict=False)
        return sum(one == other for one, other in pairs), start > after, -abs(start - after)

    begins = [n for word in flow.words[:2] for n in _near(starts.get(word, []), after)]
    if len(begins) >= _TRIED:  # a rare word tells where the note is, wherever that may be
        here = [(starts[word], n) for n, word in enumerate(flow.words[:12]) if word in starts]
        rare, n = min(here, key=lambda pair: len(pair[0]))
        begins += [max(one - n, 0) for one in _near(rare, after)]
    whole = [n for n in begins if n > after and tuple(rest[n : n + 12]) == flow.words[:12]]
    best = min(whole) if whole else max(begins, key=alike, default=0)
    return max(best - (bool(begins) and rest[best] != flow.words[0]), 0)


def _near(places: list[int], after: int) -> list[int]:
    """Return some places in a row: a quarter of them before `after`, the others behind it."""
    first = max(bisect_left(places, after) - _TRIED // 4, 0)
    return places[first : first + _TRIED]
