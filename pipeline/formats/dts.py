"""Distributed Text Services, Level 0: every answer that does not name a range, as a file.

The files lie where the URI templates of `entry.jsonld` lead to; addresses begin at the root of
the folder that everything is built into. `editio serve` answers the other questions as well.
"""

import json
from collections.abc import Iterator
from urllib.parse import quote

from pipeline.dts.answers import (
    Catalogue,
    Json,
    Question,
    Resource,
    collection,
    document,
    entry,
    navigation,
)
from pipeline.dts.trees import Tree
from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.tei import complete

# Beyond so many units, lists of siblings would repeat each other: those are left to the server.
MOST = 500


class Paths:
    """Where the files are, as URI templates."""

    def entry(self) -> str:
        """Give the address of the entry."""
        return "/dts/entry.jsonld"

    def collection(self, text: str = "") -> str:
        """Give the template of collections."""
        return f"/dts/collection/id{_or(text, '{/id}')}/nav{{/nav}}.jsonld"

    def navigation(self, text: str = "") -> str:
        """Give the template of navigation."""
        where = _or(text, "{/resource}")
        return f"/dts/navigation{where}/tree{{/tree}}/ref{{/ref}}/down{{/down}}.jsonld"

    def document(self, text: str = "") -> str:
        """Give the template of documents."""
        return f"/dts/document{_or(text, '{/resource}')}/tree{{/tree}}/ref{{/ref}}.xml"


def render(text: Text) -> Files:
    """Leave it to `assemble`: answers are made from the standalone TEI."""
    return {}


def assemble(whole: Whole) -> Files:
    """Give entry, collections, navigation and documents."""
    resources = {id_: Resource(root) for id_, root in complete(whole.source).items()}
    catalogue, paths = Catalogue(whole.edition or "Texts", resources), Paths()
    files = {"entry.jsonld": _bytes(entry(paths))}
    for id_ in ("", *resources):
        for nav in ("", "children", "parents"):
            name = f"collection/id{_or(id_)}/nav{_or(nav)}.jsonld"
            files[name] = _bytes(collection(catalogue, paths, id_, nav))
    for resource in resources.values():
        files |= _navigations(catalogue, resource) | _documents(catalogue, resource)
    return files


def _navigations(catalogue: Catalogue, resource: Resource) -> Files:
    files: Files = {}
    for tree in resource.trees:
        for ref, down in _questions(tree):
            asked = Question(resource.id, ref, tree=tree.identifier, down=down)
            depth = "" if down is None else str(down)
            name = (
                f"navigation/{_segment(resource.id)}/tree{_or(tree.identifier)}/ref{_or(ref)}"
                f"/down{_or(depth)}.jsonld"
            )
            files[name] = _bytes(navigation(catalogue, Paths(), asked, f"/dts/{name}"))
    return files


def _questions(tree: Tree) -> Iterator[tuple[str, int | None]]:
    """Give ref and down of each question that has an answer of its own."""
    downs = [*range(1, tree.depth + 1), -1]
    yield from (("", down) for down in downs)
    for unit in tree.units:
        yield unit.identifier, None
        if len(tree.units) <= MOST:
            yield from ((unit.identifier, down) for down in (0, *downs))


def _documents(catalogue: Catalogue, resource: Resource) -> Files:
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
