"""TEI for reuse: valid TEI, complete in itself, with every word of the texts."""

from collections import Counter
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.edition.reading.source import ED, TEI, XML_ID, Document
from editio.edition.registers.entries import HOMES
from editio.engines.jing import validate
from editio.formats.tei import complete
from editio.formats.transcript import transcript
from lxml import etree

from tests.data.conftest import Published
from tests.shared import TEI_ALL

NS = {"t": TEI}
FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="{0}"><teiHeader><fileDesc>
<titleStmt><title>{0}</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader>{1}</TEI>"""


def roots(published: Published) -> dict[str, etree._Element]:
    """Return the files that were made, by name."""
    files = sorted((published.folder / "tei").glob("*.xml"))
    return {file.stem: etree.parse(file).getroot() for file in files}


def ids(root: etree._Element) -> list[str]:
    """Return every xml:id."""
    return [name for one in root.iter(etree.Element) if (name := one.get(XML_ID))]


@pytest.mark.shared
def test_valid(published: Published) -> None:
    """Each text and the corpus are valid against the schema of all of TEI."""
    assert validate(TEI_ALL, sorted((published.folder / "tei").glob("*.xml"))) == []


@pytest.mark.shared
def test_a_fault_would_be_found(published: Published, tmp_path: Path) -> None:
    """The validity above means something: an element of ours is refused."""
    corpus = (published.folder / "tei" / "corpus.xml").read_text("utf-8")
    (tmp_path / "bad.xml").write_text(corpus.replace("</body>", "<wrong/></body>", 1), "utf-8")
    assert validate(TEI_ALL, [tmp_path / "bad.xml"])


def test_ids_and_pointers(published: Published) -> None:
    """An id occurs once; local pointers lead to ids of the same file; no mark of ours is left."""
    for name, root in roots(published).items():
        found = Counter(ids(root))
        assert [one for one, times in found.items() if times > 1] == [], name
        for element in root.iter(etree.Element):
            for key, value in element.attrib.items():
                assert not str(key).startswith(f"{{{ED}}}")
                for token in str(value).split():
                    assert not token.startswith("#") or token[1:] in found, (name, token)
        assert b"urn:editio" not in etree.tostring(root)


def test_files_beside(published: Published) -> None:
    """A relative pointer leads to a file of this folder: the transcript, another text."""
    folder = published.folder / "tei"
    for name, root in roots(published).items():
        for element in root.iter(f"{{{TEI}}}ref", f"{{{TEI}}}ptr"):
            for target in element.get("target", "").split():
                if "://" not in target and not target.startswith("#"):
                    assert (folder / target.partition("#")[0]).exists(), (name, target)


def words(document: etree._Element) -> str:
    """Return the text element as it stands, every character of it."""
    text = document.find(f"{{{TEI}}}text")
    return "" if text is None else "".join(map(str, text.itertext()))


def test_no_word_is_lost(published: Published) -> None:
    """Each text, alone and in the corpus, has the words of its source, and all of its ids."""
    made = roots(published)
    members = {one.get(XML_ID): one for one in made["corpus"].iterfind(f"{{{TEI}}}TEI")}
    for text in published.edition.texts:
        alone, member = made[text.id], members[text.id]
        assert words(alone) == words(member) == words(text.root)
        assert set(ids(text.root)) - {text.id} <= set(ids(alone))
        prefixed = {f"{text.id}.{one}" for one in ids(text.root) if one != text.id}
        assert prefixed <= set(ids(member))


def pointed(document: Document) -> set[str]:
    """Return the entries that the names of a text point to."""
    tokens = [t for e in document.root.iter(etree.Element) for t in e.get("ref", "").split()]
    return {token.partition("#")[2] for token in tokens if "#" in token}


def test_entries_come_along(published: Published) -> None:
    """A text has the entries that it names, as they stand in the register."""
    made = roots(published)
    for text in published.edition.texts:
        missing = pointed(text) - set(ids(made[text.id]))
        assert missing == set()


@pytest.mark.parametrize("kind", HOMES)
def test_entries_of_each_kind_come_along(kind: str, tmp_path: Path) -> None:
    """An entry of any kind that a text names stands in its list in the file for that text."""
    if kind == "biblFull":  # titled otherwise
        entry = "<titleStmt><title>Bells</title></titleStmt><publicationStmt><p/></publicationStmt>"
    else:
        entry = "<desc>Bells</desc>"
    holder = HOMES[kind][0]
    lists = f'<{holder}><{kind} xml:id="bell">{entry}</{kind}></{holder}>'
    (tmp_path / "lists.xml").write_text(FILE.format("lists", f"<standOff>{lists}</standOff>"))
    named = '<text><body><p>The <rs ref="lists.xml#bell">bells</rs>.</p></body></text>'
    (tmp_path / "day.xml").write_text(FILE.format("day", named))
    made = complete(unchecked(*discover(tmp_path)).edition)["day"]
    assert made.xpath(f"string(t:standOff/t:{holder}/t:{kind}[@xml:id='bell'])", namespaces=NS)


def test_transcripts(published: Published) -> None:
    """The transcript beside a text is the file as it was received, to the byte."""
    for text in published.edition.texts:
        made = published.folder / "tei" / "sources" / f"{text.id}.txt"
        received = published.edition.project.root / "tei" / "sources" / f"{text.id}.txt"
        if received.exists():
            assert made.read_bytes() == received.read_bytes() == transcript(text.root).encode()
