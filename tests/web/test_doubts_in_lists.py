"""What a header doubts is doubted in lists, too."""

from pathlib import Path

from editio.edition.edition import opened
from editio.render.build import Plan, build

from tests.pipeline.editions import edition, tei

LETTER = """<profileDesc><correspDesc><correspAction type="sent"><persName>Anna<certainty
locus="value" degree="0.3"/></persName><placeName cert="low">Basel</placeName><date
when="1799-10-03" cert="low"/></correspAction><correspAction type="received"><persName
evidence="conjecture">Bert</persName></correspAction></correspDesc></profileDesc></teiHeader>"""


def test_lines_of_letters_tell_doubts(tmp_path: Path) -> None:
    """Whom, where, when: as the head of the letter does."""
    made = edition(tmp_path, letter=tei("<p>Rye.</p>", "letter").replace("</teiHeader>", LETTER))
    one, _ = opened(made)
    build(Plan(one, ("html",), made / "build", cached=False))
    line = "Anna (?) → [Bert] · Basel (?) · 3 October 1799 (?)"
    assert line in (made / "build/index.html").read_text("utf-8")
