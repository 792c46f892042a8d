"""SaxonC-HE in this process: stylesheets compiled once, transforms without side effects.

Turns nodes and parameters into values and messages. Knows nothing of TEI, files or formats.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeAlias

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

try:
    import resource
except ImportError:  # of Unix alone
    resource = None  # type: ignore[assignment]

Node: TypeAlias = PyXdmNode
EDITIO = "urn:editio:ns"
# Names of stylesheets, and the texts that are compiled in their place.
Others: TypeAlias = tuple[tuple[str, str], ...]
_USING = """<xsl:package xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0"
    name="using" package-version="1"><xsl:use-package name="urn:editio:{}"/></xsl:package>"""

_FEATURE = "http://saxon.sf.net/feature/"
_PARSER_LIMIT = f"{_FEATURE}parserProperty?uri=http%3A//www.oracle.com/xml/jaxp/properties/"
_NO_EXTERNAL = (
    "external-general-entities",
    "external-parameter-entities",
)
_RAISED = (
    "maxGeneralEntitySizeLimit",
    "totalEntitySizeLimit",
    "elementAttributeLimit",
    "maxElementDepth",
    "maxXMLNameLimit",
)


# How Saxon says that a stylesheet ended itself: where, and not why; it folds long lines.
_TERMINATED = re.compile(r"\s+by\s+xsl:message\s+at\s+line\s+\d+\s+in\s+\S*")


# How many addresses SaxonC reserves, in bytes, of which it uses few.
_ADDRESSES = 32 << 30


class TransformError(Exception):
    """A stylesheet failed: a fault of ours, never of the edition's TEI.

    `sheet`: the text that was compiled, where it is one of the edition's own.
    """

    def __init__(self, words: str, sheet: str = "") -> None:
        super().__init__(words)
        self.sheet = sheet


@dataclass(frozen=True)
class Message:
    """One `ed:diagnostic` of a stylesheet: its code, what it is about, `line:column`.

    `file`: the one in which that stands, where it is included by the text.
    """

    code: str
    subject: str
    line: int
    column: int
    file: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a transform gave: the raw XDM value and the messages it sent."""

    value: Any
    messages: tuple[Message, ...]


def _refuse_few_addresses() -> None:
    """Raise MemoryError where a limit of the shell leaves too few addresses: SaxonC reserves that
    many as it begins, and ends the whole process where it cannot.
    """
    if resource is not None and resource.getrlimit(resource.RLIMIT_AS)[0] in range(_ADDRESSES):
        raise MemoryError


class _House:
    """One processor, with stylesheets of ours that it has compiled and packages of ours that it
    knows; it can open no file or address any more.
    """

    def __init__(self, folder: Path, names: Sequence[str], known: Sequence[str]) -> None:
        _refuse_few_addresses()
        self.processor = PySaxonProcessor(config_file=str(folder / "packages.xml"))
        for name in _NO_EXTERNAL:
            self._configure(
                f"{_FEATURE}parserFeature?uri=http%3A//xml.org/sax/features/{name}", "false"
            )
        for name in _RAISED:
            self._configure(_PARSER_LIMIT + name, "0")
        self.compiled = {
            name: self.compile(f"{name}.xsl", stylesheet_file=str(folder / f"{name}.xsl"))
            for name in names
        }
        self._folder, self._known = folder, frozenset(known)
        for name in known:
            self.compile(name, stylesheet_text=_USING.format(name))
        self._configure(f"{_FEATURE}allowedProtocols", "none")

    def _configure(self, name: str, value: str) -> None:
        self.processor.set_configuration_property(name, value)

    def has(self, folder: Path, names: Sequence[str], known: Sequence[str]) -> bool:
        """Return whether these are compiled and known."""
        return (
            self._folder == folder
            and self.compiled.keys() >= set(names)
            and self._known >= set(known)
        )

    def compile(self, name: str, **stylesheet: str) -> PyXsltExecutable:
        """Compile a stylesheet. Raises TransformError for a faulty one."""
        compiler = self.processor.new_xslt30_processor()
        with _captured_stderr() as said:
            try:
                return compiler.compile_stylesheet(**stylesheet)
            except PySaxonApiError as error:
                sheet = stylesheet.get("stylesheet_text", "")
                raise TransformError(f"{name}: {error}\n{said()}", sheet) from error


