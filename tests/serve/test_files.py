"""The server gives files of the built folder, and nothing else, whatever it is asked."""

import http.client
import random
import threading
import tracemalloc
from pathlib import Path
from wsgiref.simple_server import make_server
from wsgiref.validate import validator

import pytest
from editio.cli.serve import HOSTS, LOOPBACK, Handler, Server
from editio.serve import application

from tests.serve.conftest import Ask, asking

SECRET = b"not for readers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A built folder, with things beside it and links that lead to them."""
    built = tmp_path / "build"
    (built / "register").mkdir(parents=True)
    (built / "index.html").write_text("<p>Home</p>", "utf-8")
    (built / "Böhm.html").write_text("<p>Name</p>", "utf-8")
    (built / "tables").mkdir()
    (built / "tables" / "a.csv").write_text("id\r\n", "utf-8")
    (built / ".hidden").write_bytes(SECRET)
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (built / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    (built / "way-up").symlink_to(tmp_path)
    (built / "loop").symlink_to(built / "loop")
    return built


def test_pages(folder: Path) -> None:
    """A page, its type and length; a folder leads to its index."""
    ask = asking(folder)
    page = ask("/index.html")
    assert (page.status, page.body) == (200, b"<p>Home</p>")
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Length"] == "11"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert ask("/").body == b"<p>Home</p>"
    assert ask("/tables").headers["Location"] == "/tables/"
    assert ask("/Böhm.html").status == 200
    assert ask("/tables/a.csv").headers["Content-Type"] == "text/csv; charset=utf-8"


def test_head_and_unchanged(folder: Path) -> None:
    """HEAD has the headers without the body; what has not changed is not sent again."""
    ask = asking(folder)
    head = ask("/index.html", method="HEAD")
    assert (head.status, head.headers["Content-Length"], head.body) == (200, "11", b"")
    again = ask("/index.html", HTTP_IF_NONE_MATCH=head.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", ""])
def test_other_methods(folder: Path, method: str) -> None:
    """Only GET and HEAD are answered."""
    refused = asking(folder)("/index.html", method=method)
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/register/../../secret.txt", "/..%2fsecret.txt", "/way-out.txt",
        "/way-up/",
        "/way-up/secret.txt", "/.hidden", "/./index.html", "/index.html/", "/loop",
        "/register\\..\\..\\secret.txt", "/\0", "/register/\0index.html", "/" + "a" * 5000,
        "/" + "a/" * 900, "/" + "ä" * 200, "/tables/",
        "//evil.example/%2e%2e", "/SHA256SUMS", "/register/~", "/con",
    ],
)  # fmt: skip
def test_ways_out(folder: Path, path: str) -> None:
    """No path and no link leads out of the folder, to hidden files or to a list of files."""
    answer = asking(folder)(path)
    assert answer.status == 404
    assert SECRET not in answer.body


def test_a_slash_too_many_is_no_other_host(folder: Path) -> None:
    """A redirect stays at this server."""
    moved = asking(folder)("//tables")
    assert moved.headers.get("Location") == "/tables/"


def test_nothing_there(folder: Path) -> None:
    """An address that leads nowhere has the page of the site for it, as a host sends it."""
    (folder / "404.html").write_text("<p>Nothing</p>", "utf-8")
    for path in ("/none.html", "/register/none.html", "/tables/", "/.hidden"):
        answer = asking(folder)(path)
        assert (answer.status, answer.body) == (404, b"<p>Nothing</p>"), path
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_below_the_path_of_its_address(folder: Path) -> None:
    """A site that will stand below a path is at the root, and what is linked below that path."""
    said = "Sitemap: https://example.org/my%20letters/sitemap.xml\n"
    (folder / "robots.txt").write_text(said, "utf-8")
    ask = asking(folder)
    for path in ("/", "/my letters/", "/my letters/index.html"):
        assert ask(path).body == b"<p>Home</p>", path
    for path in ("/my letters/my letters/none", "/my letters/../secret.txt", "/other/index.html"):
        assert ask(path).status == 404, path


def test_bad_encodings(folder: Path) -> None:
    """A path that is not UTF-8, and a query without end, are refused."""
    ask = asking(folder)
    assert ask("/", PATH_INFO="/\xff\xfe").status == 400
    assert ask("/", PATH_INFO="/\u20ac").status == 400
    assert ask("/index.html", query="q=" + "a" * 100_000).status == 414


