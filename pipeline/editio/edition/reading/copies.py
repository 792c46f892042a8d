"""Documents as others get them: validators, and rules that may not see our stamps.

Turns Documents back into files: in UTF-8, without the address of a DTD, with what they include.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from editio.edition.reading.lines import in_utf8
from editio.edition.reading.prolog import alone
from editio.edition.reading.source import ED, Document, read
from lxml import etree


@contextmanager
def copies(files: Mapping[Path, str]) -> Iterator[dict[Path, Path]]:
    """Yield copies for a validator of files that it could not read as they are; places stay.

    They name no DTD, which it would fetch, are in UTF-8, and hold what they include.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = {}
        for number, (file, shown) in enumerate(files.items()):
            document = read(file, shown)
            if isinstance(document, Document):
                made[file] = Path(folder) / f"{number}.xml"
                made[file].write_bytes(for_validator(document))
        yield made


def for_validator(document: Document) -> bytes:
    """Return a document as a validator gets it."""
    return plain(document).encode() if document.assembled else alone(in_utf8(document.data))


_STAMPED = re.compile(rf' xmlns:([\w.-]+)="{ED}"')


def plain(document: Document) -> str:
    """Return a document as its author wrote it: without our stamps, which no rule may see.

    They are attributes of our namespace, under whatever prefixes lxml declared for it.
    """
    before = "".join(
        etree.tostring(node, encoding="unicode", with_tail=False)
        for node in reversed(list(document.root.itersiblings(preceding=True)))
    )
    xml = document.unplaced
    for prefix in set(_STAMPED.findall(xml)):
        xml = re.sub(rf' {prefix}:[a-z]+="[^"]*"', "", xml)
    return before + _STAMPED.sub("", xml)
