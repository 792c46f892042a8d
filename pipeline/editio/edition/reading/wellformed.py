"""What the XML parser complains of, as Diagnostics that an editor can act on (code W001).

Turns libxml2's log into words; leaves reading and parsing to source.py. Faults that do not hang
together are all told, those that follow from another one are not.
"""

import codecs
import re
from collections.abc import Iterator, Sequence

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.reading.lines import encoding
from editio.edition.reading.nesting import faults
from lxml import etree

# What the parser says -> what is wrong, what to do; {0}, {1} … are the groups of the pattern.
_WORDS = {
    r"tag mismatch: (\S+) line (\d+) and (\S+)": (
        "</{2}> stands where <{0}> on line {1} is still open",
        "Close it first with </{0}>, or mend the name of one of the two tags.",
    ),
    r"XML declaration allowed only": (
        "something stands before the XML declaration",
        "Make <?xml the first characters of the file; delete empty lines and spaces before it.",
    ),
    r"Start tag expected": (
        "the file does not begin with a tag",
        "Look whether it is XML; a text from a word processor has to be exported as TEI first.",
    ),
    r"Unsupported encoding: (\S+)": (
        "the encoding “{0}” is not known",
        'Save the file as UTF-8 and write <?xml version="1.0" encoding="UTF-8"?>.',
    ),
    r"xmlParseEntityRef|EntityRef": (
        "an unescaped ampersand",
        "Write &amp; for the character &.",
    ),
    r"Entity '(\S+)' not defined": (
        "the entity &{0}; is not defined",
        "Write the character itself in place of &{0};.",
    ),
    r"Attribute references external entity '(\S+)'": (
        "the entity &{0}; is another file, which no value of an attribute can be",
        "Write the value itself in place of &{0};.",
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
        "an unescaped <",
        "Write &lt; for the character <.",
    ),
    r"invalid Char value|Invalid character|xmlParseCharRef": (
        "a character that XML does not allow",
        "Delete it; it is a control character that came in by copying or from a word processor.",
    ),
    r"Double hyphen": ("two hyphens inside a comment", "Write – or - - in place of --."),
    r"Premature end of data in tag (\S+) line (\d+)": (
        "the file ends while <{0}> on line {1} is open",
        "Close it, or look whether the end of the file was cut off.",
    ),
    r"Extra content": (
        "something follows the end of the root element",
        "Delete it, or look for an end tag that comes too early.",
    ),
    r"not proper UTF-8|Invalid bytes|encoding": (
        "bytes that are not valid in the declared encoding",
        "Save the file as UTF-8, or name its encoding in the XML declaration.",
    ),
}
# What the parser refuses to read although it is well-formed -> what that is (code W009).
_LIMITS = {
    r"Excessive depth in document: (\d+)": "elements are nested more than {0} deep",
    r"Text node too long": "one stretch of text is longer than 10 MB",
    r"Buffer size limit": "one tag with its attributes is longer than 10 MB",
    r"Name too long": "a name is longer than 50,000 characters",
    r"too big found": "a comment, an instruction or a CDATA section is longer than 10 MB",
}
# How files begin that are not XML -> what they are.
_STRANGE = {
    b"PK\x03\x04": "a ZIP archive, such as a document of a word processor or an EPUB",
    b"\xd0\xcf\x11\xe0": "a document of an old word processor",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a document of a word processor (RTF)",
    b"\x4c\x6f\xa7\x94": "in EBCDIC, the encoding of old mainframes",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
# Faults of one place, after which the parser goes on soundly.
_LOCAL = frozenset({
    "ERR_NAME_REQUIRED", "ERR_ENTITYREF_SEMICOL_MISSING", "ERR_UNDECLARED_ENTITY",
    "ERR_ATTRIBUTE_REDEFINED", "NS_ERR_UNDEFINED_NAMESPACE", "ERR_LT_IN_ATTRIBUTE",
    "ERR_INVALID_CHAR", "ERR_HYPHEN_IN_COMMENT",
})  # fmt: skip

_WIDE = frozenset({"utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"})
# ISO-8859-1 and Windows-1252 are old, and read by every program all the same.
_COMMON = _WIDE | {"utf-8", "ascii", "iso8859-1", "cp1252"}
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


def not_text(data: bytes, shown: str) -> Diagnostic | None:
    """Tell a file that is no XML at all by how it begins."""
    what = next((words for start, words in _STRANGE.items() if data.startswith(start)), "")
    if not what and b"\0" in data[:200] and encoding(data) not in _WIDE:
        what = "binary: it holds bytes that stand for no character"
    if said := "" if what else _denied(data):
        reason = f"the file says that it is in {said}, and is in another encoding"
        advice = "Correct the XML declaration: it names the encoding in which the file is saved."
        return diagnostic("W001", shown, 1, 1, reason=reason, advice=advice)
    if not what:
        return None
    advice = "Export it as TEI, in UTF-8; if it is no text, move it out of this folder."
    return diagnostic("W001", shown, 1, 1, reason=f"the file is {what}", advice=advice)


def _denied(data: bytes) -> str:
    """Return the encoding that a declaration names, if it could not be read in it itself."""
    name, start = encoding(data), b"<?xml "
    try:
        return "" if not data.startswith(start) or start.decode(name) == "<?xml " else name
    except UnicodeError:
        return name
    except LookupError:  # that it is not known is told by the parser
        return ""


def unusual(data: bytes, shown: str) -> Iterator[Diagnostic]:
    """W008: the file is in an encoding that programs need not know (XML 1.0, 4.3.3)."""
    name = encoding(data)
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = name
    if known not in _COMMON:
        yield diagnostic("W008", shown, 1, 1, name=name)


def _start(lines: Sequence[str], entry: etree._LogEntry) -> int:
    """Return the column where the faulty tag or entity begins; the parser gives where it ends."""
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
    for pattern, what in _LIMITS.items():
        if match := re.search(pattern, reason):
            reason = what.format(*match.groups())
            return diagnostic("W009", shown, line or 1, column or 1, reason=reason)
    advice = "Correct the markup here; the error may have begun some lines above."
    for pattern, (what, todo) in _WORDS.items():
        if match := re.search(pattern, reason):
            reason, advice = what.format(*match.groups()), todo.format(*match.groups())
            break
    return diagnostic("W001", shown, line or 1, column or 1, reason=reason, advice=advice)
