"""Two rules, or two readings, have one id.

A duty's key is built from its rule's id, and a unit chooses a reading by its id: both must name one
thing only. A local rulebook may not use an id again that the rulebook beneath it has.

Fails: two tables `[[rule]]` with `id = "monthly-report"`
Passes: `monthly-report`, and `quarterly-report` for the rule that replaces it
"""

from collections.abc import Iterator

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault

CODE = "R102"


def check(case: Case) -> Iterator[Fault]:
    """A fault for each id that was there already."""
    beneath = case.base.rules if case.base else ()
    text = {rule.id for rule in beneath}
    rules: set[str] = set()
    readings = {reading.id for rule in beneath for reading in rule.readings}
    for number, rule in enumerate(case.book.rules):
        if rule.id in text:
            message = _("rule {id} is one of the rulebook beneath").format(id=rule.id)
            hint = _("change it with [[adjust]], or give this rule an id of its own")
            yield Fault(("rule", number, "id"), message, hint)
        elif rule.id in rules:
            message = _("rule {id} stands here twice").format(id=rule.id)
            yield Fault(("rule", number, "id"), message, _("give each rule an id of its own"))
        rules.add(rule.id)
        for position, reading in enumerate(rule.readings):
            if reading.id in readings:
                message = _("reading {id} stands here twice").format(id=reading.id)
                hint = _("give each reading an id of its own")
                yield Fault(("rule", number, "reading", position, "id"), message, hint)
            readings.add(reading.id)
