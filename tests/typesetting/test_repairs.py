"""Each repair is still needed: the engine as shipped, in a process of its own, has the fault."""

import json
import subprocess
import sys
from typing import Any

import pytest
from weasyprint.layout import block

from pipeline.typesetting import fonts, repairs

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
FAULTS = {"lost": LOST, "long": LONG, "early": EARLY}

AS_SHIPPED = """
import json, sys
from weasyprint import HTML
def texts(page):
    return [(box.text, box.position_y + box.height) for box in page._page_box.descendants()
            if type(box).__name__ == "TextBox"]
print(json.dumps([texts(page) for page in HTML(string=sys.stdin.read()).render().pages]))
"""


def _set(fault: str, mended: bool) -> list[list[tuple[str, float]]]:
    """Set a document in a new process; its text boxes with their lower edges, by page."""
    start = "from pipeline.typesetting import repairs; repairs.apply()" if mended else ""
    done = subprocess.run(
        [sys.executable, "-c", start + AS_SHIPPED],
        input=FAULTS[fault],
        env={"FONTCONFIG_FILE": str(fonts.folder() / "fonts.conf"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found: list[list[tuple[str, float]]] = json.loads(done.stdout)
    return found


def _is_lost(pages: list[list[tuple[str, float]]]) -> bool:
    return "N2" not in [text for page in pages for text, _ in page]


def _overflows(pages: list[list[tuple[str, float]]]) -> bool:
    return any(bottom > 205 or bottom < 0 for page in pages for _, bottom in page)


def _breaks_early(pages: list[list[tuple[str, float]]]) -> bool:
    return pages[0][0][0].strip() == "aaa"


@pytest.mark.parametrize(
    ("fault", "shows"), [("lost", _is_lost), ("long", _overflows), ("early", _breaks_early)]
)
def test_the_engine_as_shipped_has_the_fault_and_mended_has_not(fault: str, shows: Any) -> None:
    """When the first half fails, upstream has mended the fault: take the repair out."""
    assert shows(_set(fault, mended=False))
    assert not shows(_set(fault, mended=True))


def test_a_changed_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair whose place is not found as expected stops the build; it does not guess."""
    changed = repairs.Repair(block, "_linebox_layout", "no such line", "", "")
    monkeypatch.setattr(repairs, "REPAIRS", (changed,))
    with pytest.raises(RuntimeError, match="WeasyPrint changed"):
        repairs._mend(block, "_linebox_layout")
