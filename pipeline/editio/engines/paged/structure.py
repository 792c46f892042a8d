"""What the engine leaves out of the structure tree of a PDF (ISO 32000-1, 14.8 and 14.9): the
language of a passage, that a note is a note, and what an element was in the page: `role`, which
order.py reads when the tree is whole.
"""

from typing import Any

import pydyf

# Classes of the page that say what an element is for a reader.
_ROLES = ("contents", "note-call", "note-number")


def say_more_of(element: Any, box: Any, parent: Any) -> None:
    """Complete the structure element that was made for a box."""
    if getattr(box, "is_leader", False):
        element.role = "leader"
    if box.element is None or "::" in (box.element_tag or "::"):
        return
    if lang := box.element.get("lang"):
        element["Lang"] = pydyf.String(lang)
    classes = box.element.get("class", "").split()
    element.role = next((name for name in _ROLES if name in classes), box.element_tag)
    if element.role == "img" and "formula" in classes:
        element["S"] = "/Formula"
    element.scope = box.element.get("scope", "")
    is_note = not {"footnote", "endnote"}.isdisjoint(classes)
    if is_note and parent["S"] != "/Note" and element["S"] in {"/Span", "/NonStruct", "/Div"}:
        element["S"] = "/Note"
        element["ID"] = pydyf.String(f"note-{element.number}")
