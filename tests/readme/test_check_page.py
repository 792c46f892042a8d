"""docs/check-before-commit.md against the program."""

import json
import re
from pathlib import Path

import yaml
from click.testing import CliRunner
from editio.cli.main import main

from tests.checks.editions import broken, laid_over
from tests.shared import ROOT

PAGE = (ROOT / "docs" / "check-before-commit.md").read_text("utf-8")


def test_exit_codes(tmp_path: Path) -> None:
    """0 when all is well, 1 for a fault, 2 for a wrong call."""
    clean, spoiled = laid_over(tmp_path / "clean"), laid_over(tmp_path / "spoiled")
    broken(spoiled / "tei" / "texts" / "letter.xml")
    calls = ([str(clean)], [str(spoiled)], [str(tmp_path / "nowhere")])
    codes = [CliRunner().invoke(main, ["check", *one]).exit_code for one in calls]
    assert codes == [int(one) for one in re.findall(r"with (\d)", PAGE)] == [0, 1, 2]


def test_findings_for_programs(tmp_path: Path) -> None:
    """They have the keys that the page names, and no more."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei" / "texts" / "letter.xml")
    done = CliRunner().invoke(main, ["check", "--format", "json", "--ignore", "P028", str(root)])
    (sentence,) = re.findall(r"one object each with (.*?)`;", PAGE.replace("\n", " "))
    found = json.loads(done.stdout)
    assert "1 error" in done.stderr
    assert [set(one) for one in found] == [set(re.findall(r"\w+", sentence)) - {"and"}]


def test_the_settings_can_be_pasted() -> None:
    """What the page shows for pre-commit and GitHub is YAML."""
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 3
    assert all(yaml.safe_load(one) for one in blocks)
