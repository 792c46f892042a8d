"""What the rules are sure to say of a text, without being run: the same as they say."""

import re
from pathlib import Path

import pytest
from editio.checks import elements, looks
from editio.checks.looks import LOOKING
from editio.checks.ruled import ruled, said
from editio.edition.reading.source import TEI, Document, read
from editio.resources import XSLT

HEAD = "<teiHeader><fileDesc><titleStmt><title>A</title></titleStmt></fileDesc></teiHeader>"
WORDS = (
    'rend="italic #bold simple:sc indent et2 #indent(3) wavy,dotty; wavy"',
    'rend="zigzag: yes; font-weight: bold"',
    'rendition="#declared #odd simple:bold #nowhere"',
    'style="color: red; font-colour: blue"',
)
LOOKS = """<encodingDesc><tagsDecl><rendition xml:id="declared">font-style: italic</rendition>
    <rendition xml:id="odd">writing-mode: vertical-rl</rendition></tagsDecl></encodingDesc>"""
BLOCKS = ("p", "l", "head", "ab", "quote")


def _text(folder: Path, body: str, head: str = HEAD) -> Document:
    file = folder / "one.xml"
    file.write_text(f'<TEI xmlns="{TEI}">{head}<text><body>{body}</body></text></TEI>')
    document = read(file, "one.xml")
    assert isinstance(document, Document)
    return document


def test_what_has_a_rule_has_it_without_conditions(tmp_path: Path) -> None:
    """No element that is taken to be known is told as unknown, empty or with words."""
    names = sorted(tag.rpartition("}")[2] for tag in ruled().elements)
    assert {"p", "persName", "fs", "egXML"} & set(names) == {"p", "persName", "fs"}
    bare = "".join(f"<ab><{name}/></ab><ab><{name}>a <hi>b</hi></{name}></ab>" for name in names)
    asked = elements._asked(_text(tmp_path, bare), ())
    assert [one.subject for one in asked if one.code == "T001"] == []


