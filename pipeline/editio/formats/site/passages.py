"""A page to its passages, for search: each block with words of its own, and the place that leads to
it. Words stand as readers read them: whole across markup and line ends, without our signs; what the
source has where the editors changed it, and what other witnesses have, goes with them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from lxml import etree

from editio.formats.site.parts import opened
from editio.model.facts import Facts

# Signs of ours among the words of a text: addresses of paragraphs, numbers of notes and pages.
_SIGNS = frozenset({
    "pl", "note-call", "note-back", "note-number", "page-break", "break", "sign", "line-number",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "br",
})  # fmt: skip
_SILENT = frozenset({"button", "math", "script", "style", "summary", "svg", "template"})
# What is searched of a page: head, text, and what is said about it.
_SEARCHED = " | ".join((
    ".//main/header[@class='masthead']",
    ".//*[@data-pagefind-body]",
    ".//main/section[@class='about']",
))  # fmt: skip
# A sign of Chinese or Japanese writing is a word, elsewhere letters and digits that touch.
_SIGN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_WORD = re.compile(rf"{_SIGN}|(?:(?!{_SIGN})[^\W_])+")
# Brackets of editors part no word; what they say of a gap is no word of the text.
_BRACKETS = r"(?:\(\?\)|[\[\](){}⟨⟩⟦⟧‹›⸢⸣ˋ´])+"
_WITHIN = re.compile(rf"(?<=[^\W\d_]){_BRACKETS}(?=[^\W\d_])|(?<=\d){_BRACKETS}(?=\d)")
_GAP = re.compile(r"\[…[^\[\]]*\]")


# Where the page tells what witnesses have: the place, and the words of an entry.
_VARIED = ".//section[@class='entries']//li[a[@class='entry-key']]"
# A place that the diplomatic page alone has.
DIPLOMATIC = "~"


@dataclass(frozen=True)
class Passage:
    """Words of a page, and the id that leads to them; none leads to the page. `own`: they are the
    text's, not said about it. `others`: entries of the apparatus, the words as the source has them.
    """

    place: str
    words: str
    own: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Gathered:
    """What has been read of a page: passages, and the words of the one that is being read.
    `varied`: the entries about places; `blocks`: what ends a passage.
    """

    own: bool
    varied: Mapping[str, list[str]]
    blocks: frozenset[str] = _BLOCKS
    passages: list[Passage] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)

    def end(self, place: str) -> None:
        """End a passage, if it has words."""
        said = " ".join("".join(self.words).split())
        self.words.clear()
        if _WORD.search(said) or self.entries:
            self.passages.append(Passage(place, said, self.own, tuple(self.entries)))
            self.entries.clear()


def passages(page: bytes, diplomatic: Sequence[bytes] = ()) -> list[Passage]:
    """Return the passages of a page that holds a text, with what the pages of its diplomatic text
    have besides; of another there are none.
    """
    if b"data-pagefind-body" not in page:
        return []
    root = opened(page)
    found: list[Passage] = []
    varied = _varied(root)
    parts: Any = root.xpath(_SEARCHED)
    for part in parts:
        place = "" if part.tag == "header" else _first_id(part)
        found += _gathered(part, place, _Gathered(part.tag == "article", varied))
    return _with_source(found, _source(diplomatic))


def _gathered(part: etree._Element, place: str, gathered: _Gathered) -> list[Passage]:
    _read(part, place, gathered)
    gathered.end(place)
    return gathered.passages


def _source(pages: Sequence[bytes]) -> dict[str, str]:
    """Return the words of the diplomatic text by their places; the end of a line parts no word."""
    found: dict[str, list[str]] = {}
    for page in pages:
        for part in opened(page).iter("article"):
            gathered = _Gathered(True, {}, _BLOCKS - {"br"})
            for one in _gathered(part, _first_id(part), gathered):
                found.setdefault(one.place, []).append(one.words)
    return {place: " ".join(words) for place, words in found.items()}


def _with_source(found: list[Passage], source: dict[str, str]) -> list[Passage]:
    """Return passages, the first of a place with what the source has there and the edition not;
    what the source has at other places follows.
    """
    words: dict[str, list[str]] = {}
    for one in found:
        words.setdefault(one.place, []).append(one.words)
    made = []
    for one in found:
        has = source.pop(one.place, "")
        is_known = set(terms(has)) <= set(terms(" ".join(words[one.place])))
        made.append(one if is_known else replace(one, others=(*one.others, has)))
    return made + [Passage(f"{DIPLOMATIC}{place}", has, True) for place, has in source.items()]


def _first_id(part: etree._Element) -> str:
    return next((one.get("id", "") for one in part.iter() if one.get("id")), "")


def _varied(root: etree._Element) -> dict[str, list[str]]:
    """Return the entries of the apparatus, by the ids of the places that they are about."""
    found: dict[str, list[str]] = {}
    entries: Any = root.xpath(_VARIED)
    for entry in entries:
        words = " ".join(
            "".join(entry.itertext()).removeprefix("".join(entry[0].itertext())).split()
        )
        found.setdefault(entry[0].get("href")[1:], []).append(words)
    return found


def _read(element: etree._Element, place: str, gathered: _Gathered) -> None:
    """Read an element; a block ends the passage before it and the one that it is."""
    name = element.get("id", "")
    place = name or place
    gathered.entries.extend(gathered.varied.get(name, ()))
    gathered.words.append(
        f" {element.get('alt', '')} " if element.tag == "img" else element.text or ""
    )
    for child in element:
        if isinstance(child.tag, str) and not _is_silent(child):
            is_block = child.tag in gathered.blocks
            if is_block:
                gathered.end(place)
            _read(child, place, gathered)
            if is_block:
                gathered.end(child.get("id") or place)
        gathered.words.append(child.tail or "")


def _is_silent(element: etree._Element) -> bool:
    signs = _SIGNS.intersection((element.get("class") or "").split())
    return bool(signs) or element.tag in _SILENT or element.get("hidden") is not None


def terms(words: str) -> Iterator[str]:
    """Yield the words of a passage as they are looked for: small letters without accents."""
    for one in _GAP.sub(" ", words).split():
        yield from _terms(one)


@lru_cache(1 << 17)
def _terms(word: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_WITHIN.sub("", folded(word))))


def folded(words: str) -> str:
    """Return words without accents and in small letters, as assets/search.js folds them."""
    if words.isascii():
        return words.lower()
    plain = unicodedata.normalize("NFD", words.lower()).replace("ß", "ss").replace("ſ", "s")
    return "".join(sign for sign in plain if not unicodedata.category(sign).startswith("M"))


def lemmas(facts: Facts, places: Mapping[str, Sequence[int]]) -> Mapping[int, frozenset[str]]:
    """Return the base forms of the words of passages, which these need not have themselves."""
    found: dict[int, set[str]] = {}
    for row in (one for one in facts.rows if one.table == "lemmas"):
        said = {name: words.split("|") for name, words in row.values}
        known = next((places[one] for one in said.get("places", []) if one in places), ())
        for at in known:
            found.setdefault(at, set()).update(
                term for lemma in said.get("lemmas", []) for term in terms(lemma)
            )
    return {at: frozenset(some) for at, some in found.items()}
