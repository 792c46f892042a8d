"""Work spread over processes: in order, and whole even if one of them dies."""

import os

import pytest
from editio.checks.spread import spread


def twice_or_die(number: int) -> int:
    """Stand for work on a file, of which one kills its process."""
    if number == 33:
        os._exit(1)
    return 2 * number


@pytest.mark.slow
def test_a_process_that_dies_takes_nothing_with_it() -> None:
    """The item that kills is lost, the others are not, and the order is kept."""
    items = list(range(40))
    with spread(2, len(items)) as many:
        found = list(many.map(twice_or_die, items, lambda _: -1))
    assert found == [-1 if number == 33 else 2 * number for number in items]
