"""What is asked of a text again and again, found once: by its XML, so that no tree is held."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from editio.edition.reading.source import Document

T = TypeVar("T")
# Answers that are held for each question.
_MOST = 2**16


@dataclass
class Noted(Generic[T]):
    """A question to a text, and the answers that were given; what it reads is the XML alone."""

    find: Callable[[Document], T]
    known: OrderedDict[tuple[str, bytes], T] = field(default_factory=OrderedDict)

    def __call__(self, document: Document) -> T:
        """Return the answer."""
        if not document.stamped:  # one that is looked at and not kept
            return self.find(document)
        asked = document.before, document.stamped
        if asked not in self.known:
            self.note(document, self.find(document))
        return self.known[asked]

    def note(self, document: Document, answer: T) -> None:
        """Note an answer that was given before."""
        self.known[document.before, document.stamped] = answer
        while len(self.known) > _MOST:
            self.known.popitem(last=False)
