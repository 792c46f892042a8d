"""Entries of a dictionary with one headword are told apart where headwords are listed."""

from pathlib import Path

from tests.pipeline.editions import edition, tei
from tests.web.conftest import built


def test_homographs_have_raised_numbers(tmp_path: Path) -> None:
    """As they follow each other, in the list of all and behind the dictionary."""
    words = ["ale", *"bcdfghijklmnopqrstuv", "ear", "ear", "oat"]
    body = "".join(
        f'<entry xml:id="e{n}"><form><orth>{word}</orth></form>'
        f"<sense><def>d{n}</def></sense></entry>"
        for n, word in enumerate(words)
    )
    site = built(edition(tmp_path, words=tei(f"<div>{body}</div>", id="words")), tmp_path / "build")
    listed = site.pages["lists/headwords.html"].words("//ol[@class='entries']/li/a")
    assert [one for one in listed if len(one) > 1] == ["ale", "ear¹", "ear²", "oat"]
    behind = site.pages["words.html"].words("//section[@class='index headwords']//li/a")
    assert [one for one in behind if len(one) > 1] == ["ale", "ear¹", "ear²", "oat"]
