"""Dates: possible, the right way round, and in agreement with what the text says."""

import re
from collections.abc import Iterator

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.calendar import Span, months, span, written
from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import ERROR, WARNING
from editio.edition.reading.source import TEI, Document
from editio.edition.texts.correspondence import is_yearless, stands_for_none
from editio.edition.texts.languages import main
from editio.edition.texts.titles import XML_LANG

_OURS = f"{{{TEI}}}"
_VALUES = ("when", "from", "to", "notBefore", "notAfter")
_DATED = tuple(f"{{{TEI}}}{name}" for name in ("date", "docDate", "origDate", "birth", "death"))
_UNREAD = frozenset(f"{{{TEI}}}{name}" for name in ("sic", "orig", "note", "rdg", "del", "abbr"))
# Elements whose @from and @to are pages, places or pointers.
_UNDATED = frozenset(
    f"{{{TEI}}}{name}" for name in ("biblScope", "citedRange", "locus", "app", "arc", "span")
)
# A year of our era or the one before it; what follows is no day of a month.
_ERA = re.compile(
    r"\d+(?:\s*[/–-]\s*\d+)?\s*(?:B\.?\s?C|A\.?\s?D\b|C\.?\s?E\b"
    r"|[vn]\. ?(?:Chr|u)|a\. ?C|d\. ?C|av\. ?J)"
    r"|\b(?:A\.?\s?D\.?|anno)\s*\d+",
    re.IGNORECASE,
)
# A year of four digits, and no decade or century: 1300-tallet, 1920s, 1920er.
_YEAR = r"(?<![\d.,/])(1\d{3}|20\d\d)(?![\d,]|['’]?s\b|['’]?er\b|[-‑ ]?(?:tal|luv|luk)|th\b)"
_NEVER: Span = Span(None, None)


def _with(document: Document, *attributes: str) -> Iterator[tuple[str, etree._Element]]:
    """Elements that are dated by attributes, with each of these that they have."""
    for name in attributes:
        for one in bearers(document.root, name):
            if str(one.tag).startswith(_OURS) and one.tag not in _UNDATED:
                yield name, one


def _spans(element: etree._Element) -> dict[str, Span]:
    """Values of the dating attributes that can be read."""
    read = {name: span(element.get(name, "")) for name in _VALUES if element.get(name)}
    return {name: value for name, value in read.items() if isinstance(value, Span)}


@document_check(
    "D001",
    ERROR,
    "“{value}” is not a valid date: {reason}",
    "{advice}",
)
def impossible_dates(document: Document) -> Iterator[Finding]:
    """Dating attributes hold dates that the calendar knows, written as ISO 8601 has them.

    YYYY, YYYY-MM, YYYY-MM-DD, with a minus for years before our era, --MM-DD without a year
    (TEI Guidelines, teidata.temporal.w3c). Checked: when, from, to, notBefore, notAfter.

    Wrong:
        <date when="1989-02-30">30 February 1989</date>, <date when="17.4.1964">
    Right:
        <date when="1989-02-28">28 February 1989</date>, <date when="1964-04-17">
    """
    for name, element in _with(document, *_VALUES):
        value = element.get(name, "")
        if isinstance(reason := span(value), str):
            right = written(value)
            advice = f"Write {right}." if right else "Write YYYY, YYYY-MM or YYYY-MM-DD."
            if "no day" in reason or "no month" in reason:
                advice = "Look the day up in the source; YYYY-MM or YYYY alone will do too."
            yield here(document, element, name, value=value, reason=reason, advice=advice)


@document_check(
    "D002",
    ERROR,
    "the range runs backwards: {start} {first} is after {end} {last}",
    "Swap the two values, or correct the wrong one.",
)
def reversed_ranges(document: Document) -> Iterator[Finding]:
    """A range begins before it ends.

    Wrong:
        <date from="1928" to="1921">1921-1928</date>
    Right:
        <date from="1921" to="1928">1921-1928</date>
    """
    for name, element in _with(document, "from", "notBefore"):
        spans = _spans(element)
        end = {"from": "to", "notBefore": "notAfter"}[name]
        first, last = spans.get(name, _NEVER).first, spans.get(end, _NEVER).last
        if first and last and first > last:
            facts = {"start": f"@{name}", "first": element.attrib[name]}
            facts |= {"end": f"@{end}", "last": element.attrib[end]}
            yield here(document, element, name, **facts)


