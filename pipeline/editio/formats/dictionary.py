"""The data dictionary: which tables there are, what each column holds. Written here alone; the
tables, their descriptor (Frictionless Data Package) and the Data page are made from it.
"""

from dataclasses import dataclass

LIST = "several are separated by |"
ISO = "ISO 8601, as exact as it is known"


@dataclass(frozen=True)
class Field:
    """A column: type is one of the Table Schema types; a `many` holds a list."""

    name: str
    description: str
    type: str = "string"
    many: bool = False


@dataclass(frozen=True)
class Table:
    """A table: `kind` is the kind of register entry in it, where it is one of a register."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: str = "id"
    kind: str = ""


def _register(name: str, title: str, kind: str, *fields: Field) -> Table:
    return Table(name, title, (*_ENTRY, *fields, *_ABOUT), kind=kind)


_ENTRY = (
    Field("id", "xml:id of the entry in the register"),
    Field("name", "preferred form of the name"),
    Field("name_certainty", "high, medium, low, where a name without a source says so"),
    Field("type", "kind of thing, in the words of the register"),
    Field("identification", "what or who it is, in a line"),
    Field(
        "variants",
        f"other forms of the name that the texts or the register have; {LIST}",
        many=True,
    ),
)
_ABOUT = (
    Field("identifiers", f"addresses in authority files; {LIST}", many=True),
    Field("wikidata", "item of Wikidata"),
    Field("remark", f"what else the register says; {LIST}", many=True),
    Field(
        "related",
        "other entries, as relation:id, with ← before it where it goes out from the other; words, "
        f"dates and certainty in parentheses; {LIST}",
        many=True,
    ),
    Field("mentions", "how often the texts mention it", "integer"),
)
_SURE = "high, medium, low, unknown (has no source); empty where the register does not say"
_LEAST = "high, medium, unknown, low: of several the least; empty where the register does not say"
_DATES = (
    Field("from", f"first day, or earliest day possible; {ISO}"),
    Field("to", f"last day, or latest day possible; {ISO}"),
    Field("date_certainty", _SURE),
)
_TEXT = Field("text", "id of the text, in the table of texts")
_PLACE = Field("place", "id of the nearest element around it that can be cited")
_IN = Field("in", "reading or diplomatic, where only that text has it; empty: both have it")
_START = Field("start", "first character in the reading text, from 0; empty: not there", "integer")
_END = Field("end", "character after the last in the reading text; empty: not there", "integer")

TEXTS = Table(
    "texts",
    "The texts of the edition",
    (
        Field("id", "xml:id of the text; file names begin with it"),
        Field("title", "title, without subtitle"),
        Field("subtitle", "subtitle, where there is one"),
        Field("series", f"series that the header names; {LIST}", many=True),
        Field("author", f"authors as the header names them; {LIST}", many=True),
        Field("editor", f"others who answer for it, with what they did; {LIST}", many=True),
        Field("date", f"date of the text itself, where it is one day, month or year; {ISO}"),
        Field("date_from", f"earliest date possible; {ISO}"),
        Field("date_to", f"latest date possible; {ISO}"),
        Field("date_certainty", "high, medium, low, unknown, where the header says so"),
        Field("sender", f"of a letter: who wrote it; {LIST}", many=True),
        Field("sent_from", f"of a letter: where it was written; {LIST}", many=True),
        Field("addressee", f"of a letter: to whom it went; {LIST}", many=True),
        Field("sent_to", f"of a letter: where it went; {LIST}", many=True),
        Field("doubted", f"of these, those of which the header is in doubt; {LIST}", many=True),
        Field("languages", f"language codes (BCP 47), the main one first; {LIST}", many=True),
        Field("words", "words of the reading text, notes left out", "integer"),
        Field("notes", "notes of the author", "integer"),
        Field("editorial_notes", "notes of the editors", "integer"),
        Field("corrections", "interventions of the editors", "integer"),
        Field("source", "what the text was taken from"),
        Field("edition", "version of the edition"),
        Field("publisher", "who publishes the edition"),
        Field("keywords", f"keywords of the header; {LIST}", many=True),
        Field("licence", f"address of the licence of the text; empty: none is stated; {LIST}"),
        Field("encoding_licence", "address of the licence of encoding and notes alone"),
        Field("rights", "address of a rights statement, else the status that the header gives"),
        Field("rights_words", "what the header says of the rights beside licence and status"),
    ),
)

TABLES: tuple[Table, ...] = (
    TEXTS,
    _register(
        "persons",
        "Register of persons",
        "person",
        Field("birth", f"day of birth; {ISO}"),
        Field("birth_certainty", _SURE),
        Field("death", f"day of death; {ISO}"),
        Field("death_certainty", _SURE),
    ),
    _register(
        "places",
        "Register of places",
        "place",
        Field("latitude", "degrees north, WGS 84", "number"),
        Field("longitude", "degrees east, WGS 84", "number"),
        Field("country", "country of the present day"),
        Field("region", "region of that country"),
    ),
    _register("organisations", "Register of organisations", "organisation"),
    _register("events", "Register of events", "event", *_DATES),
    _register(
        "works",
        "Register of works",
        "work",
        Field("author", f"authors; {LIST}", many=True),
        Field("author_certainty", _LEAST),
        Field("editor", f"editors; {LIST}", many=True),
        Field("container", "title of the journal or book that it is part of"),
        Field("publisher", "publisher"),
        Field("published_in", "place of publication"),
        Field("date", f"date of publication; {ISO}"),
        Field("date_certainty", _LEAST),
        Field("scope", f"volume, issue, pages; {LIST}", many=True),
    ),
    _register("concepts", "Register of concepts", "concept"),
    Table(
        "mentions",
        "Mentions of register entries in the texts; a mention of two entries has two rows",
        (
            Field("id", "number of the mention, with its text"),
            _TEXT,
            Field("entry", "id of the entry"),
            Field("register", "name of the table that the entry is in"),
            Field("element", "TEI element: persName, placeName, rs …"),
            _PLACE,
            _IN,
            Field("certainty", "high, medium, low; empty where the encoding does not say"),
            Field("before", "words before it"),
            Field("form", "the words of the mention"),
            Field("after", "words after it"),
            _START,
            _END,
        ),
        "",
    ),
    Table(
        "corrections",
        "What the editors did at single places: corrections, supplied words, gaps, variants",
        (
            Field("id", "number of the intervention, with its text"),
            _TEXT,
            Field("kind", "correction, supplied, surplus, gap, variant …"),
            _PLACE,
            Field("locus", "page and line of the source, where they are known"),
            _IN,
            Field("source_has", "reading of the source"),
            Field("edition_has", "reading of the edition, or of the other witness"),
            Field("treatment", "what was done, in words"),
            Field("remark", "what the editors say about a gap"),
            Field("certainty", "high, medium, low; empty where the encoding does not say"),
            Field(
                "grounds", "internal, external, conjecture; empty where the encoding does not say"
            ),
            Field("responsible", "who answers for it"),
            Field("evidence", "ids of the sources that confirm it"),
            _START,
            _END,
        ),
    ),
    Table(
        "apparatus",
        "The critical apparatus: a reading a row, that of the text among them",
        (
            Field("id", "number of the reading, with its text and its entry"),
            _TEXT,
            Field("app", "number of the entry in the text"),
            Field("layer", "variants, testimonia, sources …, as the encoding or the settings say"),
            Field("key", "how the entry is keyed: line of verse, chapter and verse, place"),
            Field("line_from", "first line or verse, where these have numbers"),
            Field("line_to", "last line or verse, where these have numbers"),
            _PLACE,
            Field("lemma", "words of the text that the entry is about"),
            Field("entry", "the whole entry after its key, as book and pages have it"),
            Field(
                "offset_from", "where the words begin in the plain text, in characters", "integer"
            ),
            Field("offset_to", "where the words end in the plain text, in characters", "integer"),
            Field(
                "kind",
                "lemma, reading, omission, addition, transposition, illegible, lost, space, torn "
                "or note",
            ),
            Field("group", "number of the group that the reading stands in"),
            Field("type", "type of the reading, in the words of the encoding"),
            Field("reading", "words of the reading"),
            Field("wit", f"sigla as the encoding gives them; {LIST}", many=True),
            Field("wit_expanded", f"sigla, groups as their members; {LIST}", many=True),
            Field("cause", "what caused the reading"),
            Field("varSeq", "place of the reading in a sequence of readings"),
            Field("hand", "hand that wrote it"),
            Field("resp", "who conjectured it, or answers for it"),
            Field("source", "editions that have it"),
            Field("cert", "high, medium, low; empty where the encoding does not say"),
            Field("detail", f"what is said of its witnesses; {LIST}", many=True),
            Field("note", f"notes on the reading; {LIST}", many=True),
        ),
    ),
    Table(
        "notes",
        "Notes of the authors and of the editors",
        (
            Field("id", "xml:id of the note, with its text"),
            _TEXT,
            Field("kind", "author or editor"),
            Field("number", "number or letter of the note, as printed"),
            Field("place", "id of the element in which it is called"),
            Field(
                "certainty",
                "of what an editor says, or of the place of a call that editors placed; empty: "
                "the encoding does not say",
            ),
            Field("source", f"sources on which an editor's note rests; {LIST}", many=True),
            _IN,
            Field("words", "the note"),
            _START,
            _END,
        ),
    ),
)
