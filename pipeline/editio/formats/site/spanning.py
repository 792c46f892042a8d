"""The pages that span texts, made by xslt/site/ of the facts of all texts and of the registers, and
kept by what they read.

Of few texts they are made at once. Of many the pages of entries are made by themselves, so many at
once as memory has room for, with what texts say of these; lists are made of facts in brief. So an
entry's pages are made anew where a text that names it has changed, and no others.
"""

import hashlib
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from editio.engines.saxon import EDITIO
from editio.formats.site import look
from editio.formats.site.figures import with_figures
from editio.formats.site.marked import ASKED, written
from editio.model.brief import Brief, brief, closed, naming
from editio.model.context import Files, Whole

# As in xslt/site/: up to so many texts are cards on the first page (ed:most-cards); an entry of
# more mentions has a list of texts, without the words around them (ed:most-mentions).
MOST_CARDS, MOST_MENTIONS = 20, 300
# What can be cited: no page that spans texts reads that. A unit has text alone.
_UNIT = re.compile(r'<ed:unit(?:\s+[\w-]+="[^"<]*")*\s*(?:/>|>[^<]*</ed:unit>)\s*')
# Entries whose pages are made at once have together so many mentions and letters.
AT_ONCE = 50_000


@dataclass(frozen=True)
class Beside:
    """What pages are made of beside texts: the encoding manual and how to cite the edition, as XML,
    and whether there is a search.
    """

    manual: str
    cited: Sequence[str]
    searched: bool


@dataclass(frozen=True)
class _Kept:
    """Pages, the last that were made of an edition or of an entry, and what they were made of."""

    asked: str
    pages: Files


@dataclass(frozen=True)
class _Site:
    """What all pages are made of: registers and the parameters; `sum` is a digest of these."""

    whole: Whole
    registers: str
    parameters: Mapping[str, Any]
    sum: str

    def made(self, parts: Iterable[bytes], **said: str) -> Files:
        """Return the pages that stylesheets make of these parts and the registers."""
        told = "".join(f" {name}={quoteattr(value)}" for name, value in said.items())
        head = f'<ed:site xmlns:ed="{EDITIO}" lang={quoteattr(self.whole.surroundings.lang)}{told}>'
        whole = (head.encode(), *parts, self.registers.encode(), b"</ed:site>")
        site = self.whole.engine.parse(b"".join(whole).decode())
        return written(self.whole.engine.run("site", site, "site-pages", self.parameters).value)

    def question(self, *named: str) -> object:
        """Return what pages are asked for by."""
        return "pages of the site", str(self.whole.edition.project.root), self.whole.formats, *named

    def recalled(self, asked: str, *named: str) -> Files | None:
        """Return the pages of this name, if they were made of the same."""
        store = self.whole.store
        kept = store.recall(self.question(*named), _Kept) if store else None
        return kept.pages if kept is not None and kept.asked == asked else None

    def keep(self, asked: str, pages: Files, *named: str) -> Files:
        """Keep pages for the next time; return them."""
        if self.whole.store:
            self.whole.store.keep(self.question(*named), _Kept(asked, pages))
        return pages


@dataclass(frozen=True)
class _Named:
    """Where texts name an entry: their numbers and how often each does. `words`: a digest of what
    pages say of it, `lines`: of what lists say of these texts.
    """

    texts: "array[int]" = field(default_factory=lambda: array("L"))
    counts: "array[int]" = field(default_factory=lambda: array("L"))
    words: Any = field(default_factory=hashlib.sha256)
    lines: Any = field(default_factory=hashlib.sha256)

    @property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return sum(self.counts)

    @property
    def is_quoted(self) -> bool:
        """Whether its page has the words around its mentions."""
        return self.mentions <= MOST_MENTIONS

    def sum(self) -> str:
        """Return a digest of all that pages of the entry read of texts."""
        return f"{self.lines.hexdigest()} {self.words.hexdigest() if self.is_quoted else ''}"


@dataclass(frozen=True)
class _Texts:
    """The texts of an edition as they are read one after the other: the heads of their facts, where
    entries are named, those who speak.
    """

    heads: list[bytes] = field(default_factory=list)
    named: dict[str, _Named] = field(default_factory=dict)
    speakers: set[str] = field(default_factory=set)


def pages(whole: Whole, beside: Beside) -> Files:
    """Return the pages that span texts."""
    apart = [beside.manual.encode(), "".join(_own(whole)).encode()]
    site = _site(whole, beside)
    rules = bool(whole.edition.project.own.rendering.stylesheets)
    if rules:  # which may read all
        return _together(site, [*map(str.encode, whole.facts_xml), *apart])
    if len(whole.facts_xml) <= MOST_CARDS:
        return _together(site, [*(_UNIT.sub("", one).encode() for one in whole.facts_xml), *apart])
    texts = _Texts(named={one.id: _Named() for each in whole.registers for one in each.entries})
    listed = [_read(brief(xml), texts) for xml in whole.facts_xml]
    lists = _together(site, [*listed, *apart], apart="yes")
    listed.clear()
    return _of_entries(site, texts) | lists


