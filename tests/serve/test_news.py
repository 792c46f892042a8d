"""The page of a saved text comes first, and pages that are open renew themselves."""

from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from editio.render import cache
from editio.serve import drafts
from editio.serve.application import application
from editio.serve.bar import with_bar
from editio.serve.news import ADDRESS, News, renewing, with_news

from tests.pipeline.editions import edition, tei

HOSTS = frozenset({"localhost"})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an edition of two texts, of which a draft was made."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr(drafts, "FORMATS", ("html",))
    other = tei("<p>Others.</p>").replace('"small"', '"other"', 1)
    made = edition(tmp_path / "edited", small=tei("<p>First words.</p>"), other=other)
    assert drafts.draft(made, tmp_path / "out", 1).published
    return made


def test_the_saved_text_comes_first(folder: Path, tmp_path: Path) -> None:
    """Its page is new at once and as it will be; the pages beside it are left alone."""
    out, file = tmp_path / "out", folder / "tei/texts/small.xml"
    before = (out / "other.html").stat().st_mtime_ns
    file.write_text(tei("<p>Second words.</p>"), "utf-8")
    made = drafts.first(folder, out, frozenset((file,)))
    assert made is not None and made.published
    page = (out / "small.html").read_bytes()
    assert b"Second words." in page
    assert (out / "other.html").stat().st_mtime_ns == before
    assert drafts.draft(folder, out, 1).published
    assert (out / "small.html").read_bytes() == page


def test_what_is_broken_is_told_at_once(folder: Path, tmp_path: Path) -> None:
    """The finding comes without a build; the page stays as it was."""
    out, file = tmp_path / "out", folder / "tei/texts/small.xml"
    file.write_text(tei("<p>Second words.<p>"), "utf-8")
    made = drafts.first(folder, out, frozenset((file,)))
    assert made is not None and not made.published
    assert [one.code for one in made.diagnostics] == ["W001"]
    assert b"First words." in (out / "small.html").read_bytes()


def test_what_concerns_more_is_left_to_the_draft(folder: Path, tmp_path: Path) -> None:
    """A setting, or a text that is new, changes more than a page."""
    for name in ("edition.toml", "tei/texts/new.xml"):
        assert drafts.first(folder, tmp_path / "out", frozenset((folder / name,))) is None


def test_all_follows_when_it_is_quiet(folder: Path) -> None:
    """A save is seen with its file; after a while without one the rest is made."""
    file, seen = folder / "tei/texts/small.xml", drafts.changes(folder, 0.3)
    assert next(seen) == frozenset()
    file.write_text(tei("<p>Longer words than before.</p>"), "utf-8")
    assert next(seen) == {file}
    assert next(seen) is drafts.SETTLED


def test_a_change_is_told_to_those_who_wait(tmp_path: Path) -> None:
    """The stream begins at once and has an event a change; pages carry what listens to it."""
    (tmp_path / "a.html").write_bytes(b"<body><p>Words.</p>")
    news = News()
    inner = with_bar(application(tmp_path), renewing(lambda: ""))
    app = with_news(inner, news, HOSTS)
    told: list[Any] = []

    def asked(path: str, host: str = "localhost:8000") -> Any:
        given = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": host}
        return iter(app(given, lambda line, headers: told.append((line, dict(headers)))))

    assert f'EventSource("{ADDRESS}")'.encode() in b"".join(asked("/a.html"))
    events = asked(ADDRESS)
    assert next(events).startswith(b"retry:")
    assert told[-1][1]["Content-Type"] == "text/event-stream"
    Timer(0.2, news.tell).start()
    assert next(events) == b"data: 1\n\n"
    for other in ("elsewhere.example:8000", "localhost:80@elsewhere.example"):
        asked(ADDRESS, other)
        assert told[-1][1].get("Content-Type") != "text/event-stream"
