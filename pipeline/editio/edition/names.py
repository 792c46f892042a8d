"""The name under which a document is published: its id, made fit to be the name of a file.

The only place that turns an id of a text into a part of a path. Whatever the id holds, the name
stays in its folder, can be written on every system, and is none of ours.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# Names that formats write beside the texts, and of their folders, which are beside the pages of the
# site (not places/, beside which may be the page of a register); tests/pipeline/test_names.py reads
# what they write.
OURS = frozenset({
    "404", "about", "api", "assets", "citations", "cmif", "collection", "corpus", "data",
    "diplomatic", "document", "dts", "edition", "entry", "epub", "files", "html", "index",
    "interventions", "linkset", "lists", "media", "metadata", "navigation", "offsets", "ofl",
    "parts", "pdf", "press", "reading", "readme", "register", "robots", "search",
    "sha256sums", "sitemap", "sources", "tables", "tei", "text",
})  # fmt: skip
# The pages of the encoding manual.
_MANUAL = re.compile(r"encoding(-.*)?")
# Names that Windows gives to devices, whatever comes after a full stop.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
# How the names of the pages of a text end, of which some texts have more than two.
_PAGE = re.compile(r"(.+)-(diplomatic|whole|comparison|part-\d+(?:-diplomatic)?)")
# A file system takes 255 bytes; endings such as "-comparison.html" want some of them.
LONGEST = 200
_BEFORE = "tei-"
# Paths at which one need not look sign by sign.
_USUAL = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*", re.ASCII)


def published(given: str | None, stem: str) -> str:
    """Return the name of a document whose root has the id `given` and whose file is `stem`."""
    name = _plain(given or "") or _plain(stem) or _digest(stem)
    return _short(_BEFORE + name if is_taken(name) else name)


def of_page(stem: str) -> str:
    """Return the name of a page in a folder of its own by that of its file; there only names of
    devices are taken.
    """
    name = _plain(stem) or _digest(stem)
    return _short(_BEFORE + name if is_device(name) else name)


def page(address: str, pages: Mapping[str, str]) -> str:
    """Return the name of the page that an address means, of names by their files: by its file, else
    by the name under which it is published, else by its file without the ending.
    """
    file = composed(address).removeprefix("pages/")
    name = re.sub(r"\.(html|md|xml|tei)$", "", file)
    if file in pages:
        return pages[file]
    if name in pages.values():
        return name
    return {one.rpartition(".")[0]: called for one, called in pages.items()}.get(name, "")


def is_taken(name: str) -> bool:
    """Whether editio writes files of that name itself, or a system keeps it for a device."""
    plain = name.casefold()
    return plain in OURS or bool(_MANUAL.fullmatch(plain) or _DEVICE.fullmatch(plain))


def of_text(name: str) -> tuple[str, str]:
    """Return the text whose page this name may be, and what kind of page; of others nothing."""
    found = _PAGE.fullmatch(name)
    return (found[1], found[2]) if found else ("", "")


def is_device(name: str) -> bool:
    """Whether Windows keeps a name for a device, so that no file can have it."""
    return bool(_DEVICE.fullmatch(name.casefold()))


def key(name: str) -> str:
    """Return what two names have in common that some systems take for one."""
    return composed(composed(name).casefold())


def is_safe(path: str) -> bool:
    """Whether a path stays in its folder and can be written: steps that are plain names."""
    if len(path) <= 255 and _USUAL.fullmatch(path):
        return True
    steps = path.split("/")
    return all(
        step not in {"", ".", ".."}
        and len(step.encode("utf-8", "surrogatepass")) <= 255
        and not any(sign in "\\\0" or unicodedata.category(sign) in {"Cc", "Cs"} for sign in step)
        for step in steps
    )


def stays(folder: Path, path: object) -> bool:
    """Whether what a file says is a path below a folder is one, and leads through no link."""
    return next(staying(folder, [path]), None) is not None


def staying(folder: Path, paths: Iterable[object]) -> Iterator[str]:
    """Yield those of many paths that do, looking at each folder once."""
    known: dict[str, bool] = {"": True}
    for path in paths:
        if isinstance(path, str) and is_safe(path):
            above = path.rpartition("/")[0]
            if above not in known:
                steps = (Path(above), *Path(above).parents[:-1])
                known[above] = not any((folder / one).is_symlink() for one in steps)
            if known[above]:
                yield path


def composed(name: str) -> str:
    """Return a name with its accents encoded in the one way that is usual in files of text."""
    return unicodedata.normalize("NFC", name)


def _plain(words: str) -> str:
    """Return letters, digits, full stops, hyphens and underscores; a hyphen for all else."""
    kept = "".join(sign if _is_kept(sign) else "-" for sign in composed(words))
    kept = kept if kept == composed(words) else re.sub("-{2,}", "-", kept).rstrip("-.")
    return kept.lstrip("-.").rstrip(".")


def _is_kept(sign: str) -> bool:
    return sign in "-._·" or unicodedata.category(sign)[0] in "LMN"


def _short(name: str) -> str:
    """Cut a name that is too long for a file system; a digest keeps it apart from others."""
    if len(name.encode()) <= LONGEST:
        return name
    kept = name.encode()[: LONGEST - 10].decode("utf-8", "ignore")
    return f"{kept.rstrip('-.')}-{_digest(name)}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:9]
