"""The parts of a RELAX NG schema: the addresses of what it includes, in either syntax, and of the
DTD and the entities of an XML file.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from editio.checks.schema.models import Language, Model
from editio.edition.reading import source
from editio.edition.reading.files import no_file, on_disk

RNG = "http://relaxng.org/ns/structure/1.0"
# What XML says without meaning it, comments of the compact syntax, and addresses in either.
_ASIDE = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
_COMMENT = re.compile(r"#[^\n]*")
_NAMED = re.compile(r"""\b(?:include|external)\s+(?:"([^"]*)"|'([^']*)')""")
_INCLUDED = re.compile(
    r"""<(?:[\w.-]+:)?(?:include|externalRef)\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')"""
)
_DECLARED = re.compile(
    r"""<!(?:DOCTYPE|ENTITY)\s+(?:%\s+)?[^\s\[>]+\s+"""
    r"""(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"([^"]*)"|'([^']*)')"""
)


@dataclass(frozen=True)
class Unfit:
    """A part that cannot be read: the file that names it, where, and what is wrong with it."""

    file: Path
    line: int
    column: int
    reason: str


def unfit_part(schema: Path) -> Unfit | None:
    """Return the first part, by detours as well, that is on the network, not there or no file."""
    seen, rest = {schema}, [schema]
    while rest:
        file = rest.pop(0)
        for href in (*parts(file), *_entities(file)):
            part = Path(os.path.normpath(file.parent / local_part(href)))
            if reason := _amiss(href, part, file.parent):
                return Unfit(file, *_place(file, href), reason)
            if part not in seen:
                seen.add(part)
                rest.append(part)
    return None


def _amiss(href: str, part: Path, folder: Path) -> str:
    """Say what is wrong with a part, or nothing."""
    if Model(href, Language.OTHER).remote:
        return f"it includes {href}, and editio never downloads schemas"
    name = min(os.path.relpath(part, folder), str(part), key=len)
    if kind := no_file(part):
        return f"it includes {name}, but {kind}"
    return "" if source.exists(part) else f"it includes {name}, which is not there"


def parts(schema: Path) -> list[str]:
    """Return the addresses that a schema includes."""
    if _is_compact(schema):
        return list(_addresses(_NAMED, _bare(schema)))
    tree = source.tree(schema)
    if tree is None:
        return list(_addresses(_INCLUDED, _bare(schema)))
    found = tree.iter(f"{{{RNG}}}include", f"{{{RNG}}}externalRef")
    return [urljoin(one.base or "", one.get("href", "")) for one in found]


def _entities(file: Path) -> list[str]:
    """Return the addresses of the DTD of an XML file and of the entities that it declares."""
    return [] if _is_compact(file) else list(_addresses(_DECLARED, _bare(file)))


def _addresses(form: re.Pattern[str], words: str) -> Iterator[str]:
    return (one or other for one, other in form.findall(words))


def _is_compact(schema: Path) -> bool:
    return schema.suffix.lower() == ".rnc"


def _bare(file: Path) -> str:
    """Return the words of a file with blanks for comments, so that places stay."""
    aside = _COMMENT if _is_compact(file) else _ASIDE
    return aside.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), source.words(file))


def _place(file: Path, href: str) -> tuple[int, int]:
    """Return line and column of an address in a file; else its beginning."""
    name, words = re.escape(href.rpartition("/")[2]), _bare(file)
    found = re.search(rf"""["'][^"'<>]*{name}["']""", words)
    before = words[: found.start()] if found else ""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def local_part(href: str) -> str:
    """Return the path that an address of this machine names."""
    path = on_disk(href)
    return unquote(path) if path == href else path
