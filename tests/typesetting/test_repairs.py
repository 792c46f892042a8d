"""Each repair is still needed: the engine as shipped, in a process of its own, has the fault."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from editio.engines.paged import fonts, repairs
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import block

STYLE = """<style>@page{size:SIZE;margin:0}html{font:10px/10px "EB Garamond";orphans:2;widows:2}
body,p{margin:0}.f{float:footnote}.f::footnote-call{line-height:0;vertical-align:baseline}</style>"""
LOST = STYLE.replace("SIZE", "100px 100px") + (
    "<p>x<br>x<br>x<br>x<br>x<br>x<span class=f>N1<br>y</span></p>"
    "<p>x<br>x<span class=f>N2</span><br>x<br>x</p>"
)
LONG = STYLE.replace("SIZE", "200px 200px") + (
    f"<p>x<span class=f>{'word ' * 600}END</span></p><p>{'y ' * 60}</p>"
)
# "aaa bbb" is 29.4 px wide, its last space 2 px.
EARLY = STYLE.replace("SIZE", "200px 100px") + '<p style="width:30px">aaa bbb <i>ccc</i></p>'
# Its words and the no-break space fit, what is bound to them does not.
BOUND = (
    STYLE.replace("SIZE", "200px 100px") + '<p style="width:48px">aaa bbb ccc&nbsp;<b>dddd</b></p>'
)
# "aaa bbb ccc" is 43.2 px wide, the space behind it 2 px.
SPACE = STYLE.replace("SIZE", "200px 100px") + (
    '<p style="width:44px;word-spacing:-.5px">aaa bbb <b>ccc</b> <i>dddd</i></p>'
)
TORN = STYLE.replace("SIZE", "100px 100px") + (
    f"<style>.a{{page:a}}.b{{page:b}}</style><p class=a>{'x<br>' * 8}x<span class=f>N1<br>y<br>y"
    "<br>y</span></p><p class=b>x<span class=f>N2</span></p>"
)
SPACE_ABOVE = STYLE.replace("SIZE", "100px 100px") + (
    f"<div style='page:a'><p>{'x<br>' * 9}x</p><p style='margin-top:20px'>last</p></div>"
)
LANGUAGE = '<html lang="en"><title>t</title><p>One <i lang="la">duo</i></p>'
PROFILE = '<html lang="en"><title>t</title>' + STYLE.replace("SIZE", "200px 100px") + "<p>One</p>"

CHARACTERS = '<html lang="he"><title>t</title><p style="font-family: Cardo">\u05d1\u05b0\u05bc</p>'
LETTERS = "\u05d0\u05d1 \u05d2\u05d3\u05d4 " * 20
STYLED = "<style>@page{size:200px 100px;margin:0}body,p{margin:0;text-align:justify;FONT}</style>"
INDENT = (
    '<html lang="he" dir="rtl"><title>t</title>'
    + STYLED.replace("FONT", "font:10px Cardo;text-indent:20px")
    + f"<p>{LETTERS}</p>"
)
# The space of the line is from the first face, the letters are from the second.
MOVED = (
    '<html lang="en"><title>t</title>'
    + STYLED.replace("FONT", "font:10px 'EB Garamond','Cardo'")
    + f'<p>aaa <span lang="he" dir="rtl">{LETTERS}</span></p>'
)

# Reads HTML; prints the texts of each page with their lower edges, and what the PDF says.
AS_SHIPPED = """
import json, sys
from weasyprint import HTML
def texts(page):
    return [(box.text, box.position_y + box.height, box.position_x)
            for box in page._page_box.descendants()
            if type(box).__name__ == "TextBox"]
