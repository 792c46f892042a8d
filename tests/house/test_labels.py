"""The words that editions add: complete in every language, none missing, none left over."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from editio.cli import proof
from editio.edition.beside.own import Own
from editio.engines.saxon import strings
from editio.formats import archived
from editio.formats.data import PURPOSES
from editio.render.job import behaviours, here, labels
from editio.resources import LABELS, XSLT
from lxml import etree

from tests.house.built import BUILT, ELEMENTS, FREE, HELD
from tests.shared import ROOT, SHARED, TEI_ALL

CALLED = Path(__file__).parent / "called.xml"
LANGUAGES = sorted(LABELS.glob("*.xml"))
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What some languages have besides: words for two, for a few, and of a month without a day.
FORMS = re.compile("-(two|few|alone)$")
# What Russian may write after a year.
YEAR = "\u202fг."
# Asks for dates, for the form of a number and for the word of so many signs.
ASKING = """<xsl:package version="3.0" name="asking" package-version="1" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ed="urn:editio:ns" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:use-package name="urn:editio:common"/>
  <xsl:mode name="ed:ask" visibility="public"/>
  <xsl:template match="/*" mode="ed:ask">
    <xsl:variable name="lang" select="name()"/>
    <xsl:variable name="months" select="(1 to 12) ! ('1964-' || format-integer(., '01'))"/>
    <xsl:sequence select="map:merge((
        ($months, $months ! (. || '-17')) ! map{.: ed:date(., $lang)},
        (0 to 120) ! map{string(.): ed:plural(string(.), $lang)},
        (999, 4700, 1234567) ! map{'so ' || .: ed:number(., '#,##0', $lang)},
        map{'so 1.5': ed:number(1.5, '#,##0.0', $lang)},
        (1, 3, 12, 21) ! map{. || ' signs': ed:counted(string(.), 'char', 'chars', $lang)}))"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
  </xsl:template>
