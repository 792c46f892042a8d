"""Plain text: the reading and the diplomatic text of each TEI text, UTF-8, LF, NFC, and that of its
witnesses.

Beside the texts, `offsets/` leads from their characters back to the ids of the TEI, and
`metadata.csv` describes each text by the name of its files.
"""

import json

from editio.edition import names
from editio.engines.saxon import strings
from editio.formats.cited import of_edition, of_text
from editio.formats.dictionary import TEXTS
from editio.formats.header_rows import text_row
from editio.formats.rows import as_csv
from editio.formats.sheet import Laid, Span, lay
from editio.formats.tokens import tokens
from editio.model.context import Files, Text, Whole

READINGS = ("reading", "diplomatic")


def plain(text: Text, reading: str) -> Laid:
    """Set one of the two texts in lines, as the options want it."""
    (sheet,) = text.apply("text", reading=reading, **_headed(text)).values()
    return lay(sheet, text.options.wrap)


def _headed(text: Text) -> dict[str, str]:
    """Return what is asked of the header: none, or one with the form of citation."""
    return {"bare": "yes"} if text.options.bare else {"bare": "no", "cited": of_text(text)}


def witnesses(text: Text) -> Files:
    """Return `witness/ID/SIGLUM.txt` for each witness of which the text is known from entries at
    their words; a number, where two names would be one on some systems.
    """
    sheets = text.apply("text", reading="reading", witnesses="yes", **_headed(text))
    files: Files = {}
    taken: set[str] = set()
    for number, (siglum, sheet) in enumerate(sorted(sheets.items()), 1):
        name = names.of_page(siglum)
        name = f"{name}-{number}" if names.key(name) in taken else name
        taken.add(names.key(name))
        files[f"witness/{text.id}/{name}.txt"] = lay(sheet, text.options.wrap).text.encode()
    return files


def render(text: Text) -> Files:
    """Return `reading/ID.txt`, `diplomatic/ID.txt`, their offset maps, `witness/`, and words that
    are analysed (tokens.py).
    """
    files: Files = {}
    for reading in READINGS:
        laid = plain(text, reading)
        files[f"{reading}/{text.id}.txt"] = laid.text.encode()
        files[f"offsets/{reading}/{text.id}.jsonl"] = offsets(laid.spans)
    return files | witnesses(text) | tokens(text)


def assemble(whole: Whole) -> Files:
    """Return `metadata.csv`: a row a text; `id` is the name of its files without ".txt"; and
    `registers/ID.txt`, `front/NAME.txt` for the pages before the texts.
    """
    files: Files = {"metadata.csv": as_csv(TEXTS.fields, map(text_row, whole.facts))}
    asked = {"labels": whole.labels, "cited": of_edition(whole)}
    for register in whole.registers:
        tree = whole.engine.parse(register.xml)
        page = whole.engine.run("text", tree, "register-text", asked)
        files |= {path: words.encode() for path, words in strings(page.value).items()}
    known = {"labels": whole.labels, "edition": whole.title, "bare": "yes", "titled": "yes"}
    for name, essay in whole.front.items():
        outcome = whole.engine.run("text", whole.engine.parse(essay), "text", known)
        (sheet,) = strings(outcome.value).values()
        files[f"front/{name}.txt"] = lay(sheet, 0).text.encode()
    return files


def offsets(spans: tuple[Span, ...]) -> bytes:
    """Return a line of JSON a span: start, end, id, kind, register entries, how certain it is."""
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
    return entry | {name: facts[name] for name in ("mention", "note", "cert") if name in facts}
