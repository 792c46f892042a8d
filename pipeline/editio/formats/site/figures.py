"""The pictures of a register, put into it as geometry for the stylesheet to draw."""

from lxml import etree

from editio.formats.site.outlines import map_of
from editio.formats.site.timeline import timeline_of


def with_figures(register: str) -> str:
    """Give a register with `ed:map` and `ed:timeline` at its end, where it has matter for them."""
    root = etree.fromstring(register)
    root.extend([made for made in (map_of(root), timeline_of(root)) if made is not None])
    return etree.tostring(root, encoding="unicode")
