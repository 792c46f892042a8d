"""Words of the interface that commands write into what they make, in the language of an edition."""

from functools import cache

from lxml import etree

from editio.edition.project import Project
from editio.edition.reading.source import Document
from editio.edition.texts.titles import XML_LANG
from editio.resources import LABELS


def language(project: Project, *documents: Document) -> str:
    """Return the language of an edition: of its settings, its own document, its texts; else en."""
    about = [one for one in documents if one.path == "tei/edition.xml"]
    said = (one.root.get(XML_LANG, "") for one in (*about, *documents))
    return project.settings.site.language or next(filter(None, said), "en")


@cache
def word(key: str, lang: str) -> str:
    """Return a label in a language, in English where we have no words in it."""
    file = LABELS / f"{lang.partition('-')[0]}.xml"
    tree = etree.parse(file if file.is_file() else LABELS / "en.xml")
    return next(one.text or "" for one in tree.iter("{*}label") if one.get("key") == key)


def everywhere(key: str) -> frozenset[str]:
    """Return a label in each language that we have."""
    return frozenset(word(key, file.stem) for file in LABELS.glob("*.xml"))