def _site(whole: Whole, beside: Beside) -> _Site:
    registers = "".join(map(with_figures, whole.registers))
    parameters = {
        "labels": whole.labels,
        **ASKED,
        "edition": whole.title,
        "surroundings": whole.engine.parse(whole.surroundings.xml),
        "searched": "yes" if beside.searched else "",
        **({"about": whole.about} if whole.about else {}),
    }
    for one in beside.cited:
        parameters["reference"] = whole.engine.parse(one)
    about = whole.engine.serialize(whole.about) if whole.about else ""
    given = [
        registers, whole.title, whole.surroundings.xml, whole.surroundings.lang,
        str(beside.searched), about, *beside.cited,
    ]  # fmt: skip
    own = repr(whole.edition.project.own.rendering)
    asked = (one.encode("utf-8", "surrogatepass") for one in (*given, own))
    return _Site(whole, registers, parameters, _sum(asked))


def _sum(parts: Iterable[bytes]) -> str:
    """Return a digest of parts that tells them from any others."""
    digest = hashlib.sha256()
    for one in parts:
        digest.update(b"%d " % len(one))
        digest.update(one)
    return digest.hexdigest()


def _together(site: _Site, parts: Sequence[bytes], **said: str) -> Files:
    """Return the pages of the site, from an earlier build if nothing that they read has changed."""
    asked = _sum([site.sum.encode(), repr(said).encode(), *parts])
    kept = site.recalled(asked)
    return site.keep(asked, site.made(parts, **said)) if kept is None else kept


def _read(one: Brief, texts: _Texts) -> bytes:
    """Note where a text names entries; return its facts for lists."""
    number = len(texts.heads)
    texts.heads.append(one.head.encode())
    head = hashlib.sha256(texts.heads[-1]).digest()
    counts = Counter(entry for spot in one.mentions for entry in spot.entries)
    for entry in {*counts, *one.acts} & texts.named.keys():
        there = texts.named[entry]
        there.texts.append(number)
        there.counts.append(counts[entry])
        there.lines.update(head + b"%d " % counts[entry])
    for spot in one.mentions:
        shown = spot.shown.encode()
        for entry in texts.named.keys() & set(spot.entries):
            texts.named[entry].words.update(b"%d " % len(shown) + shown)
    texts.speakers.update(each for who in one.speakers for each in (who, f"{one.id}-{who}"))
    return one.listed.encode()


def _of_entries(site: _Site, texts: _Texts) -> Files:
    """Return the pages of all entries: those that are kept, and, some at once, the others."""
    found: dict[str, Files] = {}
    waiting: dict[str, str] = {}
    weight = 0
    for entry, there in texts.named.items():
        asked = repr((site.sum, entry, entry in texts.speakers, there.sum()))
        if (kept := site.recalled(asked, entry)) is not None:
            found[entry] = kept
            continue
        waiting[entry] = asked
        weight += len(there.texts) + there.mentions
        if weight >= AT_ONCE:
            found |= _made(site, texts, waiting)
            waiting, weight = {}, 0
    if waiting:
        found |= _made(site, texts, waiting)
    return {path: page for entry in texts.named for path, page in found[entry].items()}


def _made(site: _Site, texts: _Texts, asked: Mapping[str, str]) -> dict[str, Files]:
    """Make the pages of some entries, and keep them."""
    wanted = [f"<ed:wanted id={quoteattr(entry)}/>" for entry in asked]
    spoken = [entry for entry in asked if entry in texts.speakers]
    beside = "".join((*wanted, *map(_speaking, spoken))).encode()
    found: dict[str, Files] = {entry: {} for entry in asked}
    for name, page in site.made([*_facts(site, texts, asked), beside]).items():
        entry, _, path = name.partition("\n")
        found[entry][path] = page
    return {entry: site.keep(asked[entry], made, entry) for entry, made in found.items()}


def _facts(site: _Site, texts: _Texts, entries: Iterable[str]) -> Iterator[bytes]:
    """Yield the facts of the texts that name some entries, with the mentions of these."""
    naming_in: dict[int, dict[str, int]] = {}
    quoted: set[str] = set()
    for entry in entries:
        there = texts.named[entry]
        quoted |= {entry} if there.is_quoted else set()
        for number, count in zip(there.texts, there.counts, strict=True):
            naming_in.setdefault(number, {})[entry] = count
    for number, named in sorted(naming_in.items()):
        bare = (naming((entry,)) * count for entry, count in named.items() if entry not in quoted)
        has_words = any(count and entry in quoted for entry, count in named.items())
        mentions = brief(site.whole.facts_xml[number]).mentions if has_words else ()
        meant = ((spot, tuple(one for one in spot.entries if one in quoted)) for spot in mentions)
        shown = (spot.naming(those) for spot, those in meant if those)
        yield closed(texts.heads[number].decode(), *bare, *shown).encode()


def _speaking(entry: str) -> str:
    """Return facts by which an entry is one of those who speak."""
    row = f'<ed:row table="speeches"><ed:value name="who">{escape(entry)}</ed:value></ed:row>'
    return f"<ed:facts>{row}</ed:facts>"


def _own(whole: Whole) -> Iterator[str]:
    """Yield the pages of the edition's own: articles, and behaviours of TEI."""
    titles = dict(look.titles(whole.edition))
    made = {one.name: one.article for one in whole.edition.project.own.pages}
    made |= {one.id: page for one, page in zip(whole.edition.pages, whole.essays, strict=True)}
    for name, page in made.items():
        head = f'<ed:page xmlns:ed="{EDITIO}" id={quoteattr(name)} title={quoteattr(titles[name])}>'
        yield f"{head}{page}</ed:page>"
