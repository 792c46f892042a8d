"""Notes and their calls: each note is called, and call and note answer each other."""

from collections.abc import Iterator
from functools import cache, partial

from editio.checks.paths import values
from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import ERROR, WARNING
from editio.edition.reading.source import TEI, XML_ID, Document

_NOTE = f"{{{TEI}}}note"
_BACK = f"{{{TEI}}}back"
_TEXT = f"{{{TEI}}}text"
_POINTERS = values(
    "descendant-or-self::tei:*/@target | descendant-or-self::tei:*/@corresp "
    "| descendant-or-self::tei:*/@next"
)
_CALLS = (f"{{{TEI}}}ref", f"{{{TEI}}}ptr", f"{{{TEI}}}anchor", f"{{{TEI}}}seg")


@document_check(
    "P010",
    WARNING,
    "this note has no @target, and nothing in the text calls it",
    'Write target="#…" with the id of the place it belongs to, or put a '
    '<ref target="#{name}"> there.',
)
def notes_without_call(document: Document) -> Iterator[Finding]:
    """A note gathered at the end says to which place it belongs.

    Without @target, or a call that points to it, nobody can lead the reader from the text to the
    note and back.

    Wrong:
        <back><div type="notes"><note n="1">See Lenin.</note></div></back>
    Right:
        <back><div type="notes"><note n="1" xml:id="n1" target="#a1">See Lenin.</note></div></back>
    """
    called = cache(partial(_called, document))
    for back in document.root.iter(_BACK):
        for note in back.iter(_NOTE):
            alone = str(getattr(note.getparent(), "tag", "")).rpartition("}")[2]
            if alone not in {"div", "back", "noteGrp", "div1", "list"} or note.get("target"):
                continue
            name = note.get(XML_ID, "")
            if name not in called() and note.get("type") not in {"editorial", "license"}:
                yield here(document, note, name=name or "…")


@document_check(
    "P011",
    ERROR,
    "the call “{call}” leads to the note “{note}”, whose @target is “{back}”",
    "Make the two point to each other: one of the pointers is off by one note.",
)
def calls_and_notes_disagree(document: Document) -> Iterator[Finding]:
    """A call and its note point to each other.

    If the call a3 leads to the note n3, the note n3 leads back to a3. A slip by one sends every
    reader to the wrong note.

    Wrong:
        <ref xml:id="a3" target="#n3"/> … <note xml:id="n3" target="#a2">
    Right:
        <ref xml:id="a3" target="#n3"/> … <note xml:id="n3" target="#a3">
    """
    calls = {one.get(XML_ID, ""): one for one in document.root.iter(*_CALLS) if one.get(XML_ID)}
    notes = {f"#{one.get(XML_ID)}": one for one in document.root.iter(_NOTE) if one.get("target")}
    for name, call in calls.items():
        note = notes.get(call.get("target", ""))
        back = note.get("target", "").split() if note is not None else []
        if back and f"#{name}" not in back and any(one[1:] in calls for one in back):
            facts = {"call": name, "note": call.get("target", "")[1:], "back": " ".join(back)}
            yield here(document, call, "target", **facts)


def _called(document: Document) -> set[str]:
    """Ids to which something in the text points."""
    return {
        token[1:]
        for text in document.root.iter(_TEXT)
        for pointer in _POINTERS(text)
        for token in pointer.split()
        if token.startswith("#")
    }
