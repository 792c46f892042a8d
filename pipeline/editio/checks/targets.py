"""Where a pointer leads: a fragment of this file, an entry of a register, another file, the web.

Turns a token of a pointing attribute into a Target (TEI Guidelines, chapter SA; RFC 3986).
"""

import posixpath
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from editio.checks.index import Anchor, Corpus, Index, Pointer
from editio.edition.reading.addresses import plain
from editio.edition.registers.prefixes import Prefixes, written_out

# Schemes of addresses that are not ours to follow.
SCHEMES = frozenset({
    "http", "https", "ftp", "ftps", "mailto", "urn", "doi", "info", "tag", "ark", "hdl", "data",
    "file", "tel", "geo", "isbn", "oai", "cts", "news", "gopher", "telnet", "svn", "git", "ssh",
    "javascript", "vbscript", "blob", "about", "intent", "jar", "filesystem", "view-source",
    "tei",  # versions of the Guidelines, in @source
})  # fmt: skip
# Of most pointers there is nothing to read.
_OWN_ID = re.compile(r"#([A-Za-z_][A-Za-z0-9_.-]*)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


class Target(NamedTuple):
    """What a pointer means: `file` ("" for its own), `id` ("" for the whole), or neither.

    `outside`: not ours to follow. `prefix`: written with one that nobody declares.
    """

    file: str = ""
    id: str = ""
    outside: bool = False
    prefix: str = ""


def target(token: str, index: Index, file: str = "") -> Target:
    """Read one pointer as it stands in the file `index`, or in `file`, which that includes."""
    if found := _from_anywhere(token, index.prefixes, index.elsewhere):
        return found
    if scheme := _SCHEME.fullmatch(plain(token)):
        return _by_prefix(scheme[1], scheme[2], index, file)
    path, _, name = unquote(token).partition("#")
    folder = posixpath.dirname(file or index.path)
    return Target(posixpath.normpath(posixpath.join(folder, path)), name)


@lru_cache(maxsize=1 << 16)  # each check asks again, and texts point to the same entries
def _from_anywhere(token: str, prefixes: Prefixes, elsewhere: bool) -> Target | None:
    """Read a pointer that means the same in whatever file it stands; of others nothing is said."""
    if own := _OWN_ID.fullmatch(token):
        return Target(id=own[1])
    if scheme := _SCHEME.fullmatch(plain(token)):
        if scheme[1] in {name for name, _, _ in prefixes}:
            return None
        web = scheme[1].lower() in SCHEMES
        return Target(outside=web, prefix="" if web else scheme[1])
    path, _, name = unquote(token).partition("#")
    if "(" in name or path.startswith("/") or "?" in path or (path and elsewhere):
        return Target(outside=True)  # an XPointer scheme, or a path of some server
    if not name and re.fullmatch(r"[\w-]+|\d+(\.\d+)+", path):
        return Target(id=path)  # no file has such a name: an id without its #
    return None if path else Target(id=name)


def _by_prefix(prefix: str, rest: str, index: Index, file: str) -> Target:
    """Replace as the prefixDef says."""
    for declared in index.prefixes:
        try:
            if declared[0] == prefix and (full := written_out(declared, rest)):
                same = full == f"{prefix}:{rest}"
                return Target(outside=True) if same else target(full, index, file)
        except re.error:
            return Target(outside=True)
    return Target(outside=True)


@dataclass(frozen=True)
class Known:
    """What can be hit: the ids of each file, and the entries that any file may point to."""

    files: dict[str, dict[str, Anchor]]
    entries: dict[str, Anchor]
    _aims: dict[str, tuple[tuple[Pointer, Target], ...]] = field(default_factory=dict)

    def aims(self, index: Index) -> tuple[tuple[Pointer, Target], ...]:
        """Return the pointers of a file with what they mean, found out once for all checks."""
        if index.path not in self._aims:
            self._aims[index.path] = tuple(
                (one, target(one.token, index, one.file)) for one in index.pointers
            )
        return self._aims[index.path]

    def hit(self, goal: Target, index: Index) -> Anchor | None:
        """Return the element that is meant, where the file is known and has it."""
        own = self.files[goal.file or index.path] if self.has(goal, index) else {}
        if goal.file and goal.id:
            return own.get(goal.id)
        return own.get(goal.id) or self.entries.get(goal.id or goal.file.rpartition("/")[2])

    def has(self, goal: Target, index: Index) -> bool:
        """Whether the file that is meant is known."""
        return (goal.file or index.path) in self.files


# What is known of an edition, as long as somebody looks at it: one check does after the other.
_KNOWN: WeakKeyDictionary[Corpus, Known] = WeakKeyDictionary()


def known(corpus: Corpus) -> Known:
    """Gather the ids of an edition, once."""
    if corpus not in _KNOWN:
        _KNOWN[corpus] = _gathered(corpus)
    return _KNOWN[corpus]


def _gathered(corpus: Corpus) -> Known:
    files = {path: {one.id: one for one in i.anchors} for path, i in corpus.files.items()}
    entries = {
        one.id: one
        for i in corpus.files.values()
        for one in i.anchors
        if one.entry or i.role == "register"
    }
    return Known(files, entries)
