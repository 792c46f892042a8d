"""What stands before the root element: the address of a DTD, which nobody opens, and entities.

Turns the bytes of a file (in UTF-8) into bytes that name no other file, and into what is wrong
with the entities that it declares (XML 1.0, sections 2.8 and 4).
"""

import re
from collections.abc import Iterator
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


def alone(data: bytes) -> bytes:
    """Return a file without the address of its DTD, which stands as blanks, so places stay."""
    found = _EXTERNAL.match(data)
    if found is None:
        return data
    return found[1] + re.sub(rb"[^\r\n]", b" ", found[2]) + data[found.end() :]


def refused_entities(data: bytes, shown: str) -> Iterator[Diagnostic]:
    """Find external entities, and internal ones that come to more than a text can need.

    The TEI's own parameter entities (<!ENTITY % TEI.core "INCLUDE">) are as good as any other.
    """
    if b"<!ENTITY" not in data:
        return
    found: list[Diagnostic] = []
    values: dict[str, str] = {}
    places: dict[str, tuple[int, int]] = {}
    parser = expat.ParserCreate()

    def declared(name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        key = f"%{name}" if is_parameter else name
        places.setdefault(key, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))
        if value is None:
            found.append(diagnostic("W003", shown, *places[key], name=name))
        else:
            values.setdefault(key, value)

    parser.EntityDeclHandler = declared
    parser.ExternalEntityRefHandler = lambda *_: 1  # passed over, not opened
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if "amplification" in str(error):  # a long one that is named often
            places[""] = error.lineno, error.offset + 1
    except (LookupError, ValueError):  # no encoding that expat has; the parser proper says so
        pass
    endless = [*_endless(values), *([""] if "" in places else [])][:1]
    yield from found or (diagnostic("W004", shown, *places[name]) for name in endless)


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
