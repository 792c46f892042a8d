"""What the edition of "Khrushchev at 70" promises: nothing of the transcript lost, order restored.

The transcript is a machine reading with displaced columns, stamps and noise in the text. These
tests hold the encoded report to it line by line, and hold the editor's work to its own account:
how many corrections, which hyphens, which joins. Whether the whole is valid TEI is tested with
the schema, elsewhere.
"""

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree

from tests.texts.streams import NS, TEI, XML_ID, transcript_lines

TEI_FOLDER = Path(__file__).parents[2] / "tei"
FILE = TEI_FOLDER / "texts" / "khrushchev-at-70.xml"
SOURCE = TEI_FOLDER / "sources" / "khrushchev-at-70.txt"

SOURCE_SHA256 = "93101a6aa8b8e17cfde60cf0ed60d97db98f59c1cbe98386e4bb91643f3fca75"
SQUEEZED_SHA256 = "b88a15bf6552d8d17070b6e977b6d81093baa3d161b24194f2192a7d44292bac"

HARD_HYPHENS = ["first-", "half-", "re-", "heavy-", "wide-", "shoot-"]

# How often each person and place is mentioned, counted by hand in the transcript.
MENTIONS = {
    "persName": {
        "khrushchev": 68,
        "stalin": 7,
        "brezhnev": 3,
        "kozlov": 3,
        "eisenhower": 2,
        "kosygin": 2,
        "lysenko": 2,
        "molotov": 2,
        "shevchenko": 2,
        **dict.fromkeys(
            (
                "adenauer",
                "bulganin",
                "ilyichev",
                "kirichenko",
                "malenkov",
                "malinovsky",
                "mikoyan",
                "podgorny",
                "polyansky",
                "suslov",
                "volovchenko",
                "voroshilov",
                "zhukov",
            ),
            1,
        ),
    },
    "placeName": {
        "us": 10,
        "ussr": 9,
        "west": 5,
        "berlin": 4,
        "cuba": 3,
        "kremlin": 3,
        "east_germany": 2,
        "moscow": 2,
        "bay_of_pigs": 1,
        "berlin_wall": 1,
        "laos": 1,
        "paris": 1,
        "siberia": 1,
        "washington": 1,
        "west_berlin": 1,
    },
}


@pytest.fixture(scope="module")
def root() -> etree._Element:
    """Return the encoded report."""
    return etree.parse(FILE).getroot()


