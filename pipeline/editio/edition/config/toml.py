"""An edition.toml that is no TOML: what the parser says, for people who do not know TOML."""

import re

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.markdown import NoTextError
from editio.edition.config.settings import FILE

# What the parser says -> what is wrong, what to do.
_WORDS = {
    r"Cannot overwrite a value": (
        "this setting stands here for the second time",
        "Keep one of the two.",
    ),
    r"Cannot declare": (
        "this table begins here for the second time",
        "Put all settings of a table below one line in square brackets.",
    ),
    r"Invalid value": (
        "a value that is no text, number, list or table",
        'Put straight quotation marks around words: title = "Letters".',
    ),
    r"Expected newline or end of document": (
        "something follows a value on its line",
        "Put one setting on a line, and each of its words inside the quotation marks.",
    ),
    r"Expected '='": (
        "a name without a value",
        'Write name = value, as in title = "Letters".',
    ),
    r"Unclosed array": (
        "a list that does not end, or lacks a comma",
        "End it with ], and put a comma between its parts.",
    ),
    r"Unclosed inline table": (
        "a table that does not end, or lacks a comma",
        "End it with }, and put a comma between its settings.",
    ),
    r"Illegal character|Expected .'.|Unterminated string": (
        "a text that does not end on its line",
        "Put a quotation mark at its end; a text of several lines stands between three of them.",
    ),
    r"Unescaped|Invalid hex": (
        "a backslash in a text",
        "Write / for \\ in names of files, else \\\\.",
    ),
    r"Expected ']'": (
        "the name of a table that does not end",
        "End it with ], as in [site].",
    ),
    r"Invalid statement": (
        "a line that is no setting",
        "Put # before a remark, and [ ] around the name of a table.",
    ),
}
_USUAL = "Correct the line; `editio help settings` lists every setting."
_CURLY = re.compile("[“”„«»‘’]")


def faulty(error: Exception, source: str) -> Diagnostic:
    """C002: what is wrong with the file, where, and what to do."""
    place = re.search(r"line (\d+), column (\d+)", str(error))
    lines = source.splitlines()
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    if "end of document" in str(error) and not place:
        line, column = max(len(lines), 1), len(lines[-1]) + 1 if lines else 1
    deep = isinstance(error, RecursionError)
    said = "it is nested too deeply" if deep else re.sub(r" \(at .*\)$", "", str(error))
    pairs = (words for pattern, words in _WORDS.items() if re.match(pattern, said))
    reason, advice = next(pairs, (said, _USUAL))
    if line <= len(lines) and _CURLY.search(lines[line - 1][column - 1 : column]):
        advice = 'Put straight quotation marks (") around words, not curly ones.'
    return diagnostic("C002", FILE, line, column, reason=reason, advice=advice)


def no_text(error: NoTextError) -> Diagnostic:
    """C002: the file is not UTF-8, or has a character that no text has."""
    return diagnostic("C002", FILE, *error.place, reason=error.reason, advice=_USUAL)
