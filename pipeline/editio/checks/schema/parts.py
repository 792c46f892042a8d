"""The parts of a RELAX NG schema: the addresses of what it includes, in either syntax."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

from editio.checks.schema.models import Language, Model
from editio.edition.reading import source
from editio.edition.reading.files import on_disk

RNG = "http://relaxng.org/ns/structure/1.0"


def remote_part(schema: Path, seen: frozenset[Path] = frozenset()) -> str:
    """Name what a schema includes from the network, by detours as well; or nothing."""
    if schema in seen or len(seen) > 50:
        return ""
    for href in parts(schema):
        if Model(href, Language.OTHER).remote:
            return href
        if found := remote_part((schema.parent / local_part(href)).resolve(), seen | {schema}):
            return found
    return ""


def parts(schema: Path) -> list[str]:
    """Return the addresses that a schema includes."""
    if schema.suffix.lower() == ".rnc":
        words = re.sub(r"#[^\n]*", "", source.words(schema))
        named = re.findall(r"""\b(?:include|external)\s+(?:"([^"]*)"|'([^']*)')""", words)
        return [one or other for one, other in named]
    tree = source.tree(schema)
    found = () if tree is None else tree.iter(f"{{{RNG}}}include", f"{{{RNG}}}externalRef")
    return [urljoin(one.base or "", one.get("href", "")) for one in found]


def local_part(href: str) -> str:
    """Return the path that an address of this machine names."""
    path = on_disk(href)
    return unquote(path) if path == href else path
