"""What lies beside TEI and is not used is told, with what would be; what has its use is not."""

from pathlib import Path

import pytest
from editio.cli.survey import survey
from editio.edition.project import discover
from editio.edition.selection import select

from tests.edition.test_beside import LABELS, TEI

SETTINGS = "settings are read from edition.toml"
TOML = "Call it edition.toml, beside tei/; it is written in TOML."
STYLES = "style sheets are read from site/"
INTO_SITE = (
    "Put it into site/: the one style sheet there is used; of several `css` in [site] names one."
)
MD = "its name does not end in .md or .xml"
PAGES = "Pages are written in pages/, in Markdown (.md) or TEI (.xml)."
XML = "its name does not end in .xml"
WORDS = "Words are written in the form of those of editio (.xml): see `editio help own-rules`."
XSL = "its name does not end in .xsl"
SHEETS = "xslt/NAME.xsl stands for the package NAME of editio: see `editio help own-rules`."
CITED = "how citations are written is read from citation.csl"
FONT = "no setting names this font"
FACES = "Name it in `faces`: in [site], for pages, where it lies in site/; in [print], for books."
ICON = "Put it into site/, and name it as `icon` in [site]."
TEXTS = "texts are read from tei/texts/, registers from tei/registers/"
TO_TEXTS = "Put it there; or say where texts are with `texts` in edition.toml."
TEI_NAME = "its name does not end in .xml or .tei"
EXPORT = "Export it as TEI (.xml), or take it out of the folder."
# A file -> why it is not used, and what to do.
TOLD = {
    "edition.yaml": (SETTINGS, TOML),
    "edition.yml": (SETTINGS, TOML),
    "edition.json": (SETTINGS, TOML),
    "edition.toml.txt": (SETTINGS, TOML),
    "editio.toml": (SETTINGS, TOML),
    "tei/edition.toml": (
        "settings are read from beside tei/", "Put it beside tei/, as edition.toml."),
    "own.css": (STYLES, INTO_SITE),
    "xslt/own.css": (STYLES, INTO_SITE),
    "css/own.css": (STYLES, INTO_SITE),
    "site/own.scss": ("style sheets are written in CSS (.css)", INTO_SITE),
    "site/css/own.css": (
        "without a setting one is used that lies in site/ itself, .css",
        'Name it: css = "site/css/own.css" in [site].',
    ),
    "Own.woff2": (FONT, FACES),
    "site/Own.woff2": (FONT, FACES),
    "fonts/Own.ttf": (FONT, FACES),
    "favicon.ico": ("no setting names this icon", ICON),
    "site/favicon.svg": ("no setting names this icon", ICON),
    "site/logo.svg": (
        "no setting names this picture", "Put it into site/, and name it as `logo` in [site]."),
    "site/own.js": (
        "pages run no script of the edition’s own",
        "Where a page must have it, xslt/site.xsl can name it (see `editio help own-rules`).",
    ),
    "site/about.html": ("nothing leads to it", PAGES),
    "site/about.md": ("nothing leads to it", PAGES),
    "tei/about.md": ("pages are read from pages/", PAGES),
    "about.md": ("pages are read from pages/", PAGES),
    "page/work.md": ("pages are read from pages/", PAGES),
    "pages/x.html": (MD, PAGES),
    "pages/x.txt": (MD, PAGES),
    "pages/x.pdf": (MD, PAGES),
    "pages/deep/x.md": ("it lies in a folder of its own", "Put it into pages/."),
    "labels/en.json": (XML, WORDS),
    "labels/en.XML": (XML, WORDS),
    "labels/more/en.xml": ("it lies in a folder of its own", "Put it into labels/."),
    "en.xml": ("words are read from labels/", "Put it into labels/."),
    "xslt/x.xslt": (XSL, SHEETS),
    "xslt/rules.XSL": (XSL, SHEETS),
    "rules.xsl": ("stylesheets are read from xslt/", "Put it into xslt/."),
    "site.xsl": ("stylesheets are read from xslt/", "Put it into xslt/."),
    "house.sch": (
        "no text and no setting names these rules",
        'Name them: schema = ["house.sch"] in edition.toml, or in the xml-model of texts.',
    ),
    "apa.csl": (CITED, "Call it citation.csl, beside tei/."),
    "site/citation.csl": (CITED, "Call it citation.csl, beside tei/."),
    "own.odd": ("models of an ODD are read from tei/schema/*.odd", "Put it into tei/schema/."),
    "tei/texts/a.docx": (TEI_NAME, EXPORT),
    "tei/registers/persons.csv": (TEI_NAME, EXPORT),
    "tei/texts/part/a.xml": (TEXTS, TO_TEXTS),
    "tei/a.xml": (TEXTS, TO_TEXTS),
    "tei/A.TEI": (TEXTS, TO_TEXTS),
    "texts/a.xml": (TEXTS, TO_TEXTS),
    "edition.xml": (
        "what the edition says of itself is read from tei/edition.xml", "Call it tei/edition.xml."),
    "changelog.md": ("what is read is called CHANGELOG.md", "Call it CHANGELOG.md."),
    "Citation.csl": ("what is read is called citation.csl", "Call it citation.csl."),
}  # fmt: skip
SHEET = (
    '<xsl:package name="x" version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
    '<xsl:use-package name="urn:editio:rules"/></xsl:package>'
)
WRITTEN = {
    "en.xml": LABELS.format(""), "rules.xsl": SHEET, "rules.XSL": SHEET, "x.xslt": SHEET,
    "site.xsl": SHEET.replace("urn:editio:rules", "urn:mine"),
}  # fmt: skip