# Those of this process: to compile all stylesheets takes two seconds.
_HOUSES: list[_House] = []


def _house(folder: Path, names: Sequence[str], known: Sequence[str]) -> _House:
    """Return a processor that has what is asked for, which may have more."""
    for one in _HOUSES:
        if one.has(folder, names, known):
            return one
    _HOUSES.append(_House(folder, names, known))
    return _HOUSES[-1]


class Engine:
    """A processor with the stylesheets it is asked for, compiled once a process.

    `folder` holds the stylesheets and `packages.xml`; `names` are those to compile ("html" ->
    html.xsl), but for those in whose place `others` has a text that uses their package. What others
    wrote is compiled when our packages are known and nothing can be opened.
    Used from the thread that made it: SaxonC holds the interpreter lock and dies in concurrent
    threads. Raises TransformError for a faulty stylesheet.
    """

    def __init__(self, folder: Path, names: Sequence[str], others: Others = ()) -> None:
        self._own = own = dict(others)
        self._house = _house(folder, [one for one in names if one not in own], list(own))
        self._processor = self._house.processor
        self._compiled = self._house.compiled | {
            name: self._house.compile(f"xslt/{name}.xsl", stylesheet_text=stylesheet)
            for name, stylesheet in own.items()
        }
        self._made: dict[str, PyXsltExecutable] = {}

    def parse(self, xml: str) -> Node:
        """Parse well-formed XML text to a document node."""
        builder = self._processor.new_document_builder()
        document: Node = builder.parse_xml(xml_text=xml)
        return document

    def sequence(self, *nodes: Node) -> Any:
        """Return nodes as one XDM value, for a parameter declared `document-node()*`."""
        value = self._processor.empty_sequence()
        for node in nodes:
            value.add_xdm_item(node)
        return value

    def serialize(self, node: Node) -> str:
        """Return a document as XML text to which no white space was added."""
        self.make("serialize", _SERIALIZE)
        return str(self.run("serialize", node, "serialize").value.head)

    def make(self, name: str, stylesheet: str) -> None:
        """Compile a stylesheet that was generated, to be run as `name`; a second time for nothing.

        Its global variables see the document that it is run on.
        """
        if name not in self._made:
            self._made[name] = self._house.compile(name, stylesheet_text=stylesheet)

    def run(
        self, name: str, node: Node, mode: str, parameters: Mapping[str, Any] | None = None
    ) -> Outcome:
        """Apply stylesheet `name` to `node` in `ed:`-mode `mode`.

        Parameters are named without the `ed:` prefix; values are XDM values, strings or nodes.
        Raises TransformError with the place in the stylesheet when it fails.
        """
        executable = self._compiled.get(name) or self._made[name]
        executable.clear_parameters()
        executable.clear_xsl_messages()
        executable.set_save_xsl_message(True)
        executable.set_result_as_raw_value(True)
        if name in self._made:
            executable.set_global_context_item(xdm_item=node)
        executable.set_initial_mode(f"{{{EDITIO}}}{mode}")
        for key, value in (parameters or {}).items():
            xdm = self._processor.make_string_value(value) if isinstance(value, str) else value
            executable.set_parameter(f"{{{EDITIO}}}{key}", xdm)
        with _captured_stderr() as said:
            try:
                value = executable.apply_templates_returning_value(xdm_value=node)
            except PySaxonApiError as error:
                where = "xslt/" * (name in self._own)
                why = _TERMINATED.sub(lambda _: f" by: {_last(executable)}", str(error))
                words = f"{where}{name}.xsl: {why}\n{said()}"
                raise TransformError(words, self._own.get(name, "")) from error
        return Outcome(value, tuple(_messages(executable.get_xsl_messages())))


