"""Places as Linked Places GeoJSON (LPF 1.3): for gazetteers, and for any map program.

A place is dated by the texts that mention it. What the register does not say is left out: no
country codes, no classes of a thesaurus; a place without coordinates has no geometry.
"""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from lxml import etree

from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.rows import entries, entry_row, fields, text_row, words
from pipeline.saxon import EDITIO

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


def render(text: Text) -> Files:
    """Leave it to `assemble`: places are made from registers and facts."""
    return {}


def assemble(whole: Whole) -> Files:
    """Give `places.geojson`, where the edition has a register of places."""
    texts = [etree.fromstring(one) for one in whole.facts]
    where = _mentioned(texts)
    features = [
        _feature(place, where.get(place.get("id", ""), []), texts)
        for place in entries(whole.registers)["places"]
    ]
    collection = {"type": "FeatureCollection", "@context": _CONTEXT, "features": features}
    data = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    return {"places.geojson": data.encode()} if features else {}


def _mentioned(texts: list[etree._Element]) -> Mapping[str, list[etree._Element]]:
    """Give the texts that mention an entry, by its id."""
    found: dict[str, list[etree._Element]] = defaultdict(list)
    for text in texts:
        for mention in text.iter(f"{{{EDITIO}}}mention"):
            for entry in mention.get("entries", "").split():
                if text not in found[entry]:
                    found[entry].append(text)
    return found


def _feature(
    place: etree._Element, mentioned: list[etree._Element], texts: list[etree._Element]
) -> Json:
    row = entry_row(place, {})
    kind = str(row["type"])
    feature: Json = {
        "@id": f"urn:editio:place:{row['id']}",
        "type": "Feature",
        "properties": {"title": row["name"], "fclasses": classes(kind), "type": kind},
        "when": _when(place, mentioned or texts),
        "names": _names(place, mentioned),
        "geometry": _geometry(row),
    }
    if links := row["identifiers"]:
        feature["links"] = [{"type": "closeMatch", "identifier": link} for link in _list(links)]
    if row["identification"]:
        feature["descriptions"] = [{"value": row["identification"], "lang": _lang(place)}]
    return feature


def classes(kind: str) -> list[str]:
    """Give the classes that a type of place may be in; all of them where nothing is known."""
    found = [letter for letter, names in _CLASSES.items() if re.search(rf"\b({names})\b", kind)]
    return found or list(_CLASSES)


def _when(place: etree._Element, texts: list[etree._Element]) -> Json:
    """Give the dates of the register, else those of the texts that mention the place."""
    start = place.get("when") or place.get("from") or place.get("notBefore")
    end = place.get("to") or place.get("notAfter")
    if start or end:
        span = {"start": {"in": start or end}} | ({"end": {"in": end}} if start and end else {})
        return {"timespans": [span]}
    dates = [str(row["date"]) for row in map(text_row, texts) if row["date"]]
    dates = dates or [one.get("when", "") for text in texts for one in fields(text, "published")]
    return {
        "timespans": [{"start": {"in": date}} for date in dates if date],
        "label": "dates of the texts that mention the place",
    }


def _names(place: etree._Element, mentioned: list[etree._Element]) -> list[Json]:
    """Give the name of the register and, as other toponyms, forms that no error has made."""
    cited = [{"label": str(text_row(text)["title"])} for text in mentioned]
    names = [words(place.find(f"{{{EDITIO}}}name"))]
    for form in place.findall(f"{{{EDITIO}}}form"):
        if not form.get("kind", "").startswith("mis"):
            names.append(words(form))
    first, *others = ({"toponym": one, "lang": _lang(place)} for one in dict.fromkeys(names))
    return [first | ({"citations": cited} if cited else {}), *others]


def _lang(place: etree._Element) -> str:
    register = place.getparent()
    return "en" if register is None else register.get("lang", "en")


def _geometry(row: Mapping[str, object]) -> Json | None:
    if row["latitude"] == "":
        return None
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
