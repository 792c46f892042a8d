"""Static DTS is found where the edition says that it stands, below any path."""

import json
from pathlib import Path

import pytest

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

ABOUT = tei(id="e").replace(
    "<p>Unpublished.</p>", '<publisher>P</publisher><idno type="URL">{}</idno>'
)


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://example.org/proj/", "https://example.org/proj/dts/"),
        ("https://example.org/proj", "https://example.org/proj/dts/"),
        ("https://example.org", "https://example.org/dts/"),
        ("", "/dts/"),
    ],
)
def test_addresses(tmp_path: Path, address: str, base: str) -> None:
    """Every template and address begins with the address of the folder."""
    folder = edition(tmp_path, small=tei())
    about = ABOUT.format(address) if address else tei(id="e")
    (folder / "tei/edition.xml").write_text(about, "utf-8")
    assert run("build", folder, "--format", "dts").exit_code == 0
    entry = json.loads((folder / "build/dts/entry.jsonld").read_text("utf-8"))
    assert entry["@id"] == f"{base}entry.jsonld"
    for name in ("collection", "navigation", "document"):
        assert entry[name].startswith(f"{base}{name}")
    for file in (folder / "build/dts").rglob("*.jsonld"):
        assert base == "/dts/" or '"/dts/' not in file.read_text("utf-8")


def test_files_are_named_as_servers_look_for_them(tmp_path: Path) -> None:
    """A path with an umlaut is asked for in percent-encoding, and looked for without."""
    folder = edition(tmp_path, **{"été": tei().replace('xml:id="small" ', "")})
    assert run("build", folder, "--format", "dts").exit_code == 0
    assert (folder / "build/dts/document/été/tree/ref.xml").is_file()
