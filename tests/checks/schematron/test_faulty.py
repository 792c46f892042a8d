"""Schematron files that are of no use are told; nothing is left unchecked in silence."""

from pathlib import Path

import pytest

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
