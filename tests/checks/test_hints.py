"""Hints of schema errors: what the element itself may take, or nothing; never what is no help."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from editio.cli.main import main
from editio.diagnostics import Diagnostic

from tests.checks.editions import found

START = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
<start><element name="TEI"><optional><attribute name="xml:lang"/></optional><element name="text">
<element name="body"><oneOrMore><ref name="p"/></oneOrMore></element></element></element></start>
<define name="p"><element name="p"><zeroOrMore><choice><text/><ref name="bibl"/><ref name="seg"/>
</choice></zeroOrMore></element></define>
<define name="bibl"><element name="bibl"><zeroOrMore><choice><text/><ref name="idno"/>
<ref name="scope"/></choice></zeroOrMore></element></define>
<define name="seg"><element name="seg"><optional><attribute name="type"/></optional><text/>
</element></define>
<define name="idno"><element name="idno"><optional><attribute name="type"/></optional><text/>
</element></define>
<define name="scope"><element name="biblScope"><optional><attribute name="unit"/></optional><text/>
</element></define></grammar>"""


def told(folder: Path, paragraph: str) -> list[Diagnostic]:
    """Validate a paragraph."""
    (folder / "own.rng").write_text(START, "utf-8")
    text = f"<text><body><p>{paragraph}</p></body></text>"
    (folder / "a.xml").write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>', "utf-8")
    return [one for one in found(folder, schemas=(folder / "own.rng",)) if one.code[0] == "S"]


def test_an_attribute_of_another_element(tmp_path: Path) -> None:
    """Its own name is no advice; where it belongs is, if those are few."""
    (one,) = told(tmp_path, '<bibl><biblScope type="vol">2</biblScope></bibl>')
    assert (one.code, one.message) == ("S005", "@type is not an attribute of <biblScope>")
    assert one.hint == "It belongs on <idno>, <seg>."


def test_an_attribute_that_is_misspelt(tmp_path: Path) -> None:
    """The one that is meant."""
    (one,) = told(tmp_path, '<seg tpye="a">2</seg>')
    assert (one.code, one.hint) == ("S005", "Did you mean @type?")


def test_an_element_where_it_may_not_stand(tmp_path: Path) -> None:
    """The element to which it belongs, never the one in which it stands already."""
    (one,) = told(tmp_path, "<idno>12</idno>")
    assert (one.code, one.message) == ("S003", "<idno> is not allowed in <p>")
    assert "<bibl>" in one.hint
    assert "<p>" not in one.hint


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_command_can_be_pasted_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """The file is named from there, as it is in the finding."""
    folder = tmp_path / "Our letters" / "tei"
    folder.mkdir(parents=True)
    text = "<text><body><p>One.</p></body></text>"
    (folder / "a.xml").write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>', "utf-8")
    for place, shown in ((tmp_path, "'Our letters/tei/a.xml'"), (folder, "a.xml")):
        monkeypatch.chdir(place)
        asked = ["check", str(tmp_path / "Our letters"), "--format", form, "--select", "P028"]
        done = CliRunner().invoke(main, asked)
        assert f"“editio ids {shown}” writes an xml:id for each." in done.output


def test_a_command_that_names_a_file_can_be_pasted(tmp_path: Path) -> None:
    """A name with blanks is quoted; others stand as they are."""
    text = "<text><body><p>One.</p></body></text>"
    schema = '<?xml-model href="https://example.org/my schema.rng"?>'
    folder = tmp_path / "tei/texts"
    folder.mkdir(parents=True)
    for name in ("a letter.xml", "b.xml"):
        made = f'{schema}<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>'
        (folder / name).write_text(made, "utf-8")
    said = {one.hint for one in found(tmp_path, usual=True) if one.code in {"P028", "S009"}}
    assert "“editio ids 'tei/texts/a letter.xml'” writes an xml:id for each." in said
    assert "“editio ids tei/texts/b.xml” writes an xml:id for each." in said
    assert any("editio check --schema 'my schema.rng', or name" in one for one in said)
