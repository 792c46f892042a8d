"""A text of eight times the length takes eight times as long, and not sixty-four times."""

import re
import time
from collections.abc import Callable

import pytest
from editio.engines.saxon import Node
from editio.model.words import Flow
from editio.render import conservation
from editio.render.job import behaviours, here, labels
from editio.render.ways.tei import PREPARED
from editio.resources import XSLT
from lxml import etree

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a"><text><body>{}</body></text></TEI>'


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Tell how many times longer it takes for eight times as much, each at its quickest."""
    spent = []
    for many in (size, 8 * size):
        run = work(many)
        times = []
        for _ in range(2):
            started = time.process_time()
            run()
            times.append(time.process_time() - started)
        spent.append(min(times))
    return spent[1] / spent[0]


def _prepared(many: int) -> Callable[[], object]:
    """Paragraphs beside each other, each of which gets a name of its own."""
    tree = here().parse(TEI.format("<p/>" * many))
    return lambda: here().run("prepare", tree, "prepare")


def _rows(many: int) -> Callable[[], object]:
    """A table in plain text, whose cells look for those that reach down from above."""
    rows = '<row><cell rows="2">a</cell><cell>b</cell></row><row><cell>c</cell></row>' * many
    tree: Node = behaviours("a.xml", TEI.format(f"<table>{rows}</table>")).tree
    return lambda: here().run("text", tree, "text", {"labels": labels(), "bare": "yes"})


def _notes(many: int) -> Callable[[], object]:
    """Notes that all begin alike, looked for among those of a page."""
    notes = [Flow(("See", "page", str(n), "above")) for n in range(many)]
    rest = [word for note in notes for word in note.words]
    assert list(conservation._anywhere(notes, rest)) == []
    return lambda: list(conservation._anywhere(notes, rest))


def _labels(many: int) -> Callable[[], object]:
    """A list whose labels count its items, which only all of them together tell."""
    items = "".join(f"<label>{n}.</label><item>rye</item>" for n in range(1, many + 1))
    text = TEI.format(f"<list>{items}</list>")
    tree = here().run("prepare", here().parse(text), "prepare").value.head
    return lambda: here().run("rules", tree, "rules", {"labels": labels()})


def _senses(many: int) -> Callable[[], object]:
    """An entry of a dictionary, whose senses are counted."""
    senses = "<sense><def>rye</def><usg>dated</usg></sense>" * many
    entry = TEI.format(f"<entry><form><orth>rye</orth></form>{senses}</entry>")
    tree = here().run("prepare", here().parse(entry), "prepare").value.head
    return lambda: here().run("rules", tree, "rules", {"labels": labels()})


def _translations(many: int) -> Callable[[], object]:
    """Divisions and texts beside each other, each of which may be the other side of another."""
    parts = (
        '<div type="translation"/><div/>' * many
        + f"<floatingText>{'<text/>' * many}</floatingText>"
    )
    tree: Node = behaviours("a.xml", TEI.format(parts)).tree
    words = {"labels": labels()}
    return lambda: [
        here().run("site", tree, "text-pages", words),
        here().run("print", tree, "print", words),
    ]


def _entries(many: int) -> Callable[[], object]:
    """Entries of one paragraph: which of its words, on which page, is each about."""
    entries = (
        '<app><lem>rye</lem><rdg>oats</rdg></app> <anchor xml:id="a%d"/>rye <app><rdg>b</rdg></app>'
        ' b <app from="#a%d"><rdg>c</rdg></app> <app from="#a%d"><lem>b</lem><rdg>c</rdg></app> '
    )
    words = "".join(entries.replace("%d", str(n)) for n in range(many))
    tree = here().parse(TEI.format(f'<p n="1"><pb n="1"/>{words}</p>'))
    tree = here().run("prepare", tree, "prepare").value.head
    tree = here().run("rules", tree, "rules", {"labels": labels()}).value.head
    return lambda: here().run("apparatus", tree, "apparatus", {"labels": labels()})


def _poems(many: int) -> Callable[[], object]:
    """Poems whose verses are told by poem and number, behind as much prose and quoted verse."""
    verse = '<l n="1"><choice><sic>oats</sic><corr>rye</corr></choice></l>'
    prose = "<div><head>Preface</head><p>It grew.</p></div>" * many
    quoted = f'<div n="1"><quote><lg n="1">{verse}</lg></quote></div>' * many
    poems = "".join(f"<div><head>Song {n}</head><lg>{verse}</lg></div>" for n in range(many))
    tree = behaviours("a.xml", TEI.format(prose + quoted + poems)).tree
    return lambda: here().run("facts", tree, "facts", {"labels": labels()})


def _parts(many: int) -> Callable[[], object]:
    """Notes that go on elsewhere, each part known by the note that it goes on from."""
    parts = '<note xml:id="n%d">It</note><note xml:id="m%d" prev="#n%d">is.</note>'
    text = "".join(parts.replace("%d", str(n)) for n in range(many))
    notes = etree.fromstring(f'<p xmlns="http://www.tei-c.org/ns/1.0">{text}</p>')
    assert PREPARED.flow(notes[1]) == PREPARED.flow(notes[0]) == "note n0"
    return lambda: [PREPARED.flow(one) for one in notes]


GROWING = [
    (_prepared, 700),
    (_rows, 150),
    (_notes, 100),
    (_labels, 60),
    (_senses, 60),
    (_translations, 20),
    (_entries, 25),
    (_poems, 60),
]


@pytest.mark.parametrize(("work", "size"), GROWING)
def test_growth(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Three times what is due is allowed for; a square would be eight times."""
    assert growth(work, size) < 24


