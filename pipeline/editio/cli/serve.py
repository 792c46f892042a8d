"""`editio serve`: the built edition on this machine, until it is stopped."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from socketserver import ThreadingMixIn
from tempfile import TemporaryDirectory
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import click

from editio.cli.bar import shown
from editio.cli.findings import counted, tell
from editio.cli.folder import FOLDER
from editio.diagnostics import Diagnostic, faults
from editio.edition.project import discover
from editio.render.swap import sweep
from editio.serve import application, drafts
from editio.serve.bar import bar, with_bar
from editio.serve.news import News, renewing, with_news

LOOPBACK = "127.0.0.1"
# The bar of the last draft, which pages show at their top.
_SAID = [""]
_NEWS = News()
# Seconds without a change after which all that follows from the last one is made.
_QUIET = 1.0
HOSTS = frozenset({"localhost", LOOPBACK, "[::1]"})


class Server(ThreadingMixIn, WSGIServer):
    """One thread a request, so that a slow client holds nobody up."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """Says nothing of each request, and gives up on one that does not come."""

    timeout = 20

    def log_message(self, format: str, *args: object) -> None:  # the library's name
        """Keep quiet."""


@click.command("serve")
@click.argument("folder", type=FOLDER, default=".")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 takes any free port.",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="What to serve.")
@click.option(
    "--draft",
    is_flag=True,
    help="Serve drafts of the web site and the offprints, rebuilt whenever a file changes.",
)
def serve_command(folder: Path, port: int, out: Path | None, draft: bool) -> None:
    """Serve the built edition of FOLDER on this machine alone, for reading and for DTS clients.

    What is served at / is the output folder as it is uploaded, with its own page for what is not
    there; beside it DTS 1.0 (Level 1) is at /api/dts/. Stop with Ctrl-C. For a public server, hand
    `application` of `editio.serve` to a WSGI server. While you edit, --draft shows what you have,
    with what is found at the top of each page: nothing in build/ is touched, and while there are
    errors the last draft stays.

    \b
    Example:
      editio build && editio serve --port 8080
      editio serve --draft
    """
    if draft and out:
        raise click.UsageError("--draft makes what it serves; it does not go with --out.")
    built = (out or discover(folder)[0].out).absolute()
    sweep(built)
    if not draft and not built.is_dir():
        raise click.UsageError(f"There is nothing built in {built}. Run editio build first.")
    with TemporaryDirectory(prefix="editio-") as aside:
        served = Path(aside) if draft else built
        try:
            app = application(served, HOSTS)
            if draft:
                app = with_news(with_bar(app, renewing(lambda: _SAID[-1])), _NEWS, HOSTS)
            server = make_server(LOOPBACK, port, app, Server, Handler)
        except OSError as error:
            raise click.ClickException(f"Port {port} cannot be used: {error.strerror}.") from error
        with server:
            click.echo(f"editio: http://{LOOPBACK}:{server.server_port}/ (Ctrl-C stops)", err=True)
            with suppress(KeyboardInterrupt):
                _draft(folder, served, server) if draft else server.serve_forever()
    click.echo("editio: stopped", err=True)
    sys.exit(0)


def _draft(folder: Path, out: Path, server: WSGIServer) -> None:
    """Serve in a thread; build in this one, which alone may use the transforms."""
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        for changed in drafts.changes(folder, _QUIET):
            if changed is drafts.SETTLED or not _first(folder, out, changed):
                _draft_once(folder, out)
    finally:
        server.shutdown()


def _first(folder: Path, out: Path, changed: frozenset[Path]) -> bool:
    """Renew the pages of the texts that were saved, if that is all; say what is found in them."""
    started = time.monotonic()
    made = drafts.first(folder, out, changed)
    if made is not None:
        _SAID[:] = [bar(made.diagnostics, made.published)]
        _NEWS.tell()
        click.echo(f"editio: page ({time.monotonic() - started:.2f} s)", err=True)
    return made is not None


def _draft_once(folder: Path, out: Path) -> None:
    """Build a draft, and say what came of it; what is raised is told, and the server goes on."""
    started = time.monotonic()
    found: list[Diagnostic] = []
    published = False
    with faults.telling(found.append, ".", "making the draft"):
        with shown(len(discover(folder)[0].texts) + len(drafts.FORMATS)):
            made = drafts.draft(folder, out, os.cpu_count() or 1)
        found += made.diagnostics
        published = made.published
    stays = any(out.iterdir())
    _SAID[:] = [bar(found, published, stays)]
    _NEWS.tell()
    tell(found, folder.resolve())
    said = "draft" if published else f"build failed{'; still serving the previous draft' * stays}"
    took = f"{time.monotonic() - started:.1f} s"
    click.echo(f"editio: {said} ({took}); {counted(found)}", err=True)
