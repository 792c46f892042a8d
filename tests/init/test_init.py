"""A new edition of each kind is complete: no finding, every word published, valid TEI."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from editio.cli.init import init_command
from editio.cli.main import main
from editio.edition import starts
from editio.edition.config import settings
from editio.edition.edition import opened
from editio.edition.project import discover
from editio.formats import FORMATS
from editio.formats.schema import compiled
from editio.render.build import Built, Plan, build
from editio.resources import STARTS
from lxml import etree, html

from tests.data.test_epub import complaints
from tests.jing import faults
from tests.pipeline.editions import tei
from tests.shared import SHARED, TEI_ALL
from tests.typesetting import vera
from tests.web import ace, nu
from tests.web.browser import AXE, HOW, launched, served
from tests.web.site import Site
from tests.web.test_gates import RUN, TAGS
from tests.web.test_genres import SHIFTS

NEEDED = (
    "README.md", "edition.toml", "edition.schema.json", ".gitignore", ".pre-commit-config.yaml",
    ".github/workflows/edition.yml", ".gitlab-ci.yml", "tei/edition.xml",
    "tei/registers/persons.xml", "tei/registers/places.xml", "tei/schema/edition.odd",
    "tei/schema/edition.rng", "tei/schema/edition.sch",
)  # fmt: skip


LETTER = tei('<p><graphic url="https://scans.example.org/1.png"/></p>').replace(
    ' xml:id="small" xml:lang="en"', ' xml:lang="de-AT"'
)
PEOPLE = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>P</title>'
    '</titleStmt></fileDesc></teiHeader><standOff><listPerson><person xml:id="x"><persName>X'
    "</persName></person></listPerson></standOff></TEI>"
)


def run(*words: str | Path) -> Result:
    """Run editio in this process."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a new edition of each kind."""
    root = tmp_path_factory.mktemp("begun")
    for kind in starts.TITLES:
        assert run("init", root / kind, "--kind", kind).exit_code == 0
    return root


@pytest.fixture(scope="module")
def published(begun: Path) -> Path:
    """The same, each with its site and plain text in build/."""
    for kind in starts.TITLES:
        edition, found = opened(begun / kind)
        assert (edition.called, found) == (starts.TITLES[kind], [])
        made = build(Plan(edition, ("html", "text"), begun / kind / "build", cached=False))
        # Where a site of images will stand is for its editors to say (O027).
        told = [one for one in made.diagnostics if one.code != "O027"]
        assert (kind, told, made.words) == (kind, [], made.kept)
        assert made.words > 30
    return begun


@pytest.mark.parametrize("kind", starts.TITLES)
def test_a_new_edition_is_complete(begun: Path, kind: str) -> None:
    """It has what a repository needs, and nothing is found in it."""
    for name in NEEDED:
        assert (begun / kind / name).is_file(), name
    done = run("check", begun / kind)
    assert "no errors, no warnings" in done.output
    assert "hint" not in done.output


@pytest.fixture(scope="module")
def whole(begun: Path) -> dict[str, Built]:
    """Each kind in every format, in whole/; what came of that."""
    made = {}
    for kind in starts.TITLES:
        edition, _ = opened(begun / kind)
        made[kind] = build(Plan(edition, tuple(FORMATS), begun / "whole" / kind, cached=False))
    return made


@pytest.mark.slow
@pytest.mark.parametrize("kind", starts.TITLES)
def test_a_new_edition_is_published_in_every_format(whole: dict[str, Built], kind: str) -> None:
    """Also as a book, an EPUB and data, of which nothing is told and no word is lost."""
    made = whole[kind]
    told = [one.message for one in made.diagnostics if one.code != "O027"]
    assert (told, made.words, set(made.written)) == ([], made.kept, set(FORMATS))


@pytest.mark.slow
def test_new_e_books_are_valid(whole: dict[str, Built], begun: Path) -> None:
    """EPUBCheck has nothing to say of the largest of each kind."""
    books = {kind: largest(begun / "whole" / kind) for kind in whole}
    assert {kind: found for kind, book in books.items() if (found := complaints(book))} == {}


