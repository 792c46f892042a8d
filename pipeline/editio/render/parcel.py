"""A folder as one ZIP file: the same files, the same bytes, without a clock. It says itself that
editio made it, and of what, so that no other file is taken for one.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from editio import __version__
from editio.edition.reading.files import seen

SUMS = "SHA256SUMS"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def below(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their names, those that are hidden left out."""
    paths = (path for path in seen(folder, "**/*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def with_sums(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with a list of their checksums, as sha256sum reads it."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return {**files, SUMS: "".join(lines).encode()}


def zipped(files: Mapping[str, bytes], root: str) -> bytes:
    """Return a ZIP file with one folder, in the order of names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{root}/{name}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
        mark = {"made by": "editio", "version": __version__, "sum": _sum(archive)}
        archive.comment = json.dumps(mark).encode()
    return written.getvalue()


def own(file: IO[bytes]) -> list[str]:
    """Return the names in a ZIP file that editio made and nobody changed since; else nothing."""
    try:
        with zipfile.ZipFile(file) as archive:
            mark = json.loads(archive.comment)
            if mark["made by"] == "editio" and mark["sum"] == _sum(archive):
                return archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, LookupError, TypeError, RecursionError):
        return []  # no ZIP file, or one without our mark
    return []


def _sum(archive: zipfile.ZipFile) -> str:
    """Return a sum of what is in a ZIP file, by the list that it has at its end."""
    listed = [(one.filename, one.file_size, one.CRC) for one in archive.infolist()]
    return hashlib.sha256(repr(listed).encode()).hexdigest()
