"""Where words begin and end that are named elsewhere is asked as of every pointer."""

from pathlib import Path

import pytest

from tests.checks.editions import found

FRAME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Mill</title>'
    "</titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc>"
    '</fileDesc></teiHeader><text><body><p xml:id="k">The mill</p>{}</body></text></TEI>'
)
CASES = {
    '<listApp><app from="#k" to="#gone"><rdg>corn</rdg></app></listApp>': "@to",
    '<listApp><app from="#gone"><rdg>corn</rdg></app></listApp>': "@from",
    '<listApp><app from="#k" to="#k"><rdg>corn</rdg></app></listApp>': "",
    '<spanGrp><span from="#gone" to="#k">on mills</span></spanGrp>': "@from",
    '<p><delSpan spanTo="#gone"/>corn</p>': "@spanTo",
    '<p><biblScope unit="page" from="gone" to="k">9</biblScope></p>': "",
    '<p><date from="1801" to="1802">then</date></p>': "",
}


@pytest.mark.parametrize(("words", "attribute"), CASES.items())
def test_ends_are_there(words: str, attribute: str, tmp_path: Path) -> None:
    """An end that is nowhere is an error; numbers and dates are no pointers."""
    (tmp_path / "mill.xml").write_text(FRAME.format(words), "utf-8")
    told = [one for one in found(tmp_path) if one.code == "P002"]
    assert [one.message.split()[0] for one in told] == [attribute] * bool(attribute)
