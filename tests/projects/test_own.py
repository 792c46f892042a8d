"""What an edition brings of its own is on its pages: look, words, menu, pages."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from editio.edition.edition import opened
from editio.edition.project import discover, files
from editio.engines.saxon import EDITIO, strings
from editio.render.build import Plan, _front, build
from editio.render.job import behaviours, here, labels
from fontTools.ttLib import TTFont

from tests.web.browser import launched, served

OWN = Path(__file__).parent / "own"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, built."""
    edition, found = opened(OWN)
    (tag,) = found
    assert (tag.code, tag.file, tag.line, tag.column) == ("C030", "pages/work.md", 3, 20)
    out = tmp_path_factory.mktemp("own") / "build"
    made = build(Plan(edition, ("html", "text", "epub"), out, cached=False))
    assert [one for one in made.diagnostics if one.code not in ("T001", "C030")] == []
    return out


def page(site: Path, name: str) -> str:
    """Return a page."""
    return (site / name).read_text("utf-8")


def test_colours_follow_the_settings(site: Path) -> None:
    """One colour for light and dark pages, the dark one made lighter; two are taken as they are."""
    style = page(site, "assets/site-colours.css")
    assert "--accent: light-dark(#205090, #6384b1);" in style
    assert "--paper: light-dark(#ffffff, #101418);" in style
    links = ("assets/edition.css", "assets/site-colours.css", "site/own.css")
    places = [page(site, "leaf.html").index(f'rel="stylesheet" href="{one}"') for one in links]
    assert places == sorted(places)


def test_a_face_is_cut_to_the_pages(site: Path) -> None:
    """It has what is written on them and no more, and they know it by its name as WOFF2."""
    font = TTFont(site / "site/Boxes.woff2")
    assert {chr(one) for one in font.getBestCmap()} == set(" AB\u2019")
    assert set(TTFont(OWN / "site/Boxes.ttf").getBestCmap()) - set(font.getBestCmap()) == {0x416}
    assert 'src: url("../site/Boxes.woff2")' in page(site, "assets/site-colours.css")
    assert '--serif: "Boxes", "Source Serif 4"' in page(site, "assets/site-colours.css")
    assert not (site / "site/Boxes.ttf").exists()


def test_citations_follow_a_style_of_ones_own(site: Path) -> None:
    """Its words in the language that it names, of a text and of the whole."""
    leaf = page(site, "leaf.html").partition('<p class="citation">')[2].partition("</p>")[0]
    assert re.fullmatch(r'<span lang="fr"><i>[^<]+</i> ; version en ligne\.</span>', leaf), leaf
    assert "citation.csl" in {one.name for one in files(OWN)}


def test_logo_footer_and_home(site: Path) -> None:
    """The logo is beside the title, the words in Markdown at their places."""
    assert '<img class="logo" src="site/logo.svg" alt="">' in page(site, "index.html")
    assert (site / "site/logo.svg").read_bytes() == (OWN / "site/logo.svg").read_bytes()
    assert '<div class="lead"><p>What <em>this</em> edition is.</p>' in page(site, "index.html")
    assert 'Made at <a href="https://example.org/">our house</a>.' in page(site, "leaf.html")


def test_the_menu_is_in_order_with_words_of_ones_own(site: Path) -> None:
    """Pages by name and addresses elsewhere, also in groups; a label of the edition for ours."""
    menu = page(site, "pages/work.html").partition("<nav")[2].partition("</nav>")[0]
    assert re.findall(r"<(summary|a)\b[^>]*>([^<]+)<", menu) == [
        ("a", "Look up"), ("summary", "More"), ("a", "How we work"), ("a", "Elsewhere"),
        ("a", "About"),
    ]  # fmt: skip
    group = menu.partition("<summary")[2].partition("</details>")[0]
    assert group.count("<li>") == 2
    assert 'href="https://example.org/more"' in menu
    assert 'href="../pages/work.html" aria-current="page"' in menu


