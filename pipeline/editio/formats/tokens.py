"""Words that are analysed (lemma, part of speech), a line each: CoNLL-U, as treebanks have it, and
vertical text, as corpus managers read it. Both are made from the sentences in CoNLL-U of
rules/rows/sentences.xsl.
"""

from collections.abc import Iterator

from editio.model.context import Files, Text

_CLOSE = "SpaceAfter=No"


def tokens(text: Text) -> Files:
    """Return `conllu/ID.conllu` and `vertical/ID.vert`, where words of a text are analysed."""
    sentences = text.apply("text", tokens="yes").get("conllu", "")
    if not sentences:
        return {}
    vertical = "\n".join(_vertical(one) for one in sentences.split("\n\n"))
    return {
        f"conllu/{text.id}.conllu": f"{sentences}\n\n".encode(),
        f"vertical/{text.id}.vert": f"{vertical}\n".encode(),
    }


def _vertical(sentence: str) -> str:
    """Return a sentence with its words, base forms and tags; <g/> where two words touch."""
    first, _, *lines = sentence.split("\n")
    name = first.partition(" = ")[2]
    return "\n".join((f'<s id="{name}">', *_lines(lines), "</s>"))


def _lines(lines: list[str]) -> Iterator[str]:
    last = ""  # of a word that is several, the last of these
    for line in lines:
        number, form, lemma, upos, xpos, *_, misc = line.split("\t")
        first, _, end = number.partition("-")
        if end:
            last = end if misc == _CLOSE else ""
            continue
        yield f"{form}\t{lemma}\t{upos if upos != '_' else xpos}"
        if misc == _CLOSE or first == last:
            yield "<g/>"
