"""References to the texts and to the edition, for Zotero, LaTeX and word processors."""

import json

from lxml import etree

from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.references import Item, bibtex, edition_item, in_words, item, ris
from pipeline.source import ED


def render(text: Text) -> Files:
    """Leave it to `assemble`: references are made from facts."""
    return {}


def assemble(whole: Whole) -> Files:
    """Give each text, and the edition with all of its texts, as BibTeX, RIS, CSL-JSON, words."""
    site = _site(whole)
    items = [item(etree.fromstring(facts), whole.edition, site) for facts in whole.facts]
    files: Files = {}
    for one in items:
        files |= _written(one["id"], [one])
    return files | _written("edition", [*edition(whole), *items])


def edition(whole: Whole) -> list[Item]:
    """Give the reference to the edition as a whole, where it has a document of its own."""
    if whole.about is None:
        return []
    about = etree.fromstring(str(whole.about))
    metadata = about.find(f".//{{{ED}}}metadata")
    return [] if metadata is None else [edition_item(metadata, whole.edition, _site(whole))]


def _site(whole: Whole) -> str:
    return etree.fromstring(whole.surroundings).get("address", "")


def _written(name: str, items: list[Item]) -> Files:
    return {
        f"{name}.bib": "\n".join(bibtex(one) for one in items).encode(),
        f"{name}.ris": "\r\n".join(ris(one) for one in items).encode(),
        f"{name}.json": (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode(),
        f"{name}.txt": "".join(in_words(one) + "\n" for one in items).encode(),
    }
