"""Stylesheets of an edition's own override ours, open nothing, and are part of what is kept."""

import csv
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from editio.api import check
from editio.checks.stylesheets import uncompiled
from editio.cli.main import main
from editio.edition.beside import sheets
from editio.edition.beside.extension import NAMES
from editio.edition.beside.made import BEHAVIOURS
from editio.edition.beside.own import NOTHING, own
from editio.edition.config.configuration import Settings
from editio.edition.edition import opened
from editio.edition.project import discover
from editio.engines.saxon import strings
from editio.render import cache
from editio.render.build import Built, Plan, build
from editio.render.job import behaviours, here, labels, register

from tests.docs.points import HERE, skeleton
from tests.pipeline.editions import tei
from tests.shared import ROOT

OWN = Path(__file__).parent / "own"
XSL = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:editio:ns" version="3.0"'


def package(name: str, overriding: str, beside: str = "") -> str:
    """Return a package that overrides one of ours: that of the handbook, its own lines in one."""
    before, behind = skeleton(name, HERE, "<beside/>").split(HERE)
    head, foot = (" ".join(one.split()) for one in (before, behind))
    return head + overriding + foot.replace("<beside/>", beside)


def edition(folder: Path, **files: str) -> Path:
    """Return an edition with these stylesheets, and no others."""
    shutil.copytree(OWN / "tei", folder / "tei")
    (folder / "edition.toml").write_text("", "utf-8")
    (folder / "xslt").mkdir()
    for name, words in files.items():
        (folder / f"xslt/{name}.xsl").write_text(words, "utf-8")
    return folder


def built(folder: Path, *formats: str) -> Built:
    """Build it."""
    one, found = opened(folder)
    assert found == []
    return build(Plan(one, formats, folder / "build", cached=False))


@pytest.mark.slow
def test_each_kind_of_component_is_overridden(tmp_path: Path) -> None:
    """A template by match, one by name, a function; what it says reaches page and plain text."""
    rule = (
        '<xsl:template match="*:objectName" mode="ed:rules">'
        "<xsl:sequence select=\"ed:own-words('the ')\"/><xsl:next-match/></xsl:template>"
    )
    foot = (
        '<xsl:template name="ed:site-footer" as="element(footer)"><xsl:param name="ed:up" '
        'as="xs:string" tunnel="yes" select="\'\'"/><footer>Ours</footer></xsl:template>'
    )
    tag = (
        '<xsl:function name="ed:tag" as="xs:string" visibility="public">'
        '<xsl:param name="inline" '
        'as="element(ed:inline)"/><xsl:sequence select="\'bdi\'"/></xsl:function>'
    )
    edition(tmp_path, rules=package("rules", rule), site=package("site", foot + tag))
    made = built(tmp_path, "html", "text")
    assert [one.message for one in made.diagnostics] == []
    page = (tmp_path / "build/leaf.html").read_text("utf-8")
    assert "<footer>Ours</footer>" in page
    assert '<bdi class="hi colour-red" data-rend="red">rubricated</bdi>' in page
    texts = [one.read_text("utf-8") for one in (tmp_path / "build/text").rglob("*.txt")]
    assert any("names a [the] ruler." in text for text in texts)


# The examples that the handbook has for each of our packages.
EACH: dict[str, str] = {}
for _name, _words in re.findall(
    r"```xml\n<!-- (\w+) -->\n(.*?)```", (ROOT / "docs/own-rules.md").read_text("utf-8"), re.S
):
    EACH[_name] = EACH.get(_name, "") + _words
ENTRY = (
    '<app><lem wit="#A">sinopia</lem><rdg wit="#B">sinopis</rdg><rdg wit="#C">red</rdg></app>'
    '<listPerson><person xml:id="x" role="fictional"/><person xml:id="y"/></listPerson>'
)


