"""Facts as values: what an `ed:facts` says, and that a build parses those of a text once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from editio.edition.edition import opened
from editio.model import facts as model
from editio.model.facts import facts_from
from editio.model.mentions import (
    Intervention,
    Mention,
    Note,
    Unit,
    intervention,
    mention,
    note,
    unit,
)
from editio.model.registers import Point, Relation, Said, register_from
from editio.render import job
from editio.render.build import Plan, build
from lxml import etree

from tests.shared import ROOT

FACTS = """<ed:facts xmlns:ed="urn:editio:ns" id="hay" lang="en" words="9" editorial-notes="1">
  <ed:field name="title">Hay\N{NO-BREAK SPACE}1</ed:field>
  <ed:field name="date" notBefore="1901" notAfter="1903-05"/>
  <ed:field name="licence" target="https://example.org/free">free</ed:field>
  <ed:letter><ed:action type="sent"><ed:party entries="ada">Ada</ed:party></ed:action></ed:letter>
  <ed:unit id="p1" kind="paragraph" n="1"/>
  <ed:mention entries="ada rye" kind="rs" in="p1" mention="m1" cert="low">
    <ed:before>of
      old</ed:before><ed:form>both</ed:form><ed:after/></ed:mention>
  <ed:intervention key="c1" kind="correction" in="p1" treatment="corrected">
    <ed:source-has>ha<ed:break/>i</ed:source-has><ed:edition-has>hay</ed:edition-has><ed:why/>
  </ed:intervention>
  <ed:note id="n1" n="*" kind="editorial" in="p1">A  meadow.</ed:note>
  <ed:row table="lines"><ed:value name="met">iamb</ed:value></ed:row>
</ed:facts>"""


def test_facts_have_what_the_xml_says() -> None:
    """Header, letters, units, mentions, interventions, notes and rows, in plain words."""
    found = facts_from(FACTS)
    assert (found.id, found.lang, found.counts.words, found.counts.editorial_notes) == (
        "hay", "en", 9, 1,
    )  # fmt: skip
    # A title keeps its blanks; in a table, each is a plain one.
    assert (found.title, found.header.first("title")) == ("Hay\N{NO-BREAK SPACE}1", "Hay 1")
    (date,) = (one.date for one in found.header.named("date"))
    assert (date.when, date.earliest, date.latest) == ("", "1901", "1903-05")
    assert found.header.licence() == "https://example.org/free"
    assert found.letters[0].parties("sent") == ("Ada",)
    assert [(one.id, one.n) for one in found.units] == [("p1", "1")]
    assert found.mentions == (
        Mention("m1", ("ada", "rye"), "rs", "p1", certainty="low", before="of old", form="both"),
    )
    (one,) = found.interventions
    assert (one.key, one.source_has, one.edition_has, one.remark) == ("c1", "hai", "hay", "")
    assert found.notes == (Note("n1", "editorial", "p1", n="*", words="A meadow."),)
    assert found.rows[0].values == (("met", "iamb"),)


@dataclass(frozen=True)
class Asked(Sequence[str]):
    """Facts as XML; which were asked for."""

    xml: Sequence[str]
    asked: list[str] = field(default_factory=list)

    def __getitem__(self, at: Any) -> Any:
        self.asked.append(self.xml[at][:20])
        return self.xml[at]

    def __len__(self) -> int:
        return len(self.xml)


def test_facts_are_read_when_they_are_asked_for() -> None:
    """However often a format goes through them: the header once, once what stands in the text."""
    xml = Asked([FACTS, FACTS.replace("hay", "rye")])
    some = model.facts_of_all(xml)
    assert xml.asked == []
    assert [one.id for one in (*some, *some)] == ["hay", "rye"] * 2
    assert len(xml.asked) == 2
    assert [one.mentions for one in (*some, *some)] == [facts_from(FACTS).mentions] * 4
    assert [len(one.units) + len(one.rows) for one in some] == [2, 2]
    assert len(xml.asked) == 4


def test_of_many_texts_memory_holds_what_headers_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the texts is read again when it is asked for again."""
    monkeypatch.setattr(model, "MOST", 1)
    xml = Asked([FACTS, FACTS.replace("hay", "rye")])
    some = model.facts_of_all(xml)
    assert [one.notes for one in (*some, *some)] == [facts_from(FACTS).notes] * 4
    assert len(xml.asked) == 2 + 4
    assert [one.title for one in some] == ["Hay\N{NO-BREAK SPACE}1"] * 2
    assert len(xml.asked) == 2 + 4


