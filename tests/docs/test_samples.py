"""What the how-to pages show can be copied into an edition that `editio init` began."""

import re
from pathlib import Path

from editio.resources import STARTS

from tests.jing import faults
from tests.shared import ROOT

WHOLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
</titleStmt><publicationStmt><publisher>P</publisher></publicationStmt>{source}</fileDesc>
</teiHeader>{text}</TEI>"""
SOURCE = "<sourceDesc><p>None.</p></sourceDesc>"
VERSE = "<text><body><lg>{}</lg></body></text>"


def whole(sample: str) -> str:
    """Return a document around a sample: a text or a list, or a source and a line of verse."""
    if not sample.startswith("<sourceDesc"):
        return WHOLE.format(source=SOURCE, text=sample)
    source, end, line = sample.partition("</sourceDesc>")
    verse = line.replace("…", "").strip() or "<l>Rye.</l>"
    return WHOLE.format(source=source + end, text=VERSE.format(verse))


def test_samples_are_valid_in_a_new_edition(tmp_path: Path) -> None:
    """Against the schema that it begins with."""
    files = []
    for page in sorted((ROOT / "docs/how-to").glob("*.md")):
        samples = re.findall(r"```xml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
        for number, sample in enumerate(samples):
            files.append(tmp_path / f"{page.stem}-{number}.xml")
            files[-1].write_text(whole(sample), "utf-8")
    assert len(files) >= 4
    assert faults(STARTS / "every/tei/schema/edition.rng", files) == {}
