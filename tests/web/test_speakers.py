"""Who speaks has a name where the play has one: printed at the speech, else in the cast or in a
list of persons; an id where nobody is named.
"""

from pathlib import Path

import pytest

from tests.pipeline.editions import edition, tei
from tests.web.conftest import built
from tests.web.site import Site

CAST = """<front><castList><castItem><role xml:id="anne">Anne</role>, <roleDesc>a miller</roleDesc>
</castItem><castItem xml:id="bert"><role>Bert</role></castItem></castList></front><body>"""
PERSONS = """<profileDesc><particDesc><listPerson><person xml:id="old"><persName>
<forename>Ida</forename> <surname>Holm</surname></persName></person><personGrp xml:id="all">
<name>Villagers</name></personGrp></listPerson></particDesc></profileDesc></teiHeader>"""
SPEECHES = """<sp who="#anne"><speaker>ANNE.</speaker><l>Who comes?</l></sp>
<sp who="#bert"><l>I.</l></sp><sp who="#old"><l>And I.</l></sp>
<sp who="#all #ghost"><l>And we.</l></sp>"""


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a play of which most speeches say by whom they are with a pointer alone."""
    xml = tei(SPEECHES, id="mill", title="The Mill").replace("<body>", CAST, 1)
    folder: Path = edition(
        tmp_path_factory.mktemp("play"), mill=xml.replace("</teiHeader>", PERSONS)
    )
    return built(folder, folder / "build", "tables")


def test_characters_have_their_names(play: Site) -> None:
    """In the list of all, in that behind the play, at the head of what each says."""
    names = ["ANNE", "Bert", "Ida Holm", "Villagers", "ghost"]
    assert play.pages["lists/characters.html"].words("//ol[@class='entries']/li/a") == names
    behind = play.pages["mill.html"].words("//section[@class='index speakers']//tbody//th")
    assert behind == ["Anne", *names[1:]]
    assert play.pages["lists/speeches-mill-3.html"].words("//h1") == ["Ida Holm – The Mill"]


def test_the_table_has_them(play: Site) -> None:
    """Each id with its name in a column of its own."""
    rows = (play.folder / "tables" / "speeches.csv").read_text("utf-8").splitlines()
    assert [one for one in rows if "ghost" in one and "Villagers|ghost" in one]
    assert "name" in rows[0].split(",")
