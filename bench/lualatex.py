"""The paragraphs of a page set by LuaLaTeX, as a measure of our own lines.

Turns a page in HTML into paragraphs for TeX, in the face, size and measure of the book, and reads
back how wide the spaces of each line are: TeX itself writes that while it breaks paragraphs.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from editio.engines.paged import fonts
from editio.engines.paged.design import Design
from lxml import etree
from lxml import html as parser

_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}", "\u00a0": "~",
    **{sign: f"\\{sign}" for sign in "{}$&#_%"},
}  # fmt: skip
_STYLES = {"italic": "textit", "smallcaps": "textsc"}
# One line of figures a line of text: its mean word space in points, whether it ends in a hyphen.
_LUA = r"""
local out = io.open("lines.txt", "w")
local glue, glyph, disc = node.id("glue"), node.id("glyph"), node.id("disc")
local function told(line)
  local sum, count, last = 0, 0, nil
  for n in node.traverse(line.head) do
    if n.id == glue and n.subtype == 13 then
      local change = 0
      if line.glue_sign == 1 and n.stretch_order == 0 then change = line.glue_set * n.stretch end
      if line.glue_sign == 2 and n.shrink_order == 0 then change = -line.glue_set * n.shrink end
      sum, count = sum + n.width + change, count + 1
    elseif n.id == glyph or n.id == disc then last = n end
  end
  local dash = last and last.id == glyph and (last.char == 45 or last.char == 0x2010)
  local hyphen = last and (last.id == disc or dash)
  if count > 0 then out:write(sum / count / 65536, " ", hyphen and 1 or 0, "\n") end
end
local function lines(head)
  for line in node.traverse_id(node.id("hlist"), head) do
    if line.glue_order == 0 then told(line) end
  end
  return head
end
luatexbase.add_to_callback("post_linebreak_filter", lines, "measure lines")
"""
_PAGE = r"""\documentclass{article}
\usepackage[textwidth=%(measure)smm]{geometry}
\usepackage{fontspec}
\usepackage[english]{babel}
%(packages)s
\setmainfont{EBGaramond}[Path=%(fonts)s/, Extension=.ttf, Numbers=OldStyle,
  UprightFont=*-400, ItalicFont=*-Italic-400, BoldFont=*-600]
\directlua{dofile("lines.lua")}
\begin{document}\parindent=1.3em\fontsize{%(size)s}{%(leading)s}\selectfont

%(body)s

\end{document}
"""


def lines(page: str, design: Design, packages: Sequence[str]) -> list[tuple[float, bool]]:
    """Give, for each full line that LuaLaTeX makes, its word space in em and whether it is
    hyphenated; nothing where LuaLaTeX is not installed.
    """
    if shutil.which("lualatex") is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "lines.lua").write_text(_LUA, "utf-8")
        (place / "page.tex").write_text(_document(page, design, packages), "utf-8")
        command = ["lualatex", "-interaction=batchmode", "page.tex"]
        subprocess.run(command, cwd=folder, capture_output=True, check=True)
        found = [line.split() for line in (place / "lines.txt").read_text().splitlines()]
    em = design.type_size * 72.27 / 72  # TeX's points are smaller
    return [(float(space) / em, hyphen == "1") for space, hyphen in found]


def _document(page: str, design: Design, packages: Sequence[str]) -> str:
    big_points = {"size": design.type_size, "leading": design.leading}
    return _PAGE % {
        "measure": f"{design.measure:g}",
        "packages": "".join(rf"\usepackage{{{name}}}" for name in packages),
        "fonts": fonts.folder(),
        "body": "\n\n".join(_words(one) for one in _paragraphs(page)),
        **{name: f"{size}bp" for name, size in big_points.items()},
    }


def _paragraphs(page: str) -> Iterator[etree._Element]:
    """Yield the paragraphs of the text, without quotations set as blocks, and without notes."""
    for one in parser.fromstring(page).iter("p", "div"):
        around = [names for outer in one.iterancestors() for names in (outer.tag, *_classes(outer))]
        if "p" in _classes(one) and "text" in around and not {"blockquote", "footnote"} & {*around}:
            yield one


def _classes(element: etree._Element) -> list[str]:
    return element.get("class", "").split()


def _words(element: etree._Element) -> str:
    """Return the words of an element as TeX, without notes and their calls."""
    classes = _classes(element)
    if {"footnote", "note-call"} & {*classes}:
        return ""
    parts = [_escaped(element.text)]
    for child in element:
        parts += [_words(child) if isinstance(child.tag, str) else "", _escaped(child.tail)]
    words = "".join(parts)
    for name in _STYLES.keys() & classes:
        words = rf"\{_STYLES[name]}{{{words}}}"
    return words


def _escaped(text: str | None) -> str:
    folded = re.sub(r"[ \t\r\n]+", " ", text or "")
    return "".join(_SPECIAL.get(sign, sign) for sign in folded)