def test_pages_in_markdown_and_tei(site: Path) -> None:
    """Both have the frame of the site; HTML in Markdown that is not read is shown as words."""
    work, essay = page(site, "pages/work.html"), page(site, "pages/essay.html")
    assert "<strong>care</strong>, and &lt;q&gt;no HTML&lt;/q&gt;." in work
    assert "<h1>An essay on red</h1>" in essay
    assert "Red is what was" in essay
    assert "By the scribe." in essay
    assert not (site / "essay.html").exists()


def test_comments_and_elements_of_html_in_markdown(site: Path) -> None:
    """A comment is in no output; what stands low is in each."""
    with zipfile.ZipFile(site / "epub/edition.epub") as book:
        bound = book.read("EPUB/page-work.xhtml").decode()
    work, words = page(site, "pages/work.html"), page(site, "text/front/work.txt")
    for one in (work, bound, words):
        assert not re.search("printer|A list|--(>|&gt;)|&amp;nbsp;", one)
        assert "lead\u00a0oxide," in one.replace("&nbsp;", "\u00a0")
    assert re.search(r"oxide,<br>\s*Pb<sub>3</sub>O<sub>4</sub>", work)
    assert re.search(r"Pb<sub[^>]*>3</sub>O<sub[^>]*>4</sub>", bound)
    assert "Pb3O4" in words


def test_footnotes_and_definitions_in_markdown(site: Path) -> None:
    """On the site as those of a text, in EPUB and plain text by the same rules. A note that is
    called again stands once, one that nothing calls stands as it is typed.
    """
    work, words = page(site, "pages/work.html"), page(site, "text/front/work.txt")
    calls = re.findall(
        r'<a class="note-call" role="doc-noteref"[^>]*href="#(fn\d)"[^>]*>(\d)<', work
    )
    assert calls == [("fn1", "1"), ("fn1", "1"), ("fn2", "2")]
    assert '<section class="notes" role="doc-endnotes" aria-labelledby="notes"><h2' in work
    assert re.search(
        r'<li id="fn1">.*?<p>It has <strong>one</strong> side. <a class="note-back"', work
    )
    assert re.search(r"<dt>siccative</dt>\s*<dd>what makes oil <em>dry</em></dd>", work)
    assert "<p>[^spare]: Nothing calls this.</p>" in work
    with zipfile.ZipFile(site / "epub/edition.epub") as book:
        bound = book.read("EPUB/page-work.xhtml").decode()
    assert len(re.findall(r'class="note-call"[^>]* href="#fn1"', bound)) == 2
    assert bound.count('<li id="fn1" epub:type="endnote">') == 1
    assert re.search(r"<dt[^>]*>siccative</dt><dd[^>]*>what makes oil", bound)
    assert (
        "siccative\n- what makes oil dry\n- lead, mostly\nsize[1]\n- glue, for example[2]\n"
        in words
    )
    assert words.endswith("## Notes\n\n[1] It has one side.\n\n[2] Of rabbit.\n")


def test_pages_stand_before_the_texts(site: Path) -> None:
    """In the order of the settings, Markdown by the same rules as TEI: EPUB and plain text."""
    with zipfile.ZipFile(site / "epub/edition.epub") as book:
        spine = re.findall(r'href="([\w-]+)\.xhtml"', book.read("EPUB/package.opf").decode())
        work, essay = (book.read(f"EPUB/page-{one}.xhtml").decode() for one in ("work", "essay"))
    assert spine == ["nav", "page-work", "page-essay", "leaf", "leaf-about"]
    assert "<h1>How we work</h1>" in work
    assert re.search(r"<h2[^>]*>What we keep</h2>", work)
    assert "By the scribe." in essay
    words = page(site, "text/front/work.txt")
    assert words.startswith(
        "# How we work\n\nWith care, and <q>no HTML</q>. See the leaf.[1]\n\n## What we keep\n"
    )
    assert "- every word" in words
    assert "[1]" in page(site, "text/front/essay.txt")


