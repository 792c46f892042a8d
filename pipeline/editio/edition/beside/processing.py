"""Statements of the TEI Processing Model in the edition's ODDs (tei/schema/*.odd).

Turns each `model`, or each sequence of them, into a value from which the rules have a template; the
first one whose predicate holds is carried out. What our rules have no place for (one output alone,
templates of other software, other behaviours) is told, and editio's own rule for the element stays.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside import looks
from editio.edition.reading.files import UnreadableError, content, is_remote, seen
from editio.edition.reading.source import TEI, at, changed, marked
from editio.engines.saxon import is_xpath
from lxml import etree

FOLDER = "tei/schema"
_LOOK = f"{{{TEI}}}outputRendition"
# Elements that hold a document together: our rules alone know what becomes of them.
FRAME = ("TEI", "teiCorpus", "teiHeader", "text", "group", "front", "body", "back")
# Entries of an apparatus and their readings; other places with several readings, and these.
READINGS = ("app", "lem", "rdg", "rdgGrp")
IN_LINE = (
    "abbr", "am", "choice", "corr", "del", "ex", "expan", "orig", "reg", "sic", "subst",
    "supplied", "surplus",
)  # fmt: skip
# What the reading text would not have without its editors' words.
_DECIDED = ("corr", "ex", "expan", "reg", "supplied")
# Parts of a table, which nothing else holds.
OF_TABLES = ("cell", "row")
# What the TEI calls them, and what our rules do for any element.
_BEHAVIOURS = {
    "inline": "inline", "block": "block", "paragraph": "paragraph", "omit": "omit",
    "list": "list", "listItem": "item", "link": "link", "cit": "block", "title": "inline",
    "glyph": "inline", "text": "content", "pass-through": "content",
}  # fmt: skip
# Behaviours that editio's own rules have for these elements.
_OURS = {
    "alternate": "choice app subst", "anchor": "anchor addSpan delSpan", "body": "body front back",
    "break": "lb pb cb gb milestone", "cell": "cell", "cit": "cit", "document": "TEI",
    "figure": "figure", "glyph": "g", "graphic": "graphic", "heading": "head", "index": "index",
    "inline": "app lem rdg rdgGrp", "omit": "rdg rdgGrp",
    "link": "ref ptr", "list": "list listBibl castList castGroup", "listItem": "item castItem",
    "metadata": "teiHeader", "note": "note", "row": "row",
    "section": "div div1 div2 div3 div4 div5 div6 div7", "table": "table", "text": "text",
    "title": "title",
}  # fmt: skip
# What the parameters of these may say, since our rules do it: behaviour and name -> a pattern.
_USUAL = {
    ("link", "uri"): r"@target", ("alternate", "default"): r"\(?(corr|reg|expan|lem|add)\b.*",
    ("alternate", "alternate"): r"\(?(sic|orig|abbr|rdg|del)\b.*", ("heading", "level"): r".*",
    ("note", "place"): r"@place|'foot\w*'", ("note", "label"): r"@n", ("break", "type"): r".*",
    ("break", "label"): r".*", ("glyph", "uri"): r"@ref", ("list", "type"): r"@type",
    ("listItem", "n"): r"@n", ("graphic", "title"): r".*",
    **{("graphic", name): f"@{name}" for name in ("url", "width", "height", "scale")},
}  # fmt: skip
# Parameters that are carried out for any element.
_CARRIED = {"content", "uri"}
# What looks at the machine, or runs another stylesheet: called, named (environment-variable#1),
# or found by a name that is put together.
FUNCTIONS = re.compile(
    r"\b(transform|environment-variable|available-environment-variables|system-property"
    r"|function-lookup)\s*[(#]"
)
# Functions of XPath that open files, as an expression.
OPENERS = (
    "doc|document|collection|uri-collection|json-doc|unparsed-text|unparsed-text-lines"
    "|load-xquery-module"
)
# That, and what says that a file is not there, since nothing is opened.
OPENING = re.compile(
    rf"(?<![\w:.$-])(?:fn:)?({OPENERS}|doc-available|unparsed-text-available|stream-available)"
    r"\s*[(#]"
)
# These, and variables of other software.
_REFUSED = re.compile(rf"\$|{OPENING.pattern}|{FUNCTIONS.pattern}")
_NAME = re.compile(r"[A-Za-z][\w.-]*")


@dataclass(frozen=True)
class Model:
    """What becomes of an element: `behaviour` "" is editio's own; CSS; words around, `content`
    and `uri` are XPath, "" for none, what the element holds and points to; where it is written;
    the words of a label.
    """

    element: str
    predicate: str = ""
    behaviour: str = ""
    classes: str = ""
    style: str = ""
    before: str = ""
    after: str = ""
    content: str = ""
    uri: str = ""
    file: str = ""
    at: tuple[int, int] = (1, 1)
    label: str = ""


# Models that are carried out one after the other, each where its predicate holds.
Statement = tuple[Model, ...]


@dataclass(frozen=True)
class _Odd:
    """What an ODD says: its statements, the elements that it has models for, the ODD that it is
    made from, with the place of its name, and what is not carried out.
    """

    made: tuple[Statement, ...]
    elements: frozenset[str]
    source: str
    at: tuple[int, int]
    found: tuple[Diagnostic, ...]


def models(root: Path) -> tuple[tuple[Statement, ...], list[Diagnostic]]:
    """Return the statements of an edition in their order, and what is not carried out.

    The models of an ODD stand in place of those for the same element in the ODD that its schemaSpec
    names as @source, and in the sources of that one.
    """
    read = {
        path: _models(path, path.relative_to(root).as_posix(), changed(path))
        for path in seen(root / FOLDER, "*.odd")
    }
    found = [one for odd in read.values() for one in odd.found]
    replaced: dict[Path, set[str]] = {path: set() for path in read}
    circles: set[Path] = set()
    for path, odd in read.items():
        above = _above(path, read)
        missing = odd.source and _source(path, odd) not in read
        if missing or (path in above and path not in circles):
            why = f"which is not in {FOLDER}/" if missing else "which is made from this ODD"
            what, name = f"the source “{odd.source}”, {why}", path.relative_to(root).as_posix()
            found.append(diagnostic("C014", name, *odd.at, what=what))
        if path in above:
            circles |= {*above}
            continue
        for one in above:
            replaced[one] |= odd.elements
    made = [(replaced[path], one) for path, odd in read.items() for one in odd.made]
    return tuple(one for gone, one in made if one and one[0].element not in gone), found


def _source(path: Path, odd: _Odd) -> Path | None:
    return Path(os.path.normpath(path.parent / odd.source)) if odd.source else None


def _above(path: Path, read: Mapping[Path, _Odd]) -> list[Path]:
    """Return the ODDs that one is made from, the next one first, each once."""
    above: list[Path] = []
    one = _source(path, read[path])
    while one and one in read and one not in above:
        above.append(one)
        one = _source(one, read[one])
    return above


@lru_cache(maxsize=16)
def _models(path: Path, name: str, _changed: int) -> _Odd:
    """Read an ODD once while it stays as it is: drafts ask for it twice a second."""
    made: list[Statement] = []
    found: list[Diagnostic] = []
    elements = set()
    tree = _read(path, name, found)
    for one in _statements(tree):
        each = [one] if etree.QName(one).localname == "model" else _tei(one, "model")
        taken = [_model(model, name) for model in each]
        carried = tuple(model for model in taken if isinstance(model, Model))
        made += [carried] if len(carried) == len(taken) else []
        found += [told for pair in zip(each, taken, strict=True) for told in _told(name, *pair)]
        elements.add(_element(one))
    schema = None if tree is None else next(tree.iter(f"{{{TEI}}}schemaSpec"), None)
    source = "" if schema is None else schema.get("source", "")
    # Others are the TEI itself, whose models nobody asks for by naming it.
    is_odd = source.endswith(".odd") and not is_remote(source)
    place = (1, 1) if schema is None else at(schema)
    return _Odd(tuple(made), frozenset(elements), source * is_odd, place, tuple(found))


def _read(path: Path, name: str, found: list[Diagnostic]) -> etree._Element | None:
    """Return the root of an ODD; nothing where it cannot be read, which is told."""
    try:
        root = marked(content(path), name)
    except UnreadableError as error:
        root = [diagnostic("C012", name, reason=str(error))]
    if isinstance(root, list):
        found += root
        return None
    return root


def _told(file: str, one: etree._Element, taken: Model | str) -> Iterator[Diagnostic]:
    """C014: a model, or what of its looks, is not carried out."""
    for what in [taken] if isinstance(taken, str) else looks.unsaid(one.iter(_LOOK)):
        yield diagnostic("C014", file, *at(one), what=what)


def _tei(one: etree._Element, name: str) -> list[etree._Element]:
    return list(one.iter(f"{{{TEI}}}{name}"))


def _statements(tree: etree._Element | None) -> Iterator[etree._Element]:
    """Yield sequences of models, and the models that stand in none."""
    for spec in [] if tree is None else tree.iter(f"{{{TEI}}}elementSpec"):
        if spec.get("mode") != "delete":
            for one in spec.iter(f"{{{TEI}}}model", f"{{{TEI}}}modelSequence"):
                if next(one.iterancestors(f"{{{TEI}}}modelSequence"), None) is None:
                    yield one


def _element(one: etree._Element) -> str:
    """Return the element that a model is for."""
    return next(one.iterancestors(f"{{{TEI}}}elementSpec")).get("ident", "")


def _model(one: etree._Element, file: str) -> Model | str:
    """Return the model, or why it is not carried out."""
    element = _element(one)
    given = {each.get("name", ""): each.get("value", "").strip() for each in _tei(one, "param")}
    behaviour = _behaviour(one.get("behaviour", ""), element, given)
    predicate = " and ".join(f"({each})" if len(_held(one)) > 1 else each for each in _held(one))
    if amiss := _amiss(one, element, behaviour, given, predicate):
        return amiss
    shown = list(one.iter(_LOOK))
    return Model(
        element,
        predicate,
        behaviour or "",
        " ".join(re.findall(r"[\w-]+", one.get("cssClass", ""))),
        ";".join(each.text or "" for each in shown if not each.get("scope")),
        looks.generated(shown, "before"),
        looks.generated(shown, "after"),
        "" if not behaviour or given.get("content", ".") == "." else given["content"],
        given.get("uri", "") if behaviour == "link" else "",
        file,
        at(one),
    )


def _held(one: etree._Element) -> list[str]:
    """Return the predicates of a model and of the groups and sequences that it stands in."""
    every = [one, *one.iterancestors(f"{{{TEI}}}modelGrp", f"{{{TEI}}}modelSequence")]
    return [each.get("predicate", "") for each in every if each.get("predicate", "").strip()]


def _behaviour(name: str, element: str, given: dict[str, str]) -> str | None:
    """Return what our rules do: "" for their own treatment of the element; none: nothing."""
    usual = all(
        re.fullmatch(_USUAL.get((name, each), r"\."), value) for each, value in given.items()
    )
    if element in _OURS.get(name, "").split() and (usual or name not in _BEHAVIOURS):
        return ""
    wanted = _BEHAVIOURS.get(name)
    fit = ("inline", "content", *(() if element in _DECIDED else ("omit",)))
    unfit = element in FRAME + READINGS + OF_TABLES or (element in IN_LINE and wanted not in fit)
    return None if unfit else wanted


def _amiss(
    one: etree._Element, element: str, behaviour: str | None, given: dict[str, str], predicate: str
) -> str:
    named = one.get("behaviour", "")
    outputs = [each.get("output") for each in (one, *one.iterancestors()) if each.get("output")]
    tags = [etree.QName(each) for each in one if isinstance(each.tag, str)]
    foreign = [tag.localname for tag in tags if tag.namespace != TEI]
    if outputs:
        return f"a model for the output “{outputs[0]}” alone"
    if foreign:
        return f"<{foreign[0]}>, which is of other software"
    if behaviour is None:
        return f"the behaviour “{named}” for <{element}>"
    for name, value in given.items():
        if not _is_carried(name, value, named, behaviour):
            return f"the parameter “{name}” of the behaviour “{named}” for <{element}>"
    if _REFUSED.search(predicate) or not _NAME.fullmatch(element):
        return f"the predicate “{predicate}”"
    paths = (predicate or "true()", *(given[name] for name in given if name in _CARRIED))
    faulty = [path for path in paths if not is_xpath(path, TEI)]
    return f"“{faulty[0]}”, which is not XPath as it is known here" if faulty else ""


def _is_carried(name: str, value: str, named: str, behaviour: str) -> bool:
    """Whether a parameter says what our rules do, or is carried out."""
    usual = re.fullmatch(_USUAL.get((named, name), r"\."), value)
    return bool(usual) or (behaviour != "" and name in _CARRIED and not _REFUSED.search(value))
