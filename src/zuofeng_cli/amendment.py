"""What an amendment changes: the duties of real units under one rulebook and under another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zuofeng_cli.days import ONE_DAY, Calendar, Run, Span
from zuofeng_cli.duty import Duty
from zuofeng_cli.expand import bindings
from zuofeng_cli.log import Log
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

Edition = tuple[Rulebook, Calendar]
"""A rulebook with the calendar that it counts by."""


@dataclass(frozen=True, slots=True)
class Change:
    """A duty before and after: None before where it comes, None after where it goes."""

    before: Duty | None
    after: Duty | None

    @property
    def duty(self) -> Duty:
        """The duty as it is or, where it goes, as it was."""
        duty = self.after or self.before
        assert duty
        return duty


@dataclass(frozen=True, slots=True)
class Amendment:
    """What changes for some units, in order of unit, due day and rule.

    `rewritten` are changes in periods that had closed already: an amendment should make none.
    """

    changes: tuple[Change, ...]
    rewritten: tuple[Change, ...]

    @property
    def added(self) -> tuple[Change, ...]:
        """The duties that come."""
        return tuple(each for each in self.changes if each.before is None)

    @property
    def removed(self) -> tuple[Change, ...]:
        """The duties that go."""
        return tuple(each for each in self.changes if each.after is None)

    @property
    def moved(self) -> tuple[Change, ...]:
        """The duties that stay, on other days or with another number of acts."""
        return tuple(each for each in self.changes if each.before and each.after)


def compare(old: Edition, new: Edition, unit: Unit, log: Log, today: date, due: Run) -> Amendment:
    """What the unit owes under `new` and not under `old`, and the other way round.

    Duties due in the closed range `due` are compared, and those without a due day. A period had
    closed if it fell due before the day on which the amended rule begins or ends; where the
    amendment gives no such day, before `today`.
    """
    before = {duty.key: duty for duty in _duties(old, unit, log, today, due)}
    after = {duty.key: duty for duty in _duties(new, unit, log, today, due)}
    changes = [
        Change(before.get(key), after.get(key))
        for key in dict.fromkeys((*before, *after))
        if _facts(before.get(key)) != _facts(after.get(key))
    ]
    changes.sort(key=lambda each: (each.duty.due or date.max, each.duty.rule.id, each.duty.period))
    closed: list[Change] = []
    others: list[Change] = []
    for each in changes:
        (closed if _had_closed(each, old[0], new[0], today) else others).append(each)
    return Amendment(tuple(others), tuple(closed))


def _duties(edition: Edition, unit: Unit, log: Log, today: date, due: Run) -> Iterator[Duty]:
    book, calendar = edition
    for binding in bindings(book, unit, calendar, log):
        for window in binding.windows(Span(due.first, due.last + ONE_DAY)):
            if window.due in due if window.due else binding.in_force(today):
                yield binding.duty(window)


def _facts(duty: Duty | None) -> object:
    return duty and (duty.opens, duty.due, duty.required, duty.rule.recipients)


def _had_closed(change: Change, old: Rulebook, new: Rulebook, today: date) -> bool:
    due = min((d.due for d in (change.before, change.after) if d and d.due), default=None)
    rule_id = change.duty.rule.id
    return due is not None and due < _takes_effect(
        (old, old.rule(rule_id)), (new, new.rule(rule_id)), today
    )


def _takes_effect(
    old: tuple[Rulebook, Rule | None], new: tuple[Rulebook, Rule | None], today: date
) -> date:
    """The day from which the new rule differs from the old one, if the amendment gives one."""
    if (begins := _begins(*new)) and begins != _begins(*old):
        return begins
    if (ends := _ends(*new)) and ends != _ends(*old):
        return ends + ONE_DAY
    return today


def _begins(book: Rulebook, rule: Rule | None) -> date | None:
    if rule is None:
        return None
    since = [version.since for version in rule.versions if version.rule is rule]
    return max(day for day in (book.in_force_from, rule.in_force_from, *since) if day)


def _ends(book: Rulebook, rule: Rule | None) -> date | None:
    ends = (book.in_force_until, rule.in_force_until) if rule else ()
    return min((day for day in ends if day), default=None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rulebooks held against each other, as it is shown: each by its id and sha256."""

    today: date
    old: tuple[str, str]
    new: tuple[str, str]
    units: tuple[tuple[Unit, Amendment], ...]
