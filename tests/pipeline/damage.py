"""Damage to the bytes of a file: cut off, broken tags, other encodings, odd characters."""

import re
from collections.abc import Callable
from random import Random

from tests.pipeline.strangers import ENCODINGS, ODD


def truncate(data: bytes, random: Random) -> bytes:
    """Cut the file off."""
    return data[: random.randint(0, len(data))]


def break_tag(data: bytes, random: Random) -> bytes:
    """Take one tag, or a half of it, away."""
    tags = list(re.finditer(rb"<[^<>]*>", data))
    if not tags:
        return data[1:]
    tag = random.choice(tags)
    end = tag.end() if random.random() < 0.5 else tag.start() + 2
    return data[: tag.start()] + data[end:]


def declare(data: bytes, random: Random) -> bytes:
    """Say that the file is in another encoding; now and then it is."""
    name = random.choice(ENCODINGS)
    body = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data)
    if random.random() < 0.3 and name not in {"", "x-nothing"}:
        words = f'<?xml version="1.0" encoding="{name}"?>' + body.decode("utf-8", "replace")
        return words.encode(name, "xmlcharrefreplace")
    return f'<?xml version="1.0" encoding="{name}"?>'.encode() + body


def odd(data: bytes, random: Random) -> bytes:
    """Put in a character, or what looks like markup, anywhere."""
    at = random.randint(0, len(data))
    more = random.choice(ODD).encode("utf-8", "surrogatepass")
    return data[:at] + more * random.choice((1, 1, 5)) + data[at:]


def other_bytes(data: bytes, random: Random) -> bytes:
    """Let some bytes be others."""
    made = bytearray(data)
    for _ in range(random.randint(1, 4)):
        if made:
            made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made)


def doctype(data: bytes, random: Random) -> bytes:
    """Give the file a document type, or a second one."""
    declared = random.choice((
        b"<!DOCTYPE TEI>", b'<!DOCTYPE TEI SYSTEM "tei.dtd">',
        b'<!DOCTYPE TEI [<!ENTITY a "&a;">]>',
        b'<!DOCTYPE TEI [<!ENTITY % x SYSTEM "x"> %x;]>',
        b'<!DOCTYPE p [<!ATTLIST p n CDATA "1">]>',
    ))  # fmt: skip
    at = data.find(b"<TEI")
    return data[:at] + declared + data[at:] if at >= 0 else declared + data


BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    truncate, break_tag, declare, odd, odd, other_bytes, doctype,
)  # fmt: skip
