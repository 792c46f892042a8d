"""Schematron files that are of no use are told; nothing is left unchecked in silence."""

from pathlib import Path

import pytest
from editio.checks.run import check
from editio.edition.selection import select

from tests.checks.editions import found, laid_over

START = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            "no XML",
            "it cannot be read: not well-formed XML: the file does not begin with a tag (line 1)",
        ),
        ("<html/>", "it holds no Schematron"),
        (f'{START}<include href="a.sch"/></schema>', "it includes a.sch, which is not there"),
        (
            f'{START}<include href="own.sch#x"/></schema>',
            "it includes own.sch#x, which is not there",
        ),
    ],
)
def test_a_schema_of_no_use(tmp_path: Path, content: str, reason: str) -> None:
    """A file that is no Schematron, or that includes what is not there."""
    root = laid_over(tmp_path / "mini")
    own = tmp_path / "own.sch"
    own.write_text(content)
    (one,) = found(root, schemas=(own,))
    assert (one.code, one.message.partition(": ")[2]) == ("R004", reason)


@pytest.mark.parametrize(
    "rule",
    [
        '<assert test="count((">a</assert>',
        '<report test="gone(1) &lt; 2">a</report>',
        '<assert test="true()">a <value-of select="gone()"/></assert>',
        '<let name="a" value="$gone"/>',
    ],
)
def test_the_line_of_a_fault(tmp_path: Path, rule: str) -> None:
    """Where an expression cannot be used, its line is told."""
    root = laid_over(tmp_path / "mini")
    own = tmp_path / "own.sch"
    own.write_text(
        f'{START}\n<pattern><rule context="*">\n<assert test="true()">a</assert>\n'
        f"{rule}\n</rule></pattern></schema>"
    )
    (one,) = found(root, schemas=(own,))
    assert (one.code, one.line) == ("R004", 4)


SCH = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
NAMED = f'<rule {SCH} context="*">\n\n<assert test="count((">a</assert></rule>'
DEEP = f'<pattern {SCH}><include href="b.xml"/></pattern>'
WHOLE = f'{START}<include href="a.xml"/></schema>'
GRAMMAR = '<grammar xmlns="http://relaxng.org/ns/structure/1.0">{}</grammar>'


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"own.xml": WHOLE, "a.xml": f"<pattern {SCH}>{NAMED}</pattern>"}, "a.xml"),
        ({"own.xml": WHOLE, "a.xml": DEEP, "b.xml": NAMED}, "b.xml"),
        (
            {"own.xml": GRAMMAR.format('<include href="a.xml"/>'), "a.xml": GRAMMAR.format(NAMED)},
            "a.xml",
        ),
    ],
)
def test_the_place_of_a_fault_in_a_file_that_is_included(
    tmp_path: Path, files: dict[str, str], where: str
) -> None:
    """By Schematron or RELAX NG; the schema is named, and nothing counts as checked by it."""
    root = laid_over(tmp_path / "mini")
    for name, words in files.items():
        (tmp_path / name).write_text(words)
    own = tmp_path / f"own.{'rng' if 'grammar' in files['own.xml'] else 'sch'}"
    (tmp_path / "own.xml").rename(own)
    done = check(select([root]), (own,), 1, lambda: None)
    (one,) = (one for one in done.diagnostics if one.code == "R004")
    assert (Path(one.file).name, one.line) == (where, 3)
    assert one.message.endswith(f"/{own.name})")
    assert "own" not in "".join(done.against)
