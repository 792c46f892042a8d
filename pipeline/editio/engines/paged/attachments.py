"""What a PDF carries with it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A file that a PDF was made from."""

    name: str
    description: str
    data: bytes