@pytest.mark.slow
def test_front_pages_lead_to_each_other_in_the_epub(tmp_path: Path) -> None:
    """As on the site, in Markdown and TEI, by the files and by the pages; heads of columns too."""
    shutil.copytree(OWN, tmp_path / "own")
    one = tmp_path / "own"
    ref = (
        '<ref target="work.md#what-we-keep">work</ref> <ref target="../tei/texts/leaf.xml">l</ref>'
    )
    essay = (one / "pages/essay.xml").read_text("utf-8").replace("Red is", f"{ref} Red is")
    (one / "pages/essay.xml").write_text(essay, "utf-8")
    with (one / "pages/work.md").open("a", encoding="utf-8") as words:
        words.write("\n[Essay](essay.xml#e1), [page](essay.html), [away](search.html).\n")
    edition, _ = opened(one)
    build(Plan(edition, ("epub",), one / "build", cached=False))
    with zipfile.ZipFile(one / "build/epub/edition.epub") as book:
        work, told = (book.read(f"EPUB/page-{name}.xhtml").decode() for name in ("work", "essay"))
    assert re.findall(r'<a href="(page-[^"]+|leaf[^"]*)">', work) == [
        "leaf.xhtml", "page-essay.xhtml#e1", "page-essay.xhtml",
    ]  # fmt: skip
    assert re.findall(r'<a href="(page-[^"]+|leaf[^"]*)">', told) == [
        "page-work.xhtml#what-we-keep", "leaf.xhtml",
    ]  # fmt: skip
    assert re.findall(r'<th class="label" scope="(\w+)">', work) == ["col", "col"]


def test_pages_are_bound_into_the_book() -> None:
    """On roman pages behind the contents, which name them; ids begin with that of the page."""
    edition, _ = opened(OWN)
    own = edition.project.own.rendering
    now = here(own)
    essays = [now.serialize(behaviours(one.path, one.xml, own).tree) for one in edition.pages]
    front = _front(edition, essays, "en")
    assert list(front) == ["work", "essay"]
    asked = {"labels": labels(own), "front": now.sequence(*map(now.parse, front.values()))}
    volume = now.parse(f'<ed:volume xmlns:ed="{EDITIO}"><ed:facts/></ed:volume>')
    asked["edition"] = "Own"
    book = strings(now.run("volume", volume, "volume", asked).value)["page"]
    assert '<a class="roman" href="#front.work">How we work</a>' in book
    section = book.partition('<section class="introduction" id="front.work"')[2]
    assert section.index("How we work") < section.index("care") < section.index("What we keep")
    assert re.search(r'<h2 id="front.work.[^"]+" data-title="What we keep"', section)
    assert "It has" in section
    assert re.search(r"<dt[^>]*>siccative</dt>", section)
    assert re.search(r'<span id="front.essay.en1"><a class="note-number"', section)


def test_a_text_shows_at_first_what_the_edition_says(site: Path) -> None:
    """In the attributes that the style sheet reads, without a script, and on the switches."""
    leaf = page(site, "leaf.html")
    head = leaf.partition("<head")[0]
    assert 'data-names="on"' in head
    assert 'data-lines="on"' in head
    assert 'data-marks="off"' in head
    assert 'data-side="off"' in head
    assert 'data-diplomatic="on"' in head
    assert 'data-image="off"' in head
    assert "data-names" not in page(site, "index.html").partition("<head")[0]
    assert re.findall(r'data-option="(\w+)" aria-pressed="(\w+)"', leaf) == [("lines", "true")]


@pytest.mark.browser
def test_a_column_is_open_at_first(site: Path) -> None:
    """The diplomatic text stands beside where there is room, and the page stays where it is."""
    with launched() as browser, served(site) as root:
        for width, columns in ((1300, 1), (600, 0)):
            window = browser.new_page(viewport={"width": width, "height": 800})
            window.goto(f"{root}/leaf.html")
            assert window.locator("aside.column-beside iframe").count() == columns
            assert window.evaluate("scrollY") == 0


