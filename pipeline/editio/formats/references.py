"""Headers to citations, and citations to CSL-JSON, which citation managers and processors read."""

import re
from collections.abc import Iterator
from typing import Any

from editio.edition.reading.addresses import is_followed
from editio.model.citations import Citation, Day, Name
from editio.model.facts import Facts
from editio.model.header import Field, Header


def citation(facts: Facts, edition: str, site: str = "") -> Citation:
    """Return how a text is cited as part of the edition, from the facts of its header.

    `site` is the address of the site, for texts whose header gives none of their own.
    """
    header = facts.header
    return Citation(
        id=facts.id,
        type="chapter" if edition else "document",
        title=_title(header.first("title"), header),
        container=edition,
        authors=tuple(map(_name, header.named("author"))),
        series=_series(header, edition),
        original=_date(header, "date"),
        language=facts.text_lang or facts.lang,
        **_published(header, site and f"{site}{facts.id}.html"),
    )


def edition_citation(own: Header, edition: str, site: str = "") -> Citation:
    """Return how the edition is cited as a whole, from the header of its own document."""
    published = _published(own, site)
    title = _title(edition, own)
    return Citation(id="edition", type="book", title=title, language=own.lang, **published)


def csl(of: Citation) -> dict[str, Any]:
    """Return a citation as an item of CSL-JSON."""
    said = {
        "id": of.id,
        "type": of.type,
        "container-title": of.container,
        "title": of.title,
        "author": list(map(_csl_name, of.authors)),
        "collection-title": of.series,
        "original-date": _csl_date(of.original),
        "language": of.language,
        "editor": list(map(_csl_name, of.editors)),
        "translator": list(map(_csl_name, of.translators)),
        "publisher": of.publisher,
        "publisher-place": of.place,
        "issued": _csl_date(of.issued),
        "version": of.version,
        "DOI": of.doi,
        "URL": of.url,
    }
    return {name: value for name, value in said.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    parts = {"literal": name.literal, "family": name.family, "given": name.given}
    return {part: words for part, words in parts.items() if words}


def _csl_date(day: Day) -> dict[str, Any]:
    return {"date-parts": [list(day)]} if day else {}


def _title(title: str, header: Header) -> str:
    """Return a title with the subtitle of the header after it."""
    subtitle = header.first("subtitle")
    return title + (". " if ":" in title else ": ") + subtitle if subtitle else title


def _series(header: Header, edition: str) -> str:
    """Return the series that the header names, unless the edition itself is called so."""
    return next((name for one in header.named("series") if (name := one.words) != edition), "")


def _published(header: Header, page: str) -> dict[str, Any]:
    return {
        "editors": _people(header, "editor"),
        "translators": _people(header, "translator"),
        "publisher": header.first("publisher"),
        "place": header.first("pubPlace"),
        "issued": _date(header, "published"),
        "version": next((one.n for one in header.named("edition")), ""),
        "doi": re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", _number(header, "DOI")),
        "url": next(filter(is_followed, _numbers(header, "URL", "URI", "HANDLE")), page),
    }


def _people(header: Header, role: str) -> tuple[Name, ...]:
    """Return those whom the header names in a role; what others did is not for a citation."""
    found = [*header.named("editor"), *header.named("resp")]
    return tuple(_name(one) for one in found if one.role == role and one.words)


def _number(header: Header, *kinds: str) -> str:
    """Return the first identifier of the text that is of one of these types."""
    return next(_numbers(header, *kinds), "")


def _numbers(header: Header, *kinds: str) -> Iterator[str]:
    return (one.words for one in header.named("idno") if one.type.upper() in kinds)


def _name(field: Field) -> Name:
    """Return family and given name where the header has both, else the name as it stands."""
    if field.family and field.given:
        return Name(family=field.family, given=field.given)
    return Name(field.words)


def _date(header: Header, name: str) -> Day:
    """Return a date that is a day, a month or a year; nothing where it is something else."""
    when = next((one.date.when or one.words for one in header.named(name)), "")
    when = re.sub(r"T\d\d:\d\d.*", "", when)
    return tuple(map(int, when.split("-"))) if re.fullmatch(r"\d{4}(-\d\d){0,2}", when) else ()
