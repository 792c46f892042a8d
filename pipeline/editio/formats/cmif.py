"""The letters of an edition in the Correspondence Metadata Interchange Format, for correspSearch.

A file in that format is under CC BY 4.0 and leads to pages. So it is made where the edition says
that it is under this licence, and at which address its site will stand; else there is none.
"""

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from urllib.parse import quote

from lxml import etree

from editio.edition.reading.source import TEI, XML_ID
from editio.model.context import Files, Whole
from editio.model.header import UNSAID, Field, Header
from editio.model.letters import Action, Letter, Named, When
from editio.model.registers import Register

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NAME = "cmif.xml"
# Addresses that tell persons and places apart for everybody, the most usual first.
_AUTHORITIES = (
    "d-nb.info/gnd",
    "viaf.org",
    "id.loc.gov",
    "data.bnf.fr",
    "geonames.org",
    "wikidata.org",
)
_DAY = re.compile(r"-?\d{4}(-\d\d){0,2}")
_KINDS = {"organisation": "orgName"}


def cmif(whole: Whole) -> Files:
    """Return `cmif.xml`, where there are letters and what the format wants is known."""
    found = [(one.id, letter) for one in whole.facts for letter in one.letters]
    site = whole.surroundings.address
    if not (found and site and _is_free(whole)):
        return {}
    source = _identifier(site)
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})  # type: ignore[dict-item]  # stubs
    header = etree.SubElement(root, f"{{{TEI}}}teiHeader")
    _describe(header, whole, source)
    profile = etree.SubElement(header, f"{{{TEI}}}profileDesc")
    uris = _uris(whole.registers)
    for name, letter in found:
        address = f"{site}{quote(name)}.html" + f"#{quote(letter.part)}" * bool(letter.part)
        told = {"key": name, "ref": address, "source": f"#{source}"}
        _add(_add_to(profile, "correspDesc", **told), letter, uris)
    etree.SubElement(etree.SubElement(_add_to(root, "text"), f"{{{TEI}}}body"), f"{{{TEI}}}p")
    etree.indent(header, " ")
    return {NAME: etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"}


def _is_free(whole: Whole) -> bool:
    """Whether the edition, or each of its texts, says that it is under the format's licence."""

    def is_stated(header: Header) -> bool:
        stated = (one.target for one in header.named("licence", "encoding-licence"))
        return any(re.search(r"creativecommons\.org/licenses/by/4\.0", one) for one in stated)

    return is_stated(whole.header or UNSAID) or all(is_stated(one.header) for one in whole.facts)


def _identifier(site: str) -> str:
    """Return a UUID that an address always has, and that begins with a letter."""
    made = (str(uuid.uuid5(uuid.NAMESPACE_URL, f"{site}#{n}")) for n in count())
    return next(one for one in made if one[0].isalpha())


def _uris(registers: Iterable[Register]) -> dict[str, str]:
    """Return the address in an authority file of each entry that has one."""
    entries = (entry for register in registers for entry in register.entries)
    return {one.id: uri for one in entries if (uri := _best(one.uris))}


def _best(uris: Iterable[str]) -> str:
    known = [uri for name in _AUTHORITIES for uri in uris if name in uri]
    return next(iter(known), "")


def _add_to(parent: etree._Element, name: str, words: str = "", **given: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{TEI}}}{name}", given)
    made.text = words or None
    return made


def _describe(header: etree._Element, whole: Whole, source: str) -> None:
    """Say what the file is, who answers for it, and which edition it tells of."""
    site, own = whole.surroundings.address, whole.header or UNSAID
    title = whole.title or site
    told = [*own.named("publisher")] or whole.facts[0].header.named("publisher")
    publishers = _said(told) or [title]
    editors = _said(own.named("editor", "resp")) or publishers
    file = _add_to(header, "fileDesc")
    statement = _add_to(file, "titleStmt")
    _add_to(statement, "title", title)
    for name in editors:
        _add_to(statement, "editor", name)
    published = _add_to(file, "publicationStmt")
    for name in publishers:
        _add_to(published, "publisher", name)
    _add_to(published, "idno", f"{site}tei/{NAME}", type="url")
    headers = (own, *(one.header for one in whole.facts))
    days = [one.date.when for each in headers for one in each.named("published")]
    latest = max(filter(_DAY.fullmatch, days), default="")
    _add_to(published, "date", **({"when": latest} if latest else {}))
    _add_to(_add_to(published, "availability"), "licence", "CC BY 4.0", target=LICENCE)
    edition = _add_to(_add_to(file, "sourceDesc"), "bibl", f"{title}. {site}", type="online")
    edition.set(XML_ID, source)


def _said(fields: Iterable[Field]) -> list[str]:
    return list(dict.fromkeys(one.words for one in fields if one.words))


def _add(made: etree._Element, letter: Letter, uris: Mapping[str, str]) -> None:
    """Tell of a letter who sent it and who got it, where and when."""
    for kind in ("sent", "received"):
        acts = [one for one in letter.actions if one.type == kind]
        action = _add_to(made, "correspAction", type=kind)
        parties = [one for act in acts for one in act.parties] or [Named("Unknown")]
        for party in parties:
            _add_named(action, _KINDS.get(party.kind, "persName"), party, uris)
        for place in (one for act in acts for one in act.places):
            _add_named(action, "placeName", place, uris)
        for given in _dates(acts):
            _add_to(action, "date", **given)


def _add_named(action: etree._Element, element: str, named: Named, uris: Mapping[str, str]) -> None:
    stated = [uris.get(entry, "") for entry in named.entries]
    uri = _best([*stated, named.uri])
    _add_to(action, element, named.name or "Unknown", **({"ref": uri} if uri else {}))


def _dates(acts: Iterable[Action]) -> Iterator[dict[str, str]]:
    """Yield the first date of an action in the attributes that the format has."""
    for date in [act.date for act in acts if act.date][:1]:
        if given := _attributes(date):
            if date.certainty == "low":
                given["cert"] = "low"
            if date.conjecture:
                given["evidence"] = "conjecture"
            yield given


def _attributes(date: When) -> dict[str, str]:
    """Return a day, month or year, else the ends of a span, else its limits."""
    ways = (
        {"when": date.when},
        {"from": date.start, "to": date.end},
        {"notBefore": date.not_before, "notAfter": date.not_after},
    )
    kept = ({name: day for name, day in way.items() if _DAY.fullmatch(day)} for way in ways)
    return next(filter(None, kept), {})
