"""Places: valid Linked Places GeoJSON, held against a schema written from its description."""

import json
from typing import Any

import jsonschema
import pytest
from editio.edition.reading.source import TEI
from editio.formats.places import classes
from lxml import etree

from tests.data.conftest import Published

# Linked Places format 1.3 on GeoJSON (RFC 7946): what is required of a feature, what each part is.
TIMESPAN = {
    "type": "object",
    "minProperties": 1,
    "properties": {
        side: {
            "type": "object",
            "minProperties": 1,
            "patternProperties": {
                "^(in|earliest|latest)$": {"type": "string", "pattern": r"^-?\d{4}(-\d\d){0,2}$"}
            },
            "additionalProperties": False,
        }
        for side in ("start", "end")
    },
}
WHEN = {
    "type": "object",
    "required": ["timespans"],
    "properties": {"timespans": {"type": "array", "minItems": 1, "items": TIMESPAN}},
}
POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {
            "type": "array",
            "prefixItems": [
                {"type": "number", "minimum": -180, "maximum": 180},
                {"type": "number", "minimum": -90, "maximum": 90},
            ],
            "minItems": 2,
            "maxItems": 2,
        },
    },
}
FEATURE = {
    "type": "object",
    "required": ["@id", "type", "properties", "names", "geometry"],
    "properties": {
        "@id": {"type": "string", "pattern": "^(https?://|urn:)"},
        "type": {"const": "Feature"},
        "properties": {
            "type": "object",
            "required": ["title"],
            "properties": {
                "title": {"type": "string", "minLength": 1},
                "fclasses": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"enum": ["A", "H", "L", "P", "R", "S", "T"]},
                },
                "ccodes": {"type": "array", "minItems": 1},
            },
        },
        "when": WHEN,
        "names": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["toponym"],
                "properties": {"toponym": {"type": "string", "minLength": 1}},
            },
        },
        "geometry": {"anyOf": [{"type": "null"}, POINT]},
        "links": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "identifier"],
                "properties": {
                    "type": {
                        "enum": [
                            "exactMatch", "closeMatch", "primaryTopicOf", "subjectOf", "seeAlso",
                        ]
                    },
                    "identifier": {"type": "string", "format": "uri"},
                },
            },
        },
    },
}  # fmt: skip
COLLECTION = {
    "type": "object",
    "required": ["type", "@context", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": FEATURE},
    },
}


def places(published: Published) -> list[etree._Element]:
    """Return the places of the registers."""
    return [p for one in published.edition.registers for p in one.root.iter(f"{{{TEI}}}place")]


def collection(published: Published) -> dict[str, Any]:
    """Read the places of an edition; both have a register of them."""
    file = published.folder / "places" / "places.geojson"
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def test_valid(published: Published) -> None:
    """The collection is valid; each place of the register is one feature."""
    found = collection(published)
    jsonschema.Draft202012Validator(COLLECTION).validate(found)
    assert len(found["features"]) == len(places(published))


def test_coordinates(published: Published) -> None:
    """Longitude comes first, latitude second, as the register has them the other way round."""
    features = {one["properties"]["id"]: one for one in collection(published)["features"]}
    if "moscow" not in features:
        assert [one["geometry"] for one in features.values()] == [None]  # the smallest edition
        return
    point = features["moscow"]["geometry"]["coordinates"]
    assert [round(number) for number in point] == [38, 56]
    assert features["west"]["geometry"] is None


def test_what_the_register_does_not_say_is_not_said(published: Published) -> None:
    """No place is dated by the texts that name it, nor put into a class without a type."""
    dated = {
        p.get("{http://www.w3.org/XML/1998/namespace}id")
        for p in places(published)
        if {"when", "from", "to", "notBefore", "notAfter"} & {str(name) for name in p.attrib}
    }
    for one in collection(published)["features"]:
        assert ("when" in one) == (one["properties"]["id"] in dated)
        assert one["properties"].get("fclasses", ["-"]) != list("AHLPRST")


def test_ids_are_those_of_one_edition(published: Published) -> None:
    """Two editions that both have a place “moscow” do not speak of the same thing."""
    ids = [one["@id"] for one in collection(published)["features"]]
    assert len(set(ids)) == len(ids)
    assert not any(one.startswith("urn:editio:") for one in ids)


def test_an_empty_date_is_refused(published: Published) -> None:
    """The validity above means something."""
    found = collection(published)
    found["features"][0]["when"] = {"timespans": [{}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(COLLECTION).validate(found)


@pytest.mark.parametrize(
    ("kind", "letters"),
    [("city", ["P"]), ("historical-state", ["A"]), ("building", ["S"]), ("", []), ("haunt", [])],
)
def test_classes(kind: str, letters: list[str]) -> None:
    """A type of place names its class; where it names none, none is claimed."""
    assert classes(kind) == letters
