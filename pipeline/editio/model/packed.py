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
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_DIGEST, _LENGTH = 32, 8


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
    if isinstance(value, bytes):
        raw += value
        return [len(raw) - len(value), len(value)]
    if is_dataclass(value):
        return [_plain(getattr(value, one.name), raw) for one in fields(value)]
    if isinstance(value, Mapping):
        return [[_plain(name, raw), _plain(one, raw)] for name, one in value.items()]
    if isinstance(value, tuple | list):
        return [_plain(one, raw) for one in value]
    return value.value if isinstance(value, Enum) else value


def _typed(kind: Any, value: Any, raw: memoryview) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType}:
        return None if value is None else _typed(inner[0], value, raw)
    if kind is bytes:
        start, length = value
        return bytes(raw[start : start + length])
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [one.name for one in fields(kind)]
        pairs = zip(names, value, strict=True)
        return kind(**{name: _typed(hints[name], one, raw) for name, one in pairs})
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {_typed(inner[0], a, raw): _typed(inner[1], b, raw) for a, b in value}
    if origin in {tuple, list}:
        return origin(_typed(inner[0], one, raw) for one in value)
    return _simple(kind, value)


def _simple(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise ValueError(f"{type(value).__name__} where {kind} was to be")
    return value
