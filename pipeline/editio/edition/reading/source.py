"""The only reader: files of the edition to Documents, or to Diagnostics.

A Document is parsed once and carries its places: every element has `ed:at="line:column"`.
External entities are never opened (TEI Guidelines, chapter v; XML 1.0, section 4.4).
"""

import hashlib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition import names
from editio.edition.images.media import Media
from editio.edition.reading.files import UnreadableError, content, is_there
from editio.edition.reading.lines import in_utf8, split_lines, text_lines
from editio.edition.reading.prolog import alone, has_parameters, refused_entities
from editio.edition.reading.spelling import misspelt
from editio.edition.reading.stamps import is_plain, places, stamp, starts
from editio.edition.reading.tokens import Place, Source
from editio.edition.reading.trees import TREES, before, packed, unpacked
from editio.edition.reading.trees import parsed as as_read
from editio.edition.reading.wellformed import complaints, not_text, unusual
from editio.edition.reading.xinclude import INCLUDE, Including
from editio.edition.texts.titles import mark
from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
ED = "urn:editio:ns"
# What a title of the header is for its text (see titles.py).
ROLE = f"{{{ED}}}role"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
AT = f"{{{ED}}}at"
_CORPUS = f"{{{TEI}}}teiCorpus"


@dataclass(frozen=True)
class Document:
    """One well-formed XML file: `path` as shown to people, `id`, tree, stamped text, digest.

    `included`: the files that xi:include drew in, with their lines, `whole`: those of which it took
    the text; `told`: what was met in reading it; `altered`: a validator must be given a copy;
    `assembled`: because of an xi:include; `media`: its pictures and the files that it links to.
    What is large is kept deflated (reading/trees.py): the stamped text, and the file itself.
    """

    path: str
    id: str
    stamped: bytes
    digest: str = ""
    written: bytes = b""
    before: str = ""
    start: bytes = b""
    included: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    altered: bool = False
    assembled: bool = False
    media: tuple[Media, ...] = ()

    @property
    def root(self) -> etree._Element:
        """Return the tree. Asked for again later it may be another one, which is equal."""
        return TREES.tree(self.before, self.stamped)

    @property
    def top(self) -> etree._Element:
        """Return the root with its attributes alone, which needs no tree of the text."""
        return as_read(self.start)

    @property
    def xml(self) -> str:
        """Return the stamped text."""
        return unpacked(self.stamped).decode()

    @property
    def unplaced(self) -> str:
        """Return the text; places need not be in it."""
        return self.xml

    @property
    def data(self) -> bytes:
        """Return the file itself, to be attached."""
        return unpacked(self.written) if self.written else b""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the text as it stands in the file, for messages and for what a tree forgets."""
        return _split(self.written) if self.written else ()

    def at(self, element: etree._Element) -> tuple[int, int]:
        """Return line and column of an element in its file."""
        line, column = element.get(AT, "0:0").split(":")[:2]
        return int(line), int(column)

    def file(self, element: etree._Element) -> str:
        """Return the file in which an element stands: this one, or one that it includes."""
        at = element.get(AT, "")
        return (at.split(":", 2)[2] if at.count(":") > 1 else "") or self.path

    def rewritten(self, root: etree._Element, brief: bool = False, **changes: Any) -> "Document":
        """Return the text with a tree that was changed, and with the XML that it is now."""
        xml = packed(etree.tostring(root, encoding="utf-8", with_tail=False), brief)
        stands_before = before(root)
        TREES.hold(stands_before, xml, root)
        top = etree.Element(root.tag, nsmap=root.nsmap)  # type: ignore[arg-type]  # stubs lack None
        top.attrib.update(root.attrib)
        start = etree.tostring(top)
        return replace(self, stamped=xml, before=stands_before, start=start, **changes)

    def copied(self) -> etree._Element:
        """Return a tree of its own, to be changed, with what stands before the root."""
        return deepcopy(self.root.getroottree()).getroot()

    def lines_of(self, file: str) -> tuple[str, ...]:
        """Return the lines of this file or of one that it includes."""
        return self.included.get(file, self.lines)


@dataclass(frozen=True)
class Passing(Document):
    """A document that is looked at and not kept: its tree is held as it was parsed, and where a tag
    stands is found out when somebody asks.
    """

    tree: etree._Element = field(default_factory=lambda: etree.Element("none"))

    @property
    def root(self) -> etree._Element:
        """Return the tree."""
        return self.tree

    @property
    def top(self) -> etree._Element:
        """Return the root."""
        return self.tree

    @property
    def xml(self) -> str:
        """Return the stamped text."""
        stamp(self._places, AT)
        return self.unplaced

    @property
    def unplaced(self) -> str:
        """Return the text, with places where somebody asked for them."""
        return etree.tostring(self.tree, encoding="utf-8", with_tail=False).decode()

    @property
    def data(self) -> bytes:
        """Return the file itself."""
        return self.written

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Return the text as it stands in the file."""
        return split_lines(in_utf8(self.written), "utf-8")

    @cached_property
    def _places(self) -> dict[etree._Element, Place]:
        return places(self.tree, alone(in_utf8(self.written)), True)

    @cached_property
    def _source(self) -> Source:
        return Source(self.lines)

    @cached_property
    def _starts(self) -> dict[etree._Element, int]:
        """Return where in the text each element begins, if that can be seen in it."""
        elements, found = list(self.tree.iter(etree.Element)), starts(self._source.text)
        return dict(zip(elements, found, strict=True)) if len(elements) == len(found) else {}

    def at(self, element: etree._Element) -> tuple[int, int]:
        """Return line and column of an element."""
        if (start := self._starts.get(element)) is not None:
            return self._source.place(start)
        return self._places.get(element, (0, 0)) if not self._starts else (0, 0)

    def file(self, element: etree._Element) -> str:
        """Return the file in which all elements stand."""
        return self.path


