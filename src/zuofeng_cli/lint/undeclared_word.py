"""A rule uses a word that its rulebook does not declare.

Kinds, levels, recipients, evidence, events and festivals are declared in tables at the top of the
file, so that a slip of the pen cannot make a duty that nobody owes. Options of a reading and the
rule named by `after` must exist as well.

Fails: `owed_by = [{ kind = "party-comittee" }]`
Passes: `owed_by = [{ kind = "party-committee" }]`, with `party-committee` under `[kinds]`
"""

from collections.abc import Iterator

from zuofeng_cli.cadence import Cadence, Event, Holiday
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault, Place, undeclared
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook

CODE = "R101"


def check(case: Case) -> Iterator[Fault]:
    """A fault for each use of an undeclared word, in the order of the file."""
    for number, rule in enumerate(case.book.rules):
        place = ("rule", number)
        yield from _words(case, rule, place)
        yield from _cadence(case, rule.cadence, (*place, "cadence"))
        for position, reading in enumerate(rule.readings):
            here = (*place, "reading", position)
            yield from undeclared([reading.chosen], reading.options, (*here, "chosen"), _("option"))
            for name, option in reading.options.items():
                if option.cadence is not None:
                    yield from _cadence(case, option.cadence, (*here, "options", name, "cadence"))
        if rule.after is not None:
            yield from undeclared([rule.after], case.rule_ids, (*place, "after"), _("rule"))
    if case.base is not None:
        yield from _adjustments(case, case.base)


def _adjustments(case: Case, base: Rulebook) -> Iterator[Fault]:
    ids = [rule.id for rule in base.rules]
    festivals, events = case.words("festivals"), case.words("events")
    for number, adjustment in enumerate(case.book.adjustments):
        place = ("adjust", number)
        yield from undeclared([adjustment.rule], ids, (*place, "rule"), _("rule"))
        yield from undeclared(adjustment.festivals, festivals, (*place, "festivals"), _("festival"))
        for key, known, what in (
            ("festivals", festivals, _("festival")),
            ("event", events, _("event")),
        ):
            given = adjustment.cadence.get(key, [])
            words = [given] if isinstance(given, str) else given
            yield from undeclared(words, known, (*place, "cadence", key), what)
        rule = base.rule(adjustment.rule)
        readings = {reading.id: reading.options for reading in rule.readings} if rule else {}
        for name, option in adjustment.readings.items() if rule else ():
            here = (*place, "readings", name)
            yield from undeclared([name], readings, here, _("reading"))
            yield from undeclared([option], readings.get(name, [option]), here, _("option"))


def _words(case: Case, rule: Rule, place: Place) -> Iterator[Fault]:
    for position, bearer in enumerate(rule.owed_by):
        here = (*place, "owed_by", position)
        yield from undeclared([bearer.kind], case.words("kinds"), (*here, "kind"), _("kind"))
        if bearer.level is not None:
            levels = case.words("levels")
            yield from undeclared([bearer.level], levels, (*here, "level"), _("level"))
    for table, words, what in (
        ("recipients", rule.recipients, _("recipient")),
        ("evidence", rule.evidence, _("evidence kind")),
    ):
        yield from undeclared(words, case.words(table), (*place, table), what)


def _cadence(case: Case, cadence: Cadence, place: Place) -> Iterator[Fault]:
    if isinstance(cadence, Holiday):
        known = case.words("festivals")
        yield from undeclared(cadence.festivals, known, (*place, "festivals"), _("festival"))
    if isinstance(cadence, Event):
        yield from undeclared([cadence.event], case.words("events"), (*place, "event"), _("event"))
