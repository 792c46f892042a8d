"""What `outputRendition` says of the look of an element: words before and after, and CSS.

Which declarations have a word that every format knows is said in xslt/rules/rendition-css.xsl.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

_STRING = re.compile(r"""(['"])((?:\\.|(?!\1).)*)\1""", re.S)
_QUOTED = r"""(?:"(?:\\.|[^"])*"|'(?:\\.|[^'])*')"""
_GENERATED = re.compile(rf"content:\s*((?:{_QUOTED}\s*)+)(?:;|$)", re.S)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
_SPOKEN = frozenset({
    "font-style", "font-weight", "font-variant", "font-variant-caps", "text-transform",
    "letter-spacing", "text-decoration", "text-decoration-line", "vertical-align", "text-align",
    "border", "text-indent", "margin-left", "padding-left", "margin-inline-start", "font", "color",
    "background", "background-color", "font-size", "font-family",
})  # fmt: skip


def generated(looks: Sequence[etree._Element], scope: str) -> str:
    """Return the words before or after an element, characters also where CSS has their numbers."""
    said = [_GENERATED.search(each.text or "") for each in looks if each.get("scope") == scope]
    strings = (each[2] for one in said if one for each in _STRING.finditer(one[1]))
    return "".join(_ESCAPED.sub(_character, each) for each in strings)


def _character(one: re.Match[str]) -> str:
    return chr(int(one[1], 16)) if one[1] and int(one[1], 16) < 0x110000 else one[2] or ""


def unsaid(looks: Iterable[etree._Element]) -> Iterator[str]:
    """Yield what of the looks no output here has, for people."""
    for one in looks:
        scope, css = one.get("scope", ""), re.sub(r"/\*.*?\*/", "", one.text or "", flags=re.S)
        if scope in {"before", "after"}:
            css = _GENERATED.sub("", css)
        elif scope:
            yield f"an outputRendition of the scope “{scope}”"
            continue
        properties = re.findall(r"(?:^|;)\s*([\w-]+)\s*:", css)
        lost = [name for name in properties if scope or name not in _SPOKEN]
        if lost:
            yield f"the CSS “{', '.join(dict.fromkeys(lost))}”, which a style sheet may say"
