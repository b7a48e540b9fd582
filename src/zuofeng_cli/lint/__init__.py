"""What the author of a rulebook can get wrong: one kind of fault a file, its page in its docstring.

A new kind is a new file with `CODE` and `check(case)`, and one line here. Those of `UNUSABLE` keep
a rulebook from being used at all, so that it is refused wherever it is read; `rules lint` looks for
the others as well. Modules are imported when asked for.
"""

from collections.abc import Iterator, Sequence
from importlib import import_module

from zuofeng_cli.lint.fault import Case, Fault

__all__ = ["FAULTS", "UNUSABLE", "Case", "Fault", "faults"]

UNUSABLE = ("undeclared_word", "duplicate_id", "reminder_field", "chain_loop", "unknown_holiday")

FAULTS = (
    *UNUSABLE,
    "unused_word",
    "clause_order",
    "missing_language",
    "anchor_length",
    "anchor_twice",
    "never_due",
)


def faults(case: Case, kinds: Sequence[str] = UNUSABLE) -> Iterator[Fault]:
    """Every fault of these kinds in the rulebook."""
    for kind in kinds:
        module = import_module(f"zuofeng_cli.lint.{kind}")
        for fault in module.check(case):
            name = kind.replace("_", "-")
            yield fault.of(name, module.CODE, is_unusable=kind in UNUSABLE)
