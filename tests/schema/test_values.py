"""Closed lists are closed, and what is required is required."""

from pathlib import Path

from lxml import etree

from tests.jing import faults
from tests.schema.fragments import (
    RNG,
    TEI,
    XML,
    attributes,
    element_names,
    example,
    starting_anywhere,
    written,
)


def name_of(attribute: etree._Element) -> str:
    """Return the name of an attribute as lxml writes it."""
    return attribute.get("ident", "").replace("xml:", XML)


def dressed(name: str, attribute: etree._Element, value: str | None) -> etree._Element:
    """Return the example of element `name` with the attribute at `value`, or without it."""
    part = etree.fromstring(example(name))
    part.set(name_of(attribute), value or "")
    if value is None:
        del part.attrib[name_of(attribute)]
    return part


def refused(parts: dict[tuple[str, str], etree._Element], folder: Path) -> dict[str, list[str]]:
    """Return for each part that the schema refuses `element/@attribute` and the messages."""
    files = dict(zip(written(parts.values(), folder), parts, strict=True))
    found = faults(starting_anywhere(RNG, folder), list(files), ids=False)
    return {"/@".join(files[path]): messages for path, messages in found.items()}


def test_a_value_outside_a_closed_list_is_refused(tmp_path: Path) -> None:
    """Every list of values, on every element that has it."""
    parts = {
        (name, one.get("ident", "")): dressed(name, one, "unheard-of")
        for name in element_names()
        for one in attributes(name)
        if one.find(f"{TEI}valList[@type='closed']") is not None
    }
    found = refused(parts, tmp_path)
    assert len(parts) > 75
    assert {place for place in map("/@".join, parts) if place not in found} == set()
    for place, messages in found.items():
        assert f'value of attribute "{place.partition("/@")[2]}" is invalid' in messages[0]


def test_every_value_of_a_closed_list_is_admitted(tmp_path: Path) -> None:
    """The lists say what they are meant to say."""
    parts = {
        (name, f"{one.get('ident')}={item.get('ident')}"): dressed(name, one, item.get("ident"))
        for name in element_names()
        for one in attributes(name)
        for item in one.iterfind(f"{TEI}valList/{TEI}valItem")
    }
    assert refused(parts, tmp_path) == {}


def test_a_missing_required_attribute_is_refused(tmp_path: Path) -> None:
    """Among others resp and cert of a correction, and the xml:id of an entry."""
    parts = {
        (name, one.get("ident", "")): dressed(name, one, None)
        for name in element_names()
        for one in attributes(name)
        if one.get("usage") == "req"
    }
    found = refused(parts, tmp_path)
    assert {place for place in map("/@".join, parts) if place not in found} == set()
    assert {"corr/@resp", "corr/@cert", "supplied/@resp", "person/@xml:id"} <= set(found)


def test_a_malformed_value_is_refused(tmp_path: Path) -> None:
    """Dates that do not exist, pointers without #, page numbers that are none."""
    wrong = {
        ("date", "when"): "1964-02-30",
        ("birth", "when"): "about 1900",
        ("corr", "resp"): "editio",
        ("pb", "n"): "page 1",
        ("lb", "n"): "0",
        ("biblScope", "from"): "iv",
        ("change", "when"): "2026-11",
        ("edition", "n"): "1.0",
        ("ptr", "target"): "C:\\texts",
    }
    parts = {
        (name, at): dressed(
            name, next(one for one in attributes(name) if one.get("ident") == at), value
        )
        for (name, at), value in wrong.items()
    }
    assert set(refused(parts, tmp_path)) == set(map("/@".join, wrong))


def test_a_correction_stands_in_choice_alone(tmp_path: Path) -> None:
    """Nobody can replace a reading without showing what the source has."""
    text = (
        f'<p xmlns="{TEI[1:-1]}"><corr resp="#editio" cert="high">research</corr></p>',
        f'<choice xmlns="{TEI[1:-1]}"><corr resp="#editio" cert="high">research</corr></choice>',
    )
    files = written(map(etree.fromstring, text), tmp_path)
    assert set(faults(starting_anywhere(RNG, tmp_path), files)) == set(files)
