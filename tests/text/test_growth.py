"""A text of eight times the length takes eight times as long, and not sixty-four times."""

import time
from collections.abc import Callable

import pytest
from editio.engines.saxon import Node
from editio.model.words import Flow
from editio.render import conservation
from editio.render.job import behaviours, here, labels

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Tell how many times longer it takes for eight times as much, each at its quickest."""
    spent = []
    for many in (size, 8 * size):
        run = work(many)
        times = []
        for _ in range(2):
            started = time.process_time()
            run()
            times.append(time.process_time() - started)
        spent.append(min(times))
    return spent[1] / spent[0]


def _prepared(many: int) -> Callable[[], object]:
    """Paragraphs beside each other, each of which gets a name of its own."""
    tree = here().parse(TEI.format("<p/>" * many))
    return lambda: here().run("prepare", tree, "prepare")


def _rows(many: int) -> Callable[[], object]:
    """A table in plain text, whose cells look for those that reach down from above."""
    rows = '<row><cell rows="2">a</cell><cell>b</cell></row><row><cell>c</cell></row>' * many
    tree: Node = behaviours("a.xml", TEI.format(f"<table>{rows}</table>")).tree
    return lambda: here().run("text", tree, "text", {"labels": labels(), "bare": "yes"})


def _notes(many: int) -> Callable[[], object]:
    """Notes that all begin alike, looked for among those of a page."""
    notes = [Flow(("See", "page", str(n), "above")) for n in range(many)]
    rest = [word for note in notes for word in note.words]
    assert list(conservation._anywhere(notes, rest)) == []
    return lambda: list(conservation._anywhere(notes, rest))


def _senses(many: int) -> Callable[[], object]:
    """An entry of a dictionary, whose senses are counted."""
    senses = "<sense><def>rye</def><usg>dated</usg></sense>" * many
    entry = TEI.format(f"<entry><form><orth>rye</orth></form>{senses}</entry>")
    tree = here().run("prepare", here().parse(entry), "prepare").value.head
    return lambda: here().run("rules", tree, "rules", {"labels": labels()})


GROWING = [(_prepared, 700), (_rows, 150), (_notes, 100), (_senses, 60)]


@pytest.mark.parametrize(("work", "size"), GROWING)
def test_growth(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Three times what is due is allowed for; a square would be eight times."""
    assert growth(work, size) < 24


def test_notes_in_another_order() -> None:
    """Each is found where it is, however many others begin alike."""
    notes = [Flow(("See", "page", str(n), "above")) for n in range(500)]
    rest = [word for note in reversed(notes) for word in note.words]
    assert list(conservation._anywhere(notes, rest)) == []