def select(node: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that an XPath finds, with the prefix tei bound."""
    found = node.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


def count(node: etree._Element, path: str) -> int:
    """Return the number of elements that an XPath finds."""
    return len(select(node, path))


def select_text(node: etree._Element, path: str) -> str:
    """Return the first text that an XPath finds."""
    return str(node.xpath(f"string({path})", namespaces=NS))


def inner_text(element: etree._Element) -> str:
    """Return all text inside an element, white space collapsed."""
    return " ".join(select_text(element, ".").split())


def running_text(node: etree._Element, dropped: str) -> str:
    """Return the text of a node in reading order, without the named elements and the notes.

    Lines are joined as a reader joins them: a soft hyphen goes, and a line beginning inside a word
    takes the white space before it away.
    """
    names = {f"{{{TEI}}}{name}" for name in f"note {dropped}".split()}
    parts = [node.text or ""]

    def walk(element: etree._Element) -> None:
        if element.tag == f"{{{TEI}}}lb":
            parts.append("\x00" if element.get("break") == "no" else " ")
        elif element.tag not in names and element.get("type") != "softHyphen":
            parts.append(element.text or "")
            for child in element:
                walk(child)
        parts.append(element.tail or "")

    for child in node:
        walk(child)
    return " ".join(re.sub(r"\s*\x00\s*", "", "".join(parts)).split())


def reading_text(root: etree._Element) -> str:
    """Return the body as it is read: corrected, completed, without the marks of the page."""
    body = select(root, "//tei:body")[0]
    return running_text(body, "sic surplus fw figure gap rdg")


# The transcript


def test_transcript_is_the_file_received() -> None:
    """The source file is kept byte for byte; the header's checksum is that of the file."""
    assert sha256(SOURCE.read_bytes()).hexdigest() == SOURCE_SHA256


def test_header_states_the_checksums(root: etree._Element) -> None:
    """Whoever has the file alone can tell which transcript it was made from, and how long it is."""
    stated = [idno.text for idno in select(root, "//tei:teiHeader//tei:idno[@type='sha256']")]
    assert stated == [SOURCE_SHA256, SQUEEZED_SHA256]
    measure = select(root, "//tei:bibl[@xml:id='transcript']//tei:measure[@unit='byte']")[0]
    assert int(measure.get("quantity", "")) == SOURCE.stat().st_size


def test_every_line_is_encoded_once(root: etree._Element) -> None:
    """Each of the 907 lines of the transcript begins exactly once."""
    numbers = sorted(int(lb.get("n", "0")) for lb in root.iter(f"{{{TEI}}}lb"))
    assert numbers == list(range(1, 908))


def test_lines_have_the_characters_of_the_transcript(root: etree._Element) -> None:
    """Line by line, the encoding holds the characters of the source, no more and no fewer."""
    source = SOURCE.read_text(encoding="utf-8").split("\n")
    expected = {n: "".join(line.split()) for n, line in enumerate(source, start=1)}
    assert transcript_lines(root) == expected


def test_lines_in_order_are_the_transcript(root: etree._Element) -> None:
    """Sorted by number, the lines are the transcript: the restored order can be undone."""
    squeezed = "".join(transcript_lines(root).values())
    assert len(squeezed) == 23_189
    assert sha256(squeezed.encode()).hexdigest() == SQUEEZED_SHA256


# The document


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//tei:text//tei:pb", 14),
        ("//tei:text//tei:p", 39),
        ("//tei:body/tei:div[@type='section']", 7),
        ("//tei:body//tei:head[not(@type)]", 3),
        ("//tei:body//tei:head[@type='supplied']", 3),
        ("//tei:fw[@type='release']", 27),
        ("//tei:fw[@type='classification']", 23),
        ("//tei:titlePage/tei:titlePart[@type='classification']", 1),
        ("//tei:titlePage/tei:titlePart[@type='downgrading']", 1),
        ("//tei:fw[@type='pageNum']", 5),
        ("//tei:fw[@type='exemption']", 2),
        ("//tei:figure", 1),
        ("//tei:figure//tei:lb", 3),
        ("//tei:surplus", 4),
        ("//tei:gap[@reason='redacted']", 1),
        ("//tei:supplied[@reason='redacted']", 1),
        ("//tei:seg[@type='portionMark']", 1),
        ("//tei:front/tei:div[@type='notice']", 2),
        ("//tei:front/tei:titlePage", 1),
        ("//tei:div[@type='catalogueRecord']//tei:lb", 23),
        ("//tei:body//tei:app[tei:lem/node()]", 4),
        ("//tei:body//tei:app[not(tei:lem/node())]", 5),
    ],
)
def test_parts_of_the_document(root: etree._Element, path: str, expected: int) -> None:
    """The report has the pages, paragraphs, headings and marks that its fourteen images show."""
    assert count(root, path) == expected


def test_pages_in_order(root: etree._Element) -> None:
    """The pages follow one another as they were bound."""
    pages = [pb.get("n") for pb in select(root, "//tei:pb")]
    assert pages == ["cover", "verso", *map(str, range(1, 12)), "back"]
    assert [pb.get(XML_ID) for pb in select(root, "//tei:pb")] == [f"page-{n}" for n in pages]


def test_paragraphs_are_numbered_as_they_are_read(root: etree._Element) -> None:
    """A paragraph's id is its place in the reading order, so a citation can be counted out."""
    ids = [p.get(XML_ID) for p in select(root, "//tei:body//tei:p")]
    assert ids == [f"p{n}" for n in range(1, 40)]


