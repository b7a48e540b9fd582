"""Which periods an act serves: the entries of a log, laid to the windows of a rule."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import Calendar
from zuofeng_cli.expand import is_owed, owes, scope_of
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.rule import Rule, Rulebook
from zuofeng_cli.unit import Unit

Fault = Literal[
    "unknown-duty",
    "not-owed",
    "unknown-period",
    "outside-period",
    "ambiguous-period",
    "future-date",
]


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An entry that counts for nothing, and why; `choices` are the windows it might have meant."""

    index: int
    entry: Entry
    duty: str
    fault: Fault
    period: str | None = None
    choices: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """The entries that count, by rule and period in order of day; and those that do not."""

    entries: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    misplaced: tuple[Misplaced, ...] = ()

    def of(self, rule: str, period: str) -> tuple[Entry, ...]:
        """The distinct entries that count for this rule and period, earliest first."""
        return tuple(self.entries.get((rule, period), ()))


def place(book: Rulebook, unit: Unit, calendar: Calendar, log: Log, today: date) -> Placement:
    """Lays each entry to the periods it names, or to the one period whose window holds its day.

    A period that an entry names belongs to those of its duties that have such a period; its other
    duties go by the day. An entry dated after `today`, one that names a period nobody knows, and
    one whose day lies in no window or in several counts for nothing. The same duty, period, day
    and evidence twice counts once.
    """
    placer = _Placer(book, unit, calendar, log.until(today))
    laid: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    misplaced: list[Misplaced] = []
    for index, entry in enumerate(log.entries):
        windows, faults = placer.lay(index, entry, today)
        misplaced += faults
        for rule, window in windows:
            cell = laid[rule, window.period]
            if not any(e.done == entry.done and e.evidence == entry.evidence for e in cell):
                cell.append(entry)
    for cell in laid.values():
        cell.sort(key=lambda entry: entry.done)
    return Placement(dict(laid), tuple(misplaced))


class _Placer:
    """Lays one entry after another; keeps each rule's cadence and scope once made."""

    def __init__(self, book: Rulebook, unit: Unit, calendar: Calendar, past: Log) -> None:
        self._book, self._unit, self._calendar, self._past = book, unit, calendar, past
        self._rules = {rule.id: rule for rule in book.rules}
        self._seen: dict[str, tuple[Cadence, Scope]] = {}

    def lay(
        self, index: int, entry: Entry, today: date
    ) -> tuple[list[tuple[str, Window]], list[Misplaced]]:
        """The windows that the entry serves, by rule id, and why it serves no others."""
        faults: list[Misplaced] = []
        known: list[Rule] = []
        for duty in entry.duty:
            rule = self._rules.get(duty)
            if rule is None:
                faults.append(Misplaced(index, entry, duty, "unknown-duty"))
            elif not owes(self._unit, rule):
                faults.append(Misplaced(index, entry, duty, "not-owed"))
            elif entry.done > today:
                faults.append(Misplaced(index, entry, duty, "future-date"))
            else:
                known.append(rule)
        named = [
            (rule.id, window)
            for period in entry.period
            for rule in known
            if (window := self._named(rule, period)) is not None
        ]
        stray = [p for p in entry.period if not any(w.period == p for _rule, w in named)]
        if known:
            faults += [Misplaced(index, entry, known[0].id, "unknown-period", p) for p in stray]
        for rule in known:
            if stray or any(rule.id == name for name, _window in named):
                continue
            served = self._by_day(rule, entry.done)
            if len(served) == 1:
                named.append((rule.id, served[0]))
            else:
                fault: Fault = "ambiguous-period" if served else "outside-period"
                faults.append(Misplaced(index, entry, rule.id, fault, choices=tuple(served)))
        return named, faults

    def _named(self, rule: Rule, period: str) -> Window | None:
        cadence, scope = self._of(rule)
        window = cadence.find(period, scope)
        if window is None or not is_owed(self._book, rule, self._unit, window):
            return None
        return window

    def _by_day(self, rule: Rule, day: date) -> list[Window]:
        cadence, scope = self._of(rule)
        windows = cadence.serving(day, scope)
        return [w for w in windows if is_owed(self._book, rule, self._unit, w)]

    def _of(self, rule: Rule) -> tuple[Cadence, Scope]:
        if rule.id not in self._seen:
            cadence = rule.cadence_under(self._unit.readings)
            scope = scope_of(self._book, rule, self._calendar, self._past)
            self._seen[rule.id] = cadence, scope
        return self._seen[rule.id]
