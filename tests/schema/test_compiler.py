"""The compiler understands what our ODD uses, and says where it does not."""

import subprocess
import sys
from pathlib import Path

import pytest
from editio.formats.schema import OddError, compile_odd
from lxml import etree

from tests.jing import faults

_ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:rng="http://relaxng.org/ns/structure/1.0">
<teiHeader><fileDesc><titleStmt><title>A small edition</title></titleStmt></fileDesc></teiHeader>
<text><body><div><p>Why.</p></div><div>
<schemaSpec ident="small" start="poem" ns="http://www.tei-c.org/ns/1.0">
<gloss>A small edition</gloss>
{specs}
</schemaSpec></div></body></text></TEI>"""

_LINE = '<elementSpec ident="l"><desc>A verse.</desc><content><textNode/></content></elementSpec>'


def poem(content: str, before: str = "", behind: str = "") -> str:
    """Return the specification of a poem with this content."""
    return f'<elementSpec ident="poem">{before}<content>{content}</content>{behind}</elementSpec>'


def dressed(attribute: str) -> str:
    """Return the specification of a poem with this attribute."""
    return poem("<empty/>", behind=f"<attList>{attribute}</attList>")


def compiled(specs: str, folder: Path) -> dict[str, str]:
    """Compile a small ODD."""
    odd = folder / "small.odd"
    odd.write_text(_ODD.format(specs=specs), "utf-8")
    return compile_odd(odd)


_CLASS = (
    '<classSpec type="model" ident="model.verse"/>'
    '<elementSpec ident="l"><classes><memberOf key="model.verse"/></classes>'
    "<content><textNode/></content></elementSpec>"
    '<elementSpec ident="gap"><classes><memberOf key="model.verse"/></classes>'
    "<content><empty/></content></elementSpec>"
)
_TYPES = (
    '<attList><attDef ident="who"><datatype minOccurs="2" maxOccurs="3"><dataRef name="gYear"/>'
    '</datatype></attDef><attDef ident="type"><datatype><dataRef name="gYear"/></datatype>'
    '<valList type="semi"><valItem ident="old"/></valList></attDef>'
    '<attList org="choice"><attDef ident="a" usage="req"/><attDef ident="b" usage="req"/></attList>'
    '<attDef ident="link" ns="urn:x"/></attList>'
)
_TYPE = (
    '<attList><attDef ident="type" usage="req"><valList type="closed"><valItem ident="ode"/>'
    '</valList></attDef><attDef ident="wit"><datatype maxOccurs="unbounded">'
    '<dataRef name="token" restriction="#.+"/></datatype></attDef></attList>'
)


@pytest.mark.parametrize(
    ("specs", "good", "bad"),
    [
        (_LINE + poem('<elementRef key="l" maxOccurs="unbounded"/>'), "<l/><l/>", ""),
        (_LINE + poem('<elementRef key="l" minOccurs="0"/>'), "", "<l/><l/>"),
        (_CLASS + poem('<classRef key="model.verse"/>'), "<gap/>", "words"),
        (
            _CLASS + poem('<sequence><elementRef key="l"/><elementRef key="gap"/></sequence>'),
            "<l/><gap/>",
            "<gap/><l/>",
        ),
        (
            '<macroSpec ident="macro.words"><content><alternate minOccurs="0" '
            'maxOccurs="unbounded"><textNode/><elementRef key="l"/></alternate></content>'
            "</macroSpec>" + _LINE + poem('<macroRef key="macro.words"/>'),
            "one <l>two</l> three",
            "<poem/>",
        ),
        (
            '<dataSpec ident="data.year"><content><dataRef name="gYear"/></content></dataSpec>'
            + poem('<dataRef key="data.year"/>'),
            "1922",
            "last year",
        ),
        (_LINE + poem('<elementRef key="l" minOccurs="2" maxOccurs="3"/>'), "<l/><l/><l/>", "<l/>"),
        (
            _LINE + poem('<elementRef key="l" minOccurs="2" maxOccurs="unbounded"/>'),
            "<l/>" * 5,
            "<l/>",
        ),
        (
            _CLASS
            + poem(
                '<sequence preserveOrder="false"><elementRef key="l"/>'
                '<elementRef key="gap"/></sequence>'
            ),
            "<gap/><l/>",
            "<gap/>",
        ),
        (_CLASS + poem('<classRef key="model.verse" expand="sequence"/>'), "<l/><gap/>", "<gap/>"),
        (_CLASS + poem('<classRef key="model.verse" except="gap"/>'), "<l/>", "<gap/>"),
        (
            _CLASS + poem('<classRef key="model.verse" expand="sequenceOptionalRepeatable"/>'),
            "<l/><l/>",
            "<gap/><l/>",
        ),
        (poem('<anyElement require="urn:x"/>'), '<x:v xmlns:x="urn:x" a="1">w</x:v>', "<l/>"),
        (poem("<rng:oneOrMore><rng:ref name='l'/></rng:oneOrMore>") + _LINE, "<l/>", "words"),
        (
            poem('<dataRef name="decimal"><dataFacet name="maxInclusive" value="9"/></dataRef>'),
            "8",
            "10",
        ),
        (
            _LINE.replace("<desc>", "<altIdent>verse</altIdent><desc>")
            + poem('<elementRef key="l"/>'),
            "<verse/>",
            "<l/>",
        ),
    ],
)
def test_content_is_understood(specs: str, good: str, bad: str, tmp_path: Path) -> None:
    """Cardinality, classes, order, mixed content, datatypes."""
    schema = tmp_path / "small.rng"
    schema.write_text(compiled(specs, tmp_path)["edition.rng"], "utf-8")
    files = [tmp_path / "good.xml", tmp_path / "bad.xml"]
    for path, content in zip(files, (good, bad), strict=True):
        path.write_text(f'<poem xmlns="http://www.tei-c.org/ns/1.0">{content}</poem>', "utf-8")
    assert set(faults(schema, files)) == {files[1]}


def admits(declared: str, attributes: str, folder: Path) -> bool:
    """Whether an empty poem with these attributes is valid where they are declared so."""
    schema, file = folder / "small.rng", folder / "poem.xml"
    schema.write_text(compiled(poem("<empty/>", behind=declared), folder)["edition.rng"], "utf-8")
    file.write_text(f'<poem xmlns="http://www.tei-c.org/ns/1.0" {attributes}/>', "utf-8")
    return faults(schema, [file]) == {}


@pytest.mark.parametrize(
    ("attributes", "valid"),
    [
        ('type="ode"', True),
        ('type="ode" wit="#A #B"', True),
        ("", False),
        ('type="epic"', False),
        ('type="ode" wit="#A B"', False),
        ('type="ode" n="1"', False),
    ],
)
def test_attributes_are_understood(attributes: str, valid: bool, tmp_path: Path) -> None:
    """Required ones, closed lists, several values in one."""
    assert admits(_TYPE, attributes, tmp_path) is valid


@pytest.mark.parametrize(
    ("attributes", "valid"),
    [
        ('a="" who="1964 1990"', True),
        ('a="" who="1964"', False),
        ('b="" type="old"', True),
        ('b="" type="1964"', True),
        ('b="" type="new"', False),
        ('a="" b=""', False),
        ("", False),
        ('a="" x:link="" xmlns:x="urn:x"', True),
        ('a="" link=""', False),
    ],
)
def test_rarer_attributes_are_understood(attributes: str, valid: bool, tmp_path: Path) -> None:
    """Numbers of values, lists that are not closed, alternatives, other namespaces."""
    assert admits(_TYPES, attributes, tmp_path) is valid


_SIZES = """<attList><attList org="choice"><attDef ident="grams" usage="req"><desc/></attDef>
<attList><attDef ident="spoons" usage="req"><desc/></attDef><attDef ident="size"><desc/></attDef>
</attList></attList></attList>"""


@pytest.mark.parametrize(
    ("attributes", "valid"),
    [
        ('grams="1"', True),
        ('spoons="1"', True),
        ('spoons="1" size="tea"', True),
        ('size="tea"', False),
        ('grams="1" size="tea"', False),
        ("", False),
    ],
)
def test_attributes_may_be_a_choice_together(attributes: str, valid: bool, tmp_path: Path) -> None:
    """A list of attributes among alternatives is one of them, with all that is in it."""
    assert admits(_SIZES, attributes, tmp_path) is valid


def test_a_test_without_a_rule_is_about_its_element(tmp_path: Path) -> None:
    """As standard ODD software has it."""
    rule = (
        '<constraintSpec ident="named" scheme="schematron"><desc>It has a name.</desc><constraint>'
        '<sch:assert test="@n">Give it a name.</sch:assert></constraint></constraintSpec>'
    )
    schema = etree.fromstring(
        compiled(poem("<empty/>", behind=rule), tmp_path)["edition.sch"].encode()
    )
    contexts = [one.get("context") for one in schema.iter("{*}rule")]
    assert contexts == ["tei:poem"]
    assert [one.text for one in schema.iter("{*}assert")] == ["Give it a name."]


@pytest.mark.parametrize(
    ("specs", "words"),
    [
        ('<moduleRef key="core"/>', "“core” comes from the TEI, whose definitions are not here"),
        ('<elementRef key="p"/>', "“p” comes from the TEI"),
        ('<specGrpRef target="#names"/>', "“#names” is not defined"),
        ('<elementSpec ident="p" mode="change"/>', "“p” comes from the TEI"),
        ('<classSpec ident="att.x" source="mine.odd"/>', "mine.odd is not here"),
        ("<listWit/>", "<listWit> is not understood here"),
        (poem('<elementRef key="l"/>'), "“l” is not defined"),
        (poem('<classRef key="model.verse"/>'), "“model.verse” is not defined"),
        (poem("<textNode/>", '<classes><memberOf key="att.n"/></classes>'), "“att.n” is not"),
        (poem('<rng:ref name="verse"/>'), "“verse” is not defined"),
        (poem('<rng:externalRef href="x.rng"/>'), "<rng:externalRef> is not understood here"),
        (dressed('<attRef name="n"/>'), "“n” is not defined"),
        (dressed('<attRef class="att.n" name="n"/>'), "“att.n/@n” is not defined"),
        (poem("<note/>"), "<note> is not understood here"),
        ('<classSpec ident="x" type="other"/>', '<classSpec type="other">'),
        ('<constraintSpec ident="x" scheme="private"/>', 'scheme="private"'),
        (
            '<constraintSpec ident="x" scheme="schematron"><constraint><p/></constraint>'
            "</constraintSpec>",
            "<p>",
        ),
    ],
)
def test_what_is_not_understood_is_refused_with_its_place(
    specs: str, words: str, tmp_path: Path
) -> None:
    """Nothing is left out in silence."""
    with pytest.raises(OddError) as refusal:
        compiled(specs if "poem" in specs else specs + poem("<empty/>"), tmp_path)
    assert any(one.startswith("small.odd:7:") and words in one for one in refusal.value.problems)


def test_an_odd_that_is_no_xml_is_refused(tmp_path: Path) -> None:
    """With the parser's complaint."""
    with pytest.raises(OddError, match="not well-formed"):
        compiled("<elementSpec>", tmp_path)


def test_what_is_missing_is_told_at_the_first_run(tmp_path: Path) -> None:
    """A new process puts off what it does not need; a complaint must not be among it."""
    odd = tmp_path / "small.odd"
    specs = '<elementSpec ident="p" mode="change"/>' + poem("<empty/>")
    odd.write_text(_ODD.format(specs=specs), "utf-8")
    code = "import sys, pathlib; from editio.formats.schema import compile_odd as of; "
    code += "of(pathlib.Path(sys.argv[1]))"
    done = subprocess.run([sys.executable, "-c", code, odd], capture_output=True, check=False)
    assert "comes from the TEI" in done.stderr.decode()