def test_running_text_has_803_lines(root: etree._Element) -> None:
    """The paragraphs hold all 803 lines of running text."""
    marks = "ancestor::tei:figure or ancestor::tei:fw or following-sibling::node()[1][self::tei:fw]"
    assert count(root, f"//tei:body//tei:p//tei:lb[not({marks})]") == 803


@pytest.mark.parametrize(
    "join",
    [
        "when the need arises. Party and State Administration Khrushchev's efforts to reorder",
        "divided into two periods. The earlier one, ending with the fall of Marshal Zhukov",
        "seen Khrushchev attempting gradually to reshape",
        'in connection with grain deliveries." Khrushchev, by comparison, believes firmly',
        "Western agricultural practices. Just how much Khrushchev really understands",
        "leadership in agriculture has led him to lean",
        "the economy and military services, and make the Soviet Union a first-rate world power",
        "new major projects. Here again the natural Khrushchev optimism",
        "October 1961, Khrushchev told the West German ambassador",
        'how many silly things they have said." In February 1962, after the US',
    ],
)
def test_order_is_restored(root: etree._Element, join: str) -> None:
    """Where columns, marks or a withheld sentence broke the text, it reads on."""
    assert join in reading_text(root)


def test_corrected_text_has_no_stains_left(root: etree._Element) -> None:
    """Corrected, the text is a typist's: no sign stands in or beside a word by chance."""
    word = re.compile(r"""["(]*[A-Za-z0-9'é-]+("?--[A-Za-z]*)?[.,;:)"?]*""")
    odd = [w for w in reading_text(root).split() if not word.fullmatch(w)]
    assert odd == []


@pytest.mark.parametrize("mark", ["SECRET", "Approved", "25X6", "Iftwo", "SWAP"])
def test_marks_of_the_page_are_not_running_text(root: etree._Element, mark: str) -> None:
    """No paragraph reads a stamp, a secrecy mark or noise as words of the report."""
    for paragraph in select(root, "//tei:body//tei:p"):
        assert mark not in running_text(paragraph, "fw seg surplus")


# The editor's work


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//tei:choice[tei:sic][tei:corr]", 57),
        ("//tei:choice[ancestor::tei:p]//tei:sic[not(ancestor::tei:fw)]", 32),
        ("//tei:stamp/tei:choice", 18),
        ("//tei:front//tei:choice[not(ancestor::tei:stamp)]", 7),
    ],
)
def test_corrections_are_as_many_as_the_header_says(
    root: etree._Element, path: str, expected: int
) -> None:
    """Corrections: 32 in the running text, 18 in stamps, 7 on the cover and its verso."""
    assert count(root, path) == expected


def test_corrections_are_in_choices_and_correct_something(root: etree._Element) -> None:
    """No correction hides what it corrects, repeats it, or corrects it into nothing."""
    assert count(root, "//tei:corr[not(parent::tei:choice)]") == 0
    for choice in select(root, "//tei:choice"):
        sic, corr = (select(choice, f"tei:{name}")[0] for name in ("sic", "corr"))
        assert inner_text(corr)
        assert inner_text(corr) != inner_text(sic)


def test_additions_are_signed_and_graded(root: etree._Element) -> None:
    """Every correction and every supplied word names who answers for it, and how surely."""
    added = select(root, "//tei:text//tei:corr|//tei:text//tei:supplied|//tei:text//tei:surplus")
    assert [e.tag for e in added if not (e.get("resp") and e.get("cert"))] == []


def test_own_pointers_resolve(root: etree._Element) -> None:
    """Editors, witnesses, sources, hands and kinds of fault are all declared in the header."""
    declared = {element.get(XML_ID) for element in root.iter() if element.get(XML_ID)}
    names = ("resp", "source", "who", "wit", "hand", "ana")
    used = {
        pointer
        for element in root.iter(etree.Element)
        for name in names
        for pointer in element.get(name, "").split()
    }
    papers = {"#weekly-1964", "#weekly-1961"}
    assert papers | {"#editio", "#FRUS", "#CREST", "#foia", "#ocr", "#typ"} <= used
    assert {pointer for pointer in used if pointer.removeprefix("#") not in declared} == set()


