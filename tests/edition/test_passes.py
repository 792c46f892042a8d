"""How often the tree of a text is made where memory holds none for long."""

from pathlib import Path

import pytest
from editio.edition.edition import opened
from editio.edition.reading import trees

from tests.pipeline.editions import edition, tei

WORDS = """<p><persName ref="#ann">Ann</persName></p>
<div><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></div>"""


def test_each_text_is_parsed_three_times_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once for itself, once for the registers that it adds to, once for what its names mean."""
    folder = edition(tmp_path, **{f"a{n}": tei(WORDS, f"a{n}", f"Text {n}") for n in range(9)})
    parsed = trees.parsed
    made: list[bytes] = []

    def counted(xml: bytes) -> object:
        made.append(xml)
        return parsed(xml)

    monkeypatch.setattr(trees, "MOST", 1)
    monkeypatch.setattr(trees, "parsed", counted)
    trees.TREES.clear()
    found, _ = opened(folder)
    texts = [one.xml for one in found.texts]
    assert len(texts) == 9
    assert len(found.registers) == 1
    assert len(made) <= 3 * len(texts) + 3
