"""How notes and entries of an apparatus are set, as edition.toml asks for it: all in one form, or
each series in its own; as style rules.
"""

import re

# One form for all, or forms by name ("": all others).
Forms = str | tuple[tuple[str, str], ...]
# What must not stand as it is in a quoted name in CSS.
_QUOTED, _ESCAPE = r'(["\\])', r"\\\1"
# What a note is set as, and what stands behind it. Those in columns are gathered in columns.py;
# a note of several blocks does not run on.
_FORM_CSS = {
    "paragraph": ("footnote-display: inline; text-align: start", 'var(--behind, " \\2003")'),
    "lines": ("footnote-display: block", "none"),
    "columns": ("footnote-display: block; column-count: 2", "none"),
}
FORMS = tuple(_FORM_CSS)


def rules(asked: Forms, one: str, every: str) -> list[str]:
    """Style rules for the forms that are asked for, of all notes or of some by name."""
    named = (("", asked),) if isinstance(asked, str) else asked
    of_words = ":not(.blocks)"
    made = []
    for name, form in named:
        dress, behind = _FORM_CSS[form]
        for selector in (one.format(escaped(name)) if name else every).split(", "):
            each = f"body {selector}{of_words if form == 'paragraph' else ''}"
            made.append(f"{each} {{ {dress}; }} {each}::after {{ content: {behind}; }}")
    return made


def escaped(name: str) -> str:
    """Return a name as it may stand in quotation marks in CSS."""
    return re.sub(_QUOTED, _ESCAPE, name)
