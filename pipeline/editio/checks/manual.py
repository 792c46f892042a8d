"""docs/checks.md: every code with its manual page, from the code itself.

`python -m editio.checks.manual` prints the page; a test holds docs/checks.md to it.
"""

import re
import sys

from editio.checks import run  # noqa: F401  # enters every code
from editio.diagnostics.codes import CODES, LETTERS, Code

_HEAD = """# What `editio check` looks for

Made by `python -m editio.checks.manual > docs/checks.md` from the checks themselves; do not edit.
`editio explain CODE` prints one entry. An *error* makes `editio check` fail and stops
`editio build`, a *warning* fails only with `--strict`. An edition can weigh codes otherwise: see
[settings.md](settings.md).
"""


def page() -> str:
    """Return the whole page in Markdown."""
    parts = [_HEAD, _contents()]
    for letter, name in LETTERS.items():
        parts.append(f"## {letter}: {name}\n")
        parts += [_entry(CODES[code]) for code in sorted(CODES) if code[0] == letter]
    return "\n".join(parts)


def _contents() -> str:
    rows = [
        f"| [{code}](#{code.lower()}) | {CODES[code].severity} | {CODES[code].title} |"
        for letter in LETTERS
        for code in sorted(CODES)
        if code[0] == letter
    ]
    return "\n".join(["| code | | |", "|---|---|---|", *rows, ""])


def _entry(code: Code) -> str:
    """Return one code: its manual with the examples as code."""
    words, _, examples = code.manual.strip().partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    shown = [f"{name}:\n\n```xml\n{_outdented(text)}\n```\n" for name, text in (
        ("Wrong", wrong), ("Right", right),
    )]  # fmt: skip
    return "\n".join([f"### {code.name}\n", escaped(words.strip()) + "\n", *shown])


def escaped(words: str) -> str:
    """Return words with markup that is no code as Markdown that shows it."""
    parts = words.split("`")
    return "`".join(re.sub(r"<(?=[/\w!?])", "&lt;", one) if n % 2 == 0 else one
                    for n, one in enumerate(parts))  # fmt: skip


def _outdented(text: str) -> str:
    return "\n".join(line.removeprefix("    ").rstrip() for line in text.strip("\n").splitlines())


if __name__ == "__main__":
    sys.stdout.write(page())
