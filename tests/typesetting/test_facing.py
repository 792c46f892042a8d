"""A text and its translation: which blocks are a pair, and where both stand in the book."""

import random
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import facing, setter
from editio.engines.paged.design import PLAIN
from editio.engines.saxon import EDITIO, strings
from editio.render.job import behaviours, here, labels
from lxml import etree, html

from tests.rules.outputs import FRAME, outputs, plain
from tests.typesetting.pages import classes, inside, words

PAGE = '<html lang="en"><title>t</title><body>{}</body></html>'
SEEDS = range(3)
LONG = "Mare quiescit et ventus tacet in portu. " * 60


@cache
def _book(seed: int) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """Pairs of unequal length, some without one side or with a note, and their book."""
    chance = random.Random(seed)
    sides: tuple[list[str], list[str]] = ([], [])
    for number in range(24):
        length = chance.choice((3, 20, 60, 150))
        for side, name in zip(sides, "ab", strict=True):
            many = 0 if chance.random() < 0.1 else round(length * chance.uniform(0.6, 1.5))
            side.append(" ".join(f"{name}{number}w{at}" for at in range(many)))
    noted = (
        '<a class="note-call" id="c{0}" href="#n{0}">{0}</a><span class="footnote note">{1}</span>'
    )
    made = "".join(
        '<div class="side">' + "".join(
            f'<div class="pair"><p class="p">{one}'
            f'{noted.format(name + str(at), f"n{name}{at} " * 30) if one and at % 4 == 0 else ""}'
            f"</p></div>" for at, one in enumerate(side)
        ) + "</div>" for name, side in zip("ab", sides, strict=True)
    )  # fmt: skip
    document, said = setter.lay_out(PAGE.format(f'<p>Before.</p><div class="facing">{made}</div>'))
    assert said == []
    return document, tuple(zip(*sides, strict=True))


def _words(page: Any, name: str) -> list[str]:
    """The words of one side on a page, its notes left out."""
    texts = [box.text for box in page._page_box.children[0].descendants() if hasattr(box, "text")]
    return [word for text in texts for word in text.split() if word[0] == name and "w" in word]


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_the_original_is_on_left_pages_and_the_translation_on_right_ones(seed: int) -> None:
    """Each word once, in its order."""
    document, pairs = _book(seed)
    for parity, name, side in ((1, "a", 0), (0, "b", 1)):
        found = [_words(page, name) for page in document.pages]
        assert [word for page in found for word in page] == [
            word for pair in pairs for word in pair[side].split()
        ]
        assert all(number % 2 == parity for number, page in enumerate(found) if page)


@pytest.mark.parametrize("seed", SEEDS)
def test_pairs_begin_level_in_one_opening(seed: int) -> None:
    """Whatever the length of what stands before them."""
    document, pairs = _book(seed)
    begins: dict[str, tuple[int, float]] = {}
    for number, page in enumerate(document.pages):
        for box in inside(page):
            if hasattr(box, "text") and box.text.split()[:1]:
                begins.setdefault(box.text.split()[0], (number, box.position_y))
    both = [
        (begins[f"a{at}w0"], begins[f"b{at}w0"])
        for at, pair in enumerate(pairs)
        if all(pair) and f"a{at}w0" in begins
    ]
    assert len(both) > 15
    assert all(there[0] == here_[0] + 1 for here_, there in both)
    assert max(abs(here_[1] - there[1]) for here_, there in both) < 0.1


def test_pages_begin_level_under_the_space_above_a_text() -> None:
    """Which the left-hand page alone has of itself."""
    pair = '<div class="side"><div class="pair"><p>{}</p></div></div>'
    text = f'<div class="facing">{pair.format("Mare.")}{pair.format("Sea.")}</div>'
    above = f'<p>Before.</p><section style="break-before: left; padding-top: 40px">{text}</section>'
    document, _ = setter.lay_out(PAGE.format(above))
    tops = {box.text: box.position_y for page in document.pages for box in inside(page)
            if getattr(box, "text", "") in {"Mare.", "Sea."}}  # fmt: skip
    assert tops["Mare."] == tops["Sea."] > 100


