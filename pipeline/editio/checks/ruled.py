"""What our rules say of a text that is plain without running them, which takes ten times as long.

Turns the stylesheets, once, into the names and words that they know, and a text into what they say
of it. Where that is not sure, as a rule has a condition, it is left to the rules.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.looks import NAMES, declared, look, told
from editio.edition.reading import source
from editio.edition.reading.source import TEI, Document
from editio.engines.saxon import Message
from editio.resources import XSLT

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_RULES = "ed:rules"
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_NAME = re.compile(r"[A-Za-z][\w.-]*")
_EACH = re.compile(r"ed:each\('([^']+)',")
_KEY = re.compile(r"'([^']+)'\s*:")
_QUOTED = re.compile(r"'([^']+)'")


def _tags(names: str) -> frozenset[str]:
    return frozenset(f"{{{TEI}}}{name}" for name in names.split())


_STAND_OFF, _NOTE = f"{{{TEI}}}standOff", f"{{{TEI}}}note"
_DOUBTS = _tags("certainty precision")
# Elements whose @cert pages may not show, but where it is about an entry or a value (needs-no-doubt
# in stand-off.xsl).
_GRADED = _tags("seg num measure date time persName orgName placeName name rs")
_ABOUT = frozenset(("ref", "key", "value", "quantity", "atLeast", "atMost"))
# Places of notes that need no asking; of others the rules know whether they are places.
_PLACES = frozenset(("foot", "end", "bottom", "margin", "left", "right", "inline", "unspecified"))
_TEXT, _HEADER, _FORMULA = f"{{{TEI}}}TEI", f"{{{TEI}}}teiHeader", f"{{{TEI}}}formula"


@dataclass(frozen=True)
class Ruled:
    """`elements`: tags of the TEI that have a rule wherever they stand; `looks`: words in @rend."""

    elements: frozenset[str]
    looks: frozenset[str]

    @cached_property
    def sure(self) -> frozenset[str]:
        """Return those elements of which it does not matter how they are."""
        return self.elements - {_NOTE, _STAND_OFF, _FORMULA, *_DOUBTS, *_GRADED}

    def leaves_open(self, element: etree._Element, root: etree._Element) -> bool:
        """Whether the rules may have something to say of an element as such."""
        if element.tag in self.elements:
            is_tex = element.tag == _FORMULA and "notation" in element.attrib
            if element.tag == _NOTE and element.get("place", "foot") not in _PLACES:
                return True
            is_graded = element.get("cert", "high") != "high" and _ABOUT.isdisjoint(element.keys())
            is_open = is_tex or element.tag in _DOUBTS or (element.tag in _GRADED and is_graded)
            return is_open or (element.tag == _STAND_OFF and not _lists(element))
        is_header = element.tag == _HEADER and element.getparent() is root
        return not (is_header or (element is root and element.tag == _TEXT))


def _lists(element: etree._Element) -> bool:
    """Whether an element has lists of entries and nothing else."""
    names = [etree.QName(one).localname for one in element.iterchildren("*")]
    return all(name.startswith("list") and name != "listAnnotation" for name in names)


def said(text: Document) -> list[Message] | None:
    """Return what the rules say of a text (T006), or nothing where they have to be asked."""
    root, known = text.root, ruled()
    if any(
        known.leaves_open(one, root)
        for one in root.iter(etree.Element)
        if one.tag not in known.sure
    ):
        return None
    looking = [(one, how) for one in bearers(root, *NAMES) if (how := look(one, known.looks))]
    declarations = declared(root) if looking else []
    found = None if declarations is None else told(looking, declarations)
    return None if found is None else [_placed(text, where, one) for where, one in found]


def _placed(text: Document, where: etree._Element, one: Message) -> Message:
    """Return what is said of the looks of an element, or of a declaration, with its place."""
    file = text.file(where)
    return Message(one.code, one.subject, *text.at(where), "" if file == text.path else file)


@cache
def ruled() -> Ruled:
    """Return what our stylesheets know."""
    files = [XSLT / "rules.xsl", *sorted((XSLT / "rules").rglob("*.xsl"))]
    sheets = [root for file in files if (root := source.tree(file)) is not None]
    names = {name for sheet in sheets for name in _matched(sheet)}
    variables = {one.get("name"): one.get("select", "") for sheet in sheets
                 for one in sheet.iter(f"{_XSL}variable")}  # fmt: skip
    for listed in ("blocks", "phrases", "silent"):
        names.update(*map(str.split, _EACH.findall(variables[f"ed:{listed}-by-name"])))
    plain = _QUOTED.findall(variables["ed:plain-looks"])[0].split()
    looks = {*_KEY.findall(variables["ed:renditions"]), *plain}
    return Ruled(_tags(" ".join(names)), frozenset(looks))


def _matched(sheet: etree._Element) -> Iterator[str]:
    """Yield the elements that a template of the rules takes without any condition."""
    for template in sheet.iter(f"{_XSL}template"):
        asks = _RULES in template.get("mode", "").split()
        if not asks or next(template.iter(f"{_XSL}next-match"), None) is not None:
            continue
        pattern = template.get("match", "")
        while (masked := _PREDICATE.sub("?", pattern)) != pattern:
            pattern = masked
        yield from (one.strip() for one in pattern.split("|") if _NAME.fullmatch(one.strip()))
