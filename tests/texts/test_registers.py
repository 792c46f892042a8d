"""The registers: every name has one home, and every statement in it someone who answers for it.

A register entry is cited from the texts by its id, so ids are unique. What an entry says of the
world outside the texts, an identifier or a date, rests on a source or is signed by the editor.
"""

import re
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

TEI_FOLDER = Path(__file__).parents[2] / "tei"
REGISTERS = ("persons", "places", "organisations", "events", "works")
TEXTS = {"essay": "soviet-admissions", "report": "khrushchev-at-70"}
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ENTRIES = (
    "//t:listPerson/t:person | //t:listPlace/t:place | //t:listOrg/t:org"
    " | //t:listEvent/t:event | //t:standOff/t:listBibl/t:biblStruct | //t:category"
)
IDENTIFIERS = {"wikidata", "GND", "VIAF", "HSG", "FRUS", "GeoNames", "ROR"}
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Element = etree._Element


def parsed(folder: str, name: str) -> Element:
    """A file of the edition, parsed."""
    path = TEI_FOLDER / folder / f"{name}.xml"
    return etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()


@pytest.fixture(scope="module")
def registers() -> dict[str, Element]:
    """The registers, by name."""
    return {name: parsed("registers", name) for name in REGISTERS}


@pytest.fixture(scope="module")
def texts() -> dict[str, Element]:
    """The two texts, by what they are called in the registers."""
    return {name: parsed("texts", file) for name, file in TEXTS.items()}


def select(node: Element, path: str) -> list[Element]:
    """The elements at an XPath, in document order; `t:` is TEI."""
    return cast(list[Element], node.xpath(path, namespaces=NAMESPACES))


def strings(node: Element, path: str) -> list[str]:
    """The texts or attribute values at an XPath, in document order."""
    return [str(found) for found in cast(list[str], node.xpath(path, namespaces=NAMESPACES))]


def content(node: Element) -> str:
    """All the characters inside an element."""
    return "".join(strings(node, ".//text()"))


def ids(root: Element) -> list[str]:
    """Every xml:id of a file."""
    return strings(root, "//@xml:id")


def entries(register: Element) -> list[Element]:
    """The entries of a register, concepts among them."""
    return select(register, ENTRIES)


def entry_ids(registers: dict[str, Element]) -> list[str]:
    """The ids of all entries of all registers."""
    return [entry.get(XML_ID, "") for root in registers.values() for entry in entries(root)]


def pointers(root: Element, attribute: str) -> set[str]:
    """The ids to which an attribute points with a bare `#id`, anywhere in a file."""
    tokens = " ".join(strings(root, f"//@{attribute}")).split()
    return {token[1:] for token in tokens if token.startswith("#")}


def forms_in(transcript: str) -> str:
    """A transcript as one line, words divided at a line's end joined and also kept divided."""
    lines = transcript.replace("’", "'")
    return " ".join((lines.replace("-\n", "") + "\n" + lines.replace("-\n", "-")).split())


@pytest.mark.parametrize(("register", "count"), [("persons", 66), ("places", 28)])
def test_nobody_is_missing(registers: dict[str, Element], register: str, count: int) -> None:
    """Sixty-three persons are named, two are meant, one is a co-author; places are twenty-eight."""
    assert len(entries(registers[register])) == count


def test_ids_are_unique(registers: dict[str, Element], texts: dict[str, Element]) -> None:
    """An id occurs once in its file, and the id of an entry in no other file of the edition."""
    files = {**registers, **texts}
    twice = {
        name: [i for i, n in Counter(ids(root)).items() if n > 1] for name, root in files.items()
    }
    assert not any(twice.values()), twice
    everywhere = Counter(i for root in files.values() for i in ids(root))
    assert [i for i in entry_ids(registers) if everywhere[i] != 1] == []


@pytest.mark.parametrize("register", REGISTERS)
def test_entries_have_a_heading(registers: dict[str, Element], register: str) -> None:
    """An entry has an id and one preferred form, a work its title."""
    preferred = ".//*[@type='preferred']"
    heading = ".//t:title[not(@type='variant')]" if register == "works" else preferred
    for entry in entries(registers[register]):
        assert entry.get(XML_ID)
        found = select(entry, heading)
        assert found, entry.get(XML_ID)
        assert content(found[0]).strip()
        assert register == "works" or len(found) == 1, entry.get(XML_ID)


@pytest.mark.parametrize("register", ["persons", "places", "organisations", "events"])
def test_entries_say_who_is_meant(registers: dict[str, Element], register: str) -> None:
    """An entry identifies the one it stands for in a line, a concept by its gloss."""
    said = "t:note[@type='identification'] | t:catDesc/t:gloss"
    for entry in entries(registers[register]):
        assert len(select(entry, said)) == 1, entry.get(XML_ID)


