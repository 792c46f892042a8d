"""Checks take as long as a file is, however its lines are ended."""

import time
from pathlib import Path

import pytest
from editio.checks.index import index
from editio.checks.registry import check_document
from editio.edition.reading import source
from editio.edition.reading.source import Document

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p>"
    "</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)
PIECES = {
    "paragraphs": '<p rend="a">He said, "No," and “yes”; <ref target="#x">see</ref>.</p>',
    "one paragraph": 'He said, "No," and “yes”; «so» > or = 6" ',
    "a list": '<item n="1"><date when="1964-04-17">17 April 1964</date> “a</item>',
}


def seconds(folder: Path, piece: str, size: int) -> float:
    """Measure the checks of one file of one line."""
    body = piece * (size // len(piece))
    body = f"<p>{body}</p>" if piece[0] != "<" else f"<list>{body}</list>"
    file = folder / f"{size}.xml"
    file.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}'
        f"<text><body>{body}</body></text></TEI>"
    )
    document = source.read(file, "a.xml")
    assert isinstance(document, Document)
    started = time.process_time()
    list(check_document(document))
    index(document, "text")
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_eight_times_the_line_takes_no_thirty_times_as_long(tmp_path: Path, piece: str) -> None:
    """It would take sixty-four times as long if it grew with the square of the length."""
    few = max(seconds(tmp_path, piece, 40_000), 0.01)
    assert seconds(tmp_path, piece, 320_000) < 30 * few
