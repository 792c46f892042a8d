"""The models of an ODD stand in place of those of the ODD that it is made from (@source)."""

from pathlib import Path

import pytest
from editio.edition.edition import opened
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.pipeline.editions import tei
from tests.projects.test_parts import MODELS, ODD


def odd(source: str, **marks: str) -> str:
    """Return an ODD that is made from another one and puts these marks before elements."""
    models = "".join(
        f'<elementSpec ident="{name}"><model behaviour="inline" cssClass="{mark}"><outputRendition '
        f"scope=\"before\">content: '{mark}:';</outputRendition></model></elementSpec>"
        for name, mark in marks.items()
    )
    named = f'ident="own" source="{source}"' if source else 'ident="own"'
    return ODD.replace(MODELS, models).replace('ident="own"', named, 1)


def edition(folder: Path, **odds: str) -> Path:
    """Return an edition with these ODDs."""
    (folder / "tei/schema").mkdir(parents=True)
    (folder / "edition.toml").write_text("", "utf-8")
    words = "<p><term>one</term>, <seg>two</seg>, <name>three</name>, <rs>four</rs></p>"
    (folder / "tei/a.xml").write_text(tei(words), "utf-8")
    for name, said in odds.items():
        (folder / f"tei/schema/{name}.odd").write_text(said, "utf-8")
    return folder


def test_an_odd_replaces_models_of_its_source(tmp_path: Path) -> None:
    """Through several steps, whatever the files are called; one that has nothing to do with them
    stands beside them.
    """
    edition(
        tmp_path,
        zebra=odd("middle.odd", term="child"),
        middle=odd("first.odd", term="middle", seg="middle"),
        first=odd("tei:4.9.0", term="first", seg="first", name="first"),
        apart=odd("", rs="apart"),
    )
    one, found = opened(tmp_path)
    assert found == []
    build(Plan(one, ("html", "text"), tmp_path / "build", cached=False))
    page = (tmp_path / "build/small.html").read_text("utf-8")
    for name in ("child", "middle", "first", "apart"):
        assert page.count(f"own-{name}") == 1, name
    (text,) = (tmp_path / "build/text/reading").glob("*.txt")
    assert "[child:]one, [middle:]two, [first:]three, [apart:]four" in text.read_text("utf-8")


@pytest.mark.parametrize(
    ("odds", "told"),
    [
        (
            {"a": odd("none.odd", term="a"), "b": odd("a.odd", seg="b")},
            [("tei/schema/a.odd", "the source “none.odd”, which is not in tei/schema/")],
        ),
        (
            {"a": odd("b.odd", term="a"), "b": odd("a.odd", term="b"), "c": odd("a.odd", seg="c")},
            [("tei/schema/a.odd", "the source “b.odd”, which is made from this ODD")],
        ),
        ({"a": odd("a.odd")}, [("tei/schema/a.odd", "the source “a.odd”, which is made from")]),
        ({"a": odd("https://example.org/none.odd"), "b": odd("tei:none.odd")}, []),
    ],
)
def test_a_source_that_cannot_be_taken_is_told_once(
    tmp_path: Path, odds: dict[str, str], told: list[tuple[str, str]]
) -> None:
    """One that is not there and one that leads back; addresses elsewhere are nobody's fault."""
    _, found = discover(edition(tmp_path, **odds))
    assert [(one.code, one.file) for one in found] == [("C014", file) for file, _ in told]
    assert all(words in one.message for one, (_, words) in zip(found, told, strict=True))