def test_every_package_is_overridden(tmp_path: Path) -> None:
    """As the handbook says it, each at a place that it has for it."""
    edition(tmp_path, **{name: package(name, words) for name, words in EACH.items()})
    mine, found = own(tmp_path, Settings())
    assert found == []
    assert {*EACH} == {*NAMES}
    leaf = (OWN / "tei/texts/leaf.xml").read_text("utf-8")
    # One witness is listed, one is not.
    leaf = leaf.replace("<term>sinopia</term>", ENTRY).replace(
        "</sourceDesc>", '<listWit><witness xml:id="B">A leaf</witness></listWit></sourceDesc>'
    )
    leaf = leaf.replace(
        '<p xml:id="p1">', '<head>Inks</head><p><term>ochre</term></p><p xml:id="p1">'
    )
    ruled = behaviours("leaf.xml", leaf, mine)
    said = {name: here(mine).run(name, ruled.tree, name, {"labels": labels(mine)}).value
            for name in ("facts", "print", "text", "epub")}  # fmt: skip
    tree = here(mine).serialize(ruled.tree)
    assert 'type="hedge"' not in tree
    assert '<ed:inline own="yes" kind="added">the </ed:inline>' in tree
    red = '<ed:inline kind="hi" rendered="red" rend="colour-red own-red">rubricated</ed:inline>'
    assert red in tree
    assert re.findall("<ed:siglum>(.*?)</ed:siglum>", tree) == ["MS-B", "MS-C"]
    assert 'kind="paragraph"' in str(said["facts"])
    assert 'kind="heading"' not in str(said["facts"])
    assert "<dfn>ochre</dfn>" in strings(said["epub"])["text"]
    sheet = strings(said["text"])["reading/leaf.txt"]
    assert "<ed:mark>_</ed:mark>ochre<ed:mark>_</ed:mark>" in re.sub(" xmlns[^>]*", "", sheet)
    assert "<i>ochre</i>" in strings(said["print"])["page"]
    entries = register(leaf, mine)
    assert 'id="y"' in entries
    assert 'id="x"' not in entries
    volume = here(mine).parse(
        '<ed:volume xmlns:ed="urn:editio:ns"><div id="d" data-title="D"/></ed:volume>'
    )
    asked = {"labels": labels(mine), "edition": "Own"}
    bound = here(mine).run("volume", volume, "volume", asked).value
    assert '<section class="half-title"><p>D</p></section>' in strings(bound)["page"]


OPENED = {
    "doc": "doc('{}')", "text": "unparsed-text('{}')", }  # fmt: skip


