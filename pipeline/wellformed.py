"""What the XML parser complains of, as Diagnostics that an editor can act on (code W001).

Turns libxml2's log into words; leaves reading and parsing to source.py. Faults that do not hang
together are all told, those that follow from another one are not.
"""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.nesting import faults

# What the parser says -> what is wrong, what to do; {0}, {1} … are the groups of the pattern.
_WORDS = {
    r"tag mismatch: (\S+) line (\d+) and (\S+)": (
        "</{2}> stands where <{0}> of line {1} is still open",
        "Close it first with </{0}>, or mend the name of one of the two tags.",
    ),
    r"XML declaration allowed only": (
        "something stands before the XML declaration",
        "Let the file begin with <?xml; delete empty lines and spaces before it.",
    ),
    r"Start tag expected": (
        "the file does not begin with a tag",
        "Look whether it is XML; a text from a word processor has to be exported as TEI first.",
    ),
    r"Unsupported encoding: (\S+)": (
        "no program knows the encoding “{0}”",
        'Save the file as UTF-8 and write <?xml version="1.0" encoding="UTF-8"?>.',
    ),
    r"xmlParseEntityRef|EntityRef": (
        "an ampersand that begins no entity",
        "Write &amp; for the character &.",
    ),
    r"Entity '(\S+)' not defined": (
        "the entity &{0}; is not defined",
        "Write the character itself in place of &{0};.",
    ),
    r"Attribute (\S+) redefined": (
        "the attribute {0} is given twice",
        "Keep one of the two {0} attributes.",
    ),
    r"Namespace prefix (\S+)": (
        "the prefix {0}: is not declared",
        'Declare it: xmlns:{0}="…" on the root element.',
    ),
    r"AttValue|attributes construct error|Specification mandates value": (
        "a value of an attribute without quotation marks",
        "Put quotation marks around the value of the attribute, and a space before its name.",
    ),
    r"Unescaped '<'": (
        "< in the value of an attribute",
        "Write &lt;, or put the quotation mark that is missing before it.",
    ),
    r"StartTag: invalid element name": (
        "< that begins no tag",
        "Write &lt; for the character <.",
    ),
    r"invalid Char value|Invalid character|xmlParseCharRef": (
        "a character that XML does not allow",
        "Delete it; it is a control character that came in by copying or from a word processor.",
    ),
    r"Double hyphen": ("two hyphens inside a comment", "Write – or - - in place of --."),
    r"Premature end of data in tag (\S+) line (\d+)": (
        "the file ends while <{0}> of line {1} is open",
        "Close it, or look whether the end of the file was cut off.",
    ),
    r"Extra content": (
        "something follows the end of the root element",
        "Delete it, or look for an end tag that comes too early.",
    ),
    r"not proper UTF-8|Invalid bytes|encoding": (
        "bytes that are not in the encoding of the file",
        "Save the file as UTF-8, or name its encoding in the XML declaration.",
    ),
}
# Faults of one place, after which the parser goes on soundly.
_LOCAL = frozenset({
    "ERR_NAME_REQUIRED", "ERR_ENTITYREF_SEMICOL_MISSING", "ERR_UNDECLARED_ENTITY",
    "ERR_ATTRIBUTE_REDEFINED", "NS_ERR_UNDEFINED_NAMESPACE", "ERR_LT_IN_ATTRIBUTE",
    "ERR_INVALID_CHAR", "ERR_HYPHEN_IN_COMMENT",
})  # fmt: skip

_NESTING = frozenset({"ERR_TAG_NAME_MISMATCH", "ERR_TAG_NOT_FINISHED"})

_EXACT = frozenset({
    "ERR_INVALID_CHAR", "ERR_INVALID_ENCODING", "ERR_HYPHEN_IN_COMMENT", "ERR_DOCUMENT_END",
})  # fmt: skip


def complaints(
    data: bytes, lines: Sequence[str], shown: str, first: etree.XMLSyntaxError
) -> list[Diagnostic]:
    """Tell every fault that stands on its own; the first one if the log is of no use."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        first = error
    log = list(parser.error_log)
    nested = list(faults(lines)) if any(one.type_name in _NESTING for one in log) else []
    found = [
        _told(entry.message, shown, entry.line, _start(lines, entry))
        for entry in _independent(log)
        if not (nested and entry.type_name in _NESTING)
    ]
    for one in nested:
        found.append(diagnostic("W001", shown, *one.place, reason=one.reason, advice=one.advice))
    return found or [_told(first.msg or "no document", shown, first.lineno, first.offset)]


def _start(lines: Sequence[str], entry: etree._LogEntry) -> int:
    """Give the column where the faulty tag or entity begins; the parser gives where it ends."""
    sign = "&" if "entity" in entry.message.lower() else "<"
    column = int(entry.column)
    if entry.type_name in _EXACT or not 0 < entry.line <= len(lines):
        return column
    before = lines[entry.line - 1][:column]
    at = before.rfind(sign, 0, max(0, len(before) - 1))
    return column if at < 0 else at + 1


def _independent(log: list[etree._LogEntry]) -> Iterator[etree._LogEntry]:
    """Local faults, one a place, and the first fault of structure."""
    places = set()
    broken = False
    for entry in log:
        local = entry.type_name in _LOCAL
        if "_WAR_" in f"_{entry.type_name}" or (entry.line, entry.column) in places:
            continue
        if local or not broken:
            yield entry
        broken = broken or not local
        places.add((entry.line, entry.column))


def _told(said: str, shown: str, line: int | None, column: int | None) -> Diagnostic:
    reason = re.sub(r", line \d+, column \d+.*$", "", said).strip()
    advice = "Mend the markup here; the error may have begun some lines above."
    for pattern, (what, todo) in _WORDS.items():
        if match := re.search(pattern, reason):
            reason, advice = what.format(*match.groups()), todo.format(*match.groups())
            break
    return diagnostic("W001", shown, line or 1, column or 1, reason=reason, advice=advice)
