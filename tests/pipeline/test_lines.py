"""The lines that a diagnostic shows, of files in any encoding and of any length."""

from itertools import pairwise

import pytest
from editio.diagnostics import Diagnostic, diagnostic, in_words
from editio.edition.reading.lines import text_lines


@pytest.mark.parametrize("name", ["utf-8", "no-such", "idna", "undefined", "base64"])
def test_an_encoding_that_is_none_is_read_as_utf_8(name: str) -> None:
    """Whatever the declaration says, there are lines to show."""
    data = f'<?xml version="1.0" encoding="{name}"?>\n<p>Böhm</p>\n'.encode()
    assert text_lines(data)[1] == "<p>Böhm</p>"


@pytest.mark.parametrize("column", [1, 40, 500_000, 1_000_000])
def test_of_a_long_line_what_is_around_the_place_is_shown(column: int) -> None:
    """The caret stands under the character, and nothing is wider than the terminal."""
    source = "".join(f"{n % 10}" for n in range(1, 1_000_001))
    one: Diagnostic = diagnostic("T001", "a.xml", 1, column, subject="x", times="")
    rows = in_words(one, source, 80).split("\n")
    shown, caret = next(two for two in pairwise(rows) if two[0].startswith("1 | "))
    assert len(shown) <= 80
    assert shown[caret.index("^")] == f"{column % 10}"
