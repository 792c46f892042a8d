"""Repairs to WeasyPrint at run time, each with its cause; loud when upstream changed beneath.

The version is pinned in pyproject.toml; tests/typesetting holds what each repair mends.
"""

import inspect
from types import ModuleType

from weasyprint.layout import block, inline
from weasyprint.text import line_break

_NOTE = "report = not context.in_column and can_break_now and not could_break_before"
_STEP = "    # Step #3: Try to put the first word"
_FITS = """    if resume_index is None and space_collapse and text.endswith(' '):
        bare = create_layout(text.rstrip(' '), style, context, max_width, justification_spacing)
        bare_line, bare_index = bare.get_first_line()
        if bare_index is None and line_size(bare_line, style)[0] <= max_width:
            return first_line_metrics(
                first_line, text, layout, resume_index, space_collapse, style)
"""

_done: list[str] = []


def apply() -> None:
    """Mend the engine once per process. Raises RuntimeError if it is not as expected."""
    if _done:
        return
    # Since version 66 (its pull request 2437) a note could be lost or leave the page of its call.
    _replace(block, "_linebox_layout", _NOTE, "report = False")
    # A line broke after its first word where only the space before an inline did not fit.
    _replace(line_break, "split_first_line", _STEP, _FITS + _STEP)
    inline.split_first_line = line_break.split_first_line
    _done.append("applied")


def _replace(module: ModuleType, function: str, old: str, new: str) -> None:
    """Recompile one function of `module` with `old` replaced by `new`."""
    text = inspect.getsource(getattr(module, function))
    if text.count(old) != 1:
        raise RuntimeError(f"WeasyPrint changed {module.__name__}.{function}: review {__file__}")
    code = compile(text.replace(old, new), str(module.__file__), "exec")
    exec(code, module.__dict__)  # the module's own source, one line changed
