"""Texts to measure with that are valid: what a schema does not allow is taken out of them.

Turns files into bytes. They are not mended: attributes and elements are lost, with what stands in
them. It is to measure how long a validator and a check take that find nothing.
"""

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from editio.checks.schema.case import Locator
from editio.edition.reading.source import AT, Document, read
from editio.engines import jing
from editio.engines.jing import Message
from lxml import etree

_ROUNDS = 12  # as many faults may stand behind one another
_ED = AT.partition("}")[0] + "}"


def made_valid(files: Sequence[Path], schema: Path) -> list[bytes]:
    """Return what files hold, without what the schema does not allow, those that are valid then."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{number}.xml" for number in range(len(files))]
        for copy, file in zip(copies, files, strict=True):
            copy.write_bytes(file.read_bytes())
        for _ in range(_ROUNDS):
            faulty: dict[str, list[Message]] = defaultdict(list)
            for one in jing.validate(schema, copies):
                faulty[one.file].append(one)
            for name, messages in faulty.items():
                Path(name).write_bytes(_without(Path(name), messages))
        return [one.read_bytes() for one in copies if str(one) not in faulty]


def _without(file: Path, messages: Sequence[Message]) -> bytes:
    """Return a file without what the messages are about."""
    document = read(file, file.name)
    assert isinstance(document, Document)
    locator = Locator(document)
    found = [(locator.named(one), one.text) for one in messages]
    for element, said in found:
        _take_out(element, said)
    for element in document.root.iter(etree.Element):
        for attribute in [name for name in element.attrib if str(name).startswith(_ED)]:
            del element.attrib[attribute]
    etree.cleanup_namespaces(document.root)
    return etree.tostring(document.root, encoding="utf-8")


def _take_out(element: etree._Element, said: str) -> None:
    """Take out an attribute that is named, or an element around whose content it stands."""
    around = element.getparent()
    words = said.partition(" attribute ")[2] if said.startswith("value of") else said
    if "attribute" in said.partition(";")[0]:
        local = words.split('"')[1].rpartition(":")[2]
        for name in [one for one in element.attrib if etree.QName(str(one)).localname == local]:
            del element.attrib[name]
    elif around is not None:
        around.remove(element)