def lay(root: Path, *names: str, settings: str | None = "") -> Path:
    """Write an edition of one text and these files; those of TEI are another text."""
    other = TEI.replace('"leaf"', '"other"')
    every = {"tei/texts/leaf.xml": TEI, **dict.fromkeys(names, "x")}
    if settings is not None:
        every["edition.toml"] = settings
    for name, words in every.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        last = name.rpartition("/")[2]
        said = WRITTEN.get(
            last, other if last.endswith((".xml", ".TEI")) and words == "x" else words
        )
        (root / name).write_text(said, "utf-8")
    return root


def told(root: Path) -> dict[str, tuple[str, str, str]]:
    """Return what is told: file -> code, message, hint."""
    return {one.file: (one.code, one.message, one.hint) for one in discover(root)[1]}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_used_is_told(tmp_path: Path, name: str) -> None:
    """Alone, with the file, the reason and what would be used."""
    reason, advice = TOLD[name]
    expected = ("C022", f"this file is not used: {reason}", advice)
    assert told(lay(tmp_path, name)) == {name: expected}


def test_what_a_stylesheet_includes_is_used(tmp_path: Path) -> None:
    """Whatever its ending, and whatever that of the file that includes it."""
    root = lay(tmp_path, "xslt/parts/one.xslt", "xslt/parts/two.xslt", "xslt/parts/three.xslt")
    for name, other in (("rules.xsl", "parts/one.xslt"), ("parts/one.xslt", "two.xslt")):
        including = SHEET.replace("</", f'<xsl:include href="{other}"/></', 1)
        (root / "xslt" / name).write_text(including, "utf-8")
    (root / "xslt/parts/two.xslt").write_text(SHEET, "utf-8")
    assert [one for one, (code, *_) in told(root).items() if code == "C022"] == [
        "xslt/parts/three.xslt"
    ]


@pytest.mark.parametrize(
    ("name", "right"),
    [("Pages", "pages"), ("Xslt", "xslt"), ("LABELS", "labels"), ("Site", "site"),
     ("tei/Texts", "texts"), ("tei/Registers", "registers")],
)  # fmt: skip
def test_folders_are_written_in_small_letters(tmp_path: Path, name: str, right: str) -> None:
    """A folder is told once, whatever is in it."""
    root = lay(tmp_path, f"{name}/a.md", f"{name}/b.md")
    reason = f"this folder is not used: what is read is called {right}/"
    assert told(root)[f"{name}/"] == ("C022", reason, f"Call it {right}/.")


def test_of_several_style_sheets_none_is_taken(tmp_path: Path) -> None:
    """Each is told until a setting names one, then the others."""
    root = lay(tmp_path, "site/a.css", "site/b.css")
    reason = "this file is not used: site/ has several style sheets, and no setting names this one"
    expected = {
        name: ("C022", reason, f'Name the one to be used: css = "{name}" in [site].')
        for name in ("site/a.css", "site/b.css")
    }
    assert told(root) == expected
    (root / "edition.toml").unlink()
    assert told(root) == expected
    (root / "edition.toml").write_text('[site]\ncss = "site/a.css"\n', "utf-8")
    assert told(root) == {"site/b.css": expected["site/b.css"]}
    (root / "site/b.css").unlink()
    assert told(root) == {}


def test_a_stylesheet_of_another_name_is_told(tmp_path: Path) -> None:
    """Also one that says nothing of editio, where there are few; not the workshop of others."""
    assert {name: one[0] for name, one in told(lay(tmp_path, "xslt/own.xsl")).items()} == {
        "xslt/own.xsl": "C019"
    }
    assert told(lay(tmp_path, *(f"xslt/workflow-{each}.xsl" for each in "abcd"))) == {}


@pytest.mark.parametrize(
    "name", ["Edition.toml", "edition.yaml", "editio.toml", "tei/edition.toml"]
)
def test_settings_by_another_name_are_told_where_there_are_none(tmp_path: Path, name: str) -> None:
    """That is when they are missed."""
    assert [one[0] for one in told(lay(tmp_path, name, settings=None)).values()] == ["C022"]


