"""Texts in files of their own of which one is the translation of the other."""

from pathlib import Path

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.edition.texts.translations import ORIGINAL, TRANSLATED, VERSIONS

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{lang}"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><bibl>T{head}</bibl>
</sourceDesc></fileDesc></teiHeader><text{type}><body>{body}</body></text></TEI>"""
RELATED = '<relatedItem type="{}" target="{}"/>'
POINTS = '<p corresp="{}.xml#p1">A.</p>'


def _pairs(root: Path, texts: dict[str, dict[str, str]], settings: str = "") -> dict[str, str]:
    """Translations by their originals, of an edition of these texts."""
    (root / "tei" / "texts").mkdir(parents=True)
    (root / "edition.toml").write_text(settings, "utf-8")
    for name, parts in texts.items():
        usual = {"lang": name[:2], "head": "", "type": "", "body": '<p xml:id="p1">A.</p>'}
        (root / "tei" / "texts" / f"{name}.xml").write_text(TEXT.format(**usual | parts), "utf-8")
    edition, found = load(discover(root)[0])
    assert [one.code for one in found] == []
    tops = {one.id: one.top for one in edition.texts}
    pairs = {name: top.get(TRANSLATED, "") for name, top in tops.items() if top.get(TRANSLATED)}
    # Both know of each other.
    assert {one: top.get(ORIGINAL) for one, top in tops.items() if top.get(ORIGINAL)} == {
        translation: original for original, translation in pairs.items()
    }
    return pairs


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        ({"en": {"body": POINTS.format("la")}, "la": {}}, {"la": "en"}),
        ({"en": {"body": POINTS.format("la")}, "la": {"body": POINTS.format("en")}}, {"en": "la"}),
        (
            {"en": {"type": ' type="translation"'}, "la": {"body": POINTS.format("en")}},
            {"la": "en"},
        ),
        ({"en": {"head": RELATED.format("translationOf", "la.xml")}, "la": {}}, {"la": "en"}),
        ({"en": {}, "la": {"head": RELATED.format("translation", "../t/en.xml")}}, {"la": "en"}),
        ({"en": {"head": RELATED.format("", "la.xml")}, "la": {}}, {"en": "la"}),
        # A later state in the same language; what points nowhere; what points to another site.
        ({"en-1": {}, "en-2": {"body": POINTS.format("en-1")}}, {}),
        ({"en": {"body": POINTS.format("fr")}, "la": {}}, {}),
        ({"en": {"body": POINTS.format("https://example.org/la")}, "la": {}}, {}),
        # One pair each: the second translation stands by itself.
        (
            {"de": {"body": POINTS.format("la")}, "en": {"body": POINTS.format("la")}, "la": {}},
            {"la": "de"},
        ),
    ],
    ids=["corresp", "both", "typed", "original", "translation", "untyped", "language", "nowhere",
         "elsewhere", "two"],
)  # fmt: skip
def test_a_translation_is_known_by_what_either_file_says(
    tmp_path: Path, texts: dict[str, dict[str, str]], pairs: dict[str, str]
) -> None:
    """By a relatedItem of the header, else by @corresp between two languages."""
    assert _pairs(tmp_path, texts) == pairs


def test_versions_of_one_text_know_each_other(tmp_path: Path) -> None:
    """Those that translate the same, and a translation of one: by id, role, language."""
    texts = {
        name: {"body": POINTS.format(of)} for name, of in (("de", "la"), ("en", "de"), ("fr", "la"))
    }
    _pairs(tmp_path, texts | {"la": {}, "nl": {}})
    edition, _ = load(discover(tmp_path)[0])
    told = {one.id: one.top.get(VERSIONS) for one in edition.texts}
    assert told["la"] == "de|translated|de en|translated|en fr|translated|fr"
    assert told["fr"] == "la|original|la de|translated|de en|translated|en"
    assert told["nl"] is None


def test_the_settings_come_before_what_files_say(tmp_path: Path) -> None:
    """They name originals and translations as files or ids."""
    texts = {"de": {"body": POINTS.format("la")}, "en": {}, "la": {}}
    assert _pairs(tmp_path, texts, '[print]\npairs = { la = "en" }\n') == {"la": "en"}
