"""Tables that a genre has of its own: dictionaries, manuscripts, speech, plays, verse,
inscriptions, drafts, texts in two versions. A table is written where an edition has rows for it;
the rows are made with the text (xslt/rules/rows.xsl).
"""

from collections.abc import Iterator

from editio.formats.dictionary import LIST, Field, Table
from editio.formats.rows import Row
from editio.model.facts import Facts

_TEXT = Field("text", "id of the text, in the table of texts")
_PLACE = Field("place", "id of the nearest element around it that can be cited")


def _table(name: str, title: str, *fields: Field) -> Table:
    return Table(name, title, (_TEXT, *fields), "")


def _many(name: str, description: str) -> Field:
    return Field(name, f"{description}; {LIST}", many=True)


def _count(name: str, description: str) -> Field:
    return Field(name, description, "integer")


GENRES: tuple[Table, ...] = (
    _table(
        "entries", "Entries of a dictionary",
        Field("id", "id of the entry"), Field("headword", "the first form"),
        _many("forms", "other forms"), Field("pronunciation", "as the entry has it"),
        _many("grammar", "part of speech, gender and the like"), Field("type", "as the entry says"),
        Field("language", "of the headword (BCP 47)"),
        Field("sort", "key of its place in the order"),
        _count("senses", "how many there are"), Field("etymology", "in words"),
    ),
    _table(
        "senses", "Senses of the entries",
        Field("id", "id of the sense"), Field("entry", "id of the entry"),
        Field("within", "id of the sense that it is part of"),
        Field("number", "as given, else counted"),
        _many("usage", "field, region, register"), _many("definition", "in words"),
        _many("examples", "quotations"), _many("translations", "equivalents in other languages"),
    ),
    _table(
        "xrefs", "Cross-references of the entries",
        Field("entry", "id of the entry"), Field("sense", "id of the sense"),
        Field("type", "synonym, antonym, see …"), Field("label", "the word before it"),
        Field("words", "the words of the reference"), _many("target", "ids it points to"),
    ),
    _table(
        "utterances", "Turns of speakers",
        Field("id", "id of the turn"), _many("who", "ids of who speaks"),
        Field("name", "who speaks"),
        _many("role", "as the record says"), _many("party", "of the speaker on that day"),
        Field("start", "seconds from the beginning, or time of day"), Field("end", "the same"),
        _count("words", "words of the turn"),
    ),
    _table(
        "speeches", "Speeches of a play",
        Field("id", "id of the speech"), Field("act", "number or heading"),
        Field("scene", "number or heading"), Field("speaker", "as printed"),
        _many("who", "ids of the characters"),
        _many("name", "of each of them, as the cast or a list of persons has it, else the id"),
        _count("lines", "lines of verse; shared ones once"),
        _count("words", "words that are spoken"),
    ),
    _table(
        "lines", "Lines of verse that are analysed",
        Field("id", "id of the line"), Field("n", "number as encoded"),
        Field("met", "metre"), Field("real", "metre of this line"), Field("rhyme", "scheme"),
        _many("labels", "labels of its rhymes"), Field("enjamb", "whether it runs on"),
        Field("words", "the line"),
    ),
    _table(
        "manuscripts", "Descriptions of manuscripts",
        Field("id", "id of the description"), Field("within", "id of the manuscript it is part of"),
        Field("country", "where it is kept"), Field("settlement", "where it is kept"),
        Field("repository", "library or archive"), Field("collection", "part of the repository"),
        Field("shelfmark", "number there"), _many("name", "name of the manuscript"),
        Field("title", "heading, summary or first title"), Field("date", "in words"),
        Field("from", "earliest year or day"), Field("to", "latest year or day"),
        Field("certainty", "of the date"),
        Field("origin", "where it was made"), Field("material", "as the description says"),
        Field("form", "codex, roll …"), Field("extent", "in words"),
        Field("height", "of a leaf"), Field("width", "of a leaf"),
        Field("unit", "of height and width"),
        _many("languages", "language codes (BCP 47)"),
    ),
    _table(
        "items", "Contents of the manuscripts",
        Field("ms", "id of the manuscript"), Field("part", "id of its part"),
        Field("id", "id of the item"),
        Field("n", "number as encoded"), _many("locus", "leaves or pages"),
        _many("author", "author"),
        _many("title", "title"), _many("incipit", "how it begins"),
        _many("explicit", "how it ends"),
        Field("language", "language code (BCP 47)"),
    ),
    _table(
        "gaps", "What is lost or cannot be read of inscriptions and papyri",
        Field("id", "id of the gap"), _PLACE, Field("textpart", "number of the part"),
        Field("line", "number of the line"), Field("reason", "lost, illegible …"),
        Field("unit", "what is counted"), Field("quantity", "how many"),
        Field("at_least", "how many"),
        Field("at_most", "how many"), Field("extent", "in words"),
        Field("certainty", "of the count"),
    ),
    _table(
        "changes", "What writers changed",
        Field("id", "id of the change"), _PLACE, Field("element", "del, add, mod …"),
        Field("where", "above, margin …"), Field("how", "overstrike …"),
        _many("hand", "ids of hands"),
        _many("stage", "ids of the stages of writing"), Field("group", "id of what it belongs to"),
        Field("words", "words that were changed; of several steps: cold → grey"),
    ),
    _table(
        "annotations", "What is said of places of the text apart from them",
        Field("id", "id of the annotation"), Field("element", "annotation, span or interp"),
        Field("type", "its type, or why it was made"), _many("places", "ids of what it is about"),
        Field("until", "id of where that ends"), Field("words", "what is said"),
        _many("resp", "ids of who says so"), Field("cert", "how sure it is"),
    ),
    _table(
        "alignment", "What corresponds to what",
        Field("source", "id"), Field("target", "id, or file and id"),
        Field("type", "corresp, synch, or as the link says"),
    ),
)  # fmt: skip


def rows(facts: Facts, table: Table) -> Iterator[Row]:
    """Yield the rows that a text has in a table."""
    for row in facts.rows:
        if row.table == table.name:
            said = dict(row.values)
            yield {
                field.name: facts.id if field is _TEXT else _value(said, field)
                for field in table.fields
            }


def _value(said: dict[str, str], field: Field) -> object:
    words = said.get(field.name, "")
    if field.many:
        return words.split("|") if words else []
    return int(words) if field.type == "integer" and words else words
