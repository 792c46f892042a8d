"""W, S001, P003: what can be wrong with a file before anything in it is checked."""

from editio.diagnostics.codes.code import ERROR, WARNING, Code

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
        "refers to the external entity “{name}”, which is not opened",
        "Put the content into this file. Entities open no files here, so that a text from "
        "elsewhere can read nothing on your machine.",
        """A text may not draw in other files by entities.

A text from elsewhere could read any file of your machine and publish it. An entity that is
declared and named nowhere is no fault, nor are files of characters such as ISOlat1, which are not
opened: of a character from one of them it is told that it is not defined (W001).

Wrong:
    <!DOCTYPE TEI [<!ENTITY chapter1 SYSTEM "chapter1.xml">]> … <body>&chapter1;</body>
Right:
    <body><div n="1">the chapter itself</div></body>
""",
    ),
    Code(
        "W004",
        ERROR,
        "entity expansion is unbounded, and refused",
        "Write the text out. Entities that multiply themselves can fill the memory of "
        "every program that reads the file.",
        """Entities that multiply themselves are refused.

An entity may be built from others, and parameter entities such as those of the TEI's DTD are
read. One that contains itself, or comes to more than a million characters, is not: a few lines of
such entities expand to gigabytes (“billion laughs”) in every program that reads the file.

Wrong:
    <!DOCTYPE TEI [<!ENTITY a "ha &b;"> <!ENTITY b "&a;&a;&a;">]>
Right:
    <!DOCTYPE TEI [<!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;">]>
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
        "W006",
        ERROR,
        "“{href}” cannot be included: {reason}",
        "{advice}",
        """What xi:include names is a file of the edition, or a part of one.

Files of the folder are included, whole or by xpointer (an id, element(), xpath()), as markup or
with parse="text", to any depth. The network and other folders are not, nor what includes itself.

Wrong:
    <xi:include href="chapter-1.xml"/>, where the file is called chapter1.xml
Right:
    <xi:include href="chapter1.xml"/>
""",
    ),
    Code(
        "W007",
        WARNING,
        "the xi:fallback stands in for “{href}”: {reason}",
        "Correct the address, or delete the xi:include and keep its fallback.",
        """A fallback is for what may be absent; here it is what is published.

Wrong:
    <xi:include href="note.xml"><xi:fallback><p>None.</p></xi:fallback></xi:include>
Right:
    <p>None.</p>, or the file note.xml beside the text
""",
    ),
    Code(
        "W008",
        WARNING,
        "the file is encoded in {name}, which not every program reads",
        'Save the file as UTF-8 and write <?xml version="1.0" encoding="UTF-8"?>.',
        """A file that is to last is in UTF-8.

Every program that reads XML knows UTF-8 and UTF-16; no other encoding is sure to be read (XML
1.0, section 4.3.3).

Wrong:
    <?xml version="1.0" encoding="Shift_JIS"?>
Right:
    <?xml version="1.0" encoding="UTF-8"?>
""",
    ),
    Code(
        "W009",
        ERROR,
        "exceeds a limit of editio: {reason}",
        "Divide it; if a program wrote the file, check that this is what it should hold.",
        """A well-formed file is beyond a limit that keeps memory and time in bounds.

Elements nest up to 256 deep; a stretch of text, a tag with its attributes and a comment have up to
10 MB. Of the editions that were looked at none comes near.

Wrong:
    <seg><seg><seg> … three hundred times
Right:
    <seg n="1"/><seg n="2"/> … beside each other
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
    Code(
        "P044",
        ERROR,
        "“{name}” is also the name of a page of the text “{like}”",
        "{other} has that text, whose diplomatic page is {name}.html. Give one of the two another "
        "xml:id, or rename its file.",
        """No text is called like a page of another one.

Each text has two pages: “letter” has letter.html and letter-diplomatic.html. Of pages that only
some texts have see P045.

Wrong:
    two texts with the ids letter and letter-diplomatic
Right:
    two texts with the ids letter and letter-as-it-was
""",
    ),
    Code(
        "P045",
        WARNING,
        "“{name}” may also be the name of a page of the text “{like}”",
        "{other} has that text. If that page is made, the build stops: give one of the "
        "two another xml:id, or rename its file.",
        """No text is called as a page of another one may be.

A text that is divided has pages such as letter-part-2.html, letter-part-2-diplomatic.html and
letter-whole.html; one that is compared with another has letter-comparison.html. Whether it has is
known when it is rendered: two pages that would be one file end the build (O022).

Wrong:
    two texts with the ids letter and letter-part-2
Right:
    two texts with the ids letter and letter-second-part
""",
    ),
    Code(
        "P021",
        WARNING,
        "“{given}” cannot be the name of a page: it is published as “{name}”",
        "Give the root element another xml:id, or rename the file.",
        """The xml:id of the root, or the name of the file, becomes the name of pages.

They are files, on every system. So it is made of letters, digits, full stops, hyphens and
underscores, is not too long, is no name of a device under Windows (con, nul, aux), and none that
editio needs for pages and folders of its own (index, about, search, 404, text, data). A page in
Markdown (pages/NAME.md) may have any of the latter.

Of the name of a file, any other sign is a hyphen there, and none is left at its beginning: “a
b.xml” is published as a-b.html, “=x.xml” as x.html. Of that nothing is told, but where two texts
would have one name (P003).

Wrong:
    <TEI xml:id="index">
Right:
    <TEI xml:id="letters-index">
""",
    ),
    Code(
        "P022",
        WARNING,
        "the names “{name}” and “{like}” are the same name on some systems",
        "{other} has the other. Make them differ by more than capital letters.",
        """The names of two texts differ by more than capitals.

Windows and macOS take “Letter” and “letter” for one file: of the two texts one would be lost when
the edition is copied there.

Wrong:
    <TEI xml:id="letter"> in a.xml and <TEI xml:id="Letter"> in b.xml
Right:
    <TEI xml:id="letter-1"> in a.xml and <TEI xml:id="letter-2"> in b.xml
""",
    ),
)
