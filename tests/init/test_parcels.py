"""What leaves the house: proofs for a colleague, an archive for a repository, a release."""

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from editio.cli.main import main
from editio.cli.proof import marked
from editio.edition.edition import opened
from editio.edition.selection import above
from editio.formats import FORMATS, deposit
from editio.formats.archived import PARTS, readme
from editio.formats.rights import Stated
from lxml import etree

from tests.pipeline.editions import edition, tei

# What systems and programs leave in the folders of an edition.
HIDDEN = ("site/.git/config", "site/.hidden", "labels/.DS_Store", "labels/._de.xml", "pages/.x.md",
          "pages/._x.xml", "xslt/._rules.xsl", "tei/.svn/a.xml", "tei/texts/._leaf.xml",
          "tei/registers/._persons.xml", "tei/schema/._edition.odd")  # fmt: skip


def run(*words: str | Path) -> Result:
    """Run editio in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def leaf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new edition of one text, with its archive; no test changes it."""
    folder = tmp_path_factory.mktemp("begun") / "leaf"
    run("init", folder, "--kind", "facsimile")
    about = folder / "tei/edition.xml"
    dated = about.read_text("utf-8").replace("</publisher>", '</publisher><date when="1899"/>', 1)
    about.write_text(dated, "utf-8")
    done = run("build", folder, "--format", "html", "--archive")
    assert done.exit_code == 0, done.output
    before = _content(folder)
    yield folder
    assert _content(folder) == before


