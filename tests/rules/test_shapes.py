"""Facts and registers have one shape, from which values are read: facts.rnc says it."""

from pathlib import Path

from editio.edition.edition import opened
from editio.render.job import register

from tests.jing import faults
from tests.shared import ROOT

HERE = Path(__file__).parent
SHAPE = HERE / "facts.rnc"
FACTS = sorted(HERE.glob("cases/*/facts.xml"))


def test_facts_of_every_case_and_registers_have_their_shape(tmp_path: Path) -> None:
    """Whatever an encoding is made into: a stylesheet that says more says it there first."""
    made: list[Path] = []
    for folder in (ROOT, ROOT / "tests" / "mini"):
        for one in opened(folder)[0].registers:
            made.append(tmp_path / f"{len(made)}-{one.id}.xml")
            made[-1].write_text(register(one.xml), "utf-8")
    assert len(FACTS) > 50
    assert len(made) > 5
    assert faults(SHAPE, [*FACTS, *made]) == {}


def test_another_shape_is_told(tmp_path: Path) -> None:
    """An attribute under another name, an element in another place."""
    case = next(one for one in FACTS if "<ed:mention entries=" in one.read_text("utf-8"))
    said = case.read_text("utf-8")
    files = [tmp_path / "name.xml", tmp_path / "place.xml"]
    files[0].write_text(said.replace("<ed:mention entries=", "<ed:mention entry=", 1), "utf-8")
    files[1].write_text(said.replace("<ed:form>", "<ed:form/><ed:form>", 1), "utf-8")
    assert set(faults(SHAPE, files)) == set(files)
