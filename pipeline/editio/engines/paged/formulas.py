"""Formulas of a page, drawn: the engine sets no MathML, so each becomes a picture made of paths.

The glyphs are those of STIX Two Math (OFL), which ziamath brings; nothing else is read. A formula
that cannot be drawn whole stays a line of signs, and is told.
"""

import re
from base64 import b64encode
from functools import lru_cache
from html import escape, unescape
from xml.etree import ElementTree

from lxml import etree, html

INK, PRESS_INK = "black", "device-cmyk(0 0 0 1)"
UNDRAWN = "the formula {} cannot be drawn: its signs stand in a line"
# What parts this from the place of the formula (`data-at`), where that is known.
AT = "\n"
_FORMULA = re.compile(r"""<math\b(?:[^"'>]|"[^"]*"|'[^']*')*>.*?</math>""", re.S)
_PLACE = re.compile(r'^[^>]*\bdata-at="([^"]*)"')
_DRAWN = re.compile("<(?:path|rect)")
# What is drawn, and how many parts it has; anything else may stand for words that would be lost.
_TOKENS = {"mi", "mn", "mo", "ms", "mtext"}
_ROWS = {"math", "mfenced", "mrow", "msqrt", "mtable", "mtr", "mtd", "mspace", "none"}
_PARTS = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3,
          "munderover": 3, "semantics": 1}  # fmt: skip
# What says how the rest looks or how it is read aloud is not drawn itself.
_LOOKS = {"mstyle", "mpadded", "semantics"}
_BESIDE = {"annotation", "annotation-xml"}
_UNASKED = {
    "mathcolor",
    "mathbackground",
    "color",
    "style",
    "alttext",
    "data-linear",
    "data-at",
    "xmlns",
}
# To apply, to multiply, to part and to add, unseen.
_UNSEEN = dict.fromkeys(range(0x2061, 0x2065), "") | {ord("-"): "−"}
# Units of the drawing to an em of the face, and how its small letters come to the size of ours.
_SIZE, _SCALE = 20, 0.9


def drawn(page: str, ink: str = INK) -> tuple[str, list[str]]:
    """Return a page with its formulas as pictures, and what there is to say of those that are not.

    Each says in `alttext` what stands for it, in `data-linear` its signs, in `data-at` where it is;
    one that is not drawn is told once, with the place of the first.
    """
    said: dict[str, str] = {}

    def one(found: re.Match[str]) -> str:
        picture, line = _picture(found[0], ink)
        if not picture:
            at = _PLACE.search(found[0])
            words = UNDRAWN.format(unescape(line))
            said.setdefault(words, f"{words}{AT}{unescape(at[1])}" if at else words)
        return picture or line

    return _FORMULA.sub(one, page), list(said.values())


@lru_cache(maxsize=4096)  # each layout of a page asks again
def _picture(formula: str, ink: str) -> tuple[str, str]:
    """Return a formula as a picture, or nothing, and as a line, both as HTML."""
    root = html.fragment_fromstring(formula)
    line = root.get("data-linear", "")
    told = root.get("alttext") or line
    try:
        made = _svg(_bare(root), ink)
    except Exception:  # whatever the library trips over is a formula that it cannot draw
        made = None
    if made is None:
        return "", escape(line)
    svg, width, height, depth = made
    style = f"width: {width:.3f}em; height: {height:.3f}em; vertical-align: {-depth:.3f}em"
    source = b64encode(svg.encode()).decode()
    return (
        f'<img class="formula" src="data:image/svg+xml;base64,{source}" '
        f'alt="{escape(told)}" style="{style}">',
        escape(line),
    )


def _svg(math: ElementTree.Element, ink: str) -> tuple[str, float, float, float] | None:
    """Return a drawing, its width, height and what is below the line, in em; or nothing."""
    from ziamath.config import config  # noqa: PLC0415  # slow to load, and few need it
    from ziamath.zmath import Math  # noqa: PLC0415

    config.svg2, config.precision = False, 2
    words = "".join(math.itertext())
    made = Math(math, size=_SIZE, margin=0)
    (width, height), bottom = made.getsize(), made.node.bbox.ymin
    if width <= 0 or height <= 0 or not all(map(made.font.glyphindex, words)):
        return None
    svg, em = made.svg().replace(f'"{INK}"', f'"{ink}"'), _SCALE / _SIZE
    if len(_DRAWN.findall(svg)) < len("".join(words.split())):  # each sign is one at least
        return None
    return svg, width * em, height * em, -bottom * em


def _bare(element: etree._Element) -> ElementTree.Element:
    """Return a formula in the elements that the library draws. Raises ValueError for any other."""
    name = str(element.tag)
    kids = [kid for kid in element.iterchildren("*") if kid.tag not in _BESIDE]
    fits = name in _TOKENS | _ROWS | _PARTS.keys() | _LOOKS and not (kids and name in _TOKENS)
    if not fits or len(kids) != _PARTS.get(name, len(kids)) or _stray(element):
        raise ValueError(name)
    looks = {str(key): str(value) for key, value in element.items() if key not in _UNASKED}
    if name == "math":  # as MathML has it; the library takes the other for granted
        looks.setdefault("display", "inline")
    made = ElementTree.Element("mrow" if name in _LOOKS else name, looks)
    if name in _TOKENS:
        words = element.text or ""
        made.text = words.replace(" ", "\xa0") if name == "mtext" else words.strip()
        made.text = made.text.translate(_UNSEEN if name in {"mo", "mn"} else {})
        if name == "mtext" and not made.text:  # the library stumbles on it
            made.tag = "mrow"
    made.extend(_bare(kid) for kid in kids)
    return made


def _stray(element: etree._Element) -> bool:
    """Whether words stand where none are drawn."""
    words = [kid.tail or "" for kid in element]
    words += [] if element.tag in _TOKENS else [element.text or ""]
    return bool("".join(words).strip())
