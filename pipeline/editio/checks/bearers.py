"""The elements of a text by the attributes that they have: one walk for all checks that ask so.

Turns a root into lists of elements, in the order of the text.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree


def bearers(root: etree._Element, *attributes: str) -> list[etree._Element]:
    """Return the elements that have one of some attributes, the root included."""
    everything = _bearers(root)
    if len(attributes) == 1:
        return [one for _, one in everything.get(attributes[0], ())]
    found = {number: one for name in attributes for number, one in everything.get(name, ())}
    return [found[number] for number in sorted(found)]


@lru_cache(maxsize=2)  # a file and, of a corpus, one of its texts
def _bearers(root: etree._Element) -> Mapping[str, list[tuple[int, etree._Element]]]:
    found: dict[str, list[tuple[int, etree._Element]]] = defaultdict(list)
    for numbered in enumerate(root.iter(etree.Element)):
        for name in map(str, numbered[1].keys()):
            found[name].append(numbered)
    return dict(found)
