"""On which terms a text is given, as its header says it: on its page and in every other output."""

import csv
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from editio.edition.edition import load, opened
from editio.edition.project import discover
from editio.formats import deposit
from editio.formats.deposit import files as deposited
from editio.formats.rights import Term
from editio.render.build import Plan, build
from lxml import etree, html

from tests.header.test_claims import page, rows
from tests.pipeline.editions import tei

RS = "http://rightsstatements.org/vocab/InC/1.0/"
CC = "https://creativecommons.org/licenses/by-sa/4.0/"
FORMATS = ("html", "text", "epub", "tables", "data")
# What the header says; what the page shows of it; the line of plain text.
SAID = {
    "rs-bare": (f'<licence target="{RS}"/>', "In Copyright", f"In Copyright ({RS})"),
    "rs-words": (
        f'<licence target="{RS}">Held by the heirs.</licence>',
        "Held by the heirs. (In Copyright)",
        f"Held by the heirs. (In Copyright, {RS})",
    ),
    "rs-p": (
        f'<p>Rights: <ref target="{RS}">in copyright</ref>.</p>',
        "Rights: in copyright.",
        f"Rights: in copyright. (In Copyright, {RS})",
    ),
    "cc-bare": (f'<licence target="{CC}"/>', "CC BY-SA 4.0", f"CC BY-SA 4.0 ({CC})"),
    "cc-name": (f'<licence target="{CC}">CC BY-SA 4.0</licence>', "CC BY-SA 4.0",
                f"CC BY-SA 4.0 ({CC})"),
    "cc-words": (
        f'<licence target="{CC}">Free to share.</licence>',
        "Free to share. (CC BY-SA 4.0)",
        f"Free to share. (CC BY-SA 4.0, {CC})",
    ),
    "cc-blocks": (
        f'<licence target="{CC}"><p>Free to share.</p><p>Name us.</p></licence>',
        "Free to share.Name us.CC BY-SA 4.0",
        f"Free to share. Name us. (CC BY-SA 4.0, {CC})",
    ),
    "cc-ref": (
        f'<licence>Under <ref target="{CC}">this licence</ref>.</licence>',
        "Under this licence.",
        f"Under this licence. (CC BY-SA 4.0, {CC})",
    ),
    "cc-ab": (
        f'<ab>The <ref target="https://example.org/heirs">heirs</ref> publish it '
        f'<ref target="{CC}">so</ref>.</ab>',
        "The heirs publish it so.",
        f"The heirs publish it so. (CC BY-SA 4.0, {CC})",
    ),
    "cc-capitals": (
        f'<licence target="{CC.replace("https://creative", "HTTPS://CREATIVE")}"/>',
        "CC BY-SA 4.0",
        f"CC BY-SA 4.0 ({CC})",
    ),
    "cc-list": (
        f'<licence target="{CC}"><p>You are free to: <list><item>Share</item><item>Adapt</item>'
        "</list></p></licence>",
        "You are free to:ShareAdaptCC BY-SA 4.0",
        f"You are free to: Share, Adapt (CC BY-SA 4.0, {CC})",
    ),
    "cc-non": (
        f'<p>CC Attribution-Non-Commercial by T. Korn: <ref target="{CC}">link</ref>.</p>',
        "CC Attribution-Non-Commercial by T. Korn: link.",
        f"CC Attribution-Non-Commercial by T. Korn: link. (CC BY-SA 4.0, {CC})",
    ),
    "cc-ptr": (f'<p>Under <ptr target="{CC}"/>.</p>', f"Under {CC}.", f"CC BY-SA 4.0 ({CC})"),
}  # fmt: skip
# Words that state no licence of the text: two of them, one that nobody knows, one denied, one of
# something else; and how plain text says them.
GNU = "https://www.gnu.org/licenses/gpl-3.0.html"
OPEN = (
    (f'<p>Images: <ref target="{CC}">free</ref>; notes: <ref target="{RS}">not</ref>.</p>',
     f"Images: free; notes: not. ({CC}, {RS})"),
    ('<p>Ask the <ref target="https://example.org/heirs">heirs</ref>.</p>',
     "Ask the heirs. (https://example.org/heirs)"),
    (f'<p>Under the <ref target="{GNU}">GNU GPL</ref>.</p>', f"Under the GNU GPL. ({GNU})"),
    *((f'<p>{words} <ref target="{CC}">CC BY-SA</ref>.</p>', f"{words} CC BY-SA. ({CC})")
      for words in (
        "This is not under", "It isn’t under", "Der Text steht nicht unter",
        "Ce texte n’est pas sous", "El texto no está bajo", "Il testo non è sotto",
        "O texto não está sob", "De tekst valt niet onder", "Tekst nie jest na licencji",
        "Текст не под", "הטקסט לא תחת", "النص ليس تحت", "The encoding is under",
        "Die Anmerkungen stehen unter", "The images are under")),
)  # fmt: skip
# Licences whose words, or whose @n, say what they are of: the text, the encoding, neither; and how
# plain text says those.
BY = '<licence target="%s"%s>%s</licence>'
OF = {
    "text": (
        "Text and encoding are under CC BY-SA.", "The text, the encoding and the notes: CC BY-SA.",
        "This work is under CC BY-SA. Images are not included.", "You may not sell it. CC BY-SA.",
        "CC BY-NC-ND: Pas d’Utilisation Commerciale, Pas de Modification (CC BY-NC-ND).",
        "It is transcribed from images of the library; it is licensed under CC BY-SA.",
        "Text und Kodierung stehen unter CC BY-SA.", "Texte et encodage sous licence CC BY-SA.",
        "Текст и разметка под CC BY-SA.",
        "Not only the text but also the notes are under CC BY-SA.",
        "Disponível no site sob a licença CC BY-SA.", "CC BY-SA. Images only for private use.",
        "Released under CC BY-SA, excluding images and notes.", "النص والترميز تحت CC BY-SA.",
    ),
    "encoding": (
        "The encoding and the notes are under CC BY-SA.", "Covers the markup only.",
        "<p>Nur die Anmerkungen stehen unter CC BY-SA; der Brieftext ist geschützt.</p>",
        "The encoding of the letters is under CC BY-SA.", "CC BY-SA. Applies to the encoding only.",
        "The text is in the public domain, the encoding is under CC BY-SA.",
        "The encoding, but not the text, is under CC BY-SA.", "Die Kodierung steht unter CC BY-SA.",
        "L’encodage du texte est sous licence CC BY-SA.", "La codificación está bajo CC BY-SA.",
        "La codifica del testo è sotto CC BY-SA.", "As notas e a codificação: CC BY-SA.",
        "De aantekeningen bij de tekst: CC BY-SA.", "Kodowanie tekstu: CC BY-SA.",
        "Разметка текста под CC BY-SA.", "All notes and editorial material are CC BY-SA.",
        "הקידוד וההערות תחת CC BY-SA.", "الترميز تحت CC BY-SA.",
    ),
    "nothing": (
        "This text is NOT under CC BY-SA.", "Der Text steht nicht unter CC BY-SA.",
        "Ce texte n’est pas sous CC BY-SA.", "El texto no está bajo CC BY-SA.",
        "Il testo non è sotto CC BY-SA.", "O texto não está sob CC BY-SA.",
        "De tekst valt niet onder CC BY-SA.", "Tekst nie jest na licencji CC BY-SA.",
        "Текст не под CC BY-SA.", "הטקסט לא תחת CC BY-SA.", "النص ليس تحت CC BY-SA.",
        "CC BY-SA. This does not apply to the text.", "It is open whether the text is CC BY-SA.",
        "Images only: CC BY-SA.", "Die Bilder stehen unter CC BY-SA.",
        "Les photographies sont publiées sous licence CC BY-SA.",
        "Die Fotos der Handschrift: CC BY-SA.", "The software is licensed under CC BY-SA.",
        "Die Quellcodes der Website stehen unter CC BY-SA.",
        "Le logiciel est publié sous CC BY-SA.", "The audio recordings are under CC BY-SA.",
        "Aucune licence n’est accordée pour ce texte.", "Une licence ne peut être accordée.",
        "Die Rechte am Text sind ungeklärt; eine Lizenz wird nicht erteilt.",
        "Licence demandée, pas encore accordée.", "Eine Freigabe unter CC BY-SA ist beantragt.",
        "Kommentiert und kodiert; Lizenz: keine.",
    ),
}  # fmt: skip
LAYERS = {
    f"of-{kind}{number}": (kind, BY % (CC, "", words), re.sub("<.*?>", "", words))
    for kind, some in OF.items() for number, words in enumerate(some)
} | {
    "of-facsimiles": ("nothing", BY % (CC, ' n="facsimiles"', ""), "facsimiles: CC BY-SA 4.0"),
    **{f"of-{one}": ("nothing", BY % (CC, f' n="{one}"', ""), f"{one}: CC BY-SA 4.0")
       for one in ("Faksimile", "Bilddateien", "photos", "Numérisation", "Software", "Schriftart")},
    "of-n": ("encoding", BY % (CC, ' n="encoding"', "CC BY-SA"), "CC BY-SA"),
    "of-n-first": ("text", BY % (CC, ' n="text"', "Notes: CC BY-SA"), "Notes: CC BY-SA"),
    "of-n-text": ("text", BY % (CC, ' n="text"', "CC BY-SA"), "CC BY-SA"),
    "of-prose": ("encoding", "<p>The letters are in copyright of the heirs.</p>"
                 + BY % (CC, "", "The notes are under CC BY-SA."), "The notes are under CC BY-SA."),
    "of-both": ("statement", BY % (RS, ' n="text"', "In copyright")
                + BY % (CC, ' n="encoding"', "CC for the encoding"), "CC for the encoding"),
}  # fmt: skip
# What a header says in prose beside the status; the line of plain text.
STATUS = {
    "free": ("<p>Public domain.</p>", "Public domain."),
    "restricted": (
        "<p>All rights reserved, heirs of X.</p>",
        "The use of the text is restricted. All rights reserved, heirs of X.",
    ),
    "unknown": ("<p>Nobody asked.</p><ab>Ask us.</ab>", "Nobody asked. Ask us."),
    "": ("<p>Ask us.</p>", "Ask us."),
}
ABOUT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Leaves</title></titleStmt><publicationStmt><publisher>House</publisher><date when="1899"/>
</publicationStmt><sourceDesc><p>Leaves.</p></sourceDesc></fileDesc></teiHeader><text><body>
<p>Leaves.</p></body></text></TEI>"""


def text(name: str, rights: str) -> str:
    """Return a text that states these rights."""
    stated = f"<publisher>House</publisher><availability>{rights}</availability>"
    return re.sub(
        "(<publicationStmt>).*?(</publicationStmt>)", rf"\1{stated}\2", tei(id=name), flags=re.S
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text for each way to say it."""
    root = tmp_path_factory.mktemp("rights")
    (root / "tei/texts").mkdir(parents=True)
    for name, (rights, *_) in SAID.items():
        (root / f"tei/texts/{name}.xml").write_text(text(name, rights), "utf-8")
    for number, (rights, _) in enumerate(OPEN):
        name = f"open{number}"
        (root / f"tei/texts/{name}.xml").write_text(text(name, rights), "utf-8")
    for name, (_, rights, _) in LAYERS.items():
        (root / f"tei/texts/{name}.xml").write_text(text(name, rights), "utf-8")
    for status, (rights, _) in STATUS.items():
        written = text(f"is-{status}", rights)
        if status:
            written = written.replace("<availability>", f'<availability status="{status}">')
        (root / f"tei/texts/is-{status}.xml").write_text(written, "utf-8")
    (root / "tei/edition.xml").write_text(ABOUT, "utf-8")
    (root / "edition.toml").write_text('address = "https://example.org/e/"\n', "utf-8")
    built = build(Plan(load(discover(root)[0])[0], FORMATS, root / "out", cached=False))
    assert set(built.written) == set(FORMATS), built.diagnostics
    assert built.terms == ()
    return root / "out"


