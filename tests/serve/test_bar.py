"""The pages of a draft say at their top what is found, and are otherwise as they were built."""

from pathlib import Path
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.serve import application
from editio.serve.bar import bar, with_bar

PAGE = b'<!DOCTYPE html><html><body class="x"><p>Words.</p></body></html>'
FOUND = (
    diagnostic("T001", "tei/texts/a.xml", 9, 1, subject="foo", times=""),
    diagnostic("W001", "tei/texts/a.xml", 7, 3, reason="<hi> & more", advice="Close it."),
)


def asked(folder: Path, path: str, found: tuple[Diagnostic, ...], **environ: str) -> Any:
    """Ask for a page of a draft; return status, headers and body."""
    told: list[Any] = []
    app = with_bar(application(folder), lambda: bar(found, False))
    given = {"REQUEST_METHOD": "GET", "PATH_INFO": path, **environ}
    body = b"".join(app(given, lambda line, headers: told.extend((line, dict(headers)))))
    return (*told, body)


def written(folder: Path) -> Path:
    """Write a page and a text."""
    (folder / "html").mkdir()
    (folder / "html/a.html").write_bytes(PAGE)
    (folder / "html/a.txt").write_bytes(b"<body>")
    return folder


def test_a_page_shows_what_is_found(tmp_path: Path) -> None:
    """File, line and hint, escaped, errors first; the file itself is not touched."""
    line, headers, body = asked(written(tmp_path), "/html/a.html", FOUND)
    assert line == "200 OK"
    assert body.startswith(b'<!DOCTYPE html><html><body class="x"><div id="editio-findings"')
    assert body.endswith(b"</div><p>Words.</p></body></html>")
    words = body.decode()
    assert (
        "tei/texts/a.xml:7:3</b>: error W001: not well-formed XML: &lt;hi&gt; &amp; more" in words
    )
    assert words.index("W001") < words.index("T001")
    assert "Close it." in words
    assert "last good draft" in words
    assert (headers["Content-Length"], headers["Cache-Control"]) == (str(len(body)), "no-store")
    assert (tmp_path / "html/a.html").read_bytes() == PAGE


def test_a_page_is_never_taken_from_the_memory_of_a_browser(tmp_path: Path) -> None:
    """Findings change where the page does not."""
    assert "ETag" not in asked(written(tmp_path), "/html/a.html", FOUND)[1]
    line, _, body = asked(tmp_path, "/html/a.html", FOUND, HTTP_IF_NONE_MATCH='"x"')
    assert (line, b"editio-findings" in body) == ("200 OK", True)


def test_what_is_no_page_and_what_is_clean(tmp_path: Path) -> None:
    """No bar in other files, nor where there is nothing to say; HEAD has no body."""
    assert asked(written(tmp_path), "/html/a.txt", FOUND)[2] == b"<body>"
    assert asked(tmp_path, "/html/a.html", ())[2] == PAGE
    assert asked(tmp_path, "/html/a.html", FOUND, REQUEST_METHOD="HEAD")[2] == b""


def test_before_the_first_good_draft(tmp_path: Path) -> None:
    """Where nothing could be built, the page at the root says why."""
    line, _, body = asked(tmp_path, "/", FOUND)
    assert (line, b"error W001" in body) == ("200 OK", True)
    assert asked(tmp_path, "/", ())[0].startswith("404")


def test_no_draft_is_called_the_last_good_one() -> None:
    """Before the first one there is none to show."""
    assert "There is no draft yet: what has errors is not built." in bar(FOUND, False, False)
    assert "last good draft" not in bar(FOUND, False, False)
    assert "draft" not in bar(FOUND, True)
