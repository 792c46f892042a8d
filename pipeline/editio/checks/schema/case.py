"""One complaint of jing beside the element that it is about.

Turns the place just after a tag, which is all that jing gives, into the element of the tree.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from editio.checks.places import place_of
from editio.checks.schema.grammar import Content, Grammar
from editio.edition.reading.copies import for_validator
from editio.edition.reading.lines import text_lines
from editio.edition.reading.source import Document
from editio.edition.reading.tokens import Place, Source
from editio.engines.jing import Message


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

    @property
    def file(self) -> str:
        """The file in which the element stands."""
        return self.document.file(self.element)

    def place(self, attribute: str = "") -> Place:
        """Return the place of the element or of one of its attributes."""
        return self.spot or place_of(self.document, self.element, attribute)


@dataclass(frozen=True)
class _Tag:
    """A tag: where it begins and ends, its element, and whose text ends and goes on there."""

    start: int
    end: int
    element: etree._Element
    before: etree._Element
    after: etree._Element


class Locator:
    """Finds the element of a complaint by the tag that jing had just read, or was about to."""

    def __init__(self, document: Document) -> None:
        """Read the tags as the validator saw them: in one file, whatever is included."""
        self._document = document
        self._lines = document.lines
        if document.assembled:
            self._lines = text_lines(for_validator(document))
        self._source = Source(self._lines)

    @cached_property
    def _tags(self) -> list[_Tag]:
        elements = (one for one in self._document.root.iter(etree.Element) if self._is_typed(one))
        found: list[_Tag] = []
        around = [self._document.root]
        for token in self._source.tokens():
            if token.kind == "text" or (token.kind == "end" and len(around) == 1):
                continue
            before = around[-1]
            element = around.pop() if token.kind == "end" else next(elements, before)
            around += [element] if token.kind == "start" else []
            found.append(_Tag(token.start, token.end, element, before, around[-1]))
        return found

    def _is_typed(self, element: etree._Element) -> bool:
        """Whether the element has a tag of its own, and did not come with an &entity;."""
        if self._document.assembled:
            return True
        line, column = self._document.at(element)
        return not self._document.lines[max(0, line - 1)].startswith("&", column - 1)

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        return [one.start for one in self._tags], [one.end for one in self._tags]

    def _offset(self, message: Message) -> int:
        """Turn jing's place into an offset; Java counts a character beyond U+FFFF as two."""
        lines = self._lines
        line = lines[min(message.line, len(lines)) - 1]
        column, units = 0, message.column - 1
        if line.isascii():
            return self._source.offset(message.line, message.column)
        for character in line:
            units -= 2 if character > "\uffff" else 1
            if units < 0:
                break
            column += 1
        return self._source.offset(message.line, column + 1)

    def named(self, message: Message, name: str = "") -> etree._Element:
        """Return the element called `name` whose tag ends at a message; any name without one.

        Where lines end in CR alone, jing is one column short; no tag is as short as that.
        """
        at = bisect_right(self._bounds[1], self._offset(message) + 1) - 1
        element = self._tags[max(0, at)].element
        for one in (element, *element.iterancestors()):
            if not name or etree.QName(one).localname == name.rpartition(":")[2]:
                return one
        return element

    def holding(self, message: Message) -> tuple[etree._Element, Place]:
        """Return the element whose text ends at a message, and where that text begins."""
        offset = self._offset(message)
        at = max(0, bisect_right(self._bounds[0], offset) - 1)
        tag = self._tags[at]
        if offset > tag.end:  # in the middle of a text, at a reference or a rare character
            holder, begins, ends = tag.after, tag.end, offset
        else:
            holder, begins, ends = tag.before, self._tags[at - 1].end if at else 0, tag.start
        if self._document.assembled:
            return holder, self._document.at(holder)
        words = self._source.text[begins:ends]
        return holder, self._source.place(begins + len(words) - len(words.lstrip()))