@pytest.mark.parametrize("name", SAID)
def test_the_page_says_it_and_links_to_it(folder: Path, name: str) -> None:
    """Its words, its name, one link to it; for machines the address."""
    address, read = (RS if name.startswith("rs") else CC), page(folder, name)
    (section,) = read.xpath("//section[h3='Rights']")
    assert "".join(section.xpath("string()")).removeprefix("Rights") == SAID[name][1]
    assert section.xpath(f"count(.//a[@href='{address}'])") == 1
    assert read.xpath("//link[@rel='license']/@href") == [address]
    assert read.xpath("//meta[@name='DC.rights']/@content") == [address]
    assert (
        json.loads(read.xpath("string(//script[@type='application/ld+json'])"))["license"]
        == address
    )


@pytest.mark.parametrize("name", SAID)
def test_other_outputs_say_it(folder: Path, name: str) -> None:
    """Plain text, EPUB, the table of texts, the list of files, the links of the site."""
    address = RS if name.startswith("rs") else CC
    written = (folder / f"text/reading/{name}.txt").read_text("utf-8")
    # A statement of rights is no licence.
    label = "Rights" if name.startswith("rs") else "License"
    assert f"{label}: {SAID[name][2]}\n" in written
    assert ("License" in written) == (label == "License")
    with zipfile.ZipFile(folder / f"epub/{name}.epub") as book:
        assert f"<dc:rights>{address}</dc:rights>" in book.read("EPUB/package.opf").decode()
        about = html.fromstring(book.read(f"EPUB/{name}-about.xhtml"))
    assert about.xpath(f"count(//a[@href='{address}'])") == 1
    column = "rights" if address == RS else "licence"
    (row,) = (one for one in rows(folder, "texts") if one["id"] == name)
    assert (row[column], row["encoding_licence"]) == (address, "")
    with (folder / "data/files.csv").open(encoding="utf-8", newline="") as file:
        stated = {one["licence"] for one in csv.DictReader(file) if name in one["path"]}
    assert stated == {address}
    links = json.loads((folder / "linkset.json").read_text("utf-8"))["linkset"]
    (one,) = (one for one in links if one["anchor"].endswith(f"/{name}.html"))
    assert one["license"] == [{"href": address}]


