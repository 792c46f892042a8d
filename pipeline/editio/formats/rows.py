"""Facts and registers to rows: one dict a row, keyed by the columns of the data dictionary."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from editio.edition.blanks import worded
from editio.engines.saxon import EDITIO
from editio.formats.dictionary import Field
from editio.model.facts import Facts

Row = dict[str, object]
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
# Numbers, and years before the common era.
_NUMBER = re.compile(r"[+-]?\d+([.-]\d+)*")
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


def _ed(name: str) -> str:
    return f"{{{EDITIO}}}{name}"


def words(element: etree._Element | None) -> str:
    """Give the words of an element, white space collapsed."""
    return "" if element is None else worded(element)


def fields(element: etree._Element, name: str) -> list[etree._Element]:
    """Give the fields of that name, in order."""
    return [one for one in element.iter(_ed("field")) if one.get("name") == name]


def entry_row(entry: etree._Element, mentions: Mapping[str, int]) -> Row:
    """Describe a register entry, with every column that any register has."""
    notes = [(one.get("kind"), words(one)) for one in entry.findall(_ed("note"))]
    links = [one.get("uri", "") for one in entry.findall(_ed("idno"))]
    return {
        "id": entry.get("id"),
        "name": words(entry.find(_ed("name"))),
        "type": entry.get("type", ""),
        "identification": " ".join(text for kind, text in notes if kind == "identification"),
        "variants": list(dict.fromkeys(words(one) for one in entry.findall(_ed("form")))),
        "identifiers": [link for link in links if link],
        "wikidata": next((link for link in links if "wikidata.org" in link), ""),
        "remark": [
            *(text for kind, text in notes if kind != "identification"),
            *(f"{one.get('name')}: {words(one)}" for one in entry.findall(_ed("statement"))),
        ],
        "related": [
            f"{one.get('name')}:{one.get('entry')}" for one in entry.findall(_ed("relation"))
        ],
        "mentions": mentions.get(entry.get("id", ""), 0),
        **_when(entry),
        **_where(entry),
        **_life(entry),
        **_published(entry),
    }


def _when(entry: etree._Element) -> Row:
    given = entry.get("when", "")
    return {
        "from": given or entry.get("from") or entry.get("notBefore", ""),
        "to": given or entry.get("to") or entry.get("notAfter", ""),
        "date_certainty": entry.get("cert", ""),
    }


def _where(entry: etree._Element) -> Row:
    geo = entry.find(_ed("geo"))
    within = {one.get("kind"): words(one) for one in entry.findall(_ed("within"))}
    return {
        "latitude": "" if geo is None else float(geo.get("latitude", "")),
        "longitude": "" if geo is None else float(geo.get("longitude", "")),
        "country": within.get("country", ""),
        "region": within.get("region", ""),
    }


def _life(entry: etree._Element) -> Row:
    dates = {one.get("role"): one for one in entry.findall(_ed("date"))}
    return {
        name: dates[role].get(attribute, "") if role in dates else ""
        for role in ("birth", "death")
        for name, attribute in ((role, "when"), (f"{role}_certainty", "cert"))
    }


def _published(entry: etree._Element) -> Row:
    parts = {one.get("level"): one for one in entry.findall(_ed("part"))}
    first = parts.get("analytic", parts.get("monogr", entry))
    host = parts.get("monogr", entry)
    titles = [words(one) for one in fields(host, "title")] if "analytic" in parts else []
    dates = [one.get("when") or words(one) for one in fields(host, "date")]
    scopes = [f"{one.get('unit', '')} {words(one)}".strip() for one in fields(entry, "biblScope")]
    return {
        "author": [words(one) for one in fields(first, "author")],
        "editor": [words(one) for one in fields(entry, "editor")],
        "container": "; ".join(titles[:1]),
        "publisher": "; ".join(words(one) for one in fields(host, "publisher")),
        "published_in": "; ".join(words(one) for one in fields(host, "pubPlace")),
        "date": "; ".join(date for date in dates if date),
        "scope": scopes,
    }


def entries(registers: Iterable[str]) -> dict[str, list[etree._Element]]:
    """Give the entries of all registers by the table that they belong in."""
    found: dict[str, list[etree._Element]] = {name: [] for name in _TABLE_OF.values()}
    for register in registers:
        for entry in etree.fromstring(register).iter(_ed("entry")):
            found[_TABLE_OF[entry.get("kind", "")]].append(entry)
    return found


def mention_rows(facts: Facts, tables: Mapping[str, str], at: Places) -> Iterator[Row]:
    """Give a row an entry that is mentioned. `tables`: entry -> table; `at`: where it stands."""
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
    """Give a row an intervention of the editors."""
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
            "responsible": one.responsible,
            "evidence": one.source,
            **_offsets(at, one.key),
        }


def note_rows(facts: Facts, at: Places) -> Iterator[Row]:
    """Give a row a note."""
    for one in facts.notes:
        yield {
            "id": f"{facts.id}.{one.id}",
            "text": facts.id,
            "kind": "editor" if one.is_editorial else "author",
            "number": one.n,
            "place": one.within,
            "certainty": one.certainty,
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
