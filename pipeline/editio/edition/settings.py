"""Every setting of edition.toml in one table: what it is for, a sample, and its form.

Makes of it the sample file that a new edition begins with, the reference of the handbook and the
JSON Schema by which editors complete and check edition.toml. What a value must be like for editio
itself is tested where it is read.
"""

import difflib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from editio.engines.paged.design import BESIDE, KEYS, NOTES_AT, RANGES
from editio.engines.paged.forms import FORMS

FILE = "edition.toml"
# The JSON Schema of it, by which editors complete and check it.
SCHEMA = "edition.schema.json"
# How what editors saw and did is shown.
SIGNS = ("leiden", "papyri", "plain")
# What may become of an element in [behaviours].
BEHAVIOURS = ("inline", "block", "paragraph", "reading", "diplomatic")
SPLITS = ("chapter", "never")
# What readers of a text page may leave out: corrections, names, pages, line ends, notes in the
# margin, a translation beside; the columns of the image and of the diplomatic text.
SHOWN = ("marks", "names", "pages", "lines", "side", "parallel", "image", "diplomatic")
# Whether entries name the witnesses that have the lemma, too.
APPARATUS = ("negative", "positive")
TEXT: dict[str, Any] = {"type": "string"}
_HEX: dict[str, Any] = {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}
COLOUR: dict[str, Any] = {"anyOf": [_HEX, {"type": "array", "items": _HEX, "minItems": 2,
                                           "maxItems": 2}]}  # fmt: skip
_LED: dict[str, Any] = {"anyOf": [TEXT, {
    "type": "object", "additionalProperties": False, "required": ["title", "address"],
    "properties": {"title": TEXT, "address": TEXT}}]}  # fmt: skip
_GROUP: dict[str, Any] = {
    "type": "object", "additionalProperties": False, "required": ["title", "pages"],
    "properties": {"title": TEXT, "pages": {"type": "array", "items": _LED, "minItems": 1}},
}  # fmt: skip
MENU: dict[str, Any] = {"type": "array", "items": {"anyOf": [*_LED["anyOf"], _GROUP]}}
WISH: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": {
    "behaviour": {"enum": list(BEHAVIOURS)},
    "class": TEXT, "label": TEXT}}  # fmt: skip
YES_NO: dict[str, Any] = {"type": "boolean"}
SHOW: dict[str, Any] = {"type": "array", "items": {"enum": list(SHOWN)}}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
CODES: dict[str, Any] = {"type": "object", "additionalProperties": {
    "enum": ["error", "warning", "hint"]}}  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """One setting: its table (none: the top of the file), name, sample in TOML, form, purpose."""

    table: str
    name: str
    sample: str
    form: dict[str, Any]
    says: str


def _form(names: dict[str, Any]) -> dict[str, Any]:
    each = {"type": "object", "propertyNames": names, "additionalProperties": {"enum": [*FORMS]}}
    return {"anyOf": [{"enum": [*FORMS]}, each]}


def _number(least: float, most: float) -> dict[str, Any]:
    return {"type": "number", "minimum": least, "maximum": most}


def _lengths(count: int) -> dict[str, Any]:
    return {"type": "array", "items": {"type": "number"}, "minItems": count, "maxItems": count}