def test_what_states_no_licence_of_the_text(folder: Path) -> None:
    """Is printed as it is, and no licence for machines."""
    table = {one["id"]: one for one in rows(folder, "texts")}
    for number, (_, words) in enumerate(OPEN):
        name = f"open{number}"
        read = page(folder, name)
        assert read.xpath("//section[h3='Rights']//a")
        assert not read.xpath("//link[@rel='license'] | //meta[@name='DC.rights']")
        assert '"license"' not in read.xpath("string(//script[@type='application/ld+json'])")
        written = (folder / f"text/reading/{name}.txt").read_text("utf-8")
        assert f"Rights: {words}\n" in written
        assert "License:" not in written
        with zipfile.ZipFile(folder / f"epub/{name}.epub") as book:
            package = etree.fromstring(book.read("EPUB/package.opf"))
        assert [each.text for each in package.iter("{*}rights")] == [words]
        one = table[name]
        assert (one["licence"], one["encoding_licence"], one["rights"]) == ("", "", "")
        assert one["rights_words"] == words


@pytest.mark.parametrize("name", LAYERS)
def test_a_licence_of_another_layer_is_not_that_of_the_text(folder: Path, name: str) -> None:
    """In no output; its words are shown, and denied ones license nothing."""
    kind, _, words = LAYERS[name]
    own = {"text": CC, "statement": RS}.get(kind, "")
    encoding = CC if kind in ("encoding", "statement") else ""
    (row,) = (one for one in rows(folder, "texts") if one["id"] == name)
    assert (row["licence"], row["encoding_licence"]) == (own if own == CC else "", encoding)
    assert row["rights_words"].startswith(words if kind == "nothing" else "")
    read, given = page(folder, name), [own][: bool(own)]
    assert read.xpath("//link[@rel='license']/@href") == given
    assert read.xpath("//meta[@name='DC.rights']/@content") == given
    data = json.loads(read.xpath("string(//script[@type='application/ld+json'])"))
    assert data.get("license", "") == own
    (section,) = read.xpath("//section[h3='Rights']")
    assert words.split(": ")[-1] in "".join(section.itertext())
    assert section.xpath(f"count(.//a[@href='{CC}'])") == 1
    with (folder / "data/files.csv").open(encoding="utf-8", newline="") as file:
        files = {one["licence"] for one in csv.DictReader(file) if Path(one["path"]).stem == name}
    assert files == {own}
    links = json.loads((folder / "linkset.json").read_text("utf-8"))["linkset"]
    stated = [one.get("license", []) for one in links if one["anchor"].endswith(f"/{name}.html")]
    assert stated in ([[{"href": one} for one in given]], [])
    written = (folder / f"text/reading/{name}.txt").read_text("utf-8")
    before = {"text": "License", "nothing": "Rights"}.get(kind, "License of the encoding and notes")
    assert f"{before}: {words} (" in written
    assert written.count("License: ") == (own == CC)
    with zipfile.ZipFile(folder / f"epub/{name}.epub") as book:
        package = etree.fromstring(book.read("EPUB/package.opf"))
    assert (CC in [one.text for one in package.iter("{*}rights")]) == (own == CC)


