"""Which periods an act serves: the entries of a log, laid to the windows of a rule."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Literal, TypeVar

from zuofeng_cli.cadence import Rolling
from zuofeng_cli.cadence.scope import Window
from zuofeng_cli.days import BeyondCalendarError
from zuofeng_cli.expand import Binding, Bindings, Books
from zuofeng_cli.log import Entry, Log
from zuofeng_cli.rule import Rule
from zuofeng_cli.unit import Unit

T = TypeVar("T")
R = TypeVar("R")

Fault = Literal[
    "unknown-duty",
    "not-owed",
    "unknown-period",
    "unknown-event",
    "before-start",
    "outside-period",
    "ambiguous-period",
    "future-date",
]


CHOICES = 20
"""So many windows that an entry might have meant are kept: nobody chooses from more."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The entry at `index` counts for this window of a rule."""

    index: int
    entry: Entry
    binding: Binding
    window: Window

    @property
    def rule(self) -> Rule:
        """The rule it counts for."""
        return self.binding.rule


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An entry that counts for nothing, and why.

    `binding` is the rule as it binds the unit, where it does; `period` what the entry names, and
    `choices` the windows it might have meant, or does mean and which are not owed.
    """

    index: int
    entry: Entry
    duty: str
    fault: Fault
    binding: Binding | None = None
    period: str | None = None
    choices: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """What each entry counts for, in the order of the log; and the entries that do not count.

    `entries` are those that count, by rule and period, in order of day.
    """

    placed: tuple[Placed, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    entries: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)

    def of(self, rule: str, period: str) -> tuple[Entry, ...]:
        """The entries that count for this rule and period, earliest first."""
        return tuple(self.entries.get((rule, period), ()))


def place(books: Books, unit: Unit, log: Log, today: date) -> Placement:
    """Lays each entry to the periods it names, or to the one period whose window holds its day.

    A period that an entry names belongs to those of its duties that have such a period; its other
    duties go by the day. So does a rolling duty always: what counts from the last time it was
    done counts from every time. An entry dated after `today`, one that names a period nobody
    knows, and one whose day lies in no window or in several counts for nothing.
    """
    return placed_by(Bindings(books, unit, log.until(today)), log, today)


def placed_by(bound: Bindings, log: Log, today: date) -> Placement:
    """As `place`, by rules that are bound already: to the unit, and its log up to `today`."""
    placer = _Placer(bound)
    placed: list[Placed] = []
    misplaced: list[Misplaced] = []
    for index, entry in enumerate(log.entries):
        served, faults = placer.lay(index, entry, today)
        placed += served
        misplaced += faults
    return Placement(tuple(placed), tuple(misplaced), _by_period(placed))


def _by_period(placed: list[Placed]) -> dict[tuple[str, str], list[Entry]]:
    cells: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for each in placed:
        cells[each.rule.id, each.window.period].append(each.entry)
    for cell in cells.values():
        cell.sort(key=lambda entry: entry.done)
    return dict(cells)


class _Placer:
    """Lays one entry after another."""

    def __init__(self, bound: Bindings) -> None:
        self._bound = bound

    def lay(self, index: int, entry: Entry, today: date) -> tuple[list[Placed], list[Misplaced]]:
        """What the entry counts for, and why it counts for nothing else."""
        known, faults = self._known(index, entry, today)
        served, strays = self._by_name(index, entry, known)
        settled = {each.rule.id for each in served}
        for binding in _fitting(known, entry.done):
            if isinstance(binding.cadence, Rolling):
                windows = binding.serving(entry.done)
                periods = {e.window.period for e in served if e.rule is binding.rule}
                served += (
                    Placed(index, entry, binding, window)
                    for window in windows
                    if window.period not in periods
                )
            elif not strays and binding.rule.id not in settled:
                found = self._by_day(index, entry, binding)
                if isinstance(found, Placed):
                    served.append(found)
                else:
                    faults.append(found)
        return served, faults + strays

    def _known(
        self, index: int, entry: Entry, today: date
    ) -> tuple[list[Binding], list[Misplaced]]:
        """The duties of the entry that the unit owes, each in all its versions, and the others."""
        known: list[Binding] = []
        faults: list[Misplaced] = []
        for duty in entry.duty:
            bound = self._bound.of(duty) if duty in self._bound else None
            if bound is None:
                faults.append(Misplaced(index, entry, duty, "unknown-duty"))
            elif not bound:
                faults.append(Misplaced(index, entry, duty, "not-owed"))
            elif entry.done > today:
                faults.append(Misplaced(index, entry, duty, "future-date", bound[-1]))
            else:
                known += bound
        return known, faults

    def _by_name(
        self, index: int, entry: Entry, known: list[Binding]
    ) -> tuple[list[Placed], list[Misplaced]]:
        """The windows of the periods that the entry names, and the periods that have none."""
        served: list[Placed] = []
        strays: list[Misplaced] = []
        for period in entry.period if known else ():
            found = [(each, w) for each in known if (w := _known(each.named, period))]
            owed = [(each, window) for each, window in found if each.is_owed(window)]
            served += (Placed(index, entry, each, window) for each, window in owed)
            if not owed:
                binding = found[0][0] if found else known[0]
                fault: Fault = "unknown-period"
                if found:
                    fault = _unowed(binding, [found[0][1]])
                elif all(each.cadence.events for each in known):
                    fault = "unknown-event"
                windows = tuple(window for _binding, window in found)
                strays.append(
                    Misplaced(index, entry, binding.rule.id, fault, binding, period, windows)
                )
        return served, strays

    def _by_day(self, index: int, entry: Entry, binding: Binding) -> Placed | Misplaced:
        """The one window that holds the entry's day, or why there is no such one."""
        day = entry.done
        windows = _known(binding.serving, day) or []
        owed = [window for window in windows if binding.is_owed(window)]
        if len(owed) == 1:
            return Placed(index, entry, binding, owed[0])
        fault: Fault = "outside-period"
        if owed:
            fault = "ambiguous-period"
        elif windows or not binding.in_force(day):
            fault = _unowed(binding, windows, day)
        choices = tuple((owed or windows)[:CHOICES])
        return Misplaced(index, entry, binding.rule.id, fault, binding, choices=choices)


def _fitting(known: Sequence[Binding], day: date) -> Iterator[Binding]:
    """Of each rule the version that an act on `day` serves; failing that, the last."""
    for _rule, versions in groupby(known, key=lambda binding: binding.rule.id):
        *earlier, last = versions
        yield next((each for each in earlier if _serves(each, day)), last)


def _serves(binding: Binding, day: date) -> bool:
    return any(
        binding.is_owed(window) and (window.begins is not None or binding.in_force(day))
        for window in _known(binding.serving, day) or []
    )


def _unowed(binding: Binding, windows: Sequence[Window], day: date | None = None) -> Fault:
    """Why these windows, or failing them this day, are not owed: over, or not begun."""
    ends = [window.ends for window in windows] or [day]
    over = any(end is not None and binding.is_over(end) for end in ends)
    return "not-owed" if over else "before-start"


def _known(ask: Callable[[T], R], what: T) -> R | None:
    """The answer; None for a period or a day in a year whose days off nobody knows."""
    try:
        return ask(what)
    except BeyondCalendarError:
        return None
