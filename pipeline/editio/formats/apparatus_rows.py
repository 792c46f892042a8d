"""The apparatus as rows of a table: one a reading, among them the lemma and the entry's notes."""

from collections.abc import Iterator, Mapping

from editio.model.apparatus import Entry, Reading
from editio.model.facts import Facts

Row = dict[str, object]


def apparatus_rows(facts: Facts, at: Mapping[str, tuple[int, int]]) -> Iterator[Row]:
    """Yield a row a reading. `at`: where each entry stands in the plain text."""
    for entry in facts.apparatus.entries:
        readings = [*entry.readings, *(Reading("note", note) for note in entry.notes)]
        for number, reading in enumerate(readings, 1):
            start, end = at.get(entry.key, ("", ""))
            yield {
                "id": f"{facts.id}.{entry.key}.{number}",
                "text": facts.id,
                **_of_entry(entry),
                "offset_from": start,
                "offset_to": end,
                **_of_reading(reading),
            }


def _of_entry(entry: Entry) -> Row:
    return {
        "app": entry.key,
        "layer": entry.layer,
        "key": entry.start or entry.place,
        "line_from": entry.start,
        "line_to": entry.end or entry.start,
        "place": entry.within,
        "lemma": entry.lemma,
        "entry": entry.told,
    }


def _of_reading(reading: Reading) -> Row:
    is_note = reading.kind == "note"
    return {
        "kind": reading.kind,
        "group": reading.group,
        "type": reading.type,
        "reading": "" if is_note else reading.words,
        "wit": list(reading.wit),
        "wit_expanded": list(reading.expanded or reading.wit),
        "cause": reading.cause,
        "varSeq": reading.sequence,
        "hand": reading.hand,
        "resp": reading.resp,
        "source": reading.source,
        "cert": reading.cert,
        "detail": list(reading.details),
        "note": [reading.words] if is_note else list(reading.notes),
    }
