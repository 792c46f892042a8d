"""The Data page: it lists what was built, as it was built, in words that are labels."""

import csv
import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.formats import FORMATS
from editio.formats.data import PURPOSES
from editio.formats.dictionary import TABLES
from editio.render.build import Plan, build
from editio.resources import LABELS
from lxml import html

from tests.pipeline.editions import ROOT, edition, tei

BUILT = ("html", "text", "tables", "tei", "citations", "places", "epub", "dts", "data")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build our edition with its Data page; asked for in another order than it is made in."""
    edition, _ = load(discover(ROOT)[0])
    built = tmp_path_factory.mktemp("data")
    build(Plan(edition, tuple(reversed(BUILT)), built))
    return built


def listed(folder: Path) -> list[dict[str, str]]:
    """Read the list as a table."""
    with (folder / "data" / "files.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_sizes_and_checksums(folder: Path) -> None:
    """Each file is there, as large as the list says, with the checksum that the list gives."""
    rows = listed(folder)
    assert {row["format"] for row in rows} == set(BUILT) - {"html", "data"}
    for row in rows:
        data = (folder / row["path"]).read_bytes()
        assert len(data) == int(row["bytes"])
        assert hashlib.sha256(data).hexdigest() == row["sha256"]


def test_no_text_is_offered(folder: Path) -> None:
    """The rights in both texts are not known: registers are licensed, fonts as fonts, no text."""
    licences = {row["path"]: row["licence"] for row in listed(folder)}
    registers = {f"tables/{name}.csv" for name in ("persons", "places", "events", "works")}
    offered = {path for path, licence in licences.items() if "creativecommons" in licence}
    assert registers <= offered
    assert all(path.startswith(("tables/", "places/", "text/registers/")) for path in offered)
    assert {path for path, one in licences.items() if "openfont" in one} <= {"pdf/OFL.txt"}
    assert licences["text/reading/soviet-admissions.txt"] == ""
    assert licences["tables/notes.csv"] == ""


def test_nothing_is_left_out(folder: Path) -> None:
    """Every file of a format is listed, but for the sums and the further answers of DTS."""
    paths = {row["path"] for row in listed(folder)}
    for name in set(BUILT) - {"html", "data", "dts"}:
        for file in (folder / name).rglob("*"):
            if file.is_file() and file.name not in {"SHA256SUMS", ".editio.json"}:
                assert file.relative_to(folder).as_posix() in paths


def test_page(folder: Path) -> None:
    """The page links each file of the list; its links lead somewhere; each column is explained."""
    page = html.parse(str(folder / "data" / "index.html")).getroot()
    links = {str(link.get("href")).partition("#")[0] for link in page.iter("a")}
    assert {f"../{row['path']}" for row in listed(folder)} <= links
    for link in links:
        if link and "://" not in link:
            assert (folder / "data" / link).exists(), link
    told = " ".join(page.text_content().split())
    for table in TABLES:
        for field in table.fields:
            assert field.description in told
    explained = [str(one.get("id")) for one in page.iterfind(".//h3[@id]")]
    tables = {f"table-{one.stem}" for one in (folder / "tables").glob("*.csv")}
    assert sorted(one for one in explained if one.startswith("table-")) == sorted(tables)


def test_many_files_of_a_kind_are_one_row(tmp_path: Path) -> None:
    """The page of an edition of thousands stays light; the list as a table has every file."""
    texts = {f"t{n:02}": tei("<p>Rain.</p>", f"t{n:02}") for n in range(51)}
    made = edition(tmp_path, **texts)
    build(Plan(load(discover(made)[0])[0], ("text", "data"), tmp_path / "build"))
    page = html.parse(str(tmp_path / "build/data/index.html")).getroot()
    rows = [" ".join(one.text_content().split()) for one in page.iterfind(".//tbody/tr")]
    (reading,) = (one for one in rows if one.startswith("reading/"))
    assert reading.startswith("reading/t00.txt … reading/t50.txt (51)")
    links = [str(one.get("href")) for one in page.iterfind(".//tbody//a")]
    assert "../text/reading/t50.txt" in links and "../text/reading/t25.txt" not in links
    assert "../text/metadata.csv" in links
    paths = {row["path"] for row in listed(tmp_path / "build")}
    assert {f"text/reading/{name}.txt" for name in texts} <= paths


def test_citation_on_the_page(folder: Path) -> None:
    """A text's page, and the first page, give the citation that can be downloaded."""
    for page, name in (("soviet-admissions", "soviet-admissions"), ("index", "edition")):
        (shown,) = html.parse(str(folder / f"{page}.html")).findall(".//p[@class='citation']")
        offered = (folder / "citations" / f"{name}.txt").read_text("utf-8").splitlines()[0]
        assert " ".join(shown.text_content().split()) == offered


def test_every_word_is_a_label() -> None:
    """Purposes, formats and recipes have their words."""
    known = {one.get("key") for one in ElementTree.parse(LABELS / "en.xml").getroot()}
    recipes = set(re.findall(r"'(\w+)': '\w+'", (LABELS.parent / "data" / "page.xsl").read_text()))
    assert len(recipes) > 10
    wanted = {f"for-{key}" for _, key in PURPOSES} | {"data", "data-intro", "data-rights"}
    wanted |= {f"data-{name}" for name in set(FORMATS) - {"html", "data"}}
    wanted |= {f"{kind}-{key}" for key in recipes for kind in ("tool", "recipe")}
    assert wanted - known == set()
