"""Rules run by Saxon: a schema is transpiled and compiled once, each document gives raw findings.

What is here runs in a process of its own (engines/apart.py), for rules may be endless.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape

from editio.engines.saxon import EDITIO, Engine, Node, TransformError, engine
from editio.resources import XSLT


@dataclass(frozen=True)
class Rules:
    """One schema as XML text, the phase to check, and how it is called in messages."""

    xml: str
    shown: str
    phase: str = ""

    @cached_property
    def key(self) -> str:
        """What the compiled stylesheet is filed under."""
        return hashlib.sha256(f"{self.phase} {self.xml}".encode()).hexdigest()


@dataclass(frozen=True)
class Raw:
    """A finding as the rules give it: the path of a node, and what is said of it."""

    path: str
    role: str
    rule: str
    see: str
    words: tuple[str, ...]


def _here() -> Engine:
    return engine(XSLT, ("schematron/transpile",))


@lru_cache(maxsize=64)
def compiled(rules: Rules) -> str:
    """Compile rules in this process, once; return in words why that is not possible, or nothing."""
    try:
        parameters = {"phase": rules.phase or "#DEFAULT"}
        schema = _here().parse(rules.xml)
        made = _here().run("schematron/transpile", schema, "transpile", parameters).value.head
        _here().make(rules.key, str(made))
    except TransformError as error:
        return reason(str(error))
    return ""


def at_fault(rules: Rules) -> str:
    """Return the expression for which rules cannot be compiled, as their stylesheet has it; nothing
    where that is not known.
    """
    try:
        schema = _here().parse(rules.xml)
        parameters = {"phase": rules.phase or "#DEFAULT"}
        made = str(_here().run("schematron/transpile", schema, "transpile", parameters).value.head)
    except TransformError:
        return ""
    try:
        _here().make(rules.key, made)
    except TransformError as error:
        named = re.search(r"/@([\w-]+) on line (\d+)", str(error))
        line = made.split("\n")[int(named[2]) - 1 :][:1] if named else []
        found = re.search(rf'\s{named[1]}="([^"]*)"', line[0]) if named and line else None
        return unescape(found[1]) if found else ""
    return ""


def reason(said: str) -> str:
    """Cut what Saxon says to its first sentence."""
    lines = [line.strip() for line in said.splitlines()]
    codes = [line for line in lines if re.match(r"X[PTQS]\w{2}\d{4}|F\w{3}\d{4}", line)]
    words = codes[0] if codes else " ".join(one for one in lines[:3] if one)
    return re.sub(r"\s+", " ", re.sub(r"^[0-9a-f]{64}: ", "", words))[:300]


def raw(key: str, xml: str) -> tuple[Raw, ...]:
    """Run rules that were compiled in this process on one document."""
    value = _here().run(key, _here().parse(xml), "schematron").value.head
    found = sorted(_children(value, "finding"), key=_pattern)
    return tuple(map(_raw, found))


def one_pattern(key: str, xml: str, number: int) -> None:
    """Run one pattern, counted without those that are abstract, for the time that it takes."""
    _here().run(key, _here().parse(xml), f"pattern-{number}")


def _pattern(one: Node) -> int:
    return int(one.get_attribute_value("pattern"))


def _raw(one: Node) -> Raw:
    words = (" ".join(str(child.string_value).split()) for child in one.children if child.name)
    path, role, rule, see = (
        one.get_attribute_value(n) or "" for n in ("path", "role", "rule", "see")
    )
    return Raw(path, role, rule, see, tuple(words))


def _children(element: Node, name: str) -> Iterator[Node]:
    return (one for one in element.children if one.name == f"Q{{{EDITIO}}}{name}")