def test_hosts(folder: Path) -> None:
    """With a list of hosts, a request under another name is refused (DNS rebinding)."""
    ask = asking(folder, HOSTS)
    for host in ("localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000"):
        assert ask("/index.html", HTTP_HOST=host).status == 200
    for host in ("evil.example", "evil.example:8000", "", "localhost.evil.example", "[::2]"):
        assert ask("/index.html", HTTP_HOST=host).status == 403


def odd_path(dice: random.Random) -> str:
    """Make up a path."""
    parts = [
        "..", ".", "register", "index.html", "tables", "a.csv", "%2e%2e", "%00", "\0", "\\",
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
                ("/index.html", 200), ("/../secret.txt", 404), ("/%2e%2e/secret.txt", 404),
                ("/%ff", 400), ("/way-out.txt", 404), ("/api/dts/", 200),
                ("/B%C3%B6hm.html", 200),
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
        ("/dts/document/soviet-admissions/tree/ref/s1.p7.xml", "application/tei+xml"),
        ("/text/reading/soviet-admissions.txt", "text/plain; charset=utf-8"),
    ):
        answer = ask(path)
        assert (answer.status, answer.headers["Content-Type"]) == (200, media)


@pytest.mark.parametrize(
    "host", ["127.0.0.1:80@evil.com", "[::1]evil.com", "localhost:x", "", "a b"]
)
def test_hosts_are_read_whole(folder: Path, host: str) -> None:
    """What only begins like a known host is none."""
    assert asking(folder, HOSTS)("/index.html", HTTP_HOST=host).status == 403


@pytest.mark.parametrize(
    ("part", "status", "body", "said"),
    [
        ("bytes=0-2", 206, b"<p>", "bytes 0-2/11"),
        ("bytes=-4", 206, b"</p>", "bytes 7-10/11"),
        ("bytes=7-", 206, b"</p>", "bytes 7-10/11"),
        ("bytes=3-99", 206, b"Home</p>", "bytes 3-10/11"),
        ("bytes=11-", 416, None, "bytes */11"),
        ("bytes=-0", 416, None, "bytes */11"),
        ("bytes=2-1", 200, b"<p>Home</p>", None),
        ("bytes=0-1,3-4", 200, b"<p>Home</p>", None),
        ("lines=1", 200, b"<p>Home</p>", None),
    ],
)
def test_parts(folder: Path, part: str, status: int, body: bytes | None, said: str | None) -> None:
    """A viewer of PDFs asks for parts; one part at a time is given (RFC 9110, section 14)."""
    answer = asking(folder)("/index.html", HTTP_RANGE=part)
    assert answer.status == status
    assert body is None or answer.body == body
    assert answer.headers.get("Content-Range") == said


def test_part_of_another_version(folder: Path) -> None:
    """A part of what the client no longer has is no use: the whole is given."""
    ask = asking(folder)
    tag = ask("/index.html").headers["ETag"]
    for known, status in ((tag, 206), ('"other"', 200)):
        asked = {"HTTP_RANGE": "bytes=0-2", "HTTP_IF_RANGE": known}
        assert ask("/index.html", **asked).status == status


def test_a_large_file_is_not_read_whole(folder: Path) -> None:
    """A file of many megabytes goes out in pieces; the file is closed at the end."""
    size = 40 << 20
    with (folder / "large.pdf").open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    try:
        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/large.pdf"}
        given = application(folder)(environ, lambda *_: None)
        assert sum(map(len, given)) == size
        assert tracemalloc.get_traced_memory()[1] < 2 << 20
    finally:
        tracemalloc.stop()
    part = asking(folder)("/large.pdf", HTTP_RANGE="bytes=5-9")
    assert (part.status, len(part.body)) == (206, 5)


@pytest.mark.parametrize(
    "path", ["/register\r\nSet-Cookie: a=b", "/register/\r\n\r\n<p>", "/\r\nX: y/.."]
)
def test_no_header_can_be_put_in(folder: Path, path: str) -> None:
    """A line end in an address never begins a header of the answer, in redirects neither."""
    (folder / "html\r\nSet-Cookie: a=b").mkdir()
    answer = asking(folder)(path)
    assert answer.status in {302, 404}
    assert all("\r" not in one and "\n" not in one for one in answer.headers.values())
    assert "Set-Cookie" not in answer.headers and "X" not in answer.headers
