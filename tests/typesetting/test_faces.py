"""Faces beside EB Garamond: the scripts that they have, on one grid, and no face unasked."""

import os
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from editio.diagnostics import Diagnostic
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import fonts, setter
from editio.engines.paged.characters import shared
from editio.render.build import Plan, build
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.typesetting.books import HEADER, aside
from tests.typesetting.letters import font
from tests.typesetting.reading import faces, given_back
from tests.typesetting.vera import broken_rules

GIBA = "\N{GOTHIC LETTER GIBA}"
SCRIPTS = {
    "he": "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים שלום עולם",
    "ar": "بِسْمِ ٱللَّهِ الحمد لله رب العالمين",
    "ja": "古池や蛙飛びこむ水の音 道",
    "grc": "Ἐν ἀρχῇ ἦν ὁ λόγος",
    "cu": "бг҃ъ и҆ сло́во ꙋ гдⷭ҇ь",
    "und-fonipa": "ˈɪŋɡlɪʃ ʃɛ̃ʁ",
    "got": GIBA,
}
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="scripts" xml:lang="en">{header}
<text><body><div><head>{words}</head><p>Words: {words}.<note n="1">Again {words}.</note>
</p><p><hi rend="bold">{words}</hi></p><p><hi rend="italic">{words}</hi></p>
<p>Latin letters alone stand in this paragraph, so that its lines can be compared.</p>
{paragraphs}</div></body></text></TEI>"""


@cache
def _edition() -> Path:
    """An edition in many scripts, with a font of its own for Gothic."""
    root = aside()
    words = " ".join(f'<foreign xml:lang="{one}">{said}</foreign>' for one, said in SCRIPTS.items())
    paragraphs = "".join(f'<p xml:lang="{one}">{said}</p>' for one, said in SCRIPTS.items())
    header = HEADER.format(title="Scripts")
    text = TEXT.format(header=header, words=words, paragraphs=paragraphs)
    (root / "scripts.xml").write_text(text, "utf-8")
    font(root / "fonts/Squares.ttf", "Squares", GIBA)
    (root / "edition.toml").write_text('[print]\nfaces = ["fonts/Squares.ttf"]\n', "utf-8")
    return root


@cache
def _built() -> Path:
    out = _edition() / "out"
    assert _said(_edition(), out) == ()
    return out / "pdf"


def _said(root: Path, out: Path) -> tuple[Diagnostic, ...]:
    project, found = discover(root)
    assert found == []
    edition, _ = load(project)
    return build(Plan(edition, ("pdf",), out, cached=False)).diagnostics


@pytest.mark.judge
def test_archives_accept_every_script() -> None:
    """No glyph is missing, every width and character is right, by the judgement of veraPDF."""
    assert broken_rules(*(_built() / name for name in ("scripts.pdf", "edition.pdf"))) == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_character_is_given_back(language: str) -> None:
    """Each of them five times at least: head, text, note, bold, italics (and its paragraph)."""
    found = Counter(unicodedata.normalize("NFD", given_back(_built() / "scripts.pdf")))
    wanted = Counter(unicodedata.normalize("NFD", SCRIPTS[language].replace(" ", "")))
    assert {one: found[one] for one in wanted if found[one] < 5 * wanted[one]} == {}


def test_words_are_given_back() -> None:
    """Those without points, whose places a reader need not guess."""
    found = given_back(_built() / "scripts.pdf").split()
    assert [w for w in ("שלום", "العالمين", "ἀρχῇ", "ˈɪŋɡlɪʃ") if w not in found] == []


def test_each_script_has_its_face() -> None:
    """Hebrew, Arabic, Japanese, Slavonic, and the edition's own; upright where none is slanted."""
    names = faces(_built() / "scripts.pdf")
    families = ("EB-Garamond", "Cardo", "Amiri", "Noto-Serif-JP", "Noto-Serif", "Squares")
    assert [one for one in families if not any(name.startswith(one) for name in names)] == []


def test_no_face_pushes_lines_apart() -> None:
    """A line is as high as the leading, whatever stands in it; Squares would be twice as high."""
    design = discover(_edition())[0].settings.print
    words = "".join(f'<p lang="{one}">Latin, {said}, Latin</p>' for one, said in SCRIPTS.items())
    document, _ = setter.lay_out(f"<html><body>{words}</body></html>", design)
    lines = [
        box.height
        for page in document.pages
        for box in page._page_box.descendants()
        if type(box).__name__ == "LineBox"
    ]
    assert len(lines) >= len(SCRIPTS)
    assert lines == pytest.approx([design.leading * 96 / 72] * len(lines), abs=0.005)


