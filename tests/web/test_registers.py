"""Registers: no mention is missing, each leads to its place; places and dates are drawn right."""

from pathlib import Path
from typing import Any

import pytest
from editio.edition.reading.source import ED
from editio.formats.site.outlines import MOST, Frame, around, land
from editio.formats.site.timeline import timeline_of
from editio.model.registers import register_from
from lxml import etree

from tests.pipeline.editions import edition, tei
from tests.texts.streams import NS
from tests.web.conftest import built
from tests.web.site import ROOT, Site

TEXTS = ("khrushchev-at-70", "soviet-admissions")


def mentions(entry: str, text: str) -> int:
    """Count the places of a text's TEI that point to an entry."""
    root: Any = etree.parse(ROOT / "tei" / "texts" / f"{text}.xml").getroot()
    refs = root.xpath("//tei:text//*[not(self::tei:ref or self::tei:ptr)]/@ref", namespaces=NS)
    return sum(
        f"#{entry}" in {"#" + one.split("#")[-1] for one in str(ref).split()} for ref in refs
    )


@pytest.mark.parametrize("entry", ["khrushchev", "bukharin", "moscow", "w_novy_mir"])
def test_an_entry_lists_every_mention(site: Site, entry: str) -> None:
    """As many mentions as the TEI has, each with its words and a link to its place."""
    page = site.pages[f"register/{entry}.html"]
    expected = sum(mentions(entry, text) for text in TEXTS)
    found = page.find("//section[@class='mentions']//li")
    assert len(found) == expected > 0
    assert all(one.findtext("b") and "#" in one.find("a").get("href", "") for one in found)


def test_a_register_lists_every_entry(site: Site) -> None:
    """Each person of the TEI register is on the page, under its letter, with its own page."""
    root: Any = etree.parse(ROOT / "tei" / "registers" / "persons.xml").getroot()
    ids = {str(one) for one in root.xpath("//tei:listPerson/tei:person/@xml:id", namespaces=NS)}
    page = site.pages["persons.html"]
    assert {str(one) for one in page.tree.xpath("//ul[@class='entries']/li/@id")} == ids
    assert ids <= {path.removeprefix("register/").removesuffix(".html") for path in site.pages}
    letters = page.words("//nav[@class='letters']/a")
    assert letters == sorted(letters)


def test_a_work_says_where_it_appeared_where_that_is_known(site: Site) -> None:
    """An article in its journal; one of which the place is not known has its author and year."""
    listed = {
        str(one.get("id")): " ".join("".join(one.itertext()).split())
        for one in site.pages["works.html"].find("//ul[@class='entries']/li")
    }
    assert "in: Izvestia, 9 March 1989" in listed["w_lessons_of_nep"]
    assert "Nikolai Bukharin, 1925" in listed["w_concerning_nep"]
    assert not [words for words in listed.values() if "in: ," in words]


def test_identifiers_lead_to_their_authority(site: Site) -> None:
    """A VIAF number of the TEI is a link to VIAF."""
    (link,) = site.pages["register/khrushchev.html"].find("//a[starts-with(., 'VIAF')]")
    assert link.get("href") == "https://viaf.org/viaf/64007537"


def test_an_entry_leads_to_its_sources(site: Site) -> None:
    """The sources stand open under the entry, each with its addresses: two clicks from a name."""
    for register, entry, source in (
        ("persons", "lysenko", "encyclopediahub-persons"),
        ("persons", "kozlov", "hsg-persons"),
        ("works", "w_abc_communism", "mia-works"),
        ("works", "w_sources", "selyunin-works"),
    ):
        root: Any = etree.parse(ROOT / "tei" / "registers" / f"{register}.xml").getroot()
        path = f"//tei:bibl[@xml:id='{source}']//@target"
        page = site.pages[f"register/{entry}.html"]
        links = page.find("//details[@class='sources'][@open]//a/@href")
        assert set(map(str, root.xpath(path, namespaces=NS))) <= set(map(str, links)) != set()


def inside(x: float, y: float) -> bool:
    """Whether a point in degrees is on land: by the crossings of a ray to the east."""
    crossings = 0
    for ring in land():
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "dry"),
    [
        ("Moscow", 37.6, 55.75, True),
        ("Nairobi", 36.8, -1.3, True),
        ("Alice Springs", 133.9, -23.7, True),
        ("mid-Atlantic", -40.0, 40.0, False),
        ("Black Sea", 34.0, 43.3, False),
        ("Pacific", -150.0, 10.0, False),
    ],
)
def test_land_is_where_it_is(name: str, longitude: float, latitude: float, dry: bool) -> None:
    """The outlines are read right: cities are on land, seas are not."""
    assert inside(longitude, latitude) is dry, name


def test_a_map_keeps_its_places_in_frame() -> None:
    """North is up, east is right, and every place is inside the drawing."""
    points = [(-77.0, 38.9), (37.6, 55.75), (2.35, 48.86)]
    frame = around(points)
    drawn = [frame.project(*point) for point in points]
    assert all(0 < x < 1000 and 0 < y < frame.height for x, y in drawn)
    assert drawn[0][0] < drawn[2][0] < drawn[1][0]
    assert drawn[0][1] > drawn[2][1] > drawn[1][1]
    assert isinstance(frame, Frame)