@pytest.mark.parametrize("when", ["static", "late"])
@pytest.mark.parametrize("way", ["doc", pytest.param("text", marks=pytest.mark.slow)])
def test_nothing_is_opened(
    tmp_path: Path, way: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither when it is compiled nor when it runs, by whatever name of the file, even where the
    function was not seen in the stylesheet.
    """
    monkeypatch.setattr(sheets, "OPENING", re.compile("(?!)"))
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>word-of-the-secret</secret>", "utf-8")
    asked = OPENED[way].format(secret.as_uri())
    static = ' static="yes"' if when == "static" else ""
    rule = (
        '<xsl:template match="*:objectName" mode="ed:rules">'
        '<ed:inline kind="x"><xsl:value-of select="$opened"/></ed:inline></xsl:template>'
    )
    beside = f'<xsl:variable name="opened" select="{asked}"{static}/>'
    edition(tmp_path / "it", rules=package("rules", rule, beside))
    made = built(tmp_path / "it", "text")
    assert {(one.code, one.file) for one in made.diagnostics} == {("C013", "xslt/rules.xsl")}
    assert made.written == {}


@pytest.mark.parametrize(
    ("beside", "reason"),
    [
        ('<xsl:include href="../../secret.xsl"/>', "not a file of the folder xslt/"),
        ('<xsl:include href="https://example.org/x.xsl"/>', "not a file of the folder xslt/"),
        ('<xsl:import href="more.xsl"/>', "<xsl:import> is not allowed"),
        ('<xsl:template name="w"><xsl:result-document href="x"/></xsl:template>', "result-doc"),
        ('<xsl:variable name="x" select="transform(map{})"/>', "transform() is not allowed"),
        ('<xsl:variable name="x" select="environment-variable(.)"/>', "environment-variable()"),
        ('<xsl:variable name="x" select="environment-variable#1"/>', "environment-variable()"),
        ('<xsl:variable name="x" select="fn:function-lookup(.,1)"/>', "function-lookup()"),
        ('<xsl:template name="w"><b/>{transform(.)}</xsl:template>', "transform() is not allowed"),
        ('<xsl:variable name="x" select="system-property(.)"/>', "system-property()"),
        ('<xsl:variable name="x" _select="{$y}"/>', "shadow attributes"),
        ('<xsl:template match="b[doc-available(@n)]" mode="ed:rules"/>', "doc-available()"),
        ('<xsl:template match="b[doc(@n)]" mode="ed:rules"/>', "doc() is not allowed"),
        ('<xsl:template name="w"><b title="{unparsed-text(@n)}"/></xsl:template>', "unparsed-"),
        ('<xsl:template name="w"><b/>{fn:document(@n)}</xsl:template>', "document() is not"),
    ],
)  # fmt: skip
def test_what_reaches_out_is_refused(tmp_path: Path, beside: str, reason: str) -> None:
    """Before anything is compiled, with the file and the reason."""
    (tmp_path / "secret.xsl").write_text(f"<xsl:stylesheet {XSL}/>", "utf-8")
    edition(tmp_path / "it", rules=package("rules", "", beside))
    _, found = discover(tmp_path / "it")
    assert [(one.code, one.file) for one in found] == [("C012", "xslt/rules.xsl")]
    assert reason in found[0].message


def test_words_that_are_called_as_a_function_are_words(tmp_path: Path) -> None:
    """What is quoted, or a word on a page, opens nothing; nor does a function of one's own."""
    beside = (
        '<xsl:template name="w"><b title="document (old)"/>a document (new)'
        "<xsl:value-of select=\"'doc(x)'\"/></xsl:template>"
        '<xsl:function name="ed:doc"><xsl:sequence select="1"/></xsl:function>'
        '<xsl:variable name="x" select="ed:doc()"/>'
    )
    assert discover(edition(tmp_path, rules=package("rules", "", beside)))[1] == []


@pytest.mark.parametrize("name", ["rules", "site"])
@pytest.mark.parametrize(
    ("kind", "reason"),
    [("pipe", "it is a named pipe"), ("link", "No such file"), ("folder", "it is a folder")],
)
def test_what_is_no_file_is_told(tmp_path: Path, name: str, kind: str, reason: str) -> None:
    """Somebody wants another rule, and would not have it; without settings it is nobody's."""
    root = edition(tmp_path)
    path = root / "xslt" / f"{name}.xsl"
    path.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to("gone.xsl")
    else:
        path.mkdir()
    (root / "edition.toml").write_text("", "utf-8")
    _, found = discover(root)
    assert [(one.code, one.file) for one in found] == [("C012", f"xslt/{name}.xsl")]
    assert reason in found[0].message
    (root / "edition.toml").unlink()
    assert discover(root)[1] == []


def test_a_document_type_is_not_read(tmp_path: Path) -> None:
    """So no entity brings a file along."""
    words = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + package("rules", "")
    _, found = discover(edition(tmp_path, rules=words))
    assert [one.code for one in found] == ["C012"]


@pytest.mark.slow
def test_stylesheets_are_part_of_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept with one stylesheet is not taken with another."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    rule = (
        '<xsl:template match="*:objectName" mode="ed:rules">'
        '<ed:inline kind="{}">{}</ed:inline></xsl:template>'
    )
    one = edition(tmp_path / "it", rules=package("rules", rule.format("a", "first")))
    for word in ("first", "second"):
        (one / "xslt/rules.xsl").write_text(package("rules", rule.format("a", word)), "utf-8")
        read, _ = opened(one)
        build(Plan(read, ("html",), one / "build"))
        assert word in (one / "build/leaf.html").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ('seg = { class = "x" }', '<span class="seg own-x" data-type="hedge">perhaps</span>'),
        ('".hedge" = { label = "It’s:" }', '<span class="added">It’s: </span>perhaps'),
        ('"seg.hedge" = { behaviour = "diplomatic" }', "the second has a in it"),
        ('"seg.other" = { label = "no" }', '<span class="seg" data-type="hedge">perhaps</span>'),
    ],
)
def test_behaviours_without_xslt(tmp_path: Path, wish: str, expected: str) -> None:
    """By element, by type, by both; a quotation mark in a label is a letter like others."""
    edition(tmp_path)
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{wish}\n", "utf-8")
    built(tmp_path, "html")
    page = " ".join((tmp_path / "build/leaf.html").read_text("utf-8").split())
    assert expected in page


