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

from pipeline import drafts
from pipeline.commands.bar import shown
from pipeline.commands.findings import counted, tell
from pipeline.project import discover
from pipeline.serve import application

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
LOOPBACK = "127.0.0.1"
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
    help="Serve drafts of the web site and the offprints, made anew whenever a file changes.",
)
def serve_command(folder: Path, port: int, out: Path | None, draft: bool) -> None:
    """Serve the built edition of FOLDER on this machine alone, for reading and for DTS clients.

    Pages are at the root; DTS 1.0 (Level 1) is at /api/dts/. Stop with Ctrl-C. For a public
    server, hand `application` of `pipeline.serve` to a WSGI server. While you edit, --draft shows
    what you have: nothing in build/ is touched, and texts with errors leave the last draft as it
    is.

    \b
    Example:
      editio build && editio serve --port 8080
      editio serve --draft
    """
    if draft and out:
        raise click.UsageError("--draft makes what it serves; it does not go with --out.")
    built = (out or discover(folder)[0].out).absolute()
    if not draft and not built.is_dir():
        raise click.UsageError(f"There is nothing built in {built}. Run editio build first.")
    with TemporaryDirectory(prefix="editio-") as aside:
        served = Path(aside) if draft else built
        try:
            server = make_server(LOOPBACK, port, application(served, HOSTS), Server, Handler)
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
        for _ in drafts.changes(folder):
            _draft_once(folder, out)
    finally:
        server.shutdown()


def _draft_once(folder: Path, out: Path) -> None:
    """Build a draft, and say what came of it."""
    started = time.monotonic()
    with shown(len(discover(folder)[0].texts) + len(drafts.FORMATS)):
        made = drafts.draft(folder, out, os.cpu_count() or 1)
    tell(made.diagnostics, folder.resolve())
    said = "draft" if made.published else "no draft; the last one stays"
    took = f"{time.monotonic() - started:.1f} s"
    click.echo(f"editio: {said} ({took}); {counted(made.diagnostics)}", err=True)
