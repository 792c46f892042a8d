"""What is found several times, told once: at its first place, with how often."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def once(found: Iterable[T], kind: Callable[[T], Hashable]) -> Iterator[tuple[T, int]]:
    """Yield the first of each kind, in order, with how many there are of it."""
    kinds = [(kind(one), one) for one in found]
    many = Counter(one for one, _ in kinds)
    for key, one in kinds:
        if number := many.pop(key, 0):
            yield one, number


def in_file(number: int) -> str:
    """Say how often something is found in a file; nothing where it is once."""
    return f" ({number} times in this file)" if number > 1 else ""


def times(number: int) -> str:
    """Say how often something is found; nothing where it is once."""
    return f" ({number} times)" if number > 1 else ""
