"""What all tests share: the option that rewrites goldens."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden: take what was found as what is expected; read the diff with care."""
    parser.addoption("--update-golden", action="store_true", help="rewrite expected output")