def test_a_build_reads_the_facts_of_a_text_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in it once for all formats that are put together."""
    asked: list[str] = []
    places = model._places

    def counting(root: etree._Element) -> model.Places:
        asked.append(root.get("id", ""))
        return places(root)

    copytree(ROOT / "tests" / "mini", tmp_path / "mini")
    edition = opened(tmp_path / "mini")[0]
    # Those of the texts that are rendered here are read for that, too.
    monkeypatch.setattr(job, "facts_from", lambda xml: facts_from(xml, model.Places))
    monkeypatch.setattr(model, "_places", counting)
    formats = ("citations", "places", "tables")
    made = build(Plan(edition, formats, tmp_path / "out", cached=False))
    assert made.written["tables"]
    assert sorted(asked) == sorted(one.id for one in edition.texts)


def element(name: str, attributes: str, *words: str) -> etree._Element:
    """Return an element whose attributes and children each hold their own name."""
    held = " ".join(f'{one}="{one}"' for one in attributes.split())
    children = "".join(f"<ed:{one}>{one}</ed:{one}>" for one in words)
    return etree.fromstring(f'<ed:{name} xmlns:ed="urn:editio:ns" {held}>{children}</ed:{name}>')


def test_a_place_and_a_mention_have_each_what_the_xml_says() -> None:
    """No attribute is read for another, none is passed over."""
    assert unit(element("unit", "id kind n level only")) == Unit("id", "kind", "n", "level", "only")
    said = element("mention", "mention entries kind in only cert", "before", "form", "after")
    assert mention(said) == Mention(
        "mention", ("entries",), "kind", "in", "only", "cert", "before", "form", "after"
    )
    assert mention(element("mention", "")) == Mention("", (), "", "")


def test_an_intervention_and_a_note_have_each_what_the_xml_says() -> None:
    """No attribute is read for another, none is passed over."""
    attributes = "key kind in place only treatment cert evidence responsible source"
    done = element("intervention", attributes, "source-has", "edition-has", "why")
    assert intervention(done) == Intervention(
        key="key", kind="kind", within="in", only="only", certainty="cert", grounds="evidence",
        locus="place", treatment="treatment", responsible="responsible", source="source",
        source_has="source-has", edition_has="edition-has", remark="why",
    )  # fmt: skip
    said = element("note", "id n kind in only cert", "on")
    said.text = "words"
    assert note(said) == Note("id", "kind", "in", "only", "cert", "n", "words", ("on",))


REGISTER = """<ed:register xmlns:ed="urn:editio:ns" id="things" lang="de">
  <ed:title>Things</ed:title><ed:field name="licence">free</ed:field>
  <ed:entry id="ada" kind="person" sort="ada" type="poet">
    <ed:name>Ada,\N{NO-BREAK SPACE}A.</ed:name><ed:form kind="variant">A.</ed:form>
    <ed:date role="birth" when="1901" cert="low"/><ed:date role="death" notAfter="1970"/>
    <ed:note kind="identification">A poet.</ed:note><ed:idno uri="https://example.org/ada">7</ed:idno>
    <ed:idno uri="">8</ed:idno><ed:relation name="friend" entry="ben"/>
    <ed:relation name="child" entry="cy" side="passive"/>
  </ed:entry>
  <ed:entry id="lea" kind="place"><ed:name>Lea</ed:name>
    <ed:within kind="country">Ruritania</ed:within>
    <ed:geo latitude="46.9" longitude="-7.4"/><ed:geo latitude="1" longitude="1"/></ed:entry>
  <ed:entry id="ode" kind="work"><ed:name>Ode</ed:name>
    <ed:part level="monogr"><ed:field name="biblScope" unit="page">3–4</ed:field></ed:part>
  </ed:entry>
</ed:register>"""


def test_registers_have_what_the_xml_says() -> None:
    """Names, other forms, dates of a life, identifiers, relations, places, records of works."""
    register = register_from(REGISTER)
    ada, lea, ode = register.entries
    assert (register.xml, register.header.licence()) == (REGISTER, "free")
    assert (ada.name, ada.words, ada.lang, ada.type) == (
        "Ada,\N{NO-BREAK SPACE}A.",
        "Ada, A.",
        "de",
        "poet",
    )
    assert [(one.role, one.date.when, one.date.latest) for one in ada.life] == [
        ("birth", "1901", "1901"), ("death", "", "1970"),
    ]  # fmt: skip
    assert ada.uris == ("https://example.org/ada",)
    assert ada.relations == (Relation("friend", "ben"), Relation("child", "cy", True))
    assert (ada.forms, ada.notes) == (
        (Said("variant", "A."),),
        (Said("identification", "A poet."),),
    )
    assert (lea.point, lea.within) == (Point(46.9, -7.4), (Said("country", "Ruritania"),))
    assert [(one.unit, one.words) for one in ode.parts[0].fields] == [("page", "3–4")]
