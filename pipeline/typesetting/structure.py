"""What the engine leaves out of the structure tree of a PDF (ISO 32000-1, 14.8 and 14.9): the
language of a passage, and that a note is a note.
"""

from typing import Any

import pydyf


def say_more_of(element: Any, box: Any, parent: Any) -> None:
    """Complete the structure element that was made for a box."""
    if box.element is None or "::" in box.element_tag:
        return
    if lang := box.element.get("lang"):
        element["Lang"] = pydyf.String(lang)
    is_note = "footnote" in box.element.get("class", "").split()
    if is_note and parent["S"] != "/Note" and element["S"] in {"/Span", "/NonStruct", "/Div"}:
        element["S"] = "/Note"
        element["ID"] = pydyf.String(f"note-{element.number}")
