"""One complaint of jing beside the element that it is about.

Turns the place just after a tag, which is all that jing gives, into the element of the tree.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from pipeline.checks.places import Place, Source, place_of
from pipeline.checks.schema.grammar import Content, Grammar
from pipeline.jing import Message
from pipeline.source import Document


@dataclass(frozen=True)
class Case:
    """A complaint: what jing says, the element it means, the document and its grammar."""

    text: str
    element: etree._Element
    document: Document
    grammar: Grammar
    spot: Place | None = None

    @property
    def parent(self) -> etree._Element | None:
        """The element around the one that is meant."""
        return self.element.getparent()

    @property
    def own(self) -> Content:
        """What the grammar allows in the element."""
        return self.grammar.content.get(str(self.element.tag), Content())

    @property
    def allowed(self) -> Content:
        """What the grammar allows in the element around."""
        return self.grammar.content.get(str(getattr(self.parent, "tag", "")), Content())

    def place(self, attribute: str = "") -> Place:
        """Give the place of the element or of one of its attributes."""
        return self.spot or place_of(self.document, self.element, attribute)


class Locator:
    """Finds the element of a complaint by the tag that jing had just read, or was about to."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = Source(document.lines)

    @cached_property
    def _tags(self) -> tuple[list[int], list[int], list[tuple[etree._Element, bool]]]:
        """Where tags begin and end, and the element of each with whether the tag opens it."""
        elements = self._document.root.iter(etree.Element)
        starts: list[int] = []
        ends: list[int] = []
        found: list[tuple[etree._Element, bool]] = []
        around: list[etree._Element] = []
        for token in self._source.tokens():
            if token.kind == "text" or (token.kind == "end" and not around):
                continue
            opens = token.kind != "end"
            element = next(elements, self._document.root) if opens else around.pop()
            around += [element] if token.kind == "start" else []
            starts.append(token.start)
            ends.append(token.end)
            found.append((element, opens))
        return starts, ends, found

    def named(self, message: Message, name: str = "") -> etree._Element:
        """Give the element called `name` whose tag ends at a message; any name without one."""
        _, ends, found = self._tags
        offset = self._source.offset(message.line, message.column)
        element, _ = found[max(0, bisect_right(ends, offset) - 1)]
        for one in (element, *element.iterancestors()):
            if not name or etree.QName(one).localname == name.rpartition(":")[2]:
                return one
        return element

    def holding(self, message: Message) -> tuple[etree._Element, Place]:
        """Give the element whose text ends at a message, and where that text begins."""
        starts, ends, found = self._tags
        offset = self._source.offset(message.line, message.column)
        at = max(0, bisect_right(starts, offset) - 1)
        element, opens = found[at]
        parent = element.getparent()
        begins = ends[at - 1] if at else 0
        words = self._source.text[begins : starts[at]]
        begins += len(words) - len(words.lstrip())
        holder = parent if opens and parent is not None else element
        return holder, self._source.place(begins)
