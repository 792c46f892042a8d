"""What tests of the checks share."""

import pytest
from editio.checks.schema import validation
from editio.engines import jing

from tests.checks.editions import CASES, MINI
from tests.checks.validated import Memory


@pytest.fixture(scope="session")
def memory() -> Memory:
    """What jing has said; at first, of the texts of the smallest edition and of all cases."""
    made = Memory()
    files = [one for folder in (MINI, CASES) for one in folder.rglob("tei/**/*.xml")]
    made.learn(MINI / "tei/schema/mini.rnc", sorted(one for one in files if one.is_file()))
    return made


@pytest.fixture(autouse=True)
def _quick(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no Java for what is known."""
    monkeypatch.setattr(jing, "validate", memory.validate)
    monkeypatch.setattr(jing, "to_xml_syntax", memory.to_xml_syntax)


@pytest.fixture
def without_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not ask what the grammar says, where that is not the point: it takes a process of Java."""
    monkeypatch.setattr(validation, "_run", lambda *_: {})
