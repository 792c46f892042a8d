"""Elements that the rules do not know: published as plain words, told once a name and text."""

from collections.abc import Iterator

from editio.checks.looks import NEEDED, asked
from editio.checks.ruled import said
from editio.diagnostics import Diagnostic, diagnostic, faults
from editio.diagnostics.repeats import once, times
from editio.edition.config.judgement import TIME_LIMIT
from editio.edition.reading.formulas import with_formulas
from editio.edition.reading.source import TEI, Document
from editio.engines.apart import Apart, DiedError, TooLongError
from editio.engines.saxon import Message, Others, TransformError, engine
from editio.resources import XSLT

# Rules of an edition's own may never end: they are run where they can be ended.
_APART = Apart()
_ENDLESS: set[Others] = set()


def unknown_elements(
    text: Document, own: Others = (), limit: float = TIME_LIMIT
) -> Iterator[Diagnostic]:
    """T001: every element of a text has a rule, in xslt/rules/ or among those of the edition's own;
    T002 where a stylesheet fails, C013 where it is one of the edition's own.

    A schema in TEI (an ODD, chapter TD) is no text that is published. `own`: what is compiled in
    the place of our stylesheets. They are run where it is not plain without them what they say;
    the edition's own for no more than `limit` seconds a text.
    """
    if next(text.root.iter(f"{{{TEI}}}schemaSpec"), None) is not None:
        return
    told = None if own else said(text)
    try:
        told = _asked(text, own, limit) if told is None else told
    except TransformError as error:
        yield faults.told(error, text.path)
        return
    told = list(dict.fromkeys(told))  # what is published in two places is still one
    for one, many in once(told, lambda each: (each.code, each.subject)):
        facts = {"subject": one.subject, "times": times(many)}
        yield diagnostic(one.code, one.file or text.path, one.line, one.column, **facts)


def _asked(text: Document, own: Others, limit: float = TIME_LIMIT) -> list[Message]:
    """Return what the rules say as they are run."""
    xml = with_formulas(text.xml)
    if not own:
        return _said(xml, own)
    try:
        if own in _ENDLESS:
            raise TooLongError
        return _APART.call(_said, xml, own, seconds=limit)
    except TooLongError:
        _ENDLESS.add(own)
        raise TransformError(f"xslt/{own[0][0]}.xsl: it does not end, or not soon enough") from None
    except DiedError:
        raise TransformError(f"xslt/{own[0][0]}.xsl: the process that ran it died") from None


def _said(xml: str, own: Others) -> list[Message]:
    try:
        rules = engine(XSLT, NEEDED, tuple(one for one in own if one[0] in NEEDED))
    except TransformError:
        return []  # told where the stylesheet is looked at
    return asked(rules, xml, own)
