"""Every setting of edition.toml in one table: what it is for, a sample, and its form.

Makes of it the sample file that a new edition begins with, the reference of the handbook, the JSON
Schema by which editors complete and check edition.toml, and what editio itself takes (unfit.py).
"""

import difflib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from editio import outside
from editio.diagnostics.codes import Severity
from editio.edition import names
from editio.edition.beside.processing import FRAME, IN_LINE, OF_TABLES, READINGS
from editio.edition.config import colours
from editio.edition.config.form import (
    NAME,
    SECONDS,
    TEXT,
    YES_NO,
    Form,
    Schema,
    array,
    either,
    like,
    mapping,
    number,
    one_of,
    record,
    several,
    text,
)  # fmt: skip
from editio.edition.config.judgement import BASELINE, TIME_LIMIT
from editio.edition.reading.files import ADDRESS, meant_address
from editio.edition.texts import languages
from editio.engines.paged.design import PLAIN
from editio.engines.paged.forms import FORMS

FILE = "edition.toml"
# The JSON Schema of it, by which editors complete and check it.
SCHEMA = "edition.schema.json"
# What a build can make, in the order in which it is made (see formats/): ours, and those of other
# packages that are installed here.
OURS = ("html", "pdf", "text", "epub", "tables", "tei", "citations", "places", "dts", "data")
# Folders of the site, beside which formats have their own (and what names.py keeps).
_FOLDERS = ("iiif", "pages", "site")
BROUGHT, REFUSED = outside.formats({*OURS, *_FOLDERS, *names.OURS})
FORMATS = (*OURS[:-1], *(one.name for one in BROUGHT), OURS[-1])
# What readers of a text page may leave out: corrections, names, pages, line ends, notes in the
# margin, a translation beside; the columns of the image and of the diplomatic text.
SHOWN = ("marks", "names", "pages", "lines", "side", "parallel", "image", "diplomatic")
# Faces that come with editio and that the site can be set in; the first without a setting.
FAMILIES = ("Source Serif 4", "Source Sans 3", "EB Garamond", "Noto Serif", "Cardo", "Amiri")
# What may become of an element in [behaviours].
BEHAVIOURS = ("inline", "block", "paragraph", "reading", "diplomatic")

_TEXTS = array(TEXT)
# A folder or file that is not outside of the folder of edition.toml.
_INSIDE = like(r"(?!/|[A-Za-z]:)(?!(?:[\s\S]*[/\\])?\.\.(?:[/\\]|$))[\s\S]*")
_SITE_FILE = like(r"site/[\s\S]*")
_IN_SITE = Form('a file of the folder site/, in quotation marks: "site/logo.svg"', _SITE_FILE)
_COLOUR = Form(
    'a colour, "#8a2a17", or two: for light and for dark pages',
    either(like(colours.COLOUR), array(like(colours.COLOUR), 2, 2)),
    meant=colours.meant,
)


def _near(name: str) -> str:
    """Return the face that may have been meant by a name, whatever its capitals."""
    known = {one.lower(): one for one in FAMILIES}
    return next((known[one] for one in difflib.get_close_matches(name.lower(), known, 1)), "")


_FAMILY = Form(f"one of {', '.join(FAMILIES)}", {"enum": [*FAMILIES]}, meant=_near)
_LED = (TEXT, record({"title": TEXT, "address": TEXT}, ("title", "address")))
_GROUP = record({"title": TEXT, "pages": array(either(*_LED), 1)}, ("title", "pages"))
_MENU = Form(
    'a list of pages, "about", of { title = "…", address = "…" }, and of groups, '
    '{ title = "…", pages = ["persons", "places"] }',
    array(either(*_LED, _GROUP)),
)
# What a wish in [behaviours] may say, a wish, how it is called.
WISH = {
    "behaviour": one_of(*BEHAVIOURS),
    "class": Form("one or more names of letters, digits, - and _", like(r"[\w -]*")),
    "label": text(),
}
_WISH = record({name: form.schema for name, form in WISH.items()}) | {"minProperties": 1}
WISHES = Form("a table of behaviour, class and label", _WISH)
_TYPED = r"(?:\.[\w-]+)?"
WISHED = Form(
    'called by an element, a type or both: seg, ".aside", "seg.hedge"',
    like(rf"(?:[A-Za-z]\w*)?{_TYPED}") | {"minLength": 1},
)
# What our rules hold together or keep in its line, and the behaviours that it can have.
LIMITS = (
    (FRAME, ()), (OF_TABLES, ()), (READINGS, ("inline",)),
    (IN_LINE, ("inline", "reading", "diplomatic")),
)  # fmt: skip
_CODES = Form(
    'a table of codes: { H005 = "hint" }',
    mapping({"enum": [*Severity]}),
    names=mapping(TEXT),
)


