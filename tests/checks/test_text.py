"""Suspicious text, dates and quotation marks: what must be told, and above all what must not."""

from pathlib import Path

import pytest

from tests.checks.editions import broken, found, laid_over

pytestmark = pytest.mark.usefixtures("without_grammar")

LINE = 28  # where the words stand in the letter of the smallest edition


def told(tmp_path: Path, words: str) -> list[str]:
    """Return the codes found when `words` stand in a paragraph of the letter."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei" / "texts" / "letter.xml"
    text = letter.read_text("utf-8").replace("The rest another time.", words)
    letter.write_text(text, "utf-8")
    return [one.code for one in found(root)]


@pytest.mark.parametrize(
    "words",
    [
        "“One,” he said, “two.”",
        "„Eins“, sagte er, „zwei“.",
        "„Eins”, sagte er.",
        "« Un », dit-il.",
        "»Eins«, sagte er.",
        "»Eins«, sagte er, «dit-il» und «un», »zwei!«",
        "« Un.</p><p>» Deux. »",
        "l’« un » (« deux »)",
        "»<hi>Eins</hi>«, sagte er.",
        'צה"ל of old',
        '"One," he said, "two."',
        "’Tis the dogs’ ‘master’ isn’t it",
        'a board of 6" and no more',
        "“One.</p><p>“Two.</p><p>“Three.”",
        "“One.</p><p>Two.”",
        "“One <hi>two</hi>” three",
        "<choice><sic>“One</sic><corr>One</corr></choice>",
        "“One<note>A “note” here.</note>”",
    ],
)
def test_quotations_that_are_in_order(tmp_path: Path, words: str) -> None:
    """Marks of several languages, and quotations that go on over paragraphs."""
    assert told(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("“One,” he said, “two.", 1),
        ("One,” he said.", 1),
        ("„Eins, sagte er.", 1),
        ('"One, he said.', 1),
        ("« Un, dit-il.", 1),
        ("Eins« sagte er »zwei", 2),
        ("»Eins, «un» zwei", 1),
        ("“One.</p><p>Two.</p><p>“Three.”", 1),
        ("One” and two” and “three", 3),
    ],
)
def test_quotations_that_are_not(tmp_path: Path, words: str, times: int) -> None:
    """Each mark without partner is told once."""
    assert told(tmp_path, words) == ["X004"] * times


@pytest.mark.parametrize(
    "words",
    [
        "Tyger &amp; tiger",
        "μῆνις, Πόλις and Москва",
        "a β-ray and Δt",
        "one\n   two\t three",
        "São Tomé, “Ärger”, Łódź, naïve",
        "10 000 F and 5 °C",
    ],
)
def test_text_that_only_looks_suspicious(tmp_path: Path, words: str) -> None:
    """Other scripts in words of their own, and indents, are as they should be."""
    assert told(tmp_path, words) == []


@pytest.mark.parametrize("character", ["\u200b", "&#x200B;", "&#8203;", "&#x80;"])
def test_what_nobody_sees(tmp_path: Path, character: str) -> None:
    """A hidden character is one, whether it was typed or written as a reference."""
    assert told(tmp_path, f"Len{character}in") == ["X003"]
    assert told(tmp_path / "other", "d&#233;tente") == []


@pytest.mark.parametrize("times", [0, 3, 40])
def test_a_habit_is_told_once(tmp_path: Path, times: int) -> None:
    """Two spaces are one finding, however often there are some."""
    assert told(tmp_path, "Two  words. " + "One.  " * times + "End.") == ["X005"]


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ('<date when="1800-02-28">28 Feb. 1800</date>', []),
        ('<date when="-0044-03-15">the Ides of March</date>', []),
        ('<date when="--04-17">every 17 April</date>', []),
        ('<date when="1803-01-10T12:30:00Z">noon, 10 January</date>', []),
        ('<date notBefore="1802" notAfter="1803-05">spring</date>', []),
        ('<date from="1801" to="1900">19th century</date>', []),
        ('<date when="1803-12">Christmas of 1803</date>', []),
        ('<date when="1803-05-01">1 May 1803, or <hi>2</hi></date>', []),
        ('<date when="1803-05">le 3 mai 1803</date>', []),
        ('<date notAfter="1803">by 1803</date>', []),
        ('<date from="1957" to="1958">1957-58</date>', []),
        ('<date when="1713-02-11">11 February 1712/13</date>', []),
        ('<date when="1715-02-11">11 February 1712/13</date>', ["D003"]),
        ('<date when="1139">1132–1140</date>', []),
        ('<date when="1141">1132–1140</date>', ["D003"]),
        ('<date when="1900-02-29">x</date>', ["D001"]),
        ('<date when="1803-13">x</date>', ["D001"]),
        ('<date when="10.1.1803">x</date>', ["D001"]),
        ('<date when="١٨٠٣">x</date>', ["D001"]),
        ('<date when="0000">x</date>', []),
        ('<date from="1803-05" to="1803-04-30">x</date>', ["D002"]),
        ('<date notBefore="1803" notAfter="1802">x</date>', ["D002"]),
        ('<date when="1803-05-01">1 May 1804</date>', ["D003"]),
        ('<date xml:lang="es" when="1803-05-01">1 de enero de 1803</date>', ["D003"]),
        ('<date xml:lang="pl" when="1803-05-01">1 maja 1803</date>', []),
        ('<date xml:lang="la" when="1215-06-15">regni mei</date>', []),
        ('<date when="1803-05-01">1. Mai 1803, 2 Uhr</date>', []),
        ('<date when="1803-05-01">1. April 1803</date>', ["D003"]),
        ('<date from="1803" to="1804">1805</date>', ["D003"]),
    ],
)
def test_dates(tmp_path: Path, date: str, codes: list[str]) -> None:
    """Dates that a calendar has, ranges, and what the words say."""
    assert told(tmp_path, date) == codes


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("#catherine", []),
        ("catherine", []),
        ("../registers/persons.xml#catherine", []),
        ("../registers/persons.xml", []),
        ("https://example.org/x#y", []),
        ("urn:isbn:1234", []),
        ("#a1 #d1", []),
        ("#nobody", ["P002"]),
        ("nobody", ["P002"]),
        ("../registers/persons.xml#nobody", ["P002"]),
        ("nowhere.xml", ["P004"]),
    ],
)
def test_pointers(tmp_path: Path, target: str, codes: list[str]) -> None:
    """Every way of pointing that the TEI knows."""
    assert told(tmp_path, f'<ref target="{target}">x</ref>') == codes


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("www.example.org/x", "written in full: https://www.example.org/x"),
        ("10.1000/182", "written in full: https://doi.org/10.1000/182"),
        ("note.1", "write #note.1"),
        ("images/1.jpg", "relative to tei/texts/letter.xml."),
    ],
)
def test_what_a_missing_file_may_mean(tmp_path: Path, target: str, hint: str) -> None:
    """An address without its beginning, an id without its sign, or a file."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml", "The rest", f'<ref target="{target}">The rest</ref>')
    (one,) = found(root)
    assert one.code == "P004"
    assert one.hint.endswith((hint, f"{hint}."))


