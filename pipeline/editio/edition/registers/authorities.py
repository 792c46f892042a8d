"""What authority files call a thing: an identifier or its address, as authority and number."""

import re
from functools import lru_cache

# Hosts of authority files, and what stands before the number in an address there.
_HOSTS = (
    ("gnd", r"(?:www\.)?d-nb\.info/gnd/([\dX-]+)"),
    ("viaf", r"(?:www\.)?viaf\.org/viaf/(\d+)"),
    ("wikidata", r"(?:www\.)?wikidata\.org/(?:wiki|entity)/(?:Special:EntityPage/)?([QP]\d+)"),
    ("geonames", r"(?:www\.|sws\.)?geonames\.org/(\d+)"),
    ("orcid", r"(?:www\.)?orcid\.org/([\dX-]+)"),
    ("isni", r"(?:www\.)?isni\.org/(?:isni/)?(\d+X?)"),
    ("lccn", r"id\.loc\.gov/authorities/\w+/(\w+)"),
    ("ror", r"ror\.org/(\w+)"),
    ("bnf", r"(?:data|catalogue)\.bnf\.fr/(?:ark:/12148/)?cb(\w+)"),
)
# Where these tell of a number, as prefixes of pointers are declared.
ADDRESSES = {
    "gnd": "https://d-nb.info/gnd/$1", "viaf": "https://viaf.org/viaf/$1",
    "wikidata": "https://www.wikidata.org/entity/$1", "wd": "https://www.wikidata.org/entity/$1",
    "geonames": "https://www.geonames.org/$1", "orcid": "https://orcid.org/$1",
    "isni": "https://isni.org/isni/$1",
}  # fmt: skip
_KNOWN = frozenset(name for name, _ in _HOSTS)


@lru_cache(maxsize=1 << 14)  # many texts name the same people
def identity(kind: str, value: str) -> tuple[str, str]:
    """Return the authority and the number that an identifier of this type means; an address that
    belongs to none is its own authority; nothing for what is only of this edition.
    """
    value = value.strip()
    if address := re.match(r"https?://(.*?)/?(?:#about|\.html)?$", value):
        for name, pattern in _HOSTS:
            if found := re.match(pattern, address[1]):
                return name, found[1]
        return f"//{address[1].lower()}", address[1].lower()
    name = kind.lower()
    return (name, value) if name in _KNOWN and value else ("", "")
