"""A template that nothing can match is told at its place (C027)."""

from pathlib import Path

import pytest
from editio.diagnostics import Diagnostic
from editio.edition.selection import select

from tests.pipeline.editions import edition, tei

TEXT = (
    '<p>A <hi rend="red">red</hi> <seg type="x"><persName>Ann</persName></seg>.</p>'
    '<p n="1">B.</p><p rend="red">C.</p>'
)
PACKAGE = """<xsl:package name="own-{name}" package-version="1" version="3.0"
xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:ed="urn:editio:ns"
xmlns:t="http://www.tei-c.org/ns/1.0"{default}><xsl:use-package name="urn:editio:{name}">
<xsl:override><xsl:template match="{match}" mode="ed:{mode}"><xsl:next-match/></xsl:template>
</xsl:override></xsl:use-package></xsl:package>"""
DEFAULT = ' xpath-default-namespace="http://www.tei-c.org/ns/1.0"'


def told(root: Path, name: str, mode: str, match: str, default: str = DEFAULT) -> list[Diagnostic]:
    """Return what is told of an edition with this template."""
    edition(root, small=tei(TEXT))
    (root / "edition.toml").write_text("", "utf-8")
    (root / "xslt").mkdir()
    words = PACKAGE.format(name=name, mode=mode, match=match, default=default)
    (root / f"xslt/{name}.xsl").write_text(words, "utf-8")
    return [one for one in select([root]).diagnostics if one.code[0] == "C"]


@pytest.mark.parametrize(
    ("name", "mode", "match"),
    [
        ("rules", "rules", "hi[@rend = 'red']"),
        ("rules", "rules", "text//hi[@rend='blue'] | seg[@type]"),
        ("rules", "rules", "hi[tokenize(@rend) = 'blue'][1]"),
        ("rules", "rules", "seg[hi[@rend = 'blue']]"),
        ("rules", "rules", "(hi | seg)[@n]"),
        ("rules", "rules", "*[@n] | t:none/@n | text()"),
        ("rules", "common", "none"),
        ("prepare", "prepare", "*:seg"),
        ("rules", "about", "t:title"),
        ("site", "html", "ed:inline[@kind = 'none']"),
        ("volume", "volume", "div"),
    ],
)
def test_what_may_match_is_not_told(tmp_path: Path, name: str, mode: str, match: str) -> None:
    """What stands somewhere, and patterns of which nobody can say it without running them."""
    assert told(tmp_path, name, mode, match) == []


@pytest.mark.parametrize(
    ("name", "match", "default", "hint"),
    [
        ("rules", "pesName", DEFAULT, "Did you mean “persName”?"),
        (
            "rules",
            "hi[@rend = 'blue'] | seg[@n]",
            DEFAULT,
            "There are <hi> in the edition, and none with @rend = “blue”. "
            "There are <seg> in the edition, and none with @n.",
        ),
        (
            "rules",
            "*:hi[@rend = 'red'][@n]",
            "",
            "There are <hi> in the edition, and none with @n.",
        ),
        ("rules", "*:p[@n][@rend]", "", "and none with @n and @rend at once."),
        ("rules", "*:hi[@rend = 'blue'][@n]", "", "none with @rend = “blue” and none with @n."),
        ("rules", "hi", "", "on <xsl:package>, or *:hi."),
        ("rules", "*:objectName", "", "No file of the edition has <objectName>."),
        ("site", "hi", "", "ed:inline[@kind = 'hi']"),
        ("text", "t:hi", "", "ed:inline[@kind = 'hi']"),
    ],
)
def test_what_matches_nothing_is_told(
    tmp_path: Path, name: str, match: str, default: str, hint: str
) -> None:
    """With the place of the template, and what may be meant."""
    mode = {"rules": "rules", "site": "html", "text": "text"}[name]
    (one,) = told(tmp_path, name, mode, match, default)
    assert (one.code, one.file, one.line) == ("C027", f"xslt/{name}.xsl", 4)
    assert hint in one.hint