BLOCKS = """document.querySelector('.text').innerHTML = '<p class="p">One.</p><div class="p">Two' +
  '<div class="block">block</div><ul><li>item</li></ul><div class="line">verse</div></div>';
[...document.querySelectorAll('.text .p, .text .block, .text ul, .text .line')]
  .map(one => Math.sign(parseFloat(getComputedStyle(one).textIndent)))"""


@pytest.mark.browser
def test_a_block_in_a_paragraph_has_not_its_indent(site: Path) -> None:
    """The paragraph is indented, what stands on lines of its own in it is not; verse hangs."""
    with launched() as browser, served(site) as root:
        window = browser.new_page()
        window.goto(f"{root}/leaf.html")
        assert window.evaluate(BLOCKS) == [0, 1, 0, 0, -1]


PREFIXED = (
    '<model predicate="fn:exists(@when) and @when castable as xs:date" behaviour="inline">'
    '<param name="content" value="format-date(xs:date(@when), \'[D].[M].[Y]\'),'
    " map:size(map{'a': math:pi()}), array:size([1, 2, 3])\"/></model>"
)


def test_models_may_use_the_prefixes_of_xpath(tmp_path: Path) -> None:
    """Those of its types and functions, without a declaration; none that opens a file."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    odd = tmp_path / "tei/schema/own.odd"
    one = re.compile(r'(?s)(<elementSpec ident="date".*?>).*?(</elementSpec>)')
    odd.write_text(one.sub(lambda m: m[1] + PREFIXED + m[2], odd.read_text("utf-8")), "utf-8")
    leaf = tmp_path / "tei/texts/leaf.xml"
    words = re.sub(r"<date\b[^>]*>", '<date when="1503-02-02">', leaf.read_text("utf-8"))
    leaf.write_text(words, "utf-8")
    edition, found = opened(tmp_path)
    assert [each for each in found if each.code == "C014"] == []
    build(Plan(edition, ("text",), tmp_path / "build", cached=False))
    reading = page(tmp_path / "build", "text/reading/leaf.txt")
    assert "On [2.2.1503][1][3] in Lund" in " ".join(reading.split())
    shut = PREFIXED.replace("fn:exists(@when)", "fn:doc-available(@when)")
    odd.write_text(one.sub(lambda m: m[1] + shut + m[2], odd.read_text("utf-8")), "utf-8")
    assert "C014" in {each.code for each in opened(tmp_path)[1]}


def test_models_of_an_odd_are_carried_out(site: Path) -> None:
    """The first whose predicate holds: class, look, words around (strings and attributes), of all
    outputs; what is omitted is in the diplomatic text alone.
    """
    leaf = page(site, "leaf.html")
    old = re.search(r'<(\w+) class="term bold own-old"[^>]*>(.*?)</\1>', leaf)
    assert old
    assert re.sub(r"<[^>]+>", "", old[2]) == "†minium (old)"
    assert re.search(r'<\w+ class="term smallcaps"[^>]*>sinopia<', leaf)
    reading = page(site, "text/reading/leaf.txt")
    assert "sinopia is one and †minium [(old)] another." in reading
    policy = reading.partition("\nPolicy:")[2].partition("\n***")[0]
    assert " ".join(policy.split()).endswith("[ ]: words that the edition adds by rule.")
    assert "Library" not in reading
    assert "Library" in page(site, "text/diplomatic/leaf.txt")
    with zipfile.ZipFile(site / "epub/edition.epub") as book:
        bound = re.sub(r"<[^>]+>", "", book.read("EPUB/leaf.xhtml").decode())
    assert "†minium (old)" in bound
    assert "On Candlemas [1503-02] in Lund took [3 oz]." in reading
    assert "- grind\n- wash" in reading
    assert re.search(r'<a [^>]*href="https://example.org/lund"[^>]*>Lund</a>', leaf)
    assert leaf.count("Candlemas") == 1
    assert "<mark>ruler</mark>" in leaf
    assert "xmlns:" not in leaf
    assert re.search(r'class="date own-day"[^>]*>Candlemas<', leaf)
    assert re.search(r"<ul[^>]*>\s*<li[^>]*>grind</li>", leaf)


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ('<model behaviour="heading"/>', "the behaviour “heading” for <term>"),
        ('<model behaviour="inline" output="web"/>', "a model for the output “web” alone"),
        ('<modelGrp output="print"><model behaviour="inline"/></modelGrp>', "output “print” alone"),
        (
            '<modelSequence output="web"><model behaviour="inline"/></modelSequence>',
            "the output “web” alone",
        ),
        ('<model predicate="if (" behaviour="inline"/>', "“if (”, which is not XPath"),
        ('<model predicate="my:own(.)" behaviour="inline"/>', "“my:own(.)”, which is not XPath"),
        ('<model behaviour="block"><t xmlns="x:y">x</t></model>', "<t>, which is of other softw"),
        ('<model behaviour="link"><param name="uri" value="doc(@n)"/></model>', "parameter “uri”"),
        ('<model predicate="$mode = 1" behaviour="inline"/>', "the predicate “$mode = 1”"),
        ('<model predicate="doc(\'x\')" behaviour="inline"/>', "the predicate “doc('x')”"),
        ('<model predicate="doc-available(@n)" behaviour="inline"/>', "“doc-available(@n)”"),
        ('<model predicate="unparsed-text-available(@n)" behaviour="inline"/>', "unparsed-text-a"),
        ('<model predicate="environment-variable#1(@n)" behaviour="inline"/>', "environment-"),
        ('<model behaviour="inline"><param name="level" value="2"/></model>', "parameter “level”"),
    ],
)
def test_models_that_are_not_carried_out_are_told(tmp_path: Path, model: str, told: str) -> None:
    """With the line of the ODD; nothing is put in the place of our rule."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "edition.toml").write_text("", "utf-8")
    odd = tmp_path / "tei/schema/own.odd"
    words = odd.read_text("utf-8").partition("        <elementSpec")[0]
    spec = f'<elementSpec ident="term">{model}</elementSpec>'
    odd.write_text(f"{words}{spec}</schemaSpec></body></text></TEI>", "utf-8")
    project, found = discover(tmp_path)
    assert {(one.code, one.file, one.line) for one in found} == {("C014", "tei/schema/own.odd", 13)}
    assert told in found[0].message
    assert project.own.stylesheets == ()


