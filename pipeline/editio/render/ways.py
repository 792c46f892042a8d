"""How stages are read for their words: prepared TEI, behaviours, pages, plain text."""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import takewhile

from editio.edition.blanks import NO_XML
from editio.model.content import APART, ELEMENT_ONLY, TRANSPARENT, names
from editio.model.words import FREE, MAIN, Element, Flow, Way, flows
from lxml import etree

ED = "{urn:editio:ns}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_BLOCKS = names(
    "address article aside blockquote body br caption dd details div dl dt figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr li main math nav ol p pre rt section svg table tbody "
    "td tfoot th thead tr ul"
)
_NUMBERS = frozenset(("break", "line-number"))
# What stands for a gap or an empty space, which part words; signs of columns and sections.
_EMPTY = frozenset(("gap", "space"))
_SET_APART = _NUMBERS | _EMPTY | {"break", "page-break", "no-picture", "pl"}
_CHROME = frozenset(("math", "svg", "button", "head", "nav", "script", "style", "template"))
_INLINE = names("alternate anchor gap graphic inline link note point ruby")
# Behaviours that hold no words of the text: what is about it, and entries of an apparatus, which
# formats tell in words of their own.
_NO_TEXT = names("about apart apparatus facsimile foreign gap metadata rows witnesses")


def _name(element: Element) -> str:
    return _local(element.tag)


@lru_cache(maxsize=4096)  # asked millions of times, of a few hundred names
def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


# What says a value in its attributes, and is told by it where it has no words.
_VALUED = names("date depth dim height measure num time width")


def _apart(element: Element) -> bool:
    """Whether the words around an element of the TEI are other words than those in it."""
    name, parent = _name(element), element.getparent()
    if name in TRANSPARENT or name in _PICTURES or _is_of_a_picture(element):
        return name == "graphic" and _is_told_in_line(element)
    if (
        name in ELEMENT_ONLY
        or name in APART
        or name in {"caesura", "gap", "math", "space", "svg"}
        or str(element.tag).startswith(_DRAWN[2:])
        or (name == "ptr" and _is_told(element))
        or (name in _VALUED and not "".join(map(str, element.itertext())).strip())
        or element.get(f"{ED}space")
        or (name == "g" and _is_named(element))
        or (name == "formula" and element.get("rend") in {"block", "display"})
    ):
        return True
    if parent is None:
        return False
    measured = name == "measure" and _name(parent) == "extent"
    return measured or _name(parent) in ELEMENT_ONLY or _holds_parts(parent)


def _is_named(sign: Element) -> bool:
    """Whether a sign that no letter stands for is told by its name."""
    names = (sign.get("ref") or sign.get("type") or "").strip()
    return not "".join(map(str, sign.itertext())).strip() and bool(names) and ":EOL" not in names


# Between letters they stand for a letter.
_PICTURES = names("binaryObject graphic")


def _is_told_in_line(graphic: Element) -> bool:
    """Whether what describes a picture of a server, or its address, stands in its place, and not a
    letter (xslt/rules/blocks.xsl).
    """
    parent = graphic.getparent()
    if parent is not None and _name(parent) == "figure":
        return False
    words = ("".join(map(str, one.itertext())).strip() for one in graphic.iterfind("{*}desc"))
    elsewhere = _ELSEWHERE.match(graphic.get("url", "")) is not None
    return elsewhere and (graphic.get(f"{ED}remote") is None or any(words))


_ELSEWHERE = re.compile(r"\s*([^/?#]*:|//)")


