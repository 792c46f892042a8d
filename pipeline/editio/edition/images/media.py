"""A picture, or another file that a text shows or links to, as a value: named by its content, so
that it is published once, under a name that is safe everywhere.

What it is, is read from its bytes, never from its name.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from editio.edition.images import drawing

FOLDER = "media/"
# Where two sides of a picture change places when it is shown (Exif 2.3, orientation).
_ORIENTATION, _TURNED = 274, frozenset({5, 6, 7, 8})
_IMAGES = {
    "PNG": ("image/png", ".png"), "JPEG": ("image/jpeg", ".jpg"), "GIF": ("image/gif", ".gif"),
    "WEBP": ("image/webp", ".webp"), "TIFF": ("image/tiff", ".tif"),
}  # fmt: skip
_JPEG_ENDS = b"\xff\xd9"
# How sound, films and documents begin: offset, first bytes, type, ending.
_OTHERS = (
    (0, b"%PDF-", "application/pdf", ".pdf"),
    (0, b"ID3", "audio/mpeg", ".mp3"),
    (0, b"\xff\xfb", "audio/mpeg", ".mp3"),
    (0, b"OggS", "audio/ogg", ".ogg"),
    (8, b"WAVE", "audio/wav", ".wav"),
    (4, b"ftypM4A", "audio/mp4", ".m4a"),
    (4, b"ftyp", "video/mp4", ".mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm", ".webm"),
)
_UNKNOWN = (
    "it is no picture in PNG, JPEG, GIF, WebP, TIFF or SVG, nor sound or film that browsers play, "
    "or it is damaged"
)


@dataclass(frozen=True)
class Media:
    """A file by value: the name it is published under, its type, its bytes, its size in pixels.

    The name holds a digest of the content, so that equal names mean equal bytes. That of a page
    is shown beside the text, and books go without it.
    """

    name: str
    type: str
    data: bytes = field(repr=False, compare=False)
    width: int = 0
    height: int = 0
    of_page: bool = False


class NoMediaError(Exception):
    """Bytes that are nothing to show; its words are the reason."""


def media(data: bytes, name: str) -> Media:
    """Return the file that these bytes are, called like `name`. Raises NoMediaError."""
    if not data:
        raise NoMediaError("the file is empty")
    for offset, start, kind, ending in _OTHERS:
        if data[offset : offset + len(start)] == start:
            return Media(_named(data, name, ending), kind, data)
    return _picture(data, name)


def _picture(data: bytes, name: str) -> Media:
    if drawing.is_drawing(data):
        try:
            safe, width, height = drawing.safe(data)
        except ValueError as error:
            raise NoMediaError(f"it is not a drawing that can be read: {error}") from error
        return Media(_named(safe, name, ".svg"), "image/svg+xml", safe, width, height)
    from PIL import Image  # noqa: PLC0415  # most texts have no pictures

    try:
        with Image.open(BytesIO(data), formats=tuple(_IMAGES)) as opened:
            kind, ending = _IMAGES[opened.format or ""]
            width, height = opened.size
            turned = kind == "image/jpeg" and opened.getexif().get(_ORIENTATION) in _TURNED
            if kind == "image/png":
                opened.verify()
        if kind == "image/jpeg" and _JPEG_ENDS not in data[-65536:]:
            raise NoMediaError("it breaks off: the file is not whole")
    except Image.DecompressionBombError as error:
        raise NoMediaError("it has too many pixels") from error
    except NoMediaError:
        raise
    except Exception as error:  # whatever the library trips over cannot be shown
        raise NoMediaError(_UNKNOWN) from error
    size = (height, width) if turned else (width, height)
    return Media(_named(data, name, ending), kind, data, *size)


def linked(data: bytes, name: str) -> Media:
    """Return a file that is linked and not shown: a picture or document of a known type, else as
    it is, under its own ending.
    """
    try:
        return media(data, name)
    except NoMediaError:
        ending = PurePosixPath(_safe(name)).suffix.lower()
        kept = ending if ending in _LINKED else ".bin"
        kind = _LINKED.get(ending, "application/octet-stream")
        return Media(_named(data, name, kept), kind, data)


# What may be linked by its ending; a page or a script of others would run on the edition's site.
_LINKED = {
    ".pdf": "application/pdf", ".txt": "text/plain", ".csv": "text/csv",
    ".zip": "application/zip", ".json":
    "application/json", ".docx": "application/octet-stream", ".odt": "application/octet-stream",
    ".mei": "application/octet-stream", ".mid": "audio/midi", ".epub": "application/epub+zip",
}  # fmt: skip


def _named(data: bytes, name: str, ending: str) -> str:
    """Name a file by its content, and by its own name as far as that is plain."""
    stem = PurePosixPath(_safe(name)).stem[:60].strip("-.")
    digest = hashlib.sha256(data).hexdigest()[:12]
    return f"{FOLDER}{digest}{'-' if stem else ''}{stem}{ending}"


def _safe(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.replace("\\", "/").rpartition("/")[2])
    return re.sub(r"[^a-z0-9.]+", "-", bare.encode("ascii", "ignore").decode().lower())