def test_looks_without_words_here_are_told(tmp_path: Path) -> None:
    """The model is carried out; its margin is the business of a style sheet."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "edition.toml").write_text("", "utf-8")
    odd = tmp_path / "tei/schema/own.odd"
    words = odd.read_text("utf-8").replace("bold;<", "bold; margin: 0; float: left<")
    odd.write_text(words.replace("content: '†'", "content: counter(n)"), "utf-8")
    project, found = discover(tmp_path)
    assert [one.message.partition(": ")[2] for one in found] == [
        "the CSS “margin, float”, which a style sheet may say",
        "the CSS “content”, which a style sheet may say",
    ]
    assert "own-" not in project.own.stylesheets[0][1]
    assert "font-weight: bold" in project.own.stylesheets[0][1]


@pytest.mark.parametrize(
    ("settings", "code", "line"),
    [
        ('accent = "#f0c000"', "C011", 2),
        ('logo = "site/lgo.svg"', "C010", 2),
        ('css = "site/logo.svg"', "C010", 2),
        ('logo = "logo.svg"', "C004", 2),
        ('colour = "#205090"', "C003", 2),
        ('menu = [{ titel = "x" }]', "C003", 2),
        ('menu = [{ title = "x", pages = [] }]', "C004", 2),
        ('menu = ["serch"]', "C015", 2),
        ('menu = [{ title = "x", pages = ["pages/none.md"] }]', "C015", 2),
        ('show = ["margin"]', "C004", 2),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path: Path, settings: str, code: str, line: int) -> None:
    """With its line in edition.toml."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "edition.toml").write_text(f"[site]\n{settings}\n", "utf-8")
    _, found = discover(tmp_path)
    assert [(one.code, one.line) for one in found] == [(code, line)]


