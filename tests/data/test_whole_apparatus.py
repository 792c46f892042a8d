"""An apparatus that has everything there is to say: each value where it belongs."""

from dataclasses import asdict

from editio.model.apparatus import NONE, Apparatus, Entry, Reading, Witness, apparatus
from lxml import etree

FACTS = """<ed:facts xmlns:ed="urn:editio:ns">
<ed:witnesses><ed:witness id="a" siglum="A" kind="witness" date="1420" place="Hallow">
<ed:words>A roll</ed:words><ed:witness id="a1" siglum="A1" kind="hand"/></ed:witness></ed:witnesses>
<ed:apparatus><ed:entry key="c1" layer="variants" by="verse" from="12" to="14" place="¶ 3" in="p3"
absent="B C"><ed:lemma words="sky">sky²</ed:lemma><ed:told>sky] sea B</ed:told>
<ed:reading kind="rdg" sigla="B M\xa02" expanded="b m2" group="α" type="slip" cause="eyeskip"
varSeq="2" hand="h1" resp="ak" source="s1" cert="low"><ed:words>sea</ed:words>
<ed:detail>in a later hand</ed:detail><ed:note>a slip</ed:note></ed:reading>
<ed:note>so all but A</ed:note></ed:entry><ed:entry key="c2" layer="variants" place="¶ 4">
<ed:told>om. B</ed:told></ed:entry></ed:apparatus></ed:facts>"""

READING = Reading(
    kind="rdg",
    words="sea",
    wit=("B", "M 2"),
    expanded=("b", "m2"),
    group="α",
    type="slip",
    cause="eyeskip",
    sequence="2",
    hand="h1",
    resp="ak",
    source="s1",
    cert="low",
    details=("in a later hand",),
    notes=("a slip",),
)
ENTRY = Entry(
    key="c1",
    layer="variants",
    start="12",
    end="14",
    place="¶ 3",
    within="p3",
    lemma="sky",
    told="sky] sea B",
    readings=(READING,),
    notes=("so all but A",),
    absent=("B", "C"),
)


def test_every_value() -> None:
    """A witness stands before those of the list that it is; they know it."""
    found = apparatus(etree.fromstring(FACTS))
    assert found.witnesses == (
        Witness("a", "A", "witness", "A roll", "1420", "Hallow"),
        Witness("a1", "A1", "hand", group="A roll"),
    )
    assert found.entries[0] == ENTRY
    assert found.entries[1] == Entry("c2", "variants", "", "", "¶ 4", "", "", "om. B")


def test_the_line_of_an_entry() -> None:
    """Its key are its numbers, or its place where it has none."""
    lines = [one.line for one in apparatus(etree.fromstring(FACTS)).entries]
    assert lines == ["12–14 sky] sea B", "¶ 4 om. B"]


def test_a_reading_of_which_little_is_said() -> None:
    """What is not said is empty; it has the certainty of its entry."""
    said = '<ed:entry key="c" layer="variants" cert="high"><ed:reading kind="rdg"/></ed:entry>'
    facts = f'<ed:facts xmlns:ed="urn:editio:ns"><ed:apparatus>{said}</ed:apparatus></ed:facts>'
    (entry,) = apparatus(etree.fromstring(facts)).entries
    told = {name: value for name, value in asdict(entry.readings[0]).items() if value}
    assert told == {"kind": "rdg", "cert": "high"}


def test_no_apparatus() -> None:
    """A text without any has an empty one."""
    found = apparatus(etree.fromstring('<ed:facts xmlns:ed="urn:editio:ns"/>'))
    assert found is NONE
    assert found == Apparatus()
