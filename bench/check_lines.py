"""How long the checks of a file take that is one line of 1, 2 and 4 MB: -m bench.check_lines.

A straight line: each row takes about twice as long as the one before.
"""

import tempfile
import time
from pathlib import Path

from editio.checks.run import check
from editio.edition.selection import select

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p>"
    "</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)
BODIES = {
    "paragraphs": ("", '<p>He said, "No," and “yes”; <ref target="#x">see</ref>.</p>', ""),
    "one paragraph": ("<p>", 'He said, "No," and “yes”, ', "</p>"),
    "an attribute": ('<p n="', "words ", '">x</p>'),
    "empty siblings": ("<p>", "<lb/>", "</p>"),
}


def measure(body: str) -> float:
    """Check one file of one line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.xml"
        start = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER}<text><body>'
        file.write_text(f"{start}{body}</body></text></TEI>")
        started = time.perf_counter()
        check(select([file]), (), 1, lambda: None)
        return time.perf_counter() - started


if __name__ == "__main__":
    for name, (before, piece, after) in BODIES.items():
        for size in (1, 2, 4):
            words = before + piece * (size * 10**6 // len(piece)) + after
            print(f"{name:16} {size} MB {measure(words):6.2f} s", flush=True)