@document_check(
    "D003",
    WARNING,
    "the text says {said}, the attribute @{name} says {value}",
    "Correct the attribute, or the text if it is wrong in the transcription; a date that the text "
    "gets wrong is <sic>, and its correction <corr>.",
)
def text_contradicts(document: Document) -> Iterator[Finding]:
    """What a date says in words and what its attribute says are the same date.

    Compared: a year of four digits, and day and month where the text names the month, in its own
    language (if pages have words in it), English, German, French or Italian. Dates in another
    calendar (@calendar) are left alone.

    Wrong:
        <date when="1918-02-14">Feb. 15, 1918</date>
    Right:
        <date when="1918-02-15">Feb. 15, 1918</date>
    """
    for element in document.root.iter(*_DATED):
        if element.get("calendar") or element.get("datingMethod"):
            continue
        spans = _spans(element)
        words, language = _words(element), _language(element)
        for name, said in _contradictions(spans, words, language) if spans else ():
            yield here(document, element, name, said=said, name=name, value=element.get(name, ""))
            break


def _language(element: etree._Element) -> str:
    """Return the language in which an element is, without script and region."""
    around = (one.get(XML_LANG) for one in (element, *element.iterancestors()))
    return main(next(filter(None, around), ""))


def _contradictions(spans: dict[str, Span], words: str, language: str) -> Iterator[tuple[str, str]]:
    """Attributes that say another year, month or day than the words, with what the words say."""
    yield from _other_year(spans, words)
    when = spans.get("when", _NEVER)
    known = months(language)
    named = [known[one] for one in re.findall(r"[^\W\d_]+", words.lower()) if one in known]
    if not when.first or not when.last or len(named) != 1:
        return
    if when.first[1] == when.last[1] != named[0]:
        yield "when", f"month {named[0]}"
    days = re.findall(r"(?<!\d)(\d{1,2})(?!\d)", _ERA.sub("", words))
    days = [day for day in days if 1 <= int(day) <= 31]
    if when.first == when.last and len(days) == 1 and int(days[0]) != when.first[2]:
        yield "when", f"day {days[0]}"


def _other_year(spans: dict[str, Span], words: str) -> Iterator[tuple[str, str]]:
    if any(one.first and one.first[0] <= 0 for one in spans.values()):
        return  # before our era; how its years are counted is the editor's choice
    years = {int(year) for year in re.findall(_YEAR, words)}
    # 1712/13: old style and new, or a season
    double = re.findall(r"(?<!\d)(1\d|20)(\d\d) ?[/–-] ?(\d\d)(?!\d)", words)
    years |= {int(century + year) for century, _, year in double}
    stated = {name: one.first[0] for name, one in spans.items() if one.first}
    if not stated or not years:
        return
    low = min(stated.values()) if stated.keys() & {"when", "from", "notBefore"} else -9999
    high = max(stated.values()) if stated.keys() & {"when", "to", "notAfter"} else 9999
    # 1132–1140, of which the attribute has one year
    within = re.findall(r"(?<!\d)(\d{4}) ?[-–—/] ?(\d{4})(?!\d)", words)
    if any(int(first) <= low and high <= int(last) for first, last in within):
        return
    if not any(low <= year <= high for year in years):
        yield next(iter(stated)), str(min(years))


def _words(element: etree._Element) -> str:
    """Return the reading text of a date: corrections in, faults and notes out."""
    words = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            words.append(_words(child))
        words.append(child.tail or "")
    return "".join(words)


@document_check(
    "D004",
    ERROR,
    "the death in {death} is before the birth in {birth}",
    "Look both up again; two persons of one name may have been mixed up.",
)
def death_before_birth(document: Document) -> Iterator[Finding]:
    """A death date cannot precede the birth date.

    Wrong:
        <person><birth when="1938"/><death when="1888"/></person>
    Right:
        <person><birth when="1888"/><death when="1938"/></person>
    """
    for person in document.root.iter(f"{{{TEI}}}person"):
        birth, death = person.find(f"{{{TEI}}}birth"), person.find(f"{{{TEI}}}death")
        if birth is None or death is None:
            continue
        first = [one.first for one in _spans(birth).values() if one.first]
        last = [one.last for one in _spans(death).values() if one.last]
        if first and last and min(first) > max(last):
            facts = {"birth": str(min(first)[0]), "death": str(max(last)[0])}
            yield here(document, death, **facts)


@document_check(
    "D005",
    WARNING,
    "@{name} is {value}, which databases write where no date is known: it is not published",
    "Remove the attribute; words such as “undated” can say why there is no date.",
)
def dates_for_none(document: Document) -> Iterator[Finding]:
    """An unknown date is none, and not the last or the first day of a database.

    Meant: the year 9999, and 0001-01-01. In the head of a letter also the years 1 and 1000 where
    the words of the date name a day and no year; the day is published then.

    Wrong:
        <date when="0001-01-01"/>, <date when="1000-04-05">5 April</date>
    Right:
        <date>undated</date>, <date when="--04-05">5 April</date>
    """
    for name, element in _with(document, *_VALUES):
        value = element.get(name, "").strip()
        above = element.getparent()
        is_of_letter = above is not None and above.tag == f"{{{TEI}}}correspAction"
        if stands_for_none(value) or (is_of_letter and is_yearless(_words(element), value)):
            yield here(document, element, name, name=name, value=value)
