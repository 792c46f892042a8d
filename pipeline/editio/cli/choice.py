"""What `editio check` is to tell: codes on the command line, and the baseline that it writes.

Checks are loaded where somebody asks for codes: a build without a change needs none.
"""

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from editio.cli.folder import inside
from editio.diagnostics.codes import CODES
from editio.edition.config.judgement import BASELINE
from editio.edition.selection import Selection

if TYPE_CHECKING:
    from editio.checks.run import Checked


class CodesType(click.ParamType):  # type: ignore[type-arg]  # not in every version
    """Codes, or letters for all codes that begin with one, parted by commas."""

    name = "codes"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Read the codes; one that there is not is told with the nearest."""
        if not value:
            return ()
        from editio.checks.policy import is_code  # noqa: PLC0415

        codes = tuple(one.strip().upper() for one in str(value).split(",") if one.strip())
        for code in codes:
            if not is_code(code):
                self.fail(f"There is no code {code}. {nearest(code)}", param, ctx)
        return codes


def nearest(name: str) -> str:
    """Return advice on a name that is no code."""
    near = difflib.get_close_matches(name.upper(), sorted(CODES), 3, 0.5)
    return f"Near: {', '.join(near)}." if near else "editio explain lists all."


def write_baseline(checked: "Checked", selection: Selection) -> "Checked":
    """Write down what was found; return what is left to tell, which cannot be known."""
    from editio.checks.baseline import written  # noqa: PLC0415
    from editio.checks.policy import is_fixed  # noqa: PLC0415

    path = inside(selection.root / (selection.judgement.baseline or BASELINE), selection.root)
    if path.exists() and any(one.code == "C008" for one in checked.diagnostics):
        raise click.UsageError(f"{path} was not written by editio. Move it away first.")
    settled = [one for one in checked.diagnostics if not is_fixed(one.code)]
    left = [one for one in checked.diagnostics if is_fixed(one.code) and one.code != "C008"]
    files = {sheet.shown for sheet in selection.sheets}
    known = (*settled, *checked.known)
    path.write_text(written(known, checked.policy.known, files), "utf-8", newline="\n")
    click.echo(f"editio: wrote {click.format_filename(path)}", err=True)
    return replace(checked, diagnostics=tuple(left), known=known)
