"""What somebody finds first in an archive of an edition: README.md, with what is in it, how it is
cited and who has which rights, and the addresses of this release. What no header says is not said.
"""

from collections.abc import Collection, Iterator, Mapping

from editio.edition.blanks import worded
from editio.edition.edition import Edition
from editio.edition.reading.source import TEI, Document
from editio.formats.deposit import CRATE, DATACITE, Described, described
from editio.formats.permalinks import RECORD, addresses, record
from editio.model.context import Files

README = "README.md"
# That of the edition, which may say how to work on it.
OWN, CHANGES = "README-edition.md", "CHANGELOG.md"
_T = f"{{{TEI}}}"
# What lies in an archive, by how its names begin.
_PARTS = {
    "tei/": "the sources: texts, registers and schema in TEI-XML",
    "edition.toml": "the settings, by which editio builds the edition anew",
    "pages/": "pages about the edition, as they were written",
    "site/": "the look of the site: its style sheet, fonts, pictures",
    "labels/": "words of the interface that the edition has changed",
    "xslt/": "rules of the edition's own",
    "build/index.html": "the site: open this page in a browser",
    "build/pdf/": "the book and single texts as PDF",
    "build/epub/": "the same as EPUB",
    "build/text/": "plain text",
    "build/tei/": "the texts as they are published, each with its registers",
    "build/tables/": "tables (CSV) of all that is marked in the texts",
    "build/data/": "the data of the edition, described",
    "build/citations/": "citations of each text for reference managers",
    CHANGES: "what has changed from release to release",
    OWN: "what the editors say of the folder that they work in",
    RECORD: "the addresses of this release that stay; “editio release” compares with them",
    CRATE: "RO-Crate: what the edition is, and each file",
    DATACITE: "DataCite, for a DOI",
    "SHA256SUMS": "checksums of all files: sha256sum -c SHA256SUMS",
}
# How many files are named that say the same of their rights.
_MOST = 20
_OF_OTHERS = ("/OFL.txt", "LICENSE.txt", ".LICENSE")


def beside(edition: Edition) -> Files:
    """Return what is kept beside sources and results: addresses, and what the folder says."""
    version = described(edition).version
    found = {RECORD: record(version, addresses(edition)).encode()}
    for name, called in ((README, OWN), (CHANGES, CHANGES)):
        path = edition.project.root / name
        if path.is_file():
            found[called] = path.read_bytes()
    return found


def readme(edition: Edition, held: Collection[str]) -> Files:
    """Return the README of an archive that holds files of these names."""
    said = described(edition)
    known = {*held, README, CRATE, "SHA256SUMS", *[DATACITE] * bool(said.year)}
    parts = [
        f"# {said.title}",
        *[f"Version {said.version}."] * bool(said.version),
        "## How to cite", _cited(said),
        "## What is in it", _table(_held(known)),
        "## Rights", _table(_rights(edition)), *_foreign(held),
    ]  # fmt: skip
    return {README: ("\n\n".join(parts) + "\n").encode()}


def _cited(said: Described) -> str:
    """Return the edition as it is cited: who made it, what it is called, which version, where."""
    year = said.year and f"{said.publisher}, {said.year}".removeprefix(", ")
    doi = said.doi and f"https://doi.org/{said.doi}"
    version = said.version and f"Version {said.version}"
    every = (", ".join(said.editors), said.title, version, year or said.publisher,
             doi or said.address)  # fmt: skip
    words = " ".join(one if one.endswith((".", "/")) else f"{one}." for one in every if one)
    return f"> {words}\n\nEach text has its own citation on its page."


def _held(names: Collection[str]) -> Iterator[tuple[str, str]]:
    yield "what", "which"
    for begun, words in _PARTS.items():
        if any(name == begun or (name.startswith(begun) and begun[-1] == "/") for name in names):
            yield f"`{begun}`", words


def _rights(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield what each layer says of its rights, texts that say the same together."""
    yield "of what", "rights"
    layers = {
        "the edition": [edition.about] if edition.about else [],
        "texts": edition.texts,
        "registers": edition.registers,
        "pages": edition.pages,
    }
    for layer, documents in layers.items():
        stated: dict[str, list[str]] = {}
        for one in documents:
            stated.setdefault(_stated(one), []).append(f"`{one.path}`")
        for words, paths in stated.items():
            more = f" and {len(paths) - _MOST} more" * (len(paths) > _MOST)
            yield f"{layer}: {', '.join(paths[:_MOST])}{more}", words
    if any(one.media for one in edition.documents):
        yield (
            "pictures and linked files",
            "as the text says that shows them; nothing is stated here",
        )


def _stated(one: Document) -> str:
    """Return what a document says of its rights, as it says it."""
    every = one.root.findall(f"{_T}teiHeader/{_T}fileDesc/{_T}publicationStmt/{_T}availability")
    said = []
    for each in every:
        targets = [licence.get("target", "") for licence in each.iter(f"{_T}licence")]
        status = each.get("status", "")
        said += [*[f"({status})"] * bool(status), *filter(None, targets), worded(each)]
    return " ".join(filter(None, said)).replace("|", "\\|") or "not stated"


def _foreign(held: Collection[str]) -> Iterator[str]:
    """Yield where the licences are of what others made: fonts, a viewer of images."""
    found = sorted(name for name in held if name.endswith(_OF_OTHERS))
    if found:
        names = ", ".join(f"`{one}`" for one in found)
        words = "Fonts and programs on the pages are of others, under the licences beside them"
        yield f"{words}: {names}."


def _table(rows: Iterator[tuple[str, str]]) -> str:
    head, *rest = rows
    lines = [head, ("---", "---"), *rest]
    return "\n".join(f"| {left} | {right} |" for left, right in lines)


def files(edition: Edition, held: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what an archive has besides sources and results of these names."""
    more = beside(edition)
    return {**more, **readme(edition, {*held, *more})}
