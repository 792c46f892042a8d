"""The addresses that an edition promises to keep, and the record of those of a release: for `editio
release`, which compares, and for the archive.
"""

from collections.abc import Iterable, Iterator

from editio.edition.edition import Edition
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.entries import ENTRIES, is_entry

# The version and the addresses of a release, one a line, beside edition.toml.
RECORD = "permalinks.txt"
VERSION = "# version "


def addresses(edition: Edition) -> Iterator[str]:
    """Yield the addresses that readers may cite: those with an xml:id, which an editor gave."""
    for text in edition.texts:
        yield f"{text.id}.html"
        for one in text.root.iterfind(f"{{{TEI}}}text//*[@{XML_ID}]"):
            yield f"{text.id}.html#{one.get(XML_ID)}"
    pages = [page.id for page in edition.pages] + [page.name for page in edition.project.own.pages]
    yield from (f"pages/{name}.html" for name in pages)
    for register in edition.registers:
        yield f"{register.id}.html"
        for one in register.root.iter(*ENTRIES):
            if one.get(XML_ID) and is_entry(one):
                yield f"register/{one.get(XML_ID)}.html"


def record(version: str, every: Iterable[str]) -> str:
    """Return what is recorded of a release."""
    lines = (*[f"{VERSION}{version}"] * bool(version), *sorted(set(every)))
    return "".join(f"{one}\n" for one in lines)
