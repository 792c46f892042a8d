"""Commands that write into an edition write nowhere else."""

from pathlib import Path

import pytest

from tests.init.test_parcels import run
from tests.pipeline.editions import edition, tei

TEXT = tei('<p>A letter to <persName ref="#anna">Anna</persName>.</p>')
LEADS = "leads out of"


def begun(folder: Path) -> Path:
    """Make an edition beside a folder of others, in which there is one file."""
    (folder / "others/texts").mkdir(parents=True)
    (folder / "others/file").write_text("mine", "utf-8")
    return edition(folder / "own", letter=TEXT)


def held(folder: Path) -> list[tuple[str, str]]:
    """Return what others have."""
    return [(one.name, one.read_text("utf-8")) for one in (folder / "others").glob("**/*.*")]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("tei/registers", ("register",)),
        ("checks-baseline.json", ("check", "--write-baseline")),
    ],
)
def test_what_is_made_anew(tmp_path: Path, name: str, command: tuple[str, ...]) -> None:
    """A link out of the edition, to what is there or not, stays as it is."""
    root = begun(tmp_path)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(tmp_path / "others" / ("texts" if "." not in name else "new.txt"))
    done = run(command[0], root, *command[1:])
    assert (done.exit_code, LEADS in done.output) == (2, True)
    assert held(tmp_path) == []


def test_a_text_of_others(tmp_path: Path) -> None:
    """By its own name, or with all texts, no ids are written into it; into ours they are."""
    root = begun(tmp_path)
    other, link = tmp_path / "others/other.xml", root / "tei/texts/other.xml"
    other.write_text(TEXT, "utf-8")
    link.symlink_to(other)
    for path in (link, root):
        done = run("ids", path)
        assert (done.exit_code, LEADS in done.output) == (2, True)
    assert other.read_text("utf-8") == TEXT
    link.unlink()
    link.symlink_to(root / "tei/texts/letter.xml")
    assert run("ids", link).exit_code == 0
    assert '<p xml:id="' in link.read_text("utf-8")
    assert run("ids", other).exit_code == 0


def test_the_baseline_is_in_the_edition(tmp_path: Path) -> None:
    """Whatever the settings call it."""
    root = begun(tmp_path)
    (root / "edition.toml").write_text('[checks]\nbaseline = "../others/b.json"\n', "utf-8")
    done = run("check", root, "--write-baseline")
    assert (done.exit_code, LEADS in done.output) == (2, True)
    assert held(tmp_path) == []


def test_a_new_edition(tmp_path: Path) -> None:
    """It is begun whole or not at all."""
    begun(tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new/tei").symlink_to(tmp_path / "others")
    done = run("init", tmp_path / "new")
    assert (done.exit_code, LEADS in done.output) == (2, True)
    assert [one.name for one in (tmp_path / "new").iterdir()] == ["tei"]
