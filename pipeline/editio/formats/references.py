"""Headers to references: CSL-JSON, from which cited.py makes words and exchange.py other forms."""

import re
from typing import Any

from editio.model.facts import Facts
from editio.model.header import Field, Header

Item = dict[str, Any]


def item(facts: Facts, edition: str, site: str = "") -> Item:
    """Describe a text as part of the edition, from the facts of its header.

    `site` is the address of the site, for texts whose header gives none of their own.
    """
    header = facts.header
    kind = {"type": "chapter", "container-title": edition} if edition else {"type": "document"}
    return _said(
        {
            "id": facts.id,
            **kind,
            "title": _title(header.first("title"), header),
            "author": [_name(one) for one in header.named("author")],
            "collection-title": _series(header, edition),
            "original-date": _date(header, "date"),
            "language": facts.text_lang or facts.lang,
            **_publication(header, site and f"{site}{facts.id}.html"),
        }
    )


def edition_item(own: Header, edition: str, site: str = "") -> Item:
    """Describe the edition as a whole, from the header of its own document."""
    kind = {"id": "edition", "type": "book", "title": _title(edition, own)}
    return _said({**kind, "language": own.lang, **_publication(own, site)})


def _title(title: str, header: Header) -> str:
    """Return a title with the subtitle of the header after it."""
    return f"{title}: {subtitle}" if (subtitle := header.first("subtitle")) else title


def _series(header: Header, edition: str) -> str:
    """Return the series that the header names, unless the edition itself is called so."""
    return next((name for one in header.named("series") if (name := one.words) != edition), "")


def _publication(header: Header, page: str) -> Item:
    return {
        "editor": _people(header, "editor"),
        "translator": _people(header, "translator"),
        "publisher": header.first("publisher"),
        "publisher-place": header.first("pubPlace"),
        "issued": _date(header, "published"),
        "version": next((one.n for one in header.named("edition")), ""),
        "DOI": re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", _number(header, "DOI")),
        "URL": _number(header, "URL", "URI", "HANDLE") or page,
    }


def _people(header: Header, role: str) -> list[dict[str, str]]:
    """Return those whom the header names in a role; what others did is not for a citation."""
    found = [*header.named("editor"), *header.named("resp")]
    return [_name(one) for one in found if one.role == role and one.words]


def _number(header: Header, *kinds: str) -> str:
    """Return the first identifier of the text that is of one of these types."""
    return next((one.words for one in header.named("idno") if one.type.upper() in kinds), "")


def _said(found: Item) -> Item:
    return {name: value for name, value in found.items() if value}


def _name(field: Field) -> dict[str, str]:
    """Give family and given name where the header tells them apart, else the name as it stands."""
    if field.family and field.given:
        return {"family": field.family, "given": field.given}
    return {"literal": field.words}


def _date(header: Header, name: str) -> Item | None:
    when = next((one.date.when for one in header.named(name)), "")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", when):
        return None
    return {"date-parts": [[int(part) for part in when.split("-")]]}
