"""Suspicious text: characters that come from machines and keyboards and not from the source."""

import re
import unicodedata
from collections.abc import Iterator

from editio.checks.apparatus import witnesses
from editio.checks.registry import Finding, document_check
from editio.checks.runs import Run, anywhere, has, has_gaps, runs
from editio.diagnostics.codes import WARNING
from editio.diagnostics.repeats import in_file, once
from editio.edition.reading.source import Document

# Letters of other scripts that look like Latin ones, beside a Latin letter.
_ALIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρυχіјѕАВЕЅІЈКМНОРСТУХаеорсухԁԛԝ"
_MIXED = re.compile(
    rf"(?<!\w)\w*(?:[A-Za-zÀ-ɏ][{_ALIKE}]|[{_ALIKE}][A-Za-zÀ-ɏ]|[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z])\w*"
)
_OTHER = re.compile("[\u0370-\u052f]")
_HIDDEN = re.compile(
    "[\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\uffff]"
)
_SOFT = re.compile(r"\u00ad|&#x0*AD;|&#173;", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:x[0-9A-Fa-f]+|[0-9]+);")
_MOJIBAKE = re.compile("(?:Ã[\x80-\xbf¤¶¼„–œŸ©¨ª«§®´»]|Â[\xa0«»°·]|â€[™œ\x9d“”¦˜]|Ð[°-¿])")
_MISREAD = re.compile("[ÃÂâÐ]")
# Between sentences typists write two.
_DOUBLE = re.compile(
    r"""(?<=[^\s.!?:])(?<![.!?:][”’»"')\]])(?: {2,}| *\u00a0[ \u00a0]+| +\u00a0)(?=[^\s])"""
)
_FIXED = re.compile("\u00a0")
_SEVERAL = re.compile(r"  (?<=[^\s.!?:]  )"), re.compile("\u00a0(?:[ \u00a0]|(?<= .))")
# A word at the end of a line, with a hyphen behind it; those of Fraktur and of transcribers are
# never part of a word.
_DIVIDED = re.compile(r"[^\W\d_]+[-‐⸗¬](?=\s*$)|[^\W\d_]+[⸗¬](?=\s*\n\s*\w)")
_HYPHEN = re.compile(r"-(?<=[^\W\d_].)(?=\s*(?:<|\Z))")
_SIGNS = re.compile("[‐⸗¬]")
_BREAKS = r"(?:<(?:lb|pb|cb|gb|milestone)\b[^<>]*/>\s*)+|</line>\s*<line\b[^<>]*>"
_GOES_ON = re.compile(rf"\s*(?:</[^<>]+>\s*)*?(?P<breaks>{_BREAKS})?(?:<\w[^<>]*>\s*)*(?P<next>\w)")


def _found(
    document: Document, pattern: re.Pattern[str], may_be: bool
) -> Iterator[tuple[Run, re.Match[str]]]:
    """Find a pattern in the text, where it may be: a sign of it was seen, which is quicker."""
    for run in runs(document) if may_be else ():
        yield from ((run, match) for match in pattern.finditer(run.text))


def _at(document: Document, run: Run, match: re.Match[str], **facts: object) -> Finding:
    return Finding(run.file, *run.place(match.start()), facts)


@document_check(
    "X001",
    WARNING,
    "the word “{word}” mixes scripts: {letter} is {name}",
    "Type it again in the script of the word: it only looks right, and no search finds the word.",
)
def mixed_scripts(document: Document) -> Iterator[Finding]:
    """A word is written in one script.

    A Cyrillic or Greek letter that looks like a Latin one, or a Latin one in a Greek word, makes a
    word that cannot be found. They come from keyboards, from copying and from text recognition.

    Wrong:
        <p>Pravdа</p>, with the Cyrillic letter а
    Right:
        <p>Pravda</p>
    """
    sigla = {name for name in witnesses(document) if len(name) == 1}
    for run, match in _found(document, _MIXED, has(document, _OTHER)):
        if sigla.issuperset(match[0]):
            continue  # several sigla in a row
        letters = [one for one in match[0] if one.isalpha()]
        other = [one for one in letters if not unicodedata.name(one, "LATIN").startswith("LATIN")]
        strange = (
            other
            if len(other) * 2 <= len(letters)
            else [one for one in letters if one not in other]
        )
        name = unicodedata.name(strange[0], "of another script").lower()
        yield _at(document, run, match, word=match[0], letter=strange[0], name=name)


@document_check(
    "X002",
    WARNING,
    "a soft hyphen (U+00AD), which nobody sees",
    'Delete it; a word divided in the source is <lb break="no"/>, its hyphen <pc force="weak">.',
)
def soft_hyphens(document: Document) -> Iterator[Finding]:
    """The text holds no soft hyphens.

    They come from word processors and PDF files, are invisible, and cut words in two for every
    search. Where a line ends is markup, not a character.

    Wrong:
        <p>eco&#xAD;nomic</p>
    Right:
        <p>eco<lb break="no"/>nomic</p>
    """
    may_be = has(document, _SOFT) or anywhere(document, _REFERENCE)
    yield from (_at(document, run, match) for run, match in _found(document, _SOFT, may_be))


