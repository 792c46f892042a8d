"""SaxonC-HE in this process: stylesheets compiled once, transforms without side effects.

Turns nodes and parameters into values and messages. Knows nothing of TEI, files or formats.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

Node: TypeAlias = PyXdmNode
EDITIO = "urn:editio:ns"

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


class TransformError(Exception):
    """A stylesheet failed: a fault of ours, never of the edition's TEI."""


@dataclass(frozen=True)
class Message:
    """One `ed:diagnostic` of a stylesheet: its code, what it is about, `line:column`."""

    code: str
    subject: str
    line: int
    column: int


@dataclass(frozen=True)
class Outcome:
    """What a transform gave: the raw XDM value and the messages it sent."""

    value: Any
    messages: tuple[Message, ...]


class Engine:
    """One processor with the stylesheets it is asked for, compiled once.

    `folder` holds the stylesheets and `packages.xml`; `names` are those to compile ("html" ->
    html.xsl). Once they are compiled no transform can open a file or an address any more.
    One engine a process, used from the thread that made it: SaxonC holds the interpreter
    lock and dies in concurrent threads. Raises TransformError for a faulty stylesheet.
    """

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self._processor = PySaxonProcessor(config_file=str(folder / "packages.xml"))
        for name in _NO_EXTERNAL:
            self._configure(
                f"{_FEATURE}parserFeature?uri=http%3A//xml.org/sax/features/{name}", "false"
            )
        for name in _RAISED:
            self._configure(_PARSER_LIMIT + name, "0")
        self._compiled = {name: self._compile(folder / f"{name}.xsl") for name in names}
        self._configure(f"{_FEATURE}allowedProtocols", "none")
        self._made: dict[str, PyXsltExecutable] = {}

    def _configure(self, name: str, value: str) -> None:
        self._processor.set_configuration_property(name, value)

    def parse(self, xml: str) -> Node:
        """Parse well-formed XML text to a document node."""
        builder = self._processor.new_document_builder()
        document: Node = builder.parse_xml(xml_text=xml)
        return document

    def texts(self, *values: str) -> list[Any]:
        """Wrap strings as XDM values, for parameters declared `xs:string*`."""
        return [self._processor.make_string_value(value) for value in values]

    def make(self, name: str, stylesheet: str) -> None:
        """Compile a stylesheet that was generated, to be run as `name`; a second time for nothing.

        Its global variables see the document that it is run on.
        """
        if name not in self._made:
            compiler = self._processor.new_xslt30_processor()
            with _captured_stderr() as said:
                try:
                    self._made[name] = compiler.compile_stylesheet(stylesheet_text=stylesheet)
                except PySaxonApiError as error:
                    raise TransformError(f"{name}: {error}\n{said()}") from error

    def _compile(self, path: Path) -> PyXsltExecutable:
        compiler = self._processor.new_xslt30_processor()
        with _captured_stderr() as said:
            try:
                return compiler.compile_stylesheet(stylesheet_file=str(path))
            except PySaxonApiError as error:
                raise TransformError(f"{path.name}: {error}\n{said()}") from error

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
                raise TransformError(f"{name}.xsl: {error}\n{said()}") from error
        return Outcome(value, tuple(_messages(executable.get_xsl_messages())))


@cache
def engine(folder: Path, names: tuple[str, ...]) -> Engine:
    """Give this process's engine for these stylesheets, made at the first call."""
    return Engine(folder, names)


def strings(value: Any) -> dict[str, str]:
    """Turn a result `map(xs:string, item())` into path -> text."""
    found = value.head
    return {str(key): str(found.get(key)) for key in found.keys()}  # noqa: SIM118  # no dict


def _messages(sent: Any) -> Iterator[Message]:
    """Read the `ed:diagnostic` elements among the messages; others are debugging and dropped."""
    for index in range(sent.size if sent is not None else 0):
        for element in sent.item_at(index).children:
            if element.name == f"Q{{{EDITIO}}}diagnostic":
                line, _, column = (element.get_attribute_value("at") or "").partition(":")
                yield Message(
                    element.get_attribute_value("code"),
                    element.get_attribute_value("subject"),
                    int(line or 1),
                    int(column or 1),
                )


@contextmanager
def _captured_stderr() -> Iterator[Callable[[], str]]:
    """Catch what SaxonC writes to file descriptor 2: code and place of a dynamic error."""
    saved = os.dup(2)
    with tempfile.TemporaryFile() as trap:
        os.dup2(trap.fileno(), 2)

        def said() -> str:
            trap.seek(0)
            return trap.read().decode("utf-8", "replace").strip()

        try:
            yield said
        finally:
            os.dup2(saved, 2)
            os.close(saved)
