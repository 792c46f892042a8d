"""How behaviours are read for their words: one of the two texts, or all that is there."""

from collections.abc import Callable, Hashable
from copy import deepcopy
from functools import partial
from itertools import takewhile

from editio.model.content import APART, names
from editio.model.words import ED, FREE, MAIN, Element, Flow, Walk, Way, flows, name_of, walked
from editio.render.ways.tei import VALUED
from editio.render.ways.unread import blank, shown
from lxml import etree


def _told(path: str) -> etree.XPath:
    return etree.XPath(f"boolean({path})", namespaces={"ed": ED.strip("{}")})


_INLINE = names("alternate anchor gap graphic inline link note point ruby")
# Behaviours that hold no words of the text: what is about it, and entries of an apparatus, which
# formats tell in words of their own.
_NO_TEXT = names("about apart apparatus facsimile foreign gap metadata rows witnesses")
_OF_EDITORS = names("supplied corr reg expan ex sic orig abbr am")
# Attributes that decide how a behaviour is read; what else decides it of some: their content,
# what stands around them, their ids.
_TELLING = names("further kind moved numbered only order own place space type unit within")
# What one of the two texts alone has; what is read apart in one format alone; ends of lines, pages
# and columns that may stand within a word.
_OF_ONE_TEXT = _told("//*[@only] | //ed:note[@kind = 'editorial']")
_SET_APART = _told(
    "//ed:figure | //ed:foreign | //ed:graphic"
    " | //*[@further or @kind = 'remark' or @type = 'translation']"
)
_BREAK_IN_WORD = _told(
    "//ed:break[not(@space) and not(@numbered)][not(parent::ed:part or parent::ed:section)"
    " or ../text()[normalize-space()] or ../ed:inline or ../ed:alternate or ../ed:link]"
)
_BY_THEMSELVES = names("figure foreign graphic note")
_KINDS_BY_THEMSELVES = VALUED | {"added", "remark", "zone"}


def way(reading: str | None, aside: tuple[str, ...] = ("note",)) -> Way:
    """Return how behaviours are read: one of the two texts, or all that is there.

    What is named in `aside` is read apart.
    """
    return Way(
        partial(_ends_a_word, reading, aside),
        partial(_read_apart, reading, aside),
        partial(_left_out, reading, aside),
        partial(_instead, aside),
    )


