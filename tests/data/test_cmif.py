"""Letters for correspSearch: valid by the rules of the format, and made only with consent."""

from pathlib import Path

import pytest
from lxml import etree

from tests.jing import faults
from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.shared import TEI_ALL

TEI = "{http://www.tei-c.org/ns/1.0}"
HERE = Path(__file__).parent
FREE = '<licence target="https://creativecommons.org/licenses/by/4.0/deed.en">CC BY</licence>'
PERSONS = """<standOff><listPerson><person xml:id="anne"><persName>Korn, Anne</persName>
<idno type="GND">118500000</idno></person></listPerson></standOff>"""
SENT = """<correspAction type="sent"><persName ref="#anne">Anne <hi>Korn</hi></persName>
<orgName ref="http://viaf.org/viaf/1">Mill</orgName><placeName>Basel</placeName>
<date notBefore="1850-05" notAfter="1850-06-01" cert="low" evidence="conjecture"/>
</correspAction>"""
LETTERS = {
    "first": f'{SENT}<correspAction type="received"><persName>Bert</persName></correspAction>',
    "second": '<correspAction type="received"><persName ref="#anne"/><date when="--05-01"/>'
    '</correspAction><correspAction type="forwarded"><persName>Carl</persName></correspAction>',
}


def letter(name: str, actions: str, licence: str = FREE) -> str:
    """Return a letter under a licence."""
    told = f"<profileDesc><correspDesc>{actions}</correspDesc></profileDesc></teiHeader>"
    free = f"<publisher>P</publisher><availability>{licence}</availability>"
    one = tei(id=name).replace("</teiHeader>", told).replace("<p>Unpublished.</p>", free)
    assert free in one
    return one


def build(folder: Path, licence: str, address: str) -> Path:
    """Build an edition of letters; return where the file would be."""
    texts = {name: letter(name, actions, licence) for name, actions in LETTERS.items()}
    made = edition(folder, **texts)
    (made / "tei/registers").mkdir()
    register = tei(id="persons").replace("<text>", f"{PERSONS}<text>")
    (made / "tei/registers/persons.xml").write_text(register, "utf-8")
    (made / "edition.toml").write_text(f'title = "Letters"\n{address}', "utf-8")
    assert run("build", made, "--no-check", "--format", "tei").exit_code == 0
    return made / "build/tei/cmif.xml"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build one with consent and address."""
    return build(tmp_path_factory.mktemp("cmif"), FREE, 'address = "https://example.org/l"\n')


def test_it_is_as_the_format_wants(file: Path) -> None:
    """Jing finds nothing against the rules of the format."""
    assert faults(HERE / "cmif.rnc", [file]) == {}


@pytest.mark.shared
def test_it_is_tei(file: Path) -> None:
    """Nor against the TEI's own schema."""
    assert faults(TEI_ALL, [file]) == {}


def test_what_is_told_of_a_letter(file: Path) -> None:
    """Pages, names with addresses of authorities, limits of dates with their doubt, and no more."""
    first, second = etree.parse(file).iter(f"{TEI}correspDesc")
    assert first.get("ref") == "https://example.org/l/first.html"
    sent, received = first
    assert [(one.text, one.get("ref")) for one in sent] == [
        ("Anne Korn", "https://d-nb.info/gnd/118500000"), ("Mill", "http://viaf.org/viaf/1"),
        ("Basel", None), (None, None),
    ]  # fmt: skip
    assert dict(sent[-1].attrib) == {
        "notBefore": "1850-05", "notAfter": "1850-06-01", "cert": "low", "evidence": "conjecture",
    }  # fmt: skip
    assert [one.text for one in received] == ["Bert"]
    assert [[one.text for one in action] for action in second] == [["Unknown"], ["Korn, Anne"]]
    assert second[1][0].get("ref") == "https://d-nb.info/gnd/118500000"


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("<p>Ask us.</p>", 'address = "https://example.org/l"\n'),
        pytest.param(FREE, "", marks=pytest.mark.slow),
    ],
)
def test_without_consent_or_address_there_is_none(
    tmp_path: Path, licence: str, address: str
) -> None:
    """Nobody's letters are given away, and no page is named that nobody can open."""
    assert not build(tmp_path, licence, address).exists()
