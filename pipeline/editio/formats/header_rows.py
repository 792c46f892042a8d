"""Headers to rows: what the table of texts says of a text, each fact as the header has it."""

from editio.formats.rows import Row
from editio.model.facts import Facts
from editio.model.header import Header
from editio.model.letters import UNDATED, Letter


def text_row(facts: Facts) -> Row:
    """Describe a text by its header."""
    header, counts = facts.header, facts.counts
    languages = [one.ident or one.words for one in header.named("language")]
    return {
        "id": facts.id,
        **{name: header.first(name) for name in ("title", "source", "edition", "publisher")},
        "subtitle": "; ".join(header.every("subtitle")),
        "series": header.every("series"),
        "author": header.every("author"),
        "editor": _people(header),
        "keywords": header.every("term"),
        **_dated(header),
        "languages": languages or [facts.text_lang or facts.lang],
        "words": counts.words,
        "notes": counts.notes,
        "editorial_notes": counts.editorial_notes,
        "corrections": counts.interventions,
        **_rights(header),
        **_sent(facts.letters),
    }


def _people(header: Header) -> list[str]:
    """Return those who are named beside the authors, each with what the header says they did."""
    found = [(one.words, one.role) for one in header.named("editor")]
    found += [(one.words, one.task) for one in header.named("resp")]
    return [f"{name} ({task})" if task else name for name, task in found if name]


def _dated(header: Header) -> Row:
    """Return the date of the text: a day, or the limits between which it lies."""
    date = next((one.date for one in header.named("date")), UNDATED)
    return {
        "date": date.when,
        "date_from": date.earliest,
        "date_to": date.latest,
        "date_certainty": date.certainty,
    }


def _rights(header: Header) -> Row:
    return {
        "licence": header.licence(),
        "encoding_licence": header.licence("encoding-licence"),
        "rights": header.licence("rights-statement") or header.first("rights"),
        "rights_words": header.said_of_rights(),
    }


def _sent(found: tuple[Letter, ...]) -> Row:
    """Return who wrote to whom, from where to where; empty for what is not a letter."""
    return {
        "sender": [name for one in found for name in one.parties("sent")],
        "addressee": [name for one in found for name in one.parties("received")],
        "sent_from": [name for one in found for name in one.places("sent")],
        "sent_to": [name for one in found for name in one.places("received")],
        "doubted": [name for one in found for name in one.doubted()],
    }
