"""In which order texts stand, on pages, in lists, in the book."""

from pathlib import Path

import pytest
from editio.edition.edition import opened

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Rye</title>
</titleStmt><publicationStmt><p>n</p></publicationStmt><sourceDesc><p>n</p></sourceDesc></fileDesc>
</teiHeader><text><body><p>Rye.</p></body></text></TEI>"""


@pytest.mark.parametrize(
    ("settings", "order"),
    [
        ("", ["MS-2", "MS-2a", "MS-10", "a", "a2", "a10"]),
        ('order = ["a10", "MS-10"]', ["a10", "MS-10", "MS-2", "MS-2a", "a", "a2"]),
    ],
)
def test_numbers_in_names_of_files_are_counted(
    tmp_path: Path, settings: str, order: list[str]
) -> None:
    """Where the settings name no other order."""
    (tmp_path / "edition.toml").write_text(settings, "utf-8")
    for name in sorted(order):
        (tmp_path / f"{name}.xml").write_text(TEXT, "utf-8")
    edition, _ = opened(tmp_path)
    assert [one.id for one in edition.texts] == order
