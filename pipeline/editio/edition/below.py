"""TEI files below a folder, however deep, and by which names those go that are called alike.

Lists folders; of files no more is read than how they begin. What is an edition's and no text of it,
such as its registers, its pages and what was built, is left out.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from editio.edition.names import key
from editio.edition.reading.files import BUILT, is_tei_name, is_there, walked
from editio.edition.texts.identify import TEI

_PASSED_OVER = BUILT | {"public"}
# Beside the texts of an edition, by its root.
_OTHERS = ("tei/registers", "tei/schema", "tei/edition.xml", "pages", "labels", "xslt", "site")
_ROOT = re.compile(r"<(?:[\w.-]+:)?(\w+)[\s/>]")
_SKIPPED = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
_HEAD = 1 << 16
_ENOUGH = "<schemaSpec"


def below(root: Path, places: Iterable[str]) -> Iterator[Path]:
    """Yield the TEI files that are named, and those in the folders that are named."""
    for place in places:
        path = (root / place).resolve()
        if not is_there(path):
            continue
        if path.is_file():
            yield path
        else:
            yield from (one for one in files(path) if _may_be_text(one, root))


def files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder that may belong to an edition, in order."""
    yield from (one for one in walked(folder, _PASSED_OVER) if not one.name.startswith("."))


def _may_be_text(path: Path, root: Path) -> bool:
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    is_other = any(shown == one or shown.startswith(f"{one}/") for one in _OTHERS)
    return is_tei_name(path.name) and not is_other and is_text(path)


def is_text(path: Path) -> bool:
    """Whether a file begins as one of TEI does, with its namespace, and is no schema."""
    try:
        if not path.is_file():  # a pipe need not end
            return False
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except OSError:
        return False
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "utf-8")
    words = _SKIPPED.sub("", data.decode(wide, "replace"))
    first = _ROOT.search(words)
    is_tei = first is not None and first[1] in {"TEI", "teiCorpus"} and TEI in words
    return is_tei and _ENOUGH not in words


def stems(paths: Sequence[Path]) -> Mapping[Path, str]:
    """Return by which name a file goes that is called as another is: with that of its folders."""
    alike = Counter(key(path.stem) for path in paths)
    doubled = [path for path in paths if alike[key(path.stem)] > 1]
    if not doubled:
        return {}
    common = Path(os.path.commonpath([path.parent for path in doubled]))
    return {path: "-".join(path.relative_to(common).with_suffix("").parts) for path in doubled}
