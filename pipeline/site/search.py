"""What the search page knows of the texts: which places there are and who and what is named in
them, made from facts.
"""

import json
from typing import Any

from lxml import etree

from pipeline.formats.context import Files, Whole
from pipeline.source import ED

_CARRIED = {"person", "place"}


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
