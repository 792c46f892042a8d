"""Elements that the rules do not know: published as plain words, told once a name and text."""

from collections import Counter
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.project import XSLT
from pipeline.saxon import TransformError, engine
from pipeline.source import TEI, Document

_NEEDED = ("prepare", "rules")


def unknown_elements(text: Document) -> Iterator[Diagnostic]:
    """T001: every element of a text has a rule in xslt/rules/; T002 where a stylesheet fails.

    A schema in TEI (an ODD, chapter TD) is no text that is published.
    """
    if next(text.root.iter(f"{{{TEI}}}schemaSpec"), None) is not None:
        return
    rules = engine(XSLT, _NEEDED)
    try:
        prepared = rules.run("prepare", rules.parse(text.xml), "prepare")
        told = rules.run("rules", prepared.value.head, "rules").messages
    except TransformError as error:
        yield diagnostic("T002", text.path, reason=str(error))
        return
    count = Counter((one.code, one.subject) for one in told)
    for one in told:
        if times := count.pop((one.code, one.subject), 0):
            facts = {"subject": one.subject, "times": f" ({times} times)" if times > 1 else ""}
            yield diagnostic(one.code, text.path, one.line, one.column, **facts)