@dataclass(frozen=True)
class Setting:
    """One setting: its table (none: the top of the file), name, sample in TOML, form, purpose."""

    table: str
    name: str
    sample: str
    form: Form
    says: str


def _usual(name: str) -> str:
    """Return what the book has without a setting, in TOML."""
    return json.dumps(getattr(PLAIN, name.replace("-", "_")))


def _lengths(words: str, name: str, least: float, most: float) -> Form:
    count = len(json.loads(_usual(name)))
    lengths = array(number(least, most).schema, count, count)
    return Form(f"{words}: {_usual(name)}", lengths)


def _dress(names: Schema, about: str) -> Form:
    """Return the form of how notes are set: all in one way, or some by name."""
    way = one_of(*FORMS, about=about)
    return Form(way.wanted, either(way.schema, mapping(way.schema, names)))


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
    Setting("", "title", '"Letters"', text(), "else the title of tei/edition.xml"),
    Setting("", "address", '"https://example.org/letters/"',
            Form("an address that begins with https:// or http://, in quotation marks",
                 like(ADDRESS), meant=meant_address),
            "where the site will stand"),
    Setting("", "texts", '["letters", "poems/sea.xml"]', several("folders and files", _INSIDE),
            "folders with all TEI below them, and files; else tei/texts/, tei/, or this folder"),
    Setting("", "order", '["letter-2", "letter-1"]', several("texts"),
            "texts that come first, by id; the others by file name, 2 before 10"),
    Setting("", "formats", '["html", "pdf", "text"]',
            Form(several("texts").wanted, array(either({"enum": [*OURS]}, TEXT)), names=_TEXTS),
            "what `editio build` makes without --format; else all"),
    Setting("", "front", '["essay"]', several("pages"),
            "pages of pages/ before the texts: in the book, its EPUB and as plain text"),
    Setting("", "schema", '"tei/schema/edition.rng"',
            Form('the name of a file in quotation marks, or a list: ["edition.rng", "house.sch"]',
                 either(TEXT, _TEXTS)),
            "RELAX NG for texts that name no schema, Schematron (.sch) for all; or a list of both"),
    Setting("reading", "leave-out", '["catalogue"]', several("types of divisions"),
            "types of divisions that are in the diplomatic text alone"),
    Setting("reading", "signs", '"leiden"', one_of("leiden", "papyri", "plain"),
            "of what editors saw and did; else as the text is"),
    Setting("reading", "witness", '"A"', text("the id of a witness"),
            "whose reading stands where an entry has no lemma"),
    # Whether entries name the witnesses that have the lemma, too.
    Setting("reading", "apparatus", '"positive"', one_of("negative", "positive"),
            "witnesses of the lemma are named, too; else those that differ"),
    Setting("reading", "layers", '["variants", "testimonia"]', several("types of entries"),
            "types of entries of the apparatus that are kept apart, in this order"),
    Setting("reading", "note-series", '["textual", "glossary"]', several("types of notes"),
            "types of notes (or their resp, place) that have numbers and a band of their own"),
    Setting("media", "folder", '"images"',
            text("a folder of the edition, from that of edition.toml,", _INSIDE),
            "where pictures lie that are not beside a text"),
    Setting("media", "hosts", '["images.example.org"]',
            Form('a list of servers, as in ["images.example.org"]',
                 array(like(r"[\w-]+(?:\.[\w-]+)+"))),
            "servers whose pictures the pages show"),
    Setting("site", "language", '"en"',
            Form('the code of a language (BCP 47), "en", "de-AT"', like(languages.TAG),
                 meant=languages.meant),
            "of the pages that span texts; else as edition.xml"),
    Setting("site", "logo", '"site/logo.svg"', _IN_SITE,
            "beside the title; all of site/ is published"),
    Setting("site", "icon", '"site/icon.svg"', _IN_SITE, "in the tab of the browser"),
    Setting("site", "accent", '"#8a2a17"', _COLOUR, "of links; two colours: light and dark pages"),
    Setting("site", "ground", '"#fdfcf9"', _COLOUR, "of the pages; two colours: light and dark"),
    Setting("site", "type", '"EB Garamond"', _FAMILY,
            "the face of the words, of those that come with editio; else Source Serif 4"),
    Setting("site", "faces", '["site/Own.woff2"]',
            Form('a list of fonts in the folder site/: ["site/Own.woff2"]', array(_SITE_FILE)),
            "fonts for the words of the texts"),
    Setting("site", "css", '"site/own.css"', _IN_SITE, "a style sheet after that of editio"),
    Setting("site", "home", '"What *this* is."', text(),
            "in Markdown, at the head of the first page; else what opens edition.xml"),
    Setting("site", "split", '"chapter"', one_of("chapter", "never"),
            "a page for each division; else texts are divided where a page would be heavy"),
    Setting("site", "show", '["names", "side"]',
            Form("a list of " + ", ".join(f'"{one}"' for one in SHOWN),
                 array({"enum": [*SHOWN]})),
            "what a text page shows at first: " + ", ".join(SHOWN)),
    Setting("site", "footer", '"Made at [our house](https://example.org/)."', text(),
            "in Markdown, at the foot of each page"),
    Setting("site", "menu", '["search", { title = "Who and where", pages = ["persons", "places"] }'
            ', { title = "Blog", address = "https://example.org/" }]', _MENU,
            "what each page leads to, in this order, in groups, elsewhere; else every page"),
    Setting("behaviours", '".aside"', '{ behaviour = "block", class = "aside", label = "Aside:" }',
            WISHES, "behaviour: " + ", ".join(BEHAVIOURS)),
    Setting("print", "size", _usual("size"),
            _lengths("two lengths in millimetres, width and height", "size", 80, 500),
            "trimmed page: width, height"),
    Setting("print", "margins", _usual("margins"),
            _lengths("four lengths in millimetres, top, outer, bottom, inner", "margins", 5, 200),
            "top, outer, bottom, inner"),
    Setting("print", "type-size", _usual("type-size"), number(6, 24, "a number of points"),
            "size of the type"),
    Setting("print", "leading", _usual("leading"), number(7, 40, "a number of points"),
            "from line to line"),
    Setting("print", "line-numbers", "5", number(0, 50, "a whole number", "integer"),
            "a numeral at every fifth line; 0: none; else where an apparatus has no other keys"),
    Setting("print", "fit", _usual("fit"), YES_NO, "lines of a paragraph chosen together; slower"),
    Setting("print", "apparatus-key", '"verse"',
            one_of("verse", "source", "chapter", "paragraph", "line",
                   about=", by which entries of an apparatus are found"),
            "by what entries are found; else as lines and chapters are numbered"),
    Setting("print", "apparatus-range", '"sq"',
            one_of("numbers", "sq", about=", for entries of an apparatus about several lines"),
            "several lines as numbers (12–14), or as 12 sq. and 12 sqq."),
    Setting("print", "apparatus-form", '{ variants = "paragraph", sources = "columns" }',
            _dress(TEXT, ", for entries of an apparatus or of layers by name"),
            "entries in a paragraph, lines of their own or columns; by layer, or all"),
    Setting("print", "notes", '"end"', one_of("foot", "end", "part", about=", for notes"),
            "at the foot, at the end of the text or of each part; else as note/@place says"),
    Setting("print", "notes-form", '{ editorial = "paragraph" }',
            _dress(TEXT, ", for all notes, for note, editorial or series by name"),
            "forms of notes at the foot, likewise"),
    Setting("print", "parallel", '"facing"',
            one_of("facing", "columns", "after", about=", for a translation beside its text"),
            "a translation beside its text; else as the TEI has it"),
    Setting("print", "pairs", '{ sea-la = "sea-en" }',
            Form('a table of texts and their translations: { la = "en" }', mapping(NAME)),
            "texts and the texts that translate them; else as the TEI has it"),
    Setting("print", "volume", _usual("volume"), YES_NO, "one book of all texts"),
    Setting("print", "press", _usual("press"), YES_NO, "files for the press as well"),
    Setting("print", "bleed", _usual("bleed"), number(0, 20, "a number of millimetres"),
            "in the files for the press"),
    Setting("print", "marks", _usual("marks"), YES_NO, "crop and register marks"),
    Setting("print", "faces", '["fonts/Own-Regular.ttf"]', several("font files", NAME),
            "fonts of your own, for what EB Garamond lacks"),
    Setting("checks", "ignore", '["X005"]', several("codes"),
            "codes, or a letter for all that begin with it"),
    Setting("checks", "severity", '{ H005 = "hint" }', _CODES, "how grave a finding is"),
    Setting("checks", "baseline", f'"{BASELINE}"', text("the name of a file"),
            "findings that are known"),
    Setting("checks", "time-limit", f"{TIME_LIMIT:g}", SECONDS,
            "seconds that the rules of a schema may take for a file"),
    Setting("build", "time-limit", "900", SECONDS,
            "seconds that one text may take to be rendered"),
)  # fmt: skip


