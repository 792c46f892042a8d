"""Wishes of [behaviours] and models of the Processing Model as templates of our rules.

Turns each into a template in XSLT, which extension.py puts into the rules of the edition. A wish
comes before every other rule; of the models the first that holds, behind those of xslt/rules.xsl.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from editio.edition.beside.looks import quoted
from editio.edition.beside.processing import Model, Statement
from editio.edition.reading.source import TEI
from editio.engines.saxon import PREFIXES, attribute

XSL = "http://www.w3.org/1999/XSL/Transform"
# Behaviours that say in which text an element stands: the word of our rules for it.
_ONE_TEXT = {"reading": "reading", "diplomatic": "diplomatic", "omit": "none"}

# Its look is the edition's own, and no rule of ours has to know it.
_DRESSED = '<xsl:with-param name="dressed" select="." tunnel="yes"/>'
# What a header hands to the rules of the text or of a manuscript; itself it has no place for words.
_TEXT_IN_HEADERS = " or ".join(
    f"self::*:{name}"
    for name in ("p", "ab", "list", "table", "quote", "bibl", "msDesc", "teiHeader")
)


def wished(wishes: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield a template for each wish; one for a type outranks one for an element."""
    for name, wish in wishes.items():
        element, _, kind = name.partition(".")
        match = f"*:{element or '*'}" if element else "*"
        match += f"[@type = '{kind}']" if kind else ""
        label = wish.get("label", "").rstrip(" ")
        one = Model("", "", wish.get("behaviour", ""), wish.get("class", ""), label=label)
        yield from _templates(match, 200 if kind else 100, one)


def carried_out(statements: Sequence[Statement]) -> Iterator[str]:
    """Yield a template for each statement, before those that follow."""
    for place, models in enumerate(statements, 1):
        element = models[0].element
        if len(models) == 1:
            held = f"[{models[0].predicate}]" if models[0].predicate else ""
            yield from _templates(element + held, -place, models[0])
        else:
            tests = [f"exists(self::*[{one.predicate or 'true()'}])" for one in models]
            yield _template(f"{element}[{' or '.join(tests)}]", -place, _in_turn(models, tests))


def _in_turn(models: Sequence[Model], tests: Sequence[str]) -> str:
    """Return models one after the other; the first that holds has the id of the element."""
    return "".join(
        f"<xsl:if test={attribute(test)}>{_dressed(one, ' or '.join(tests[:place]))}</xsl:if>"
        for place, (one, test) in enumerate(zip(models, tests, strict=True))
    )


def _templates(match: str, priority: int, one: Model) -> Iterator[str]:
    """Yield the template of a text, and that of a record of the header, which keeps its form: it
    has the class and the words around, on the one element that it becomes.
    """
    yield _template(match, priority, _dressed(one))
    if _is_dressed(one) and one.behaviour not in _ONE_TEXT:
        dressed = _dressed(replace(one, behaviour=""), made='<xsl:sequence select="$made"/>')
        yield _template(
            f"{match}[not({_TEXT_IN_HEADERS})]",
            priority,
            '<xsl:variable name="made" as="node()*"><xsl:next-match/></xsl:variable><xsl:choose>'
            f'<xsl:when test="count($made/self::*) eq 1">{dressed}</xsl:when>'
            '<xsl:otherwise><xsl:sequence select="$made"/></xsl:otherwise></xsl:choose>',
            "ed:record ed:about",
        )


def _template(match: str, priority: int, body: str, mode: str = "ed:rules ed:ms") -> str:
    return (
        f'<xsl:template xmlns:xsl="{XSL}" xmlns:ed="urn:editio:ns" xmlns:tei="{TEI}" {PREFIXES} '
        f'mode="{mode}" xpath-default-namespace="{TEI}" match={attribute(match)} '
        f'priority="{priority}">{body}</xsl:template>'
    )


def _is_dressed(one: Model) -> bool:
    return any((one.classes, one.style, one.label, one.before, one.after))


def _dressed(one: Model, again: str = "", made: str = "") -> str:
    said = (("class", one.classes), ("style", one.style), ("label", one.label))
    given = {name: quoted(words) for name, words in said if words}
    given |= {name: f"string-join(({path}))" for name, path in
              (("before", one.before), ("after", one.after)) if path}  # fmt: skip
    return (
        f'<xsl:call-template name="ed:dressed">{_with(given)}'
        f'<xsl:with-param name="made" as="node()*">{made or _made(one, again)}'
        "</xsl:with-param></xsl:call-template>"
    )


def _made(one: Model, again: str) -> str:
    dressed = _DRESSED if _is_dressed(one) else ""
    if not one.behaviour:
        return f"<xsl:next-match>{dressed}</xsl:next-match>"
    only = _ONE_TEXT.get(one.behaviour, "")
    said = {
        "behaviour": f"'{'inline' if only else one.behaviour}'",
        "only": f"'{only}'" if only else "",
        "content": one.content,
        "target": (one.uri or "@target, @ref") if one.behaviour == "link" else "",
        "again": again,
    }
    return f'<xsl:call-template name="ed:modelled">{dressed}{_with(said)}</xsl:call-template>'


def _with(parameters: Mapping[str, str]) -> str:
    """Return the parameters of a call: those that have an XPath."""
    return "".join(
        f'<xsl:with-param name="{name}" select={attribute(path)}/>'
        for name, path in parameters.items()
        if path
    )
