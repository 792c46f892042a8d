"""Where a text gives no ids, readers are told of places by paragraph and part."""

import csv
import re
from pathlib import Path

from tests.pipeline.editions import edition, tei
from tests.web.conftest import built

READ = '<app><lem wit="#A">{0}</lem><rdg wit="#B">{0}s</rdg></app>'
WITNESSES = '<sourceDesc><listWit><witness xml:id="A"/><witness xml:id="B"/></listWit></sourceDesc>'
BODY = (
    f"<div><head>On salt</head><p>Salt is {READ.format('dear')}.</p>"
    f"<table><row><cell>It is {READ.format('white')}.</cell></row></table>"
    f'<list><item>And <choice><sic>weet</sic><corr resp="#A">wet</corr></choice>.</item></list>'
    f'<p xml:id="two">Sold <supplied resp="#A">here</supplied> by a {READ.format("fuller")}.</p>'
    "</div>"
)


def test_made_ids_are_addresses_only(tmp_path: Path) -> None:
    """In the comparison, the textual notes, the tables, and for who hears the page."""
    words = tei(BODY).replace("<sourceDesc><p>None.</p></sourceDesc>", WITNESSES)
    assert WITNESSES in words
    site = built(edition(tmp_path / "in", small=words), tmp_path / "out", "tables")
    for path, page in site.pages.items():
        labels = [str(one) for one in page.find("//@aria-label")]
        assert re.findall(r"body1\S*", " ".join([*page.words("//body"), *labels])) == [], path
    (label,) = site.pages["small.html"].find("//p[not(@id='two')]/a[@class='pl']/@aria-label")
    assert label == "¶ 1"
    rows = site.pages["small-comparison.html"].words("//tbody//th")
    assert rows == ["On salt", "¶ 1", "On salt", "On salt", "two"]
    places = site.pages["interventions.html"].words("//tbody//th")
    assert places[1:] == ["¶ 1", "On salt", "On salt", "two", "¶ 2"]
    with (tmp_path / "out/tables/apparatus.csv").open(encoding="utf-8", newline="") as file:
        keys = [row["key"] for row in csv.DictReader(file)]
    assert list(dict.fromkeys(keys)) == ["¶ 1", "On salt", "¶ 2"]
