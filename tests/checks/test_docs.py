"""What the documentation of `editio check` shows can be run as it stands."""

import re
from pathlib import Path

from editio.cli.check import check_command

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "check-before-commit.md").read_text("utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")


def test_the_hook_sees_the_files_of_an_edition() -> None:
    """Texts, registers and the edition's own file start the hook; schemas and sources do not."""
    (pattern,) = re.findall(r"^  files: (.+)$", HOOKS, re.MULTILINE)
    seen = [p for p in (ROOT / "tei").rglob("*.*") if re.search(pattern, str(p.relative_to(ROOT)))]
    assert {path.parent.name for path in seen} == {"texts", "registers", "tei"}
    assert len(seen) == len([*(ROOT / "tei").glob("**/*.xml")])
    others = ("tei/a.TEI", "tei/texts/1800/b.XML", "pages/c.xml")
    assert [one for one in others if not re.search(pattern, one)] == []
    others = ("tei/schema/a.xml", "docs/a.xml", "tei/a.md")
    assert [one for one in others if re.search(pattern, one)] == []


def test_hook_and_page_name_the_same_hook() -> None:
    """The id on the page is the id of the hook."""
    assert set(re.findall(r"- id: (\S+)", PAGE)) == set(re.findall(r"- id: (\S+)", HOOKS))


def test_options_on_the_page_exist() -> None:
    """Every option that the page shows is one of the command."""
    known = {name for option in check_command.params for name in option.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", PAGE)) <= known
