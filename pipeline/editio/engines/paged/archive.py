"""A laid out document to PDF bytes: PDF/A-3a and, where its structure is found sound, PDF/UA-1 in
one file, with its sources attached and its pages labelled as they are numbered; or the same pages
for the press.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from types import MethodType
from typing import Any

import pydyf
from editio.engines.paged.attachments import Source
from editio.engines.paged.order import put_in_order
from editio.engines.paged.sound import faults
from editio.engines.paged.tree import Tree
from editio.engines.paged.turned import turn_back
from weasyprint import Attachment, Document

# PDF/UA-1 says so in XMP; PDF/A wants the schema of that statement described (ISO 19005-3, 6.6.2).
_SCHEMA = "http://www.aiim.org/pdfa/ns/"
_UA = f"""
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="{_SCHEMA}extension/" xmlns:pdfaSchema="{_SCHEMA}schema#"
    xmlns:pdfaProperty="{_SCHEMA}property#" rdf:about="">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of the standard</pdfaProperty:description>
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
_LANGUAGE = """
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about="">
 <dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>"""


def for_reading(
    document: Document, sources: tuple[Source, ...], complaints: Sequence[str] = ()
) -> bytes:
    """Write the PDF that is read and kept.

    `complaints` are those of the engine, which grow while it writes: a character without a form
    is one that a voice cannot read.
    """
    _say_language(document.metadata)
    # A name tree has its keys in order (ISO 32000-1, 7.9.6); the engine takes them as they come.
    in_order = sorted(sources, key=lambda one: one.name)
    attachments = [_attached(one, document.metadata.created) for one in in_order]
    data: bytes = document.write_pdf(
        pdf_variant="pdf/a-3a",
        attachments=attachments,
        finisher=partial(_finish_for_reading, complaints=complaints),
    )
    return data


def for_press(document: Document) -> bytes:
    """Write the same pages for a printer: no links, no tags; boxes as the page design says."""
    for page in document.pages:
        page.links.clear()
    data: bytes = document.write_pdf(finisher=_finish_for_press)
    return data


def _attached(source: Source, created: str | None) -> Attachment:
    """Make an attachment that has no clock in it."""
    moment = datetime.fromisoformat(created or "1970-01-01")
    return Attachment(
        string=source.data,
        name=source.name,
        description=source.description,
        relationship="Source",
        created=moment,
        modified=moment,
    )


def _say_language(metadata: Any) -> None:
    """Complete the XMP metadata of the engine, which names no language."""
    plain = metadata.generate_rdf_metadata
    if getattr(plain, "complete", False):
        return
    added = _LANGUAGE.format(metadata.lang or "en").encode()

    def complete(_: Any, *arguments: Any) -> bytes:
        rdf: bytes = plain(*arguments)
        return rdf.replace(b"</rdf:RDF>", added + b"\n</rdf:RDF>")

    complete.complete = True  # type: ignore[attr-defined]
    metadata.generate_rdf_metadata = MethodType(complete, metadata)


def _finish_for_reading(document: Document, pdf: pydyf.PDF, complaints: Sequence[str] = ()) -> None:
    """Put the structure in order; the file says that it is accessible where that is so."""
    _finish(document, pdf)
    tree = Tree(pdf)
    put_in_order(tree)
    if faults(tree) or any(".notdef" in one for one in complaints):
        return
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [
        one.replace(b"</rdf:RDF>", _UA.encode() + b"\n</rdf:RDF>") for one in metadata.stream
    ]


def _finish_for_press(document: Document, pdf: pydyf.PDF) -> None:
    _finish(document, pdf)
    turn_back(document, pdf)


# Names of the page that the main part begins with -> its number (print-matter.css).
_FIRST = {"first": 1, "first-faced": 2}


def _finish(document: Document, pdf: pydyf.PDF) -> None:
    """Add page labels, name each source once, and open with the bookmarks beside the page."""
    if "AF" in pdf.catalog:  # the engine lists every attachment twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": _labels(document)})
    pdf.catalog["PageMode"] = "/UseOutlines"


def _labels(document: Document) -> pydyf.Array:
    """Roman pages to where the main part begins, then Arabic ones (ISO 32000-1, 12.4.2)."""
    start, number = _begins(document)
    found = [0, pydyf.Dictionary({"S": "/r"})] if start else []
    return pydyf.Array(
        [*found, start, pydyf.Dictionary({"S": "/D", **({"St": number} if number > 1 else {})})]
    )


def main_part(document: Document) -> int:
    """The index of the page that is numbered 1 for the second time, or would be where the main
    part begins with a left-hand page; 0 where none is.
    """
    start, number = _begins(document)
    return start - number + 1


def _begins(document: Document) -> tuple[int, int]:
    """Where the main part begins, and with what number."""
    for index, page in enumerate(document.pages):
        if (number := _FIRST.get(page._page_box.page_type.name)) is not None:
            return index, number
    return 0, 1
