"""The only writer: results are written aside and swapped in, whole or not at all.

Each format is a folder of the output folder. A folder there that editio did not write is never
touched: what it wrote carries SHA256SUMS, which `sha256sum -c` understands.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.formats.context import Files

SUMS = "SHA256SUMS"


def publish(files: dict[str, Files], out: Path) -> list[Diagnostic]:
    """Write format -> path -> bytes below `out`. On any failure what was there is still there."""
    foreign = [name for name in files if _is_foreign(out / name)]
    if foreign:
        return [diagnostic("O002", str(out / name)) for name in foreign]
    aside: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".editio-", dir=out))
        for name, pages in files.items():
            _write(aside / "new" / name, pages)
        _swap(list(files), aside, out)
    except OSError as error:
        return [diagnostic("O001", str(error.filename or out), reason=error.strerror or str(error))]
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return []


def _is_foreign(folder: Path) -> bool:
    """A folder with something in it that editio did not write, or a file of that name."""
    if folder.is_dir():
        return any(folder.iterdir()) and not (folder / SUMS).is_file()
    return folder.exists()


def _write(folder: Path, pages: Files) -> None:
    sums = []
    for path, data in sorted(pages.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {path}\n")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SUMS).write_text("".join(sums), "utf-8", newline="\n")


def _swap(names: list[str], aside: Path, out: Path) -> None:
    """Move the old folders away and the new ones in; put the old ones back if that fails."""
    old = aside / "old"
    old.mkdir()
    moved: list[str] = []
    try:
        for name in names:
            if (out / name).exists():
                (out / name).rename(old / name)
            moved.append(name)
            (aside / "new" / name).rename(out / name)
    except BaseException:
        for name in moved:
            if (old / name).exists():
                shutil.rmtree(out / name, ignore_errors=True)
                (old / name).rename(out / name)
        raise
