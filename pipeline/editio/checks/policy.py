"""Which findings count, and how much: [checks] in edition.toml, --select, --ignore, the baseline.

Applied once, behind all checks. What cannot be published in any case cannot be ignored.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from editio.checks import baseline
from editio.checks.baseline import Baseline, BaselineError
from editio.diagnostics import INTERNAL, Diagnostic, diagnostic
from editio.diagnostics.codes import CODES, ERROR, LETTERS, Severity
from editio.edition.config.configuration import not_one_of
from editio.edition.config.judgement import BASELINE, Judgement
from editio.edition.config.settings import FILE
from editio.edition.reading.files import is_there

_READING = frozenset({"S001", "P003"})


@dataclass(frozen=True)
class Policy:
    """Codes, or their letters, to tell (none: all) and to ignore; severities; what is known."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    known: Baseline = field(default_factory=Baseline)

    def applied(self, found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Return the findings that count, with their severity, and those that are known."""
        counting = {self._weighed(one) for one in found if self._counts(one.code)}
        known = self.known.known([one for one in counting if not is_fixed(one.code)])
        return sorted(counting - known), sorted(known)

    def counting(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Return the findings that count, with their severity."""
        return self.applied(found)[0]

    def left_out(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return the findings that nobody wants to be told, with their severity."""
        return tuple(sorted({self._weighed(one) for one in found if not self._counts(one.code)}))

    def narrowed(self, select: Iterable[str], ignore: Iterable[str]) -> "Policy":
        """Return the policy for someone who wants to see less."""
        return replace(self, select=tuple(select), ignore=(*self.ignore, *ignore))

    def _counts(self, code: str) -> bool:
        names = {code, code[0]}
        wanted = not self.select or not names.isdisjoint(self.select)
        return is_fixed(code) or (wanted and names.isdisjoint(self.ignore))

    def _weighed(self, one: Diagnostic) -> Diagnostic:
        severity = self.severity.get(one.code) or self.severity.get(one.code[0])
        return one if severity is None or is_fixed(one.code) else replace(one, severity=severity)


def is_fixed(code: str) -> bool:
    """Whether a code is always told: an error after which nothing can be published.

    Codes of other packages never are, whatever letter they begin with.
    """
    internal = code in INTERNAL or code[0] in INTERNAL or code[0] == "W" or code in _READING
    return internal and CODES[code].severity is ERROR and not CODES[code].outside


def is_code(name: str) -> bool:
    """Whether a name is a code, or the letter of several."""
    return name in CODES or name in {*LETTERS, *(code[0] for code in CODES)}


def judged(own: Judgement, root: Path) -> tuple[Policy, list[Diagnostic]]:
    """Turn the settings of an edition into a Policy; with what is wrong with them."""
    found = list(_amiss(own))
    severity = {code: Severity(name) for code, name in own.severity if name in list(Severity)}
    known = Baseline()
    path = root / (own.baseline or BASELINE)
    try:
        known = baseline.read(path) if own.baseline or is_there(path) else known
    except BaselineError as error:
        found.append(diagnostic("C008", FILE, *own.place(own.baseline), reason=str(error)))
    return Policy(ignore=own.ignore, severity=severity, known=known), found


def _amiss(own: Judgement) -> Iterator[Diagnostic]:
    """C007, C009: every name is a code or a severity, and a code that can be judged."""
    named = {"ignore": own.ignore, "severity": tuple(code for code, _ in own.severity)}
    for setting, codes in named.items():
        for code in codes:
            if not is_code(code):
                yield _unknown(setting, code, "a code of a check", sorted(CODES), own)
            elif code in CODES and is_fixed(code):
                yield diagnostic("C009", FILE, *own.place(code), code=code, setting=setting)
    for _, name in own.severity:
        if name not in list(Severity):
            yield _unknown("severity", name, "a severity", list(Severity), own)


def _unknown(
    setting: str, name: str, kind: str, known: Collection[str], own: Judgement
) -> Diagnostic:
    return not_one_of(setting, name, kind, known, own.place(name))
