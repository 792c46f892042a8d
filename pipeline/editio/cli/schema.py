"""`editio schema`: the ODD of an edition to the schemas that its files name."""

import sys
from pathlib import Path

import click

from editio.cli.folder import inside
from editio.edition.project import ODD
from editio.engines.saxon import TransformError
from editio.formats.schema import COMMITTED, OddError, compiled


@click.command("schema")
@click.argument(
    "odd",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=ODD,
)
@click.option(
    "--tei",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The TEI's own definitions (p5subset.xml), for an ODD that takes anything from them.",
)
def schema_command(odd: Path, tei: Path | None) -> None:
    """Compile ODD (tei/schema/edition.odd) to edition.rng and edition.sch beside it.

    An ODD that takes anything from the TEI or another ODD is also written out in full, as
    edition.compiled.odd. The encoding manual is made from that by `editio build`, which needs
    no more.

    \b
    Exit code: 0 written or up to date, 1 faults in the ODD, 2 usage or a fault of editio.
    Example:
      editio schema
    """
    for name in COMMITTED:
        inside(odd.with_name(name))
    try:
        written, remarks = write_schema(odd, tei)
    except OddError as error:
        for problem in error.problems:
            click.echo(problem)
        sys.exit(1)
    except (OSError, TransformError) as error:
        raise click.ClickException(str(error)) from error
    for remark in remarks:
        click.echo(f"note: {remark}", err=True)
    said = ", ".join(path.name for path in written)
    click.echo(f"editio: {f'wrote {said}' if said else 'what is made from the ODD is up to date'}")


def write_schema(odd: Path, tei: Path | None = None) -> tuple[list[Path], tuple[str, ...]]:
    """Write what an ODD is compiled to beside it; return the files that changed, and remarks.

    An ODD that is complete in itself needs no complete form.
    """
    made = compiled(odd, tei)
    names = COMMITTED if made.chained else COMMITTED[:2]
    stale = [odd.with_name(name) for name in names if _differs(odd.with_name(name), made.pages)]
    for path in stale:
        path.write_text(made.pages[path.name], "utf-8", newline="\n")
    return stale, made.remarks


def _differs(path: Path, pages: dict[str, str]) -> bool:
    return not path.exists() or path.read_bytes() != pages[path.name].encode()
