"""`editio transcript`: the source of a text, read back out of its encoding."""

import difflib
import sys
from pathlib import Path

import click

from editio.cli.findings import end_where_unread
from editio.cli.folder import FOLDER
from editio.edition.edition import opened
from editio.formats.transcript import transcript


@click.command("transcript")
@click.argument("text")
@click.argument("folder", type=FOLDER, default=".")
def transcript_command(text: str, folder: Path) -> None:
    """Write the transcript of TEXT as it was received, to standard output.

    TEXT is the id of a text of the edition in FOLDER. Everything that editors added is left out,
    and lines that they moved stand where the source has them.

    \b
    Example:
      editio transcript khrushchev-at-70 | diff - tei/sources/khrushchev-at-70.txt
    """
    edition, found = opened(folder)
    texts = {one.id: one for one in edition.texts}
    if text not in texts:
        end_where_unread(found, edition.project.root)
        near = difflib.get_close_matches(text, texts, 1)
        advice = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(texts)}."
        raise click.UsageError(f"There is no text {text}. {advice}")
    sys.stdout.buffer.write(transcript(texts[text].root).encode())
