"""What costs most is done once: measuring a word, laying out a volume that no index changes."""

from typing import Any

import pytest
from editio.engines.paged import composition, measures, setter
from editio.engines.paged.design import Design
from weasyprint.text import line_break

PAGE = '<html lang="en"><title>t</title><body>{}</body></html>'


def test_a_word_is_measured_once_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is said."""
    asked: list[str] = []
    create = line_break.create_layout

    def counted(text: str, *more: Any) -> Any:
        asked.append(text)
        return create(text, *more)

    monkeypatch.setattr(measures, "create_layout", counted)
    text = "The organisation of the economy. " * 12
    html = f'<div class="text"><p class="p">{text}</p><p class="p">{text}</p></div>'
    document, said = setter.lay_out(PAGE.format(html), Design(fit=True))
    assert said == []
    assert len(asked) == len({*asked}) > 5
    assert document.pages


@pytest.mark.parametrize(("mention", "layouts"), [("", 1), (' data-entries="ada"', 2)])
def test_a_volume_without_an_index_is_laid_out_once(
    mention: str, layouts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time is for the page numbers in the indexes."""
    laid_out = setter.lay_out
    asked: list[str] = []

    def counted(page: str, *more: Any, **others: Any) -> Any:
        asked.append(page)
        return laid_out(page, *more, **others)

    monkeypatch.setattr(setter, "lay_out", counted)
    html = PAGE.format(f'<p>Said by <span id="m"{mention}>Ada</span>.</p>')
    made = composition.compose_indexed(lambda locators: html, Design())
    assert made.said == []
    assert len(asked) == layouts
