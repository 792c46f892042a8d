"""A document that is hard on notes: hundreds of them, of 4 to 1,500 words, several a line, in
paragraphs, quotations, headings, lists and tables. Seeded: the same document every time.
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
SIZES = (4, 7, 12, 12, 20, 20, 35, 60, 120)


@dataclass
class Torture:
    """The document as it grows: its blocks, and the words of each note by number."""

    chance: random.Random
    html: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    def words(self, count: int) -> list[str]:
        """Some words of the kind that a text has."""
        return [self.chance.choice(WORDS) for _ in range(count)]

    def note(self, size: int) -> str:
        """A call and its note, in the dress that print.xsl gives them."""
        number = str(len(self.notes) + 1)
        self.notes[number] = " ".join(self.words(size))
        band = self.chance.choice(("note", "note", "editorial"))
        return (
            f'<a class="note-call" id="c{number}" href="#n{number}">{number}</a>'
            f'<span class="footnote {band}" data-id="{number}"><span id="n{number}">'
            f'<a class="note-number" href="#c{number}">{number}</a></span> '
            f"{self.notes[number]}</span>"
        )

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


_TAGS = {
    "p": '<p class="p">{}</p>',
    "h2": "<h2>{}</h2>",
    "quote": '<blockquote><p class="p">{}</p></blockquote>',
    "list": "<ul><li>{}</li></ul>",
    "table": "<table><tr><td>A cell</td><td>{}</td></tr></table>",
}


def torture(seed: int, paragraphs: int = 50) -> Torture:
    """Make the document: short notes everywhere, and now and then one of up to 1,500 words."""
    made = Torture(random.Random(seed))
    for number in range(paragraphs):
        made.block("p", made.chance.randint(8, 160), 40)
        if number % 12 == 5:
            made.block("p", 60, 20, (12, 300, 700))
        if number % 6 == 3:
            made.block(made.chance.choice(("h2", "quote", "list", "table")), 12, 12, (4, 12, 40))
    made.html.append(f'<p class="p">At the end {made.note(1500)} some words.</p>')
    made.block("p", 90, 15)
    return made
