"""Codes about words of a text that did not come through to a page (render/conservation.py)."""

from editio.diagnostics.codes.code import WARNING, Code

# The hint where an edition has stylesheets of its own, for whoever wrote them.
SUSPECTED = (
    "Stylesheets, models or behaviours of the edition’s own ({own}) may do this: build once "
    "without them. If it is told then, too, it is a fault of editio: please report the passage."
)

CONSERVATION = (
    Code(
        "O010",
        WARNING,
        "“{words}” is lost {where}{times}",
        "This is a fault of editio, not of the text: please report it with the passage.",
        """After rendering, the words of a text are compared with those of each page made from it.

Words of the text are in none of the places where they should be read. The page is published, and
may be trusted for the rest.

Wrong:
    <p>All of the words</p>, and a page that says “All of the”
Right:
    a page that says “All of the words”
""",
    ),
    Code(
        "O011",
        WARNING,
        "“{words}” runs together with its neighbours, or is torn, {where}{times}",
        "This is a fault of editio, not of the text: please report it with the passage.",
        """Words that the text keeps apart are one word on a page, or one word is two.

Wrong:
    <forename>Anna</forename><surname>Green</surname>, and a page that says “AnnaGreen”
Right:
    a page that says “Anna Green”
""",
    ),
    Code(
        "O012",
        WARNING,
        "“{words}” is there twice {where}{times}",
        "This is a fault of editio, not of the text: please report it with the passage.",
        """Words of the text are read twice in a row on a page, though the text has them once.

Wrong:
    a page that says “the third of May the third of May”
Right:
    a page that says “the third of May”
""",
    ),
    Code(
        "O013",
        WARNING,
        "“{words}” stands in another place {where}{times}",
        "This is a fault of editio, not of the text: please report it with the passage.",
        """Words of the text are read at another place of a page than in the text.

Wrong:
    a cast list whose last group is read first
Right:
    a cast list in the order of the text
""",
    ),
)
