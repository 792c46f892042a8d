"""Every output of a piece of TEI, cut down to what a golden needs to show.

Turns a case into texts that can be checked by eye: a block a line, and what every page has around
its text left out. Formats are applied as the build applies them.
"""

import re
from collections.abc import Mapping
from functools import cache

from editio.engines.saxon import strings
from editio.formats.text import plain as set_in_lines
from editio.model.context import Text
from editio.render.job import Behaviours, behaviours, here, labels
from lxml import etree, html

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text>{text}</text></TEI>"""

READINGS = ("reading", "diplomatic")

# Golden -> the stylesheet that makes it, and its page.
_PAGES = {
    "reading.html": ("site", "case.html"),
    "diplomatic.html": ("site", "case-diplomatic.html"),
    "print.html": ("print", "page"),
    "epub.xhtml": ("epub", "text"),
}

# What every page has, whatever stands in the text.
_AROUND = (
    "*[contains(@class, 'views') or contains(@class, 'toolbar') or contains(@class, 'cite') or "
    "contains(@class, 'contents') or contains(@class, 'neighbours') or @class = 'pl']"
)
_HEADER = "*[@class = 'masthead' or @class = 'about' or @class = 'title' or @class = 'imprint']"
_BLOCK = re.compile(
    r"\s*(<(?:article|aside|blockquote|caption|dd|div|dl|dt|figcaption|figure|h[1-6]|header|li"
    r"|main|ol|p|pre|section|table|tbody|thead|tr|ul)\b[^>]*>)"
)


def document(case: str) -> str:
    """Return the whole TEI document of a case: what it holds, or a body with its back."""
    if "<teiHeader" in case:
        return case
    body, back, rest = case.partition("<back>")
    front, found, after = body.rpartition("</front>")
    return FRAME.format(text=f"{front}{found}<body>{after}</body>{back}{rest}")


@cache
def ruled(case: str) -> Behaviours:
    """Return the behaviours of a case, with what the rules had to say."""
    return behaviours("case.xml", document(case))


def plain(case: str, reading: str) -> str:
    """Return one of the two plain texts, without its header block."""
    text = Text("case", "case.xml", here(), ruled(case).tree, labels(), "", lambda _: None)
    page = set_in_lines(text, reading).text
    return page if "<teiHeader" in case else page.split("***\n\n", 1)[-1]


def outputs(case: str) -> Mapping[str, str]:
    """Return name of golden -> what is published: pages, book, EPUB, facts."""
    return {name: made(name, case) for name in (*_PAGES, "facts.xml")}


def beside(ours: str, theirs: str) -> list[list[str]]:
    """Return the words of each part that stands beside another, first of the original, then of its
    translation.
    """
    body = (
        f'<div type="edition" xml:lang="la">{ours}</div>'
        f'<div type="translation" xml:lang="en">{theirs}</div>'
    )
    page = html.fromstring(outputs(document(body))["reading.html"])
    pairs = (one for one in page.iter("div") if one.get("class") == "pair")
    return ["".join(map(str, one.itertext())).split() for one in pairs]


@cache
def made(name: str, case: str) -> str:
    """Return one output of a case, by the name of its golden."""
    if name == "facts.xml":
        return _facts(case)
    stylesheet, page = _PAGES[name]
    pages = applied(stylesheet, case)
    parsed = etree.fromstring(pages[page]) if name == "epub.xhtml" else html.fromstring(pages[page])
    return _cut(parsed, "<teiHeader" not in case)


@cache
def applied(stylesheet: str, case: str) -> dict[str, str]:
    """Return the pages of one stylesheet, under names that do not depend on the id of the case."""
    parameters = {"labels": labels(), "edition": "", "reference": here().parse("<p/>")}
    mode = "text-pages" if stylesheet == "site" else stylesheet
    pages = strings(here().run(stylesheet, ruled(case).tree, mode, parameters).value)
    if stylesheet != "site":
        return pages
    return {f"case{path[len(min(pages, key=len)) - 5 :]}": page for path, page in pages.items()}


def _cut(page: etree._Element, bare: bool) -> str:
    """Return what is between the head and the foot of a page, a block a line."""
    mains = page.xpath("//*[local-name() = 'main']") or page.xpath("//*[local-name() = 'body']")
    assert isinstance(mains, list)
    main = mains[0]
    assert isinstance(main, etree._Element)
    for path in (_AROUND, _HEADER) if bare else (_AROUND,):
        found = main.xpath(f".//{path}")
        for one in found if isinstance(found, list) else ():
            _dropped(one)
    _unfolded(main)
    words = etree.tostring(main, encoding="unicode", with_tail=False)
    words = re.sub(r' xmlns(:\w+)?="[^"]*"', "", words)
    words = re.sub(r"^<(\w+)[^>]*>|</\w+>$", "", words)
    return _BLOCK.sub(r"\n\1", words).strip() + "\n"


def _unfolded(main: etree._Element) -> None:
    """Take the frames of a page away: what folds, and the place to which the first link leads."""
    for one in list(main.iter("article", "details", "summary")):
        if "data-pagefind-body" in one.attrib:
            del one.attrib["id"]
        elif isinstance(one, html.HtmlElement):
            one.drop_tag()


def _dropped(element: object) -> None:
    """Take an element out, and leave the words behind it."""
    assert isinstance(element, etree._Element)
    parent = element.getparent()
    assert parent is not None
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _facts(case: str) -> str:
    """Return the facts of a text, an element a line."""
    known = {"labels": labels()}
    found = str(here().run("facts", ruled(case).tree, "facts", known).value.head)
    lines = re.sub(r">\s*\n\s*<", ">\n<", found).replace("\n</", "</")
    return re.sub(r"\s*\n\s*(?!\s|<)", " ", lines).rstrip() + "\n"
