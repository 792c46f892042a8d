"""What the stylesheets cannot know of a text: what the settings say of it.

Turns a Document into one whose elements say it themselves, as attributes of our own namespace, so
that a text is still rendered from its own XML alone.
"""

from editio.edition.config.configuration import Settings
from editio.edition.reading.source import ED, TEI, Document


def dressed(document: Document, settings: Settings) -> Document:
    """Return a text with what the edition says of it on its elements."""
    said = {
        "signs": settings.signs,
        "base": settings.base,
        "layers": " ".join(settings.layers),
        "note-series": " ".join(settings.note_series),
        "notes-at": settings.print.notes,
        "positive": "yes" if settings.positive else "",
        "key-by": settings.print.apparatus_key,
    }
    if not settings.left_out and not any(said.values()):
        return document
    root = document.root
    for name in filter(said.get, said):
        root.set(f"{{{ED}}}{name}", said[name])
    for division in root.iter(f"{{{TEI}}}div"):
        if division.get("type") in settings.left_out:
            division.set(f"{{{ED}}}only", "diplomatic")
    return document.rewritten(root)
