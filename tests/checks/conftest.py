"""What tests of the checks share."""

import pytest
from editio.checks.schema import validation


@pytest.fixture
def without_grammar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not ask what the grammar says, where that is not the point: it takes a process of Java."""
    monkeypatch.setattr(validation, "_run", lambda *_: {})
