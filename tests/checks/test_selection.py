"""`editio check PATHS`: any folder, any file, any TEI project, with or without an edition."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from editio.checks.registry import DOCUMENT_CHECKS, Finding
from editio.cli.main import main
from editio.edition.project import discover
from editio.edition.reading.source import Document
from editio.engines import jing
from editio.render import cache

from tests.checks.editions import MINI, broken, found, laid_over
from tests.pipeline.editions import tei

RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<start><element><anyName/><ref name="any"/></element></start>
<define name="any"><zeroOrMore><choice><text/><attribute><anyName/></attribute>
<element><anyName/><ref name="any"/></element></choice></zeroOrMore></define>
<define name="rule"><sch:pattern><sch:rule context="t:head">
<sch:assert test="contains(., 'great')">A heading is great.</sch:assert></sch:rule></sch:pattern>
<empty/></define>
</grammar>"""


def run(*arguments: object) -> Result:
    """Run `editio check`."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def test_exit_codes(tmp_path: Path) -> None:
    """0 clean, 1 faults, warnings only if strict."""
    root = laid_over(tmp_path / "mini")
    assert run(root).exit_code == 0
    broken(root / "tei/texts/letter.xml", "<sourceDesc><bibl>", "<sourceDesc><bibl/><bibl>  <hi>")
    broken(root / "tei/texts/letter.xml", "editio.</bibl>", "editio.</hi></bibl>")
    broken(root / "tei/texts/letter.xml", "The rest another", "The rest  another")
    assert run(root).exit_code == 0
    assert run(root, "--strict").exit_code == 1
    broken(root / "tei/texts/letter.xml")
    assert run(root).exit_code == 1
    assert run(root / "nowhere").exit_code == 2


def test_one_file_of_an_edition(tmp_path: Path) -> None:
    """The file alone is checked; registers and other texts are known all the same."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/tyger.xml", "#blake", "#black")
    assert found(root / "tei/texts/letter.xml") == ()
    (one,) = found(root / "tei/texts/tyger.xml")
    assert (one.file, one.code) == ("tei/texts/tyger.xml", "P002")
    assert "#blake" in one.hint
    assert found(root / "tei/registers") == ()
    assert "2 files checked" in run(root / "tei/registers").output


def test_a_folder_that_is_no_edition(tmp_path: Path) -> None:
    """TEI files at any depth are found, other XML is left out and counted."""
    for name, depth in (("letter", "a"), ("tyger", "a/b")):
        (tmp_path / depth).mkdir(parents=True, exist_ok=True)
        shutil.copy(MINI / f"tei/texts/{name}.xml", tmp_path / depth)
    (tmp_path / "build.xml").write_text("<project/>")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules/x.xml").write_text("<TEI")
    output = run(tmp_path).output
    assert "2 files checked" in output
    assert "1 left out that are not TEI" in output
    codes = {(one.file, one.code) for one in found(tmp_path)}
    assert ("a/letter.xml", "P026") in codes  # no register here
    assert {code for _, code in codes} == {"P026", "S012"}


def test_build_finds_what_check_finds(tmp_path: Path) -> None:
    """But for other editions below, and what was built; with settings, what lies beside them."""
    files = ("a.xml", "deep/b.xml", "deep/er/b.xml", "other/tei/c.xml", "out/tei/a.xml")
    for number, name in enumerate(files):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(tei(id=f"text-{number}"), "utf-8")
    (tmp_path / "deep/er/pom.xml").write_text("<project/>", "utf-8")
    (tmp_path / "other/edition.toml").touch()
    (tmp_path / "out/.editio.json").write_text("{}", "utf-8")

    def texts() -> list[str]:
        project = discover(tmp_path)[0]
        return [project.shown(one) for one in project.texts]

    assert texts() == ["a.xml", "deep/b.xml", "deep/er/b.xml"]
    made = CliRunner().invoke(
        main, ["build", str(tmp_path / "deep"), "--format", "text", "--no-check"]
    )
    assert made.exit_code == 0
    assert (tmp_path / "deep/build/text/reading/text-2.txt").is_file()
    (tmp_path / "edition.toml").touch()
    assert texts() == ["a.xml"]
    (tmp_path / "a.xml").unlink()
    assert texts() == ["deep/b.xml", "deep/er/b.xml"]


