"""jing asked of files while they are still being read: which schema is for which file is seen in
its first bytes.

Turns sheets into what jing says of them. Who asks for it later takes it where the file needs no
copy (reading/copies.py), and asks again about all others.
"""

import hashlib
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from lxml import etree

from editio.checks.examine import Asked, located, schemas
from editio.checks.results import of_bytes
from editio.checks.schema.heard import Kept
from editio.checks.schema.models import Language, Model, named_by, named_for_oxygen
from editio.checks.schema.unusable import reason_against
from editio.edition.reading.files import UnreadableError, content
from editio.edition.reading.source import TEI
from editio.edition.selection import Sheet
from editio.engines import jing
from editio.engines.jing import Message

# Fewer files are read before jing has started.
_FEW = 24
# Files for which another process of jing is worth its start.
FEWEST = 250
# What lets a validator be given a copy.
_ALTERING = (b"<!DOCTYPE", b"XInclude")

Said = Mapping[str, list[Message]]


@dataclass(frozen=True)
class Early:
    """What jing is being asked: answers by schema, each of a share of the files."""

    asked: Mapping[Path, Sequence["Future[Said]"]] = field(default_factory=dict)

    def said(self, schema: Path) -> Said:
        """Wait for what jing says by a schema of files: of some there may be nothing, and of those
        that it did not come to there is no entry.
        """
        found: dict[str, list[Message]] = {}
        for one in self.asked.get(schema, ()):
            found.update(one.result())
        return found


@contextmanager
def early(sheets: Sequence[Sheet], asked: Asked, jobs: int) -> Iterator[Early]:
    """Yield what jing is being asked of sheets from now on; nothing where all has to be done in
    turn.
    """
    wanted = _wanted(sheets, asked) if jobs > 1 and len(sheets) >= _FEW else {}
    if not wanted:
        yield Early()
        return
    with ThreadPoolExecutor(max(1, jobs // 2)) as pool:
        begun = {
            schema: [pool.submit(_said, schema, part) for part in shares(files, jobs // 2)]
            for schema, files in wanted.items()
        }
        try:
            yield Early(begun)
        except BaseException:  # an interrupt does not wait for jing
            pool.shutdown(wait=False, cancel_futures=True)
            jing.end()
            raise


def shares(files: Sequence[Path], processes: int) -> list[Sequence[Path]]:
    """Part files into shares for no more than so many processes of jing."""
    share = max(FEWEST, -(-len(files) // max(1, processes)))
    return [files[start : start + share] for start in range(0, len(files), share)]


def _said(schema: Path, files: Sequence[Path]) -> Said:
    """Return what jing says of those files that it came to; nothing where it says something of the
    schema.
    """
    names = list(map(str, files))
    messages = jing.once(schema, files)
    if any(one.file not in set(names) for one in messages):
        return {}
    stopped = [names.index(one.file) for one in messages if one.level == "fatal"]
    found: dict[str, list[Message]] = {one: [] for one in names[: min(stopped, default=len(names))]}
    for one in messages:
        if one.file in found:
            found[one.file].append(one)
    return found


def _wanted(sheets: Sequence[Sheet], asked: Asked) -> Mapping[Path, list[Path]]:
    """Return the files of each schema whose answers are not known."""
    wanted: dict[Path, list[Path]] = defaultdict(list)
    known: dict[Path, Mapping[str, str]] = {}
    usable = cache(partial(_usable, asked=asked))
    for sheet in sheets:
        try:
            data = content(sheet.path)
        except UnreadableError:
            continue
        said = of_bytes(sheet.shown, hashlib.sha256(data).hexdigest())
        for schema in filter(None, map(usable, _models(sheet, data, asked))):
            if schema not in known:
                answers = Kept(asked, schema).files
                known[schema] = {path: one.content for path, one in answers.items()}
            if known[schema].get(str(sheet.path)) != said:
                wanted[schema].append(sheet.path)
    return wanted


def _models(sheet: Sheet, data: bytes, asked: Asked) -> tuple[Model, ...]:
    """Return the schemas of a file, as far as its first bytes tell."""
    if any(sign in data for sign in _ALTERING):
        return ()
    try:
        _, root = next(etree.iterparse(io.BytesIO(data), ("start",), no_network=True))
    except (etree.XMLSyntaxError, StopIteration):
        return ()
    if not str(root.tag).startswith(f"{{{TEI}}}"):
        return ()
    models, older = (tuple(f(root, sheet.shown)) for f in (named_by, named_for_oxygen))
    return schemas(models, older, asked)


def _usable(model: Model, asked: Asked) -> Path | None:
    """Return the file of a schema, if it is a grammar that is there."""
    if model.language is not Language.RELAX_NG:
        return None
    found = located(model, asked)
    path = asked.root / found.href
    return path if reason_against(found, path) is None else None
