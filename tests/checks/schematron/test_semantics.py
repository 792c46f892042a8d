"""What ISO/IEC 19757-3 says that a schema means, tried on a document of a few lines."""

from pathlib import Path

import pytest
from editio.checks.schematron.engine import check, unusable
from editio.checks.schematron.rules import whole
from editio.edition.reading import source
from editio.engines.schematron import Rules
from lxml import etree

DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t">
<text><body>
<div n="1"><head>One</head>
<p n="a">first <hi>x</hi></p>
<p n="b">second</p>
</div>
<!-- a remark -->
<div n="2"><p when="1964">third</p></div>
</body></text>
</TEI>
"""
SCHEMA = """<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="{binding}"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<sch:ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
{content}
</sch:schema>"""


def found(
    folder: Path, content: str, *, binding: str = "xslt3", phase: str = "", **files: str
) -> list[str]:
    """Return the findings of a schema on DOCUMENT as `line: message`, with a hint after `|`."""
    for name, text in files.items():
        (folder / f"{name}.sch").write_text(text, "utf-8")

    def opened(href: str, base: str) -> etree._Element | None:
        return etree.parse(folder / href).getroot() if href else root

    root = etree.fromstring(SCHEMA.format(binding=binding, content=content))
    schema = whole(root, "", opened)
    assert schema is not None
    rules = Rules(etree.tostring(schema, encoding="unicode"), "house.sch", phase)
    assert unusable(rules) == ""
    (folder / "t.xml").write_text(DOCUMENT, "utf-8")
    document = source.read(folder / "t.xml", "t.xml")
    assert isinstance(document, source.Document)
    return [f"{one.line}: {one.message}" for one in check(document, rules)]


def rule(context: str, test: str, message: str = "no", kind: str = "assert") -> str:
    """Return a rule with one assertion."""
    return (
        f'<sch:rule context="{context}"><sch:{kind} test="{test}">{message}</sch:{kind}></sch:rule>'
    )


def pattern(*rules: str) -> str:
    """Return a pattern of rules."""
    return f"<sch:pattern>{''.join(rules)}</sch:pattern>"


def test_an_assertion_that_does_not_hold_is_told(tmp_path: Path) -> None:
    """An assert speaks when its test is false, a report when it is true."""
    assert found(tmp_path, pattern(rule("t:p", "@n"))) == ["8: no"]
    assert found(tmp_path, pattern(rule("t:p", "@n", kind="report"))) == ["4: no", "5: no"]


def test_patterns_that_share_a_walk_do_not_disturb_one_another(tmp_path: Path) -> None:
    """Each asks every node, in its own turn, and a node that a context names twice it asks once."""
    shared = (
        pattern(rule("t:p[@when] | t:*[@when]", "false()", "dated"), rule("t:p", "false()", "p")),
        pattern(rule("( t:head | t:p )", "@n", "no n")),
        pattern(rule("t:p/@when", "false()", "@when"), rule("@n[. = '2']", "false()", "@n")),
        pattern(rule("t:p[@when]", "false()", "again")),
        pattern(rule("comment()", "false()", "remark")),
    )
    assert found(tmp_path, "".join(shared)) == [
        "4: p",
        "5: p",
        "8: dated",
        "3: no n",
        "8: no n",
        "8: @n",
        "8: @when",
        "8: again",
        "2: remark",
    ]


def test_only_the_first_rule_that_matches_fires(tmp_path: Path) -> None:
    """Within a pattern a node is taken by the first rule whose context it is, and by no other."""
    rules = (rule("t:p[@when]", "true()"), rule("t:p", "false()", "p"), rule("*", "false()", "any"))
    assert found(tmp_path, pattern(*rules)) == [
        "1: any",
        "2: any",
        "2: any",
        "3: any",
        "3: any",
        "4: p",
        "4: any",
        "5: p",
        "8: any",
    ]


def test_patterns_do_not_hide_each_other(tmp_path: Path) -> None:
    """A node fires one rule in each pattern."""
    two = pattern(rule("t:head", "false()", "first")) + pattern(rule("t:head", "false()", "second"))
    assert found(tmp_path, two) == ["3: first", "3: second"]


@pytest.mark.parametrize(
    ("context", "lines"),
    [
        ("/", ["1"]),
        ("@when", ["8"]),
        ("t:p/@n", ["4", "5"]),
        ("text()[. = 'third']", ["8"]),
        ("comment()", ["2"]),
        ("t:div | t:head", ["3", "3", "8"]),
        ("t:div[t:p[@when]]/t:p", ["8"]),
    ],
)
def test_any_node_can_be_a_context(tmp_path: Path, context: str, lines: list[str]) -> None:
    """Elements, attributes, text, comments and the document itself; told at their element."""
    findings = found(tmp_path, pattern(rule(context, "false()")))
    assert [one.partition(":")[0] for one in findings] == lines


def test_messages_name_and_quote(tmp_path: Path) -> None:
    """name, value-of, emph and span are part of the message; white space is settled."""
    message = (
        "<sch:name/> in <sch:name path='..'/>:\n  <sch:value-of select='@when'/>, "
        "<sch:emph>not</sch:emph> <sch:span class='x'>so</sch:span>"
    )
    assert found(tmp_path, pattern(rule("t:p[@when]", "false()", message))) == [
        "8: p in div: 1964, not so"
    ]


def test_let_at_every_level(tmp_path: Path) -> None:
    """Variables of schema, phase, pattern and rule; a pattern's stands on the document."""
    content = """<sch:let name="all" value="count(//t:p)"/>
      <sch:phase id="ph"><sch:let name="ph" value="'phase'"/><sch:active pattern="a"/></sch:phase>
      <sch:pattern id="a"><sch:let name="divs" value="count(//t:div)"/>
      <sch:rule context="t:div[@n = $divs]"><sch:let name="own" value="count(t:p)"/>
      <sch:let name="twice" value="2 * $own"/>
      <sch:report test="true()"><sch:value-of select="$all, $ph, $divs, $own, $twice"/></sch:report>
      </sch:rule></sch:pattern>"""
    assert found(tmp_path, content, phase="ph") == ["8: 3 phase 2 1 2"]


