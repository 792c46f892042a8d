"""Which words of prepared TEI are none of the text's, as of drawings, lists and calls of notes."""

from functools import lru_cache

from editio.edition.reading.source import XML_ID
from editio.model.content import names
from editio.model.words import ED, Element, name_of

# What is not text; what explains a gap or a picture; what an index is made from; sigla, which are
# attributes of what is published; a picture written out in letters; markup with its own words.
_UNREAD = names("""
    teiHeader standOff facsimile fsdDecl xenoData gap figDesc index listApp wit binaryObject egXML
""")
# Formulas, drawings and music are no words: what stands for them is told by each format.
DRAWN = (
    "{http://www.w3.org/1998/Math/MathML}math",
    "{http://www.w3.org/2000/svg}svg",
    "{http://www.music-encoding.org/ns/mei}",
    "score-",
)
# Between letters they stand for a letter.
PICTURES = names("binaryObject graphic")
_MARKUP = names("constraint content datatype model modelGrp modelSequence")


def unread(element: Element) -> bool:
    """Whether the words in an element are none of the text's: a printed call of a note is none."""
    name, parent = name_of(element), element.getparent()
    drawn = str(element.tag).startswith(DRAWN) or is_of_a_picture(element)
    if drawn or element.get(f"{ED}listed") or name in _MARKUP:
        return True
    if name in {"app", "facsimile"}:
        return _names_its_words(element) if name == "app" else _is_beside_words(element)
    if name == "head" and parent is not None and _is_headed_by_format(parent):
        return True
    labels = name == "label" and parent is not None and name_of(parent) == "note"
    targets = element.get("target", "").split() if name in {"ref", "ptr"} else []
    # Within a note a reference to another is told by its words, and calls nothing.
    if name == "ref" and next(element.iterancestors("{*}note"), None) is not None:
        targets = []
    called = any(note_at(element, one) is not None for one in targets)
    if not labels and not called:
        return name in _UNREAD
    signs = "".join(map(str, element.itertext())).strip("()[] .*")
    return len(signs) < 4 * max(len(targets), 1)


def is_of_a_picture(element: Element) -> bool:
    """Whether an element stands in a picture, as what describes it does."""
    parent = element.getparent()
    return parent is not None and name_of(parent) in PICTURES


def _names_its_words(app: Element) -> bool:
    """Whether an entry of an apparatus stands apart from the words it is about, as rules tell it
    (xslt/rules/apparatus-apart.xsl).
    """
    declared = app.getroottree().find("{*}teiHeader/{*}encodingDesc/{*}variantEncoding")
    method = "" if declared is None else declared.get("method", "")
    if method == "parallel-segmentation" or next(app.iterancestors("{*}app"), None) is not None:
        return False
    named = {"from", "to"} & set(map(str, app.attrib))
    placed = "loc" in app.attrib and any(map(_is_of_entries, app.iterancestors("{*}div")))
    return method in {"double-end-point", "location-referenced"} or bool(named) or placed


def _is_of_entries(division: Element) -> bool:
    return division.get("type") == "apparatus"


def _holds_entries_alone(division: Element) -> bool:
    """Whether a division has entries of an apparatus that name their words, and no other words."""
    if not _is_of_entries(division):
        return False
    words = division.xpath(
        ".//text()[normalize-space()][not(ancestor::*[local-name() = 'app'] or"
        " parent::*[local-name() = 'head'])]"
    )
    entries = division.iterfind(".//{*}app")
    return not words and any(map(_names_its_words, entries))


def _is_beside_words(facsimile: Element) -> bool:
    """Whether the text stands beside the pictures: words on them are the text where it does not."""
    document = facsimile.getparent()
    beside = (
        [] if document is None else document.findall("{*}text") + document.findall("{*}sourceDoc")
    )
    return any("".join(map(str, one.itertext())).strip() for one in beside)


def _is_headed_by_format(division: Element) -> bool:
    """Whether entries of an apparatus, or notes that are called elsewhere, are all that a division
    holds: they stand under a heading of the page.
    """
    held = {name_of(one) for one in division.iterchildren("{*}*")} - {"head", "pb"}
    return held in ({"listApp"}, {"note"}) or _holds_entries_alone(division)


def shown(element: Element) -> bool:
    """Whether an element is markup that is shown as such, or the behaviour that shows it."""
    if name_of(element) in _MARKUP or (
        name_of(element) == "verbatim" and element.get("kind") == "markup"
    ):
        return True
    return "egXML" in {name_of(element), element.get("kind")}


def blank(element: Element) -> str:
    """Return what stands for an element that is not read: a blank for shown markup."""
    return " " if shown(element) else ""


def note_at(place: Element, pointer: str) -> Element | None:
    """Return the note of the same text to which a pointer leads."""
    return _notes(place.getroottree().getroot()).get(pointer.removeprefix("#"))


@lru_cache(maxsize=1)  # asked by each note and pointer of a text
def _notes(root: Element) -> dict[str, Element]:
    """Return the notes of a text, each by its id."""
    notes = root.iter("{*}note")
    return {key: one for one in notes if (key := one.get(XML_ID) or one.get(f"{ED}id"))}
