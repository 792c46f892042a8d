"""`editio ids`: an xml:id for each element with an address that has none."""

from collections import Counter
from pathlib import Path
from xml.parsers import expat

import click

from editio.cli.folder import EditionFolder, inside
from editio.edition.project import discover
from editio.edition.reading.files import UnreadableError, content
from editio.edition.texts.identify import CITED, given, written


@click.command("ids")
@click.argument("paths", nargs=-1, default=(".",), type=EditionFolder(exists=True, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def ids_command(paths: tuple[Path, ...], dry_run: bool) -> None:
    """Write an xml:id for every citable element that lacks one, into the texts of an edition.

    PATHS are files, or folders of an edition (by default this one). Not another byte is changed:
    what was written is undone by git. Ids that are there stay, and none is given twice in a file.

    \b
    Exit code: 0 done, 2 usage, or a file that cannot be read.
    Example:
      editio ids --dry-run tei/texts/letter-1.xml
    """
    for path in paths:
        project = discover(path)[0] if path.is_dir() else None
        for file in project.texts if project else (path,):
            _identify(file, dry_run, project.root if project else None)


def _identify(file: Path, dry_run: bool, root: Path | None) -> None:
    """Give ids in one file, and say how many; `root` is that of its edition."""
    name = click.format_filename(file)
    try:
        data = content(file)
        ids = given(data)
    except (UnreadableError, expat.ExpatError, LookupError, ValueError) as error:
        raise click.UsageError(f"{name}: {error}; “editio check” says more") from error
    if dry_run:
        for one in ids:
            click.echo(f'{name}:{one.line}: <{one.name} xml:id="{one.id}">')
    elif ids:
        inside(file, root).write_bytes(written(data, ids))
    counts = Counter(one.name for one in ids)
    said = ", ".join(f"{counts[kind]} {kind}" for kind in CITED if counts[kind]) or "none lacking"
    click.echo(f"{name}: {said}")
