"""Where the parts of editio itself are: stylesheets, labels, styles, and the cache.

The ground floor: every room may ask here, and nothing here knows of an edition.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

HERE = Path(__file__).resolve().parent
# In an installed package the stylesheets lie beside the code, in a checkout at its top level.
XSLT = next(
    folder
    for folder in (HERE / "xslt", HERE.parent.parent / "xslt")
    if (folder / "packages.xml").exists()
)
# The handbook, which lies as the stylesheets do.
HANDBOOK = (HERE if XSLT.parent == HERE else HERE.parent.parent) / "docs"
ASSETS = XSLT / "assets"
# The words that editions add to their texts: one file a language.
LABELS = XSLT / "labels"
# The editions that `editio init` begins with.
STARTS = HERE / "starts"
CITATION_STYLE = XSLT / "data" / "citation.csl"
BOOK_STYLE = XSLT / "data" / "book.css"
# What can be made again at any time, where the system keeps such things (XDG_CACHE_HOME, ~/.cache
# and their like); EDITIO_CACHE names another place. Without a home there is none, no fault either.
CACHE = Path(os.environ.get("EDITIO_CACHE") or user_cache_path("editio", appauthor=False))


def in_cache(make: Callable[[Path], Path]) -> Path:
    """Make a folder in the cache or, where nothing can be written there, in a temporary place."""
    try:
        return make(CACHE)
    except OSError:
        return make(_temporary())


@cache
def _temporary() -> Path:
    """Return a folder that goes with this process; processes that it starts use the same."""
    folder = tempfile.mkdtemp(prefix="editio-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["EDITIO_CACHE"] = folder
    return Path(folder)