# What many siblings stand in, one of them, and the stages that looked at each other one for each.
SIBLINGS = {
    "tokens": ("<p>{}</p>", "<w>rye</w>\n<pc>,</pc>\n", ("prepare",)),
    "tokens that touch": ("<p>{}</p>", "<w>rye</w><pc>,</pc>", ("prepare",)),
    "lines": ("<p>{}</p>", "rye and oats <lb/>", ("prepare", "rules")),
    "breaks": ("<p>{}</p>", "<lb/>", ("site",)),
    "pages": ("<p>{}</p>", 'rye <pb n="1"/>', ("site",)),
    "items": ("<list>{}</list>", "<item>rye</item>", ("site", "epub")),
    "rows": ("<table>{}</table>", "<row><cell>rye</cell></row>", ("site",)),
    "verses": ("<lg>{}</lg>", "<l>rye</l>", ("rules",)),
    "senses": ("<entry>{}</entry>", "<sense><def>rye</def></sense>", ("rules",)),
    "notes": ("<p>{}</p>", "rye<note>It.</note> ", ("rules",)),
    "notes of tokens": ("<p>{}</p>", "<w>rye</w> <note>It.</note>", ("rules",)),
    "names": ("<p>{}</p>", '<persName ref="#p">Rye</persName> ', ("facts",)),
}
BEHAVIOURS = {"site": "text-pages", "epub": "epub", "facts": "facts"}


def _siblings(around: str, one: str, stage: str, many: int) -> Callable[[], object]:
    """Return the work of a stage on so many siblings."""
    known = {} if stage == "prepare" else {"labels": labels()}
    tree = here().parse(TEI.format(around.format(one * many)))
    if stage == "rules":
        tree = here().run("prepare", tree, "prepare").value.head
    if stage in BEHAVIOURS:
        tree = behaviours("a.xml", TEI.format(around.format(one * many))).tree
    return lambda: here().run(stage, tree, BEHAVIOURS.get(stage, stage), known)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SIBLINGS)
def test_growth_of_siblings(kind: str) -> None:
    """So many in one element are no more work each than a few."""
    around, one, stages = SIBLINGS[kind]
    # An entry of thousands of senses is more work for each of them.
    size = 300 if kind == "senses" else 1000
    for stage in stages:
        assert growth(lambda many: _siblings(around, one, stage, many), size) < 24, stage  # noqa: B023


def test_no_pattern_may_ask_for_a_position() -> None:
    """Of what a map says Saxon does not know that it is no number, and counts siblings at each."""
    patterns = [
        (file.name, pattern)
        for file in sorted(XSLT.rglob("*.xsl"))
        for element in etree.parse(file).iter(etree.Element)
        if (pattern := element.get("match"))
    ]
    assert len(patterns) > 500
    assert [one for one in patterns if re.search(r"\[\s*\$[\w:-]+\s*[(?]", one[1])] == []


def test_notes_in_another_order() -> None:
    """Each is found where it is, however many others begin alike."""
    notes = [Flow(("See", "page", str(n), "above")) for n in range(500)]
    rest = [word for note in reversed(notes) for word in note.words]
    assert list(conservation._anywhere(notes, rest)) == []