html = HTML(string=sys.stdin.read())
pages = [texts(page) for page in html.render().pages]
pdf = html.write_pdf(pdf_variant="pdf/a-3a", uncompressed_pdf=True).decode("latin-1")
print(json.dumps([pages, pdf]))
"""


@dataclass(frozen=True)
class Seen:
    """What came of a document: texts with their lower and left edges by page, the PDF, warnings."""

    pages: list[list[tuple[str, float, float]]]
    pdf: str
    warnings: str

    @property
    def texts(self) -> list[str]:
        """All texts, in order."""
        return [text for page in self.pages for text, _, _ in page]


@cache
def _set(html: str, mended: bool) -> Seen:
    """Set a document in a new process."""
    start = "from editio.engines.paged import repairs; repairs.apply()" if mended else ""
    done = subprocess.run(
        [sys.executable, "-W", "default::ResourceWarning", "-c", start + AS_SHIPPED],
        input=html,
        env={
            "FONTCONFIG_FILE": str(fonts.folder() / "fonts.conf"),
            "PATH": "",
            "PYTHONPATH": str(Path(repairs.__file__).parents[4]),
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    pages, pdf = json.loads(done.stdout)
    return Seen(pages, pdf, done.stderr)


def _overflows(seen: Seen) -> bool:
    return any(bottom > 205 or bottom < 0 for page in seen.pages for _, bottom, _ in page)


def _ends_early(seen: Seen) -> bool:
    """Whether the third word stands on the second line."""
    edges = {text: bottom for text, bottom, _ in seen.pages[0]}
    return edges["ccc"] > edges["dddd"] - 5


# Name of a fault (see Mended.case) -> a document that has it, and how it shows.
FAULTS: dict[str, tuple[str, Callable[[Seen], bool]]] = {
    "lost": (LOST, lambda seen: "N2" not in seen.texts),
    "long": (LONG, _overflows),
    "torn": (TORN, lambda seen: not {"N1", "N2"} <= {*seen.texts}),
    "language": (LANGUAGE, lambda seen: "/Lang (la)" not in seen.pdf),
    "profile": (PROFILE, lambda seen: "unclosed file" in seen.warnings),
    "space": (SPACE, _ends_early),
    "space above": (SPACE_ABOVE, lambda seen: seen.pages[1][0][1] > 20),
    "characters": (CHARACTERS, lambda seen: "<05b005bc>" in seen.pdf),
    "empty strings": (MOVED, lambda seen: "[<>" in seen.pdf),
    "indent": (INDENT, lambda seen: seen.pages[0][0][2] > 10),
    "bound": (BOUND, lambda seen: seen.texts[0].strip() == "aaa"),
    "early": (EARLY, lambda seen: seen.texts[0].strip() == "aaa"),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_the_engine_as_shipped_has_the_fault_and_mended_has_not(fault: str) -> None:
    """When the first half fails, upstream has mended the fault: take the repair out."""
    html, shows = FAULTS[fault]
    assert shows(_set(html, mended=False))
    assert not shows(_set(html, mended=True))


def test_every_fault_that_is_mended_has_a_case() -> None:
    """A repair of a fault names its case here, and no case is left without one."""
    assert {one.case for one in repairs.MENDED if one.case} == {*FAULTS}


def test_a_changed_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair whose place is not found as expected stops the build; it does not guess."""
    changed = Repair(block, "_linebox_layout", "no such line", "", "")
    monkeypatch.setattr(repairs, "MENDED", (Mended("", (changed,)),))
    with pytest.raises(RuntimeError, match="WeasyPrint changed"):
        repairs._mend(block, "_linebox_layout")


def test_each_file_says_where_its_fault_is_and_is_applied() -> None:
    """A link to upstream, and no file of repairs that is forgotten."""
    folder = Path(repairs.__file__).parent
    names = {file.stem for file in folder.glob("*.py")} - {"__init__", "repair"}
    assert {file.__name__.rpartition(".")[2] for file in repairs.FILES} == names
    place = f"/(pull|issues)/[0-9]+|/blob/v{version('weasyprint')}/weasyprint/[a-z_/]+[.]py"
    for one in repairs.MENDED:
        assert re.fullmatch(f"https://github.com/Kozea/WeasyPrint({place})", one.link), one.link
