"""Files that are parts of another one, by xi:include: their words are published there, and only
there. A text of which another one includes no more than a passage stays a text.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Includer:
    """A file, whether it is TEI by itself, every file that it includes, and those it has whole."""

    name: str
    is_tei: bool
    included: Collection[str] = ()
    whole: Collection[str] = ()


def parts(files: Sequence[Includer]) -> set[str]:
    """Return the names of those that are parts of others.

    Of texts that include each other in a circle none is: nothing would be left of them.
    """
    texts = [one for one in files if one.is_tei]
    named = {name for one in texts for name in one.included}
    inside = {name for one in texts for name in one.whole}
    held = {name for one in texts if one.name not in inside for name in one.whole}
    return held | {one.name for one in files if not one.is_tei and one.name in named}
