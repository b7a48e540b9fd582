"""What the author of a rulebook can get wrong: one kind of fault a file, its page in its docstring.

A new kind is a new file with `CODE` and `check(case)`, and one line here. Those of `UNUSABLE` keep
a rulebook from being used at all, so that it is refused wherever it is read; `rules lint` looks for
the others as well. Modules are imported when asked for.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module

from zuofeng_cli.lint.fault import Case, Fault

__all__ = ["FAULTS", "UNUSABLE", "Case", "Fault", "faults", "unusable"]

UNUSABLE = (
    "undeclared_word",
    "duplicate_id",
    "reminder_field",
    "chain_loop",
    "unknown_holiday",
    "unfit_extension",
    "loosened",
)

FAULTS = (
    *UNUSABLE,
    "unused_word",
    "clause_order",
    "missing_language",
    "anchor_length",
    "anchor_twice",
    "never_due",
)

EXTENDING = ("unfit_extension", "loosened")
"""Looked for in a rulebook that extends another, and only there."""

BY_CALENDAR = ("unknown_holiday", "loosened")
"""Looked for once the calendar is known."""


def unusable(case: Case) -> Iterator[Fault]:
    """What keeps the rulebook from being used, as far as can be told with or without a calendar."""
    extends = case.book.extends is not None or bool(case.book.adjustments)
    known = case.calendar is not None
    kinds = [kind for kind in UNUSABLE if extends or kind not in EXTENDING]
    return faults(case, [kind for kind in kinds if (kind in BY_CALENDAR) == known])


def faults(case: Case, kinds: Sequence[str] = FAULTS) -> Iterator[Fault]:
    """Every fault of these kinds in the rulebook."""
    for kind in kinds:
        module = import_module(f"zuofeng_cli.lint.{kind}")
        for fault in module.check(case):
            name = kind.replace("_", "-")
            yield fault.of(name, module.CODE, is_unusable=kind in UNUSABLE)
