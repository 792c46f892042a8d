"""A small edition that has what books have, built once for the tests that read its PDFs."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build

HEADER = """<teiHeader><fileDesc>
<titleStmt><title>{title}</title><author>Ada Scholar</author></titleStmt>
<publicationStmt><publisher>A press</publisher><date when="2026-01-02">2026</date></publicationStmt>
<sourceDesc><p>Made for a test, of <ref target="../sources/one.txt">words</ref> and
<ref target="https://example.org/">others</ref>.</p></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>
</teiHeader>"""
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en">{header}
<text><body><pb n="7"/><div><head>First things<note n="1">A note to a heading.</note></head>
<p>The <choice><sic>quik</sic><corr>quick</corr></choice> fox met
<persName ref="#lenin">Lenin</persName>, who said <foreign xml:lang="la">ceteris paribus</foreign>
nothing.<note n="2">Or so <persName ref="#engels">Engels</persName> has it: {long}</note>
It went <pb n="8"/>on.</p>
<p>{words}</p>
<table><row role="label"><cell>Year</cell><cell>Tons</cell></row><row><cell>1921</cell>
<cell>7</cell></row></table></div>
<div><head>Last things</head><p>{words} <persName ref="#lenin">Vladimir Ilyich</persName>.</p>
</div></body></text></TEI>"""
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons">{header}
<standOff><listPerson>
<person xml:id="lenin"><persName type="preferred">Lenin, Vladimir</persName>
<persName type="variant">Ulyanov, Vladimir</persName>
<note type="identification">Head of the Soviet government</note><note>He wrote.</note></person>
<person xml:id="engels"><persName type="preferred">Engels, Friedrich</persName></person>
<person xml:id="nobody"><persName type="preferred">Nobody, Named</persName></person>
</listPerson></standOff></TEI>"""
SETTINGS = "[print]\nline-numbers = 5\npress = true\nmarks = false\nbleed = 3\n"


def aside() -> Path:
    """A folder that goes when the tests end."""
    made = Path(mkdtemp(prefix="editio-books-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def folder() -> Path:
    """The edition's folder, written once."""
    root = aside() / "books"  # an edition without a title is called by its folder
    words = "bureaucratic organisation of the economy " * 4
    for name, title in (("one", "A First Book: On Things"), ("two", "A Second Book")):
        file = root / "tei" / "texts" / f"{name}.xml"
        file.parent.mkdir(parents=True, exist_ok=True)
        header = HEADER.format(title=title)
        long = words * 15 if name == "two" else "that is all."
        file.write_text(TEXT.format(id=name, header=header, words=words, long=long), "utf-8")
    register = root / "tei" / "registers" / "persons.xml"
    register.parent.mkdir()
    register.write_text(PERSONS.format(header=HEADER.format(title="Persons")), "utf-8")
    (root / "edition.toml").write_text(SETTINGS, "utf-8")
    return root


@cache
def built() -> Path:
    """The folder of its PDFs; a complaint of the engine is an error."""
    project, found = discover(folder())
    edition, more = load(project)
    assert found + more == []
    out = aside()
    done = build(Plan(edition, ("pdf",), out, cached=False))
    assert done.diagnostics == ()
    return out / "pdf"
