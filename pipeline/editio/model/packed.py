"""Values as bytes and back; reading them can run nothing: JSON, and behind it the raw bytes.

What is read is built by the types of its dataclass; anything else in its place is refused. A digest
in front tells what was damaged.
"""

import hashlib
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_DIGEST, _LENGTH = 32, 8
# What JSON gives back as it was.
_SIMPLE = frozenset({str, int, bool, float})


def pack(value: object) -> bytes:
    """Write a value made of dataclasses, dicts, tuples, texts, numbers and bytes."""
    raw = bytearray()
    header = json.dumps(_plain(value, raw), ensure_ascii=False).encode("utf-8", "surrogatepass")
    body = len(header).to_bytes(_LENGTH, "big") + header + raw
    return hashlib.sha256(body).digest() + body


def unpack(data: bytes, kind: type[T]) -> T:
    """Read a value of that kind. Raises ValueError for anything else, or for damaged bytes."""
    digest, body = data[:_DIGEST], data[_DIGEST:]
    if hashlib.sha256(body).digest() != digest:
        raise ValueError("damaged")
    start = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
    found = json.loads(body[_LENGTH:start].decode("utf-8", "surrogatepass"))
    made: T = _typed(kind, found, memoryview(body)[start:])
    return made


def _plain(value: Any, raw: bytearray) -> Any:
    """Return a value as JSON can have it: of bytes, which go to `raw`, where they are there; a
    dataclass as the list of its fields, a mapping as pairs, which keep their order and their keys.
    """
    if type(value) in _SIMPLE:
        return value
    if isinstance(value, tuple | list):
        is_plain = _SIMPLE.issuperset(map(type, value))
        return value if is_plain else [_plain(one, raw) for one in value]
    if isinstance(value, bytes):
        raw += value
        return [len(raw) - len(value), len(value)]
    if is_dataclass(value):
        return [_plain(getattr(value, one.name), raw) for one in fields(value)]
    if isinstance(value, Mapping):
        return [[_plain(name, raw), _plain(one, raw)] for name, one in value.items()]
    return value.value if isinstance(value, Enum) else value


def _typed(kind: Any, value: Any, raw: memoryview) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return None if value is None else _typed(inner[0], value, raw)
    if kind is bytes:
        start, length = value
        return bytes(raw[start : start + length])
    if _is_record(kind):
        return _made(kind, value, raw)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_typed(inner[0], a, raw): _typed(inner[1], b, raw) for a, b in value}
    if origin in {tuple, list}:
        make = _made if _is_record(inner[0]) else _typed
        return origin(make(inner[0], one, raw) for one in value)
    return _simple(kind, value)


@cache
def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and (is_dataclass(kind) or hasattr(kind, "_fields"))


def _made(kind: Any, value: Any, raw: memoryview) -> Any:
    """Return a dataclass or a named tuple, of which most hold texts and numbers."""
    kinds = _kinds(kind)
    if kinds == tuple(map(type, value)):
        return kind(*value)
    return kind(*(_typed(one, inner, raw) for one, inner in zip(kinds, value, strict=True)))


@cache
def _kinds(kind: Any) -> tuple[Any, ...]:
    """Return the types of what a dataclass or a named tuple is made of, in order."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
    return tuple(hints[name] for name in names)


def _simple(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise ValueError(f"{type(value).__name__} where {kind} was to be")
    return value
