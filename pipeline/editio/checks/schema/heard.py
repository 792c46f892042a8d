"""What jing said of the files of an edition by a schema, kept as one value: a file of its own for
each text takes longer to write than jing to validate it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from editio.checks import results
from editio.checks.examine import Asked
from editio.engines.jing import Message


@dataclass(frozen=True)
class Answer:
    """What jing said of a file, and what tells its content from any other."""

    content: str
    messages: tuple[Message, ...]


@dataclass(frozen=True)
class Heard:
    """Answers by the path of the file."""

    files: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """What is kept of what jing said by a schema; nothing, and no place for it, where it is not
    known for sure on what the schema depends.
    """

    asked: Asked
    schema: Path

    @cached_property
    def _question(self) -> object:
        kind = results.of_schema(self.schema) if self.asked.store else ""
        return ("jing", kind, str(self.asked.root.absolute())) if kind else None

    @cached_property
    def files(self) -> Mapping[str, Answer]:
        """Return the answers by the path of the file."""
        store = self.asked.store if self._question else None
        found = store.recall(self._question, Heard) if store else None
        return found.files if found else {}

    def keep(self, answers: Mapping[str, Answer]) -> None:
        """Keep more answers, in the place of those about the same files."""
        if self.asked.store and self._question and answers:
            self.asked.store.keep(self._question, Heard({**self.files, **answers}))
