"""What somebody finds first in an archive of an edition: README.md, with what is in it, how it is
cited and who has which rights, and the addresses of this release. What no header says is not said;
what is said, in the words of the edition's language, is what its pages say.
"""

from collections.abc import Collection, Iterator, Mapping

from editio.edition.beside.wording import words_in
from editio.edition.edition import Edition
from editio.edition.reading.files import content
from editio.formats.cited import told
from editio.formats.deposit import CRATE, DATACITE, described
from editio.formats.permalinks import RECORD, addresses, record
from editio.formats.references import edition_citation
from editio.formats.rights import Stated, in_words
from editio.model.context import Files
from editio.model.header import Header

Words = Mapping[str, str]

README = "README.md"
# That of the edition, which may say how to work on it.
OWN, CHANGES = "README-edition.md", "CHANGELOG.md"
# What lies in an archive, by how its names begin: the label of what it is.
PARTS = {
    "tei/": "archive-tei",
    "edition.toml": "archive-settings",
    "pages/": "archive-pages",
    "site/": "archive-look",
    "labels/": "archive-words",
    "xslt/": "archive-rules",
    "build/index.html": "archive-site",
    "build/pdf/": "data-pdf",
    "build/epub/": "data-epub",
    "build/text/": "data-text",
    "build/tei/": "for-tei",
    "build/tables/": "data-tables",
    "build/places/": "data-places",
    "build/dts/": "data-dts",
    "build/data/": "data",
    "build/citations/": "data-citations",
    CHANGES: "archive-changes",
    OWN: "archive-folder",
    RECORD: "archive-addresses",
    CRATE: "archive-crate",
    DATACITE: "archive-doi",
    "SHA256SUMS": "archive-sums",
}
LAYERS = {
    "edition": "site",
    "texts": "texts",
    "registers": "archive-registers",
    "pages": "show-pages",
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
            found[called] = content(path)
    return found


def readme(edition: Edition, stated: Stated, held: Collection[str]) -> Files:
    """Return the README of an archive that holds files of these names, in the language of the
    edition.
    """
    said, own = described(edition), edition.project.own
    words = {**words_in("en"), **words_in(stated.language, own.labels)}
    known = {*held, README, CRATE, "SHA256SUMS", *[DATACITE] * bool(said.year)}
    parts = [
        f"# {said.title}",
        *[f"{words['version']} {said.version}"] * bool(said.version),
        f"## {words['how-to-cite']}",
        f"> {_cited(edition, stated)}",
        words["archive-each"],
        f"## {words['data-files']}",
        _table(_held(known, words)),
        f"## {words['rights']}",
        _table(_rights(edition, stated, words)),
        *_foreign(held, words),
    ]
    return {README: ("\n\n".join(parts) + "\n").encode()}


def _cited(edition: Edition, stated: Stated) -> str:
    """Return the edition as it is cited on its site."""
    project = edition.project
    header = stated.header or Header(stated.language)
    one = edition_citation(header, edition.called, project.settings.address)
    return told(one, stated.language, project.own, lambda _: None)


def _held(names: Collection[str], words: Words) -> Iterator[tuple[str, str]]:
    yield words["data-file"], words["data-purpose"]
    for begun, key in PARTS.items():
        if any(name == begun or (name.startswith(begun) and begun[-1] == "/") for name in names):
            yield f"`{begun}`", words[key]


def _rights(edition: Edition, stated: Stated, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what each layer says of its rights, files that say the same together."""
    yield words["data-file"], words["rights"]
    for layer, said in stated.layers.items():
        for fields, paths in said.items():
            # Of several texts in one file each may say the same.
            files = [*dict.fromkeys(paths)]
            named = ", ".join(f"`{one}`" for one in files[:_MOST])
            more = f", … ({len(files)})" * (len(files) > _MOST)
            said_of = in_words(fields, words) or words["archive-unstated"]
            yield f"{words[LAYERS[layer]]}: {named}{more}", said_of.replace("|", "\\|")
    if any(one.media for one in edition.documents):
        yield words["archive-pictures"], words["archive-pictures-rights"]


def _foreign(held: Collection[str], words: Words) -> Iterator[str]:
    """Yield where the licences are of what others made: fonts, a viewer of images."""
    found = sorted(name for name in held if name.endswith(_OF_OTHERS))
    if found:
        names = ", ".join(f"`{one}`" for one in found)
        yield f"{words['archive-of-others']}: {names}"


def _table(rows: Iterator[tuple[str, str]]) -> str:
    head, *rest = rows
    lines = [head, ("---", "---"), *rest]
    return "\n".join(f"| {left} | {right} |" for left, right in lines)


def files(edition: Edition, stated: Stated, held: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return what an archive has besides sources and results of these names."""
    more = beside(edition)
    return {**more, **readme(edition, stated, {*held, *more})}
