"""Search: every block of every text is in the index, and is found in a real browser."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from editio.formats.site.passages import Passage, folded, passages, terms
from editio.formats.site.search import SHARD, _code, _places, _shards

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.pipeline.test_publish import tree
from tests.web.browser import served
from tests.web.site import Site

LETTER = """<opener><dateline>Harrow, <date>2 May</date></dateline><salute>Dear Ann,</salute>
</opener>
<p xml:id="p1">A conti<lb break="no"/>nent of <hi>s</hi>alt<note xml:id="n1">Or brine.</note>.</p>
<lg><l xml:id="l1">O mill, O wheel</l></lg><closer><signed>Bert</signed></closer>
<p xml:id="p3">In Lon<supplied reason="damage">do</supplied>n to<gap reason="lost"/>day.</p>
<p xml:id="p2">We <w lemma="go" xml:id="w1">went</w> <hi><w lemma="go|by">by</w></hi>.</p>"""
DESCRIBED = """<sourceDesc><msDesc><msIdentifier><settlement>Oxford</settlement></msIdentifier>
<p>A psalter in quires.</p></msDesc></sourceDesc>"""


def indexed(folder: Path, name: str) -> dict[str, list[str]]:
    """Return the passages of a text in the index, by the place that leads to them."""
    found: dict[str, list[str]] = {}
    for file in sorted((folder / "search/passages").glob(f"{name}-*.js")):
        for place, words, *_ in data(file):
            found.setdefault(place, []).append(words)
    return found


def data(file: Path) -> Any:
    """Return what a file of the index hands over."""
    written = file.read_text("utf-8").strip()
    return json.loads(re.sub(r'^editioSearch\("[a-z]+","(?:[^"]|\\")*",|\);$', "", written))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a letter with a description of its source."""
    text = tei(LETTER).replace("<sourceDesc><p>None.</p></sourceDesc>", DESCRIBED)
    folder = edition(tmp_path_factory.mktemp("search"), small=text)
    result = run("build", folder, "--no-check", "--format", "html")
    assert result.exit_code == 0, result.output
    return folder / "build"


def test_every_block_is_in_the_index(built: Path) -> None:
    """Head, dateline, salute, paragraph, note, verse, signature and header, words whole."""
    found = indexed(built, "small")
    assert found[""][0] == "A small text"
    assert found["p1"] == ["A continent of salt."]
    assert (found["n1"], found["l1"]) == (["Or brine."], ["O mill, O wheel"])
    everything = [words for some in found.values() for words in some]
    for words in ("Harrow, 2 May", "Dear Ann,", "Bert", "A psalter in quires."):
        assert words in everything


def places(coded: str) -> set[int]:
    """Read where a word is in the first text: passages, and runs of them."""
    runs = [run.split("-") for run in coded.removeprefix("0:").split(",")]
    return {at for run in runs for at in range(int(run[0]), int(run[-1]) + 1)}


def test_runs_of_passages_are_told_by_their_ends() -> None:
    """Words that are everywhere, and who writes a letter, take little room."""
    assert _code(bytearray(b";0:%b" % _places([0, 1, 2, 5]).encode())) == "0:0-2,5"
    assert places("0:0-2,5") == {0, 1, 2, 5}


def test_words_are_parted_by_no_more_letters_than_needed() -> None:
    """A reader asks for few files: only of many words is the next letter asked, too."""
    at = bytearray(b";0:1")
    assert dict(_shards({"mill": at, "mole": at, "salt": at})).keys() == {"m", "s"}
    many = {f"mi{number}": at for number in range(SHARD)}
    found = dict(_shards({"m": at, "mole": at, **many}))
    assert found["m "].keys() == {"m"} and found["mo"].keys() == {"mole"}
    assert all(len(one) > 2 for one in found.keys() - {"m ", "mo"})
    assert sum(map(len, found.values())) == len(many) + 2


def test_a_word_leads_to_its_passages(built: Path) -> None:
    """Each word of each passage is in the file of words that begin like it, at its place."""
    known = data(built / "search/index.js")
    words = {term: where for file in (built / "search/words").glob("*.js")
             for term, where in data(file).items()}  # fmt: skip
    every = [passage for file in sorted((built / "search/passages").glob("*.js"))
             for passage in data(file)]  # fmt: skip
    assert len(every) < known["chunk"]
    for at, (_, said, *_) in enumerate(every):
        for term in terms(said):
            assert at in places(words[term]), term
            assert any(term.startswith(prefix.strip()) for prefix in known["prefixes"])
    assert not words.keys() & {"conti", "s", "lon", "lost"}


