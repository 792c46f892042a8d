"""What pages that span texts read of the facts of one: what its line in a list says, and where it
names entries of registers. A tenth of the facts, so that those of many texts find room in one tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from editio.edition.reading.source import ED
from lxml import etree

# Attributes of facts, their fields, and tables of their rows that xslt/site/ reads.
_SAID = ("id", "lang", "called", "kind", "compared")
_FIELDS = frozenset(("title", "author", "date", "source"))
_TARGETS = frozenset(("licence", "rights-statement"))
_LISTED, _SPOKEN = frozenset(("manuscripts",)), frozenset(("speeches", "utterances"))
_ROWS = _SPOKEN | {"entries"}
_SHOWN = frozenset(("in", "only", "cert"))
_NAMED = f' xmlns:ed="{ED}"'
# One for all: making a parser takes longer than reading a letter.
_PARSER = etree.XMLParser(huge_tree=True)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention: the entries that it means, and as XML what a page says of it."""

    entries: tuple[str, ...]
    shown: str

    def naming(self, entries: tuple[str, ...]) -> str:
        """Return the `ed:mention` as one of these entries alone."""
        return f"<ed:mention entries={quoteattr(' '.join(entries))}{self.shown}"


@dataclass(frozen=True, slots=True)
class Brief:
    """The facts of a text in brief: its `head` begins an `ed:facts` with what its line in a list is
    made of, `more` is what lists of other things read. `acts`: the entries of those who took part
    in its letters; `speakers`: to whom speeches are given.
    """

    id: str
    head: str
    more: str
    mentions: tuple[Spot, ...]
    acts: frozenset[str]
    speakers: frozenset[str]

    @property
    def listed(self) -> str:
        """The `ed:facts` for lists: of mentions they count how many there are."""
        return closed(self.head, *(naming(one.entries) for one in self.mentions), self.more)


def closed(head: str, *parts: str) -> str:
    """Return the `ed:facts` that begins with a head and goes on with these parts."""
    return f"{head}{''.join(parts)}</ed:facts>"


def naming(entries: tuple[str, ...]) -> str:
    """Return an `ed:mention` of which nothing is said."""
    return f"<ed:mention entries={quoteattr(' '.join(entries))}/>"


def brief(xml: str) -> Brief:
    """Return what an `ed:facts` says in brief."""
    root = etree.fromstring(xml, _PARSER)
    said = ((name, root.get(name)) for name in _SAID)
    start = "".join(f" {name}={quoteattr(value)}" for name, value in said if value is not None)
    acts = (one for one in root.iter(f"{{{ED}}}party", f"{{{ED}}}place"))
    return Brief(
        root.get("id", ""),
        f"<ed:facts{start}>{''.join(_head(root))}",
        "".join(_more(root)),
        tuple(map(_spot, root.iterfind(f"{{{ED}}}mention"))),
        frozenset(entry for one in acts for entry in one.get("entries", "").split()),
        frozenset(_speakers(root)),
    )


def _head(root: etree._Element) -> Iterator[str]:
    for one in root.iterchildren(etree.Element):
        kind, name = etree.QName(one).localname, one.get("name", "")
        if kind == "field" and (name in _TARGETS or name in _FIELDS or "group" in one.attrib):
            if name in _TARGETS and "group" not in one.attrib:
                one.text = ""
            yield _bare(one)
        elif kind == "letter" or (kind == "row" and one.get("table") in _LISTED):
            yield _bare(one)


def _more(root: etree._Element) -> Iterator[str]:
    for one in root.iterchildren(etree.Element):
        kind = etree.QName(one).localname
        if kind == "intervention":
            yield "<ed:intervention/>"
        elif kind == "row" and one.get("table") in _ROWS:
            yield _bare(one)


def _speakers(root: etree._Element) -> Iterator[str]:
    for row in root.iterfind(f"{{{ED}}}row"):
        if row.get("table") in _SPOKEN:
            for one in row.iterfind(f"{{{ED}}}value[@name='who']"):
                yield from filter(None, (one.text or "").split("|"))


def _spot(mention: etree._Element) -> Spot:
    entries = tuple(dict.fromkeys(mention.get("entries", "").split()))
    for name in [str(one) for one in mention.attrib if one not in _SHOWN]:
        del mention.attrib[name]
    return Spot(entries, _bare(mention).removeprefix("<ed:mention"))


def _bare(one: etree._Element) -> str:
    """Return an element of facts without the white space that sets its parts on lines."""
    for part in one.iter(etree.Element):
        if len(part) and not (part.text or "").strip():
            part.text = None
        if part is not one and not (part.tail or "").strip():
            part.tail = None
    written = etree.tostring(one, encoding="unicode", with_tail=False)
    return written.replace(_NAMED, "", 1)