def test_lets_of_one_name_in_two_patterns(tmp_path: Path) -> None:
    """Each pattern sees its own variable."""
    one = """<sch:pattern><sch:let name="v" value="'{}'"/><sch:rule context="t:head">
      <sch:report test="true()"><sch:value-of select="$v"/></sch:report></sch:rule></sch:pattern>"""
    assert found(tmp_path, one.format("a") + one.format("b")) == ["3: a", "3: b"]


def test_let_with_content(tmp_path: Path) -> None:
    """A variable without @value holds the markup inside it."""
    content = '<sch:let name="list"><i>1964</i><i>1965</i></sch:let>' + pattern(
        rule("t:p[@when]", "@when = $list//i", "in", "report")
    )
    assert found(tmp_path, content) == ["8: in"]


@pytest.mark.parametrize(
    ("phase", "expected"),
    [("", ["3: a"]), ("#ALL", ["3: a", "3: b"]), ("two", ["3: b"]), ("#DEFAULT", ["3: a"])],
)
def test_phases(tmp_path: Path, phase: str, expected: list[str]) -> None:
    """The default phase unless another is asked for; #ALL checks every pattern."""
    content = """<sch:phase id="one"><sch:active pattern="a"/></sch:phase>
      <sch:phase id="two"><sch:active pattern="b"/></sch:phase>
      <sch:pattern id="a"><sch:rule context="t:head"><sch:assert test="0">a</sch:assert></sch:rule>
      </sch:pattern>
      <sch:pattern id="b"><sch:rule context="t:head"><sch:assert test="0">b</sch:assert></sch:rule>
      </sch:pattern>"""
    schema = SCHEMA.replace("<sch:schema ", '<sch:schema defaultPhase="one" ')
    root = etree.fromstring(schema.format(binding="xslt2", content=content))
    rules = Rules(etree.tostring(root, encoding="unicode"), "house.sch", phase)
    assert unusable(rules) == ""
    (tmp_path / "t.xml").write_text(DOCUMENT, "utf-8")
    document = source.read(tmp_path / "t.xml", "t.xml")
    assert isinstance(document, source.Document)
    assert [f"{one.line}: {one.message}" for one in check(document, rules)] == expected


@pytest.mark.parametrize(
    ("default", "phase"), [("one", "gone"), ("gone", ""), ("gone", "#DEFAULT")]
)
def test_a_phase_that_is_not_there_is_told(default: str, phase: str) -> None:
    """It is not taken for all patterns in silence."""
    content = '<sch:phase id="one"/>' + pattern(rule("t:p", "@n"))
    schema = SCHEMA.replace("<sch:schema ", f'<sch:schema defaultPhase="{default}" ')
    root = etree.fromstring(schema.format(binding="xslt2", content=content))
    rules = Rules(etree.tostring(root, encoding="unicode"), "house.sch", phase)
    assert unusable(rules) == "it has no phase “gone”"


def test_abstract_rules(tmp_path: Path) -> None:
    """A rule that extends another has its assertions and variables, at any depth."""
    content = """<sch:pattern>
      <sch:rule abstract="true" id="base"><sch:let name="x" value="@n"/>
        <sch:assert test="$x">n</sch:assert></sch:rule>
      <sch:rule abstract="true" id="more"><sch:extends rule="base"/>
        <sch:assert test="t:hi">hi</sch:assert></sch:rule>
      <sch:rule context="t:p"><sch:extends rule="more"/></sch:rule></sch:pattern>"""
    assert found(tmp_path, content) == ["5: hi", "8: n", "8: hi"]