def test_the_home_page_says_of_which_layer_a_licence_is(tmp_path: Path) -> None:
    """The encoding's is called so; what licenses neither text nor encoding is shown in words."""
    (tmp_path / "tei/texts").mkdir(parents=True)
    (tmp_path / "tei/texts/one.xml").write_text(text("one", BY % (CC, "", "")), "utf-8")
    stated = BY % (CC, ' n="encoding"', "") + BY % (CC, ' n="facsimiles"', "")
    about = ABOUT.replace(
        '<date when="1899"/>', f'<date when="1899"/><availability>{stated}</availability>'
    )
    (tmp_path / "tei/edition.xml").write_text(about, "utf-8")
    (tmp_path / "edition.toml").write_text('address = "https://example.org/e/"\n', "utf-8")
    plan = Plan(load(discover(tmp_path)[0])[0], ("html",), tmp_path / "out", cached=False)
    assert build(plan).written
    home = page(tmp_path / "out", "index")
    hints = ["".join(one.itertext()) for one in home.xpath("//p[@class='hint']")]
    assert any(one.startswith("License of the encoding and notes: ") for one in hints)
    assert f"facsimiles: CC BY-SA 4.0 ({CC})" in hints
    assert not home.xpath("//link[@rel='license']")


@pytest.mark.parametrize("status", STATUS)
def test_words_beside_the_status(folder: Path, status: str) -> None:
    """All of them are said; that nothing is known only where nothing is said."""
    words = STATUS[status][1]
    written = (folder / f"text/reading/is-{status}.txt").read_text("utf-8")
    assert f"Rights: {words}\n" in written
    (section,) = page(folder, f"is-{status}").xpath("//section[h3='Rights']")
    shown = " ".join(section.xpath("*[not(self::h3)]//text()"))
    assert " ".join(shown.split()) == words
    (one,) = (one for one in rows(folder, "texts") if one["id"] == f"is-{status}")
    said = words.removeprefix("The use of the text is restricted. ")
    assert (one["rights"], one["rights_words"]) == (status, said)
    with zipfile.ZipFile(folder / f"epub/is-{status}.epub") as book:
        assert f"<dc:rights>{said}</dc:rights>" in book.read("EPUB/package.opf").decode()
    with zipfile.ZipFile(folder / "epub/edition.epub") as book:
        said = f"<dc:rights>A small text: {said}</dc:rights>"
        assert said in book.read("EPUB/package.opf").decode()


