"""What was cited stays where it was."""

from tests.web.permalinks import RELEASED, leads, permalinks
from tests.web.site import Site


def test_no_released_address_is_lost(site: Site) -> None:
    """Every address of the last release leads to its place in this version."""
    released = RELEASED.read_text("utf-8").split()
    assert len(released) > 300
    assert [one for one in released if not leads(site, one)] == []


def test_a_lost_address_is_noticed(site: Site) -> None:
    """The test above can fail: a page or a place that is not there leads nowhere."""
    assert not leads(site, "gone.html")
    assert not leads(site, "soviet-admissions.html#p999")
    assert all(leads(site, one) for one in permalinks(site))