def test_abstract_patterns(tmp_path: Path) -> None:
    """An instance fills in the parameters, of which a longer name is another name."""
    content = """<sch:pattern abstract="true" id="req"><sch:rule context="$what">
      <sch:let name="whats" value="'kept'"/>
      <sch:assert test="$needs"><sch:value-of select="$whats"/></sch:assert></sch:rule>
      </sch:pattern>
      <sch:pattern is-a="req"><sch:param name="what" value="t:p"/>
      <sch:param name="needs" value="@n"/></sch:pattern>
      <sch:pattern is-a="req"><sch:param name="what" value="t:div"/>
      <sch:param name="needs" value="t:head"/></sch:pattern>"""
    assert found(tmp_path, content) == ["8: kept", "8: kept"]


def test_include_and_extends_by_address(tmp_path: Path) -> None:
    """sch:include puts an element in its place, sch:extends the content of a rule."""
    start = '<sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron" '
    part = start + ">" + rule("t:head", "false()", "included") + "</sch:pattern>"
    base = start.replace("pattern", "rule") + '><sch:assert test="@n">n</sch:assert></sch:rule>'
    content = '<sch:include href="part.sch"/>' + pattern(
        '<sch:rule context="t:p"><sch:extends href="base.sch"/></sch:rule>'
    )
    assert found(tmp_path, content, part=part, base=base) == ["3: included", "8: n"]


def test_keys_and_functions(tmp_path: Path) -> None:
    """xsl:key and xsl:function of the schema can be used in tests."""
    content = """<sch:ns prefix="f" uri="urn:f"/>
      <xsl:key name="by-n" match="t:p" use="@n"/>
      <xsl:function name="f:twice" as="xs:integer" xmlns:f="urn:f">
      <xsl:param name="n" as="xs:integer"/><xsl:sequence select="2 * $n"/></xsl:function>""" + (
        pattern(
            rule("t:head", "key('by-n', 'a')", "key", "report"),
            rule("t:div", "f:twice(count(t:p)) = 4", "twice", "report"),
        )
    )
    assert found(tmp_path, content) == ["3: twice", "3: key"]


def test_xs_is_bound_even_where_undeclared(tmp_path: Path) -> None:
    """Schemas in use rely on xs: without declaring it."""
    assert found(tmp_path, pattern(rule("@when", "xs:integer(.) lt 1900"))) == ["8: no"]


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3", "XSLT"])
def test_query_bindings(tmp_path: Path, binding: str) -> None:
    """Under xslt, XPath 1.0 compares as it always has: a string with a number as numbers."""
    test = "string(@when) = 1964" if binding.lower() == "xslt" else "xs:integer(@when) = 1964"
    assert found(tmp_path, pattern(rule("t:p[@when]", test)), binding=binding) == []


def test_subject_moves_the_place(tmp_path: Path) -> None:
    """@subject names the node that a finding is about."""
    content = pattern(
        '<sch:rule context="t:body"><sch:assert test="0" subject="t:div[2]/t:p">no</sch:assert>'
        "</sch:rule>"
    )
    assert found(tmp_path, content) == ["8: no"]


def test_current_is_the_context(tmp_path: Path) -> None:
    """current() in a test is the node of the rule."""
    content = pattern(rule("t:p[@n]", "//t:p[@n = current()/@n][2]"))
    assert found(tmp_path, content) == ["4: no", "5: no"]


def test_old_namespace(tmp_path: Path) -> None:
    """Schematron 1.5 is read as ISO Schematron."""
    old = SCHEMA.replace(
        "http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron"
    )
    root = etree.fromstring(old.format(binding="xslt", content=pattern(rule("t:p", "@n"))))
    schema = whole(root, "", lambda href, base: None)
    assert schema is not None
    assert unusable(Rules(etree.tostring(schema, encoding="unicode"), "old.sch")) == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pattern(rule("t:p", "@n[")), "XPST0003"),
        (pattern(rule("tei:p", "@n")), "tei"),
        (pattern(rule("t:p", "$nowhere")), "nowhere"),
        ('<sch:pattern is-a="gone"/>', "gone"),
    ],
)
def test_faulty_schemas_are_told(content: str, reason: str) -> None:
    """A schema that cannot be compiled says why in one sentence."""
    root = etree.fromstring(SCHEMA.format(binding="xslt2", content=content))
    said = unusable(Rules(etree.tostring(root, encoding="unicode"), "bad.sch"))
    assert reason in said
    assert "\n" not in said
    assert len(said) <= 300