@dataclass(frozen=True)
class _Written:
    """A file as it was written, and as it is parsed: in UTF-8, naming no other file."""

    data: bytes

    @cached_property
    def parsed(self) -> bytes:
        """Return the bytes that a parser is given."""
        return alone(in_utf8(self.data))

    @cached_property
    def is_plain(self) -> bool:
        """Whether its start tags are those that can be seen in it (see stamps.py)."""
        return is_plain(self.parsed)

    @property
    def is_altered(self) -> bool:
        """Whether a parser is given other bytes than stand in the file."""
        return self.parsed is not self.data


@lru_cache(maxsize=4)
def _split(kept: bytes) -> tuple[str, ...]:
    return split_lines(in_utf8(unpacked(kept)), "utf-8")


def read(
    file: Path, shown: str, stem: str = "", brief: bool = False
) -> Document | list[Diagnostic]:
    """Read and parse `file`, called `shown` in messages; a list of what is wrong instead. `stem` is
    by what name it goes where that of the file is not its own; `brief`: it will not be kept.
    """
    try:
        written = _Written(content(file))
    except UnreadableError as error:
        return [diagnostic("W002", shown, reason=str(error))]
    is_passing = brief and written.is_plain
    root = _parse(written, shown, stamped=not is_passing)
    if isinstance(root, list):
        return root
    if is_passing:
        if root.tag != _CORPUS and next(root.iter(INCLUDE), None) is None:
            return _passing(written, shown, stem or file.stem, root)
        stamp(places(root, written.parsed, True), AT)
    including = Including(_top(file, shown), marked)
    if next(root.iter(INCLUDE), None) is not None:
        including.put_together(root, shown)
    return _document(written, shown, stem or file.stem, root, including, brief)


def _top(file: Path, shown: str) -> Path:
    """Return the folder from which files are named: what it does not hold is not included."""
    parts = Path(shown).parts
    return file.parents[len(parts) - 1] if file.parts[-len(parts) :] == parts else file.parent


def marked(data: bytes, shown: str) -> etree._Element | list[Diagnostic]:
    """Return the root of XML that is no text, with its places (see `at`), or what is wrong."""
    return _parse(_Written(data), shown)


def at(element: etree._Element) -> tuple[int, int]:
    """Return line and column of an element of `marked` XML."""
    line, _, column = element.get(AT, "1:1").partition(":")
    return int(line), int(column)


def tree(file: Path) -> etree._Element | None:
    """Return the root of an XML file that is no text, such as a schema; nothing if unreadable."""
    found = tree_or_reason(file)
    return None if isinstance(found, str) else found


def tree_or_reason(file: Path) -> etree._Element | str:
    """Return the root of an XML file that is no text, or in words why it cannot be read."""
    try:
        written = _Written(content(file))
    except UnreadableError as error:
        return str(error)
    root = _parse(written, file.name, str(file), False)
    if isinstance(root, list):
        return f"{root[0].message} (line {root[0].line})" if root[0].line else root[0].message
    return root


