"""What is amiss in edition.toml is told where it stands, with what may be written instead."""

from pathlib import Path

import pytest
from editio.edition.config.spots import spot
from editio.edition.project import discover

from tests.checks.editions import found, laid_over


def menu(address: str) -> str:
    """Settings with a menu that leads somewhere."""
    return f'[site]\nmenu = ["search",\n  {{ title = "x", address = "{address}" }}]'


# The settings, and what is told of them: code, line and column, a part of message and hint.
AMISS = (
    ('order = "a"', "C004", (1, 1), "It is the text “a”; write, for example: order = ["),
    ("order = [1]", "C004", (1, 1), "a list in square brackets (the number 1)"),
    ('title = ["a"]', "C004", (1, 1), 'write, for example: title = "Letters"'),
    ("title = 1999-01-01", "C004", (1, 1), "It is a date or time"),
    ('site = "a"', "C004", (1, 1), "write a line [site], and below it the settings"),
    ('address = "example.org"', "C004", (1, 1), 'write: address = "https://example.org/"'),
    ('accent = "#8a2a17"', "C003", (1, 1), "It stands below the line [site]."),
    ('seg = { class = "hedge" }', "C003", (1, 1), "below the line [behaviours]."),
    ('[build]\nseg.hedge = { class = "h" }', "C003", (2, 1), "below the line [behaviours]."),
    ('[build]\n"seg.hedge" = { label = "It" }', "C003", (2, 1), "below the line [behaviours]."),
    ('\n[site]\nlanguage = "deutsch"', "C004", (3, 1), 'write: language = "de"'),
    ('[site]\nlanguage = "en_GB"', "C004", (2, 1), 'write: language = "en-GB"'),
    ('[site]\nlanguage = "de-CH-x"', "C004", (2, 1), "the code of a language (BCP 47)"),
    ('[site]\nlanguage = "xx"', "C004", (2, 1), "the code of a language (BCP 47)"),
    ('site = { language = "Italian" }', "C004", (1, 10), 'write: language = "it"'),
    ('[site]\naccent = "8a2a17"', "C004", (2, 1), 'write: accent = "#8a2a17"'),
    ('[site]\nground = "#fff"', "C004", (2, 1), 'write: ground = "#ffffff"'),
    ('[site]\nsplit = true', "C004", (2, 1), "It is true; write, for example: split = "),
    ('[print]\nnotes-form = "lines"\nnotes = "top"', "C004", (3, 1), "one of foot, end, part"),
    ('[checks]\ntime-limit = 1\n[build]\ntime-limit = 0', "C004", (4, 1), "the number 0"),
    ('[checks]\ntime-limit = 1e300', "C004", (2, 1), "seconds above 0, up to 10000000"),
    (f"title = {'[' * 3000}", "C002", (1, 1), "it is nested too deeply"),
    (f'texts = ["{"a" * 300}"]', "C007", (1, 11), "not a folder or a file of the edition"),
    ('[media]\nhosts = ["https://a.org/"]', "C004", (2, 1), 'hosts = ["images.example.org"]'),
    ('[behaviours]\nseg = "bold"', "C004", (2, 1), "It is the text “bold”; write, for example"),
    ('[behaviours]\n".a b" = { class = "x" }', "C004", (2, 1), "called by an element, a type"),
    ('[behaviours]\nab = { class = "x" }\nseg = { behaviour = "bloc" }', "C004", (3, 9), "inline"),
    ('[behaviours.seg]\nbehavior = "block"', "C003", (2, 1), "Did you mean “behaviour”?"),
    ('[behaviours]\nbody = { behaviour = "block" }', "C004", (2, 1), "given no behaviour"),
    ('[behaviours]\nrow = { behaviour = "inline" }', "C004", (2, 1), "these: cell, row."),
    ('[behaviours]\nseg.x = { class = "y" }', "C003", (2, 1), 'quotation marks: "seg.x"'),
    ('[behaviours]\nrdg = { behaviour = "block" }', "C004", (2, 1), "no behaviour but inline"),
    ('[behaviours]\n"del.x" = { behaviour = "block" }', "C004", (2, 1), "these: abbr, am, choice,"),
    ('formats = [\n  "html",\n  "epud",\n]', "C007", (3, 4), "Did you mean “epub”?"),
    ('[site]\nmenu = ["search",\n  "serch"]', "C015", (3, 4), "Did you mean “search”?"),
    ('[site]\nmenu = ["a", { titel = "E", address = "b" }]', "C003", (2, 16),
     "It stands in entry 2 of the menu. Did you mean “title”?"),
    ('[site]\nmenu = [{ title = "G", pages = [{ title = "H", pages = ["a"] }] }]', "C003", (2, 44),
     "It stands in entry 1 of “G”. A group holds pages and no groups."),
    ('[[site.menu]]\ntitle = "G"\nadress = "a"', "C003", (3, 1), "Did you mean “address”?"),
    ('[site]\nmenu = ["K",\n  { title = "K" }]', "C004", (2, 10), "lacks an address or pages"),
    ('[site]\nmenu = [{ title = "K", pages = [3] }]', "C004", (2, 1), "1 of “K” is the number 3."),
    ('[site]\nmenu = [{ title = "K", pages = [] }]', "C004", (2, 20), "1 of the menu has no pages"),
    ('[site]\nmenu = "search"', "C004", (2, 1), "It is the text “search”"),
    ('[site]\nshow = ["names", "sides"]', "C004", (2, 1), "for “sides” write: side"),
    (menu("pages/"), "C015", (3, 29), "names the page “pages/”, which is not there"),
    (menu("pages/none.html#x"), "C015", (3, 29), "names the page “pages/none.html#x”, which"),
    (menu("pages/none.md"), "C015", (3, 29), "There are: none."),
    (menu("serch#x"), "C015", (3, 29), "Did you mean “search#x”?"),
    (menu("evnts"), "C015", (3, 29), "There are: about, data, interventions, search, t, t.xml."),
    (menu("t~1"), "C015", (3, 29), "names the page “t~1”, which is not there"),
    (menu("#p1"), "C021", (3, 29), "which names no page"),
    (menu("pages/index"), "C015", (3, 29), "names the page “pages/index”, which is not there"),
    ('title = Letters', "C002", (1, 9), 'Put straight quotation marks around words'),
    ('title = “Letters”', "C002", (1, 9), "not curly ones"),
    ('title = "a"\ntitle = "b"', "C002", (2, 12), "stands here for the second time"),
    ('[site]\n[print]\n[site]', "C002", (3, 6), "begins here for the second time"),
    ('title = "Letters', "C002", (1, 17), "a text that does not end on its line"),
    ('order = ["a" "b"]', "C002", (1, 14), "lacks a comma"),
    ('title "Letters"', "C002", (1, 7), "a name without a value"),
    ('title', "C002", (1, 6), "a name without a value"),
    ('title = "a" # x\n= 3', "C002", (2, 1), "a line that is no setting"),
    ('title = "a\\q"', "C002", (1, 13), "a backslash in a text"),
    ('[media]\nfolder = "../pictures"', "C004", (2, 1), "a folder of the edition"),
    ('[media]\nfolder = "/pictures"', "C004", (2, 1), "a folder of the edition"),
    (menu("javascript:alert(1)"), "C021", (3, 29), "javascript: is nothing that a page leads to"),
    (menu("example.org"), "C021", (3, 29), "Write: https://example.org"),
    (menu("example.org:8080/x"), "C021", (3, 29), "Write: https://example.org:8080/x"),
    (menu("https://"), "C021", (3, 29), "which is no address"),
    (menu("https://a b.org"), "C021", (3, 29), "which is no address"),
    (menu(""), "C021", (2, 1), "which is empty"),
    (menu("site/wrods.svg"), "C021", (3, 29), "Did you mean “site/words.svg”?"),
    (menu("list.pdf"), "C021", (3, 29), "Put the file into site/"),
    ('[site]\nmenu = ["example.org"]', "C021", (2, 10), "Write: https://example.org"),
    ('[site]\nmenu = ["about", "search",\n  "about.html"]', "C029", (3, 4), "also written “about”"),
    ('[site]\nmenu = ["t.xml", { title = "T", address = "./t.html" }]', "C029", (2, 44),
     "leads to “./t.html” twice, also written “t.xml”"),
    ('[site]\nmenu = ["t#p1", "t#p2", "t", "t#p1"]', "C029", (2, 10),
     "leads to “t#p1” twice Remove"),
    ('[site]\nground = "#888888"', "C011", (2, 11), "#625c52 on #888888 has a contrast of 1.9 : 1"),
    ('[site]\naccent = ["#8a2a17",\n  "#202020"]', "C011", (3, 4), "contrast"),
    ('[site]\nlogo = "site/no.svg"', "C010", (2, 9), "there is no such file"),
    ('[site]\nlogo = "site/words.svg"', "C010", (2, 9), "Name an SVG, PNG, JPEG, GIF or WebP"),
    ('[site]\nfaces = [\n  "site/words.ttf"]', "C010", (3, 4), "is no font of TrueType"),
    ('[site]\nfaces = ["site/cut.woff2"]', "C010", (2, 11), "is damaged, or cut off"),
)  # fmt: skip


