"""Stylesheets of an edition's own: xslt/NAME.xsl beside the TEI overrides our package NAME;
[behaviours] in edition.toml and models in an ODD say the simple wishes without XSLT.

Turns them into texts that the engine compiles in place of ours. Files that one includes are put in
its place here, from the folder xslt/ alone: the engine opens nothing for them, neither when it
compiles nor when it runs.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.origins import Place
from editio.edition.beside.carried import XSL, carried_out, wished
from editio.edition.beside.processing import models
from editio.edition.beside.sheets import FOLDER, RefusedError, stylesheet, text
from editio.edition.reading.files import UnreadableError, content
from lxml import etree

FILE = "edition.toml"
# The packages that an edition may use and override.
NAMES = (
    "prepare", "rules", "apparatus", "facts", "registers",
    "site", "print", "volume", "text", "epub",
)  # fmt: skip
_RULES = f"""<xsl:package xmlns:xsl="{XSL}" version="3.0" name="own" package-version="1">
<xsl:use-package name="urn:editio:rules"/></xsl:package>"""


def stylesheets(
    root: Path, behaviours: Mapping[str, Mapping[str, str]], sure: bool = True
) -> tuple[tuple[tuple[str, str], ...], list[Diagnostic]]:
    """Return what is compiled in place of ours, by name, and what is not taken; where it is not
    `sure` that the folder is one of editio, stylesheets that have nothing of it are passed over.
    """
    statements, found = models(root)
    said = [*carried_out(statements), *wished(behaviours)]
    made = []
    for name in NAMES:
        path = root / FOLDER / f"{name}.xsl"
        wishes = said if name == "rules" else []
        # In the folder of editio itself they are ours. What is no file is told when it is read.
        is_theirs = os.path.lexists(path) and not is_ours(path) and (sure or is_about_ours(path))
        if not is_theirs and not wishes:
            continue
        try:
            made.append((name, _package(path if is_theirs else None, name, wishes)))
        except RefusedError as error:
            at = error.place
            found.append(diagnostic("C012", at.file, at.line, at.column, reason=error.reason))
        except etree.XMLSyntaxError as error:  # of a wish with signs that XML does not have
            found.append(diagnostic("C012", FILE, reason=str(error)))
    return tuple(made), found


def is_ours(path: Path) -> bool:
    """Whether a file is one of editio itself, in whose folder an edition may stand."""
    return b'<xsl:package name="urn:editio:' in _content(path)


def is_about_ours(path: Path, words: str = "urn:editio:") -> bool:
    """Whether a file has something of editio in it."""
    return words.encode() in _content(path)


def _content(path: Path) -> bytes:
    try:
        return content(path)
    except UnreadableError:
        return b""


def _package(path: Path | None, name: str, wishes: Sequence[str]) -> str:
    tree = stylesheet(path) if path else etree.fromstring(_RULES)
    used = [one for one in tree.iter(f"{{{XSL}}}use-package")
            if one.get("name") == f"urn:editio:{name}"]  # fmt: skip
    if not used:
        reason = f'it has no <xsl:use-package name="urn:editio:{name}">'
        raise RefusedError(reason, Place(f"{FOLDER}/{name}.xsl", 1, 1))
    if used[0].find(f"{{{XSL}}}accept") is None:
        used[0].insert(0, etree.fromstring(_ACCEPT))
    # What is made for a page has no namespace of stylesheets on it.
    if tree.get("exclude-result-prefixes") is None:
        tree.set("exclude-result-prefixes", "#all")
    if wishes:
        override = etree.SubElement(used[0], f"{{{XSL}}}override")
        override.extend(etree.fromstring(one) for one in wishes)
    return text(tree)


_ACCEPT = f'<xsl:accept xmlns:xsl="{XSL}" component="*" names="*" visibility="public"/>'
