"""What standard ODD software expects of an ODD that is complete in itself.

The TEI Stylesheets import what is missing, drop what nobody uses, and write attributes of classes
and elements side by side, all without a word. These tests keep our ODD clear of that.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from editio.checks.schematron import engine
from editio.checks.schematron.rules import whole
from editio.edition.reading import source
from editio.engines.schematron import Rules
from lxml import etree

from tests.schema.fragments import COMPLETE, ODD, TEI, XML, attributes, element_names, odd
from tests.shared import TEI_ALL

SCH = "{http://purl.oclc.org/dsdl/schematron}"
KINDS = {
    "elementRef": "elementSpec",
    "classRef": "classSpec",
    "macroRef": "macroSpec",
    "dataRef": "dataSpec",
    "memberOf": "classSpec",
}
# Written after XPath 2, or of one argument only since XPath 3.
LATER = re.compile(r"\|\||=>|\s!\s|\bmap\s*\{|\blet \$|(?:tokenize|string-join)\([^,()]*\)")

PREFIX = re.compile(r"(?:^|[^\w:]|::)(\w+):(?=[\w*])")


def specifications(*kinds: str) -> list[etree._Element]:
    """Return all that the ODD specifies, of these kinds."""
    return [one for kind in kinds for one in odd().iter(f"{TEI}{kind}")]


def expressions() -> list[str]:
    """Return the XPath expressions of the rules."""
    names = "context", "test", "value", "select"
    return [one.get(name, "") for one in odd().iter(f"{SCH}*") for name in names]


def test_a_name_is_specified_once() -> None:
    """Elements, classes, macros and datatypes share one space of names."""
    names = Counter(one.get("ident") for one in specifications(*set(KINDS.values())))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_reference_is_answered_here() -> None:
    """A key without its specification would be fetched from the TEI, or left out."""
    known = {kind: {one.get("ident") for one in specifications(kind)} for kind in KINDS.values()}
    lost = [
        (kind, one.get("key"))
        for kind, wanted in KINDS.items()
        for one in odd().iter(f"{TEI}{kind}")
        if one.get("key", one.get("name")) not in known[wanted] and not one.get("name")
    ]
    assert lost == []


def test_nothing_comes_from_outside() -> None:
    """No module of the TEI, no other source, no schema by address."""
    assert list(odd().iter(f"{TEI}moduleRef", f"{TEI}attRef")) == []
    assert [one.tag for one in odd().iter(f"{TEI}*") if one.get("source") or one.get("url")] == []


def test_every_group_is_in_the_schema_once() -> None:
    """A group that the schema does not name is printed, but not compiled."""
    groups = [f"#{one.get(f'{XML}id')}" for one in odd().iter(f"{TEI}specGrp")]
    assert [one.get("target") for one in odd().iter(f"{TEI}specGrpRef")] == groups


def test_nothing_is_specified_in_vain() -> None:
    """What no content model, class or attribute refers to would be dropped."""
    used = {one.get("key") for kind in KINDS for one in odd().iter(f"{TEI}{kind}")}
    shared = specifications("classSpec", "macroSpec", "dataSpec")
    assert [one.get("ident") for one in shared if one.get("ident") not in used] == []


def test_classes_are_of_the_kind_of_their_members() -> None:
    """A class of attributes belongs to classes of attributes, a model class to model classes."""
    kinds = {one.get("ident"): one.get("type") for one in specifications("classSpec")}
    mixed = [
        one.get("ident")
        for one in specifications("classSpec")
        for member in one.iter(f"{TEI}memberOf")
        if kinds[member.get("key")] != one.get("type")
    ]
    assert mixed == []


def test_emptiness_is_no_branch() -> None:
    """Among other parts of a content model `empty` falls away, and what may stand must stand."""
    alone = [one[0] for one in odd().iter(f"{TEI}content") if len(one) == 1]
    assert [one.sourceline for one in odd().iter(f"{TEI}empty") if one not in alone] == []


def test_no_reference_is_taken_for_a_repetition_of_the_next() -> None:
    """x+ before (x | y)* is struck out, so that nothing asks for an x any more."""
    references = odd().iter(f"{TEI}elementRef", f"{TEI}classRef", f"{TEI}macroRef")
    pairs = ((one, one.getnext()) for one in references if repeated(one))
    struck = [
        one.get("key")
        for one, group in pairs
        if group is not None and repeated(group)
        if one.get("key") in [part.get("key") for part in group if not repeated(part)]
    ]
    assert struck == []


def repeated(part: etree._Element) -> bool:
    """Tell whether a part of a content model says how often it stands."""
    return "minOccurs" in part.attrib or "maxOccurs" in part.attrib


@pytest.mark.parametrize("name", element_names())
def test_an_element_has_an_attribute_once(name: str) -> None:
    """One from a class and one of its own are two in RELAX NG, which is an error there."""
    times = Counter(one.get("ident") for one in attributes(name))
    assert [attribute for attribute, number in times.items() if number > 1] == []


def test_attributes_of_xml_are_named_as_the_tei_names_them() -> None:
    """With the prefix and without ns: with both, the prefix is written twice."""
    assert [one.get("ident") for one in odd().iter(f"{TEI}attDef") if one.get("ns")] == []
    assert {"xml:id", "xml:lang"} < {one.get("ident") for one in odd().iter(f"{TEI}attDef")}


def test_every_test_has_its_context() -> None:
    """A test on its own is deprecated in TEI; rules are told apart by their names."""
    tests = list(odd().iter(f"{SCH}assert", f"{SCH}report"))
    assert len(tests) > 40
    assert [one.get("test") for one in tests if not one.xpath("ancestor::*[@context]")] == []
    names = Counter(one.get("ident") for one in odd().iter(f"{TEI}constraintSpec"))
    assert max(names.values()) == 1


def test_rules_can_be_extracted_by_others() -> None:
    """Extracted rules are XPath 2 (queryBinding="xslt2"), and know the prefixes declared."""
    assert [one for one in expressions() if LATER.search(one)] == []
    declared = {one.get("prefix") for one in odd().iter(f"{SCH}ns")}
    used = {name for one in expressions() for name in PREFIX.findall(one)}
    assert used == declared | {"xml"}


@pytest.mark.shared
@pytest.mark.parametrize("path", [ODD, COMPLETE], ids=lambda path: path.stem)
def test_the_rules_of_the_tei_for_odds_hold(path: Path) -> None:
    """Among them: what stands alone is no sequence, and no deprecated construct is used."""
    schema = whole(etree.parse(TEI_ALL).getroot(), str(TEI_ALL), lambda href, base: None)
    assert schema is not None
    rules = Rules(etree.tostring(schema, encoding="unicode"), TEI_ALL.name)
    assert engine.unusable(rules) == ""
    document = source.read(path, path.name)
    assert isinstance(document, source.Document)
    assert [one.message for one in engine.check(document, rules)] == []