def test_places_and_events_of_thousands_do_not_weigh_on_the_page(tmp_path: Path) -> None:
    """Beyond some hundreds places are dots on the map; events are in their list alone."""
    place = (
        '<place xml:id="q{0}"><placeName>Ford {0}</placeName><location><geo>{1} {2}</geo>'
        "</location></place>"
    )
    event = '<event xml:id="e{0}" when="{1}"><label>Fair {0}</label></event>'
    places = "".join(place.format(n, 40 + n // 40, n % 40) for n in range(MOST + 1))
    events = "".join(event.format(n, 1500 + n) for n in range(MOST + 1))
    folder = edition(tmp_path, small=tei("<p>Rain.</p>"))
    (folder / "tei/registers").mkdir()
    for name, kind, entries in (("places", "Place", places), ("events", "Event", events)):
        listed = f"<standOff><list{kind}>{entries}</list{kind}></standOff><text>"
        register = tei(id=name).replace("<text>", listed)
        (folder / f"tei/registers/{name}.xml").write_text(register, "utf-8")
    pages = built(folder, folder / "build").pages
    (dots,) = pages["places.html"].find("//figure//*[@class='dots']/@d")
    assert dots.count("M") == MOST + 1
    assert pages["places.html"].find("//figure//a") == []
    assert pages["events.html"].find("//figure") == []
    assert len(pages["places.html"].data) < 80_000


def test_events_stand_in_order_on_the_line() -> None:
    """Earlier is further left, longer is wider, labels in one row do not overlap."""
    register = register_from(
        f'<r xmlns="{ED}"><entry kind="event" id="b" when="1964-10-14"><name>Fall</name></entry>'
        '<entry kind="event" id="a" from="1917" to="1921"><name>War Communism</name></entry>'
        '<entry kind="event" id="c" when="1964-04-17"><name>Birthday</name></entry>'
        '<entry kind="event" id="d"><name>Undated</name></entry></r>'
    )
    line = timeline_of(register)
    assert line is not None
    marks = line.findall(f"{{{ED}}}mark")
    assert [mark.get("entry") for mark in marks] == ["a", "c", "b"]
    assert float(marks[0].get("width", 0)) > 50 > float(marks[1].get("width", 9)) == 0
    assert marks[1].get("y") != marks[2].get("y"), "half a year apart: two rows"


def test_a_year_is_as_wide_everywhere_on_the_line() -> None:
    """It ends with the year behind the last event; a range of years ends with its last one."""
    register = register_from(
        f'<r xmlns="{ED}"><entry kind="event" id="a" from="1900" to="1904"><name>War</name></entry>'
        '<entry kind="event" id="b" when="1909-01-01"><name>Fair</name></entry></r>'
    )
    line = timeline_of(register)
    assert line is not None
    assert (line.get("width"), line.get("height")) == ("1000", "64")
    marks = [(one.get("x"), one.get("width")) for one in line.findall(f"{{{ED}}}mark")]
    assert marks == [("10.0", "390.0"), ("712.0", "0.0")]
    years = {one.text: one.get("x") for one in line.findall(f"{{{ED}}}year")}
    assert len(years) == 11
    assert (years["1900"], years["1901"], years["1910"]) == ("10.0", "88.0", "790.0")


def test_pictures_say_the_same_as_the_lists(site: Site) -> None:
    """Each place with coordinates and each dated event is a link in the picture and in the list."""
    for page, tag in (("places.html", "place"), ("events.html", "event")):
        register: Any = etree.parse(ROOT / "tei" / "registers" / page.replace("html", "xml"))
        has = (
            "tei:location/tei:geo"
            if tag == "place"
            else "@when or @from or @notBefore or @to or @notAfter"
        )
        wanted = register.xpath(f"//tei:{tag}[{has}]/@xml:id", namespaces=NS)
        drawn = site.pages[page].tree.xpath("//*[name()='svg']//@href")
        assert sorted(drawn) == sorted(f"register/{one}.html" for one in wanted)


def test_a_long_title_is_short_in_the_menu(tmp_path: Path) -> None:
    """By the kind of its entries, where no other has that; its own page keeps the title."""
    entries = {
        "Places in all letters, with maps": "<listPlace><place xml:id='{}'>"
        "<placeName>Lund</placeName></place></listPlace>",
        "Works that are named anywhere": "<listBibl><bibl xml:id='{}'>On Rye.</bibl></listBibl>",
        "Works that are owned by writers": "<listBibl><bibl xml:id='{}'>On Salt.</bibl></listBibl>",
        "Letters from and to groups of friends": "<listPerson><personGrp xml:id='{}'><persName>The "
        "Mill</persName></personGrp></listPerson>",
    }
    folder = edition(tmp_path, one=tei())
    (folder / "tei/registers").mkdir()
    for n, (title, some) in enumerate(entries.items()):
        register = tei(id=f"r{n}", title=title)
        register = register.replace("<text>", f"<standOff>{some.format(f'e{n}')}</standOff><text>")
        (folder / f"tei/registers/r{n}.xml").write_text(register, "utf-8")
    site = built(folder, folder / "build")
    titles = list(entries)
    assert site.pages["small.html"].words("//header//li/a")[:4] == ["Places", *titles[1:]]
    assert site.pages["r0.html"].words("//h1") == titles[:1]


def test_a_list_in_the_header_is_a_register_alone(tmp_path: Path) -> None:
    """What is said of a source may list all whom it names: readers look in the register; a list
    without ids stays where it is.
    """
    persons = "<person xml:id='ida'><persName>Ida Moor</persName></person>"
    places = "<place><placeName>Hallow</placeName></place>"
    lists = f"<listPerson>{persons}</listPerson><listPlace>{places}</listPlace>"
    text = tei("<p><persName ref='#ida'>She</persName> came.</p>")
    made = text.replace("<p>None.</p></sourceDesc>", f"<p>None.</p>{lists}</sourceDesc>")
    site = built(edition(tmp_path / "in", small=made), tmp_path / "out")
    about = " ".join(site.pages["small.html"].words("//*[contains(@class, 'about')]"))
    assert "Ida Moor" not in about and "Hallow" in about
    assert site.pages["register/ida.html"].words("//h1") == ["Ida Moor"]
