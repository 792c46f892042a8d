"""Words of ours between others run as the language of the page does, in Arabic and Hebrew."""

from pathlib import Path

from editio.edition.edition import opened
from editio.render.build import Plan, build

from tests.pipeline.editions import edition, tei

LETTER = """<profileDesc><textDesc><interaction active="singular" passive="many"/></textDesc>
<correspDesc><correspAction type="sent"><persName>Anna</persName><placeName>Basel</placeName>
<date when="1799-10-03"/></correspAction>
<correspAction type="received"><persName>Bert</persName></correspAction>
</correspDesc></profileDesc></teiHeader>"""
GRAPH = """<p>Two <note place="foot" xml:id="n1">notes</note> words.</p><graph type="directed"
xml:id="g"><node xml:id="a" adj="#b"><label>A</label></node><node xml:id="b"><label>B</label></node>
<arc from="#a" to="#b"/></graph>"""
LEFT = " \u200f←\u200f "


def built(folder: Path, lang: str) -> tuple[str, str, str]:
    """Return the first page, the page of a letter, its plain text."""
    letter = tei(GRAPH, "letter").replace("</teiHeader>", LETTER)
    letter = letter.replace('xml:lang="en"', f'xml:lang="{lang}"')
    made = edition(folder, letter=letter, other=letter.replace('"letter"', '"other"'))
    (made / "edition.toml").write_text(f'[site]\nlanguage = "{lang}"\n', "utf-8")
    one, _ = opened(made)
    build(Plan(one, ("html", "text"), made / "build", cached=False))
    names = ("index.html", "letter.html", "text/reading/letter.txt")
    first, page, text = ((made / "build" / name).read_text("utf-8") for name in names)
    return first, page, text


def test_arrows_and_commas_of_a_page_in_arabic(tmp_path: Path) -> None:
    """The arrow leads from the sender to the recipient, between names in any letters."""
    first, page, text = built(tmp_path, "ar")
    assert f"Anna{LEFT}Bert" in first
    assert "كلمتان، 1 حاشية" in first
    assert "2 كلمتان" not in first + page + text  # the word for two says so itself
    assert f"A{LEFT}B" in page
    assert f"A{LEFT}B" in text
    assert "Anna، Basel" in page
    assert "Anna، Basel" in text
    assert "→" not in first + page + text
    # The day would go with the names before it.
    assert "Basel، \u200f3 أكتوبر 1799" in page


def test_arrows_and_commas_of_a_page_in_english(tmp_path: Path) -> None:
    """Left to right, they stay."""
    first, page, text = built(tmp_path, "en")
    assert "Anna → Bert" in first
    assert "words, 1 note" in first
    for words in (page, text):
        assert "A → B" in words
        assert "Anna, Basel" in words
        assert "←" not in words
        assert "Basel, 3 October 1799" in words
