"""The addresses that an edition promises to keep, and the record of those of a release: for `editio
release`, which compares, and for the archive.
"""

from collections.abc import Iterable, Iterator

from editio.edition.beside.markdown import heading_ids
from editio.edition.edition import Edition
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.entries import ENTRIES, is_entry

# The version and the addresses of a release, one a line, beside edition.toml.
RECORD = "permalinks.txt"
VERSION = "# version "


def addresses(edition: Edition) -> Iterator[str]:
    """Yield the addresses that readers may cite: those with an xml:id, which an editor gave, and
    headings of pages in Markdown.
    """
    pages = {f"{text.id}.html": text for text in edition.texts}
    pages |= {f"pages/{page.id}.html": page for page in edition.pages}
    pages |= {"about.html": edition.about} if edition.about else {}
    for name, document in pages.items():
        yield name
        for one in document.root.iterfind(f"{{{TEI}}}text//*[@{XML_ID}]"):
            yield f"{name}#{one.get(XML_ID)}"
    for page in edition.project.own.pages:
        yield f"pages/{page.name}.html"
        yield from (f"pages/{page.name}.html#{one}" for one in heading_ids(page.article))
    for register in edition.registers:
        yield f"{register.id}.html"
        for one in register.root.iter(*ENTRIES):
            if one.get(XML_ID) and is_entry(one):
                yield f"register/{one.get(XML_ID)}.html"


def record(version: str, every: Iterable[str]) -> str:
    """Return what is recorded of a release."""
    lines = (*[f"{VERSION}{version}"] * bool(version), *sorted(set(every)))
    return "".join(f"{one}\n" for one in lines)
