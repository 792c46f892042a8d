"""Files of the built edition: a path to a file within the folder, or to nothing."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, unquote

from editio.serve.reply import Asked, Reply, Stretch, refusal

MEDIA = {
    ".bib": "application/x-bibtex; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".epub": "application/epub+zip",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_SITEMAP = re.compile(rb"Sitemap: https?://[^/\s]+(/\S*)sitemap\.xml")


def serve(folder: Path, asked: Asked) -> Reply:
    """Return a file, its folder's index page, or 404; nothing outside of `folder`."""
    found = locate(folder, asked.path)
    if found is None:
        return _below(folder, asked) or missing(folder)
    if found.is_dir():
        return _of_folder(folder, asked)
    return missing(folder) if asked.path.endswith("/") else _file(found, asked)


def missing(folder: Path) -> Reply:
    """Say that there is nothing at an address, as a host does: with the site's own page for it."""
    page = locate(folder, "404.html")
    try:
        return Reply(404, page.read_bytes(), MEDIA[".html"]) if page else refusal(404)
    except OSError:
        return refusal(404)


def _below(folder: Path, asked: Asked) -> Reply | None:
    """Serve a file asked for under the path that the site will have once it is published, such as
    /mill/index.html; links of 404.html are written so. None if the path asked for is another.

    That path is known from robots.txt, which names the address of an edition that has one.
    """
    robots = locate(folder, "robots.txt")
    address = _SITEMAP.search(robots.read_bytes()) if robots and robots.is_file() else None
    base = unquote(address[1].decode("utf-8", "replace")) if address else "/"
    if base == "/" or not asked.path.startswith(base):
        return None
    return serve(folder, replace(asked, path="/" + asked.path.removeprefix(base)))


def locate(folder: Path, path: str) -> Path | None:
    """Return what a path names, links resolved, if it lies within `folder` and is not hidden."""
    steps = [step for step in path.split("/") if step]
    odd = "\0" in path or "\\" in path or any(step.startswith(".") for step in steps)
    if odd or any(len(step.encode()) > 255 for step in steps) or len(path) > 2000:
        return None
    try:
        root = folder.resolve(strict=True)
        found = root.joinpath(*steps).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    regular = found.is_file() or found.is_dir()
    return found if regular and found.is_relative_to(root) else None


def _of_folder(folder: Path, asked: Asked) -> Reply:
    """Return the index page of a folder, at an address that ends with a slash."""
    if not asked.path.endswith("/"):
        return _moved(asked.path + "/")
    index = locate(folder, asked.path + "index.html")
    return _file(index, asked) if index is not None and index.is_file() else missing(folder)


def _moved(path: str) -> Reply:
    # One slash at the beginning: with two, a browser would take the next step for a host.
    return refusal(302, "", ("Location", quote("/" + path.lstrip("/"))))


def _file(found: Path, asked: Asked) -> Reply:
    """Return a file, or the one part of it that is asked for (RFC 9110, section 14)."""
    try:
        file = found.open("rb")
    except OSError:
        return refusal(404)
    reply = _of(file, found, asked)
    if isinstance(reply.body, bytes):
        file.close()
    return reply


def _of(file: BinaryIO, found: Path, asked: Asked) -> Reply:
    """Return an open file or the part of it that is asked for; nothing where the reader has it."""
    state = os.fstat(file.fileno())
    tag = f'"{state.st_mtime_ns:x}-{state.st_size:x}"'
    headers = (("ETag", tag), ("Cache-Control", "no-cache"), ("Accept-Ranges", "bytes"))
    if tag in {one.strip() for one in asked.known.split(",")}:
        return Reply(304, b"", "", headers)
    wanted = _part(asked, tag, state.st_size)  # None: all of it; empty: behind its end
    if wanted is None:
        return Reply(200, Stretch(file, range(state.st_size)), _media(found), headers)
    if not wanted:
        return refusal(416, "", ("Content-Range", f"bytes */{state.st_size}"))
    stretch = f"bytes {wanted.start}-{wanted.stop - 1}/{state.st_size}"
    of_part = (*headers, ("Content-Range", stretch))
    return Reply(206, Stretch(file, wanted), _media(found), of_part)


def _part(asked: Asked, tag: str, size: int) -> range | None:
    """Return the bytes that are asked for, empty if there are none; nothing for the whole file."""
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", asked.part)
    if match is None or match[0] == "bytes=-" or asked.part_of not in {"", tag}:
        return None
    first, last = (int(one[:20]) if one else None for one in match.groups())
    if first is None:
        return range(max(0, size - (last or 0)), size)
    if last is not None and last < first:
        return None
    return range(first, size if last is None else min(size, last + 1))


def _media(found: Path) -> str:
    is_tei = found.suffix == ".xml" and found.parent.name in {"tei", "ref"}
    known = MEDIA.get(os.path.splitext(found.name)[1].lower(), "application/octet-stream")  # noqa: PTH122
    return "application/tei+xml" if is_tei else known
