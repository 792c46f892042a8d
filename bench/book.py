"""What a book with notes costs beside the engine as it is shipped: `python -m bench.book [PAGES]`.

The book has about so many pages, by default 400, and a note for each hundred words: sentences of
the edition's texts in an order by chance, the same at every run. Each way, in a process of its own,
lays it out and writes it as the PDF that is read: WeasyPrint without our repairs and fit, and
editio. Both have our style sheets and faces. Printed are seconds of processors, the most memory,
pages, and the ratio of the seconds to those of bare WeasyPrint.
"""

import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from editio.edition.edition import opened
from editio.edition.reading.source import Document
from editio.engines.paged import composition, fonts, setter
from editio.engines.paged.design import Design
from editio.engines.saxon import strings
from editio.render.job import behaviours, here, labels
from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGES = 400
# Words of the text a page, of a note, and of the text from one note to the next.
A_PAGE, A_NOTE, BETWEEN = 455, (8, 55), 100
_PARAGRAPH, _CHAPTER = 4, 25
_BOOK = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="book" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>A long book</title></titleStmt><publicationStmt><p>For a measurement.
</p></publicationStmt><sourceDesc><p>Sentences of other texts.</p></sourceDesc></fileDesc>
</teiHeader><text><body>{}</body></text></TEI>"""


def sentences(texts: tuple[Document, ...]) -> list[str]:
    """Return the sentences of the paragraphs of texts, without notes."""
    found: list[str] = []
    for text in texts:
        tree = etree.fromstring(text.xml.encode())
        etree.strip_elements(tree, f"{TEI}note", with_tail=False)
        for one in tree.iter(f"{TEI}p"):
            words = " ".join("".join(map(str, one.itertext())).split())
            found += re.findall(r"\S.{40,}?[.?!](?= [A-Z]|$)", words)
    return found


def book(found: list[str], pages: int) -> str:
    """Return a TEI text of about so many pages, its sentences drawn from those found."""
    chance, number, words, since = random.Random(1), 0, 0, 0
    chapters: list[list[str]] = []
    while words < pages * A_PAGE:
        if number % _CHAPTER == 0:
            chapters.append([f"<head>Chapter {len(chapters) + 1}</head>"])
        number += 1
        paragraph = []
        for _ in range(chance.randint(1, 2 * _PARAGRAPH)):
            paragraph.append(_escaped(chance.choice(found)))
            since += len(paragraph[-1].split())
            if since >= BETWEEN:
                note = _note(found, chance)
                paragraph[-1] += f"<note>{_escaped(note)}</note>"
                words, since = words + since + len(note.split()), since - BETWEEN
        chapters[-1].append(f"<p>{' '.join(paragraph)}</p>")
    return _BOOK.format("".join(f"<div>{''.join(one)}</div>" for one in chapters))


def _note(found: list[str], chance: random.Random) -> str:
    least = chance.randint(*A_NOTE)
    words: list[str] = []
    while len(words) < least:
        words += chance.choice(found).split()
    return " ".join(words[:least]).rstrip(",;:.") + "."


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def ours(page: str) -> tuple[int, bytes]:
    """Set a page as a build sets it."""
    made = composition.compose(page, Design())
    return len(made.document.pages), composition.for_reading(made, ())


def bare(page: str) -> tuple[int, bytes]:
    """Set a page with WeasyPrint alone."""
    os.environ["FONTCONFIG_FILE"] = str(fonts.folder() / "fonts.conf")
    from editio.resources import ASSETS  # noqa: PLC0415  # what follows must find the faces
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    faces = FontConfiguration()
    sheets = [CSS(string=Design(fit=False).css(), font_config=faces)]
    sheets += [CSS(filename=ASSETS / name, font_config=faces) for name in setter._SHEETS]
    document = HTML(string=page).render(
        stylesheets=sheets, font_config=faces, pdf_variant="pdf/a-3a"
    )
    written: bytes = document.write_pdf(pdf_variant="pdf/a-3a")
    return len(document.pages), written


WAYS: dict[str, Callable[[str], tuple[int, bytes]]] = {"bare WeasyPrint": bare, "editio": ours}


def one(way: str, page: Path) -> None:
    """Set a page one way; print seconds of processors, megabytes, pages."""
    pages, _ = WAYS[way](page.read_text("utf-8"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(time.process_time(), used.ru_maxrss / 1024, pages)


def taken(page: Path) -> Iterator[tuple[str, list[float]]]:
    """Yield what each way takes."""
    for way in WAYS:
        ask = [sys.executable, "-m", "bench.book", way, str(page)]
        said: Any = subprocess.run(ask, check=True, capture_output=True, text=True).stdout
        yield way, [float(figure) for figure in said.split()]


def main() -> None:
    """Print the table."""
    edition, _ = opened(Path())
    text = book(sentences(edition.texts), int(sys.argv[1]) if sys.argv[1:] else PAGES)
    ruled = behaviours("book.xml", text)
    page = strings(
        here().run("print", ruled.tree, "print", {"labels": labels(), "edition": ""}).value
    )["page"]
    fonts.folder()
    print("| way | s of processors | ratio | MB | pages |\n|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, "utf-8")
        first = 0.0
        for way, (seconds, memory, pages) in taken(file):
            first = first or seconds
            print(
                f"| {way} | {seconds:.1f} | {seconds / first:.2f} | {memory:.0f} | {pages:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WAYS:
        one(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
