"""Where a setting stands in edition.toml: its line and column, and those of a part of its value."""

import re
from collections.abc import Iterator
from pathlib import Path

from editio.edition.config.settings import FILE

_HEAD = re.compile(r"\s*\[+\s*([^\[\]]+?)\s*\]+\s*(#.*)?$")
_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_KEY = re.compile(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
# Line and column, from 1.
Spot = tuple[int, int]


def spot(source: str, table: str, name: str = "", value: str = "", inner: str = "") -> Spot:
    """Return where a setting of a table stands ("" for the top of the file), or `inner` or `value`
    within it; where it is not found the place of what it stands in, at last the beginning.
    """
    lines = source.splitlines()
    wanted = [one for one in (table, name, inner) if one]
    start = _start(lines, wanted)
    if start is None:
        outer = name if inner else ""
        return spot(source, table, outer) if table and name else (1, 1)
    number, column = start
    if value:
        end = next((n for n, path, _ in _written(lines) if n > number and path), len(lines))
        # In quotation marks before where it may be a part of another.
        for form in (f'"{value}"', f"'{value}'", value):
            for at in range(number, max(end, number + 1)):
                found = lines[at].find(form, column if at == number else 0)
                if found >= 0:
                    return at + 1, found + 1 + (form != value)
    return number + 1, column + 1


def _start(lines: list[str], wanted: list[str]) -> tuple[int, int] | None:
    """Return line and column, from 0, of a setting that is written out, or inside a table that is
    written on one line.
    """
    written = list(_written(lines))
    for number, path, column in written:
        if path[: len(wanted)] == wanted:
            return number, column
    if len(wanted) > 1:
        inline = re.compile(rf"""[{{,]\s*["']?({re.escape(wanted[-1])})["']?\s*=""")
        for number, path, column in written:
            if path == wanted[:-1] and (found := inline.search(lines[number], column)):
                return number, found.start(1)
    return None


def _written(lines: list[str]) -> Iterator[tuple[int, list[str], int]]:
    """Yield line, whole name and column of each setting and of each head of a table."""
    table: list[str] = []
    for number, line in enumerate(lines):
        if head := _HEAD.match(line):
            table = _parts(head[1])
            yield number, table, len(line) - len(line.lstrip())
        elif key := _KEY.match(line):
            yield number, [*table, *_parts(key[1])], key.start(1)


def _parts(words: str) -> list[str]:
    return [one.strip("\"'") for one in re.findall(_PART, words)]


def spot_in(root: Path, table: str, name: str = "", value: str = "") -> Spot:
    """Return the same for the edition.toml of a folder."""
    try:
        return spot((root / FILE).read_text("utf-8-sig", "replace"), table, name, value)
    except OSError:
        return 1, 1
