"""Pages that are named by the number of their image (DTABf)."""

from pathlib import Path

import pytest
from editio.edition.reading.source import ED, Document, read
from editio.edition.registers.aims import aimed

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><pb facs="#f0001"/>
<p{given}>See <ref target="{target}">p. 1</ref>.</p></body></text></TEI>"""


@pytest.mark.parametrize(
    ("given", "target", "led"),
    [
        ("", "#f0001", "#ed.aim.1"),
        ("", "#f0002", None),
        (' xml:id="f0001"', "#f0001", None),
    ],
)
def test_a_link_leads_to_the_page(tmp_path: Path, given: str, target: str, led: str | None) -> None:
    """The number leads to the page that has it; ids of the file are ids."""
    file = tmp_path / "a.xml"
    file.write_text(TEXT.format(given=given, target=target), "utf-8")
    document = read(file, "a.xml")
    assert isinstance(document, Document)
    link = aimed(document).root.find(".//{*}ref")
    assert link is not None
    assert link.get(f"{{{ED}}}target") == led
