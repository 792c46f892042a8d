"""Search: the index of the texts' pages, made by Pagefind, and what the search page knows of the
texts: which places there are and who and what is named in them, made from facts.

Pagefind's own filters are not used: their files are named anew at each run, and they know pages,
where readers ask for paragraphs.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.formats.context import Files, Whole
from pipeline.source import ED

_CARRIED = {"person", "place"}
# Signs of ours among the words of a text: addresses of paragraphs, numbers of notes and pages.
_SIGNS = (".pl", ".note-call", ".note-back", ".note-number", ".page-break")
# What the search page asks for; the rest is Pagefind's own interface.
_SENT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pagefind", "*.pf_*")
_TIMEOUT = 600


def index(pages: Files) -> Files:
    """Give pagefind/ for the pages that hold a text; nothing where no page does."""
    searched = {path: page for path, page in pages.items() if b"data-pagefind-body" in page}
    if not searched:
        return {}
    with tempfile.TemporaryDirectory(prefix="editio-search-") as folder:
        root = Path(folder)
        for path, page in searched.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(page)
        _run(root)
        made = root / "pagefind"
        found = [file for pattern in _SENT for file in made.rglob(pattern)]
        return {f"pagefind/{file.relative_to(made)}": file.read_bytes() for file in sorted(found)}


def _run(root: Path) -> None:
    """Run Pagefind on a folder. Its Python interface is not used: it waits without end."""
    command = [sys.executable, "-m", "pagefind", "--site", str(root), "--silent"]
    command += ["--exclude-selectors", ", ".join(_SIGNS)]
    subprocess.run(command, check=True, timeout=_TIMEOUT, capture_output=True)


def places(whole: Whole) -> Files:
    """Give assets/places.json: texts with their citable places, entries with kind and name."""
    entries = _entries(whole)
    texts = {}
    for facts in whole.facts:
        root = etree.fromstring(facts)
        texts[root.get("id", "")] = {
            "title": root.findtext(f"{{{ED}}}field[@name='title']") or "",
            "places": _places(root, set(entries)),
        }
    found = json.dumps({"entries": entries, "texts": texts}, ensure_ascii=False, sort_keys=True)
    return {"assets/places.json": found.encode()}


def _entries(whole: Whole) -> dict[str, tuple[str, str]]:
    found = {}
    for register in whole.registers:
        for entry in etree.fromstring(register).iterfind(f"{{{ED}}}entry"):
            kind = entry.get("kind", "")
            if kind in _CARRIED:
                found[entry.get("id", "")] = (kind, entry.findtext(f"{{{ED}}}name") or "")
    return found


def _places(facts: Any, known: set[str]) -> dict[str, list[str]]:
    """Give each place of the reading text with the entries that are named in it."""
    found: dict[str, set[str]] = {
        unit.get("id"): set()
        for unit in facts.iterfind(f"{{{ED}}}unit")
        if unit.get("only") != "diplomatic" and unit.get("kind") != "page"
    }
    for mention in facts.iterfind(f"{{{ED}}}mention"):
        if mention.get("in") in found:
            found[mention.get("in")] |= known.intersection(mention.get("entries", "").split())
    return {place: sorted(named) for place, named in found.items()}