TABLES = {
    "": "",
    "reading": "What belongs to the reading text",
    "media": "Pictures",
    "site": "How the site looks; pages of your own: pages/*.md and pages/*.xml",
    "behaviours": 'What becomes of elements (seg), types (".aside") and both ("seg.hedge")',
    "print": "The book: lengths in millimetres, type in points",
    "checks": "Which findings count",
    "build": "How texts are rendered",
}
EVERY: tuple[Setting, ...] = (
    Setting("", "title", '"Letters"', TEXT, "else the title of tei/edition.xml"),
    Setting("", "address", '"https://example.org/letters/"', TEXT, "where the site will stand"),
    Setting("", "texts", '["letters", "poems/sea.xml"]', TEXTS,
            "folders with all TEI below them, and files; else tei/texts/, tei/ or this folder"),
    Setting("", "order", '["letter-2", "letter-1"]', TEXTS,
            "texts that come first, by id; the others by file name"),
    Setting("", "formats", '["html", "pdf", "text"]', TEXTS,
            "what `editio build` makes without --format; else all"),
    Setting("", "front", '["essay"]', TEXTS,
            "pages of pages/ before the texts: in the book, its EPUB and as plain text"),
    Setting("", "schema", '"tei/schema/edition.rnc"', {"anyOf": [TEXT, TEXTS]},
            "RELAX NG for texts that name no schema, Schematron (.sch) for all; or a list of both"),
    Setting("reading", "leave-out", '["catalogue"]', TEXTS,
            "types of divisions that are in the diplomatic text alone"),
    Setting("reading", "signs", '"leiden"', {"enum": list(SIGNS)},
            "of what editors saw and did; else as the text is"),
    Setting("reading", "witness", '"A"', TEXT, "whose reading stands where an entry has no lemma"),
    Setting("reading", "apparatus", '"positive"', {"enum": list(APPARATUS)},
            "witnesses of the lemma are named, too; else those that differ"),
    Setting("reading", "layers", '["variants", "testimonia"]', TEXTS,
            "types of entries of the apparatus that are kept apart, in this order"),
    Setting("media", "folder", '"images"', TEXT, "where pictures lie that are not beside a text"),
    Setting("media", "hosts", '["images.example.org"]', TEXTS,
            "servers whose pictures the pages show"),
    Setting("site", "language", '"en"', TEXT, "of the pages that span texts; else as edition.xml"),
    Setting("site", "logo", '"site/logo.svg"', TEXT, "beside the title; all of site/ is published"),
    Setting("site", "icon", '"site/icon.svg"', TEXT, "in the tab of the browser"),
    Setting("site", "accent", '"#8a2a17"', COLOUR, "of links; two colours: light and dark pages"),
    Setting("site", "ground", '"#fdfcf9"', COLOUR, "of the pages; two colours: light and dark"),
    Setting("site", "faces", '["site/Own.woff2"]', TEXTS, "fonts for the words of the texts"),
    Setting("site", "css", '"site/own.css"', TEXT, "a style sheet after that of editio"),
    Setting("site", "home", '"What *this* is."', TEXT,
            "in Markdown, at the head of the first page; else what opens edition.xml"),
    Setting("site", "split", '"chapter"', {"enum": list(SPLITS)},
            "a page for each division; else texts are divided where a page would be heavy"),
    Setting("site", "show", '["names", "side"]', SHOW,
            "what a text page shows at first: " + ", ".join(SHOWN)),
    Setting("site", "footer", '"Made at [our house](https://example.org/)."', TEXT,
            "in Markdown, at the foot of each page"),
    Setting("site", "menu", '["search", { title = "Who and where", pages = ["persons", "places"] }'
            ', { title = "Blog", address = "https://example.org/" }]', MENU,
            "what each page leads to, in this order, in groups, elsewhere; else every page"),
    Setting("behaviours", '".aside"', '{ behaviour = "block", class = "aside", label = "Aside:" }',
            WISH, "behaviour: inline, block, paragraph, reading, diplomatic"),
    Setting("print", "size", "[148, 210]", _lengths(2), "trimmed page: width, height"),
    Setting("print", "margins", "[20, 19, 20, 17]", _lengths(4), "top, outer, bottom, inner"),
    Setting("print", "type-size", "10.5", _number(6, 24), "size of the type"),
    Setting("print", "leading", "14", _number(7, 40), "from line to line"),
    Setting("print", "line-numbers", "5", {"type": "integer", "minimum": 0, "maximum": 50},
            "a numeral at every fifth line; 0: none"),
    Setting("print", "fit", "true", YES_NO, "lines of a paragraph chosen together; slower"),
    Setting("print", "apparatus-key", '"verse"', {"enum": list(KEYS)},
            "by what entries are found; else as lines and chapters are numbered"),
    Setting("print", "apparatus-range", '"sq"', {"enum": list(RANGES)},
            "several lines as numbers (12–14), or as 12 sq. and 12 sqq."),
    Setting("print", "apparatus-form", '{ variants = "paragraph", sources = "columns" }',
            _form(TEXT), "entries in a paragraph, lines of their own or columns; by layer, or all"),
    Setting("print", "notes", '"end"', {"enum": list(NOTES_AT)},
            "at the foot, at the end of the text or of each part; else as note/@place says"),
    Setting("print", "notes-form", '{ editorial = "paragraph" }',
            _form({"enum": ["note", "editorial"]}), "forms of notes at the foot, likewise"),
    Setting("print", "parallel", '"facing"', {"enum": list(BESIDE)},
            "a translation beside its text; else as the TEI has it"),
    Setting("print", "pairs", '{ sea-la = "sea-en" }',
            {"type": "object", "additionalProperties": TEXT},
            "texts and the texts that translate them; else as the TEI has it"),
    Setting("print", "volume", "true", YES_NO, "one book of all texts"),
    Setting("print", "press", "false", YES_NO, "files for the press as well"),
    Setting("print", "bleed", "3", _number(0, 20), "in the files for the press"),
    Setting("print", "marks", "false", YES_NO, "crop and register marks"),
    Setting("print", "faces", '["fonts/Own-Regular.ttf"]', TEXTS,
            "fonts of your own, for what EB Garamond lacks"),
    Setting("checks", "ignore", '["X005"]', TEXTS, "codes, or a letter for all that begin with it"),
    Setting("checks", "severity", '{ H005 = "hint" }', CODES, "how grave a finding is"),
    Setting("checks", "baseline", '"checks-baseline.json"', TEXT, "findings that are known"),
    Setting("checks", "time-limit", "60", {"type": "number", "exclusiveMinimum": 0},
            "seconds that the rules of a schema may take for a file"),
    Setting("build", "time-limit", "900", {"type": "number", "exclusiveMinimum": 0},
            "seconds that one text may take to be rendered"),
)  # fmt: skip


