"""Entries of registers for names that point nowhere, drafted from the texts for an editor to fill.

Turns drafts into TEI, and into the bytes of a register: a new one, or the one that is there with
the entries before the end of its list. Which entries are wanted is found by checks/lacking.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from posixpath import join, normpath, relpath

from editio.edition.reading.files import is_remote
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.entries import HOMES
from editio.edition.registers.inserting import gap, put
from lxml import etree

# Kind -> the entry's name, around @NAME@.
_NAMED = {
    "person": '<persName type="preferred">@NAME@</persName>',
    "place": '<placeName type="preferred">@NAME@</placeName>',
    "org": '<orgName type="preferred">@NAME@</orgName>',
    "event": '<eventName type="preferred">@NAME@</eventName>',
    "bibl": "<title>@NAME@</title>",
    "object": "<objectIdentifier><objectName>@NAME@</objectName></objectIdentifier>",
}
_MOST = 6
_escaped = partial(escape, quote=False)


@dataclass(frozen=True)
class Entry:
    """A draft: its kind, its id, the forms in which it is named, commonest first, and where."""

    kind: str
    id: str
    forms: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class Like:
    """What a new register has like another: instructions that name schemas, how it is published,
    where that one says it.
    """

    schemas: str = ""
    published: str = ""


@dataclass(frozen=True)
class Said:
    """What the header of a new register says, in a language: its title, where it is published,
    what it was made from.
    """

    language: str
    title: str
    published: str
    source: str


def drafted(one: Entry, indent: str = "      ", prefix: str = "") -> str:
    """Return an entry as TEI, its elements with the prefix that the register has for them."""
    forms = [form for form in one.forms if form]
    name = _NAMED[one.kind].replace("@NAME@", _escaped(forms[0] if forms else one.id))
    others = ", ".join(f"“{other}”" for other in forms[1:_MOST])
    said = f"named in {', '.join(one.files[:_MOST])}" + (f", also as {others}" if others else "")
    lines = [
        f'<{one.kind} xml:id="{_escaped(one.id)}">',
        f"  <!-- {_commented(said)} -->",
        f"  {name}",
        f"</{one.kind}>",
    ]
    if prefix:
        lines = [_prefixed(line, prefix) for line in lines]
    return "".join(f"{indent}{line}\n" for line in lines)


def _commented(words: str) -> str:
    while "--" in words:
        words = words.replace("--", "- -")
    return words.replace("<", "‹").replace(">", "›")


def _prefixed(line: str, prefix: str) -> str:
    start = "<" + prefix + ":"
    return line.replace("<", start).replace(f"{start}/", f"</{prefix}:").replace(f"{start}!", "<!")


def added(kind: str, drafts: Sequence[Entry], existing: bytes) -> bytes | None:
    """Return a register with the drafts, each byte of it that was there as it was; nothing where it
    has no place for them.
    """
    holder = HOMES[kind][0]
    place = gap(existing, holder)
    if place is None:
        return None
    indent = place.indent + "  "
    if place.is_list:
        return put(existing, place, "".join(drafted(one, indent, place.prefix) for one in drafts))
    name = f"{place.prefix}:{holder}" if place.prefix else holder
    inner = "".join(drafted(one, indent + "  ", place.prefix) for one in drafts)
    return put(existing, place, f"{indent}<{name}>\n{inner}{indent}</{name}>\n")


def register(kind: str, drafts: Sequence[Entry], said: Said, model: Like = Like()) -> bytes:
    """Return a new register with the drafts, by the schemas and published as another one is."""
    words, holder = "".join(map(drafted, drafts)), HOMES[kind][0]
    usual = f"<publicationStmt><p>{_escaped(said.published)}</p></publicationStmt>"
    head = _HEAD.format(
        title=_escaped(said.title),
        source=_escaped(said.source),
        language=said.language,
        list=holder,
        schemas=model.schemas,
        published=model.published or usual,
    )
    return f"{head}{words}    </{holder}>\n  </standOff>\n</TEI>\n".encode()


def like(data: bytes, folder: str, other: str) -> Like:
    """Return what a register in one folder gives to a new one in another."""
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, remove_comments=True))
    except etree.XMLSyntaxError:
        return Like()
    found = []
    for one in tree.itersiblings(etree.PI, preceding=True):
        href = str(one.get("href", "")) if getattr(one, "target", "") == "xml-model" else ""
        moved = href if is_remote(href) else relpath(normpath(join(folder, href)), other)
        found += [str(one).replace(f'"{href}"', f'"{moved}"') + "\n"] if href else []
    stated = tree.find(f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt")
    return Like("".join(reversed(found)), "" if stated is None else _copied(stated))


def _copied(element: etree._Element) -> str:
    """Return an element as TEI without ids, to be put where TEI is the usual namespace."""
    for one in element.iter(etree.Element):
        one.attrib.pop(XML_ID, "")
    etree.cleanup_namespaces(element)
    words = etree.tostring(element, encoding="unicode", with_tail=False)
    return words.replace(f' xmlns="{TEI}"', "", 1)


def has_list(kind: str, data: bytes) -> bool:
    """Whether a file has a list for entries of a kind."""
    place = gap(data, HOMES[kind][0])
    return place is not None and place.is_list


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
{schemas}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      {published}
      <sourceDesc><p>{source}</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <{list}>
"""
