"""Citations as typed values: what one has to know of a text, or of the edition, to cite it."""

from dataclasses import dataclass

# A year; a year and a month; a year, a month and a day.
Day = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands, or in its parts where the header tells them apart."""

    literal: str = ""
    family: str = ""
    given: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists are sorted by it: “Böhm, Stephan”."""
        return self.literal or f"{self.family}, {self.given}"

    @property
    def straight(self) -> str:
        """The name as one reads it: “Stephan Böhm”."""
        return self.literal or f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A chapter (a text in an edition), a document or a book. `container` is the edition that a
    text is in, `original` the date of the text itself, `place` where it is published.
    """

    id: str
    type: str
    title: str
    container: str = ""
    authors: tuple[Name, ...] = ()
    series: str = ""
    original: Day = ()
    language: str = ""
    editors: tuple[Name, ...] = ()
    translators: tuple[Name, ...] = ()
    publisher: str = ""
    place: str = ""
    issued: Day = ()
    version: str = ""
    doi: str = ""
    url: str = ""