def of(table: str) -> tuple[Setting, ...]:
    """Return the settings of a table, in order."""
    return tuple(one for one in EVERY if one.table == table)


def sample(given: Iterable[tuple[str, str, str]] = ()) -> str:
    """Return an edition.toml with each setting as a comment; those that are `given` as table,
    name and value in TOML are set.
    """
    values = {(table, name): value for table, name, value in given}
    parts = [_block(table, says, values) for table, says in TABLES.items()]
    return "\n\n".join([f"#:schema ./{SCHEMA}", *parts]) + "\n"


def files(given: Iterable[tuple[str, str, str]] = ()) -> dict[str, bytes]:
    """Return the settings of a new edition, as `sample` has them, and their schema: name, bytes."""
    return {FILE: sample(given).encode(), SCHEMA: schema().encode()}


def _block(table: str, says: str, values: dict[tuple[str, str], str]) -> str:
    lines = [f"# {says}.", f"[{table}]"] if table else []
    for one in of(table):
        value = values.get((table, one.name))
        lines.append(f"# {one.name}: {one.says}")
        lines.append(f"{one.name} = {value}" if value else f"# {one.name} = {one.sample}")
    return "\n".join(lines)


def schema() -> str:
    """Return the JSON Schema of edition.toml."""
    root = _object(of(""))
    for table, says in TABLES.items():
        if table:
            root["properties"][table] = {"description": says, **_object(of(table))}
    named = {"$schema": "http://json-schema.org/draft-07/schema#", "title": FILE}
    return json.dumps(named | root, indent=2, ensure_ascii=False) + "\n"


def _object(settings: Iterable[Setting]) -> dict[str, Any]:
    """Return an object with these properties and no others."""
    each = tuple(settings)
    if any(one.form is WISH for one in each):
        return {"type": "object", "additionalProperties": WISH}
    properties = {one.name: {"description": one.says, **one.form} for one in each}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def advice(name: str, known: Collection[str]) -> str:
    """Return what may have been meant by a name: the nearest that there is, else all of them."""
    near = difflib.get_close_matches(name, known, 1)
    return f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known) or 'none'}."
