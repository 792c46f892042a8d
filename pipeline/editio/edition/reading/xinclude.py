"""XInclude within the folder of an edition: many files as one text (W3C, XInclude 1.0).

Turns each xi:include of a tree into what it names. Included elements keep their own places,
`ed:at="line:column:file"`, to which their addresses are relative as well. What cannot be included
is told at its place, and nothing outside the folder is opened.
"""

import posixpath
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.reading.files import UnreadableError, content, is_there
from editio.edition.reading.lines import encoding as encoding_of
from editio.edition.reading.xpointer import UnknownPointerError, pointed
from lxml import etree

_XI = "http://www.w3.org/2001/XInclude"
INCLUDE, _FALLBACK = f"{{{_XI}}}include", f"{{{_XI}}}fallback"
_AT = "{urn:editio:ns}at"
_EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
# What holds all the words of a text.
_TEXT = frozenset(f"{{http://www.tei-c.org/ns/1.0}}{one}" for one in ("TEI", "text", "body"))
_MOST = 20_000  # files and parts that one text includes
_DEEPEST = 40

Parse = Callable[[bytes, str], "etree._Element | list[Diagnostic]"]


class _EndlessError(Exception):
    """Files that include each other again and again."""


class _RefusedError(Exception):
    """An include that cannot be followed; `soft`: there is nothing, so a fallback stands in."""

    def __init__(self, reason: str, advice: str, soft: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.advice, self.soft = reason, advice, soft


@dataclass
class Including:
    """One text being put together: where it may look, how files are parsed, what was found.

    `files`: the bytes of each included file by its name; `whole`: of which of them the text was
    taken, and not a passage; `found`: what is wrong; `assembled`: there was something to include.
    """

    root: Path
    parse: Parse
    files: dict[str, bytes] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    found: list[Diagnostic] = field(default_factory=list)
    assembled: bool = False
    _trees: dict[str, etree._Element] = field(default_factory=dict)
    _taken: int = 0

    def put_together(self, tree: etree._Element, shown: str) -> None:
        """Resolve every xi:include of a text; `found` says which could not be."""
        self.assembled = True
        try:
            self.resolve(tree, shown)
        except _EndlessError:
            reason = f"the text includes more than {_MOST:,} files and parts"
            facts = {"href": shown, "reason": reason, "advice": "Include each file once."}
            self.found.append(diagnostic("W006", shown, 1, 1, **facts))

    def resolve(self, tree: etree._Element, shown: str, inside: tuple[str, ...] = ()) -> None:
        """Put in the place of every xi:include below (or at) `tree` what it names."""
        for include in [one for one in tree.iter(INCLUDE) if not _is_quoted(one)]:
            if include.getparent() is not None and _is_below(include, tree):
                self._replace(include, shown, (*inside, shown))

    def _replace(self, include: etree._Element, shown: str, inside: tuple[str, ...]) -> None:
        place = _place(include)
        try:
            new = self._included(include, shown, inside)
        except _RefusedError as refused:
            fallback = include.find(_FALLBACK)
            instead = refused.soft and fallback is not None
            code = "W007" if instead else "W006"
            facts = {"href": include.get("href", ""), "reason": refused.reason}
            advice = "" if instead else refused.advice
            self.found.append(diagnostic(code, shown, *place, advice=advice, **facts))
            new = []
            if fallback is not None:
                self.resolve(fallback, shown, inside[:-1])
                new = [fallback.text or "", *_with_tails(fallback)]
        _put(include, new)

    def _included(
        self, include: etree._Element, shown: str, inside: tuple[str, ...]
    ) -> list[etree._Element | str]:
        """Return copies of the nodes that one xi:include names, their own includes resolved."""
        self._taken += 1
        if self._taken > _MOST:  # by detours: what doubles at each step fills any memory
            raise _EndlessError
        href, pointer = include.get("href", ""), include.get("xpointer", "")
        if not href and not pointer:
            raise _RefusedError("it names no file", 'Name one: <xi:include href="chapter1.xml"/>.')
        target = self._target(href, shown) if href else shown
        if include.get("parse", "xml") == "text":
            return [self._text(target, include.get("encoding", ""))]
        if len(inside) > _DEEPEST or (target in inside and (href or not pointer)):
            raise _RefusedError(f"{target} includes itself", "Delete one of the two xi:include.")
        tree = include.getroottree().getroot() if not href else self._tree(target)
        nodes = self._pointed(tree, pointer, target)
        if any(one in nodes for one in include.iterancestors()):
            raise _RefusedError("it includes what it stands in", "Correct its xpointer.")
        if href and any(one is tree or one.tag in _TEXT for one in nodes):
            self.whole.add(target)
        copies: list[etree._Element | str] = []
        for node in nodes:
            copied = deepcopy(node)
            copied.tail = None
            holder = etree.Element("holder")
            holder.append(copied)
            self.resolve(holder, target, inside)
            copies += [holder.text or "", *_with_tails(holder)]
        return copies

    def _pointed(self, tree: etree._Element, pointer: str, target: str) -> list[etree._Element]:
        try:
            return pointed(tree, pointer)
        except UnknownPointerError as unknown:
            advice = f"Look up the id in {target}; xpointer takes an id, element() or xpath()."
            raise _RefusedError(str(unknown), advice, True) from unknown

    def _target(self, href: str, shown: str) -> str:
        """Name the file that is meant, seen from the root of all names."""
        address = href.partition("#")[0]
        if ":" in address.split("/")[0] or address.startswith("//"):
            raise _RefusedError("it is not a file of this edition", "Save a copy beside the texts.")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(shown), address))
        inside = (self.root / target).resolve().is_relative_to(self.root.resolve())
        if "#" in href or not inside or posixpath.isabs(target):
            reason = "it lies outside the folder of the edition"
            if "#" in href:
                reason = "an address with # is not allowed here"
            raise _RefusedError(reason, "Name a file of this folder, and a part of it by xpointer.")
        return target

    def _data(self, target: str) -> bytes:
        if target not in self.files:
            try:
                self.files[target] = content(self.root / target)
            except UnreadableError as error:
                absent = not is_there(self.root / target)
                reason = "there is no such file" if absent else str(error)
                advice = "Correct the path, which is relative to the file in which it stands."
                raise _RefusedError(reason, advice, True) from error
        return self.files[target]

    def _tree(self, target: str) -> etree._Element:
        if target not in self._trees:
            parsed = self.parse(self._data(target), target)
            if isinstance(parsed, list):
                self.found += parsed
                raise _RefusedError("the file has faults", f"Correct {target} first.")
            for element in parsed.iter(etree.Element):
                element.set(_AT, f"{element.get(_AT)}:{target}")
            self._trees[target] = parsed
        return self._trees[target]

    def _text(self, target: str, encoding: str) -> str:
        data = self._data(target)
        try:
            words = data.decode(encoding or encoding_of(data)).removeprefix("\ufeff")
            etree.Element("x").text = words
        except (LookupError, ValueError) as error:
            reason = f"it is not text in {encoding or 'UTF-8'}"
            raise _RefusedError(reason, "Save it as UTF-8.") from error
        return words.replace("\r\n", "\n").replace("\r", "\n")


def _is_quoted(include: etree._Element) -> bool:
    return any(str(one.tag).startswith(_EXAMPLE) for one in include.iterancestors())


def _is_below(include: etree._Element, tree: etree._Element) -> bool:
    return any(one is tree for one in include.iterancestors())


def _place(include: etree._Element) -> tuple[int, int]:
    line, column = include.get(_AT, "0:0").split(":")[:2]
    return int(line), int(column)


def _with_tails(holder: etree._Element) -> Iterator[etree._Element | str]:
    for child in list(holder):
        tail, child.tail = child.tail or "", None
        yield child
        yield tail


def _put(include: etree._Element, new: list[etree._Element | str]) -> None:
    """Put nodes and text in the place of an element."""
    parent = include.getparent()
    assert parent is not None
    new.append(include.tail or "")
    include.tail = None
    at = parent.index(include)
    parent.remove(include)
    for one in new:
        if not isinstance(one, str):
            parent.insert(at, one)
            at += 1
        elif at == 0:
            parent.text = (parent.text or "") + one
        else:
            parent[at - 1].tail = (parent[at - 1].tail or "") + one
