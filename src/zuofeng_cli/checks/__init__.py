"""What `zuofeng check` finds: one kind a file, whose docstring is its page in the docs.

A new check is a new file and one line here. Each module has NAME, CODE and SEVERITY; `check`
yields the problems of one submission. Those without `check` are found earlier (while the file is
read, which is why nothing else can be said of it) or later (when the whole run is over).

Modules are imported when they are asked for: a run that selects few pays for few.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from zuofeng_cli.finding import MANY, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.submission import Problem, Submission

READING = ("syntax", "duplicate-key", "schema", "too-large", "encoding")
REFERENCES = (
    "unknown-unit", "unknown-duty", "not-owed", "unknown-period", "unknown-event", "duplicate-id",
)  # fmt: skip
DATES = (
    "future-date", "outside-period", "ambiguous-period", "before-start", "non-working-day",
)  # fmt: skip
EVIDENCE = (
    "missing-evidence", "evidence-kind", "evidence-file-missing", "evidence-hash",
    "evidence-outside", "reused-evidence", "copied-note", "missing-delivery",
)  # fmt: skip
STANDING = (
    "overdue", "overdue-provisional", "done-late", "duplicate-entry", "event-without-deadline",
    "waiver-without-reason", "waiver-expired",
)  # fmt: skip
HISTORY = ("backdated", "rewritten", "bulk-entry", "history-unavailable")
PRIVACY = ("personal-data",)
SETTINGS = ("unused-ignore",)

CHECKS = (
    *READING, *REFERENCES, *DATES, *EVIDENCE, *STANDING, *HISTORY, *PRIVACY, *SETTINGS,
)  # fmt: skip
"""Every finding there is, in the order of their codes."""


class Check(Protocol):
    """What a module of this folder says of itself."""

    __doc__: str
    NAME: str
    CODE: str
    SEVERITY: Severity


@cache
def load(name: str) -> Check:
    """The check of this name."""
    return cast("Check", import_module(f"zuofeng_cli.checks.{name.replace('-', '_')}"))


@cache
def named(word: str) -> frozenset[str]:
    """The checks that a name, a code or the beginning of a code stands for; none if nothing."""
    if word in CHECKS:
        return frozenset([word])
    if not word.upper().startswith("ZF"):
        return frozenset()
    return frozenset(name for name in CHECKS if load(name).CODE.startswith(word.upper()))


def problems(submission: Submission, names: frozenset[str]) -> Iterator[tuple[Check, Problem]]:
    """Everything that the checks of these names find in the submission, up to `MANY` a check."""
    for name in CHECKS:
        if name in names:
            check = load(name)
            find: Callable[[Submission], Iterator[Problem]] | None = getattr(check, "check", None)
            for count, problem in enumerate(find(submission) if find else (), 1):
                if count > MANY:
                    yield check, Problem(problem.at, _("and more like these"))
                    break
                yield check, problem