def test_base_forms_are_found(built: Path) -> None:
    """Where the text has base forms, a passage is found by them and by its own words."""
    every = [place for file in sorted((built / "search/passages").glob("small-*.js"))
             for place, *_ in data(file)]  # fmt: skip
    words = {term: where for file in (built / "search/words").glob("*.js")
             for term, where in data(file).items()}  # fmt: skip
    at = f"0:{every.index('p2')}"
    assert [words[one] for one in ("go", "went", "by")] == [at, at, at]
    assert indexed(built, "small")["p2"] == ["We went by."]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Dühring’s Straße", ["duhring", "s", "strasse"]),
        ("Ἀχιλῆος 1964", ["αχιληος", "1964"]),
        ("中国史", ["中", "国", "史"]),
        ("—", []),
        (
            "Lon[do]n Imp(erator) a⟨nd⟩ so[me(?)]one 19[64]",
            ["london", "imperator", "and", "someone", "1964"],
        ),
        ("bre[… two words]ad, f(2)", ["bre", "ad", "f", "2"]),
    ],
)
def test_words_are_folded(words: str, found: list[str]) -> None:
    """Accents and capitals do not count; a Chinese sign is a word; brackets part none."""
    assert list(terms(words)) == found


def test_signs_of_ours_are_no_words() -> None:
    """Addresses, calls and controls are not the text's; inline markup parts no word; a picture has
    the words that describe it.
    """
    page = """<html><body><main><article data-pagefind-body=""><p id="p"><a class="pl">p</a>
    Sa<i></i>lt
    <a class="note-call">1</a> and <span id="c">bread</span><button>Copy</button><br>Wine</p>
    <figure id="f"><img src="mill.png" alt="A tower"></figure>
    <ul id="u"><li>oats<ul><li>rye</li></ul>end</li></ul></article></main></body></html>"""
    assert passages(page.encode()) == [
        Passage("p", "Salt and bread", True), Passage("p", "Wine", True),
        Passage("f", "A tower", True), Passage("u", "oats", True), Passage("u", "rye", True),
        Passage("u", "end", True),
    ]  # fmt: skip


def test_texts_are_narrowed_by_years_before_christ(tmp_path: Path, page: Any) -> None:
    """In their order, called as elsewhere."""
    dated = {
        name: tei("<p>Salt.</p>", name).replace(
            "</teiHeader>",
            f"<profileDesc><creation><date when='{year}'/></creation></profileDesc></teiHeader>",
        )
        for name, year in (("one", "-0044"), ("two", "0120"), ("three", "-0101"))
    }
    folder = edition(tmp_path, **dated)
    assert run("build", folder, "--no-check", "--format", "html").exit_code == 0
    with served(folder / "build") as root:
        find(page, root, "q=salt")
        page.locator("select[name=year]").wait_for()
        years = page.locator("select[name=year] option").all_inner_texts()
        assert years[1:] == ["101 BC (1)", "44 BC (1)", "120 (1)"]
        assert len(find(page, root, "q=salt&year=-0044")) == 1


def test_texts_are_narrowed_from_one_year_to_another(tmp_path: Path, page: Any) -> None:
    """A text of several years is of each of them, one without a year of none; what is asked for
    stands in the address, and the keyboard stays where it was.
    """
    dates = {
        "one": 'when="-0044"',
        "two": 'notBefore="1290" notAfter="1325"',
        "three": 'when="1400"',
    }
    dated = {
        name: tei("<p>Salt.</p>", name).replace(
            "</teiHeader>",
            f"<profileDesc><creation><date {when}/></creation></profileDesc></teiHeader>",
        )
        for name, when in dates.items()
    }
    folder = edition(tmp_path, four=tei("<p>Salt.</p>", "four"), **dated)
    assert run("build", folder, "--no-check", "--format", "html").exit_code == 0
    with served(folder / "build") as root:
        assert len(find(page, root, "q=salt")) == 4
        for span, texts in {
            "from=1300": ["two", "three"], "to=1289": ["one"], "from=1300&to=1310": ["two"],
            "from=-50&to=-40": ["one"], "from=1326&to=1399": [], "from=-60&year=1400": ["three"],
        }.items():  # fmt: skip
            find(page, root, f"q=salt&{span}")
            found = page.locator("#hits > li").evaluate_all("all => all.map((a) => a.dataset.text)")
            assert sorted(found) == sorted(texts), span
        find(page, root, "q=salt")
        first = page.get_by_label("Year, from")
        assert first.get_attribute("placeholder") == "-44"
        first.fill("1326")
        first.press("Enter")
        page.wait_for_url("**from=1326*")
        page.locator("#found", has_text=re.compile(r"^\s*1 ")).wait_for()
        assert page.evaluate("document.activeElement.name") == "from"
        assert page.locator("#hits > li").count() == 1


