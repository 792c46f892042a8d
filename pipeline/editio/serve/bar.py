"""Findings on the pages of a draft: a bar at the top of each, put in while it is served.

The built files are left as they are. Where nothing could be built yet, the bar is the page.
"""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from editio.diagnostics import Diagnostic, Severity, place
from editio.serve.application import Application, Start

_MOST = 20
_STYLE = (
    "position:sticky;top:0;z-index:99;max-height:40vh;overflow:auto;padding:.5em 1em;"
    "background:#fff3f0;color:#3b0a00;border-bottom:3px solid #a61b00;"
    "font:15px/1.4 system-ui,sans-serif;text-align:left"
)


def bar(found: Sequence[Diagnostic], published: bool, stays: bool = True) -> str:
    """Return the bar as HTML; nothing if there is nothing to say.

    `stays`: where nothing was published, there is a draft from before.
    """
    if not found:
        return ""
    weight = list(Severity)
    ranked = sorted(found, key=lambda one: (weight.index(one.severity), one))
    lines = [
        f"<li><b>{escape(place(one))}</b>: {one.severity} {one.code}: {escape(one.message)}"
        f"{'<br>' if one.hint else ''}{escape(one.hint)}</li>"
        for one in ranked[:_MOST]
    ]
    more = f"<p>… and {len(found) - _MOST} more, on the terminal.</p>" if ranked[_MOST:] else ""
    before = "This is the last good draft" if stays else "There is no draft yet"
    old = "" if published else f" {before}: what has errors is not built."
    return (
        f'<div id="editio-findings" role="status" style="{_STYLE}">'
        f"<p><b>{len(found)} finding{'s' * (len(found) > 1)}.</b>{old}</p>"
        f"<ul>{''.join(lines)}</ul>{more}</div>"
    )


def with_bar(inner: Application, said: Callable[[], str]) -> Application:
    """Return the application with what is `said` at the top of each page in HTML."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        kept: list[Any] = []
        fresh = {k: v for k, v in environ.items() if k not in {"HTTP_IF_NONE_MATCH", "HTTP_RANGE"}}
        is_head = environ.get("REQUEST_METHOD") == "HEAD"
        if is_head:
            fresh["REQUEST_METHOD"] = "GET"
        given = inner(fresh, lambda line, headers: kept.extend((line, headers)))
        line, headers = kept
        media = dict(headers).get("Content-Type", "")
        if not is_head and not media.startswith("text/"):
            start(line, headers)
            return given
        body, words = b"".join(given), said().encode()
        if words and line.startswith("404") and environ.get("PATH_INFO", "/") == "/":
            line, body, media = "200 OK", b"<!DOCTYPE html><title>Draft</title><body>", "text/html"
        if media.startswith("text/html"):
            body = _inserted(body, words)
            headers = _unkept(headers, len(body))
        start(line, headers)
        return [b"" if is_head else body]

    return answer


def _unkept(headers: Iterable[tuple[str, str]], length: int) -> list[tuple[str, str]]:
    """Return the headers of a page of another length, which no browser is to keep."""
    own = {"Content-Length": str(length), "Content-Type": "text/html; charset=utf-8"}
    dropped = {*own, "ETag", "Cache-Control"}
    kept = [one for one in headers if one[0] not in dropped]
    return [*kept, *own.items(), ("Cache-Control", "no-store")]


def _inserted(page: bytes, words: bytes) -> bytes:
    """Put words behind the start tag of the body."""
    start = page.find(b"<body")
    end = page.find(b">", start) + 1
    return page[:end] + words + page[end:] if start >= 0 else words + page
