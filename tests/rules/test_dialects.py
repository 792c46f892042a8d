"""Habits of encoding that projects of the field share, in each output: those of the Deutsches
Textarchiv, of CBETA, of EpiDoc, of Perseus and of old dictionaries.
"""

from tests.rules.outputs import outputs, plain
from tests.rules.test_in_every_output import READ, diplomatic, read, said


def test_brackets_that_the_encoding_has_typed_are_those_of_what_is_supplied() -> None:
    """DTABf writes <supplied>[er]</supplied>; brackets within are no pair around the whole."""
    case = "<p>rye<supplied>[er]</supplied> <supplied>[o]at[s]</supplied></p>"
    assert all(
        one.startswith("rye[er] [[o]at[s]]") for one in read(case) - {said(case, "print.html")}
    )
    # In the book the notes on both stand behind them.
    assert "[er]] supplied [[o]at[s]] [o]at[s]] supplied" in said(case, "print.html")
    assert all(one.split(" Textual notes")[0] == "rye" for one in diplomatic(case))


def test_signs_at_the_foot_of_a_page_stand_one_blank_apart() -> None:
    """A signature and a catchword behind a word, with blanks in the source or without."""
    for parted in ("", " "):
        case = f"<p>rye<fw type='sig'>A</fw>{parted}<fw type='catch'>oats</fw> malt</p>"
        assert read(case) == {"rye malt"}
        assert "rye A oats malt" in plain(case, "diplomatic")
        assert diplomatic(case) == {"rye A oats malt"}
    assert said("<p>rye<hi><fw>A</fw></hi>malt</p>", "diplomatic") == "rye A malt"


def test_a_space_of_no_size_is_no_words() -> None:
    """CBETA says so that a witness has nothing where others have words."""
    reading = '<rdg wit="#B"><space quantity="{}"/></rdg>'
    case = f'<p>So <app><lem wit="#A">rye</lem>{reading}</app> is</p>'
    for name in ("reading", "reading.html", "print.html"):
        assert "om. B" in said(case.format(0), name), name
        assert "om. B" not in said(case.format(2), name), name
    assert 'kind="omission"' in outputs(case.format(0))["facts.xml"]


def test_accents_that_the_source_has_stay_on_its_capitals() -> None:
    """Those of editors are left out: Ϊ where a papyrus has two points, of ὕ the letter alone."""
    case = (
        '<div type="edition" xml:lang="grc"><ab><lb n="1"/><hi rend="diaeresis">ἰ</hi>να <hi'
        ' rend="asper">ὑ</hi>ὕ <hi rend="supraline">κά</hi></ab></div>'
    )
    for words in diplomatic(case):
        assert words.split("1 ")[-1] == "ΪΝΑ ὙΥ Κ̅Α̅"


def test_a_verse_that_quotes_a_verse() -> None:
    """The line that is quoted is a line of its own, wherever it stands."""
    case = "<lg><l>Rye he <quote><l>oats and malt</l></quote></l><l>so</l></lg>"
    assert plain(case, "reading").strip() == "Rye he\n> oats and malt\nso"


def test_a_bare_pointer_to_a_book_told_in_words() -> None:
    """It has the words with which the book begins; author and year where they are encoded."""
    case = (
        "<p>See <ptr type='bibl' target='#b1'/>.</p><listBibl><bibl xml:id='b1'>{}</bibl>"
        "</listBibl>"
    )
    for book, told in (
        ("Roth, Anna. 1900. On rye.", "“Roth, Anna. 1900. On …”"),
        ("<author>Anna Roth</author>: Rye. <date>1900</date>.", "Anna Roth, 1900"),
    ):
        assert all(one.startswith(f"See {told}.") for one in read(case.format(book)))


def test_senses_among_words_have_the_numbers_that_they_are_given() -> None:
    """As in old dictionaries, whose words hold all but the numbers; none is said twice."""
    senses = (
        '<sense n="I">corn; v. oats 7.</sense> <sense n="A.">bread</sense> 2. '
        '<sense n="2">land</sense> <sense n="3"><hi>3)</hi> malt</sense> <sense>straw</sense>'
    )
    case = f"<entryFree><orth>rye</orth>, f. {senses}</entryFree>"
    assert read(case) == {"rye, f. I. corn; v. oats 7. A. bread 2. land 3) malt straw"}
    assert diplomatic(case) == {"rye, f. corn; v. oats 7. bread 2. land 3) malt straw"}
    case = '<entryFree><orth>rye</orth>,<sense n="I"> <usg>rare</usg> corn.</sense> </entryFree>'
    for words in (*(said(case, one) for one in READ), plain(case, "reading").strip()):
        assert words == "rye, I. rare corn."


