"""A small edition with images drawn here: a facsimile, zones, a large and a remote image."""

from pathlib import Path

from PIL import Image, ImageDraw

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Leaves from a mill</title></titleStmt>
<publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc>
<encodingDesc><listPrefixDef><prefixDef ident="leaf" matchPattern="([0-9]+)"
 replacementPattern="img/$1.png"><p>leaves</p></prefixDef></listPrefixDef></encodingDesc></teiHeader>
<facsimile>
<surface xml:id="s1" n="1r" ulx="0" uly="0" lrx="200" lry="300"><graphic url="img/1.png"/>
<graphic n="thumb" url="img/1_t.png"/><zone xml:id="z1" ulx="20" uly="20" lrx="180" lry="60"/>
<zone xml:id="z2" points="20,60 180,60 180,100 20,100"/></surface>
<surface xml:id="s2" n="1v"><graphic url="leaf:2"/></surface>
<surface xml:id="s3" n="2r">
<graphic url="https://iiif.example.org/images/p3/full/1000,/0/default.jpg"/></surface></facsimile>
<text><body><pb n="1r" facs="#s1"/><p><lb facs="#z1"/>The wheel stands still<lb facs="#z2"/>
since Monday.</p>{filling}<pb n="1v" facs="#s2"/><p>The miller has gone to town.</p>{filling}
<pb n="2r" facs="#s3"/><p>He will be back by night.</p>{filling}<pb n="2v" facs="img/4.png"/>
<p>The river is low.<note type="editorial">Read off in June.</note></p>{filling}
<pb facs="72"/><p>And so it stays.</p></body></text></TEI>"""
WAYS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Ways</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p>
</sourceDesc></fileDesc></teiHeader><facsimile xml:base="img/"><surface xml:id="w2" start="#pb2">
<graphic url="2.png"/></surface><surface xml:id="w3" facs="1.png"><zone xml:id="wz" ulx="0" uly="0"
 lrx="200" lry="90"/></surface><surface><graphic
 url="1_t.png"/></surface></facsimile><text><body><pb n="1" facs="img/4.png"/><p>One.</p>
<pb n="2" xml:id="pb2"/><p>Two.</p><pb n="3" facs="#w3"/><p xml:id="wp" facs="#wz">Three.</p>
<pb n="4" facs="https://iiif.example.org/book/canvas/p4"/><p>Four.</p>
<pb n="5" facs="img/9.png"/><p>Five.</p>
<pb n="6" facs="https://example.org/iiif/2/p6/"/><p>Six.</p>
</body></text></TEI>"""
PLAIN = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Bare</title>
</titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc>
</fileDesc></teiHeader><text><body><pb n="1"/><p>No image here.</p></body></text></TEI>"""


def write(folder: Path) -> Path:
    """Write the edition; return its folder."""
    pictures = folder / "tei" / "texts" / "img"
    pictures.mkdir(parents=True)
    for name, size in {"1": (400, 600), "1_t": (40, 60), "2": (400, 600), "4": (3200, 900)}.items():
        image = Image.new("RGB", size, (240, 230, 205))
        ImageDraw.Draw(image).rectangle((20, 20, 60, 60), fill=(90, 60, 30))
        image.save(pictures / f"{name}.png")
    filling = "".join(f"<p>Sack {n} is full of rye.</p>" for n in range(30))
    text = TEXT.replace("{filling}", filling)
    (folder / "edition.toml").write_text('address = "https://example.org/mill/"\n', "utf-8")
    (folder / "tei" / "texts" / "leaves.xml").write_text(text, "utf-8")
    (folder / "tei" / "texts" / "ways.xml").write_text(WAYS, "utf-8")
    (folder / "tei" / "texts" / "bare.xml").write_text(PLAIN, "utf-8")
    return folder
