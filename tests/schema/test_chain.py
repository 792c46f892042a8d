"""An ODD that takes things from the TEI or another ODD: what is fetched, changed, left out."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from editio.formats.schema import OddError, compiled
from lxml import etree

from tests.jing import faults, verdicts
from tests.pipeline.test_failures import run
from tests.schema.fragments import P5, starting_anywhere, written
from tests.schema.mutations import mutants
from tests.shared import CORPORA, TEI_ALL

NS = 'xmlns="http://www.tei-c.org/ns/1.0" xmlns:rng="http://relaxng.org/ns/structure/1.0"'
# Definitions as the TEI has them, of a few elements: two modules, classes, a macro, a datatype.
_SOURCE = f"""<TEI {NS}><teiHeader/><text><body>
<classSpec ident="model.part" type="model" module="core"/>
<classSpec ident="model.rare" type="model" module="rare"/>
<classSpec ident="att.all" type="atts" module="core">
  <classes><memberOf key="att.linked"/></classes>
  <attList><attDef ident="n"><datatype><dataRef key="data.n"/></datatype></attDef>
  <attDef ident="rend"/></attList></classSpec>
<classSpec ident="att.linked" type="atts" module="rare">
  <attList><attDef ident="corresp"/></attList></classSpec>
<dataSpec ident="data.n" module="core"><content><dataRef name="integer"/></content></dataSpec>
<macroSpec ident="macro.mixed" module="core"><content>
  <alternate minOccurs="0" maxOccurs="unbounded"><textNode/><classRef key="model.part"/>
  <classRef key="model.rare"/></alternate></content></macroSpec>
<elementSpec ident="poem" module="core"><classes><memberOf key="att.all"/></classes><content>
  <sequence><elementRef key="title" minOccurs="0"/><elementRef key="l" maxOccurs="unbounded"/>
  <elementRef key="seal" minOccurs="0"/></sequence></content></elementSpec>
<elementSpec ident="title" module="core"><content><textNode/></content></elementSpec>
<elementSpec ident="l" module="core"><classes><memberOf key="att.all"/></classes>
  <content><macroRef key="macro.mixed"/></content>
  <attList><attDef ident="met" usage="req"/></attList></elementSpec>
<elementSpec ident="seg" module="core"><classes><memberOf key="model.part"/></classes>
  <content><textNode/></content></elementSpec>
<elementSpec ident="seal" module="rare"><classes><memberOf key="model.rare"/></classes>
  <content><empty/></content></elementSpec>
