"""Facts and registers to rows: one dict a row, keyed by the columns of the data dictionary."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from editio.formats.dictionary import Field
from editio.model import header
from editio.model.facts import Facts
from editio.model.letters import UNDATED, When
from editio.model.registers import Entry, Register, Relation, Said

Row = dict[str, object]
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
# Numbers, and dates before the common era. A spreadsheet reckons with +44-123-456.
_NUMBER = re.compile(r"[+-]\d+(\.\d+)?|-\d{4,}-\d\d(-\d\d)?")
Places = Mapping[str, tuple[int, int]]
_TABLE_OF = {
    "person": "persons",
    "place": "places",
    "organisation": "organisations",
    "event": "events",
    "work": "works",
    "concept": "concepts",
    "object": "works",
    "name": "concepts",
}


def entry_row(entry: Entry, mentions: Mapping[str, int]) -> Row:
    """Describe a register entry, with every column that any register has."""
    return {
        "id": entry.id,
        "name": entry.words,
        "name_certainty": entry.name_certainty,
        "type": entry.type,
        "identification": " ".join(_told(entry.notes, "identification")),
        "variants": list(dict.fromkeys(one.words for one in entry.forms)),
        "identifiers": list(entry.uris),
        "wikidata": next((link for link in entry.uris if "wikidata.org" in link), ""),
        "remark": [
            *(one.words for one in entry.notes if one.kind != "identification"),
            *(f"{one.kind}: {one.words}" for one in entry.statements),
        ],
        "related": [_related(one) for one in entry.relations],
        "mentions": mentions.get(entry.id, 0),
        **_when(entry.date),
        **_where(entry),
        **_life(entry),
        **_published(entry),
    }


def _related(one: Relation) -> str:
    """Return teacherOf:ada (at the mill; 1801/..; certainty: low), with an arrow before it where it
    is the other's to this entry.
    """
    said = one.said
    start, end = said.start or said.not_before, said.end or said.not_after
    dates = said.when or (f"{start or '..'}/{end or '..'}" if start or end else "")
    certainty = f"certainty: {said.certainty}" if said.certainty else ""
    aside = "; ".join(filter(None, (said.words, dates, certainty)))
    return f"{'←' * one.passive}{one.name}:{one.entry}" + (f" ({aside})" if aside else "")


def _told(some: Iterable[Said], kind: str) -> list[str]:
    return [one.words for one in some if one.kind == kind]


def _when(date: When) -> Row:
    return {
        "from": date.when or date.start or date.not_before,
        "to": date.when or date.end or date.not_after,
        "date_certainty": date.certainty,
    }


def _where(entry: Entry) -> Row:
    return {
        "latitude": entry.point.latitude if entry.point else "",
        "longitude": entry.point.longitude if entry.point else "",
        **{name: "".join(_told(entry.within, name)[-1:]) for name in ("country", "region")},
    }


def _life(entry: Entry) -> Row:
    dates = {one.role: one.date for one in entry.life}
    birth, death = dates.get("birth", UNDATED), dates.get("death", UNDATED)
    return {
        "birth": birth.when,
        "birth_certainty": birth.certainty,
        "death": death.when,
        "death_certainty": death.certainty,
    }


def _published(entry: Entry) -> Row:
    parts = {one.level: one.fields for one in entry.parts}
    every = tuple(field for one in entry.parts for field in one.fields)
    host = parts.get("monogr", every)
    authors = parts.get("analytic", host)
    titles = _words(host, "title") if "analytic" in parts else []
    dates = [one.date.when or one.words for one in host if one.name == "date"]
    return {
        "author": _words(authors, "author"),
        "author_certainty": _certainty(authors, "author"),
        "editor": _words(every, "editor"),
        "container": "; ".join(titles[:1]),
        "publisher": "; ".join(_words(host, "publisher")),
        "published_in": "; ".join(_words(host, "pubPlace")),
        "date": "; ".join(date for date in dates if date),
        **({"date_certainty": _certainty(host, "date")} if every else {}),
        "scope": [f"{one.unit} {one.words}".strip() for one in every if one.name == "biblScope"],
    }


def _certainty(fields: Iterable[header.Field], name: str) -> str:
    said = {one.cert for one in fields if one.name == name}
    return next((one for one in ("low", "unknown", "medium", "high") if one in said), "")


def _words(fields: Iterable[header.Field], name: str) -> list[str]:
    return [one.words for one in fields if one.name == name]


def entries(registers: Iterable[Register]) -> dict[str, list[Entry]]:
    """Return the entries of all registers by the table that they belong in."""
    found: dict[str, list[Entry]] = {name: [] for name in _TABLE_OF.values()}
    for entry in (one for register in registers for one in register.entries):
        found[_TABLE_OF[entry.kind]].append(entry)
    return found


def mention_rows(facts: Facts, tables: Mapping[str, str], at: Places) -> Iterator[Row]:
    """Yield a row an entry that is mentioned. `tables`: entry -> table; `at`: where it stands."""
    for one in facts.mentions:
        for entry in one.entries:
            yield {
                "id": f"{facts.id}.{one.number}",
                "text": facts.id,
                "entry": entry,
                "register": tables.get(entry, ""),
                "element": one.kind,
                "place": one.within,
                "in": one.only,
                "certainty": one.certainty,
                "before": one.before,
                "form": one.form,
                "after": one.after,
                **_offsets(at, one.number),
            }


def correction_rows(facts: Facts, at: Places) -> Iterator[Row]:
    """Yield a row an intervention of the editors."""
    for one in facts.interventions:
        yield {
            "id": f"{facts.id}.{one.key}",
            "text": facts.id,
            "kind": one.kind,
            "place": one.within,
            "locus": one.locus,
            "in": one.only,
            "source_has": one.source_has,
            "edition_has": one.edition_has,
            "treatment": one.treatment,
            "remark": one.remark,
            "certainty": one.certainty,
            "grounds": one.grounds,
            "responsible": one.responsible,
            "evidence": one.source,
            **_offsets(at, one.key),
        }


def note_rows(facts: Facts, at: Places) -> Iterator[Row]:
    """Yield a row a note."""
    for one in facts.notes:
        yield {
            "id": f"{facts.id}.{one.id}",
            "text": facts.id,
            "kind": "editor" if one.is_editorial else "author",
            "number": one.n,
            "place": one.within,
            "certainty": one.certainty,
            "source": list(one.sources),
            "in": one.only,
            "words": one.words,
            **_offsets(at, one.id),
        }


def _offsets(at: Places, name: str) -> Row:
    start, end = at.get(name, ("", ""))
    return {"start": start, "end": end}


def as_csv(fields: Iterable[Field], found: Iterable[Row]) -> bytes:
    """Write rows as RFC 4180 has it, in UTF-8, with a heading.

    Words that a spreadsheet takes for a formula (they begin with = + - @, a tab or a line end,
    and are no number or date) have an apostrophe before them, also those that have some already.
    Without its first apostrophe each cell is as the text has it. The JSON lines have none.
    """
    fields = tuple(fields)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in fields])
    writer.writerows([_cell(row[field.name]) for field in fields] for row in found)
    return out.getvalue().encode()


def _cell(value: object) -> object:
    words = "|".join(map(str, value)) if isinstance(value, list) else value
    is_formula = isinstance(words, str) and _FORMULA.match(words) and not _NUMBER.fullmatch(words)
    return f"'{words}" if is_formula else words