def _is_of_a_picture(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and _name(parent) in _PICTURES


# What holds words, or parts of an entry between which rules set blanks and signs.
_OF_PARTS = names("cit collation dictScrap entryFree etym form gramGrp hom re sense xr")


def _holds_parts(element: Element) -> bool:
    """Whether this is a part of an entry of a dictionary that has no words of its own."""
    if _name(element) not in _OF_PARTS:
        return False
    return not any(text and text.strip() for text in (element.text, *(one.tail for one in element)))


def _is_told(pointer: Element) -> bool:
    """Whether a pointer before a letter tells where it leads, and is no call of a note."""
    if not (pointer.tail or "")[:1].isalnum():
        return False
    return _note(pointer, pointer.get("target", "")) is None


_FIELDS = names(
    "author biblScope citedRange date distributor edition editor extent funder imprint principal "
    "pubPlace publisher sponsor"
)


def _freed(element: Element) -> str | None:
    """Return the key of a bibliographic record that is set in the order of a style."""
    inside = [_name(child) for child in element.iterchildren(etree.Element)]
    around = [element.text or "", *(child.tail or "" for child in element)]
    worded = any(text.strip(" \t\r\n") for text in around)
    fields = sum(name in _FIELDS for name in inside)
    led = "citedRange" in inside and not {"ptr", "ref"}.isdisjoint(inside)
    styled = not worded and (fields > 1 or (fields > 0 and "title" in inside) or led)
    if _name(element) in {"biblStruct", "biblFull"} or (_name(element) == "bibl" and styled):
        return FREE + (element.get(f"{ED}at") or "")
    return None


_SHELF = names("country region settlement institution repository collection msName idno")


def _precedes_its_shelfmark(element: Element) -> bool:
    """Whether this is told behind place, library, shelfmark and name of a manuscript, which stand
    together, and stands before one of them.
    """
    parent = element.getparent()
    if parent is None or _name(parent) != "msIdentifier" or _name(element) in _SHELF - {"idno"}:
        return False
    return any(_name(one) in _SHELF for one in element.itersiblings("{*}*"))


def _follows_inner_items(element: Element) -> bool:
    """Whether this is told of an item of a manuscript before the items in it, and stands behind."""
    parent = element.getparent()
    if parent is None or _name(parent) not in _ITEMS or _name(element) in _ITEMS:
        return False
    return any(_name(one) in _ITEMS for one in element.itersiblings("{*}*", preceding=True))


_ITEMS = names("msItem msItemStruct")


# Zones of a page whose words are none of its text, as rules tell them (xslt/prepare/lines.xsl).
_BESIDE_THE_TEXT = names("library page_number pageNum pagination running_head stamp")


def _noted(element: Element) -> str | None:
    """Return the key of what is read apart from the words around it: notes, records, zones."""
    if _name(element) in {"bibl", "biblFull", "biblStruct"} and not _follows_inner_items(element):
        return _freed(element)
    if _name(element) == "zone" and element.get("type") in _BESIDE_THE_TEXT:
        return f"zone {element.get(f'{ED}id')}"
    if _precedes_its_shelfmark(element) or _follows_inner_items(element):
        return f"note {element.get(f'{ED}at')} {_name(element)}"
    if _name(element) != "note" or not (key := element.get(f"{ED}id") or element.get(XML_ID)):
        return None
    return f"note {(element.get('prev') and _begun(element)) or key}"


def _begun(note: Element) -> str:
    """Return the id of the note that another, with @prev, goes on from."""
    seen: list[Element] = []
    while (before := _note(note, note.get("prev", ""))) is not None and before not in seen:
        note = before
        seen.append(note)
    return note.get(XML_ID) or ""


def _note(place: Element, pointer: str) -> Element | None:
    """Return the note of the same text to which a pointer leads."""
    return _notes(place.getroottree().getroot()).get(pointer.removeprefix("#"))


@lru_cache(maxsize=1)  # asked by each note and pointer of a text
def _notes(root: Element) -> dict[str, Element]:
    """Return the notes of a text, each by its id."""
    notes = root.iter("{*}note")
    return {key: one for one in notes if (key := one.get(XML_ID) or one.get(f"{ED}id"))}


# What is not text; what explains a gap or a picture; what an index is made from; sigla, which are
# attributes of what is published; a picture written out in letters; markup with its own words.
_UNREAD = names("""
    teiHeader standOff facsimile fsdDecl xenoData gap figDesc index listApp wit binaryObject egXML
""")


# Formulas, drawings and music are no words: what stands for them is told by each format.
_DRAWN = (
    "{http://www.w3.org/1998/Math/MathML}math",
    "{http://www.w3.org/2000/svg}svg",
    "{http://www.music-encoding.org/ns/mei}",
    "score-",
)


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
    words = division.xpath(
        ".//text()[normalize-space()][not(ancestor::*[local-name() = 'app'] or"
        " parent::*[local-name() = 'head'])]"
    )
    entries = division.iterfind(".//{*}app")
    return _is_of_entries(division) and not words and any(map(_names_its_words, entries))


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
    held = {_name(one) for one in division.iterchildren("{*}*")} - {"head", "pb"}
    return held in ({"listApp"}, {"note"}) or _holds_entries_alone(division)


def _unread(element: Element) -> bool:
    """Whether the words in an element are none of the text's: a printed call of a note is none."""
    name, parent = _name(element), element.getparent()
    drawn = str(element.tag).startswith(_DRAWN) or _is_of_a_picture(element)
    if drawn or element.get(f"{ED}listed") or name in _MARKUP:
        return True
    if name in {"app", "facsimile"}:
        return _names_its_words(element) if name == "app" else _is_beside_words(element)
    if name == "head" and parent is not None and _is_headed_by_format(parent):
        return True
    labels = name == "label" and parent is not None and _name(parent) == "note"
    targets = element.get("target", "").split() if name in {"ref", "ptr"} else []
    # Within a note a reference to another is told by its words, and calls nothing.
    if name == "ref" and next(element.iterancestors("{*}note"), None) is not None:
        targets = []
    called = any(_note(element, one) is not None for one in targets)
    if not labels and not called:
        return name in _UNREAD
    signs = "".join(map(str, element.itertext())).strip("()[] .*")
    return len(signs) < 4 * max(len(targets), 1)


def _shown(element: Element) -> bool:
    """Whether an element is markup that is shown as such, or the behaviour that shows it."""
    if _name(element) in _MARKUP or (
        _name(element) == "verbatim" and element.get("kind") == "markup"
    ):
        return True
    return "egXML" in {_name(element), element.get("kind")}


_MARKUP = names("constraint content datatype model modelGrp modelSequence")


def _blank(element: Element) -> str:
    return " " if _shown(element) else ""


def _joins(line: Element) -> bool:
    return line.get(f"{ED}joins") is not None


PREPARED = Way(_apart, _noted, _unread, lambda one: one.get(f"{ED}at") or "", _blank, _joins)


def _stands_apart(element: Element) -> bool:
    """Whether the words around a behaviour are other words than those in it."""
    if _name(element) == "break":
        return bool(element.get("space"))
    if _name(element) == "gap":
        return True
    # A note parts no words, nor does a further call of one.
    if _name(element) == "link" and element.get("kind") == "note":
        return False
    return _name(element) not in _INLINE or element.get("kind") in APART


def behaviours(reading: str | None, aside: tuple[str, ...] = ("note",)) -> Way:
    """Return how behaviours are read: one of the two texts, or all that is there.

    What is named in `aside` is read apart.
    """
    return Way(
        partial(_ends_a_word, reading, aside),
        partial(_read_apart, reading, aside),
        partial(_left_out, reading, aside),
        lambda one: one.get("at") or "",
        partial(_instead, aside),
    )


def _instead(aside: tuple[str, ...], element: Element) -> str:
    """Return the line of signs in which plain text has a formula; a blank for shown markup."""
    if _is_in_a_line(aside, element):
        return element.get("alt") or ""
    return " " if _is_told_value(element) else _blank(element)


def _is_in_a_line(aside: tuple[str, ...], element: Element) -> bool:
    parent = element.getparent()
    drawn = _name(element) == "foreign" and parent is not None and _name(parent) != "figure"
    return drawn and "figure" in aside


def _left_out(reading: str | None, aside: tuple[str, ...], element: Element) -> bool:
    """Whether a behaviour has no words of what is read: it is in no text, or in the other."""
    only = element.get("only")
    # Plain text has no numbers of further targets.
    if (reading and only not in {None, reading}) or (
        "figure" in aside and element.get("further") is not None
    ):
        return True
    # What is shown of markup is told in other words than the source has, and then the same.
    if not reading and (_shown(element) or _is_beside_the_text(element)):
        return True
    if reading and _name(element) == "note" and element.get("place") == "entry":
        return True
    if _name(element) == "link" and element.get("kind") == "note":  # called once more
        return True
    if reading == "diplomatic" and _name(element) == "note":
        return element.get("kind") == "editorial"
    return _name(element) in _NO_TEXT


def hidden_notes(tree: Element, reading: str, aside: tuple[str, ...]) -> dict[str, Flow]:
    """Return the author's notes that stand in words which the other text alone has: each text has
    them all, but for those in what the author deleted.
    """
    notes = [one for one in tree.iter(f"{ED}note") if _is_hidden(one, reading)]
    again = {one.get("at") for one in tree.iter(f"{ED}note") if one.get("again")} if notes else ()
    found: dict[str, Flow] = {}
    for note in notes:
        if note.get("at") not in again:
            alone = etree.Element(f"{ED}text")
            alone.append(deepcopy(note))
            found |= flows(alone, behaviours(reading, aside))
    return {key: one for key, one in found.items() if key != MAIN}


def _is_hidden(note: Element, reading: str) -> bool:
    if note.get("kind") == "editorial" or note.get("place") == "entry" or note.get("again"):
        return False
    if any(_name(one) == "about" for one in note.iterancestors()):
        return False
    return bool(_hiding(note, reading)) and _is_had(note, reading)


def _is_had(note: Element, reading: str) -> bool:
    """Whether a text has a note: in the text's own words or those of editors, or in such a note."""
    around = next(note.iterancestors(f"{ED}note"), None)
    known = all(
        one.get("only") in {"reading", "diplomatic"} and _is_of_editors(one)
        for one in _hiding(note, reading)
    )
    return known and (around is None or _is_had(around, reading))


def _hiding(note: Element, reading: str) -> list[Element]:
    """Return the words around a note, within the note that it may stand in, that a text has not."""
    words = takewhile(lambda one: _name(one) != "note", note.iterancestors())
    return [one for one in words if one.get("only") not in {None, reading}]


def _is_of_editors(words: Element) -> bool:
    parent = words.getparent()
    form = parent is not None and _name(parent) == "alternate" and parent.get("kind") != "revision"
    return form or words.get("kind") in _OF_EDITORS


_OF_EDITORS = names("supplied corr reg expan ex sic orig abbr am")


def _stands_twice(element: Element) -> bool:
    """Whether this is one of two forms: what was transposed stands as written and as it was
    wanted, letters that are lost as they are supplied and as points.
    """
    if element.get("only") == "reading":
        return element.get("moved") is not None
    return element.get("only") == "diplomatic" and element.get("kind") == "sign"


def _is_beside_the_text(element: Element) -> bool:
    """Whether this is none of the words that both texts and the apparatus have together."""
    beside = _stands_twice(element) or _is_mark(element) or _is_in_no_entry(element)
    return beside or _is_told_value(element)


def _is_told_value(element: Element) -> bool:
    """Whether this tells the value of a date or a measure that has no words in the source."""
    if element.get("kind") not in _VALUED:
        return False
    around = [element.text or "", *(one.tail or "" for one in element)]
    return not "".join(around).strip() and all(one.get("kind") == "added" for one in element)


def _is_in_no_entry(element: Element) -> bool:
    """Whether this is a variant that stands in no entry of an apparatus, which alone shows it."""
    if element.get("only") != "apparatus" or element.get("kind") not in {"lem", "rdg"}:
        return False
    parent = element.getparent()
    return parent is None or _name(parent) != "alternate"


def _is_mark(element: Element) -> bool:
    """Whether this is a quotation mark that the rules add, or a label of the edition's own; the
    source has no two words there.
    """
    return element.get("kind") == "quotation-mark" or element.get("own") is not None


def _read_apart(reading: str | None, aside: tuple[str, ...], element: Element) -> str | None:
    """Return the key of a behaviour that is read apart from the words around it, as `_noted`."""
    if reading is None and element.get("order") == "free":
        return FREE + (element.get("at") or "")
    # The number of a page may stand between the parts of a word.
    if element.get("kind") == "zone" and (zone := element.get("zone")):
        return f"zone {zone}"
    # A remark stands in its sentence: plain text does not tell where it begins and ends.
    if element.get("kind") == "remark" and not ("figure" in aside or element.get("id") is None):
        return f"note {element.get('id')}"
    # A translation may stand in a column beside its original.
    if element.get("type") == "translation" and "translation" in aside and _name(element) != "note":
        return f"note {element.get('id')}" if _name(element) == "section" else None
    # A figure within a sentence stands behind its paragraph.
    within = reading is not None and element.get("within") is not None
    if not (within or _name(element) in aside):
        return None
    return f"note {element.get('id') or element.get('at')}"


def _is_quoted(element: Element) -> bool:
    """Whether words are quoted within a line; without marks nothing parts them from others."""
    return _name(element) == "inline" and element.get("kind") == "quote"


def _ends_a_word(reading: str | None, aside: tuple[str, ...], element: Element) -> bool:
    """Whether the words around a behaviour are others than those in it, in what is read."""
    if "figure" in aside and _name(element) in {"foreign", "graphic"}:
        return bool(element.get("alt")) and not _is_in_a_line(aside, element)
    # The diplomatic text breaks words where the source does; numbered lines say that they do.
    if reading != "diplomatic" or _name(element) != "break" or element.get("numbered"):
        return _stands_apart(element) and not (reading and _is_quoted(element))
    own_line = {"line", "page", "column"} if "figure" in aside else {"line"}
    return element.get("unit") in own_line or _stands_apart(element)


def hypertext(notes: Iterable[str]) -> Way:
    """Return how a page is read that has these notes: without calls, buttons and menus."""
    known = frozenset(notes)

    def flow(element: Element) -> str | None:
        key = f"note {element.get('id')}"
        return key if key in known else None

    def skipped(element: Element) -> bool:
        return (
            _name(element) in _CHROME
            or _is_linked(element)
            or element.get("role") in {"doc-noteref", "doc-backlink", "doc-pagebreak"}
            or not _SET_APART.isdisjoint((element.get("class") or "").split())
        )

    return Way(_parted, flow, skipped, instead=_described)


def _is_linked(element: Element) -> bool:
    """Whether this is a picture of a server, which pages show in the place of what describes it."""
    parent = element.getparent()
    is_link = parent is not None and "graphic" in (parent.get("class") or "").split()
    return is_link and _name(element) == "img"


def _described(element: Element) -> str:
    """Return the words that stand for a picture elsewhere: without any, its address."""
    return (element.get("alt") or element.get("src") or "") if _is_linked(element) else ""


def _parted(element: Element) -> bool:
    """Whether an element of a page parts words: the end of a line within a word does not."""
    before = element.getprevious()
    if _name(element) == "br" and before is not None and before.get("class") == "divides":
        return False
    return _name(element) in _BLOCKS or not _EMPTY.isdisjoint((element.get("class") or "").split())


@dataclass(frozen=True)
class Signs:
    """What stands among the words of plain text: calls of notes, numbers of lines in order, and
    before the words of additions where they stand; and whether its letters may be those of a stone.
    """

    calls: frozenset[str] = frozenset()
    lines: tuple[str, ...] = ()
    added: frozenset[str] = frozenset()
    bare: bool = False  # capitals, as on a stone


def plain(page: bytes, signs: Signs) -> Element:
    """Return a sheet of plain text as a tree, without the calls of notes and numbers of lines."""
    text = NO_XML.sub(" ", page.decode()).replace("{stet}", "").replace("(?)", "")
    text = _without_numbers(_unplaced(text, signs.added), signs.lines)
    # "[margin: 3.]" stands in its place and is no part of the word before or after it.
    text = re.sub(r"\[(\w[\w ]*: [^\[\]]*)\]", r" [\1] ", text)
    root = etree.Element("page")
    root.text = _without_calls(text, signs.calls) if signs.calls - {""} else text
    return root


def _without_numbers(text: str, lines: tuple[str, ...]) -> str:
    """Return a text without the numbers that stand before its lines, in this order."""
    at = 0

    def numbered(match: re.Match[str]) -> str:
        # A line that begins with a figure of the text is not the next line, nor one soon after it.
        nonlocal at
        number = match["within"] or match["number"]
        soon = lines[at : at + _SOON]
        known = number in soon
        if known:
            at += soon.index(number) + 1
        return "" if match["within"] else "\n" if known else match[0]

    return _LINE.sub(numbered, text)


def _without_calls(text: str, calls: frozenset[str]) -> str:
    """Return a text without these calls of notes."""

    def called(match: re.Match[str]) -> str:
        name = match[match.lastindex or 1]
        return " " if name in calls or (name[-1] in "?*" and name[:-1] in calls) else match[0]

    # Before the bracket of words that a letter follows, as ⟦Mr[1]⟧\Mister/, it parts no word.
    text = re.sub(
        r"(?<=\w)\[([^\[\]]+)\](?=[\[\]⟦⟧⸢⸣⟨⟩{}\\/]+\w)",
        lambda it: "" if it[1] in calls else it[0],
        text,
    )
    text = re.sub(r"(?<=\S)\[+([^\[\]]+)\]+(?!\w)", called, text)
    # A call before a word, as at the beginning of a line; letters there are told by their name,
    # as they may be supplied ones, and so are figures before others ([1]860) elsewhere.
    text = re.sub(r"(?<!\w)\[(\d+|[a-z])\](?=[^\W\d])|(?m:^)\[(\d+)\](?=\d)", called, text)
    # Between two letters it parts no word.
    return re.sub(r"(?<=\w)\[(\d+)\](?=\w)", lambda it: "" if it[1] in calls else it[0], text)


# Before words that were added beside the text: ‹margin: so›.
_PLACED = re.compile(r"‹[^‹›:]{1,80}:\s(?=\W*(?P<word>\w+))")


def _unplaced(text: str, added: frozenset[str]) -> str:
    """Return plain text without the signs around additions and the words for where they stand."""
    pieces, at, within = [], 0, [False]
    for sign in re.finditer("[‹›]", text) if added else ():
        label = _PLACED.match(text, sign.start())
        is_placed = label is not None and label["word"] in added
        if sign[0] == "‹":
            within.append(is_placed)
        elif len(within) > 1:
            is_placed = within.pop()
        if is_placed:
            pieces.append(text[at : sign.start()])
            at = sign.end() if label is None else label.end()
    return "".join([*pieces, text[at:]])


_SOON = 20  # lines, of which some may have no number of their own in what is read
# A numbered line, also within a word, as in an inscription, where the word may be lost in part.
_LINE = re.compile(
    r"\]?-\n(?P<within>\d+\S?) (?:\[(?!\w+ \w*\d\w*\]))?(?=(?:[{⟨⟦⸢]|\((?!vac))*\w)"
    r"|\n(?P<number>\S*[^\s\]-])(?: |(?=\n))"
)
