"""Bytes of regular files: what is a pipe, a device, a folder or too large is not opened.

Turns a path into its content, or into the reason, in words, why it has none; puts a file in place.
"""

import errno
import os
import re
import secrets
import stat
from collections.abc import Collection, Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from socket import inet_aton
from urllib.parse import unquote, urlsplit

# How files of TEI are called. What is called *.odd, or *.odd.xml, is a schema and no text.
TEI_NAMES = (".xml", ".tei")
# Folders of what was made or fetched, in which nobody writes.
BUILT = frozenset({"build", "dist", "node_modules", "__pycache__", "venv"})
# What editio wrote into a folder: its name, its version, each file with its sum.
MARKER = ".editio.json"
_REMOTE = re.compile(r"(?!(?i:file):)[A-Za-z][\w+.-]+:")
_LOCAL = re.compile(r"(?i:file):(?://(?:localhost)?(?=/))?(?=/(?!/)|[^/])")
# An address at which a site can stand, as a regular expression: who asks, server, port, path.
_SIGN = r'[^\s/?#<>"{}|\\^`\[\]'
_SERVER = rf"(?:{_SIGN}@:]+|\[(?:[0-9A-Fa-f]{{0,4}}:){{2,7}}[0-9A-Fa-f]{{0,4}}\])"
_PATH = r'(?:/(?:[^\s?#<>"{}|\\^`\[\]%]|%[0-9A-Fa-f]{2})*)?'
ADDRESS = f"https?://(?:{_SIGN}]*@)?{_SERVER}(?::{_SIGN}@]*)?{_PATH}"
LARGEST = 256 * 1024 * 1024  # bytes; a tree of it takes about six times as much memory

_KINDS = (
    (stat.S_ISDIR, "it is a folder, not a file"),
    (stat.S_ISFIFO, "it is a named pipe, not a file"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


def walked(folder: Path, passed_over: Collection[str] = BUILT) -> Iterator[Path]:
    """Yield the files below a folder in order, but for hidden folders and those passed over."""
    for place, names, found in os.walk(folder):
        names[:] = sorted(n for n in names if n not in passed_over and not n.startswith("."))
        yield from (Path(place, name) for name in sorted(found))


def listed(folder: Path) -> list[Path]:
    """Return what is in a folder, in order; nothing where it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def unlisted(folders: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the folders at these places and below that are there and cannot be listed, and why."""
    told: list[OSError] = []
    for folder in dict.fromkeys(folders):
        for _, names, _ in os.walk(folder, onerror=told.append):
            names[:] = [n for n in names if n not in BUILT and not n.startswith(".")]
    for one in told:
        if one.errno not in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
            yield Path(one.filename), one.strerror or str(one)


def hidden(path: str) -> bool:
    """Whether a file, or a folder on the way to it, is hidden."""
    return any(part.startswith(".") for part in path.split("/"))


def seen(folder: Path, pattern: str) -> list[Path]:
    """Return what a pattern finds in a folder, in order, but for what is hidden."""
    found = sorted(folder.glob(pattern)) if is_there(folder) else []
    return [path for path in found if not hidden(path.relative_to(folder).as_posix())]


def is_remote(address: str) -> bool:
    """Whether an address leads to the network, as one with a scheme does that is not file:."""
    return bool(_REMOTE.match(address))


def has_scheme(address: str) -> bool:
    """Whether an address says itself where it begins: on the network, or on this machine."""
    return is_remote(address) or address[:5].lower() == "file:"


def on_disk(address: str) -> str:
    """Return the path that an address of this machine (file:) names; any other as it is."""
    found = _LOCAL.match(address)
    return unquote(address[found.end() :]) if found else address


def is_address(words: str) -> bool:
    """Return whether words are an address at which a site can stand."""
    return bool(re.fullmatch(ADDRESS, words))


def meant_address(words: str) -> str:
    """Return the address that the bare name of a server means; nothing for other words."""
    return f"https://{words}/" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", words) else ""


def host(address: str) -> str:
    """Return the server of a web address; nothing where it names none."""
    try:
        return urlsplit(address.strip()).hostname or ""
    except ValueError:
        return ""


def is_elsewhere(address: str) -> bool:
    """Whether this is the address of a file on another machine."""
    name = host(address) if re.match(r"\s*(https?|ftp):", address, re.I) else ""
    if number := _number(name.rstrip(".")):
        return not (number.is_loopback or number.is_unspecified)
    return not re.fullmatch(r"(.*\.)?localhost(\.localdomain)?|", name.rstrip("."))


def _number(name: str) -> IPv4Address | IPv6Address | None:
    """Return the number by which a server is named, in any form: 127.1 and 0x7f.1 are 127.0.0.1."""
    try:
        number = ip_address(name)
    except ValueError:
        try:
            return IPv4Address(inet_aton(name)) if re.match(r"\d", name) else None
        except (OSError, ValueError):
            return None
    return getattr(number, "ipv4_mapped", None) or number


class UnreadableError(Exception):
    """A file that cannot be read; its words are the reason."""


def is_there(path: Path) -> bool:
    """Return whether there is a file or folder at a path, which may be no path at all."""
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or with a NUL
        return False


def is_file(path: Path) -> bool:
    """Return whether there is a file at a path, as far as one may look."""
    return is_there(path) and path.is_file()


def no_file(path: Path) -> str:
    """Return in words what is at a path where that is a folder, a pipe or a device; or nothing."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return ""
    return next((words for test, words in _KINDS if test(mode)), "")


def content(file: Path) -> bytes:
    """Return what is in a regular file. Raises UnreadableError."""
    try:
        if kind := no_file(file):
            raise UnreadableError(kind)
        found = file.stat()
        if found.st_size > LARGEST:
            size, most = found.st_size // 2**20, LARGEST // 2**20
            raise UnreadableError(f"it has {size} MB; editio reads files of up to {most} MB")
        return file.read_bytes()
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise UnreadableError(getattr(error, "strerror", None) or str(error)) from error


def beginning(file: Path, size: int) -> bytes:
    """Return so many bytes of a file that was read before. Raises OSError."""
    with file.open("rb") as stream:
        return stream.read(size)


def put(file: Path, pieces: Iterable[bytes]) -> None:
    """Write a file aside and put it in place: whole or not at all, with the rights that new files
    have here. Raises OSError.
    """
    aside = file.parent / f".{secrets.token_hex(8)}"
    try:
        with aside.open("xb") as stream:
            stream.writelines(pieces)
        aside.replace(file)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def is_tei_name(name: str) -> bool:
    """Whether a file of this name is taken for TEI where nobody named it: in capital letters, too,
    and not where it is hidden.
    """
    last = name.rpartition("/")[2].lower()
    return last.endswith(TEI_NAMES) and not last.endswith(".odd.xml") and not last.startswith(".")
