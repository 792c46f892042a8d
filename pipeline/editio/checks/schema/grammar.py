"""A RELAX NG schema as an editor asks about it: what may stand in what, with which attributes.

Turns the XML syntax into a Grammar for messages and suggestions; it decides nothing about
validity, which is jing's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from editio.checks.schema.order import Order

RNG = "http://relaxng.org/ns/structure/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True)
class Content:
    """What a piece of a schema allows: elements and attributes by name, and text."""

    elements: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    text: bool = False

    def __or__(self, other: "Content") -> "Content":
        return Content(
            self.elements | other.elements,
            self.attributes | other.attributes,
            self.text or other.text,
        )


@dataclass(frozen=True)
class Grammar:
    """What each element of a schema may contain; names are {namespace}name.

    `direct`: the elements that its own definition names, and not only a class of elements;
    `order`: which may stand before which.
    """

    content: dict[str, Content] = field(default_factory=dict)
    direct: dict[str, frozenset[str]] = field(default_factory=dict)
    order: Order = field(default_factory=lambda: Order({}, {}, lambda _: frozenset()))

    def holds(self, name: str) -> frozenset[str]:
        """Return the elements that may stand in `name`."""
        return self.content.get(name, Content()).elements

    def parents(self, name: str) -> frozenset[str]:
        """Return the elements that may contain `name`."""
        return frozenset(one for one, content in self.content.items() if name in content.elements)

    def bearers(self, attribute: str) -> frozenset[str]:
        """Return the elements that may carry an attribute."""
        return frozenset(
            one for one, content in self.content.items() if attribute in content.attributes
        )


Open = Callable[[str, str], etree._Element | None]


def grammar(root: etree._Element, base: str, opened: Open) -> Grammar:
    """Read a schema; `opened` gives the root of an included one, by address and base."""
    return _Reader(opened).read(root, base)


class _Reader:
    """Gathers definitions and follows references, each once."""

    def __init__(self, opened: Open) -> None:
        self._opened = opened
        self._defines: dict[str, list[etree._Element]] = defaultdict(list)
        self._known: dict[str, Content] = {}

    def read(self, root: etree._Element, base: str) -> Grammar:
        trees = [root, *self._included(root, base, frozenset({base}))]
        for tree in trees:
            for define in tree.iter(f"{{{RNG}}}define"):
                self._defines[define.get("name", "")].append(define)
        content: dict[str, Content] = defaultdict(Content)
        direct: dict[str, frozenset[str]] = defaultdict(frozenset)
        patterns: dict[str, list[etree._Element]] = defaultdict(list)
        for tree in trees:
            for element in tree.iter(f"{{{RNG}}}element"):
                inside, named = self._of_children(element), frozenset(self._named(element))
                for name in _names(element):
                    content[name] |= inside
                    direct[name] |= named
                    patterns[name].append(element)
        order = Order(patterns, self._defines, lambda node: self._of(node).elements)
        return Grammar(dict(content), dict(direct), order)

    def _named(self, element: etree._Element) -> Iterator[str]:
        """Names of the elements to which an element pattern refers without a detour."""
        for ref in element.iter(f"{{{RNG}}}ref"):
            for define in self._defines.get(ref.get("name", ""), ()):
                for child in define.iterchildren(f"{{{RNG}}}element"):
                    yield from _names(child)

    def _included(
        self, root: etree._Element, base: str, seen: frozenset[str]
    ) -> Iterator[etree._Element]:
        for include in root.iter(f"{{{RNG}}}include", f"{{{RNG}}}externalRef"):
            href = include.get("href", "")
            found = None if href in seen else self._opened(href, base)
            if found is not None:
                yield found
                yield from self._included(found, found.base or href, seen | {href})

    def _of_children(self, node: etree._Element) -> Content:
        found = Content()
        for child in node.iterchildren(etree.Element):
            found |= self._of(child)
        return found

    def _of(self, node: etree._Element) -> Content:
        kind = str(node.tag).removeprefix(f"{{{RNG}}}")
        if kind == "element":
            return Content(elements=frozenset(_names(node)))
        if kind == "attribute":
            return Content(attributes=frozenset(_names(node)))
        if kind in {"text", "data", "value", "list", "mixed"}:
            return self._of_children(node) | Content(text=True)
        if kind in {"ref", "parentRef"}:
            return self._referred(node.get("name", ""))
        return Content() if kind in {"notAllowed", "empty", "name"} else self._of_children(node)

    def _referred(self, name: str) -> Content:
        if name not in self._known:
            self._known[name] = Content()
            found = Content()
            for define in self._defines.get(name, ()):
                found |= self._of_children(define)
            self._known[name] = found
        return self._known[name]


def _names(node: etree._Element) -> Iterator[str]:
    """Names of an element or attribute pattern; those of a wildcard are not listed."""
    if name := node.get("name"):
        yield _qualified(name, node, node.tag == f"{{{RNG}}}element")
        return
    for child in node.iterchildren(f"{{{RNG}}}name", f"{{{RNG}}}choice"):
        for one in child.iter(f"{{{RNG}}}name"):
            yield _qualified((one.text or "").strip(), one, True)
        if child.tag == f"{{{RNG}}}name":
            return


def _qualified(name: str, node: etree._Element, inherits: bool) -> str:
    prefix, colon, local = name.rpartition(":")
    if colon:
        namespace = _XML if prefix == "xml" else node.nsmap.get(prefix, "")
        return f"{{{namespace}}}{local}"
    around = [node, *node.iterancestors()] if inherits else [node]
    namespace = next((space for one in around if (space := one.get("ns")) is not None), "")
    return f"{{{namespace}}}{name}" if namespace else name
