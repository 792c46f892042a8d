"""The lines of a laid out document: which line of its page a word stands on, and where on the
paper the lines of the text are. The boxes are read, never changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from editio.engines.paged.design import Design
from editio.engines.paged.repeated import which

TEXT, PAGE_MARK, NOTES = "text", "source-page", "endnotes"
NUMBER = "line-number"
_RAISED = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Line:
    """A line on a page: its number from the top, its baseline, its boxes, the text it is of."""

    number: int
    baseline: float
    boxes: tuple[Any, ...]
    text: Any


def classes(box: Any) -> list[str]:
    """Classes of the element that made the box."""
    return box.element.get("class", "").split() if box.element is not None else []


def lines(page: Any) -> list[Line]:
    """Every line of the edited text on a page; what stands side by side is one line."""
    found = sorted(_line_boxes(page._page_box.children[0]), key=lambda one: _baseline(one[0]))
    rows: list[list[Any]] = []
    texts: list[Any] = []
    for box, text in found:
        if rows and abs(_baseline(rows[-1][-1]) - _baseline(box)) < 3:
            rows[-1].append(box)
        else:
            rows.append([box])
            texts.append(text)
    return [
        Line(number, _baseline(row[0]), tuple(row), text)
        for number, (row, text) in enumerate(zip(rows, texts, strict=True), 1)
    ]


def _baseline(box: Any) -> float:
    return float(box.position_y + box.baseline)


def _line_boxes(box: Any, text: Any = None) -> Iterator[tuple[Any, Any]]:
    """Line boxes with words in them, and the outermost element of class `text` around them."""
    if type(box).__name__ == "LineBox":
        if text is not None and any(one.text.strip() for one in _texts(box)):
            yield box, text
        return
    if text is None and TEXT in classes(box):
        text = box.element
    for child in getattr(box, "children", ()):
        # What stands in a margin, and notes behind a part, are no lines of the text.
        if type(child).__name__ == "AbsolutePlaceholder" or NOTES in classes(child):
            continue
        yield from _line_boxes(child, text)


def _texts(box: Any) -> Iterator[Any]:
    return (inner for inner in box.descendants() if type(inner).__name__ == "TextBox")


@dataclass(frozen=True)
class Key:
    """What a textual note is found by: its line, or the first and the last (12–13); whether the
    note before it on its page names the same, or a line of the same poem, and whether the one
    behind it does (`goes_on`); which of several equal words it is about, raised. `page`: that on
    which its place begins, where the note stands at the foot of a later one. `on`: the same, where
    verses of that page have their own numbers.
    """

    line: str
    again: bool = False
    which: str = ""
    page: str = ""
    same_poem: bool = False
    on: str = ""
    goes_on: bool = False


_NO_KEYS: Mapping[str, Key] = MappingProxyType({})


class Counted:
    """Whose lines are counted: those of all texts, of none, or of those in which an entry of the
    apparatus has no other key (`where_asked`).
    """

    def __init__(self, every: int, *, where_asked: bool = False) -> None:
        """Number each `every`th line; 0: none."""
        self.every = every
        self._where_asked = where_asked
        self._known: dict[Any, bool] = {}

    def has(self, line: Line) -> bool:
        """Whether a line is counted."""
        if not self._where_asked:
            return self.every > 0
        if line.text not in self._known:
            self._known[line.text] = any(map(_asks_for_lines, line.text.iter("span")))
        return self._known[line.text]


def counted(design: Design) -> Counted:
    """Return whose lines a design counts."""
    return Counted(design.line_numbers or 0, where_asked=design.numbers_where_asked)


def _asks_for_lines(note: Any) -> bool:
    """Whether an entry of an apparatus has no key of its own."""
    is_entry = "variant" in note.get("class", "").split() and "data-layer" in note.attrib
    return is_entry and any(key.get("class") == "line-key" and not len(key) for key in note)


def keys(
    pages: list[Any], which_lines: Counted, start: int = 0, before: Mapping[str, Key] = _NO_KEYS
) -> dict[str, Key]:
    """The key of each textual note: the line of its page on which its place begins, where lines
    are counted, with the last one, and its page, where it ends on another (22–15.3). One that has
    a key of its own, by verse or chapter, keeps that. `start`: index of the page numbered 1.
    `before`: keys of an earlier layout; what named its page there goes on to, so that it settles.
    """
    found: dict[str, Key] = {}
    begun: dict[str, tuple[int, int]] = {}
    noted: set[str] = set()
    for number, page in enumerate(pages, 1 - start):
        places = _keyed_lines(page, which_lines) if which_lines.every else {}
        for key, (first, last) in places.items():
            on, line = begun.setdefault(key, (number, first))
            end = str(last) if on == number else f"{number}.{last}"
            whole = f"{line}–{end}" if (on, line) != (number, last) else str(line)
            found[key] = replace(found.get(key, Key("")), line=whole)
        for key in _keys_at_foot(page) - noted:
            noted.add(key)
            if key in begun and (on := begun[key][0]) < number:
                found[key] = replace(found[key], page=str(on))
        for key in _beside_verses(page, found, before):
            found[key] = replace(found[key], on=str(begun[key][0]))
        rows = {line.number: line.boxes for line in lines(page)} if places else {}
        said_before = ""
        for key, again, poem, numbered in _repeated(page, found):
            if again:
                found[said_before] = replace(found[said_before], goes_on=True)
            said_before = key
            first, last = places.get(key, (0, 1))
            one = found.get(key, Key(""))
            alone = key in places and first == last and not (numbered or one.page)
            word = which(rows[first], key) if alone else ""
            found[key] = replace(one, again=again, same_poem=poem, which=word)
    return found


def _keyed_lines(page: Any, which_lines: Counted) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for line in filter(which_lines.has, lines(page)):
        for box in line.boxes:
            for key in filter(None, map(_key, box.descendants())):
                found[key] = found.get(key, (line.number, 0))[0], line.number
    return found


def _beside_verses(page: Any, found: Mapping[str, Key], before: Mapping[str, Key]) -> Iterator[str]:
    """The notes at the foot of a page that are found by a printed line, where verses of the page,
    or other notes, have numbers of their own: both would look alike.
    """
    notes = {note.get("data-key"): note.find("a/span") is not None for note in _at_foot(page)}
    found_by_line = [key for key, own in notes.items() if not own and key in found]
    named = any(notes.values()) or (bool(found_by_line) and has_own_numbers(page))
    for key in found_by_line:
        if found[key].line and (named or before.get(key, Key("")).on):
            yield key


def _repeated(page: Any, found: Mapping[str, Key]) -> Iterator[tuple[str, bool, bool, bool]]:
    """The notes at the foot of a page that have a key: whether the one before has the same, or is
    of the same poem, and whether the word that it is about is numbered in its verse or paragraph.
    """
    before: tuple[str, ...] | None = None
    for note in _at_foot(page):
        key, own = note.get("data-key"), note.findtext("a/span")
        if key not in found and own is None:
            before = None
            continue
        line, poem = note.find("a").get("data-line", ""), note.findtext("a/b") or ""
        said = f"{found[key].page}.{found[key].line}" if own is None else own
        here = note.get("data-band", "0"), poem, "verse" if own is not None else "line", said, line
        lemma = note.findtext(".//span[@class='lemma']") or ""
        same_poem = before is not None and poem != "" and before[:2] == here[:2]
        yield key, here == before, same_poem, own is not None or lemma[-1:] in _RAISED
        before = here


def _at_foot(page: Any) -> list[Any]:
    """The elements of the textual notes at the foot of a page."""
    areas = (one for one in page._page_box.children if type(one).__name__ == "FootnoteAreaBox")
    boxes = (box for area in areas for box in area.descendants() if "variant" in classes(box))
    return list(dict.fromkeys(box.element for box in boxes))


def _keys_at_foot(page: Any) -> set[str]:
    return {note.get("data-key") for note in _at_foot(page)}


def _key(box: Any) -> str | None:
    """The key of a place; the call of the note about it has the same, and is not the place."""
    if box.element is None or "::" in box.element_tag:
        return None
    key: str | None = box.element.get("data-key")
    return key


def key_sheet(found: Mapping[str, Key], ranges: str = "") -> str:
    """Style rules that print the line of each textual note before it, a line once, and behind the
    page of each place in the table of all.
    """
    return "\n".join(rule for name, key in found.items() for rule in _key_rules(name, key, ranges))


def _key_rules(name: str, key: Key, ranges: str) -> Iterator[str]:
    note = f'.footnote[data-key="{name}"] > .line-key'
    if key.again:
        # A line may end with it, and begins with the words behind it.
        yield f'{note}[href]::before {{ content: "‖"; font-weight: 400; }}'
        yield f'{note} {{ white-space: normal; padding: 0; }} {note}::after {{ content: " "; }}'
        yield f"{note} span, {note} b, {note} + .after-key {{ display: none; }}"
    elif key.same_poem:
        yield f"{note} b {{ display: none; }}"
    elif key.line:
        said = f"{key.on or key.page}.{followed(key.line, ranges)}".removeprefix(".")
        page = "attr(data-on) " * bool(key.on)
        yield f'{note}:not(.verse)::before {{ content: {page}"{said}"; }}'
    if key.goes_on:
        # As wide as what else stands behind a note that runs on (forms.py), but not broken.
        yield f'.footnote[data-key="{name}"] {{ --behind: "{6 * chr(0xA0)}"; }}'
    if key.which:
        yield f'{note}:not(.verse) ~ .lemma::after {{ content: "{key.which}"; }}'
    if key.line:
        yield f'.place[data-key="{name}"]::after {{ content: ".{key.line}"; }}'


def followed(line: str, ranges: str) -> str:
    """Return a range of lines as the edition writes it: 12–14, or 12 sqq."""
    first, dash, last = line.partition("–")
    if ranges != "sq" or not dash or not (first.isdecimal() and last.isdecimal()):
        return line
    return f"{first} {'sq.' if int(last) == int(first) + 1 else 'sqq.'}"


def names_lines(page: Any) -> bool:
    """Whether a textual note of a page is found by a line that is counted."""
    return any(note.find("a/span") is None for note in _at_foot(page))


def has_own_numbers(page: Any) -> bool:
    """Whether lines of verse on a page have their own numbers."""
    inside = page._page_box.children[0].descendants(placeholders=True)
    return any(NUMBER in classes(box) for box in inside)


def is_numbered_verse(line: Line) -> bool:
    """Whether a line of the page is of a verse with a number of its own that is not shown."""
    return any(one.element is not None and "data-verse" in one.element.attrib for one in line.boxes)


def is_prose(line: Line) -> bool:
    """Whether a line of the page is one of a paragraph: no verse, heading or name of a speaker."""
    return any(box.element_tag == "p" or "p" in classes(box) for box in line.boxes)


def source_pages(line: Line) -> list[str]:
    """The pages of the source that begin in a line, those that have a number."""
    marks = {
        id(box.element): box.element.get("data-n", "")
        for outer in line.boxes
        for box in outer.descendants()
        if PAGE_MARK in classes(box)
    }
    return [number for number in marks.values() if number]
