"""`editio help`: the pages of the handbook, which are installed with editio."""

import difflib

import click

from editio.resources import HANDBOOK


@click.command("help")
@click.argument("page", required=False)
def help_command(page: str | None) -> None:
    """Print a page of the handbook, which comes with editio; without PAGE, say which there are.

    \b
    Example:
      editio help
      editio help own-rules
      editio help how-to/look
    """
    pages = {
        path.relative_to(HANDBOOK).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in sorted(HANDBOOK.rglob("*.md"))
    }
    if page is None:
        for name, words in pages.items():
            title = words.partition("\n")[0].lstrip("# ")
            click.echo(f"{click.style(name, bold=True)}  {title}")
        return
    asked = page.removesuffix(".md").removeprefix("docs/")
    by_name = {name.rpartition("/")[2]: name for name in pages} | {name: name for name in pages}
    if asked not in by_name:
        near = difflib.get_close_matches(asked, by_name, 1)
        meant = f"Did you mean {near[0]}?" if near else "editio help lists all."
        raise click.UsageError(f"The handbook has no page {page}. {meant}")
    click.echo(pages[by_name[asked]].strip())
