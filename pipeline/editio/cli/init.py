"""`editio init`: a folder with a small complete edition, or the settings that fit existing TEI."""

import json
import re
import shlex
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click
from click.core import ParameterSource

from editio.cli.folder import EditionFolder, inside
from editio.cli.survey import survey
from editio.edition import starts
from editio.edition.config import settings
from editio.edition.reading import source
from editio.edition.reading.files import is_tei_name


def origin() -> str:
    """Return where this editio was installed from, if others can have it from there as well."""
    try:
        said = json.loads(distribution(starts.PACKAGE).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return starts.PACKAGE
    address = str(said.get("url", ""))
    vcs = said.get("vcs_info", {})
    wanted = vcs.get("requested_revision", "")
    known = vcs and re.match(r"(https|ssh)://", address)
    return f"{vcs['vcs']}+{address}{'@' * bool(wanted)}{wanted}" if known else starts.PACKAGE


_PAGE = "pages/introduction.md"
KINDS = tuple(starts.TITLES)
_ROOT = re.compile(r"<([\w-]+:)?(TEI|teiCorpus)[\s>/]")
# Folders that are made from an edition, or hidden.
_PASSED_OVER = re.compile(r"(^|/)(\.[^/]*|build|node_modules)/")


def _source(_: click.Context, param: click.Parameter, value: str) -> str:
    """Refuse what cannot stand in the settings of CI, nor behind pip install there."""
    if not value.strip() or re.search(r"[\"'\\\x00-\x1f\x7f]", value):
        said = "it is a name or an address, without quotation marks, backslashes and line breaks"
        raise click.BadParameter(said, param=param)
    if said := starts.unreachable(value):
        raise click.BadParameter(said, param=param)
    return value


@click.command("init")
@click.argument("folder", type=EditionFolder(file_okay=False, path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), default="letters", show_default=True,
              help="What the edition is of.")  # fmt: skip
@click.option("--from", "existing", is_flag=True,
              help="Look at the TEI in FOLDER, and write settings that fit it.")  # fmt: skip
@click.option("--source", default=origin, callback=_source,
              show_default="the repository this editio was installed from, else the package editio",
              help="Where CI installs editio from: a package (editio==0.2), the address of an "
              "index, or that of a repository (https://….git).")  # fmt: skip
def init_command(folder: Path, kind: str, existing: bool, source: str) -> None:
    """Begin an edition in FOLDER: texts, registers, schema, settings, what a repository needs.

    The texts are small samples of the kind, to be replaced. A file that exists already stays as it
    is. With --from, editio reports what is in FOLDER and the folders below it, and writes
    edition.toml, its schema and a first page; if edition.toml exists, it writes nothing.

    \b
    Exit code: 0 written, 2 usage, or TEI that was not found.
    Example:
      editio init letters --kind letters
      editio init --from my-tei
    """
    if existing:
        _refuse_options_of_new()
        files = _fitting(folder)
    else:
        files = starts.files(kind, source)
        _refuse_to_hide(folder, files)
    try:
        done = _written(folder, files)
    except OSError as error:
        where = click.format_filename(error.filename or folder)
        raise click.UsageError(f"{where}: {error.strerror}") from error
    _tell(folder, *done)
    if set(done[0]) & set(starts.NAME_SOURCE):
        _tell_of_source(source)
    if existing:
        _tell_of_baseline(folder)


def _fitting(folder: Path) -> dict[str, bytes]:
    """Tell what TEI is in a folder; return the files that make an edition of it."""
    found = survey(folder)
    for line in found.lines:
        click.echo(line)
    if not found.texts:
        sys.exit(2)
    files = settings.files(found.settings)
    if (folder / settings.FILE).exists():
        return {settings.FILE: files[settings.FILE]}
    return files | ({_PAGE: found.page.encode()} if found.page else {})


def _refuse_options_of_new() -> None:
    """Raise UsageError if --kind or --source was given together with --from: they describe a new
    edition, and with --from the TEI that is there does.
    """
    for name in ("kind", "source"):
        if click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(
                f"--{name} is for a new edition. With --from editio looks at the TEI "
                f"that is there, and finds its kind itself: leave --{name} out."
            )


def _refuse_to_hide(folder: Path, files: Mapping[str, bytes]) -> None:
    """End where there is TEI: the texts of a new edition would stand before it, or among it."""
    below = sorted(path for path in folder.rglob("*") if is_tei(path))
    names = (path.relative_to(folder).as_posix() for path in below)
    found = [name for name in names if name not in files and not _PASSED_OVER.search(name)]
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        shown = click.format_filename(folder)
        raise click.UsageError(
            f"There is TEI in {shown}: {found[0]}{more}. A new edition would hide it.\n"
            f"For an edition of that TEI: editio init --from {shlex.quote(shown)}\n"
            "For a new one: name a folder without TEI."
        )


def is_tei(path: Path) -> bool:
    """Whether a file is TEI, by its beginning."""
    return (
        is_tei_name(path.name)
        and path.is_file()
        and bool(_ROOT.search(source.words(path)[:100_000]))
    )


def _written(folder: Path, files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """Write what is not there; return the names of what was written, and of what stayed."""
    written, kept = [], []
    for name in files:
        inside(folder / name, folder)
    for name, data in files.items():
        target = folder / name
        if target.exists():
            kept.append(name)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written.append(name)
    return written, kept


def _tell(folder: Path, written: list[str], kept: list[str]) -> None:
    name, shown = click.format_filename(folder), shlex.quote(click.format_filename(folder))
    for one in kept:
        click.echo(f"editio: {one} was there and stays as it is", err=True)
    count = f"{len(written)} {'file' if len(written) == 1 else 'files'}"
    click.echo(f"editio: wrote {count} to {name}; now try: editio check {shown}", err=True)


def _tell_of_source(source: str) -> None:
    """What a workflow installs was told nowhere, and may not be where it looks for it."""
    named = starts.installed(source)
    given = click.get_current_context().get_parameter_source("source")
    if source == starts.PACKAGE and given is ParameterSource.DEFAULT:
        named += " (this editio was not installed from a repository that CI could reach)"
    places = " and ".join(starts.NAME_SOURCE)
    click.echo(
        f"editio: CI will install editio by pip install {named}; for another source change "
        f"EDITIO in {places}, or begin with --source",
        err=True,
    )


def _tell_of_baseline(folder: Path) -> None:
    """TEI that is there may have many errors already: they need not stand in the way."""
    later = f"editio check {shlex.quote(click.format_filename(folder))} --write-baseline"
    click.echo(f"editio: to mend what it finds later, and see what is new: {later}", err=True)