def test_a_style_sheet_in_capitals_is_one(tmp_path: Path) -> None:
    """As other computers write its name; it, too, asks no other server."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/OWN.CSS").write_text(
        "a { background: url(https://example.org/a.png) }", "utf-8"
    )
    (tmp_path / "edition.toml").write_text('[site]\ncss = "site/OWN.CSS"\n', "utf-8")
    _, found = discover(tmp_path)
    assert [(one.code, "another server" in one.message) for one in found] == [("C010", True)]


def test_labels_of_another_form_are_told(tmp_path: Path) -> None:
    """A file of labels without language or namespace says so."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels/en.xml").write_text("<labels/>", "utf-8")
    assert discover(tmp_path)[1] == []  # without edition.toml the folder is somebody else's
    (tmp_path / "edition.toml").write_text("", "utf-8")
    _, found = discover(tmp_path)
    assert [(one.code, one.file) for one in found] == [("C012", "labels/en.xml")]


HEADED = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="headed" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Of headings</title></titleStmt>
<publicationStmt><p>No</p></publicationStmt><sourceDesc><p>No</p></sourceDesc></fileDesc></teiHeader>
<text><body><head xml:id="h">Of headings</head>
<p>Words<figure><graphic url="red.svg"/></figure></p></body></text></TEI>"""


@pytest.mark.parametrize("part", ["", "div"])
def test_the_title_of_a_page_stands_once(tmp_path: Path, part: str) -> None:
    """A heading that opens a page, or its first part, is its title, on the site and in the book;
    pictures are there.
    """
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "pages").mkdir()
    whole = HEADED.replace("<body>", "<body><div>").replace("</body>", "</div></body>")
    (tmp_path / "pages/headed.xml").write_text(whole if part else HEADED, "utf-8")
    (tmp_path / "pages/marked.md").write_text("# Of *marks*\n\nWords\n", "utf-8")
    shutil.copyfile(OWN / "site/logo.svg", tmp_path / "pages/red.svg")
    (tmp_path / "edition.toml").write_text('front = ["headed", "marked"]', "utf-8")
    one, found = opened(tmp_path)
    assert found == []
    build(Plan(one, ("html",), tmp_path / "build", cached=False))
    names = ("pages/headed.html", "pages/marked.html")
    headed, marked = (page(tmp_path / "build", name) for name in names)
    assert headed.count("Of headings</h1>") == 1
    assert re.search(r'<img[^>]* src="\.\./media/[^"]*red\.svg"', headed)
    assert '<header class="masthead"><h1 id="of-marks">Of <em>marks</em></h1></header>' in marked
    assert marked.count("</h1>") == 1
    now = here()
    essays = [now.serialize(behaviours(each.path, each.xml).tree) for each in one.pages]
    front = now.sequence(*map(now.parse, _front(one, essays, "en").values()))
    volume = now.parse(f'<ed:volume xmlns:ed="{EDITIO}"><ed:facts/></ed:volume>')
    asked = {"labels": labels(), "front": front, "edition": "Own"}
    book = strings(now.run("volume", volume, "volume", asked).value)["page"]
    assert book.count("Of headings</h1>") == 1
    assert 'id="front.headed.h"' in book


def test_a_page_in_tei_speaks_its_own_language(tmp_path: Path) -> None:
    """On the site and in the EPUB, and runs in its direction; there its heading is its title."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "pages").mkdir()
    arabic = HEADED.replace('xml:lang="en"', 'xml:lang="ar"').replace("Of headings", "عن العناوين")
    (tmp_path / "pages/maqal.xml").write_text(arabic.replace("headed", "maqal"), "utf-8")
    (tmp_path / "pages/latin.xml").write_text(
        HEADED.replace('xml:lang="en"', 'xml:lang="la"').replace("headed", "latin")
        .replace("<title>Of headings", "<title>Of titles"), "utf-8"
    )  # fmt: skip
    (tmp_path / "pages/marked.md").write_text("# Of marks\n\nWords\n", "utf-8")
    shutil.copyfile(OWN / "site/logo.svg", tmp_path / "pages/red.svg")
    (tmp_path / "edition.toml").write_text('front = ["maqal", "latin", "marked"]', "utf-8")
    one, found = opened(tmp_path)
    assert found == []
    build(Plan(one, ("html", "epub"), tmp_path / "build", cached=False))
    names = ("maqal", "latin", "marked")
    maqal, latin, marked = (page(tmp_path / "build", f"pages/{name}.html") for name in names)
    assert '<html lang="en" dir="ltr"' in maqal
    article = re.search(r'<article lang="ar" dir="rtl">(.*)</article>', maqal, re.DOTALL)
    assert article and "العناوين</h1>" in article[1]
    article = re.search(r'<article lang="la" dir="ltr">(.*)</article>', latin, re.DOTALL)
    assert article and article[1].index("Of titles</h1>") < article[1].index("Of headings</h1>")
    assert "<article" not in marked
    with zipfile.ZipFile(tmp_path / "build/epub/edition.epub") as book:
        files = {Path(name).stem: name for name in book.namelist()}
        maqal, latin, marked = (book.read(files[f"page-{name}"]).decode() for name in names)
    assert re.search(r'<html[^>]* lang="ar"[^>]* dir="rtl"', maqal)
    assert maqal.count("العناوين</h") == 1
    assert 'id="h"' in maqal
    assert latin.count("Of titles</h") == latin.count("Of headings</h") == 1
    assert marked.count("Of marks</h") == 1


