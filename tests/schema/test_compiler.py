"""The compiler understands what our ODD uses, and says where it does not."""

from pathlib import Path

import pytest
from lxml import etree

from pipeline.schema import OddError, compile_odd
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
    """Give the specification of a poem with this content."""
    return f'<elementSpec ident="poem">{before}<content>{content}</content>{behind}</elementSpec>'


def dressed(attribute: str) -> str:
    """Give the specification of a poem with this attribute."""
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
    schema, file = tmp_path / "small.rng", tmp_path / "poem.xml"
    schema.write_text(compiled(poem("<empty/>", behind=_TYPE), tmp_path)["edition.rng"], "utf-8")
    file.write_text(f'<poem xmlns="http://www.tei-c.org/ns/1.0" {attributes}/>', "utf-8")
    assert (faults(schema, [file]) == {}) is valid


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
        ('<moduleRef key="core"/>', "<moduleRef> is not understood here"),
        ('<specGrpRef target="#names"/>', "“#names” is not defined in this ODD"),
        ('<elementSpec ident="p" mode="change"/>', 'mode="change" is not understood here'),
        ('<elementSpec ident="svg" ns="http://www.w3.org/2000/svg"/>', 'svg" is not understood'),
        (poem('<elementRef key="l"/>'), "“l” is not defined in this ODD"),
        (poem('<classRef key="model.verse"/>'), "“model.verse” is not defined in this ODD"),
        (poem("<textNode/>", '<classes><memberOf key="att.n"/></classes>'), "“att.n” is not"),
        (_LINE + poem('<elementRef key="l" maxOccurs="14"/>'), "1 to 14 times is not"),
        (poem('<anyElement require="http://www.w3.org/2000/svg"/>'), "<anyElement require="),
        (poem("<rng:text/>"), "<rng:text> is not understood here"),
        (_CLASS + poem('<classRef key="model.verse" expand="sequence"/>'), '"sequence"'),
        (_LINE + poem('<sequence preserveOrder="false"><elementRef key="l"/></sequence>'), "Order"),
        (poem("<empty/>", behind='<attList org="choice"/>'), '<attList org="choice">'),
        (dressed('<attRef name="n"/>'), "<attRef>"),
        (dressed('<attDef ident="n" mode="delete"/>'), 'mode="delete"'),
        (dressed('<attDef ident="id" ns="urn:x"/>'), 'ns="urn:x" is not understood here'),
        (dressed('<attDef ident="n"><valList type="semi"/></attDef>'), "<valList semi>"),
        (
            dressed(
                '<attDef ident="n"><datatype maxOccurs="2"><dataRef name="token"/></datatype>'
                "</attDef>"
            ),
            "<datatype 2>",
        ),
        (
            dressed(
                '<attDef ident="n"><datatype maxOccurs="unbounded"><dataRef name="token"/>'
                '</datatype><valList type="closed"/></attDef>'
            ),
            "<valList closed unbounded>",
        ),
        (
            dressed('<attDef ident="n"><datatype><textNode/></datatype></attDef>'),
            "<datatype> is not understood here",
        ),
        (poem("<empty/>", "<altIdent>verses</altIdent>"), "<altIdent> is not understood here"),
        (
            dressed(
                '<attDef ident="n"><valList type="closed"><valItem ident="one">'
                "<altIdent>1</altIdent></valItem></valList></attDef>"
            ),
            "<altIdent> is not understood here",
        ),
        (poem("", behind='<valList type="closed"/>'), "<valList> is not understood here"),
        (
            _CLASS.replace('key="model.verse"', 'key="model.verse" max="2"'),
            'max="2" is not understood here',
        ),
        ('<classSpec ident="x" type="other"/>', '<classSpec type="other">'),
        ('<constraintSpec ident="x" scheme="private"/>', 'scheme="private"'),
        (
            '<constraintSpec ident="x" scheme="schematron"><constraint><sch:pattern/></constraint>'
            "</constraintSpec>",
            "<sch:pattern>",
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
