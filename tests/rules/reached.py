"""Which tests reach which templates and functions of the stylesheets.

In a copy of the house each of them is made to say that it is entered, and the engine to write down
who asked: pytest tells the test that is running to every process that it starts. What a test keeps
for the next is forgotten before it (pytest plugin), so that the next reaches it, too.
"""

import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree

# A file, and which of its templates and functions, counted from 0.
Unit: TypeAlias = tuple[str, int]
Reached: TypeAlias = Mapping[Unit, Sequence[str]]
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_UNIT = re.compile(r"<xsl:(template|function)\b[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEARD = """

_told, _heard = _messages, set()


def _messages(sent):
    test = os.environ.get("PYTEST_CURRENT_TEST", "")
    for index in range(sent.size if sent is not None else 0):
        words = sent.item_at(index).string_value
        if words.startswith("reached ") and (test, words) not in _heard:
            _heard.add((test, words))
            with open(os.environ["REACHED"], "a", encoding="utf-8") as file:
                file.write(f"{words[8:]} {test}\\n")
    return _told(sent)
"""


def unit(text: str, start: int) -> int | None:
    """Return which template or function of a stylesheet a place stands in; None outside of all."""
    bare = _COMMENT.sub(lambda one: " " * len(one[0]), text)
    for number, one in enumerate(_UNIT.finditer(bare)):
        ends = one.end() if one[0].endswith("/>") else bare.index(f"</xsl:{one[1]}>", one.end())
        if one.start() <= start < ends:
            return number
    return None


def reached(house: Path, tests: Sequence[str]) -> Reached:
    """Return the tests that reach each template, in their order; changes the copy of the house."""
    for file in sorted((house / "xslt").rglob("*.xsl")):
        _telling(file, file.relative_to(house).as_posix())
    engine = house / "pipeline" / "editio" / "engines" / "saxon.py"
    engine.write_text(engine.read_text("utf-8") + _HEARD, "utf-8")
    heard = house / "reached.txt"
    heard.touch()
    paths = os.pathsep.join((str(house / "pipeline"), str(house)))
    environment = {**os.environ, "PYTHONPATH": paths, "REACHED": str(heard)}
    options = ("-q", "-p", "no:cacheprovider", "-p", "tests.rules.reached")
    command = (sys.executable, "-m", "pytest", *options, *tests)
    subprocess.run(command, cwd=house, env=environment, check=False, capture_output=True)
    return _read(heard.read_text("utf-8"))


def _telling(file: Path, name: str) -> None:
    """Let each template and function of a stylesheet say that it is entered."""
    tree = etree.parse(str(file))
    for number, one in enumerate(tree.getroot().iter(f"{_XSL}template", f"{_XSL}function")):
        if one.get("visibility") != "abstract":
            first = [child.tag in (f"{_XSL}param", f"{_XSL}context-item") for child in one]
            said = etree.Element(f"{_XSL}message", select=f"'reached {name} {number}'")
            one.insert(len(first) - first[::-1].index(True) if True in first else 0, said)
    tree.write(str(file), encoding="utf-8")


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
    """Forget what tests keep from one to the next."""
    for name, module in list(sys.modules.items()):
        if name.startswith("tests."):
            for one in list(vars(module).values()):
                if hasattr(one, "cache_clear"):
                    one.cache_clear()
