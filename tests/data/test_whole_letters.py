"""A letter whose header has everything there is to say: each value where it belongs."""

import pytest
from editio.model.letters import UNDATED, Action, Context, Letter, Named, When, letters, when_of
from lxml import etree

FACTS = """<ed:facts xmlns:ed="urn:editio:ns"><ed:letter><ed:action type="sent">
<ed:party kind="person" entries="p1 p2" uri="https://id.example/1">Ada Korn</ed:party>
<ed:party cert="low">Ida Holm</ed:party><ed:place evidence="conjecture">Hallow</ed:place>
<ed:date when="1801-05-02">2 May</ed:date><ed:date when="1802">1802</ed:date>
<ed:remark>by hand</ed:remark></ed:action><ed:action type="received"><ed:party>Leo Bern</ed:party>
</ed:action><ed:context role="previous" within="collection" target="b.xml">to Bern</ed:context>
<ed:remark>a draft</ed:remark></ed:letter><ed:letter/></ed:facts>"""


def test_every_value() -> None:
    """Of several dates of an action the first is its date."""
    first, second = letters(etree.fromstring(FACTS))
    assert second == Letter()
    assert first == Letter(
        actions=(
            Action(
                "sent",
                parties=(
                    Named("Ada Korn", "person", ("p1", "p2"), "https://id.example/1"),
                    Named("Ida Holm", doubted=True),
                ),
                places=(Named("Hallow", doubted=True),),
                date=When("2 May", when="1801-05-02"),
                remarks=("by hand",),
            ),
            Action("received", parties=(Named("Leo Bern"),)),
        ),
        context=(Context("previous", "collection", "b.xml", "to Bern"),),
        remarks=("a draft",),
    )
    assert first.parties("received") == ("Leo Bern",)
    assert first.places("sent") == ("Hallow",)
    assert first.doubted() == ("Ida Holm", "Hallow")


@pytest.mark.parametrize(
    ("said", "found", "earliest", "latest"),
    [
        ('when="1801-05"', When(when="1801-05"), "1801-05", "1801-05"),
        ('from="1801" to="1803"', When(start="1801", end="1803"), "1801", "1803"),
        ('notAfter="1803"', When(not_after="1803"), "1803", "1803"),
        (
            'notBefore="1801" notAfter="1803" cert="low"',
            When(not_before="1801", not_after="1803", certainty="low"),
            "1801",
            "1803",
        ),
        ('to="1803" notBefore="1801"', When(end="1803", not_before="1801"), "1801", "1803"),
        ('from="1801" notAfter="1803"', When(start="1801", not_after="1803"), "1801", "1803"),
        ('evidence="conjecture"', When(conjecture=True), "", ""),
        ('evidence="internal"', When(), "", ""),
    ],
)
def test_dates(said: str, found: When, earliest: str, latest: str) -> None:
    """What attributes give; the first and the last day that they can mean."""
    date = when_of(etree.fromstring(f"<date {said}/>"))
    assert date == found
    assert (date.earliest, date.latest) == (earliest, latest)


def test_no_date() -> None:
    """An element without words and values is no date; words alone are one."""
    assert when_of(etree.fromstring('<date n="1"/>')) is UNDATED
    assert when_of(etree.fromstring("<date/>"), "in spring") == When("in spring")
