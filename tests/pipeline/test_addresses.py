"""Links lead where they may, in every format; what may not be followed is words."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

FORMATS = ("html", "epub", "text", "tables", "pdf")
REFUSED = (
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "&#x200B;javascript:alert(1)", "vbscript:x",
    "data:text/html,x", "file:///etc/passwd", "java&#x7F;script:x", "intent:x", "blob:x", "tel:1",
)  # fmt: skip
LICENCE = '<availability><licence target="javascript:x">Ours.</licence></availability>'


def pages(folder: Path) -> dict[str, str]:
    """Return every page of a build, those in books too."""
    found = {str(one): one.read_text("utf-8") for one in folder.glob("*.html")}
    for book in folder.glob("epub/*.epub"):
        with zipfile.ZipFile(book) as parts:
            found |= {f"{book}/{n}": parts.read(n).decode() for n in parts.namelist()}
    return found


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text whose links lead everywhere."""
    links = "".join(f'<p><ref target="{one}">word{n}</ref></p>' for n, one in enumerate(REFUSED))
    good = (
        '<p><ref target="doi:10.1000/182">a DOI</ref> <ref target="urn:isbn:1">a URN</ref>'
        ' <ref target="mailto:a@example.org">mail</ref> <ref target="HTTPS://example.org/a:b">web'
        '</ref> <ref target="gnd:118">name</ref></p>'
        '<figure><graphic url="https://example.org/x.png"/><figDesc>A tiger.</figDesc></figure>'
        '<figure><graphic url="javascript:x"/><figDesc>A lamb.</figDesc></figure>'
    )
    prefix = (
        '<prefixDef ident="gnd" matchPattern="(.*)" replacementPattern="https://d-nb.info/$1"/>'
    )
    head = f"<encodingDesc><listPrefixDef>{prefix}</listPrefixDef></encodingDesc></teiHeader>"
    text = tei(links + good).replace("<p>Unpublished.</p>", f"<publisher>P</publisher>{LICENCE}")
    folder = edition(tmp_path_factory.mktemp("links"), small=text.replace("</teiHeader>", head))
    result = run("build", folder, *(f"--format={name}" for name in FORMATS))
    assert result.exit_code == 0, result.output
    assert result.output.count("P024") == len(REFUSED) + 2
    assert result.output.count("P025") == 1
    return folder / "build"


def test_no_refused_address(out: Path) -> None:
    """No page has an address with another scheme; the words of the links are there."""
    for name, page in pages(out).items():
        addresses = re.findall(r'(?:href|src|action|content|url)="\s*([^"/?#:]*):', page)
        assert {one.lower() for one in addresses} <= {"http", "https", "mailto", "urn"}, name
        assert '"javascript:' not in page, name
    page = (out / "small.html").read_text("utf-8")
    assert "Addresses stay" not in page  # they are counted
    assert all(f"word{n}" in page for n in range(len(REFUSED)))
    assert b"/URI (javascript" not in (out / "pdf/small.pdf").read_bytes()


def test_allowed_addresses(out: Path) -> None:
    """Web, mail, URN and DOI are links; a private prefix is written out."""
    page = (out / "small.html").read_text("utf-8")
    assert "Addresses stay" not in page  # they are counted
    for address in (
        "https://doi.org/10.1000/182", "urn:isbn:1", "mailto:a@example.org",
        "https://example.org/a:b", "https://d-nb.info/118",
    ):  # fmt: skip
        assert f'href="{address}"' in page


def test_a_picture_of_a_server_that_is_allowed(tmp_path: Path) -> None:
    """The settings may name a server whose pictures the site shows; books link to them."""
    picture = '<figure><graphic url="{}/x.png"/><figDesc>A {}.</figDesc></figure>'
    shown = picture.format("https://images.example.org", "tiger")
    folder = edition(tmp_path, small=tei(shown + picture.format("https://example.org", "lamb")))
    (folder / "edition.toml").write_text('[media]\nhosts = ["images.example.org"]\n', "utf-8")
    result = run("build", folder, "--format", "html", "--format", "epub", "--format", "text")
    assert (result.exit_code, result.output.count("P025")) == (0, 1)
    found = pages(folder / "build")
    (site,) = (words for name, words in found.items() if name.endswith("build/small.html"))
    assert re.findall(r'<img src="(http[^"]*)" alt="([^"]*)"', site) == [
        ("https://images.example.org/x.png", "A tiger.")
    ]
    assert '<a href="https://example.org/x.png"' in site
    books = [words for name, words in found.items() if ".epub/" in name]
    assert books
    assert not [words for words in books if re.search(r'<img[^>]*src="http', words)]
    assert "A tiger." in (folder / "build/text/reading/small.txt").read_text("utf-8")


def test_the_setting_names_servers(tmp_path: Path) -> None:
    """Not addresses: a mistake is told with its line."""
    folder = edition(tmp_path, small=tei("<p>x</p>"))
    (folder / "edition.toml").write_text('[media]\nhosts = ["https://a.org/"]\n', "utf-8")
    result = run("build", folder, "--format", "text")
    assert result.exit_code == 2
    assert "edition.toml:2:" in result.output


