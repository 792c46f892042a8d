"""Distributed Text Services, Level 0: every answer that does not name a range, as a file.

The files lie where the URI templates of `entry.jsonld` lead to. Where the edition says at which
address its site is, templates and addresses are whole; else they begin at the root of the folder
that everything is built into. `editio serve` answers the other questions as well.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from editio.edition.names import is_safe
from editio.formats.dts.answers import (
    Catalogue,
    Json,
    Question,
    Resource,
    collection,
    document,
    entry,
    navigation,
)
from editio.formats.dts.trees import Tree
from editio.formats.tei import complete
from editio.model.context import Files, Whole

# Beyond so many units, lists of siblings would repeat each other: those are left to the server.
MOST = 500


@dataclass(frozen=True)
class Paths:
    """Where the files are, as URI templates, below the address of the folder dts/."""

    base: str = "/dts"

    def entry(self) -> str:
        """Return the address of the entry."""
        return f"{self.base}/entry.jsonld"

    def collection(self, text: str = "") -> str:
        """Return the template of collections."""
        return f"{self.base}/collection/id{_or(text, '{/id}')}/nav{{/nav}}.jsonld"

    def navigation(self, text: str = "") -> str:
        """Return the template of navigation."""
        where = _or(text, "{/resource}")
        return f"{self.base}/navigation{where}/tree{{/tree}}/ref{{/ref}}/down{{/down}}.jsonld"

    def document(self, text: str = "") -> str:
        """Return the template of documents."""
        return f"{self.base}/document{_or(text, '{/resource}')}/tree{{/tree}}/ref{{/ref}}.xml"


def assemble(whole: Whole) -> Files:
    """Return entry, collections, navigation and documents."""
    resources = {id_: Resource(root) for id_, root in complete(whole.edition).items()}
    catalogue, paths = Catalogue(whole.title or "Texts", resources), Paths(_base(whole))
    files = {"entry.jsonld": _bytes(entry(paths))}
    for id_ in ("", *resources):
        for nav in ("", "children", "parents"):
            name = f"collection/id{_or(id_)}/nav{_or(nav)}.jsonld"
            files[name] = _bytes(collection(catalogue, paths, id_, nav))
    for resource in resources.values():
        files |= _navigations(catalogue, resource, paths) | _documents(catalogue, resource)
    return {_decoded(name): data for name, data in files.items()}


def _base(whole: Whole) -> str:
    """Return the address of dts/, which is in the folder of the site."""
    site = whole.surroundings.address
    return f"{site}dts" if site else "/dts"


def _decoded(name: str) -> str:
    """Return the file that a server looks for when it is asked for a path: "é", and not "%C3%A9".

    What would lead into another folder stays encoded.
    """
    steps = [(step, unquote(step)) for step in name.split("/")]
    return "/".join(plain if is_safe(plain) and "/" not in plain else step for step, plain in steps)


def _navigations(catalogue: Catalogue, resource: Resource, paths: Paths) -> Files:
    files: Files = {}
    for tree in resource.trees:
        for ref, down in _questions(tree):
            asked = Question(resource.id, ref, tree=tree.identifier, down=down)
            depth = "" if down is None else str(down)
            name = (
                f"navigation/{_segment(resource.id)}/tree{_or(tree.identifier)}/ref{_or(ref)}"
                f"/down{_or(depth)}.jsonld"
            )
            files[name] = _bytes(navigation(catalogue, paths, asked, f"{paths.base}/{name}"))
    return files


def _questions(tree: Tree) -> Iterator[tuple[str, int | None]]:
    """Yield ref and down of each question that has an answer of its own."""
    downs = [*range(1, tree.depth + 1), -1]
    yield from (("", down) for down in downs)
    for unit in tree.units:
        yield unit.identifier, None
        if len(tree.units) <= MOST:
            yield from ((unit.identifier, down) for down in (0, *downs))


def _documents(catalogue: Catalogue, resource: Resource) -> Files:
    """Return a text as a whole, and each unit of each of its trees, under the paths that the
    template of addresses names: document/ID/tree/TREE/ref/UNIT.xml.
    """
    start = f"document/{_segment(resource.id)}/tree"
    files = {f"{start}/ref.xml": document(catalogue, Question(resource.id))}
    for tree in resource.trees:
        for unit in tree.units:
            asked = Question(resource.id, unit.identifier, tree=tree.identifier)
            name = f"{start}{_or(tree.identifier)}/ref{_or(unit.identifier)}.xml"
            files[name] = document(catalogue, asked)
    return files


def _or(value: str, otherwise: str = "") -> str:
    """Expand {/value}: a slash and the value, or what stands for it where there is none."""
    return f"/{_segment(value)}" if value else otherwise


def _segment(value: str) -> str:
    return quote(value, safe="")


def _bytes(answer: Json) -> bytes:
    return (json.dumps(answer, ensure_ascii=False) + "\n").encode()
