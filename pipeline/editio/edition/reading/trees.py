"""Trees of texts, as many as memory should hold: a tree that is asked for again is parsed again.

A tree takes thirty times the room of its text, so that ten thousand of them are more than a
machine has. What is kept of a text is its XML, deflated.
"""

import zlib
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from lxml import etree

# The texts whose trees are kept have together so many bytes of deflated XML: a hundred letters.
MOST = 1024**2


def packed(words: bytes, brief: bool = False) -> bytes:
    """Return bytes as they are kept; not deflated where it is for a brief time."""
    return zlib.compress(words, 0 if brief else 1)


@lru_cache(maxsize=8)  # the same text is asked for its lines again and again
def unpacked(kept: bytes) -> bytes:
    """Return what was packed."""
    return zlib.decompress(kept)


@dataclass
class Trees:
    """The trees that were asked for last, by their packed XML and what stands before the root;
    `size`: how many bytes of packed XML these are.
    """

    held: OrderedDict[tuple[str, bytes], etree._Element] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)
    size: int = 0

    def tree(self, before: str, kept: bytes) -> etree._Element:
        """Return the root of a text."""
        with self.lock:
            if (root := self.held.get((before, kept))) is not None:
                self.held.move_to_end((before, kept))
                return root
        return self.hold(before, kept, parsed(before.encode() + zlib.decompress(kept)))

    def hold(self, before: str, kept: bytes, root: etree._Element) -> etree._Element:
        """Hold a root for as long as there is room; the newest is always held."""
        with self.lock:
            if (before, kept) not in self.held:
                self.size += len(kept)
            self.held[before, kept] = root
            self.held.move_to_end((before, kept))
            while self.size > MOST and len(self.held) > 1:
                self.size -= len(self.held.popitem(last=False)[0][1])
        return root

    def clear(self) -> None:
        """Hold nothing any more."""
        with self.lock:
            self.held.clear()
            self.size = 0


TREES = Trees()


def parsed(xml: bytes) -> etree._Element:
    """Return the root of XML that was read before; ids in it may be wrong, or given twice."""
    parser = etree.XMLParser(resolve_entities=False, collect_ids=False, huge_tree=True)
    return etree.fromstring(xml, parser)


def before(root: etree._Element) -> str:
    """Return what stands before a root, on the lines on which it stands."""
    said, line = "", 1
    for one in reversed(list(root.itersiblings(preceding=True))):
        said += "\n" * (int(str(one.sourceline or 1)) - line)
        said += etree.tostring(one, encoding="unicode", with_tail=False)
        line = said.count("\n") + 1
    return said