def _content(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


@pytest.fixture
def copied(leaf: Path, tmp_path: Path) -> Path:
    """A copy of it, for what changes its files."""
    return Path(shutil.copytree(leaf, tmp_path / "copied" / "leaf"))


@pytest.fixture
def released(copied: Path) -> Path:
    """It as version 1.0, recorded."""
    about = copied / "tei/edition.xml"
    words = _dated(about.read_text("utf-8"))
    change = '<revisionDesc><change n="1.0" when="2026-11-28">First</change></revisionDesc>'
    about.write_text(words.replace("</teiHeader>", f"{change}</teiHeader>"), "utf-8")
    done = run("release", "--record", copied)
    assert (done.exit_code, "recorded" in done.output) == (0, True)
    return copied


def _dated(header: str) -> str:
    """Return a header with a version and its day."""
    version = '<editionStmt><edition n="1.0">First</edition></editionStmt>'
    words = header.replace('<date when="1899"/>', "")
    words = words.replace("<publicationStmt>", f"{version}<publicationStmt>")
    return words.replace("<availability>", '<date when="2026-11-28"/><availability>')


@pytest.mark.parametrize(
    "rights",
    [
        '<availability status="unknown"><licence target="{}">Notes alone.</licence></availability>',
        '<availability status="restricted"><p>Ask the library.</p></availability>',
        '<availability><licence target="https://example.org/other"/></availability>',
    ],
)
def test_an_archive_offers_no_more_than_its_texts(tmp_path: Path, rights: str) -> None:
    """Where a text is not under the licence of the edition, neither is the whole."""
    run("init", tmp_path / "leaf", "--kind", "facsimile")
    text = tmp_path / "leaf/tei/texts/leaf.xml"
    said = rights.format("https://creativecommons.org/licenses/by/4.0/")
    written = text.read_text("utf-8")
    text.write_text(re.sub("<availability.*?</availability>", said, written, flags=re.S), "utf-8")
    assert said in text.read_text("utf-8")
    run("build", tmp_path / "leaf", "--format", "text", "--archive")
    with zipfile.ZipFile(tmp_path / "leaf/archive.zip") as archive:
        made = archive.read("leaf/ro-crate-metadata.json")
    assert b"creativecommons" not in made


def test_an_archive_has_all_and_says_what(leaf: Path) -> None:
    """Sources, site, picture and metadata; each file is in the crate and has its checksum."""
    with zipfile.ZipFile(leaf / "archive.zip") as archive:
        held = {one.removeprefix("leaf/"): archive.read(one) for one in archive.namelist()}
    assert {"tei/texts/leaf.xml", "tei/texts/leaf.png", "edition.toml", "build/index.html"} <= set(
        held
    )
    sums = dict(line.split("  ")[::-1] for line in held["SHA256SUMS"].decode().splitlines())
    assert set(sums) == set(held) - {"SHA256SUMS"}
    assert all(hashlib.sha256(held[name]).hexdigest() == one for name, one in sums.items())
    crate = json.loads(held["ro-crate-metadata.json"])["@graph"]
    parts = {one["@id"] for one in crate if one["@type"] == "File"}
    assert parts == set(held) - {"SHA256SUMS", "ro-crate-metadata.json", "datacite.xml"}
    (root,) = (one for one in crate if one["@id"] == "./")
    assert root["name"] == "A Leaf and its Image"
    assert root["datePublished"] == "1899"
    assert {one["@id"]: one["@type"] for one in crate}[root["publisher"]["@id"]] == "Organization"
    (licence,) = root["license"]
    assert licence == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    assert any(one["@id"] == licence["@id"] and one["name"] for one in crate)
    data = etree.fromstring(held["datacite.xml"])
    assert [one.get("rightsURI") for one in data.iter("{*}rights")] == [licence["@id"]]
    assert data.findtext("{*}creators/{*}creator/{*}creatorName") == "the editors"
    assert data.findtext("{*}titles/{*}title") == "A Leaf and its Image"
    assert data.findtext("{*}publicationYear") == "1899"


def test_an_archive_says_what_it_holds_and_whose_it_is(leaf: Path, tmp_path: Path) -> None:
    """README: parts, citation, rights by layer as headers say them; the edition's own README and
    list of changes; the addresses of this release, which the next one is compared with.
    """
    folder = tmp_path / "leaf"
    shutil.copytree(leaf, folder)
    about, text = folder / "tei/edition.xml", folder / "tei/texts/leaf.xml"
    version = '<editionStmt><edition n="1.2">Second</edition></editionStmt><publicationStmt>'
    words = about.read_text("utf-8").replace("<publicationStmt>", version)
    about.write_text(
        words.replace("</titleStmt>", "<editor>Ada Brook</editor></titleStmt>"), "utf-8"
    )
    rights = '<availability status="restricted"><p>Ask | the library.</p></availability>'
    said = re.sub("<availability.*?</availability>", rights, text.read_text("utf-8"), flags=re.S)
    text.write_text(said, "utf-8")
    (folder / "CHANGELOG.md").write_text("## 1.2\n", "utf-8")
    own = (folder / "README.md").read_bytes()
    assert run("build", folder, "--no-check", "--format", "text", "--archive").exit_code == 0
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        held = {one.removeprefix("leaf/"): archive.read(one) for one in archive.namelist()}
    readme = held["README.md"].decode()
    assert readme.startswith("# A Leaf and its Image\n\nVersion 1.2\n")
    restricted = "The use of the text is restricted. Ask \\| the library."
    assert f"| Texts: `tei/texts/leaf.xml` | {restricted} |" in readme
    assert ("| `build/text/` |" in readme, "| `build/index.html` |" in readme) == (True, False)
    assert (held["README-edition.md"], held["CHANGELOG.md"]) == (own, b"## 1.2\n")
    (folder / "permalinks.txt").write_bytes(held["permalinks.txt"])
    assert held["permalinks.txt"].startswith(b"# version 1.2\nabout.html\n")
    assert b"\nleaf.html\nleaf.html#d1\n" in held["permalinks.txt"]
    text.write_text(said.replace('xml:id="p2"', 'xml:id="other"'), "utf-8")
    told = run("release", folder).output
    assert "version 1.2 does not come after 1.2" in told
    assert "the address leaf.html#p2 is gone" in told
    assert re.findall("the address .* is gone", told) == ["the address leaf.html#p2 is gone"]


def test_a_release_keeps_the_places_of_all_pages(tmp_path: Path) -> None:
    """Of about.html and of pages beside the texts: by id in TEI, headings in Markdown."""
    paragraphs = '<text><body><p xml:id="{}">One.</p><p>Two.</p></body></text>'
    about, essay = (tmp_path / name for name in ("tei/edition.xml", "pages/essay.xml"))
    edition(tmp_path, a=tei())
    head = '<editionStmt><edition n="1.0"/></editionStmt><publicationStmt><date when="1899"/>'
    whole = re.sub("<text>.*</text>", paragraphs, tei(), flags=re.S)
    whole = whole.replace("<publicationStmt>", head).replace(' xml:id="small"', "")
    essay.parent.mkdir()
    for file, name in ((about, "aims"), (essay, "red")):
        file.write_text(whole.format(name), "utf-8")
    (tmp_path / "pages/method.md").write_text("# Method\n\n## Step by step\n", "utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# 1.0\n# 1.1\n", "utf-8")
    assert run("release", tmp_path, "--record").exit_code == 0
    for file, name in ((about, "goals"), (essay, "blue")):
        file.write_text(whole.format(name).replace('"1.0"', '"1.1"'), "utf-8")
    (tmp_path / "pages/method.md").write_text("# Method\n\n## In steps\n", "utf-8")
    lost = {"about.html#aims", "pages/essay.html#red", "pages/method.html#step-by-step"}
    assert {*re.findall("the address (.*) is gone", run("release", tmp_path).output)} == lost


def test_an_archive_says_what_each_format_is() -> None:
    """Those of editio, each in its folder; the site begins with its first page."""
    folders = {f"build/{name}/" for name in FORMATS if name != "html"} | {"build/index.html"}
    assert folders == {one for one in PARTS if one.startswith("build/")}


def test_files_of_several_texts_are_named_once(tmp_path: Path) -> None:
    """In the README of an archive, also where all texts say the same of rights."""
    text = tei().partition("?>")[2].replace(' xml:id="small"', "")
    header = text[text.index("<teiHeader>") : text.index("<text>")]
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{text}{text}</teiCorpus>'
    folder = edition(tmp_path / "two", both=corpus)
    done = run("build", folder, "--no-check", "--format", "text", "--archive")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        readme = archive.read("two/README.md").decode()
    assert "| Texts: `tei/texts/both.xml` | not stated |" in readme


def test_an_archive_speaks_the_language_of_its_edition(tmp_path: Path) -> None:
    """Its README has our words in it, and those that the edition has in place of ours."""
    text = tei(title="Ein Brief").replace('xml:lang="en"', 'xml:lang="de"')
    free = "https://creativecommons.org/licenses/by/4.0/"
    said = f'<publisher>H</publisher><availability><licence target="{free}"/></availability>'
    folder = edition(
        tmp_path / "brief",
        small=text.replace("<p>Unpublished.</p>", said),
        two=text.replace("small", "two"),
    )
    (folder / "labels").mkdir()
    own = '<label key="data-purpose">Wozu</label>'
    own = f'<labels xmlns="urn:editio:ns" xml:lang="de">{own}</labels>'
    (folder / "labels/de.xml").write_text(own, "utf-8")
    done = run("build", folder, "--no-check", "--format", "text", "--archive")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        readme = archive.read("brief/README.md").decode()
    for line in (
        "## Zitierweise",
        "| Datei | Wozu |",
        "| `build/text/` | Reiner Text |",
        f"| Texte: `tei/texts/small.xml` | CC BY 4.0 ({free}) |",
        "| Texte: `tei/texts/two.xml` | nicht angegeben |",
    ):
        assert line in readme.splitlines(), line


def test_kinds_of_numbers_may_be_in_small_letters(leaf: Path, tmp_path: Path) -> None:
    """What repositories are told, the address of the site, and the check of that."""
    folder = tmp_path / "leaf"
    shutil.copytree(leaf, folder)
    about = folder / "tei/edition.xml"
    said = '<idno type="doi">https://doi.org/10.5555/leaf</idno><idno type="url">{}</idno>'
    words = about.read_text("utf-8")
    for address, faulty in (("https://example.org/leaf", False), ("example.org/leaf", True)):
        numbered = said.format(address) + "</publicationStmt>"
        about.write_text(words.replace("</publicationStmt>", numbered), "utf-8")
        edition, _ = opened(folder)
        told = deposit.described(edition)
        assert (told.doi, told.address) == ("10.5555/leaf", address)
        assert ("H021" in run("check", folder).output) == faulty


def test_an_archive_has_what_its_build_made(leaf: Path, tmp_path: Path) -> None:
    """Not what an earlier build left, nor files of others; without a year, no file for DataCite."""
    folder = tmp_path / "leaf"
    shutil.copytree(leaf, folder)
    run("build", folder, "--format", "html", "--format", "text")
    (folder / "build/CNAME").write_text("example.org")
    about = folder / "tei/edition.xml"
    words = about.read_text("utf-8")
    about.write_text(words.replace('<date when="1899"/>', ""), "utf-8")
    done = run("build", folder, "--format", "html", "--archive")
    assert "names no year" in done.output
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        held = [one.removeprefix("leaf/") for one in archive.namelist()]
    assert (folder / "build/text/reading/leaf.txt").is_file()
    assert not [one for one in held if one.startswith("build/text/") or "CNAME" in one]
    assert "build/leaf.html" in held
    assert "datacite.xml" not in held


def test_an_archive_has_what_lies_elsewhere(leaf: Path, tmp_path: Path) -> None:
    """The folder of [media], each file once; files that texts include or show, the schema."""
    folder = tmp_path / "leaf"
    shutil.copytree(leaf, folder)
    text, settings = folder / "tei/texts/leaf.xml", folder / "edition.toml"
    (folder / "images/far").mkdir(parents=True)
    (folder / "other").mkdir()
    picture = folder / "tei/texts/leaf.png"
    for place in ("images/far/unused.png", "images/.hidden.png", "other/beside.png"):
        shutil.copy(picture, folder / place)
    picture.rename(folder / "images/leaf.png")
    for place in HIDDEN:
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text("<p/>", "utf-8")
    (folder / "site/index.html").write_text("<p>Own</p>", "utf-8")
    (folder / "site/a face #1.css").write_text("p {}", "utf-8")
    (folder / "own.rng").write_text("<grammar/>", "utf-8")
    shown = '<p xml:id="more"><graphic url="../../other/beside.png"/></p></div>'
    text.write_text(text.read_text("utf-8").replace("</div>", shown, 1), "utf-8")
    said = settings.read_text("utf-8").replace('# folder = "images"', 'folder = "images"')
    settings.write_text('schema = "own.rng"\n' + said, "utf-8")
    done = run("build", folder, "--no-check", "--format", "text", "--archive")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(folder / "archive.zip") as archive:
        names = [one.removeprefix("leaf/") for one in archive.namelist()]
        held = {one: archive.read(f"leaf/{one}") for one in names}
    assert len(names) == len(held)
    wanted = {"images/leaf.png", "images/far/unused.png", "other/beside.png", "own.rng"}
    assert wanted <= set(held)
    assert not [one for one in held if "/." in f"/{one}"]
    assert held["site/index.html"] == b"<p>Own</p>"
    crate = json.loads(held["ro-crate-metadata.json"])["@graph"]
    described = {one["@id"] for one in crate if one["@type"] == "File"}
    assert wanted | {"site/a%20face%20%231.css"} <= described
    (whole,) = (one for one in crate if one["@id"] == "./")
    assert {one["@id"] for one in whole["hasPart"]} == described
    sums = dict(line.split("  ")[::-1] for line in held["SHA256SUMS"].decode().splitlines())
    assert all(sums[name] == hashlib.sha256(held[name]).hexdigest() for name in wanted)


def test_the_same_archive_twice(leaf: Path) -> None:
    """There is no clock in it."""
    before = (leaf / "archive.zip").read_bytes()
    run("build", leaf, "--format", "html", "--archive")
    assert (leaf / "archive.zip").read_bytes() == before


def test_a_proof_is_one_file_and_says_that_it_is_a_draft(leaf: Path, tmp_path: Path) -> None:
    """Every page has it in its head; the lines of the book are numbered."""
    file = tmp_path / "proof.zip"
    assert run("proof", leaf, "--out", file).exit_code == 0
    with zipfile.ZipFile(file) as archive:
        page = archive.read("leaf-draft/leaf.html").decode()
    assert "A Leaf and its Image [Draft]</a>" in page
    assert run("proof", leaf, "--out", file).exit_code == 0
    draft = marked(opened(leaf)[0])
    assert draft.project.settings.print.line_numbers == 5
    (tmp_path / "edition.toml").write_text('[site]\nlanguage = "fr"\n', "utf-8")
    (tmp_path / "lettre.xml").write_text(tei(), "utf-8")
    assert marked(opened(tmp_path)[0]).called.endswith(" [Version provisoire]")


def test_an_archive_speaks_of_pictures_where_it_has_some(leaf: Path, tmp_path: Path) -> None:
    """Of their rights; an edition without has no such row."""
    bare = edition(tmp_path / "bare", small=tei())
    said = [readme(opened(one)[0], Stated("en"), ())["README.md"].decode() for one in (leaf, bare)]
    assert ["| pictures and linked files |" in one for one in said] == [True, False]


def test_the_language_of_an_edition_is_one_for_pages_and_commands(tmp_path: Path) -> None:
    """That of most texts, where nothing else says it: not that of the first file."""
    said = {"a": "fr", "b": "ger-AT", "c": "de-AT"}
    texts = {
        name: tei(id=name).replace('xml:lang="en"', f'xml:lang="{lang}"')
        for name, lang in said.items()
    }
    root = edition(tmp_path / "some", **texts)
    assert marked(opened(root)[0]).called.endswith(" [Entwurf]")
    assert run("build", root, "--format", "html").exit_code == 0
    assert '<html lang="de-AT"' in (root / "build/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["tei/edition.xml", "edition.toml", "other.zip", "other.pdf"])
def test_a_proof_takes_the_place_of_drafts_alone(leaf: Path, tmp_path: Path, name: str) -> None:
    """A source, an archive or a PDF of somebody else stays as it is; an earlier book goes."""
    root = tmp_path / "leaf"
    shutil.copytree(leaf, root)
    with zipfile.ZipFile(root / "other.zip", "w") as archive:
        archive.writestr("other-draft/letter.txt", "Dear Sir")
    (root / "other.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    before = (root / name).read_bytes()
    done = run("proof", root, "--out", root / name)
    assert (done.exit_code, "no draft that editio made" in done.output) == (2, True)
    assert (root / name).read_bytes() == before


def test_a_proof_of_the_book_is_made_anew(leaf: Path, tmp_path: Path) -> None:
    """It is known by its title."""
    file = tmp_path / "proof.pdf"
    for _ in range(2):
        assert run("proof", leaf, "--as", "book", "--out", file).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [("release",), ("release", "--record"), ("register",), ("transcript", "leaf")],
)
@pytest.mark.parametrize("name", ["tei/edition.xml", "tei/texts/leaf.xml"])
def test_a_file_that_cannot_be_read_is_not_taken_for_absent(
    leaf: Path, tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    """Its fault is told at its line; nothing is written of what it may have."""
    if words[0] == "transcript" and name == "tei/edition.xml":
        return
    shutil.copytree(leaf, tmp_path / "leaf")
    file = tmp_path / "leaf" / name
    whole = file.read_text("utf-8").replace("</fileDesc>", "</fileDsc>", 1)
    line = whole[: whole.index("</fileDsc>")].count("\n") + 1
    file.write_text(whole, "utf-8")
    before = {one: one.read_bytes() for one in (tmp_path / "leaf").rglob("*") if one.is_file()}
    done = run(*words, tmp_path / "leaf")
    assert done.exit_code == 1
    assert f"{name}:{line}:" in done.output
    assert "error W001: not well-formed XML: </fileDsc> stands where <fileDesc>" in done.output
    assert "there is no" not in done.output.lower()
    assert "is gone" not in done.output
    after = {one: one.read_bytes() for one in (tmp_path / "leaf").rglob("*") if one.is_file()}
    assert after == before


def test_a_proof_of_the_site_has_numbers_beside_the_text(tmp_path: Path) -> None:
    """Paragraphs and items are counted through the text, alike in both its texts; a line of verse
    has its own number, else one in brackets. The site itself has none of it.
    """
    body = (
        "<div><head>One</head><p>A<note><p>no unit</p></note></p><list><item>B</item></list></div>"
        '<div><head>Two</head><lg><l>c</l><l n="7">d</l><l part="I">e</l><l part="F">f</l></lg>'
        '<sp><speaker>G</speaker><p>h</p></sp><gap reason="lost"/></div>'
    )
    root = edition(tmp_path / "small", small=tei(body))
    (root / "edition.toml").write_text('[site]\nsplit = "chapter"\n', "utf-8")
    done = run("proof", root, "--no-check", "--out", tmp_path / "proof.zip")
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(tmp_path / "proof.zip") as archive:
        held = {one.partition("/")[2]: archive.read(one).decode("utf-8", "replace")
                for one in archive.namelist()}  # fmt: skip
    for name in ("small.html", "small-diplomatic.html"):
        shown = re.findall(r'<(\w+)[^>]*><span class="line-number" data-n="([^"]*)"', held[name])
        assert shown == [("p", "¶ 1"), ("li", "¶ 2"), ("div", "[1]"), ("div", "7"),
                         ("div", "[2]"), ("p", "¶ 3")]  # fmt: skip
    assert ".pl { display: none; }" in held["assets/site-colours.css"]
    assert "small-2.html" not in held
    assert run("build", root, "--no-check", "--format", "html").exit_code == 0
    assert "line-number" not in (root / "build/small.html").read_text("utf-8")


def test_a_release_needs_a_version_and_an_entry_of_its_day(copied: Path) -> None:
    """What the header lacks is told, one after the other."""
    about = copied / "tei/edition.xml"
    whole = about.read_text("utf-8")
    about.write_text(whole.replace('<date when="1899"/>', ""), "utf-8")
    assert "names no version" in run("release", copied).output
    words = _dated(whole)
    about.write_text(words, "utf-8")
    assert "has an entry of version 1.0" in run("release", copied).output
    change = '<revisionDesc><change n="1.0" when="2026-11-27">First</change></revisionDesc>'
    about.write_text(words.replace("</teiHeader>", f"{change}</teiHeader>"), "utf-8")
    assert "version 1.0 is not of 2026-11-28" in run("release", copied).output


def test_a_release_keeps_its_addresses(released: Path) -> None:
    """What is gone since the last release is told."""
    text = released / "tei/texts/leaf.xml"
    text.write_text(text.read_text("utf-8").replace('xml:id="p2"', 'xml:id="other"'), "utf-8")
    done = run("release", released)
    assert (done.exit_code, "the address leaf.html#p2 is gone" in done.output) == (1, True)


def test_a_release_has_a_version_of_its_own(released: Path) -> None:
    """The version comes after the one that was recorded, and the list of changes knows it."""
    about = released / "tei/edition.xml"
    done = run("release", released)
    assert done.exit_code == 1
    assert "version 1.0 does not come after 1.0, which was released" in done.output
    words = about.read_text("utf-8")
    about.write_text(words.replace('edition n="1.0"', 'edition n="1.0.1"'), "utf-8")
    assert "has an entry of version 1.0.1" in run("release", released).output
    (released / "CHANGELOG.md").write_text("# Changes\n\n## 1.0.1 (2026-11-28)\n", "utf-8")
    done = run("release", released)
    assert (done.exit_code, "version 1.0.1 is ready" in done.output) == (0, True)
    about.write_text(words.replace('edition n="1.0"', 'edition n="0.9"'), "utf-8")
    assert "0.9 does not come after 1.0" in run("release", released).output


@pytest.mark.parametrize(
    "words",
    [("build",), ("register",), ("ids",), ("proof",), ("release",), ("transcript", "leaf"),
     ("serve",), ("init",)],
)  # fmt: skip
@pytest.mark.parametrize("part", ["tei/texts", "tei", "pages/deep"])
def test_a_part_of_an_edition_is_no_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], part: str
) -> None:
    """The one above is named, with the command; nothing is written. Given, or where one stands."""
    folder = tmp_path / part
    folder.mkdir(parents=True)
    (tmp_path / "edition.toml").write_text("", "utf-8")
    before = set(tmp_path.rglob("*"))
    monkeypatch.chdir(folder)
    places: list[list[str | Path]] = [["."], [folder], *([[]] if words != ("init",) else [])]
    for place in places:
        done = run(*words, *place)
        assert done.exit_code == 2, done.output
        assert f"is a part of the edition in {tmp_path}." in done.output
        assert f"For the edition: main {' '.join(words)} {tmp_path}\n" in done.output
    assert set(tmp_path.rglob("*")) == before


def test_what_only_lies_below_an_edition_is_no_part_of_it(tmp_path: Path) -> None:
    """A folder of another name, another edition among the parts, files; TEI without settings is a
    part where it is called as ours is.
    """
    for name in ("letters", "tei/texts", "site/other/tei/texts", "site/other/letters"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "edition.toml").write_text("", "utf-8")
    (tmp_path / "site/other/edition.toml").write_text("", "utf-8")
    (tmp_path / "tei/texts/a.xml").write_text("<TEI/>", "utf-8")
    for name in (".", "letters", "tei/texts/a.xml", "site/other", "site/other/letters"):
        assert above(tmp_path / name) is None
    assert above(tmp_path / "site/other/tei/texts") == tmp_path / "site/other"
    (tmp_path / "edition.toml").unlink()
    assert above(tmp_path / "tei/texts") == tmp_path
    assert above(tmp_path / "site") is None
