"""What jing and trang have said is not asked again: Java is slow to start."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editio.engines import jing
from editio.engines.jing import Message
from lxml import etree

_ASKED = jing.validate
_TRANSLATED = jing.to_xml_syntax
# What a file has that depends on others.
_ELSEWHERE = (b"<!DOCTYPE", b"include", b"external", b"parent ")


@dataclass
class Memory:
    """What was said of files by schemas, by the content of both; schemas in the other syntax."""

    said: dict[tuple[str, bytes, bytes], list[Message]] = field(default_factory=dict)
    translated: dict[bytes, str] = field(default_factory=dict)

    def validate(self, schema: Path, files: Sequence[Path]) -> list[Message]:
        """Validate files as jing does, which is asked of those alone that are not known."""
        grammar = schema.read_bytes()
        if any(one in grammar for one in _ELSEWHERE):
            return _ASKED(schema, files)
        keys = {one: (schema.suffix, grammar, one.read_bytes()) for one in files}
        new = [one for one, key in keys.items() if key not in self.said]
        told: dict[str, list[Message]] = {str(one): [] for one in new}
        heard = _ASKED(schema, new) if new else []
        if any(one.file not in told for one in heard):
            return _ASKED(schema, files)
        for message in heard:
            told[message.file].append(message)
        self.said |= {keys[one]: told[str(one)] for one in new if _is_alone(one)}
        return [
            replace(message, file=str(one))
            for one, key in keys.items()
            for message in told.get(str(one), self.said.get(key, ()))
        ]

    def to_xml_syntax(self, schema: Path) -> str:
        """Translate a compact schema as trang does, which is asked once of each."""
        grammar = schema.read_bytes()
        if any(one in grammar for one in _ELSEWHERE):
            return _TRANSLATED(schema)
        if grammar not in self.translated:
            self.translated[grammar] = _TRANSLATED(schema)
        return self.translated[grammar]

    def learn(self, schema: Path, files: Iterable[Path]) -> None:
        """Ask of many files at once, which tests will ask of one by one."""
        self.validate(schema, [one for one in files if _is_alone(one)])


def _is_alone(path: Path) -> bool:
    """Whether what is said of a file depends on no other, and does not stop jing."""
    try:
        etree.parse(path, etree.XMLParser(resolve_entities=False, collect_ids=False))
    except (etree.XMLSyntaxError, OSError):
        return False
    return b"<!DOCTYPE" not in path.read_bytes()