def test_letters_that_carry_their_own_registers(tmp_path: Path) -> None:
    """Lists of persons in each letter are no double entries; xml:base leads to the web."""
    listed = '<back><listPerson><person xml:id="catherine"><persName>C.</persName></person>'
    letter = (MINI / "tei/texts/letter.xml").read_text("utf-8").replace("../schema", "schema")
    letter = letter.replace("<back>", f"{listed}</listPerson>", 1).replace("#blake", "b/blake")
    letter = letter.replace(' xml:lang="en"', ' xml:lang="en" xml:base="https://example.org/x/"')
    for name in ("one", "two"):
        (tmp_path / f"{name}.xml").write_text(letter.replace('"letter"', f'"{name}"'), "utf-8")
    assert {one.code for one in found(tmp_path)} == {"S012"}


def test_nothing_to_check(tmp_path: Path) -> None:
    """An empty folder is a matter of usage: C001, exit code 2."""
    result = run(tmp_path)
    assert (result.exit_code, "C001" in result.output) == (2, True)


def test_schema_by_hand(tmp_path: Path) -> None:
    """--schema takes the place of what files name; Schematron inside RELAX NG is run."""
    root = laid_over(tmp_path / "mini")
    schema = tmp_path / "great.rng"
    schema.write_text(RNG)
    told = found(root, schemas=(schema,))
    assert {(one.code, one.message) for one in told} == {("R001", "A heading is great.")}
    assert {one.file for one in told} == {"tei/texts/letter.xml", "tei/texts/tyger.xml"}
    done = run("check", root, "--schema", root / "tei/texts/tyger.xml")
    assert (done.exit_code, "is not a .rng, .rnc or .sch file" in done.output) == (2, True)


def test_remote_schema_through_a_catalog(tmp_path: Path) -> None:
    """A schema on the network is told once for all files; a catalog provides it."""
    root = laid_over(tmp_path / "mini")
    for name in ("letter", "tyger"):
        broken(root / f"tei/texts/{name}.xml", "../schema/mini.rnc", "https://example.org/mini.rnc")
    (one,) = found(root)
    assert (one.code, "2 files were not validated" in one.message) == ("S009", True)
    assert "--schema mini.rnc" in one.hint
    catalog = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{}</catalog>'
    entry = '<uri name="https://example.org/mini.rnc" uri="tei/schema/mini.rnc"/>'
    (root / "catalog.xml").write_text(catalog.format(entry))
    assert found(root) == ()
    elsewhere = entry.replace("tei/schema", "https://example.net/tei")
    (root / "catalog.xml").write_text(catalog.format(elsewhere))
    assert "https://example.net/tei/mini.rnc is a remote URL" in found(root)[0].message


def test_broken_files_among_good_ones(tmp_path: Path) -> None:
    """What cannot be read is told; the others are validated."""
    root = laid_over(tmp_path / "mini")
    letter = (root / "tei/texts/letter.xml").read_text("utf-8")
    for number in range(5):
        text = letter.replace('xml:id="letter"', f'xml:id="l{number}"')
        text = text.replace("</p>", "", 1) if number % 2 else text.replace("<head>", "<hed>", 1)
        text = text if number % 2 else text.replace("</head>", "</hed>", 1)
        (root / f"tei/texts/l{number}.xml").write_text(text, "utf-8")
    told = [(one.file[-6:-4], one.code) for one in found(root)]
    expected = [("l0", "S002"), ("l1", "W001"), ("l2", "S002"), ("l3", "W001"), ("l4", "S002")]
    assert [one for one in told if one[1] != "R002"] == expected


def test_the_validator_goes_on_behind_a_file_that_it_cannot_read(tmp_path: Path) -> None:
    """jing stops at such a file; those behind it are validated all the same."""
    files = []
    for name, text in (("a", "<b/>"), ("b", "<a><!-- -- --></a>"), ("c", "<c/>"), ("d", "<a/>")):
        files.append(tmp_path / f"{name}.xml")
        files[-1].write_text(text)
    schema = tmp_path / "a.rnc"
    schema.write_text("element a { empty }")
    told = [(Path(one.file).name, one.level) for one in jing.validate(schema, files)]
    assert told == [("a.xml", "error"), ("b.xml", "fatal"), ("c.xml", "error")]


