"""SARIF 2.1.0: what the standard requires is there, and places and levels are right."""

import json
from pathlib import Path
from typing import Any

import jsonschema
from click.testing import CliRunner
from editio.cli.main import main

from tests.checks.editions import broken, laid_over

LEVEL = {"enum": ["none", "note", "warning", "error"]}
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
NUMBER = {"type": "integer", "minimum": 1}


def known(required: list[str], **properties: Any) -> dict[str, Any]:
    """Describe an object that has these properties and no others."""
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


def some(items: dict[str, Any]) -> dict[str, Any]:
    """Describe a list."""
    return {"type": "array", "items": items}


# From sections 3.13 to 3.30 and 3.49 of the standard: the properties that we write.
PLACE = known(
    ["artifactLocation"],
    artifactLocation=known(["uri"], uri={"type": "string", "pattern": r"^[^\s\\]+$"}),
    region=known(["startLine"], startLine=NUMBER, startColumn=NUMBER),
)
RESULT = known(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations=some(known([], physicalLocation=PLACE)),
)
RULE = known(
    ["id"],
    id={"type": "string"},
    shortDescription=TEXT,
    fullDescription=TEXT,
    defaultConfiguration=known([], level=LEVEL),
)
DRIVER = known(["name"], name={}, version={"type": "string"}, rules=some(RULE))
RUN = known(
    ["tool"],
    tool=known(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=some(RESULT),
)
LOG = known(["version", "runs"], version={"const": "2.1.0"}, runs=some(RUN))


def log(*paths: Path) -> dict[str, Any]:
    """Check paths, and hold what comes against the standard."""
    output = CliRunner().invoke(main, ["check", *map(str, paths), "--format", "sarif"]).stdout
    found: dict[str, Any] = json.loads(output)
    jsonschema.validate(found, LOG)
    return found


def test_findings(tmp_path: Path) -> None:
    """Each has its rule, its level and its place."""
    root = laid_over(tmp_path / "mini")
    letter = (root / "tei/texts/letter.xml").rename(root / "tei/texts/letter one.xml")
    broken(letter)
    (run,) = log(root)["runs"]
    (one,) = [one for one in run["results"] if one["ruleId"] == "P002"]
    rule = run["tool"]["driver"]["rules"][one["ruleIndex"]]
    assert (rule["id"], one["level"]) == ("P002", "error")
    place = one["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "tei/texts/letter%20one.xml"
    line = letter.read_text("utf-8").splitlines()
    assert "#katherine" in line[place["region"]["startLine"] - 1]


def test_nothing_found(tmp_path: Path) -> None:
    """A run without results says that it ran."""
    clean = Path(__file__).parent / "cases" / "P028" / "good"
    (run,) = log(laid_over(tmp_path / "mini", clean))["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
