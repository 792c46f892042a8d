"""The server gives files of the built folder, and nothing else, whatever it is asked."""

import http.client
import random
import threading
from pathlib import Path
from wsgiref.simple_server import make_server
from wsgiref.validate import validator

import pytest

from pipeline.commands.serve import HOSTS, LOOPBACK, Handler, Server
from pipeline.serve import application
from tests.serve.conftest import Ask, asking

SECRET = b"not for readers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built folder, with things beside it and links that lead to them."""
    built = tmp_path / "build"
    (built / "html").mkdir(parents=True)
    (built / "html" / "index.html").write_text("<p>Home</p>", "utf-8")
    (built / "html" / "Böhm.html").write_text("<p>Name</p>", "utf-8")
    (built / "tables").mkdir()
    (built / "tables" / "a.csv").write_text("id\r\n", "utf-8")
    (built / ".hidden").write_bytes(SECRET)
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (built / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    (built / "way-up").symlink_to(tmp_path)
    (built / "loop").symlink_to(built / "loop")
    return built


def test_pages(folder: Path) -> None:
    """A page, its type and length; the root leads to the site; a folder to its index."""
    ask = asking(folder)
    page = ask("/html/index.html")
    assert (page.status, page.body) == (200, b"<p>Home</p>")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Length"] == "11"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert ask("/").headers["Location"] == "/html/"
    assert ask("/html").headers["Location"] == "/html/"
    assert ask("/html/").body == b"<p>Home</p>"
    assert ask("/html/Böhm.html").status == 200
    assert ask("/tables/a.csv").headers["Content-Type"] == "text/csv; charset=utf-8"


def test_head_and_unchanged(folder: Path) -> None:
    """HEAD has the headers without the body; what has not changed is not sent again."""
    ask = asking(folder)
    head = ask("/html/index.html", method="HEAD")
    assert (head.status, head.headers["Content-Length"], head.body) == (200, "11", b"")
    again = ask("/html/index.html", HTTP_IF_NONE_MATCH=head.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""])
def test_other_methods(folder: Path, method: str) -> None:
    """Only GET and HEAD are answered."""
    refused = asking(folder)("/html/index.html", method=method)
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/html/../../secret.txt", "/..%2fsecret.txt", "/way-out.txt", "/way-up/",
        "/way-up/secret.txt", "/.hidden", "/html/./index.html", "/html/index.html/", "/loop",
        "/html\\..\\..\\secret.txt", "/\0", "/html/\0index.html", "/" + "a" * 5000,
        "/" + "a/" * 900, "/" + "ä" * 200, "/tables/",
        "//evil.example/%2e%2e", "/SHA256SUMS", "/html/~", "/con",
    ],
)  # fmt: skip
def test_ways_out(folder: Path, path: str) -> None:
    """No path and no link leads out of the folder, to hidden files or to a list of files."""
    answer = asking(folder)(path)
    assert answer.status == 404
    assert SECRET not in answer.body


def test_a_slash_too_many_is_no_other_host(folder: Path) -> None:
    """A redirect stays at this server."""
    moved = asking(folder)("//html")
    assert moved.headers.get("Location") == "/html/"


def test_bad_encodings(folder: Path) -> None:
    """A path that is not UTF-8, and a query without end, are refused."""
    ask = asking(folder)
    assert ask("/", PATH_INFO="/\xff\xfe").status == 400
    assert ask("/", PATH_INFO="/\u20ac").status == 400
    assert ask("/html/index.html", query="q=" + "a" * 100_000).status == 414


def test_hosts(folder: Path) -> None:
    """With a list of hosts, a request under another name is refused (DNS rebinding)."""
    ask = asking(folder, HOSTS)
    for host in ("localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"):
        assert ask("/html/index.html", HTTP_HOST=host).status == 200
    for host in ("evil.example", "evil.example:8000", "", "localhost.evil.example", "[::2]"):
        assert ask("/html/index.html", HTTP_HOST=host).status == 403


def odd_path(dice: random.Random) -> str:
    """Make up a path."""
    parts = [
        "..", ".", "html", "index.html", "tables", "a.csv", "%2e%2e", "%00", "\0", "\\",
        "~", "way-up", "api", "dts", "navigation", "document", "collection", "secret.txt", "é",
        "\u202e", "\ud83d\ude00", "a" * dice.randrange(400), "'", '"', "<script>", ";", "|", "C:",
        "file:", "*", "?", "#", " ",
    ]  # fmt: skip
    path = "/".join(dice.choice(parts) for _ in range(dice.randrange(1, 8)))
    return ("/" * dice.randrange(3) + path).encode("utf-8", "replace").decode()


def odd_query(dice: random.Random) -> str:
    """Make up a query."""
    names = ["resource", "ref", "start", "end", "down", "tree", "id", "nav", "mediaType", "x"]
    values = [
        "",
        "t",
        "p1",
        "-1",
        "0",
        "99999999999999999999",
        "%ff%fe",
        "%00",
        "a" * 900,
        "&&",
        "=",
        "é",
        "1e9",
    ]
    pairs = [f"{dice.choice(names)}={dice.choice(values)}" for _ in range(dice.randrange(6))]
    return dice.choice(["&", ";", "&&"]).join(pairs)


def test_a_thousand_odd_requests(folder: Path) -> None:
    """Every request has a reply of a kind that HTTP knows; none is a fault of the server."""
    dice = random.Random(1964)
    ask = asking(folder)
    for _ in range(1000):
        path, query = odd_path(dice), odd_query(dice)
        answer = ask(path, query, dice.choice(["GET", "HEAD", "POST", "BREW"]))
        assert answer.status in {200, 302, 304, 400, 404, 405, 414}, (path, query)
        assert SECRET not in answer.body
        assert int(answer.headers["Content-Length"]) < 10_000


def test_over_the_network(folder: Path) -> None:
    """The server of `editio serve`, as a client meets it: loopback, WSGI rules kept, no error."""
    app = validator(application(folder, HOSTS))
    with make_server(LOOPBACK, 0, app, Server, Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            assert server.server_address[0] == "127.0.0.1"
            for path, status in (
                ("/html/index.html", 200), ("/../secret.txt", 404), ("/%2e%2e/secret.txt", 404),
                ("/%ff", 400), ("/way-out.txt", 404), ("/api/dts/", 200),
                ("/html/B%C3%B6hm.html", 200),
            ):  # fmt: skip
                client = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
                client.request("GET", path)
                answer = client.getresponse()
                body = answer.read()
                assert (answer.status, SECRET in body) == (status, False), path
                client.close()
        finally:
            server.shutdown()
            thread.join()


def test_what_is_built(ask: Ask) -> None:
    """TEI, text and DTS files of a build come with the types of their fields."""
    for path, media in (
        ("/tei/corpus.xml", "application/tei+xml"),
        ("/dts/entry.jsonld", "application/ld+json"),
        ("/dts/document/soviet-admissions/tree/ref/p1.xml", "application/tei+xml"),
        ("/text/reading/soviet-admissions.txt", "text/plain; charset=utf-8"),
    ):
        answer = ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, media)