def of(table: str) -> tuple[Setting, ...]:
    """Return the settings of a table, in order."""
    return tuple(one for one in EVERY if one.table == table)


def known(table: str) -> dict[str, Form]:
    """Return what may stand in a table, at the top the tables themselves, by name."""
    tables = {} if table else {name: _table(name) for name in TABLES if name}
    return {one.name: one.form for one in of(table)} | tables


def wish(name: str) -> Form:
    """Return the form of a wish of this name."""
    known = (_limited(some) for names, some in LIMITS if name.partition(".")[0] in names)
    return next(known, WISHES)


def _limited(behaviours: Sequence[str]) -> Form:
    """Return the form of a wish that has one of these behaviours, or none."""
    behaviour = {"behaviour": {"enum": behaviours}} if behaviours else {"behaviour": False}
    wanted = "given no behaviour" + f" but {', '.join(behaviours)}" * bool(behaviours)
    return Form(wanted, {"allOf": [_WISH, {"properties": behaviour}]})


def _table(name: str) -> Form:
    return Form(f"a table of settings: [{name}]", {"type": "object"})


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
    """Return the JSON Schema of edition.toml: the same on every machine, whatever formats of other
    packages it has; so a format of any name is taken.
    """
    root = _record("")
    for table, says in TABLES.items():
        if table:
            root["properties"][table] = {"description": says, **_record(table)}
    named = {"$schema": "http://json-schema.org/draft-07/schema#", "title": FILE}
    return json.dumps(named | root, indent=2, ensure_ascii=False) + "\n"


def _record(table: str) -> Schema:
    """Return the schema of a table; wishes in [behaviours] have names of their own."""
    if table == "behaviours":
        limited = {
            like(f"(?:{'|'.join(names)}){_TYPED}")["pattern"]: _limited(some).schema
            for names, some in LIMITS
        }
        return mapping(WISHES.schema, WISHED.schema) | {"patternProperties": limited}
    return record({one.name: {"description": one.says, **one.form.schema} for one in of(table)})


def advice(name: str, known: Collection[str]) -> str:
    """Return what may have been meant by a name: the nearest that there is, else all of them."""
    near = difflib.get_close_matches(name, known, 1)
    return f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known) or 'none'}."
