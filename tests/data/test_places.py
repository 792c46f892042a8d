"""Places: valid Linked Places GeoJSON, held against a schema written from its description."""

import json
from typing import Any

import jsonschema
import pytest
from lxml import etree

from pipeline.formats.places import classes
from pipeline.source import TEI
from tests.data.conftest import Published

# Linked Places format 1.3 on GeoJSON (RFC 7946): what is required of a feature, what each part is.
TIMESPAN = {
    "type": "object",
    "required": ["start"],
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
    "required": ["@id", "type", "properties", "when", "names", "geometry"],
    "properties": {
        "@id": {"type": "string", "pattern": "^(https?://|urn:)"},
        "type": {"const": "Feature"},
        "properties": {
            "type": "object",
            "required": ["title", "fclasses"],
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
    """Give the places of the registers."""
    return [p for one in published.edition.registers for p in one.root.iter(f"{{{TEI}}}place")]


def collection(published: Published) -> dict[str, Any]:
    """Read the places of an edition that has a register of them."""
    file = published.folder / "places" / "places.geojson"
    if not file.exists():
        assert not places(published)
        pytest.skip("the edition has no places")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def test_valid(published: Published) -> None:
    """The collection is valid; each place of the register is one feature."""
    found = collection(published)
    jsonschema.Draft202012Validator(COLLECTION).validate(found)
    assert len(found["features"]) == len(places(published))


def test_coordinates(published: Published) -> None:
    """Longitude comes first, latitude second, as the register has them the other way round."""
    features = {one["@id"]: one for one in collection(published)["features"]}
    if "urn:editio:place:moscow" not in features:
        assert [one["geometry"] for one in features.values()] == [None]  # the smallest edition
        return
    point = features["urn:editio:place:moscow"]["geometry"]["coordinates"]
    assert [round(number) for number in point] == [38, 56]
    assert features["urn:editio:place:west"]["geometry"] is None


def test_dates_are_those_of_the_texts(published: Published) -> None:
    """A place is dated by the texts that mention it."""
    features = {one["@id"]: one for one in collection(published)["features"]}
    if "urn:editio:place:moscow" not in features:
        (only,) = features.values()
        assert only["when"]["timespans"]
        return
    spans = features["urn:editio:place:moscow"]["when"]["timespans"]
    assert [span["start"]["in"] for span in spans] == ["1964-04-17", "1990-02-01"]


def test_a_place_without_a_date_is_refused(published: Published) -> None:
    """The validity above means something."""
    found = collection(published)
    del found["features"][0]["when"]["timespans"][0]
    found["features"][0]["when"]["timespans"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(COLLECTION).validate(found)


@pytest.mark.parametrize(
    ("kind", "letters"),
    [("city", ["P"]), ("historical-state", ["A"]), ("building", ["S"]), ("", list("AHLPRST"))],
)
def test_classes(kind: str, letters: list[str]) -> None:
    """A type of place is one class; where the type says nothing, none is left out."""
    assert classes(kind) == letters