@pytest.mark.parametrize("register", REGISTERS)
def test_identifiers_name_their_source(registers: dict[str, Element], register: str) -> None:
    """An identifier says of which kind it is and in which source it was seen."""
    for idno in select(registers[register], "//t:idno"):
        assert idno.get("type") in IDENTIFIERS, content(idno)
        assert idno.get("source"), content(idno)
        assert content(idno).strip() == content(idno) != ""


@pytest.mark.parametrize("register", REGISTERS)
def test_sources_resolve(registers: dict[str, Element], register: str) -> None:
    """A source named in an entry is described in the register's header, and each one is used."""
    root = registers[register]
    described = set(strings(root, "//t:sourceDesc//t:bibl/@xml:id"))
    assert pointers(root, "source") == described
    assert pointers(root, "resp") <= set(strings(root, "//t:respStmt/@xml:id"))


@pytest.mark.parametrize("register", ["persons", "events"])
def test_dates_are_answered_for(registers: dict[str, Element], register: str) -> None:
    """A date is an ISO date; it has a source, or the editor's signature and its certainty."""
    names = ("when", "from", "to", "notBefore", "notAfter")
    dated = " | ".join(f"//t:standOff//*[@{name}]" for name in names)
    for node in select(registers[register], dated):
        for name in names:
            assert ISO_DATE.fullmatch(node.get(name, "1900")), node.get(name)
        signed = node.get("resp") and node.get("cert")
        assert node.get("source") or signed, etree.tostring(node)


def test_lives_end_after_they_begin(registers: dict[str, Element]) -> None:
    """A person is born before he or she dies."""
    for person in entries(registers["persons"]):
        born, died = strings(person, "t:birth/@when"), strings(person, "t:death/@when")
        assert len(born) <= 1, person.get(XML_ID)
        assert len(died) <= 1, person.get(XML_ID)
        assert not (born and died) or born[0] < died[0], person.get(XML_ID)


def test_of_the_living_nothing_but_the_year_of_birth_is_told(
    registers: dict[str, Element],
) -> None:
    """Whoever has no date of death may be living."""
    for person in entries(registers["persons"]):
        if not select(person, "t:death"):
            assert all(len(day) == 4 for day in strings(person, "t:birth/@when"))


def test_coordinates_come_from_geonames(registers: dict[str, Element]) -> None:
    """A place has coordinates where the source of its number in GeoNames gives them."""
    for place in entries(registers["places"]):
        for location in select(place, "t:location"):
            numbers = strings(place, "t:idno[@type='GeoNames']/@source")
            assert numbers == [location.get("source")] == ["#geonames-places"]


@pytest.mark.parametrize("text", TEXTS)
def test_forms_stand_in_the_text(registers: dict[str, Element], text: str) -> None:
    """A form that a register ascribes to a text is there, letter by letter, in its transcript."""
    transcript = TEI_FOLDER / "sources" / f"{TEXTS[text]}.txt"
    words = forms_in(transcript.read_text(encoding="utf-8"))
    missing = [
        content(form)
        for name, root in registers.items()
        for form in select(root, "//*[@type='variant']")
        if f"#{text}-{name}" in form.get("source", "").split()
        and content(form).replace("’", "'") not in words
    ]
    assert missing == []


def test_references_resolve(registers: dict[str, Element], texts: dict[str, Element]) -> None:
    """A reference in a text or in a register finds its id in the same file or in a register."""
    known = set(entry_ids(registers))
    for name, root in {**texts, **registers}.items():
        wanted = pointers(root, "ref") | pointers(root, "active") | pointers(root, "passive")
        lost = (wanted | pointers(root, "where")) - known - set(ids(root))
        assert not lost, (name, lost)


def test_entries_are_mentioned(registers: dict[str, Element], texts: dict[str, Element]) -> None:
    """An entry is there because a text names it; one that no text names says why it is there."""
    pointed = " ".join(" ".join(strings(root, "//t:text//@ref")) for root in texts.values())
    mentioned = {token.removeprefix("#") for token in pointed.split()}
    idle = [
        entry.get(XML_ID)
        for root in registers.values()
        for entry in entries(root)
        if entry.get(XML_ID) not in mentioned and not select(entry, "t:note[@type='why']")
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("event", "dates"),
    [
        ("congress23", {"from": "1966-03-29", "to": "1966-04-08"}),
        ("congress22", {"from": "1961-10-17", "to": "1961-10-31"}),
        ("congress20", {"from": "1956-02-14", "to": "1956-02-25"}),
        ("pact", {"when": "1939-08-23"}),
        ("test_ban", {"when": "1963-08-05"}),
        ("tanks", {"from": "1961-10-27", "to": "1961-10-28"}),
        ("paris_summit", {"from": "1960-05-16", "to": "1960-05-17"}),
        ("cuban_crisis", {"from": "1962-10-16", "to": "1962-10-28"}),
    ],
)
def test_an_event_has_its_own_date(
    registers: dict[str, Element], event: str, dates: dict[str, str]
) -> None:
    """An event has the days on which it happened, whatever the texts say of it."""
    (entry,) = select(registers["events"], f"//t:event[@xml:id='{event}']")
    assert {name: entry.get(name) for name in ("when", "from", "to") if entry.get(name)} == dates


