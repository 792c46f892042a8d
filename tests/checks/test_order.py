"""What stands in the wrong order is told where it belongs, as the schema has it."""

from pathlib import Path

import pytest

from tests.checks.editions import found
from tests.checks.validated import Memory

SCHEMA = """default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { attribute xml:lang { text }, body }
body = head?, opener*, ((p, item?)* | ab*), (date & place?)?, group*, closer?
head = element head { text }
head |= element title { text }
opener = element opener { text }
p = element p { text | place }
item = element item { empty }
ab = element ab { empty }
date = element date { empty }
place = element place { empty }
group = element num { empty }, element name { empty }
closer = element closer { p* }
"""
IN_ORDER = [
    "head opener p p item p date place closer",
    "title ab ab place date",
    "num name num name",
]
OUT_OF_ORDER = [
    ("p p head p", ["4: <head> must stand before <p>"]),
    ("closer p p", ["2: <closer> must stand after <p>"]),
    ("p closer p date", ["3: <closer> must stand after <date>"]),
    ("head head p", ["3: <head> may stand only once"]),
    ("p ab", ["3: <ab> cannot stand beside <p>"]),
    ("closer place", ["3: <place> must stand before <closer>"]),
    (
        "p head p opener",
        ["3: <head> must stand before <p>", "5: <opener> must stand before <p>"],
    ),
    ("name num name", ["2: <name> is not allowed at the beginning of <TEI>"]),
    ("num num name", ["3: <TEI> is not complete: <name> is missing"]),
]
MOVED = [
    ("p p head p", "Move it before the <p> on line 2."),
    (
        "closer p",
        "Move it before the <closer> on line 2, or put it into the <closer> before it.",
    ),
    ("closer p p", "Move it after the <p> on line 4."),
    ("head p head", "Line 2 has the first one. Merge the two, or delete one."),
    ("p ab", "Keep one of the two; the <p> is on line 2."),
    ("name num name", "Move it after the <num> on line 3."),
]


@pytest.fixture(autouse=True, scope="module")
def _learnt(memory: Memory, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let jing judge them all at once."""
    folder, every = tmp_path_factory.mktemp("order"), (*OUT_OF_ORDER, *MOVED)
    files = []
    for n, content in enumerate((*IN_ORDER, *(one for one, _ in every))):
        files.append(folder / f"{n}.xml")
        files[-1].write_text(document(content))
    schema = folder / "order.rnc"
    schema.write_text(SCHEMA)
    memory.learn(schema, files)


def document(content: str) -> str:
    """Return a document whose children stand in lines of their own."""
    lines = "".join(f"<{name}/>\n" for name in content.split())
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">\n{lines}</TEI>'


def told(folder: Path, content: str) -> list[str]:
    """Return what is said of such a document."""
    (folder / "order.rnc").write_text(SCHEMA)
    (folder / "order.xml").write_text(document(content))
    return [
        f"{one.line}: {one.message}; {one.hint}"
        for one in found(folder / "order.xml", schemas=(folder / "order.rnc",))
        if one.code[0] == "S"
    ]


@pytest.mark.parametrize(
    "content",
    IN_ORDER,
)
def test_in_order(tmp_path: Path, content: str) -> None:
    """Repeated and interleaved parts may stand before and after each other."""
    assert told(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "words"),
    OUT_OF_ORDER,
)
def test_out_of_order(tmp_path: Path, content: str, words: list[str]) -> None:
    """The fewest elements are told that have to move; what only follows from them is not."""
    faults = [one.partition(" in <TEI>")[0].partition(";")[0] for one in told(tmp_path, content)]
    assert faults == words


@pytest.mark.parametrize(
    ("content", "hint"),
    MOVED,
)
def test_what_to_do(tmp_path: Path, content: str, hint: str) -> None:
    """The hint names the line to which the element has to move."""
    (said,) = told(tmp_path, content)
    assert said.endswith(f"; {hint}")
