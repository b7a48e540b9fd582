"""A rule stands before one of an earlier clause.

Rules in the order of the document can be read beside it, and a gap is seen. Clauses are compared by
their numbers; one whose number has no order that we know is passed over.

Fails: a rule of clause `二(一)2`, and after it one of `二(一)1`
Passes: `二(一)1`, `二(一)2`, `二(二)1`
"""

from collections.abc import Iterator, Sequence

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.policy.clause import order
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import NotDuty

CODE = "R202"


def check(case: Case) -> Iterator[Fault]:
    """A fault wherever the clause goes back."""
    yield from _backward("rule", case.book.rules)
    yield from _backward("not_duty", case.book.not_duties)


def _backward(table: str, items: Sequence[Rule | NotDuty]) -> Iterator[Fault]:
    last: tuple[int, ...] = ()
    clause = ""
    for number, item in enumerate(items):
        place = order(item.clause)
        if place is None:
            continue
        if place < last:
            message = _("clause {clause} stands after {last}").format(
                clause=item.clause, last=clause
            )
            hint = _("keep the order of the document")
            yield Fault((table, number, "clause"), message, hint)
        last, clause = place, item.clause
