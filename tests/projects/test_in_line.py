"""Blocks that an edition wishes for as words of a line keep a blank between their words."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from editio.edition.edition import opened
from editio.render.build import Plan, build

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="leaf" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A leaf</title></titleStmt><publicationStmt><p>None.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><div xml:id="all">
<p>Take<list><head>Black</head><item>grind</item><item>wash</item></list>then dry.</p>
<list type="gloss"><label>red</label><item>lead</item></list>
<lg><l>Verse one,</l><l>verse two.</l></lg>
<p>She sang (<quote><l>oh</l><l>ah</l></quote>), and left.</p>
<opener><dateline>Rome</dateline><salute>Dear</salute></opener><ab>Alone</ab><ab>again</ab>
<entry><form><orth>ink</orth></form><sense n="1"><def>black</def><cit><quote>as ink</quote></cit>
</sense><sense n="2"><def>blue</def></sense></entry></div></body></text></TEI>"""
WORDS = (
    "Take Black grind wash then dry red lead Verse one verse two She sang oh ah and left Rome Dear"
    " Alone again ink black as ink blue"
)
WISHED = (
    "list item label head lg l cit def",
    *(pytest.param(one, marks=pytest.mark.slow) for one in (
        "item l sense p", "list", "label entry dateline salute", "head list ab quote")),
)  # fmt: skip


def plain(text: str) -> str:
    """Return the words of a text without the signs that formats and rules put between them."""
    return " ".join(re.findall(r"[A-Za-z]+", text))


def words(page: str) -> str:
    """Return the words of the text on a page; blocks stand apart."""
    body = page.partition('id="all"')[2].partition(">")[2].partition("</article>")[0]
    body = re.sub(r'<a class="pl".*?</a>', "", body, flags=re.S)
    return plain(
        re.sub(r"<[^>]+>", "", re.sub(r"<(?!/?(?:span|q|cite|b|i|em|a)\b)[^>]+>", "\n", body))
    )


@pytest.mark.parametrize("wished", WISHED)
def test_words_stay_apart(wished: str, tmp_path: Path) -> None:
    """On the page, in EPUB, in both plain texts; nothing is told."""
    said = "".join(f'{one} = {{ behaviour = "inline" }}\n' for one in wished.split())
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{said}", "utf-8")
    (tmp_path / "leaf.xml").write_text(TEI, "utf-8")
    edition, found = opened(tmp_path)
    made = build(Plan(edition, ("html", "text", "epub"), tmp_path / "build", cached=False))
    assert [one.message for one in (*found, *made.diagnostics)] == []
    for name in ("reading", "diplomatic"):
        sheet = (tmp_path / f"build/text/{name}/leaf.txt").read_text("utf-8")
        assert plain(sheet.rpartition("***")[2]) == WORDS
    with ZipFile(next((tmp_path / "build/epub").glob("leaf.epub"))) as book:
        chapters = [
            book.read(one).decode() for one in book.namelist() if one.endswith("leaf.xhtml")
        ]
    for page in ((tmp_path / "build/leaf.html").read_text("utf-8"), chapters[0]):
        assert words(page).startswith(WORDS)


HIDDEN = """<p>Paid<note type="i">secret</note>. Send<note type="i">hid</note>, dear.</p>
<p>Sent <seg type="i">by post</seg>, the rest <note type="i">kept</note>;
f<note type="i">n</note>og.</p>
<p type="i">Of us.</p><p>Take<list type="i"><item>grind</item><item>wash</item></list>then
dry<list type="i"><item>twice</item></list>.</p><lg><l>One,</l><l type="i">two,</l></lg>"""


def both_texts(folder: Path, words: str) -> tuple[str, str]:
    """Publish words of which those of type i are wished for in the diplomatic text; return its
    reading and its diplomatic text. Nothing is told.
    """
    wish = '".i" = { behaviour = "diplomatic" }\n'
    (folder / "edition.toml").write_text(f"[behaviours]\n{wish}", "utf-8")
    leaf = re.sub(r'(?s)(?<=<div xml:id="all">).*(?=</div></body>)', words, TEI)
    (folder / "leaf.xml").write_text(leaf, "utf-8")
    edition, found = opened(folder)
    made = build(Plan(edition, ("html", "text", "epub"), folder / "build", cached=False))
    assert [one.message for one in (*found, *made.diagnostics)] == []
    reading, diplomatic = (
        (folder / f"build/text/{one}/leaf.txt").read_text("utf-8").rpartition("***")[2].strip()
        for one in ("reading", "diplomatic")
    )
    return reading, diplomatic


def test_what_is_in_one_text_leaves_nothing_in_the_other(tmp_path: Path) -> None:
    """No blank before a comma, none between blocks; words on both sides stay two. Where it is,
    a list is a list.
    """
    reading, diplomatic = both_texts(tmp_path, HIDDEN)
    assert reading == "Paid. Send, dear.\n\nSent, the rest; fog.\n\nTake then dry.\n\nOne,"
    assert diplomatic == (
        "Paid secret. Send hid, dear.\n\nSent by post, the rest kept; f n og."
        "\n\nOf us.\n\nTake\n\n- grind\n- wash\n\nthen dry\n\n- twice"
        "\n\n.\n\nOne,\ntwo,"
    )
    with ZipFile(next((tmp_path / "build/epub").glob("leaf.epub"))) as book:
        (bound,) = [
            book.read(one).decode() for one in book.namelist() if one.endswith("leaf.xhtml")
        ]
    for page in ((tmp_path / "build/leaf.html").read_text("utf-8"), bound):
        assert "Paid. Send, dear." in page
        assert re.search(r"Sent, the rest;\s+fog\.", page)
        assert re.search(r'Take<span class="added"[^>]*> </span>then\s+dry\.<', page)
        assert page.count('class="added"') == 1
    page = (tmp_path / "build/leaf-diplomatic.html").read_text("utf-8")
    assert re.search(r"<ul[^>]*><li[^>]*>grind</li>", page)


