"""Exceptions to Diagnostics: what went wrong, on which file, and whether it is ours.

The one place that knows how an exception is told. Whoever works on a file says so with `on`;
whoever must go on with the other files, or end in words, calls `told`.
"""

import errno
import os
import re
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.origins import Place, origin
from editio.diagnostics.repeats import once, times

HOUSE = Path(__file__).parents[1]
# With this in the environment exceptions are not put into words, so that one sees where they began.
DEBUG = "EDITIO_DEBUG"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM})


@contextmanager
def on(file: str, doing: str = "") -> Iterator[None]:
    """Remember which file was worked on, and for what, when an exception leaves this block."""
    try:
        yield
    except Exception as error:
        if not hasattr(error, "editio"):
            with suppress(AttributeError):  # of an exception that takes no attributes
                error.editio = file, doing  # type: ignore[attr-defined]
        raise


@contextmanager
def telling(report: Callable[[Diagnostic], object], file: str, doing: str) -> Iterator[None]:
    """Report an exception of this block, and go on behind it."""
    try:
        yield
    except Exception as error:
        report(told(error, file, doing))


# A line of the stylesheet itself; that of one of ours is followed by its name.
_LINE = re.compile(r" on line (\d+)(?: column (\d+))?(?! (?:column|of) )")
_CALLED = re.compile(r" (?:In (?:template|function)|invoked by) .*")
_FILE = re.compile(r" of file:\S*")
# Where an error begins; the same may be said twice.
_ERROR = re.compile(r"(?=\b(?:Static error|Type error|Error) (?:at|in|on|evaluating) )")
# Saxon says what it warned of before what it failed for.
_WARNED = re.compile(r"Warning at .*?\n(?=(?:Warning|Error) )", re.DOTALL)


def told(error: Exception, file: str = ".", doing: str = "", code: str = "T004") -> Diagnostic:
    """Put an exception into words, for the file and the work that it remembers, or for these."""
    if os.environ.get(DEBUG):
        raise error
    file, doing = getattr(error, "editio", (file, doing))
    if isinstance(error, MemoryError):
        return diagnostic("O006", file)
    if isinstance(error, OSError) and error.errno in _FULL:
        return diagnostic("O001", str(error.filename or file), reason=error.strerror or str(error))
    reason = " ".join(_WARNED.sub("", str(error)).split())[:500]
    if type(error).__name__ == "TransformError":
        return _of_stylesheet(error) or diagnostic("T002", file, reason=reason)
    if type(error).__name__ == "OutsideError":
        what, why = error.args
        return diagnostic("T007", file, what=what, reason=f"{why}{_there(error)}")
    doing = f" while {doing}" if doing else ""
    return diagnostic(code, file, doing=doing, reason=f"{_kind(error)}{reason}{_place(error)}")


def folded(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Tell what fails at one place of a stylesheet of the edition's own once, with how often."""
    apart = count()

    def place(one: Diagnostic) -> object:
        return (one.file, one.line, one.column) if one.code == "C013" else next(apart)

    return [replace(one, message=one.message + times(many)) for one, many in once(found, place)]


def _of_stylesheet(error: Exception) -> Diagnostic | None:
    """Tell what is wrong with a stylesheet of the edition's own, at its place; nothing of ours."""
    own, _, said = str(error).partition(": ")
    if not own.startswith("xslt/"):
        return None
    errors = (" ".join(one.split()) for one in _ERROR.split(_WARNED.sub("", said)))
    first = _CALLED.sub("", _FILE.sub("", next((one for one in errors if one), "")))
    at = _LINE.search(first)
    line, column = (int(at[1]), int(at[2] or 0)) if at else (0, 0)
    place = origin(getattr(error, "sheet", ""), line) or Place(own, line, column)
    reason = _LINE.sub("", first)[:500]
    return diagnostic("C013", place.file, place.line, place.column, reason=reason)


def _kind(error: Exception) -> str:
    """Name the kind of an exception, in words where it is a common one."""
    if isinstance(error, RecursionError):
        return "the text is nested too deeply: "
    return f"{type(error).__name__}: "


def _there(error: Exception) -> str:
    """Say in which line of whose code an exception began."""
    began = traceback.extract_tb(error.__cause__.__traceback__) if error.__cause__ else []
    theirs = [one for one in began if not Path(one.filename).is_relative_to(HOUSE)]
    return f" ({Path(theirs[-1].filename).name}:{theirs[-1].lineno})" if theirs else ""


def _place(error: Exception) -> str:
    """Say which line of ours it was, for a report that can be used."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(HOUSE):
            return f" ({Path(frame.filename).relative_to(HOUSE).as_posix()}:{frame.lineno})"
    return ""