def test_spaces_are_as_wide_in_every_face() -> None:
    """Otherwise a line is longer than the engine reckons, where a space is from another face."""
    wide: dict[bool, set[float]] = {}
    for file in (*fonts.folder().glob("*.ttf"), *fonts.folder().glob("*.otf")):
        one = TTFont(file)
        space = one["hmtx"][one.getBestCmap()[32]][0] / one["head"].unitsPerEm
        wide.setdefault(one["OS/2"].usWeightClass >= 600, set()).add(round(space, 3))
    assert [len(one) for one in wide.values()] == [1, 1], wide


@pytest.mark.parametrize("point", ["\N{HEBREW POINT HIRIQ}", "\N{ARABIC FATHA}"])
def test_a_face_that_has_points_places_them(point: str) -> None:
    """Without that a letter is drawn upon its neighbour, which is another reading."""
    found = {}
    for file in fonts.folder().glob("*.ttf"):
        with TTFont(file) as one:
            if ord(point) in one.getBestCmap():
                marks = one["GPOS"].table.FeatureList.FeatureRecord if "GPOS" in one else ()
                found[file.name] = "mark" in {mark.FeatureTag for mark in marks}
    assert found
    assert all(found.values()), found


@pytest.mark.slow
def test_no_face_has_one_form_for_many_letters() -> None:
    """A box in place of a letter would pass for the letter; Cardo has such."""
    shapes: dict[tuple[str, str], set[str]] = {}
    for file in fonts.folder().glob("*.ttf"):
        one = TTFont(file)
        glyphs = one.getGlyphSet()
        for code, name in one.getBestCmap().items():
            pen = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(pen)
            if unicodedata.category(chr(code))[0] in "LMS" and pen.value:
                same = unicodedata.normalize("NFKC", chr(code))
                shapes.setdefault((file.name, repr(pen.value)), set()).add(same)
    assert [one for one in shapes.values() if len(one) > 4] == []


SET = """
import sys
from editio.engines.paged import setter
said = []
if sys.argv[2] == "ours":
    document, said = setter.lay_out(f"<p>{sys.argv[1]}</p>")
else:
    from weasyprint import HTML
    document = HTML(string=f"<p>{sys.argv[1]}</p>").render()
with setter.complaints(said):
    document.write_pdf()
number = f"U+{ord(sys.argv[1][0]):04X}"
print("missing" if any(number in words or ".notdef" in words for words in said) else "found")
"""


@pytest.mark.parametrize(("whose", "answer"), [("ours", "missing"), ("theirs", "found")])
def test_a_font_of_the_system_is_not_used(tmp_path: Path, whose: str, answer: str) -> None:
    """It is there for whoever asks the system; the book has no such letter."""
    font(tmp_path / "fonts/System.ttf", "System", GIBA)
    env = {key: value for key, value in os.environ.items() if key != "FONTCONFIG_FILE"}
    done = subprocess.run(
        [sys.executable, "-c", SET, GIBA, whose],
        env={**env, "XDG_DATA_HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == answer


def test_licences_travel_with_the_book() -> None:
    """Each packaged face by name, with its own copyright notice."""
    told = (_built() / "OFL.txt").read_text("utf-8")
    for words in ("EB Garamond\n", "Cardo\n", "David J. Perry", "Noto Serif\n", "Amiri\n"):
        assert words in told
    assert told.count("SIL OPEN FONT LICENSE Version 1.1 -") >= 4


@pytest.mark.parametrize(
    ("glyphs", "characters", "own", "expected"),
    [
        ([7, 8], "בְּ", {8: "ְ"}, {7: "בּ", 8: "ְ"}),
        ([7, 8], "г҃", {7: "г", 8: "҃"}, {7: "г", 8: "҃"}),
        ([7, 8], "بِ", {}, {7: "ب", 8: "ِ"}),
    ],
)
def test_glyphs_of_a_cluster_share_its_characters(
    glyphs: list[int], characters: str, own: dict[int, str], expected: dict[int, str]
) -> None:
    """A point keeps its own; a letter with a point in it has the rest."""
    assert dict(shared(glyphs, characters, own)) == expected


def test_a_u_of_a_latin_text_stays_a_u() -> None:
    """The face has other forms for Latin, which are not those of the editor."""
    shown = []
    for lang in ("en", "la"):
        page = f'<html lang="en"><body><p lang="{lang}">quarum unam</p></body></html>'
        document, _ = setter.lay_out(page)
        (text,) = [
            box
            for box in document.pages[0]._page_box.children[0].descendants()
            if type(box).__name__ == "TextBox"
        ]
        shown.append(text.width)
    assert shown[0] == shown[1]