@pytest.mark.slow
def test_the_same_bytes_and_little_renewed(tmp_path: Path) -> None:
    """Two builds have one index; a text that changes leaves the passages of the other alone."""
    folder = edition(tmp_path, one=tei("<p>Salt.</p>", "one"), two=tei("<p>Bread.</p>", "two"))
    made = []
    for words in ("Salt", "Salt", "Sand"):
        (folder / "tei/texts/one.xml").write_text(tei(f"<p>{words}.</p>", "one"), "utf-8")
        assert run("build", folder, "--no-check", "--format", "html").exit_code == 0
        made.append(tree(folder / "build/search"))
    assert made[0] == made[1]
    changed = {path for path in made[2] if made[1].get(path) != made[2][path]}
    assert changed == {"passages/one-0.js", "words/w-s.js"}


def find(page: Any, address: str, query: str) -> list[str]:
    """Search by the address and give the passages that are shown."""
    page.goto(f"{address}/search.html?{query}")
    page.locator("#found", has_text=re.compile(r"^\s*(≥|\d|Nothing)")).wait_for()
    lines: list[str] = page.locator("#hits li li").all_inner_texts()
    return lines


def test_a_word_is_found_in_its_paragraph(page: Any, address: str) -> None:
    """Each hit leads to a passage that has the word."""
    assert len(find(page, address, "q=Aganbegyan")) >= 2
    page.locator("#hits li li a[href*='#p']").first.click()
    page.wait_for_url("**/soviet-admissions.html#*")
    place = page.url.split("#")[1]
    assert "Aganbegyan" in page.locator(f"[id='{place}']").inner_text()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=%22industrial production%22", "industrial production"),
        ("q=Duhring", "Dühring"),
        ("q=D%C3%BChring", "Dühring"),
        ("q=detente", "detente"),
    ],
)
def test_phrases_and_accents(page: Any, address: str, query: str, words: str) -> None:
    """A phrase is found as it stands; accents may be left out or put in."""
    lines = find(page, address, query)
    assert lines and all(folded(words) in folded(line) for line in lines)


def test_a_word_with_supplied_letters_is_found(page: Any, built: Path) -> None:
    """Also beside another, and is marked with its brackets."""
    with served(built) as root:
        (line,) = find(page, root, "q=%22in london to%22")
        assert line.endswith("In Lon[do]n to[… lost]day.")
        marks = page.locator("#hits mark").all_inner_texts()
        assert marks == ["In Lon[do]n to"]
        assert find(page, root, "q=lost") == []


def test_what_the_first_hits_need_is_asked_for_at_once(page: Any, built: Path) -> None:
    """The index with the page, titles with the words: passages are the third thing to wait for."""
    asked: list[str] = []
    before: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/search/")[2]))

    def words(route: Any) -> None:
        before.extend(asked)
        route.continue_()

    page.route("**/search/words/*", words)
    with served(built) as root:
        assert len(find(page, root, "q=brine")) == 1
    assert asked.count("index.js") == 1 == asked.count("texts-0.js")
    assert {"index.js", "texts-0.js"} <= set(before)