</body></text></TEI>"""
_CORE = '<moduleRef key="core"/>'


def odd(
    specs: str, folder: Path, schema: str = "", name: str = "mine.odd", start: str = "poem"
) -> Path:
    """Write an ODD beside its source."""
    (folder / "source.xml").write_text(_SOURCE, "utf-8")
    path = folder / name
    path.write_text(
        f"<TEI {NS}><teiHeader><fileDesc><titleStmt><title>Mine</title></titleStmt></fileDesc>"
        f'</teiHeader><text><body><schemaSpec ident="mine" start="{start}" {schema}>{specs}'
        "</schemaSpec></body></text></TEI>",
        "utf-8",
    )
    return path


def schema(specs: str, folder: Path) -> str:
    """Compile an ODD that takes its things from the source."""
    return compiled(odd(specs, folder, 'source="source.xml"')).pages["edition.rng"]


def poem(text: str) -> str:
    """Return a text."""
    return f"<poem {NS}>{text}</poem>"


def valid(specs: str, texts: tuple[str, ...], folder: Path) -> list[bool]:
    """Tell which texts are valid after an ODD that takes its things from the source."""
    made = schema(specs, folder)
    told = verdicts({made: [poem(one) for one in texts]}, folder)
    return [told[made, poem(one)] for one in texts]


_L = '<l met="-">words</l>'
# A class in the class of parts, and an element of it.
_W = (
    '<classSpec ident="model.small" type="model" mode="add"><classes>'
    '<memberOf key="model.part"/></classes></classSpec><elementSpec ident="w" mode="add"><classes>'
    '<memberOf key="model.small"/></classes><content><textNode/></content></elementSpec>'
)


def holding(name: str, content: str) -> str:
    """Change what an element contains."""
    return f'<elementSpec ident="{name}" mode="change"><content>{content}</content></elementSpec>'


CHANGES = [
    pytest.param(_CORE, f"<title>T</title>{_L}", f"{_L}<seal/>", id="module"),
    pytest.param(_CORE + '<moduleRef key="rare"/>', f"{_L}<seal/>", "<seal/>", id="two modules"),
    pytest.param(
        '<moduleRef key="core" include="poem l"/>', _L, f"<title>T</title>{_L}", id="include"
    ),
    pytest.param(
        '<moduleRef key="core" except="seg"/>', _L, '<l met="-"><seg>a</seg></l>', id="except"
    ),
    pytest.param(
        '<moduleRef key="core" include="poem l"/><elementRef key="title"/>',
        f"<title>T</title>{_L}",
        '<l met="-"><seg>a</seg></l>',
        id="elementRef",
    ),
    pytest.param(
        _CORE + '<classRef key="att.all" include="n"/>',
        '<l met="-" n="1"/>',
        '<l met="-" rend="i"/>',
        id="classRef include",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="title" mode="delete"/>',
        _L,
        f"<title>T</title>{_L}",
        id="delete",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="l" mode="change"><content><textNode/></content></elementSpec>',
        '<l met="-" n="1">a</l>',
        '<l met="-"><seg>a</seg></l>',
        id="change content",
    ),
    pytest.param(
        _CORE
        + '<elementSpec ident="l" mode="replace"><content><textNode/></content></elementSpec>',
        "<l>a</l>",
        _L,
        id="replace",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="l" mode="change"><attList><attDef ident="n" mode="delete"/>'
        '<attDef ident="met" mode="change" usage="opt"/></attList></elementSpec>',
        '<l rend="i"/>',
        '<l n="1"/>',
        id="attributes, one's own and a class's",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="l" mode="change"><attList><attDef ident="rend" mode="change">'
        '<valList mode="add" type="closed"><valItem ident="i"/></valList></attDef></attList>'
        "</elementSpec>",
        '<l met="-" rend="i" n="2"/>',
        '<l met="-" rend="b"/>',
        id="values of an attribute of a class",
    ),
    pytest.param(
        _CORE + '<classSpec ident="att.all" type="atts" mode="change"><attList>'
        '<attDef ident="rend" mode="delete"/></attList></classSpec>',
        '<l met="-" n="2"/>',
        '<l met="-" rend="i"/>',
        id="class",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="l" mode="change"><classes mode="change">'
        '<memberOf key="att.all" mode="delete"/></classes></elementSpec>',
        _L,
        '<l met="-" n="2"/>',
        id="class left",
    ),
    pytest.param(
        _CORE + '<elementSpec ident="w" mode="add"><classes><memberOf key="model.part"/></classes>'
        '<content><textNode/></content><attList><attRef class="att.all" name="n"/></attList>'
        "</elementSpec>",
        '<l met="-"><w n="1">a</w></l>',
        '<l met="-"><w rend="i">a</w></l>',
        id="add, with an attribute of a class",
    ),
    pytest.param(
        _CORE + '<dataSpec ident="data.n" mode="change"><content><dataRef name="gYear"/></content>'
        "</dataSpec>",
        '<l met="-" n="1964"/>',
        '<l met="-" n="1"/>',
        id="datatype",
    ),
    pytest.param(
        _CORE + '<macroSpec ident="macro.mixed" mode="change"><content><textNode/></content>'
        "</macroSpec>",
        _L,
        '<l met="-"><seg>a</seg></l>',
        id="macro",
    ),
    pytest.param(_CORE, '<l met="-" n="1"/>', '<l met="-" corresp="#a"/>', id="class of a module"),
    pytest.param(
        _CORE + '<elementSpec ident="title" mode="change"><content><rng:ref name="data.n"/>'
        "</content></elementSpec>",
        f"<title>12</title>{_L}",
        f"<title>T</title>{_L}",
        id="RELAX NG",
    ),
    pytest.param(
        _CORE + _W + holding("l", '<classRef key="model.part" expand="alternation"/>'),
        '<l met="-"><w>a</w></l>',
        '<l met="-"><seg>a</seg><w>a</w></l>',
        id="one of a class",
    ),
    pytest.param(
        _CORE + _W + holding("l", '<classRef key="model.part" include="model.small"/>'),
        '<l met="-"><w>a</w></l>',
        '<l met="-"><seg>a</seg></l>',
        id="the elements of a class in a class",
    ),
    pytest.param(
        '<moduleRef key="core" except="att.all seg"/>',
        '<l met="-" n="1"/>',
        '<l met="-"><seg>a</seg></l>',
        id="except is about elements",
    ),
    pytest.param(
        '<moduleRef key="core"/><moduleRef key="rare" include=""/>',
        '<l met="-" corresp="#a"/>',
        f"{_L}<seal/>",
        id="no element included",
    ),
    pytest.param(
        _CORE
        + '<moduleRef key="rare"/><classSpec ident="att.all" type="atts" mode="change"><attList>'
        '<attDef ident="corresp" mode="delete"/><attDef ident="n" mode="delete"/></attList>'
        "</classSpec>",
        '<l met="-" corresp="#a"/>',
        '<l met="-" n="1"/>',
        id="a class changes what is its own",
    ),
    pytest.param(
        '<moduleRef key="core"/><moduleRef key="rare" include=""/>'
        + holding(
            "poem",
            '<sequence><alternate><elementRef key="title"/><classRef key="model.rare"/>'
            '</alternate><elementRef key="l"/></sequence>',
        ),
        f"<title>T</title>{_L}",
        _L,
        id="nothing of a class can be chosen",
    ),
    pytest.param(
        _CORE
        + '<moduleRef key="rare" include=""/>'
        + holding(
            "poem",
            '<alternate><elementRef key="title"/><sequence><classRef key="model.rare"/>'
            '<elementRef key="l" minOccurs="0"/></sequence></alternate>',
        ),
        "<title>T</title>",
        _L,
        id="what needs a class of which nothing is there cannot be",
    ),
    pytest.param(
        _CORE
        + holding(
            "poem",
            '<alternate><elementRef key="title"/><sequence><elementRef key="seal" minOccurs="0"/>'
            "</sequence></alternate>",
        ),
        "",
        _L,
        id="what may have something that is gone may have nothing",
    ),
]


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bool]:
    """Tell whether a text is valid after such changes; all are judged at once."""
    folder = tmp_path_factory.mktemp("changes")
    made = {str(one.values[0]): schema(str(one.values[0]), folder) for one in CHANGES}
    texts: dict[str, list[str]] = {one: [] for one in made.values()}
    for change in CHANGES:
        specs, *both = map(str, change.values)
        texts[made[specs]] += map(poem, both)
    valid = verdicts(texts, folder)
    return lambda specs, text: valid[made[specs], poem(text)]


@pytest.mark.parametrize(("specs", "good", "bad"), CHANGES)
def test_what_is_taken_and_changed(
    specs: str, good: str, bad: str, verdict: Callable[[str, str], bool]
) -> None:
    """As the TEI Guidelines say of each."""
    assert (verdict(specs, good), verdict(specs, bad)) == (True, False)


def test_an_odd_may_be_the_source_of_another(tmp_path: Path) -> None:
    """What the first left out the second cannot have; what it changed stays changed."""
    change = (
        '<elementSpec ident="l" mode="change"><attList>'
        '<attDef ident="met" mode="delete"/></attList></elementSpec>'
    )
    odd(_CORE + change, tmp_path, 'source="source.xml"', "first.odd")
    made = compiled(odd('<moduleRef key="core" except="title"/>', tmp_path, 'source="first.odd"'))
    assert 'name="poem"' in made.pages["edition.rng"]
    assert 'name="met"' not in made.pages["edition.rng"]
    assert 'name="title"' not in made.pages["edition.rng"]


def test_groups_may_stand_in_another_file(tmp_path: Path) -> None:
    """By file and id."""
    group = '<specGrp xml:id="more"><elementSpec ident="seg" mode="delete"/></specGrp>'
    (tmp_path / "groups.xml").write_text(f"<div {NS}>{group}</div>", "utf-8")
    specs = _CORE + '<specGrpRef target="groups.xml#more"/>'
    made = compiled(odd(specs, tmp_path, 'source="source.xml"'))
    assert 'name="seg"' not in made.pages["edition.rng"]


def test_a_source_of_one_thing(tmp_path: Path) -> None:
    """A reference may name its own."""
    specs = _CORE.replace("/>", ' source="source.xml"/>')
    assert 'name="poem"' in compiled(odd(specs, tmp_path)).pages["edition.rng"]


@pytest.mark.parametrize("address", ["tei:current", "https://tei-c.org/p5subset.xml"])
def test_a_source_of_one_thing_may_be_the_tei(address: str, tmp_path: Path) -> None:
    """Then it is the file that is at hand, and nothing is fetched."""
    specs = _CORE.replace("/>", f' source="{address}"/>')
    made = compiled(odd(specs, tmp_path), tmp_path / "source.xml")
    assert 'name="poem"' in made.pages["edition.rng"]


def test_an_odd_that_is_its_own_source_is_refused(tmp_path: Path) -> None:
    """By way of another."""
    odd(_CORE, tmp_path, 'source="mine.odd"', "other.odd")
    with pytest.raises(OddError, match="is its own source"):
        compiled(odd(_CORE, tmp_path, 'source="other.odd"'))


_TITLE = (
    '<elementSpec ident="title" mode="change"><content><rng:ref name="{}"/></content></elementSpec>'
)


def test_a_grammar_that_is_not_here_is_told(tmp_path: Path) -> None:
    """Its elements are admitted unseen, which a remark says with its place."""
    specs = _CORE + '<moduleRef url="math.rng"/>' + _TITLE.format("math")
    made = compiled(odd(specs, tmp_path, 'source="source.xml"'))
    assert [one.partition(": ")[2][:23] for one in made.remarks] == ["math.rng is not here: w"]
    texts = f'<title><m:x xmlns:m="urn:m"/></title>{_L}', f"<title><l/></title>{_L}"
    assert valid(specs, texts, tmp_path) == [True, False]


def test_a_grammar_that_is_here_is_part_of_the_schema(tmp_path: Path) -> None:
    """Its names with the prefix that the ODD gives them."""
    grammar = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="math"/></start>'
        '<define name="math"><element name="math" ns="urn:m"><text/></element></define></grammar>'
    )
    (tmp_path / "math.rng").write_text(grammar, "utf-8")
    specs = _CORE + '<moduleRef url="math.rng" prefix="m_"/>' + _TITLE.format("m_math")
    texts = "<m:math xmlns:m='urn:m'>x</m:math>", "<m:x xmlns:m='urn:m'/>"
    titled = tuple(f"<title>{one}</title>{_L}" for one in texts)
    assert valid(specs, titled, tmp_path) == [True, False]


@pytest.mark.parametrize(
    ("file", "specs"),
    [
        ("math.rng", '<moduleRef url="math.rng"/>'),
        ("other.odd", '<elementRef key="seg" source="other.odd"/>'),
        ("groups.xml", '<specGrpRef target="groups.xml#more"/>'),
    ],
)
def test_what_cannot_be_read_is_told_at_its_place(file: str, specs: str, tmp_path: Path) -> None:
    """It is not as if it had nothing in it."""
    (tmp_path / file).write_text("<not", "utf-8")
    with pytest.raises(OddError, match=rf"mine\.odd:1:\d+: {file} cannot be read: ") as refused:
        compiled(odd(_CORE + specs, tmp_path, 'source="source.xml"'))
    assert len(refused.value.problems) == 1


def test_definitions_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """Those that are given to the command."""
    (tmp_path / "p5.xml").write_text("<not", "utf-8")
    with pytest.raises(OddError, match=r"mine\.odd:1:1: p5\.xml cannot be read: not well-formed"):
        compiled(odd(_CORE, tmp_path), tmp_path / "p5.xml")


def test_an_element_of_a_grammar_is_referred_to_as_one(tmp_path: Path) -> None:
    """By elementRef, be the grammar here or not."""
    grammar = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="math"/></start>'
        '<define name="math"><element name="math" ns="urn:m"><text/></element></define></grammar>'
    )
    specs = _CORE + '<moduleRef url="math.rng"/>' + holding("title", '<elementRef key="math"/>')
    texts = "<m:math xmlns:m='urn:m'>x</m:math>", "<m:x xmlns:m='urn:m'/>", "<l/>"
    titled = tuple(f"<title>{one}</title>{_L}" for one in texts)
    assert valid(specs, titled, tmp_path) == [True, True, False]
    (tmp_path / "math.rng").write_text(grammar, "utf-8")
    assert valid(specs, titled, tmp_path) == [True, False, False]


def test_without_a_start_a_text_or_a_corpus_is_one(tmp_path: Path) -> None:
    """Where the schema has both."""
    specs = "".join(
        f'<elementSpec ident="{name}" mode="add"><content><empty/></content></elementSpec>'
        for name in ("TEI", "teiCorpus", "other")
    )
    path = odd(specs, tmp_path)
    path.write_text(path.read_text("utf-8").replace(' start="poem"', ""), "utf-8")
    made = compiled(path).pages["edition.rng"]
    texts = [f"<{name} {NS}/>" for name in ("TEI", "teiCorpus", "other")]
    told = verdicts({made: texts}, tmp_path)
    assert [told[made, one] for one in texts] == [True, True, False]


def test_a_change_of_an_attribute_that_is_not_there_is_told(tmp_path: Path) -> None:
    """It is none for that."""
    change = (
        '<elementSpec ident="l" mode="change"><attList><attDef ident="q" mode="change"><datatype>'
        '<dataRef name="string"/></datatype></attDef></attList></elementSpec>'
    )
    made = compiled(odd(_CORE + change, tmp_path, 'source="source.xml"'))
    assert [one.partition(": ")[2][:25] for one in made.remarks] == ["“q” is no attribute there"]
    assert 'name="q"' not in made.pages["edition.rng"]


def test_what_a_class_has_from_another_is_told(tmp_path: Path) -> None:
    """Who wants to change it for all is told at which place it does not happen."""
    specs = (
        '<moduleRef key="core"/><moduleRef key="rare"/><classSpec ident="att.all" type="atts" '
        'mode="change"><attList><attDef ident="corresp" mode="delete"/></attList></classSpec>'
    )
    (told,) = compiled(odd(specs, tmp_path, 'source="source.xml"')).remarks
    assert "“corresp” is no attribute of the class “att.all” itself" in told


def test_the_prefix_of_the_schema_means_what_has_none(tmp_path: Path) -> None:
    """Where an element of another namespace has the same name and a prefix of its own."""
    other = (
        '<elementSpec ident="seg" ns="urn:other" prefix="o_" mode="add"><content><empty/></content>'
        "</elementSpec>"
    )
    both = '<content><rng:choice><rng:ref name="{}"/><rng:text/></rng:choice></content>'
    specs = _CORE + other + f'<elementSpec ident="l" mode="change">{both}</elementSpec>'
    good, bad = "<seg>a</seg>", '<o:seg xmlns:o="urn:other"/>'
    for name, texts in (("tei_seg", (good, bad)), ("o_seg", (bad, good))):
        path = odd(specs.replace("{}", name), tmp_path, 'source="source.xml" prefix="tei_"')
        made = compiled(path).pages["edition.rng"]
        written = [poem(f'<l met="-">{one}</l>') for one in texts]
        told = verdicts({made: written}, tmp_path)
        assert [told[made, one] for one in written] == [True, False]


def test_the_source_can_be_given_to_the_command(tmp_path: Path) -> None:
    """Without it the place that needs it is told, and how to get it."""
    path = odd(_CORE, tmp_path)
    refused = run("schema", path)
    assert (refused.exit_code, "say --tei FILE" in refused.output) == (1, True)
    made = run("schema", "--tei", tmp_path / "source.xml", path)
    assert made.exit_code == 0
    assert 'name="poem"' in (tmp_path / "edition.rng").read_text("utf-8")


def test_an_odd_beside_an_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is named by a way out of the edition (../) has its schema beside it."""
    for name in ("own/tei", "others"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "own/edition.toml").write_text("", "utf-8")
    odd(_CORE, tmp_path / "others")
    monkeypatch.chdir(tmp_path / "own")
    done = run("schema", "--tei", "../others/source.xml", "../others/mine.odd")
    assert (done.exit_code, (tmp_path / "others/edition.rng").is_file()) == (0, True)