def test_what_is_kept_in_a_repository(folder: Path) -> None:
    """Each licence has its name and its address in RO-Crate and DataCite."""
    terms = (Term(RS, "In Copyright"), Term("", "Ask us."))
    edition = opened(folder.parent)[0]
    made = deposited(edition, terms, {})
    graph = {one["@id"]: one for one in json.loads(made["ro-crate-metadata.json"])["@graph"]}
    stated = [graph[one["@id"]] for one in graph["./"]["license"]]
    assert [one["name"] for one in stated] == ["In Copyright", "Ask us."]
    assert stated[0]["@id"] == RS
    given = [(one.get("rightsURI"), one.text) for one in
             etree.fromstring(made["datacite.xml"]).iter("{*}rights")]  # fmt: skip
    assert given == [(RS, "In Copyright"), (None, "Ask us.")]


# A licence and its days, what the file says of its own; whether it is given, and how it is told.
DATED = {
    "began": ('notBefore="2013-01-01"', "2014", True, "not before 1 January 2013"),
    "of-day": ('when="2013-01"', "2013-01-05", True, "January 2013"),
    "begins": ('notBefore="2030-01-01"', "2014", False, "not before 1 January 2030"),
    "in-year": ('from="2014-06-01"', "2014", False, "from 1 June 2014"),
    "undated": ('from="2013"', "", False, "from 2013"),
    "ends": ('notBefore="2013" notAfter="2015"', "2014", False, "2013–2015"),
    "to": ('to="2040"', "2014", False, "until 2040"),
}