def test_remote_picture_is_linked(out: Path) -> None:
    """A picture of another server is a link with its description; nothing is fetched by a page."""
    for name, page in pages(out).items():
        assert not re.search(r'<(img|script|iframe|source)[^>]*src="(https?:)?//', page), name
    page = (out / "small.html").read_text("utf-8")
    assert "Addresses stay" not in page  # they are counted
    assert re.search(r'<a href="https://example.org/x.png"[^>]*>A tiger\.</a>', page)
    assert "A lamb." in page
    assert "A tiger." in (out / "text/reading/small.txt").read_text("utf-8")


def test_address_of_the_edition(tmp_path: Path) -> None:
    """An address without a scheme is told where it stands; unchecked, no page has it."""
    folder = edition(tmp_path, small=tei())
    about = tei(id="e").replace(
        "<p>Unpublished.</p>", '<publisher>P</publisher><idno type="URL">example.org/x</idno>'
    )
    (folder / "tei/edition.xml").write_text(about, "utf-8")
    result = run("build", folder, "--format", "html")
    assert result.exit_code == 1
    assert "tei/edition.xml:4:" in result.output
    assert "H021" in result.output
    assert run("build", folder, "--format", "html", "--no-check").exit_code == 0


def test_nobody_looked_whether_it_is_accessible(out: Path) -> None:
    """No file says who can read it, by which test; an undated book says no day."""
    files = {str(one): one.read_bytes() for one in out.rglob("*") if one.is_file()}
    for name, content in files.items() | {(n, page.encode()) for n, page in pages(out).items()}:
        assert not re.search(rb"(?i)axe-core|\bwcag|accessibilitySummary|epub-a11y", content), name
        assert b"<dc:date>" not in content, name


def test_what_the_introduction_refers_to_is_on_the_site(tmp_path: Path) -> None:
    """Its notes stand below it; on the home page, which has its beginning, links lead there."""
    folder = edition(tmp_path, small=tei())
    said = (
        '<div xml:id="one"><p>First<note type="editorial" xml:id="n1">A note.</note>, see '
        '<ref target="#two">below</ref>.</p></div>'
        '<div xml:id="two"><head>B</head><p>Second.</p></div>'
    )
    (folder / "tei/edition.xml").write_text(tei(said, id="e"), "utf-8")
    assert run("build", folder, "--format", "html").exit_code == 0
    about, home = (
        (folder / "build" / name).read_text("utf-8") for name in ("about.html", "index.html")
    )
    assert re.search(r'<li id="n1">.*A note\.', about)
    assert 'href="#n1"' in about
    assert 'href="about.html#n1"' in home
    assert 'href="about.html#two"' in home


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ('<persName ref="javascript:alert(1)">Ann</persName>', "ref"),
        ('<pb facs="data:image/png,x"/>', "facs"),
        ('<note resp="vbscript:x">So.</note>', "resp"),
        ('<seg corresp="file:///home/x">so</seg>', "corresp"),
        ('<name sameAs="FILE:x">Ann</name>', "sameAs"),
        ('<w lemmaRef="blob:x">so</w>', "lemmaRef"),
        ('<persName ref="javascript&#58;alert(1)">Ann</persName>', "ref"),
        ('<note resp="&#x76;bscript&#x3A;x">So.</note>', "resp"),
        ('<seg corresp="file\N{ZERO WIDTH SPACE}:///home/x">so</seg>', "corresp"),
    ],
)
def test_what_runs_is_told_wherever_it_is_pointed_to(tmp_path: Path, words: str, on: str) -> None:
    """Also where nothing would have been published of it, and where it is written with references
    to characters, or with some that are passed over; a prefix that stands for it, too.
    """
    folder = edition(tmp_path, small=tei(f"<p>Rye {words}</p>"))
    said = run("check", folder, "--select", "P024").output
    assert (said.count("P024"), f"@{on} leads to a" in said) == (1, True)
    declared = '<prefixDef ident="x" matchPattern="(.*)" replacementPattern="javascript:$1"/>'
    head = f"<encodingDesc><listPrefixDef>{declared}</listPrefixDef></encodingDesc></teiHeader>"
    other = edition(tmp_path / "other", small=tei("<p>Rye</p>").replace("</teiHeader>", head))
    assert "@replacementPattern leads to a" in run("check", other, "--select", "P024").output


def test_an_address_that_names_no_server(tmp_path: Path) -> None:
    """It is told and published as words; so is an identifier that runs something, which is not
    where a text is found.
    """
    odd = ("http://[::1", "https:///rye", "http:rye.html", "http://[::1/rye", "http&#58;rye")
    links = "".join(f'<p><ref target="{one}">word{n}</ref></p>' for n, one in enumerate(odd))
    named = "<publisher>P</publisher><idno type='URI'>javascript:alert(1)</idno>"
    text = tei(f'{links}<p><ref target="http://[::1]:80/rye">good</ref></p>')
    folder = edition(tmp_path, small=text.replace("<p>Unpublished.</p>", named))
    result = run("build", folder, "--format=html", "--format=epub", "--format=citations")
    assert (result.exit_code, result.output.count("P047")) == (0, len(odd)), result.output
    assert result.output.count("P024") == 1
    for name, page in pages(folder / "build").items():
        assert 'href="http://[::1]:80/rye"' in page or "good" not in page, name
        assert not re.search(
            r'href="https?:(?!//)|href="https?:///|href="http://\[::1["/]', page
        ), name
    assert "javascript" not in (folder / "build/citations/small.json").read_text("utf-8")