def readings(tree: Element) -> Callable[[str, tuple[str, ...]], tuple[str, tuple[str, ...]]]:
    """Return what tells which reading has the same words as one asked for, so that no words are
    read twice: it gives the first of those that are alike.
    """
    one_text = not _OF_ONE_TEXT(tree)
    nothing_apart = not _SET_APART(tree)
    no_break_in_word = not _BREAK_IN_WORD(tree)

    def first(reading: str, aside: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        if one_text and no_break_in_word:
            reading = "reading"
        if nothing_apart and (reading == "reading" or no_break_in_word):
            aside = ("note",)
        return reading, aside

    return first


def steps(tree: Element) -> Walk:
    """Return the steps through behaviours."""
    return walked(tree, lambda one: one.get("at") or "", _kin, _has_no_text)


def _has_no_text(element: Element) -> bool:
    return name_of(element) in _NO_TEXT


def _kin(element: Element) -> Hashable:
    """Return what a behaviour has in common with others that are read in the same way."""
    get = element.get
    if get("kind") in _KINDS_BY_THEMSELVES or get("only") == "apparatus":
        return None
    if name_of(element) in _BY_THEMSELVES:
        return None
    return element.tag, *[(one, get(one)) for one in element.attrib if one in _TELLING]


def _ends_a_word(reading: str | None, aside: tuple[str, ...], element: Element) -> bool:
    """Whether a word ends where a behaviour begins or ends, in the text that is read."""
    if "figure" in aside and name_of(element) in {"foreign", "graphic"}:
        return bool(element.get("alt")) and not _is_in_a_line(aside, element)
    # The diplomatic text breaks words where the source does; numbered lines say that they do.
    if reading != "diplomatic" or name_of(element) != "break" or element.get("numbered"):
        return _stands_apart(element) and not (reading and _is_quoted(element))
    own_line = {"line", "page", "column"} if "figure" in aside else {"line"}
    return element.get("unit") in own_line or _stands_apart(element)


def _stands_apart(element: Element) -> bool:
    """Whether a word ends where a behaviour begins or ends, whichever text is read."""
    if name_of(element) == "break":
        return bool(element.get("space"))
    if name_of(element) == "gap":
        return True
    # A note parts no words, nor does a further call of one.
    if _is_called_again(element) or _is_note_of_one_text(element):
        return False
    return name_of(element) not in _INLINE or element.get("kind") in APART


def _is_called_again(element: Element) -> bool:
    return name_of(element) == "link" and element.get("kind") == "note"


def _is_note_of_one_text(element: Element) -> bool:
    """Whether a rule of an edition put a note among the words of one of the two texts."""
    said = element.get("kind") == "note" and element.get("only") is not None
    return said and name_of(element) == "inline"


def _is_blank_beside_note(element: Element) -> bool:
    """Whether this is the blank beside such a note, which stands in a word of the other text."""
    beside = (one for one in (element.getprevious(), element.getnext()) if one is not None)
    blank_added = element.get("kind") == "added" and not (element.text or "").strip()
    return blank_added and any(map(_is_note_of_one_text, beside))


def _is_quoted(element: Element) -> bool:
    """Whether words are quoted within a line; without marks nothing parts them from others."""
    return name_of(element) == "inline" and element.get("kind") == "quote"


def _read_apart(reading: str | None, aside: tuple[str, ...], element: Element) -> str | None:
    """Return the key of a behaviour that is read apart from the words around it (tei.py)."""
    if reading is None and element.get("order") == "free":
        return FREE + (element.get("at") or "")
    # The number of a page may stand between the parts of a word.
    if element.get("kind") == "zone" and (zone := element.get("zone")):
        return f"zone {zone}"
    # A remark stands in its sentence: plain text does not tell where it begins and ends.
    if element.get("kind") == "remark" and not ("figure" in aside or element.get("id") is None):
        return f"note {element.get('id')}"
    # A translation may stand in a column beside its original.
    name = name_of(element)
    if element.get("type") == "translation" and "translation" in aside and name != "note":
        return f"note {element.get('id')}" if name == "section" else None
    # A figure within a sentence stands behind its paragraph.
    within = reading is not None and element.get("within") is not None
    among_words = reading is None and _is_note_of_one_text(element)
    if not (within or among_words or name in aside):
        return None
    return f"note {element.get('id') or element.get('at')}"


def _left_out(reading: str | None, aside: tuple[str, ...], element: Element) -> bool:
    """Whether a behaviour has no words of what is read: it is in no text, or in the other."""
    only = element.get("only")
    # Plain text has no numbers of further targets.
    if (reading and only not in {None, reading}) or (
        "figure" in aside and element.get("further") is not None
    ):
        return True
    # What is shown of markup is told in other words than the source has, and then the same.
    if not reading and (shown(element) or _is_beside_the_text(element)):
        return True
    if reading and name_of(element) == "note" and element.get("place") == "entry":
        return True
    if _is_called_again(element):
        return True
    if reading == "diplomatic" and name_of(element) == "note":
        return element.get("kind") == "editorial"
    return _has_no_text(element)


def _is_beside_the_text(element: Element) -> bool:
    """Whether this is none of the words that both texts and the apparatus have together."""
    beside = _stands_twice(element) or _is_mark(element) or _is_in_no_entry(element)
    return beside or _is_told_value(element) or _is_blank_beside_note(element)


def _stands_twice(element: Element) -> bool:
    """Whether this is one of two forms: what was transposed stands as written and as it was
    wanted, letters that are lost as they are supplied and as points.
    """
    if element.get("only") == "reading":
        return element.get("moved") is not None
    return element.get("only") == "diplomatic" and element.get("kind") == "sign"


def _is_told_value(element: Element) -> bool:
    """Whether this tells the value of a date or a measure that has no words in the source."""
    if element.get("kind") not in VALUED:
        return False
    around = [element.text or "", *(one.tail or "" for one in element)]
    return not "".join(around).strip() and all(one.get("kind") == "added" for one in element)


def _is_in_no_entry(element: Element) -> bool:
    """Whether this is a variant that stands in no entry of an apparatus, which alone shows it."""
    if element.get("only") != "apparatus" or element.get("kind") not in {"lem", "rdg"}:
        return False
    parent = element.getparent()
    return parent is None or name_of(parent) != "alternate"


def _is_mark(element: Element) -> bool:
    """Whether this is a quotation mark that the rules add, or a label of the edition's own; the
    source has no two words there.
    """
    return element.get("kind") == "quotation-mark" or element.get("own") is not None


def _instead(aside: tuple[str, ...], element: Element) -> str:
    """Return the line of signs in which plain text has a formula; a blank for shown markup."""
    if _is_in_a_line(aside, element):
        return element.get("alt") or ""
    return " " if _is_told_value(element) else blank(element)


def _is_in_a_line(aside: tuple[str, ...], element: Element) -> bool:
    parent = element.getparent()
    drawn = name_of(element) == "foreign" and parent is not None and name_of(parent) != "figure"
    return drawn and "figure" in aside


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
            found |= flows(steps(alone), way(reading, aside))
    return {key: one for key, one in found.items() if key != MAIN}


def _is_hidden(note: Element, reading: str) -> bool:
    if note.get("kind") == "editorial" or note.get("place") == "entry" or note.get("again"):
        return False
    if any(name_of(one) == "about" for one in note.iterancestors()):
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
    words = takewhile(lambda one: name_of(one) != "note", note.iterancestors())
    return [one for one in words if one.get("only") not in {None, reading}]


def _is_of_editors(words: Element) -> bool:
    """Whether editors put these words there, or one of two forms that are no stages of revision."""
    parent = words.getparent()
    if parent is not None and name_of(parent) == "alternate" and parent.get("kind") != "revision":
        return True
    return words.get("kind") in _OF_EDITORS
