"""The cache runs nothing, is not believed blindly, and is not needed."""

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from editio import resources
from editio.checks.index import Anchor, Counted, Index
from editio.diagnostics import diagnostic
from editio.engines.paged import fonts as book
from editio.formats.site import fonts
from editio.formats.volume import Bound
from editio.model.packed import pack, unpack
from editio.render import cache
from editio.render.job import Rendition

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

ONE = Rendition(
    "small",
    {"html": {"a.html": b"\0\xff"}, "text": {}},
    "<facts/>",
    (diagnostic("P023", "a.xml", 3, 4, given="x"),),
)


NAMED = Anchor("a", "person", 3, 4, True, says=(("name", "Ä"),), identifiers=("x 1",))
INDEX = Index("a.xml", "text", (NAMED,), (), (("p", "(.+)", "$1"),), counted=Counted(1, 2, 3, 4))


@pytest.mark.parametrize("value", [ONE, Bound({"a.pdf": b"%PDF"}, ("said", "ü")), INDEX])
def test_there_and_back(value: object) -> None:
    """What is kept comes back equal, with its types."""
    assert unpack(pack(value), type(value)) == value


@pytest.mark.parametrize("at", [0, 40, -1])
def test_damage_is_seen(at: int) -> None:
    """One changed byte anywhere makes what was kept worthless."""
    data = bytearray(pack(ONE))
    data[at] ^= 1
    with pytest.raises(ValueError, match="damaged"):
        unpack(bytes(data), Rendition)


def test_another_kind_is_refused() -> None:
    """A value is built by the types that are asked for."""
    with pytest.raises(ValueError):
        unpack(pack(Bound({}, ())), Rendition)


@dataclass
class Trap:
    """Runs something when it is unpickled."""

    file: str

    def __reduce__(self) -> tuple[object, ...]:
        return (os.mkdir, (self.file,))


def test_nothing_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in the cache that would run something when unpickled is passed over."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path)
    cache.keep("question", ONE)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(pickle.dumps(Trap(str(tmp_path / "trap"))))
    assert cache.recall("question", Rendition) is None
    assert not (tmp_path / "trap").exists()


def test_damaged_fonts_are_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Web fonts in the cache that are not what was cut are cut again."""
    monkeypatch.setattr(fonts, "CACHE", tmp_path)
    monkeypatch.setattr(fonts, "_made", lambda: {"face.woff2": b"wOF2"})
    assert fonts.files() == {"assets/fonts/face.woff2": b"wOF2"}
    (kept,) = (tmp_path / "fonts").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"X")
    assert fonts.files() == {"assets/fonts/face.woff2": b"wOF2"}


@pytest.mark.parametrize("damage", ["another face", "no font", "gone", "one too many", "moved"])
def test_damaged_faces_set_no_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """Faces of the book in the cache that are not what was cut are cut again."""
    monkeypatch.setattr(resources, "CACHE", tmp_path)
    monkeypatch.setattr(book, "_cut_packaged", lambda aside: (aside / "a.ttf").write_bytes(b"cut"))
    face, config = book.folder() / "a.ttf", book.folder() / "fonts.conf"
    said, made = config.read_text("utf-8"), face.stat().st_ino
    assert (book.folder() / "a.ttf").stat().st_ino == made
    if damage == "gone":
        face.unlink()
    elif damage == "one too many":
        (face.parent / "b.otf").write_bytes(b"other")
    elif damage == "moved":
        config.write_text(said.replace(str(tmp_path), "/elsewhere"), "utf-8")
    else:
        face.write_bytes(b"" if damage == "no font" else b"other")
    assert book.folder() == face.parent
    assert [one.name for one in face.parent.glob("*.[ot]tf")] == ["a.ttf"]
    assert (face.read_bytes(), config.read_text("utf-8")) == (b"cut", said)
    assert [one.name for one in (tmp_path / "fonts").iterdir()] == [face.parent.name]


def test_without_a_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cache can be written, fonts are made in a temporary folder, or each time anew."""
    nowhere = Path("/proc/nowhere")
    monkeypatch.setattr(resources, "CACHE", nowhere)
    monkeypatch.setattr(fonts, "CACHE", nowhere)
    monkeypatch.setattr(cache, "FOLDER", nowhere)
    monkeypatch.setattr(fonts, "_made", lambda: {"face.woff2": b"wOF2"})
    monkeypatch.setenv("EDITIO_CACHE", "")

    def make(place: Path) -> Path:
        (place / "fonts").mkdir(parents=True)
        return place / "fonts"

    assert resources.in_cache(make).is_dir()
    folder = edition(tmp_path, small=tei())
    assert run("build", folder, "--format", "html").exit_code == 0
    assert (folder / "build/assets/fonts/face.woff2").read_bytes() == b"wOF2"


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"EDITIO_CACHE": "/a/b"}, "/a/b"),
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/editio"),
        ({"HOME": "/h"}, "/h/.cache/editio"),
        ({"EDITIO_CACHE": "/a", "XDG_CACHE_HOME": "/x"}, "/a"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_where_the_cache_is(given: dict[str, str], place: str) -> None:
    """The place that is named, else the one of the system."""
    code = "from editio.resources import CACHE; print(CACHE)"
    assert _python(["-c", code], given).stdout.strip() == place


# All the faces that come with editio take a minute to cut.
ONE_FACE = """
from editio.engines.paged import packaged
packaged.installed = lambda: (packaged.FIRST,)
from editio.cli.main import main
main()
"""


@pytest.mark.slow
def test_a_pdf_without_a_home(tmp_path: Path) -> None:
    """Where there is no home to write to, the fonts of the book are cut in a temporary folder."""
    folder = edition(tmp_path / "edition", small=tei())
    (tmp_path / "temporary").mkdir()
    given = {"HOME": "/dev/null", "TMPDIR": str(tmp_path / "temporary")}
    done = _python(["-c", ONE_FACE, "build", str(folder), "--format", "pdf"], given)
    assert done.returncode == 0, done.stderr
    assert (folder / "build/pdf/small.pdf").read_bytes().startswith(b"%PDF")
    assert list((tmp_path / "temporary").iterdir()) == []


def _python(arguments: list[str], given: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=kept | given, check=False, capture_output=True, text=True)


def test_no_words(tmp_path: Path) -> None:
    """An edition without a word has a site, and no index to search."""
    folder = edition(tmp_path, small=tei("<p/>"))
    result = run("build", folder, "--format", "html")
    assert result.exit_code == 0, result.output
    page = (folder / "build/search.html").read_text("utf-8")
    assert "There is nothing to search" in page
    assert "<form" not in page and "search.js" not in page
    assert not (folder / "build/search").exists()
    assert "<search" not in (folder / "build/index.html").read_text("utf-8")


def test_a_catalogue_can_be_searched(tmp_path: Path) -> None:
    """A description in the header is what a text without words of its own consists of."""
    described = (
        "<msDesc><msIdentifier><settlement>Oxford</settlement><idno>MS. 12</idno></msIdentifier>"
        "<p>A psalter in quires of eight.</p></msDesc>"
    )
    text = tei("<p/>").replace("<sourceDesc><p>None.</p>", f"<sourceDesc>{described}")
    folder = edition(tmp_path, small=text)
    assert run("build", folder, "--format", "html").exit_code == 0
    assert "psalter" in (folder / "build/search/passages/small-0.js").read_text("utf-8")
    page = (folder / "build/small.html").read_text("utf-8")
    article = page.partition("<article")[2].partition("</article>")[0]
    assert "psalter" in article
