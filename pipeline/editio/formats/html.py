"""The web edition: the pages of each text, the pages that span texts, and what pages share."""

from collections.abc import Callable
from itertools import chain

from editio.diagnostics import Diagnostic
from editio.edition.beside.own import Own
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
    spanning,
)
from editio.formats.site.dead import dead
from editio.formats.site.marked import ASKED, written
from editio.model.citations import Citation
from editio.model.context import Files, Text, Whole


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
    cited = [
        _cited(one, whole.surroundings.lang, whole.edition.project.own, whole.report)
        for one in edition(whole)
    ]
    beside = spanning.Beside(manual.articles(contract), cited, bool(index))
    pages = spanning.pages(whole, beside) | manual.schemas(contract)
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
