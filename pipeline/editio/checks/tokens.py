"""Words in elements of their own (TEI Guidelines, chapter AI): whether what parts them is said."""

import re
from collections.abc import Iterator

from lxml import etree

from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import HINT
from editio.edition.reading.source import TEI, Document

_SIGN = f"{{{TEI}}}pc"
_TOKENS = (f"{{{TEI}}}w", _SIGN)
# What stands close to the word before it, as in xslt/prepare/tokens.xsl.
_CLOSES = re.compile(r"\s*[,.;:!?…)\]}»”’]")


@document_check(
    "X008",
    HINT,
    "line breaks alone stand between words and signs: no space is published before “{sign}”",
    'Mark it: <pc join="left">{sign}</pc>; or leave nothing between tags whose words touch.',
)
def parted_by_layout(document: Document) -> Iterator[Finding]:
    """Where each word has an element and a line of its own, @join says which touch.

    Without it a blank is put between words and none before a sign that closes; what else belongs
    together (don't, l'homme) is published in two. Told once a file.

    Wrong:
        <w>Salt</w> <w>is</w> <w>dear</w> <pc>.</pc>
    Right:
        <w>Salt</w> <w>is</w> <w>dear</w> <pc join="left">.</pc>
    """
    if any("join" in one.attrib for one in document.root.iter(*_TOKENS)):
        return
    for sign in document.root.iter(_SIGN):
        if _CLOSES.match(sign.text or "") and _is_apart(sign):
            yield here(document, sign, sign=(sign.text or "").strip())
            return


def _is_apart(sign: etree._Element) -> bool:
    """Whether blanks alone stand before a sign and between all tokens around it."""
    before, parent = sign.getprevious(), sign.getparent()
    if before is None or parent is None or before.tag not in _TOKENS:
        return False
    parted = [one.tail or "" for one in parent if one.getnext() is not None]
    return all(parted) and not "".join((parent.text or "", *parted)).strip()
