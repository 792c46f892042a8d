"""A small edition with a long text, written here: chapters with notes, links, a name."""

from pathlib import Path

HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>{title}</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text><body>"""
FOOT = "</body></text></TEI>"
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Persons</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc>
<p>none</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson><person xml:id="ada">
<persName>Ada Moor</persName></person></listPerson></standOff></TEI>"""
CHAPTERS, PARAGRAPHS = 9, 24


def chapter(n: int) -> str:
    """Return a chapter, its first and last paragraph with something in it."""
    other = n % CHAPTERS + 1
    first = (f'<p xml:id="c{n}p1">Here <persName ref="#ada">Ada</persName> begins day {n}, '
             f'<choice><sic>teh</sic><corr>the</corr></choice> same<note xml:id="c{n}n1">As she '
             f'said: see <ref target="#c{other}p2">there</ref>.</note> as <ref '
             f'target="#c{other}p3">another</ref>.</p>')  # fmt: skip
    rest = "".join(
        f'<p xml:id="c{n}p{m}">{"Snow fell on the road to the mill all night. " * 21}</p>'
        for m in range(2, PARAGRAPHS)
    )
    return f'<div type="chapter" xml:id="c{n}"><head>Day {n}</head>{first}{rest}</div>'


def text(title: str, body: str) -> str:
    """Return a text."""
    return HEAD.format(title=title) + body + FOOT


def write(folder: Path) -> Path:
    """Write the edition; return its folder."""
    for name, xml in {
        "texts/novel.xml": text("Nine days", "".join(map(chapter, range(1, CHAPTERS + 1)))),
        "texts/short.xml": text("One day", chapter(1).replace("c1", "s1").replace("c2", "s1")),
        "registers/persons.xml": PERSONS,
    }.items():
        file = folder / "tei" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(xml, "utf-8")
    return folder