def test_many_of_a_kind_are_told_once(tmp_path: Path) -> None:
    """The first, and how many more."""
    root = lay(tmp_path, *(f"pages/{each}.txt" for each in "abcd"))
    reason = f"this file is not used: {MD} (as are 3 other files of pages/)"
    assert told(root) == {"pages/a.txt": ("C022", reason, PAGES)}


def test_a_schema_that_is_given_has_its_use(tmp_path: Path) -> None:
    """Rules that `check --schema` is given are not told as unused, others beside them are."""
    root = lay(tmp_path, "a.sch", "b.sch")
    found = select([root], [root / "a.sch"]).diagnostics
    assert [one.file for one in found if one.code == "C022"] == ["b.sch"]


def test_what_is_named_has_its_use(tmp_path: Path) -> None:
    """By a setting, a page, a style sheet, a stylesheet, a text; what systems leave is nothing."""
    settings = (
        'schema = "own.odd"\n[site]\nlogo = "site/logo.svg"\nmenu = [{title = "A", '
        'address = "site/a.html"}]\n[print]\n'
    )
    root = lay(
        tmp_path, "site/logo.svg", "site/a.html", "site/own.css", "site/own.woff2", "own.odd",
        "pages/list.csv", "pages/.DS_Store", "pages/a.md~", "labels/README", "xslt/more.xslt",
        "logo.png", "tei/schema/own.odd", "tei/sources/a.docx/x", "tei/part.xml", "notes.md",
        "logo.txt",
        settings=settings,
    )  # fmt: skip
    (root / "own.odd").write_text("<TEI/>", "utf-8")
    (root / "tei/schema/own.odd").write_text("<TEI/>", "utf-8")
    (root / "site/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (root / "site/own.css").write_text("@font-face { src: url(own.woff2) }", "utf-8")
    (root / "pages/a.md").write_text("# A\n\n[list](list.csv)\n", "utf-8")
    (root / "README.md").write_text("![ours](logo.png)\n", "utf-8")
    leaf = root / "tei/texts/leaf.xml"
    leaf.write_text(
        leaf.read_text("utf-8").replace("Words.", "<ref target='../part.xml'/>"), "utf-8"
    )
    rules = SHEET.replace("<xsl:use", '<xsl:include href="more.xslt"/><xsl:use')
    (root / "xslt/rules.xsl").write_text(rules, "utf-8")
    assert [name for name, one in told(root).items() if one[0] in {"C019", "C022"}] == []


@pytest.mark.parametrize("settings", ["", 'texts = ["letters"]', None])
def test_what_is_hidden_is_no_part_of_an_edition(tmp_path: Path, settings: str | None) -> None:
    """Resource forks, as macOS leaves them, are neither read nor told, whatever they are called."""
    root = lay(tmp_path, "tei/registers/persons.xml", TEI, settings=settings)
    (root / "letters").mkdir()
    (root / "letters/b.xml").write_text(TEI, "utf-8")
    before = discover(root)
    loose = [one.path for one in select([root / "letters"]).sheets]
    for name in ("tei/._edition.xml", "tei/texts/._a.xml", "tei/registers/._persons.xml", "._a.xml",
                 "letters/._b.xml", "pages/._a.xml", "pages/._a.md", "labels/._de.xml",
                 "xslt/._rules.xsl", "tei/schema/._a.odd", "site/._a.css"):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"\0\5\26\7")
    assert discover(root) == before
    assert before[0].texts
    assert [one.path for one in select([root / "letters"]).sheets] == loose == [
        root / "letters/b.xml"]  # fmt: skip


def test_names_in_capital_letters_are_names_of_tei(tmp_path: Path) -> None:
    """Texts, registers and pages; in folders that are named, below one that has no settings."""
    names = ("tei/texts/B.XML", "tei/registers/P.TEI", "pages/A.Xml", "letters/deep/B.XML")
    root = tmp_path / "whole"
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEI, "utf-8")
    (root / "tei/texts/Own.ODD.XML").write_text("<TEI/>", "utf-8")
    (root / "edition.toml").write_text("", "utf-8")
    project, found = discover(root)
    shown = [project.shown(one) for one in project.documents]
    assert (shown, found) == (["tei/texts/B.XML", "tei/registers/P.TEI", "pages/A.Xml"], [])
    (root / "edition.toml").write_text('texts = ["letters"]', "utf-8")
    assert discover(root)[0].texts == (root / names[3],)
    loose = root / "letters"
    assert discover(loose)[0].texts == (root / names[3],)
    assert [one.path for one in select([loose]).sheets] == [root / names[3]]
    assert survey(loose).texts == 1