@pytest.mark.parametrize("words", WORDS)
def test_strange_looks_are_told_as_the_rules_tell_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Words for looks have the same fate in both ways, with declarations and without."""
    monkeypatch.setattr(looks, "_FEW", 1000)
    names = sorted(tag.rpartition("}")[2] for tag in LOOKING)
    bodies = (f"<{one} {words}>b</{one}>" for one in names)
    body = "".join(f"<div>{one}</div>" if tag in BLOCKS else f"<p>{one}</p>"
                   for tag, one in zip(names, bodies, strict=True))  # fmt: skip
    for head in (HEAD, HEAD.replace("</teiHeader>", f"{LOOKS}</teiHeader>")):
        text = _text(tmp_path, body, head)
        told = said(text)
        assert told
        assert told == elements._asked(text, ())


def test_a_strange_look_is_told_where_it_is_declared(tmp_path: Path) -> None:
    """Once, at the declaration; at the element what it says itself, or names without declaring."""
    declared = LOOKS.replace(
        "</tagsDecl>", "<rendition xml:id='of' selector='foreign'>zoom: 2</rendition></tagsDecl>"
    )
    body = (
        '\n<p><hi rendition="#odd">a</hi> <hi rendition="#odd #nowhere">b</hi></p>\n'
        '<p><hi rendition="#odd" style="speak: none">c</hi>{}</p>'
    )
    for looks_in, more in ((LOOKS, ""), (declared, " <foreign>d</foreign>")):
        head = HEAD.replace("</teiHeader>", f"{looks_in}</teiHeader>")
        text = _text(tmp_path, body.format(more), head)
        for one in (text, read(tmp_path / "one.xml", "one.xml", brief=True)):
            assert isinstance(one, Document)
            told = list(elements.unknown_elements(one))
            assert sorted((each.message.split("”")[0][1:], each.line) for each in told) == sorted([
                ("writing-mode:vertical-rl", 2), ("#nowhere", 3), ("speak:none", 4),
                *([("zoom:2", 2)] if more else []),
            ])  # fmt: skip
            assert {each.column > 1 for each in told} == {True}


def test_strange_looks_in_a_header_are_told_as_the_rules_tell_them(tmp_path: Path) -> None:
    """The rules are asked about the parts that have them alone; on the text where it has no words,
    as a description may take its place.
    """
    hi = '<hi rendition="#odd #nowhere">b</hi>'
    head = HEAD.replace(
        "</fileDesc></teiHeader>",
        f"<publicationStmt><p>a</p></publicationStmt><sourceDesc><msDesc><physDesc><additions>{hi}"
        f"</additions></physDesc></msDesc><p>a {hi}</p></sourceDesc></fileDesc>{LOOKS}<profileDesc>"
        f"<abstract><p>{hi}</p></abstract><particDesc><p>{hi}</p></particDesc></profileDesc>"
        f"<revisionDesc><change>a {hi}</change></revisionDesc></teiHeader>",
    )
    for body, is_sure in (("<p>a</p>", True), (f"<p>a {hi}</p>", True), ("<p/>", False)):
        text = _text(tmp_path, body, head)
        found, rules = said(text), elements._asked(text, ())
        assert found == (rules if is_sure else None)
        assert len({(one.line, one.column) for one in rules}) > 3


@pytest.mark.parametrize("around", ["p", "l", "head", "quote", "note", "hi", "supplied", "signed"])
def test_strange_looks_without_words_are_told_as_the_rules_tell_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    """Elements that have nothing in them, among words: as a sign that only its look says."""
    monkeypatch.setattr(looks, "_FEW", 1000)
    names = ("c", "g", "hi", "seg", "space", "persName", "note", "lb", "milestone", "add")
    for where in ("before {} after", "{} after", "before {}", "before{}<lb/>after"):
        empty = "".join(f'<{one} rendition="#nowhere" rend="zigzag"/>' for one in names)
        inner = f"<{around}>{where.format(empty)}</{around}>"
        text = _text(tmp_path, f"<ab>a {inner} b</ab>" if around != "head" else inner)
        told = said(text)
        assert told
        assert told == elements._asked(text, ())


@pytest.mark.parametrize("around", ["<l>{}</l><l>a</l>", "<p>a <note><quote>{}</quote></note></p>"])
def test_looks_in_what_has_no_words_are_told_as_the_rules_tell_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, around: str
) -> None:
    """The nearest element that has words is looked for; of two elements without any nobody knows
    what becomes, so the rules are run on the text.
    """
    monkeypatch.setattr(looks, "_FEW", 1000)
    empty = '<c rendition="#nowhere"/>'
    for inner, is_sure in ((empty, True), (f"<seg>{empty}</seg>", True), (empty * 2, False)):
        text = _text(tmp_path, f"<quote>{around.format(inner)}</quote>")
        found = elements._asked(text, ())
        assert [one.subject for one in found] == ["#nowhere"] * inner.count("<c")
        assert said(text) == (found if is_sure else None)


def test_rend_is_asked_about_where_it_says_how_words_look(tmp_path: Path) -> None:
    """The rules read it so of these elements and of no others."""
    names = sorted(tag.rpartition("}")[2] for tag in ruled().elements)
    body = "".join(f'<div>\n<{name} rend="wavy">a</{name}></div>' for name in names)
    asked = elements._asked(_text(tmp_path, body), ())
    told = {names[one.line - 2] for one in asked if one.code == "T006"}
    assert told == {tag.rpartition("}")[2] for tag in LOOKING}


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("<p>a <scribble>b</scribble></p>", {"T001"}),
        (r'<p><formula notation="TeX">\no{</formula></p>', {"T005"}),
    ],
)
def test_where_it_is_not_plain_the_rules_are_asked(
    tmp_path: Path, body: str, codes: set[str]
) -> None:
    """What depends on where an element stands is left to the rules."""
    text = _text(tmp_path, body)
    assert said(text) is None
    assert {one.code for one in elements.unknown_elements(text)} == codes


def test_a_text_of_known_elements_needs_no_stylesheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anything compiled for it."""
    monkeypatch.delattr(elements, "_asked")
    text = _text(tmp_path, '<p>a <hi rend="bold wavy">b</hi> <hi rend="wavy">c</hi></p>')
    (one,) = elements.unknown_elements(text)
    assert (one.code, one.column) == ("T006", text.at(next(text.root.iter("{*}hi")))[1])
    assert "wavy" in one.message
    assert "(2 times)" in one.message


