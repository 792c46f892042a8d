"""Other people's texts, cut small: the header and the first words of each, so that a book of every
kind is set in seconds.
"""

from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"


def cut(source: Path, target: Path, words: int = 900) -> None:
    """Write the beginning of a text: whole elements until so many words have been."""
    tree = etree.parse(source, etree.XMLParser(collect_ids=False, resolve_entities=False))
    text = tree.getroot().find(f"{TEI}text")
    if text is not None:
        _shorten(text, words)
    target.parent.mkdir(parents=True, exist_ok=True)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def _shorten(element: etree._Element, words: int) -> int:
    """Leave so many words in an element; give how many may still follow."""
    words -= len((element.text or "").split())
    for child in [*element]:
        if words <= 0:
            element.remove(child)
        elif isinstance(child.tag, str):
            words = _shorten(child, words) - len((child.tail or "").split())
    return words
