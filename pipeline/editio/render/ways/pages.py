"""How pages are read for their words, without the signs that formats add: HTML and plain text."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from editio.edition.blanks import NO_XML
from editio.model.content import names
from editio.model.words import Element, Walk, Way, name_of, walked
from lxml import etree

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
# What is read by what stands around it.
_BY_THEMSELVES = names("br img")
_SOON = 20  # lines, of which some may have no number of their own in what is read
# A numbered line, also within a word, as in an inscription, where the word may be lost in part.
_LINE = re.compile(
    r"\]?(?<! )-\n(?P<within>\d+\S?) (?:\[(?!\w+\.? \w*\d\w*\]))?(?=(?:[{⟨⟦⸢]|\((?!vac))*\w)"
    r"|\n(?P<number>\S*[^\s\]-])(?: |(?=\n))"
)
# Before words that were added beside the text: ‹margin: so›.
_PLACED = re.compile(r"‹[^‹›:]{1,80}:\s(?=\W*(?P<word>\w+))")


def hypertext(notes: Iterable[str]) -> Way:
    """Return how a page is read that has these notes: without calls, buttons and menus."""
    known = frozenset(notes)

    def flow(element: Element) -> str | None:
        key = f"note {element.get('id')}"
        return key if key in known else None

    return Way(_parted, flow, instead=_described)


def steps(page: Element, notes: Iterable[str]) -> Walk:
    """Return the steps through a page that has these notes."""
    known = frozenset(one.removeprefix("note ") for one in notes)

    def kin(element: Element) -> Hashable:
        get = element.get
        alone = element.tag in _BY_THEMSELVES or get("id") in known
        return None if alone else (element.tag, get("class"), get("role"))

    return walked(page, kin=kin, shut=_skipped)


def _skipped(element: Element) -> bool:
    return (
        name_of(element) in _CHROME
        or _is_linked(element)
        or element.get("role") in {"doc-noteref", "doc-backlink", "doc-pagebreak"}
        or not _SET_APART.isdisjoint((element.get("class") or "").split())
    )


def _is_linked(element: Element) -> bool:
    """Whether this is a picture of a server, which pages show in the place of what describes it."""
    parent = element.getparent()
    is_link = parent is not None and "graphic" in (parent.get("class") or "").split()
    return is_link and name_of(element) == "img"


def _described(element: Element) -> str:
    """Return the words that stand for a picture elsewhere: without any, its address."""
    return (element.get("alt") or element.get("src") or "") if _is_linked(element) else ""


def _parted(element: Element) -> bool:
    """Whether an element of a page parts words: the end of a line within a word does not."""
    before = element.getprevious()
    if name_of(element) == "br" and before is not None and before.get("class") == "divides":
        return False
    return name_of(element) in _BLOCKS or not _EMPTY.isdisjoint(
        (element.get("class") or "").split()
    )


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
    text = page.decode()
    if NO_XML.search("".join(set(text))):
        text = NO_XML.sub(" ", text)
    text = text.replace("{stet}", "").replace("(?)", "")
    text = _without_numbers(_unplaced(text, signs.added), signs.lines)
    # "[margin: 3.]" stands in its place and is no part of the word before or after it; a note in it
    # or a page that begins there has brackets, too.
    text = re.sub(r"\[(\w[\w ]*: (?:[^\[\]]++|\[[^\[\]]*+\])*+)\]", r" [\1] ", text)
    root = etree.Element("page")
    root.text = _without_calls(text, signs.calls) if signs.calls - {""} else text
    return root


def _without_numbers(text: str, lines: tuple[str, ...]) -> str:
    """Return a text without the numbers that stand before its lines, in this order."""
    if not lines and "-\n" not in text:
        return text
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
    # The bracket is looked for first: a regular expression that begins with it is quick.
    text = re.sub(
        r"\[(?<=\w\[)([^\[\]]+)\](?=[\[\]⟦⟧⸢⸣⟨⟩{}\\/]+\w)",
        lambda it: "" if it[1] in calls else it[0],
        text,
    )
    text = re.sub(r"\[(?<=\S\[)\[*([^\[\]]+)\]+(?!\w)", called, text)
    # A call before a word, as at the beginning of a line; letters there are told by their name,
    # as they may be supplied ones, and so are figures before others ([1]860) elsewhere.
    text = re.sub(r"\[(?<!\w\[)(\d+|[a-z])\](?=[^\W\d])|\[(?m:(?<=^\[))(\d+)\](?=\d)", called, text)
    # Between two letters it parts no word.
    return re.sub(r"\[(?<=\w\[)(\d+)\](?=\w)", lambda it: "" if it[1] in calls else it[0], text)


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
