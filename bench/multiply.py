"""Many texts from few: `python -m bench.multiply FOLDER TARGET COUNT [SCHEMA]`.

Writes an edition of COUNT texts into TARGET, those of FOLDER again and again, each under a name
and an id of its own, with a word of its own at the end of its title, so that no two are alike.
With a schema each is made valid first (bench/valid.py).
"""

import re
import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from bench.valid import made_valid

_ROOT = re.compile(rb"<TEI\b[^>]*>")
_ID = re.compile(rb"""\bxml:id=["'][^"']*["']""")
_TITLE_END = re.compile(rb"</title>")


def copies(texts: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of one copy after the other, without end."""
    for number in count():
        name = f"T{number + 1:06}"
        yield name, _renamed(texts[number % len(texts)], name)


def _renamed(text: bytes, name: str) -> bytes:
    """Return a text with another id at its root and that id at the end of its first titles."""
    own = b'xml:id="' + name.encode() + b'"'

    def root(found: re.Match[bytes]) -> bytes:
        tag = found.group()
        return _ID.sub(own, tag, 1) if _ID.search(tag) else tag[:-1] + b" " + own + b">"

    text = _ROOT.sub(root, text, 1)
    head, mark, rest = text.partition(b"</titleStmt>")
    return _TITLE_END.sub(b" (" + name.encode() + b")</title>", head) + mark + rest


def multiplied(source: Path, target: Path, number: int, schema: Path | None = None) -> None:
    """Write an edition of so many texts, which are valid where a schema is given."""
    files = sorted(source.glob("*.xml")) or sorted((source / "tei" / "texts").glob("*.xml"))
    folder = target / "tei" / "texts"
    folder.mkdir(parents=True, exist_ok=True)
    texts = made_valid(files, schema) if schema else [one.read_bytes() for one in files]
    for name, text in islice(copies(texts), number):
        (folder / f"{name}.xml").write_bytes(text)


if __name__ == "__main__":
    multiplied(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), *map(Path, sys.argv[4:]))
