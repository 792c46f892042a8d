"""Style sheet, scripts and icon of the site; the style sheet is written in parts, sent as one,
without its comments.
"""

import re

from editio.model.context import Files
from editio.resources import ASSETS

_COMMENT = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)
SENT = ("edition.js", "lists.js", "reading.js", "columns.js", "search.js", "icon.svg")


def files() -> Files:
    """Return the assets that every page may ask for."""
    parts = sorted((ASSETS / "edition").glob("*.css"))
    style = b"".join(_COMMENT.sub(b"", part.read_bytes()) for part in parts)
    return {"assets/edition.css": style} | {
        f"assets/{name}": (ASSETS / name).read_bytes() for name in SENT
    }
