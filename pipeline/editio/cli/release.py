"""`editio release`: whether what is about to be published keeps what the last release promised."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from lxml import etree

from editio.cli.findings import end_where_unread
from editio.cli.folder import FOLDER, inside
from editio.edition.blanks import worded
from editio.edition.edition import Edition, opened
from editio.edition.reading.source import TEI
from editio.formats.deposit import described
from editio.formats.permalinks import RECORD, VERSION, addresses, record

_VERSION = re.compile(r"\d+(\.\d+)*")


@click.command("release")
@click.argument("folder", type=FOLDER, default=".")
@click.option(
    "--record", "recorded", is_flag=True, help="Write down the addresses of this release."
)
def release_command(folder: Path, recorded: bool) -> None:
    """Check whether the edition in FOLDER can be released.

    It can if its header has a date, and a version after that of the last release; if the list of
    changes (revisionDesc or CHANGELOG.md) has an entry with that version and date; and if every
    address of the last release still exists: pages, entries, places with an xml:id in texts, in
    pages in TEI and in about.html, headings of pages in Markdown. `--record` writes version and
    addresses to permalinks.txt; keep the file with the edition.

    \b
    Exit code: 0 ready, 1 something is missing or a file is faulty, 2 usage or a fault of editio.
    Example:
      editio release && editio build --archive && editio release --record
    """
    edition, found = opened(folder)
    end_where_unread(found, edition.project.root)
    now = sorted(set(addresses(edition)))
    file = folder / RECORD
    last = _last(file.read_text("utf-8") if file.exists() else "")
    gone = (f"the address {one} is gone" for one in last.addresses if one not in now)
    faults = [*_amiss(edition, last.version), *gone]
    for one in faults:
        click.echo(f"editio: {one}", err=True)
    if faults:
        sys.exit(1)
    version = described(edition).version
    if recorded:
        inside(file, folder).write_text(record(version, now), "utf-8", newline="\n")
    words = "recorded" if recorded else f"compared with {len(last.addresses)} of the last release"
    click.echo(f"editio: version {version} is ready; {len(now)} addresses {words}", err=True)


@dataclass(frozen=True)
class Last:
    """What was recorded of the last release; nothing before the first."""

    version: str
    addresses: tuple[str, ...]


def _last(record: str) -> Last:
    lines = record.splitlines()
    version = next((one.split()[-1] for one in lines if one.startswith(VERSION)), "")
    return Last(version, tuple(one for one in lines if one and not one.startswith("#")))


def _amiss(edition: Edition, last: str) -> Iterator[str]:
    """Yield what the header and the list of changes lack."""
    if edition.about is None:
        yield "there is no tei/edition.xml, which has the version"
        return
    said = described(edition)
    if not said.date:
        yield 'tei/edition.xml has no date of publication: <publicationStmt>…<date when="…"/>'
    if not _VERSION.match(said.version):
        yield 'tei/edition.xml names no version: <editionStmt><edition n="1.0">'
        return
    if last and _number(said.version) <= _number(last):
        yield f"version {said.version} does not come after {last}, which was released: raise @n"
    yield from _unlisted(edition, edition.about.root, said.version, said.date)


def _unlisted(edition: Edition, root: etree._Element, version: str, date: str) -> Iterator[str]:
    """Yield what the list of changes lacks of a version."""
    changes = root.findall(f"{{{TEI}}}teiHeader/{{{TEI}}}revisionDesc//{{{TEI}}}change")
    of_it = [one for one in changes if _names(version, f"{one.get('n', '')} {worded(one)}")]
    dates = {one.get("when", "") for one in of_it}
    sample = f'<change n="{version}" when="{date}">'
    if of_it and date not in dates:
        yield f"the <change> of version {version} is not of {date}, the date of publication"
    elif not of_it and not _in_file(edition.project.root, version):
        yield f"neither revisionDesc nor CHANGELOG.md has an entry of version {version}: {sample}"


def _in_file(root: Path, version: str) -> bool:
    """Whether a list of changes in Markdown has a heading of a version."""
    file = root / "CHANGELOG.md"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    return any(one.startswith("#") and _names(version, one) for one in lines)


def _names(version: str, words: str) -> bool:
    return bool(re.search(rf"(?<![\d.]){re.escape(version)}(?!\.?\d)", words))


def _number(version: str) -> tuple[int, ...]:
    found = _VERSION.match(version)
    return tuple(map(int, found[0].split("."))) if found else ()
