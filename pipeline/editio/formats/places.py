"""Places as Linked Places GeoJSON (LPF 1.3): for gazetteers, and for any map program.

A claim comes from the register or is not made: a place is dated by its register alone, has a class
only where its type names one, and has no geometry without coordinates. Its id is the address of its
page where the edition has one, else an id that no other edition has.
"""

import json
import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from editio.formats.rows import entries, entry_row
from editio.model.context import Files, Whole
from editio.model.facts import Facts
from editio.model.letters import When
from editio.model.registers import Entry

Json = dict[str, Any]
_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)
# GeoNames feature classes, by words in the register's type of place.
_CLASSES = {
    "A": "state|country|province|district|county|municipality|territory|empire|geopolitical",
    "H": "sea|bay|river|lake|ocean|canal|strait|gulf",
    "L": "region|area|coast|park|continent",
    "P": "city|town|village|settlement|capital|hamlet",
    "R": "road|street|railway|route|bridge",
    "S": "site|building|wall|church|castle|factory|airport|school|monument",
    "T": "mountain|island|valley|cape|hill|peninsula|desert|plain",
}


def assemble(whole: Whole) -> Files:
    """Return `places.geojson`, where the edition has a register of places."""
    where = _mentioned(whole.facts)
    address = whole.surroundings.address
    own = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:editio:{whole.title}:{whole.facts[0].id}")
    features = [
        {
            "@id": _identity(place, address, own),
            **_feature(place, where.get(place.id, [])),
        }
        for place in entries(whole.registers)["places"]
    ]
    collection = {"type": "FeatureCollection", "@context": _CONTEXT, "features": features}
    data = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    return {"places.geojson": data.encode()} if features else {}


def _identity(place: Entry, address: str, own: uuid.UUID) -> str:
    """Return the page of a place, where there is one; else an id within this edition."""
    return f"{address}register/{place.id}.html" if address else uuid.uuid5(own, place.id).urn


def _mentioned(facts: Iterable[Facts]) -> Mapping[str, list[str]]:
    """Return the titles of the texts that mention an entry, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in facts:
        for entry in {entry for one in text.mentions for entry in one.entries}:
            found[entry].append(text.header.first("title"))
    return found


def _feature(place: Entry, mentioned: list[str]) -> Json:
    row = entry_row(place, {})
    kind = str(row["type"])
    told: Json = {"title": row["name"], "id": row["id"]}
    told |= {"fclasses": found} if (found := classes(kind)) else {}
    feature: Json = {"type": "Feature", "properties": told | ({"type": kind} if kind else {})}
    feature |= {"when": when} if (when := _when(place.date)) else {}
    feature |= {"names": _names(place, mentioned), "geometry": _geometry(row)}
    if kind:
        feature["types"] = [{"label": kind}]
    if links := row["identifiers"]:
        feature["links"] = [{"type": "closeMatch", "identifier": link} for link in _list(links)]
    if row["identification"]:
        feature["descriptions"] = [{"value": row["identification"], "lang": place.lang}]
    return feature


def classes(kind: str) -> list[str]:
    """Return the classes that a type of place names; none where it names none."""
    return [letter for letter, names in _CLASSES.items() if re.search(rf"\b({names})\b", kind)]


def _when(date: When) -> Json:
    """Return the dates that the register gives, as limits where it gives limits."""
    given = {
        "start": {"in": date.when or date.start, "earliest": date.not_before},
        "end": {"in": date.when or date.end, "latest": date.not_after},
    }
    span = {side: {n: day for n, day in said.items() if day} for side, said in given.items()}
    return (
        {"timespans": [{side: said for side, said in span.items() if said}]}
        if any(span.values())
        else {}
    )


def _names(place: Entry, mentioned: list[str]) -> list[Json]:
    """Return the name of the register and, as other toponyms, forms that no error has made."""
    cited = [{"label": title} for title in mentioned]
    forms = [one.words for one in place.forms if not one.kind.startswith("mis")]
    names = dict.fromkeys([place.words, *forms])
    first, *others = ({"toponym": one, "lang": place.lang} for one in names)
    return [first | ({"citations": cited} if cited else {}), *others]


def _geometry(row: Mapping[str, object]) -> Json | None:
    if row["latitude"] == "":
        return None
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
