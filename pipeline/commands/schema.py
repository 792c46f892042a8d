"""`editio schema`: the ODD of an edition to the schemas that its files name."""

import sys
from pathlib import Path

import click

from pipeline.project import ODD
from pipeline.saxon import TransformError
from pipeline.schema import OddError, write_schema


@click.command("schema")
@click.argument(
    "odd",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=ODD,
)
def schema_command(odd: Path) -> None:
    """Compile ODD (tei/schema/edition.odd) to edition.rng and edition.sch beside it.

    The encoding manual is made from the same file by `editio build`.

    \b
    Exit code: 0 written or up to date, 1 faults in the ODD, 2 usage or a fault of editio.
    Example:
      editio schema
    """
    try:
        written = write_schema(odd)
    except OddError as error:
        for problem in error.problems:
            click.echo(problem)
        sys.exit(1)
    except (OSError, TransformError) as error:
        raise click.ClickException(str(error)) from error
    said = ", ".join(path.name for path in written)
    click.echo(
        f"editio: {f'wrote {said}' if said else 'edition.rng and edition.sch are up to date'}"
    )
