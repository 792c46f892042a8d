"""Every corpus builds, and no word of it is lost, run together, doubled or out of order."""

import pytest

from tests.foreign.corpora import FAULTS, WORDS, build_corpus, corpora
from tests.shared import CORPORA

pytestmark = [pytest.mark.shared, pytest.mark.slow, pytest.mark.complaints]


@pytest.mark.parametrize("corpus", corpora() if CORPORA.is_dir() else ())
def test_words_of_a_corpus(corpus: str) -> None:
    """All words in HTML and plain text (both texts of each) and EPUB."""
    outcome = build_corpus(corpus)
    amiss = {
        (one.file, one.code): f"{one.line}: {one.message}"
        for one in outcome.found
        if one.code in WORDS or one.code in FAULTS
    }
    assert amiss == {}
    # Records of manuscripts stand in headers: what these say is compared, and is no running text.
    assert outcome.words > 0 or corpus == "manuscripts"
    assert outcome.files > 0
