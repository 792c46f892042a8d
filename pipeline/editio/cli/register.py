"""`editio register`: drafts of entries for names that point nowhere."""

import sys
from pathlib import Path, PurePosixPath

import click

from editio.checks.drafts import drafts, homes, refused
from editio.checks.lacking import lacking
from editio.checks.reach import corpus
from editio.cli.findings import end_where_unread
from editio.cli.folder import FOLDER, inside
from editio.cli.labels import language, word
from editio.edition.project import Project, discover
from editio.edition.reading import source
from editio.edition.reading.source import Document
from editio.edition.registers.drafting import Entry, Like, Said, added, drafted, like, register
from editio.edition.registers.entries import HOMES


@click.command("register")
@click.argument("folder", type=FOLDER, default=".")
@click.option("--dry-run", is_flag=True, help="Show the entries, and write nothing.")
def register_command(folder: Path, dry_run: bool) -> None:
    """Draft register entries for the names in the texts of FOLDER that point nowhere.

    Persons, places, organisations, events, works and objects have each their register in
    tei/registers/, or the file to which the names point. An entry has the id that they point to and
    the form in which they name it most often; what else is known of it is the editor's to say. A
    register that is there is added to at the end of its list, and changed nowhere else.

    \b
    Exit code: 0 done, 1 some names can have no entry, or a file is faulty,
    2 usage or a fault of editio.
    Example:
      editio register --dry-run
    """
    project, _ = discover(folder)
    read = [
        source.read(path, project.shown(path), project.stems.get(path, ""))
        for path in project.documents
    ]
    documents = [one for one in read if isinstance(one, Document)]
    end_where_unread([told for one in read if isinstance(one, list) for told in one], project.root)
    known = corpus(project.root, documents)
    lacks = list(lacking(known, documents))
    names = {
        anchor.id for index in known.files.values() for anchor in index.anchors if anchor.entry
    }
    places = homes(project.root, documents, map(project.shown, project.registers))
    left = list(refused(lacks, names, places))
    out = {one.id for one, _ in left}
    for (home, kind), found in drafts((one for one in lacks if one.id not in out), places).items():
        if dry_run:
            click.echo("".join(map(drafted, found)), nl=False)
        else:
            _write(project, home, kind, found, documents)
    for one, reason in left:
        click.echo(f"editio: {one.file}:{one.line}: “{one.id}” {reason}", err=True)
    if left:
        sys.exit(1)
    if not lacks:
        click.echo("every name points to an entry")


def _write(
    project: Project, home: str, kind: str, found: list[Entry], documents: list[Document]
) -> None:
    """Write entries to a register that is there, or that is made like the others."""
    file, (holder, name) = project.root / home, HOMES[kind]
    if file.exists():
        made = added(kind, found, file.read_bytes())
    else:
        lang, model = language(project, *documents), _model(project, home)
        title, source = word(f"register-{name}", lang), word("draft-source", lang)
        said = Said(lang, title, word("draft-published", lang), source)
        made = register(kind, found, said, model)
    if made is None:
        raise click.ClickException(f"{file} has no <{holder}> to which to add entries")
    inside(file, project.root).parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(made)
    count = f"{len(found)} {'entry' if len(found) == 1 else 'entries'}"
    click.echo(f"{click.format_filename(file)}: {count} drafted")


def _model(project: Project, home: str) -> Like:
    """Return what a new register has like the first that there is, or like the other files."""
    for other in (*project.registers, *project.documents):
        shown = PurePosixPath(project.shown(other)).parent
        return like(other.read_bytes(), shown.as_posix(), PurePosixPath(home).parent.as_posix())
    return Like()