MODULES = """analysis certainty cmc core corpus dictionaries drama figures gaiji header iso-fs
    linking msdescription namesdates nets spoken tagdocs tei textcrit textstructure transcr verse"""
ALL = "".join(f'<moduleRef key="{name}"/>' for name in MODULES.split())


@pytest.fixture(scope="module")
def whole_tei(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile an ODD of all modules of the TEI."""
    folder = tmp_path_factory.mktemp("all")
    made = compiled(odd(ALL, folder, start="TEI teiCorpus"), P5)
    path = folder / "all.rng"
    path.write_text(made.pages["edition.rng"], "utf-8")
    return path


@pytest.mark.slow
@pytest.mark.shared
def test_all_modules_are_all_of_the_tei(whole_tei: Path, tmp_path: Path) -> None:
    """The verdict on others' texts, and changed parts of them, is that of the TEI's own schema."""
    texts = sorted((CORPORA / "guidelines-tests" / "P5").glob("*.xml"))
    roots = [one.getroot() for one in map(parsed, texts) if one is not None]
    names = {str(etree.QName(one).localname) for root in roots for one in root.iter("{*}*")}
    known = sorted(
        names & set(re.findall(r'<define name="([A-Za-z]+)"', TEI_ALL.read_text("utf-8")))
    )
    parts = written([*roots, *mutants(roots, 600, 1987)], tmp_path)
    anywhere = [starting_anywhere(one, tmp_path, known) for one in (whole_tei, TEI_ALL)]
    ours, theirs = (faults(one, parts, ids=False) for one in anywhere)
    assert 100 < len(theirs) < len(parts)
    assert set(ours) == set(theirs)


def parsed(path: Path) -> etree._ElementTree | None:
    """Parse a file; nothing if it is not well-formed."""
    try:
        return etree.parse(path, etree.XMLParser(collect_ids=False, resolve_entities=False))
    except etree.XMLSyntaxError:
        return None


# Each with the fault for which it is refused, which is one of its own.
REFUSED = {
    "alt.odd": "there is no schemaSpec",
    "test15.odd": "alt2.odd is not here",
    "detest.odd": "“charName” is not defined",
}


@pytest.mark.long
@pytest.mark.shared
@pytest.mark.parametrize("path", sorted(CORPORA.rglob("*.odd")), ids=lambda path: path.stem)
def test_odds_of_others_are_compiled(path: Path, tmp_path: Path) -> None:
    """Each to a grammar that jing takes, or refused for what is wrong in it."""
    if path.name in REFUSED:
        with pytest.raises(OddError, match=REFUSED[path.name]):
            compiled(path, P5)
        return
    schema = tmp_path / "schema.rng"
    schema.write_text(compiled(path, P5).pages["edition.rng"], "utf-8")
    assert faults(schema, [], ids=False) == {}


# The grammar that the TEI Stylesheets make of test-pure2.odd (among their expected results), by the
# children that it allows: o for bob, i for bit.
PURE = {"stuff": "[oi]+", "stuffSeq": "oi", "stuffSeqOpt": "o?i?", "stuffSeqRep": "o+i+"}


@pytest.mark.shared
def test_a_small_grammar_is_that_of_the_tei_stylesheets(tmp_path: Path) -> None:
    """The verdict on every document of up to four children, and on starts and attributes."""
    odd_of_theirs = CORPORA / "guidelines-tests" / "Stylesheets" / "test-pure2.odd"
    schema = tmp_path / "pure.rng"
    schema.write_text(compiled(odd_of_theirs, P5).pages["edition.rng"], "utf-8")
    known = etree.RelaxNG(etree.parse(schema))
    for name, allowed in PURE.items():
        for row in (row for many in range(5) for row in product("oi", repeat=many)):
            inner = "".join({"o": '<bob uri="a"/>', "i": "<bit>x<bob/></bit>"}[one] for one in row)
            made = etree.fromstring(f"<{name}>{inner}</{name}>")
            assert known.validate(made) == bool(re.fullmatch(allowed, "".join(row))), inner
    for bad in ("<bob/>", "<bit/>", "<stuff>x</stuff>", "<stuff><bob>x</bob></stuff>",
                "<stuff><bit><bit/></bit></stuff>", '<stuff><bit uri="a"/></stuff>',
                '<stuff xmlns="http://www.tei-c.org/ns/1.0"><bob/></stuff>'):  # fmt: skip
        assert not known.validate(etree.fromstring(bad)), bad
