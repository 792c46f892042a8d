"""Plain text: the reading and the diplomatic text of each TEI text, UTF-8, LF, NFC."""

from pipeline.formats.context import Files, Text

READINGS = ("reading", "diplomatic")


def render(text: Text) -> Files:
    """Give `reading/ID.txt` and `diplomatic/ID.txt`."""
    return {
        path: words.encode()
        for reading in READINGS
        for path, words in text.apply("text", reading=reading).items()
    }
