"""Pages as bytes, where words that are English for want of others were marked (xslt/common.xsl).

Elements tell of them in HTML (xslt/html/tongue.xsl); what has no elements, as data for a script, is
without the marks.
"""

from typing import Any

from editio.engines.saxon import strings
from editio.model.context import Files

# What asks a stylesheet for the marks.
ASKED = {"marked": "yes"}
_BEGIN, _END = "\ufdd0", "\ufdd1"


def written(pages: Any) -> Files:
    """Return the pages of a stylesheet, path -> bytes."""
    return {path: _bare(page).encode() for path, page in strings(pages).items()}


def _bare(page: str) -> str:
    """Return a page without the marks; `translate` would look at each sign of it."""
    return page.replace(_BEGIN, "").replace(_END, "")
