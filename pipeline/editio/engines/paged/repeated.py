"""Which of several equal words of a line a textual note is about: its number among them, raised.

Words of verse and of numbered paragraphs are counted by the stylesheets; the lines of a page are
known here alone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def which(line: Iterable[Any], key: str) -> str:
    """Return the number of the words with this `key` among equal ones of a line, "" for one."""
    texts = list(_texts(line, key, within=False))
    whole = "".join(text for text, _ in texts)
    first = next((n for n, (_, inside) in enumerate(texts) if inside), None)
    if first is None:
        return ""
    start = sum(len(text) for text, _ in texts[:first])
    end = start + sum(len(text) for text, inside in texts if inside)
    words = list(_WORD.finditer(whole.lower()))
    meant = [n for n, one in enumerate(words) if one.start() < end and one.end() > start]
    if not meant:
        return ""
    said = [one[0] for one in words]
    wanted = said[meant[0] : meant[-1] + 1]
    same = [n for n in range(len(said)) if said[n : n + len(wanted)] == wanted]
    return str(same.index(meant[0]) + 1).translate(_RAISED) if len(same) > 1 else ""


def _texts(found: Iterable[Any], key: str, *, within: bool) -> Iterator[tuple[str, bool]]:
    """The texts of a line, calls of notes left out, and whether each is of what is meant."""
    for box in found:
        element = getattr(box, "element", None)
        if not box.is_in_normal_flow() or _is_call(element):
            continue
        inside = within or (element is not None and element.get("data-key") == key)
        if type(box).__name__ == "TextBox":
            yield box.text, inside
        yield from _texts(getattr(box, "children", ()), key, within=inside)


def _is_call(element: Any) -> bool:
    return element is not None and "note-call" in element.get("class", "").split()