def test_the_agency_and_its_office_are_one_author(root: etree._Element) -> None:
    """A body and a part of it are no two authors: the name of the office holds the agency’s."""
    (author,) = select(root, "//tei:titleStmt/tei:author")
    (office,) = select(author, "tei:orgName")
    assert inner_text(office) == "Central Intelligence Agency, Office of Current Intelligence"


def test_ids_are_unique(root: etree._Element) -> None:
    """An id names one thing, for ever."""
    ids = [element.get(XML_ID) for element in root.iter() if element.get(XML_ID)]
    assert len(ids) == len(set(ids))


def test_soft_hyphens(root: etree._Element) -> None:
    """In the text 209 hyphens fall away when lines are joined, each followed by such a line."""
    hyphens = select(root, "//tei:body//tei:pc[@type='softHyphen']")
    assert len(hyphens) == 209
    for hyphen in hyphens:
        following = select(hyphen, "following::tei:lb")[0]
        assert following.get("break") == "no"


def test_hard_hyphens(root: etree._Element) -> None:
    """Six hyphens at line ends stay, among 215 lines that begin inside a word; one is misread."""
    breaks = select(root, "//tei:body//tei:lb[@break='no']")
    assert len(breaks) == 215
    misread = "//tei:sic/tei:pc[@type='softHyphen'][. != '-']"
    assert [inner_text(one) for one in select(root, misread)] == ["."]
    breaks = [lb for lb in breaks if lb.getprevious() not in select(root, misread)]
    before = [select_text(lb, "preceding::text()[normalize-space()][1]") for lb in breaks]
    kept = [text.rsplit(maxsplit=1)[-1] for text in before if len(text.strip()) > 1]
    assert kept == HARD_HYPHENS


def test_corrections_are_whole_words(root: etree._Element) -> None:
    """No letter touches a correction from outside: a word is corrected, not a part of one."""
    for choice in select(root, "//tei:text//tei:choice[tei:corr]"):
        before = select_text(choice, "(preceding-sibling::node()[1]/self::text())[1]")
        after = select_text(choice, "(following-sibling::node()[1]/self::text())[1]")
        words = [inner_text(one) for one in choice]
        assert not before[-1:].isalpha() or not words[0][:1].isalpha(), words
        assert not after[:1].isalpha() or not words[0][-1:].isalpha(), words
        assert all(word.strip() == word for word in words)


def test_quotations_are_marked_as_in_the_essay(root: etree._Element) -> None:
    """Each of the twenty pairs of quotation marks is interpreted; the speech has its source."""
    text = "//tei:body//*[not(ancestor-or-self::tei:note)]"
    kinds = {name: select(root, f"{text}/tei:{name}") for name in ("quote", "q", "soCalled")}
    assert {name: len(found) for name, found in kinds.items()} == {
        "quote": 6,
        "q": 6,
        "soCalled": 8,
    }
    marks = running_text(select(root, "//tei:body")[0], "sic surplus rdg note").count('"')
    assert marks == 40
    sources = [quote.get("source") for quote in kinds["quote"] if quote.get("source")]
    assert sources == ["#speech-1956", "#sixties-1960"]


def test_notice_has_one_broken_word(root: etree._Element) -> None:
    """On the verso TRANSMIS- lost its second half, which is supplied."""
    lines = select(root, "//tei:front//tei:lb[@break='no']")
    assert [lb.get("n") for lb in lines] == ["38"]


