"""Facts and registers are parsed in one place: formats are given values (`model/`), and parse what
is theirs alone.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.test_rooms import HOUSE

# What modules of formats/ parse, and why it is no value of model/.
PARSED = {
    "formats/binding.py": "pages of an EPUB, to bind them",
    "formats/cited.py": "citation styles and labels, which are a user's XML or files of ours",
    "formats/sheet.py": "the sheet of a text, to set it in lines",
    "formats/site/manual.py": "the article of the encoding manual in HTML",
    "formats/site/parts.py": "pages of the site in HTML",
}
# Where they are made values: for all formats of the edition, and for those of a text.
READ = {
    "facts_from": {"render/job.py"},
    "facts_of_all": {"render/build.py"},
    "register_from": {"render/build.py"},
    "header_of": {"render/build.py"},
}
PARSERS = {
    "HTML", "XML", "document_fromstring", "fragment_fromstring", "fragments_fromstring",
    "fromstring", "iterparse", "parse",
}  # fmt: skip


def named(room: str) -> Iterator[tuple[str, str, str]]:
    """Yield each name that modules of a room use, with the module and what the name is part of."""
    for file in sorted((HOUSE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                yield _module(file), ast.unparse(node.value), node.attr
            elif isinstance(node, ast.Name):
                yield _module(file), "", node.id


def _module(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def test_formats_parse_what_is_theirs_alone() -> None:
    """A format that needs to know more of a text is given another value."""
    used = [one for one in named("formats") if one[1] in {"", "etree", "html"}]
    parse = {module for module, _, name in used if name in PARSERS}
    assert parse == set(PARSED)


def test_facts_are_made_values_in_one_place() -> None:
    """So that no text is parsed a format at a time."""
    used = [one for room in ("formats", "checks", "render", "serve", "cli") for one in named(room)]
    assert {name: {module for module, _, one in used if one == name} for name in READ} == READ


def test_values_are_frozen() -> None:
    """A dataclass that is not frozen is one whose fields are given other values on the way: what
    grows, or an exception, to which Python adds. In model/ no public one is.
    """
    loose = dict(_loose())
    assert len(loose) < 20
    assert not any(name.startswith("model/") and "._" not in name for name in loose)
    assert {name for name, changed in loose.items() if not changed} == set()


def _loose() -> Iterator[tuple[str, bool]]:
    """Yield each dataclass that is not frozen, and whether its room gives a field another value."""
    for file in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any(map(_is_loose, node.decorator_list)):
                fields = {
                    ast.unparse(one.target) for one in node.body if isinstance(one, ast.AnnAssign)
                }
                raised = any(
                    ast.unparse(one).endswith(("Error", "Exception")) for one in node.bases
                )
                yield f"{_module(file)}.{node.name}", raised or bool(fields & _changed(file.parent))


def _is_loose(decorator: ast.expr) -> bool:
    return (said := ast.unparse(decorator)).startswith("dataclass") and "frozen=True" not in said


def _changed(folder: Path) -> set[str]:
    """Return the attributes to which modules of a folder assign."""
    return {
        part.attr
        for file in folder.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for target in (getattr(node, "targets", None) or [getattr(node, "target", None)])
        if isinstance(node, ast.Assign | ast.AugAssign)
        for part in ast.walk(target)
        if isinstance(part, ast.Attribute)
    }
