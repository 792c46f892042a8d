"""Files of the built edition: a path to a file within the folder, or to nothing."""

import hashlib
import os
from pathlib import Path
from urllib.parse import quote

from pipeline.serve.reply import Asked, Reply, refusal

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
# Where the pages of the edition are, if they are not at the root.
SITE = "html"


def serve(folder: Path, asked: Asked) -> Reply:
    """Give a file, its folder's index page, or 404; nothing outside of `folder`."""
    found = locate(folder, asked.path)
    if found is None:
        return refusal(404)
    if found.is_dir():
        return _of_folder(folder, found, asked)
    return refusal(404) if asked.path.endswith("/") else _file(found, asked)


def locate(folder: Path, path: str) -> Path | None:
    """Give what a path names, links resolved, if it lies within `folder` and is not hidden."""
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


def _of_folder(folder: Path, found: Path, asked: Asked) -> Reply:
    """Give the index page of a folder, at an address that ends with a slash."""
    if not asked.path.endswith("/"):
        return _moved(asked.path + "/")
    index = locate(folder, asked.path + "index.html")
    if index is not None and index.is_file():
        return _file(index, asked)
    site = asked.path == "/" and (found / SITE / "index.html").is_file()
    return _moved(f"/{SITE}/") if site else refusal(404)


def _moved(path: str) -> Reply:
    # One slash at the beginning: with two, a browser would take the next step for a host.
    return refusal(302, "", ("Location", quote("/" + path.lstrip("/"))))


def _file(found: Path, asked: Asked) -> Reply:
    try:
        data = found.read_bytes()
    except OSError:
        return refusal(404)
    tag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    headers = (("ETag", tag), ("Cache-Control", "no-cache"))
    if tag in {one.strip() for one in asked.known.split(",")}:
        return Reply(304, b"", "", headers)
    return Reply(200, data, _media(found), headers)


def _media(found: Path) -> str:
    is_tei = found.suffix == ".xml" and found.parent.name in {"tei", "ref"}
    known = MEDIA.get(os.path.splitext(found.name)[1].lower(), "application/octet-stream")  # noqa: PTH122
    return "application/tei+xml" if is_tei else known
