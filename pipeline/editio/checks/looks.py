"""Words for looks that no rule knows (T006), asked of the rules once for each way of writing one.

Turns the attributes of an element that say how it looks into those words.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple, TypeAlias

from lxml import etree

from editio.edition.beside.made import judge
from editio.edition.reading.source import AT, ED, TEI
from editio.engines.saxon import Engine, Message, Others, engine
from editio.resources import XSLT

# Elements whose @rend says how words look (rules/rendition.xsl); the looks of all these are told.
_LOOKING = "hi emph foreign title term seg head p l ab q quote name persName placeName"
LOOKING = frozenset(f"{{{TEI}}}{name}" for name in _LOOKING.split())
_SEG, _RENDITION = f"{{{TEI}}}seg", f"{{{TEI}}}rendition"
_TEXT, _HEADER, _FILE, _ENCODING = (
    f"{{{TEI}}}{name}" for name in ("text", "teiHeader", "fileDesc", "encodingDesc")
)
_PLAIN = tuple(f"{{{TEI}}}{name}" for name in ("text", "body", "div"))
_SAMPLE = (
    f'<TEI xmlns="{TEI}" xmlns:ed="{ED}"><teiHeader><encodingDesc><tagsDecl>{{}}</tagsDecl>'
    "</encodingDesc></teiHeader><text><body/></text></TEI>"
)
_OPEN = frozenset({"div", "ref"})
NAMES = ("rend", "rendition", "style")
# The stylesheets that say what of a text no rule knows.
NEEDED = ("prepare", "rules")


# An element, or a declaration, with what the rules say of its looks.
Strange: TypeAlias = tuple[etree._Element, Message]
# In what they are asked about, what stands for the file of an element and of a declaration; the
# number of it stands for the column.
_HERE, _DECLARED = "here", "declared"


class Look(NamedTuple):
    """What says how an element looks; of most elements @rend says something else."""

    tag: str
    rend: str
    rendition: str
    style: str


class Question(NamedTuple):
    """What the rules say of a look in a place: the tags below the root; of an element that has
    nothing in it, how far up the one is that has words (see `_worded`).
    """

    tags: tuple[str, ...]
    look: Look
    declarations: str
    worded: int = 0


# Answers of the rules so far.
_ANSWERS: dict[Question, tuple[Message, ...]] = {}
_MOST = 1 << 14
_FEW = 4  # questions that are quicker asked alone than of the whole of a text


def look(element: etree._Element, known: frozenset[str]) -> Look | None:
    """Return what says how an element looks, but for words of @rend that are known to our rules.

    The style of a part of the header may be the script of a hand, of which they say nothing.
    """
    rend, rendition, style = (element.get(name, "") for name in NAMES)
    if element.tag not in LOOKING or known.issuperset(rend.lower().split()):
        rend = ""
    if style and next(element.iterancestors(_TEXT), None) is None:
        style = ""
    tag = str(element.tag) if rend else _SEG
    return Look(tag, rend, rendition, style) if rend or rendition or style else None


def declared(root: etree._Element) -> list[etree._Element] | None:
    """Return the declarations of looks in a header; nothing where one is of all elements of a name,
    so that any element may have a look that it does not name.
    """
    found = list(root.iter(_RENDITION))
    return None if any("selector" in one.attrib for one in found) else found


def told(
    looking: list[tuple[etree._Element, Look]], declarations: list[etree._Element]
) -> list[Strange] | None:
    """Return elements, and declarations, with what of their looks no rule knows, as the rules tell
    it where they stand; nothing where to ask about them takes longer than to run the rules on all.
    """
    words = "".join(_declared(one, at) for at, one in enumerate(declarations))
    plain = {one: Question((*_PLAIN, one.tag), one, words) for _, one in looking}
    if not _learned(plain.values()):
        return None
    strange = [(where, one) for where, one in looking if _ANSWERS[plain[one]]]
    apart = [where for where, _ in strange if next(where.iterancestors(_HEADER), None) is not None]
    placed = [
        (where, Question(_stands(where), one, words, _worded(where) or 0))
        for where, one in strange
        if where not in apart
    ]
    if any(_is_open(where) for where, _ in placed) or not _learned(one for _, one in placed):
        return None
    found = [(where, one) for where, question in placed for one in _ANSWERS[question]]
    of_header = _told_in_header(apart, words) if apart else []
    if of_header is None:
        return None
    every = (*found, *of_header)  # what is told about a text comes behind it
    return [
        (declarations[one.column] if one.file == _DECLARED else where, one) for where, one in every
    ]


def _told_in_header(looking: list[etree._Element], declarations: str) -> list[Strange] | None:
    """Ask the rules about those parts of a header in which elements stand, beside a text of a word:
    what becomes of a part depends on what the encoding declares, and on nothing else.
    """
    header = next(looking[0].iterancestors(_HEADER))
    above, file = header.getparent(), header.find(_FILE)
    if above is None or above.getparent() is not None or file is None:
        return None
    text = above.find(_TEXT)
    if text is None or _worded(text) != 0:
        return None  # a description may take the place of a text
    parts = dict.fromkeys(_part(one, file) for one in looking)
    if any(one.getparent() not in (file, header) or one.tag == _ENCODING for one in parts):
        return None
    sample = etree.fromstring(_SAMPLE.format(declarations).encode())
    sample.attrib.update(above.attrib)
    etree.SubElement(sample[-1][0], f"{{{TEI}}}p").text = "a"
    sample[0].insert(0, of_file := etree.Element(_FILE))
    held: list[etree._Element] = []
    for part in parts:
        copy = deepcopy(part)
        (of_file if part.getparent() is file else sample[0]).append(copy)
        for one, its in zip(part.iter(etree.Element), copy.iter(etree.Element), strict=True):
            its.set(AT, _place(_HERE, len(held)))
            held.append(one)
    return [(held[one.column] if one.file == _HERE else header, one) for one in _unknown(sample)]


def _part(element: etree._Element, file: etree._Element) -> etree._Element:
    """Return the part of a header in which an element stands, which may be one of a fileDesc."""
    around = [element, *element.iterancestors()]
    at = next(at for at, one in enumerate(around) if one.tag == _HEADER or one is file)
    return around[at - 1]


def _declared(declaration: etree._Element, number: int) -> str:
    """Return a declaration as XML, with its number for its place."""
    copy = deepcopy(declaration)
    copy.set(AT, _place(_DECLARED, number))
    return etree.tostring(copy, encoding="unicode", with_tail=False)


def _place(what: str, number: int) -> str:
    return f"1:{number}:{what}"


def _is_open(element: etree._Element) -> bool:
    """Whether what becomes of an element depends on more than the elements around it: of a
    division, a call, one that has elements without words, in a list of entries or in an
    inscription, or on a page of a source.
    """
    if any(one.get("type") == "edition" for one in element.iterancestors(_PLAIN[-1])):
        return True
    around = [str(one.tag).rpartition("}")[2] for one in (element, *element.iterancestors())]
    listed = any(name.startswith("list") and name != "list" for name in around)
    is_odd = listed or around[0] in _OPEN or "text" not in around[1:]
    return is_odd or _worded(element) is None


def _worded(element: etree._Element) -> int | None:
    """Return how many elements further out the first is that has words, 0 for the element itself;
    nothing where none has, or where other elements stand in one that has no words.
    """
    for steps, one in enumerate((element, *element.iterancestors())):
        if any(str(words).strip() for words in one.itertext()):
            return steps
        if len(one) > (steps > 0) or (one.text and not steps):
            return None
    return None


def _stands(element: etree._Element) -> tuple[str, ...]:
    """Return the tags around an element, but for that of the root, and its own."""
    tags = [str(one.tag) for one in (element, *element.iterancestors())]
    return tuple(reversed(tags[:-1]))


def _learned(questions: Iterable[Question]) -> bool:
    """Ask the rules a few of the questions that are new; whether all are answered now."""
    if len(_ANSWERS) > _MOST:
        _ANSWERS.clear()
    new = [one for one in dict.fromkeys(questions) if one not in _ANSWERS]
    for one in new[:_FEW]:
        _ANSWERS[one] = tuple(_unknown(_sample(one)))
    return len(new) <= _FEW


def _sample(question: Question) -> etree._Element:
    """Return a text that has one element, which looks so, where it stands."""
    at = root = etree.fromstring(_SAMPLE.format(question.declarations).encode())
    for tag in question.tags:
        there = at.find(tag)
        at = etree.SubElement(at, tag) if there is None else there
    if question.worded:
        around = [at, *at.iterancestors()][question.worded]
        around.text, around[0].tail = "a ", " a"
    else:
        at.text = "a"
    at.set(AT, _place(_HERE, 0))
    for name, value in zip(NAMES, question.look[1:], strict=True):
        if value:
            at.set(name, value)
    return root


def _unknown(sample: etree._Element) -> Iterator[Message]:
    """Yield what the rules say of the looks of a sample, but for what is none of the text's."""
    told = asked(engine(XSLT, NEEDED), etree.tostring(sample, encoding="unicode"))
    return (one for one in told if one.code == "T006" and one.file)


def asked(rules: Engine, xml: str, own: Others = ()) -> list[Message]:
    """Return what the rules say of a text as they are run, in an engine that has what is needed."""
    prepared = rules.run("prepare", rules.parse(xml), "prepare")
    ruled = rules.run("rules", prepared.value.head, "rules")
    judge(rules, "rules", ruled.value.head, own)
    return list(ruled.messages)