def parsed(xml: str) -> etree._Element | None:
    """Return the root of XML that was made here; nothing if it is not well-formed."""
    try:
        return etree.fromstring(xml.encode())
    except etree.XMLSyntaxError:
        return None


def exists(path: Path) -> bool:
    """Whether there is a file or folder at a path."""
    return is_there(path)


def changed(file: Path) -> int:
    """Return when a file was last written, in nanoseconds; 0 where there is none."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def words(file: Path) -> str:
    """Return a file as text, or nothing where it cannot be read."""
    try:
        return "\n".join(text_lines(content(file)))
    except UnreadableError:
        return ""


def line(file: Path, number: int) -> str:
    """Return one line of a file as text, or nothing where it has none or cannot be read."""
    try:
        found = file.stat()
        lines = _lines(file, found.st_mtime_ns, found.st_size)
    except (OSError, ValueError, UnreadableError):
        return ""
    return lines[number - 1] if 0 < number <= len(lines) else ""


@lru_cache(maxsize=4)  # findings of one file follow each other
def _lines(file: Path, _time: int, _size: int) -> tuple[str, ...]:
    return text_lines(content(file))


def _parse(
    written: _Written, shown: str, base: str = "", stamped: bool = True
) -> etree._Element | list[Diagnostic]:
    """Parse a file and write on every element where its tag stands."""
    if not written.data.strip():
        return [diagnostic("W005", shown)]
    if strange := not_text(written.data, shown):
        return [strange]
    if refused := list(refused_entities(written.parsed, shown)):
        return refused
    try:
        root = etree.fromstring(written.parsed, _parser(written.parsed), base_url=base)
    except _WantedError as error:
        return [diagnostic("W003", shown, 1, 1, name=str(error))]
    except etree.XMLSyntaxError as error:
        return complaints(written.parsed, text_lines(written.data), shown, error)
    return (_stamped(root, written, shown) if stamped else []) or root


def _parser(data: bytes) -> etree.XMLParser:
    """Return a parser that opens no other file."""
    # Those that are internal alone: the parser then has no parameter entities either.
    kind: Any = True if has_parameters(data) else "internal"
    parser = etree.XMLParser(
        resolve_entities=kind,
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        remove_comments=False,
    )
    parser.resolvers.add(_Closed())
    return parser


class _WantedError(Exception):
    """An entity is another file."""


class _Closed(etree.Resolver):
    """Opens nothing."""

    def resolve(  # type: ignore[override]  # stubs lack the context
        self, system_url: str, public_id: str, context: object
    ) -> None:
        """Refuse a file."""
        raise _WantedError(system_url or public_id)


def _stamped(root: etree._Element, written: _Written, shown: str) -> list[Diagnostic]:
    """Write the place of its start tag on every element; return what is wrong with names."""
    found = places(root, written.parsed, written.is_plain)
    stamp(found, AT)
    return [] if written.is_plain else misspelt(found, shown)


def _passing(written: _Written, shown: str, stem: str, root: etree._Element) -> Passing:
    identity, data = _marked(root, stem), written.data
    digest, told = hashlib.sha256(data).hexdigest(), tuple(unusual(data, shown))
    altered = written.is_altered
    return Passing(shown, identity, b"", digest, data, told=told, altered=altered, tree=root)


def _marked(root: etree._Element, stem: str) -> str:
    """Write on a tree what its titles are and by which name it goes; return that."""
    identity = names.published(root.get(XML_ID), stem)
    root.set(f"{{{ED}}}id", identity)
    mark(root, ROLE)
    return identity


def _document(  # noqa: PLR0913, PLR0917  # all that a text is made of
    file: _Written, shown: str, stem: str, root: etree._Element, including: Including, brief: bool
) -> Document:
    others, data = including.files, file.data
    made = Document(
        shown,
        _marked(root, stem),
        b"",
        hashlib.sha256(b"".join([data, *others.values()])).hexdigest(),
        packed(data, brief),
        included={name: text_lines(part) for name, part in others.items()},
        whole=tuple(sorted(including.whole)),
        told=(*including.found, *unusual(data, shown)),
        altered=including.assembled or file.is_altered,
        assembled=including.assembled,
    )
    return made.rewritten(root, brief)
