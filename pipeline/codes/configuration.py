"""C: what can be wrong with the folder and with edition.toml."""

from pipeline.codes.code import ERROR, Code

CONFIGURATION = (
    Code(
        "C001",
        ERROR,
        "no TEI text found",
        "Put TEI files into tei/texts/, or name a folder that holds some: editio build FOLDER",
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
)
