"""What stylesheets hand to each other has one shape: behaviours.rnc says that of a text, facts.rnc
that of facts and registers, from which values are read, site.rnc what the site is given besides.
"""

from pathlib import Path
from typing import Any

import pytest
from editio.edition.edition import opened
from editio.engines.saxon import Engine, Node, Outcome
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, register

from tests.jing import faults
from tests.rules.outputs import ruled
from tests.shared import ROOT, SHARED

HERE = Path(__file__).parent
FACTS, BEHAVIOURS, SITE = (HERE / f"{one}.rnc" for one in ("facts", "behaviours", "site"))
CASES = sorted(HERE.glob("cases/*/tei.xml"))
TOLD = sorted(HERE.glob("cases/*/facts.xml"))
OURS = (ROOT, ROOT / "tests" / "mini")
# Longer ones say the same again.
LONGEST = 300_000


class Written:
    """Pieces of XML, a file each."""

    def __init__(self, folder: Path) -> None:
        self.files: list[Path] = []
        self._folder = folder

    def add(self, name: str, xml: str) -> None:
        """Write one."""
        self.files.append(self._folder / f"{len(self.files)}-{name}.xml")
        self.files[-1].write_text(xml, "utf-8")


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Return a place for what is judged."""
    return Written(tmp_path)


def test_facts_of_every_case_and_registers_have_their_shape(written: Written) -> None:
    """Whatever an encoding is made into: a stylesheet that says more says it there first."""
    for folder in OURS:
        for one in opened(folder)[0].registers:
            written.add(one.id, register(one.xml))
    assert len(TOLD) > 50
    assert len(written.files) > 5
    assert faults(FACTS, [*TOLD, *written.files]) == {}


def test_behaviours_of_every_case_have_their_shape(written: Written) -> None:
    """Those of the texts of this edition and of the smallest, too."""
    for case in CASES:
        written.add(case.parent.name, str(ruled(case.read_text("utf-8")).tree))
    for folder in OURS:
        for one in opened(folder)[0].texts:
            written.add(one.id, str(behaviours(one.path, one.xml).tree))
    assert len(written.files) > 60
    assert faults(BEHAVIOURS, written.files) == {}


def test_what_the_site_is_given_has_its_shape(
    written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is around each page, and what pages that span texts are made of."""
    run = Engine.run

    def heard(self: Engine, name: str, node: Node, mode: str, given: Any = None) -> Outcome:
        if name == "site":
            written.add(mode, str(given["surroundings"]))
            if mode != "text-pages":
                written.add(mode, str(node))
        return run(self, name, node, mode, given)

    monkeypatch.setattr(Engine, "run", heard)
    edition = opened(ROOT / "tests" / "mini")[0]
    done = build(Plan(edition, ("html", "data"), tmp_path / "build", cached=False))
    assert not done.diagnostics
    assert len(written.files) > 5
    assert faults(SITE, written.files) == {}


@pytest.mark.slow
@pytest.mark.shared
def test_texts_of_others_have_these_shapes(written: Written) -> None:
    """Some of each corpus: behaviours and facts."""
    told = []
    for corpus in sorted(one for one in (SHARED / "corpora").iterdir() if one.is_dir()):
        short = [one for one in opened(corpus)[0].texts if len(one.xml) < LONGEST]
        for text in short[:: max(1, len(short) // 12)]:
            tree = behaviours(text.path, text.xml).tree
            written.add(text.id[:40], str(tree))
            told.append(str(here().run("facts", tree, "facts").value.head))
    assert len(written.files) > 100
    assert faults(BEHAVIOURS, written.files, ids=False) == {}
    written.files.clear()
    for one in told:
        written.add("facts", one)
    assert faults(FACTS, written.files) == {}


def test_another_shape_is_told(tmp_path: Path) -> None:
    """An attribute under another name, an element in another place."""
    case = next(one for one in TOLD if "<ed:mention entries=" in one.read_text("utf-8"))
    said = case.read_text("utf-8")
    files = [tmp_path / "name.xml", tmp_path / "place.xml"]
    files[0].write_text(said.replace("<ed:mention entries=", "<ed:mention entry=", 1), "utf-8")
    files[1].write_text(said.replace("<ed:form>", "<ed:form/><ed:form>", 1), "utf-8")
    assert set(faults(FACTS, files)) == set(files)
