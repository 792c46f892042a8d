"""Tags that do not nest: every fault of a file, each with the cheapest mending.

Turns the tags of a file that is not well-formed into faults. A parser stops to make sense after
the first of them; here the end tag that is missing, misspelt, crossed or too much is told apart,
so that the others can be looked for as well.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from editio.edition.reading.tokens import Place, Source, Token

_ALIKE = 0.6  # of this likeness an end tag is a misspelt one, not one too much


@dataclass(frozen=True)
class Fault:
    """A fault of nesting: where, what is wrong, what to do."""

    place: Place
    reason: str
    advice: str


@dataclass(frozen=True)
class _Nest:
    """The tags that are open; `surplus`: how many end tags of a name the file has too much."""

    source: Source
    surplus: Counter[str]
    open: list[Token] = field(default_factory=list)

    def close(self, end: Token, following: Token | None) -> Fault | None:
        """Take an end tag; give what is wrong with it, and go on as if it were mended."""
        names = [one.name for one in self.open]
        if names and names[-1] == end.name:
            self.open.pop()
            return None
        next_end = following.name if following and following.kind == "end" else ""
        if end.name in names and self.surplus[end.name] <= 0:
            return self._unclosed(end, next_end)
        self.surplus[end.name] -= 1
        wanted = names[-1] if names else ""
        alike = difflib.SequenceMatcher(None, end.name.lower(), wanted.lower()).ratio() >= _ALIKE
        if wanted and next_end != wanted and (alike or next_end in names[-2:-1]):
            return self._misspelt(end)
        advice = f"Delete it, or put <{end.name}> where it begins."
        return Fault(self._at(end), f"</{end.name}> closes nothing", advice)

    def _unclosed(self, end: Token, next_end: str) -> Fault:
        at = max(i for i, one in enumerate(self.open) if one.name == end.name)
        left = self.open[at + 1 :]
        crossed = next_end == left[-1].name
        self.open[at:] = left if crossed else []
        first = f"<{left[-1].name}> on line {self._at(left[-1])[0]}"
        closing = "".join(f"</{one.name}>" for one in reversed(left))
        advice = f"Close it first with {closing}, or mend the name of one of the two tags."
        return Fault(self._at(end), f"</{end.name}> stands where {first} is still open", advice)

    def _misspelt(self, end: Token) -> Fault:
        start = self.open.pop()
        reason = f"</{end.name}> stands where <{start.name}> on line {self._at(start)[0]} ends"
        return Fault(self._at(end), reason, f"Write </{start.name}>, or mend the start tag.")

    def unfinished(self) -> Fault:
        """Tell which tag is open at the end of the file."""
        last = self.open[-1]
        reason = f"the file ends while <{last.name}> on line {self._at(last)[0]} is open"
        advice = "Close it, or look whether the end of the file was cut off."
        return Fault(self._at(last), reason, advice)

    def _at(self, token: Token) -> Place:
        return self.source.place(token.start)


def faults(lines: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of nesting, up to a tag whose quotation marks are broken."""
    source = Source(tuple(lines))
    tags = [one for one in source.tokens() if one.kind != "text"]
    surplus = Counter(one.name for one in tags if one.kind == "end")
    surplus.subtract(one.name for one in tags if one.kind == "start")
    nest = _Nest(source, surplus)
    for token, following in pairwise([*tags, None]):
        assert token is not None
        if "<" in token.text[1:]:
            return
        if token.kind == "start":
            nest.open.append(token)
        elif token.kind == "end" and (fault := nest.close(token, following)):
            yield fault
    if nest.open:
        yield nest.unfinished()