def test_a_pointer_that_fails_often_is_told_once(tmp_path: Path) -> None:
    """The same wrong id five times is one fault."""
    assert told(tmp_path, '<persName ref="#nobody">x</persName> ' * 5) == ["P002"]


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("mea⸗<lb/>dow", 1),
        ("mea¬ <hi><lb n='2'/>dow</hi>", 1),
        ("mea¬\n  dow", 1),
        ("<hi>mea-</hi>\n<pb/><lb/>dow", 1),
        ("<line>mea-</line>\n<line>dow</line>", 1),
        ("<line><hi>mea-</hi></line><line n='2'>dow</line><line>dry-</line><line>Hay</line>", 1),
        ("<line>mea-</line><line break='no'>dow</line>", 0),
        ("<w>mea-<lb/>dow</w>, mea-<lb break='no'/>dow, mea-<pb/><lb break='no'/>dow", 0),
        ("North-<lb/>South, rye- and <lb/>oatmeal, 3-<lb/>4, rye -<lb/>and so", 0),
    ],
)
def test_hyphens_at_ends_of_lines(tmp_path: Path, words: str, times: int) -> None:
    """Told once a file, where a word may go on and no break says whether it does."""
    assert told(tmp_path, words).count("X007") == times


def test_a_reading_has_the_witnesses_of_its_group(tmp_path: Path) -> None:
    """One that has none itself, in a group without any, is told."""
    listed = '<listWit><witness xml:id="A">A</witness></listWit>'
    for group, codes in ((' wit="#A"', 0), ("", 1)):
        entry = f"{listed}<app><lem>a</lem><rdgGrp{group}><rdg>b</rdg></rdgGrp></app>"
        assert told(tmp_path / f"{codes}", entry).count("A002") == codes
