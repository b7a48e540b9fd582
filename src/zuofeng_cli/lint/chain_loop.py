"""A chain of rules comes back to where it began, so that no step of it could ever be the first.

Fails: `feedback` with `after = "ledger"`, and `ledger` with `after = "feedback"`
Passes: `feedback` with `after = "ledger"`, and `ledger` without
"""

from collections.abc import Iterator

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault

CODE = "R104"


def check(case: Case) -> Iterator[Fault]:
    """A fault at each rule that comes after itself."""
    after = {rule.id: rule.after for rule in case.book.rules}
    for number, rule in enumerate(case.book.rules):
        path = [rule.id]
        step = rule.after
        while step is not None and step not in path:
            path.append(step)
            step = after.get(step)
        if step == rule.id:
            loop = " → ".join(reversed([*path, rule.id]))
            message = _("the chain loops: {loop}").format(loop=loop)
            hint = _("leave after out at the step that comes first")
            yield Fault(("rule", number, "after"), message, hint)
