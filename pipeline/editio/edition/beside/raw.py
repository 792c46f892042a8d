"""HTML in Markdown, by its tokens: a comment is left out, a few elements without attributes mean
what TEI can say, too; every other tag stands as it is typed, and is told (C030).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from editio.diagnostics.origins import line_and_column

# Elements that are read, and what they become.
READ = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sub": "sub", "sup": "sup",
        "u": "u", "s": "s", "del": "s"}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-z]+)\s*(/?)>", re.I)
_COMMENTS = re.compile(r"<!--.*?-->(?:\s*<!--.*?-->)*", re.DOTALL)
_UNCLOSED = re.compile(r"(?<!\\)<!--(?!.*-->)", re.DOTALL)
_NAME = re.compile(r"</?([a-z][\w-]*)", re.I)
_INSTEAD = {
    "a": "Write a link as [words](address).",
    "img": "Write a picture as ![what it shows](file).",
    **dict.fromkeys(("p", "div"), "A line that is left empty parts paragraphs."),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "Write a heading as ## and its words."),
    **dict.fromkeys(("ul", "ol", "li"), "Begin each item with - or 1. on a line of its own."),
    **dict.fromkeys(("dl", "dt", "dd"), "Write the term on one line, : and what it is below."),
    **dict.fromkeys(("table", "tr", "td", "th"), "Write a row on one line, cells parted by |."),
    "blockquote": "Begin each line of a quotation with >.",
    "hr": "Write *** on a line of its own.",
    "code": "Put what is code between ` and `.",
    "pre": "Put lines of code between ``` and ```.",
}
_OTHERWISE = (
    "Say it in Markdown, or make the page one in TEI; between ` and ` it is shown as an example."
)


def added(reader: Any) -> Any:
    """Add the reading of comments and tags to a reader of Markdown, before ids are made."""
    alike = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    reader.block.ruler.before("table", "comment", _comment, alike)
    reader.core.ruler.push("tags", _tags)
    return reader.disable("html_block")


def _comment(state: Any, start: int, end: int, silent: bool) -> bool:
    """Pass over comments that begin a line; what stands behind them is read on."""
    at = state.bMarks[start] + state.tShift[start]
    found = None if state.is_code_block(start) else _COMMENTS.match(state.src, at)
    last = next((n for n in range(start, end) if found and found.end() <= state.eMarks[n]), end)
    if not found or last == end:
        return False
    behind = state.src[found.end() : state.eMarks[last]]
    if behind.strip() and last == start:  # within a line they are left out as tags are read
        return False
    if not silent:
        state.line = last if behind.strip() else last + 1
        state.bMarks[last] = found.end()
        state.tShift[last] = len(behind) - len(behind.lstrip())
    return True


def _tags(state: Any) -> None:
    """Read the tags of all words; those that stand as they are typed are kept, with their line."""
    left: list[tuple[int, str, int]] = state.env.setdefault("tags", [])
    for block in state.tokens:
        if block.type == "inline" and block.children:
            line = (block.map or [0])[0]
            left += [(line, tag, before) for tag, before in _settled(block.children)]
            left += [(line, "<!--", before) for before in _unclosed(block)]


def _settled(tokens: list[Any]) -> Iterator[tuple[str, int]]:
    """Make what is meant of the tags in a line of tokens; yield those that stand as typed, each
    with how many like it stand before it.
    """
    pairs = _paired(tokens)
    seen: Counter[str] = Counter()
    _uncommented(tokens)
    for token in tokens:
        if token.type == "image":
            yield from _settled(token.children)
        if token.type != "html_inline":
            continue
        tag = _TAG.fullmatch(token.content)
        if tag and tag[2].lower() == "br":
            token.type, token.tag = "hardbreak", "br"
        elif tag and id(token) in pairs:
            token.tag, token.nesting = READ[tag[2].lower()], -1 if tag[1] else 1
            token.type, token.content = f"html_{token.tag}", ""
        else:
            token.type = "text"
            yield token.content, seen[token.content]
        seen[token.content] += 1


def _unclosed(block: Any) -> Iterator[int]:
    """Yield how many begin before a comment that is not closed; one with a stroke before it, or in
    code, is none.
    """
    if any(one.type == "text" and "<!--" in one.content for one in block.children):
        for one in _UNCLOSED.finditer(block.content):
            yield block.content[: one.start()].count("<!--")


def _uncommented(tokens: list[Any]) -> None:
    """Take comments out, and blanks that would stand twice, first or last for it."""
    left: list[Any] = []
    after = False
    for token in tokens:
        if token.type == "html_inline" and token.content.startswith("<!--"):
            after = True
            continue
        if after and token.type == "text" and (not left or left[-1].content.endswith(" ")):
            token.content = token.content.lstrip()
            if not token.content:
                continue
        after = False
        left.append(token)
    if after and left and left[-1].type == "text":
        left[-1].content = left[-1].content.rstrip()
    tokens[:] = left


def _paired(tokens: list[Any]) -> set[int]:
    """Return the id() of each tag that has its partner: <em> and </em>, say. Both stand within the
    same piece of Markdown, such as a link, and their element is one of READ.
    """
    pairs: set[int] = set()
    # Names of elements that are open, "" for a piece of Markdown; the id() of what opened each.
    opened: list[tuple[str, int]] = []
    for token in tokens:
        tag = _TAG.fullmatch(token.content) if token.type == "html_inline" else None
        name, closes = (tag[2].lower(), bool(tag[1])) if tag else ("", False)
        if token.nesting == 1:
            opened.append(("", id(token)))
        elif token.nesting == -1:
            while opened.pop()[0]:  # tags that were opened in this piece and never closed
                pass
        elif tag and name in READ and not closes and not tag[3]:  # <em>; not </em> nor <em/>
            opened.append((name, id(token)))
        elif closes and opened and opened[-1][0] == name:
            pairs |= {opened.pop()[1], id(token)}
    return pairs


def placed(words: str, left: Iterable[tuple[int, str, int]]) -> Iterator[tuple[str, int, int]]:
    """Yield each tag that stands as it is typed, with its line and column in the words."""
    lines = words.splitlines(keepends=True)
    for line, tag, before in left:
        at = sum(map(len, lines[:line])) - 1
        for _ in range(before + 1):
            at = words.find(tag, at + 1)
        if at > 0 and words[at - 1] == "\\":
            continue
        yield tag, *(line_and_column(words, at) if at >= 0 else (line + 1, 1))


def tag_name(tag: str) -> str:
    """Return the name of the element of a tag."""
    name = _NAME.match(tag)
    return name[1].lower() if name else tag[:2]


def instead(tag: str) -> str:
    """Return what may be written in place of a tag."""
    if tag == "<!--":
        return "Close the comment: -->."
    return _INSTEAD.get(tag_name(tag), _OTHERWISE)
