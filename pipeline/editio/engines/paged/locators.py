"""Where the register entries are named in a laid out book: pages, merged to runs, for its indexes.

A page on which an entry is named in notes alone is told as such, and stands for itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

# What a mention has in the page: the ids of the entries that it names.
MENTION = "data-entries"
# Named at least so often in a run of pages, an entry may be said to be discussed there.
MAIN = 5


@dataclass
class Place:
    """One page that names an entry: its number, how often, the first id to link to."""

    page: int
    link: str
    count: int = 0
    in_text: bool = False


@dataclass(frozen=True)
class Run:
    """Pages without a gap between them, or one page whose notes alone name the entry."""

    places: list[Place] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often the run names the entry."""
        return sum(place.count for place in self.places)

    @property
    def words(self) -> str:
        """The run as an index has it: 13, 13–14, 155–7, 16n."""
        first, last = self.places[0], self.places[-1]
        if not first.in_text:
            return f"{first.page}n"
        if first is last:
            return str(first.page)
        return f"{first.page}–{shortened(first.page, last.page)}"


def shortened(first: int, last: int) -> str:
    """Return the digits of `last` that differ from those of `first`; 11 to 19 keep both."""
    a, b = str(first), str(last)
    if len(a) != len(b) or first < 100:
        return b
    same = next(place for place in range(len(a)) if a[place] != b[place])
    kept = b[same:]
    return b[-2:] if len(kept) == 1 and b[-2] == "1" else kept


def places(pages: list[Any], start: int) -> dict[str, list[Place]]:
    """Every page from index `start` on that names each entry, in order."""
    found: dict[str, dict[int, Place]] = {}
    for number, page in enumerate(pages[start:], 1):
        seen: set[int] = set()
        for box, in_note in _named(page):
            if id(box.element) in seen:
                continue
            seen.add(id(box.element))
            for entry in box.element.get(MENTION).split():
                link = box.element.get("id", "")
                place = found.setdefault(entry, {}).setdefault(number, Place(number, link))
                place.count += 1
                place.in_text = place.in_text or not in_note
    return {entry: list(on.values()) for entry, on in found.items()}


def _named(page: Any) -> Iterator[tuple[Any, bool]]:
    """Every box of a page that names entries, and whether it stands at the foot."""
    for part in page._page_box.children:
        if type(part).__name__ != "MarginBox":
            in_note = type(part).__name__ == "FootnoteAreaBox"
            for box in part.descendants():
                if box.element is not None and box.element.get(MENTION):
                    yield box, in_note


def runs(found: list[Place]) -> list[Run]:
    """Merge pages that follow one another and name the entry in their text."""
    merged: list[Run] = []
    for place in found:
        before = merged[-1].places[-1] if merged else None
        if before and before.in_text and place.in_text and place.page == before.page + 1:
            merged[-1].places.append(place)
        else:
            merged.append(Run([place]))
    return merged


def as_xml(found: dict[str, list[Place]]) -> str:
    """Return `ed:locators` for the indexes, a run of pages each; the main one is marked."""
    return "".join(
        f"<ed:locators entry={quoteattr(entry)}>{''.join(_locators(runs(on)))}</ed:locators>"
        for entry, on in sorted(found.items())
    )


def _locators(merged: list[Run]) -> Iterator[str]:
    most = max(run.count for run in merged)
    for run in merged:
        main = ' main="yes"' if len(merged) > 1 and run.count == most >= MAIN else ""
        link = quoteattr(run.places[0].link)
        yield f"<ed:locator href={link}{main}>{escape(run.words)}</ed:locator>"
