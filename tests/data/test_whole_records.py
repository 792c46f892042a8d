"""A reference that has everything there is to say, in each form: every field, and no other."""

import json
from dataclasses import replace

import pytest
from editio.formats.exchange import bibtex, ris
from editio.formats.references import csl
from editio.model.citations import Citation, Name

WHOLE = Citation(
    id="mill",
    type="chapter",
    title="On Salt",
    container="Papers of a Mill",
    authors=(Name(family="Korn", given="Ada"), Name(literal="The Mill Guild")),
    series="Trades",
    original=(1801, 5),
    language="en",
    editors=(Name(family="Holm", given="Ida"),),
    translators=(Name(family="Bern", given="Leo"),),
    publisher="Mill Press",
    place="Hallow",
    issued=(2020, 3, 1),
    version="2",
    doi="10.1/mill",
    url="https://mill.example/salt",
)
BIBTEX = """@incollection{mill,
  author = {Korn, Ada and {The Mill Guild}},
  title = {{On Salt}},
  booktitle = {Papers of a Mill},
  editor = {Holm, Ida},
  translator = {Bern, Leo},
  series = {Trades},
  publisher = {Mill Press},
  address = {Hallow},
  year = {2020},
  edition = {Version 2},
  note = {Text of 1801-05},
  language = {en},
  doi = {10.1/mill},
  url = {https://mill.example/salt}
}
"""
RIS = """TY  - CHAP
ID  - mill
AU  - Korn, Ada
AU  - The Mill Guild
TI  - On Salt
T2  - Papers of a Mill
T3  - Trades
ED  - Holm, Ida
A4  - Bern, Leo
CY  - Hallow
PB  - Mill Press
PY  - 2020
ET  - Version 2
LA  - en
N1  - Text of 1801-05
DO  - 10.1/mill
UR  - https://mill.example/salt
ER  - """
CSL = {
    "id": "mill",
    "type": "chapter",
    "container-title": "Papers of a Mill",
    "title": "On Salt",
    "author": [{"family": "Korn", "given": "Ada"}, {"literal": "The Mill Guild"}],
    "collection-title": "Trades",
    "original-date": {"date-parts": [[1801, 5]]},
    "language": "en",
    "editor": [{"family": "Holm", "given": "Ida"}],
    "translator": [{"family": "Bern", "given": "Leo"}],
    "publisher": "Mill Press",
    "publisher-place": "Hallow",
    "issued": {"date-parts": [[2020, 3, 1]]},
    "version": "2",
    "DOI": "10.1/mill",
    "URL": "https://mill.example/salt",
}


def test_every_field() -> None:
    """In BibTeX, RIS and CSL-JSON."""
    assert bibtex(WHOLE).strip() == BIBTEX.strip()
    assert ris(WHOLE).replace("\r\n", "\n").strip() == RIS.strip()
    assert csl(WHOLE) == CSL
    assert json.loads(json.dumps(csl(WHOLE))) == CSL


@pytest.mark.parametrize(
    ("kind", "entry", "record"),
    [
        ("chapter", "@incollection{", "TY  - CHAP\r\n"),
        ("book", "@book{", "TY  - BOOK\r\n"),
        ("document", "@misc{", "TY  - GEN\r\n"),
    ],
)
def test_what_each_kind_is_called(kind: str, entry: str, record: str) -> None:
    """A document has no kind of its own there."""
    of = replace(WHOLE, type=kind)
    assert bibtex(of).startswith(entry)
    assert ris(of).startswith(record)
    assert csl(of)["type"] == kind


def test_what_is_not_known_is_not_there() -> None:
    """A title alone makes a reference."""
    of = Citation("salt", "book", "On Salt")
    assert bibtex(of).split() == ["@book{salt,", "title", "=", "{{On", "Salt}}", "}"]
    assert ris(of).split("\r\n")[:4] == ["TY  - BOOK", "ID  - salt", "TI  - On Salt", "ER  - "]
    assert csl(of) == {"id": "salt", "type": "book", "title": "On Salt"}
