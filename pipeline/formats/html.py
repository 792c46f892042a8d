"""The web edition: one page a text, the index page, and the assets that pages share."""

from pipeline.formats.context import Files, Text, Whole
from pipeline.project import ASSETS
from pipeline.saxon import EDITIO, strings


def render(text: Text) -> Files:
    """Give the page of one text."""
    return {path: page.encode() for path, page in text.apply("html").items()}


def assemble(whole: Whole) -> Files:
    """Give the index page and the assets."""
    site = f'<ed:site xmlns:ed="{EDITIO}">{"".join(whole.facts)}</ed:site>'
    parameters = {
        "labels": whole.labels,
        "edition": whole.edition,
        "formats": " ".join(whole.formats),
        **({"about": whole.about} if whole.about else {}),
    }
    pages = whole.engine.run("index", whole.engine.parse(site), "index", parameters)
    files = {path: page.encode() for path, page in strings(pages.value).items()}
    return files | {
        f"assets/{file.name}": file.read_bytes() for file in sorted(ASSETS.glob("edition.*"))
    }
