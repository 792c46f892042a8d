"""The structure tree of a PDF as a tree: read from the objects of a file that is being written,
and written back. What is right in it is decided in order.py, what is sound in sound.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf


@dataclass(eq=False)
class Element:
    """A structure element. `kids` are elements, and content as the file has it: numbers of marked
    content, references to annotations.
    """

    data: Any
    kids: list[Any] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """Its standard structure type: P, L, Table."""
        return str(self.data["S"]).removeprefix("/")

    @kind.setter
    def kind(self, kind: str) -> None:
        self.data["S"] = f"/{kind}"

    @property
    def role(self) -> str:
        """What it was in the page: a tag, or a class that says more."""
        return str(getattr(self.data, "role", ""))

    @property
    def elements(self) -> list["Element"]:
        """The elements among its kids."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()


class Tree:
    """The structure tree of a file."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        (document,) = self._root["K"]
        self.document = self._read(self._object(document))

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _read(self, data: Any) -> Element:
        element = Element(data)
        for kid in data["K"]:
            found = self._object(kid) if isinstance(kid, bytes) else None
            is_element = found is not None and found.get("Type") == "/StructElem"
            element.kids.append(self._read(found) if is_element else kid)
        return element

    def made(self, kind: str, kids: list[Any], like: Element) -> Element:
        """Make an element that holds `kids`, on the page of another one."""
        data = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kind}", "K": pydyf.Array()})
        if "Pg" in like.data:
            data["Pg"] = like.data["Pg"]
        self.pdf.add_object(data)
        return Element(data, kids)

    def write(self) -> None:
        """Write the tree back into the file: kids, parents, and who has which content."""
        self._write(self.document)

    def _write(self, element: Element) -> None:
        kids = element.kids
        element.data["K"] = pydyf.Array(
            kid.data.reference if isinstance(kid, Element) else kid for kid in kids
        )
        for kid in kids:
            if isinstance(kid, Element):
                kid.data["P"] = element.data.reference
                self._write(kid)
            else:
                self._own(element, kid)

    def _own(self, element: Element, content: Any) -> None:
        """Enter an element as the parent of its content (ISO 32000-1, 14.7.4.4)."""
        numbers = self._object(self._root["ParentTree"])["Nums"]
        if isinstance(content, int):
            page = self._object(element.data["Pg"])["StructParents"]
            numbers[2 * page + 1][content] = element.data.reference
        else:
            annotation = self._object(self._object(content)["Obj"])
            numbers[2 * annotation["StructParent"] + 1] = element.data.reference

    def to_artifact(self, element: Element) -> None:
        """Take the content of an element out of the tree: it says nothing to a reader."""
        numbers = self._object(self._root["ParentTree"])["Nums"]
        for one in element.walk():
            marks = {kid for kid in one.kids if isinstance(kid, int)}
            if marks:
                page = self._object(one.data["Pg"])
                for mark in marks:
                    numbers[2 * page["StructParents"] + 1][mark] = "null"
                _unmark(self._object(page["Contents"]).stream, marks)


def _unmark(stream: list[Any], marks: set[int]) -> None:
    """Turn pieces of marked content into artifacts (ISO 32000-1, 14.8.2.2)."""
    for place in range(2, len(stream)):
        properties = stream[place - 1]
        if stream[place] == b"BDC" and isinstance(properties, dict) and properties["MCID"] in marks:
            stream[place - 2 : place + 1] = "/Artifact", b"", b"BMC"
