"""Which periods an act serves: the entries of a log, laid to the windows of a rule."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeVar

from zuofeng_cli.cadence import Rolling
from zuofeng_cli.cadence.scope import Window
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.expand import Binding, Books, bind, owes
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.unit import Unit

T = TypeVar("T")
R = TypeVar("R")

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


def place(books: Books, unit: Unit, log: Log, today: date) -> Placement:
    """Lays each entry to the periods it names, or to the one period whose window holds its day.

    A period that an entry names belongs to those of its duties that have such a period; its other
    duties go by the day. So does a rolling duty always: what counts from the last time it was
    done counts from every time. An entry dated after `today`, one that names a period nobody
    knows, and one whose day lies in no window or in several counts for nothing. The same duty,
    period, day and evidence twice counts once.
    """
    placer = _Placer(books, unit, log.until(today))
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
    """Lays one entry after another; keeps each rule as it binds the unit once that is known."""

    def __init__(self, books: Books, unit: Unit, past: Log) -> None:
        self._unit, self._past = unit, past
        self._rules = {rule.id: (book, rule, cal) for book, cal in books for rule in book.rules}
        self._bindings: dict[str, Binding] = {}

    def lay(
        self, index: int, entry: Entry, today: date
    ) -> tuple[list[tuple[str, Window]], list[Misplaced]]:
        """The windows that the entry serves, by rule id, and why it serves no others."""
        faults: list[Misplaced] = []
        known: list[Binding] = []
        for duty in entry.duty:
            if duty not in self._rules:
                faults.append(Misplaced(index, entry, duty, "unknown-duty"))
            elif not owes(self._unit, self._rules[duty][1]):
                faults.append(Misplaced(index, entry, duty, "not-owed"))
            elif entry.done > today:
                faults.append(Misplaced(index, entry, duty, "future-date"))
            else:
                known.append(self._binding(duty))
        named = [
            (binding.rule.id, window)
            for period in entry.period
            for binding in known
            if (window := _known(binding.find, period)) is not None
        ]
        stray = [p for p in entry.period if not any(w.period == p for _rule, w in named)]
        if known:
            rule = known[0].rule.id
            faults += [Misplaced(index, entry, rule, "unknown-period", p) for p in stray]
        settled = {rule for rule, _window in named}
        for binding in known:
            rule = binding.rule.id
            if isinstance(binding.cadence, Rolling):
                windows = binding.cadence.serving(entry.done, binding.scope)
                named += [(rule, window) for window in windows if (rule, window) not in named]
            elif not stray and rule not in settled:
                served = _known(binding.serving, entry.done) or []
                if len(served) == 1:
                    named.append((rule, served[0]))
                else:
                    fault: Fault = "ambiguous-period" if served else "outside-period"
                    faults.append(Misplaced(index, entry, rule, fault, choices=tuple(served)))
        return named, faults

    def _binding(self, rule_id: str) -> Binding:
        if rule_id not in self._bindings:
            book, rule, calendar = self._rules[rule_id]
            self._bindings[rule_id] = bind(book, rule, self._unit, calendar, self._past)
        return self._bindings[rule_id]


def _known(ask: Callable[[T], R], what: T) -> R | None:
    """The answer; None for a period or a day in a year whose days off nobody knows."""
    try:
        return ask(what)
    except BeyondCalendarError:
        return None
