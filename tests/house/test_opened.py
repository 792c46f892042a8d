"""Files are opened in few rooms; elsewhere by modules that CONTRIBUTING names, and no others."""

import ast
import re
from collections.abc import Iterator

from tests.house.test_rooms import HOUSE
from tests.shared import ROOT

# What opens, lists or writes files: methods and functions, by their last name.
OPENS = frozenset(
    [
        "open",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "iterdir",
        "glob",
        "rglob",
        "scandir",
        "listdir",
        "mkdir",
        "makedirs",
        "mkdtemp",
        "unlink",
        "rmdir",
        "rename",
        "rmtree",
        "copytree",
        "copyfile",
        "touch",
        "symlink_to",
        "link_to",
        "TemporaryDirectory",
        "TemporaryFile",
        "NamedTemporaryFile",
    ]
)
# What is called alike and opens no file of the disk.
NONE = frozenset({"Image.open"})


def _opening() -> Iterator[str]:
    """Yield each module that opens files, by its path below the package."""
    for file in sorted(HOUSE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _opens(node.func):
                yield file.relative_to(HOUSE).as_posix()


def _opens(called: ast.expr) -> bool:
    name = ast.unparse(called)
    return name not in NONE and (
        name.rpartition(".")[2] in OPENS or name in {"etree.parse", "os.walk", "shutil.copy"}
    )


def test_files_are_opened_where_contributing_says() -> None:
    """Whole rooms, or single modules of the others; each that is named does so."""
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = page.partition("### Who opens files")[2].partition("\n#")[0]
    rows = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
    named = {one for row in rows[1:] for one in re.findall("`(.+?)`", row)}
    opening = set(_opening())
    rooms = {one for one in named if one.endswith("/")}
    modules = {one for one in opening if not one.startswith(tuple(rooms))}
    assert len(rooms) == 5
    assert all(any(one.startswith(name) for one in opening) for name in rooms)
    assert modules == named - rooms
