"""The only writer: results take the place of those of the last build, whole or not at all.

Each format has a folder in the output folder; the site is at its root. In each there is a list of
the files that editio wrote. Only these are ever replaced or removed. What others put beside them
stays; where it stands in the way of a new file, nothing is published.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from editio import __version__
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.passed_over import FOLDERS
from editio.edition.names import staying, stays
from editio.edition.project import SITE, Project, within
from editio.edition.reading.files import MARKER, UnreadableError, content, is_file, put
from editio.render import swap
from editio.render.shelf import Leaves, Piece, leaves

SUMS = "SHA256SUMS"
# A file that each format had in version 0.1.0, which left no marker but SHA256SUMS.
_OF_0_1_0 = {
    "html": "assets/edition.js", "pdf": "OFL.txt", "text": "reading/*.txt", "epub": "*.epub",
    "tables": "datapackage.json", "tei": "corpus.xml", "citations": "edition.bib",
    "places": "places.geojson", "dts": "entry.jsonld", "data": "files.csv",
}  # fmt: skip


def misplaced(out: Path, project: Project) -> list[Diagnostic]:
    """O021: the output folder is none that holds the sources, nor one in which they have their
    place, there or not: what is written into pages/ would be read as a page.
    """
    try:
        there = out.resolve()
    except (OSError, RuntimeError):  # links that lead in a circle
        return [diagnostic("O001", str(out), reason="links that lead in a circle")]
    own = [(project.root / name).resolve() for name in FOLDERS]
    sources = {path.resolve() for path in project.documents}
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111  # Path.home() may raise
    if (
        any(path.is_relative_to(there) for path in sources)
        or there in {home, Path(there.anchor), project.root.resolve()}
        or any(there.is_relative_to(one) and not (one / MARKER).exists() for one in own)
    ):
        return [diagnostic("O021", str(out))]
    return []


def publish(files: Mapping[str, Mapping[str, bytes]], out: Path) -> list[Diagnostic]:
    """Write format -> path -> bytes below `out`. On any failure what was there is still there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with swap.locked(out):
            swap.recover(out)
            return _published(files, out)
    except OSError as error:
        return [diagnostic("O001", str(error.filename or out), reason=error.strerror or str(error))]


def renew(out: Path, pages: Mapping[str, bytes]) -> None:
    """Put pages of a draft in the place of those that are there, each at once; a build follows that
    puts all in order.
    """
    for path, data in pages.items():
        file = out / within(SITE, path)
        if file.is_symlink() or not file.resolve().is_relative_to(out.resolve()):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, [data])


def standing(out: Path, pages: Iterable[str]) -> dict[str, bytes]:
    """Return what stands where pages of a draft are to be put."""
    there = {path: out / within(SITE, path) for path in pages}
    return {path: file.read_bytes() for path, file in there.items() if is_file(file)}


def _published(files: Mapping[str, Mapping[str, bytes]], out: Path) -> list[Diagnostic]:
    gone: list[str] = []
    new: dict[str, Piece | bytes] = {}
    found = []
    for name, pages in files.items():
        folder, wanted = out / within(name), _with_lists(pages)
        ours = _ours(folder) | (_ours_before(out) if name == SITE else frozenset())
        foreign = list(_in_the_way(folder, wanted, ours))
        if foreign:
            more = f" (and {len(foreign) - 1} more)" if len(foreign) > 1 else ""
            found.append(diagnostic("O002", str(folder / foreign[0]), more=more))
        there = {path for path in ours if os.path.lexists(f"{folder}{os.sep}{path}")}
        same = {path for path in there & set(wanted) if _holds(folder / path, wanted, path)}
        gone += [within(name, path) for path in sorted(there - same)]
        places = wanted.places()
        new |= {within(name, path): one for path, one in places.items() if path not in same}
    if not found:
        swap.exchange(out, gone, Leaves(new))
    return found


def _with_lists(given: Mapping[str, bytes]) -> Leaves:
    """Add the sums for `sha256sum -c`, and what tells the files of editio from those of others."""
    pages = leaves(given)
    sums = {path: pages.sum(path) for path in sorted(pages)}
    lines = "".join(f"{one}  {path}\n" for path, one in sums.items()).encode()
    listed = {**sums, SUMS: hashlib.sha256(lines).hexdigest()}
    marker = {"made by": "editio", "version": __version__, "files": listed}
    lists = {SUMS: lines, MARKER: (json.dumps(marker, indent=1) + "\n").encode()}
    return Leaves({**pages.places(), **lists})


def written(out: Path, name: str) -> frozenset[str]:
    """Return the files of a format that editio wrote into the output folder."""
    return _ours(out / within(name))


def _ours(folder: Path) -> frozenset[str]:
    """Return the files in a folder that editio wrote. A folder that is a link is not its own."""
    if folder.is_symlink():
        return frozenset()
    try:
        marker = json.loads(content(folder / MARKER))
    except UnreadableError:
        return _ours_of_0_1_0(folder)
    except (ValueError, RecursionError):
        return frozenset()
    if not isinstance(marker, dict) or marker.get("made by") != "editio":
        return frozenset()
    files = marker.get("files")
    listed = files if isinstance(files, dict) else ()
    return frozenset(staying(folder, listed)) | {MARKER}


def _ours_before(out: Path) -> frozenset[str]:
    """Return what editio wrote into html/, where the pages were before they were at the root."""
    return frozenset(f"{SITE}/{path}" for path in _ours(out / SITE))


def _ours_of_0_1_0(folder: Path) -> frozenset[str]:
    """Return what SHA256SUMS lists, if each sum is right and the list is one of editio."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeError):
        return frozenset()
    sums = {line[66:]: line[:64] for line in lines}
    if not all(stays(folder, path) for path in sums):
        return frozenset()
    known = any(fnmatchcase(path, _OF_0_1_0.get(folder.name, "")) for path in sums)
    if known and all(_sum(folder / path) == one for path, one in sums.items()):
        return frozenset({SUMS, *sums})
    return frozenset()


def _sum(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _holds(file: Path, pages: Leaves, path: str) -> bool:
    """Whether a file holds a page: it is as long, and its bytes have the same sum."""
    try:
        state = file.lstat()
        alike = stat.S_ISREG(state.st_mode) and state.st_size == pages.size(path)
        return alike and _sum(file) == pages.sum(path)
    except OSError:
        return False


def _in_the_way(folder: Path, wanted: Mapping[str, bytes], ours: frozenset[str]) -> Iterator[str]:
    """Find what stands where a new file must go: a file of others, or a link or file as folder."""
    folders = {Path(above) for above in {path.rpartition("/")[0] for path in wanted}}
    for one in sorted({up for path in folders for up in (path, *path.parents)}):
        there = folder / one
        is_folder = there.is_dir() and not there.is_symlink()
        if os.path.lexists(there) and not is_folder and one.as_posix() not in ours:
            yield one.as_posix()
    for path in sorted(set(wanted) - ours):
        if os.path.lexists(folder / path) and not _only_ours(folder / path, folder, ours):
            yield path


def _only_ours(there: Path, folder: Path, ours: frozenset[str]) -> bool:
    """Whether this is a folder with nothing in it but files that editio wrote."""
    inside = [one for one in there.rglob("*") if not one.is_dir()]
    return (
        there.is_dir()
        and not there.is_symlink()
        and all(one.relative_to(folder).as_posix() in ours for one in inside)
    )