def test_pages_are_named_by_file_or_as_they_are_published(tmp_path: Path) -> None:
    """In the menu, before the texts and in links, also where the file has blanks or another id."""
    shutil.copytree(OWN / "tei", tmp_path / "tei")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/zwei.xml").write_text(HEADED, "utf-8")
    (tmp_path / "pages/of us.md").write_text("# Of us\n\nWords\n", "utf-8")
    links = ("zwei.xml", "zwei.html", "headed.html#h", "of%20us.md", "of-us.html")
    words = "\n".join(f"[{one}]({one})" for one in links)
    (tmp_path / "pages/links.md").write_text(f"# Links\n\n{words}\n", "utf-8")
    menu = ["zwei", "headed", "pages/zwei.xml", "zwei.html", "of us", "pages/of-us.html"]
    settings = f'front = ["zwei", "of us.md"]\n[site]\nmenu = {menu}\n'.replace("'", '"')
    (tmp_path / "edition.toml").write_text(settings, "utf-8")
    one, found = opened(tmp_path)
    assert {each.code for each in found} == {"C029"}
    built = build(Plan(one, ("html", "text", "epub"), tmp_path / "build", cached=False))
    assert [each for each in built.diagnostics if each.code == "O028"] == []
    made = page(tmp_path / "build", "pages/links.html")
    led = re.findall(r'href="(?:\.\./pages/)?([\w-]+\.html(?:#h)?)"', made.partition("<main")[2])
    assert led[:5] == ["headed.html", "headed.html", "headed.html#h", "of-us.html", "of-us.html"]
    places = re.findall(r'<li><a href="\.\./pages/([\w-]+)\.html"', made.partition("<main")[0])
    assert places == ["headed"] * 4 + ["of-us"] * 2
    front = {path.stem: path.read_text("utf-8") for path in tmp_path.glob("build/text/front/*")}
    assert {name: words.split("\n")[0] for name, words in front.items()} == {
        "headed": "# Of headings", "of-us": "# Of us"
    }  # fmt: skip
    assert front["headed"].count("Of headings") == 1
    with zipfile.ZipFile(tmp_path / "build/epub/edition.epub") as book:
        assert {"page-headed.xhtml", "page-of-us.xhtml"} <= {
            Path(name).name for name in book.namelist()
        }
    wrong = settings.replace('"zwei", "of us.md"', '"zwo"').replace('"zwei.html"', '"heade"')
    (tmp_path / "edition.toml").write_text(wrong, "utf-8")
    told = [(each.code, "headed" in each.hint) for each in discover(tmp_path)[1]]
    assert [one for one in told if one[0] != "C029"] == [("C015", True)] * 2


