"""What a scholar would dispute is not told; what stands beside it, and is wrong, still is."""

from pathlib import Path

import pytest

from tests.checks.editions import found, laid_over

pytestmark = pytest.mark.usefixtures("without_grammar")

HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"{root}><teiHeader><fileDesc>
<titleStmt><title>A small text</title></titleStmt>
<publicationStmt><p>Made for a test; free for all.</p></publicationStmt>
<sourceDesc><p>Born digital.</p><listWit><witness xml:id="A"/><witness xml:id="α"/></listWit>
</sourceDesc></fileDesc>{header}</teiHeader>{text}</TEI>"""
LANG = ' xml:lang="en"'
BODY = "<text><body>{}</body></text>"


def codes(folder: Path, text: str, root: str = LANG, header: str = "") -> list[str]:
    """Check a small text; its findings, but for the one that no schema is named."""
    (folder / "a.xml").write_text(HEAD.format(root=root, header=header, text=text), "utf-8")
    return [one.code for one in found(folder) if one.code != "S011"]


@pytest.mark.parametrize(
    "text",
    [
        "<lg><l>“Come in,” he sang,</l><l>“and stay</l></lg><p>No more.</p>",
        '<entry><form><w>"</w></form><cit><quote>a <w>«</w> b</quote></cit></entry>',
        '<p>The stick is 6" long.</p>',
        '<p>He wrote scale=".5" there.</p>',
        '<entry><form><pron>"</pron></form><p>Say ow."sa.ma here.</p></entry>',
        "<p><del>“So</del> “So be it,” he said.</p>",
        "<p>It ended.  It began:  so it goes.</p>",
        "<p>Read Aα and αA here.</p>",
        "<p><choice><orig>I</orig><reg>I</reg></choice></p>",
        '<p><app><lem wit="#A">a</lem><rdg wit="#A"><add place="margin">b</add></rdg></app></p>',
        '<p><app><lem wit="#A">one</lem><rdg wit="#α">two</rdg><rdg wit="#α">three</rdg></app></p>',
        '<p><app><lem wit="#A">one</lem><rdg xml:id="r1">two</rdg>'
        '<witDetail wit="#α" target="#r1">above the line</witDetail></app></p>',
        '<pb facs="#f0001"/><p>See <ref target="#f0001">p. 1</ref>.</p>',
        '<lg><l xml:id="l2">So.</l><app><rdg><l copyOf="#l2"/></rdg></app></lg>',
        '<p><app><lem wit="#A">one</lem><rdg>two</rdg><note>in all prints</note></app></p>',
        '<p><app><lem resp="BL 1.316">one</lem><rdg resp="Reed, 1904">two</rdg></app></p>',
        '<p><app><lem wit="#A">one</lem><rdg wit="#A" xml:id="r1">two</rdg>'
        '<witDetail wit="#A" target="#r1">in the margin</witDetail></app></p>',
    ],
)
def test_right_things_that_looked_wrong(tmp_path: Path, text: str) -> None:
    """Verse, words tagged one by one, inches, sigla, margins."""
    assert codes(tmp_path, BODY.format(text)) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("X004", "<p>“Come in, he said.</p>"),
        ("X004", '<p>"Come in, he said.</p>'),
        ("X005", "<p>It  ended.</p>"),
        ("P002", '<pb facs="#f0001"/><p xml:id="f0001">See <ref target="#f0002">p. 2</ref>.</p>'),
        ("X001", "<p>The Αrchive</p>"),
        ("A005", "<p><choice><sic>I</sic><corr>I</corr></choice></p>"),
        ("A004", '<p><app><lem wit="#A">one</lem><rdg wit="#A">two</rdg></app></p>'),
        ("A002", '<p><app><lem wit="#A">one</lem><rdg xml:id="r1">two</rdg></app></p>'),
    ],
)
def test_wrong_things_beside_them(tmp_path: Path, code: str, text: str) -> None:
    """The same codes, where they are right."""
    assert codes(tmp_path, BODY.format(text)) == [code]


def test_marks_without_partners_are_told_once(tmp_path: Path) -> None:
    """Where a file writes no closing mark at all, that is one fault."""
    assert codes(tmp_path, BODY.format("<p>He said: «Come.</p>" * 9)) == ["X004"]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([], '<text><body><div xml:lang="la"><p>Salve.</p></div></body></text>'),
        (
            [],
            '<text><body><p xml:lang="la">Ave.</p><p xml:lang="en">Hi</p></body></text>',
        ),
        ([], "<text><body><p/></body></text>"),
        (["H005"], '<text><body><div xml:lang="la"><p>Salve.</p></div><p>Hi</p></body></text>'),
    ],
)
def test_the_language_of_the_parts(tmp_path: Path, told: list[str], text: str) -> None:
    """Parts may say it, if all do; what has no words needs no language."""
    assert codes(tmp_path, text, root="") == told


def test_who_changed_a_file(tmp_path: Path) -> None:
    """A name, which nobody follows; a pointer is one."""
    header = '<revisionDesc><change who="{} Roe">Read again.</change></revisionDesc>'
    text = BODY.format("<p>Yes.</p>")
    assert codes(tmp_path, text, header=header.format("Jo")) == []
    assert codes(tmp_path, text, header=header.format("#Jo")) == ["P002"]


def test_categories_of_two_files(tmp_path: Path) -> None:
    """Each description of a manuscript has its own; that is no double entry."""
    category = '<category xml:id="arts"><catDesc>Arts</catDesc></category>'
    header = f"<encodingDesc><classDecl><taxonomy>{category}</taxonomy></classDecl></encodingDesc>"
    codes(tmp_path, "", header=header)
    (tmp_path / "a.xml").rename(tmp_path / "b.xml")
    assert codes(tmp_path, "", header=header) == []


@pytest.mark.parametrize(
    ("pointer", "advice"),
    [("#chapter-1a", "Did you mean “#chapter-1”?"), ("#chapter-2", "Give the element")],
)
def test_numbers_are_no_slips(tmp_path: Path, pointer: str, advice: str) -> None:
    """Chapter 2 is not a misspelt chapter 1."""
    div = f'<div xml:id="chapter-1"><p><ref target="{pointer}">There</ref></p></div>'
    (tmp_path / "a.xml").write_text(
        HEAD.format(root=LANG, header="", text=BODY.format(div)), "utf-8"
    )
    (one,) = [one for one in found(tmp_path) if one.code == "P002"]
    assert one.hint.startswith(advice)


def test_pictures_in_entries_of_registers(tmp_path: Path) -> None:
    """A register is published without them; of one in the text it is told what is amiss."""
    picture = '<figure><graphic url="https://example.org/a.jpg"/></figure>'
    place = '<listPlace><place xml:id="lu"><placeName>Lund</placeName><note>{}</note></place>'
    place += "</listPlace>"
    folder = laid_over(tmp_path / "edition")

    def told(text: str) -> list[str]:
        written = HEAD.format(root=LANG, header="", text=BODY.format(text))
        (folder / "tei" / "texts" / "lund.xml").write_text(written, "utf-8")
        return [one.code for one in found(folder) if one.code in {"P025", "P034"}]

    named = '<p>In <placeName ref="#lu">Lund</placeName>.</p>'
    assert told(named + place.format(picture)) == []
    assert told(named + picture + place.format("A town.")) == ["P025", "P034"]


def test_pictures_of_music_and_recordings(tmp_path: Path) -> None:
    """The description of a piece is that of its picture; what is heard needs none."""
    piece = '<notatedMusic><graphic url="https://example.org/a.png"/>{}</notatedMusic>'
    heard = '<media mimeType="audio/mpeg" url="https://example.org/a.mp3"/>'
    folder = laid_over(tmp_path / "edition")

    def is_told(text: str) -> bool:
        written = HEAD.format(root=LANG, header="", text=BODY.format(f"<p>{text}</p>"))
        (folder / "tei" / "texts" / "piece.xml").write_text(written, "utf-8")
        return "P034" in {one.code for one in found(folder)}

    assert is_told(piece.format(""))
    assert not is_told(piece.format("<desc>A song</desc>"))
    assert not is_told(heard)
