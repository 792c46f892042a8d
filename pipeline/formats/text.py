"""Plain text: the reading and the diplomatic text of each TEI text, UTF-8, LF, NFC.

Beside the texts, `offsets/` leads from their characters back to the ids of the TEI, and
`metadata.csv` describes each text by the name of its files.
"""

import json

from lxml import etree

from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.dictionary import TEXTS
from pipeline.formats.rows import as_csv, text_row
from pipeline.formats.sheet import Laid, Span, lay

READINGS = ("reading", "diplomatic")


def plain(text: Text, reading: str) -> Laid:
    """Set one of the two texts in lines, as the options want it."""
    bare = "yes" if text.options.bare else "no"
    (sheet,) = text.apply("text", reading=reading, bare=bare).values()
    return lay(sheet, text.options.wrap)


def render(text: Text) -> Files:
    """Give `reading/ID.txt`, `diplomatic/ID.txt` and their offset maps."""
    files: Files = {}
    for reading in READINGS:
        laid = plain(text, reading)
        files[f"{reading}/{text.id}.txt"] = laid.text.encode()
        files[f"offsets/{reading}/{text.id}.jsonl"] = offsets(laid.spans)
    return files


def assemble(whole: Whole) -> Files:
    """Give `metadata.csv`: a row a text; `id` is the name of its files without ".txt"."""
    rows = [text_row(etree.fromstring(facts)) for facts in whole.facts]
    return {"metadata.csv": as_csv(TEXTS.fields, rows)}


def offsets(spans: tuple[Span, ...]) -> bytes:
    """Give a line of JSON a span: start, end, id, kind, register entries."""
    return "".join(json.dumps(_entry(span), ensure_ascii=False) + "\n" for span in spans).encode()


def _entry(span: Span) -> dict[str, object]:
    facts = span.facts
    entry: dict[str, object] = {
        "start": span.start,
        "end": span.end,
        "id": facts.get("id") or facts.get("key"),
        "kind": facts.get("kind"),
    }
    if "entries" in facts:
        entry["entries"] = facts["entries"].split()
    return entry | {name: facts[name] for name in ("mention", "note") if name in facts}
