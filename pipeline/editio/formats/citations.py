"""References to the texts and to the edition, for Zotero, LaTeX and word processors."""

import json

from editio.formats.cited import told
from editio.formats.references import citation, csl, edition_citation
from editio.model.citations import Citation
from editio.model.context import Files, Whole


def assemble(whole: Whole) -> Files:
    """Return each text, and the edition with all of its texts, as BibTeX, RIS, CSL-JSON, words."""
    site = whole.surroundings.address
    items = [(citation(one, whole.title, site), one.lang or "en") for one in whole.facts]
    files: Files = {}
    for one, language in items:
        files |= _written(whole, one.id, [(one, language)])
    whole_one = [(one, whole.surroundings.lang) for one in edition(whole)]
    return files | _written(whole, "edition", [*whole_one, *items])


def edition(whole: Whole) -> list[Citation]:
    """Return the citation of the edition as a whole, where it has a document of its own."""
    if whole.header is None:
        return []
    return [edition_citation(whole.header, whole.title, whole.surroundings.address)]


def _written(whole: Whole, name: str, items: list[tuple[Citation, str]]) -> Files:
    """Write references, each with the language of its words."""
    from editio.formats.exchange import bibtex, ris  # noqa: PLC0415  # slow, and of no other format

    data, own = [csl(one) for one, _ in items], whole.edition.project.own
    lines = (told(*one, own, whole.report) + "\n" for one in items)
    return {
        f"{name}.bib": "\n".join(bibtex(*one) for one in items).encode(),
        f"{name}.ris": "\r\n".join(ris(*one) for one in items).encode(),
        f"{name}.json": (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(),
        f"{name}.txt": "".join(lines).encode(),
    }
