"""Colours of the source on the pages: in shades that can be read on every ground they stand on."""

import re
from itertools import product

from editio.edition.config import colours
from editio.edition.config.colours import contrast
from editio.resources import ASSETS, BOOK_STYLE

# WCAG 2.2, 1.4.3.
ENOUGH = 4.5
PAIR = re.compile(r"\.colour-(\w+) { color: light-dark\((#\w+), (#\w+)\); }")


def test_the_colours_that_settings_are_held_against_are_those_of_the_style_sheet() -> None:
    """Grounds, ink, small words and links, light and dark."""
    base = (ASSETS / "edition/1-base.css").read_text("utf-8")
    for name in ("paper", "ink", "quiet", "accent"):
        shades = re.findall(rf"--{name}: light-dark\((#\w+), (#\w+)\)", base)
        assert shades == [getattr(colours, name.upper())]


def test_colours_of_the_source_can_be_read() -> None:
    """On paper, on a mark, in a card, light and dark; in a reader of EPUB on white and on black."""
    base = (ASSETS / "edition/1-base.css").read_text("utf-8")
    grounds = re.findall(r"--(?:paper|mark|raised): light-dark\((#\w+), (#\w+)\)", base)
    named = PAIR.findall((ASSETS / "edition/3-text.css").read_text("utf-8"))
    assert (len(grounds), len(named)) == (3, 9)
    for (name, *shades), grounded in product(named, grounds):
        for shade, ground in zip(shades, grounded, strict=True):
            assert contrast(shade, ground) >= ENOUGH, (name, shade, ground)
    books = re.findall(r"\.colour-\w+ { color: (#\w+); }", BOOK_STYLE.read_text("utf-8"))
    assert len(books) == len(named)
    assert [
        one
        for one in books
        if min(contrast(one, ground) for ground in ("#ffffff", "#000000")) < ENOUGH
    ] == []