def test_a_fault_of_ours_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that fails is T003 with exit code 2, never a stack trace; the rest goes on."""

    def fail(document: Document) -> Iterator[Finding]:
        if document.id == "tyger":
            raise ZeroDivisionError("by nothing")
        yield from ()

    fail.__module__ = "editio.checks.dates"  # a fault of others is C016
    monkeypatch.setitem(DOCUMENT_CHECKS, "D001", fail)
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")  # what was found before is kept
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml", "The rest another", "The rest  another")
    assert [one.code for one in found(root)] == ["X005", "T003"]
    assert "ZeroDivisionError: by nothing" in found(root)[1].message
    assert run(root).exit_code == 2


def test_external_dtd_is_not_opened(tmp_path: Path) -> None:
    """A DTD on the network is passed over; places in the file stay what they are."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei/texts/letter.xml"
    broken(letter, "<TEI ", '<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd">\n<TEI ')
    assert found(root) == ()
    broken(letter, "<head>A letter</head>", "<hed>A letter</hed>")
    (one,) = [one for one in found(root) if one.code != "R002"]
    assert (one.line, one.column, one.code) == (24, 9, "S002")


@pytest.mark.slow
def test_several_processes_say_the_same(tmp_path: Path) -> None:
    """--jobs changes how long it takes and nothing else."""
    letter = (MINI / "tei/texts/letter.xml").read_text("utf-8").replace("<head>", "<head n='x y'>")
    root = laid_over(tmp_path / "mini")
    for number in range(30):
        text = letter.replace('xml:id="letter"', f'xml:id="l{number}"')
        text = text.replace("<salute>", "<salut>").replace("</salute>", "</salut>")
        (root / f"tei/texts/l{number}.xml").write_text(text, "utf-8")
    alone = found(root, jobs=1)
    assert len(alone) == 30
    assert found(root, jobs=2) == alone


@pytest.mark.parametrize("form", ["json", "github"])
def test_formats_for_machines(tmp_path: Path, form: str) -> None:
    """Findings on stdout for programs, the summary apart from them."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml")
    result = run(root, "--format", form, "--ignore", "P028")
    if form == "json":
        (one,) = json.loads(result.stdout)
        assert (one["code"], one["line"], one["severity"]) == ("P002", 27, "error")
    else:
        start = "::error file=tei/texts/letter.xml,line=27,col=36,title=P002::@ref points to"
        assert result.stdout.startswith(start)
        assert "%0ADid you mean" in result.stdout
    assert "1 error" in result.stderr


def test_a_schema_in_tei_is_checked_as_one() -> None:
    """In an ODD the rules of Schematron point nowhere, and no element wants to be published."""
    odd = Path(__file__).parents[2] / "tei" / "schema" / "edition.odd"
    assert found(odd) == ()


def test_a_missing_file_is_not_taken_for_the_one_that_points_to_it(tmp_path: Path) -> None:
    """letter.xml that names letter.txt does not mean itself."""
    root = laid_over(tmp_path / "edition")
    text = root / "tei/texts/letter.xml"
    broken(text, "</body>", '<p><ptr target="letter.txt"/></p></body>')
    (one,) = (one for one in found(root) if one.code == "P004")
    assert one.hint.startswith("Add the file, or mend the path")


def test_files_that_are_called_tei(tmp_path: Path) -> None:
    """Texts are called *.xml or *.tei, in editions and in other folders; a schema is no text."""
    root = laid_over(tmp_path / "mini")
    (root / "tei/texts/letter.xml").rename(root / "tei/texts/letter.tei")
    shutil.copy(root / "tei/texts/tyger.xml", root / "tei/texts/house.odd.xml")
    shutil.copy(root / "tei/texts/tyger.xml", root / "tei/texts/house.odd")
    project, _ = discover(root)
    assert [path.name for path in project.texts] == ["letter.tei", "tyger.xml"]
    assert found(root) == ()
    broken(root / "tei/texts/letter.tei")
    assert {one.file for one in found(root)} == {"tei/texts/letter.tei"}
    shutil.copytree(root / "tei/texts", tmp_path / "loose")
    assert "2 files checked" in run(tmp_path / "loose").output
