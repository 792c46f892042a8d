"""The structure tree of a PDF, as a screen reader walks it, and what the file says of itself."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from editio.engines.paged import setter, turned
from editio.engines.paged.design import PLAIN
from PIL import Image

from tests.typesetting.vera import broken_rules, claims

PAGE = '<html lang="en"><head><title>t</title></head><body><h1>T</h1>{}</body></html>'
PAIRS = '<dl class="record"><div class="group"><dt>Hand</dt><dd><dl>{}</dl></dd></div></dl>'.format(
    "<div><dt>Ink</dt><dd><p>Brown.</p></dd></div><div><dt>Pen</dt><dd>Broad.</dd></div>"
)
NESTED = "<ul><li>One<ul><li>In one</li></ul></li><div><li>Two</li></div>loose words</ul>"
UNEVEN = (
    '<table><thead><tr><th scope="col">Year</th><th>Tons</th></tr></thead><tbody>'
    '<tr><th scope="row">1790</th><td>12</td></tr><tr><td>a</td><td>b</td><td>c</td></tr>'
    '<tr><td colspan="2">none</td></tr></tbody></table>'
)
CONTENTS = (
    '<nav class="contents"><h2>Contents</h2><ol><li><a href="#a">First</a></li>'
    '<li class="level-2"><a href="#b">Second</a></li></ol></nav><h3 id="a">First</h3>'
    '<h6 id="b">Second</h6>'
)
STRAYS = "<p>Words</p><li>an item of no list</li><dd>said of nothing</dd>"
CALL = '<p>Salt<a class="note-call" id="c" href="#n">1</a><span class="footnote note">'
NOTE = CALL + '<span id="n"><a class="note-number" href="#c">1</a></span> Rye.</span></p>'
_IN_COLUMNS = NOTE.replace('"footnote note"', '"footnote note" style="column-count: 2"')
COLUMNS = _IN_COLUMNS + _IN_COLUMNS.replace('="c"', '="d"').replace("#c", "#d").replace(
    '"n"', '"m"'
).replace("#n", "#m")
BESIDE = (
    '<div class="facing"><div class="side"><div class="pair"><p>Mare.</p></div></div>'
    '<div class="side"><div class="pair"><p>Sea.</p></div></div></div>'
    '<div class="in-columns"><div class="row">'
    '<div class="pair"><p>Sol.</p></div><div class="pair"><p>Sun.</p></div></div></div>'
)
CELLS = "".join(f'<th scope="col">Heading {n}</th>' for n in range(14))
ROWS = f"<tr>{'<td>consignment</td>' * 14}</tr>" * 40
TURNED = (
    f'<p>Before.</p><table data-table="wide"><caption>What was sent</caption><thead><tr>{CELLS}'
    f"</tr></thead><tbody>{ROWS}</tbody></table><p>Behind.</p>"
)
KINDS = {
    "pairs": PAIRS, "nested": NESTED, "uneven": UNEVEN, "contents": CONTENTS, "strays": STRAYS,
    "note": NOTE, "columns": COLUMNS, "beside": BESIDE, "turned": TURNED,
}  # fmt: skip


def _written(html: str, files: dict[str, bytes] | None = None) -> bytes:
    from editio.engines.paged import archive  # noqa: PLC0415  # needs the engine

    wide = turned.sheet([turned.Turned("wide", 0.6)])
    document, _ = setter.lay_out(PAGE.format(html), PLAIN, wide, files=files or {})
    return archive.for_reading(document, ())


def _tree(element: Any) -> Any:
    """An element as (kind, kids); content is not in it."""
    kids = element.get("/K", [])
    inner = kids if isinstance(kids, pikepdf.Array) else [kids]
    found = [_tree(one) for one in inner if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return str(element.S)[1:], found


def _read(data: bytes) -> Any:
    with pikepdf.open(BytesIO(data)) as pdf:
        return _tree(pdf.Root.StructTreeRoot.K[0])


def _walk(tree: Any, parent: str = "") -> Iterator[tuple[str, str]]:
    yield parent, tree[0]
    for kid in tree[1]:
        yield from _walk(kid, tree[0])


def _claims(data: bytes) -> bool:
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as xmp:
        return bool(xmp.get("pdfuaid:part") == "1")


def test_lists_hold_items_and_items_a_label_and_a_body() -> None:
    """Terms are labels; frames between a list and its items are not in the tree."""
    found = list(_walk(_read(_written(PAIRS + NESTED))))
    assert {kid for parent, kid in found if parent == "L"} == {"LI", "L"}
    assert {kid for parent, kid in found if parent == "LI"} == {"Lbl", "LBody"}
    assert len([kid for _, kid in found if kid == "LI"]) == 7


def test_rows_of_a_table_are_equally_wide_and_headings_say_of_what() -> None:
    """Cells that the page leaves out are there, empty; each heading has a scope."""
    with pikepdf.open(BytesIO(_written(UNEVEN))) as pdf:
        cells = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        scopes = [str(one.A.Scope) for one in cells if one.get("/S") == "/TH"]
        rows = [one for one in cells if one.get("/S") == "/TR"]
        assert sorted(scopes) == ["/Column", "/Column", "/Row"]
        assert [len(row.K) for row in rows] == [3, 3, 3, 2]


def test_contents_are_a_table_of_contents_without_its_leaders() -> None:
    """TOC and TOCI, one link a line and none within it; dots are for the eye alone."""
    data = _written(CONTENTS)
    found = list(_walk(_read(data)))
    assert [kid for parent, kid in found if parent == "TOC"] == ["TOCI", "TOCI"]
    assert found.count(("TOCI", "Link")) == 2
    assert ("Link", "Link") not in found
    with pikepdf.open(BytesIO(data)) as pdf:
        painted = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert painted.count(b"/Artifact") >= 2


def test_headings_go_down_by_one() -> None:
    """Whatever their size on the page: a reader who jumps by headings finds no gap."""
    found = [kid for _, kid in _walk(_read(_written(CONTENTS))) if kid[0] == "H"]
    assert found == ["H1", "H2", "H3", "H4"]


def test_headings_of_one_level_are_on_one() -> None:
    """Also where the level above them is left out."""
    page = "<h1>Salt</h1><h3>One</h3><h3>Two</h3><h4>Three</h4><h2>Four</h2><h3>Five</h3>"
    found = [kid for _, kid in _walk(_read(_written(page))) if kid[0] == "H"]
    assert found[-6:] == ["H1", "H2", "H2", "H3", "H2", "H3"]


def test_the_call_of_a_note_refers_to_it() -> None:
    """Reference around the call, Note for the note."""
    found = list(_walk(_read(_written(NOTE))))
    assert ("Reference", "Link") in found
    assert [kid for _, kid in found].count("Note") == 1


def test_a_picture_without_words_for_it_leaves_the_file_without_the_mark() -> None:
    """What is not accessible does not say that it is; with an alternative it is."""
    made = BytesIO()
    Image.new("L", (40, 30), 128).save(made, "png")
    files = {"mill.png": made.getvalue()}
    assert _claims(_written('<p><img src="mill.png" alt="A mill"></p>', files))


@pytest.mark.complaints
def test_a_picture_without_an_alternative() -> None:
    """The engine tells of it, and the file does not claim what it is not."""
    made = BytesIO()
    Image.new("L", (40, 30), 128).save(made, "png")
    assert not _claims(_written('<p><img src="mill.png"></p>', {"mill.png": made.getvalue()}))


@pytest.mark.judge
def test_the_judge_agrees(tmp_path: Path) -> None:
    """What our own rules find sound, veraPDF does too."""
    files = {kind: tmp_path / f"{kind}.pdf" for kind in KINDS}
    for kind, file in files.items():
        file.write_bytes(_written(KINDS[kind]))
    with pikepdf.open(files["turned"]) as pdf:
        assert sum(page.mediabox[2] > page.mediabox[3] for page in pdf.pages) > 1
    assert [kind for kind, file in files.items() if not claims(file)] == []
    assert broken_rules(*files.values(), flavours=["ua1"]) == []


def test_notes_in_columns_are_notes_and_no_table() -> None:
    """The columns are for the eye; each note is one, told apart from the other."""
    data = _written(COLUMNS)
    kinds = [kind for _, kind in _walk(_read(data))]
    assert kinds.count("Note") == 2
    assert not {"Table", "TR", "TD"} & {*kinds}
    assert _claims(data)
