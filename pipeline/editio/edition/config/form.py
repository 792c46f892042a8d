"""What a value of edition.toml must be like: in words, and as JSON Schema.

The schema that editors are given is the one that editio holds the values to, so the two agree.
"""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

Schema = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """What is wanted, in words that follow “must be”, and its JSON Schema.

    `names`: the looser schema of a value of names, of which unknown ones are told one by one
    (C007). `meant`: what may have been meant by other words.
    """

    wanted: str
    schema: Schema
    names: Schema | None = None
    meant: Callable[[str], str] | None = None

    def fits(self, value: object) -> bool:
        """Whether a value is of this form; names in it may be unknown."""
        return fits(value, self.names or self.schema)


def fits(value: object, schema: Schema) -> bool:
    """Whether a value is as a schema wants it; what JSON does not have (a date, nan) is as null."""
    in_json = json.loads(json.dumps(value, default=_null), parse_constant=_null)
    try:
        _holding(json.dumps(schema))(in_json)
    except ValueError:
        return False
    return True


def _null(_: object) -> None:
    return None


@cache
def _holding(schema: str) -> Callable[[Any], Any]:
    """Return a function that raises ValueError where a value is not as a schema wants it."""
    import fastjsonschema  # noqa: PLC0415  # for editions that have settings

    made: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema))
    return made


def like(pattern: str) -> Schema:
    """Return the schema of words that are wholly like a regular expression."""
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def array(items: Schema, least: int = 0, most: int | None = None) -> Schema:
    """Return the schema of a list of so many values."""
    limits = {"minItems": least or None, "maxItems": most}
    given = {name: limit for name, limit in limits.items() if limit is not None}
    return {"type": "array", "items": items, **given}


def record(properties: dict[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """Return the schema of a table with these settings and no others."""
    needed: Schema = {"required": [*required]} if required else {}
    return {"type": "object", "additionalProperties": False, "properties": properties, **needed}


def mapping(values: Schema, names: Schema | None = None) -> Schema:
    """Return the schema of a table whose names are free, or of a form of their own."""
    named: Schema = {"propertyNames": names} if names else {}
    return {"type": "object", **named, "additionalProperties": values}


def either(*schemas: Schema) -> Schema:
    """Return the schema of what is as one of several wants it."""
    return {"anyOf": [*schemas]}


def one_of(*names: str, about: str = "") -> Form:
    """Return the form of one of several words."""
    return Form(f"one of {', '.join(names)}{about}", {"enum": [*names]})


def number(least: float, most: float, kind: str = "a number", of: str = "number") -> Form:
    """Return the form of a number between two, the two included."""
    schema = {"type": of, "minimum": least, "maximum": most}
    return Form(f"{kind} from {least} to {most}", schema)


TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
YES_NO = Form("true or false", {"type": "boolean"})
# The clock of the machine counts no further than some centuries: this is nearly four months.
_LONGEST = 10_000_000
SECONDS = Form(
    f"a number of seconds above 0, up to {_LONGEST}",
    {"type": "number", "exclusiveMinimum": 0, "maximum": _LONGEST},
)


def text(what: str = "a text", schema: Schema = TEXT) -> Form:
    """Return the form of words."""
    return Form(f"{what} in quotation marks", schema)


def several(what: str, items: Schema = TEXT) -> Form:
    """Return the form of a list of words."""
    return Form(f"a list of {what} in quotation marks", array(items))


def described(value: Any) -> str:
    """Say of which kind a value of TOML is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the text “{value[:40]}{'…' * (len(value) > 40)}”" if value else "empty"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list):
        inside = ", ".join(described(one) for one in value[:4])
        return f"a list in square brackets ({inside})" if value else "an empty list"
    if isinstance(value, dict):
        return "a table of settings"
    return (
        "a date or time" if isinstance(value, datetime.date | datetime.time) else "something else"
    )
