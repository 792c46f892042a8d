"""The only writer: results take the place of those of the last build, whole or not at all.

Each format has a folder in the output folder; the site is at its root. In each there is a list of
the files that editio wrote, with their sums. Only these are ever replaced or removed, and only as
they were written. What others put beside them stays; where it stands in the way of a new file, or a
file was changed since, nothing is published.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from editio import __version__
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.passed_over import FOLDERS
from editio.edition.names import stays
from editio.edition.project import SITE, Project, within
from editio.edition.reading.files import MARKER, UnreadableError, content, put
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
    puts all in order. The list of the files knows of them.
    """
    listed = _sums(out)
    for path, data in pages.items():
        file = out / within(SITE, path)
        if file.is_symlink() or not file.resolve().is_relative_to(out.resolve()):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, [data])
        listed[path] = hashlib.sha256(data).hexdigest()
    if listed.pop(MARKER, None) is not None:
        put(out / MARKER, [_marker(listed)])


def _published(files: Mapping[str, Mapping[str, bytes]], out: Path) -> list[Diagnostic]:
    gone: list[str] = []
    new: dict[str, Piece | bytes] = {}
    found = []
    for name, pages in files.items():
        folder, wanted = out / within(name), _with_lists(pages)
        listed = _sums(folder) | (_sums_before(out) if name == SITE else {})
        ours = frozenset(listed)
        foreign = list(_in_the_way(folder, wanted, ours))
        found += _told("O002", folder, foreign)
        there = {path for path in ours if os.path.lexists(folder / path)}
        same = {path for path in there & set(wanted) if _holds(folder / path, wanted, path)}
        found += _told(
            "O031",
            folder,
            [one for one in sorted(there - same) if _is_changed(folder / one, listed[one])],
        )
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
    return Leaves({**pages.places(), SUMS: lines, MARKER: _marker(listed)})


def _marker(sums: Mapping[str, str]) -> bytes:
    """Return what tells the files of editio from those of others, as they were written."""
    marker = {"made by": "editio", "version": __version__, "files": sums}
    return (json.dumps(marker, indent=1) + "\n").encode()


def _told(code: str, folder: Path, files: Sequence[str]) -> list[Diagnostic]:
    """Tell the first of some files of a folder, and how many there are."""
    more = f" (and {len(files) - 1} more)" if len(files) > 1 else ""
    return [diagnostic(code, str(folder / one), more=more) for one in files[:1]]


def written(out: Path, name: str) -> frozenset[str]:
    """Return the files of a format that editio wrote into the output folder."""
    return frozenset(_sums(out / within(name)))


def _sums(folder: Path) -> dict[str, str]:
    """Return the files in a folder that editio wrote, with their sums as far as it left any. A
    folder that is a link is not its own.
    """
    if folder.is_symlink():
        return {}
    try:
        marker = json.loads(content(folder / MARKER))
    except UnreadableError:
        return dict.fromkeys(_ours_of_0_1_0(folder), "")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(marker, dict) or marker.get("made by") != "editio":
        return {}
    files = marker.get("files")
    listed = files if isinstance(files, dict) else {}
    return {path: str(one) for path, one in listed.items() if stays(folder, path)} | {MARKER: ""}


def _sums_before(out: Path) -> dict[str, str]:
    """Return what editio wrote into html/, where the pages were before they were at the root."""
    return {f"{SITE}/{path}": one for path, one in _sums(out / SITE).items()}


def _is_changed(file: Path, written: str) -> bool:
    """Whether somebody wrote into a file after editio did. Ends of lines that a version control
    has changed, and a file without content, are nobody's words.
    """
    try:
        data = file.read_bytes()
    except OSError:
        return False
    if not (written and data):
        return False
    every = (data, data.replace(b"\r\n", b"\n"))
    return all(hashlib.sha256(one).hexdigest() != written for one in every)


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
    folders = {Path(path).parent for path in wanted}
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
