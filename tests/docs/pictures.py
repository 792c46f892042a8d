"""The pictures of README and handbook: pages of a site, two of the book, a finding.

    python -m tests.docs.pictures

They are made of this edition, and of one that is begun anew, with a browser, as `make test-all`
installs it.
"""

import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from tests.shared import ROOT
from tests.web.browser import launched

DOCS = ROOT / "docs"
TEXT = "soviet-admissions"
WIDE, HIGH = 1180, 720
# The two pages that face each other, counted from the first of the offprint.
FACING = (5, 6)
FINDING = (
    "<body style='margin:0'>"
    "<pre style='margin:0;padding:18px 22px;background:#1d2025;color:#e6e3dc;width:fit-content;"
    "font:15px/1.45 monospace'>{}</pre>"
)


def run(*words: str | Path) -> str:
    """Return what a command of editio says. In a process of its own: it has fonts of its own."""
    command = [sys.executable, "-m", "editio", *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def book(pdf: Path, file: Path) -> None:
    """Two facing pages of the offprint, on grey."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=1.15).to_pil() for number in FACING]
    wide, high = pages[0].size
    both = pages[0].resize((2 * wide + 18, high + 12))
    both.paste("#bbbbbb", (0, 0, *both.size))
    for number, page in enumerate(pages):
        both.paste(page, (6 + number * (wide + 6), 6))
    both.quantize(16).save(file, optimize=True)


def finding() -> str:
    """Return what `editio check` says of a month that there is not."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "edition"
        shutil.copytree(ROOT / "tei", copy / "tei")
        text = copy / "tei/texts/khrushchev-at-70.xml"
        words = text.read_text("utf-8").replace('1964-04"', '1964-13"', 1)
        text.write_text(words, "utf-8")
        said = run("check", copy)
    return next(part for part in said.split("\n\n") if "D001" in part).strip()


def shoot(browser: Any, page: Path, file: Path, shown: str | None = None) -> None:
    """A picture of a page, or of what is in it."""
    window = browser.new_context(viewport={"width": WIDE, "height": HIGH}).new_page()
    window.goto(page.as_uri())
    (window.locator(shown) if shown else window).screenshot(path=file)
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(256, Image.Quantize.FASTOCTREE).save(file, optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        run("build", ROOT, "--out", out / "build", "--format", "html", "--format", "pdf")
        run("init", out / "letters", "--kind", "letters")
        run("build", out / "letters", "--format", "html")
        (out / "finding.html").write_text(FINDING.format(escape(finding())), "utf-8")
        book(out / f"build/pdf/{TEXT}.pdf", DOCS / "page.png")
        with launched() as browser:
            shoot(browser, out / f"build/{TEXT}.html", DOCS / "site.png")
            shoot(browser, out / "letters/build/letter-1.html", DOCS / "letters.png")
            shoot(browser, out / "finding.html", DOCS / "finding.png", "pre")
