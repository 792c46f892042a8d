"""Every house rule speaks up when it is broken, and keeps quiet about the edition as it is."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.schema.fragments import DOCUMENTS, SCH
from tests.schema.rules import broken

REPORT, ESSAY, PERSONS, ORGANISATIONS = (
    next(path for path in DOCUMENTS if path.stem == stem)
    for stem in (
        "khrushchev-at-70",
        "soviet-admissions",
        "persons",
        "organisations",
    )
)

# rule, a few of its words, the file, what stands there, what somebody makes of it
CASES = (
    ("local-pointers", "points to #edito", REPORT, 'resp="#editio"', 'resp="#edito"'),
    ("source-pointers", "#FRU is not described", REPORT, 'source="#FRUS"', 'source="#FRU"'),
    ("citable", "This p has no xml:id", REPORT, '<p xml:id="p3">', "<p>"),
    ("names-referred", "refers to no entry", ESSAY, ' ref="#lenin">Lenin<', ">Lenin<"),
    ("forms-typed", "preferred form or a variant", PERSONS, ' type="preferred"', ""),
    ("forms-typed", "does not say which text", PERSONS, ' source="#report-persons">A', ">A"),
    (
        "forms-typed",
        "is a judgement",
        PERSONS,
        'subtype="misspelt" resp="#editio"',
        'subtype="misspelt"',
    ),
    ("one-preferred", "has 0 preferred forms", PERSONS, 'type="preferred"', 'type="variant"'),
    ("one-preferred", "who or what it is", PERSONS, '"identification"', '"remark"'),
    ("dates-founded", "neither a source", PERSONS, ' source="#tillich-persons"/>', "/>"),
    (
        "dates-in-order",
        "ends before it begins",
        ESSAY,
        'from="1888" to="1938"',
        'from="1938" to="1888"',
    ),
    ("dates-in-order", "cannot be not after", ESSAY, 'notAfter="1929"', 'notAfter="1919-06"'),
    ("dates-in-order", "cannot have both", ESSAY, 'when="1988-02"', 'when="1988-02" from="1987"'),
    ("ranges-in-order", "Give both", ESSAY, ' from="40" to="40"', ' from="40"'),
    ("ranges-in-order", "ends before it begins", ESSAY, 'from="149"', 'from="249"'),
    ("evidence-named", "no source is given", REPORT, 'evidence="internal"', 'evidence="external"'),
    ("supplied-heading", "its words are not", REPORT, 'xml:id="h3"', 'type="supplied" xml:id="h3"'),
    ("page-once", "Page 3 has begun before", REPORT, '<pb n="4"', '<pb n="3"'),
    ("line-once", "Line 49 has begun before", REPORT, '<lb n="50"/>', '<lb n="49"/>'),
    ("broken-word", "there is no hyphen", REPORT, '<lb n="50"/>', '<lb n="50" break="no"/>'),
    ("later-hand", "Say so with @hand", REPORT, ' hand="#foia">', ">"),
    ("soft-hyphen", "Add break", REPORT, '<lb n="51" break="no"/>', '<lb n="51"/>'),
    ("correction-differs", "the same as the reading", REPORT, ">WITHIN<", ">HIN<"),
    ("sic-explained", "not corrected", ESSAY, "<gap", " <gap"),
    ("correction-not-empty", "is empty", REPORT, ">WITHIN<", "> <"),
    ("supplied-not-empty", "Nothing is supplied", REPORT, ">SION<", "> <"),
    ("gap-measured", "Say either how much", REPORT, ' extent="unknown"', ""),
    (
        "gap-described",
        "what is missing here",
        REPORT,
        "<desc>The beginning of the notice.</desc></gap>",
        "</gap> ",
    ),
    ("variant-differs", "Record only what differs", REPORT, ">détente<", ">detente<"),
    ("witness-once", "named for both", REPORT, '<rdg wit="#FRUS"', '<rdg wit="#CREST"'),
    (
        "event-referred",
        "refers to no event",
        REPORT,
        'type="event" ref="#birthday70"',
        'type="event"',
    ),
    ("date-valued", "has no value", REPORT, '<date when="2016-12-19">', "<date>"),
    (
        "date-answered",
        "nobody answers",
        REPORT,
        ' resp="#editio" cert="medium">This',
        ' cert="low">This',
    ),
    ("calendar-named", "both @when-custom and", ESSAY, ' calendar="#julian"', ""),
    (
        "italic-titles",
        "not set in italics",
        ESSAY,
        'level="m" rend="italic"',
        'level="a" rend="italic"',
    ),
    (
        "language-listed",
        "not among the languages",
        REPORT,
        '<foreign xml:lang="la"',
        '<foreign xml:lang="fr"',
    ),
    ("identifier-source", "has no source", PERSONS, ' source="#hipe-persons">Q', ">Q"),
    ("identifier-form", "no item of Wikidata", PERSONS, ">Q2492<", ">2492<"),
    ("identifier-form", "no identifier of VIAF", PERSONS, ">34470968<", ">viaf/34470968<"),
    ("identifier-form", "no GND number", PERSONS, ">11850066X<", ">GND 11850066X<"),
    ("identifier-form", "has 64 signs", REPORT, ">93101a", ">93101"),
    ("quotation-rejoined", "does not lead back", ESSAY, ' prev="#q-plan-1"', ""),
    ("quotation-rejoined", "does not lead here", ESSAY, ' next="#q-plan-2"', ""),
    (
        "block-in-cit",
        "stands in cit",
        ESSAY,
        '<quote xml:id="quote10" source="#b10"',
        '<quote xml:id="quote10" rend="block" source="#b10"',
    ),
    (
        "editorial-note-signed",
        "Add @resp",
        REPORT,
        'type="editorial" resp="#editio"',
        'type="editorial"',
    ),
    (
        "commentary-graded",
        "Add @cert",
        REPORT,
        'type="commentary" resp="#editio" cert="medium"',
        'type="commentary" resp="#editio"',
    ),
    ("note-called", "Nothing calls this note", ESSAY, 'target="#a1"', 'target="#h1"'),
    ("note-called", "calls another note", ESSAY, 'target="#a1"', 'target="#a2"'),
    ("note-called", "stands in place 3", ESSAY, 'xml:id="n3" n="3"', 'xml:id="n3" n="4"'),
    ("note-called", "not its number", ESSAY, "<label>1.</label>", "<label>2.</label>"),
    ("anchor-leads", "leads to no note", ESSAY, 'target="#n1"', 'target="#p1"'),
    ("anchor-leads", "called from elsewhere", ESSAY, 'target="#n1"', 'target="#n2"'),
    (
        "anchor-leads",
        "its note is number 1",
        ESSAY,
        'cert="medium" evidence="internal">1</supplied>',
        'cert="medium" evidence="internal">7</supplied>',
    ),
    ("link-in-file", "leads to nothing", ESSAY, 'target="#fee-2014"', 'target="#fee-2041"'),
    (
        "life-in-order",
        "is born in",
        PERSONS,
        '<birth when="1876-01-05"',
        '<birth when="1976-01-05"',
    ),
    ("relation-differs", "part of itself", ORGANISATIONS, 'active="#oci"', 'active="#cia"'),
    (
        "changes-in-order",
        "List the latest first",
        ESSAY,
        '<change when="2026-11-23"',
        '<change when="2026-11-22"',
    ),
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_edition_breaks_no_rule(path: Path) -> None:
    """Texts, registers and the document of the edition."""
    assert broken(SCH, path.read_text("utf-8")) == []


@pytest.mark.parametrize(("rule", "words", "path", "old", "new"), CASES)
def test_a_broken_rule_is_told(rule: str, words: str, path: Path, old: str, new: str) -> None:
    """Each case breaks the edition in one place."""
    header, text = re.split("(?=<text>|<standOff>)", path.read_text("utf-8"), maxsplit=1)
    before = header + text
    part = text if old in text else header
    assert old in part
    after = before.replace(part, part.replace(old, new, 1), 1)
    assert any(one.rule == rule and words in one.message for one in broken(SCH, after))


def test_every_assertion_has_a_case() -> None:
    """A rule is added together with a case that breaks it."""
    asserted = [
        (pattern.get("id"), " ".join("".join(map(str, one.itertext())).split()))
        for pattern in etree.parse(SCH).iter("{*}pattern")
        for one in pattern.iter("{*}assert")
    ]
    assert len(asserted) == len(CASES)
    assert [rule for rule, _ in asserted if rule not in {case[0] for case in CASES}] == []
