"""The pictures of a text, and the files that it links to, found on the disk and taken along.

They lie beside the file that names them (an included one, where it stands there), or in the
folder that edition.toml names. Nothing outside the edition is read, and nothing from the web.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin

from editio.edition.config.configuration import Sources
from editio.edition.images.drawing import PIXELS
from editio.edition.images.media import Media, NoMediaError, linked, media
from editio.edition.reading.files import UnreadableError, content, host, no_file
from editio.edition.reading.source import ED, TEI, Document
from editio.edition.registers.prefixes import Prefixes, full, prefixes
from lxml import etree

SHOWS = frozenset(f"{{{TEI}}}{name}" for name in ("graphic", "media", "binaryObject"))
_LINKS = frozenset(f"{{{TEI}}}{name}" for name in ("ref", "ptr"))
BINARY = f"{{{TEI}}}binaryObject"
_APART = frozenset(f"{{{TEI}}}{name}" for name in ("facsimile", "sourceDoc", "surface"))
_LARGEST = 64 * 1024 * 1024
_ELSEWHERE = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*:|/|#|\?|$)")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(px|pt|pc|mm|cm|in|%)?\s*")
_WIDEST = 4000  # pixels
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True)
class Place:
    """Where files are looked for: the root of the edition, and what its settings say."""

    root: Path
    sources: Sources = field(default_factory=Sources)


@dataclass(frozen=True)
class Found:
    """A file on the disk, or why there is none: `code` of the finding and the facts of it."""

    path: Path | None = None
    code: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def pictured(document: Document, place: Place) -> Document:
    """Return a text with its pictures and linked files, and on its elements where these are."""
    root, known = document.root, dict[str, Media]()
    declared, changed = prefixes(root), False
    for element in root.iter(*SHOWS):
        address = expanded(element, element.get("url", ""), declared)
        one = shown(document, element, address, place) if not is_apart(element) else None
        if isinstance(one, Media):
            known[one.name] = one
            _stamp(element, one)
        elif is_remote(address) and is_allowed(address, place):
            element.set(f"{{{ED}}}remote", "yes")
            changed = True
        if address != element.get("url", ""):
            element.set(f"{{{ED}}}url", address)
            changed = True
    for element in root.iter(*_LINKS):
        pairs = []
        for token in element.get("target", "").split():
            if (one := _carried(document, element, token, place)) is not None:
                known[one.name] = one
                pairs += [token, one.name]
        if pairs:
            element.set(f"{{{ED}}}files", " ".join(pairs))
    if not known and not changed:
        return document
    return document.rewritten(root, media=tuple(known.values()))


def led_to(document: Document, place: Place) -> Iterator[Path]:
    """Yield the files of the edition that a text shows or links to, also pictures of its pages."""
    declared = prefixes(document.root)
    for element in document.root.iter(*SHOWS):
        address = expanded(element, element.get("url", ""), declared)
        if address and is_local(address):
            found = find(address, document.file(element), place)
            yield from [found.path] if found.path else []
    for element in document.root.iter(*_LINKS):
        for token in element.get("target", "").split():
            if (path := _linked(document, element, token, place)) is not None:
                yield path


def is_apart(element: etree._Element) -> bool:
    """Whether a picture is that of a page, which does not stand in the running text."""
    return any(one.tag in _APART for one in element.iterancestors())


def is_local(address: str) -> bool:
    """Whether an address leads to a file of the edition: it is relative, and names one."""
    return not _ELSEWHERE.match(address)


def is_remote(address: str) -> bool:
    """Whether a picture is on another server."""
    return bool(re.match(r"\s*(https?:)?//", address, re.I))


def is_allowed(address: str, place: Place) -> bool:
    """Whether the settings say that pages show the pictures of this server."""
    return host(address) in place.sources.hosts


def expanded(element: etree._Element, address: str, declared: Prefixes) -> str:
    """Return an address with its prefix replaced, and as it is seen from its base."""
    if (made := full(address, declared)) != address:
        return made
    base = next((one.get(_BASE) for one in _upward(element) if one.get(_BASE)), "")
    return urljoin(base, address) if base and is_local(address) else address


def _upward(element: etree._Element) -> list[etree._Element]:
    return [element, *element.iterancestors()]


def shown(
    document: Document, element: etree._Element, address: str, place: Place
) -> Media | Found | None:
    """Return the picture that an element shows at its address, written out, or why it cannot;
    nothing for one elsewhere.
    """
    try:
        if element.tag == BINARY:
            return media(_decoded(element), element.get("n", ""))
        if not is_local(address):
            return None
        found = find(address, document.file(element), place)
        return media(content_of(found.path), address) if found.path else found
    except (NoMediaError, UnreadableError) as error:
        return Found(code="P032", facts={"name": address, "reason": str(error)})


def find(address: str, file: str, place: Place) -> Found:
    """Return the file to which a relative address leads from `file`, or why it leads to none."""
    bare, folders = _sought(address, file, place)
    for folder, name, path in _there(bare, folders, place.root):
        return Found(path, *_spelled(folder, name, address))
    if _inside(folders[0] / unquote(bare), place.root) is None:
        return Found(code="P031", facts={"name": address, "reason": _OUTSIDE})
    for folder in folders:
        near = _like(folder, unquote(bare))
        if near and (kind := no_file(folder / near)):
            return Found(code="P031", facts={"name": address, "reason": kind})
        if near:
            return Found(code="P033", facts={"name": address, "other": near})
    return Found(code="P031", facts={"name": address, "reason": "there is no such file"})


def _sought(address: str, file: str, place: Place) -> tuple[str, list[Path]]:
    """Return what an address in `file` names, and the folders in which that may be."""
    folders = [(place.root / file).parent, place.root / place.sources.folder]
    return re.split(r"[?#]", address.strip())[0], folders


def _there(bare: str, folders: list[Path], root: Path) -> Iterator[tuple[Path, str, Path]]:
    """Yield each file that an address may mean, with the folder and the name under which it is."""
    for name in dict.fromkeys((unquote(bare), bare)):
        for folder in folders:
            if _is_file(folder / name) and (path := _inside(folder / name, root)):
                yield folder, name, path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name with a NUL, or too long a one
        return False


_OUTSIDE = "it lies outside the folder of the edition"


def _spelled(folder: Path, name: str, address: str) -> tuple[str, dict[str, str]]:
    """Return what is to be told of a name that only a system without cases takes for this one."""
    other = _like(folder, name)
    return ("P033", {"name": address, "other": other}) if other not in {"", name} else ("", {})


def _like(folder: Path, name: str) -> str:
    """Return a name as it is on the disk, found without regard to capital letters."""
    steps: list[str] = []
    try:
        for step in name.split("/"):
            if step in {"", ".", ".."}:
                steps.append(step)
                continue
            inside = folder.joinpath(*steps)
            alike = _names_in(inside, inside.stat().st_mtime_ns)[step.casefold()]
            steps.append(step if step in alike else alike[0])
    except (OSError, KeyError, ValueError):
        return ""
    return "/".join(steps)


@lru_cache(maxsize=64)
def _names_in(folder: Path, _changed: int) -> dict[str, list[str]]:
    """Return what is in a folder, sorted, by its name without regard to capital letters."""
    found: dict[str, list[str]] = {}
    for name in sorted(one.name for one in folder.iterdir()):
        found.setdefault(name.casefold(), []).append(name)
    return found


def _inside(path: Path, root: Path) -> Path | None:
    try:
        whole = path.resolve()
        return whole if whole.is_relative_to(root.resolve()) else None
    except (OSError, ValueError):  # a name with a NUL, or links that lead in a circle
        return None


def content_of(path: Path) -> bytes:
    """Return the bytes of a file, unless they are too many to be taken along."""
    if path.stat().st_size > _LARGEST:
        raise UnreadableError(f"it has more than {_LARGEST // 2**20} MB")
    return content(path)


def _decoded(element: etree._Element) -> bytes:
    words = "".join("".join(map(str, element.itertext())).split())
    try:
        return base64.b64decode(words, validate=True)
    except ValueError as error:
        raise NoMediaError("its content is not base64") from error


def _carried(document: Document, element: etree._Element, token: str, place: Place) -> Media | None:
    """Return what a link leads to as it is taken along."""
    try:
        path = _linked(document, element, token, place)
        return linked(content_of(path), token) if path else None
    except UnreadableError:
        return None


def _linked(document: Document, element: etree._Element, token: str, place: Place) -> Path | None:
    """Return a file of the edition that a link leads to, unless it is TEI, or a page of its own."""
    if _ELSEWHERE.match(token) or re.search(
        r"\.(xml|tei|html?|odd|rng|rnc|xsl)([#?]|$)", token, re.I
    ):
        return None
    found = next(_there(*_sought(token, document.file(element), place), place.root), None)
    if found and found[2].suffix == ".md" and found[2].parent == place.root / "pages":
        return None
    return found[2] if found else None


def _stamp(element: etree._Element, one: Media) -> None:
    width, height = _size(element, one)
    said = {"src": one.name, "mime": one.type}
    if width and height:
        said |= {"width": str(width), "height": str(height)}
    for name, value in said.items():
        element.set(f"{{{ED}}}{name}", value)


def _size(element: etree._Element, one: Media) -> tuple[int, int]:
    """Return how large a picture is to be shown: in proportion, within what its TEI allows."""
    if not one.width or not one.height:
        return 0, 0
    factors = [
        _pixels(element.get(name, ""), natural) / natural
        for name, natural in (("width", one.width), ("height", one.height))
    ]
    scale = re.fullmatch(r"\s*(\d*\.?\d+)\s*(%?)\s*", element.get("scale", ""))
    if scale:
        factors.append(float(scale[1]) / (100 if scale[2] else 1))
    wanted = min([one for one in factors if one > 0], default=1.0)
    factor = min(wanted, _WIDEST / max(one.width, one.height))
    return max(1, round(one.width * factor)), max(1, round(one.height * factor))


def _pixels(length: str, natural: int) -> float:
    """Return a length of the TEI in pixels; 0 where it gives none."""
    found = _LENGTH.fullmatch(length)
    if not found or not found[2]:
        return float(found[1]) if found else 0.0
    size = float(found[1])
    return natural * size / 100 if found[2] == "%" else size * PIXELS[found[2]]


def described(element: etree._Element) -> bool:
    """Whether a picture has an alternative in words."""
    parent = element.getparent()
    own = element.iterfind(f"{{{TEI}}}desc")
    around = "desc" if parent is not None and parent.tag == _MUSIC else "figDesc"
    figure = parent.iterfind(f"{{{TEI}}}{around}") if parent is not None else iter(())
    return any("".join(map(str, one.itertext())).strip() for one in (*own, *figure))


_MUSIC = f"{{{TEI}}}notatedMusic"


def every(document: Document) -> Iterator[etree._Element]:
    """Return every element that shows a picture, outside examples."""
    return document.root.iter(*SHOWS)
