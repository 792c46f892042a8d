"""Words of the interface that are English on a page in another language are marked as such."""

import re
import zipfile
from pathlib import Path

from editio.edition.beside.own import Own
from editio.edition.edition import opened
from editio.edition.selection import select
from editio.edition.texts.titles import XML_LANG
from editio.render.build import Plan, build
from editio.render.job import labels
from editio.resources import LABELS as OURS
from lxml import etree, html

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
    assert not re.search("[\ufdd0\ufdd1]", pages["epub"])
    told = [(one.code, one.file) for one in select([tmp_path]).diagnostics]
    assert told == [("C028", "edition.toml")]


def test_words_that_the_language_has_are_not_marked(tmp_path: Path) -> None:
    """Labels of ones own are in it; in a language of ours nothing is English."""
    pages = built(tmp_path / "own", "hu", labels=True)
    found = MARKED.findall(pages["small"])
    assert ("a", "About") in found
    assert ">Keresés</a>" in pages["small"]
    assert "Keresés" not in {words for _, words in found}
    told = [(one.code, one.message) for one in select([tmp_path / "own"]).diagnostics]
    assert [code for code, _ in told] == ["C028"]
    said = (
        r"the interface has 1 of its \d{3,} words in the language “hu”: its pages have the others"
    )
    assert re.match(said, told[0][1])
    ours = (OURS / "en.xml").read_text("utf-8").replace('"en"', '"hu"', 1)
    (tmp_path / "own/labels/hu.xml").write_text(ours, "utf-8")
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


def test_languages_that_have_every_word_are_known() -> None:
    """Pages in them look for no English words."""
    added = (LABELS.format("hu"), LABELS.format("en").replace('"search"', '"of-its-own"'))
    every = etree.fromstring(str(labels(Own(labels=(added[0],)))))
    whole = {one.get(XML_LANG): one.get("whole") for one in every}
    assert (whole["de"], whole["en"], whole["hu"]) == ("yes", "yes", None)
    every = etree.fromstring(str(labels(Own(labels=added))))
    assert {one.get("whole") for one in every if one.get(XML_LANG) != "en"} == {None}


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


def test_parts_are_called_in_the_language_of_their_text(tmp_path: Path) -> None:
    """By their kind and number, where they have no heading."""
    part = '<div type="textpart" subtype="book" n="4"><ab>Hafer</ab></div>'
    edition(tmp_path, small=tei(part).replace('xml:lang="en"', 'xml:lang="de"'))
    build(Plan(opened(tmp_path)[0], ("html",), tmp_path / "build", cached=False))
    assert ">Buch 4<" in (tmp_path / "build/small.html").read_text("utf-8")


LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="small" xml:lang="cs"><teiHeader>
<fileDesc><titleStmt><title>Dopis</title><author>Jana</author></titleStmt><publicationStmt><p>Nic.</p>
</publicationStmt><sourceDesc><p>Nic.</p></sourceDesc></fileDesc><profileDesc><creation>
<date when="1799-10-03">3. 10. 1799</date></creation><correspDesc><correspAction type="sent">
<persName ref="#jana">Jana</persName><date when="1799-10-03"/></correspAction>
<correspAction type="received"><persName ref="#petr">Petr</persName></correspAction></correspDesc>
</profileDesc></teiHeader><text><body><p>Slovo <choice><sic>chba</sic><corr>chyba</corr></choice>
<gap reason="illegible" unit="word" quantity="2"/> <persName ref="#jana">Jana</persName>.</p>
<list><item>Text</item></list></body></text></TEI>"""
PEOPLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="cs"><teiHeader><fileDesc><titleStmt>
<title>Osoby</title></titleStmt><publicationStmt><p>Nic.</p></publicationStmt><sourceDesc><p>Nic.</p>
</sourceDesc></fileDesc></teiHeader><standOff><listPerson><person xml:id="jana">
<persName>Jana</persName><birth when="1759-11-10"/></person>
<person xml:id="petr"><persName>Petr</persName></person></listPerson>
</standOff></TEI>"""
# All that the edition above says in Czech, and what is of no language.
CZECH = {
    "Dopis", "Dopisy", "Jana", "Petr", "Slovo", "chba", "chyba", "Nic", "Text", "Osoby", "small",
    "html", "In", "října", "files", "csv", "OFL",
}  # fmt: skip


def unmarked(page: str) -> set[str]:
    """The words of a page that are in no element of another language; not those of its title, which
    has ours beside those of the edition and can have no element, nor counted ids.
    """
    found: set[str] = set()
    body = html.fromstring(page).find("body")
    assert body is not None
    for element in body.iter(etree.Element):
        is_shown = element.tag not in {"script", "style"}
        inside = [(element, element.text)] if is_shown else []
        after = element.getparent()
        inside += [(after, element.tail)] if after is not None else []
        for holder, words in inside:
            around = (holder, *holder.iterancestors())
            if next(filter(None, (one.get("lang") for one in around))) == "cs":
                plain = re.sub(r"\b[a-z]+\d[\w.]*", "", words or "")
                found |= set(re.findall(r"[^\W\d_]+", plain))
    return found


def test_no_word_of_ours_is_unmarked_on_a_czech_page(tmp_path: Path) -> None:
    """On each page, also in sentences: dates, counts, heads of tables, choices; nothing of the text
    is marked, though a word of it may be like one of ours. No mark of the stylesheets is left.
    """
    edition(tmp_path, small=LETTER)
    (tmp_path / "tei/registers").mkdir()
    (tmp_path / "tei/registers/persons.xml").write_text(PEOPLE, "utf-8")
    (tmp_path / "edition.toml").write_text('title = "Dopisy"\n[site]\nlanguage = "cs"\n', "utf-8")
    build(Plan(opened(tmp_path)[0], ("html", "data"), tmp_path / "build", cached=False))
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "build").rglob("*.html")}
    english = {name: found - CZECH for name, page in pages.items() if (found := unmarked(page))}
    assert {name: words for name, words in english.items() if words} == {}
    assert not [
        name
        for name, page in pages.items()
        if re.search("[\ufdd0\ufdd1]|&#x?(fdd|6497)", page, re.I)
    ]
    assert '<span lang="en">October</span>' in pages["small.html"]
    assert re.search("<li[^>]*>Text</li>", pages["small.html"])
    assert "3. října 1799" in pages["small.html"]
