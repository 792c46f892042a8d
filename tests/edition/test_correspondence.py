"""Letters stand by date, and know those before and after them with the same partner."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.edition.reading.source import Document
from editio.edition.texts.correspondence import Neighbour, neighbours

from tests.pipeline.editions import edition, tei

ANNE, BERT, CARL = (f'<persName ref="#{one}">{one}</persName>' for one in "abc")


def letter(sender: str, receiver: str, date: str, context: str = "") -> str:
    """Return a letter with what is said of it in its header."""
    told = (
        f'<profileDesc><correspDesc><correspAction type="sent">{sender}<date {date}/>'
        f'</correspAction><correspAction type="received">{receiver}</correspAction>'
        f"<correspContext>{context}</correspContext></correspDesc></profileDesc></teiHeader>"
    )
    return tei().replace("</teiHeader>", told).replace(' xml:id="small"', "")


LETTERS = {
    "aa": letter(ANNE, BERT, 'when-iso="18500503"'),
    "ab": letter(BERT, ANNE, 'notBefore="1850-04-01" notAfter="1850-06-01"'),
    "ac": letter(ANNE, CARL, ""),
    "ad": letter(CARL, ANNE, 'from="1849" to="1850"'),
    "ae": letter(ANNE, BERT, 'when="1850-05-01"', '<ref type="prev" target="ac.xml">one</ref>'
                 '<ref type="withinCollection" subtype="next_letter" target="lost">lost</ref>'
                 '<ref type="next-in-corresp" target="gone"/>'
                 # These are other orders.
                 '<ref type="prev_same_sender" target="aa"/>'
                 '<ref type="next_same_addressee" target="aa"/>'),
}  # fmt: skip


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Document]:
    """Read an edition of letters that its files do not have in order, with a preface."""
    preface = tei().replace(' xml:id="small"', "")
    folder = edition(tmp_path_factory.mktemp("letters"), preface=preface, **LETTERS)
    return load(discover(folder)[0])[0].texts


def test_letters_stand_by_date(texts: Sequence[Document]) -> None:
    """By the first day that is possible, undated ones last; what is no letter keeps its place."""
    assert [text.id for text in texts] == ["ad", "ab", "ae", "aa", "ac", "preface"]


def test_letters_with_one_partner(texts: Sequence[Document]) -> None:
    """Anne takes part in all: the others are the partners; the editors' word comes first."""
    ids = [one.id for one in texts]
    found = dict(zip(ids, neighbours(texts, [f"T {one}" for one in ids]), strict=True))

    def with_bert(role: str, text: str) -> Neighbour:
        return Neighbour(role, "correspondence", "b", f"T {text}", text)

    assert found["ab"] == (with_bert("next", "ae"),)
    assert found["aa"] == (with_bert("previous", "ae"),)
    assert found["ae"] == (
        Neighbour("previous", "collection", "", "T ac", "ac"),
        Neighbour("next", "collection", "", "lost", ""),
        with_bert("previous", "ab"), with_bert("next", "aa"),
    )  # fmt: skip
    assert [one.text for one in found["ad"]] == ["ac"]
    assert found["preface"] == ()


def test_letters_are_named_in_many_ways(tmp_path: Path) -> None:
    """By a path, by a prefix of the header; who takes part may be said by the names alone."""
    prefix = (
        '<encodingDesc><listPrefixDef><prefixDef ident="l" matchPattern="(.+)" '
        'replacementPattern="../$1.xml"/></listPrefixDef></encodingDesc><profileDesc>'
    )
    ways = '<ref type="prev" target="../texts/aa.xml#aa"/><ref type="next" target="l:cc"/>'
    bare = '<persName type="sender" ref="#a">A</persName><date when="1850-05-02"/>'
    bare += '<persName type="addressee" ref="#b">B</persName></correspAction>'
    one = letter(ANNE, BERT, "").partition("<correspAction")[0] + f"<correspAction>{bare}"
    folder = edition(
        tmp_path,
        aa=letter(ANNE, BERT, 'when="1850-05-03"'),
        bb=letter(ANNE, BERT, 'when="1850-05-01"', ways).replace("<profileDesc>", prefix),
        cc=one + letter(ANNE, BERT, "").rpartition("</correspContext>")[2],
    )
    texts = load(discover(folder)[0])[0].texts
    assert [text.id for text in texts] == ["bb", "cc", "aa"]
    near = neighbours(texts, ["", "", ""])
    stated = [(one.role, one.text) for one in near[0] if one.within == "collection"]
    assert stated == [("previous", "aa"), ("next", "cc")]
    assert ("next", "aa") in [(one.role, one.text) for one in near[1]]


def test_order_of_the_settings_comes_first(tmp_path: Path) -> None:
    """A letter that edition.toml names is where that says."""
    folder = edition(tmp_path, **{name: LETTERS[name] for name in ("aa", "ab", "ad")})
    (folder / "edition.toml").write_text('order = ["aa"]\n', "utf-8")
    assert [one.id for one in load(discover(folder)[0])[0].texts] == ["aa", "ad", "ab"]
