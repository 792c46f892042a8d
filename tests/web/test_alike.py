"""Texts of one title are told apart wherever they are listed, by what headers do not share."""

import pytest

from tests.pipeline.editions import edition, tei
from tests.web.conftest import built
from tests.web.site import Site

BODY = (
    '<p>See <persName ref="#ada">Ada</persName>, '
    "<choice><sic>teh</sic><corr>the</corr></choice>.</p>"
)
PERSONS = (
    '<standOff><listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson>'
    "</standOff><text>"
)
NAMES = {
    "a": "Faust (H 1)",
    "b": "Faust (H 2, A 7)",
    "c": "Faust (H 2, A 8)",
    # Neither number nor shelfmark: the one that lacks them is known by that.
    "d": "Faust",
    "e": "Egmont (A play)",
    "f": "Egmont (Ida Holm)",
    "g": "Egmont (Bo Reed, 1801)",
    "h": "Egmont (Bo Reed, 13 February 1802)",
    # Nothing but their files.
    "i": "Mill (i)",
    "j": "Mill (j)",
}


def text(name: str, number: str = "", shelfmark: str = "", more: str = "", day: str = "") -> str:
    """Return a text whose header has these."""
    held = f"<msDesc><msIdentifier><idno>{shelfmark}</idno></msIdentifier></msDesc>"
    numbers = '<idno type="DOI">10.1/2</idno><idno type="URL">https://example.org</idno>' + (
        f'<idno type="sigil">{number}</idno>' if number else ""
    )
    dated = f'<profileDesc><creation><date when="{day}"/></creation></profileDesc>' if day else ""
    return (
        tei(BODY, id=name, title=NAMES[name].split(" (")[0])
        .replace("</title></titleStmt>", f"</title>{more}</titleStmt>")
        .replace("<p>Unpublished.</p>", f"<publisher>P</publisher>{numbers}")
        .replace("<p>None.</p>", held if shelfmark else "<p>None.</p>")
        .replace("</teiHeader>", f"{dated}</teiHeader>")
    )


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of texts of three titles."""
    reed = "<author><persName>Bo Reed</persName><idno>5</idno></author>"
    texts = {
        "a": text("a", "H 1"),
        "b": text("b", "H 2", "A 7"),
        "c": text("c", "H 2", "A 8"),
        "d": text("d"),
        "e": text("e", more='<title type="sub">A play</title>'),
        "f": text("f", more="<author>Ida Holm</author>"),
        "g": text("g", more=reed, day="1801"),
        "h": text("h", more=reed, day="1802-02-13"),
        "i": text("i"),
        "j": text("j"),
    }
    folder = edition(tmp_path_factory.mktemp("alike"), **texts)
    register = folder / "tei" / "registers" / "persons.xml"
    register.parent.mkdir()
    register.write_text(tei("<p/>", id="persons", title="Persons").replace("<text>", PERSONS))
    return built(folder, folder / "build", "epub")


def test_cards_and_filters_name_them(alike: Site) -> None:
    """On the first page, among the corrections, where an entry of a register is named."""
    assert alike.pages["index.html"].words("//section[@class='texts']//h3") == list(NAMES.values())
    filters = alike.pages["interventions.html"].words("//select[@name='text']/option[@value != '']")
    assert filters == list(NAMES.values())
    told = alike.pages["register/ada.html"].words("//section[@class='mentions']/h3/a")
    assert told == list(NAMES.values())


def test_their_pages_have_titles_of_their_own(alike: Site) -> None:
    """In tabs, bookmarks, hits of search engines: each form of each text."""
    titles = {path: page.words("//title")[0] for path, page in alike.pages.items()}
    for name, said in NAMES.items():
        assert titles[f"{name}.html"].split(" · ")[0] == said
        assert titles[f"{name}-diplomatic.html"].split(" · ")[0] == f"{said}: Diplomatic text"
        assert titles[f"{name}-comparison.html"].split(" · ")[0] == f"{said}: Side by side"
    assert len(set(titles.values())) == len(titles)


def test_ways_to_the_next_text_name_it(alike: Site) -> None:
    """Before and behind a text; its own page has its title alone."""
    page = alike.pages["b.html"]
    assert page.words("//h1") == ["Faust"]
    assert page.words("//nav[@class='neighbours']/a") == [
        "Previous Faust (H 1)",
        "Next Faust (H 2, A 8)",
    ]


def test_hits_name_them(alike: Site) -> None:
    """What is found stands under the name of its text."""
    index = (alike.folder / "search" / "texts-0.js").read_text("utf-8")
    assert all(f'["{name}","{said}",' in index for name, said in NAMES.items())
