"""Files as they lie about: in any encoding, with a DTD, or no files at all."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editio.edition.reading import files, source
from editio.edition.reading.copies import for_validator
from editio.edition.reading.source import Document

TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'


def read(folder: Path, data: bytes | str) -> Document:
    """Read a file that has no fault."""
    found = reading(folder, data)
    assert isinstance(found, Document), found
    return found


def reading(folder: Path, data: bytes | str) -> object:
    """Read whatever is in a file."""
    file = folder / "a.xml"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return source.read(file, "a.xml")


def told(folder: Path, data: bytes | str) -> list[tuple[str, str]]:
    """Return code and message of all that is wrong with a file."""
    found = reading(folder, data)
    assert isinstance(found, list)
    return [(one.code, one.message) for one in found]


SUBSET = '<!DOCTYPE TEI [<!ENTITY city "京都">]>'


@pytest.mark.parametrize(
    "name", ["Shift_JIS", "GB18030", "EUC-JP", "UTF-7", "UTF-16", "UTF-32", "UTF-8", "Big5"]
)
def test_any_encoding_with_an_internal_subset(tmp_path: Path, name: str) -> None:
    """The words, the entity and the places are right, whatever the parsers know."""
    words = (
        f'<?xml version="1.0" encoding="{name}"?>{SUBSET}\n<TEI {TEI}><p>東 &city;<hi/></p></TEI>'
    )
    document = read(tmp_path, words.encode(name))
    (paragraph,) = document.root
    assert "".join(map(str, paragraph.itertext())) == "東 京都"
    assert document.at(paragraph) == (2, 42)
    assert document.at(paragraph[0]) == (2, 53)
    warned = [one.message for one in document.told]
    common = name.startswith("UTF-") and name != "UTF-7"
    expected = [] if common else [f"the file is encoded in {name}, which not every program reads"]
    assert warned == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<?xml version='1.0'?><TEI/>".encode("cp500"), "in EBCDIC"),
        (b"PK\x03\x04 and so on", "a ZIP archive"),
        (b"<TEI>\0\0\0\0", "binary"),
        (b'<?xml version="1.0" encoding="klingon"?><TEI/>', "“klingon” is not known"),
        (b'<?xml version="1.0" encoding="unicode_escape"?><TEI/>', "“unicode_escape” is not"),
        (b'<?xml version="1.0" encoding="zlib"?><!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', "“zlib”"),
        (b'<?xml version="1.0" encoding="Shift_JIS"?><TEI>\xff\xff</TEI>', "not valid in the"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, words: str) -> None:
    """The message says what the file is, and not what a parser made of it."""
    (found,) = told(tmp_path, data)
    assert found[0] == "W001"
    assert words in found[1]


SECRET = '<!ENTITY secret "from the DTD">'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "before",
    ["", '<!-- <!DOCTYPE a SYSTEM "b"> -->', '<?x <!DOCTYPE a SYSTEM "b">?>\n<!-- a - > -->\n'],
)
def test_a_dtd_is_not_opened(tmp_path: Path, before: str, encoding: str) -> None:
    """Not even where a comment before it speaks of another one."""
    (tmp_path / "own.dtd").write_text(SECRET)
    doctype = f'{before}<!DOCTYPE TEI SYSTEM "{tmp_path}/own.dtd">'
    (found,) = told(tmp_path, f"{doctype}<TEI>&secret;</TEI>".encode(encoding))
    assert found == ("W001", "not well-formed XML: the entity &secret; is not defined")
    document = read(tmp_path, f"{doctype}<TEI {TEI}/>".encode(encoding))
    assert b"own.dtd" not in for_validator(document)
    assert document.at(document.root) == (
        (doctype.count("\n") + 1),
        len(doctype) - doctype.rfind("\n"),
    )


def test_entities_of_the_subset(tmp_path: Path) -> None:
    """Parameter entities of the TEI are accepted, entities built from others are expanded."""
    subset = '<!ENTITY % TEI.core "INCLUDE"><!ENTITY a "ha"><!ENTITY b "&a;&a;">'
    document = read(tmp_path, f"<!DOCTYPE TEI [{subset}]><TEI>&b;!</TEI>")
    assert document.root.text == "haha!"


@pytest.mark.parametrize(
    ("subset", "codes"),
    [
        ('<!ENTITY a "&b;"><!ENTITY b "&a;">', ["W004"]),
        ("".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9)), ["W004"]),
        ('<!ENTITY x SYSTEM "x.txt">', ["W003"]),
        ('<!ENTITY x PUBLIC "x" "x.txt"><!ENTITY y "&x;">', ["W003"]),
        ("<!ENTITY % p \"<!ENTITY x SYSTEM 'x.txt'>\"> %p;", ["W003"]),
        ("<!ENTITY % f SYSTEM 'x.txt'><!ENTITY % p '&#37;f;'> %p;", ["W003"]),
    ],
)
def test_entities_that_are_refused(tmp_path: Path, subset: str, codes: list[str]) -> None:
    """What multiplies itself, and what another file holds, also by a detour."""
    (tmp_path / "x.txt").write_text("secret")
    drawn = "&y;" if "ENTITY y" in subset else "&x;" if "ENTITY x" in subset else ""
    words = f'<!DOCTYPE TEI [<!ENTITY e0 "lol">{subset}]><TEI>{drawn}</TEI>'
    assert [code for code, _ in told(tmp_path, words)] == codes


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY c SYSTEM "x.txt">',
        '<!ENTITY % latin PUBLIC "Latin 1" "x.txt"> %latin;\n %latin;',
        "<!-- it's % --> <!ENTITY % latin SYSTEM 'x.txt'><?x '%latin;?>%latin;",
        "<!NOTATION jpeg SYSTEM 'jpeg'><!ENTITY mill SYSTEM 'x.txt' NDATA jpeg>",
        "<!ENTITY % more \"<!ENTITY c SYSTEM 'x.txt'><!ENTITY d 'e'>\"> %more;",
    ],
)
def test_what_is_declared_and_not_drawn_in(tmp_path: Path, subset: str) -> None:
    """It harms nothing, and no file is opened; parameters of the file itself are read."""
    (tmp_path / "x.txt").write_text('<!ENTITY rye "secret">')
    declared = f"<!DOCTYPE TEI [{subset}<!ENTITY % own \"<!ENTITY rye 'Rye'>\">%own;]>"
    document = read(tmp_path, f"{declared}<TEI {TEI}><p>&rye;<hi/></p></TEI>")
    (paragraph,) = document.root
    last = declared.rpartition("\n")[2]
    assert paragraph.text == "Rye"
    assert document.at(paragraph)[1] == len(f"{last}<TEI {TEI}>") + 1
    assert document.at(paragraph[0])[1] == len(f"{last}<TEI {TEI}><p>&rye;") + 1
    assert b"%latin;]" not in for_validator(document)


def test_a_character_of_a_file_that_is_not_opened(tmp_path: Path) -> None:
    """It is not defined, and that is what is told; a value of an attribute is no file either."""
    (tmp_path / "x.ent").write_text('<!ENTITY eacute "secret">')
    declared = '<!DOCTYPE TEI [<!ENTITY % latin SYSTEM "x.ent"> %latin;<!ENTITY x SYSTEM "x.ent">]>'
    (found,) = told(tmp_path, f"{declared}<TEI>&eacute;crit</TEI>")
    assert found == ("W001", "not well-formed XML: the entity &eacute; is not defined")
    (found,) = told(tmp_path, f"{declared}<TEI n='&x;'/>")
    assert found[0] == "W001"
    assert "the entity &x; is another file" in found[1]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _to_pipe(path: Path) -> None:
    os.mkfifo(path.with_suffix(".pipe"))
    path.symlink_to(path.with_suffix(".pipe"))


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_pipe, "it is a named pipe, not a file"),
        (_to_pipe, "it is a named pipe, not a file"),
        (_socket, "it is a socket, not a file"),
        (Path.mkdir, "it is a folder, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
        (lambda path: path.symlink_to("nowhere.xml"), "No such file or directory"),
    ],
)
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    """It is told at once, and not opened."""
    make(tmp_path / "a.xml")
    (one,) = source.read(tmp_path / "a.xml", "a.xml")  # type: ignore[misc]  # a list
    assert (one.code, one.message) == ("W002", f"cannot be read: {reason}")
    assert source.tree(tmp_path / "a.xml") is None
    assert source.line(tmp_path / "a.xml", 1) == ""


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how large a file may be."""
    monkeypatch.setattr(files, "LARGEST", 2**20)
    (found,) = told(tmp_path, b"<a>" + b"x" * 2**21)
    assert found == ("W002", "cannot be read: it has 2 MB; editio reads files of up to 1 MB")


def test_a_file_is_put_whole_or_not_at_all(tmp_path: Path) -> None:
    """With the rights of any new file, also where one stood before; a failure leaves nothing."""
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    files.put(tmp_path / "new", [b"rye ", b"oats"])
    assert (tmp_path / "new").read_bytes() == b"rye oats"
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode

    def broken() -> Iterator[bytes]:
        yield b"oats"
        raise ValueError

    with pytest.raises(ValueError):
        files.put(tmp_path / "new", broken())
    assert (tmp_path / "new").read_bytes() == b"rye oats"
    assert {one.name for one in tmp_path.iterdir()} == {"new", "usual"}