def test_damage_of_a_transcript_is_no_form_of_a_name(
    registers: dict[str, Element], texts: dict[str, Element]
) -> None:
    """What a machine misread or the web lost is no variant in any register."""
    faults = "//t:text//t:sic[contains(@ana, '#ocr') or contains(@ana, '#web')]"
    damaged = {content(sic).strip() for root in texts.values() for sic in select(root, faults)}
    forms = {
        content(form).strip()
        for root in registers.values()
        for form in select(root, "//*[@type='variant']")
    }
    assert len(damaged) > 50
    assert damaged & forms == set()


def test_a_person_is_introduced_by_more_than_a_trade(registers: dict[str, Element]) -> None:
    """No one is just "Economist": the line says what brings the person into these texts."""
    said = {
        content(note) for note in select(registers["persons"], "//t:note[@type='identification']")
    }
    assert {words for words in said if len(words.split()) < 3} == set()


def test_authors_of_works_are_complete(registers: dict[str, Element]) -> None:
    """A book that the essay gives to one of two authors, or to none, has its authors."""
    for work, authors in {"w_abc_communism": 2, "w_nove_political_economy": 1}.items():
        path = f"//t:biblStruct[@xml:id='{work}']/t:monogr/t:author"
        assert len(select(registers["works"], path)) == authors


def test_titles_of_the_soviet_articles_have_their_sources(registers: dict[str, Element]) -> None:
    """Each has its original title, with a source to be looked up, or says that it lacks it."""
    for work in ("w_advances_and_debts", "w_lessons_of_nep", "w_roots_of_stalinism", "w_sources"):
        path = f"//t:biblStruct[@xml:id='{work}']/t:note[contains(., 'itle of the original')]"
        (note,) = select(registers["works"], path)
        assert note.get("source") or "was not verified" in content(note)


def test_the_party_under_its_two_names(registers: dict[str, Element]) -> None:
    """The essay says Bolsheviks and Communist Party; the register relates the two, by a source."""
    organisations = registers["organisations"]
    (relation,) = select(organisations, "//t:relation[@name='continues']")
    assert (relation.get("active"), relation.get("passive")) == ("#cpsu", "#bolsheviks")
    told = "//t:org[@xml:id='{}']/t:note[@source='#britannica-organisations']"
    assert all(select(organisations, told.format(name)) for name in ("cpsu", "bolsheviks"))


def test_what_is_told_of_a_person_has_its_source(registers: dict[str, Element]) -> None:
    """Dates and relations: by a source, from the texts, or marked as general knowledge."""
    notes = select(registers["persons"], "//t:note[@type='dates' or @type='distinction']")
    assert len(notes) > 4
    marks = ("general knowledge", "The essay states", "names both sources")
    for note in notes:
        said = content(note)
        assert note.get("source") or any(mark in said for mark in marks), said
    for name in ("kroll", "powers"):
        path = f"//t:person[@xml:id='{name}']/t:note[@type='mention']"
        (mention,) = select(registers["persons"], path)
        assert mention.get("source")


def test_an_event_is_dated_by_what_the_report_dates(registers: dict[str, Element]) -> None:
    """It dates what Khrushchev said “after” the announcement of a test, not the announcement."""
    (event,) = select(registers["events"], "//t:event[@xml:id='test1962']")
    assert (event.get("when"), event.get("notAfter")) == (None, "1962-02")


def test_names_that_no_text_has_rest_on_something(registers: dict[str, Element]) -> None:
    """A source is named, or the register says that it is not sure."""
    names = select(registers["persons"], "//t:person/t:persName[@type = 'birth']")
    names += select(registers["persons"], "//t:person/t:persName[@type = 'alternative']")
    assert names
    assert [content(one) for one in names if not one.get("source") and not one.get("cert")] == []


def test_a_person_without_sources_is_called_as_the_texts_call_them(
    registers: dict[str, Element],
) -> None:
    """A heading with parts of which no source is named carries a sign."""
    unsigned = []
    for person in select(registers["persons"], "//t:person[not(t:persName[1]/@cert)]"):
        sources = {one.get("source", "") for one in select(person, ".//*[@source]")}
        heading, *forms = [content(one) for one in select(person, "t:persName")]
        parts = set(heading.replace(",", " ").split())
        if sources <= {"#essay-persons", "#report-persons"} and parts - set(
            " ".join(forms).split()
        ):
            unsigned.append(heading)
    assert unsigned == []
