"""A document that is hard on notes: hundreds of them, of 0 to 1,500 words, several a line, in
paragraphs, quotations, headings, lists and tables; they hold words, paragraphs, lists, verse,
tables, quotations, pictures and notes. Seeded: the same document every time.
"""

import random
import re
from dataclasses import dataclass, field

WORDS = re.findall(
    r"\S+",
    """the of and a plan economy market prices communism bureaucratic organisation calculation
    impossible administrators theoretical party consequently dissent legitimacy agriculture
    naïveté coöperation Führer “perestroika” Политбюро —""",
)
SIZES = (0, 4, 7, 12, 12, 20, 20, 35, 60, 120)
PICTURE = "square.png"


@dataclass
class Torture:
    """The document as it grows: its blocks, and the words of each note by number."""

    chance: random.Random
    html: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    # Numbers of notes that are called in notes.
    nested: set[str] = field(default_factory=set)
    kinds: tuple[str, ...] = ("words",)

    def words(self, count: int) -> list[str]:
        """Some words of the kind that a text has."""
        return [self.chance.choice(WORDS) for _ in range(count)]

    def note(self, size: int, within: int = 0) -> str:
        """A call and its note, in the dress that print.xsl gives them. `within` is its depth."""
        number = str(len(self.notes) + 1)
        self.notes[number] = ""
        if within:
            self.nested.add(number)
        band = self.chance.choice(("note", "note", "editorial"))
        return (
            f'<a class="note-call" id="c{number}" href="#n{number}">{number}</a>'
            f'<span class="footnote {band}" data-id="{number}"><span id="n{number}">'
            f'<a class="note-number" href="#c{number}">{number}</a></span> '
            f"{self._content(number, size, within)}</span>"
        )

    def _content(self, number: str, size: int, within: int) -> str:
        """What a note holds: words and, where there are enough, blocks of every kind."""
        found = []
        while size > 0:
            kind = "words" if size < 8 else self.chance.choice(self.kinds)
            part = min(size, self.chance.randint(4, 240))
            found.append(self._part(number, kind, part, within))
            size -= part
        return " ".join(found)

    def _part(self, number: str, kind: str, size: int, within: int) -> str:
        lines = [self.words(min(7, size - done)) for done in range(0, size, 7)]
        said = " ".join(word for line in lines for word in line)
        self.notes[number] += f" {said}"
        if kind == "note" and within < 2:
            self.notes[number] += f" {len(self.notes) + 1}"  # the call is in it
            return f"{said} {self.note(self.chance.choice(SIZES), within + 1)}"
        outer, inner = _HOLDS.get(kind, ("{}", ""))
        if not inner:
            return outer.format(said)
        return outer.format("".join(inner.format(" ".join(line)) for line in lines))

    def block(self, tag: str, count: int, density: int, sizes: tuple[int, ...] = SIZES) -> None:
        """A block of `count` words with a note on about every `density`th."""
        found = [
            word
            + (self.note(self.chance.choice(sizes)) if self.chance.random() < 1 / density else "")
            for word in self.words(count)
        ]
        self.html.append(_TAGS[tag].format(" ".join(found)))

    def page(self) -> str:
        """The document as a page in HTML."""
        return f'<html lang="en"><title>Notes</title><body>{"".join(self.html)}</body></html>'


# What a note may hold: the frame of a part, and the frame of each of its lines.
_HOLDS = {
    "p": ('<span class="p">{}</span>', ""),
    "quote": ('<span class="quote block">{}</span>', ""),
    "list": ("<ul>{}</ul>", "<li>{}</li>"),
    "verse": ('<div class="lg">{}</div>', '<div class="line">{}</div>'),
    "table": ("<table>{}</table>", "<tr><td>{}</td><td></td></tr>"),
    "figure": (f'<figure><img alt="" src="{PICTURE}"><div>{{}}</div></figure>', ""),
}
KINDS = ("words", "words", "note", *_HOLDS)
_TAGS = {
    "p": '<div class="p">{}</div>',
    "h2": "<h2>{}</h2>",
    "quote": '<blockquote><div class="p">{}</div></blockquote>',
    "list": "<ul><li>{}</li></ul>",
    "table": "<table><tr><td>A cell</td><td>{}</td></tr></table>",
}


def torture(seed: int, paragraphs: int = 50) -> Torture:
    """Make the document: short notes everywhere, and now and then one of up to 1,500 words."""
    made = Torture(random.Random(seed), kinds=KINDS)
    for number in range(paragraphs):
        made.block("p", made.chance.randint(8, 160), 40)
        if number % 12 == 5:
            made.block("p", 60, 20, (12, 300, 700))
        if number % 6 == 3:
            made.block(made.chance.choice(("h2", "quote", "list", "table")), 12, 12, (4, 12, 40))
    made.html.append(f'<div class="p">At the end {made.note(1500)} some words.</div>')
    made.block("p", 90, 15)
    return made


def plain(seed: int) -> Torture:
    """Make an empty document whose notes hold words alone."""
    return Torture(random.Random(seed))
