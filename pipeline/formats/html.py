"""The web edition: the pages of each text, the pages that span texts, and what pages share."""

from html import escape
from typing import Any

from lxml import etree

from pipeline.formats.citations import edition
from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.references import Item, in_words, item
from pipeline.saxon import EDITIO, strings
from pipeline.site import addresses, assets, fonts, manual, search
from pipeline.site.figures import with_figures


def render(text: Text) -> Files:
    """Give the pages of one text: reading text, diplomatic text, both side by side."""
    parameters = {
        "labels": text.labels,
        "edition": text.edition,
        "surroundings": text.engine.parse(text.surroundings),
        "reference": text.engine.parse(_reference(text)),
    }
    pages = text.engine.run("site", text.behaviours, "text-pages", parameters)
    return {path: page.encode() for path, page in strings(pages.value).items()}


def assemble(whole: Whole) -> Files:
    """Give the pages that span texts, and the assets."""
    contract = manual.compiled(whole)
    pages = _pages(whole, manual.articles(contract)) | manual.schemas(contract)
    known = addresses.files(whole.surroundings, whole.facts, dict(whole.parts) | pages)
    found = search.index(dict(whole.parts)) | search.places(whole)
    return pages | assets.files() | fonts.files() | found | known


def _reference(text: Text) -> str:
    """Give the citation of a text, set by the citation processor."""
    known = {"labels": text.labels}
    facts = etree.fromstring(str(text.engine.run("facts", text.behaviours, "facts", known).value))
    site = etree.fromstring(text.surroundings).get("address", "")
    return _cited(item(facts, text.edition, site))


def _cited(one: Item) -> str:
    """Set a citation; the processor leaves signs of markup in names and titles as they are."""
    return f"<p>{in_words(_escaped(one), 'html')}</p>"


def _escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, dict):
        return {name: _escaped(one) for name, one in value.items()}
    return [_escaped(one) for one in value] if isinstance(value, list) else value


def _pages(whole: Whole, contract: str) -> Files:
    surroundings = whole.engine.parse(whole.surroundings)
    language = surroundings.head.children[0].get_attribute_value("lang") or "en"
    parts = "".join((*whole.facts, *map(with_figures, whole.registers), contract))
    site = f'<ed:site xmlns:ed="{EDITIO}" lang="{language}">{parts}</ed:site>'
    parameters = {
        "labels": whole.labels,
        "edition": whole.edition,
        "surroundings": surroundings,
        **({"about": whole.about} if whole.about else {}),
    }
    for one in edition(whole):
        parameters["reference"] = whole.engine.parse(_cited(one))
    pages = whole.engine.run("site", whole.engine.parse(site), "site-pages", parameters)
    return {path: page.encode() for path, page in strings(pages.value).items()}