def test_a_heading_keeps_its_space_on_both_sides() -> None:
    """A line between it and the text, as in a book of one text; both sides begin level."""
    sides = (("edition", "De sale", "Mare."), ("translation", "On Salt", "Sea."))
    body = "".join(
        f"<div type='{kind}'><head>{head}</head><p>{text}</p></div>" for kind, head, text in sides
    )
    page = etree.tostring(printed(f"<body>{body}</body>", "facing"), encoding="unicode")
    document, _ = setter.lay_out(page)
    tops = {box.text: box.position_y + box.baseline for page in document.pages
            for box in inside(page) if getattr(box, "text", "")}  # fmt: skip
    assert tops["Mare."] - tops["De sale"] == pytest.approx(2 * PLAIN.leading * 96 / 72, abs=2)
    assert tops["Mare."] == pytest.approx(tops["Sea."])


@pytest.mark.parametrize("seed", SEEDS)
def test_notes_stand_under_their_own_side(seed: int) -> None:
    """On the page of their call."""
    document, _ = _book(seed)
    for page in document.pages:
        calls = {words(box) for box in inside(page) if "note-call" in classes(box)}
        feet = [box for box in page._page_box.children if type(box).__name__ == "FootnoteAreaBox"]
        noted = {word for foot in feet for word in words(foot).split() if word.startswith("n")}
        assert {f"n{call}" for call in calls if call} <= noted


def printed(body: str, asked: str = "") -> html.HtmlElement:
    """Return the page that a text of this body is set from."""
    text = FRAME.format(text=body)
    known = {"labels": labels(), "edition": "", "parallel": asked}
    page = strings(here().run("print", behaviours("t.xml", text).tree, "print", known).value)
    return html.fromstring(page["page"])


def _pairs(page: html.HtmlElement) -> list[tuple[str, ...]]:
    """The words of both sides of each pair."""
    sides = page.xpath(".//*[contains(@class, 'facing')]/*")
    rows = zip(*sides, strict=True) if sides else page.xpath(".//*[@class='row']")
    return [tuple(" ".join(" ".join(one.itertext()).split()) for one in row) for row in rows]


FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{0}"><teiHeader><fileDesc><titleStmt>
<title>{1}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>A</p></sourceDesc>
</fileDesc></teiHeader><text><body>{2}</body></text></TEI>"""
ORIGINAL = """<div xml:id="d1"><head>I</head><p xml:id="p1">Unum.</p><p xml:id="p2">Duo.<note
place="foot"><seg corresp="#p1">Ad duo.</seg></note></p></div><div xml:id="d2"><head>II</head>
<p xml:id="p3">Tria.</p></div>"""


def bound(root: Path, translation: str, settings: str) -> html.HtmlElement:
    """Return the page of a volume of a text, its translation in a file of its own, and a third."""
    files = {"la": ("Mare", ORIGINAL), "en": ("The sea", translation), "zz": ("Last", "<p>Z.</p>")}
    return volume(root, {name: FILE.format(name, *said) for name, said in files.items()}, settings)


def volume(root: Path, files: dict[str, str], settings: str = "") -> html.HtmlElement:
    """Return the page of a volume of some files, by the name of each."""
    (root / "edition.toml").write_text(settings, "utf-8")
    for name, said in files.items():
        (root / f"{name}.xml").write_text(said, "utf-8")
    edition, _ = load(discover(root)[0])
    known = {"labels": labels(), "edition": ""}
    asked = edition.project.settings.print.parallel
    found = ""
    for text in edition.texts:
        tree = behaviours(text.path, text.xml).tree
        facts = here().run("facts", tree, "facts", {"labels": labels()}).value.head
        wanted = known | {"parallel": asked, "cited": f"{text.id}. Cited."}
        pages = strings(here().run("print", tree, "print", wanted).value)
        found += str(facts) + pages["parts"]
    everything = here().parse(f'<ed:volume xmlns:ed="{EDITIO}">{found}</ed:volume>')
    return html.fromstring(strings(here().run("volume", everything, "volume", known).value)["page"])


BY_FILE = """<div><head>1</head><p corresp="la.xml#p1">One.</p><p>More.</p>
<p corresp="la.xml#p2">Two.
<note place="foot">On two.</note></p></div><div><head>2</head><p corresp="la.xml#p3">Three.</p>
</div>"""
PAIRS = [("Mare", "The sea"), ("I", "1"), ("Unum.", "One. More."),
         ("Duo. 1 1 Ad duo.", "Two. 1 1 On two."), ("II", "2"), ("Tria.", "Three.")]  # fmt: skip


@pytest.mark.parametrize("how", ["facing", "columns"])
@pytest.mark.parametrize("made", [BY_FILE, BY_FILE.replace('corresp="la.xml#', 'xml:id="')])
def test_a_translation_in_another_file_stands_beside_its_original(
    tmp_path: Path, how: str, made: str
) -> None:
    """By @corresp, or by the ids that both files have; each under its own title, and once."""
    named = f'[print]\nparallel = "{how}"\npairs = {{ la = "en" }}\n'
    page = bound(tmp_path, made, named)
    # In columns both stand on one page, and their notes are counted through.
    second = "1 1" if how == "facing" else "2 2"
    pairs = [(one, other.replace("1 1", second)) for one, other in PAIRS]
    assert _pairs(page.xpath("//section[@id='la']")[0]) == pairs
    works = page.xpath("//section[contains(@class, 'work')]")
    assert [one.get("id") for one in works] == ["la", "zz"]
    assert [("faced" in one.get("class"), "run-on" in one.get("class")) for one in works] == [
        (how == "facing", False), (False, how == "columns")
    ]  # fmt: skip
    assert "first" in works[0].get("class").split()
    told = [str(one) for one in page.xpath("//nav//li[@class='part' or @class='behind']/a/text()")]
    assert told == ["Mare", "The sea", "Last", "Sources"]
    # The contents lead to both, and every note to its call.
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in page.xpath("//a/@href") if one[0] == "#"} <= set(ids)
    assert [one.get("lang") for one in page.xpath("//*[contains(@class, 'pair')]")][:2] == (
        ["la", "la"] if how == "facing" else ["la", "en"]
    )


def test_both_pages_of_an_opening_are_headed_alike() -> None:
    """Where two texts begin that face each other neither page has a running head; each number
    stands at the foot, from 2. Behind them each names its text.
    """
    side = '<div class="side"><div class="pair opens"><header class="opening"><h1 data-title="{0}"'
    side += ' data-short="{0}" data-running="{0}">{0}</h1></header></div>{1}</div>'
    pairs = f'<div class="pair"><p>{"words " * 200}</p></div>' * 3
    sides = side.format("Mare", pairs) + side.format("The sea", pairs)
    body = '<section class="half-title"><p>Sea</p></section>'
    body += f'<section class="work first faced"><div class="text facing">{sides}</div></section>'
    document, said = setter.lay_out(PAGE.format(body))
    assert said == []
    heads = [{box.at_keyword: words(box) for box in page._page_box.children
              if type(box).__name__ == "MarginBox"} for page in document.pages[1:5]]  # fmt: skip
    assert [{at: said for at, said in one.items() if said} for one in heads] == [
        {"@bottom-center": "2"},
        {"@bottom-center": "3"},
        {"@top-left": "4", "@top-center": "Mare"},
        {"@top-right": "5", "@top-center": "The sea"},
    ]


def test_a_right_hand_page_goes_no_further_than_the_left_hand_one() -> None:
    """Where notes took more room there than was planned; a pair that is divided counts as begun."""
    planned = facing.Opening(5, {2: 10.0, 3: 20.0, 4: 30.0})
    assert facing.as_far(planned, {5: None}) == planned
    assert facing.as_far(planned, {3: None}) == facing.Opening(3, {2: 10.0})
    assert facing.as_far(planned, {3: {0: None}}) == facing.Opening(4, {2: 10.0, 3: 20.0})


def test_a_translation_in_another_file_may_stand_after_its_original(tmp_path: Path) -> None:
    """Where the edition wants it so, each is a text as any other."""
    page = bound(tmp_path, BY_FILE, '[print]\nparallel = "after"\n')
    assert page.xpath("//section[contains(@class, 'work')]/@id") == ["en", "la", "zz"]
    assert page.xpath("//*[@class='side' or @class='row']") == []


BY_ID = """<body><div type="edition" xml:lang="la"><p xml:id="a1">Unum.</p><p xml:id="a2">Duo.</p>
<p xml:id="a3">Tria.</p><p>Nihil.</p></div>
<div type="translation"><p corresp="#a1 #a2">One, two.</p>
<p>More.</p><p corresp="#a3">Three.</p></div></body>"""
BY_LINK = """<body><div type="translation" xml:id="t"><lg xml:id="t1"><l>One.</l></lg>
<lg xml:id="t2"><l>Two.</l></lg></div><div><lg xml:id="o1"><l>Un.</l><l>Uno.</l></lg>
<lg xml:id="o2"><l>Deux.</l></lg></div><ab type="links"><linkGrp><link target="#o1 #t1"/>
<link target="#o2 #t2"/></linkGrp></ab></body>"""
BY_ITEM = """<body><div type="translation"><list><item xml:id="t1">One.</item></list>
<list><item xml:id="t2">Two.</item></list></div>
<div><list><item xml:id="o1">Un.</item><item>Uno.</item></list>
<list><item xml:id="o2">Deux.</item></list></div><ab type="links"><linkGrp><link target="#o1 #t1"/>
<link target="#o2 #t2"/></linkGrp></ab></body>"""
BY_HEAD = """<body><div type="edition"><head>I</head><p xml:id="a1">Unum.</p><div><head>II</head>
<p xml:id="a2">Duo.</p></div></div><div type="translation"><head>1</head><p corresp="#a1">One.</p>
<div><head>2</head><p corresp="#a2">Two.</p></div></div></body>"""
BY_HEADS = """<body><div type="edition"><head xml:id="h">Pars</head><div><head xml:id="i">I</head>
<p xml:id="a1">Unum.</p></div></div><div type="translation"><head corresp="#h">Part</head><div>
<head corresp="#i">1</head><p corresp="#a1">One.</p></div></div></body>"""
BY_CHAPTER = """<body><div type="edition"><div n="1"><ab n="1">Unum.</ab><ab n="2">Duo.</ab></div>
<div n="2"><ab n="1">Tria.</ab></div></div><div type="translation"><div n="1"><ab n="1">One.</ab>
</div><div n="2"><ab n="1">Three.</ab></div></div></body>"""
BY_NUMBER = """<body><div type="edition"><div><head>I</head><ab n="1">Unum.</ab><ab n="3">Tria.</ab>
</div></div><div type="commentary"><p>Of numbers.</p></div>
<div type="translation"><div><head>I</head>
<ab n="1">One.</ab><ab n="2">Two.</ab><ab n="3">Three.</ab></div></div></body>"""
GROUP = """<group><text xml:lang="fr"><body><p xml:id="f1">Un.</p><p xml:id="f2">Deux.</p></body>
</text><text xml:lang="en"><body><p corresp="#f1">One.</p><p corresp="#f2">Two.</p></body></text>
</group>"""


@pytest.mark.parametrize(
    ("body", "pairs"),
    [
        (BY_ID, [("Unum. Duo.", "One, two. More."), ("Tria. Nihil.", "Three.")]),
        (BY_LINK, [("Un. Uno.", "One."), ("Deux.", "Two.")]),
        (BY_ITEM, [("Un. Uno.", "One."), ("Deux.", "Two.")]),
        (BY_NUMBER, [("I", "I"), ("Unum.", "One. Two."), ("Tria.", "Three.")]),
        (GROUP, [("Un.", "One."), ("Deux.", "Two.")]),
        (BY_HEAD, [("I", "1"), ("Unum.", "One."), ("II", "2"), ("Duo.", "Two.")]),
        # Headings may correspond, too: each stands once.
        (BY_HEADS, [("Pars", "Part"), ("I", "1"), ("Unum.", "One.")]),
        (BY_CHAPTER, [("Unum. Duo.", "One."), ("Tria.", "Three.")]),
    ],
    ids=["corresp", "link", "item", "number", "group", "heading", "headings", "chapter"],
)
def test_pairs_are_what_corresponds(body: str, pairs: list[tuple[str, ...]]) -> None:
    """By @corresp or link; else by number. What has no partner stays with what is before it."""
    for how in ("facing", "columns"):
        assert _pairs(printed(body, how)) == pairs


@pytest.mark.parametrize(
    ("body", "asked", "found"),
    [
        (BY_ID, "", "in-columns"),
        (BY_ID, "after", ""),
        (BY_ID, "facing", "facing"),
        (BY_ID.replace("Unum.", LONG), "", "facing"),
        (
            BY_ID.replace("Unum.", LONG).replace("<body>", '<body rend="parallel">'),
            "",
            "in-columns",
        ),
        (BY_ID.replace(' corresp="#a', ' n="#a'), "", ""),
    ],
)
def test_where_a_translation_stands(body: str, asked: str, found: str) -> None:
    """As the edition asks; else as the TEI does; else by length. No word is lost or doubled."""
    page = printed(body, asked)
    dress = page.xpath("//*[@class='facing' or @class='in-columns']/@class")
    assert dress == [found][: bool(found)]
    said = " ".join(page.itertext()).split()
    assert [said.count(word) for word in ("Duo.", "More.", "Three.", "Nihil.")] == [1] * 4


@pytest.mark.parametrize("asked", ["columns", "facing"])
@pytest.mark.parametrize("blocks", ["<p>A.</p>", ""])
def test_a_reference_to_a_whole_side_finds_it(asked: str, blocks: str) -> None:
    """It has its id once, also where a division in it begins with it."""
    side = '<div xml:id="{0}" {1}>{2}<div xml:id="{0}1"><p>B.</p></div></div>'
    body = side.format("o", "", blocks) + side.format(
        "t", 'type="translation" corresp="#o"', blocks
    )
    page = printed(body, asked)
    assert page.xpath("count(//*[contains(@class, 'facing') or @class = 'in-columns'])") == 1
    for one in ("o", "t", "o1", "t1"):
        assert page.xpath(f"count(//*[@id = 'case.{one}'])") == 1, one


def test_columns_are_level_and_stay_in_their_halves() -> None:
    """Rows begin on one line; a row may go on overleaf."""
    row = (
        '<div class="row"><div class="pair"><p>{}</p></div><div class="pair"><p>{}</p></div></div>'
    )
    rows = "".join(row.format(f"a{at} " * 90, f"b{at} " * (50 + at)) for at in range(9))
    document, said = setter.lay_out(PAGE.format(f'<div class="in-columns">{rows}</div>'))
    assert said == []
    assert len(document.pages) > 1
    text = "".join(words(page._page_box.children[0]) for page in document.pages)
    assert [text.count(f"a{at}") for at in range(9)] == [90] * 9
    first = document.pages[0]
    tops = {
        box.text.split()[0]: box
        for box in reversed([*inside(first)])
        if hasattr(box, "text") and box.text.strip()
    }
    middle = first._page_box.content_box_x() + first._page_box.width / 2
    assert tops["a1"].position_y == tops["b1"].position_y
    assert tops["a1"].position_x < middle < tops["b1"].position_x


SIDES = {
    "a translation": '<div type="edition" xml:lang="la">{0}</div><div type="translation"'
    ' xml:lang="en">{1}</div>',
    "two parts that correspond": '<div xml:lang="la">{0}</div><div xml:lang="en">{1}</div>',
    "parts by turns": '<div xml:lang="la">{0}</div><div type="translation" xml:lang="en">{1}</div>'
    '<div xml:lang="la"><p>Nox<note>C</note>.</p></div><div type="translation" xml:lang="en">'
    "<p>Night<note>c</note>.</p></div>",
}


@pytest.mark.parametrize("body", SIDES.values(), ids=SIDES)
def test_the_notes_of_each_text_count_for_themselves(body: str) -> None:
    """On the page, in the book; the plain text says which 1 is meant."""
    note = "<note>{0}</note>"
    original = (
        f'<p xml:id="a1">Ventus{note.format("A")}.</p><p xml:id="a2">Mare{note.format("B")}.</p>'
    )
    translation = (
        f'<p corresp="#a1">The wind{note.format("a")}.</p>'
        f'<p corresp="#a2">The sea{note.format("b")}.</p>'
    )
    text = body.format(original, translation)
    case = f"<div>{text}</div>"
    made, turns = outputs(case), "Nox" in body
    for name in ("reading.html", "print.html"):
        calls: Any = html.fromstring(made[name]).xpath("//a[@class='note-call']/text()")
        assert sorted(calls) == ["1", "1", "2", "2", *("3", "3") * turns]
    said = plain(case, "reading")
    assert "Ventus[1.1]" in said
    assert "The wind[2.1]" in said
    assert "\n[2.2] b" in said


def test_notes_of_parts_in_two_languages_that_say_other_things_go_on() -> None:
    """They are one text."""
    part = '<div xml:lang="{0}"><p>{1}<note>x</note>.</p><p>More.</p></div>'
    made = outputs(f"<div>{part.format('la', 'Ventus')}{part.format('en', 'Wind')}</div>")
    page = html.fromstring(made["reading.html"])
    assert page.xpath("//a[@class='note-call']/text()") == ["1", "2"]
