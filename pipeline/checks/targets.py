"""Where a pointer leads: a fragment of this file, an entry of a register, another file, the web.

Turns a token of a pointing attribute into a Target (TEI Guidelines, chapter SA; RFC 3986).
"""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from pipeline.checks.index import Anchor, Corpus, Index

# Schemes of addresses that are not ours to follow.
_SCHEMES = frozenset({
    "http", "https", "ftp", "ftps", "mailto", "urn", "doi", "info", "tag", "ark", "hdl", "data",
    "file", "tel", "geo", "isbn", "oai", "cts", "news", "gopher", "telnet", "svn", "git", "ssh",
})  # fmt: skip
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Target:
    """What a pointer means: `file` ("" for its own), `id` ("" for the whole), or neither.

    `outside`: not ours to follow. `prefix`: written with one that nobody declares.
    """

    file: str = ""
    id: str = ""
    outside: bool = False
    prefix: str = ""


def target(token: str, index: Index) -> Target:
    """Read one pointer as it stands in the file `index`."""
    scheme = _SCHEME.fullmatch(token)
    if scheme and scheme[1] not in {name for name, _, _ in index.prefixes}:
        web = scheme[1].lower() in _SCHEMES
        return Target(outside=web, prefix="" if web else scheme[1])
    if scheme:
        return _by_prefix(scheme[1], scheme[2], index)
    path, _, name = unquote(token).partition("#")
    if "(" in name or path.startswith("/") or "?" in path or (path and index.elsewhere):
        return Target(outside=True)  # an XPointer scheme, or a path of some server
    if not name and re.fullmatch(r"[\w-]+", path):
        return Target(id=path)  # no file has such a name: an id without its #
    folder = posixpath.dirname(index.path)
    return Target(posixpath.normpath(posixpath.join(folder, path)) if path else "", name)


def _by_prefix(prefix: str, rest: str, index: Index) -> Target:
    """Replace as the prefixDef says; $1 in TEI is \\1 here."""
    for ident, pattern, replacement in index.prefixes:
        try:
            if ident == prefix and re.fullmatch(pattern, rest):
                full = re.sub(pattern, re.sub(r"\$(\d)", r"\\\1", replacement), rest, count=1)
                return Target(outside=True) if full == f"{prefix}:{rest}" else target(full, index)
        except re.error:
            return Target(outside=True)
    return Target(outside=True)


@dataclass(frozen=True)
class Known:
    """What can be hit: the ids of each file, and the entries that any file may point to."""

    files: dict[str, dict[str, Anchor]]
    entries: dict[str, Anchor]

    def hit(self, goal: Target, index: Index) -> Anchor | None:
        """Give the element that is meant, where the file is known and has it."""
        own = self.files[goal.file or index.path] if self.has(goal, index) else {}
        if goal.file and goal.id:
            return own.get(goal.id)
        return own.get(goal.id) or self.entries.get(goal.id or goal.file.rpartition("/")[2])

    def has(self, goal: Target, index: Index) -> bool:
        """Whether the file that is meant is known."""
        return (goal.file or index.path) in self.files


def known(corpus: Corpus) -> Known:
    """Gather the ids of an edition."""
    files = {path: {one.id: one for one in i.anchors} for path, i in corpus.files.items()}
    entries = {
        one.id: one
        for i in corpus.files.values()
        for one in i.anchors
        if one.entry or i.role == "register"
    }
    return Known(files, entries)
