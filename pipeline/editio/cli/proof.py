"""`editio proof`: the site as one ZIP file, or the book, marked as a draft, for a colleague."""

import os
import re
import sys
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import click

from editio.checks.gate import admitted, unchecked
from editio.cli.findings import tell
from editio.cli.folder import FOLDER
from editio.cli.labels import everywhere, language, word
from editio.edition.edition import Edition
from editio.edition.project import discover
from editio.edition.reading.files import UnreadableError, content
from editio.render.build import Plan, build
from editio.render.parcel import below, own, zipped

# What stands for a site, and for the book: format, name of the file.
WAYS = {"site": ("html", "proof.zip"), "book": ("pdf", "proof.pdf")}
LINES = 5
# What a draft is known by: its title, which ends in this word, and the folder in the ZIP file.
MARK = "status-draft"
_DRAFT = "-draft"


@click.command("proof")
@click.argument("folder", type=FOLDER, default=".")
@click.option("--as", "way", type=click.Choice(list(WAYS)), default="site", show_default=True,
              help="The site in one ZIP file, or the book as a PDF.")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path),
              help="Where to write to.  [default: proof.zip or proof.pdf]")  # fmt: skip
@click.option("--no-check", is_flag=True, help="Make it even if the edition has errors.")
def proof_command(folder: Path, way: str, out: Path | None, no_check: bool) -> None:
    """Make one file of the edition in FOLDER for somebody to read and correct.

    Its title says that it is a draft, and numbers stand in the margin: in the book of each fifth
    line, on the site of each line of verse and each paragraph. The ZIP file is unpacked and opened
    in a browser: nothing of it needs a server.

    \b
    Exit code: 0 written, 1 errors in the edition, 2 usage or a fault of editio.
    Example:
      editio proof --as book --out for-reading.pdf
    """
    form, name = WAYS[way]
    target = out or Path(name)
    if not target.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {target.parent}", param_hint="--out")
    if _is_of_others(target):
        name = click.format_filename(target)
        said = f"{name} is there, and no draft that editio made; move it away, or name another file"
        raise click.BadParameter(said, param_hint="--out")
    project, amiss = discover(folder)
    one = unchecked(project, amiss) if no_check else admitted(project, amiss, rendered=True)
    if one.faulty:
        tell(one.diagnostics, project.root)
        sys.exit(1)
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "draft"
        built = build(Plan(marked(one.edition), (form,), made))
        tell(built.diagnostics, project.root)
        if not built.written:
            sys.exit(1)
        root = f"{project.root.name}{_DRAFT}"
        book = made / "pdf" / "edition.pdf"
        target.write_bytes(book.read_bytes() if form == "pdf" else zipped(below(made), root))
    click.echo(f"editio: wrote {click.format_filename(target)}", err=True)


def _is_of_others(file: Path) -> bool:
    """Whether a file that stands where a draft is to go is none itself."""
    try:
        data = content(file)
    except UnreadableError:
        return os.path.lexists(file)
    if data.startswith(b"%PDF-"):
        marks = [f"[{one}]".encode() for one in everywhere(MARK)]
        said = b"".join(one for one in _unpacked(data) if b"<x:xmpmeta" in one)
        return not any(one in said for one in marks)
    names = own(BytesIO(data))
    return not (names and all(name.partition("/")[0].endswith(_DRAFT) for name in names))


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    """Yield how the streams of a PDF begin, as far as they can be unpacked."""
    for one in re.finditer(rb"stream\r?\n", pdf):
        try:
            yield zlib.decompressobj().decompress(memoryview(pdf)[one.end() :], 1 << 16)
        except zlib.error:
            continue


def marked(edition: Edition) -> Edition:
    """Return the edition as a draft: its title says so; the lines of the book are numbered, on the
    site lines of verse and paragraphs, a text a page.
    """
    settings = edition.project.settings
    site = replace(settings.site, proof=True, split="never")
    lang = language(edition.project, *edition.documents)
    title = f"{edition.called} [{word(MARK, lang)}]"
    numbers = settings.print.line_numbers or LINES
    project = replace(edition.project, settings=replace(settings, title=title, site=site))
    return replace(edition, project=project).printed(line_numbers=numbers, volume=True)
