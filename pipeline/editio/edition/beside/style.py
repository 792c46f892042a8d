"""Whether citations can be written by the edition's own style (citation.csl), and if not, where it
is at fault: looked for in its macros, and by writing a few.
"""

from collections.abc import Iterator
from copy import deepcopy

from editio.edition.reading.source import AT
from lxml import etree

# The words in which the trial is written: those of our own style.
_LOCALE = "en-GB"
_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAME = {"family": "Name", "given": "Given"}
_DAY = {"date-parts": [[1799, 10, 3]]}
# What a text and an edition are to a citation processor (formats/references.py): all, and little.
_ITEMS: tuple[dict[str, object], ...] = (
    {"id": "text", "type": "chapter", "title": "Title", "container-title": "Edition",
     "author": [_NAME], "editor": [_NAME, {"literal": "House"}], "translator": [_NAME],
     "publisher": "House", "publisher-place": "Place", "issued": _DAY, "original-date": _DAY,
     "version": "1.0", "collection-title": "Series", "URL": "https://example.org/",
     "DOI": "10.5555/12345678"},
    {"id": "edition", "type": "book", "title": "Edition"},
)  # fmt: skip


def fault(root: etree._Element) -> tuple[str, str]:
    """Return what is wrong with a style, in words, and where ("line:column"); nothing if it can be
    used.
    """
    if root.tag != f"{_CSL}style" or root.find(f"{_CSL}bibliography/{_CSL}layout") is None:
        return "it is no style of CSL with a bibliography", _place(root)
    return next(_macros(root), None) or _tried(root)


def plain(root: etree._Element) -> str:
    """Return a style as XML, without its places."""
    return etree.tostring(_bare(root), encoding="unicode")


def _bare(root: etree._Element) -> etree._Element:
    made = deepcopy(root)
    for one in made.iter(etree.Element):
        one.attrib.pop(AT, "")
    return made


def _macros(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield calls of macros that are not there, or that lead back to the macro itself."""
    calls = {one.get("name", ""): [*one.iter(f"{_CSL}text")] for one in root.iter(f"{_CSL}macro")}
    for call in root.iter(f"{_CSL}text"):
        name = call.get("macro")
        if name is not None and name not in calls:
            yield f"there is no macro “{name}”", _place(call)
    for name, within in calls.items():
        todo, seen = [*within], set[str]()
        while todo:
            call = todo.pop()
            called = call.get("macro", "")
            if called == name:
                yield f"the macro “{name}” calls itself", _place(call)
            if called not in seen:
                seen.add(called)
                todo += calls.get(called, ())


def _tried(root: etree._Element) -> tuple[str, str]:
    """Return why no citation can be written."""
    from editio.engines import citing  # noqa: PLC0415  # large, for editions with a style

    try:
        made = citing.style(plain(root), _LOCALE)
        lines = [citing.line({**item}, made, way) for item in _ITEMS for way in ("plain", "html")]
        if not lines[0].strip(" ."):
            return "nothing is written by it", _place(root)
    except Exception as error:  # of a processor that does not foresee faulty styles
        reason = f"no citation can be written by it ({type(error).__name__}: {error})"
        return next(_strange(root, citing.known()), (reason, _place(root)))
    return "", ""


def _strange(root: etree._Element, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what the processor does not know, and what says nothing to it."""
    parts = (part for name in ("macro", "layout") for part in root.iter(f"{_CSL}{name}"))
    for one in (each for part in parts for each in part.iter(etree.Element)):
        name = etree.QName(one).localname
        if name not in known:
            yield f"<{name}> is no element of a style", _place(one)
        elif name == "text" and not {"macro", "variable", "term", "value"} & set(one.keys()):
            yield "<text> has no macro, variable, term or value", _place(one)


def _place(element: etree._Element) -> str:
    return element.get(AT, "")
