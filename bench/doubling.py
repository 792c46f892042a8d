"""How much longer each stage takes for twice as many of a kind: `python -m bench.doubling`.

Siblings of each kind stand in one element; a line for each kind that names the stages whose
processor time grows more than six times where there are four times as many: a straight line is four
times, a square sixteen. `python -m bench.doubling -v lb pc 20000` names every stage, of some kinds,
of another size. The time of setting pages is none of this.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from editio.checks.index import index
from editio.checks.registry import check_document
from editio.edition.reading import source
from editio.edition.reading.source import Document
from editio.formats import FORMATS
from editio.model.context import Text
from editio.model.facts import facts_from
from editio.model.surroundings import Surroundings
from editio.render.conservation import conserved
from editio.render.job import here, labels

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="T"><teiHeader><fileDesc>
<titleStmt><title>Rye</title></titleStmt><publicationStmt><p>Free.</p></publicationStmt>
<sourceDesc><p>Made for measuring.</p></sourceDesc></fileDesc></teiHeader>
<text><body>{}</body></text></TEI>"""
# What the siblings stand in, and one of them.
KINDS: dict[str, tuple[str, str]] = {
    "lb": ("<p>{}</p>", "rye <lb/>\n"),
    "lb alone": ("<p>{}</p>", "<lb/>"),
    "lb in word": ("<p>{}</p>", 'rye<lb break="no"/>'),
    "lb numbered": ("<p>{}</p>", 'rye <lb n="%d"/>'),
    "pb": ("<p>{}</p>", 'rye <pb n="%d"/>'),
    "cb": ("<p>{}</p>", 'rye <cb n="%d"/>'),
    "pc": ("<p>{}</p>", "<pc>.</pc>"),
    "w": ("<p>{}</p>", "<w>rye</w> "),
    "w close": ("<p>{}</p>", "<w>rye</w>"),
    "w pc": ("<s>{}</s>", "<w>rye</w>\n<pc>,</pc>\n"),
    "w pc p": ("<p>{}</p>", "<w>rye</w>\n<pc>,</pc>\n"),
    "seg": ("<p>{}</p>", "<seg>rye</seg> "),
    "seg n": ("<p>{}</p>", '<seg n="%d">rye</seg> '),
    "hi": ("<p>{}</p>", '<hi rend="italic">rye</hi> '),
    "note": ("<p>{}</p>", "rye<note>Of it %d.</note> "),
    "note target": ("<p>{}</p>", 'rye<anchor xml:id="a%d"/> <note target="#a%d">Of %d.</note> '),
    "app": ("<p>{}</p>", '<app><lem wit="#A">rye</lem><rdg wit="#B">oats</rdg></app> '),
    "app no lem": ("<p>{}</p>", '<app><rdg wit="#A">rye</rdg><rdg wit="#B">oats</rdg></app> '),
    "app in unit": (
        '<p n="1">{}</p>',
        '<app><rdg wit="#A">rye</rdg><rdg wit="#B">oats</rdg></app> ',
    ),
    "app break": ("<p>{}</p>", '<pb n="%d"/><app><lem>rye</lem><rdg wit="#B">oats</rdg></app> '),
    "app add": ("<p>{}</p>", 'rye <app><lem/><rdg wit="#B">oats</rdg></app> '),
    "app in l": ("<lg>{}</lg>", '<l n="%d">rye <app><lem>a</lem><rdg wit="#B">b</rdg></app></l>'),
    "app loc": ("<p>rye</p><listApp>{}</listApp>", '<app loc="%d"><lem>a</lem><rdg>b</rdg></app>'),
    "app from": ("<p>{}</p>", 'a<anchor xml:id="a%d"/> <app from="#a%d"><rdg>b</rdg></app>'),
    "choice": ("<p>{}</p>", "<choice><sic>ry</sic><corr>rye</corr></choice> "),
    "abbr": ("<p>{}</p>", "<choice><abbr>r.</abbr><expan>rye</expan></choice> "),
    "add del": ("<p>{}</p>", "<del>rye</del> <add>oats</add> "),
    "subst": ("<p>{}</p>", "<subst><del>rye</del><add>oats</add></subst> "),
    "gap": ("<p>{}</p>", "rye <gap/> "),
    "unclear": ("<p>{}</p>", "r<unclear>y</unclear>e "),
    "supplied": ("<p>{}</p>", "<supplied>rye</supplied> "),
    "q": ("<p>{}</p>", "<q>rye</q> "),
    "persName": ("<p>{}</p>", '<persName ref="#p%d">Rye</persName> '),
    "ref": ("<p>{}</p>", '<ref target="#T">rye</ref> '),
    "anchor": ("<p>{}</p>", 'rye <anchor xml:id="a%d"/>'),
    "date": ("<p>{}</p>", '<date when="1964-04-17">April</date> '),
    "addSpan": ("<p>{}</p>", '<addSpan spanTo="#a%d"/>rye<anchor xml:id="a%d"/> '),
    "handShift": ("<p>{}</p>", "<handShift/>rye "),
    "space": ("<p>{}</p>", "rye <space/> "),
    "figure": ("<p>{}</p>", "rye <figure><figDesc>Rye</figDesc></figure> "),
    "formula": ("<p>{}</p>", 'rye <formula notation="tex">x</formula> '),
    "g": ("<p>{}</p>", "<g>r</g> "),
    "foreign": ("<p>{}</p>", '<foreign xml:lang="de">Roggen</foreign> '),
    "fw": ("<p>{}</p>", "rye <fw>Rye</fw> "),
    "milestone": ("<p>{}</p>", 'rye <milestone unit="section" n="%d"/>'),
    "comment": ("<p>{}</p>", "rye <!-- rye -->"),
    "p": ("<div>{}</div>", "<p>rye</p>"),
    "p in body": ("{}", "<p>rye</p>"),
    "p n": ("<div>{}</div>", '<p n="%d">rye</p>'),
    "ab": ("<div>{}</div>", "<ab>rye</ab>"),
    "p lb": ("<div>{}</div>", "<p>rye <lb/>oats <lb/>wheat</p>\n"),
    "div": ("{}", "<div><head>Rye</head><p>rye</p></div>"),
    "pb in div": ("<div>{}</div>", '<pb n="%d"/><p>rye</p>'),
    "note in div": ("<div>{}</div>", "<p>rye</p><note>Of it %d.</note>"),
    "notes back": (
        "<div>{}</div>",
        '<p>rye<ref target="#n%d">*</ref></p><note xml:id="n%d">It.</note>',
    ),
    "notes aimed": (
        "<div>{}</div>",
        '<p>rye <anchor xml:id="a%d"/></p><note xml:id="n%d" target="#a%d">It.</note>',
    ),
    "notes margin": ("<p>{}</p>", 'rye <note place="margin">It.</note> '),
    "notes parted": (
        "<div>{}</div>",
        '<p>rye <note xml:id="n%d">It</note> oats <note prev="#n%d">is.</note></p>',
    ),
    "l": ("<lg>{}</lg>", "<l>rye</l>"),
    "l n": ("<lg>{}</lg>", '<l n="%d">rye</l>'),
    "l in div": ("<div>{}</div>", "<l>rye</l>"),
    "lg": ("<div>{}</div>", "<lg><l>rye</l><l>oats</l></lg>"),
    "lg in lg": ("<lg>{}</lg>", "<lg><l>rye</l><l>oats</l></lg>"),
    "sp": ("<div>{}</div>", "<sp><speaker>Rye</speaker><p>oats</p></sp>"),
    "sp l": ("<div>{}</div>", "<sp><speaker>Rye</speaker><l>oats</l></sp>"),
    "stage": ("<div>{}</div>", "<stage>rye</stage>"),
    "row": ("<table>{}</table>", "<row><cell>rye</cell><cell>oats</cell></row>"),
    "row span": (
        "<table>{}</table>",
        '<row><cell rows="2">rye</cell><cell>a</cell></row><row><cell>b</cell></row>',
    ),
    "cell": ("<table><row>{}</row></table>", "<cell>rye</cell>"),
    "item": ("<list>{}</list>", "<item>rye</item>"),
    "label item": ("<list>{}</list>", "<label>a</label><item>rye</item>"),
    "item n": ("<list>{}</list>", '<item n="%d">rye</item>'),
    "bibl": ("<listBibl>{}</listBibl>", "<bibl><author>Rye</author><title>Oats</title></bibl>"),
    "u": ("<div>{}</div>", "<u>rye</u>"),
    "u who": ("<div>{}</div>", '<u who="#a">rye</u><pause/>'),
    "entry": (
        "<div>{}</div>",
        "<entry><form><orth>rye%d</orth></form><sense><def>oats</def></sense></entry>",
    ),
    "sense": ("<entry>{}</entry>", "<sense><def>rye</def></sense>"),
    "quote": ("<div>{}</div>", "<quote><p>rye</p></quote>"),
    "cit": ("<div>{}</div>", "<cit><quote>rye</quote><bibl>Oats</bibl></cit>"),
    "head": ("<div>{}</div>", "<head>rye</head>"),
    "argument": ("<div>{}</div>", "<argument><p>rye</p></argument>"),
    "castItem": ("<castList>{}</castList>", "<castItem><role>rye</role></castItem>"),
    "salute": ("<div><opener>{}</opener><p>r</p></div>", "<salute>rye</salute>"),
    "s": ("<p>{}</p>", "<s>rye</s> "),
    "edition lb": ('<div type="edition"><ab>{}</ab></div>', '<lb n="%d"/>rye '),
    "orig": ('<div type="edition"><ab>{}</ab></div>', '<lb n="%d"/><orig>rye</orig> '),
    "name": ("<p>{}</p>", "<name>Rye</name>, "),
    "time": ("<p>{}</p>", "<measure>3</measure> "),
    "text": ("<p>{}</p>", "rye and oats; "),
}