@pytest.mark.parametrize(("settings", "code", "place", "words"), AMISS)
def test_amiss(
    tmp_path: Path, settings: str, code: str, place: tuple[int, int], words: str
) -> None:
    """One finding, at the setting or at the part of it that is meant."""
    (tmp_path / "t.xml").write_text("<TEI/>", "utf-8")
    (tmp_path / "site").mkdir()
    for name in ("words.svg", "words.ttf"):
        (tmp_path / "site" / name).write_text("Dear Sir", "utf-8")
    (tmp_path / "site/cut.woff2").write_bytes(b"wOF2 and no more")
    (tmp_path / "edition.toml").write_text(settings, "utf-8")
    _, found = discover(tmp_path)
    # What lies in site/ and is named by no setting is told apart from it.
    found = [one for one in found if one.code != "C022"]
    told = [(one.code, one.file, (one.line, one.column)) for one in found]
    assert told == [(code, "edition.toml", place)]
    assert words in found[0].message + " " + found[0].hint


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "//example.org/x", "mailto:us@example.org", "doi:10.5/x", "t.html",
     "site/words.svg#a", "pdf/edition.pdf", "/blog/", "search#x", "register/p1", "t#p1"],
)  # fmt: skip
def test_addresses_that_a_menu_may_lead_to(tmp_path: Path, address: str) -> None:
    """On the web, by mail, on the site itself."""
    (tmp_path / "t.xml").write_text("<TEI/>", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/words.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "edition.toml").write_text(menu(address), "utf-8")
    assert discover(tmp_path)[1] == []


