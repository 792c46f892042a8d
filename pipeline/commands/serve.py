"""`editio serve`: the built edition on this machine, until it is stopped."""

import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import click

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
def serve_command(folder: Path, port: int, out: Path | None) -> None:
    """Serve the built edition of FOLDER on this machine alone, for reading and for DTS clients.

    Pages are at the root; DTS 1.0 (Level 1) is at /api/dts/. Stop with Ctrl-C. For a public
    server, hand `application` of `pipeline.serve` to a WSGI server.

    \b
    Example:
      editio build && editio serve --port 8080
    """
    built = (out or discover(folder)[0].out).absolute()
    if not built.is_dir():
        raise click.UsageError(f"There is nothing built in {built}. Run editio build first.")
    try:
        server = make_server(LOOPBACK, port, application(built, HOSTS), Server, Handler)
    except OSError as error:
        raise click.ClickException(f"Port {port} cannot be used: {error.strerror}.") from error
    with server:
        click.echo(f"editio: http://{LOOPBACK}:{server.server_port}/ (Ctrl-C stops)", err=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("editio: stopped", err=True)
            sys.exit(0)
