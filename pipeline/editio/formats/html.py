"""The web edition: the pages of each text, the pages that span texts, and what pages share."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from xml.sax.saxutils import quoteattr

from editio.diagnostics import Diagnostic
from editio.edition.beside.own import Own
from editio.engines.saxon import EDITIO
from editio.formats.citations import edition
from editio.formats.cited import spoken, told
from editio.formats.references import citation
from editio.formats.site import (
    addresses,
    assets,
    fonts,
    images,
    look,
    manifest,
    manual,
    parts,
    search,
)
from editio.formats.site.dead import dead
from editio.formats.site.figures import with_figures
from editio.formats.site.marked import ASKED, written
from editio.model.citations import Citation
from editio.model.context import Files, Text, Whole

_MOST_CARDS = 20
# A unit has text alone.
_UNIT = re.compile(r'<ed:unit(?:\s+[\w-]+="[^"<]*")*\s*(?:/>|>[^<]*</ed:unit>)\s*')
_WORDS = re.compile(r'^(<ed:facts\s[^>]*?)\swords="\d+"')


def render(text: Text) -> Files:
    """Return the pages of one text: reading text, diplomatic text, both; and what is searched."""
    parameters = {
        "labels": text.labels,
        **ASKED,
        "edition": text.edition_title,
        "surroundings": text.engine.parse(text.surroundings.xml),
        "reference": text.engine.parse(_reference(text)),
    }
    made = text.engine.run("site", text.behaviours, "text-pages", parameters)
    pages = written(made.value)
    diplomatic = parts.views(pages, "diplomatic")
    searched = search.of_text(text.id, parts.whole(pages, text.id), diplomatic)
    return pages | manifest.manifest(text, diplomatic) | searched


def assemble(whole: Whole) -> Files:
    """Return the pages that span texts, and the assets."""
    contract = manual.compiled(whole)
    index = search.index(whole)
    pages = _pages(whole, manual.articles(contract), bool(index)) | manual.schemas(contract)
    pages = parts.led(pages, parts.places(whole.parts))
    named = [*whole.parts, *pages, *["data/index.html"] * ("data" in whole.formats)]
    known = addresses.files(whole.surroundings.address, whole.facts, named)
    shared = (
        assets.files()
        | fonts.files()
        | look.files(whole, chain(whole.parts.items(), pages.items()))
    )
    files = pages | shared | index | known | _media(whole)
    for one in dead(whole, files):
        whole.report(one)
    return files


def _media(whole: Whole) -> Files:
    """Return pictures and linked files, each once however often it is shown."""
    return {one.name: one.data for one in whole.media} | images.files(whole)


def _reference(text: Text) -> str:
    """Return the citation of a text, set by the citation processor."""
    one = citation(text.facts, text.edition_title, text.surroundings.address)
    return _cited(one, text.facts.lang or "en", text.own, text.report)


def _cited(one: Citation, language: str, own: Own, report: Callable[[Diagnostic], None]) -> str:
    """Set a citation in the language of its page, or in one that it says."""
    words, said = told(one, language, own, report, "html"), spoken(language, own)
    return f"<p>{words}</p>" if said == language else f'<p><span lang="{said}">{words}</span></p>'


def _own(whole: Whole) -> Iterator[str]:
    """Yield the pages of the edition's own: articles, and behaviours of TEI."""
    titles = dict(look.titles(whole.edition))
    made = {one.name: one.article for one in whole.edition.project.own.pages}
    made |= {one.id: page for one, page in zip(whole.edition.pages, whole.essays, strict=True)}
    for name, page in made.items():
        head = f'<ed:page xmlns:ed="{EDITIO}" id={quoteattr(name)} title={quoteattr(titles[name])}>'
        yield f"{head}{page}</ed:page>"


def _pages(whole: Whole, contract: str, searched: bool) -> Files:
    language = whole.surroundings.lang
    texts = _read_by_pages(whole.facts_xml, bool(whole.edition.project.own.rendering.stylesheets))
    facts = "".join((*texts, *map(with_figures, whole.registers), contract, *_own(whole)))
    site = f'<ed:site xmlns:ed="{EDITIO}" lang="{language}">{facts}</ed:site>'
    cited = [
        _cited(one, language, whole.edition.project.own, whole.report) for one in edition(whole)
    ]
    about = whole.engine.serialize(whole.about) if whole.about else ""
    given = [site, whole.title, whole.surroundings.xml, str(searched), about, *cited]
    sums = [hashlib.sha256(one.encode("utf-8", "surrogatepass")).hexdigest() for one in given]
    question = "pages of the site", str(whole.edition.project.root), whole.formats
    asked = repr((sums, whole.edition.project.own.rendering))
    kept = whole.store.recall(question, _Kept) if whole.store else None
    if kept is not None and kept.asked == asked:
        return kept.pages
    parameters = {
        "labels": whole.labels,
        **ASKED,
        "edition": whole.title,
        "surroundings": whole.engine.parse(whole.surroundings.xml),
        "searched": "yes" if searched else "",
        **({"about": whole.about} if whole.about else {}),
    }
    for one in cited:
        parameters["reference"] = whole.engine.parse(one)
    made = whole.engine.run("site", whole.engine.parse(site), "site-pages", parameters)
    pages = written(made.value)
    if whole.store:
        whole.store.keep(question, _Kept(asked, pages))
    return pages


@dataclass(frozen=True)
class _Kept:
    """Pages that span texts, the last that were made of an edition, and what they were made of."""

    asked: str
    pages: Files


def _read_by_pages(facts: Sequence[str], own: bool) -> Iterator[str]:
    """Yield the facts of texts without what no page that spans texts reads: what can be cited and,
    where texts are too many for cards (ed:most-cards), how many words they have. Stylesheets of the
    edition's own may read all.
    """
    for one in facts:
        less = one if own else _UNIT.sub("", one)
        yield less if own or len(facts) <= _MOST_CARDS else _WORDS.sub(r"\1", less, 1)
