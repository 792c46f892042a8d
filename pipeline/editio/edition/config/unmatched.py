"""Templates of the edition's own that nothing can match (C027): an element or attribute that no
file has, a name without its namespace, TEI where there are behaviours.

Looks at the last step of a pattern, and of its conditions at those about attributes alone; of what
else a pattern says it is taken to hold.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.origins import Place
from editio.edition.beside.carried import XSL
from editio.edition.beside.extension import NAMES, is_ours
from editio.edition.beside.sheets import AT, FOLDER, RefusedError, stylesheet
from editio.edition.config.settings import advice
from editio.edition.project import Project
from editio.edition.reading import source
from editio.edition.reading.source import TEI
from editio.engines.saxon import EDITIO
from lxml import etree

# Modes in which elements of the TEI are treated, and those in which behaviours are.
_OF_TEI = frozenset({"rules", "about", "record", "ms", "prepare", "registers"})
_OF_BEHAVIOURS = frozenset({"html", "text", "epub", "print", "facts", "apparatus", "text-pages"})
_DEFAULT = "xpath-default-namespace"
_STEP = re.compile(
    r"(?:(?:child|descendant|self)::)?(?:([\w.-]+|\*):)?([A-Za-z_][\w.-]*)((?:\s*\[[^\[\]]*\])*)"
)
_HAS = re.compile(r"""@([\w.-]+)(?:\s*(?:=|eq)\s*(?:"([^"]*)"|'([^']*)'))?""")


@dataclass
class _Aim:
    """What one alternative of a pattern is about: the namespace of its element ("*" any), its name,
    and its attributes with their values (none: any); whether such an element is there, which of
    the attributes one of them has, and whether one has all.
    """

    namespace: str
    name: str
    wanted: tuple[tuple[str, str | None], ...] = ()
    there: bool = False
    seen: set[tuple[str, str | None]] = field(default_factory=set)
    met: bool = False

    def meet(self, one: etree._Element) -> None:
        """Note what is right of an element, whose name is."""
        if self.met or self.namespace not in {"*", etree.QName(one).namespace or ""}:
            return
        held = {
            (name, value)
            for name, value in self.wanted
            if (name in one.attrib if value is None else one.get(name) == value)
        }
        self.there, self.seen = True, self.seen | held
        self.met = held >= {*self.wanted}


@dataclass(frozen=True)
class _Template:
    """A template: its pattern, where it stands, and what each alternative of it is about."""

    match: str
    place: Place
    behaviours: bool
    aims: tuple[_Aim, ...]


def unmatched(project: Project, files: Sequence[Path]) -> Iterator[Diagnostic]:
    """C027: each template that has nothing to match."""
    templates = [one for one in _templates(project.root) if one.aims]
    open_aims = [aim for one in templates if not one.behaviours for aim in one.aims]
    names = _meet(files, open_aims) if open_aims else frozenset()
    for one in templates:
        if not any(aim.met for aim in one.aims):
            told = dict.fromkeys(_advice(aim, one.behaviours, names) for aim in one.aims)
            facts = {"match": one.match, "advice": " ".join(told)}
            yield diagnostic("C027", one.place.file, one.place.line, one.place.column, **facts)


def _meet(files: Iterable[Path], aims: Sequence[_Aim]) -> frozenset[str]:
    """Mark what the files have; return the names of all elements of the TEI in them."""
    names: set[str] = set()
    wanted: dict[str, list[_Aim]] = {}
    for aim in aims:
        wanted.setdefault(aim.name, []).append(aim)
    for file in files:
        tree = source.tree(file)
        for one in () if tree is None else tree.iter(etree.Element):
            name = etree.QName(one)
            names.update([name.localname] * (name.namespace == TEI))
            for aim in wanted.get(name.localname, ()):
                aim.meet(one)
    return frozenset(names)


def _advice(aim: _Aim, behaviours: bool, names: Collection[str]) -> str:
    """Say which part of an alternative nothing matches: its element, or what it asks of that."""
    if behaviours:
        return f"Here there are behaviours, not the TEI: ed:inline[@kind = '{aim.name}']."
    if aim.there:
        never = [_said(one) for one in aim.wanted if one not in aim.seen]
        without = " and none with ".join(never)
        without = without or f"{' and '.join(map(_said, aim.wanted))} at once"
        return f"There are <{aim.name}> in the edition, and none with {without}."
    if aim.name in names:
        return f'The TEI has a namespace: {_DEFAULT}="{TEI}" on <xsl:package>, or *:{aim.name}.'
    meant = advice(aim.name, sorted(names))
    return meant if meant.startswith("Did") else f"No file of the edition has <{aim.name}>."


def _said(wanted: tuple[str, str | None]) -> str:
    name, value = wanted
    return f"@{name}" if value is None else f"@{name} = “{value}”"


def _templates(root: Path) -> Iterator[_Template]:
    for name in NAMES:
        path = root / FOLDER / f"{name}.xsl"
        if not path.is_file() or is_ours(path):
            continue
        try:
            tree = stylesheet(path)
        except RefusedError:  # told elsewhere (C012)
            continue
        for one in tree.iter(f"{{{XSL}}}template"):
            modes = {mode.removeprefix("ed:") for mode in one.get("mode", "").split()
                     if mode.startswith("ed:") and one.nsmap.get("ed") == EDITIO}  # fmt: skip
            of_tei, of_behaviours = modes & _OF_TEI, modes & _OF_BEHAVIOURS
            if one.get("match") and modes and modes in (of_tei, of_behaviours):
                yield _read(one, bool(of_behaviours))


def _read(one: etree._Element, behaviours: bool) -> _Template:
    """Read a template; what its pattern is about is left empty where nobody can say."""
    match = " ".join(one.get("match", "").split())
    aims = [_aim(each.strip(), one) for each in _alternatives(match)]
    # Behaviours have names of their own, and what is in a formula or a drawing.
    known = [aim for aim in aims if aim and not (behaviours and aim.namespace not in {"", TEI})]
    wanted = known if len(known) == len(aims) else []
    return _Template(match, Place.read(one.get(AT, "")), behaviours, tuple(wanted))


def _alternatives(match: str) -> list[str]:
    """Part a pattern at the strokes that stand in no brackets."""
    parts, depth = [""], 0
    for sign in match:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _aim(pattern: str, one: etree._Element) -> _Aim | None:
    """Return what a pattern is about; nothing where it is no name of an element at last."""
    start, depth = 0, 0
    for place, sign in enumerate(pattern):
        depth += (sign in "([") - (sign in ")]")
        start = place + 1 if sign == "/" and not depth else start
    found = _STEP.fullmatch(pattern[start:].strip())
    if not found or re.search(r"\b(except|intersect|union)\b", pattern):
        return None
    prefix, name, conditions = found.groups()
    default = (each.get(_DEFAULT) for each in (one, *one.iterancestors()))
    namespace = next((each for each in default if each is not None), "")
    if prefix:
        namespace = "*" if prefix == "*" else one.nsmap.get(prefix, "*")
    return _Aim(namespace, name, tuple(_wanted(conditions)))


def _wanted(conditions: str) -> Iterator[tuple[str, str | None]]:
    """Yield the attributes without a namespace that conditions ask for, with their values."""
    for said in re.findall(r"\[([^\[\]]*)\]", conditions):
        if found := _HAS.fullmatch(said.strip()):
            name, *values = found.groups()
            yield name, next((one for one in values if one is not None), None)
