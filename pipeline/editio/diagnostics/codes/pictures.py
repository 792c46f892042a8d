"""Codes of pictures: see checks/pictures.py."""

from editio.diagnostics.codes.code import HINT, WARNING, Code

PICTURES = (
    Code(
        "P025",
        WARNING,
        "the picture is on another server, {host}{times}; pages link to it and do not show it",
        "Put the file beside the TEI, and name it by its relative address; or name the server in "
        "edition.toml: [media] hosts.",
        """A picture is a file of the edition.

A page that shows pictures of another server tells that server who reads it, and loses them when
they are moved. The address is linked, and said once for each server. Pages of the web site show
the pictures of servers that edition.toml names: [media] hosts = ["images.example.org"].

Wrong:
    <graphic url="https://example.org/page1.jpg"/>
Right:
    <graphic url="page1.jpg"/>
""",
    ),
    Code(
        "P048",
        HINT,
        "the picture of a page is on another server, {host}{times}; readers are asked before it is "
        "shown",
        "Put the files beside the TEI, or name the server in edition.toml: [media] hosts.",
        """Pictures of pages may be those of a library.

A page of the site asks its reader before it shows a picture of another server, which then knows who
reads it; it is linked in any case. Said once for each server. Servers that edition.toml names are
asked at once: [media] hosts = ["images.example.org"].

Wrong:
    <surface><graphic url="https://example.org/page1.jpg"/></surface>
Right:
    <surface><graphic url="page1.jpg"/></surface>
""",
    ),
    Code(
        "P031",
        WARNING,
        "the file “{name}” was not found: {reason}",
        "Put the file beside the text that names it, or into the folder that edition.toml names: "
        "[media] folder.",
        """A picture, a sound or a film is a file of the edition, where its address leads to.

An address is relative to the file in which it stands: one that begins with a stroke, a prefix that
no header declares or the drive of a computer (C:/scans) names none. Pages show the caption or the
description in the place of a picture that is not there.

Wrong:
    <graphic url="mlil.png"/>, where the file is mill.png
Right:
    <graphic url="mill.png"/>
""",
    ),
    Code(
        "P032",
        WARNING,
        "the file “{name}” cannot be shown: {reason}",
        "Save a picture as PNG, JPEG, GIF, WebP or SVG; sound as MP3, Ogg or WAV; a film as MP4 or "
        "WebM.",
        """A picture is of a kind that browsers show: PNG, JPEG, GIF, WebP or SVG.

What is heard or played is of one that they play: MP3, Ogg, WAV, MP4 or WebM.

What a file is, is read from its content, not from its name. Of a drawing in SVG only what draws
is published, no scripts and nothing that lies elsewhere. TIFF is for the PDF alone.

Wrong:
    <graphic url="mill.png"/>, where the file is a text
Right:
    <graphic url="mill.png"/>, where it is a picture
""",
    ),
    Code(
        "P033",
        WARNING,
        "the file “{name}” was not found, but there is “{other}”",
        "Write the name as the file has it, with the same capital letters.",
        """A picture is named with the capital letters that its file has.

Some systems take MILL.PNG and mill.png for one name; servers of web sites do not.

Wrong:
    <graphic url="Mill.PNG"/>, where the file is mill.png
Right:
    <graphic url="mill.png"/>
""",
    ),
    Code(
        "P034",
        WARNING,
        "the picture has no description{times}",
        "Say in <figDesc> what is to be seen, for readers who cannot see it.",
        """A picture has an alternative in words: figDesc of its figure, or desc of its own.

It is read to people who cannot see, and stands for the picture in plain text (Web Content
Accessibility Guidelines 2.2, 1.1.1). None is made up.

Wrong:
    <figure><graphic url="mill.png"/></figure>
Right:
    <figure><graphic url="mill.png"/><figDesc>A mill with four sails.</figDesc></figure>
""",
    ),
)
