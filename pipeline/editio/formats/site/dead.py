"""Links that editors wrote in words of their own, and that lead to no page of the site or to no
place of one (O028): in pages in Markdown, in the menu, in the words at the foot of each page and at
the head of the first. What is known before the site is built edition/beside/astray.py says.
"""

from collections.abc import Iterator, Mapping

from editio.diagnostics import Diagnostic
from editio.edition.beside.astray import Link, astray, links, of_menu
from editio.edition.config.settings import FORMATS, advice
from editio.edition.project import SITE
from editio.formats.site.parts import opened, places
from editio.model.context import Whole


def dead(whole: Whole, files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield each link that leads to none of the files of the site, or to no place of one, nor to
    another format, which may be built at another time: of TEI that which is published, which is not
    that of the folder tei/ of the edition.
    """
    project = whole.edition.project
    known = {(one.file, one.line, one.column): one for one in astray(project)}
    names = {*whole.parts, *files, "."}
    for one in (*links(project), *of_menu(project)):
        there = one.file, *one.place
        if one.target in names and one.target.endswith(".html") and one.fragment:
            ids = _ids(whole, files, one.target)
            if one.fragment not in {*ids, "top"} and not one.fragment.startswith(":~:"):
                meant = advice(one.fragment, sorted(ids))
                yield known.get(there) or one.told("place of that page", meant)
        elif one.target not in names and not _is_elsewhere(whole, one):
            meant = one.nearest(sorted(name for name in names if name.endswith(".html")))
            yield known.get(there) or one.told("page of the site", meant)


def _is_elsewhere(whole: Whole, one: Link) -> bool:
    """Whether a link leads to another format."""
    texts = whole.edition.texts
    if one.target.partition("/")[0] not in {*FORMATS} - {SITE}:
        return False
    if one.target.startswith("tei/") and one.target.endswith(".xml"):
        names = ("corpus", "cmif", *(text.id for text in texts))
        return one.target in {f"tei/{name}.xml" for name in names}
    return one.target not in {text.path for text in texts}


def _ids(whole: Whole, files: Mapping[str, bytes], page: str) -> set[str]:
    """Return the ids of a page; of the first of a divided text also those that it sends on."""
    data = files.get(page) or whole.parts.get(page, b"")
    divided = f"{page.removesuffix('.html')}-places.js"
    sent = places({divided: whole.parts[divided]}) if divided in whole.parts else {}
    return {str(one) for one in opened(data).xpath("//@id")} | {
        place for known in sent.values() for place in known
    }