def test_what_the_rules_tell_is_known() -> None:
    """Whoever lets them tell something else says in checks/ruled.py where they have to be asked."""
    sheets = [XSLT / "rules.xsl", *(XSLT / "rules").rglob("*.xsl")]
    words = "".join(one.read_text("utf-8") for one in sheets)
    assert set(re.findall(r"'(T\d{3})'", words)) == {
        *("T001", "T005", "T006", "T008", "T009", "T011", "T012", "T013")
    }


def test_notes_that_stand_off_are_left_to_the_rules(tmp_path: Path) -> None:
    """Lists that stand off are registers, of which the rules have nothing to say."""
    file = tmp_path / "one.xml"
    for inner, codes in (
        ("<note>a</note>", {"T008"}),
        ('<listPerson><person xml:id="a"><persName>A</persName></person></listPerson>', set()),
    ):
        text = f"<standOff>{inner}</standOff><text><body><p>b</p></body></text>"
        file.write_text(f'<TEI xmlns="{TEI}">{HEAD}{text}</TEI>')
        document = read(file, "one.xml")
        assert isinstance(document, Document)
        assert (said(document) is None) is bool(codes)
        assert {one.code for one in elements.unknown_elements(document)} == codes


def test_marks_on_letters_of_an_inscription_are_no_strange_looks(tmp_path: Path) -> None:
    """They are anywhere else."""
    body = '<div type="{}"><ab><lb/>a <hi rend="grave">b</hi></ab></div>'
    for kind, told in (("edition", 0), ("part", 1)):
        assert len(list(elements.unknown_elements(_text(tmp_path, body.format(kind))))) == told


def test_where_a_look_is_passed_over_it_is_not_told(tmp_path: Path) -> None:
    """The rules are asked about a place, and have the same answer the next time."""
    for inner, told in (
        ('<castList><castGroup><head rend="brace">a</head></castGroup></castList>', 0),
        ('<p>a <index><term rend="wavy">b</term></index></p>', 0),
        ('<p>a <add style="float: sky">b</add></p>', 1),
    ):
        for _ in range(2):
            text = _text(tmp_path, inner)
            assert said(text) == elements._asked(text, ())
            assert len(said(text) or ()) == told


def test_of_what_is_little_certain_and_leads_to_an_entry_the_rules_have_nothing_to_say(
    tmp_path: Path,
) -> None:
    """They are asked of what leads nowhere."""
    for attribute in ('ref="#a"', 'key="a"', ""):
        text = _text(tmp_path, f'<p>a <persName cert="low" {attribute}>b</persName></p>')
        found = elements._asked(text, ())
        assert said(text) == (found if attribute else None)
        assert [one.code for one in found] == ["T012"] * (not attribute)


def test_a_text_with_many_looks_is_given_to_the_rules(tmp_path: Path) -> None:
    """Each text adds to what is known, until nothing has to be asked."""
    body = "".join(f'<p rend="odd{n}">a</p>' for n in range(10))
    rounds = [said(_text(tmp_path, body)) is None for _ in range(8)]
    assert rounds == sorted(rounds, reverse=True)
    assert rounds[0]
    assert not rounds[-1]