@document_check(
    "X003",
    WARNING,
    "an invisible or undefined character, {point}{times}",
    "Delete it, or type the character that is meant.",
)
def hidden_characters(document: Document) -> Iterator[Finding]:
    """The text holds no control characters, no zero-width characters, no U+FFFD.

    Characters of the private use area are letters: medievalists write those of MUFI so.

    Wrong:
        <p>Len&#x200B;in</p>
    Right:
        <p>Lenin</p>
    """
    found = [
        (run, match, match[0]) for run, match in _found(document, _HIDDEN, has(document, _HIDDEN))
    ]
    for run, match in _found(document, _REFERENCE, anywhere(document, _REFERENCE)):
        if _HIDDEN.fullmatch(character := _meant(match[0])):
            found.append((run, match, character))
    for (run, match, character), count in once(found, lambda one: one[2]):
        name = unicodedata.name(character, "").lower()
        point = f"U+{ord(character):04X}" + (f" ({name})" if name else "")
        yield _at(document, run, match, point=point, times=in_file(count))


def _meant(reference: str) -> str:
    """Return the character that a reference by number stands for."""
    digits = reference[2:-1]
    return chr(int(digits[1:], 16) if digits.startswith("x") else int(digits))


@document_check(
    "X005",
    WARNING,
    "{count} spaces where one is expected{times}",
    "Delete the extra spaces; a gap in the source is <space/>, an indent is @rend.",
)
def double_spaces(document: Document) -> Iterator[Finding]:
    """Words are separated by one space.

    TEI readers fold several spaces into one, so whatever they were meant to say is lost. Told
    once a file. Two between sentences are a typist's habit; those, spaces at
    the ends of lines and under xml:space="preserve" are left alone.

    Wrong:
        <p>two  words</p>
    Right:
        <p>two words</p>, or <p>two<space quantity="2" unit="chars"/>words</p>
    """
    may_be = (has_gaps(document) or has(document, _FIXED)) and anywhere(document, *_SEVERAL)
    found = list(_found(document, _DOUBLE, may_be))
    for run, match in found[:1]:
        times = in_file(len(found))
        yield _at(document, run, match, count=len(match[0]), times=times)


@document_check(
    "X006",
    WARNING,
    "“{characters}” looks like {right} read in the wrong encoding",
    "Open the file as UTF-8 in an editor and retype the character.",
)
def wrong_encoding(document: Document) -> Iterator[Finding]:
    """The text holds no characters that were read in one encoding and saved in another.

    Wrong:
        <p>DÃ¼hring</p>
    Right:
        <p>Dühring</p>
    """
    for run, match in _found(document, _MOJIBAKE, has(document, _MISREAD)):
        try:
            right = "“" + match[0].encode("cp1252").decode("utf-8") + "”"
        except UnicodeError:
            right = "another character"
        yield _at(document, run, match, characters=match[0], right=right)


@document_check(
    "X007",
    WARNING,
    "“{word}” ends a line{times}, and whether the word goes on is not said",
    'Write <lb break="no"/> where it does; a hyphen of the word itself (tea-pot) is then '
    '<pc force="strong">-</pc>. Where it does not: break="yes".',
)
def divided_words(document: Document) -> Iterator[Finding]:
    """What a hyphen at the end of a line means is said by the break behind it.

    A break without @break is a blank: the word is published, indexed and searched in two. Told once
    a file. Left alone where the header says what hyphens at line ends are (hyphenation/@eol).

    Wrong:
        <p>Wun⸗<lb/>der</p>
    Right:
        <p>Wun⸗<lb break="no"/>der</p>
    """
    policy = document.root.find("{*}teiHeader/{*}encodingDesc/{*}editorialDecl/{*}hyphenation")
    if policy is not None and policy.get("eol"):
        return
    divided = _found(document, _DIVIDED, has(document, _SIGNS) or anywhere(document, _HYPHEN))
    found = [one for one in divided if _is_untold(*one)]
    for run, match in found[:1]:
        times = in_file(len(found))
        yield _at(document, run, match, word=match[0], times=times)


def _is_untold(run: Run, match: re.Match[str]) -> bool:
    """Whether a word may go on behind a break that does not tell."""
    behind = _GOES_ON.match(run.source.text, run.start + match.end())
    if run.element in {"w", "pc"} or behind is None or "break=" in (behind["breaks"] or ""):
        return False
    sure = match[0][-1] in "⸗¬"
    return bool(sure or (behind["breaks"] and behind["next"].islower()))
