"""The JSON Schema that editors are given and editio itself take and refuse the same settings."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from editio.checks.policy import judged
from editio.edition.config import configuration, settings
from jsonschema import Draft7Validator

# Values in TOML, beside the samples of all settings. (Margins that leave no room are another
# matter: what two settings say together no schema knows.)
ODD = (
    '""', '" "', '"a"', '"é"', '"a b"', '"A-1_x"', '"a.b"', '"a.b.org"', '"../a"', '"a/../b"',
    '"a..b"', '".."', '"/a"', "'C:\\a'", "'a\\..\\b'", '"./site/a"', '"site"', '"sites/a"',
    '"site/a\\nb"', '"#8a2a1"', '"#8A2A17"', '"8a2a17"', '"#8a2a177"', '"DE"', '"de-at"', '"grc"',
    '"xx"', '"en_GB"', '"german"', '"de-Latn-AT-1901"', '"http://a"', '"https://"', '"ftp://a/"',
    '"http://a b/"', '"http://:80"', '"http://me@"', '"http://me@a:80/%20"', '"http://a/%z"',
    '"http://[::1"', '"http://[::1]:80/"', '"http://[1:2]/"', '"http://a?b"', '"http://a/#b"',
    '"negative"', '"html"',
    '"hint"', '"never"', '"columns"', '"marks"', '"inline"', '"source"', '"after"', '"numbers"',
    '"foot"', "0", "-1", "1", "5.0", "0.5", "6", "5.9", "7", "24", "24.1", "40", "40.5", "50", "51",
    "20", "20.1", "true", "false", "[]", "[[]]", "[true]", "[1]", '[""]', '["a", 1]', '["../a"]',
    '["#8a2a17"]', '["#8a2a17", "#8a2a17"]', '["#8a2a17", "red"]', '["a.org", "b"]', '["hint"]',
    '["html", "htlm"]', '["marks", "marks"]', "[80, 500]", "[79, 210]", "[148, 501]",
    "[148, 210, 5]", '["148", "210"]', "[true, 210]", "[5, 5, 5, 5]", "[4, 5, 5, 5]",
    "[201, 5, 5, 5]", "{}", "{ a = 1 }", '{ a = "" }', '{ a = "b" }', '{ a = "lines" }',
    '{ note = "lines" }', '{ note = "line" }', '{ H005 = "error" }', '{ H005 = "hnit" }',
    '{ title = "a" }', '[{ title = "a" }]', '[{ title = "a", address = "b" }]',
    '[{ title = "a", address = 1 }]', '[{ title = "a", pages = [] }]',
    '[{ title = "a", pages = ["b", { title = "c", address = "d" }] }]',
    '[{ title = "a", pages = [{ title = "c", pages = ["d"] }] }]',
    '[{ title = "a", address = "b", pages = ["c"] }]', '{ class = "a" }', '{ class = "a.b" }',
    '{ label = "" }', '{ label = 1 }', '{ behaviour = "bloc" }', '{ class = "a", clas = "a" }',
    '[{ class = "a" }]', "1999-01-01", "1999-01-01T12:00:00Z", "12:00:00",
)  # fmt: skip
SCHEMA = Draft7Validator(json.loads(settings.schema()))
VALUES = (*dict.fromkeys((*(one.sample for one in settings.EVERY), *ODD)),)
# What is wrong with settings themselves: unknown, of another form, an unknown format or severity.
# Codes and formats, like texts and files, are what the checks, packages or the edition have: no
# schema knows them.
REFUSED = {"C003", "C004", "C007"}
UNKNOWN = ("which is not a code of a check", "which is not a format")


def parted(folder: Path, sources: Iterator[str]) -> list[str]:
    """Return the settings of which editio and the schema think otherwise."""
    found = []
    for source in sources:
        (folder / "edition.toml").write_text(source, "utf-8")
        made, amiss = configuration.settings(folder / "edition.toml")
        _, unknown = judged(made.checks, folder)
        told = {one.code for one in (*amiss, *unknown) if not one.message.endswith(UNKNOWN)}
        takes = REFUSED.isdisjoint(told)
        if takes != SCHEMA.is_valid(tomllib.loads(source)):
            found.append(f"{source}: editio {'takes' if takes else 'refuses'} it")
    return found


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "setting", settings.EVERY, ids=[f"{one.table}.{one.name}" for one in settings.EVERY]
)
def test_a_setting_is_taken_by_both_or_by_none(
    tmp_path: Path, setting: settings.Setting, every: int
) -> None:
    """Its sample by both; other values as the one form says that it has. A quick run tries every
    fifth, with each setting others.
    """
    head = f"[{setting.table}]\n" if setting.table else ""
    values = VALUES[settings.EVERY.index(setting) % every :: every]
    sources = (f"{head}{setting.name} = {value}" for value in values)
    assert parted(tmp_path, sources) == []
    assert SCHEMA.is_valid(tomllib.loads(f"{head}{setting.name} = {setting.sample}"))
    for value in ("nan", "inf", "[nan, inf]", "1999-01-01"):  # JSON has none, so no setting has
        (tmp_path / "edition.toml").write_text(f"{head}{setting.name} = {value}", "utf-8")
        _, amiss = configuration.settings(tmp_path / "edition.toml")
        told = {(one.code, one.line, one.message.split(" must be ")[0]) for one in amiss}
        name = setting.name.strip('"')
        assert told == {("C004", 2 if head else 1, f"“{name}”")}


@pytest.mark.parametrize("table", settings.TABLES)
def test_an_unknown_setting_is_refused_by_both(tmp_path: Path, table: str) -> None:
    """In each table; a table is a table; wishes in [behaviours] have names of their own."""
    head = f"[{table}]\n" if table else ""
    odd = ('"a b"', '""', '".a"', '"a."', '"a.b.c"', "1", '"é"', "body", '"text.a"', "bodys")
    values = ('"a"', "{}", '{ class = "a" }', '{ behaviour = "block" }')
    named = (f"{head}{name} = {value}" for name in ("x", "fit", *odd) for value in values)
    assert parted(tmp_path, named) == []
    if table:
        assert parted(tmp_path, (f"{table} = {value}" for value in VALUES)) == []


def test_what_a_wish_says_is_taken_by_both_or_by_none(tmp_path: Path) -> None:
    """Each of its parts, with each value."""
    sources = (
        f"[behaviours]\nseg = {{ {part} = {value} }}" for part in settings.WISH for value in VALUES
    )
    assert parted(tmp_path, sources) == []


def test_the_schema_is_the_same_on_every_machine() -> None:
    """Formats of packages that are installed are none of its words; formats of ours are."""
    formats = json.loads(settings.schema())["properties"]["formats"]["items"]["anyOf"]
    assert formats == [{"enum": [*settings.OURS]}, {"type": "string"}]
    assert set(settings.FORMATS) >= set(settings.OURS)