def test_a_number_of_a_page_in_brackets_has_one_pair() -> None:
    """The page has those of its signs of pages, by its style."""
    for name in (*READ, "diplomatic.html"):
        assert "[" not in said("<p>Rye <pb n='[1]'/>is.</p>", name), name
    assert plain("<p>Rye <pb n='[1]'/>is.</p>", "diplomatic").strip() == "Rye\n[page 1]\nis."


def test_an_address_is_no_number_of_a_part() -> None:
    """CTS writes its URN into div/@n; a number is one."""
    case = "<div type='edition' n='{}'><p n='{}'>Rye.</p></div>"
    for name in (*READ, "diplomatic.html"):
        made = outputs(case.format("urn:cts:a:b", "https://example.org/"))[name]
        assert "urn:cts" not in made and "example.org" not in made, name
        assert 'data-n="3"' in outputs(case.format(3, 4))[name], name
    facts = outputs(case.format("urn:cts:a:b", "https://example.org/"))["facts.xml"]
    assert "urn:cts" not in facts and "example.org" not in facts


def test_a_greeting_in_a_sentence_stands_apart_from_its_words() -> None:
    """Where the encoding has no blank between them; where it has one, there is one."""
    case = "<closer><salute>Yours</salute>truly,<lb/><signed>Ann</signed></closer>"
    assert read(case) | diplomatic(case) == {"Yours truly, Ann"}
    case = "<closer>I am,<salute>Sir</salute>, your <salute>true</salute> friend</closer>"
    assert read(case) | diplomatic(case) == {"I am, Sir, your true friend"}


def test_when_a_book_was_bound_or_sealed_is_told() -> None:
    """By @notBefore, @notAfter and @when, as of what came to pass; not where the words say it."""
    case = (
        "<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><physDesc><bindingDesc><binding"
        " notBefore='1500' notAfter='1600'><p>Calf.</p></binding><binding when='1701'><p>Cloth of"
        " 1701.</p></binding></bindingDesc><sealDesc><seal when='1210'><p>Red wax.</p></seal>"
        "</sealDesc></physDesc></msDesc>"
    )
    for words in read(case):
        assert "Binding (1500–1600): Calf." in words
        assert "Binding: Cloth of 1701." in words
        assert "Seal (1210): Red wax." in words


def test_places_of_additions_have_one_word_however_they_are_written() -> None:
    """As projects write them: the margin with its side, above and below the line."""
    for place, told in (
        ("margin-left", "‹margin left: rye›"),
        ("margin_right", "‹margin right: rye›"),
        ("marginLeft", "‹margin left: rye›"),
        ("aboveLine", "\\rye/"),
        ("above-line", "\\rye/"),
        ("belowLine", "/rye\\"),
    ):
        case = f"<p>So <add place='{place}'>rye</add>.</p>"
        assert plain(case, "diplomatic").strip() == f"So {told}."
        assert read(case) == {"So rye."}


def test_words_supplied_within_supplied_words_have_one_pair_of_signs() -> None:
    """Where the reason is the same; a doubt about the inner ones is told."""
    case = (
        "<p>a <supplied>b <supplied cert='low'>c</supplied> d</supplied> <supplied>e <supplied"
        " reason='omitted'>f</supplied></supplied></p>"
    )
    stone = case.replace("<p>", "<div type='edition'><ab><lb n='1'/>")
    assert plain(case, "reading").strip() == "a [b c(?) d] [e ⟨f⟩]"
    assert plain(case, "diplomatic").strip() == "a"
    told = plain(stone.replace("</p>", "</ab></div>"), "reading")
    assert told.strip() == "1 a [b c(?) d] [e ⟨f⟩]"
    for name in ("reading.html", "epub.xhtml"):
        assert "a [b c(?) d] [e ⟨f⟩]" in said(case, name), name
