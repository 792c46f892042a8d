"""Twenty faults of twenty kinds in one letter: each told where it is, and nothing else."""

from pathlib import Path

from tests.checks.editions import found, laid_over

# Line, code, and what the finding must say to be of use.
PLANTED = (
    (15, "S007", "Did you mean “free”?"),
    (24, "D001", "that month has no day 30"),
    (26, "P001", "Line 29, column"),
    (26, "P002", "Did you mean “#catherine”?"),
    (27, "A005", "nothing is corrected"),
    (28, "S002", "Did you mean <persName>?"),
    (29, "P001", "Line 26, column"),
    (29, "D002", "@from 1803-01 is after @to 1802-12"),
    (30, "D003", "day 25"),
    (31, "P005", "is a place"),
    (32, "S005", "@rendition is not an attribute of <p>"),
    (32, "X004", "is not closed"),
    (33, "X001", "cyrillic small letter te"),
    (34, "X002", "a soft hyphen"),
    (35, "S003", "It belongs in <opener>, <closer>."),
    (36, "S008", "Put it into <p>"),
    (37, "S006", "Add @url"),
    (38, "P004", "Is tei/registers/persons.xml meant?"),
    (40, "R001", "“two” is none"),
    (42, "P011", "off by one note"),
    (48, "P010", "target"),
)


def test_twenty_faults(tmp_path: Path) -> None:
    """Each fault is one finding on its line, with a hint that can be acted on."""
    root = laid_over(tmp_path / "mini", Path(__file__).parent / "twenty")
    told = found(root)
    assert len({code for _, code, _ in PLANTED}) == 20
    assert sorted((one.line, one.code) for one in told) == sorted((n, c) for n, c, _ in PLANTED)
    for line, code, words in PLANTED:
        (one,) = [one for one in told if (one.line, one.code) == (line, code)]
        assert words in f"{one.message} {one.hint}"
        assert one.hint
        assert one.file == "tei/texts/letter.xml"
        assert one.column
