"""What comes before every build: the edition read and checked at once, each file once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from editio.checks import pictures
from editio.checks.addresses import bare_servers, no_addresses, odd_schemes
from editio.checks.known import Known, load
from editio.checks.policy import Policy
from editio.checks.registry import told
from editio.checks.run import check
from editio.diagnostics import Diagnostic, Severity
from editio.edition.edition import Edition, gathered
from editio.edition.images.pictures import Place
from editio.edition.project import Project
from editio.edition.reading.source import Document
from editio.edition.selection import whole
from editio.model.store import Store


@dataclass(frozen=True)
class Admitted:
    """An edition on its way to a build: what was found in it, in how many files that were checked,
    what else is known, by which policy, how many files were validated against which schemas; what
    nobody wants to be told.

    Without a check `checked` is 0, and only what cannot be read at all was found.
    """

    edition: Edition
    diagnostics: tuple[Diagnostic, ...]
    checked: int = 0
    known: tuple[Diagnostic, ...] = ()
    policy: Policy = field(default_factory=Policy)
    against: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[Diagnostic, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether there is an error, so that nothing may be published."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def admitted(  # noqa: PLR0913, PLR0917  # two of them are for callers of a kind
    project: Project,
    found: Sequence[Diagnostic],
    jobs: int = 1,
    progress: Callable[[], None] = lambda: None,
    choice: Policy | None = None,
    store: Store | None = None,
    rendered: bool = False,
) -> Admitted:
    """Read and check every file of a project; `found` is what is amiss with its settings.

    `choice` narrows what the edition itself wants to be told; `store` has earlier results. With
    `rendered` what our rules have to say of a text is left to whoever renders it, but where there
    are errors, so that nobody does, or where the edition calls it one.
    """
    asked = whole(project, found)
    asking = partial(check, schemas=(), jobs=jobs, keep=True, choice=choice, store=store)
    later = rendered and not any(code[:1] == "T" for code, _ in project.settings.checks.severity)
    done = asking(replace(asked, rendered=later), progress=progress)
    if later and any(one.severity is Severity.ERROR for one in done.diagnostics):
        done = asking(asked, progress=lambda: None)
    edition = gathered(project, done.documents)
    return Admitted(
        edition, done.diagnostics, done.files, done.known, done.policy, done.against, done.left_out
    )


def unchecked(
    project: Project,
    found: Sequence[Diagnostic],
    choice: Policy | None = None,
    known: Known | None = None,
) -> Admitted:
    """Read every file of a project for those who must build what is faulty; where it is `known`,
    those that have changed.

    Which links and pictures are not published is told all the same.
    """
    say = partial(_unpublished, place=project.pictures)
    edition, unreadable, said = load(project, known, say)
    policy = Policy(ignore=project.settings.checks.ignore)
    policy = policy.narrowed(choice.select, choice.ignore) if choice else policy
    amiss: list[Diagnostic] = []
    for one in edition.documents:
        name = one.path, one.id
        amiss += said[name] if name in said else say(one)
    missing, out = policy.counting(amiss), policy.left_out(amiss)
    return Admitted(edition, (*found, *unreadable, *missing), policy=policy, left_out=out)


def _unpublished(document: Document, place: Place) -> Iterator[Diagnostic]:
    yield from (told("P024", one) for one in odd_schemes(document))
    yield from (told("P046", one) for one in bare_servers(document))
    yield from (told("P047", one) for one in no_addresses(document))
    yield from (one for one in pictures.problems(document, place) if one.code == "P025")
