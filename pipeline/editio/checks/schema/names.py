"""Names in messages: as they are written, the nearest to a misspelt one, the few that help."""

import difflib
from collections.abc import Iterable

from lxml import etree

from editio.checks.schema.grammar import Grammar

# Elements an editor reaches for first, for lists that must be short.
COMMON = (
    "p", "head", "div", "ab", "list", "item", "note", "l", "lg", "quote", "q", "hi", "ref",
    "persName", "placeName", "orgName", "date", "title", "name", "table", "figure", "sp",
    "speaker", "opener", "closer", "salute", "signed", "choice", "bibl", "author", "publisher",
)  # fmt: skip


def common_first(names: Iterable[str]) -> list[str]:
    """Sort names, those an editor reaches for first before the others."""
    rank = {name: place for place, name in enumerate(COMMON)}
    return sorted(names, key=lambda one: (rank.get(written(one), len(rank)), one))


def written(name: str) -> str:
    """Return {namespace}name as it is typed: local name, xml: where it belongs."""
    prefix = "xml:" if name.startswith("{http://www.w3.org/XML/1998/namespace}") else ""
    return prefix + name.rpartition("}")[2]


def nearest(name: str, candidates: Iterable[str]) -> str:
    """Return the candidate that is most like `name`, upper and lower case being one; or nothing."""
    folded = {one.casefold(): one for one in sorted(candidates, reverse=True)}
    near = difflib.get_close_matches(name.casefold(), folded, 1, 0.7)
    return folded[near[0]] if near else ""


def listed(names: Iterable[str], most: int = 8) -> str:
    """List names in brackets, the first few."""
    shown = [f"<{written(one)}>" for one in names]
    more = f" and {len(shown) - most} more" if len(shown) > most else ""
    return ", ".join(shown[:most]) + more


def homes(grammar: Grammar, element: etree._Element) -> list[str]:
    """Where a misplaced element belongs: what may stand around here and holds little else first."""
    around = [str(one.tag) for one in element.iterancestors()]
    near = {name for one in around[:2] if one in grammar.content for name in _inside(grammar, one)}

    parents = grammar.parents(str(element.tag)) - set(around[:1])
    named = {one for one in parents if str(element.tag) in grammar.direct.get(one, ())}

    common = {one for one in parents & near if written(one) in COMMON}

    def rank(name: str) -> tuple[int, int, str]:
        place = COMMON.index(written(name)) if name in common else len(COMMON)
        return (place, len(_inside(grammar, name)), name)

    direct = named & near
    for fitting in (direct & common, direct | common, parents & near, named, parents):
        if fitting:
            return sorted(fitting, key=rank)[:4]
    return []


def _inside(grammar: Grammar, name: str) -> frozenset[str]:
    return grammar.content[name].elements if name in grammar.content else frozenset()
