"""What is told of Schematron rules, and of texts that do not keep them: the codes R."""

from editio.checks.registry import Finding, told
from editio.diagnostics import Diagnostic
from editio.diagnostics.codes import ERROR, HINT, WARNING, coded


@coded("R001", ERROR, "{message}", "{hint}")
def broken_rule(finding: Finding) -> Diagnostic:
    """A rule of the project's own Schematron is broken; the words are those of its author.

    Wrong:
        <pb n="3"/> … <pb n="3"/>, where a rule says that a page begins once
    Right:
        <pb n="3"/> … <pb n="4"/>
    """
    return told("R001", finding)


@coded("R002", WARNING, "{message}", "{hint}")
def broken_advice(finding: Finding) -> Diagnostic:
    """A rule with role="warning" is not kept.

    Wrong:
        <p rend="bold">, where a rule with role="warning" asks for <hi>
    Right:
        <p><hi rend="bold">…</hi></p>
    """
    return told("R002", finding)


@coded(
    "R003",
    ERROR,
    "the rule cannot be tested here: {message}",
    "Correct the test in {shown}: {hint}",
)
def failing_rule(finding: Finding) -> Diagnostic:
    """The test of a Schematron rule fails with an error of its own on this element.

    Usually it gets several values where it can take one, or text where it needs a number. The
    other rules are checked all the same.

    Wrong:
        <sch:assert test="xs:date(@when) le current-date()">, where @when is 1964
    Right:
        <sch:assert test="not(@when castable as xs:date) or xs:date(@when) le current-date()">
    """
    return told("R003", finding)


@coded(
    "R004",
    ERROR,
    "these Schematron rules cannot be used: {reason}",
    "Correct the schema; all other checks still ran.",
)
def faulty_rules(schema: str, reason: str, file: str = "", line: int = 1) -> Diagnostic:
    """A Schematron schema is faulty: an expression that is no XPath, a name that is not declared.

    Wrong:
        <sch:assert test="tei:p[">
    Right:
        <sch:assert test="tei:p">, with <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
    """
    if file and file != schema:
        reason = f"{reason} (included by {schema})"
    facts = {"reason": reason, "subject": schema}
    return told("R004", Finding(file or schema, line, 1, facts))


@coded(
    "R005",
    ERROR,
    "{what} did not end within {seconds} on {text}",
    "Make the test simpler; or allow more seconds: time-limit in [checks] of edition.toml.",
)
def endless_rules(finding: Finding) -> Diagnostic:
    r"""A rule lasts too long, so no file is checked by its schema any more.

    Usually a test counts to a very large number, or matches with a regular expression in which one
    repetition holds another, such as (a+)+.

    Wrong:
        <sch:assert test="matches(., '^(\w+\s?)*$')">
    Right:
        <sch:assert test="matches(., '^[\w\s]*$')">
    """
    return told("R005", finding)


@coded("R006", HINT, "{message}", "{hint}")
def broken_hint(finding: Finding) -> Diagnostic:
    """A rule with role="information", "info" or "hint" tells something.

    Wrong:
        <signed>W. B.</signed>, where a rule with role="information" asks for a note
    Right:
        <signed>W. B.<note>William Blake</note></signed>
    """
    return told("R006", finding)
