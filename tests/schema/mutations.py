"""The encoding of the edition, bent at random as editors might bend it.

Takes parts of the texts and registers, and deletes, doubles, moves and exchanges elements and
attributes in them. Most of what comes out is invalid; the rest shows what the schema admits.
"""

import random
from collections.abc import Callable, Iterator

from lxml import etree

from tests.schema.fragments import XML, reparsed

_LARGEST = 6000

Change = Callable[[etree._Element, etree._Element, random.Random], None]


def mutants(documents: list[etree._Element], number: int, seed: int) -> list[etree._Element]:
    """Return `number` changed parts of `documents`, the same ones for the same seed."""
    chance = random.Random(seed)
    parts = [part for root in documents for part in _parts(root)]
    return [_mutant(chance.choice(parts), chance.choice(parts), chance) for _ in range(number)]


def _parts(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the parts that have something to change and are not too long."""
    for part in root.iter(etree.Element):
        if len(part) and len(etree.tostring(part, with_tail=False)) < _LARGEST:
            yield part


def _mutant(part: etree._Element, other: etree._Element, chance: random.Random) -> etree._Element:
    changed = reparsed(part)
    for _ in range(chance.randint(1, 3)):
        elements = list(changed.iter(etree.Element))[1:]
        if elements:
            chance.choice(_CHANGES)(chance.choice(elements), other, chance)
    return changed


def _delete(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    assert parent is not None
    _keep_tail(element, parent)
    parent.remove(element)


def _keep_tail(element: etree._Element, parent: etree._Element) -> None:
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    element.tail = None


def _double(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    element.addnext(reparsed(element))


def _move(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    places = [one for one in element.getroottree().getroot().iter(etree.Element) if len(one)]
    place = chance.choice(places)
    place.insert(chance.randint(0, len(place)), reparsed(element))


def _borrow(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """Put an element of another part beside this one."""
    element.addnext(reparsed(chance.choice(list(other.iter(etree.Element))[1:])))


def _undress(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    if element.attrib:
        del element.attrib[chance.choice(sorted(map(str, element.attrib)))]


def _dress(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """Give the element an attribute that another one has."""
    donor = chance.choice([one for one in other.iter(etree.Element) if one.attrib] or [element])
    names = [name for name in sorted(map(str, donor.attrib)) if name != f"{XML}id"]
    if names:
        name = chance.choice(names)
        element.set(name, donor.get(name, ""))


_CHANGES: tuple[Change, ...] = (_delete, _double, _move, _borrow, _undress, _dress)
