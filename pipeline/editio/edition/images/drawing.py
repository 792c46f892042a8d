"""A drawing in SVG made safe: what the allow-list does not know is left out.

No scripts, no handlers of events, nothing of another server or namespace (SVG 2, chapter
“Conformance”, secure static mode).
"""

import base64
import re
from io import BytesIO
from urllib.parse import unquote

from editio.edition.reading.files import LARGEST
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        "a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer "
        "feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight "
        "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode "
        "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence "
        "filter g image line linearGradient marker mask path pattern polygon polyline "
        "radialGradient rect stop style svg switch symbol text textPath title tspan use view ",
    )
)
# What shows something that it names by its address, and how that begins; engines fail at others.
_SHOWING = {f"{{{SVG}}}image": "data:", f"{{{SVG}}}use": "#"}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,", re.I)
_INSIDE = re.compile(rf"#|{_PICTURE.pattern}", re.I)
# What a value or a style may not hold: an address outside the drawing, a script, a rule that loads.
_REACHES_OUT = re.compile(
    r"url\(\s*+[\"']?+\s*+(?!#)|@import|@font-face|expression\(|javascript:|\\", re.I
)
_ROOT = re.compile(rb"<([\w.-]+:)?svg[\s>/]")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|pc|mm|cm|in)?\s*")
# Four numbers (SVG 2, 8.6), without which engines fail.
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_BOX = re.compile(r"\s*" + r"(?:\s+|\s*,\s*)".join([_NUMBER] * 4) + r"\s*")
# Pixels of CSS in a unit of length.
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_DEFAULT = (300, 150)  # of a drawing without a size (CSS 2.2, 10.3.2)


def is_drawing(data: bytes) -> bool:
    """Whether these bytes look like SVG."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start[:1] == b"<" and _ROOT.search(data[:65536]) is not None


def safe(data: bytes) -> tuple[bytes, int, int]:
    """Return a drawing with nothing in it but drawing, its width and height in pixels.

    Raises ValueError where it cannot be read.
    """
    if len(data) > LARGEST:
        raise ValueError("it is too large")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("its root is not <svg>")
    for element in list(root.iter()):
        if element is not root and not _is_known(element):
            _drop(element)
            continue
        _clean(element)
        if (begins := _SHOWING.get(element.tag)) and not _shows(element, begins):
            _drop(element)
    width, height = _size(root)
    return etree.tostring(root, encoding="UTF-8", with_tail=False), width, height


def _shows(element: etree._Element, begins: str) -> bool:
    """Whether an element shows what may stand in a drawing. Raises ValueError for a picture that
    is none.
    """
    address = (element.get("href") or element.get(_XLINK) or "").strip()
    if begins == "data:" and address.startswith(begins):
        from PIL import Image  # noqa: PLC0415  # most drawings have none

        try:
            with Image.open(BytesIO(_held(address))) as picture:
                picture.verify()
        except Exception as error:  # whatever the library trips over
            raise ValueError("a picture that stands in it is damaged") from error
    return address.startswith(begins)


def _held(address: str) -> bytes:
    """Return the picture that an address of a drawing holds (data:). Raises ValueError."""
    if not _PICTURE.match(address):
        raise ValueError("no picture")
    return base64.b64decode("".join(unquote(address.partition(",")[2]).split()), validate=True)


def _is_known(element: etree._Element) -> bool:
    name = str(element.tag)
    if name == f"{{{SVG}}}style":
        return not _REACHES_OUT.search("".join(map(str, element.itertext())))
    return name.startswith(f"{{{SVG}}}") and name.rpartition("}")[2] in _ELEMENTS


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        if (tail := element.tail) and (before := element.getprevious()) is not None:
            before.tail = (before.tail or "") + tail
        elif tail:
            parent.text = (parent.text or "") + tail
        parent.remove(element)


def _clean(element: etree._Element) -> None:
    """Leave on an element the attributes that only draw."""
    for given in list(element.attrib):
        name, value = str(given), element.get(given, "")
        link = name in {"href", _XLINK}
        foreign = name.startswith("{") and name != _XLINK and not name.startswith(_XML)
        if (
            foreign
            or name.lower().startswith("on")
            or (link and not _INSIDE.match(value.strip()))
            or _REACHES_OUT.search(value)
            or (name == "viewBox" and not _BOX.fullmatch(value))
        ):
            del element.attrib[given]


def _size(root: etree._Element) -> tuple[int, int]:
    given = [_pixels(root.get(name, "")) for name in ("width", "height")]
    box = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] > 0 and box[3] > 0 else 0.0
    width, height = given
    if not width and not height:
        width, height = (box[2], box[3]) if ratio else _DEFAULT
    width = width or (height / ratio if ratio else _DEFAULT[0])
    height = height or (width * ratio if ratio else _DEFAULT[1])
    return max(1, round(width)), max(1, round(height))


def _pixels(length: str) -> float:
    """Return a length in pixels; 0 for none, or for a share of what is around."""
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * PIXELS[found[2] or "px"] if found else 0.0
