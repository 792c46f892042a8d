"""The editor's hand: ids and register entries are written, and not another byte is touched."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from editio.cli.main import main
from editio.edition.edition import opened
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.drafting import Entry, added
from editio.edition.texts.identify import given, written
from editio.render.build import Plan, build
from lxml import etree

from tests.pipeline.editions import edition, tei

HEAD = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>no</p></teiHeader>'
TEXT = f"""<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY e "<p xmlns='http://www.tei-c.org/ns/1.0'>of the entity</p>">]>
{HEAD}
<text><body>
\t<head   n = '1'
  >Ä &amp; <hi>x</hi></head><p/><p> <!-- none --></p><p xml:id="p1">a</p>\r
  <!-- <p>none</p> --><![CDATA[<p>]]>&e;
  <t:lg xmlns:t="http://www.tei-c.org/ns/1.0"><t:l>ß</t:l></t:lg><p\n>b<note>c</note></p>
  <egXML xmlns="http://www.tei-c.org/ns/Examples"><p>shown</p></egXML>
</body></text></TEI>
"""


def run(*words: str | Path) -> Result:
    """Run editio in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "iso-8859-1"])
def test_ids_are_all_that_is_written(encoding: str) -> None:
    """Each citable element of a text has one, none twice; without them all is as it was."""
    named = encoding.removesuffix("-be")
    said = TEXT.replace('"1.0"?>', f'"1.0" encoding="{named}"?>', 1)
    data = b"\xfe\xff" * (encoding == "utf-16-be") + said.encode(encoding)
    ids = given(data)
    assert [(one.name, one.id) for one in ids] == [
        ("head", "h1"), ("lg", "lg1"), ("l", "l1"), ("p", "p2"), ("note", "n1")
    ]  # fmt: skip
    made = written(data, ids).decode(encoding).lstrip("\ufeff")
    assert '<head xml:id="h1"   n = ' in made
    assert "<p/>" in made  # nothing is published of it
    assert "<p> <!-- none --></p>" in made
    assert '<t:lg xml:id="lg1" xmlns:t=' in made
    assert '<t:l xml:id="l1">ß' in made
    assert '<p xml:id="p2"\n>b<note xml:id="n1">' in made
    for one in ids:
        made = made.replace(f' xml:id="{one.id}"', "", 1)
    assert made == said
    assert given(written(data, ids)) == []


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what would be written, with its line; without it the file has its ids."""
    file = tmp_path / "one.xml"
    file.write_bytes(TEXT.encode())
    done = run("ids", "--dry-run", file)
    assert f'{file}:5: <head xml:id="h1">' in done.output
    assert file.read_bytes() == TEXT.encode()
    assert "1 head, 1 l, 1 lg, 1 note, 1 p" in run("ids", file).output
    assert b'xml:id="h1"' in file.read_bytes()
    assert "none lacking" in run("ids", file).output


# One of each that has an address, in a text, a source document and apart from both.
EVERY = """<pb n="1"/><div><head>Of all</head><epigraph><p>e</p></epigraph><p>a<note>n</note></p>
<list><item>i</item></list><table><row><cell>c</cell></row></table><ab>b</ab>
<figure><figDesc>f</figDesc></figure><cit><quote>q</quote><bibl>B</bibl></cit>
<sp><speaker>S</speaker><lg><l>v</l></lg></sp><entry><form><orth>word</orth></form></entry>
<castList><castItem>One</castItem></castList></div><div1><head>1</head><div2><p>2</p></div2></div1>"""
APART = """<sourceDoc><surface><zone><line>of a leaf</line></zone></surface></sourceDoc>
<standOff><note target="#there">apart</note>
<listAnnotation><annotation target="#there"><note>said of it</note></annotation>
</listAnnotation></standOff>"""

AB = '<ab><seg xml:id="there">b</seg></ab>'


def test_what_has_an_address_on_a_page_has_an_id(tmp_path: Path) -> None:
    """No page counts a place after it; `check` tells all that `ids` writes, and nothing then."""
    front = "<front><titlePage><docTitle><titlePart>T</titlePart></docTitle></titlePage></front>"
    leaf, notes = APART.split("\n", 1)
    every = f"{EVERY}<p><!-- so far --></p>"
    root = edition(tmp_path, **{
        "whole": tei(every, "whole").replace("<text>", f"{leaf}<text>{front}", 1),
        "apart": tei(AB, "apart").replace("<text>", f"{notes}<text>", 1),
    })  # fmt: skip
    assert len(counted(root)) > 25
    lacking = re.findall(r"P028: (\d+) of", run("check", root).output)
    written = re.findall(r" (\d+) \w+", run("ids", root).output)
    assert sum(map(int, written)) == sum(map(int, lacking))
    assert counted(root) == set()
    assert "P028" not in run("check", root).output


def counted(root: Path) -> set[str]:
    """The ids on the pages of texts that are counted: those of places that no element has."""
    build(Plan(opened(root)[0], ("html",), root / "build", cached=False))
    made = [(root / f"build/{name}.html").read_text("utf-8") for name in ("whole", "apart")]
    files = "".join(path.read_text("utf-8") for path in root.glob("tei/texts/*.xml"))
    ids = set(re.findall(r' id="((?:[a-zA-Z]+\d+\.?)+)"', "".join(made)))
    return ids - set(re.findall(r'xml:id="([^"]+)"', files))


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A new edition of letters."""
    assert run("init", tmp_path, "--kind", "letters").exit_code == 0
    return tmp_path


