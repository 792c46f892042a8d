"""Languages of pages in which the interface lacks words, so that these stand in English (C028)."""

import re
from collections.abc import Iterator
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.settings import FILE
from editio.edition.config.spots import spot_in
from editio.edition.project import Project
from editio.edition.reading import source
from editio.edition.reading.files import UnreadableError, content
from editio.edition.texts.languages import main
from editio.resources import LABELS

_SAID = re.compile(r"""<(?:[\w.-]+:)?(?:TEI|text)\b[^<>]*?\bxml:lang\s*=\s*["']([^"'<>]+)["']""")
_LABELS = re.compile(r"""<(?:[\w.-]+:)?labels\b[^<>]*?\bxml:lang\s*=\s*["']([^"'<>]+)["']""")
_KEY = re.compile(r"""<(?:[\w.-]+:)?label\b[^<>]*?\bkey\s*=\s*["']([^"'<>]+)["']""")


def unspoken(project: Project) -> Iterator[Diagnostic]:
    """C028: each such language once, where the first page says it."""
    told = {path.stem for path in LABELS.glob("*.xml")}
    every = {*_KEY.findall((LABELS / "en.xml").read_text("utf-8"))}
    for language, file, place in _languages(project):
        if main(language) not in told:
            told.add(main(language))
            if lacking := len(every - _keys(project, main(language))):
                yield diagnostic("C028", file, *place, **_facts(language, len(every), lacking))


def _keys(project: Project, language: str) -> set[str]:
    """Return the keys of the labels that an edition has in a language."""
    return {
        key
        for words in project.own.labels
        if language in map(main, _LABELS.findall(words))
        for key in _KEY.findall(words)
    }


def _facts(language: str, every: int, lacking: int) -> dict[str, str]:
    """Return how many words the interface has in a language, and which are in English."""
    there = every - lacking
    some = f"{there} of its {every} words" if there else "no words"
    rest = "the others" if there else "them"
    return {"language": language, "name": main(language), "some": some, "rest": rest}


def _words(path: Path) -> str:
    """Return a file as text; most are in UTF-8, and are not read line by line for this."""
    try:
        data = content(path)
    except UnreadableError:
        return ""
    is_wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    return source.words(path) if is_wide else data.decode("utf-8", "replace")


def _languages(project: Project) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield languages of pages, with file and place: of the settings, of documents as the first of
    root and text says.
    """
    if language := project.settings.site.language:
        yield language, FILE, spot_in(project.root, "site", "language", language)
    for path in (*filter(None, [project.about]), *project.texts, *project.pages):
        words = _words(path)
        if found := _SAID.search(words):
            before = words[: found.start(1)]
            column = len(before) - before.rfind("\n")
            yield found[1], project.shown(path), (before.count("\n") + 1, column)
