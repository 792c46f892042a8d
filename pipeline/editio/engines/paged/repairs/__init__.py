"""Repairs to WeasyPrint at run time, a file each with its cause; loud when upstream changed.

The version is pinned in pyproject.toml. tests/typesetting/test_repairs.py shows each fault in the
engine as shipped, so that a repair that upstream has made unnecessary is found and removed. What
is marked as added was never set out to be done there: notes divided over pages, lines chosen
together, two texts on facing pages, pictures that open a page.
"""

import inspect
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from editio.engines.paged import foot, notes
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint import document, draw, layout, pdf
from weasyprint.draw import text
from weasyprint.layout import block, inline, page
from weasyprint.pdf import tags
from weasyprint.text import line_break

# Every file of this folder, in the order of their names.
FILES = tuple(
    import_module(f"{__name__}.{one.name}")
    for one in iter_modules(__path__)
    if one.name != "repair"
)
MENDED: tuple[Mended, ...] = tuple(file.MENDED for file in FILES)


def repairs() -> tuple[Repair, ...]:
    """Return every change of every file, in their order."""
    return tuple(one for mended in MENDED for one in mended.repairs)


@cache
def apply() -> None:
    """Mend the engine once per process. Raises RuntimeError if it is not as expected."""
    for mended in MENDED:
        for module, names in mended.names.items():
            module.__dict__.update(names)
    for module, function in dict.fromkeys((one.module, one.function) for one in repairs()):
        _mend(module, function)
    inline.split_first_line = line_break.split_first_line
    block.iter_line_boxes = inline.iter_line_boxes
    layout.make_all_pages = page.make_all_pages
    document.generate_pdf = pdf.generate_pdf
    pdf.add_tags = tags.add_tags
    draw.draw_text = text.draw_text
    layout.LayoutContext._update_footnote_area = foot.set_area
    layout.LayoutContext.unlayout_footnote = notes.take_back


def _mend(module: ModuleType, function: str) -> None:
    """Recompile one function of the engine with all its repairs."""
    source = inspect.getsource(getattr(module, function))
    for one in repairs():
        if (one.module, one.function) == (module, function):
            if source.count(one.old) != 1:
                place = f"{module.__name__}.{function}"
                raise RuntimeError(f"WeasyPrint changed {place}: review {__file__}")
            source = source.replace(one.old, one.new)
    code = compile(source, str(module.__file__), "exec")
    exec(code, module.__dict__)  # the module's own source, a few lines changed
