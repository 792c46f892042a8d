"""The titles of a header told apart: each gets the role that it has for its text.

A header may hold many titles (TEI Guidelines, chapter HD): of the text, of the series that it
stands in, short ones, descriptions. Lists, pages, citations need the one that is the text's own.
It is chosen here alone and marked on the element, so that Python and XSLT cannot disagree.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

# From what is closest to the text to what is furthest: article, book, unpublished, not said, …
_LEVELS = ("a", "m", "u", "", "j", "s")
_WHOLE = frozenset({"complete", "full"})
_SUB = frozenset({"sub", "subordinate", "subtitle", "part", "volume"})
_ASIDE = frozenset({
    "abbr", "alt", "alternative", "desc", "filing", "gmd", "iso-date", "marc245a", "marc245b",
    "parallel", "running", "short", "uniform",
})  # fmt: skip
_SERIES = frozenset({"series", "sub-series", "host"})
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def mark(root: etree._Element, attribute: str) -> None:
    """Write on every title of a title statement, as `attribute`, what it is.

    The roles: title, subtitle, series, short, other.
    """
    for statement in root.iter("{*}titleStmt"):
        above = statement.getparent()
        if above is not None and etree.QName(above).localname == "fileDesc":
            titles = [one for one in statement.iterchildren("{*}title") if words(one)]
            if titles:
                _mark(titles, attribute, language(root))


def main_title(root: etree._Element, attribute: str) -> str:
    """Return the words of the title that was marked as the text's own; nothing if there is none."""
    header = root.find("{*}teiHeader")
    titles = () if header is None else header.iter("{*}title")
    return next((words(one) for one in titles if one.get(attribute) == "title"), "")


def series_titles(root: etree._Element, attribute: str) -> tuple[str, ...]:
    """Return the titles of the series that a text says it stands in."""
    header = root.find("{*}teiHeader/{*}fileDesc")
    if header is None:
        return ()
    stated = header.findall("{*}seriesStmt/{*}title")
    marked = [one for one in header.iter("{*}title") if one.get(attribute) == "series"]
    return tuple(dict.fromkeys(filter(None, map(words, [*marked, *stated]))))


def words(title: etree._Element) -> str:
    """Return the words of a title without its notes, white space settled."""
    return " ".join("".join(_texts(title)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and etree.QName(child).localname != "note":
            yield from _texts(child)
        yield child.tail or ""


def language(root: etree._Element) -> str:
    """Return the language of a text: what the root says, or its words, or the only one in use."""
    text = root.find("{*}text")
    said = root.get(XML_LANG) or (text is not None and text.get(XML_LANG)) or ""
    used = {one.get("ident", "") for one in root.findall("{*}teiHeader//{*}langUsage/{*}language")}
    return said or (used.pop() if len(used) == 1 else "")


def _mark(titles: Sequence[etree._Element], attribute: str, lang: str) -> None:
    main = _main(titles, lang)
    roles = {one: "title" if one is main else _role(one, main) for one in titles}
    below = [one for one, role in roles.items() if role == "subtitle"]
    own = [one for one in below if one.get(XML_LANG, lang) == main.get(XML_LANG, lang)]
    # Of subtitles in several languages those in the language of the title are the text's own.
    roles |= {one: "other" for one in below if own and one not in own}
    for title, role in roles.items():
        title.set(attribute, role)


def _main(titles: Sequence[etree._Element], lang: str) -> etree._Element:
    for title in titles:
        if title.get("type") in _WHOLE:
            return title
    proper = [one for one in titles if one.get("type") not in _ASIDE | _SUB | _SERIES]
    return min(proper or titles, key=lambda one: _distance(one, lang))


def _distance(title: etree._Element, lang: str) -> tuple[int, int, int]:
    """Return how far a title is from being the text's own; of equals the first is taken."""
    kind = title.get("type", "")
    own = title.get(XML_LANG, lang).partition("-")[0] in ("", lang.partition("-")[0])
    return _rank(title), {"main": 0, "": 1}.get(kind, 2), 0 if own else 1


def _rank(title: etree._Element) -> int:
    level = title.get("level", "")
    return _LEVELS.index(level if level in _LEVELS else "")


def _role(title: etree._Element, main: etree._Element) -> str:
    kind = title.get("type", "")
    if kind in _SERIES or (
        title.get("level") in ("m", "j", "s") and _rank(title) > _rank(main) and kind not in _ASIDE
    ):
        return "series"
    if kind in ("short", "running"):
        return "short"
    near = title.get("level", "") in ("", main.get("level", ""))
    return "subtitle" if kind in _SUB and near and main.get("type") not in _WHOLE else "other"
