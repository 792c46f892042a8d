"""Codes of languages: well-formed ones (RFC 5646) are taken, whatever they say; others are not."""

from pathlib import Path

import pytest
from editio.edition.project import discover
from editio.edition.texts.languages import is_language, main

from tests.pipeline.editions import edition, tei

FIT = (
    "de", "grc", "de-AT", "de-CH-1901", "sl-rozaj-biske", "zh-cmn-Hans-CN", "sr-Latn-RS", "es-419",
    "de-CH-x-a", "de-x-phonebk", "x-a", "en-a-bbb-x-a-ccc", "de-DE-u-co-phonebk", "ZH-hant",
    "de-1996", "en-GB-oed", "i-klingon",
)  # fmt: skip
UNFIT = (
    "", "xx", "deutsch", "de_AT", "de-", "de-x", "de-CH-x-", "de-a", "de-x-muchtoolong", "a-DE",
    "de-CH-CH", "de-Latn-Latn", "x", "de-419-DE", "de AT",
)  # fmt: skip


@pytest.mark.parametrize("tag", FIT)
def test_well_formed(tag: str, tmp_path: Path) -> None:
    """In the settings nothing is told of it."""
    assert is_language(tag)
    folder = edition(tmp_path, one=tei())
    (folder / "edition.toml").write_text(f'[site]\nlanguage = "{tag}"\n', "utf-8")
    project, told = discover(folder)
    assert not told
    assert project.settings.site.language == tag


@pytest.mark.parametrize("tag", UNFIT)
def test_not_well_formed(tag: str) -> None:
    """What is no code, or ends where something must follow."""
    assert not is_language(tag)


def test_the_language_without_the_rest() -> None:
    """By which words and hyphens are chosen."""
    assert [main(one) for one in ("de-CH-x-a", "zh-cmn-Hans", "x-a")] == ["de", "zh", "x"]
