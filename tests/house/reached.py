"""Which tests reach which templates and functions, of stylesheets and of Python.

In a copy of the house each of them is made to tell that it is entered, and by whom it is asked is
written down: pytest says which test is running to every process that it starts. What is kept from
one test to the next is forgotten before it (a plugin of pytest), so that the next reaches it, too.
"""

import ast
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree

# A file, and which of its templates or functions, in the order in which they begin.
Unit: TypeAlias = tuple[str, int]
Reached: TypeAlias = Mapping[Unit, Sequence[str]]
FORGETFUL = ("tests.", "editio.formats.", "editio.model.")
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_UNIT = re.compile(r"<xsl:(template|function)\b[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TOLD = """
import builtins
import os

_told = set()


def told(unit):
    test = os.environ.get("PYTEST_CURRENT_TEST", "")
    if (test, unit) not in _told:
        _told.add((test, unit))
        with open(os.environ["REACHED"], "a", encoding="utf-8") as file:
            file.write(f"{unit} {test}\\n")


builtins.told_to_reach = told
"""
_HEARD = """

_plain = _messages


def _messages(sent):
    for index in range(sent.size if sent is not None else 0):
        words = sent.item_at(index).string_value
        if words.startswith("reached "):
            told_to_reach(words[8:])
    return _plain(sent)
"""


def reached(house: Path, rooms: Sequence[str], tests: Sequence[str]) -> Reached:
    """Return the tests that reach what stands in some rooms of a copy of the house, in their order;
    changes the copy.
    """
    package = house / "pipeline" / "editio"
    (package / "reached.py").write_text(_TOLD, "utf-8")
    _put(package / "__init__.py", "\nimport editio.reached\n")
    _put(package / "engines" / "saxon.py", _HEARD)
    for room in rooms:
        for file in sorted((house / room).rglob("*.*")):
            telling = {".xsl": _telling_sheet, ".py": _telling_module}.get(file.suffix)
            if telling:
                telling(file, file.relative_to(house).as_posix())
    heard = house / "reached.txt"
    heard.touch()
    paths = os.pathsep.join((str(house / "pipeline"), str(house)))
    environment = {**os.environ, "PYTHONPATH": paths, "REACHED": str(heard)}
    options = ("-q", "-p", "no:cacheprovider", "-p", "tests.house.reached")
    command = (sys.executable, "-m", "pytest", *options, *tests)
    subprocess.run(command, cwd=house, env=environment, check=False, capture_output=True)
    return _read(heard.read_text("utf-8"))


def _put(file: Path, more: str) -> None:
    file.write_text(file.read_text("utf-8") + more, "utf-8")


def template(text: str, start: int) -> int | None:
    """Return which template or function of a stylesheet a place stands in; None outside of all."""
    bare = _COMMENT.sub(lambda one: " " * len(one[0]), text)
    for number, one in enumerate(_UNIT.finditer(bare)):
        ends = one.end() if one[0].endswith("/>") else bare.index(f"</xsl:{one[1]}>", one.end())
        if one.start() <= start < ends:
            return number
    return None


def function(text: str, line: int) -> int | None:
    """Return which function of a module a line stands in, the innermost; None outside of all."""
    around = [
        number
        for number, one in enumerate(_functions(text))
        if one.lineno <= line <= (one.end_lineno or line)
    ]
    return max(around, default=None)


def _functions(text: str) -> Iterator[ast.FunctionDef]:
    found = (one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.FunctionDef))
    yield from sorted(found, key=lambda one: one.lineno)


def _telling_sheet(file: Path, name: str) -> None:
    """Let each template and function of a stylesheet tell that it is entered."""
    tree = etree.parse(str(file))
    for number, one in enumerate(tree.getroot().iter(f"{_XSL}template", f"{_XSL}function")):
        if one.get("visibility") != "abstract":
            first = [child.tag in (f"{_XSL}param", f"{_XSL}context-item") for child in one]
            said = etree.Element(f"{_XSL}message", select=f"'reached {name} {number}'")
            one.insert(len(first) - first[::-1].index(True) if True in first else 0, said)
    tree.write(str(file), encoding="utf-8")


def _telling_module(file: Path, name: str) -> None:
    """Let each function of a module tell that it is entered."""
    text = file.read_text("utf-8")
    lines = text.splitlines()
    for number, one in reversed([*enumerate(_functions(text))]):
        first = one.body[min(1, len(one.body) - 1) if ast.get_docstring(one) else 0]
        decorated = getattr(first, "decorator_list", ())
        at = min([first.lineno, *(each.lineno for each in decorated)]) - 1
        if at >= one.lineno:
            lines.insert(at, f"{' ' * first.col_offset}told_to_reach('{name} {number}')")
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _read(heard: str) -> Reached:
    """Return who reached what. What a fixture of a file reaches is reached by all its tests."""
    found: defaultdict[Unit, dict[str, None]] = defaultdict(dict)
    for line in heard.splitlines():
        name, number, test = line.split(" ", 2)
        test, _, phase = test.rpartition(" ")
        asked = test if phase == "(call)" else test.partition("::")[0]
        if asked:
            found[name, int(number)][asked] = None
    return {key: tuple(value) for key, value in found.items()}


@pytest.hookimpl
def pytest_runtest_setup() -> None:
    """Forget what is kept from one test to the next."""
    for name, module in list(sys.modules.items()):
        if name.startswith(FORGETFUL):
            for one in list(vars(module).values()):
                if hasattr(one, "cache_clear"):
                    one.cache_clear()
