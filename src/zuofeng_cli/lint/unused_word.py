"""A word is declared, and no rule uses it.

It is a leftover, or a duty is missing. Levels are a scale, which is declared whole: they count as
used as soon as a rule names one of them.

Fails: `town-office = "Town office"` under `[kinds]`, and no rule is owed by one
Passes: the same word in some rule's `owed_by`
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault

CODE = "R201"


def check(case: Case) -> Iterator[Fault]:
    """A fault for each word that nothing in the file uses."""
    book = case.book
    bearers = [bearer for rule in book.rules for bearer in rule.owed_by]
    cadences = [
        cadence
        for rule in book.rules
        for cadence in (
            rule.cadence,
            *(o.cadence for r in rule.readings for o in r.options.values() if o.cadence),
        )
    ]
    changes = [adjustment.cadence for adjustment in book.adjustments]
    added = [name for adjustment in book.adjustments for name in adjustment.festivals]
    added += [name for change in changes for name in change.get("festivals", ())]
    used: dict[str, set[str | None]] = {
        "kinds": {bearer.kind for bearer in bearers},
        "levels": set(book.levels) if any(bearer.level for bearer in bearers) else set(),
        "recipients": {word for rule in book.rules for word in rule.recipients},
        "evidence": {word for rule in book.rules for word in rule.evidence},
        "events": {
            *(word for cadence in cadences for word in cadence.events),
            *(change.get("event") for change in changes),
        },
        "festivals": {
            *(name for c in cadences if isinstance(c, Holiday) for name in c.festivals),
            *added,
        },
    }
    for table, words in used.items():
        for word in getattr(book, table):
            if word not in words:
                message = _("{word} is declared, and no rule uses it").format(word=repr(word))
                yield Fault((table, word), message, _("take it out, or add the rule that needs it"))
