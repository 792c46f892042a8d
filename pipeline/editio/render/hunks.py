"""What is alike after all in a hunk, where two flows never agree on three words in a row.

So it is with what numbers and labels stand between, as in a list of glosses of one word each.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from editio.model.words import Hunk

_SMALL = 250_000  # pairs of words that are compared at once
_WINDOW = 120  # words of the first flow that are looked at together, in what is larger


def finer(hunk: Hunk) -> Iterator[Hunk]:
    """Yield the parts of a hunk without what is alike in it after all."""
    if not hunk.missing or not hunk.instead:
        yield hunk
    elif len(hunk.missing) * len(hunk.instead) <= _SMALL:
        yield from _parted(hunk)[0]
    elif _are_all_there(hunk.missing, hunk.instead):
        yield Hunk(hunk.index, hunk.other, (), hunk.instead)
    else:
        yield from _by_windows(hunk)


def _are_all_there(words: Sequence[str], among: Sequence[str]) -> bool:
    """Whether words are among others in their order."""
    rest = iter(among)
    return all(word in rest for word in words)


def _by_windows(hunk: Hunk) -> Iterator[Hunk]:
    """Yield the parts of a large hunk, some hundred words at a time."""
    rest, width = hunk, _WINDOW
    while rest.missing and rest.instead:
        part = _cut(rest, 0, 0, width)
        whole = part.missing == rest.missing and part.instead == rest.instead
        found, i, j = _parted(part, whole)
        if not i and not whole and 8 * width * width <= _SMALL:
            width *= 2
            continue
        if not i:
            break
        yield from found
        rest, width = _cut(rest, i, j), _WINDOW
    if rest.missing or rest.instead:
        yield rest


def _cut(hunk: Hunk, i: int, j: int, width: int = 0) -> Hunk:
    """Return what is left of a hunk behind so many words of both, or the beginning of that."""
    k, m = (i + width, j + 2 * width) if width else (None, None)
    return Hunk(hunk.index + i, hunk.other + j, hunk.missing[i:k], hunk.instead[j:m])


def _parted(hunk: Hunk, whole: bool = True) -> tuple[list[Hunk], int, int]:
    """Return what differs in a hunk up to where it is known, and how many words of both that is."""
    matcher = SequenceMatcher(None, hunk.missing, hunk.instead, autojunk=False)
    i, j = len(hunk.missing), len(hunk.instead)
    if not whole:  # what is alike near the end of a window may be so by chance
        blocks = [one for one in matcher.get_matching_blocks() if one.size]
        sure = [one for one in blocks if one.a + one.size <= 3 * i // 4] or blocks
        i, j = (sure[-1].a + sure[-1].size, sure[-1].b + sure[-1].size) if sure else (0, 0)
    return (
        [
            Hunk(hunk.index + a, hunk.other + c, hunk.missing[a:b], hunk.instead[c:d])
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal" and b <= i and d <= j
        ],
        i,
        j,
    )