SOURCE = """<p xml:id="p1">The <choice><sic>cris<lb break="no"/>tal</sic>
<corr>crystal</corr></choice> was <choice><orig>ſhewn vnto</orig><reg>shown unto</reg></choice>
<choice><abbr>Dr.</abbr>
<expan>Doctor</expan></choice> Reed.</p>
<p xml:id="p2">It was <app><lem wit="#A">grey</lem><rdg wit="#B">sallow</rdg></app>.</p>
<p xml:id="p3">We sail<del>ed away</del>.</p><p xml:id="p4"><del>Never again.</del></p>"""


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text that its editors changed, and letters, which have senders."""
    wits = "<listWit><witness xml:id='A'>Oslo</witness><witness xml:id='B'>Lund</witness></listWit>"
    texts = {"one": tei(SOURCE, "one").replace("<p>None.</p>", wits)}
    for name, sender in (("two", "Ann"), ("three", "Bert")):
        told = f"""<profileDesc><correspDesc><correspAction type="sent">
        <persName>{sender}</persName></correspAction><correspAction type="received">
        <persName>Eva</persName></correspAction>
        </correspDesc></profileDesc></teiHeader>"""
        texts[name] = tei("<p>A mill, grey.</p>", name).replace("</teiHeader>", told)
    folder = edition(tmp_path_factory.mktemp("changed"), **texts)
    assert run("build", folder, "--no-check", "--format", "html").exit_code == 0
    return folder / "build"


@pytest.mark.parametrize(
    ("query", "place", "marked"),
    [
        ("crystal", "p1", ["crystal"]),
        ("cristal", "p1", ["cristal"]),
        ("%22shewn vnto Dr%22", "p1", ["ſhewn vnto Dr"]),
        ("%22shown unto doctor%22", "p1", ["shown unto Doctor"]),
        ("sallow reed", None, []),
        ("sallow was", "p2", ["was", "sallow"]),
        ("sailed", "p3", ["sailed"]),
        ("%22never again%22", "p4", ["Never again"]),
    ],
)
def test_what_the_source_has_is_found(
    page: Any, changed: Path, query: str, place: str | None, marked: list[str]
) -> None:
    """The spelling of the source, what it struck out, readings of witnesses lead to their place."""
    with served(changed) as root:
        lines = find(page, root, f"q={query}&text=one")
        assert len(lines) == (1 if place else 0)
        assert page.locator("#hits mark").all_inner_texts() == marked
        if place:
            link = page.locator("#hits li li a").get_attribute("href")
            assert link in (f"one.html#{place}", f"one-diplomatic.html#{place}")


def test_letters_are_narrowed_by_who_wrote_them(page: Any, changed: Path) -> None:
    """A sender or addressee chosen leaves the letters from or to that one."""
    with served(changed) as root:
        assert len(find(page, root, "q=grey")) == 3
        page.locator("select[name=author]").wait_for()
        options = page.locator("select[name=author] option").all_inner_texts()
        assert options[1:] == ["Ann (1)", "Bert (1)"]
        assert len(find(page, root, "q=grey&author=Bert")) == 1
        assert page.locator("#hits h2 a").get_attribute("href") == "three.html"
        assert len(find(page, root, "q=grey&partner=Eva")) == 2


def test_a_phrase_is_found_in_every_passage(page: Any, address: str, site: Site) -> None:
    """Each passage that has it is a hit, and all its places in that are marked."""
    every = [one.words.lower() for one in passages(site.pages["soviet-admissions.html"].data)]
    having = [words for words in every if "war communism" in words]
    lines = find(page, address, "q=%22war communism%22&text=soviet-admissions")
    assert len(lines) == min(20, len(having)) > 3
    assert page.inner_text("#found").startswith(f"{len(having)} ")
    assert page.locator("#hits li li").first.locator("mark").count() == having[0].count(
        "war communism"
    )


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text of more passages than are read to count those that have a phrase."""
    said = "<p>Salt and bread.</p>" * 2050 + "<p>Bread and salt.</p>"
    folder = edition(tmp_path_factory.mktemp("long"), one=tei(said, "one"))
    assert run("build", folder, "--no-check", "--format", "html").exit_code == 0
    return folder / "build"


def test_a_phrase_is_found_wherever_it_stands(page: Any, long: Path) -> None:
    """In the last of thousands of passages that have its words; of one that thousands have, it is
    said that not all were counted, and the last can be asked for.
    """
    with served(long) as root:
        (line,) = find(page, root, "q=%22bread and%22")
        assert line.endswith("Bread and salt.")
        assert page.inner_text("#found").startswith("1 ")
        assert page.locator("#more").count() == 0
        assert len(find(page, root, "q=%22and bread%22")) == 20
        assert page.inner_text("#found").startswith("≥ 2")
        page.click("#more")
        page.locator("#hits li li >> nth=39").wait_for()
        assert page.locator("#more").count() == 1


def test_several_words_stand_in_one_paragraph(page: Any, address: str) -> None:
    """A place is found when it has all the words."""
    counts = []
    for query in ("q=Lenin", "q=Lenin planning"):
        find(page, address, query)
        counts.append(int(page.inner_text("#found").split()[0]))
    assert counts[0] > counts[1] > 0


def test_hits_are_narrowed_by_who_is_named(page: Any, address: str) -> None:
    """A person chosen leaves the places that name that person, and stands in the address."""
    find(page, address, "q=Soviet")
    everything = int(page.inner_text("#found").split()[0])
    page.select_option("select[name=person]", "lenin")
    page.wait_for_url("**person=lenin*")
    page.locator("#found", has_text=re.compile(rf"^\s*(?!{everything} )\d")).wait_for()
    assert 0 < int(page.inner_text("#found").split()[0]) < everything


def test_twenty_at_a_time(page: Any, address: str) -> None:
    """A word that is everywhere is shown twenty passages at a time."""
    assert len(find(page, address, "q=the")) == 20
    page.click("#more")
    page.locator("#hits li li >> nth=39").wait_for()
    assert page.locator("#hits li li").count() == 40


def test_what_is_not_there_is_not_found(page: Any, address: str) -> None:
    """Nothing found is said, not shown as an empty page."""
    assert find(page, address, "q=zzyzx") == []
    assert page.locator("#found").inner_text() == "Nothing found."


def test_from_disk(page: Any, built: Path) -> None:
    """A folder that was downloaded can be searched, too."""
    assert len(find(page, built.as_uri(), "q=%22dear ann%22")) == 1
    with served(built) as root:
        assert len(find(page, root, "q=conti nent")) == 0