</xsl:package>"""


def known(file: Path) -> dict[str, str]:
    """The labels of a file: key to words."""
    found = [
        (one.get("key", ""), one.text or "") for one in etree.parse(file).getroot().iter("{*}label")
    ]
    assert len(found) == len(dict(found)), "a key stands twice"
    return dict(found)


@cache
def code() -> str:
    """All that may ask for a label."""
    files = [*XSLT.rglob("*.xsl"), *(ROOT / "pipeline").rglob("*.py")]
    return "\n".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda one: one.stem)
def test_a_language_is_complete(file: Path) -> None:
    """Same keys as English, in the same order, then forms of its own; the file is named by it."""
    words = known(file)
    english = list(known(LABELS / "en.xml"))
    missing = [key for key in english if key not in words]
    assert missing == []
    assert [key for key in words if key in english] == [key for key in english if key in words]
    assert {FORMS.sub("", key) for key in words} <= set(english)
    assert etree.parse(file).getroot().get(LANG) == file.stem


def asked(language: str) -> dict[str, str]:
    """What the stylesheets say in a language."""
    now = here()
    now.make("asking", ASKING)
    return strings(
        now.run("asking", now.parse(f"<{language}/>"), "ask", {"labels": labels()}).value
    )


@pytest.mark.parametrize("language", [file.stem for file in LANGUAGES])
def test_dates_and_plurals_are_those_of_cldr(language: str) -> None:
    """As Babel has them: days and months in words, and which form a number asks for."""
    said = asked(language)
    locale = Locale.parse("en_GB" if language == "en" else language)
    for month in range(1, 13):
        day = date(1964, month, 17)
        long = format_date(day, "long", locale).removesuffix(YEAR)
        assert said[day.isoformat()] == long
        alone = format_skeleton("yMMMM", day, locale=locale).removesuffix(YEAR)
        assert said[f"1964-{month:02}"] == alone
    for number in range(121):
        form = locale.plural_form(number)
        assert said[str(number)] == {"other": "many", "zero": "many"}.get(form, form), number


@pytest.mark.parametrize("language", [file.stem for file in LANGUAGES])
def test_numbers_are_those_of_cldr(language: str) -> None:
    """Signs between thousands and before decimals."""
    said = asked(language)
    locale = Locale.parse("en_GB" if language == "en" else language)
    for number in (999, 4700, 1234567, 1.5):
        assert said[f"so {number}"] == format_decimal(number, locale=locale)


def test_a_few_have_a_word_of_their_own() -> None:
    """Signs of a gap in Russian: one, three, twelve, twenty-one."""
    said = asked("ru")
    assert [said[f"{number} signs"] for number in (1, 3, 12, 21)] == [
        "знак", "знака", "знаков", "знак"
    ]  # fmt: skip


@cache
def counts() -> set[tuple[str, str]]:
    """The labels of one and of many by which anything is counted."""
    pair = r"""['\[]([\w-]+)', '([\w-]+)'"""
    asked = re.findall(
        rf"ed:(?:counted|so-many)\([^']*{pair}, \$", code().replace("'1', '2', '3', '0'", "")
    )
    return {*asked, *re.findall(r"\['([\w-]+)', '([\w-]+)'\]", code())}


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda one: one.stem)
def test_what_is_counted_has_every_form_of_a_language(file: Path) -> None:
    """Where a language has words for two or for a few, all that is counted has them. Behind a
    numeral Hebrew has the plural for two.
    """
    locale = Locale.parse(file.stem)
    forms = {locale.plural_form(number) for number in range(121)} - {"one", "other", "zero", "many"}
    forms -= {"two"} if file.stem == "he" else set()
    wanted = {f"{many}-{form}" for _, many in counts() for form in forms}
    words = known(file)
    assert len(counts()) > 14
    assert wanted - set(words) == set()
    assert [many for one, many in counts() if one in words and many not in words] == []


def test_numbers_stand_before_words_that_fit_them() -> None:
    """No number is glued to the one form that a heading has."""
    glued = (
        r"\} \{(?:lower-case\()?ed:label|count\([^|]*\|\| ' '\s*\|\|\s*(?:lower-case\()?ed:label"
    )
    assert (
        re.findall(glued, "\n".join(file.read_text("utf-8") for file in XSLT.glob("site/*.xsl")))
        == []
    )


def arguments(name: str, text: str) -> Iterator[str]:
    """The first argument of each call of a function, in its brackets and quotation marks."""
    for call in re.finditer(rf"{name}\(", text):
        at, depth, quoted = call.end(), 0, ""
        while at < len(text) and (quoted or depth or text[at] not in ",)"):
            if quoted or text[at] in "'\"":
                quoted = "" if text[at] == quoted else quoted or text[at]
            else:
                depth += (text[at] in "([{") - (text[at] in ")]}")
            at += 1
        yield text[call.end() : at]


def named() -> set[str]:
    """The labels that the stylesheets ask for by name, also one or the other of several."""
    test = r"if \([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|'[\w-]*' \|\||\|\| '[\w-]*'|'[\w-]*':"
    calls = (one for name in ("ed:label", "ed:fact", "ed:say") for one in arguments(name, code()))
    return {
        key
        for one in calls
        for key in re.findall(r"(?<![=,(] )(?<!=)'([a-z][\w-]+)'", re.sub(test, "", one))
    }


# In Python a label is taken from the words of a language, by its key.
TAKEN = re.compile(
    r"""\b(?:words|words_in\([^()]*\))\[["']([\w-]+)["']\]|\bword\(["']([\w-]+)["']"""
)


def taken() -> set[str]:
    """The labels that the program itself asks for, by name or from its lists."""
    texts = [file.read_text("utf-8") for file in (ROOT / "pipeline").rglob("*.py")]
    asked = ("words_in", "Words", "editio.cli.labels")
    asking = "\n".join(one for one in texts if any(name in one for name in asked))
    found = {one[1] or one[2] for one in TAKEN.finditer(asking)}
    return {*found, *archived.PARTS.values(), *archived.LAYERS.values(), proof.MARK}


def by_elements() -> set[str]:
    """The labels that the rules ask for by the name of an element: of a header that has them all.
    Each is a sign of its own here, so that words that are alike are told apart.
    """
    keys = known(LABELS / "en.xml")
    signs = "".join(f'<label key="{key}">«{key}»</label>' for key in keys)
    own = Own((f'<labels xmlns="urn:editio:ns" xml:lang="en">{signs}</labels>',))
    ruled = behaviours("called.xml", CALLED.read_text("utf-8"), own)
    made = here(own).serialize(ruled.tree)
    return {one[1] or one[2] for one in re.finditer('«([^»]*)»| label="([^"]*)"', made)}


def test_labels_of_elements_are_asked_for() -> None:
    """By the rules, each of them."""
    assert set(ELEMENTS.split()) - by_elements() == set()


@pytest.mark.parametrize("asked", HELD)
def test_keys_that_a_variable_holds_are_where_it_is_said(asked: str) -> None:
    """How they are asked for stands in the first file; each key, or its element, in one of them."""
    files, keys = HELD[asked]
    assert asked in (ROOT / files.split()[0]).read_text("utf-8")
    text = "\n".join((ROOT / name).read_text("utf-8") for name in files.split())
    words = set(re.findall(r"""(?<=['"|=(: ])[\w-]+(?=['"|\[) ])""", text))
    assert {re.sub("-(title|note)$", "", key) for key in keys.split()} - words == set()


def test_every_label_is_asked_for() -> None:
    """By name, by a name put together, by that of an element or one that a variable holds; what is
    asked for is there, and nothing else.
    """
    words = set(known(LABELS / "en.xml"))
    counted = {key for pair in counts() for key in pair}
    held = {key for _, keys in HELD.values() for key in keys.split()}
    asked = named() | taken() | put_together() | set(ELEMENTS.split()) | held
    assert len(named()) > 150
    assert asked - words == set()
    assert {FORMS.sub("", key) for key in words} - asked - counted == set()


# Labels whose word is not that of the TEI's own translation, on purpose: languages by label.
DIFFERENT = {
    # A button, and participles, that are called like an element.
    "back": "de es it", "did-correction": "de fr",
    # The TEI means the element: a group of statements, a manner of working, a declaration.
    "about-funder": "de", "about-seriesStmt": "de es it", "about-settingDesc": "es fr it",
    "about-editorialDecl": "fr it", "correction": "de", "quotation": "fr", "series": "es fr",
    "authority": "de",
    # Words that the discipline uses in that language.
    "did-gap": "de fr", "gap": "de fr", "author": "de", "pubPlace": "de", "msItem": "es fr it",
    "collection": "fr", "supportDesc": "es", "handDesc": "fr", "provenance": "de",
    "acquisition": "de", "head": "fr it", "accMat": "de", "msPart": "de fr",
    "musicNotation": "fr", "bindingDesc": "it",
}  # fmt: skip


def stems(words: str) -> set[str]:
    """How the words begin, without accents and capitals."""
    parts = unicodedata.normalize("NFD", words.lower())
    plain = "".join(one for one in parts if not unicodedata.combining(one))
    return {word[:5] for word in re.findall(r"\w{3,}", plain)}


@pytest.mark.shared
def test_terms_are_those_of_the_tei() -> None:
    """A label that is called like an element has the word of the TEI's own translation."""
    told: dict[str, dict[str, str]] = {}
    for spec in etree.parse(SHARED / "p5subset.xml").getroot().iter("{*}elementSpec"):
        glosses = {one.get(LANG, ""): one.text or "" for one in spec.findall("{*}gloss")}
        told[spec.get("ident", "")] = {name: words for name, words in glosses.items() if words}
    here = {file.stem: known(file) for file in LANGUAGES}
    compared = 0
    different: dict[str, str] = {}
    for key, word in here["en"].items():
        terms = told.get(re.sub("^(about|did)-", "", key), {})
        if stems(word) & stems(terms.get("en", "")):
            others = [name for name in here if name in terms and name != "en"]
            compared += len(others)
            apart = [one for one in others if not stems(here[one][key]) & stems(terms[one])]
            different |= {key: " ".join(apart)} if apart else {}
    assert compared > 200
    assert different == DIFFERENT


def quoted(files: str) -> set[str]:
    """The words that stand in quotation marks in files of the house."""
    text = "\n".join((ROOT / name).read_text("utf-8") for name in files.split())
    return set(re.findall(r"[\w.:-]+", " ".join(re.findall(r"""'[^']*'|"[^"]*\"""", text))))


def put_together() -> set[str]:
    """The keys that are put together from a beginning and one of its endings."""
    return {begun + end for begun, (_, ends) in BUILT.items() for end in ends.split()}


@pytest.mark.parametrize("begun", BUILT)
def test_keys_are_put_together_where_it_is_said(begun: str) -> None:
    """Each of those files has the beginning, in quotation marks and before something else."""
    text = "\n".join((ROOT / name).read_text("utf-8") for name in BUILT[begun][0].split())
    glued = rf"""['"{{(]{re.escape(begun)}['"]? ?(?:\|\||\{{|\+)"""
    asked = rf"""(?:value-label|choices|said)\([^)]*'{re.escape(begun[:-1])}'"""
    plural = rf"""'{re.escape(begun)}[a-z]+'"""
    typed = r"\$name \|\| '-' \|\| \$type" if begun == "altIdentifier-" else glued
    assert re.search(f"{glued}|{asked}|{plural}|{typed}", text)


@cache
def of_the_tei() -> set[str]:
    """Return names and values that the TEI has."""
    grammar = etree.parse(TEI_ALL).getroot()
    names = {one.get("name", "") for one in grammar.iter("{*}element", "{*}attribute")}
    values = {str(one.text) for one in grammar.iter("{*}value")}
    odd = etree.parse(SHARED / "p5subset.xml").getroot()
    return names | values | {one.get("ident", "") for one in odd.iter("{*}valItem")}


@pytest.mark.shared
@pytest.mark.parametrize("begun", BUILT)
def test_endings_are_words_of_the_code_or_of_a_standard(begun: str) -> None:
    """Of the files that put them together, of the TEI, of ISO 639, or written down as free."""
    files, ends = BUILT[begun]
    origins = quoted(files) | of_the_tei() | set(FREE.get(begun, "").split())
    origins |= set(Locale("en").languages) if begun == "language-" else set()
    if files.count("formats/data.py"):
        origins |= {kind for _, kind in PURPOSES}
    assert set(ends.split()) - origins == set()
    assert set(FREE.get(begun, "").split()) <= set(ends.split())
