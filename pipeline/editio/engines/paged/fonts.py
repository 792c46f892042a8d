"""The fonts of the book, cut once per machine, and a fontconfig file that lets the engine see
these and no others: those that come with editio, and before them those of the edition itself.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from editio.engines.paged import cutting, packaged
from editio.engines.paged.cutting import Measures
from editio.engines.paged.faces import Face, opened
from editio.engines.paged.packaged import FIRST, Packaged
from editio.resources import in_cache

if TYPE_CHECKING:  # slow to load, and fonts are cut once a machine
    from fontTools.ttLib import TTFont

# The faces of a folder, each with its sum: what is not as it was cut sets no book.
_SUMS = "SHA256SUMS"
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folders}<cachedir>{index}</cachedir></fontconfig>
"""


def folder(own: tuple[Face, ...] = ()) -> Path:
    """Return the folder with fonts.conf for these faces; make it at the first call, and where one
    that is there is not as it was made.

    Its name is a digest of what it was made with, so that an update makes a new one.
    """
    common = _made("book", repr(packaged.installed()), _cut_packaged, ())
    if not own:
        return common
    facts = repr([(face.name.partition("#")[2], face.digest) for face in own])
    return _made("own", facts, lambda aside: _cut_own(aside, own, common), (common,))


def licence() -> bytes:
    """Return the licences of the faces, which go with everything that embeds them."""
    return packaged.licences().encode()


def _made(kind: str, facts: str, cut: Callable[[Path], None], behind: tuple[Path, ...]) -> Path:
    """Return the folder of these fonts, made if it is not there."""
    return in_cache(lambda place: _in(place, f"{kind}-{_digest(facts)}", cut, behind))


def _in(place: Path, name: str, cut: Callable[[Path], None], behind: tuple[Path, ...]) -> Path:
    """Cut fonts aside and move them in: two processes may do this at once."""
    target = place / "fonts" / name
    folders = "".join(f"<dir>{escape(str(one))}</dir>" for one in (target, *behind))
    config = _CONFIG.format(folders=folders, index=escape(str(target / "index")))
    if _sound(target, config):
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".fonts-", dir=target.parent))
    damaged = aside.with_name(f"{aside.name}-damaged")
    try:
        cut(aside)
        (aside / _SUMS).write_text(_sums(aside), "utf-8")
        (aside / "fonts.conf").write_text(config, "utf-8")
        if not _sound(target, config):
            with suppress(FileNotFoundError):
                target.rename(damaged)
            aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        shutil.rmtree(damaged, ignore_errors=True)
    return target


def _sound(folder: Path, config: str) -> bool:
    """Whether a folder has the faces that were cut for it, these alone, and this configuration."""
    try:
        said = (folder / "fonts.conf").read_text("utf-8")
        return said == config and (folder / _SUMS).read_text("utf-8") == _sums(folder)
    except (OSError, UnicodeError):
        return False


def _sums(folder: Path) -> str:
    """Return the sum of each face in a folder, by name."""
    files = sorted(folder.glob("*.[ot]tf"))
    return "".join(f"{sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in files)


@cache
def _versions() -> str:
    """What fonts are made with: packages, and the modules that cut them."""
    installed = [(one.package, version(one.package)) for one in packaged.installed()]
    code = [Path(file).read_bytes() for file in (__file__, str(cutting.__file__))]
    return repr((installed, version("fonttools"), version("uharfbuzz"), code))


def _digest(facts: str) -> str:
    return blake2b((facts + _versions()).encode(), digest_size=12).hexdigest()


def _cut_packaged(aside: Path) -> None:
    for file in FIRST.files:
        for weight in FIRST.weights:
            cutting.instance(_file(FIRST, file), weight).save(aside / _name(file, weight))
    for one in packaged.installed():
        for file in one.files if one is not FIRST else ():
            for weight in one.weights or (0,):
                font = cutting.instance(_file(one, file), weight)
                cutting.beside(font, _measures(aside, font), one.size, one.without)
                font.save(aside / _name(file, weight))


def _cut_own(aside: Path, own: tuple[Face, ...], common: Path) -> None:
    """Cut the edition's own faces; the first named is first where two are alike."""
    for number, face in enumerate(own):
        font = cutting.instance(opened(face.name, face.path.read_bytes()), 0)
        cutting.beside(font, _measures(common, font)).save(aside / f"{number:03}.otf")


def _measures(cut: Path, font: TTFont) -> Measures:
    """The measures of the EB Garamond that a font stands beside: in bold, spaces are wider."""
    regular, bold = FIRST.weights
    weight = bold if font["OS/2"].usWeightClass >= bold else regular
    return _of(cut / _name(FIRST.files[0], weight))


@cache
def _of(file: Path) -> Measures:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    return Measures.of(TTFont(file))


def _name(file: str, weight: int) -> str:
    return f"{Path(file).stem.partition('[')[0]}-{weight or 'as-is'}{Path(file).suffix}"


def _file(one: Packaged, file: str) -> TTFont:
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    assert one.root is not None
    return TTFont(one.root / file, recalcTimestamp=False, recalcBBoxes=False)
