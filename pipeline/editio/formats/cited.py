"""Citations in words, in the language of the page on which they stand.

Turns a citation into a line, by xslt/data/citation.csl and a citation processor. Its
words are those of the processor's locales; dates are written as everywhere on the page. A language
for which there is no locale has the style's own, which is English, and is told so. A style of the
edition's own (citation.csl) stands in place of ours, with its own dates and, if it names a locale,
in that one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from html import escape
from typing import Any

import citeproc
from citeproc import CitationStylesStyle
from citeproc import formatter as formatters
from lxml import etree

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.own import CITATION, NOTHING, Own
from editio.edition.beside.wording import words_in
from editio.engines import citing, dates
from editio.formats.references import citation, csl, edition_citation
from editio.model.citations import Citation, Day
from editio.model.context import Text, Whole
from editio.resources import CITATION_STYLE

_ENGLISH = "en"
# A language of sources, in which no reader of today cites.
_OF_SOURCES = frozenset(("la",))
# Languages and scripts that the processor has under another name.
_CALLED = {"zh-Hant": "zh-TW", "zh-HK": "zh-TW", "sr-Cyrl": "sr-Cyrl-RS", "no": "nb-NO"}


def told(
    of: Citation,
    language: str,
    own: Own,
    report: Callable[[Diagnostic], None],
    markup: str = "plain",
) -> str:
    """Return the citation in words; by our style where the edition's own cannot be followed."""
    try:
        return in_words(of, language, markup, own)
    except Exception as error:
        if not own.citation:
            raise
        reason = f"no citation can be written by it ({type(error).__name__}: {error})"
        report(diagnostic("C012", CITATION, reason=reason))
        return in_words(of, language, markup, replace(own, citation=""))


def of_text(text: Text) -> str:
    """Return how a text is cited, for what is read apart from the site; faults are told there."""
    one = citation(text.facts, text.edition_title, text.surroundings.address)
    return told(one, text.facts.lang or _ENGLISH, text.own, lambda _: None) if one.id else ""


def of_edition(whole: Whole) -> str:
    """Return how the edition is cited, where it has a document of its own."""
    if whole.header is None:
        return ""
    one = edition_citation(whole.header, whole.title, whole.surroundings.address)
    return told(one, whole.surroundings.lang, whole.edition.project.own, lambda _: None)


def in_words(of: Citation, language: str = "en", markup: str = "plain", own: Own = NOTHING) -> str:
    """Return the citation as a reader copies it, as plain text or as HTML."""
    # An editor who is the publisher as well is named once; a publishing house, which has a place,
    # is named in both parts.
    if [one.literal for one in of.editors] == [of.publisher] and not of.place:
        of = replace(of, publisher="")
    item = csl(of) if own.citation else csl(of) | _dated(of, language, own)
    if markup == "html":  # the processor leaves signs of markup in names and titles as they are
        item = _escaped(item)
    citation = citing.line(item, _style(locale(language, own), own.citation), markup)
    # A title that ends with a full stop has no second one.
    return re.sub(r"(?<!\.)\.((?:</\w+>)*)\.(?!\.)", r".\1", citation)


def locale(language: str, own: Own = NOTHING) -> str:
    """Return the locale that has the words of a language: of the region that its tag names, else
    the one of the language; else that of the style. What the edition's own style says comes first.
    """
    said = _default(own.citation) if own.citation else ""
    main, *rest = (said or language).replace("_", "-").split("-")
    tag = "-".join((main.lower(), *(one.upper() if len(one) == 2 else one for one in rest)))
    ours = _default()
    tag = _CALLED.get("-".join(tag.split("-")[:2]), tag)
    if main.lower() in {ours.partition("-")[0], *_OF_SOURCES}:
        return ours if tag not in citeproc.LANGUAGE_NAMES or tag in _OF_SOURCES else tag
    if tag in citeproc.LANGUAGE_NAMES:
        return tag
    return str(citeproc.PRIMARY_DIALECTS.get(main.lower(), ours))


def spoken(language: str, own: Own = NOTHING) -> str:
    """Return the language in which a citation for a page in this one is."""
    main = locale(language, own).partition("-")[0]
    asked = language.replace("_", "-").partition("-")[0].lower()
    return language if asked in {main, "no"} else main


def version(language: str) -> str:
    """Return what a version is called."""
    style = _style(locale(language)).root
    style.formatter = formatters.plain
    term = style.get_single_term(name="version")
    return str(term)[:1].upper() + str(term)[1:]


def dated(date: str, language: str) -> str:
    """Return a note of the date of a text: in English, or in another language of ours."""
    words = words_in(language)
    is_english = language.partition("-")[0].lower() == "en" or not words
    return f"Text of {date}" if is_english else f"{words['text-date']}: {date}"


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, dict):
        return {name: _escaped(one) for name, one in value.items()}
    return [_escaped(one) for one in value] if isinstance(value, list) else value


def _dated(of: Citation, language: str, own: Own) -> dict[str, Any]:
    """Write the date of a text as pages do, in languages of which there are labels; in others by
    CLDR, if the citation is in that language. One in English has the labels of English.
    """
    if not of.original:
        return {}
    words, said = words_in(language, own.labels), ""
    if not words and spoken(language, own) == _ENGLISH:
        words = words_in(_ENGLISH, own.labels)
    if words:
        said = _date(of.original, words)
    elif spoken(language, own) == language:
        year, month, day = (*of.original, 0, 0)[:3]
        said = dates.in_words(year, month, day, language)
    return {"original-date": {"literal": said}} if said else {}


def _date(parts: Day, words: Mapping[str, str]) -> str:
    """Return a date in words, as ed:date has it (xslt/common.xsl)."""
    year, month, day = (*parts, 0, 0)[:3]
    name = f"month-{month:02}"
    alone = words.get(f"{name}-alone", "") if not day else ""
    said = (
        f"{day}{words.get('day-mark', '')}" * bool(day),
        alone or words.get(name, ""),
        str(year),
    )
    return " ".join(one for one in said if one)


@cache
def _default(own: str = "") -> str:
    """Return the locale that our style names, or the edition's own, if that names one."""
    root = etree.fromstring(own) if own else etree.parse(CITATION_STYLE).getroot()
    return root.get("default-locale", "")


@cache
def _style(name: str, own: str = "") -> CitationStylesStyle:
    """Return our style, or the edition's own, with the words of a locale."""
    return citing.style(own or str(CITATION_STYLE), name)
