"""Small editions made on the spot for tests."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc>
</fileDesc></teiHeader>
<text><body>
{body}
</body></text>
</TEI>
"""


def tei(body: str = "<p>Words.</p>", id: str = "small", title: str = "A small text") -> str:
    """Return a whole TEI document around `body`, which begins on line 7."""
    return TEI.format(body=body, id=id, title=title)


def edition(folder: Path, **texts: str) -> Path:
    """Write an edition into `folder`: a text a keyword, name -> document."""
    place = folder / "tei" / "texts"
    place.mkdir(parents=True)
    for name, document in texts.items():
        (place / f"{name}.xml").write_text(document, "utf-8")
    return folder
