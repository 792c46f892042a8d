"""Headers to references: CSL-JSON, from which cited.py makes words and exchange.py other forms."""

import re
from typing import Any

from lxml import etree

from editio.edition.reading.source import ED
from editio.formats.rows import fields, words

Item = dict[str, Any]


def item(facts: etree._Element, edition: str, site: str = "") -> Item:
    """Describe a text as part of the edition, from the facts of its header.

    `site` is the address of the site, for texts whose header gives none of their own.
    """
    kind = {"type": "chapter", "container-title": edition} if edition else {"type": "document"}
    return _said(
        {
            "id": facts.get("id"),
            **kind,
            "title": _title(_first(facts, "title"), facts),
            "author": [_name(one) for one in fields(facts, "author")],
            "collection-title": _series(facts, edition),
            "original-date": _date(facts, "date"),
            "language": facts.get("text-lang") or facts.get("lang"),
            **_publication(facts, site and f"{site}{facts.get('id')}.html"),
        }
    )


def edition_item(about: etree._Element, edition: str, site: str = "") -> Item:
    """Describe the edition as a whole, from its own document."""
    metadata = about.find(f".//{{{ED}}}metadata")
    assert metadata is not None, "the rules give every document its metadata"
    kind = {"id": "edition", "type": "book", "title": _title(edition, metadata)}
    return _said({**kind, "language": about.get("lang"), **_publication(metadata, site)})


def _title(title: str, facts: etree._Element) -> str:
    """Return a title with the subtitle of the header after it."""
    return f"{title}: {subtitle}" if (subtitle := _first(facts, "subtitle")) else title


def _series(facts: etree._Element, edition: str) -> str:
    """Return the series that the header names, unless the edition itself is called so."""
    return next((name for one in fields(facts, "series") if (name := words(one)) != edition), "")


def _publication(facts: etree._Element, page: str) -> Item:
    editions = fields(facts, "edition")
    return {
        "editor": _people(facts, "editor"),
        "translator": _people(facts, "translator"),
        "publisher": _first(facts, "publisher"),
        "publisher-place": _first(facts, "pubPlace"),
        "issued": _date(facts, "published"),
        "version": editions[0].get("n") if editions else "",
        "DOI": re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", _number(facts, "DOI")),
        "URL": _number(facts, "URL", "URI", "HANDLE") or page,
    }


def _people(facts: etree._Element, role: str) -> list[dict[str, str]]:
    """Return those whom the header names in a role; what others did is not for a citation."""
    found = [*fields(facts, "editor"), *fields(facts, "resp")]
    return [_name(one) for one in found if one.get("role") == role and words(one)]


def _number(facts: etree._Element, *kinds: str) -> str:
    """Return the first identifier of the text that is of one of these types."""
    found = [one for one in fields(facts, "idno") if one.get("type", "").upper() in kinds]
    return next((words(one) for one in found), "")


def _said(found: Item) -> Item:
    return {name: value for name, value in found.items() if value}


def _first(facts: etree._Element, name: str) -> str:
    return next((words(one) for one in fields(facts, name)), "")


def _name(field: etree._Element) -> dict[str, str]:
    """Give family and given name where the header tells them apart, else the name as it stands."""
    if family := field.get("family"):
        given = field.get("given", "")
        return {"family": family, "given": given} if given else {"literal": words(field)}
    return {"literal": words(field)}


def _date(facts: etree._Element, name: str) -> Item | None:
    when = next((one.get("when", "") for one in fields(facts, name)), "")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", when):
        return None
    return {"date-parts": [[int(part) for part in when.split("-")]]}
