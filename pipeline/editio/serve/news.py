"""Pages of a draft that renew themselves: each asks to be told of changes (server-sent events), and
when it is, looks whether it has changed itself. A page that is loaded again keeps its place.
"""

from collections.abc import Callable, Iterable, Iterator
from threading import Condition
from typing import Any

from editio.serve.application import Application, Start, host

ADDRESS = "/-/changes"
_PAUSE = 15.0  # seconds after which a line is sent to see whether anybody listens
SCRIPT = """<script>(() => {
  const key = "editio " + location.pathname, get = () =>
    fetch(location.href, {cache: "no-store"}).then(answer => answer.text());
  const before = sessionStorage.getItem(key);
  if (before !== null) { sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({top: +before, behavior: "instant"})); }
  let known = get();
  new EventSource("%s").onmessage = async () => {
    if (await get() === await known) return;
    sessionStorage.setItem(key, scrollY);
    location.reload();
  };
})()</script>"""


class News:
    """How often a draft has changed, for those who wait for it."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._count = 0

    def tell(self) -> None:
        """Tell all who wait that something is new."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def events(self, pause: float = _PAUSE) -> Iterator[bytes]:
        """Yield an event for each change, and a comment whenever `pause` seconds bring none."""
        seen = self._count
        yield b"retry: 500\n\n"
        while True:
            now = self._after(seen, pause)
            yield f"data: {now}\n\n".encode() if now != seen else b": still here\n\n"
            seen = now

    def _after(self, seen: int, pause: float) -> int:
        """Wait for a change, but no longer than a while; return how many there were."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != seen, pause)
            return self._count


def with_news(inner: Application, news: News, hosts: frozenset[str]) -> Application:
    """Return the application with an address at which changes are told."""

    def answer(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != ADDRESS or (hosts and host(environ) not in hosts):
            return inner(environ, start)
        start("200 OK", [("Content-Type", "text/event-stream"), ("Cache-Control", "no-store")])
        return news.events() if environ.get("REQUEST_METHOD") == "GET" else []

    return answer


def renewing(said: Callable[[], str]) -> Callable[[], str]:
    """Return what stands at the top of each page, with the script that renews it."""
    return lambda: said() + SCRIPT % ADDRESS
