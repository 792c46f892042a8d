"""Pages that span many texts: those of entries are made by themselves, and are what they are when
all are made at once; what has not changed is made no more.
"""

from pathlib import Path
from typing import Any

import pytest
from editio.formats.site import spanning
from editio.render import cache

from tests.pipeline.editions import tei
from tests.web.conftest import built
from tests.web.test_catalogue import HELD, NONE
from tests.web.test_lists import letter

LETTERS, PERSONS = 60, 8
PLAY = (
    '<sp who="#p5"><speaker>SIX</speaker><p>Lo.</p></sp><sp who="#p7 #p1"><p>And <c/>we.</p></sp>'
)
WORDS = "".join(
    f'<entry xml:id="e{n}"><form><orth>w{n // 2}</orth></form><sense><def>d</def></sense></entry>'
    for n in range(30)
)
MENDED = (
    '<p><choice><sic>teh</sic><corr resp="#p4" cert="low">the</corr></choice> <rs ref="#p4">x</rs>'
)
# More often than a page shows, and beside another name.
SIX = '<rs ref="#p6">Six</rs> and so on, ' * 301
OFTEN = f'<p>{SIX}<rs ref="#p6 #p5">both</rs> &lt; &amp;</p>'


def texts() -> dict[str, str]:
    """Return texts of each kind that lists tell apart."""
    kept = tei("<p>A leaf.</p>", "kept", "A leaf").replace(NONE, HELD.format(n=12, house=1))
    there = {f"l{n:03}": letter(n) for n in range(LETTERS)} | {
        "play": tei(PLAY, "play", "A play"), "words": tei(WORDS, "words", "Words"),
        "kept": kept, "often": tei(OFTEN, "often", "Often"),
        "mended": tei(f'{MENDED} <rs ref="#p3" cert="low">her</rs></p>', "mended", "Mended"),
    }  # fmt: skip
    assert all("xml:id" in one for one in there.values())
    return there


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An edition of many texts, with a register of those whom they name."""
    (tmp_path / "tei/texts").mkdir(parents=True)
    (tmp_path / "tei/registers").mkdir()
    for name, words in texts().items():
        (tmp_path / f"tei/texts/{name}.xml").write_text(words, "utf-8")
    people = "".join(
        f'<person xml:id="p{n}"><persName>Person {n}</persName></person>' for n in range(PERSONS)
    )
    listed = f"<standOff><listPerson>{people}<relation name='parent' active='#p1' passive='#p2'/>"
    register = tei(id="persons").replace("<text>", f"{listed}</listPerson></standOff><text>")
    (tmp_path / "tei/registers/persons.xml").write_text(register, "utf-8")
    return tmp_path


def pages(folder: Path, out: str) -> dict[str, bytes]:
    """Build the site; return its files."""
    site = built(folder, folder / out)
    files = (one for one in site.folder.rglob("*") if one.is_file())
    return {one.relative_to(site.folder).as_posix(): one.read_bytes() for one in files}


def test_pages_are_those_that_are_made_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of facts in brief, an entry after the other, as of all facts in one tree."""
    monkeypatch.setattr(cache, "FOLDER", folder / "cache")
    monkeypatch.setattr(spanning, "AT_ONCE", 40)
    found = pages(folder, "apart")
    monkeypatch.setattr(spanning, "MOST_CARDS", 1000)
    assert pages(folder, "together") == found
    # What was to be compared is there: long lists of an entry, one who only speaks, a conjecture.
    assert {"lists/letters-sent-p0-2.html", "lists/mentions-p6.html"} <= found.keys()
    assert b"mentioned nowhere" not in found["register/p5.html"]
    assert b"her</b>" in found["register/p3.html"]
    assert {"lists/headwords.html", "lists/characters.html", "interventions.html"} <= found.keys()


@pytest.mark.parametrize(
    ("text", "words", "other", "renewed"),
    [
        ("mended", "> <rs", "> and now <rs", {"p3", "p4"}),
        ("often", "and so on", "and on", {"p5"}),  # of p6 its page has no words
        ("l007", "Letter 007", "Letter seven", {"p0", "p2", ""}),
        ("words", "<def>d", "<def>another", set()),
    ],
)
def test_those_are_renewed_that_show_what_changed(  # noqa: PLR0917
    text: str, words: str, other: str, renewed: set[str], folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """One text is changed: pages of entries that show something of it are made, and no others; of
    lists, whose name here is nothing, those alone that do. All are what they are made from nothing.
    """
    monkeypatch.setattr(cache, "FOLDER", folder / "cache")
    pages(folder, "build")
    made: set[str] = set()
    make = spanning._Site.keep

    def noted(self: Any, asked: str, some: Any, *named: str) -> Any:
        made.update(named or {""})
        return make(self, asked, some, *named)

    monkeypatch.setattr(spanning._Site, "keep", noted)
    file = folder / f"tei/texts/{text}.xml"
    before = file.read_text("utf-8")
    assert words in before
    file.write_text(before.replace(words, other), "utf-8")
    found = pages(folder, "build")
    assert made == renewed
    monkeypatch.setattr(cache, "FOLDER", folder / "another cache")
    assert pages(folder, "anew") == found
