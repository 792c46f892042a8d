"""The web edition: the pages of each text, the pages that span texts, and what pages share."""

from pipeline.formats.context import Files, Text, Whole
from pipeline.saxon import EDITIO, strings
from pipeline.site import addresses, assets, fonts, manual, search
from pipeline.site.figures import with_figures


def render(text: Text) -> Files:
    """Give the pages of one text: reading text, diplomatic text, both side by side."""
    parameters = {
        "labels": text.labels,
        "edition": text.edition,
        "surroundings": text.engine.parse(text.surroundings),
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
    pages = whole.engine.run("site", whole.engine.parse(site), "site-pages", parameters)
    return {path: page.encode() for path, page in strings(pages.value).items()}
