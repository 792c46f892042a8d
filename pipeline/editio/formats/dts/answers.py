"""Questions to a collection of texts, answered as DTS 1.0 says: JSON-LD, or a Fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from lxml import etree

from editio.edition.blanks import worded
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.texts.titles import XML_LANG
from editio.formats.dts import passages
from editio.formats.dts.trees import Tree, Unit, trees

Json = dict[str, Any]
_FRAME: Json = {"@context": "https://dtsapi.org/context/v1.0.json", "dtsVersion": "1.0"}
ROOT = "default"
TEI_TYPE = "application/tei+xml"


class Fault(Exception):  # noqa: N818  # of the question, not of ours
    """A question that cannot be answered: the HTTP status, and why in words."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Addresses(Protocol):
    """Where the endpoints are, as URI templates (RFC 6570); with a text, those of that text."""

    def entry(self) -> str: ...  # noqa: D102
    def collection(self, text: str = "") -> str: ...  # noqa: D102
    def navigation(self, text: str = "") -> str: ...  # noqa: D102
    def document(self, text: str = "") -> str: ...  # noqa: D102


@dataclass(frozen=True)
class Resource:
    """One text."""

    root: etree._Element

    @property
    def id(self) -> str:
        """Its identifier."""
        return self.root.get(XML_ID, "")

    @property
    def lang(self) -> str:
        """Its language."""
        return self.root.get(XML_LANG, "en")

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """The ways to cite it."""
        return trees(self.root)

    @cached_property
    def spans(self) -> passages.Spans:
        """Where each of its elements begins and ends."""
        return passages.spans(self.root)

    def said(self, path: str) -> list[str]:
        """Return words of the header."""
        found = self.root.iterfind(f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/" + path)
        return [worded(one) for one in found]


@dataclass(frozen=True)
class Catalogue:
    """All texts, under the title of the edition."""

    title: str
    resources: Mapping[str, Resource] = field(default_factory=dict)


def entry(at: Addresses) -> Json:
    """Answer the entry endpoint."""
    return _FRAME | {
        "@id": at.entry(),
        "@type": "EntryPoint",
        "collection": at.collection(),
        "navigation": at.navigation(),
        "document": at.document(),
    }


def collection(of: Catalogue, at: Addresses, id_: str = "", nav: str = "") -> Json:
    """Answer the collection endpoint."""
    if nav not in {"", "children", "parents"}:
        raise Fault(400, "nav is children or parents")
    if id_ in {"", ROOT}:
        members = [_resource(one, at) for one in of.resources.values()]
        return _FRAME | _collection(of, at) | {"member": [] if nav == "parents" else members}
    if id_ not in of.resources:
        raise Fault(404, f"there is no collection or text {id_}")
    found = _FRAME | _resource(of.resources[id_], at)
    return found | ({"member": [_collection(of, at)]} if nav == "parents" else {})


def _collection(of: Catalogue, at: Addresses) -> Json:
    """Return the one Collection of DTS that there is, the edition, without its members."""
    return {
        "@id": ROOT,
        "@type": "Collection",
        "title": of.title,
        "totalParents": 0,
        "totalChildren": len(of.resources),
        "collection": at.collection(),
    }


def _resource(resource: Resource, at: Addresses) -> Json:
    title = f"{{{TEI}}}titleStmt/{{{TEI}}}"
    core = {
        "creator": resource.said(title + "author"),
        "language": [resource.lang],
        "title": [{"lang": resource.lang, "value": one} for one in resource.said(title + "title")],
    }
    return {
        "@id": resource.id,
        "@type": "Resource",
        "title": "; ".join(resource.said(title + "title")[:1]),
        "totalParents": 1,
        "totalChildren": 0,
        "dublinCore": {name: value for name, value in core.items() if value},
        "mediaTypes": [TEI_TYPE],
        "collection": at.collection(resource.id),
        "navigation": at.navigation(resource.id),
        "document": at.document(resource.id),
        "citationTrees": [_citation_tree(tree) for tree in resource.trees],
    }


def _citation_tree(tree: Tree) -> Json:
    found: Json = {"@type": "CitationTree", "citeStructure": list(tree.structure)}
    return found | ({"identifier": tree.identifier} if tree.identifier else {})


@dataclass(frozen=True)
class Question:
    """What navigation and document are asked; empty: not asked."""

    resource: str = ""
    ref: str = ""
    start: str = ""
    end: str = ""
    tree: str = ""
    down: int | None = None
    media: str = ""


def navigation(of: Catalogue, at: Addresses, asked: Question, url: str) -> Json:
    """Answer the navigation endpoint."""
    resource, tree = _asked(of, asked)
    if asked.down is None and not (asked.ref or asked.start):
        raise Fault(400, "ask for ref, for start and end, or for down")
    if asked.down == 0 and not asked.ref:
        raise Fault(400, "down=0 needs ref")
    found: Json = {"@id": url, "@type": "Navigation", "resource": _resource(resource, at)}
    if tree is None:
        return _FRAME | found | {"member": []}
    places = _places(tree, asked)
    for name in ("ref", "start", "end"):
        if name in places:
            found[name] = _unit(tree.units[places[name]], resource.lang)
    if asked.down is not None:
        members = _members(tree, places, asked.down)
        found["member"] = [_unit(tree.units[one], resource.lang) for one in members]
    return _FRAME | found


def document(of: Catalogue, asked: Question) -> bytes:
    """Answer the document endpoint: TEI."""
    if asked.media not in {"", TEI_TYPE, "application/xml"}:
        raise Fault(404, f"texts are given as {TEI_TYPE}")
    resource, tree = _asked(of, asked)
    if not (asked.ref or asked.start):
        return passages.whole(resource.root)
    if tree is None:
        raise Fault(404, "the text has no citation tree")
    places = _places(tree, asked)
    first = places.get("ref", places.get("start", 0))
    last = places.get("end", first)
    return passages.passage(tree, first, last, lambda: resource.spans)


def _asked(of: Catalogue, asked: Question) -> tuple[Resource, Tree | None]:
    """Find the text and the tree that are asked for."""
    if not asked.resource:
        raise Fault(400, "resource is missing")
    if asked.ref and (asked.start or asked.end):
        raise Fault(400, "ref goes without start and end")
    if bool(asked.start) != bool(asked.end):
        raise Fault(400, "start and end go together")
    if asked.resource not in of.resources:
        raise Fault(404, f"there is no text {asked.resource}")
    resource = of.resources[asked.resource]
    found = [tree for tree in resource.trees if tree.identifier == asked.tree]
    if asked.tree and not found:
        raise Fault(404, f"there is no tree {asked.tree}")
    return resource, found[0] if found else None


def _places(tree: Tree, asked: Question) -> dict[str, int]:
    places = {}
    for name in ("ref", "start", "end"):
        if wanted := getattr(asked, name):
            place = tree.place(wanted)
            if place is None:
                raise Fault(404, f"there is no unit {wanted}")
            places[name] = place
    if "start" in places and places["end"] < places["start"]:
        raise Fault(400, "end stands before start")
    return places


def _members(tree: Tree, places: Mapping[str, int], down: int) -> list[int]:
    """Return the places of the units that `down` asks for."""
    units = tree.units
    if "ref" in places:
        at = places["ref"]
        if down == 0:
            return [n for n, one in enumerate(units) if one.parent == units[at].parent]
        among, base = tree.subtree(at), units[at].level
    elif "start" in places:
        end = tree.subtree(places["end"])
        among = range(places["start"], end.stop)
        base = max(units[places["start"]].level, units[places["end"]].level)
    else:
        among, base = range(len(units)), 0
    return [n for n in among if down == -1 or units[n].level <= base + down]


def _unit(unit: Unit, lang: str) -> Json:
    found: Json = {
        "identifier": unit.identifier,
        "@type": "CitableUnit",
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.kind,
    }
    if unit.title:
        found["dublinCore"] = {"title": [{"lang": lang, "value": unit.title}]}
    return found