_SERIALIZE = f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ed="{EDITIO}"><xsl:mode name="ed:serialize"/><xsl:template match="/" mode="ed:serialize">
    <xsl:sequence select="serialize(., map{{'indent': false(), 'omit-xml-declaration': true()}})"/>
    </xsl:template></xsl:stylesheet>"""


# Prefixes that XPath may have without a word: of types and of its own functions.
PREFIXES = " ".join(
    f'xmlns:{name}="http://www.w3.org/{address}"'
    for name, address in (
        ("xs", "2001/XMLSchema"), ("fn", "2005/xpath-functions"),
        *((one, f"2005/xpath-functions/{one}") for one in ("math", "map", "array")),
    )
)  # fmt: skip


def attribute(path: str) -> str:
    """Return XPath as the value of an attribute, in quotation marks."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415  # loads what speaks to the network

    return quoteattr(path)


@cache
def is_xpath(path: str, namespace: str) -> bool:
    """Return whether words are XPath, with elements of one namespace; nothing is carried out."""
    sheet = (
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
        f'{PREFIXES} xmlns:tei="{namespace}" xpath-default-namespace="{namespace}">'
        f'<xsl:template match="*"><xsl:sequence select={attribute(path)}/></xsl:template>'
        "</xsl:stylesheet>"
    )
    with _captured_stderr():
        try:
            _judge().new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet)
        except PySaxonApiError:
            return False
    return True


@cache
def _judge() -> PySaxonProcessor:
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(f"{_FEATURE}allowedProtocols", "none")
    return processor


def engine(folder: Path, names: tuple[str, ...], others: Others = ()) -> Engine:
    """Return this process's engine for these stylesheets, made at the first call."""
    return _engine(folder, names, others)


@cache  # which would tell a call that names no others from one that names none
def _engine(folder: Path, names: tuple[str, ...], others: Others) -> Engine:
    return Engine(folder, names, others)


def strings(value: Any) -> dict[str, str]:
    """Turn a result `map(xs:string, item())` into path -> text."""
    found = value.head
    return {str(key): str(found.get(key)) for key in found.keys()}  # noqa: SIM118  # no dict


def _last(executable: PyXsltExecutable) -> str:
    """Return the words of the last message of a stylesheet, with which it ended itself."""
    sent = executable.get_xsl_messages()
    return sent.item_at(sent.size - 1).string_value if sent is not None and sent.size else ""


def _messages(sent: Any) -> Iterator[Message]:
    """Read the `ed:diagnostic` elements among the messages; others are debugging and dropped."""
    for index in range(sent.size if sent is not None else 0):
        for element in sent.item_at(index).children:
            if element.name == f"Q{{{EDITIO}}}diagnostic":
                at = element.get_attribute_value("at") or ""
                line, column, file = [*at.split(":", 2), "", ""][:3]
                yield Message(
                    element.get_attribute_value("code"),
                    element.get_attribute_value("subject"),
                    int(line or 1),
                    int(column or 1),
                    file,
                )


@contextmanager
def _captured_stderr() -> Iterator[Callable[[], str]]:
    """Catch what SaxonC writes to file descriptor 2: code and place of a dynamic error."""
    saved = os.dup(2)
    trap = _trap()
    trap.seek(0)
    trap.truncate()
    os.dup2(trap.fileno(), 2)

    def said() -> str:
        trap.seek(0)
        return trap.read().decode("utf-8", "replace").strip()

    try:
        yield said
    finally:
        os.dup2(saved, 2)
        os.close(saved)


@cache
def _trap() -> IO[bytes]:
    """Return this process's file for what is written to file descriptor 2 meanwhile."""
    return tempfile.TemporaryFile(buffering=0)
