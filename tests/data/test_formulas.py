"""No cell of a table is run by a spreadsheet, and each can be read back."""

import csv
import io

import pytest
from editio.formats.dictionary import Field
from editio.formats.rows import as_csv

FIELD = Field("words", "string", "Words.")


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+cmd",
        "-see above",
        "@here",
        "\tx",
        "\rx",
        "'=1",
        "=",
        "+44-123-456",
        "-1-1-1",
        "-1.2.3",
        "-44+1",
        "-44",
        "+3.5",
        "-3.5",
        "3.5",
        "-0044-03-15",
        "-0044-03",
        "a=b",
        "'tis",
    ],
)
def test_cells(words: str) -> None:
    """What begins like a formula has an apostrophe before it; numbers and dates stay."""
    (_, (cell,)) = csv.reader(io.StringIO(as_csv([FIELD], [{"words": words}]).decode(), newline=""))
    assert not cell.startswith(("=", "@", "\t", "\r", "-s"))
    numbers = {"-44", "+3.5", "-3.5", "3.5", "-0044-03-15", "-0044-03"}
    neutral = words in numbers | {"a=b", "'tis"}
    assert cell == (words if neutral else f"'{words}")
