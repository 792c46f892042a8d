"""What behaviours become in each format, and why some elements have none: words for a table."""

from collections.abc import Mapping

# Behaviour -> what it is in HTML and EPUB, in plain text, in print.
SHAPES: Mapping[str, tuple[str, str, str]] = {
    "section": ("`section`, `div`", "its blocks", "a part, begun as its level asks"),
    "heading": ("`h1` to `h6`", "a line after `#`", "a heading, in the running head"),
    "paragraph": ("`p`", "a paragraph", "a paragraph"),
    "block": ("`div`", "a block of its own", "a block of its own"),
    "line": ("a line of verse, numbered", "a line", "a line of verse, numbered"),
    "list": ("`ul`, `ol`, `dl`", "items, a line each", "a list"),
    "item": ("`li`, `dd`", "a line after `-` or its number", "an item"),
    "label": ("`dt`, `span`", "before its item", "a label"),
    "table": ("`table`", "rows", "a table, its head on each page"),
    "row": ("`tr`", "a line", "a row"),
    "cell": ("`td`, `th`", "between tabs", "a cell"),
    "figure": ("`figure`", "`[figure: …]`", "a figure with its caption"),
    "graphic": ("`img`", "its alternative", "a picture"),
    "verbatim": ("`pre`", "as it is", "as it is"),
    "inline": ("words in their line", "words in their line", "words in their line"),
    "alternate": ("both forms, one in view", "the form of that text", "the form of that text"),
    "gap": ("a sign with its reason", "a sign", "a sign"),
    "note": ("a call and a note", "`[1]` and a note", "a note at the foot or in the margin"),
    "link": ("`a`", "its words", "its words, the page where it is in the book"),
    "anchor": ("an address", "nothing", "an address"),
    "break": ("a mark of page or line", "a line in the diplomatic text", "a mark in the margin"),
    "foreign": ("as it is", "its alternative", "drawn, or a line of signs"),
    "apart": ("the apparatus", "the apparatus", "the apparatus"),
    "ruby": ("`ruby`", "the reading in parentheses", "above the words"),
    "page": ("a page with its picture", "a page", "a page"),
    "facsimile": ("pictures of pages", "nothing", "nothing"),
    "metadata": ("title and imprint", "the block before the text", "title page and imprint"),
    "field": ("title, imprint, facts", "the block before the text", "title page and imprint"),
    "about": ("About this text", "nothing", "About the text"),
    "record": ("a record of About this text", "nothing", "a record of About the text"),
    "entry": ("a labelled line of a record", "nothing", "a labelled line of a record"),
    "document": ("the page", "the file", "the text"),
}
# Behaviours of which nothing but About this text is made.
TOLD = frozenset({"record", "entry"})
WITH_ANOTHER = ("About this text", "nothing", "About the text")
# What the head of a letter is made of; letters beside it are ways from page to page.
_BOX = ("above the text", "the block before the text", "above the text")
LETTER: Mapping[str, tuple[str, str, str, str]] = {
    "correspDesc": ("the box of a letter", *_BOX),
    "correspAction": ("a line of the box of a letter", *_BOX),
    "correspContext": (
        "ways to the letters beside, else a line of the box", "below the text; above it",
        "nothing; the block before the text", "nothing; above the text",
    ),
}  # fmt: skip
# Fields of the header that are told further from the text than its title.
_ABOUT = ("About this text, metadata", "nothing", "nothing")
FIELDS: Mapping[str, tuple[str, str, str]] = {
    "abstract": ("above the text on the site, metadata", "nothing", "nothing"),
    **dict.fromkeys(("funder", "language", "principal", "resp", "sponsor", "term"), _ABOUT),
}
# What has no place in a page, by the element that it stands in, and why.
WHY: Mapping[str, str] = {
    "teiHeader": "a setting or a fact of the header, kept in the TEI that is published with it",
    "facsimile": "where a picture is and what it shows; pages and pictures are made from it",
    "standOff": "data that other elements point to",
    "fsdDecl": "a declaration, for those who read feature structures",
    "egXML": "shown as markup, with the example that it stands in",
    "content": "shown as markup, with the model that it stands in",
    "timeline": "moments of a recording, which turns point to",
}
LINKED = "says how other places belong together; kept in the TEI that is published with it"
SEEN = "seen at the words that it points to"
VALUE = "its value or target, in words of ours"
SPOKEN = "kept in the TEI that is published with it"
_BY_REASON: Mapping[str, str] = {
    LINKED: "alt altGrp join joinGrp link linkGrp",
    SEEN: "redo undo substJoin listTranspose transpose",
    VALUE: """binary numeric symbol oRef pRef shift origDate specDesc specList listRef
        classRef elementRef macroRef moduleRef specGrpRef""",
    SPOKEN: "interp interpGrp span spanGrp wit index",
    "a picture within the file: its description is shown": "binaryObject",
    "contents are made by each format": "divGen",
    "the whole file: a page, a document": "TEI",
    "each text of it is a text of the edition, with what its header says of all": "teiCorpus",
}
NAMED = {name: reason for reason, names in _BY_REASON.items() for name in names.split()}


def why(name: str, inside: frozenset[str], listed: Mapping[str, str]) -> str:
    """Return why an element has no behaviour of its own, or nothing."""
    around = next((WHY[one] for one in WHY if one in inside or one == name), "")
    return NAMED.get(name) or around or listed.get(name) or ""
