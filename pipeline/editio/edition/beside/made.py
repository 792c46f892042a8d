"""What stylesheets of the edition's own make of a text: behaviours, which every format knows.

Finds in a tree that they had a hand in what is none, before each format fails on it.
"""

from editio.engines.saxon import EDITIO, Engine, Node, Others, TransformError

# docs/own-rules.md and CONTRIBUTING.md have the same names.
BEHAVIOURS = (
    "section", "heading", "paragraph", "block", "line", "list", "item", "label", "table", "row",
    "cell", "figure", "graphic", "verbatim", "inline", "alternate", "gap", "note", "link", "anchor",
    "break", "foreign",
)  # fmt: skip
# What our rules alone make: texts in texts, parts of what is not set in one place, points.
_OURS = ("text", "part", "apart", "point")
# What a formula or a drawing is made of is nobody's business here.
_STRANGE = f"""<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:ed="{EDITIO}"><xsl:mode name="ed:strange"/><xsl:template match="/" mode="ed:strange">
    <xsl:sequence select="string((//*[not(self::ed:*)], //ed:text//*[not(local-name() =
        ('{"', '".join((*BEHAVIOURS, *_OURS))}'))])[not(ancestor::ed:foreign)][1]/name())"/>
    </xsl:template></xsl:stylesheet>"""


def judge(engine: Engine, name: str, tree: Node, own: Others) -> None:
    """Raise TransformError where the stylesheet `name` is one of the edition's own and there is
    something in the tree that is no behaviour.
    """
    if name not in dict(own):
        return
    engine.make("strange", _STRANGE)
    if strange := str(engine.run("strange", tree, "strange").value.head):
        known = ", ".join(f"ed:{one}" for one in BEHAVIOURS)
        raise TransformError(
            f"xslt/{name}.xsl: it made <{strange}>, which is no behaviour; there are {known}"
        )
