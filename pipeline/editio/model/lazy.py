"""Values of which memory is not to hold all: each is made when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

T = TypeVar("T")


@dataclass(frozen=True)
class Lazy(Sequence[T], Generic[T]):
    """So many values, and how the one at a place is made: anew each time that it is asked for."""

    length: int
    make: Callable[[int], T]

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> "Lazy[T]": ...
    def __getitem__(self, at: "int | slice") -> "T | Lazy[T]":
        places = range(self.length)[at]
        if isinstance(places, int):
            return self.make(places)
        return Lazy(len(places), lambda n: self.make(places[n]))

    def __len__(self) -> int:
        return self.length