CORPUS = """<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>All</title>
</titleStmt><publicationStmt><p>No</p></publicationStmt><sourceDesc><p>No</p></sourceDesc></fileDesc>
</teiHeader>{texts}</teiCorpus>"""


def test_texts_are_named_by_file_or_as_they_are_published(tmp_path: Path) -> None:
    """In the menu, also with a full stop in the name, with the ending and folder of the file; of
    several texts in a file only by id.
    """
    folder = tmp_path / "tei/texts"
    folder.mkdir(parents=True)
    alone = {"first": "sea", "b.2": "b.2"}
    for name, called in alone.items():
        (folder / f"{name}.xml").write_text(HEADED.replace('"headed"', f'"{called}"'), "utf-8")
    two = "".join(HEADED.replace('"headed"', f'"{name}"') for name in ("calm", "storm"))
    (folder / "both.xml").write_text(CORPUS.format(texts=two), "utf-8")
    names = '"first.xml", "tei/texts/first.xml", "sea", "b.2"'
    settings = f'[site]\nmenu = [{names}, {{ title = "C", address = "storm" }}]\n'
    (tmp_path / "edition.toml").write_text(settings, "utf-8")
    edition, found = opened(tmp_path)
    assert [each.code for each in found] == ["C029"] * 2
    built = build(Plan(edition, ("html",), tmp_path / "build", cached=False))
    assert [each for each in built.diagnostics if each.code == "O028"] == []
    head = page(tmp_path / "build", "index.html").partition("<main")[0]
    led = re.findall(r'<li><a href="([\w.-]+)\.html">([^<]+)<', head)
    sea, b = ("sea", "Of headings (sea)"), ("b.2", "Of headings (b.2)")
    assert led == [sea, sea, sea, b, ("storm", "C")]
    (tmp_path / "edition.toml").write_text('[site]\nmenu = ["both", "see"]\n', "utf-8")
    told = [(each.code, each.message.split("“")[2][:4]) for each in discover(tmp_path)[1]]
    assert told == [("C015", "both"), ("C015", "see”")]
    there = ["tei/sea.xml", "tei/corpus.xml", "sea-diplomatic.html", "index.html", "sea.html#top"]
    absent = {"fist.xml": "first.xml", "tei/texts/firt.xml": "tei/texts/first.xml",
              "see.html": "sea.html", "tei/see.xml": "tei/sea.xml"}  # fmt: skip
    menu = ",\n".join(f'"{one}"' for one in (*there, *absent))
    (tmp_path / "edition.toml").write_text(f"[site]\nmenu = [{menu}]\n", "utf-8")
    lost = [(each.code, each.line, each.message, each.hint) for each in discover(tmp_path)[1]]
    assert [code for code, *_ in lost] == ["C015"] * 4
    assert [line for _, line, *_ in lost] == [7, 8, 9, 10]
    for (_, _, message, hint), (name, meant) in zip(lost, absent.items(), strict=True):
        assert f"“{name}”, which is not there" in message
        assert f"Did you mean “{meant}”?" in hint, hint