SIGNS = """<pb n="2"/><p>One<lb/>two<lb break="no"/>fold <milestone unit="x"/>three <pb n="3"/> four
<anchor xml:id="a"/> five.</p><lg><l>Six</l><pb n="4"/><l>seven</l></lg>"""


def test_labels_and_classes_of_signs_without_words(tmp_path: Path) -> None:
    """The label stands before the break or the place, in the text that this is in; none is lost."""
    names = ("lb", "pb", "milestone", "anchor")
    said = "".join(f'{one} = {{ class = "{one}", label = "{one}:" }}\n' for one in names)
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{said}", "utf-8")
    leaf = re.sub(r'(?s)(?<=<div xml:id="all">).*(?=</div></body>)', SIGNS, TEI)
    (tmp_path / "leaf.xml").write_text(leaf, "utf-8")
    edition, found = opened(tmp_path)
    made = build(Plan(edition, ("html", "text", "epub"), tmp_path / "build", cached=False))
    assert [one.message for one in (*found, *made.diagnostics)] == []
    sheet = (tmp_path / "build/text/reading/leaf.txt").read_text("utf-8").rpartition("***")[2]
    assert " ".join(sheet.split()) == (
        "[pb:] One [lb:] two[lb:] fold [milestone:] three [pb:] four [anchor:] five."
        " Six [pb:] seven"
    )
    page = (tmp_path / "build/leaf-diplomatic.html").read_text("utf-8")
    assert '<span class="added">lb: </span><br class="own-lb">two' in page
    assert '<span class="added">anchor: </span><span id="a" class="own-anchor">' in page
    assert 'class="page-break own-pb"' in page
    assert re.search(r'class="(break |milestone )?own-milestone"', page)


def test_label_and_class_stand_on_the_note_and_not_on_the_blank_before(tmp_path: Path) -> None:
    """Where a note within a word becomes words of the diplomatic text."""
    wish = '".i" = { behaviour = "diplomatic", label = "Ours:", class = "own" }\n'
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{wish}", "utf-8")
    words = '<p>F<note type="i">n</note>og.</p>'
    leaf = re.sub(r'(?s)(?<=<div xml:id="all">).*(?=</div></body>)', words, TEI)
    (tmp_path / "leaf.xml").write_text(leaf, "utf-8")
    edition, found = opened(tmp_path)
    made = build(Plan(edition, ("html", "text"), tmp_path / "build", cached=False))
    assert [one.message for one in (*found, *made.diagnostics)] == []
    sheet = (tmp_path / "build/text/diplomatic/leaf.txt").read_text("utf-8").rpartition("***")[2]
    assert sheet.strip() == "F [Ours:] n og."
    page = (tmp_path / "build/leaf-diplomatic.html").read_text("utf-8")
    assert re.search(r'<span [^>]*class="tei-note own-own"[^>]*><span class="added">Ours: ', page)


NOTHING = """<div xml:id="old"><head xml:id="h1"><del>Old</del></head><p>None.</p></div>
<div xml:id="ours"><head xml:id="h2"><seg type="i">Ours</seg> <note type="i">kept</note></head>
<list type="ordered"><item>salt</item><item><del>wax</del></item><item><note type="i">tar</note>
</item><item><supplied>rye</supplied></item></list><list><item><del>gone</del></item></list></div>
<div xml:id="new"><head xml:id="h3">New <del>one</del></head><p>Words.</p></div>
<div xml:id="last"><head xml:id="h4">Last</head><p>Words.</p></div>"""


def test_a_heading_or_item_of_one_text_leaves_nothing_in_the_other(tmp_path: Path) -> None:
    """Nor do contents name it; items are counted in the text in which they stand."""
    reading, diplomatic = both_texts(tmp_path, NOTHING)
    assert reading == ("None.\n\n1. salt\n2. [rye]\n\n## New\n\nWords.\n\n## Last\n\nWords.")
    assert diplomatic == (
        "## ⟦Old⟧\n\nNone.\n\n## Ours kept\n\n1. salt\n2. ⟦wax⟧\n3. tar\n\n- ⟦gone⟧"
        "\n\n## New ⟦one⟧\n\nWords.\n\n## Last\n\nWords."
    )
    with ZipFile(next((tmp_path / "build/epub").glob("leaf.epub"))) as book:
        bound = {Path(one).name: book.read(one).decode() for one in book.namelist()}
    for page in ((tmp_path / "build/leaf.html").read_text("utf-8"), bound["leaf.xhtml"]):
        assert 'id="h3"' in page
        assert 'id="h1"' not in page and 'id="h2"' not in page
        assert page.count('class="item"') == 2
        assert "<ul" not in page.partition('id="all"')[2].partition("</article>")[0]
    assert re.findall(r"#(h\d)", bound["nav.xhtml"]) == ["h3", "h4"]
    page = (tmp_path / "build/leaf-diplomatic.html").read_text("utf-8")
    assert page.count('class="item"') == 4 and 'id="h1"' in page and 'id="h2"' in page
