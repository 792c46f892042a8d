"""The files that a page may show: those handed over by value. Nothing else is opened, neither on
this machine nor on the web.
"""

from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from PIL import Image, UnidentifiedImageError
from weasyprint.urls import URLFetcher, URLFetcherResponse

# An address that leads nowhere (RFC 2606): what the page calls by a relative address is under it.
BASE = "https://page.invalid/"


class Handed(URLFetcher):  # type: ignore[misc]  # the engine is not typed
    """Opens the files of one page, by the address that the page has for each, and the pictures
    that drawings hold.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",))
        self._files = {_path(name): data for name, data in files.items()}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return a file that was handed over; every other address is refused."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        name = _path(url.removeprefix(BASE))
        if not url.startswith(BASE) or name not in self._files:
            raise ValueError(f"not a file of this edition, so not opened: {url.removeprefix(BASE)}")
        return URLFetcherResponse(url, self._files[name], EmailMessage())


def in_grey(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with every picture in shades of grey; drawings and others as they are."""
    return {name: _grey(data) for name, data in files.items()}


def _grey(data: bytes) -> bytes:
    made = BytesIO()
    try:
        with Image.open(BytesIO(data)) as picture:
            flat = Image.new("RGBA", picture.size, "white")
            flat.alpha_composite(picture.convert("RGBA"))
            kind = "JPEG" if picture.format == "JPEG" else "PNG"
            flat.convert("L").save(made, kind, quality=95, exif=picture.getexif())
    except (UnidentifiedImageError, OSError, ValueError):
        return data
    return made.getvalue()


def _path(address: str) -> str:
    """The file that a relative address names, however it is written."""
    parts: list[str] = []
    for part in unquote(urlsplit(address).path).split("/"):
        if part == "..":  # as a browser does: there is nothing above the first folder
            parts[-1:] = []
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
