"""Headers to rows: what the table of texts says of a text, each fact as the header has it."""

from lxml import etree

from editio.formats.rows import Row, fields, words
from editio.model.letters import Letter, letters, when_of


def text_row(facts: etree._Element) -> Row:
    """Describe a text by its header."""
    languages: list[str] = [one.get("ident") or words(one) for one in fields(facts, "language")]
    return {
        "id": facts.get("id"),
        **{name: _first(facts, name) for name in ("title", "source", "edition", "publisher")},
        "subtitle": "; ".join(_all(facts, "subtitle")),
        "series": _all(facts, "series"),
        "author": _all(facts, "author"),
        "editor": _people(facts),
        "keywords": _all(facts, "term"),
        **_dated(facts),
        "languages": languages or [str(facts.get("text-lang") or facts.get("lang", ""))],
        "words": int(facts.get("words", 0)),
        "notes": int(facts.get("notes", 0)),
        "editorial_notes": int(facts.get("editorial-notes", 0)),
        "corrections": int(facts.get("interventions", 0)),
        **_rights(facts),
        **_sent(letters(facts)),
    }


def _all(facts: etree._Element, name: str) -> list[str]:
    return [said for one in fields(facts, name) if (said := words(one))]


def _first(facts: etree._Element, name: str) -> str:
    return next(iter(_all(facts, name)), "")


def _people(facts: etree._Element) -> list[str]:
    """Return those who are named beside the authors, each with what the header says they did."""
    found = [(words(one), one.get("role", "")) for one in fields(facts, "editor")]
    found += [(words(one), one.get("task", "")) for one in fields(facts, "resp")]
    return [f"{name} ({task})" if task else name for name, task in found if name]


def _dated(facts: etree._Element) -> Row:
    """Return the date of the text: a day, or the limits between which it lies."""
    date = next(iter(fields(facts, "date")), None)
    if date is None:
        return {"date": "", "date_from": "", "date_to": ""}
    when = when_of(date)
    return {"date": when.when, "date_from": when.earliest, "date_to": when.latest}


def _rights(facts: etree._Element) -> Row:
    return {
        "licence": licence(facts),
        "encoding_licence": licence(facts, "encoding-licence"),
        "rights": licence(facts, "rights-statement") or _first(facts, "rights"),
    }


def licence(facts: etree._Element, name: str = "licence") -> str:
    """Return the address of the licence that a text is under, else its words; nothing if none."""
    return next((one.get("target") or words(one) for one in fields(facts, name)), "")


def _sent(found: tuple[Letter, ...]) -> Row:
    """Return who wrote to whom, from where to where; empty for what is not a letter."""
    return {
        "sender": [name for one in found for name in one.parties("sent")],
        "addressee": [name for one in found for name in one.parties("received")],
        "sent_from": [name for one in found for name in one.places("sent")],
        "sent_to": [name for one in found for name in one.places("received")],
    }
