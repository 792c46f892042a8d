"""editio: from a folder of TEI-XML to a checked, published scholarly edition.

What programs may use is in editio/api.py; a name of it is loaded when it is asked for, so that a
command loads no more than it needs.
"""

from importlib import import_module
from typing import Any

__version__ = "0.2.0"


# The module that each name of the public API is in.
_HOMES = {
    "editio.api": ("build", "check", "open_edition"),
    "editio.checks.registry": ("Finding", "document_check", "edition_check", "here"),
    "editio.diagnostics": ("Diagnostic", "Severity"),
    "editio.edition.edition": ("Edition",),
    "editio.edition.config.configuration": ("Settings",),
    "editio.edition.project": ("Project",),
    "editio.edition.reading.source": ("Document",),
    "editio.formats": ("Format",),
    "editio.model.context": ("Files", "Text", "Whole"),
    "editio.model.facts": ("Facts",),
    "editio.model.header": ("Header",),
    "editio.model.registers": ("Register",),
    "editio.model.surroundings": ("Surroundings",),
    "editio.render.build": ("Built",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Return a name of the public API."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"editio has no public name {name!r}; there are: {', '.join(_HOME)}")