def test_lost_headings_come_from_the_other_witness(root: etree._Element) -> None:
    """That this copy had the headings of the other is probable: sign, note and header say so."""
    lost = select(root, "//tei:head[@type='supplied']/tei:supplied[@source='#FRUS']")
    assert [(inner_text(s), s.get("cert")) for s in lost] == [
        ("Khrushchev the Leader", "medium"),
        ("The Uncertain Succession", "medium"),
        ("The Economy", "low"),
    ]
    said = [
        inner_text(select(root, path)[0])
        for path in ("//tei:note[@xml:id='e5']", "//tei:segmentation")
    ]
    assert ["probable, and not certain" in said[0], "certainty medium" in said[1]] == [True, True]


def test_variants_of_the_other_witness(root: etree._Element) -> None:
    """The readings of the copy in Foreign Relations of the United States that differ in wording."""
    readings = [inner_text(r) for r in select(root, "//tei:app/tei:rdg[@wit='#FRUS'][text()]")]
    assert readings == ["stratagems", "contentions", "détente", "(Secret)"]


def test_withheld_sentence_follows_its_gap(root: etree._Element) -> None:
    """The gap shows where words are missing; those of the other copy stand right after it."""
    gap = select(root, "//tei:gap[@reason='redacted']")[0]
    following = gap.getnext()
    assert following is not None
    assert following.tag == f"{{{TEI}}}supplied"
    assert not (gap.tail or "").strip()
    assert select(gap, "ancestor::tei:p")[0].get(XML_ID) == "p32"


def test_no_mark_is_placed_on_a_page_that_was_not_seen(root: etree._Element) -> None:
    """Where the transcript has the code of the exemption is said, not where the page has it."""
    marks = select(root, "//tei:fw[@type='exemption']")
    assert [mark.get("place") for mark in marks] == ["unspecified", "unspecified"]
    (note,) = select(root, "//tei:note[@xml:id='e17']")
    said = inner_text(note)
    assert "was not seen" in said
    assert not any(word in said for word in ("blank", "margin"))


def test_citable_units_are_found(root: etree._Element) -> None:
    """The paths by which the header says that the text can be cited find what they name."""
    found = {
        unit.get("unit"): count(root, re.sub(r"/(?=\w)", "/tei:", whole_path(unit)))
        for unit in select(root, "//tei:citeStructure")
    }
    notes = count(root, "//tei:text//tei:note")
    assert found == {
        "section": 7,
        "heading": 6,
        "paragraph": 39,
        "figure": 1,
        "note": notes,
        "record": 1,
        "field": 13,
        "notice": 2,
        "cover": 1,
        "page": 14,
    }


def whole_path(unit: etree._Element) -> str:
    """Return the path of a level of citation, behind that of the levels above it."""
    above = unit.getparent()
    match = unit.get("match", "")
    nested = above is not None and above.tag == unit.tag
    return f"{whole_path(above)}/{match}" if above is not None and nested else match


# Names, dates, events


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("//tei:text//tei:persName", 104),
        ("//tei:text//tei:placeName", 45),
        ("//tei:text//tei:orgName", 28),
        ("//tei:stamp//tei:date", 26),
        ("//tei:text//tei:date[not(ancestor::tei:stamp)]", 26),
        ("//tei:text//tei:rs[@type='event']", 36),
        ("//tei:text//tei:rs[@type='person']", 8),
        ("//tei:text//tei:foreign", 2),
    ],
)
def test_mentions(root: etree._Element, path: str, expected: int) -> None:
    """Every mention counted by hand is tagged, once, and nothing else is."""
    assert count(root, path) == expected


@pytest.mark.parametrize(("element", "mentions"), MENTIONS.items())
def test_mentions_by_name(root: etree._Element, element: str, mentions: dict[str, int]) -> None:
    """Each person and place is mentioned as often as a reader finds it."""
    refs = [name.get("ref", "") for name in select(root, f"//tei:text//tei:{element}")]
    assert Counter(refs) == Counter({f"#{key}": number for key, number in mentions.items()})


