"""What is found several times is told once, at its first place, with how often."""

from editio.diagnostics.repeats import once, times


def test_each_kind_is_told_once_in_order() -> None:
    """The first of a kind stands for all of it, where it stood."""
    found = list(once(["pear", "plum", "apple", "peach"], lambda fruit: fruit[0]))
    assert [f"{name}{times(many)}" for name, many in found] == ["pear (3 times)", "apple"]
