"""The schema that edition.toml names: a grammar for texts that name none, rules for all texts."""

import os
from pathlib import Path

import pytest
from editio.checks.run import check
from editio.diagnostics import Severity
from editio.edition.project import discover, files
from editio.edition.selection import select

from tests.checks.editions import found, laid_over

STRICT = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>
<element name="TEI" ns="http://www.tei-c.org/ns/1.0"><empty/></element></start></grammar>"""

RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body">
<assert test="@rend">A body has a house style.</assert></rule></pattern></schema>"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Return an edition one of whose texts names no schema."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei/texts/letter.xml"
    lines = letter.read_text("utf-8").splitlines()
    letter.write_text("\n".join(one for one in lines if "<?xml-model" not in one), "utf-8")
    return root


def named(root: Path, schema: str) -> None:
    """Name a schema in the settings."""
    settings = root / "edition.toml"
    settings.write_text(f'schema = "{schema}"\n' + settings.read_text("utf-8"), "utf-8")


def test_a_text_that_names_none(edition: Path) -> None:
    """It is told, and nothing else is wrong."""
    assert [one.code for one in found(edition)] == ["S011"]


def test_a_text_that_names_a_dtd(edition: Path) -> None:
    """That it names no schema is not said: its DTD is not used."""
    letter = edition / "tei/texts/letter.xml"
    words = letter.read_text("utf-8").replace("<TEI", '<!DOCTYPE TEI SYSTEM "tei.dtd">\n<TEI', 1)
    letter.write_text(words, "utf-8")
    (told,) = found(edition)
    assert told.message.startswith("the text names no schema that is used, and a DTD is not: noth")


def test_texts_that_name_none(edition: Path) -> None:
    """They are validated; the others go by their own."""
    (edition / "tei/schema/strict.rng").write_text(STRICT, "utf-8")
    named(edition, "tei/schema/strict.rng")
    told = found(edition)
    assert {one.file for one in told} == {"tei/texts/letter.xml"}
    assert {one.code[0] for one in told} == {"S"}
    assert "S011" not in {one.code for one in told}


def test_rules_are_for_all_texts(edition: Path) -> None:
    """Schematron is run on texts that name schemas of their own as well, once each."""
    (edition / "tei/schema/house.sch").write_text(RULES, "utf-8")
    named(edition, "tei/schema/house.sch")
    told = [(one.code, one.file) for one in found(edition) if "house style" in one.message]
    texts = ["tei/texts/letter.xml", "tei/texts/tyger.xml"]
    assert [one for one in told if one[1] in texts] == [("R001", name) for name in texts]


def test_grammar_and_rules_together(edition: Path) -> None:
    """A list of both; each is used as it is alone, and what is amiss with one told at its place."""
    (edition / "tei/schema/strict.rng").write_text(STRICT, "utf-8")
    (edition / "tei/schema/house.sch").write_text(RULES, "utf-8")
    settings = edition / "edition.toml"
    before = settings.read_text("utf-8")
    names = '"tei/schema/strict.rng",\n  "tei/schema/house.sch"'
    settings.write_text(f"schema = [{names}]\n{before}", "utf-8")
    told = found(edition)
    assert {one.file for one in told if one.code[0] == "S"} == {"tei/texts/letter.xml"}
    texts = {"tei/texts/letter.xml", "tei/texts/tyger.xml"}
    assert texts <= {one.file for one in told if one.code == "R001"}
    assert set(names.split('"')[1::2]) <= {
        discover(edition)[0].shown(one) for one in files(edition)
    }
    settings.write_text(f"schema = [{names},\n  'gone.sch']\n{before}", "utf-8")
    gone = [one for one in found(edition) if one.code == "S012"]
    assert [(one.file, one.line) for one in gone] == [("edition.toml", 3)]
    settings.write_text(f"schema = [1]\n{before}", "utf-8")
    assert [one.code for one in found(edition) if one.file == "edition.toml"] == ["C004"]


def test_the_schema_of_the_edition_is_named(edition: Path) -> None:
    """Where an element or attribute is not in it: its editor can write it there."""
    named(edition, "tei/schema/mini.rnc")
    letter = edition / "tei/texts/letter.xml"
    words = letter.read_text("utf-8")
    letter.write_text(
        words.replace("<p ", '<p hue="red" ', 1).replace("</p>", "<hue/></p>", 1), "utf-8"
    )
    told = {one.code: one.hint for one in found(edition)}
    assert {"S002", "S005"} <= set(told)
    assert all(told[one].endswith(" Schema: tei/schema/mini.rnc.") for one in ("S002", "S005"))
    outside = edition.parent / "outside.rnc"
    outside.write_bytes((edition / "tei/schema/mini.rnc").read_bytes())
    by_hand = {one.code: one.hint for one in found(edition, schemas=(outside,))}
    assert "Schema: " not in by_hand["S002"] + by_hand["S005"]


def test_the_right_schema(edition: Path) -> None:
    """Nothing is amiss any more."""
    named(edition, "tei/schema/mini.rnc")
    assert found(edition) == ()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("schema/gone.rng", "is not there; 1 file was not validated"),
        ("https://example.org/tei_all.rng", "is a remote URL"),
        ("tei/texts/tyger.xml", "is neither RELAX NG nor Schematron"),
    ],
)
def test_a_schema_that_cannot_be_used(edition: Path, name: str, reason: str) -> None:
    """It is an error where it is named, told once."""
    named(edition, name)
    (one,) = found(edition)
    assert (one.file, one.line, one.code) == ("edition.toml", 1, "S012")
    assert reason in one.message


@pytest.mark.parametrize("name", ["f.rng", "f.rnc", "f.sch", "f", "g.rng", "."])
def test_a_schema_that_is_no_file(edition: Path, name: str) -> None:
    """A pipe, which never ends, is not waited for; nor is a folder read. Links to files are."""
    texts = edition / "tei/texts"
    (texts / "g.rng").mkdir()
    if name[0] == "f":
        os.mkfifo(texts / name)
    kind = "is a named pipe, not a file" if name[0] == "f" else "is a folder, not a file"
    letter = texts / "letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    letter.write_text(f'<?xml-model href="{name}"?>\n{bare}', "utf-8")
    (one,) = (one for one in found(edition) if one.code[0] in "SR")
    assert (one.file, one.line, one.code) == ("tei/texts/letter.xml", 1, "S012")
    assert kind in one.message
    letter.write_text(bare, "utf-8")
    named(edition, f"tei/texts/{name}")
    (one,) = (one for one in found(edition) if one.code[0] in "SR")
    assert (one.file, one.line, one.code) == ("edition.toml", 1, "S012")
    assert kind in one.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("all.rng", '<grammar xmlns="{}"><include href="{}"/></grammar>'),
        ("all.rnc", '# {}\ninclude "{}"'),
    ],
)
def test_a_schema_that_includes_no_file(edition: Path, name: str, words: str) -> None:
    """Neither itself nor by a detour; a link to a file is as good as the file."""
    schemas = edition / "tei/schema"
    suffix = Path(name).suffix
    os.mkfifo(schemas / f"pipe{suffix}")
    rng = "http://relaxng.org/ns/structure/1.0"
    (schemas / f"part{suffix}").write_text(words.format(rng, f"pipe{suffix}"), "utf-8")
    (schemas / f"link{suffix}").symlink_to(f"part{suffix}")
    named(edition, f"tei/schema/{name}")
    for part in ("pipe", "part", "link"):
        (schemas / name).write_text(words.format(rng, f"{part}{suffix}"), "utf-8")
        (one,) = (one for one in found(edition) if one.code[0] == "S")
        assert one.code == "S010"
        assert f"it includes pipe{suffix}, but it is a named pipe, not a file" in one.message
        assert one.file == f"tei/schema/{'all' if part == 'pipe' else part}{suffix}"


RNG = "http://relaxng.org/ns/structure/1.0"
INCLUDES = f'<grammar xmlns="{RNG}">\n  <include\n     href="{{}}"/>\n</grammar>'


@pytest.mark.parametrize(
    ("written", "file", "place", "reason"),
    [
        ({"all.rng": INCLUDES.format("gone.rng")}, "all.rng", (3, 11),
         "it includes gone.rng, which is not there"),
        ({"all.rng": INCLUDES.format("a/b.rng"), "a/b.rng": INCLUDES.format("../c.rng")},
         "a/b.rng", (3, 11), "it includes ../c.rng, which is not there"),
        ({"all.rnc": "start = external 'gone.rnc' # include \"none.rnc\""}, "all.rnc", (1, 18),
         "it includes gone.rnc, which is not there"),
        ({"all.rng": '<!-- <!DOCTYPE a SYSTEM "no"> -->\n<!DOCTYPE grammar SYSTEM "pipe"><a/>'},
         "all.rng", (2, 26), "it includes pipe, but it is a named pipe, not a file"),
        ({"all.rng": '<!DOCTYPE a [<!ENTITY x SYSTEM "/dev/zero">]><a>&x;</a>'}, "all.rng", (1, 32),
         "it includes /dev/zero, but it is a device, not a file"),
        ({"all.rng": '<!DOCTYPE a [<!ENTITY % x PUBLIC "x" "x.ent">%x;]><a/>',
          "x.ent": '\n<!ENTITY y SYSTEM "pipe">'}, "x.ent", (2, 19),
         "it includes pipe, but it is a named pipe, not a file"),
        ({"all.rng": '<?xml version="1.0" encoding="klingon"?><a/>'}, "all.rng", (1, 1), "klingon"),
        ({"all.rnc": ""}, "all.rnc", (1, 1), "syntax error"),
        ({"all.sch": "<!DOCTYPE a [<!ENTITY x SYSTEM 'pipe'>]><a>&x;</a>"}, "all.sch", (1, 1),
         "external entity"),
    ],
)  # fmt: skip
def test_every_fault_of_a_schema_has_a_place(
    edition: Path, written: dict[str, str], file: str, place: tuple[int, int], reason: str
) -> None:
    """What it names and is not there or never ends is told where it is named, by detours as well; a
    fault for which jing has no place, at its beginning.
    """
    schemas = edition / "tei/schema"
    os.mkfifo(schemas / "pipe")
    for name, words in written.items():
        (schemas / name).parent.mkdir(exist_ok=True)
        (schemas / name).write_text(words, "utf-8")
    named(edition, f"tei/schema/{next(iter(written))}")
    (one,) = (one for one in found(edition) if one.code[0] in "SR")
    assert (one.file, (one.line, one.column)) == (f"tei/schema/{file}", place)
    assert reason in one.message


def test_a_text_that_names_others(edition: Path) -> None:
    """A file that is not there is an error in the text; so is a language that is not ours where
    the text names no other, and it does not count as checked.
    """
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    model = '<?xml-model href="../schema/{}"?>\n'
    for kinds, expected in (
        (("gone.rng",), [("S012", 1)]),
        (("gone.xsd",), [("S012", 1)]),
        (("mini.rnc", "own.dtd"), []),
        (("own.dtd",), [("S012", 1)]),
        (("mini.rnc#start",), []),
        (("mini.rnc?v=1",), []),
    ):
        (edition / "tei/schema/own.dtd").write_text("<!ELEMENT p ANY>", "utf-8")
        letter.write_text("".join(model.format(one) for one in kinds) + bare, "utf-8")
        told = [one for one in found(edition) if one.code[0] == "S"]
        assert [(one.code, one.line) for one in told] == expected
        assert {one.file for one in told} <= {"tei/texts/letter.xml"}
    done = check(select([edition]), (), 1, lambda: None)
    assert done.against == {"mini.rnc": 5}


@pytest.mark.parametrize(
    ("href", "code"),
    [
        ("own.xsd", "S012"),
        ("own.nvdl", "S012"),
        ("own.odd", "S012"),
        ("/dev/null", "S012"),
        ("/etc/passwd", "S012"),
        ("C:/schema/own.rng", "S012"),
        ("http://127.0.0.1:9/own.rng", "S012"),
        ("http://127.1/own.rng", "S012"),
        ("http://2130706433/own.rng", "S012"),
        ("http://[::ffff:127.0.0.1]/own.rng", "S012"),
        ("http://localhost.localdomain./own.rng", "S012"),
        ("http://127.example.org/own.rng", "S009"),
        ("http://localhost/own.xsd", "S012"),
        ("http://[::1]/own.rng", "S012"),
        ("https:///own.rng", "S012"),
        ("urn:example:own.rng", "S012"),
        ("https://example.org/own.rng", "S009"),
        ("https://example.org/own.xsd", "S009"),
    ],
)
def test_what_a_text_names_and_cannot_be_used(edition: Path, href: str, code: str) -> None:
    """An error where it is named, and no file counts as checked; but one on another server, which
    is not fetched and may be a good one, is a warning.
    """
    for name in ("own.xsd", "own.nvdl", "own.odd"):
        (edition / "tei/texts" / name).write_text("<own/>", "utf-8")
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    letter.write_text(f'<?xml-model href="{href}"?>\n{bare}', "utf-8")
    done = check(select([edition]), (), 1, lambda: None)
    (one,) = (one for one in done.diagnostics if one.code[0] == "S")
    severity = {"S012": Severity.ERROR, "S009": Severity.WARNING}[code]
    assert (one.file, one.line, one.code, one.severity) == (
        "tei/texts/letter.xml", 1, code, severity,
    )  # fmt: skip
    assert done.against == {"": 1, "mini.rnc": 4}


def test_a_grammar_that_is_called_another(edition: Path) -> None:
    """What ends in .xsd is no RELAX NG, whatever is declared: to fetch it would be no help."""
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    named = 'href="https://example.org/own.xsd" schematypens="http://relaxng.org/ns/structure/1.0"'
    letter.write_text(f"<?xml-model {named}?>\n{bare}", "utf-8")
    done = check(select([edition]), (), 1, lambda: None)
    (one,) = (one for one in done.diagnostics if one.code == "S009")
    assert "is neither RELAX NG nor Schematron" in one.message


@pytest.mark.parametrize(
    "address",
    [
        "file://localhost{}",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("file://{}", "file:{}", "{}")),
    ],
)
def test_an_address_of_this_machine(edition: Path, address: str) -> None:
    """It names the schema like a path: in a text and in the settings; with a blank as %20, too."""
    schemas = edition / "tei/schema"
    (schemas / "our strict.rng").write_text(STRICT, "utf-8")
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    href = address.format(f"{schemas}/our%20strict.rng")
    letter.write_text(f'<?xml-model href="{href}"?>\n{bare}', "utf-8")
    told = found(edition)
    assert {(one.file, one.code[0]) for one in told} == {("tei/texts/letter.xml", "S")}
    assert not {one.code for one in told} & {"S009", "S011", "S012"}
    letter.write_text(bare, "utf-8")
    named(edition, href)
    assert [one.message for one in found(edition)] == [one.message for one in told]


@pytest.mark.parametrize("address", ["file:///nowhere/gone.rng", "file://server/gone.rng"])
def test_an_address_of_this_machine_where_nothing_is(edition: Path, address: str) -> None:
    """It is told as absent, by its name; on other machines nothing is looked for."""
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    letter.write_text(f'<?xml-model href="{address}"?>\n{bare}', "utf-8")
    (one,) = found(edition)
    assert (one.code, one.line) == ("S012", 1)
    assert "gone.rng is not there" in one.message


def test_a_schema_whose_parts_have_addresses_of_this_machine(edition: Path) -> None:
    """What it includes is found, by jing and where findings are put into words."""
    schemas = edition / "tei/schema"
    (schemas / "the rest.rng").write_text(STRICT, "utf-8")
    (schemas / "top.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0">'
        f'<include href="file://{schemas}/the%20rest.rng"/></grammar>'
    )
    named(edition, "tei/schema/top.rng")
    told = found(edition)
    assert {(one.file, one.code[0]) for one in told} == {("tei/texts/letter.xml", "S")}


CONTENTS = (b"\x00\xff", b"<html/>", None)


def test_schemas_that_are_none(edition: Path) -> None:
    """Whatever lies under such a name: an error in it, and no file counts. A folder is told where
    it is named.
    """
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    letter.unlink()
    (edition / "edition.toml").unlink()
    names = [f"{n}.{kind}" for n in range(len(CONTENTS)) for kind in ("rng", "rnc", "sch")]
    for name in names:
        path, content = edition / "tei/schema" / name, CONTENTS[int(name[0])]
        path.mkdir() if content is None else path.write_bytes(content)
        text = f'<?xml-model href="../schema/{name}"?>\n' + bare.replace('"letter"', f'"a{name}"')
        (edition / f"tei/texts/{name}.xml").write_text(text, "utf-8")
    done = check(select([edition]), (), 2, lambda: None)
    errors = {one.file for one in done.diagnostics if one.severity is Severity.ERROR}
    folders = {name for name in names if (edition / "tei/schema" / name).is_dir()}
    assert errors == {
        f"tei/texts/{name}.xml" if name in folders else f"tei/schema/{name}" for name in names
    }
    assert done.against == {"": len(names), "mini.rnc": 4}


OXYGEN = '<?oxygen RNGSchema="{}" type="{}"?>'


@pytest.mark.parametrize("kind", ["compact", "xml"])
def test_the_schema_that_a_text_names_for_oxygen(edition: Path, kind: str) -> None:
    """It is used, whatever it says of its syntax, where nothing else names a schema."""
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip().replace("<p ", "<q><p ", 1)
    bare = bare.replace("</p>", "</p></q>", 1)
    said = OXYGEN.format("../schema/mini.rnc", kind)
    letter.write_text(f"{said}\n{bare}", "utf-8")
    assert "S011" not in {one.code for one in found(edition)}
    assert any(one.code[0] == "S" and one.file == "tei/texts/letter.xml" for one in found(edition))
    named(edition, "tei/schema/none.rng")
    assert {"S012"} == {one.code for one in found(edition) if one.code[0] == "S"}


def test_what_oxygen_alone_finds_is_no_error(edition: Path) -> None:
    """Where it is not there, which nobody has missed, it is a warning in the text."""
    letter = edition / "tei/texts/letter.xml"
    bare = letter.read_text("utf-8").partition("?>")[2].strip()
    letter.write_text(f"{OXYGEN.format('gone.rnc', 'compact')}\n{bare}", "utf-8")
    (one,) = (one for one in found(edition) if one.code[0] == "S")
    assert (one.file, one.line, one.code, one.severity) == (
        "tei/texts/letter.xml", 1, "S009", Severity.WARNING,
    )  # fmt: skip