def test_a_licence_with_days(tmp_path: Path) -> None:
    """It is told with them; for machines it is one where the file is younger than its beginning,
    and it has no end. Where a layer is named around it, that is its layer; where copyright is all
    that is said, it is none.
    """
    (tmp_path / "tei/texts").mkdir(parents=True)
    for name, (days, published, _, _) in DATED.items():
        written = text(name, BY % (CC, f" {days}", "CC BY-SA 4.0"))
        dated = f'<date when="{published}"/><availability>' if published else "<availability>"
        written = written.replace("<availability>", dated)
        (tmp_path / f"tei/texts/{name}.xml").write_text(written, "utf-8")
    layer = text("layer", BY % (CC, "", "")).replace(
        "<availability>", '<availability n="encoding">'
    )
    (tmp_path / "tei/texts/layer.xml").write_text(layer, "utf-8")
    held = text("held", "<licence>Copyright of the heirs. All rights reserved.</licence>")
    (tmp_path / "tei/texts/held.xml").write_text(held, "utf-8")
    out = tmp_path / "out"
    plan = Plan(load(discover(tmp_path)[0])[0], ("html", "text", "epub", "tables"), out)
    assert build(plan).written
    table = {one["id"]: one for one in rows(out, "texts")}
    for name, (_, _, given, told) in DATED.items():
        read = page(out, name)
        assert read.xpath("//link[@rel='license']/@href") == [CC] * given, name
        (section,) = read.xpath("//section[h3='Rights']")
        assert told in "".join(section.itertext())
        assert table[name]["licence"] == (CC if given else "")
        label = "License" if given else "Rights"
        written = (out / f"text/reading/{name}.txt").read_text("utf-8")
        assert f"{label}: CC BY-SA 4.0 ({told})" in written
        with zipfile.ZipFile(out / f"epub/{name}.epub") as book:
            package = book.read("EPUB/package.opf").decode()
            assert (f"<dc:rights>{CC}</dc:rights>" in package) == given
            assert given or told in package
    assert (table["layer"]["licence"], table["layer"]["encoding_licence"]) == ("", CC)
    assert "encoding" in "".join(page(out, "layer").xpath("//section[h3='Rights']")[0].itertext())
    assert table["held"]["licence"] == ""
    assert "License" not in (out / "text/reading/held.txt").read_text("utf-8")
    assert "License" not in "".join(page(out, "held").xpath("//section[h3='Rights']")[0].itertext())


def test_a_deposit_speaks_the_language_of_the_edition(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it holds in RO-Crate, of which kind it is in DataCite."""
    edition = opened(folder.parent)[0]
    german = replace(deposit.described(edition), language="de-AT")
    monkeypatch.setattr(deposit, "described", lambda *_: german)
    made = deposited(edition, (), {})
    graph = {one["@id"]: one for one in json.loads(made["ro-crate-metadata.json"])["@graph"]}
    said = "TEI-Quellen und was daraus veröffentlicht wurde"
    assert graph["./"]["description"] == f"{german.title}: {said}"
    kind = etree.fromstring(made["datacite.xml"]).find("{*}resourceType")
    assert kind is not None and kind.text == "Digitale Edition"
