"""Pictures of every kind, in every output: found, checked, copied once, shown or described."""

import base64
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from editio.checks.run import check
from editio.edition.edition import opened
from editio.edition.images import drawing
from editio.edition.images.media import NoMediaError, media
from editio.edition.selection import select
from editio.formats import complaints
from editio.render.build import Built, Plan, build
from lxml import etree, html
from PIL import Image

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

XHTML = "{http://www.w3.org/1999/xhtml}"
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"
 viewBox="0 0 80 40" onload="run()"><script>run()</script><style>@import "far.css";</style>
 <foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Words</p></foreignObject>
 <rect width="8" height="4" fill="url(#a)" style="background:url(https://example.org/a)"/>
 <image x:href="https://example.org/far.png"/><use href="#a"/><a href="javascript:run()"/></svg>"""


def _picture(kind: str = "png", size: tuple[int, int] = (40, 30), shade: int = 128) -> bytes:
    made = BytesIO()
    Image.new("L", size, shade).save(made, kind)
    return made.getvalue()


def _figure(address: str, words: str = "", size: str = "") -> str:
    said = f"<figDesc>{words}</figDesc>" if words else ""
    return f'<figure><graphic url="{address}" {size}/>{said}</figure>'


def _edition(folder: Path, body: str, **files: bytes) -> Path:
    root = edition(folder, small=tei(f"<p>Words.</p>{body}"))
    for name, data in files.items():
        path = root / "tei" / "texts" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def _built(root: Path, *formats: str) -> Built:
    one, _ = opened(root)
    return build(Plan(one, formats, root / "build", cached=False))


def _images(root: Path, page: str = "small.html") -> list[dict[str, str]]:
    tree = html.fromstring((root / "build" / page).read_bytes())
    return [dict(one.attrib) for one in tree.iter("img")]  # type: ignore[arg-type]


def _told(root: Path) -> list[tuple[str, int]]:
    found = check(select([root]), (), 1, lambda: None).diagnostics
    return [(one.code, one.line) for one in found if one.code.startswith("P03")]


def test_one_picture_in_every_format(tmp_path: Path) -> None:
    """Shown twice, published once; with its size, so that nothing moves when it arrives."""
    body = _figure("img/mill.png", "A mill.") + _figure("img/../img/mill.png", "The mill again.")
    root = _edition(tmp_path, body, img__mill_png=_picture())
    made = _built(root, "html", "pdf", "text", "epub", "tei")
    assert not made.diagnostics
    assert made.words == made.kept
    first, second = _images(root)
    assert first | {"alt": ""} == second | {"alt": ""}
    assert (first["alt"], first["width"], first["height"]) == ("A mill.", "40", "30")
    assert first["loading"] == "lazy"
    published = list((root / "build" / "media").iterdir())
    assert [f"media/{one.name}" for one in published] == [first["src"]]
    assert published[0].read_bytes() == _picture()
    text = (root / "build" / "text" / "reading" / "small.txt").read_text("utf-8")
    assert "[figure: A mill.]\n\n[figure: The mill again.]" in text
    with zipfile.ZipFile(root / "build" / "epub" / "small.epub") as book:
        assert book.read(f"EPUB/{first['src']}") == _picture()
        package = book.read("EPUB/package.opf").decode()
        assert package.count(f'href="{first["src"]}" media-type="image/png"') == 1
        assert ">alternativeText<" in package
        page = etree.fromstring(book.read("EPUB/small.xhtml"))
        assert [one.get("src") for one in page.iter(f"{XHTML}img")] == [first["src"]] * 2
    with pikepdf.open(root / "build" / "pdf" / "small.pdf") as paper:
        dictionaries = [one for one in paper.objects if isinstance(one, pikepdf.Dictionary)]
        told = [str(one.Alt) for one in dictionaries if one.get("/S") == "/Figure"]
        assert told == ["A mill.", "The mill again."]
    exported = (root / "build" / "tei" / "small.xml").read_text("utf-8")
    assert 'url="img/mill.png"' in exported
    assert "media/" not in exported


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ('width="20px"', ("20", "15")),
        ('width="1in"', ("96", "72")),
        ('height="50%"', ("20", "15")),
        ('scale="2"', ("80", "60")),
        ('width="20" height="300"', ("20", "15")),
        ('width="huge" scale="-1"', ("40", "30")),
        ('scale="100000"', ("4000", "3000")),
    ],
)
def test_sizes_of_the_tei_count_within_limits(
    size: str, shown: tuple[str, str], tmp_path: Path
) -> None:
    """In proportion, never larger than a page can hold."""
    root = _edition(tmp_path, _figure("mill.png", "A mill.", size), mill_png=_picture())
    _built(root, "html")
    (image,) = _images(root)
    assert (image["width"], image["height"]) == shown


def test_a_recording_is_no_picture(tmp_path: Path) -> None:
    """What a text was transcribed from may be heard anywhere, and needs no description."""
    root = _edition(tmp_path / "edition", "")
    text = root / "tei" / "texts" / "small.xml"
    heard = (
        "<recordingStmt><recording><media mimeType='audio/mp3' url='https://example.org/a.mp3'/>"
        "</recording></recordingStmt></sourceDesc>"
    )
    said = text.read_text("utf-8")
    text.write_text(said.replace("</sourceDesc>", heard), "utf-8")
    assert heard in text.read_text("utf-8")
    found = check(select([root]), (), 1, lambda: None).diagnostics
    assert not {"P025", "P034"} & {one.code for one in found}


def test_what_cannot_be_shown_is_described(tmp_path: Path) -> None:
    """No broken image in any format; each fault at its place."""
    lines = [
        "",
        _figure("gone.png", "A mill."),
        '<figure><graphic url="gone.png"/><head>A barn.</head></figure>',
        _figure("../../../outside.png", "Not ours."),
        _figure("text.png", "No picture."),
        _figure("MILL.png", "Loud."),
        _figure("scan.tif", "A scan."),
        _figure("broken.png", "Half a picture."),
        "<p>A letter <graphic url='gone.png'/>.</p>",
    ]
    (tmp_path / "outside.png").write_bytes(_picture())
    root = _edition(
        tmp_path / "edition", "\n".join(lines), text_png=b"Words", mill_png=_picture(),
        scan_tif=_picture("tiff"), broken_png=_picture(size=(400, 300))[:90],
    )  # fmt: skip
    assert _told(root) == [
        ("P031", 8), ("P031", 9), ("P034", 9), ("P031", 10), ("P032", 11), ("P033", 12),
        ("P032", 13), ("P032", 14), ("P031", 15),
    ]  # fmt: skip
    made = _built(root, "html", "pdf", "epub", "text")
    assert not made.diagnostics
    assert made.words == made.kept
    assert _images(root) == []
    page = (root / "build" / "small.html").read_text("utf-8")
    for words in ("[A mill.]", "A barn.", "[Not ours.]", "[Loud.]", "[A scan.]", "[gone.png]"):
        assert words in page


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("C:/scans/mill.png", "as Windows writes it"),
        ("C:\\scans\\mill.png", "as Windows writes it"),
        ("scan:mill", "“scan:” is neither a web address"),
        ("ws://mill", "“ws:” is neither a web address"),
        ("/mill.png", "a picture is named by a relative path"),
        ("#mill", "a picture is named by a relative path"),
        ("", "it has no address"),
        ("file:///mill.png", ""),  # P024
    ],
)
def test_addresses_that_name_no_picture_are_told(tmp_path: Path, address: str, reason: str) -> None:
    """Wherever they stand, in the text and of pages; the description stands in their place."""
    held = f'{_figure(address, "A mill.")}<p><media mimeType="image/png" url="{address}"/></p>'
    root = _edition(tmp_path, held)
    found = check(select([root]), (), 1, lambda: None).diagnostics
    told = [one.message for one in found if one.code == "P031"]
    assert len(told) == (2 if reason else 0)
    assert all(reason in one and f"“{address}”" in one for one in told)
    assert ("P024" in {one.code for one in found}) != bool(reason)
    assert not _built(root, "html").diagnostics
    assert "A mill." in (root / "build" / "small.html").read_text("utf-8")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    """Nor is a pipe: that is said, and not that its name is written otherwise."""
    root = _edition(tmp_path, _figure("plates", "A mill.") + _figure("pipe.png", "A barn."))
    (root / "tei/texts/plates").mkdir()
    os.mkfifo(root / "tei/texts/pipe.png")
    found = check(select([root]), (), 1, lambda: None).diagnostics
    told = sorted(one.message for one in found if one.code in {"P031", "P033"})
    assert told == [
        "the file “pipe.png” was not found: it is a named pipe, not a file",
        "the file “plates” was not found: it is a folder, not a file",
    ]


@pytest.mark.parametrize(
    ("kind", "address", "told"),
    [
        ("pb", "C:/scans/1.png", 1), ("pb", "scan:1", 1), ("pb", "/scans/1.png", 1),
        ("pb", "own:1", 0), ("pb", "urn:nbn:de:1", 0), ("pb", "/12345", 0), ("pb", "12345", 0),
        ("pb", "#one", 0), ("surface", "C:/scans/1.png", 1), ("surface", "scan:1", 1),
        ("surface", "", 1), ("surface", "own:1", 0), ("surface", "urn:nbn:de:1", 0),
    ],
)  # fmt: skip
def test_addresses_of_pages_that_name_no_picture(
    tmp_path: Path, kind: str, address: str, told: int
) -> None:
    """Keys of pictures, and prefixes that are declared, are no names of files."""
    root = _edition(tmp_path, f'<pb facs="{address}"/>' if kind == "pb" else "")
    text = root / "tei" / "texts" / "small.xml"
    declared = (
        '<encodingDesc><listPrefixDef><prefixDef ident="own" matchPattern="(.+)" '
        'replacementPattern="https://example.org/$1"/></listPrefixDef></encodingDesc></teiHeader>'
    )
    if kind == "surface":
        declared += f'<facsimile><surface><graphic url="{address}"/></surface></facsimile>'
    text.write_text(text.read_text("utf-8").replace("</teiHeader>", declared), "utf-8")
    assert len([one for one, _ in _told(root) if one == "P031"]) == told


def test_a_prefix_of_the_header_is_written_out(tmp_path: Path) -> None:
    """Of pictures in the running text as of pages, in every output: of one that lies here, and of
    one on a server; one that is not there is told by what its address comes to.
    """
    held = "".join(map(_figure, ("own:mill.png", "far:b.png", "own:none.png")))
    root = _edition(tmp_path, held, plates__mill_png=_picture())
    text = root / "tei" / "texts" / "small.xml"
    declared = "".join(
        f'<prefixDef ident="{one}" matchPattern="(.+)" replacementPattern="{to}$1"/>'
        for one, to in (("own", "plates/"), ("far", "https://example.org/"))
    )
    declared = f"<encodingDesc><listPrefixDef>{declared}</listPrefixDef></encodingDesc>"
    words = text.read_text("utf-8").replace("</teiHeader>", f"{declared}</teiHeader>")
    text.write_text(words, "utf-8")
    found = check(select([root]), (), 1, lambda: None).diagnostics
    told = [one.message for one in found if one.code in {"P025", "P031"}]
    assert len(told) == 2
    assert "example.org" in told[0]
    assert "“plates/none.png”" in told[1]
    _built(root, "html", "text", "epub")
    assert [one["src"].endswith("-mill.png") for one in _images(root)] == [True]
    page = (root / "build" / "small.html").read_text("utf-8")
    assert 'href="https://example.org/b.png"' in page
    with zipfile.ZipFile(root / "build" / "epub" / "small.epub") as book:
        assert any(one.endswith("-mill.png") for one in book.namelist())


def test_the_settings_name_a_folder_of_pictures(tmp_path: Path) -> None:
    """For editions whose pictures do not lie beside their texts."""
    root = _edition(tmp_path, _figure("mill.png", "A mill."))
    (root / "pictures").mkdir()
    (root / "pictures" / "mill.png").write_bytes(_picture())
    assert _told(root) == [("P031", 7)]
    (root / "edition.toml").write_text('[media]\nfolder = "pictures"\n', "utf-8")
    assert _told(root) == []
    _built(root, "html")
    assert len(_images(root)) == 1


def test_an_included_file_has_its_pictures_beside_it(tmp_path: Path) -> None:
    """An address is relative to the file in which it stands."""
    include = '<include xmlns="http://www.w3.org/2001/XInclude" href="parts/one.xml"/>'
    part = f'<div xmlns="http://www.tei-c.org/ns/1.0">{_figure("mill.png", "A mill.")}</div>'
    root = _edition(tmp_path, include, parts__one_xml=part.encode(), parts__mill_png=_picture())
    assert _told(root) == []
    _built(root, "html")
    assert [one["alt"] for one in _images(root)] == ["A mill."]


def test_a_file_that_is_linked_is_carried_along(tmp_path: Path) -> None:
    """A plan in PDF beside the text is published with it; a script as bytes that nothing runs."""
    body = "".join(
        f'<p>See <ref target="{one}">it</ref>.</p>'
        for one in ("docs/plan.pdf", "run.js", "gone.pdf")
    )
    root = _edition(tmp_path, body, docs__plan_pdf=b"%PDF-1.7\n", run_js=b"run()")
    _built(root, "html")
    tree = html.fromstring((root / "build" / "small.html").read_bytes())
    links = [one.get("href", "") for one in tree.iter("a") if one.text == "it"]
    assert len(links) == 2
    assert links[0].endswith("-plan.pdf")
    assert (root / "build" / links[0]).read_bytes() == b"%PDF-1.7\n"
    assert links[1].endswith("-run.bin")


def test_a_picture_within_the_file(tmp_path: Path) -> None:
    """binaryObject holds it as base64; what is none is told, and no signs of it are words."""
    good = base64.b64encode(_picture()).decode()
    body = "".join(
        f'<figure><binaryObject mimeType="image/png" encoding="base64">{one}</binaryObject>'
        "<figDesc>A mill.</figDesc></figure>\n"
        for one in (good, "Words!")
    )
    root = _edition(tmp_path, body)
    assert _told(root) == [("P032", 8)]
    made = _built(root, "html", "text", "epub")
    assert not made.diagnostics
    assert [one["width"] for one in _images(root)] == ["40"]
    text = (root / "build" / "text" / "reading" / "small.txt").read_text("utf-8")
    assert good[:20] not in text
    assert "Words!" not in text


def test_another_picture_under_the_same_name_is_another_page(tmp_path: Path) -> None:
    """What was kept of a build is told apart by what pictures hold."""
    root = _edition(tmp_path, _figure("mill.png", "A mill."), mill_png=_picture())
    one, _ = opened(root)
    (root / "tei" / "texts" / "mill.png").write_bytes(_picture(shade=3))
    other, _ = opened(root)
    assert repr(one.texts[0].media) != repr(other.texts[0].media)
    assert one.texts[0].xml != other.texts[0].xml


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "tiff"])
def test_a_file_is_what_it_holds(kind: str) -> None:
    """Whatever it is called."""
    found = media(_picture(kind), "../Ä mill; of.exe")
    assert found.type == f"image/{kind}"
    assert (found.width, found.height) == (40, 30)
    assert found.name.startswith("media/")
    assert found.name.endswith(f"-a-mill-of.{ {'jpeg': 'jpg', 'tiff': 'tif'}.get(kind, kind) }")


def test_a_drawing_holds_nothing_but_drawing() -> None:
    """No script, no handler, nothing that lies elsewhere."""
    safe, width, height = drawing.safe(DRAWING)
    assert (width, height) == (80, 40)
    for left_out in (b"run()", b"example.org", b"foreignObject", b"@import", b"Words"):
        assert left_out not in safe
    for kept in (b'fill="url(#a)"', b'href="#a"', b"<rect"):
        assert kept in safe
    assert media(DRAWING, "a.png").type == "image/svg+xml"


def test_a_drawing_shows_pictures_that_it_holds(tmp_path: Path) -> None:
    """In the PDF, too; what names none, or what is nowhere, is left out, and stops no engine."""
    inner = base64.b64encode(_picture()).decode()
    held = DRAWING.replace(
        b"</svg>",
        f'<image width="5" height="5" href="data:image/png;base64,{inner}"/><image width="5"/>'
        '<image href="#a"/><use/><use href="#gone"/></svg>'.encode(),
    )
    safe, _, _ = drawing.safe(held)
    assert (safe.count(b"<image"), safe.count(b"<use")) == (1, 2)
    root = _edition(tmp_path, _figure("pear.svg", "A pear."), pear_svg=held)
    assert not _built(root, "pdf").diagnostics
    damaged = held.replace(inner[:40].encode(), b"AAAA")
    with pytest.raises(NoMediaError, match="a picture that stands in it is damaged"):
        media(damaged, "pear.svg")


def test_a_complaint_of_the_engine_names_the_picture() -> None:
    """And where it is named first, as far as its name is kept."""
    said = "Failed to load image at 'media/0a1b2c3d4e5f-pear.png': OSError"
    sources = {"a.xml": b"<p>One</p>", "b.xml": b'<p>\n<graphic url="img/pear.png"/></p>'}
    one = complaints.told(said, "edition.pdf", sources)
    assert (one.code, one.file, one.line, one.column) == ("O003", "b.xml", 2, 19)
    assert complaints.told(said, "edition.pdf", {}).file == "edition.pdf"


@pytest.mark.parametrize("data", [b"", b"Words", b"<svg", b"<html><svg/></html>"])
def test_what_is_no_picture_has_a_reason(data: bytes) -> None:
    """In words."""
    with pytest.raises(NoMediaError, match=r"it|file"):
        media(data, "a.svg")


def test_pictures_of_pages_are_looked_for_and_told_once(tmp_path: Path) -> None:
    """They often lie elsewhere; a name without an ending is a key of some server."""
    names = ("p1.png", "p2.png", "p3.png", "MS-17-0001")
    surfaces = "".join(f'<surface><graphic url="{one}"/></surface>\n' for one in names)
    text = tei().replace("<text>", f"<facsimile>\n{surfaces}</facsimile><text>")
    root = edition(tmp_path, small=text)
    (root / "tei" / "texts" / "p1.png").write_bytes(_picture())
    found = check(select([root]), (), 1, lambda: None).diagnostics
    told = [one.message for one in found if one.code == "P031"]
    assert told == ["the file “p2.png” was not found: there is no such file, nor 1 more"]


def test_pages_that_name_no_picture(tmp_path: Path) -> None:
    """A graphic without an address, or with one that is not published, leaves the text as it is."""
    pictures = ("<graphic/>", '<graphic url=""/>', '<graphic url="javascript:x"/>')
    surfaces = "".join(f'<surface xml:id="s{n}">{one}</surface>' for n, one in enumerate(pictures))
    leaves = "".join(f'<pb facs="#s{n}"/><p>Leaf {n}.</p>' for n in range(3))
    text = tei(leaves).replace("<text>", f"<facsimile>{surfaces}</facsimile><text>")
    folder = edition(tmp_path, small=text)
    result = run("build", folder, "--format", "html", "--format", "text", "--no-check")
    assert (result.exit_code, "T00" in result.output) == (0, False), result.output
    assert "Leaf 2." in (folder / "build/small.html").read_text("utf-8")


@pytest.mark.parametrize("box", ["0 0 10", "a b c d", "0,0,10 px,10", "", "0 0 10 10 10"])
def test_a_drawing_with_a_faulty_view_is_drawn(box: str) -> None:
    """The attribute is left out, at which engines fail; one that is sound stays."""
    words = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><rect width="5"/></svg>'
    assert b"viewBox" not in drawing.safe(words.encode())[0]
    sound = words.replace(f'"{box}"', '"-.5, 0 1e1 10"').encode()
    assert b'"-.5, 0 1e1 10"' in drawing.safe(sound)[0]
