"""Words of the interface that commands write into what they make, in the language of an edition."""

from editio.edition.beside.wording import words_in
from editio.edition.project import Project
from editio.edition.reading.source import Document
from editio.edition.texts.languages import of_edition, usual
from editio.edition.texts.titles import XML_LANG
from editio.resources import LABELS


def language(project: Project, *documents: Document) -> str:
    """Return the language of an edition, as its files say it (see of_edition)."""
    said = {one.path: usual(one.root.get(XML_LANG, "").strip()) for one in documents}
    own = said.get(project.shown(project.about), "") if project.about else ""
    texts = {project.shown(path) for path in project.texts}
    spoken = (lang for path, lang in said.items() if path in texts)
    return of_edition(project.settings.site.language, own, spoken)


def word(key: str, lang: str) -> str:
    """Return a label in a language, in English where we have no words in it."""
    there = words_in(lang)
    return there[key] if key in there else words_in("en")[key]


def everywhere(key: str) -> frozenset[str]:
    """Return a label in each language that we have."""
    return frozenset(word(key, file.stem) for file in LABELS.glob("*.xml"))
