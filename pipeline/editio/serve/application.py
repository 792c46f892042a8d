"""WSGI: a request to a reply, and the reply to the server. Nothing that is asked raises."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from editio.serve import files, texts
from editio.serve.reply import Asked, Reply, Stretch, refusal

Start = Callable[[str, list[tuple[str, str]]], Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
LONGEST_QUERY = 4000
# A name or an address, and a port (RFC 9110, section 7.2).
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{0,5})?")
_SAFETY = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "SAMEORIGIN"),
)


def application(folder: Path, hosts: frozenset[str] = frozenset()) -> Application:
    """Return the application for one built edition.

    With `hosts`, requests that name another host are refused: a page elsewhere cannot read a
    server on this machine under a name of its own (DNS rebinding).
    """
    known = texts.Texts(folder)

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        reply = _reply(folder, known, environ, hosts)
        headers = [("Content-Length", str(len(reply.body))), *_SAFETY, *reply.headers]
        if reply.media:
            headers.append(("Content-Type", reply.media))
        start(reply.line, headers)
        if environ.get("REQUEST_METHOD") != "HEAD":
            return [reply.body] if isinstance(reply.body, bytes) else reply.body
        if isinstance(reply.body, Stretch):
            reply.body.close()
        return [b""]

    return answer


def _reply(
    folder: Path, known: texts.Texts, environ: Mapping[str, Any], hosts: frozenset[str]
) -> Reply:
    if hosts and host(environ) not in hosts:
        return refusal(403, "this server answers requests to its own address only")
    asked = _asked(environ)
    if asked is None:
        return refusal(400, "the address is not in UTF-8")
    if asked.method not in {"GET", "HEAD"}:
        return refusal(405, "", ("Allow", "GET, HEAD"))
    if len(asked.query) > LONGEST_QUERY:
        return refusal(414)
    if asked.path == texts.START or asked.path.startswith(texts.START + "/"):
        return texts.serve(known, asked)
    return files.serve(folder, asked)


def host(environ: Mapping[str, Any]) -> str:
    """Return the host that a request names, without its port; nothing if that is no host."""
    named = _HOST.fullmatch(str(environ.get("HTTP_HOST", "")).lower())
    return named[1] if named else ""


def _asked(environ: Mapping[str, Any]) -> Asked | None:
    """Read a request. WSGI gives bytes as Latin-1 (PEP 3333); paths are UTF-8."""
    try:
        path = str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    scheme, own = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "localhost")
    script = str(environ.get("SCRIPT_NAME", ""))
    return Asked(
        str(environ.get("REQUEST_METHOD", "GET")),
        path or "/",
        str(environ.get("QUERY_STRING", "")),
        f"{scheme}://{own}{script}",
        str(environ.get("HTTP_IF_NONE_MATCH", "")),
        str(environ.get("HTTP_RANGE", "")),
        str(environ.get("HTTP_IF_RANGE", "")),
    )
