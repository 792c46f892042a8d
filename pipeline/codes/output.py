"""T and O: what can go wrong while a text is transformed and published."""

from pipeline.codes.code import ERROR, WARNING, Code

OUTPUT = (
    Code(
        "T001",
        WARNING,
        "no rule for <{subject}>{times}: its content is published as plain words",
        "Check the spelling, or add a template for it in xslt/rules/.",
        """No rule says what this element means.

Nothing is lost: its words are published, but without a form of their own.

Wrong:
    <persname>Nikolai Bukharin</persname>
Right:
    <persName>Nikolai Bukharin</persName>
""",
    ),
    Code(
        "T002",
        ERROR,
        "a stylesheet of editio failed: {reason}",
        "This is a fault of editio, not of your text. Please report it with the text.",
        """A stylesheet of editio failed, which no text should be able to make it do.

Wrong:
    any text that makes a transform of editio end early
Right:
    the same text, published; please report the fault with the text that shows it
""",
    ),
    Code(
        "T003",
        ERROR,
        "a check of editio failed on this file: {reason}",
        "This is a fault of editio, not of your text. Please report it with the text.",
        """A check of editio failed, which no text should be able to make it do.

The other files are not affected.

Wrong:
    any text that makes a check of editio end early
Right:
    the same text, checked; please report the fault with the text that shows it
""",
    ),
    Code(
        "O001",
        ERROR,
        "cannot be written: {reason}",
        "Check room and rights, or use --out.",
        """A result could not be written; what was published before is untouched.

Wrong:
    editio build --out /a/folder/without/rights
Right:
    editio build --out build
""",
    ),
    Code(
        "O002",
        ERROR,
        "is there, but not from editio; it is left as it is",
        "Move it away, or choose another folder with --out.",
        """editio replaces only folders that it wrote itself.

What it wrote carries a file SHA256SUMS. Any other folder of that name is left alone.

Wrong:
    build/html/ holds pages that you wrote by hand
Right:
    build/html/ is absent, empty, or from an earlier build
""",
    ),
    Code(
        "O003",
        WARNING,
        "the PDF engine says: {reason}",
        "Look at the page in question; the PDF was written.",
        """The engine that sets the PDF met something that it could not do as asked.

Wrong:
    <graphic url="missing.jpg"/>
Right:
    <graphic url="page1.jpg"/>, with the image beside the text
""",
    ),
    Code(
        "O004",
        ERROR,
        "the process that worked on this text died",
        "Try this text alone, with --jobs 1. If it dies again, please report it with the text.",
        """The process that worked on this text ended without a word.

Usually the memory was used up. The other texts are not affected.

Wrong:
    editio build --jobs 64 on a machine with little memory
Right:
    editio build --jobs 1
""",
    ),
    Code(
        "O005",
        ERROR,
        "no face of the book has “{character}” ({name})",
        'If it is meant, name a font that has it: faces = ["fonts/….ttf"] in [print].',
        """A character has no form in any of the faces that the book is set in.

EB Garamond has Latin, Greek and Cyrillic. What it lacks is taken from the edition's own fonts
(`faces` in edition.toml), then from those that come with editio: Cardo for Hebrew and the signs of
editors, Noto Serif for the rest of Latin, phonetics and Church Slavonic, Amiri for Arabic; for
Chinese, Japanese and Korean install `editio[cjk]`. A page that shows an empty box in place of a
character is not published, and no font of the system is taken unasked.

Wrong:
    <foreign xml:lang="got-Goth">𐌲𐌿𐌸</foreign>, and no font named that has Gothic letters
Right:
    the same, and in edition.toml: [print] faces = ["fonts/NotoSansGothic-Regular.ttf"]
""",
    ),
)
