"""Files that somebody wrote for an edition and that are of a kind, by a name or at a place that is
not used: pages of a word processor, settings in YAML, folders in capital letters (C022).

What is told is in the table of rules. A file that the edition names somewhere has its use, and is
not told.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.extension import NAMES, is_ours
from editio.edition.config.settings import FILE
from editio.edition.reading import source
from editio.edition.reading.files import UnreadableError, content, is_tei_name, listed, walked

FOLDERS = ("tei", "pages", "labels", "site", "xslt")
# Folders in tei/ that are read, and files beside it that have one name.
_WITHIN = ("texts", "registers", "schema")
_NAMED = (FILE, "citation.csl", "permalinks.txt", "checks-baseline.json", "CHANGELOG.md")
# Folders beside tei/ in which something may be meant for one of ours.
_MEANT = ("page", "label", "css", "style", "styles", "stylesheets", "xsl", "fonts", "schema",
          "text", "texts", "register", "registers")  # fmt: skip
_OFFICE = r"\.(?i:docx?|odt|rtf|pages)"
_SHOWN = r"\.(?i:png|jpe?g|gif|webp|svg|tiff?|ico|mp[34]|m4a|og[gv]|wav|webm)"
_PAGE = "Pages are written in pages/, in Markdown (.md) or TEI (.xml)."
_TEI = "Export it as TEI (.xml), or take it out of the folder."
_STYLE = (
    "Put it into site/: the one style sheet there is used; of several `css` in [site] names one."
)
# A path from the root, why it is not used, what to do; the first that fits is told.
_RULES = (
    (r"((tei|pages|labels|site|xslt)/)?(?i:editions?|editio)\.(?i:tml|toml\.txt|ya?ml|json|ini|cfg)"
     r"|(?i:editions|editio)\.toml",
     f"settings are read from {FILE}", f"Call it {FILE}, beside tei/; it is written in TOML."),
    (r"(tei|pages|labels|site|xslt)/(?i:editions?|editio)\.toml",
     "settings are read from beside tei/", f"Put it beside tei/, as {FILE}."),
    (r"(?!citation\.csl$)([^/]+/)?[^/]+\.(?i:csl)",
     "how citations are written is read from citation.csl", "Call it citation.csl, beside tei/."),
    (r"site/[^/]+\.css", "site/ has several style sheets, and no setting names this one",
     'Name the one to be used: css = "{name}" in [site].'),
    (r"(site|(?i:css|styles?|stylesheets))/.*\.(?i:scss|sass|less)",
     "style sheets are written in CSS (.css)", _STYLE),
    (r"site/.*\.(?i:css)", "without a setting one is used that lies in site/ itself, .css",
     'Name it: css = "{name}" in [site].'),
    (r"((tei|pages|labels|xslt|(?i:css|styles?|stylesheets))/.*|[^/]*)\.(?i:css)",
     "style sheets are read from site/", _STYLE),
    (r"(((?i:fonts)|site)/.*|[^/]*)\.(?i:woff2?|ttf|otf)", "no setting names this font",
     "Name it in `faces`: in [site], for pages, where it lies in site/; in [print], for books."),
    (r"(site/)?(?i:favicon|icon)\.(?i:ico|png|svg|gif|webp)", "no setting names this icon",
     "Put it into site/, and name it as `icon` in [site]."),
    (r"(site/)?(?i:logo)\.(?i:png|svg|jpe?g|gif|webp)", "no setting names this picture",
     "Put it into site/, and name it as `logo` in [site]."),
    (r"site/.*\.(?i:m?js)", "pages run no script of the edition’s own",
     "Where a page must have it, xslt/site.xsl can name it (see `editio help own-rules`)."),
    (rf"site/.*({_OFFICE}|\.(?i:md|txt|html?))", "nothing leads to it", _PAGE),
    (rf"tei/.*{_OFFICE}"
     r"|tei/(texts|registers)/.*\.(?i:csv|tsv|xlsx?|ods|json|ya?ml|txt|html?|md)",
     "its name does not end in .xml or .tei", _TEI),
    (r"(tei|(?i:page))/[^/]+\.(?i:md)|(?i:page)/[^/]+\.xml"
     r"|(?i:about|introduction|preface|imprint|impressum|credits|bibliography|index|home)\.(?i:md)",
     "pages are read from pages/", _PAGE),
    (r"(tei/|(?i:schema)/)?[^/]+\.(?i:odd)|tei/schema/.*\.(?!odd$)(?i:odd)",
     "models of an ODD are read from tei/schema/*.odd", "Put it into tei/schema/."),
    (r"(tei/|(?i:schema)/)?[^/]+\.(?i:sch)", "no text and no setting names these rules",
     'Name them: schema = ["{name}"] in edition.toml, or in the xml-model of texts.'),
    (rf"pages/(?!.*({_SHOWN}|\.(md|(?i:xml|tei)))$).+",
     "its name does not end in .md or .xml", _PAGE),
    (r"pages/.+/.+\.(md|(?i:xml|tei))", "it lies in a folder of its own", "Put it into pages/."),
    (r"labels/(?!.*\.xml$).+", "its name does not end in .xml",
     "Words are written in the form of those of editio (.xml): see `editio help own-rules`."),
    (r"labels/.+/.+", "it lies in a folder of its own", "Put it into labels/."),
    (r"xslt/.*\.(?!xsl$)(?i:xslt?|xsl\.txt|sef|xq|xquery)", "its name does not end in .xsl",
     "xslt/NAME.xsl stands for the package NAME of editio: see `editio help own-rules`."),
)  # fmt: skip
# What editors and systems leave behind, and what tells people something of a folder.
_LEFT = re.compile(
    r"(.*/)?(\..*|[#~][^/]*|[^/]*~|[^/]*\.(?i:bak|orig|swp|tmp)"
    r"|(?i:thumbs\.db|desktop\.ini|(README|LICEN[CS]E)[^/]*))"
)
# What is told also where no edition.toml says that the folder is one of editio.
_ANYWHERE = re.compile(
    rf"(tei/)?(?i:editions?|editio)\.[^/]+|tei/.*{_OFFICE}|(?i:tei)/|site/[^/]+\.css"
)
_ROOT = re.compile(r"<([\w-]+:)?(TEI|teiCorpus|standOff)[\s>/]")
# As many of a folder are told one by one.
_MOST = 3
# A file by its path from the root, why it is not used, what to do.
Told = tuple[str, str, str]


def passed_over(
    root: Path, used: Collection[Path], sure: bool, all_texts: bool = False
) -> Iterator[Diagnostic]:
    """Yield what is not used; `used` are the documents and what settings name. Where it is not
    `sure` that the folder is one of editio, having no edition.toml, only what can hardly be
    somebody else's. With `all_texts` no setting says which files are texts.
    """
    shown = {path.relative_to(root).as_posix() for path in used if path.is_relative_to(root)}
    names = [one for one in _files(root) if one not in shown and not _LEFT.fullmatch(one)]
    if is_ours(root / "xslt/rules.xsl"):  # in the folder of editio itself they are not an edition's
        names = [one for one in names if not one.startswith("xslt/")]
    told = [*_cased(root), *filter(None, map(_ruled, names))]
    if sure:
        told += _ours(root, names)
        told += _unread(root, names) if all_texts else ()
    else:
        is_made = any(one.endswith((".html", ".htm")) for one in names if one.startswith("site/"))
        told = [one for one in told if _ANYWHERE.fullmatch(one[0])
                and not (is_made and one[0].startswith("site/"))]  # fmt: skip
    first = {one[0]: one for one in reversed(told)}
    yield from _folded(_unnamed(root, sorted(first.values()), used))


def _files(root: Path) -> Iterator[str]:
    """Yield the files beside tei/, in it, and in the folders that may be meant for ours."""
    for path in listed(root):
        if path.name in FOLDERS or path.name.lower() in _MEANT:
            yield from (one.relative_to(root).as_posix() for one in walked(path, ()))
        elif path.is_file() and path.name.lower() not in map(str.lower, _NAMED):
            yield path.name


def _ruled(name: str) -> Told | None:
    if name.startswith("tei/") and is_tei_name(name):  # of these there are many
        return None
    for pattern, reason, advice in _RULES:
        if re.fullmatch(pattern, name):
            return name, reason, advice.format(name=name)
    return None


def _cased(root: Path) -> Iterator[Told]:
    """Yield folders and files whose names differ from those that are read in capital letters."""
    for folder, known in ((root, (*FOLDERS, *_NAMED)), (root / "tei", _WITHIN)):
        called = {one.lower(): one for one in known}
        for path in listed(folder):
            right = called.get(path.name.lower(), path.name)
            there = folder / right
            if path.name != right and not (there.exists() and there.samefile(path)):
                mark = "/" * path.is_dir()
                name = path.relative_to(root).as_posix() + mark
                yield name, f"what is read is called {right}{mark}", f"Call it {right}{mark}."


def _ours(root: Path, names: Collection[str]) -> Iterator[Told]:
    """Yield stylesheets and words for editio that lie elsewhere."""
    for name in names:
        if name.endswith((".xsl", ".xslt", ".xml")) and not name.startswith(("xslt/", "labels/")):
            found = _beginning(root / name)
            named = Path(name).stem.lower() in NAMES and "/" not in name.removeprefix("xsl/")
            if 'name="urn:editio:' in found or (named and "/XSL/Transform" in found):
                yield name, "stylesheets are read from xslt/", "Put it into xslt/."
            elif "<labels" in found and "urn:editio:ns" in found:
                yield name, "words are read from labels/", "Put it into labels/."


def _unread(root: Path, names: Collection[str]) -> Iterator[Told]:
    """Yield TEI that is neither a text nor a register, at a place where one would look for some."""
    for name in names:
        apart = name.startswith(
            ("tei/schema/", "tei/sources/", *(f"{one}/" for one in FOLDERS[1:]))
        )
        if apart or not is_tei_name(name) or not _ROOT.search(_beginning(root / name)):
            continue
        if re.fullmatch(r"(.*/)?edition\.\w+", name, re.I):
            reason, advice = "what the edition says of itself is read from tei/edition.xml", (
                "Call it tei/edition.xml.")  # fmt: skip
        else:
            reason = "texts are read from tei/texts/, registers from tei/registers/"
            advice = "Put it there; or say where texts are with `texts` in edition.toml."
        yield name, reason, advice


def _beginning(path: Path) -> str:
    try:
        return content(path)[:100_000].decode("utf-8", "replace")
    except UnreadableError:
        return ""


def _unnamed(root: Path, told: Collection[Told], used: Collection[Path]) -> Iterator[Told]:
    """Yield those that no file of the edition names; edition.toml does so by the whole path."""
    if not told:
        return
    settings = source.words(root / FILE)
    lasts = {one[0].rpartition("/")[2] for one in told} - {"", *(path.name for path in used)}
    by_texts = _held(lasts, (path for path in used if is_tei_name(path.name)))
    beside = ("README*", "pages/*.md", "xslt/**/*.xsl*", "site/**/*.css", "site/**/*.html")
    by_pages = _held(lasts, (path for kind in beside for path in root.glob(kind)))
    for one in told:
        name, last = one[0], one[0].rpartition("/")[2]
        # A link to a page that is not published takes no file along.
        is_page = name.startswith("pages/") and name.endswith((".md", ".html", ".htm", ".xml"))
        is_linked = last in by_texts or (last in by_pages and not is_page)
        if not is_linked and not re.search(rf"""["'(](\./)?{re.escape(name)}["')\s]""", settings):
            yield one


def _held(names: Collection[str], files: Iterable[Path]) -> set[str]:
    """Return those of the names that stand in one of the files."""
    found: set[str] = set()
    for file in files:
        words = unquote(source.words(file)) if len(found) < len(names) else ""
        found.update(one for one in names if one in words)
    return found


def _folded(told: Iterator[Told]) -> Iterator[Diagnostic]:
    """Tell many of one folder and for one reason once."""

    def kind(one: Told) -> tuple[str, str]:
        return one[0].rpartition("/")[0], one[1]

    for (folder, _), alike in groupby(sorted(told, key=kind), key=kind):
        group = list(alike)
        shown = group if len(group) <= _MOST else group[:1]
        more = len(group) - len(shown)
        for name, reason, advice in shown:
            also = f" (as are {more} other files of {folder or '.'}/)" if more else ""
            what = "folder" if name.endswith("/") else "file"
            facts = {"what": what, "reason": reason, "also": also, "advice": advice}
            yield diagnostic("C022", name, **facts)