def made(kind: str, size: int) -> str:
    """Return a text with so many siblings of a kind."""
    around, one = KINDS[kind]
    many = "".join(one.replace("%d", str(n)) for n in range(size))
    return TEI.format(around.format(many))


def stages(folder: Path, xml: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield the stages of a text, each with what carries it out; one builds on the one before."""
    file = folder / "T.xml"
    file.write_text(xml, "utf-8")
    got: dict[str, Any] = {}

    def kept(name: str, work: Callable[[], Any]) -> tuple[str, Callable[[], Any]]:
        def run() -> None:
            got[name] = work()

        return name, run

    now, words = here(), {"labels": labels()}
    yield kept("read", lambda: source.read(file, "T.xml"))
    document = got["read"]
    assert isinstance(document, Document), document
    yield kept("check", lambda: (list(check_document(document)), index(document, "text")))
    yield kept("parse", lambda: now.parse(document.xml))
    yield kept("prepare", lambda: now.run("prepare", got["parse"], "prepare").value.head)
    yield kept("rules", lambda: now.run("rules", got["prepare"], "rules", words).value.head)
    yield kept(
        "apparatus", lambda: now.run("apparatus", got["rules"], "apparatus", words).value.head
    )
    tree = got["apparatus"]
    yield kept("facts", lambda: str(now.run("facts", tree, "facts", words).value.head))
    text = Text(
        "T",
        "T.xml",
        now,
        tree,
        labels(),
        "Rye",
        lambda _: None,
        surroundings=SURROUNDINGS,
        facts=facts_from(got["facts"]),
        tei=file.read_bytes(),
    )
    files = {}
    for name in FORMATS:
        if name != "pdf":
            yield kept(name, partial(FORMATS[name].render, text))
            files[name] = got[name]
    yield kept("print", lambda: now.run("print", tree, "print", words))
    yield kept(
        "compare",
        lambda: conserved("T.xml", now.serialize(got["prepare"]), now.serialize(tree), files),
    )


SURROUNDINGS = Surroundings('<ed:around xmlns:ed="urn:editio:ns" lang="en"/>')


def measured(kind: str, size: int) -> dict[str, float]:
    """Return the seconds of processor time of each stage."""
    taken = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, work in stages(Path(folder), made(kind, size)):
            started = time.process_time()
            work()
            taken[name] = time.process_time() - started
    return taken


def main() -> None:
    """Print, a line a kind, the stages whose time grows faster than the text."""
    sizes = [int(one) for one in sys.argv[1:] if one.isdigit()]
    size = sizes[0] if sizes else 2000
    kinds = [one for one in sys.argv[1:] if one in KINDS] or list(KINDS)
    for kind in kinds:
        taken = [measured(kind, size * times) for times in (1, 4)]
        print(f"{kind} ({size}, {4 * size})", flush=True)
        for name, few in taken[0].items():
            many = taken[1][name]
            if (many > 0.3 and many > 6 * few) or "-v" in sys.argv:
                print(
                    f"    {name:10} {few:8.2f} s {many:8.2f} s  x{many / max(few, 1e-6):4.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
