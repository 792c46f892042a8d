"""References: read back by the parsers that others use, they say what the headers say."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from editio.diagnostics import Diagnostic
from editio.edition.beside.own import Own
from editio.engines.saxon import EDITIO
from editio.formats.cited import in_words, locale, spoken, told
from editio.formats.exchange import bibtex, ris
from editio.formats.references import citation, csl
from editio.model.citations import Citation, Name
from editio.model.facts import facts_from
from editio.resources import LABELS

from tests.data.conftest import Published

# Of CSL-JSON 1.0.2, the parts that are used here: names, dates, types, no unknown variable.
NAME = {
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "additionalProperties": False,
}
DATE = {
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}
STRING = {"type": "string", "minLength": 1}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["book", "chapter", "document"]},
            **dict.fromkeys(("id", "title", "container-title", "publisher"), STRING),
            **dict.fromkeys(("version", "language", "URL"), STRING),
            **{name: {"type": "array", "items": NAME} for name in ("author", "editor")},
            **dict.fromkeys(("issued", "original-date"), DATE),
        },
        "additionalProperties": False,
    },
}


def folder(published: Published) -> Path:
    """Return the folder of references."""
    return published.folder / "citations"


def test_csl_json(published: Published) -> None:
    """CSL-JSON is valid, and has an item a text."""
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    jsonschema.validate(items, CSL)
    assert [one["id"] for one in items if one["type"] != "book"] == [
        text.id for text in published.edition.texts
    ]


def test_bibtex(published: Published) -> None:
    """BibTeX is read back without a failure, with the titles of the headers."""
    library = parse_string((folder(published) / "edition.bib").read_text("utf-8"))
    assert library.failed_blocks == []
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    for one in items:
        entry = library.entries_dict[one["id"]]
        assert entry.fields_dict["title"].value.strip("{}") == one["title"]
        assert ("year" in entry.fields_dict) == ("issued" in one)
        if "issued" in one:
            assert entry.fields_dict["year"].value == str(one["issued"]["date-parts"][0][0])


def test_ris(published: Published) -> None:
    """RIS is read back with authors, titles and years."""
    entries = rispy.loads((folder(published) / "edition.ris").read_bytes().decode())
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    for entry, one in zip(entries, items, strict=True):
        assert entry["title"] == one["title"]
        year = one["issued"]["date-parts"][0][0] if "issued" in one else None
        assert entry.get("year") == (year and str(year))
        names = [n.get("literal") or f"{n['family']}, {n['given']}" for n in one.get("author", [])]
        assert entry.get("authors", []) == names


def test_words(published: Published) -> None:
    """The citation names author, title, edition and version, and ends with a full stop."""
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    lines = (folder(published) / "edition.txt").read_text("utf-8").splitlines()
    for line, one in zip(lines, items, strict=True):
        assert one["title"] in line
        assert one.get("container-title", "") in line
        assert all((n.get("family") or n["literal"]) in line for n in one.get("author", []))
        assert line.endswith(".")
        assert not line.endswith("..")


FACTS = f"""<ed:facts xmlns:ed="{EDITIO}" id="t" lang="en">
<ed:field name="title">Profit &amp; Loss: 100% of_it</ed:field>
<ed:field name="author" family="Böhm" given="Stephan">Stephan Böhm</ed:field>
<ed:field name="author">Office of {{Current}} Intelligence</ed:field>
<ed:field name="date" when="1964-04"/></ed:facts>"""


def test_awkward_titles() -> None:
    """Signs that LaTeX reads as commands are escaped; a divided name is sorted, a body is not."""
    of = citation(facts_from(FACTS), "An edition")
    entry = bibtex(of)
    assert r"title = {{Profit \& Loss: 100\% of\_it}}" in entry
    assert r"author = {Böhm, Stephan and {Office of \{Current\} Intelligence}}" in entry
    assert "note = {Text of 1964-04}" in entry
    assert "AU  - Böhm, Stephan\r\nAU  - Office of {Current} Intelligence" in ris(of)
    assert in_words(of).startswith("Böhm, Stephan and Office of")
    assert in_words(of, markup="html").count("<i>An edition</i>") == 1
    assert "Profit &amp; Loss" in in_words(of, markup="html")


@pytest.mark.parametrize("title", ["Is salt dear?", "Salt is dear.", "Salt …"])
def test_a_title_that_is_a_sentence_ends_once(title: str) -> None:
    """Behind its quotation mark stands no second point."""
    facts = FACTS.replace("Profit &amp; Loss: 100% of_it", title)
    assert f"{title}” [" in in_words(citation(facts_from(facts), "An edition"))
    undated = facts.replace('<ed:field name="date" when="1964-04"/>', "")
    assert f"{title}” In " in in_words(citation(facts_from(undated), "An edition"))


@pytest.mark.parametrize("when", ["1964", "1964-04", "1964-04-17"])
def test_dates_keep_their_exactness(when: str) -> None:
    """A year stays a year, a month a month."""
    of = citation(facts_from(FACTS.replace('when="1964-04"', f'when="{when}"')), "")
    assert csl(of)["original-date"] == {"date-parts": [[int(part) for part in when.split("-")]]}


# Sea, a letter of 17 May 1964, as pages of each language of the interface cite it.
CITED = {
    "en": "“Sea” [17 May 1964]. In All. Edited by A and B. Translated by C. Version 2.",
    "en-US": "“Sea” [17 May 1964]. In All. Edited by A and B. Translated by C. Version 2.",
    "de": "„Sea“ [17. Mai 1964]. In All. Herausgegeben von A und B. Übersetzt von C. Version 2.",
    "de-AT": "„Sea“ [17. Mai 1964]. In All. Herausgegeben von A und B. Übersetzt von C. Version 2.",
    "fr": "«\xa0Sea\xa0» [17 mai 1964]. In All. Édité par A et B. Traduit par C. Version 2.",
    "it": "«Sea» [17 maggio 1964]. In All. A cura di A e B. Tradotto da C. Versione 2.",
    "es": "«Sea» [17 de mayo de 1964]. En All. Editado por A y B. Traducido por C. Versión 2.",
    "pt": "«Sea» [17 de maio de 1964]. Em All. Editado por A e B. Traduzido por C. Versão 2.",
    "nl": "“Sea” [17 mei 1964]. In All. Onder redactie van A en B. Vertaald door C. Versie 2.",
    "pl": "„Sea” [17 maja 1964]. W All. Zredagowane przez A i B. Przetłumaczone przez C. Wersja 2.",
    "ru": "«Sea» [17 мая 1964]. В All. Под редакцией A и B. Переведено C. Версия 2.",
    "ar": '"Sea" [17 مايو 1964]. في All. تحقيق A و B. ترجمة C. إصدار 2.',
    "he": '"Sea" [17 במאי 1964]. בתוך All. נערך ע"י A ו B. תורגם ע"י C. גירסה 2.',
}
SEA = Citation(
    "sea", "chapter", "Sea", container="All", editors=(Name("A"), Name("B")),
    translators=(Name("C"),), version="2", original=(1964, 5, 17),
)  # fmt: skip


def test_editors_and_translators_are_in_both_files() -> None:
    """In RIS each under a tag of its own."""
    lines = ris(SEA).splitlines()
    assert [one for one in lines if one[:2] in {"ED", "A4"}] == ["ED  - A", "ED  - B", "A4  - C"]
    assert "editor = {{A} and {B}}" in bibtex(SEA)
    assert "translator = {{C}}" in bibtex(SEA)


def test_each_language_has_its_words() -> None:
    """Also when one language is asked for after the other."""
    every = (*CITED, *reversed(CITED))
    assert [in_words(SEA, language) for language in every] == [CITED[one] for one in every]
    assert {path.stem for path in LABELS.glob("*.xml")} <= set(CITED)


def test_a_language_without_words() -> None:
    """It is cited in English, which is said; one that has words but no labels has its own dates."""
    assert (in_words(SEA, "got"), spoken("got")) == (CITED["en"], "en")
    assert [locale(one) for one in ("cs", "zh-Hant-TW", "no")] == ["cs-CZ", "zh-TW", "nb-NO"]
    assert "Editoval A a B" in in_words(SEA, "cs")
    assert spoken("cs") == "cs"
    assert (in_words(SEA, "la"), spoken("la")) == (in_words(SEA, "got"), "en")
    month = replace(SEA, original=(1964, 5))
    assert "[май 1964]" in in_words(month, "ru")


def test_files_of_another_language() -> None:
    """What is said of a reference is in the language of its page; that of the text is a field."""
    of = replace(SEA, language="la")
    assert "note = {Datum: 1964-05-17}" in bibtex(of, "de")
    assert "edition = {Versión 2}" in bibtex(of, "es")
    assert "language = {la}" in bibtex(of, "de")
    assert "LA  - la\r\n" in ris(of, "de")


CSL_NAMES = 'xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"'


def style(layout: str, more: str = "") -> Own:
    """Return a style of the edition's own."""
    body = f"<bibliography><layout>{layout}</layout></bibliography>"
    return Own(citation=f"<style {CSL_NAMES} {more}><citation><layout/></citation>{body}</style>")


def test_a_style_of_the_edition() -> None:
    """It has the language of the page unless it names one; dates are its own affair."""
    term, year = '<text term="in" suffix=" "/>', '<date variable="original-date" form="text"/>'
    own = style(term + year)
    assert [in_words(SEA, one, own=own) for one in ("de", "pl")] == [
        "in 17. Mai 1964",
        "w 17 maja 1964",
    ]
    french = style(term + year, 'default-locale="fr-FR"')
    assert in_words(SEA, "de", own=french) == "in 17 mai 1964"
    assert [spoken("de", one) for one in (own, french)] == ["de", "fr"]


def test_a_style_that_cannot_be_followed() -> None:
    """Is told, and ours is taken; words of the edition's own are in its dates."""
    found: list[Diagnostic] = []
    assert told(SEA, "de", style('<text macro="none"/>'), found.append) == CITED["de"]
    assert [(one.code, one.file) for one in found] == [("C012", "citation.csl")]
    label = '<label key="month-05">Wonnemond</label>'
    labels = f'<labels xmlns="urn:editio:ns" xml:lang="de">{label}</labels>'
    assert "[17. Wonnemond 1964]" in told(SEA, "de", Own(labels=(labels,)), found.append)
    assert len(found) == 1