def largest(built: Path) -> Path:
    """Return the book of the edition; where it has one text, that of this."""
    return max((built / "epub").glob("*.epub"), key=lambda one: one.stat().st_size)


@pytest.mark.judge
@pytest.mark.slow
@pytest.mark.parametrize("kind", ("manuscript", "play"))
def test_ace_has_nothing_to_ask(
    whole: dict[str, Built], begun: Path, tmp_path: Path, kind: str
) -> None:
    """Of a kind with marked pages, and of one without."""
    assert kind in whole
    assert ace.complaints(largest(begun / "whole" / kind), tmp_path) == []


@pytest.mark.judge
def test_new_books_are_valid(whole: dict[str, Built], begun: Path) -> None:
    """No book, nor any offprint, breaks a rule of PDF/A-3a or PDF/UA-1 that veraPDF knows."""
    books = sorted((begun / "whole").glob("*/pdf/*.pdf"))
    assert len(books) >= 2 * len(whole)
    assert vera.broken_rules(*books) == []


# What Ace by DAISY asks of a book's metadata, beside what axe-core finds on its pages.
ACCESS = {
    f"schema:{one}"
    for one in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard")
}


@pytest.mark.browser
@pytest.mark.slow
def test_new_e_books_are_accessible(whole: dict[str, Built], begun: Path, tmp_path: Path) -> None:
    """Their metadata say for whom they are, and axe-core finds nothing on any page."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    broken = {}
    with launched() as browser, served(tmp_path) as root:
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(path=AXE)
        window = context.new_page()
        for kind in whole:
            folder = tmp_path / kind
            with ZipFile(largest(begun / "whole" / kind)) as bound:
                bound.extractall(folder)
            (package,) = folder.rglob("*.opf")
            said = {one.get("property") for one in etree.parse(package).iter("{*}meta")}
            assert said >= ACCESS, kind
            for page in folder.rglob("*.xhtml"):
                window.goto(f"{root}/{page.relative_to(tmp_path).as_posix()}")
                if found := window.evaluate(RUN, TAGS[:-1])["violations"]:
                    broken[f"{kind}/{page.name}"] = [one["id"] for one in found]
    assert broken == {}


@pytest.mark.judge
def test_new_sites_are_valid(published: Path) -> None:
    """The Nu HTML Checker finds no error in any page of any kind."""
    assert nu.complaints(published) == []


@pytest.mark.browser
def test_new_sites_are_accessible(published: Path) -> None:
    """No rule that axe-core knows is broken by any kind of page of any kind of edition, in the two
    themes, at three widths, where nothing sticks out; nothing moves while a page is loaded, the
    keyboard leads through it; no link is broken, no page is heavy.
    """
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    broken: dict[str, object] = {}
    seen: set[str] = set()
    with launched() as browser, served(published) as root:
        context = browser.new_context(bypass_csp=True)
        context.add_init_script(path=AXE)
        context.add_init_script(SHIFTS)
        for kind in starts.TITLES:
            site = Site(published / kind / "build")
            for page in site.pages.values():
                assert page.path == "404.html" or site.broken(page) == [], page.path
                assert (site.folder / page.path).stat().st_size < 124_000, page.path
            pages = kinds_of_pages(site, published / kind)
            for path in (pages[one] for one in pages.keys() - seen):
                window = context.new_page()
                window.goto(f"{root}/{kind}/build/{path}")
                if found := [*moved(window), *walked(window), *in_themes_and_widths(window)]:
                    broken[f"{kind}/{path}"] = found
                window.close()
            seen |= pages.keys()
    assert broken == {}
    assert {"search.html", "about.html", "register", "play: play.html"} <= seen


def kinds_of_pages(site: Site, edition: Path) -> dict[str, str]:
    """Return a page of each kind by what it is: home and each view of a text of this kind of
    edition, and what every edition has, such as search, about and entries of registers.
    """
    text = min(edition.glob("tei/texts/*.xml")).stem
    found: dict[str, str] = {}
    for path in sorted(site.pages):
        folder, _, name = path.rpartition("/")
        if name == "index.html" or name.startswith(text):
            name = f"{edition.name}: {re.sub(r'[0-9]+', '', name)}"
        found.setdefault(folder if folder == "register" else name, path)
    return found


def moved(window: Any) -> list[str]:
    """Return by how much a page moved while it was loaded, if that is seen."""
    shifted = window.evaluate("window.shifted ?? 0")
    return [f"moves: {shifted}"] if shifted >= 0.05 else []


# Whether what has the focus is seen, and is seen to have it.
SEEN = """(() => { const it = document.activeElement, box = it.getBoundingClientRect(),
  look = getComputedStyle(it);
  if (it === document.body) return null;
  return box.bottom > 0 && box.top < innerHeight && box.right > 0
    && (look.outlineStyle !== 'none' || look.boxShadow !== 'none') })()"""


def walked(window: Any) -> list[str]:
    """Return what is amiss for who has a keyboard alone: the first stop leads past the menu, and
    what has the focus is always seen.
    """
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.wait_for_url("**#*", timeout=9000)
    window.goto(window.url.partition("#")[0])
    lost = []
    for _ in range(40):
        window.keyboard.press("Tab")
        if (seen := window.evaluate(SEEN)) is None:
            break
        if not seen:
            lost.append("out of sight: " + window.evaluate("document.activeElement.outerHTML")[:99])
    return lost


def in_themes_and_widths(window: Any) -> list[str]:
    """Return what axe-core finds on a page at three widths; dark colours have others."""
    found = []
    for width in (320, 768, 1440):
        window.set_viewport_size({"width": width, "height": 900})
        for theme, asked in (("light", TAGS), ("dark", ["color-contrast"])):
            window.emulate_media(color_scheme=theme)
            told = window.evaluate(RUN, asked)["violations"]
            found += [f"{one['id']}, {theme} at {width}" for one in told]
        if window.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"sticks out at {width}")
    return found


def test_letters_have_their_correspondents(published: Path) -> None:
    """The page of a letter says from whom to whom, and its correction is there."""
    page = (published / "letters/build/letter-1.html").read_text("utf-8")
    assert "misread" in page
    assert 'href="register/writer.html"' in page
    home = (published / "letters/build/index.html").read_text("utf-8")
    assert "48 words, 1 editorial note, 1 textual note<" in home
    assert "40 words, 3 textual notes<" in home


def test_editors_and_licence_are_named_once(published: Path) -> None:
    """Editors who are their own publishers, and a licence whose words are its name."""
    for kind in starts.TITLES:
        page = (published / kind / "build/index.html").read_text("utf-8")
        cited = page.partition(">How to cite</h2>")[2].partition("</section>")[0]
        words = " ".join("".join(map(str, html.fromstring(cited).itertext())).split())
        assert words == f"{starts.TITLES[kind]}. Edited by the editors.LicenseCC BY 4.0", kind


def test_a_part_with_a_heading_shows_no_number(published: Path) -> None:
    """“Act one” says it."""
    page = (published / "play/build/play.html").read_text("utf-8")
    assert '<section id="a1" class="section" data-type="act"><h2' in page


def test_a_definition_ends_as_it_ends(published: Path) -> None:
    """No colon before an example, and no semicolon before a reference, behind its full stop."""
    words = next((published / "dictionary/build/text/reading").glob("*.txt")).read_text("utf-8")
    assert "One side of a leaf. “The note stands" in words
    assert "A file that a browser shows. see also proof" in words


@pytest.mark.shared
def test_new_editions_are_tei(begun: Path) -> None:
    """Their files are valid by the schema of all TEI."""
    files = [file for kind in starts.TITLES for file in (begun / kind / "tei").rglob("*.xml")]
    assert faults(TEI_ALL, files) == {}


@pytest.mark.shared
def test_the_schemas_of_new_editions_are_what_their_odd_is_compiled_to() -> None:
    """After a change: editio schema --tei p5subset.xml pipeline/editio/starts/…/edition.odd."""
    odd = STARTS / "every/tei/schema/edition.odd"
    made = compiled(odd, SHARED / "p5subset.xml").pages
    for name in ("edition.rng", "edition.sch"):
        assert odd.with_name(name).read_text("utf-8") == made[name]


# What the TEI does not allow, though each element has its place somewhere.
NO_TEI = (
    "<p>One <p>in another.</p></p>", "<div><p>A part.</p></div><p>Behind it.</p>",
    "<div><closer>The end.</closer><p>Behind it.</p></div>", "<p>First.</p><head>Late</head>",
    "<div><p>First.</p><opener>Late.</opener></div>", '<p><q ref="#writer">Said.</q></p>',
    '<quote ref="#writer">Said.</quote>', "<list><item>One.</item><label>Late</label></list>",
    '<p><seg when="1822">Then.</seg></p>',
)  # fmt: skip
IS_TEI = (
    '<p>A <term type="old">quire</term>.</p>', "<list><label>1</label><item>One.</item></list>",
    "<p>As <said>he said</said>, <num>two</num>.</p>",
)  # fmt: skip


def test_what_is_valid_in_a_new_edition_is_valid_tei(begun: Path) -> None:
    """Order and attributes are held to the TEI; what it allows of the elements is allowed."""
    text = (begun / "prose/tei/texts/story.xml").read_text("utf-8")
    head = text[: text.index("<body>")]
    files = []
    for number, words in enumerate((*NO_TEI, *IS_TEI)):
        files.append(begun / f"sample-{number}.xml")
        files[-1].write_text(f"{head}<body>{words}</body></text></TEI>", "utf-8")
    told = faults(begun / "prose/tei/schema/edition.rng", files)
    assert list(told) == files[: len(NO_TEI)]


# The schemas that GitHub and GitLab publish, as check-jsonschema brings them.
CI = {".github/workflows/edition.yml": "github-workflows", ".gitlab-ci.yml": "gitlab-ci"}


@pytest.mark.parametrize(("file", "schema"), CI.items())
def test_ci_is_as_its_host_has_it(begun: Path, file: str, schema: str) -> None:
    """Also what the schema does not say: no key of a step or a job is spelled in another way."""
    path = begun / "prose" / file
    asked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    subprocess.run([*asked, path], check=True, capture_output=True)
    spoiled = begun / f"spoiled-{path.name}"
    spoiled.write_text(re.sub(r"\brun:|\bscript:", "skript:", path.read_text("utf-8")), "utf-8")
    assert subprocess.run([*asked, spoiled], check=False, capture_output=True).returncode == 1


def lines_of_ci(file: Path) -> tuple[list[str], dict[str, str], str]:
    """Return the lines that run on the main branch, with the variables; what is published."""
    said = yaml.safe_load(file.read_text("utf-8"))
    if file.name == ".gitlab-ci.yml":
        (folder,) = said["pages"]["artifacts"]["paths"]
        return said["pages"]["script"], said["variables"], folder
    steps = said["jobs"]["edition"]["steps"]
    (folder,) = (one["with"]["path"] for one in steps if "upload-pages" in one.get("uses", ""))
    return [one["run"] for one in steps if "run" in one], said["env"], folder


@pytest.mark.slow
@pytest.mark.parametrize("name", CI)
def test_ci_builds_what_it_publishes(begun: Path, tmp_path: Path, name: str) -> None:
    """Each line in order, by a shell as the host has it; what installs is called, no more."""
    folder, programs = tmp_path / "edition", tmp_path / "programs"
    shutil.copytree(begun / "prose", folder)
    programs.mkdir()
    asked = tmp_path / "asked"
    for program in ("sudo", "apt-get", "python", "editio"):
        run_it = f'exec "{sys.executable}" -m editio "$@"\n' if program == "editio" else ""
        file = programs / program
        file.write_text(f'#!/bin/sh\necho "{program} $*" >>"{asked}"\n{run_it}', "utf-8")
        file.chmod(0o755)
    lines, variables, made = lines_of_ci(folder / name)
    known = {**os.environ, **variables, "PATH": f"{programs}:{os.environ['PATH']}"}
    small = [one.replace("editio build", "editio build --format html --jobs 1") for one in lines]
    for line in small:
        subprocess.run(["bash", "-e", "-c", line], cwd=folder, env=known, check=True, timeout=300)
    assert (folder / made / "index.html").is_file()
    told = asked.read_text("utf-8")
    assert "python -m pip install editio\n" in told
    assert told.index("pip install") < told.index("editio check") < told.index("editio build")


def test_what_is_there_stays(tmp_path: Path) -> None:
    """A second init changes no file, and says so."""
    (tmp_path / "README.md").write_text("mine", "utf-8")
    done = run("init", tmp_path, "--source", "git+https://example.org/editio.git")
    assert "README.md was there and stays as it is" in done.output
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"
    for name in (".gitlab-ci.yml", ".github/workflows/edition.yml"):
        words = (tmp_path / name).read_text("utf-8")
        assert words.count("git+https://example.org/") == 1
        assert "python -m pip install $EDITIO\n" in words
        assert f"EDITIO in {starts.NAME_SOURCE[0]} and .gitlab-ci.yml, or begin with" in done.output
    assert (
        "CI will install editio by pip install git+https://example.org/editio.git;" in done.output
    )
    assert "CI will" not in run("init", tmp_path).output
    assert "this editio was not installed from" not in done.output
    assert "/proof.*\n" in (tmp_path / ".gitignore").read_text("utf-8")


def test_where_no_repository_is_known_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Installed from a folder: the package is named, and why."""
    monkeypatch.setattr(init_command.params[-1], "default", lambda: starts.PACKAGE)
    output = " ".join(run("init", tmp_path / "new").output.split())
    assert (
        "pip install editio (this editio was not installed from a repository that CI could reach);"
        in output
    )


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("editio==0.2", "editio==0.2"),
        ("https://example.org/simple/", "--index-url https://example.org/simple/ editio"),
        ("https://example.org/editio.git", "git+https://example.org/editio.git"),
        ("https://example.org/editio.git@v1", "git+https://example.org/editio.git@v1"),
        ("https://github.com/me/editio", "git+https://github.com/me/editio"),
        ("https://codeberg.org/me/editio/", "git+https://codeberg.org/me/editio"),
        ("https://gitlab.com/me/editio@v1", "git+https://gitlab.com/me/editio@v1"),
        ("git@example.org:us/editio.git", "git+ssh://git@example.org/us/editio.git"),
        ("git+ssh://git@example.org/editio", "git+ssh://git@example.org/editio"),
        ("https://example.org/editio-0.2-py3-none-any.whl",) * 2,
        ("./editio-0.2-py3-none-any.whl",) * 2,
        ("editio >= 0.2, < 1", "editio>=0.2,<1"),
        (
            "editio[cjk] @ git+https://example.org/e.git",
            "editio[cjk]@git+https://example.org/e.git",
        ),
        ("--index-url https://example.org/simple editio",) * 2,
    ],
)
def test_a_source_is_what_pip_takes(source: str, asked: str) -> None:
    """A package, one of an index, the address of a repository, a wheel."""
    assert starts.installed(source) == asked


