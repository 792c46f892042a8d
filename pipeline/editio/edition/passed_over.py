"""Files that somebody wrote for an edition and that are of a kind that is not used where they lie:
pages of a word processor, texts whose names end in another way (C022).
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition import source
from editio.edition.links import PAGES
from editio.edition.wording import FOLDER as LABELS

_OFFICE = (".doc", ".docx", ".odt", ".rtf")
_PLAIN = (".md", ".markdown", ".mdown", ".html", ".htm", ".txt", ".rst")
_XML = (".xml", ".tei")
# Folder -> what is used there, what may be meant for it, what to do.
_KINDS = {
    "tei": (_XML, (*_OFFICE, *_XML), "Export it as TEI (.xml), or take it out of the folder."),
    PAGES: ((".md", *_XML), (*_OFFICE, *_PLAIN, *_XML),
            "Pages are written in Markdown (.md) or TEI (.xml)."),
    LABELS: ((".xml",), (*_OFFICE, *_PLAIN, *_XML),
             "Words are written in the form of those of editio (.xml)."),
}  # fmt: skip


def passed_over(root: Path, sure: bool) -> Iterator[Diagnostic]:
    """Yield what is not used. Where it is not `sure` that the folder is one of editio, having no
    edition.toml, pages and words of other kinds are somebody else's.
    """
    said = unquote(" ".join(source.words(path) for path in (root / PAGES).glob("*.md")))
    for folder, (used, meant, advice) in _KINDS.items():
        for path in sorted((root / folder).rglob("*")) if sure or folder == "tei" else ():
            # What a page links to is taken along with it.
            if path.suffix.lower() not in meant or path.name in said:
                continue
            name = path.relative_to(root).as_posix()
            if path.suffix not in used:
                reason = f"its name does not end in {' or '.join(used[:2])}"
                yield diagnostic("C022", name, reason=reason, advice=advice)
            elif path.parent != root / folder and folder != "tei":
                reason = "it lies in a folder of its own"
                yield diagnostic("C022", name, reason=reason, advice=f"Put it into {folder}/.")
