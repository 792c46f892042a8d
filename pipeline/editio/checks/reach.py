"""What pointers of an edition can hit: its documents, and files on the disk that they name."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from editio.checks.examine import only_indexed
from editio.checks.index import Corpus, Index, index
from editio.checks.targets import target
from editio.edition.reading import source
from editio.edition.reading.files import TEI_NAMES
from editio.edition.reading.source import Document
from editio.edition.selection import Sheet

_ROLES = {"tei/registers": "register"}


def corpus(root: Path, documents: Iterable[Document]) -> Corpus:
    """Return documents as one edition, for those who check nothing."""
    files = {
        one.path: index(one, _ROLES.get(PurePosixPath(one.path).parent.as_posix(), "text"))
        for one in documents
    }
    return Corpus(files, frozenset(reached(files, root)))


def reached(files: dict[str, Index], root: Path) -> set[str]:
    """Look which files are there to which pointers lead; those in XML are read for their ids."""
    wanted = {
        target(pointer.token, index, pointer.file).file
        for index in files.values()
        for pointer in index.pointers
    } - {"", *files}
    present = {name for name in wanted if source.exists(root / name)}
    for name in sorted(one for one in present if one.lower().endswith(TEI_NAMES)):
        if (index := only_indexed(Sheet(root / name, name, ""))) is not None:
            files[name] = index
    return present
