"""The only reader: files of the edition to Documents, or to Diagnostics.

A Document is parsed once and carries its places: every element has `ed:at="line:column"`.
External entities are never opened (TEI Guidelines, chapter v; XML 1.0, section 4.4).
"""

import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.lines import split_lines, text_lines
from pipeline.wellformed import complaints

TEI = "http://www.tei-c.org/ns/1.0"
ED = "urn:editio:ns"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# The address of a DTD outside the file.
_EXTERNAL = re.compile(
    rb"""(?<=<!DOCTYPE)(\s+[^\s\[>]+)(\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))"""
    rb"""\s+(?:"[^"]*"|'[^']*'))"""
)


@dataclass(frozen=True)
class Document:
    """One well-formed XML file: `path` as shown to people, `id`, tree, stamped text, digest.

    `lines` is the text as it stands in the file, for messages and for what a tree forgets, `data`
    the file itself, to be attached.
    """

    path: str
    id: str
    root: etree._Element
    xml: str
    digest: str
    lines: tuple[str, ...] = ()
    data: bytes = b""

    def at(self, element: etree._Element) -> tuple[int, int]:
        """Give line and column of an element of this document."""
        line, _, column = element.get(f"{{{ED}}}at", "0:0").partition(":")
        return int(line), int(column)


def read(file: Path, shown: str) -> Document | list[Diagnostic]:
    """Read and parse `file`, called `shown` in messages; a list of what is wrong instead."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return [diagnostic("W002", shown, reason=error.strerror or str(error))]
    if not data.strip():
        return [diagnostic("W005", shown)]
    refused = list(_refused_entities(data, shown))
    return refused or _parse(data, shown, file.stem)


def tree(file: Path) -> etree._Element | None:
    """Give the root of an XML file that is no text, such as a schema; nothing if unreadable."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    try:
        return etree.parse(str(file), parser).getroot()
    except (OSError, etree.XMLSyntaxError):
        return None


def parsed(xml: str) -> etree._Element | None:
    """Give the root of XML that was made here; nothing if it is not well-formed."""
    try:
        return etree.fromstring(xml.encode())
    except etree.XMLSyntaxError:
        return None


@contextmanager
def without_doctype(files: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """Give copies that name no external DTD, which a validator would fetch; places stay.

    What is taken out is replaced by blanks of the same length.
    """
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for number, file in enumerate(files):
            copy = Path(folder) / f"{number}.xml"
            copy.write_bytes(_EXTERNAL.sub(_blank, file.read_bytes(), count=1))
            copies[file] = copy
        yield copies


def _blank(match: re.Match[bytes]) -> bytes:
    return match[1] + re.sub(rb"[^\r\n]", b" ", match[2])


def exists(path: Path) -> bool:
    """Whether there is a file or folder at a path."""
    return path.exists()


def line(file: Path, number: int) -> str:
    """Give one line of a file as text, or nothing where it has none or cannot be read."""
    try:
        lines = text_lines(file.read_bytes())
    except OSError:
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _parse(data: bytes, shown: str, stem: str) -> Document | list[Diagnostic]:
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # stubs know bool
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        remove_comments=False,
    )
    try:
        # libxml2 opens the external DTD to expand entities; what it would say there is not ours.
        root = etree.fromstring(own := _EXTERNAL.sub(_blank, data, count=1), parser)
    except etree.XMLSyntaxError as error:
        return complaints(own, text_lines(data), shown, error)
    identity = root.get(XML_ID) or re.sub(r"[^\w.-]+", "-", stem)
    _stamp(root, data)
    root.set(f"{{{ED}}}id", identity)
    xml = etree.tostring(root, encoding="unicode", with_tail=False)
    lines = split_lines(data, root.getroottree().docinfo.encoding or "utf-8")
    return Document(shown, identity, root, xml, hashlib.sha256(data).hexdigest(), lines, data)


def _stamp(root: etree._Element, data: bytes) -> None:
    """Write the place of its start tag on every element."""
    places = _places(data)
    for element in root.iter(etree.Element):
        line_number, column = next(places, (element.sourceline or 1, 1))
        element.set(f"{{{ED}}}at", f"{line_number}:{column}")


def _places(data: bytes) -> Iterator[tuple[int, int]]:
    """Give line and column (from 1, in characters) of every start tag, in document order."""
    found: list[tuple[int, int]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: found.append(
        (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    )
    try:
        parser.Parse(data, True)
    except expat.ExpatError:  # an encoding that expat lacks: lines come from lxml
        return iter(())
    return iter(found)


# A reference to another entity in the text of one; the five of XML itself are harmless.
_REFERENCE = re.compile(r"&(?!#|(?:lt|gt|amp|quot|apos);)")


def _refused_entities(data: bytes, shown: str) -> Iterator[Diagnostic]:
    """Find external entities, and internal ones that are built from others."""
    if b"<!ENTITY" not in data.replace(b"\0", b""):  # nor in UTF-16
        return
    found: list[Diagnostic] = []
    parser = expat.ParserCreate()

    def declared(name: str, is_parameter: bool, value: str | None, *_: str | None) -> None:
        place = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        if value is None:
            found.append(diagnostic("W003", shown, *place, name=name))
        elif is_parameter or _REFERENCE.search(value):
            found.append(diagnostic("W004", shown, *place))

    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if "amplification" in str(error):
            found.append(diagnostic("W004", shown, error.lineno, error.offset + 1))
    yield from found
