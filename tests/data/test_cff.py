"""CITATION.cff: what the repository says of itself, as Citation File Format 1.2.0 wants it."""

import jsonschema
import yaml
from editio import __version__

from tests.pipeline.editions import ROOT

PERSON = {"required": ["family-names"]}
ENTITY = {"required": ["name"]}
CFF = {
    "type": "object",
    "required": ["cff-version", "message", "title", "authors"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "title": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "authors": {"type": "array", "minItems": 1, "items": {"anyOf": [PERSON, ENTITY]}},
        "date-released": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        # Of several the reader may choose one: those of parts stand with the parts.
        "license": {"const": "MIT"},
        "references": {
            "type": "array",
            # Of the edition no license is that of the whole: the notes say what is licensed.
            "items": {
                "type": "object",
                "required": ["type", "title", "authors"],
                "properties": {
                    "type": {"enum": ["edited-work"]},
                    "authors": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"anyOf": [PERSON, ENTITY]},
                    },
                    "year": {"type": "integer"},
                    "notes": {"type": "string", "minLength": 1},
                    "abstract": {"type": "string"},
                    "title": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
        "keywords": {"type": "array", "minItems": 1, "items": {"type": "string"}},
    },
}


def test_cff() -> None:
    """The file is valid, and of the version that the software has."""
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    found["date-released"] = str(found["date-released"])
    jsonschema.validate(found, CFF)
    (edition,) = found["references"]
    assert "rights in the two texts" in edition["notes"]
    assert found["version"] == __version__
