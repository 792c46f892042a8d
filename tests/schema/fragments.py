"""Parts of TEI documents, judged on their own: schemas that begin with any of our elements."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from tests.shared import ROOT, SHARED

ODD = ROOT / "tei" / "schema" / "edition.odd"
COMPLETE = ODD.with_name("edition.compiled.odd")
P5 = SHARED / "p5subset.xml"
RNG = ODD.with_name("edition.rng")
SCH = ODD.with_name("edition.sch")
DOCUMENTS = [
    ROOT / "tei" / "edition.xml",
    *sorted((ROOT / "tei" / "texts").glob("*.xml")),
    *sorted((ROOT / "tei" / "registers").glob("*.xml")),
]

TEI = "{http://www.tei-c.org/ns/1.0}"
EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
RELAXNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@cache
def odd() -> etree._ElementTree:
    """Return the ODD of the edition as written out in full, parsed once; nobody changes it."""
    return etree.parse(COMPLETE)


@cache
def element_names() -> list[str]:
    """Return the names of the elements that the ODD specifies, in its order."""
    return [one.get("ident", "") for one in odd().iter(f"{TEI}elementSpec")]


@cache
def example(name: str) -> str:
    """Return the example of element `name`, as TEI."""
    path = f".//{TEI}elementSpec[@ident='{name}']//{EXAMPLES}egXML"
    (markup,) = odd().findall(path)
    return etree.tostring(markup[0], encoding="unicode", with_tail=False).replace(
        EXAMPLES[1:-1], TEI[1:-1]
    )


def attributes(name: str) -> Iterator[etree._Element]:
    """Yield the attributes of an element or class, those of its classes included."""
    kinds = f"{TEI}elementSpec", f"{TEI}classSpec"
    spec = next(one for one in odd().iter(*kinds) if one.get("ident") == name)
    yield from spec.iterfind(f"{TEI}attList//{TEI}attDef")
    for member in spec.iterfind(f"{TEI}classes/{TEI}memberOf"):
        yield from attributes(member.get("key", ""))


def starting_anywhere(schema: Path, folder: Path, names: Iterable[str] = ()) -> Path:
    """Write a copy of `schema` that admits each of our elements, or of `names`, as the root."""
    tree = etree.parse(schema)
    start = tree.getroot().find(f".//{RELAXNG}start")
    assert start is not None
    start.clear()
    choice = etree.SubElement(start, f"{RELAXNG}choice")
    for name in names or element_names():
        etree.SubElement(choice, f"{RELAXNG}ref", name=name)
    copy = folder / f"anywhere-{schema.name}"
    tree.write(str(copy), encoding="utf-8")
    return copy


def written(parts: Iterable[etree._Element], folder: Path) -> list[Path]:
    """Write each part as a document of its own."""
    paths = []
    for number, part in enumerate(parts):
        path = folder / f"part-{number:04}.xml"
        path.write_bytes(etree.tostring(part, encoding="utf-8", with_tail=False))
        paths.append(path)
    return paths


def reparsed(part: etree._Element) -> etree._Element:
    """Return an independent copy of an element, as the root of a document."""
    parser = etree.XMLParser(collect_ids=False)
    return etree.fromstring(etree.tostring(part, with_tail=False), parser)
