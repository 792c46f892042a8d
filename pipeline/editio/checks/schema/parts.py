"""The parts of a RELAX NG schema: the addresses of what it includes, in either syntax."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urljoin

from editio.checks.schema.models import Language, Model
from editio.edition.reading import source
from editio.edition.reading.files import no_file, on_disk

RNG = "http://relaxng.org/ns/structure/1.0"


def unfit_part(schema: Path, seen: frozenset[Path] = frozenset()) -> str:
    """Say what a schema includes that is on the network or no file, by detours as well."""
    if schema in seen or len(seen) > 50:
        return ""
    for href in parts(schema):
        if Model(href, Language.OTHER).remote:
            return f"it includes {href}, and editio never downloads schemas"
        part = schema.parent / local_part(href)
        if kind := no_file(part):
            return f"it includes {os.path.relpath(part, schema.parent)}, but {kind}"
        if found := unfit_part(part.resolve(), seen | {schema}):
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
