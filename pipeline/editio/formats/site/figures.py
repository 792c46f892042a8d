"""The pictures of a register, put into it as geometry for the stylesheet to draw."""

from lxml import etree

from editio.formats.site.outlines import map_of
from editio.formats.site.timeline import timeline_of
from editio.model.registers import Register


def with_figures(register: Register) -> str:
    """Return a register with `ed:map` and `ed:timeline` at its end, if there is matter for them."""
    made = [one for one in (map_of(register), timeline_of(register)) if one is not None]
    drawn = "".join(etree.tostring(one, encoding="unicode") for one in made)
    head, end, tail = register.xml.rpartition("</")
    return f"{head}{drawn}{end}{tail}"