@pytest.mark.slow
def test_a_label_is_no_word_of_the_text(tmp_path: Path) -> None:
    """It stands before its element, also before the words for a gap; in square brackets where
    plain text has no other look, and in no table as what a source reads.
    """
    words = (
        "<p>A <gap reason='damage'/> leaf, <choice><sic>hlod</sic><corr>hold</corr></choice> up"
        " <choice><sic>t<gap reason='damage'/></sic><corr>to</corr></choice> light.</p>"
    )
    (edition(tmp_path) / "tei/texts/leaf.xml").write_text(tei(words, "leaf"), "utf-8")
    wishes = "".join(f'{one} = {{ label = "Seen:" }}\n' for one in ("gap", "sic", "p"))
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{wishes}", "utf-8")
    built(tmp_path, "html", "text", "epub")
    done = tmp_path / "build"
    pages = {name: (done / name).read_text("utf-8") for name in ("leaf.html", "interventions.html")}
    with zipfile.ZipFile(done / "epub/leaf.epub") as book:
        pages["book"] = book.read("EPUB/leaf.xhtml").decode()
    shown = {name: re.sub(r"<[^>]+>", "", page) for name, page in pages.items()}
    for name in ("leaf.html", "book"):
        assert '<span class="added">Seen: </span>' in pages[name]
        assert "Seen: A Seen: [… damage] leaf, hold up to light." in shown[name]
    assert "hlod" in shown["interventions.html"] and "Seen:" not in shown["interventions.html"]
    reading, diplomatic = (
        (done / f"text/{one}/leaf.txt").read_text("utf-8") for one in ("reading", "diplomatic")
    )
    assert "[Seen:] A [Seen:] [… damage] leaf, hold up to light." in reading
    assert "leaf, [Seen:] hlod up [Seen:] t[Seen:] [… damage] light." in diplomatic


SENT = """<div><head>Ink</head></div><div><head>Of <name>ink</name></head>
<p>Sent <date>in Lent</date> to <placeName ref="#lund">Lund</placeName>, with
the <objectName>ruler</objectName>.<note><p>Of
<term>box</term>.</p></note> <placeName ref="#lund"/></p>
<listPlace><place xml:id="lund"><placeName>Lund</placeName></place></listPlace></div>"""
RULE = """<xsl:template match="*:objectName" mode="ed:rules">
<xsl:sequence select="ed:own-words('fine ')"/><xsl:next-match/></xsl:template>"""


