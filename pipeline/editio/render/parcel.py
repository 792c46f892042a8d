"""A folder as one ZIP file: the same files, the same bytes, without a clock."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

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
    return written.getvalue()
