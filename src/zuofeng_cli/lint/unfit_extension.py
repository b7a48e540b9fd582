"""A local rulebook has something that only the rulebook beneath it can have, or changes nothing.

Its calendar, its time zone and the words that the other declares are the other's. An adjustment
needs `extends`, changes one rule and once only, and adds festivals to a rule of festivals alone.

Fails: `[[adjust]]` with `rule = "monthly-report"` and nothing else
Passes: the same with `cadence = { at_least = 2 }`
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import TABLES, Case, Fault

CODE = "R106"


def check(case: Case) -> Iterator[Fault]:
    """A fault for each thing that does not fit the rulebook beneath."""
    book, base = case.book, case.base
    if base is None:
        for number in range(len(book.adjustments)):
            message = _("this rulebook extends no other, so there is no rule to adjust")
            yield Fault(("adjust", number), message, _("name the other one: extends = …"))
        return
    for key in ("calendar", "time_zone", "text_sha256"):
        if key in book.model_fields_set:
            message = _("{key} is that of the rulebook beneath").format(key=key)
            yield Fault((key,), message, _("take it out"))
    for table in TABLES:
        for word in getattr(book, table):
            if word in getattr(base, table):
                message = _("{word} is declared by the rulebook beneath").format(word=repr(word))
                yield Fault((table, word), message, _("take it out, or choose another word"))
    seen: set[str] = set()
    for number, adjustment in enumerate(book.adjustments):
        place = ("adjust", number)
        rule = base.rule(adjustment.rule)
        if adjustment.rule in seen:
            message = _("rule {id} is adjusted twice").format(id=adjustment.rule)
            yield Fault((*place, "rule"), message, _("put both changes into one"))
        seen.add(adjustment.rule)
        if not (adjustment.cadence or adjustment.festivals or adjustment.readings):
            message = _("the adjustment changes nothing")
            yield Fault(place, message, _("give it cadence, festivals or readings"))
        if rule and len(deciding := rule.deciding(adjustment.readings)) > 1:
            message = _("readings {names} each change the dates of {rule}").format(
                names=", ".join(deciding), rule=rule.id
            )
            yield Fault((*place, "readings"), message, _("leave one of them as it is"))
        if adjustment.festivals and rule and not isinstance(rule.cadence, Holiday):
            message = _("rule {id} has no festivals").format(id=rule.id)
            yield Fault((*place, "festivals"), message, _("add them to a rule of festivals"))
