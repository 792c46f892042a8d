"""C: what can be wrong with the folder and with edition.toml."""

from pipeline.codes.code import ERROR, Code

CONFIGURATION = (
    Code(
        "C001",
        ERROR,
        "no TEI text found",
        "Put TEI files into tei/texts/, or name a folder that holds some.",
        """There is nothing to work on.

Texts are looked for in tei/texts/, else in tei/, else in the folder itself.

Wrong:
    an empty folder
Right:
    tei/texts/letter.xml
""",
    ),
    Code(
        "C002",
        ERROR,
        "not valid TOML: {reason}",
        "Mend the line; see the README for a sample.",
        """edition.toml is not valid TOML.

Wrong:
    title = Letters
Right:
    title = "Letters"
""",
    ),
    Code(
        "C003",
        ERROR,
        "unknown setting “{name}”",
        "{advice}",
        """edition.toml has a setting that editio does not know.

Wrong:
    tilte = "Letters"
Right:
    title = "Letters"
""",
    ),
    Code(
        "C004",
        ERROR,
        "“{name}” must be {wanted}",
        "It is {found}.",
        """A setting of edition.toml is of the wrong kind.

Wrong:
    order = "letter"
Right:
    order = ["letter"]
""",
    ),
    Code(
        "C005",
        ERROR,
        "“order” names the text “{name}”, which there is not",
        "{advice}",
        """The reading order in edition.toml names a text that is not in the edition.

Wrong:
    order = ["leter"]
Right:
    order = ["letter"]
""",
    ),
    Code(
        "C006",
        ERROR,
        "“faces” names “{name}”, which {reason}",
        "Name TTF, OTF, TTC or OTC files, from the folder of edition.toml.",
        """A face of the edition's own cannot be set.

`faces` in [print] lists files of fonts, which are asked for the characters that EB Garamond lacks.
Of a collection the first face is taken, or the one whose PostScript name follows a #. Each style
of a family is named once, and no family that comes with editio.

Wrong:
    faces = ["fonts/NotoSerifCJK-Reglar.ttc"]
Right:
    faces = ["fonts/NotoSerifCJK-Regular.ttc#NotoSerifCJKjp-Regular"]
""",
    ),
)
