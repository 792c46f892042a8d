"""The pages of the handbook that are made from the program.

python -m tests.docs.reference
"""

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import click
import editio
from editio import api
from editio.cli import INTERRUPTED
from editio.cli.main import main
from editio.edition.beside import extension
from editio.edition.beside.offered import PACKAGES as OFFERED
from editio.edition.beside.offered import components
from editio.edition.config import settings
from editio.resources import LABELS
from lxml import etree

from tests.docs.points import read_tei, shown, skeleton
from tests.shared import ROOT

FOLDER = ROOT / "docs" / "reference"
# Between these marks a page that is written by hand has what is made here.
BEGIN, END = "<!-- skeletons -->", "<!-- end of skeletons -->"
# Languages in which the interface was written and read.
READ = ("de", "en")
MADE = "Made from the program: `python -m tests.docs.reference`.\n"


# Names for what Python has itself.
ALIASES = {"Files": "Paths and what stands there: `dict[str, bytes]`."}


def commands() -> str:
    """Return the help of every command."""
    assert isinstance(main, click.Group)
    ended = f"A command that is interrupted (Ctrl-C) says so; its exit code is {INTERRUPTED}.\n"
    return "\n".join(["# Commands\n", MADE, ended, *_commands(main)])


def _commands(group: click.Group) -> Iterator[str]:
    above = click.Context(group, info_name="editio", terminal_width=88)
    for name, command in sorted(group.commands.items()):
        context = click.Context(command, above, info_name=name, **command.context_settings)
        yield f"## editio {name}\n\n```text\n{command.get_help(context)}\n```\n"


def every_setting() -> str:
    """Return every setting with its sample and purpose."""
    parts = ["# Every setting\n", MADE]
    for table, says in settings.TABLES.items():
        parts.append(f"## [{table}]\n\n{says}.\n" if table else "## Without a table\n")
        rows = [f"| `{one.name}` | `{one.sample}` | {one.says} |" for one in settings.of(table)]
        parts.append("\n".join(["| setting | sample | what for |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def labels() -> str:
    """Return the languages of the interface, and the labels by key, in English."""
    words = _words("en")
    rows = [f"| `{file.stem}` | {_state(file.stem)} |" for file in sorted(LABELS.glob("*.xml"))]
    return "\n".join([
        "# Labels\n", MADE, "| language | |", "|---|---|", *rows, "",
        "Words of your own for any of these stand in `labels/LANGUAGE.xml` beside your TEI.\n",
        "| key | in English |", "|---|---|",
        *(f"| `{key}` | {_cell(said)} |" for key, said in words.items()), "",
    ])  # fmt: skip


def _words(language: str) -> dict[str, str]:
    root = etree.parse(LABELS / f"{language}.xml").getroot()
    return {one.get("key", ""): one.text or "" for one in root.iter("{*}label")}


def _state(language: str) -> str:
    missing = len(_words("en").keys() - _words(language).keys())
    known = "written and read by the editio project"
    read = known if language in READ else "not yet reviewed by a reader of it"
    return read + f"; {missing} words are English still" * bool(missing)


def _cell(words: str) -> str:
    return words.replace("|", "&#124;").replace("<", "&lt;")


def python() -> str:
    """Return the public names, with what they are for."""
    parts = ["# Python\n", MADE, "`import editio` gives these names; no other is promised.\n"]
    for name in api.__all__:
        one = getattr(editio, name)
        is_alias = getattr(one, "__name__", name) != name
        about = ALIASES[name] if is_alias else inspect.getdoc(one)
        shown = f"{name}{inspect.signature(one)}" if inspect.isfunction(one) else name
        parts.append(f"## {name}\n\n```python\n{shown}\n```\n\n{about}\n")
        parts += [f"{_members(one)}\n"] if _members(one) else []
    return "\n".join(parts)


def _members(one: object) -> str:
    """Return what a value of a class has, with the type of each; its properties last."""
    if not inspect.isclass(one) or not is_dataclass(one):
        return ""
    rows = [(each.name, inspect.formatannotation(each.type)) for each in fields(one)]
    for name, found in inspect.getmembers(one, lambda each: isinstance(each, property)):
        made = inspect.signature(found.fget).return_annotation
        rows.append((name, inspect.formatannotation(made)))
    shown = [f"| `{name}` | `{_cell(kind)}` |" for name, kind in rows if name[0] != "_"]
    return "\n".join(["| it has | of type |", "|---|---|", *shown])


def extension_points() -> str:
    """Return what stylesheets of an edition may call and override, by package of ours."""
    parts = [
        "# Extension points\n",
        MADE,
        "What a stylesheet `xslt/NAME.xsl` may call, and put its own in place of: see\n"
        "[rules of your own](../own-rules.md). What `html` has, `site`, `print` and `epub` have.\n",
        "Each example stands in `xsl:override` as it is, and a test compiles and runs it. It\n"
        "gives what ours gives (`xsl:original`, `xsl:next-match`) and adds a sign, `own-NAME`:\n"
        "put yours in its place.\n",
        skeletons(),
    ]
    for package in OFFERED:
        parts += [f"## {package}\n", *sorted({_point(one, package) for one in components(package)})]
    return "\n".join(parts)


def skeletons() -> str:
    """Return the packages in which examples stand: of one that reads TEI, and of one that does not;
    also for the handbook.
    """
    tei = read_tei()
    others = [one for one in extension.NAMES if one not in tei]
    return (
        f"A package that reads TEI, which are {_named(tei)}. For another than `rules`\n"
        "write its name in place of that, both times.\n\n"
        f"```xml\n{skeleton('rules')}```\n\n"
        f"A package that reads what these make of it, which are {_named(others)}:\n"
        "without `xpath-default-namespace`, for that is not TEI. For another than `site` write\n"
        "its name in place of that, both times.\n\n"
        f"```xml\n{skeleton('site')}```\n"
    )


def _named(names: list[str]) -> str:
    shown = [f"`{one}`" for one in names]
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def with_skeletons(page: str) -> str:
    """Return a page of the handbook with the packages between its two marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n\n{skeletons()}\n{end}{after}"


def _point(one: etree._Element, package: str) -> str:
    """Return the name of a public component, what it is for, and an example."""
    kind = etree.QName(one).localname
    head = f"**{kind} `{one.get('name')}`** · {_cell(words(one))}"
    return f"{head}\n\n```xml\n{shown(one, package)}\n```\n"


def words(one: etree._Element) -> str:
    """Return what stands above a component."""
    above = one.getprevious()
    words = above.text or "" if isinstance(above, etree._Comment) else ""
    return " ".join(words.split())


PAGES = {
    "commands.md": commands,
    "settings.md": every_setting,
    "labels.md": labels,
    "python.md": python,
    "extension-points.md": extension_points,
}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8", newline="\n")
    rules = ROOT / "docs" / "own-rules.md"
    rules.write_text(with_skeletons(rules.read_text("utf-8")), "utf-8", newline="\n")
