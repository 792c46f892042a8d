"""The schema is made from the ODD, admits the edition, and admits nothing that the TEI refuses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from editio.cli.schema import write_schema
from editio.formats.schema import COMMITTED, compiled
from lxml import etree

from tests.jing import faults
from tests.schema.coverage import admitted, shown
from tests.schema.fragments import (
    COMPLETE,
    DOCUMENTS,
    ODD,
    P5,
    RNG,
    SCH,
    TEI,
    XML,
    attributes,
    element_names,
    example,
    starting_anywhere,
    written,
)
from tests.schema.mutations import mutants
from tests.schema.samples import Sampler
from tests.shared import TEI_ALL


@pytest.mark.shared
def test_committed_schemas_are_in_step_with_the_odd() -> None:
    """Whoever changes the ODD runs `editio schema --tei FILE` and commits what it writes."""
    made = compiled(ODD, P5).pages
    assert [
        name for name in COMMITTED if ODD.with_name(name).read_text("utf-8") != made[name]
    ] == []


def test_the_complete_odd_gives_the_same_schemas() -> None:
    """So that whoever has no definitions of the TEI can do without them."""
    made = compiled(COMPLETE).pages
    assert made["edition.rng"] == RNG.read_text("utf-8")
    assert made["edition.sch"] == SCH.read_text("utf-8")


def test_the_odd_is_a_customization() -> None:
    """It selects elements of the TEI by module, and changes them; it adds none."""
    tree = etree.parse(ODD)
    modules = list(tree.iter(f"{TEI}moduleRef"))
    selected = [name for one in modules for name in (one.get("include") or "").split()]
    specs = list(tree.iter(f"{TEI}elementSpec"))
    assert {one.get("mode") for one in specs} == {"change"}
    assert sorted(selected) == sorted(one.get("ident", "") for one in specs)


def test_schemas_are_written_only_when_they_change(tmp_path: Path) -> None:
    """A second run leaves the files alone."""
    odd = tmp_path / "edition.odd"
    odd.write_bytes(COMPLETE.read_bytes())
    assert [path.name for path in write_schema(odd)[0]] == list(COMMITTED[:2])
    assert write_schema(odd)[0] == []


def test_texts_and_registers_are_valid() -> None:
    """Every file of the edition follows its own schema, ids included."""
    assert faults(RNG, DOCUMENTS) == {}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_files_lead_editors_to_both_schemas(path: Path) -> None:
    """oXygen, VS Code and jEdit read xml-model: where the schema is, and in which language."""
    before = reversed(list(etree.parse(path).getroot().itersiblings(preceding=True)))
    models = [one.attrib for one in before if isinstance(one, etree._ProcessingInstruction)]
    assert [(path.parent / str(one["href"])).resolve() for one in models] == [RNG, SCH]
    assert [one["type"] for one in models] == ["application/xml"] * 2
    assert [one["schematypens"] for one in models] == [
        etree.parse(schema).xpath("namespace-uri(/*)") for schema in (RNG, SCH)
    ]


def test_schema_has_what_the_edition_uses_and_nothing_else() -> None:
    """An element that no file uses has no place in the ODD, nor has an attribute."""
    parts = [one for path in DOCUMENTS for one in etree.parse(path).iter(f"{TEI}*")]
    used = {(str(one.tag).removeprefix(TEI), str(at)) for one in parts for at in one.attrib}
    specified = {
        (name, (one.get("ident") or "").replace("xml:", XML))
        for name in element_names()
        for one in attributes(name)
    }
    assert set(element_names()) == {str(one.tag).removeprefix(TEI) for one in parts}
    assert specified == used


@pytest.mark.shared
def test_odd_is_valid_tei() -> None:
    """Software that knows ODD can read ours."""
    assert faults(TEI_ALL, [ODD, COMPLETE], ids=False) == {}


def test_ids_of_the_odd_are_unique() -> None:
    """Also those inside examples, which XML parsers count in."""
    ids = etree.parse(ODD).xpath("//@xml:id")
    assert isinstance(ids, list)
    assert len(ids) == len(set(map(str, ids)))


def examples() -> list[etree._Element]:
    """Return the example of each element."""
    return [etree.fromstring(example(name)) for name in element_names()]


def test_every_element_has_its_example() -> None:
    """The example of an element begins with that element."""
    assert [str(one.tag).removeprefix(TEI) for one in examples()] == element_names()


def test_examples_are_taken_from_the_edition() -> None:
    """Shortened, but not made up: what stands in the smallest elements stands so in a file."""
    roots = [etree.parse(path).getroot() for path in DOCUMENTS]
    written_there = {leaf for root in roots for leaf in leaves(root)}
    made_up = [leaf for one in examples() for leaf in leaves(one) if leaf not in written_there]
    assert made_up == []


def leaves(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and words of the elements that have no other in them."""
    for one in root.iter(f"{TEI}*"):
        if not len(one):
            yield str(one.tag), "".join((one.text or "").split())


def test_examples_are_valid(tmp_path: Path) -> None:
    """What the manual shows may be copied."""
    schema = starting_anywhere(RNG, tmp_path)
    assert faults(schema, written(examples(), tmp_path)) == {}


@pytest.mark.shared
def test_examples_are_valid_tei(tmp_path: Path) -> None:
    """What the manual shows is TEI."""
    schema = starting_anywhere(TEI_ALL, tmp_path)
    assert faults(schema, written(examples(), tmp_path), ids=False) == {}


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("seed", [1964, 1990])
def test_what_is_valid_after_a_change_is_valid_tei(seed: int, tmp_path: Path) -> None:
    """Bend the texts and registers: what our schema still admits, the TEI admits."""
    parts = mutants([etree.parse(path).getroot() for path in DOCUMENTS], 1200, seed)
    files = written(parts, tmp_path)
    refused = faults(starting_anywhere(RNG, tmp_path), files, ids=False)
    admitted = [path for path in files if path not in refused]
    assert len(admitted) > 400
    assert faults(starting_anywhere(TEI_ALL, tmp_path), admitted, ids=False) == {}


@pytest.mark.slow
@pytest.mark.shared
def test_what_the_schema_can_make_is_valid_tei(tmp_path: Path) -> None:
    """Walk the schema at random: all that it can bring forth, the TEI admits.

    Each element is made anew until it has shown every attribute, value and child that it may have.
    """
    sampler, names = Sampler(RNG, 2026), element_names() * 8
    parts: list[etree._Element] = []
    missing = admitted(RNG)
    for _ in range(400):
        made = [sampler.element(name) for name in names]
        missing -= shown(made)
        parts += made
        names = sorted({element for element, _ in missing})
    assert missing == set()
    files = written(parts, tmp_path)
    assert faults(starting_anywhere(RNG, tmp_path), files, ids=False) == {}
    assert faults(starting_anywhere(TEI_ALL, tmp_path), files, ids=False) == {}


def test_schemas_are_well_formed_and_say_where_they_come_from() -> None:
    """Nobody should edit them by hand."""
    for path in (RNG, SCH):
        etree.parse(path)
        assert "Made from edition.odd" in path.read_text("utf-8")
