"""What the engine of the PDF complains of, told where an editor can look."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.origins import Place, line_and_column
from editio.edition.images.media import FOLDER
from editio.engines.paged import setter
from editio.engines.paged.formulas import AT

_FORMULA = re.compile(r"<(?:[\w.-]+:)?(?:formula|math)\b")
NUMBERED = re.escape(setter.NUMBERED).replace(re.escape("{:04X}"), "([0-9A-F]+)")


def told(words: str, path: str, sources: Mapping[str, bytes]) -> Diagnostic:
    """Tell a complaint about `path`; one about a character at its first place in the sources.

    O005: a character that no face has; O030: one whose number stands in its place; O003:
    everything else.
    """
    missing = re.search(r"\.notdef .*\(U\+([0-9A-F]+)\)", words)
    numbered = re.match(NUMBERED, words)
    if not (found := missing or numbered):
        words, _, at = words.partition(AT)
        where = _formula(at, path, sources) if at else _picture(words, sources)
        return diagnostic("O003", *(where or (path,)), reason=words)
    code, character = "O030" if numbered else "O005", chr(int(found[1], 16))
    name = unicodedata.name(character, f"U+{found[1]}")
    for file, data in sources.items():
        if place := _place(character, data.decode("utf-8", "replace")):
            return diagnostic(code, file, *place, character=character, name=name)
    return diagnostic(code, path, character=character, name=name)


def _picture(words: str, sources: Mapping[str, bytes]) -> tuple[str, int, int] | None:
    """Return where the picture is named that a complaint is about, as far as its name says."""
    if found := re.search(rf"{re.escape(FOLDER)}[0-9a-f]+-([\w.-]+)", words):
        for file, data in sources.items():
            if place := _place(found[1], data.decode("utf-8", "replace")):
                return file, *place
    return None


def _formula(at: str, path: str, sources: Mapping[str, bytes]) -> tuple[str, int, int]:
    """Return where a formula is; in which file, its place says, or that one begins there."""
    place = Place.read(at)

    def begins(data: bytes) -> bool:
        lines = data.decode("utf-8", "replace").split("\n")[place.line - 1 : place.line]
        return bool(lines and _FORMULA.match(lines[0], place.column - 1))

    named = place.file or next((file for file, data in sources.items() if begins(data)), path)
    return named, place.line, place.column


def unprinted(unset: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Tell once a file, O029, that characters without a form (O005) are why there is no PDF."""
    files: dict[str, list[Diagnostic]] = {}
    for one in unset:
        files.setdefault(one.file, []).append(one)
    return [
        diagnostic(
            "O029", file, first.line, first.column, reason=first.message,
            more=f" and {len(others)} more" if others else "",
        )
        for file, (first, *others) in files.items()
    ]  # fmt: skip


def _place(words: str, source: str) -> tuple[int, int] | None:
    """Line and column of words, or of a character, written as itself or by its number."""
    written = re.escape(words)
    if len(words) == 1:
        written += f"|&#0*{ord(words)};|&#x0*{ord(words):x};"
    found = re.search(written, source, re.IGNORECASE)
    return line_and_column(source, found.start()) if found else None
