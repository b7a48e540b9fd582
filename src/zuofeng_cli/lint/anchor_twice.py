"""An anchor stands twice under one clause, so that it locates two things.

Fails: two rules of clause `二(一)1`, both with `anchors = ["每季度"]`
Passes: each with a run of its own part of the sentence
"""

from collections.abc import Iterator, Sequence

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import NotDuty

CODE = "R205"


def check(case: Case) -> Iterator[Fault]:
    """A fault at each anchor that its clause has already."""
    seen: set[tuple[str, str]] = set()
    tables: tuple[tuple[str, Sequence[Rule | NotDuty]], ...] = (
        ("rule", case.book.rules),
        ("not_duty", case.book.not_duties),
    )
    for table, items in tables:
        for number, item in enumerate(items):
            for position, anchor in enumerate(item.anchors):
                if (item.clause, anchor) in seen:
                    message = _("the anchor stands twice under clause {clause}: {anchor}").format(
                        clause=item.clause, anchor=anchor
                    )
                    hint = _("choose a run that only this duty has")
                    yield Fault((table, number, "anchors", position), message, hint)
                seen.add((item.clause, anchor))
