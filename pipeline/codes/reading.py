"""W, S001, P003: what can be wrong with a file before anything in it is checked."""

from pipeline.codes.code import ERROR, Code

READING = (
    Code(
        "W001",
        ERROR,
        "not well-formed XML: {reason}",
        "{advice}",
        """The file is not well-formed XML, so no program can read it.

Every start tag needs its end tag, tags nest, values of attributes stand in quotation marks, and
& and < are written &amp; and &lt; in text. Every fault that stands on its own is told, what
only follows from one is not.

Wrong:
    <p>Letters & <hi>papers</p>
Right:
    <p>Letters &amp; <hi>papers</hi></p>
""",
    ),
    Code(
        "W002",
        ERROR,
        "cannot be read: {reason}",
        "Check that the file is there and readable.",
        """The file is there by name but its content cannot be read.

A link that leads nowhere, missing rights, or a disk that is not mounted.

Wrong:
    texts/letter.xml is a link to a file that was moved away
Right:
    texts/letter.xml is a file that you can open
""",
    ),
    Code(
        "W003",
        ERROR,
        "declares the external entity “{name}”, which is refused",
        "Put the content into this file: editio opens no file that a text names, so that a "
        "text from elsewhere can read nothing on your machine.",
        """A text may not draw in other files by entities.

A text from elsewhere could read any file of your machine and publish it.

Wrong:
    <!DOCTYPE TEI [<!ENTITY chapter1 SYSTEM "chapter1.xml">]>
Right:
    <body><div n="1">the chapter itself</div></body>
""",
    ),
    Code(
        "W004",
        ERROR,
        "entities expand without measure and are refused",
        "Write the text out. Entities that multiply themselves can fill the memory of "
        "every program that reads the file.",
        """Entities that are built from entities are refused.

A few lines of them expand to gigabytes (“billion laughs”) in every program that reads the file.

Wrong:
    <!DOCTYPE TEI [<!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;">]>
Right:
    <!DOCTYPE TEI [<!ENTITY a "ha">]>
""",
    ),
    Code(
        "W005",
        ERROR,
        "the file is empty",
        "Put a TEI document into it, or delete it.",
        """A file of the edition has nothing in it.

Wrong:
    texts/letter.xml has 0 bytes
Right:
    texts/letter.xml begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">
""",
    ),
    Code(
        "S001",
        ERROR,
        "the root element is “{name}”, not TEI or teiCorpus in the TEI namespace",
        'Begin with <TEI xmlns="http://www.tei-c.org/ns/1.0">, or move the file out of the '
        "folder of texts.",
        """A text begins with TEI or teiCorpus in the namespace of the TEI.

Without the namespace no TEI software knows the elements (TEI Guidelines, chapter v).

Wrong:
    <TEI.2><teiHeader>
Right:
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
""",
    ),
    Code(
        "P003",
        ERROR,
        "two texts of the edition have the id “{name}”",
        "{other} has it too. Give each root element an xml:id of its own, or rename a file.",
        """Every text of an edition has an id of its own: the xml:id of its root, or its file name.

The id becomes its address; two texts cannot live at one.

Wrong:
    <TEI xml:id="letter"> in a.xml and <TEI xml:id="letter"> in b.xml
Right:
    <TEI xml:id="letter-1"> in a.xml and <TEI xml:id="letter-2"> in b.xml
""",
    ),
)