def test_entries_are_drafted_into_a_register(letters: Path) -> None:
    """For each name that points nowhere one entry in its list; the rest of the file stays."""
    text = letters / "tei/texts/letter-1.xml"
    words = text.read_text("utf-8").replace(
        "the carrier", '<persName ref="#carrier">the carrier</persName>'
    )
    text.write_text(words, "utf-8")
    file = letters / "tei/registers/persons.xml"
    before = file.read_bytes()
    assert "1 entry drafted" in run("register", letters).output
    after = file.read_bytes()
    at = after.index(b'      <person xml:id="carrier">')
    end = after.index(b"</person>\n", at) + len(b"</person>\n")
    assert after[:at] + after[end:] == before
    assert b'<persName type="preferred">the carrier</persName>' in after[at:end]
    assert "no errors" in run("check", letters).output
    assert "every name points to an entry" in run("register", letters).output


def test_a_register_that_is_missing_is_made(letters: Path) -> None:
    """An edition without registers has them in one command, and its check is clean."""
    for file in (letters / "tei/registers").iterdir():
        file.unlink()
    shown = run("register", "--dry-run", letters).output
    assert '<place xml:id="jena">' in shown
    assert list((letters / "tei/registers").iterdir()) == []
    run("register", letters)
    found = run("check", letters).output
    assert "P002" not in found
    assert "P026" not in found


# A mention of each kind, what it is in a register, and the file of that.
KINDS = {
    '<rs type="pers" ref="#smith">the smith</rs>': ("person/persName", "persons"),
    '<placeName ref="mill">the mill</placeName>': ("place/placeName", "places"),
    '<orgName ref="#guild">the guild</orgName>': ("org/orgName", "organisations"),
    '<eventName ref="#fair">the fair</eventName>': ("event/eventName", "events"),
    '<title ref="#almanac">The Almanac &amp; more</title>': ("bibl/title", "works"),
    '<objectName ref="#kettle">the kettle</objectName>':
        ("object/objectIdentifier/objectName", "objects"),
}  # fmt: skip


def test_every_kind_has_its_register(letters: Path) -> None:
    """A person, place, organisation, event, work, object that is nowhere; what check misses before
    is there behind, and valid by the schema of the edition.
    """
    text = letters / "tei/texts/letter-1.xml"
    before = text.read_text("utf-8")
    text.write_text(before.replace("the carrier", " ".join(KINDS)), "utf-8")
    missed = run("check", letters).output
    assert ("P002" in missed, missed.count("P026")) == (True, 4)
    assert run("register", letters).exit_code == 0
    for mention, (path, register) in KINDS.items():
        root = etree.parse(letters / f"tei/registers/{register}.xml").getroot()
        name = mention.split('ref="')[1].split('"')[0].lstrip("#")
        entry = root.find(f".//{{*}}{path.split('/')[0]}[@{XML_ID}='{name}']")
        assert entry is not None, mention
        named = entry.find("/".join(f"{{*}}{step}" for step in path.split("/")[1:]))
        assert named is not None
        assert named.text == etree.fromstring(mention).text
    done = run("check", letters).output
    assert "9 files checked" in done
    assert "against edition.rng, edition.sch; no errors, no warnings" in done


def test_a_new_register_speaks_the_language_of_the_edition(tmp_path: Path) -> None:
    """Its title, how it is published, from what it was made; no word of English in it."""
    text = HEAD.replace("<TEI ", '<TEI xml:lang="de" ').replace(
        "</teiHeader>", "</teiHeader><text>"
    )
    words = '<body><p><persName ref="#who">Wer</persName></p></body></text></TEI>'
    (tmp_path / "tei/texts").mkdir(parents=True)
    (tmp_path / "tei/texts/a.xml").write_text(text + words, "utf-8")
    assert run("register", tmp_path).exit_code == 0
    root = etree.parse(tmp_path / "tei/registers/persons.xml").getroot()
    shown = root.xpath("normalize-space(//*[local-name() = 'fileDesc'])")
    assert shown == "Personen Mit der Edition. Entwurf nach den Texten der Edition."


