"""Which text of an edition is the translation of another one, where each is a file of its own.

The settings say so, a relatedItem of the header, or @corresp between texts in two languages. Both
texts are marked with each other's id, and all versions of a text with those of all others; how they
stand beside each other is the formats'.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from editio.edition.names import composed
from editio.edition.reading.noted import Noted
from editio.edition.reading.source import ED, TEI, Document
from editio.edition.texts.titles import XML_LANG
from lxml import etree

# On the root of a text: the id of its translation, or of what it translates.
TRANSLATED, ORIGINAL = f"{{{ED}}}translated", f"{{{ED}}}original"
# The other versions, the original first: id, role and language of each, divided by bars.
VERSIONS = f"{{{ED}}}versions"
_RELATED = f"{{{TEI}}}relatedItem"
_TYPED = tuple(f"{{{TEI}}}{name}" for name in ("text", "body", "div", "div1"))
# A text without any of these names no other one, and need not be opened.
_MAY_NAME = re.compile(r'relatedItem|corresp="[^"]*\.(?:xml|tei)\b')
_OF_ORIGINAL = frozenset(
    ("original", "source", "translationof", "istranslationof", "translatedfrom")
)
_OF_TRANSLATION = frozenset(("translation", "hastranslation", "translatedas", "translatedby"))


# Whether a text may name another one.
names_others = Noted(lambda text: bool(_MAY_NAME.search(text.xml)))


@dataclass(frozen=True)
class _Named:
    """A text that another one names: `as_what` original or translation, or nothing said."""

    text: int
    as_what: str = ""
    is_related: bool = False


def beside(texts: Sequence[Document], asked: Mapping[str, str]) -> tuple[Document, ...]:
    """Return the texts, marked where one of them translates another. `asked` are translations by
    their originals, each named as its file or by its id. A text is in one pair at the most; of a
    second translation original and translations know as versions of one text.
    """
    if len(texts) < 2:
        return tuple(texts)
    places = {composed(PurePosixPath(text.path).name): n for n, text in enumerate(texts)}
    places |= {composed(PurePosixPath(text.path).stem): n for n, text in enumerate(texts)}
    places |= {composed(name): n for n, text in enumerate(texts) for name in _names(text)}
    marked = list(texts)
    paired: set[int] = set()
    told = [one for one in (*_asked(asked, places), *_pairs(texts, places)) if one[0] != one[1]]
    for original, translation in told:
        if not paired & {original, translation}:
            paired |= {original, translation}
            marked[original] = _marked(texts[original], TRANSLATED, texts[translation].id)
            marked[translation] = _marked(texts[translation], ORIGINAL, texts[original].id)
    for group in _groups(told):
        for n in group:
            others = " ".join(_version(texts[one], one, told) for one in group if one != n)
            marked[n] = _marked(marked[n], VERSIONS, others)
    return tuple(marked)


def _groups(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the versions of each text: originals, then translations, as the edition has them."""
    groups: list[set[int]] = []
    for pair in pairs:
        met = [one for one in groups if one & set(pair)]
        groups = [one for one in groups if one not in met] + [set(pair).union(*met)]
    translations = {translation for _, translation in pairs}
    return [sorted(one, key=lambda n: (n in translations, n)) for one in groups]


def _version(text: Document, n: int, pairs: Iterable[tuple[int, int]]) -> str:
    """Return what another version is told of a text: id, role, language."""
    is_translation = any(n == translation for _, translation in pairs)
    role = "translated" if is_translation else "original"
    return f"{text.id}|{role}|{_language(text)}"


def _names(text: Document) -> tuple[str, str]:
    return text.id, f"{text.id}.xml"


def _marked(text: Document, name: str, value: str) -> Document:
    root = text.copied()
    root.set(name, value)
    return text.rewritten(root)


def _asked(asked: Mapping[str, str], places: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for pair in asked.items():
        found = [places[composed(one)] for one in pair if composed(one) in places]
        if len(found) == 2:
            yield found[0], found[1]


def _pairs(texts: Sequence[Document], places: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield original and translation of the pairs that texts tell of: headers come first."""
    named = [
        (n, other) for n, text in enumerate(texts) if names_others(text)
        for other in _others(text, places) if other.text != n
    ]  # fmt: skip
    pointing = {(n, other.text) for n, other in named}
    for n, other in sorted(named, key=lambda one: not one[1].is_related):
        if other.as_what or _are_two_languages(texts[n], texts[other.text]):
            is_mutual = (other.text, n) in pointing or other.is_related
            yield _in_order(texts, n, other, is_mutual=is_mutual)


def _in_order(
    texts: Sequence[Document], n: int, other: _Named, *, is_mutual: bool
) -> tuple[int, int]:
    """Return original and translation: as they say, else the first of two that name each other
    is the original, and what one of two names.
    """
    if other.as_what == "translation" or (not other.as_what and _is_translation(texts[other.text])):
        return n, other.text
    if other.as_what or _is_translation(texts[n]) or not is_mutual or other.text < n:
        return other.text, n
    return n, other.text


def _others(text: Document, places: Mapping[str, int]) -> Iterator[_Named]:
    """Yield the texts that a text names, in its header or by its parts."""
    root = text.root
    for item in root.iter(_RELATED):
        said = re.sub("[^a-z]", "", item.get("type", "").lower())
        kind = "original" if said in _OF_ORIGINAL else ""
        kind = "translation" if said in _OF_TRANSLATION else kind
        tokens = (
            one.get(name, "") for one in item.iter(etree.Element) for name in ("target", "corresp")
        )
        yield from (_Named(n, kind, is_related=True) for n in _known(tokens, places))
    body = (one for part in root.iterchildren(f"{{{TEI}}}text") for one in part.iter(etree.Element))
    tokens = (one.get("corresp", "") for one in (root, *body))
    yield from map(_Named, dict.fromkeys(_known(tokens, places)))


def _known(values: Iterable[str], places: Mapping[str, int]) -> Iterator[int]:
    for value in values:
        for token in value.split():
            file = composed(unquote(token.partition("#")[0]).rpartition("/")[2])
            if file in places and not re.match("[a-z]+:", token):
                yield places[file]


def _are_two_languages(one: Document, other: Document) -> bool:
    languages = {_language(one), _language(other)} - {""}
    return len(languages) == 2 or _is_translation(one) != _is_translation(other)


def _language(text: Document) -> str:
    root = text.root
    words = root.find(f"{{{TEI}}}text")
    said = (root.get(XML_LANG), None if words is None else words.get(XML_LANG))
    used = root.find(f".//{{{TEI}}}langUsage/{{{TEI}}}language")
    last = "" if used is None else used.get("ident", "")
    return (said[1] or said[0] or last).partition("-")[0].lower()


def _is_translation(text: Document) -> bool:
    """Whether all of a text is said to be a translation."""
    words = text.root.find(f"{{{TEI}}}text")
    while words is not None and words.get("type") != "translation":
        parts = [one for one in words if one.tag in _TYPED]
        words = parts[0] if len(parts) == 1 else None
    return words is not None
