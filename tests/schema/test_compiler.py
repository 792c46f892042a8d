"""The compiler understands what our ODD uses, and says where it does not."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from editio.formats.schema import OddError, compile_odd
from lxml import etree

from tests.jing import verdicts

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


_SIZES = """<attList><attList org="choice"><attDef ident="grams" usage="req"><desc/></attDef>
<attList><attDef ident="spoons" usage="req"><desc/></attDef><attDef ident="size"><desc/></attDef>
</attList></attList></attList>"""

# Specifications, a poem that is valid by them, one that is not.
CONTENT = [
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
        _LINE.replace("<desc>", "<altIdent>verse</altIdent><desc>") + poem('<elementRef key="l"/>'),
        "<verse/>",
        "<l/>",
    ),
]
# Specifications; attributes, and whether a poem may have them.
ATTRIBUTES = {
    poem("<empty/>", behind=_TYPE): [
        ('type="ode"', True),
        ('type="ode" wit="#A #B"', True),
        ("", False),
        ('type="epic"', False),
        ('type="ode" wit="#A B"', False),
        ('type="ode" n="1"', False),
    ],
    poem("<empty/>", behind=_TYPES): [
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
    poem("<empty/>", behind=_SIZES): [
        ('grams="1"', True),
        ('spoons="1"', True),
        ('spoons="1" size="tea"', True),
        ('size="tea"', False),
        ('grams="1" size="tea"', False),
        ("", False),
    ],
}


@pytest.fixture(scope="module")
def admits(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bool]:
    """Tell whether a poem is valid by specifications; all are judged at once."""
    folder = tmp_path_factory.mktemp("poems")
    poems = {specs: [of(good), of(bad)] for specs, good, bad in CONTENT}
    for specs, cases in ATTRIBUTES.items():
        poems[specs] = [of("", attributes) for attributes, _ in cases]
    schemas = {specs: compiled(specs, folder)["edition.rng"] for specs in poems}
    valid = verdicts({schemas[specs]: poems[specs] for specs in poems}, folder)
    return lambda specs, poem: valid[schemas[specs], poem]


def of(content: str, attributes: str = "") -> str:
    """Return a poem."""
    return f'<poem xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{content}</poem>'


@pytest.mark.parametrize(("specs", "good", "bad"), CONTENT)
def test_content_is_understood(
    specs: str, good: str, bad: str, admits: Callable[[str, str], bool]
) -> None:
    """Cardinality, classes, order, mixed content, datatypes."""
    assert (admits(specs, of(good)), admits(specs, of(bad))) == (True, False)


@pytest.mark.parametrize(
    ("specs", "attributes", "valid"),
    [(specs, *one) for specs, cases in ATTRIBUTES.items() for one in cases],
)
def test_attributes_are_understood(
    specs: str, attributes: str, valid: bool, admits: Callable[[str, str], bool]
) -> None:
    """Required ones, closed lists, several values in one; numbers of values, lists that are not
    closed, alternatives, other namespaces; a list among alternatives is one, with all in it.
    """
    assert admits(specs, of("", attributes)) is valid


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
