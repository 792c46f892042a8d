"""The encoding manual: what the edition's ODD says, as pages of the site, and the schema files that
editors' software reads. It is made from the ODD as it is written out in full, where it is. Without
an ODD, or with one that cannot be compiled (`editio schema` says why), there is none.
"""

from lxml import etree, html

from editio.edition.project import ODD
from editio.edition.reading.source import ED
from editio.formats.schema import COMPLETE, OddError, compile_odd
from editio.model.context import Files, Whole


def compiled(whole: Whole) -> dict[str, str]:
    """Compile the ODD of an edition that has one: path -> article or schema file."""
    odd = whole.edition.project.root / ODD
    complete = odd.with_name(COMPLETE)
    if not odd.is_file():
        return {}
    try:
        return compile_odd(complete if complete.is_file() else odd)
    except OddError:
        return {}


def articles(made: dict[str, str]) -> str:
    """Return the pages of the manual as `ed:manual`, for the stylesheet to frame."""
    found = []
    for path, article in made.items():
        if path.endswith(".html"):
            root = etree.Element(f"{{{ED}}}manual", page=path, nsmap={"ed": ED})
            root.append(html.fragment_fromstring(article.strip()))
            found.append(etree.tostring(root, encoding="unicode"))
    return "".join(found)


def schemas(made: dict[str, str]) -> Files:
    """Return the files of the schema, which the manual offers."""
    return {path: text.encode() for path, text in made.items() if not path.endswith(".html")}
