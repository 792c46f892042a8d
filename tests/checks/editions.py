"""The smallest edition, with files laid over it; and what a check says of it."""

import re
import shutil
from pathlib import Path

from editio.checks.run import check
from editio.diagnostics import Diagnostic, in_words
from editio.edition.reading import source
from editio.edition.selection import select

MINI = Path(__file__).parents[1] / "mini"
CASES = Path(__file__).parent / "cases"


def laid_over(target: Path, *layers: Path) -> Path:
    """Return a copy of the smallest edition, the files of each layer in the place of its own."""
    for layer in (MINI, *layers):
        shutil.copytree(layer, target, symlinks=True, dirs_exist_ok=True)
    return target


def broken(text: Path, old: str = "#catherine", new: str = "#katherine") -> None:
    """Spoil a file."""
    text.write_text(text.read_text("utf-8").replace(old, new), "utf-8")


def found(
    *paths: Path, schemas: tuple[Path, ...] = (), jobs: int = 1, usual: bool = False
) -> tuple[Diagnostic, ...]:
    """Check paths as the command does; counted addresses, usual in small texts, only if asked."""
    told = check(select(paths), schemas, jobs, lambda: None).diagnostics
    return tuple(one for one in told if usual or one.code != "P028")


def in_full(root: Path, diagnostics: tuple[Diagnostic, ...]) -> str:
    """Write findings as the terminal shows them."""
    words = [in_words(one, source.line(root / one.file, one.line)) for one in diagnostics]
    return re.sub(re.escape(str(root)), "…", "\n\n".join(words)) + ("\n" if words else "")