@pytest.mark.slow
def test_words_by_rule_are_in_no_table(tmp_path: Path) -> None:
    """Neither in a mention, nor around it, nor in a note; plain text has them in brackets."""
    (edition(tmp_path, rules=package("rules", RULE)) / "tei/texts/leaf.xml").write_text(
        tei(SENT, "leaf"), "utf-8"
    )
    wishes = "".join(
        f'{one} = {{ label = "{one}!" }}\n'
        for one in ("name", "p", "date", "placeName", "note", "term")
    )
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{wishes}", "utf-8")
    made = built(tmp_path, "tables", "text", "html")
    assert [one.message for one in made.diagnostics] == []
    rows = {}
    for name in ("mentions", "notes"):
        with (tmp_path / f"build/tables/{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows[name] = list(csv.DictReader(lines))
    assert [one["form"] for one in rows["mentions"]] == ["Lund", ""]
    mention = {name: rows["mentions"][0][name] for name in ("before", "form", "after")}
    assert mention == {"before": "Sent in Lent to", "form": "Lund", "after": ", with the ruler."}
    assert [one["words"] for one in rows["notes"]] == ["Of box."]
    for text in ("reading", "diplomatic"):
        sheet = (tmp_path / f"build/text/{text}/leaf.txt").read_text("utf-8")
        assert "[p!] Sent [date!] in Lent to [placeName!] Lund, with the [fine] ruler." in sheet
        assert "[ ]: words that the edition adds by rule." in sheet
    page = (tmp_path / "build/leaf.html").read_text("utf-8")
    assert "name! </span>ink" in page
    assert '<a href="#body1.div2.head1">Of name! ink</a>' in page


@pytest.mark.parametrize(
    "wish", ['seg = "x"', 'seg = { behaviour = "hide" }', '"seg\'or" = { class = "x" }']
)
def test_behaviours_of_another_form_are_told(tmp_path: Path, wish: str) -> None:
    """With the form that is wanted."""
    edition(tmp_path)
    (tmp_path / "edition.toml").write_text(f"[behaviours]\n{wish}\n", "utf-8")
    assert [one.code for one in discover(tmp_path)[1]] == ["C004"]


@pytest.mark.slow
def test_a_link_of_a_model_leads_to_an_entry(tmp_path: Path) -> None:
    """Where its address is an id that is not in the text, as of names in TEI Publisher's ODDs; one
    that is there is a place of the text.
    """
    rules = own(edition(tmp_path), Settings())[0]
    words = '<p><placeName ref="#far">A</placeName> <placeName ref="#p9">B</placeName></p>'
    found = behaviours("a.xml", tei(f'{words}<p xml:id="p9">C</p>'), rules)
    shown = re.sub(r" xmlns[^>]*?=\S+", "", here(rules).serialize(found.tree))
    assert re.search(r'<ed:inline kind="placeName"[^>]* entries="far"[^>]*>A</ed:inline>', shown)
    assert re.search(r'<ed:link kind="placeName"[^>]* target="#p9"[^>]*>B</ed:link>', shown)


def test_spans_are_known_under_rules_of_ones_own(tmp_path: Path) -> None:
    """What is struck over several paragraphs stays struck, whoever asks for the rules."""
    rule = '<xsl:template match="*:objectName" mode="ed:rules"><xsl:next-match/></xsl:template>'
    words = '<p>One <delSpan spanTo="#e"/>two</p><p>three<anchor xml:id="e"/> four</p>'
    own_rules = own(edition(tmp_path, rules=package("rules", rule)), Settings())[0]
    with_them, without = (
        here(one).serialize(behaviours("a.xml", tei(words), one).tree)
        for one in (own_rules, NOTHING)
    )
    assert with_them == without
    assert with_them.count('part="span"') == 2


def test_the_error_is_told_and_not_the_warnings_before_it(tmp_path: Path) -> None:
    """With its line in the stylesheet."""
    rule = (
        '<xsl:template match="*:objectName" mode="ed:rules">'
        "<xsl:sequence select=\"parse-xml('&lt;a')\"/></xsl:template>"
    )
    edition(tmp_path, rules=package("rules", rule))
    (told,) = built(tmp_path, "text").diagnostics
    assert told.message.startswith("this stylesheet of the edition’s own failed: Error at")
    assert "FODC0006" in told.message and "Warning" not in told.message


@pytest.mark.parametrize(
    ("asking", "meant"),
    [
        ('<xsl:call-template name="ed:drssed"/>', "ed:dressed"),
        ('<xsl:apply-templates mode="ed:rulez"/>', "ed:rules"),
        ("<xsl:sequence select=\"ed:aded('x')\"/>", "ed:added"),
        ('<xsl:call-template name="ed:quite-another"/>', ""),
    ],
)
def test_the_nearest_name_is_told(tmp_path: Path, asking: str, meant: str) -> None:
    """Of those that the handbook has; nothing where none is near."""
    rule = f'<xsl:template match="hi" mode="ed:rules">{asking}</xsl:template>'
    edition(tmp_path, rules=package("rules", rule))
    (told,) = uncompiled(discover(tmp_path)[0].own.stylesheets, None)
    assert told.hint.startswith(f"Did you mean {meant}? " if meant else "Correct it:")


def test_a_check_compiles_them(tmp_path: Path) -> None:
    """What is wrong is told at its place by `check` already, also in a file that is included."""
    fault = '<xsl:variable\nname="x" select="ed:no(1)"/>'
    sheets = {
        "rules": package("rules", "\n<!-- of\ntwo lines --><xsl:template name='none'/>"),
        "text": package("text", "", '\n<xsl:include href="part.xsl"/>'),
        "part": f"<xsl:stylesheet {XSL}>\n\n{fault}</xsl:stylesheet>",
        "site": "<xsl:package\n>&none;</xsl:package>",
    }
    edition(tmp_path, **sheets)
    asked = ["check", str(tmp_path), "--format", "json", "--select", "C"]
    done = CliRunner().invoke(main, asked)
    told = {one["file"].rpartition("/")[2]: one for one in json.loads(done.stdout)}
    places = {name: (one["code"], one["line"]) for name, one in told.items()}
    assert places == {"rules.xsl": ("C013", 3), "part.xsl": ("C013", 4), "site.xsl": ("C012", 2)}
    assert "Q{urn:editio:ns}no()" in told["part.xsl"]["message"]
    assert not any(
        str(tmp_path) in one["message"] or "line" in one["message"] for one in told.values()
    )
    assert done.exit_code == 2


@pytest.mark.slow
def test_a_rule_of_ones_own_makes_an_element_known(tmp_path: Path) -> None:
    """Without it check and build tell the element, with it neither does; words that another rule
    drops are told with the hint that it may be the cause.
    """
    edition(tmp_path)
    text = tmp_path / "tei/texts/leaf.xml"
    words = text.read_text("utf-8").replace("</p>", " and <stone>marble</stone>.</p>", 1)
    text.write_text(words, "utf-8")
    both = check(tmp_path), built(tmp_path, "text").diagnostics
    assert [[one.code for one in told].count("T001") for told in both] == [1, 1]
    rule = (
        '<xsl:template match="*:stone" mode="ed:rules">'
        '<xsl:apply-templates mode="#current"/></xsl:template>'
    )
    dropping = '<xsl:template match="*:stamp" mode="ed:rules" priority="9"/>'
    (tmp_path / "xslt/rules.xsl").write_text(package("rules", rule + dropping), "utf-8")
    assert "T001" not in [one.code for one in check(tmp_path)]
    (lost,) = built(tmp_path, "text").diagnostics
    assert (lost.code, lost.message.partition(" is ")[0]) == ("O010", "“Library”")
    assert "of the edition’s own (rules) may do this" in lost.hint


@pytest.mark.slow
def test_one_fault_is_told_once(tmp_path: Path) -> None:
    """With how often it was met, by the build and by the check, whatever the texts say."""
    rule = (
        '\n<xsl:template match="*:objectName" mode="ed:rules">'
        '<xsl:sequence select="xs:date(.)"/></xsl:template>'
    )
    edition(tmp_path, rules=package("rules", rule))
    leaf = (tmp_path / "tei/texts/leaf.xml").read_text("utf-8")
    for name in ("other", "third"):
        words = leaf.replace("<objectName>", f"<objectName>{name} ")
        other = words.replace('xml:id="leaf"', f'xml:id="{name}"')
        (tmp_path / f"tei/texts/{name}.xml").write_text(other, "utf-8")
    for found in (built(tmp_path, "text").diagnostics, check(tmp_path)):
        (told,) = [one for one in found if one.code == "C013"]
        assert (told.file, told.line) == ("xslt/rules.xsl", 2)
        assert told.message.endswith(" (3 times)")


def test_a_check_tells_one_that_fails_as_the_editors(tmp_path: Path) -> None:
    """What a stylesheet does only when it runs is told at its place, not as a fault of ours."""
    rule = (
        '\n<xsl:template match="*:objectName" mode="ed:rules">\n'
        "<xsl:sequence select=\"xs:date('none')\"/></xsl:template>"
    )
    edition(tmp_path, rules=package("rules", rule))
    done = CliRunner().invoke(main, ["check", str(tmp_path), "--format", "json"])
    found = [one for one in json.loads(done.stdout) if one["severity"] == "error"]
    told = {(Path(one["file"]).name, one["line"], one["code"]) for one in found}
    assert told == {("rules.xsl", 3, "C013")}


STRANGE = (
    '<b xmlns="">{}</b>',
    pytest.param('<hi xmlns="http://www.tei-c.org/ns/1.0">{}</hi>', marks=pytest.mark.slow),
    pytest.param('<ed:inlin kind="x">{}</ed:inlin>', marks=pytest.mark.slow),
)


@pytest.mark.parametrize("made", STRANGE)
def test_what_is_no_behaviour_is_told_at_the_rules(tmp_path: Path, made: str) -> None:
    """Once, by check and build alike, whatever formats are made; it is no fault of editio."""
    content = made.format('<xsl:apply-templates mode="#current"/>')
    rule = f'<xsl:template match="*:objectName" mode="ed:rules">{content}</xsl:template>'
    edition(tmp_path, rules=package("rules", rule))
    done = built(tmp_path, "html", "text", "epub")
    assert done.written == {}
    name = re.split("[ >]", made[1:])[0]
    for told in (done.diagnostics, [one for one in check(tmp_path) if one.code[0] in "CT"]):
        assert [(one.code, one.file) for one in told] == [("C013", "xslt/rules.xsl")]
        assert f"it made <{name}>, which is no behaviour; there are ed:section, " in told[0].message


def test_behaviours_are_one_list() -> None:
    """The handbook and the contributors' guide have it whole, and pages have a place for each."""
    words = (ROOT / "docs/own-rules.md").read_text("utf-8")
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = words.partition("are behaviours: ")[2].partition(". ")[0]
    guided = guide.partition("*Behaviours* are")[2].partition("; around them")[0]
    assert re.findall(r"`ed:(\w+)`", listed) == [*BEHAVIOURS]
    assert {*re.findall(r"`ed:(\w+)`", guided)} == {*BEHAVIOURS, "point", "apparatus"}
    pages = "".join(one.read_text("utf-8") for one in (ROOT / "xslt").glob("html/*.xsl"))
    matched = " ".join(re.findall(r'match="([^"]*)"\s+mode="ed:html', pages))
    assert {*BEHAVIOURS} <= {*re.findall(r"ed:(\w+)", matched)}


@pytest.mark.parametrize("where", ["here", "a-folder-whose-name-is-long/" * 4])
def test_the_words_of_a_stylesheet_that_ends_itself_are_told(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its line, without what Saxon says of where that lies, in a line or, if it is long, two."""
    (tmp_path / where).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / where)
    rule = (
        '<xsl:template match="*:objectName" mode="ed:rules">\n<xsl:message terminate="yes">'
        'No names here: <xsl:value-of select="."/></xsl:message></xsl:template>'
    )
    edition(tmp_path / "edition", rules=package("rules", rule))
    (told,) = built(tmp_path / "edition", "text").diagnostics
    assert (told.code, told.file, told.line) == ("C013", "xslt/rules.xsl", 2)
    assert told.message.endswith("Processing terminated by: No names here: ruler")


def test_a_rule_that_does_not_end(tmp_path: Path) -> None:
    """It is ended after the seconds that the edition allows, and its file is named."""
    again = '<xsl:apply-templates select="." mode="ed:rules"/>'
    rule = f'<xsl:template match="*:p" mode="ed:rules">{again}</xsl:template>'
    folder = edition(tmp_path / "one", rules=package("rules", rule))
    (folder / "edition.toml").write_text("[checks]\ntime-limit = 3\n", "utf-8")
    done = CliRunner().invoke(main, ["check", str(folder)])
    assert done.exit_code == 2
    assert "xslt/rules.xsl: error C013" in done.output
    assert "it does not end, or not soon enough" in done.output


# Each way to dress a look of the source; what is then still told.
_STYLE = '[data-rend~="Fancy"], [data-rend=wavy] {color: red}'
_WISH = '[behaviours]\nhi = { class = "hand" }\n'
_ODD = """<schemaSpec xmlns="http://www.tei-c.org/ns/1.0" ident="own"><elementSpec ident="hi"
  mode="change"><model predicate="@rend='fancy'" behaviour="inline" cssClass="hand"/></elementSpec>
</schemaSpec>"""
_RULE = package("rules", """<xsl:template match='hi[@rend = ("fancy", "x")]' mode="ed:rules">
  <xsl:next-match/></xsl:template>""")  # fmt: skip
DRESSED = {
    "no way": ("edition.toml", "", {"fancy", "wavy"}),
    "a style sheet": ("site/own.css", _STYLE, set()),
    "a wish": ("edition.toml", _WISH, set()),
    "a model": ("tei/schema/own.odd", _ODD, {"wavy"}),
    "a rule": ("xslt/rules.xsl", _RULE, {"wavy"}),
}


@pytest.mark.parametrize("way", DRESSED)
def test_a_look_that_the_edition_dresses_is_not_told(tmp_path: Path, way: str) -> None:
    """Neither by a check nor by a build; others are."""
    file, words, left = DRESSED[way]
    body = '<p>a <hi rend="fancy">b</hi> <hi rend="wavy">c</hi></p>'
    for name, said in {"edition.toml": "", "tei/texts/a.xml": tei(body), file: words}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, "utf-8")
    asked = ["check", str(tmp_path), "--format", "json"]
    found = json.loads(CliRunner().invoke(main, asked).stdout)
    told = [(one["code"], one["message"]) for one in found]
    told_later = [(one.code, one.message) for one in built(tmp_path, "html").diagnostics]
    for each in (told, told_later):
        assert {words[1 : words.index("”")] for code, words in each if code == "T006"} == left
