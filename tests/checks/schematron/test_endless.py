"""Rules that do not end: they are stopped, told at their place, and Ctrl-C ends everything."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.checks.editions import found, laid_over

START = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
<pattern id="sound"><rule context="tei:body"><report test="true()">A body.</report></rule></pattern>
"""
COUNTING = "every $i in 1 to 2000000000, $j in 1 to 2000000000 satisfies $i gt count(//tei:p) - 99"
REPEATING = "not(matches(replace(string(.), '.', 'a', 's') || '!', '^(a|aa)+$'))"


def rules(folder: Path, test: str, context: str = "tei:body") -> Path:
    """Write a schema whose second pattern does not end."""
    schema = folder / "own.sch"
    rule = f'<rule context="{context}">\n<assert test="{test}">x</assert></rule>'
    schema.write_text(f'{START}<pattern id="endless">{rule}</pattern></schema>', "utf-8")
    return schema


def limited(root: Path) -> Path:
    """Allow a second to the rules of an edition."""
    with (root / "edition.toml").open("a", encoding="utf-8") as file:
        file.write("\n[checks]\ntime-limit = 1\n")
    return root


@pytest.mark.parametrize("test", [COUNTING, REPEATING])
def test_a_rule_without_end_is_told_once(tmp_path: Path, test: str) -> None:
    """At its pattern; the other checks run, and no other text waits for it."""
    root, schema = limited(laid_over(tmp_path / "mini")), rules(tmp_path, test)
    started = time.monotonic()
    diagnostics = found(root, schemas=(schema,))
    (one,) = [one for one in diagnostics if one.code != "R001"]
    assert (one.code, one.file, one.line) == ("R005", "../own.sch", 4)
    assert "“endless” did not end within a second on tei/" in one.message
    assert time.monotonic() - started < 60


@pytest.mark.slow
def test_rules_that_end_are_heard_after_others(tmp_path: Path) -> None:
    """A process that was ended is replaced."""
    root, schema = limited(laid_over(tmp_path / "mini")), rules(tmp_path, COUNTING)
    assert "R005" in {one.code for one in found(root, schemas=(schema,))}
    schema.write_text(f"{START}</schema>", "utf-8")
    assert {one.code for one in found(root, schemas=(schema,))} == {"R001"}


@pytest.mark.slow
def test_ctrl_c_stops_a_rule(tmp_path: Path) -> None:
    """At once, with the exit code of whoever was interrupted, and no process stays behind."""
    root, schema = laid_over(tmp_path / "mini"), rules(tmp_path, COUNTING)
    command = [sys.executable, "-m", "editio", "check", str(root), "--schema", str(schema)]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE) as process:
        time.sleep(6)
        os.kill(process.pid, signal.SIGINT)
        interrupted = time.monotonic()
        # All who could still write there are gone.
        _, said = process.communicate(timeout=30)
        assert (process.returncode, b"Traceback" in said) == (130, False)
        assert time.monotonic() - interrupted < 10