NAMES = """[reading]
leave-out = ["pome", "letter"]
layers = ["letter"]
witness = "Z"
[media]
folder = "tie"
[site]
menu = ["works", "persons", "events"]
[behaviours]
prsName = { class = "x" }
".letter" = { class = "x" }
"div.leter" = { class = "x" }
"""


def test_names_that_nothing_in_the_edition_has(tmp_path: Path) -> None:
    """Types, a witness, a folder, elements, registers; with the nearest that there is."""
    root = laid_over(tmp_path / "mini")
    (root / "edition.toml").write_text(NAMES, "utf-8")
    told = [one for one in found(root) if one.file == "edition.toml"]
    assert [(one.code, one.line, one.column) for one in told] == [
        ("C020", 2, 15), ("C020", 4, 12), ("C020", 6, 11), ("C015", 8, 10), ("C015", 8, 30),
        ("C020", 10, 1),
        ("C020", 12, 6),
    ]  # fmt: skip
    assert [one.hint for one in told] == [
        "Did you mean “poem”?", "There are: A, B.", "Did you mean “tei”?",
        "There is no <listBibl>. Registers: persons, places.",
        "There is no <listEvent>. Registers: persons, places.", "Did you mean “persName”?",
        "Did you mean “letter”?",
    ]  # fmt: skip


def test_a_style_sheet_that_asks_elsewhere_is_told_at_its_line(tmp_path: Path) -> None:
    """In the style sheet itself; what stands in a comment asks nobody."""
    (tmp_path / "t.xml").write_text("<TEI/>", "utf-8")
    (tmp_path / "site").mkdir()
    css = "/* @import url(https://a.org/x.css); */\nbody {\n  background: url(//b.org/x.png);\n}\n"
    (tmp_path / "site/own.css").write_text(css, "utf-8")
    (tmp_path / "edition.toml").write_text('[site]\ncss = "site/own.css"\n', "utf-8")
    _, found = discover(tmp_path)
    told = [(one.code, one.file, one.line, one.column) for one in found]
    assert told == [("C010", "site/own.css", 3, 15)]


