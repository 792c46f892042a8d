"""A page in Markdown as TEI, so that the book, its EPUB and plain text have it by the same rules as
one in TEI. What is made is a document for the rules alone: nobody publishes it.
"""

import re
from typing import Any

from editio.edition.beside.own import Page
from editio.edition.reading.source import ED, TEI, XML_ID
from editio.edition.texts.titles import XML_LANG
from lxml import etree

# What may be an id in XML: a heading that begins with a number has none.
_ID = re.compile(r"[^\W\d][\w-]*")
_TEI_ALONE: Any = {None: TEI}
# Elements of XHTML as Markdown makes them -> those of TEI, and what @rend says. The words of a
# picture stand for it: its file is beside the site.
_TEI = {
    "p": ("p", ""), "em": ("hi", "italic"), "strong": ("hi", "bold"), "s": ("hi", "strikethrough"),
    "code": ("code", ""), "pre": ("eg", ""), "blockquote": ("quote", ""), "a": ("ref", ""),
    "ul": ("list", "bulleted"), "ol": ("list", "numbered"), "li": ("item", ""), "br": ("lb", ""),
    "sub": ("hi", "subscript"), "sup": ("hi", "superscript"), "u": ("hi", "underline"),
    "hr": ("milestone", ""), "table": ("table", ""), "tr": ("row", ""), "td": ("cell", ""),
    "th": ("cell", ""), "img": ("hi", "italic"), "note": ("note", ""),
    "dl": ("list", ""), "dt": ("label", ""), "dd": ("item", ""),
    # Headings within a quotation or a list.
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("p", "")),
}  # fmt: skip


def encoded(page: Page, language: str) -> str:
    """Return a page as a TEI document; its first heading, which is its title, is in its header."""
    root = etree.Element(f"{{{TEI}}}TEI", {XML_LANG: language}, nsmap=_TEI_ALONE)
    root.set(f"{{{ED}}}id", page.name)
    statement = _under(root, "teiHeader", "fileDesc", "titleStmt", "title")
    statement.text = page.title
    article = etree.fromstring(page.article)
    first = article.find("h1")
    if first is not None and first.getprevious() is None:
        article.remove(first)
    for back in article.iterfind("section//a[@class='footnote-backref']"):
        back.tag = "back"
    _called(article)
    _divided(article, _under(root, "text", "body"))
    return etree.tostring(root, encoding="unicode")


def _under(parent: etree._Element, *names: str) -> etree._Element:
    for name in names:
        parent = etree.SubElement(parent, f"{{{TEI}}}{name}")
    return parent


def _called(article: etree._Element) -> None:
    """Put each footnote where it is called first; an empty one that names it calls it again."""
    bodies = {f"#{one.get('id')}": one for one in article.iterfind("section/ol/li")}
    for call in list(article.iterfind(".//sup[@class='footnote-ref']")):
        address = call[0].get("href", "")
        body = bodies.pop(address, ())
        call.tag = "note"
        call.set("id" if len(body) else "sameAs", address[1:] if len(body) else address)
        call[:] = list(body)
        etree.strip_elements(call, "back", with_tail=False)
    for one in [*article.iterfind("hr[@class='footnotes-sep']"), *article.iterfind("section")]:
        article.remove(one)


def _divided(article: etree._Element, body: etree._Element) -> None:
    """Put what follows a heading into a division; one of a deeper heading is within it."""
    open_ones = [(0, body)]
    for block in article:
        level = int(block.tag[1]) if block.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else 0
        if level:
            while open_ones[-1][0] >= level:
                open_ones.pop()
            open_ones.append((level, _under(open_ones[-1][1], "div")))
            if _ID.fullmatch(block.get("id", "")):
                open_ones[-1][1].set(XML_ID, block.get("id", ""))
            _filled(_under(open_ones[-1][1], "head"), block)
        else:
            _made(open_ones[-1][1], block)


def _made(parent: etree._Element, one: etree._Element) -> None:
    """Add what becomes of an element; the parts of a table are no elements of TEI."""
    if one.tag in {"thead", "tbody"}:
        for row in one:
            _made(parent, row)
        return
    name, look = _TEI[str(one.tag)]
    made = _under(parent, name)
    for attribute, value in (
        ("rend", look), ("target", one.get("href", "")), ("unit", "section" * (one.tag == "hr")),
        ("role", "label" * _is_head(one)), (XML_ID, one.get("id", "") * (name == "note")),
        ("place", "foot" * (name == "note")), ("sameAs", one.get("sameAs", "")),
        ("n", _number(one)),
    ):  # fmt: skip
        if value:
            made.set(attribute, value)
    _filled(made, one)
    made.tail = one.tail
    if one.tag == "img":
        made.text = one.get("alt")


def _is_head(one: etree._Element) -> bool:
    """Whether a cell is the head of a column, or a row has nothing but these."""
    return one.tag == "th" or (one.tag == "tr" and all(cell.tag == "th" for cell in one))


def _number(one: etree._Element) -> str:
    """Return the number of the first item of a list that does not begin with 1."""
    parent = one.getparent()
    first = one.tag == "li" and parent is not None and parent[0] is one
    return parent.get("start", "") if first and parent is not None else ""


def _filled(made: etree._Element, one: etree._Element) -> None:
    made.text = one.text
    for child in one:
        _made(made, child)
