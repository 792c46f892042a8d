"""Colours of a site and whether they can be read: contrast as WCAG 2 measures it."""

import re

# What text on a ground needs (WCAG 2.2, 1.4.3).
ENOUGH = 4.5
# The grounds and inks of the site, light and dark, as its style sheet has them.
PAPER = ("#fdfcf9", "#181715")
INK = ("#1c1a17", "#e8e4dc")
# Of smaller words around the text, and of links.
QUIET = ("#625c52", "#aca498")
ACCENT = ("#8a2a17", "#ec9f85")
# How one is written, as a regular expression.
COLOUR = "#[0-9a-fA-F]{6}"


def meant(value: str) -> str:
    """Return the colour that a shorter or barer spelling means, as in #82a or 8a2a17."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", value)
    if not found:
        return ""
    return "#" + (found[1] if len(found[1]) == 6 else "".join(one * 2 for one in found[1]))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def for_dark(colour: str, ground: str) -> str:
    """Return a colour for the dark ground: lighter, until it can be read there."""
    steps = (_mixed(colour, n / 20) for n in range(21))
    return next((one for one in steps if contrast(one, ground) >= ENOUGH), "#ffffff")


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _mixed(colour: str, white: float) -> str:
    return "#" + "".join(f"{round(one + (255 - one) * white):02x}" for one in _parts(colour))


def _luminance(colour: str) -> float:
    shares = [one / 255 for one in _parts(colour)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
