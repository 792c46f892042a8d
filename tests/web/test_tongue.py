"""Words of the interface that are English on a page in another language are marked as such."""

import re
import zipfile
from pathlib import Path

from editio.edition.edition import opened
from editio.edition.selection import select
from editio.render.build import Plan, build

from tests.pipeline.editions import edition, tei

TEXT = (
    '<p>Egy <choice><sic>hiba</sic><corr>szó</corr></choice> <gap reason="illegible"/>'
    "<note>Search</note></p>"
)
LABELS = '<labels xmlns="urn:editio:ns" xml:lang="{0}"><label key="search">Keresés</label></labels>'
MARKED = re.compile(r'<(\w+)[^>]* lang="en"[^>]*>(?:<[^>]*>)*([^<]*)')


def built(root: Path, lang: str, labels: bool = False) -> dict[str, str]:
    """Build a small edition in a language; return its pages and those of its EPUB."""
    text = tei(TEXT, title="Levél").replace('xml:lang="en"', f'xml:lang="{lang}"')
    edition(root, small=text)
    (root / "edition.toml").write_text(f'title = "Levelek"\n[site]\nlanguage = "{lang}"\n', "utf-8")
    if labels:
        (root / "labels").mkdir()
        (root / f"labels/{lang}.xml").write_text(LABELS.format(lang), "utf-8")
    build(Plan(opened(root)[0], ("html", "epub"), root / "build", cached=False))
    pages = {path.stem: path.read_text("utf-8") for path in (root / "build").glob("*.html")}
    with zipfile.ZipFile(root / "build/epub/small.epub") as book:
        pages["epub"] = "".join(
            book.read(one).decode() for one in book.namelist() if one.endswith("xhtml")
        )
    return pages


def test_english_words_on_a_page_in_another_language(tmp_path: Path) -> None:
    """In the frame, the tools and the notes on the text; none that are of the text."""
    pages = built(tmp_path, "hu")
    assert '<html lang="hu"' in pages["small"]
    found = set(MARKED.findall(pages["small"]))
    assert {("a", "Skip to the text"), ("a", "Search"), ("summary", "Reading text"),
            ("summary", "Textual notes"), ("th", "Place"), ("h2", "How to cite"),
            ("span", "[… illegible]")} <= found  # fmt: skip
    assert not {words for _, words in found} & {"Levél", "szó", "hiba", "Levelek", "small"}
    assert "Search <a" in pages["small"]  # the note, which says so itself
    assert ("h1", "Search") in MARKED.findall(pages["search"])
    assert ("h2", "Textual notes") in MARKED.findall(pages["epub"])
    told = [(one.code, one.file) for one in select([tmp_path]).diagnostics]
    assert told == [("C028", "edition.toml")]


def test_words_that_the_language_has_are_not_marked(tmp_path: Path) -> None:
    """Labels of ones own are in it; in a language of ours nothing is English."""
    pages = built(tmp_path / "own", "hu", labels=True)
    found = MARKED.findall(pages["small"])
    assert ("a", "About") in found
    assert ">Keresés</a>" in pages["small"]
    assert "Keresés" not in {words for _, words in found}
    assert select([tmp_path / "own"]).diagnostics == ()
    pages = built(tmp_path / "ours", "de-AT")
    assert [one for words in pages.values() for one in MARKED.findall(words)] == []
    # A word for a value of the edition's own, in English alone, is no reason to mark others.
    (tmp_path / "ours/labels").mkdir()
    words = LABELS.format("en").replace('"search"', '"type-red"')
    (tmp_path / "ours/labels/en.xml").write_text(words, "utf-8")
    build(Plan(opened(tmp_path / "ours")[0], ("html",), tmp_path / "ours/build", cached=False))
    pages = {"small": (tmp_path / "ours/build/small.html").read_text("utf-8")}
    assert [one for words in pages.values() for one in MARKED.findall(words)] == []


def test_english_words_run_from_left_to_right(tmp_path: Path) -> None:
    """Also where the page does not, as in Persian."""
    assert '<h2 id="cite" lang="en" dir="ltr">' in built(tmp_path, "fa")["small"]


def test_a_language_of_three_letters_is_that_of_two(tmp_path: Path) -> None:
    """As a setting, on a text and in labels of ones own: its pages have our words."""
    pages = built(tmp_path, "ger", labels=True)
    for name in ("small", "index"):
        assert '<html lang="de"' in pages[name]
        assert ">Keresés</a>" in pages[name]
        assert ">Zitierweise</a>" in pages[name]
        assert MARKED.findall(pages[name]) == []
    assert select([tmp_path]).diagnostics == ()
