"""Headers as typed values: what the teiHeader of a text, of a register or of the edition's own
document says, one field a fact, as xslt/rules/header.xsl made them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from editio.edition.reading.source import ED
from editio.model.letters import UNDATED, When, when_of
from lxml import etree

# What stands between licences where a header states several.
SEVERAL = " | "
# Fields that say on which terms a text is given.
TERMS = ("licence", "rights-statement")


@dataclass(frozen=True, slots=True)
class Field:
    """A fact: its name in the header (title, author, licence …), its text, what else is said."""

    name: str
    text: str = ""
    type: str = ""
    role: str = ""
    task: str = ""
    family: str = ""
    given: str = ""
    target: str = ""
    ident: str = ""
    n: str = ""
    unit: str = ""
    said: str = ""
    cert: str = ""
    date: When = UNDATED

    @property
    def words(self) -> str:
        """Its text, white space collapsed."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of a header, in its order, and the language of its document."""

    lang: str = ""
    fields: tuple[Field, ...] = ()

    def named(self, *names: str) -> Iterator[Field]:
        """Yield the fields of these names, in the order of the header."""
        return (one for one in self.fields if one.name in names)

    def every(self, name: str) -> list[str]:
        """Return the words of all fields of a name that have any."""
        return [words for one in self.named(name) if (words := one.words)]

    def first(self, name: str) -> str:
        """Return the words of the first field of a name that has any."""
        return next(iter(self.every(name)), "")

    def licence(self, name: str = "licence") -> str:
        """Return the address of the licence that is stated, else its words; nothing if none is.
        Of several, each is told.
        """
        stated = (one.target or one.words for one in self.named(name))
        return SEVERAL.join(dict.fromkeys(filter(None, stated)))

    def terms(self) -> str:
        """Return the licences and the statements of rights, by their addresses, as above."""
        stated = (one.target or one.words for one in self.named(*TERMS))
        return SEVERAL.join(dict.fromkeys(filter(None, stated)))

    def said_of_rights(self) -> str:
        """Return what it says of the rights in words that state no licence."""
        return " ".join(dict.fromkeys(one.said for one in self.named("rights") if one.said))


UNSAID = Header()


def header(element: etree._Element) -> Header:
    """Return the header whose `ed:field` an element holds."""
    return Header(element.get("lang", ""), fields(element))


def header_of(document: str) -> Header:
    """Return the header of a document, which is given as behaviours, in XML."""
    root = etree.fromstring(document)
    metadata = root.find(f".//{{{ED}}}metadata")
    return Header(root.get("lang", ""), () if metadata is None else fields(metadata))


def fields(element: etree._Element) -> tuple[Field, ...]:
    """Return the `ed:field` that an element holds."""
    return tuple(map(_field, element.iterfind(f"{{{ED}}}field")))


def _field(one: etree._Element) -> Field:
    said = {name: one.get(name, "") for name in _SAID}
    return _shared(text="".join(map(str, one.itertext())), date=when_of(one), **said)


# What the texts of an edition say alike, from publisher to licence, is one value in memory.
_shared = lru_cache(4096)(Field)
_SAID = (
    *("name", "type", "role", "task", "family", "given", "target", "ident", "n", "unit"),
    *("said", "cert"),
)