@pytest.mark.parametrize("source", ['editio; python_version > "3"', "a'b", "C:\\\\a", "a\nb", " "])
def test_a_source_that_breaks_the_settings_of_ci_is_refused(tmp_path: Path, source: str) -> None:
    """Nothing is written."""
    done = run("init", tmp_path / "new", "--source", source)
    assert done.exit_code == 2
    assert "without quotation marks, backslashes and line breaks" in done.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        *((one, "is on this computer") for one in (
            ".", "..", "../editio", "/opt/editio", "~/editio", "file:///opt/editio", "C:/editio",
            "git+file:///opt/editio", "./editio", "./../editio.whl", "/opt/editio.whl",
        )),
        ("github.com/me/editio", "write “https://github.com/me/editio”"),
        ("git.example.org/me/editio.git", "write “https://git.example.org/me/editio.git”"),
        ("https://example.org/editio", "write “git+https://example.org/editio”, or an index"),
        ("https://github.com/me/editio/tree/main", "write “git+https://github.com/me/editio@main”"),
        ("./an editio.whl", "has blanks"),
        ("editio 0.2", "has blanks"),
        ("https://example.org/an editio.whl", "has blanks"),
        ("https://example.org/an index", "has blanks"),
    ],
)  # fmt: skip
def test_a_source_that_ci_cannot_have_is_refused(tmp_path: Path, source: str, said: str) -> None:
    """With what to give instead; nothing is written."""
    done = run("init", tmp_path / "new", "--source", source)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
    assert ("pip wheel" in done.output) == (said == "is on this computer")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name", ["tei/mine.xml", "mine.xml", "tei/texts/mine.xml", "data/mine.tei"]
)
def test_tei_that_is_there_is_not_hidden(tmp_path: Path, name: str) -> None:
    """A new edition would put its texts before it: nothing is written; it is said what to do."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "utf-8")
    done = run("init", tmp_path)
    assert done.exit_code == 2
    assert name in done.output
    assert f"editio init --from {tmp_path}" in done.output
    assert [one.name for one in tmp_path.rglob("*") if one.is_file()] == [Path(name).name]


def test_a_segment_with_a_type_is_allowed(tmp_path: Path) -> None:
    """The first wish of the handbook is one for it; the command that is named can be pasted."""
    folder = tmp_path / "Our letters"
    done = run("init", folder)
    assert f"editio check {shlex.quote(str(folder))}\n" in done.output
    assert "--write-baseline" not in done.output
    again = run("init", "--from", folder).output
    assert f"editio check {shlex.quote(str(folder))} --write-baseline\n" in again
    text = next((folder / "tei/texts").glob("*.xml"))
    words = text.read_text("utf-8")
    marked = re.sub(r"<p( [^>]*)?>", r'\g<0><seg type="hedge">Perhaps.</seg> ', words)
    assert marked != words
    text.write_text(marked, "utf-8")
    said = run("check", folder).output
    assert "S002" not in said and "S005" not in said
    text.write_text(marked.replace("<seg ", "<seg when='1900' "), "utf-8")
    assert "S005" in run("check", folder).output


def test_a_second_init_hides_nothing(tmp_path: Path) -> None:
    """What it wrote itself is no reason to refuse."""
    assert run("init", tmp_path).exit_code == 0
    assert run("init", tmp_path).exit_code == 0
    assert run("init", tmp_path, "--kind", "play").exit_code == 2


def test_settings_are_what_editio_reads(tmp_path: Path) -> None:
    """Each sample of the table is a setting that editio takes, and fits the schema for editors."""
    lines = settings.sample().splitlines()
    toml = "\n".join(line[2:] if " = " in line else line for line in lines)
    toml = toml.replace(settings.of("print")[-1].sample, "[]")
    (tmp_path / "edition.toml").write_text(toml, "utf-8")
    _, found = discover(tmp_path)
    # The files of site/, the page and the texts that the samples name.
    assert {one.code for one in found} == {"C007", "C010", "C015"}
    jsonschema.validate(tomllib.loads(toml), json.loads(settings.schema()))
    with pytest.raises(jsonschema.ValidationError, match="tilte"):
        jsonschema.validate({"tilte": "Letters"}, json.loads(settings.schema()))


def test_existing_tei_is_surveyed(begun: Path, tmp_path: Path) -> None:
    """`--from` says what is there, writes the settings that fit and a page, and nothing else."""
    shown = tmp_path / "old"
    (shown / "scans").mkdir(parents=True)
    (shown / "scans/1.png").write_bytes(b"")
    text = (begun / "apparatus/tei/texts/poem.xml").read_text("utf-8")
    (shown / "poem.xml").write_text(text, "utf-8")
    done = run("init", "--from", shown)
    assert "kinds: verse (1), critical apparatus (1)" in done.output
    assert "files of pictures: scans/ (1)" in done.output
    written = tomllib.loads((shown / "edition.toml").read_text("utf-8"))
    given = {name: table for name, table in written.items() if table}
    assert given.pop("formats")[:2] == ["html", "pdf"]
    assert given == {
        "title": "To a press",
        "site": {"language": "en"},
        "media": {"folder": "scans"},
        "reading": {"apparatus": "positive"},
        "print": {"apparatus-key": "verse"},
    }
    assert sorted(path.name for path in shown.iterdir()) == [
        "edition.schema.json", "edition.toml", "pages", "poem.xml", "scans"
    ]  # fmt: skip


def test_where_pictures_are_is_told(tmp_path: Path) -> None:
    """How many of those that texts name are here, on servers, and nowhere."""
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans/1.png").write_bytes(b"")
    words = (
        '<pb facs="1.png"/><pb facs="2.png"/><pb facs="#zone"/><pb facs="key-3"/>'
        '<p><graphic url="https://scans.example.org/1.png"/><graphic url="3.png"/></p>'
    )
    (tmp_path / "a.xml").write_text(tei(words), "utf-8")
    said = run("init", "--from", tmp_path).output
    assert "files of pictures: scans/ (1)\n" in said
    assert "pictures that texts name: here (1), on servers (1), not found (2)\n" in said


def test_schemas_are_counted_by_texts_that_name_them(tmp_path: Path) -> None:
    """Twice in one text is once; a text whose names lead to a register names its schema, too."""
    model = '<?xml-model href="a.rng" schematypens="http://{}"?>'
    kinds = ("relaxng.org/ns/structure/1.0", "purl.oclc.org/dsdl/schematron")
    twice = "".join(map(model.format, kinds))
    words = '<p><persName ref="#who">Who</persName></p>'
    people = '<listPerson><person xml:id="who"><persName>Who</persName></person></listPerson>'
    oxygen = '<?oxygen RNGSchema="b.rng" type="xml"?>'
    for name, text in {
        "one": tei(words, "one").replace("<TEI", f"{twice}<TEI"),
        "two": tei(words, "two").replace("<TEI", f"{twice}{oxygen}<TEI"),
        "people": tei(people, "people"),
    }.items():
        (tmp_path / f"{name}.xml").write_text(text, "utf-8")
    said = run("init", "--from", tmp_path).output
    assert "schemas that texts name: a.rng (2), b.rng (1)\n" in said


def test_why_nothing_is_written_of_broken_files(tmp_path: Path) -> None:
    """Where no text can be read there is no kind and no language of one."""
    (tmp_path / "a.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<p></TEI>', "utf-8")
    done = run("init", "--from", tmp_path)
    assert done.exit_code == 2
    assert "nothing was written: no file could be read as a text. First mend:\n  a.xml:2:" in (
        done.output
    )
    assert not re.search("kinds:|languages:", done.output)
    assert [one.name for one in tmp_path.iterdir()] == ["a.xml"]


def test_folders_of_texts_are_told(begun: Path, tmp_path: Path) -> None:
    """Pages about an edition may lie beside its texts, which nobody sees; once named, no more."""
    text = (begun / "apparatus/tei/texts/poem.xml").read_bytes()
    for name in ("editions/one.xml", "editions/two.xml", "meta/about-us.xml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_bytes(text.replace(b'xml:id="poem"', b""))
    said = run("init", "--from", tmp_path).output
    assert "folders of texts: data/editions/ (2), data/meta/ (1)" in said
    assert 'texts = ["data"]' in (tmp_path / "edition.toml").read_text("utf-8")
    (tmp_path / "edition.toml").write_text('texts = ["data/editions"]\n', "utf-8")
    said = run("init", "--from", tmp_path).output
    assert "texts: 2 in data/editions" in said
    assert "folders of texts" not in said


@pytest.mark.parametrize(("said", "language"), [(1, ""), (2, ""), (3, "fr")])
def test_the_language_of_half_of_the_texts_is_not_that_of_all(
    begun: Path, tmp_path: Path, said: int, language: str
) -> None:
    """Where more than half of them name it, it is; three letters are as good as two."""
    text = (begun / "apparatus/tei/texts/poem.xml").read_text("utf-8")
    for number in range(4):
        words = text.replace('xml:id="poem" xml:lang="en"', 'xml:lang="fra"' * (number < said))
        (tmp_path / f"{number}.xml").write_text(words, "utf-8")
    assert f"fr ({said})" in run("init", "--from", tmp_path).output
    written = tomllib.loads((tmp_path / "edition.toml").read_text("utf-8"))
    assert written["site"].get("language", "") == language


@pytest.mark.parametrize(
    "option", [("--kind", "letters"), ("--kind", "play"), ("--source", "editio==0.2")]
)
def test_options_of_new_editions_are_not_for_existing_tei(
    begun: Path, tmp_path: Path, option: tuple[str, str]
) -> None:
    """They would say nothing: that is said, and nothing is written."""
    text = begun / "apparatus/tei/texts/poem.xml"
    (tmp_path / "poem.xml").write_bytes(text.read_bytes())
    done = run("init", "--from", tmp_path, *option)
    assert done.exit_code == 2
    assert f"leave {option[0]} out" in done.output
    assert [one.name for one in tmp_path.iterdir()] == ["poem.xml"]


def test_an_edition_that_is_there_is_not_touched(begun: Path, tmp_path: Path) -> None:
    """Of one with edition.toml nothing is written; one that says what it is gets no draft page."""
    folder = tmp_path / "poem"
    shutil.copytree(begun / "apparatus", folder)
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    done = run("init", "--from", folder)
    assert (done.exit_code, "kinds: verse (1)" in done.output) == (0, True)
    assert "edition.toml was there and stays as it is" in done.output
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    for name in ("edition.toml", "edition.schema.json"):
        (folder / name).unlink()
    assert run("init", "--from", folder).exit_code == 0
    assert {one for one in folder.rglob("*") if one.is_file()} == set(before)
    (folder / "edition.toml").unlink()
    (folder / "tei/edition.xml").unlink()
    (folder / "pages").mkdir()
    (folder / "pages/about.md").write_text("# Us\n", "utf-8")
    run("init", "--from", folder)
    assert [one.name for one in (folder / "pages").iterdir()] == ["about.md"]


def test_texts_are_found_however_deep(tmp_path: Path) -> None:
    """All TEI below, by folder; files of one name are texts of their own; the rest is told."""
    old = tmp_path / "old"
    files = {
        **dict.fromkeys(("Box 1/a/10.xml", "Box 1/b/10.xml", "Box 1/b/deep/2.xml"), LETTER),
        "lists/people.xml": PEOPLE, "part.xml": "<TEI>no namespace</TEI>", "build/page.xml": LETTER,
        "Box 1/schema.xml": LETTER.replace("<p>", "<schemaSpec/><p>"),
    }  # fmt: skip
    for name, words in files.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_text(words, "utf-8")
    done = run("init", "--from", old)
    assert "texts: 3 in Box 1, lists, registers: people (1)" in done.output
    assert "not TEI, or no texts: Box 1/ (1), ./ (1)" in done.output
    assert "languages: de (3)" in done.output
    assert "names them): scans.example.org" in done.output
    edition, found = opened(old)
    assert found == []
    assert [one.id for one in edition.texts] == ["a-10", "b-10", "2"]
    assert edition.called == "Old"
    (old / "edition.toml").write_text('texts = ["Box 1", "Box 2"]', "utf-8")
    assert [one.message for one in discover(old)[1]] == [
        "“texts” names “Box 2”, which is not a folder or a file of the edition"
    ]
