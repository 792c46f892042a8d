"""What `outputRendition` says of the look of an element: words before and after, and CSS.

Which declarations have a word that every format knows is said in xslt/rules/rendition-css.xsl.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

_QUOTED = r"""(?:"(?:\\.|[^"])*"|'(?:\\.|[^'])*')"""
# The value of an attribute; xml|id in CSS is xml:id.
_ATTRIBUTE = r"attr\(\s*((?:xml[|:])?[A-Za-z][\w.-]*)\s*\)"
_PART = re.compile(rf"({_QUOTED})|{_ATTRIBUTE}", re.S)
_GENERATED = re.compile(rf"content:\s*((?:(?:{_PART.pattern})\s*)+)(?:;|$)", re.S)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
_SPOKEN = frozenset({
    "font-style", "font-weight", "font-variant", "font-variant-caps", "text-transform",
    "letter-spacing", "text-decoration", "text-decoration-line", "vertical-align", "text-align",
    "border", "text-indent", "margin-left", "padding-left", "margin-inline-start", "font", "color",
    "background", "background-color", "font-size", "font-family",
})  # fmt: skip


def generated(looks: Sequence[etree._Element], scope: str) -> str:
    """Return the words before or after an element in XPath, "" for none: strings, with characters
    where CSS has their numbers, and values of attributes.
    """
    said = (_GENERATED.search(one.text or "") for one in looks if one.get("scope") == scope)
    parts = [each for one in said if one for each in _PART.findall(one[1])]
    return ", ".join(f"@{name.replace('|', ':')}" if name else _string(string)
                     for string, name in parts)  # fmt: skip


def _string(written: str) -> str:
    return quoted(_ESCAPED.sub(_character, written[1:-1]))


def quoted(words: str) -> str:
    """Return a string in XPath."""
    return "'" + words.replace("'", "''") + "'"


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