def test_names_point_somewhere(root: etree._Element) -> None:
    """No person, place, organisation or event is tagged without saying which."""
    names = "self::tei:persName or self::tei:placeName or self::tei:orgName"
    assert count(root, f"//tei:text//*[{names}][not(@ref)]") == 0
    assert count(root, "//tei:text//tei:rs[@type='event'][not(@ref)]") == 0


@pytest.mark.parametrize(
    ("line", "name"),
    [(388, "Khrushchev"), (459, "Khrushchev"), (299, "Suslov"), (595, "Ilychev")],
)
def test_a_name_across_two_lines_is_one_name(root: etree._Element, line: int, name: str) -> None:
    """A name that the typist divided, even one that the machine misread, is one mention."""
    following = select(root, f"//tei:lb[@n='{line + 1}']/ancestor::tei:persName")
    assert [running_text(person, "sic") for person in following] == [name]


def test_dates_are_iso(root: etree._Element) -> None:
    """Every date has a machine-readable value, a year at least, of the century it speaks of."""
    iso = re.compile(r"(19[2-6]\d|20(06|16))(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
    for date in select(root, "//tei:text//tei:date"):
        names = ("when", "from", "to", "notBefore", "notAfter")
        values = [value for name in names if (value := date.get(name))]
        assert values
        assert [value for value in values if not iso.fullmatch(value)] == []


@pytest.mark.parametrize(
    "words",
    ["This week", "two or three years ago", "last summer", "next year", "past three years"],
)
def test_relative_dates_are_graded(root: etree._Element, words: str) -> None:
    """A date worked out from the day of the report is graded and signed."""
    dates = [d for d in select(root, "//tei:body//tei:date") if inner_text(d) == words]
    assert dates
    assert all(date.get("cert") and date.get("resp") for date in dates)


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("This week", {"from": "1964-04-12", "to": "1964-04-18"}),
        ("last summer", {"notBefore": "1963-06", "notAfter": "1963-08"}),
        ("since 1953", {"from": "1953"}),
        ("1957-58", {"notBefore": "1957", "notAfter": "1958"}),
    ],
)
def test_dates_mean_what_the_words_mean(
    root: etree._Element, words: str, limits: dict[str, str]
) -> None:
    """A week is seven days, a season three months, and what was launched once has limits."""
    dates = [d for d in select(root, "//tei:body//tei:date") if inner_text(d) == words]
    assert dates
    for date in dates:
        kept = {name: value for name, value in date.attrib.items() if name not in {"resp", "cert"}}
        assert kept == limits


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("West German ambassador", "kroll"),
        ("pilot", "powers"),
        ("Soviet leader", "khrushchev"),
        ("Soviet premier", "khrushchev"),
        ("shoot-down", "u2"),
        ("separate peace treaty with East Germany", "peace_treaty"),
        ("Stalinist terror", "terror"),
    ],
)
def test_allusions_lead_to_whom_or_what_is_meant(
    root: etree._Element, words: str, entry: str
) -> None:
    """Who or what is meant but not named is tagged as what is named."""
    alluding = [rs for rs in select(root, "//tei:body//tei:rs") if running_text(rs, "sic") == words]
    assert [rs.get("ref") for rs in alluding] == [f"#{entry}"]


@pytest.mark.parametrize(
    ("register", "path"),
    [
        ("persons", "tei:persName|tei:rs[@type='person']"),
        ("places", "tei:placeName"),
        ("organisations", "tei:orgName"),
        ("events", "tei:rs[@type='event']"),
    ],
)
def test_names_are_in_the_register(root: etree._Element, register: str, path: str) -> None:
    """What a name points to is an entry of the register of its kind."""
    file = TEI_FOLDER / "registers" / f"{register}.xml"
    entries = {f"#{entry.get(XML_ID)}" for entry in etree.parse(file).getroot().iter()}
    text = select(root, "//tei:text")[0]
    names = [name for part in path.split("|") for name in select(text, f".//{part}")]
    assert {ref for name in names if (ref := name.get("ref"))} - entries == set()