def test_what_a_style_sheet_names_is_on_the_site(tmp_path: Path) -> None:
    """Told at its line, with what may be meant."""
    for name in ("t.xml", "fonts/a.woff2", "site/css/b.woff2", "site/c d.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<TEI/>", "utf-8")
    css = (
        '/* url(no.png) */\nbody { background: url("../c%20d.png?v=1#x") }\n'
        "@font-face { src: url(b.woff2), url('../../fonts/a.woff2') }\n"
        "p { background: url(b.woff) }\nq { mask: url(#m); cursor: url(data:image/png;base64,x) }\n"
        "a { background: url(../../assets/fonts/x.woff2) }\n"
    )
    (tmp_path / "site/css/own.css").write_text(css, "utf-8")
    (tmp_path / "edition.toml").write_text('[site]\ncss = "site/css/own.css"\n', "utf-8")
    told = [one for one in discover(tmp_path)[1] if one.code == "C024"]
    assert [(one.file, one.line, one.column, one.message) for one in told] == [
        ("site/css/own.css", 3, 33,
         "“../../fonts/a.woff2” is not on the site: there is no fonts/a.woff2"),
        ("site/css/own.css", 4, 17, "“b.woff” is not on the site: there is no site/css/b.woff"),
    ]  # fmt: skip
    assert told[1].hint.endswith("Did you mean “site/css/b.woff2”?")


def test_settings_in_another_encoding(tmp_path: Path) -> None:
    """The place of the first byte that is not UTF-8."""
    (tmp_path / "t.xml").write_text("<TEI/>", "utf-8")
    (tmp_path / "edition.toml").write_bytes('# a\ntitle = "Böhm"'.encode("latin-1"))
    _, found = discover(tmp_path)
    assert [(one.code, one.line, one.column) for one in found] == [("C002", 2, 11)]
    assert "save it as UTF-8" in found[0].message


def test_what_is_not_found_stands_at_the_table_or_at_the_top() -> None:
    """A setting that is written nowhere has the place of its table."""
    source = 'title = "a"\n[site]\nhome = """\nmenu = 1"""\n'
    assert spot(source, "site", "nothing") == (2, 1)
    assert spot(source, "print", "size") == (1, 1)


MANY = """titel = "Letters"
order = ["none"]
formats = ["epud", "html"]
[reading]
signs = "laiden"
witness = "Z"
[site]
language = "deutsch"
menu = ["serch", { title = "x", address = "example.org" }]
logo = "site/no.svg"
[behaviours]
seg = "bold"
prsName = { class = "x" }
[print]
margins = [20, 80, 20, 80]
"""


def test_all_faults_in_one_run(tmp_path: Path) -> None:
    """One that cannot be used keeps no other from being told, or from being used."""
    root = laid_over(tmp_path / "mini")
    (root / "edition.toml").write_text(MANY, "utf-8")
    told = [(one.line, one.code) for one in found(root) if one.file == "edition.toml"]
    assert told == [
        (1, "C003"), (2, "C005"), (3, "C007"), (5, "C004"), (6, "C020"), (8, "C004"), (9, "C015"),
        (9, "C021"), (10, "C010"), (12, "C004"), (13, "C020"), (15, "C004"),
    ]  # fmt: skip
    used = discover(root)[0].settings
    assert (used.formats, used.base, [*dict(used.behaviours)]) == (("html",), "Z", ["prsName"])


def test_what_hangs_on_a_fault_is_not_told(tmp_path: Path) -> None:
    """Without its texts nobody knows whether an order is right, nor a colour without its ground."""
    root = laid_over(tmp_path / "mini")
    hanging = (
        'texts = "letters"\norder = ["none"]\n[site]\nmenu = ["none"]\n'
        'ground = "black"\naccent = "#8affff"\n[print]\nsize = [80]\nmargins = [99, 9, 99, 9]\n'
    )
    (root / "edition.toml").write_text(hanging, "utf-8")
    told = [(one.line, one.code) for one in found(root) if one.file == "edition.toml"]
    assert told == [(1, "C004"), (5, "C004"), (8, "C004")]