def test_the_first_register_is_like_the_other_files(letters: Path) -> None:
    """Where there is none yet, drafts have the schema that the texts have."""
    shutil.rmtree(letters / "tei/registers")
    assert run("register", letters).exit_code == 0
    assert list((letters / "tei/registers").glob("*.xml"))
    assert "against edition.rng, edition.sch; no errors" in run("check", letters).output


def test_an_id_has_one_entry(letters: Path) -> None:
    """However it is written, and whatever kinds point to it; what cannot be an id gets none."""
    text = letters / "tei/texts/letter-1.xml"
    names = (
        '<persName ref="#smith">Smith</persName><persName ref="smith">A. Smith</persName>'
        '<rs ref="../registers/persons.xml#smith">Smith</rs><orgName ref="#smith">Smith</orgName>'
        '<persName ref="#12 #a/b">x</persName><persName ref="#Writer">y</persName>'
        '<persName ref="../registers/guests.xml#guest">the <choice><sic>gest</sic>'
        "<corr>guest</corr></choice><note>so</note></persName>"
    )
    text.write_text(text.read_text("utf-8").replace("the carrier", names), "utf-8")
    done = run("register", letters)
    assert done.exit_code == 1
    assert "“12” cannot be an xml:id" in done.output
    assert "“a/b” cannot be an xml:id" in done.output
    assert "“Writer” differs from “writer” by capitals alone" in done.output
    written = "".join(one.read_text("utf-8") for one in (letters / "tei/registers").iterdir())
    assert written.count('xml:id="smith"') == written.count("also as “A. Smith”") == 1
    assert ('xml:id="12"' in written, 'xml:id="Writer"' in written) == (False, False)
    guests = (letters / "tei/registers/guests.xml").read_text("utf-8")
    assert '<persName type="preferred">the guest</persName>' in guests


def test_a_name_of_another_type_is_no_person(letters: Path) -> None:
    """It is told; who says elsewhere what it is has its entry, and so has who says nothing."""
    text = letters / "tei/texts/letter-1.xml"
    names = (
        '<name type="ship" ref="#swan">the Swan</name> <rs type="Inn" ref="#bear">Bear</rs>'
        '<placeName ref="#bear">the Bear</placeName> <name ref="#jane">Jane</name>'
    )
    text.write_text(text.read_text("utf-8").replace("the carrier", names), "utf-8")
    done = run("register", letters)
    assert done.exit_code == 1
    assert "“swan” is of the type “ship”, for which there is no list" in done.output
    registers = {one.stem: one.read_text("utf-8") for one in letters.glob("tei/registers/*.xml")}
    assert [name for name, words in registers.items() if 'xml:id="swan"' in words] == []
    assert 'xml:id="jane"' in registers["persons"]
    assert 'xml:id="bear"' in registers["places"]


@pytest.mark.parametrize(
    ("encoding", "list_"),
    [
        ("utf-16", "<listPlace><place/>\r\n</listPlace>"),
        ("iso-8859-1", "\n  <listPlace xml:lang='de'/>\n"),
        ("utf-8", "<listPlace/>"),
        ("utf-16", "<listPlace n='a>b'  />"),
        ("utf-8", "<listPlace n='a>b'><place/></listPlace>"),
        ("utf-8", ""),
        ("utf-8", "<listPerson><person/></listPerson><!-- </listPlace> -->"),
        ("utf-8", "<t:listPlace xmlns:t='http://www.tei-c.org/ns/1.0'><t:place/></t:listPlace>"),
    ],
)
def test_a_register_of_any_make_is_added_to(encoding: str, list_: str) -> None:
    """In its encoding, with its prefix, at the end of the list, which may be empty or missing."""
    said = f'<?xml version="1.0" encoding="{encoding}"?>{HEAD}<standOff>{list_}</standOff></TEI>'
    data = said.encode(encoding)
    drafts = [Entry("place", "ż", ("Żary",), ())]
    found = added("place", drafts, data)
    assert found is not None
    root = etree.fromstring(found)
    entry = root.find(f".//{{*}}listPlace/{{{TEI}}}place[@{XML_ID}='ż']")
    assert entry is not None
    assert (entry[-1].text, entry.getnext()) == ("Żary", None)
    kept = found.decode(encoding)
    assert all(one in kept for one in said.split(list_ or "</standOff>"))
    assert ("a>b" in list_) == (root.find(".//*[@n='a>b']") is not None)
