"""T and O: what can go wrong while a text is transformed and published."""

from editio.diagnostics.codes.code import ERROR, HINT, WARNING, Code

OUTPUT = (
    Code(
        "T001",
        WARNING,
        "no rule for <{subject}>{times}: its content is published as plain words",
        "Check the spelling; [behaviours] in edition.toml or a rule of yours in xslt/rules.xsl can "
        "say how it is published.",
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
        "T004",
        ERROR,
        "editio failed{doing}: {reason}",
        "This is a fault of editio, not of your text. Please report it with this line and, if you "
        "may, the text; EDITIO_DEBUG=1 in the environment shows the whole trace.",
        """Something in editio failed, which no text should be able to make it do.

The other texts are told as far as they can be, and what was built before is untouched.

Wrong:
    any text that makes editio end early
Right:
    the same text, published; please report the fault with the text that shows it
""",
    ),
    Code(
        "T005",
        WARNING,
        "the formula {subject} cannot be drawn{times}: its source is published",
        "Check its braces and commands, or give it as MathML.",
        """A formula in TeX has a command that is not known here, or braces that do not match.

Nothing is lost: its source stands in its place.

Wrong:
    <formula notation="TeX">\\frac{a</formula>
Right:
    <formula notation="TeX">\\frac{a}{b}</formula>
""",
    ),
    Code(
        "T006",
        HINT,
        "“{subject}” is not a look that editio knows{times}",
        "Declare it in the header with CSS that has a look here "
        '(<rendition xml:id="…" scheme="css">font-style: italic</rendition>), put it into a style '
        "sheet of your own, or leave it: it is kept as data.",
        """A word of @rend, a declaration of a rendition or of @style has no look here.

What has one: slant, weight, small capitals, case, letter space, lines through, under and over the
words, raised and lowered words, alignment, larger and smaller type, a frame, a ground, and colours
by name or value, of which each output has a shade that can be read (red, brown, orange, yellow,
green, blue, purple, pink, grey). Places and measures (margin, float, line-height) are the business
of style sheets.

The words are set like those around them; on the pages of the site the attribute stays as data-rend,
by which a style sheet of your own finds them. Each look is told once. What the edition dresses
itself is not told: a value that its style sheet asks for ([data-rend~="fancy"]), its stylesheets or
models (@rend='fancy'), and elements to which [behaviours] or a model gives a class, a look or
words.

Wrong:
    <hi rend="fancy">Mill</hi>
Right:
    <hi rendition="#fancy">Mill</hi>, with
    <rendition xml:id="fancy" scheme="css">color: red</rendition>
""",
    ),
    Code(
        "T007",
        ERROR,
        "the {what} of another package failed: {reason}",
        "This is a fault of that package, not of editio or of your text: tell its authors. "
        "EDITIO_DEBUG=1 in the environment shows the whole trace.",
        """A format that another package brings failed.

A format gives files as a mapping from paths to bytes. Nothing is published while one that was asked
for fails.

Wrong:
    return {"a.txt": "words"}
Right:
    return {"a.txt": "words".encode()}
""",
    ),
    Code(
        "T008",
        WARNING,
        "<{subject}> of standOff is not shown{times}: it points to no place in the text",
        "Give it a @target (or @from and @to) with the xml:id of what it is about.",
        """What stands off says something of a place in the text, or is an entry of a register.

A note, an annotation or a span is shown at its place, lists of persons and the like are registers,
entries of an apparatus are in it, links and codes of words are tables. What is none of these, or
is about a place that this text does not have, cannot be shown.

Wrong:
    <standOff><note>Rye was dear.</note></standOff>
Right:
    <standOff><note target="#p3">Rye was dear.</note></standOff>
""",
    ),
    Code(
        "T009",
        WARNING,
        "music in {subject} is not shown{times}: it is not engraved",
        'Give a picture of it: <graphic url="…"/> in its notatedMusic.',
        """Notes of music that are encoded in the text are told to be there, and not drawn.

In the place of each piece stands that there is music, with the words that are sung to it; label and
description are shown. A graphic in the same notatedMusic is shown instead. The encoding stays in
the TEI that is published.

Wrong:
    <notatedMusic><mei:mdiv>…</mei:mdiv></notatedMusic>
Right:
    <notatedMusic><graphic url="song.png"/><mei:mdiv>…</mei:mdiv></notatedMusic>
""",
    ),
    Code(
        "T010",
        WARNING,
        "an entry of the apparatus is about {subject}: not in the text, more than once in it, or "
        "ending before it begins{times}",
        "Number the lines (l/@n, lb/@n) as @loc names them; @from and @to point to ids.",
        """The words that an entry is about (@loc, @from, @to) are found in the text.

What is not found is told at the end of the text, under what @loc says, or “–”, and of no words.

Wrong:
    <app loc="9"><lem>salt</lem><rdg wit="#B">rye</rdg></app>, and no line with n="9"
Right:
    <app loc="3"><lem>salt</lem><rdg wit="#B">rye</rdg></app>, with <l n="3">… salt …</l>
""",
    ),
    Code(
        "T011",
        HINT,
        "the place of a note, “{subject}”, is not known{times}: it is published as a footnote",
        "Use foot, end, margin, left, right, above, below, top, inline; or leave it as it is.",
        """A note stands where its @place says.

Places that are not known are kept as data; the note is called in the text and stands at its foot.

Wrong:
    <note place="mTop">N. B.</note>
Right:
    <note place="margin top">N. B.</note>
""",
    ),
    Code(
        "T012",
        HINT,
        "the certainty that <{subject}> states is not shown anywhere{times}",
        "Write @cert on a supplied, unclear, gap or note, or on a name that leads to a register; "
        "or say it in a note.",
        """How sure something is, said in an element of its own or of mere words, is on no page.

It is shown where pages say how sure something is: of supplied, unclear, gap, sic, surplus, subst,
note, lem and rdg, of corr, reg and expan in a choice, of names that point to a register, as if it
stood in @cert there; of a gap also how exact its size is. It is not where it is about anything
else, about where something begins or ends, about another value (@assertedValue), or where several
are about one. Nor is the @cert of a seg, num, measure, date, time or name of which it grades the
words: one that leads to an entry is told, and of a value (@when, @value) that no page shows nothing
is. The TEI that is published has it.

Wrong:
    <seg>twelve<certainty locus="value" match=".." cert="low"/></seg>
Right:
    <unclear>twelve<certainty locus="value" match=".." cert="low"/></unclear>
""",
    ),
    Code(
        "T013",
        WARNING,
        "<{subject}> is of another vocabulary{times}: its content is published as plain words",
        "MathML and SVG have a form here; [behaviours] in edition.toml gives others one, by "
        "the name without a prefix. Or put a picture in its place: <graphic>.",
        """An element is none of the TEI, nor of a vocabulary that editio knows.

Nothing is lost: its words are published, but without a form of their own. A whole of such elements
is told once, by the outermost.

Wrong:
    <cml xmlns="http://www.xml-cml.org/schema"><molecule><name>water</name></molecule></cml>
Right:
    <figure><graphic url="water.svg"/><figDesc>Water</figDesc></figure>
""",
    ),
    Code(
        "O001",
        ERROR,
        "cannot be written: {reason}",
        "Check free disk space and write permission, or use --out.",
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
        "already exists and was not written by editio; it is left untouched{more}",
        "Move it away, or choose another folder with --out.",
        """editio replaces only files that it wrote itself.

The output folder, and the folder of each format in it, has a file .editio.json, which lists them.
Files of others beside them (.git, CNAME, images) stay where they are. Where one stands at the place
of a new file, nothing is published. archive.zip is replaced where it says itself that editio made
it and nothing was put into it since.

Wrong:
    build/index.html is a page that you wrote by hand
Right:
    build/ is absent, or from an earlier build; your own files in it have other names
""",
    ),
    Code(
        "O003",
        WARNING,
        "the PDF engine says: {reason}",
        "The PDF was written; check the page in question.",
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
        """The process that worked on this text exited unexpectedly.

Usually the memory was used up. The other texts are not affected.

Wrong:
    editio build --jobs 64 on a machine with little memory
Right:
    editio build --jobs 1
""",
    ),
    Code(
        "O025",
        ERROR,
        "this text was not rendered within {seconds} seconds",
        "Allow more time: time-limit in [build] of edition.toml. {advice}",
        """A text took longer than it may, and the process that worked on it was ended.

The other texts are not affected.

Wrong:
    time-limit = 5, with a novel that is set as a book
Right:
    time-limit = 900
""",
    ),
    Code(
        "O021",
        ERROR,
        "nothing is written here: the folder is one of the edition itself, or your home",
        "Choose a folder of its own with --out, such as build.",
        """The folder that results go to is no folder of sources.

It does not hold the TEI of the edition, is none of those in which an edition has its files (tei/,
pages/, labels/, site/, xslt/), nor within them, and is neither the home folder nor the root of the
disk.

Wrong:
    editio build --out .
Right:
    editio build --out build
""",
    ),
    Code(
        "O022",
        ERROR,
        "two pages of the edition would be this file",
        "Give one of the two texts another xml:id, or rename its file.",
        """Every page has an address of its own.

The names of pages are made of those of texts: “letter-diplomatic” may be the diplomatic page of a
text “letter”, or a text of that name.

Wrong:
    two texts with the ids letter and letter-diplomatic
Right:
    two texts with the ids letter and letter-as-it-was
""",
    ),
    Code(
        "O023",
        ERROR,
        "this cannot be the name of a file",
        "Look for an xml:id that is not a plain name: letters, digits, full stops, hyphens.",
        """Nothing is written outside of the folder of its format.

A path that leads out of it, or that no system can write, is refused.

Wrong:
    <person xml:id="../../index">
Right:
    <person xml:id="bukharin">
""",
    ),
    Code(
        "O027",
        HINT,
        "no IIIF manifest for texts with images ({times}): it needs the address of the site",
        'Say in edition.toml where the site will stand: address = "https://…".',
        """A text with images has a manifest for viewers elsewhere (IIIF Presentation 3).

Each canvas and annotation in it is named by an address below that of the site; while that is not
known, none is made. Images are shown beside the text nevertheless.

Wrong:
    an edition with images whose edition.toml says no address
Right:
    address = "https://example.org/letters/"
""",
    ),
    Code(
        "O005",
        ERROR,
        "no font of the book contains “{character}” ({name})",
        'If it is meant, name a font that has it: faces = ["fonts/….ttf"] in [print].',
        """A character has no form in any of the faces that the book is set in.

EB Garamond has Latin, Greek and Cyrillic. What it lacks is taken from the edition's own fonts
(`faces` in edition.toml), then from those that come with editio: Cardo for Hebrew and the signs of
editors, Noto Serif for the rest of Latin, phonetics and Church Slavonic, Amiri for Arabic; for
Chinese, Japanese and Korean install `editio[cjk]`. A page that shows an empty box in place of a
character is not published, and no font of the system is taken unasked. Where such characters are
few the book has their numbers in their places (O030); where they are many and other formats are
built with the PDF, these are published without it (O029).

Wrong:
    <foreign xml:lang="got-Goth">𐌲𐌿𐌸</foreign>, and no font named that has Gothic letters
Right:
    the same, and in edition.toml: [print] faces = ["fonts/NotoSansGothic-Regular.ttf"]
""",
    ),
    Code(
        "O030",
        WARNING,
        "no font of the book contains “{character}” ({name}): its number stands in its place",
        'Name a font that has it: faces = ["fonts/….ttf"] in [print].',
        """A character has no form in any of the faces that the book is set in (O005).

Where such characters are few, up to twenty of them in a book or one in a hundred characters, the
book is made, and has the number of each in Unicode in its place: ‹U+2749›. Where they are many no
PDF is made (O005).

Wrong:
    <g>❉</g>, and no font named that has it
Right:
    the same, and in edition.toml: [print] faces = ["fonts/NotoSansSymbols2-Regular.ttf"]
""",
    ),
    Code(
        "O029",
        WARNING,
        "there is no PDF: {reason}{more}",
        'Name a font that has it: faces = ["fonts/….ttf"] in [print].',
        """A character has no form in any of the faces that the book is set in (O005).

A page that shows an empty box in place of a character is not published, and no font of the system
is taken unasked: everything else is published, without a PDF. Where the PDF alone is asked for,
this is an error.

Wrong:
    <foreign xml:lang="syc">ܐܝܬܘܗܝ</foreign>, and no font named that has Syriac letters
Right:
    the same, and in edition.toml: [print] faces = ["fonts/NotoSansSyriac-Regular.ttf"]
""",
    ),
    Code(
        "O006",
        ERROR,
        "the memory was used up, or the shell allows too little of it",
        "Close other programs, or build with --jobs 1, which takes the least. A limit on addresses"
        " (ulimit -v) has to be 34 GB or more: most of them are reserved and not used.",
        """There was not enough memory to work on this file, or the shell forbids to reserve it.

Wrong:
    editio build --jobs 64 on a machine with little memory
Right:
    editio build --jobs 1
""",
    ),
    Code(
        "O028",
        WARNING,
        "the link “{address}” leads to no {what}",
        "{advice} Addresses are written from the file that has the link.",
        """A link in the edition's own words leads nowhere.

`check` tells pages that are not there, places of pages in Markdown, and places of texts and
other pages in TEI that are called as ids are (p9, note2) where nothing in the TEI has that id;
`build` alone knows their other places, which are counted then.

An address that begins with a slash is read from the root of the server, and misses a site that
stands below it. In pages/*.md addresses count from the folder pages/, so that a text is at
../text.html, and a page beside it at other.md; in the menu, in `home` and `footer` from the folder
of edition.toml. Of TEI the texts are published, at ../tei/ID.xml, and no other files of the folder
tei/. Behind a # stands the id of a place: of a heading of a page in Markdown its words in small
letters, with - for blanks and without other signs.

Wrong:
    a link to letter-1.html in pages/about.md
Right:
    a link to ../letter-1.html
""",
    ),
)
