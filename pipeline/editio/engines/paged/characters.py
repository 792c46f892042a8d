"""Which characters the glyphs of a PDF stand for, so that words can be searched and read aloud.

Where a cluster has several glyphs the engine gives all its characters to the first one drawn: from
then on a point of Hebrew would be read as the letter that it first stood under. Here each glyph of
a cluster gets its own (repairs/ has the engine ask before it draws a line).
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, pango

HYPHEN = "\u2010"
# What shows the glyphs of a line, its last one apart; and what says that this is a soft hyphen.
_SHOWN = re.compile(rb"\[(.*?)<([0-9a-f]*)([0-9a-f]{4})>([-\d.]*)\] TJ", re.DOTALL)
_SOFT = b"/Span <</ActualText <FEFF00AD>>> BDC"


def tell(stream: Any, layout: Any) -> None:
    """Note the characters of the glyphs of a line, where a cluster has several glyphs."""
    line, _ = layout.get_first_line()
    words = layout.text.encode()
    for item in _items(line):
        for glyphs, characters in _clusters(item, words):
            font, _ = stream.add_font(item.item.analysis.font)
            for glyph, said in shared(glyphs, characters, _own(font)):
                font.to_unicode[glyph] = font.to_unicode.get(glyph) or said


def is_divided(shown: str, text: bytes, resume_at: int | None) -> bool:
    """Whether a line ends in a hyphen that its text does not have there."""
    if resume_at is None or not shown.endswith(HYPHEN):
        return False
    return not text[:resume_at].decode().rstrip().endswith(HYPHEN)


def tell_hyphen(stream: Any, box: Any) -> None:
    """Say of the hyphen of a divided word that it is one of the line alone: a soft hyphen
    (ISO 32000-1, 14.8.2.2.3), so that the word is searched and read as a whole.
    """
    if not getattr(box, "divided", False) or not stream.stream:
        return
    last = stream.stream[-1]
    if found := _SHOWN.fullmatch(last if isinstance(last, bytes) else str(last).encode()):
        before, glyphs, hyphen, room = found.groups()
        stream.stream[-1:] = [b"[" + before + b"<" + glyphs + b">] TJ"] if before or glyphs else []
        stream.stream += [_SOFT, b"[<" + hyphen + b">" + room + b"] TJ", b"EMC"]


def _items(line: Any) -> Iterator[Any]:
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _clusters(item: Any, words: bytes) -> Iterator[tuple[list[int], str]]:
    """Yield the glyphs of each cluster that has several, base first, and its characters."""
    string, start = item.glyphs, item.item.offset
    begins = ffi.unpack(string.log_clusters, string.num_glyphs)
    if len(set(begins)) == len(begins):
        return
    for begin, end in pairwise(sorted({*begins, item.item.length})):
        glyphs = [string.glyphs[n].glyph for n, one in enumerate(begins) if one == begin]
        if len(glyphs) > 1 and all(map(_is_drawn, glyphs)):
            if item.item.analysis.level % 2:  # from right to left: the base is drawn last
                glyphs.reverse()
            yield glyphs, words[start + begin : start + end].decode()


def _is_drawn(glyph: int) -> bool:
    return glyph != pango.PANGO_GLYPH_EMPTY and not glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG


def shared(glyphs: list[int], characters: str, own: dict[int, str]) -> Iterator[tuple[int, str]]:
    """Share the characters of a cluster out: to each glyph its own, the rest to what is left.

    `own` has the characters that the font has each glyph for.
    """
    left, others = characters, []
    for glyph in glyphs:
        if mine := next((one for one in own.get(glyph, "") if one in left), ""):
            left = left.replace(mine, "", 1)
            yield glyph, mine
        else:
            others.append(glyph)
    if len(others) == len(left):
        yield from zip(others, left, strict=True)
    elif others:
        yield others[0], left


def _own(font: Any) -> dict[int, str]:
    """The characters that a font has each glyph for, by the number of the glyph; read once."""
    known: dict[int, str] | None = getattr(font, "own_characters", None)
    if known is None:
        known = {}
        opened = TTFont(BytesIO(font.file_content), fontNumber=font.index, lazy=True)
        for code, name in opened.getBestCmap().items():
            glyph = opened.getGlyphID(name)
            known[glyph] = known.get(glyph, "") + chr(code)
        font.own_characters = known
    return known
