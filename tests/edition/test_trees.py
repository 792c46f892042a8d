"""Trees are held as far as there is room; one that was let go is made again as it was."""

from pathlib import Path

import pytest
from editio.edition.reading import source, trees
from editio.edition.reading.source import Document
from lxml import etree

TEXT = """<?xml-model href="a.rng"?>
<!-- a word -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{0}"><text><p xml:id="p1">Words.</p></text></TEI>
"""


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """Three texts, where there is room for the tree of one."""
    monkeypatch.setattr(trees, "MOST", 1)
    found = []
    for name in ("a", "b", "not an id"):
        file = tmp_path / f"{name}.xml"
        file.write_text(TEXT.format(name), "utf-8")
        document = source.read(file, file.name)
        assert isinstance(document, Document)
        found.append(document)
    return found


def test_one_tree_is_held(texts: list[Document]) -> None:
    """However many texts were read and asked for."""
    first = texts[0].root
    assert texts[0].root is first
    assert [len(trees.TREES.held) for one in texts if one.root is not None] == [1, 1, 1]
    assert texts[0].root is not first


def test_a_tree_is_made_again_as_it_was(texts: list[Document]) -> None:
    """With places, what stands before the root, on the lines where it stands."""
    for one in texts:
        root = one.root
        before = list(root.itersiblings(preceding=True))
        assert [(str(node), str(node.sourceline)) for node in before] == [
            ("<!-- a word -->", "2"),
            ('<?xml-model href="a.rng"?>', "1"),
        ]
        assert (one.at(root), one.at(root[0])[0]) == ((3, 1), 3)
        assert etree.tostring(root, encoding="unicode", with_tail=False) == one.xml
        assert (one.lines[1], one.data.count(b"\n")) == ("<!-- a word -->", 3)


def test_the_root_alone_needs_no_tree(texts: list[Document]) -> None:
    """Its name, its attributes and its place are there, whatever its id is."""
    trees.TREES.clear()
    assert [one.top.get(source.XML_ID) for one in texts] == ["a", "b", "not an id"]
    assert {one.at(one.top) for one in texts} == {(3, 1)}
    assert not trees.TREES.held
