"""What stands before the root element: the address of a DTD, which nobody opens, and entities.

Turns the bytes of a file (in UTF-8) into bytes that name no other file, and into what is wrong
with the entities that it declares (XML 1.0, sections 2.8 and 4). What a file declares and does not
draw in harms nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from editio.diagnostics import Diagnostic, diagnostic

# Comments and instructions may stand before the DOCTYPE and may speak of another one.
_EXTERNAL = re.compile(
    rb"""((?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->|<\?.*?\?>)*+<!DOCTYPE\s+[^\s\[>]+)"""
    rb"""(\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))""",
    re.DOTALL,
)
# A reference to another entity in the text of one; the five of XML itself are harmless.
_REFERENCE = re.compile(r"&(?!#|(?:lt|gt|amp|quot|apos);)([^;\s]+);")
_LONGEST = 1_000_000  # characters that one entity may come to


# The declarations between the brackets of a DOCTYPE.
_SUBSET = re.compile(
    rb"""(?s:(?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->|<\?.*?\?>)*+)<!DOCTYPE\s[^\[>]*"""
    rb"""(?P<subset>\[(?s:<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[^\]"'])*+\])"""
)
# In them: a parameter entity, and whether it is another file; what is passed over; a reference.
_PARAMETER = re.compile(
    rb"""<!--.*?-->|<\?.*?\?>|<!ENTITY\s+%\s+(?P<name>\S+)\s+(?P<file>SYSTEM|PUBLIC)?"""
    rb"""|"[^"]*"|'[^']*'|%(?P<reference>[^\s;%"'<>]+);""",
    re.DOTALL,
)


def names_dtd(data: bytes) -> bool:
    """Whether a file says where its DTD is, which nobody opens."""
    return bool(_EXTERNAL.match(data))


def alone(data: bytes) -> bytes:
    """Return a file without the address of its DTD and without references to other files in its
    declarations: these are blanks, so places stay.
    """
    if found := _EXTERNAL.match(data):
        data = found[1] + re.sub(rb"[^\r\n]", b" ", found[2]) + data[found.end() :]
    subset = _SUBSET.match(data) if b"<!ENTITY" in data else None
    if subset is None:
        return data
    inner, (start, end) = _without_files(subset["subset"]), subset.span("subset")
    return data if inner == subset["subset"] else data[:start] + inner + data[end:]


def _without_files(subset: bytes) -> bytes:
    """Return declarations without references to parameter entities that are files."""
    is_file: dict[bytes, bool] = {}

    def blank(match: re.Match[bytes]) -> bytes:
        if match["name"]:
            is_file.setdefault(match["name"], match["file"] is not None)
        return b" " * len(match[0]) if is_file.get(match["reference"]) else match[0]

    return _PARAMETER.sub(blank, subset)


def has_parameters(data: bytes) -> bool:
    """Whether declarations of a file refer to parameter entities."""
    subset = _SUBSET.match(data) if b"<!ENTITY" in data else None
    found = _PARAMETER.finditer(subset["subset"]) if subset else ()
    return any(one["reference"] for one in found)


def refused_entities(data: bytes, shown: str) -> Iterator[Diagnostic]:
    """Find external entities that a text draws in, and internal ones that come to more than a text
    can need.

    The TEI's own parameter entities (<!ENTITY % TEI.core "INCLUDE">) are as good as any other.
    """
    if b"<!ENTITY" not in data:
        return
    entities = _Entities()
    entities.read(data)
    for name in entities.drawn_in:
        yield diagnostic("W003", shown, *entities.places[name], name=name.removeprefix("%"))
    if not entities.drawn_in:
        endless = [*_endless(entities.values), *([""] if "" in entities.places else [])][:1]
        yield from (diagnostic("W004", shown, *entities.places[name]) for name in endless)


@dataclass(frozen=True)
class _Entities:
    """What a file declares: entities by name (%name, if it is a parameter's) with their values,
    their files and where that is; `drawn_in`: those of which the text wants the file.
    """

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str | None, str] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    drawn_in: list[str] = field(default_factory=list)

    def read(self, data: bytes) -> None:
        """Read a file; the place of "" is where it is too much for expat."""
        parser = expat.ParserCreate()

        def declared(name: str, is_parameter: bool, value: str | None, *where: str | None) -> None:
            key, (_, file, _, notation) = f"%{name}" if is_parameter else name, where
            self.places.setdefault(key, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
            if value is not None:
                self.values.setdefault(key, value)
            elif notation is None:
                self.files.setdefault(file, key)

        parser.EntityDeclHandler = declared
        parser.ExternalEntityRefHandler = self._wanted
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            if "amplification" in str(error):  # a long one that is named often
                self.places[""] = error.lineno, error.offset + 1
        except (LookupError, ValueError):  # no encoding that expat has; the parser proper says so
            pass

    def _wanted(self, _context: str, _base: str | None, file: str | None, _: str | None) -> int:
        if (name := self.files.get(file, "")) and name not in self.drawn_in:
            self.drawn_in.append(name)
        return 1  # passed over, not opened


def _endless(values: dict[str, str]) -> Iterator[str]:
    """Yield the first entity that is built from itself, or comes to more than is sensible."""
    lengths: dict[str, int] = {}

    def length(name: str, around: frozenset[str]) -> int:
        if name in around or len(around) > 50:
            return _LONGEST + 1
        if name not in lengths:
            value, inside = values.get(name, ""), around | {name}
            parts = (length(one, inside) for one in _REFERENCE.findall(value))
            lengths[name] = min(len(value) + sum(parts), _LONGEST + 1)
        return lengths[name]

    yield from [name for name in values if length(name, frozenset()) > _LONGEST][:1]
