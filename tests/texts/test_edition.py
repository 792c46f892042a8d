"""What the edition says of itself: on which ground it stands, and how its texts were edited."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.texts.streams import NS
from tests.texts.test_khrushchev import running_text

TEI_FOLDER = Path(__file__).parents[2] / "tei"
FILES = ("edition.xml", "texts/khrushchev-at-70.xml", "texts/soviet-admissions.xml")


def parsed(file: str) -> etree._Element:
    """Return the root element of a file of the edition."""
    return etree.parse(TEI_FOLDER / file).getroot()


def strings(root: etree._Element, path: str) -> list[str]:
    """Return the texts or attributes at an XPath."""
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return list(map(str, found))


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at an XPath."""
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the words of the elements at an XPath, white space collapsed."""
    return [" ".join("".join(map(str, one.itertext())).split()) for one in elements(root, path)]


@pytest.mark.parametrize("file", FILES)
def test_what_was_not_seen_is_said_first(file: str) -> None:
    """Each text and the edition say on their title pages that neither original was seen."""
    (basis,) = texts(parsed(file), "//tei:notesStmt/tei:note[@type='basis']")
    assert "Edited from" in basis
    assert "seen" in basis


def test_the_introduction_begins_with_what_was_not_seen() -> None:
    """The first paragraph of the introduction: no page image, no printed copy."""
    first = texts(parsed("edition.xml"), "//tei:body//tei:p")[0]
    assert "no page image" in first
    assert "no printed copy" in first


def words_of(file: str) -> str:
    """Return the words of a text as it is read, its header among them, in small letters."""
    root = parsed(file)
    parts = [running_text(part, "sic surplus rdg") for part in root]
    return " ".join(parts).lower()


def test_what_the_introduction_quotes_stands_in_the_texts() -> None:
    """Every quotation in the sections on the two texts is theirs, word for word."""
    known = words_of(FILES[1]) + words_of(FILES[2])
    sections = "@xml:id='report' or @xml:id='withheld' or @xml:id='essay' or @xml:id='together'"
    path = f"//tei:div[{sections}]/tei:p"
    said = " ".join(running_text(one, "note") for one in elements(parsed("edition.xml"), path))
    quoted = set(re.findall("“([^”]+)”", said))
    assert len(quoted) > 15
    assert {one for one in quoted if one.lower() not in known} == set()


@pytest.mark.parametrize(
    ("quoted", "qualified"),
    [
        ("reshuffling", "“has in fact tried remedies, but usually has resorted only to"),
        ("selective personnel changes", "in practice is unwilling"),
        ("a bureaucratic utopia", "a “complete, integrated, real plan for us at present”"),
        ("admitted Mises", "“at least for the historical epoch in which he wrote”"),
        ("probably also to compete", "not only so that they could be assessed better"),
    ],
)
def test_quotations_keep_the_words_that_qualify_them(quoted: str, qualified: str) -> None:
    """What the texts say with a reservation the introduction does not say without it."""
    paragraphs = elements(parsed("edition.xml"), "//tei:body//tei:p")
    (said,) = (words for one in paragraphs if quoted in (words := running_text(one, "note")))
    assert qualified in said


def test_the_introduction_names_what_a_reader_is_owed() -> None:
    """Both releases by number and year, the fall of the subject, the signs, and who answers."""
    paragraphs = elements(parsed("edition.xml"), "//tei:body//tei:p")
    said = " ".join(running_text(one, "note") for one in paragraphs)
    for words in ("0327/64B", "00615/64B", "2001", "2006", "14 October 1964", "square brackets"):
        assert words in said
    assert 1500 < len(said.split()) <= 1640
    assert "names no single editor" in said


@pytest.mark.parametrize("file", FILES[1:])
def test_sources_are_told_apart_by_their_first_titles(file: str) -> None:
    """A note names its source by the first title of the entry: no two entries share it."""
    titles = elements(parsed(file), "//tei:sourceDesc//tei:bibl[@xml:id]/descendant::tei:title[1]")
    names = [running_text(one, "note") for one in titles]
    assert len(names) > 5
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("file", FILES[1:])
def test_commentary_says_on_what_it_rests(file: str) -> None:
    """A note on persons, events or sources names a source, or that it is not verified."""
    found = parsed(file).xpath("//tei:text//tei:note[@type='commentary']", namespaces=NS)
    assert isinstance(found, list)
    assert len(found) == {FILES[1]: 12, FILES[2]: 9}[file]
    for note in found:
        assert isinstance(note, etree._Element)
        said = "".join(map(str, note.itertext()))
        sourced = bool(note.get("source"))
        assert note.get("resp") == "#editio"
        assert sourced or "not verified" in said or "two pages" in said or "Not identified" in said
        assert sourced or note.get("cert") != "high"
        assert not sourced or "general knowledge" not in said


@pytest.mark.parametrize("file", FILES[1:])
def test_evidence_can_be_reached(file: str) -> None:
    """What a correction or a note of the editors rests on has its address, or says it has none."""
    root = parsed(file)
    path = "//tei:text//tei:*[self::tei:corr or self::tei:supplied or self::tei:note]/@source"
    for name in {one[1:] for sources in strings(root, path) for one in sources.split()}:
        (source,) = elements(root, f"//tei:*[@xml:id='{name}']")
        told = "".join(map(str, source.itertext())) + " ".join(strings(source, ".//@target"))
        assert "http" in told, name


def test_the_epigraph_is_given_to_no_source_that_lacks_it() -> None:
    """Its words were found nowhere: the note says so, and is not signed as probable."""
    (note,) = elements(parsed(FILES[2]), "//tei:epigraph//tei:note")
    assert (note.get("source"), note.get("cert")) == (None, "low")
    assert "not verified" in running_text(note, "")


@pytest.mark.parametrize(
    ("file", "words", "where"),
    [
        (FILES[1], "Hans Kroll", "p32"),
        (FILES[1], "Francis Gary Powers", "p34"),
        (FILES[1], "25 February 1956", "p17"),
        (FILES[1], "three sentences", "p17"),
        (FILES[2], "only with great reserve", "p1"),
        (FILES[2], "Preobrazhensky", "p2"),
        (FILES[2], "231 and 241", "q8.3"),
    ],
)
def test_what_is_alluded_to_is_explained_where_it_stands(file: str, words: str, where: str) -> None:
    """The ambassador, the pilot, the speech, the reservation, the co-author, the two pages."""
    path = f"//tei:p[@xml:id='{where}']//tei:note[@type='commentary']"
    assert any(words in note for note in texts(parsed(file), path))


@pytest.mark.parametrize(
    ("number", "paragraphs", "first", "last"),
    [
        (1, ["p12", "p28"], "Party and State Administration", "make the distinction."),
        (2, ["p31", "p31"], "His conduct", "these attitudes."),
    ],
)
def test_what_was_withheld_is_what_the_encoding_leaves_out(
    number: int, paragraphs: list[str], first: str, last: str
) -> None:
    """The lacunae of the other copy begin and end where its editors and releasers broke off."""
    root = parsed(FILES[1])
    inside = (
        f"//tei:body//text()[count(preceding::tei:lacunaStart) >= {number}]"
        f"[count(preceding::tei:lacunaEnd) < {number}][not(ancestor::tei:note or ancestor::tei:fw)]"
    )
    words = " ".join("".join(strings(root, inside)).split())
    assert words.startswith(first)
    assert words.endswith(last)
    ids = strings(root, f"{inside}/ancestor::tei:p/@xml:id")
    assert [ids[0], ids[-1]] == paragraphs


def names_and_numbers(words: str) -> set[str]:
    """Return the words that no dictionary tells: those with a capital or a numeral."""
    return {one for one in re.findall(r"[^\W_]+", words) if one != one.lower() or one.isdigit()}


@pytest.mark.parametrize("file", FILES[1:])
def test_internal_evidence_is_in_the_text(file: str) -> None:
    """A name or a number that rests on the text itself stands elsewhere in it, uncorrected."""
    root = parsed(file)
    own = elements(root, "//tei:text | //tei:text//tei:note[@place='end']")
    words = " ".join(running_text(one, "corr supplied") for one in own)
    known = {one.lower() for one in re.findall(r"[^\W_]+", words)}
    kinds = "self::tei:corr or self::tei:supplied[not(parent::tei:ref)]"
    for one in elements(root, f"//tei:text//*[{kinds}][@evidence='internal']"):
        new = names_and_numbers(running_text(one, "note"))
        assert {word for word in new if word.lower() not in known} == set()


def test_the_notice_rests_on_a_document_that_has_it_whole() -> None:
    """No word of it is general knowledge: each names the paper whose words the note gives."""
    root = parsed(FILES[1])
    (note,) = texts(root, "//tei:note[@xml:id='e3']")
    path = "//tei:ab[@xml:id='notice1.1']//tei:*[self::tei:corr or self::tei:supplied]"
    assert set(strings(root, f"{path}/@source")) == {"#weekly-1961"}
    assert [one for one in texts(root, path) if one.lower() not in note.lower()] == []
    assert elements(root, "//tei:text//tei:*[@evidence='conjecture']") == []


@pytest.mark.parametrize("name", ["faults", "certainties"])
def test_both_texts_have_one_taxonomy(name: str) -> None:
    """Kinds of fault and degrees of certainty are the same words in both headers."""
    path = f"//tei:taxonomy[@xml:id='{name}']//tei:*[self::tei:desc or self::tei:catDesc]"
    report, essay = (texts(parsed(file), path) for file in FILES[1:])
    assert report == essay
    assert len(report) > 3


def test_what_the_introduction_rests_on_has_its_address_in_words() -> None:
    """In notes, so that a printed page says it too; no link of it is words alone."""
    notes = texts(parsed("edition.xml"), "//tei:body//tei:note")
    assert sum(note.count("http") for note in notes) == 15
    for link in elements(parsed("edition.xml"), "//tei:body//tei:ref"):
        assert "".join(map(str, link.itertext())) == link.get("target")


def test_the_introduction_names_the_procedures_that_check() -> None:
    """By the names under which anyone can run them."""
    said = " ".join(texts(parsed("edition.xml"), "//tei:div[@xml:id='responsibility']/tei:p"))
    assert "editio check" in said
    assert "editio transcript" in said


def test_what_the_machine_misread_is_told_by_the_siglum_of_its_witness() -> None:
    """It is a reading of the transcript, which is a witness, and not of the typescript."""
    root = parsed(FILES[1])
    (siglum,) = strings(root, "//tei:witness[contains(., 'achine transcript')]/@xml:id")
    (kind,) = texts(root, "//tei:category[@xml:id='ocr']//tei:gloss")
    assert siglum in kind.split()
    assert set(strings(root, "//tei:sic[contains(@ana, '#ocr')]/@source")) == {f"#{siglum}"}
    # Or of both: then it is not said that the typescript is without the fault.
    assert set(strings(root, "//tei:sic[contains(@ana, '#ocr')][not(@source)]/@ana")) == {
        "#ocr #typ"
    }
    assert strings(root, "//tei:sic[not(contains(@ana, '#ocr'))]/@source") == []


REGISTERS = ("persons", "places", "organisations", "events", "works")
BRITISH = re.compile(
    r"\b(\w*(organis|recognis|normalis|digitis|capitalis|summaris)\w*|\w*(lab|col|fav|hon|behavi)our"
    r"\w*|centre|programme|plough|spelt|grey|defence|offence|licence|towards|judgement|travell\w+)\b"
)


@pytest.mark.parametrize("file", [*FILES, *(f"registers/{one}.xml" for one in REGISTERS)])
def test_the_editors_spell_as_americans_do(file: str) -> None:
    """In headers, notes and registers; titles, quotations and names have their own spelling."""
    own = {"title", "quote", "q", "publisher", "orgName", "ref", "idno", "val", "gi", "att"}
    whole = (
        ""
        if "registers" in file or file == FILES[0]
        else "[ancestor-or-self::tei:teiHeader" + (" or ancestor-or-self::tei:note[@type]]")
    )
    said = [
        text
        for one in elements(parsed(file), f"//tei:*{whole}")
        if not own & {str(etree.QName(up).localname) for up in (one, *one.iterancestors())}
        for text in (one.text, *(inner.tail for inner in one))
        if text and text.strip()
    ]
    assert len(said) > 20
    assert [match[0] for text in said for match in BRITISH.finditer(text)] == []
